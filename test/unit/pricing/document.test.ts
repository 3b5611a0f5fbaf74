import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../../src/core/l10n/localized';
import { loadSnapshot, meters, snapshotRegions } from '../../../src/core/pricing';
import type { SnapshotFile } from '../../../src/core/pricing/snapshot/format';
import { pricesDocument } from '../../../src/tools/prices/document';

const documents: readonly (readonly [language: Language, path: string])[] = [
  ['en', 'prices.md'],
  ['pt-br', 'prices.pt-br.md'],
];

describe('page of prices', () => {
  let files: readonly SnapshotFile[];

  before(async () => {
    files = await Promise.all(snapshotRegions.map((region) => loadSnapshot(region as Parameters<typeof loadSnapshot>[0])));
  });

  for (const [language, name] of documents) {
    it(`says in ${language} what the snapshot holds`, () => {
      const path = fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));
      const text = pricesDocument(files, language);
      if (process.env['UPDATE'] === '1') writeFileSync(path, text);
      assert.equal(readFileSync(path, 'utf8'), text, `docs/${name} is out of date: run again with UPDATE=1`);
    });
  }

  it('counts every price once under its source', () => {
    const text = pricesDocument(files, 'en');
    const table = text.slice(text.indexOf('| Source |'), text.indexOf('## Prices per meter'));
    const total = [...table.matchAll(/\| (\d+) \|$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    assert.equal(total, files.reduce((sum, { prices }) => sum + Object.keys(prices).length, 0));
  });

  it('shows every meter, and an unknown one as such', () => {
    const text = pricesDocument(files, 'en');
    for (const { id } of meters) assert.ok(text.includes(`| \`${id}\` |`), id);
    assert.match(text, /\| `alb\.hours` \| 1 \| — \| — \| 1 \| — \| — \|/);
  });
});
