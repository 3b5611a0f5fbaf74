import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Positions } from '../../../src/core/report/positions';

const at = (text: string, offset: number): readonly [number, number] => {
  const { line, column } = new Positions(() => text).at('f', offset);
  return [line, column];
};

describe('positions', () => {
  it('counts lines and UTF-16 columns from 1', () => {
    assert.deepEqual([at('ab\ncd', 0), at('ab\ncd', 3), at('ab\r\ncd', 4), at('a\rb', 2), at('😀x', 2)], [[1, 1], [2, 1], [2, 1], [2, 1], [1, 3]]);
  });

  it('leads back to the offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '😀')).map((parts) => parts.join('')), fc.nat(), (text, seed) => {
        const offset = text.length === 0 ? 0 : seed % (text.length + 1);
        const [line, column] = at(text, offset);
        const lines = text.split(/(?<=\n)/);
        const start = lines.slice(0, line - 1).join('').length;
        assert.equal(start + column - 1, offset);
      }),
    );
  });
});
