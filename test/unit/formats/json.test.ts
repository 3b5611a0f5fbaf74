import assert from 'node:assert/strict';
import { parseJson } from '../../../src/core/formats/json';
import { scalarText, valueAt } from '../../../src/core/formats/node';
import { plain, problemPlaces, slice } from './support';

const readings: readonly (readonly [text: string, value: unknown, problems: readonly string[]])[] = [
  ['{"a": 1, "b": [true, null, "x"]}', { a: 1, b: [true, null, 'x'] }, []],
  ['// c\n{"a": 1, /* d */ "b": 2,}', { a: 1, b: 2 }, []],
  ['[1, 2,]', [1, 2], []],
  ['"text"', 'text', []],
  ['42', 42, []],
  ['{"a": "\\u00e9\\n\\"q\\""}', { a: 'é\n"q"' }, []],
  ['{"a" "b", "c": 2}', { c: 2 }, ['"b"']],
  ['{"a": tru, "b": 1}', { b: 1 }, ['tru', ',']],
  ['{"a": {"b": [1, 2', { a: { b: [1, 2] } }, ['', '', '']],
  ['{"a": "open', { a: 'open' }, ['"open', '']],
  ['', {}, ['']],
  ['{"a": 1, "a": 2}', { a: 2 }, []],
];

describe('json', () => {
  for (const [text, value, problems] of readings) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const parsed = parseJson(text);
      assert.deepEqual(plain(parsed.value), value);
      assert.deepEqual(problemPlaces(text, parsed), problems);
    });
  }

  it('points at keys and values without quotes', () => {
    const text = '\ufeff{ "dependencies" : { "express": "^5.0.0", "n": 1.10, "l": [1] } }';
    const { value } = parseJson(text);
    const dependencies = valueAt(value, 'dependencies');
    assert.ok(dependencies?.kind === 'map');
    assert.deepEqual(
      dependencies.entries.map((entry) => [slice(text, entry.keyRange), slice(text, entry.value.range)]),
      [['express', '^5.0.0'], ['n', '1.10'], ['l', '[1]']],
    );
    assert.equal(scalarText(valueAt(dependencies, 'n')), '1.10');
    assert.equal(slice(text, value.range), text.slice(1));
  });

  it('stops where values nest too deeply', () => {
    const parsed = parseJson(`{"a": 1, "b": ${'['.repeat(10_000)}`);
    assert.deepEqual(plain(valueAt(parsed.value, 'a')), 1);
    assert.match(parsed.problems[0]?.message.text.en ?? '', /nested this deeply/);
  });
});
