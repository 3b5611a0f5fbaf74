import assert from 'node:assert/strict';
import type { XmlElement } from '../../../src/core/formats/registry';
import { elementAt, parseXml } from '../../../src/core/formats/xml';
import { slice } from './support';

function outline(element: XmlElement): unknown {
  return [element.name, Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])), element.text, ...element.children.map(outline)];
}

const readings: readonly (readonly [text: string, outline: unknown])[] = [
  ['<a/>', ['a', {}, '']],
  ['<a b="1" c=\'2 &amp; 3\'>x</a>', ['a', { b: '1', c: '2 & 3' }, 'x']],
  ['<a>\n <b> x </b>\n <b/>\n</a>', ['a', {}, '', ['b', {}, 'x'], ['b', {}, '']]],
  ['<a>x<!-- c --><![CDATA[<y>]]>&lt;&#33;&#x21;&custom;</a>', ['a', {}, 'x<y><!!&custom;']],
  ['<?xml version="1.0"?>\n<!DOCTYPE a>\n<p:a xmlns:p="u"><p:b/></p:a>', ['p:a', { 'xmlns:p': 'u' }, '', ['p:b', {}, '']]],
  ['\ufeff<a/>', ['a', {}, '']],
];

describe('xml', () => {
  for (const [text, expected] of readings) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const { value, problems } = parseXml(text);
      assert.deepEqual(value === null ? null : outline(value), expected);
      assert.deepEqual(problems, []);
    });
  }

  it('points at names, attributes and text', () => {
    const text = '<project>\r\n  <parent v="1">\r\n    3.3.0\r\n  </parent>\r\n  <c><![CDATA[ x ]]></c>\r\n</project>';
    const { value } = parseXml(text);
    const parent = elementAt(value, 'parent');
    assert.ok(parent !== undefined);
    const places = [parent.nameRange, parent.textRange, parent.attributes[0]?.nameRange, parent.attributes[0]?.valueRange, elementAt(value, 'c')?.textRange];
    assert.deepEqual(places.map((range) => range && slice(text, range)), ['parent', '3.3.0', 'v', '1', ' x ']);
    assert.equal(elementAt(value, 'parent', 'nothing', 'here'), undefined);
  });

  it('reads on behind what is not closed', () => {
    const { value, problems } = parseXml('<a><b><c>1</c></a>');
    assert.deepEqual(value === null ? null : outline(value), ['a', {}, '', ['b', {}, '', ['c', {}, '1']]]);
    assert.ok(problems.length > 0);
  });

  it('has no root where there is none', () => {
    assert.equal(parseXml('').value, null);
    assert.equal(parseXml('plain').value, null);
  });
});
