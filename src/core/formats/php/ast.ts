import type { TextRange } from '../../model/text';
import { rangeWithin } from '../positions';

/** A node of the library's tree. Its own types name the classes but tell no two of them apart. */
export interface PhpNode {
  readonly kind: string;
  readonly loc?: { readonly start?: { readonly offset?: number }; readonly end?: { readonly offset?: number } } | null;
  readonly [property: string]: unknown;
}

export function isPhpNode(value: unknown): value is PhpNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

export function child(node: PhpNode, property: string): PhpNode | null {
  const value = node[property];
  return isPhpNode(value) ? value : null;
}

export function children(node: PhpNode, property: string): readonly PhpNode[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isPhpNode) : [];
}

export function textOf(node: PhpNode | null, property: string): string | null {
  const value = node?.[property];
  return typeof value === 'string' ? value : null;
}

export function rangeOf(node: PhpNode, source: string): TextRange {
  const start = node.loc?.start?.offset ?? 0;
  return rangeWithin(source.length, start, node.loc?.end?.offset ?? start);
}

/** Inside the quotes of a literal; other text keeps its range. */
export function rangeInQuotes(node: PhpNode, source: string): TextRange {
  const range = rangeOf(node, source);
  // `b'…'` is a string as well.
  const start = source[range.start] === 'b' || source[range.start] === 'B' ? range.start + 1 : range.start;
  const quote = source[start];
  if (quote !== "'" && quote !== '"') return range;
  const end = range.end - start >= 2 && source[range.end - 1] === quote ? range.end - 1 : range.end;
  return { start: Math.min(start + 1, end), end };
}

/** `Facades\Schedule` and `\Schedule` are `Schedule` to a reader. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}

const scopeWords: Readonly<Record<string, string>> = { selfreference: 'self', staticreference: 'static', parentreference: 'parent' };

/** What stands before `::` or after `new`, by its last segment; null for an expression. */
export function className(node: PhpNode | null): string | null {
  if (node === null) return null;
  const scope = scopeWords[node.kind];
  if (scope !== undefined) return scope;
  if (node.kind === 'variable') return variableName(node);
  const name = node.kind === 'name' || node.kind === 'identifier' ? textOf(node, 'name') : null;
  return name === null ? null : lastSegment(name);
}

export function variableName(node: PhpNode | null): string | null {
  const name = node?.kind === 'variable' ? textOf(node, 'name') : null;
  return name === null ? null : `$${name}`;
}

export interface Callee {
  readonly name: string;
  readonly range: TextRange;
}

/** The name of a `call` or `new` as `PhpCall` spells it, or null where the callee is an expression. */
export function calleeOf(node: PhpNode, source: string): Callee | null {
  const what = child(node, 'what');
  if (what === null) return null;
  const range = rangeOf(what, source);
  if (node.kind === 'new') {
    const name = className(what);
    return name === null ? null : { name: `new ${name}`, range };
  }
  if (what.kind === 'name') {
    const name = textOf(what, 'name')?.replace(/^\\/, '');
    return name === undefined ? null : { name, range };
  }
  if (what.kind === 'variable') {
    const name = variableName(what);
    return name === null ? null : { name, range };
  }
  const member = child(what, 'offset');
  const memberName = textOf(member, 'name');
  if (member === null || memberName === null) return null;
  if (what.kind === 'staticlookup') {
    const owner = className(child(what, 'what'));
    return owner === null ? null : { name: `${owner}::${memberName}`, range };
  }
  if (what.kind !== 'propertylookup' && what.kind !== 'nullsafepropertylookup') return null;
  return { name: `->${memberName}`, range: rangeOf(member, source) };
}
