import { visit } from 'jsonc-parser';
import type { TextRange } from '../model/text';
import type { ConfigNode, MapEntry, Parsed, ParseProblem } from './node';
import { emptyMap, maximumDepth } from './node';
import { withoutByteOrderMark } from './positions';
import { maximumProblems, problem } from './problems';

interface OpenContainer {
  readonly kind: 'map' | 'list';
  readonly start: number;
  readonly entries: MapEntry[];
  readonly items: ConfigNode[];
  key: { readonly key: string; readonly keyRange: TextRange } | null;
}

class TooDeep extends Error {}

/** JSON, with comments and trailing commas; what is broken is skipped and the rest is read. */
export function parseJson(text: string): Parsed<ConfigNode> {
  const source = withoutByteOrderMark(text);
  const problems: ParseProblem[] = [];
  const open: OpenContainer[] = [];
  let root: ConfigNode | null = null;

  const add = (value: ConfigNode): void => {
    const parent = open.at(-1);
    if (parent === undefined) root ??= value;
    else if (parent.kind === 'list') parent.items.push(value);
    else if (parent.key !== null) {
      parent.entries.push({ ...parent.key, value });
      parent.key = null;
    }
  };
  const begin = (kind: 'map' | 'list', start: number): void => {
    if (open.length >= maximumDepth) {
      problems.push(problem('depth', { start, end: start + 1 }));
      throw new TooDeep();
    }
    open.push({ kind, start, entries: [], items: [], key: null });
  };
  const close = (end: number): void => {
    const container = open.pop();
    if (container === undefined) return;
    const range = { start: container.start, end };
    add(container.kind === 'map' ? { kind: 'map', entries: container.entries, range } : { kind: 'list', items: container.items, range });
  };

  try {
    visit(
      source,
      {
        onObjectBegin: (offset) => begin('map', offset),
        onObjectEnd: (offset, length) => close(offset + length),
        onArrayBegin: (offset) => begin('list', offset),
        onArrayEnd: (offset, length) => close(offset + length),
        onObjectProperty: (key, offset, length) => {
          const container = open.at(-1);
          if (container !== undefined) container.key = { key, keyRange: inside(source, offset, length) };
        },
        onLiteralValue: (value: unknown, offset, length) => add(scalar(source, value, offset, length)),
        onError: (_error, offset, length) => {
          if (problems.length >= maximumProblems) return;
          const start = Math.min(offset, source.length);
          problems.push(problem('syntax', { start, end: Math.min(start + length, source.length) }, 'JSON'));
        },
      },
      { allowTrailingComma: true },
    );
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  while (open.length > 0) close(source.length);
  return { value: root ?? emptyMap(source.length), problems };
}

function scalar(source: string, value: unknown, offset: number, length: number): ConfigNode {
  if (typeof value === 'string') return { kind: 'scalar', value, range: inside(source, offset, length) };
  const range = { start: offset, end: offset + length };
  if (typeof value !== 'number') return { kind: 'scalar', value: value === true || value === false ? value : null, range };
  const text = source.slice(range.start, range.end);
  return text === String(value) ? { kind: 'scalar', value, range } : { kind: 'scalar', value, range, text };
}

/** The range without the quotes; an unterminated string has one quote only. */
function inside(source: string, offset: number, length: number): TextRange {
  const end = offset + length;
  const closed = length >= 2 && source[end - 1] === source[offset];
  return { start: Math.min(offset + 1, end), end: closed ? end - 1 : end };
}
