import assert from 'node:assert/strict';
import { scalarText, valueAt } from '../../../src/core/formats/node';
import { parseToml } from '../../../src/core/formats/toml/parse';
import { plain, problemPlaces, slice } from './support';

const readings: readonly (readonly [text: string, value: unknown, problems: readonly string[]])[] = [
  ['a = 1\nb = "x"\nc = [1, 2]\nd = true', { a: 1, b: 'x', c: [1, 2], d: true }, []],
  ['[a.b]\nc = 1\n[a.d]\ne = 2', { a: { b: { c: 1 }, d: { e: 2 } } }, []],
  ['a.b.c = 1\na.b.d = 2', { a: { b: { c: 1, d: 2 } } }, []],
  ['[[p]]\nn = 1\n[[p]]\nn = 2\n[p.q]\nz = 3', { p: [{ n: 1 }, { n: 2, q: { z: 3 } }] }, []],
  ['x = {a = 1, b.c = "d"}', { x: { a: 1, b: { c: 'd' } } }, []],
  ["a = '''\none\ntwo'''\nb = \"\"\"x\"\"\"", { a: 'one\ntwo', b: 'x' }, []],
  ['d = 2026-01-02T03:04:05Z', { d: '2026-01-02T03:04:05Z' }, []],
  ['"a b" = 1\n[x."y.z"]\nk = 2', { 'a b': 1, x: { 'y.z': { k: 2 } } }, []],
  ['', {}, []],
  ['a = 1\nb = \nc = 2', { a: 1, c: 2 }, ['c']],
  ['a = [1,\nb = 2\n[x]\ny = 1', { b: 2, x: { y: 1 } }, ['b']],
  ['a = 1\nb = "open\nc = 2', { a: 1, c: 2 }, ['\n']],
  ['[broken\nx = 1\n[whole]\ny = 2', { whole: { y: 2 } }, ['x']],
  ['a = 1\na = 2', { a: 1 }, ['a']],
];

describe('toml', () => {
  for (const [text, value, problems] of readings) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const parsed = parseToml(text);
      assert.deepEqual(plain(parsed.value), value);
      assert.deepEqual(problemPlaces(text, parsed), problems);
    });
  }

  it('points at keys and values without quotes', () => {
    const text = '\ufeff[project]\r\nname = "shop"\r\n"k" = \'\'\'v\'\'\'\r\n[project.urls]\r\nn = 1_000\r\n';
    const project = valueAt(parseToml(text).value, 'project');
    assert.ok(project?.kind === 'map');
    assert.deepEqual(
      project.entries.slice(0, 2).map((entry) => [slice(text, entry.keyRange), slice(text, entry.value.range)]),
      [['name', 'shop'], ['k', 'v']],
    );
    assert.equal(scalarText(valueAt(project, 'urls', 'n')), '1_000');
    assert.equal(slice(text, project.range).startsWith('[project]'), true);
  });

  it('gives up a file that is something else', () => {
    const parsed = parseToml('<html>\n<body>\n</body>\n</html>\n'.repeat(20));
    assert.deepEqual(plain(parsed.value), {});
    assert.ok(parsed.problems.length > 0);
  });
});
