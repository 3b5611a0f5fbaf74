import assert from 'node:assert/strict';
import type { ConfigNode, Parsed } from '../../../src/core/formats/node';
import { maximumDepth } from '../../../src/core/formats/node';
import type { SourceCall, SourceFile } from '../../../src/core/formats/registry';
import type { TextRange } from '../../../src/core/model/text';

/** A value without positions: maps as objects, look-ups as `{ env, fallback }`, what is unknown as `{ unknown }`. */
export function plain(node: ConfigNode | null | undefined): unknown {
  if (node === null || node === undefined) return node;
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
    case 'list':
      return node.items.map(plain);
    case 'scalar':
      return node.value;
    case 'env':
      return { env: node.key, fallback: plain(node.fallback) };
    case 'unknown':
      return { unknown: node.why };
  }
}

/** A look-up of the environment as `plain` shows it. */
export function env(name: string, fallback: unknown = null): unknown {
  return { env: name, fallback };
}

/** What a source file says, each name with the text that it points at. */
export function projection(text: string, file: SourceFile): unknown {
  const call = ({ name, nameRange, arguments: values }: SourceCall): string => `${name} @${slice(text, nameRange)} ${JSON.stringify(values.map(plain))}`;
  return {
    assignments: file.assignments.map(({ target, targetRange, value }) => `${target} @${slice(text, targetRange)} ${JSON.stringify(plain(value))}`),
    calls: file.calls.map(call),
    decorators: file.decorators.map(call),
    imports: file.imports.map(({ module, names }) => [module, ...names].join(' ')),
    classes: file.classes.map(({ name, parents }) => [name, ...parents].join(' ')),
  };
}

/** The blocks around each call and assignment that has any. */
export function blocks(file: SourceFile): unknown {
  const placed = [...file.calls, ...file.assignments.map(({ target, within }) => ({ name: target, within }))].filter(({ within }) => within !== undefined);
  return Object.fromEntries(placed.map(({ name, within = [] }) => [name, within.map((block) => `${block.name} ${JSON.stringify(block.arguments.map(plain))}`)]));
}

export function slice(text: string, range: TextRange): string {
  return text.slice(range.start, range.end);
}

/** Where each problem is. */
export function problemPlaces(text: string, parsed: Parsed<unknown>): readonly string[] {
  return parsed.problems.map(({ range }) => slice(text, range));
}

/** Fails when any range of a result lies outside the text, runs backwards, or when a value nests too deeply. */
export function assertRanges(parsed: Parsed<unknown>, length: number): void {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: parsed, depth: 0 }];
  const seen = new Set<unknown>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    assert.ok(depth < maximumDepth * 6, 'value nests too deeply');
    if (isRange(value)) {
      assert.ok(Number.isInteger(value.start) && Number.isInteger(value.end), `not whole: ${JSON.stringify(value)}`);
      assert.ok(value.start >= 0 && value.start <= value.end && value.end <= length, `outside 0..${length}: ${JSON.stringify(value)}`);
      continue;
    }
    for (const child of Object.values(value)) pending.push({ value: child, depth: depth + 1 });
  }
}

function isRange(value: object): value is TextRange {
  return 'start' in value && 'end' in value && Object.keys(value).length === 2;
}
