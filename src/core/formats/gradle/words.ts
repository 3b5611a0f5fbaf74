import type { TextRange } from '../../model/text';
import type { ConfigNode } from '../node';

/** Words before the name that they declare. */
export const declarations = new Set(['val', 'var', 'def', 'final', 'private', 'const', 'lateinit', 'static', 'public', 'internal']);
/** Words with a test in brackets and a block. */
export const conditions = new Set(['if', 'while', 'for', 'when', 'switch', 'catch', 'synchronized']);
/** Calls that read the environment. */
export const lookups = new Set(['System.getenv', 'providers.environmentVariable', 'System.getenv().get', 'System.getenv().getOrDefault']);
/** Calls that give such a look-up another value. */
export const fallbacks = /^(?:providers\.environmentVariable)\(\)\.(?:orElse|getOrElse)$/;
export const operators = new Set(['?:', '+', '-', '*', '/', '==', '!=', '&&', '||', '<', '>', '<=', '>=', '%', '?', ':', '..']);
/** Longer chains of operators are no value that anybody wrote. */
export const maximumOperators = 100;
/** Words between two values: `"a" to "b"`, `x as String`. */
export const infixes = new Set(['to', 'as', 'in', 'is', 'instanceof']);

/** The look-up that `providers.environmentVariable("A").orElse(…)` is; its name ends at `nameEnd`. */
export function withDefault(source: string, nameEnd: number, fallback: ConfigNode | undefined, range: TextRange): ConfigNode | null {
  const key = /environmentVariable\(\s*["']([\w.]+)["']/.exec(source.slice(range.start, nameEnd));
  if (key?.[1] === undefined) return null;
  const start = range.start + key.index + key[0].length - key[1].length - 1;
  return { kind: 'env', key: key[1], keyRange: { start, end: start + key[1].length }, fallback: fallback ?? null, range };
}
