import assert from 'node:assert/strict';
import { sharedTraits } from '../../../src/core/architecture/sharedTraits';
import type { Trait } from '../../../src/core/architecture/strengths';
import { message } from '../../../src/core/l10n/localized';
import type { Application } from '../../../src/core/model';

const application = (root: string, name: string): Application => ({ root, name, framework: 'express', frameworkVersion: null, languages: ['javascript'], manifest: { path: `${root}/package.json`, range: { start: 0, end: 1 } } });
const trait = (root: string, id: string): Trait => ({ id, application: root, need: null, text: message({ en: `It has ${id}.`, 'pt-br': `Tem ${id}.` }), evidence: [{ at: { path: `${root}/${id}`, range: { start: 0, end: 1 } }, key: id, stage: 'default' }] });

describe('sharedTraits', () => {
  const three = [application('api', 'shop-api'), application('web', 'shop-web'), application('admin', 'shop-admin')];

  it('says once what several applications have, with their names and the first proof', () => {
    const [tests, image] = sharedTraits([trait('api', 'tests'), trait('web', 'tests'), trait('web', 'image')], three, 'en');
    assert.deepEqual([tests?.text, tests?.applications, tests?.evidence[0]?.at.path], ['It has tests.', ['shop-api', 'shop-web'], 'api/tests']);
    assert.deepEqual(image?.applications, ['shop-web']);
  });

  it('names nobody where it holds of all, or of the only one', () => {
    assert.deepEqual(sharedTraits(three.map(({ root }) => trait(root, 'tests')), three, 'pt-br').map(({ text, applications }) => [text, applications]), [['Tem tests.', []]]);
    assert.deepEqual(sharedTraits([trait('.', 'tests'), trait('.', 'tests')], [application('.', 'shop')], 'en').map(({ applications }) => applications), [[]]);
  });
});
