import { isAlias, isMap, isNode, isPair, isScalar, isSeq, Scalar } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { TextRange } from '../../model/text';
import type { ConfigNode, MapEntry, ParseProblem, ScalarNode } from '../node';
import { maximumDepth } from '../node';
import { rangeWithin } from '../positions';
import { problem } from '../problems';

/** What aliases may add to a document: a "billion laughs" stops here. */
const maximumAliasedNodes = 50_000;

interface Conversion {
  readonly text: string;
  readonly problems: ParseProblem[];
  readonly anchors: Map<string, Converted>;
  aliasedNodes: number;
}

interface Converted {
  readonly node: ConfigNode;
  /** How many nodes there are in it, each alias counted as what it stands for. */
  readonly size: number;
}

/** The value of a document with aliases and merge keys resolved; an aliased value keeps the place where it is written. */
export function convertDocument(
  document: Document.Parsed | Document<Node>,
  text: string,
  problems: ParseProblem[],
): ConfigNode {
  const conversion: Conversion = { text, problems, anchors: new Map(), aliasedNodes: 0 };
  const [start] = document.range ?? [0];
  return convert(document.contents, start, 0, conversion).node;
}

function convert(node: unknown, fallbackOffset: number, depth: number, conversion: Conversion): Converted {
  const { text } = conversion;
  if (!isNode(node)) {
    return { node: { kind: 'scalar', value: null, range: rangeWithin(text.length, fallbackOffset, fallbackOffset) }, size: 1 };
  }
  const range = rangeWithin(text.length, node.range?.[0] ?? fallbackOffset, node.range?.[1] ?? fallbackOffset);
  if (isAlias(node)) return aliased(node.source, range, conversion);
  if (depth >= maximumDepth) {
    conversion.problems.push(problem('depth', { start: range.start, end: Math.min(range.start + 1, range.end) }));
    return { node: { kind: 'unknown', why: '…', range }, size: 1 };
  }
  const converted = convertCollection(node, range, depth, conversion) ?? {
    node: isScalar(node) ? scalar(node, range, text) : ({ kind: 'unknown', why: '?', range } as const),
    size: 1,
  };
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) conversion.anchors.set(anchor, converted);
  return converted;
}

function convertCollection(node: Node, range: TextRange, depth: number, conversion: Conversion): Converted | null {
  if (isMap(node)) return convertMap(node, range, depth, conversion);
  if (isSeq(node)) return convertSequence(node, range, depth, conversion);
  return null;
}

function aliased(name: string, range: TextRange, conversion: Conversion): Converted {
  const target = conversion.anchors.get(name);
  const unknown: Converted = { node: { kind: 'unknown', why: `*${name}`, range }, size: 1 };
  if (target === undefined) return unknown;
  if (conversion.aliasedNodes + target.size > maximumAliasedNodes) {
    conversion.problems.push(problem('aliases', range));
    return unknown;
  }
  conversion.aliasedNodes += target.size;
  return target;
}

function convertSequence(node: YAMLSeq, range: TextRange, depth: number, conversion: Conversion): Converted {
  const items: ConfigNode[] = [];
  let size = 1;
  for (const item of node.items) {
    // `[a: 1]` holds a pair, which stands for a map of one entry.
    const converted = isPair(item) ? pairAsMap(item, range, depth + 1, conversion) : convert(item, range.start, depth + 1, conversion);
    items.push(converted.node);
    size += converted.size;
  }
  const tag = ownTag(node.tag);
  return { node: tag === null ? { kind: 'list', items, range } : { kind: 'list', items, range, tag }, size };
}

function pairAsMap(pair: Pair, range: TextRange, depth: number, conversion: Conversion): Converted {
  const entry = convertPair(pair, range.start, depth, conversion);
  const end = Math.max(entry.entry.keyRange.end, entry.entry.value.range.end);
  return { node: { kind: 'map', entries: [entry.entry], range: { start: entry.entry.keyRange.start, end } }, size: entry.size + 1 };
}

