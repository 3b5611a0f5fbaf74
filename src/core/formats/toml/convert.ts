import type { AST } from 'toml-eslint-parser';
import type { TextRange } from '../../model/text';
import type { ConfigNode, ListNode, MapNode, ScalarNode } from '../node';
import { maximumDepth } from '../node';

/** Tables are reopened and extended by dotted keys: maps are collected first and frozen at the end. */
interface Table {
  readonly kind: 'table';
  readonly entries: Map<string, { readonly keyRange: TextRange; value: Value }>;
  start: number;
  end: number;
}

interface TableArray {
  readonly kind: 'tables';
  readonly items: Table[];
  readonly start: number;
}

type Value = Table | TableArray | ConfigNode;

export function convertProgram(program: AST.TOMLProgram, source: string): MapNode {
  const root = newTable(0);
  for (const top of program.body) {
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') assign(root, node, 0, source);
      else readTable(root, node, source);
    }
  }
  return { ...freezeTable(root), range: { start: 0, end: source.length } };
}

function readTable(root: Table, node: AST.TOMLTable, source: string): void {
  const keys = node.key.keys;
  const last = keys.at(-1);
  if (last === undefined) return;
  const parent = descend(root, keys.slice(0, -1));
  if (parent === null) return;
  const table = node.kind === 'array' ? appended(parent, last, node) : descend(parent, [last]);
  if (table === null) return;
  table.start = Math.min(table.start, node.range[0]);
  for (const pair of node.body) assign(table, pair, 0, source);
  stretch(table, node.range[1]);
}

function appended(parent: Table, key: AST.TOMLBare | AST.TOMLQuoted, node: AST.TOMLTable): Table | null {
  const name = nameOf(key);
  const present = parent.entries.get(name)?.value;
  if (present !== undefined && present.kind !== 'tables') return null;
  const tables = present ?? { kind: 'tables' as const, items: [], start: node.range[0] };
  if (present === undefined) parent.entries.set(name, { keyRange: keyRange(key), value: tables });
  const table = newTable(node.range[0]);
  tables.items.push(table);
  return table;
}

/** The table under these keys, made where it is missing; null where something else stands there. */
function descend(from: Table, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[]): Table | null {
  let table = from;
  for (const key of keys) {
    const name = nameOf(key);
    let next = table.entries.get(name)?.value;
    if (next === undefined) {
      next = newTable(key.range[0]);
      table.entries.set(name, { keyRange: keyRange(key), value: next });
    }
    if (next.kind === 'tables') next = next.items.at(-1);
    if (next?.kind !== 'table') return null;
    table = next;
  }
  return table;
}

function assign(table: Table, pair: AST.TOMLKeyValue, depth: number, source: string): void {
  const keys = pair.key.keys;
  const last = keys.at(-1);
  if (last === undefined) return;
  const target = descend(table, keys.slice(0, -1));
  if (target === null) return;
  target.entries.set(nameOf(last), { keyRange: keyRange(last), value: convert(pair.value, depth + 1, source) });
  stretch(target, pair.range[1]);
  stretch(table, pair.range[1]);
}

function convert(node: AST.TOMLContentNode, depth: number, source: string): Value {
  const range = { start: node.range[0], end: node.range[1] };
  if (depth >= maximumDepth) return { kind: 'unknown', why: '…', range };
  switch (node.type) {
    case 'TOMLArray':
      return { kind: 'list', items: node.elements.map((element) => freeze(convert(element, depth + 1, source))), range };
    case 'TOMLInlineTable': {
      const table = newTable(range.start);
      for (const pair of node.body) assign(table, pair, depth + 1, source);
      table.end = range.end;
      return table;
    }
    default:
      return scalar(node, range, source);
  }
}

function scalar(node: AST.TOMLValue, range: TextRange, source: string): ScalarNode {
  switch (node.kind) {
    case 'string': {
      const quotes = node.multiline ? 3 : 1;
      return { kind: 'scalar', value: node.value, range: { start: range.start + quotes, end: Math.max(range.start + quotes, range.end - quotes) } };
    }
    case 'integer':
    case 'float': {
      const text = source.slice(range.start, range.end);
      return text === String(node.value) ? { kind: 'scalar', value: node.value, range } : { kind: 'scalar', value: node.value, range, text };
    }
    case 'boolean':
      return { kind: 'scalar', value: node.value, range };
    default:
      return { kind: 'scalar', value: node.datetime, range };
  }
}

function freeze(value: Value): ConfigNode {
  if (value.kind === 'table') return freezeTable(value);
  if (value.kind !== 'tables') return value;
  const items = value.items.map(freezeTable);
  const list: ListNode = { kind: 'list', items, range: { start: value.start, end: items.at(-1)?.range.end ?? value.start } };
  return list;
}

function freezeTable(table: Table): MapNode {
  const entries = [...table.entries].map(([key, entry]) => ({ key, keyRange: entry.keyRange, value: freeze(entry.value) }));
  const end = Math.max(table.end, ...entries.map((entry) => entry.keyRange.end));
  return { kind: 'map', entries, range: { start: table.start, end } };
}

function newTable(start: number): Table {
  return { kind: 'table', entries: new Map(), start, end: start };
}

function stretch(table: Table, end: number): void {
  table.end = Math.max(table.end, end);
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function keyRange(key: AST.TOMLBare | AST.TOMLQuoted): TextRange {
  const [start, end] = key.range;
  return key.type === 'TOMLBare' ? { start, end } : { start: start + 1, end: end - 1 };
}
