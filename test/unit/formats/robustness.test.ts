import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIds, loadFormats } from '../../../src/core/formats';
import type { FormatId, Formats } from '../../../src/core/formats';
import type { Parsed } from '../../../src/core/formats/node';
import { problemTexts } from '../../../src/core/formats/problems';
import { fixtures } from './fixtures';
import { assertRanges } from './support';

/** The same inputs on every run. */
const property = { seed: 20_261_124, numRuns: 100 } as const;

const deep = 50_000;
const hostile: Readonly<Record<string, string>> = {
  empty: '',
  'byte order mark only': '\ufeff',
  'a lone quote': '"',
  'NUL bytes': '\0\0\0',
  'a lone surrogate': '\ud800 = "\udfff"',
  'line breaks': '\r\n\r\r\n\n',
  'a list where a map is expected': '[1, 2, 3]',
  'a number': '42',
  'open brackets': '['.repeat(deep),
  'open braces': '{'.repeat(deep),
  'nested maps': '{"a":'.repeat(deep),
  'open parentheses': `<?php return ${'('.repeat(deep)}`,
  'a chain of calls': `<?php return $a${'->b()'.repeat(10_000)};`,
  'nested calls': `<?php return ${'f('.repeat(10_000)}`,
  'joined strings': `<?php return 'a'${`.'b'`.repeat(10_000)};`,
  'nested lists': '- '.repeat(10_000),
  'nested keys': '? '.repeat(10_000),
  'nested tags': '<a>'.repeat(10_000),
  'nested blocks': 'a {\n'.repeat(10_000),
  'nested ternaries': `x = ${'a ? b : '.repeat(5_000)}`,
  'minus signs': `x = ${'-'.repeat(20_000)}1`,
  'open variables': `A=${'${B:-'.repeat(20_000)}`,
  'open quotes': `A="\n`.repeat(20_000),
  'spaces before a comment': `A=${' '.repeat(100_000)}x`,
  'escapes': `A="${'\\'.repeat(100_001)}"`,
  'continued lines': 'RUN a \\\n'.repeat(20_000),
  'here-documents': `RUN ${'<<A '.repeat(5_000)}`,
  'aliases of aliases': `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}`,
  'an alias of itself': 'a: &a [*a, { b: *a }]',
  'values that double': Array.from({ length: 60 }, (_, i) => `V${i + 1}=\${V${i}}\${V${i}}\n`).join('').replace('${V0}${V0}', 'xx'),
  'one long line': 'x'.repeat(1024 * 1024),
  'words without end': 'word '.repeat(200_000),
};

describe('every format', function () {
  this.timeout(120_000);
  let formats: Formats;
  before(async () => {
    formats = await loadFormats(formatIds);
  });

  function parse(id: FormatId, text: string): Parsed<unknown> {
    const parsed: Parsed<unknown> = formats[id](text);
    // The registry would catch a failure, and with it lose all that was understood.
    assert.ok(!parsed.problems.some(({ message }) => message.text.en === problemTexts.failed.en), `failed on ${JSON.stringify(text.slice(0, 200))}`);
    assertRanges(parsed, text.length);
    return parsed;
  }

  for (const id of formatIds) {
    const fixture = fixtures[id] ?? '';

    it(`${id}: has a fixture, reads it and points into it`, () => {
      assert.notEqual(fixture, '');
      assert.ok(JSON.stringify(parse(id, fixture).value).length > 200);
    });

    it(`${id}: survives a text that is cut anywhere`, () => {
      for (let end = 0; end <= fixture.length; end += 2) parse(id, fixture.slice(0, end));
    });

    it(`${id}: survives changed characters`, () => {
      const character = fc.oneof(fc.constantFrom(...'"\'`{}[]()<>#$\\\n\r\t:;=,.&|!?*-@%/'), fc.string({ unit: 'binary', minLength: 0, maxLength: 2 }));
      const change = fc.record({ at: fc.nat(fixture.length), remove: fc.nat(3), insert: character });
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
          let text = fixture;
          for (const { at, remove, insert } of changes) text = text.slice(0, at) + insert + text.slice(at + remove);
          parse(id, text);
        }),
        property,
      );
    });

    it(`${id}: survives any text`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
          parse(id, text);
        }),
        property,
      );
    });

    it(`${id}: reads the same values behind a byte order mark and with CRLF`, () => {
      const bare = JSON.stringify(parse(id, fixture).value, withoutRanges);
      assert.equal(JSON.stringify(parse(id, `\ufeff${fixture}`).value, withoutRanges), bare);
      const windows = JSON.stringify(parse(id, fixture.replaceAll('\n', '\r\n')).value, withoutRanges);
      assert.equal(windows.replaceAll('\\r\\n', '\\n'), bare);
    });

    for (const [name, text] of Object.entries(hostile)) {
      it(`${id}: survives ${name}`, () => {
        parse(id, text);
      });
    }
  }
});

function withoutRanges(key: string, value: unknown): unknown {
  return /range$/i.test(key) ? undefined : value;
}
