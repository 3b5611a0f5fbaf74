import assert from 'node:assert/strict';
import { parseIni } from '../../../src/core/formats/ini';
import type { ConfigNode, Parsed } from '../../../src/core/formats/node';
import { parseProperties } from '../../../src/core/formats/properties';
import { plain, problemPlaces, slice } from './support';

interface Reading {
  readonly text: string;
  readonly value: unknown;
  readonly problems?: readonly string[];
}

const properties: readonly Reading[] = [
  { text: 'a=b', value: { a: 'b' } },
  { text: 'a = b\nc:d\ne f\ng', value: { a: 'b', c: 'd', e: 'f', g: '' } },
  { text: '# c\n! d\n  a=b', value: { a: 'b' } },
  { text: 'a=one \\\n   two', value: { a: 'one two' } },
  { text: 'a=one \\\r\n   two\r\nb=c', value: { a: 'one two', b: 'c' } },
  { text: 'a\\ b\\=c=d\\:e', value: { 'a b=c': 'd:e' } },
  { text: 'a=\\u00e9\\t\\\\', value: { a: 'é\t\\' } },
  { text: 'a=b=c # no comment', value: { a: 'b=c # no comment' } },
  { text: '\ufeffurl=${DB:x}', value: { url: '${DB:x}' } },
  { text: 'a=\\', value: { a: '' } },
];

const ini: readonly Reading[] = [
  { text: 'a=1\n[s]\nb = 2', value: { a: '1', s: { b: '2' } } },
  { text: '[program:worker]\ncommand=php a:b --x=1 ; c', value: { 'program:worker': { command: 'php a:b --x=1' } } },
  { text: "[s]\na = \"x ; y\"\nb='z' # c", value: { s: { a: 'x ; y', b: 'z' } } },
  { text: '[s]\na =\n    one\n    two>=1\nb=c', value: { s: { a: '\none\ntwo>=1', b: 'c' } } },
  { text: '; c\n# d\n\n[s]\nnothing\na: b', value: { s: { a: 'b' } }, problems: ['nothing'] },
];

function suite(name: string, parse: (text: string) => Parsed<ConfigNode>, readings: readonly Reading[]): void {
  describe(name, () => {
    for (const { text, value, problems = [] } of readings) {
      it(`reads ${JSON.stringify(text)}`, () => {
        const parsed = parse(text);
        assert.deepEqual(plain(parsed.value), value);
        assert.deepEqual(problemPlaces(text, parsed), problems);
      });
    }
  });
}

suite('properties', parseProperties, properties);
suite('ini', parseIni, ini);

describe('places of keys and values', () => {
  const places = (text: string, node: ConfigNode): unknown =>
    node.kind === 'map' ? node.entries.map((entry) => [slice(text, entry.keyRange), entry.value.kind === 'map' ? places(text, entry.value) : slice(text, entry.value.range)]) : null;

  it('are exact in properties', () => {
    const text = '\ufeff a.b = c d\r\ne : f\\\r\n  g\r\n';
    assert.deepEqual(places(text, parseProperties(text).value), [['a.b', 'c d'], ['e', 'f\\\r\n  g']]);
  });

  it('are exact in ini', () => {
    const text = 'x = y\r\n[a b]\r\n  k = "v w" ; c\r\nl = m # n\r\n';
    assert.deepEqual(places(text, parseIni(text).value), [['x', 'y'], ['a b', [['k', 'v w'], ['l', 'm']]]]);
  });
});
