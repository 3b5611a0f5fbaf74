import assert from 'node:assert/strict';
import { catalogServices, concepts } from '../../../src/core/catalog';
import { checked } from '../../../src/core/catalog/define';
import { languages } from '../../../src/core/l10n/localized';
import { countWords, facts, nameTexts, proseTexts, titleTexts, urls } from './texts';

const reviewDay = '2026-11-24';

describe('catalog: sources', () => {
  it('links to official pages only, in their English form', () => {
    for (const { at, url } of urls) {
      const parsed = new URL(url);
      assert.equal(parsed.protocol, 'https:', `${at}: ${url}`);
      assert.ok(['docs.aws.amazon.com', 'aws.amazon.com'].includes(parsed.hostname), `${at}: ${url}`);
      assert.equal(parsed.href, url, `${at}: ${url}`);
      assert.doesNotMatch(parsed.pathname, /\/\/|\.md$|^\/[a-z]{2}_[a-z]{2}\/|^\/(es|pt|de|fr|ja)\//, `${at}: ${url}`);
    }
  });

  it('documents services on the documentation host and prices on the product host', () => {
    for (const service of catalogServices) {
      assert.equal(new URL(service.documentation).hostname, 'docs.aws.amazon.com', service.id);
      assert.equal(new URL(service.pricingPage).hostname, 'aws.amazon.com', service.id);
    }
  });

  it('dates every fact with a day that exists and is not in the future of the review', () => {
    for (const { at, fact } of facts) {
      assert.match(fact.checked, /^\d{4}-\d\d-\d\d$/, at);
      assert.equal(new Date(`${fact.checked}T00:00:00Z`).toISOString().slice(0, 10), fact.checked, at);
      assert.ok(fact.checked <= reviewDay, `${at}: ${fact.checked}`);
      assert.ok(Object.values(checked).some((day) => day === fact.checked), `${at}: ${fact.checked} is not a day of the review`);
    }
  });

  it('claims no day after the reading of its source, except days that a release calendar or an announcement gives', () => {
    for (const { at, fact } of facts) {
      if (fact.checked === checked.calendars || /announced/.test(fact.text.en)) continue;
      for (const [day] of fact.text.en.matchAll(/\b\d{4}-\d\d-\d\d\b/g)) assert.ok(day <= fact.checked, `${at}: ${day} after ${fact.checked}`);
    }
  });

  it('says what older guides still name, where the service that took the place is explained', () => {
    const expected: Readonly<Record<string, string>> = {
      fargate: 'App Runner',
      cloudtrail: 'CloudTrail Lake',
      xray: 'X-Ray SDKs',
      'end-user-messaging': 'Pinpoint',
      codepipeline: 'CodeCommit',
      'chime-sdk': 'Amazon Chime meeting application',
      'aurora-serverless': 'Serverless v1',
    };
    for (const [id, name] of Object.entries(expected)) {
      const outdated = catalogServices.find((service) => service.id === id)?.outdated ?? [];
      assert.ok(outdated.some((fact) => fact.text.en.includes(name)), `${id}: ${name}`);
    }
  });

  it('dates the lifecycle of a service that is not plainly available, with a day inside the note', () => {
    for (const { id, lifecycle } of catalogServices) {
      if (lifecycle.status !== 'available') assert.ok(lifecycle.note.text.en.includes(lifecycle.since), id);
    }
  });
});

describe('catalog: texts', () => {
  it('prints no amounts of money: the product computes them', () => {
    const money = /(?:US\$|R\$|\$|€|£)\s?\d|\b\d[\d.,]*\s?(?:dollars?|dólares|reais|euros?|cents|centavos|USD|BRL|EUR)\b/i;
    for (const { at, text } of [...nameTexts, ...titleTexts, ...proseTexts]) {
      for (const language of languages) assert.doesNotMatch(text[language], money, at);
    }
  });

  it('keeps bodies between 150 and 350 words', () => {
    for (const entry of concepts) {
      for (const language of languages) {
        const words = countWords(entry.body[language]);
        assert.ok(words >= 150 && words <= 350, `${entry.id} ${language}: ${words}`);
      }
    }
  });

  it('keeps a summary to one sentence', () => {
    for (const entry of concepts) {
      for (const language of languages) {
        const summary = entry.summary[language];
        assert.ok(countWords(summary) <= 45, `${entry.id} ${language}: ${countWords(summary)}`);
        assert.match(summary, /\.$/, entry.id);
      }
    }
  });

  it('keeps the answers of a service short', () => {
    for (const service of catalogServices) {
      for (const field of ['problem', 'cost', 'worthIt', 'notWhen', 'highAvailability', 'scaling'] as const) {
        for (const language of languages) {
          const words = countWords(service[field][language]);
          assert.ok(words <= 90, `${service.id}.${field} ${language}: ${words}`);
        }
      }
    }
    for (const { at, fact } of facts) {
      for (const language of languages) assert.ok(countWords(fact.text[language]) <= 50, `${at} ${language}: ${countWords(fact.text[language])}`);
    }
  });

  it('ends every sentence and uses no dash as punctuation', () => {
    for (const { at, text } of proseTexts) {
      for (const language of languages) {
        assert.match(text[language], /[.!?]$/, `${at} ${language}`);
        assert.doesNotMatch(text[language], /[—–]| - | {2}\S/, `${at} ${language}`);
      }
    }
  });

  it('says that Reverb, Pusher, Socket.IO and Action Cable clients do not speak the protocols of API Gateway and AppSync', () => {
    const textOf = (id: string) => {
      const service = catalogServices.find((each) => each.id === id);
      assert.ok(service !== undefined, id);
      return service;
    };
    for (const id of ['apigateway-websocket', 'appsync-events']) {
      const { notWhen } = textOf(id);
      for (const client of ['Reverb', 'Pusher', 'Socket.IO', 'Action Cable']) {
        for (const language of languages) assert.ok(notWhen[language].includes(client), `${id} ${language}: ${client}`);
      }
    }
    for (const id of ['alb', 'fargate']) {
      for (const client of ['Reverb', 'Socket.IO', 'Action Cable']) {
        for (const language of languages) assert.ok(textOf(id).worthIt[language].includes(client), `${id} ${language}: ${client}`);
      }
    }
    for (const id of ['cloudfront', 'lambda-edge']) {
      for (const language of languages) assert.ok(textOf(id).notWhen[language].includes('WebRTC'), `${id} ${language}`);
    }
  });
});
