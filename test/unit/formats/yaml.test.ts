import assert from 'node:assert/strict';
import type { ConfigNode } from '../../../src/core/formats/node';
import { scalarText, valueAt } from '../../../src/core/formats/node';
import { parseYaml } from '../../../src/core/formats/yaml/parse';
import { plain, problemPlaces, slice } from './support';

const readings: readonly (readonly [text: string, documents: readonly unknown[]])[] = [
  ['a: 1\nb: [x, "y", \'z\']', [{ a: 1, b: ['x', 'y', 'z'] }]],
  ['a: yes\non: push\nb: true\nc: ~\nd:\n', [{ a: 'yes', on: 'push', b: true, c: null, d: null }]],
  ['a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['', []],
  ['# only a comment\n', []],
  ['- a\n- b: 1\n', [['a', { b: 1 }]]],
  ['just text', ['just text']],
  ['a: |\n  one\n  two\nb: >-\n  one\n  two\n', [{ a: 'one\ntwo\n', b: 'one two' }]],
  ['a: ${X:-y}\nb: "${Z}"', [{ a: '${X:-y}', b: '${Z}' }]],
  ['a: &x {k: 1}\nb: *x\nc: *missing', [{ a: { k: 1 }, b: { k: 1 }, c: { unknown: '*missing' } }]],
  ['base: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: 3', [{ base: { x: 1, y: 2 }, c: { x: 1, y: 3 } }]],
  ['p: &p {x: 1}\nq: &q {x: 2, z: 3}\nc: {<<: [*p, *q]}', [{ p: { x: 1 }, q: { x: 2, z: 3 }, c: { x: 1, z: 3 } }]],
  ['a: !Ref Bucket\nb: !Sub "${A}-x"\nc: !Join ["", [a, b]]\nd: !reset null', [
    { a: { unknown: '!Ref' }, b: { unknown: '!Sub' }, c: ['', ['a', 'b']], d: { unknown: '!reset' } },
  ]],
  ['a: !!str 12\nb: 0x10\nc: 1e3', [{ a: '12', b: 16, c: 1000 }]],
  ['a: [b: 1, c]', [{ a: [{ b: 1 }, 'c'] }]],
  ['? [x, y]\n: z', [{ '[x, y]': 'z' }]],
  ['1: a\ntrue: b', [{ '1': 'a', true: 'b' }]],
  ['a: &a [*a]', [{ a: [{ unknown: '*a' }] }]],
];

describe('yaml', () => {
  for (const [text, documents] of readings) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseYaml(text).value.map(plain), documents);
    });
  }

  it('points at keys and values without quotes, in any document', () => {
    const text = '\ufeffa: "x y"\r\n---\r\n"b" : \'z\'\r\nc: |-\r\n  block\r\n  text\r\nd: [1, e]\r\n';
    const places = parseYaml(text).value.flatMap((document) =>
      document.kind === 'map' ? document.entries.map((entry) => [slice(text, entry.keyRange), slice(text, entry.value.range)]) : [],
    );
    assert.deepEqual(places, [['a', 'x y'], ['b', 'z'], ['c', 'block\r\n  text'], ['d', '[1, e]']]);
  });

  it('keeps how numbers are written', () => {
    const document = parseYaml('version: 3.10\nmode: 0644\nport: 80').value[0];
    assert.deepEqual(['version', 'mode', 'port'].map((key) => scalarText(valueAt(document, key))), ['3.10', '0644', '80']);
  });

  it('gives the place where an aliased value is written', () => {
    const text = 'a: &x {k: one}\nb: {<<: *x}';
    const node = valueAt(parseYaml(text).value[0], 'b', 'k');
    assert.deepEqual(node?.range, { start: 10, end: 13 });
  });

  it('keeps tags of maps and lists, and the text of a tagged scalar', () => {
    const document = parseYaml('a: !override {b: 1}\nc: !If [x]\nd: !Ref Name').value[0];
    const [a, c, d] = ['a', 'c', 'd'].map((key) => valueAt(document, key)) as [ConfigNode, ConfigNode, ConfigNode];
    assert.deepEqual([a.kind === 'map' && a.tag, c.kind === 'list' && c.tag], ['!override', '!If']);
    assert.ok(d.kind === 'unknown' && d.call !== undefined);
    assert.deepEqual([d.call.name, d.call.arguments.map(plain)], ['!Ref', ['Name']]);
  });

  it('reads brackets that are closed below their key, as other parsers do', () => {
    const text = `a: !If [A, {
      b: !If [B, !Ref c, "d # {"], # e
      f: !Ref g
    }, !Ref h]
i:
  j: [ 'k', {
    l: "it's"
  }]
m: don't [n]
`;
    const parsed = parseYaml(text);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.value.map(plain), [{ a: ['A', { b: ['B', { unknown: '!Ref' }, 'd # {'], f: { unknown: '!Ref' } }, { unknown: '!Ref' }], i: { j: ['k', { l: "it's" }] }, m: "don't [n]" }]);
    const first = parsed.value[0];
    assert.ok(first?.kind === 'map');
    assert.deepEqual(first.entries.map(({ keyRange }) => slice(text, keyRange)), ['a', 'i', 'm']);
  });

  it('reads on behind a broken line', () => {
    const text = 'a: 1\nb: [1, 2\nc: 3\n';
    const parsed = parseYaml(text);
    assert.deepEqual(plain(valueAt(parsed.value[0], 'a')), 1);
    assert.notDeepEqual(problemPlaces(text, parsed), []);
  });

  it('does not expand aliases without end', () => {
    const bomb = `a0: &a0 [x, x, x, x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}`;
    const parsed = parseYaml(bomb);
    assert.equal(count(parsed.value[0] as ConfigNode) < 200_000, true);
    assert.match(parsed.problems[0]?.message.text.en ?? '', /aliases/);
  });
});

function count(node: ConfigNode): number {
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + count(item), 1);
  if (node.kind === 'map') return node.entries.reduce((sum, entry) => sum + count(entry.value), 1);
  return 1;
}
