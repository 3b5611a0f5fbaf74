import type { Message } from '../l10n/localized';
import type { TextRange } from '../model/text';

/**
 * A configuration value with positions, the same for every structured format (JSON, YAML, TOML, a PHP array …).
 * `range` of a scalar is the value itself, without quotes. Nothing is evaluated: what is no literal and no look-up
 * of the environment is `unknown`.
 */
export type ConfigNode = MapNode | ListNode | ScalarNode | EnvNode | UnknownNode;

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly range: TextRange;
  /** A format's own tag that stands before it (YAML `!Sub`, `!reset`). */
  readonly tag?: string;
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: ConfigNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
  readonly range: TextRange;
  readonly tag?: string;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly range: TextRange;
  /** A number or boolean as written, where that is not `String(value)`: `3.10`, `0644`, `True`. */
  readonly text?: string;
}

/** `env('KEY', fallback)`, `ENV.fetch("KEY") { … }`, `${KEY:-fallback}`. `range` is the whole expression. */
export interface EnvNode {
  readonly kind: 'env';
  readonly key: string;
  readonly keyRange: TextRange;
  readonly fallback: ConfigNode | null;
  readonly range: TextRange;
}

export interface UnknownNode {
  readonly kind: 'unknown';
  /** What stands there instead, as written in code: `storage_path()`, `!Ref`, `$name`, `var.region`. */
  readonly why: string;
  readonly range: TextRange;
  /** The call or tag that makes the value, with what could be read of its arguments. */
  readonly call?: CallShape;
}

/** `name` is the callee as in the `calls` of its file, or a YAML tag (`!Sub`). */
export interface CallShape {
  readonly name: string;
  readonly arguments: readonly ConfigNode[];
}

/** Result of every parser: what was understood and what was not. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly ParseProblem[];
}

export interface ParseProblem {
  readonly message: Message;
  readonly range: TextRange;
}

/** The entry under `key`; the last of duplicates, as every one of these formats (or its common reader) does. */
export function entryOf(node: ConfigNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.findLast((entry) => entry.key === key);
}

/** The value under a path of keys. */
export function valueAt(node: ConfigNode | undefined, ...path: readonly string[]): ConfigNode | undefined {
  let current = node;
  for (const key of path) current = entryOf(current, key)?.value;
  return current;
}

/** The text of a string, number or boolean scalar, as written. */
export function scalarText(node: ConfigNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return node.text ?? String(node.value);
}

/** Deeper values than this are `unknown`: whoever walks a node recursively stays far from the end of the stack. */
export const maximumDepth = 256;

/** Stands for a document without any value. */
export function emptyMap(end = 0): MapNode {
  return { kind: 'map', entries: [], range: { start: 0, end } };
}
