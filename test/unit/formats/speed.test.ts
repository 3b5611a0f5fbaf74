import assert from 'node:assert/strict';
import { formatIds, loadFormats } from '../../../src/core/formats';
import type { Parsed } from '../../../src/core/formats/node';
import { machineFactor, processorMilliseconds } from '../support/machine';
import { fixtures } from './fixtures';

/** Aim: 50 ms for 100 KiB. The slowest (Elixir, Ruby, HCL) take about twice that on the machine of the reference work. */
const budget = 150;
const size = 100 * 1024;

/** Separators that keep a repeated fixture a text of its format. */
const joints: Readonly<Record<string, string>> = { yaml: '---\n', php: '?>\n' };

describe('speed of formats', function () {
  this.timeout(60_000);
  for (const id of formatIds) {
    it(`${id}: reads 100 KiB within ${budget} ms of the reference machine`, async () => {
      const formats = await loadFormats([id]);
      const fixture = `${fixtures[id] ?? ''}${joints[id] ?? ''}`;
      const text = id === 'json' || id === 'toml' ? keyed(id, fixture) : fixture.repeat(Math.ceil(size / fixture.length));
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 15 && best > budget; run += 1) {
        let parsed: Parsed<unknown> | undefined;
        const milliseconds = processorMilliseconds(() => (parsed = formats[id](text)));
        assert.ok(JSON.stringify(parsed?.value).length > 100);
        best = Math.min(best, (milliseconds / machineFactor()) * (size / text.length));
      }
      assert.ok(best <= budget, `${best.toFixed(0)} ms`);
    });
  }
});

/** Formats with one root hold the fixture many times under keys of their own. */
function keyed(id: 'json' | 'toml', fixture: string): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < size; length += fixture.length, index += 1) {
    parts.push(id === 'json' ? `"k${index}": ${fixture.trim()}` : `[part${index}]\nname = "x"\nversion = "1.2.3"\nlist = ["a>=1", "b[c]"]\n# comment\n`.repeat(1));
    if (id === 'toml') length += 60 - fixture.length;
  }
  return id === 'json' ? `{${parts.join(',\n')}}` : parts.join('');
}