function convertMap(node: YAMLMap, range: TextRange, depth: number, conversion: Conversion): Converted {
  const own: MapEntry[] = [];
  const merged: ConfigNode[] = [];
  let size = 1;
  let offset = range.start;
  for (const pair of node.items) {
    const { entry, size: entrySize } = convertPair(pair, offset, depth, conversion);
    offset = Math.max(offset, entry.keyRange.end);
    size += entrySize;
    if (isMergeKey(pair)) merged.push(...(entry.value.kind === 'list' ? entry.value.items : [entry.value]));
    else own.push(entry);
  }
  const entries = merged.length === 0 ? own : [...inherited(own, merged), ...own];
  const tag = ownTag(node.tag);
  return { node: tag === null ? { kind: 'map', entries, range } : { kind: 'map', entries, range, tag }, size };
}

/** Entries that merge keys bring: own ones win, then the maps in the order in which they are named. */
function inherited(own: readonly MapEntry[], sources: readonly ConfigNode[]): readonly MapEntry[] {
  const taken = new Set(own.map((entry) => entry.key));
  const result: MapEntry[] = [];
  for (const source of sources) {
    if (source.kind !== 'map') continue;
    const fresh = source.entries.filter((entry) => !taken.has(entry.key));
    for (const entry of fresh) taken.add(entry.key);
    result.push(...fresh);
  }
  return result;
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.type === Scalar.PLAIN && pair.key.source === '<<';
}

function convertPair(pair: Pair, offset: number, depth: number, conversion: Conversion): { entry: MapEntry; size: number } {
  const { text } = conversion;
  const key = isNode(pair.key) ? pair.key : null;
  const full = rangeWithin(text.length, key?.range?.[0] ?? offset, key?.range?.[1] ?? offset);
  const keyRange = isScalar(key) ? valueRange(key, full, text) : full;
  const name = isScalar(key) && typeof key.source === 'string' ? key.source : text.slice(keyRange.start, keyRange.end);
  if (isScalar(key) && key.anchor !== undefined) {
    conversion.anchors.set(key.anchor, { node: scalar(key, full, text), size: 1 });
  }
  const value = convert(pair.value, keyRange.end, depth + 1, conversion);
  return { entry: { key: name, keyRange, value: value.node }, size: value.size + 1 };
}

function scalar(node: Scalar, full: TextRange, text: string): ConfigNode {
  const range = valueRange(node, full, text);
  const tag = ownTag(node.tag);
  if (tag === null) return plainScalar(node, range);
  const argument: ScalarNode = { kind: 'scalar', value: String(node.source ?? node.value ?? ''), range };
  return { kind: 'unknown', why: tag, range, call: { name: tag, arguments: [argument] } };
}

function plainScalar(node: Scalar, range: TextRange): ScalarNode {
  const { value, source } = node;
  if (typeof value === 'number' || typeof value === 'boolean') {
    const isAsWritten = source === undefined || source === String(value);
    return isAsWritten ? { kind: 'scalar', value, range } : { kind: 'scalar', value, range, text: source };
  }
  if (value === null) return { kind: 'scalar', value: null, range };
  return { kind: 'scalar', value: typeof value === 'string' ? value : (source ?? String(value)), range };
}

function valueRange(node: Scalar, range: TextRange, text: string): TextRange {
  if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) {
    const end = range.end - range.start >= 2 && text[range.end - 1] === text[range.start] ? range.end - 1 : range.end;
    return { start: Math.min(range.start + 1, end), end };
  }
  if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) return range;
  // A block scalar begins below its header (`|`, `>-`).
  const header = text.indexOf('\n', range.start);
  if (header === -1 || header >= range.end) return { start: range.end, end: range.end };
  const content = text.slice(header + 1, range.end);
  const start = header + 1 + (content.length - content.trimStart().length);
  return { start, end: Math.max(start, header + 1 + content.trimEnd().length) };
}

/** `!Ref`, `!reset`: tags of the file's own application. YAML's own ones are resolved by the library. */
function ownTag(tag: string | undefined): string | null {
  return tag !== undefined && tag !== '!' && !tag.startsWith('tag:yaml.org,') ? tag : null;
}
