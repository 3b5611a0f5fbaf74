import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/xml';
import { parseTree } from './code/parse';
import { rangeOf, textOf } from './code/tree';
import type { Parsed } from './node';
import { maximumDepth } from './node';
import { problem } from './problems';
import type { XmlAttribute, XmlElement } from './registry';

interface OpenElement {
  readonly node: SyntaxNode;
  readonly attributes: XmlAttribute[];
  readonly children: XmlElement[];
  name: string;
  nameRange: XmlElement['nameRange'];
  text: string;
  textStart: number;
  textEnd: number;
}

/** The root element of an XML document, or null. Elements that are not closed end where their parent does. */
export function parseXml(text: string): Parsed<XmlElement | null> {
  const { tree, problems } = parseTree(parser, text, 'XML');
  const open: OpenElement[] = [];
  const found = [...problems];
  let root: XmlElement | null = null;
  let skipped = 0;
  tree.iterate({
    enter: (ref) => {
      const current = open.at(-1);
      switch (ref.name) {
        case 'Element':
          if (open.length < maximumDepth) open.push(begin(ref.node));
          else {
            if (skipped === 0) found.push(problem('depth', { start: ref.from, end: ref.from }));
            skipped += 1;
          }
          return;
        case 'TagName':
          if (current !== undefined && skipped === 0 && current.name === '' && ref.node.parent?.name !== 'CloseTag') {
            current.name = textOf(ref, text);
            current.nameRange = rangeOf(ref);
          }
          return;
        case 'Attribute':
          if (current !== undefined && skipped === 0) current.attributes.push(...attributeOf(ref.node, text));
          return false;
        case 'MissingCloseTag':
        case 'MismatchedCloseTag':
          if (skipped === 0) found.push(problem('syntax', current?.nameRange ?? rangeOf(ref), 'XML'));
          return;
        case 'Text':
        case 'EntityReference':
        case 'CharacterReference':
        case 'Cdata':
          if (current !== undefined && skipped === 0) addText(current, ref, text);
          return;
      }
    },
    leave: (ref) => {
      if (ref.name !== 'Element') return;
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const element = open.pop();
      if (element === undefined) return;
      const finished = finish(element, text);
      const parent = open.at(-1);
      if (parent === undefined) root ??= finished;
      else parent.children.push(finished);
    },
  });
  return { value: root, problems: found };
}

function begin(node: SyntaxNode): OpenElement {
  return { node, attributes: [], children: [], name: '', nameRange: { start: node.from, end: node.from }, text: '', textStart: -1, textEnd: -1 };
}

function addText(element: OpenElement, part: { readonly name: string; readonly from: number; readonly to: number }, source: string): void {
  const raw = textOf(part, source);
  const isCdata = part.name === 'Cdata';
  if (element.text === '' && raw.trim() === '') return;
  const from = isCdata ? part.from + '<![CDATA['.length : part.from;
  const to = isCdata && raw.endsWith(']]>') ? part.to - ']]>'.length : part.to;
  if (element.textStart === -1) element.textStart = from + (isCdata ? 0 : raw.length - raw.trimStart().length);
  const content = isCdata ? source.slice(from, to) : decoded(raw);
  element.text += content;
  if (content.trim() !== '') element.textEnd = isCdata ? to : from + raw.trimEnd().length;
}

function finish(element: OpenElement, source: string): XmlElement {
  const { name, nameRange, attributes, children, node } = element;
  const start = element.textStart === -1 ? contentStart(node) : element.textStart;
  const textRange = { start: Math.min(start, source.length), end: Math.min(Math.max(start, element.textEnd), source.length) };
  return { name, nameRange, attributes, children, text: element.text.trim(), textRange, range: rangeOf(node) };
}

function contentStart(node: SyntaxNode): number {
  return node.getChild('OpenTag')?.to ?? node.to;
}

function attributeOf(node: SyntaxNode, source: string): readonly XmlAttribute[] {
  const name = node.getChild('AttributeName');
  const value = node.getChild('AttributeValue');
  if (name === null) return [];
  const raw = value === null ? '' : textOf(value, source);
  const closed = raw.length >= 2 && raw.endsWith(raw[0] ?? '');
  const start = value === null ? name.to : value.from + 1;
  const end = value === null ? start : Math.max(start, value.to - (closed ? 1 : 0));
  return [{ name: textOf(name, source), nameRange: rangeOf(name), value: decoded(source.slice(start, end)), valueRange: { start, end } }];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and character references; entities of a DTD stay as written and are never expanded. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return point > 0x10ffff ? whole : String.fromCodePoint(point);
  });
}

/** The first element under a path of names, from an element: `elementAt(project, 'parent', 'version')`. */
export function elementAt(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | undefined {
  let current = element ?? undefined;
  for (const name of path) current = current?.children.find((child) => child.name === name);
  return current;
}
