import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex, sameLines } from '../../../src/extension/lines';

describe('LineIndex', () => {
  const text = 'a\nbc\r\n\rdé😀\n';
  for (const { offset, line, character } of [
    { offset: 0, line: 0, character: 0 },
    { offset: 1, line: 0, character: 1 },
    { offset: 2, line: 1, character: 0 },
    { offset: 4, line: 1, character: 2 },
    // Between \r and \n: still the end of the line's text.
    { offset: 5, line: 1, character: 2 },
    { offset: 6, line: 2, character: 0 },
    { offset: 7, line: 3, character: 0 },
    { offset: 9, line: 3, character: 2 },
    { offset: 11, line: 3, character: 4 },
    { offset: 12, line: 4, character: 0 },
    { offset: 99, line: 4, character: 0 },
    { offset: -3, line: 0, character: 0 },
  ]) {
    it(`finds offset ${offset} at ${line}:${character}`, () => {
      assert.deepEqual(new LineIndex(text).position(offset), { line, character });
    });
  }

  it('gives the text of each line without its end', () => {
    const index = new LineIndex(text);
    assert.deepEqual([0, 1, 2, 3, 4, 5].map((line) => index.lineText(line)), ['a', 'bc', '', 'dé😀', '', '']);
  });

  it('agrees with splitting the text at its line ends', () => {
    const part = fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const sample = parts.join('');
        const index = new LineIndex(sample);
        const expected = sample.split(/\r\n|\r|\n/);
        assert.deepEqual(expected.map((_, line) => index.lineText(line)), expected);
        for (let offset = 0; offset <= sample.length; offset++) {
          const before = sample.slice(0, offset);
          const { line, character } = index.position(offset);
          const splitsLineEnd = before.endsWith('\r') && sample[offset] === '\n';
          const lines = (splitsLineEnd ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
          assert.deepEqual({ line, character }, { line: lines.length - 1, character: lines.at(-1)?.length });
        }
      }),
    );
  });
});

describe('sameLines', () => {
  it('looks past line endings only', () => {
    assert.equal(sameLines('A=1\r\nB=2\r', 'A=1\nB=2\n'), true);
    assert.equal(sameLines('A=1\n', 'A=1'), false);
    assert.equal(sameLines('A=1\n', 'A=2\n'), false);
  });
});
