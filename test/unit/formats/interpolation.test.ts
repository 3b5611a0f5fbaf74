import assert from 'node:assert/strict';
import { expand, interpolation } from '../../../src/core/formats/interpolation';
import { slice } from './support';

/** `name operator operand` for a variable, the text itself for text. */
const splits: readonly (readonly [text: string, parts: readonly string[]])[] = [
  ['', []],
  ['plain', ['plain']],
  ['$A', ['A||']],
  ['${A}', ['A||']],
  ['x${A}y', ['x', 'A||', 'y']],
  ['${A:-b}', ['A|:-|b']],
  ['${A-}', ['A|-|']],
  ['${A:?needed}', ['A|:?|needed']],
  ['${A:+set}', ['A|:+|set']],
  ['${A:-${B:-c}}', ['A|:-|${B:-c}']],
  ['$$A', ['$A']],
  ['$${A}', ['${A}']],
  ['a $ b', ['a $ b']],
  ['$1', ['$1']],
  ['${A', ['${A']],
  ['${A b}', ['${A b}']],
  ['$A$B', ['A||', 'B||']],
  ['redis://${H:-r}:$P/0', ['redis://', 'H|:-|r', ':', 'P||', '/0']],
];

const expansions: readonly (readonly [text: string, value: string])[] = [
  ['$SET', 'one'],
  ['${EMPTY:-b}', 'b'],
  ['${EMPTY-b}', ''],
  ['${MISSING:-${SET}}', 'one'],
  ['${MISSING:-${OTHER:-deep}}', 'deep'],
  ['${MISSING}', '${MISSING}'],
  ['${SET:+yes}${MISSING:+no}', 'yes'],
  ['${SET:?needed}', 'one'],
  ['$$SET', '$SET'],
];

describe('interpolation', () => {
  for (const [text, expected] of splits) {
    it(`splits ${JSON.stringify(text)}`, () => {
      const parts = interpolation(text);
      assert.deepEqual(parts.map((part) => (part.kind === 'text' ? part.text : `${part.name}|${part.operator ?? ''}|${part.operand ?? ''}`)), expected);
      assert.equal(parts.map((part) => slice(text, part.range)).join(''), text);
    });
  }

  it('points at names and operands', () => {
    const text = 'a${NAME:-b c}';
    const part = interpolation(text)[1];
    assert.ok(part?.kind === 'variable' && part.operandRange !== null);
    assert.equal(slice(text, part.nameRange), 'NAME');
    assert.equal(slice(text, part.operandRange), 'b c');
  });

  const known: Readonly<Record<string, string>> = { SET: 'one', EMPTY: '' };
  for (const [text, value] of expansions) {
    it(`expands ${text}`, () => {
      assert.equal(expand(text, (name) => known[name]), value);
    });
  }

  it('gives up where the result would be too long', () => {
    assert.equal(expand('$A$A', () => 'x'.repeat(100), 150), null);
  });
});
