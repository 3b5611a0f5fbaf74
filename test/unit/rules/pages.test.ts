import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceIds } from '../../../src/core/catalog/ids';
import { languages, type Localized } from '../../../src/core/l10n/localized';
import { explainRule, ruleById, ruleHelpUrl, rules } from '../../../src/core/rules';
import { ruleIndex, rulePage, rulePagePath } from '../../../src/core/rules/page';
import type { Rule } from '../../../src/core/rules/rule';

const root = join(import.meta.dirname, '../../..');

/** `db/sqlite-in-production` → `db/sqliteInProduction.ts`. */
function sourceFile(id: string): string {
  return `${id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}.ts`;
}

describe('rules', () => {
  it('are registered one per file, sorted by id', () => {
    const files = readdirSync(join(root, 'src/core/rules'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readdirSync(join(root, 'src/core/rules', entry.name)).map((file) => `${entry.name}/${file}`))
      .sort();
    assert.deepEqual(rules.map(({ id }) => sourceFile(id)).sort(), files);
    assert.deepEqual(rules.map(({ id }) => id), rules.map(({ id }) => id).sort());
  });

  for (const rule of rules) {
    it(`${rule.id} has complete metadata`, () => {
      assert.equal(rule.id.split('/')[0], rule.domain);
      assert.match(rule.id, /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.equal(ruleById(rule.id), rule);
      assert.ok(rule.service === null || (serviceIds as readonly string[]).includes(rule.service));
      for (const { url } of rule.references) assert.match(url, /^https:\/\//);
      for (const text of textsOf(rule)) {
        assert.notEqual(text.en.trim(), '');
        assert.notEqual(text['pt-br'], text.en, 'not translated');
        assert.deepEqual(placeholders(text['pt-br']), placeholders(text.en));
      }
    });
  }
});

function textsOf({ title, messages, docs }: Rule): readonly Localized[] {
  return [title, ...Object.values(messages), docs.checks, docs.why, docs.aboutFix];
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
}

describe('rule pages', () => {
  const pages = new Map(
    languages.flatMap((language) => [
      [language === 'en' ? 'docs/rules/README.md' : `docs/rules/README.${language}.md`, ruleIndex(rules, language)] as const,
      ...rules.map((rule) => [rulePagePath(rule.id, language), rulePage(rule, language)] as const),
    ]),
  );

  it('are written as the rules describe themselves (UPDATE=1 rewrites them)', () => {
    const folder = join(root, 'docs/rules');
    if (process.env['UPDATE'] === '1') {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [path, text] of pages) writeFileSync(join(root, path), text);
    }
    assert.deepEqual(readdirSync(folder).map((file) => `docs/rules/${file}`).sort(), [...pages.keys()].sort());
    for (const [path, text] of pages) assert.equal(readFileSync(join(root, path), 'utf8'), text, path);
  });

  it('are linked from findings and explained by id', () => {
    assert.equal(ruleHelpUrl('db/sqlite-in-production'), 'https://github.com/skylift-dev/skylift/blob/main/docs/rules/db-sqlite-in-production.md');
    assert.equal(explainRule('db/sqlite-in-production', 'pt-br'), pages.get('docs/rules/db-sqlite-in-production.pt-br.md'));
    assert.equal(explainRule('db/no-such-rule', 'en'), null);
  });
});
