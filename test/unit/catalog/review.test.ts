import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { serviceIds } from '../../../src/core/catalog/ids';
import { facts } from './texts';
import { reviewTable, withTable } from './reviewTable';

const path = new URL('../../../docs/catalog-review.md', import.meta.url);

describe('catalog: review', () => {
  it('lists every dated fact as the catalog has it (UPDATE=1 rewrites the table)', () => {
    const written = readFileSync(path, 'utf8');
    const expected = withTable(written, reviewTable());
    if (process.env['UPDATE'] === '1') writeFileSync(path, expected);
    else assert.equal(written, expected);
  });

  it('has a row for every fact and covers every service', () => {
    const table = reviewTable();
    assert.equal(table.split('\n').length - 2, facts.length);
    for (const id of serviceIds) assert.ok(table.includes(`| \`${id}\` |`), id);
  });

  it('counts its readings truly', () => {
    const review = readFileSync(path, 'utf8');
    const days = new Map<string, number>();
    for (const { fact } of facts) days.set(fact.checked, (days.get(fact.checked) ?? 0) + 1);
    for (const [day, count] of days) assert.ok(review.includes(`| ${day} | ${count} |`), `${day}: ${count}`);
  });
});
