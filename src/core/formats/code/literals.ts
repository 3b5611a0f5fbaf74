import type { TextRange } from '../../model/text';
import type { ConfigNode, EnvNode, MapEntry, ScalarNode } from '../node';

/** `\n`, `\t`, `\u00e9`, `\u{1F600}`, `\x41`; any other escaped character stands for itself. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g, (whole, braced, four, two, plain) => {
    const digits: unknown = braced ?? four ?? two;
    if (typeof digits === 'string') {
      const point = Number.parseInt(digits, 16);
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    }
    return typeof plain === 'string' ? (controls[plain] ?? plain) : whole;
  });
}

const controls: Readonly<Record<string, string>> = {
  n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', b: '\b', e: '\u001b', 0: '\0', '\n': '', '\r\n': '',
};

/** A number with the separators and bases of most languages; text that is none gives null. */
export function number(text: string, range: TextRange): ScalarNode | null {
  const isHexadecimal = /^0x/i.test(text);
  const digits = text.replace(/_/g, '').replace(/(?<=\d)(?:[uif](?:8|16|32|64|128|size)|[LlFfDdnNmM])$/, (suffix) => (isHexadecimal && /^[FfDd]$/.test(suffix) ? suffix : ''));
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  if (digits === '' || Number.isNaN(value)) return null;
  return text === String(value) ? { kind: 'scalar', value, range } : { kind: 'scalar', value, range, text };
}

export function boolean(text: string, range: TextRange): ScalarNode {
  const value = text.toLowerCase() === 'true';
  return text === String(value) ? { kind: 'scalar', value, range } : { kind: 'scalar', value, range, text };
}

/** Joins or computes two literals; null where the operator does neither. */
export function fold(operator: string, concatenation: string, left: ConfigNode, right: ConfigNode): string | number | null {
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return null;
  const [one, other] = [left.value, right.value];
  if (operator === concatenation && (typeof one === 'string' || typeof other === 'string' || concatenation === '.')) {
    if (one === null || other === null) return null;
    return `${left.text ?? String(one)}${right.text ?? String(other)}`;
  }
  if (typeof one !== 'number' || typeof other !== 'number') return null;
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0 ? null : one / other;
    default:
      return null;
  }
}

/** The look-up with this fall-back at the end of its chain: `env('A') ?? env('B') ?? 'x'`. */
export function withFallback(lookup: EnvNode, fallback: ConfigNode, range: TextRange): EnvNode {
  if (lookup.fallback === null) return { ...lookup, fallback, range };
  if (lookup.fallback.kind !== 'env') return { ...lookup, range };
  return { ...lookup, fallback: withFallback(lookup.fallback, fallback, lookup.fallback.range), range };
}

/** A look-up of the variable that a literal names; null when the key is no text. */
export function lookupOf(key: ConfigNode | undefined, fallback: ConfigNode | undefined, range: TextRange): EnvNode | null {
  if (key?.kind !== 'scalar' || typeof key.value !== 'string' || key.value === '') return null;
  return { kind: 'env', key: key.value, keyRange: key.range, fallback: fallback ?? null, range };
}

/** Named arguments as the last argument: a map whose first key is where it starts, unlike one in brackets. */
export function namedArguments(entries: readonly MapEntry[]): readonly ConfigNode[] {
  const first = entries[0];
  if (first === undefined) return [];
  const end = Math.max(...entries.map((entry) => Math.max(entry.keyRange.end, entry.value.range.end)));
  return [{ kind: 'map', entries, range: { start: first.keyRange.start, end } }];
}

/** Splits what `namedArguments` joined: a map in brackets stays a positional argument. */
export function splitArguments(values: readonly ConfigNode[]): { readonly positional: readonly ConfigNode[]; readonly named: ConfigNode | undefined } {
  const last = values.at(-1);
  const isNamed = last?.kind === 'map' && last.entries[0]?.keyRange.start === last.range.start;
  return isNamed ? { positional: values.slice(0, -1), named: last } : { positional: values, named: undefined };
}
