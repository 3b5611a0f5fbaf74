import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isNamed } from '../../../src/core/catalog/technologies';

interface Label {
  readonly applications?: readonly {
    readonly framework?: string;
    readonly needs?: readonly { readonly technology?: string | readonly string[]; readonly library?: string }[];
  }[];
}

describe('names of technologies', () => {
  const folder = new URL('../../corpus/', import.meta.url);

  it('are known for what real repositories use', () => {
    const missing = new Set<string>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
      const label = parse(readFileSync(new URL(file, folder), 'utf8')) as Label;
      for (const { framework, needs = [] } of label.applications ?? []) {
        const words = needs.flatMap(({ technology, library }) => [typeof technology === 'string' ? technology : technology?.[0], library]);
        for (const word of [framework, ...words]) if (word !== undefined && word !== null && !isNamed(word)) missing.add(`${word} (${file})`);
      }
    }
    assert.deepEqual([...missing], []);
  });
});
