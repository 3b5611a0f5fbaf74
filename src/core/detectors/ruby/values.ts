import type { FactValue, TextRange } from '../../model';
import type { ConfigNode } from '../../formats/node';
import { isSecretKey, secretState, urlParts } from '../facts';
import { toTest, type Condition } from './conditions';

/** One thing that an expression may be worth, and what has to hold for it. */
export interface Alternative {
  readonly value: FactValue;
  /** The text that decides. */
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

/** `a ? b : c` is worth two things, and `a || b` is worth `b` where `a` cannot be told. */
export function alternativesOf(name: string, node: ConfigNode, when: readonly Condition[] = [], depth = 0): readonly Alternative[] {
  if (depth > 6) return [];
  if (node.kind === 'list' && node.items[0] !== undefined) return alternativesOf(name, node.items[0], when, depth + 1);
  if (node.kind === 'unknown' && node.call !== undefined) {
    const [test, yes, no] = node.call.arguments;
    if (node.call.name === '?:' && test !== undefined && yes !== undefined) {
      const asked = toTest(test);
      return [
        ...alternativesOf(name, yes, [...when, { test: asked, negated: false }], depth + 1),
        ...(no === undefined ? [] : alternativesOf(name, no, [...when, { test: asked, negated: true }], depth + 1)),
      ];
    }
    if (node.call.name === '||' && test !== undefined && yes !== undefined) return [...alternativesOf(name, test, when, depth + 1), ...alternativesOf(name, yes, when, depth + 1)];
    const [first] = node.call.arguments;
    if (/^(?:Logger|.*::Logger)\.new$/.test(node.call.name) && first !== undefined) return [{ value: { kind: 'unknown', why: node.call.name }, range: node.range, when }];
  }
  return [{ value: valueOf(name, node), range: decidingRange(node), when }];
}

function valueOf(name: string, node: ConfigNode): FactValue {
  switch (node.kind) {
    case 'scalar':
      return literal(name, node.value);
    case 'env':
      return { kind: 'env', key: node.key, fallback: node.fallback === null ? null : fallbackOf(name, node.fallback) };
    case 'unknown':
      return { kind: 'unknown', why: /^[\w.:?!]{1,80}(?:\(\))?$/.test(node.why) ? node.why : 'an expression' };
    case 'list':
    case 'map':
      return { kind: 'unknown', why: node.kind === 'map' && node.entries.length === 0 || node.kind === 'list' ? 'empty' : 'a structure' };
  }
}

function fallbackOf(name: string, node: ConfigNode): FactValue {
  const first = alternativesOf(name, node).at(-1);
  return first === undefined ? { kind: 'unknown', why: 'an expression' } : first.value;
}

/** The place of the fall-back's literal where there is one, else of the expression. */
function decidingRange(node: ConfigNode): TextRange {
  if (node.kind === 'env' && node.fallback?.kind === 'scalar' && node.fallback.value !== null) return node.fallback.range;
  if (node.kind === 'env' && node.fallback?.kind === 'env') return decidingRange(node.fallback);
  return node.kind === 'env' ? node.keyRange : node.range;
}

export function literal(name: string, value: string | number | boolean | null): FactValue {
  if (value === null) return { kind: 'none' };
  const text = String(value);
  const parts = typeof value === 'string' && text.includes('://') ? urlParts(text) : undefined;
  if (parts !== undefined) return { kind: 'literal', text: `${parts.scheme}://${parts.host}` };
  if (isSecretKey(name.slice(name.lastIndexOf('.') + 1)) || text.length > 200) return secretState(text);
  return { kind: 'literal', text };
}
