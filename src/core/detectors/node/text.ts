import type { FactValue, TextRange } from '../../model';

/** The text with comments blanked out, position for position. Strings and template literals are left alone. */
export function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (match) =>
    match.startsWith('/') ? match.replace(/[^\n]/g, ' ') : match);
}

/** A property of an object literal: its value as far as it is a text or a look-up of the environment. */
export interface Property {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: FactValue;
  /** The text that decides: the literal, or the fall-back of a look-up, or the variable's name. */
  readonly range: TextRange;
  /** The environment's section it stands in (`production: { … }`), where the file has such sections. */
  readonly section: string | null;
}

const literal = String.raw`(["'\`])([^"'\`\n$]*)\3`;
const lookup = String.raw`(?:process\.env|Bun\.env|env)(?:\.([A-Z]\w*)|\[\s*["'](\w+)["']\s*\])!?|(?:Deno\.env\.get|[Ee]nv\.get|env|configService\.(?:get|getOrThrow))(?:<\w+>)?\(\s*["']([\w.]+)["']\s*(?:,\s*(?:\{[^}]*\}|(["'])([^"'\n]*)\8)\s*)?\)`;
const after = String.raw`(?:\s*(?:\?\?|\|\|)\s*(["'])([^"'\n]*)\10)?`;

/** Properties of these names anywhere in the text. Linear: each alternative is anchored at a key. */
export function properties(text: string, keys: readonly string[]): readonly Property[] {
  const clean = withoutComments(text);
  const pattern = new RegExp(String.raw`(?<![\w$.])["']?(${keys.join('|')})["']?(\s*:\s*)(?:${literal}|${lookup})${after}`, 'g');
  const sections = [...clean.matchAll(/(?<![\w$])["']?(production|development|staging|test|local)["']?\s*:\s*\{/g)].map((match) => ({ name: match[1] ?? '', start: match.index }));
  return [...clean.matchAll(pattern)].flatMap((match): readonly Property[] => {
    const key = match[1] ?? '';
    const whole = match[0];
    const keyStart = match.index + whole.indexOf(key);
    const section = sections.findLast(({ start }) => start < match.index)?.name ?? null;
    const keyRange = { start: keyStart, end: keyStart + key.length };
    if (match[4] !== undefined) {
      const start = match.index + whole.indexOf(match[3] ?? '', key.length + (match[2]?.length ?? 0)) + 1;
      const at = match.index + whole.lastIndexOf(match[4], whole.length - 1);
      const range = { start: match[4] === '' ? start : at, end: (match[4] === '' ? start : at) + match[4].length };
      return [{ key, keyRange, value: { kind: 'literal' as const, text: match[4] }, range, section }];
    }
    const variable = match[5] ?? match[6] ?? match[7] ?? '';
    const fallback = match[9] ?? match[11];
    const decisive = fallback === undefined || fallback === '' ? variable : fallback;
    const start = match.index + whole.lastIndexOf(decisive);
    return [{ key, keyRange, value: { kind: 'env' as const, key: variable, fallback: fallback === undefined ? null : { kind: 'literal' as const, text: fallback } }, range: { start, end: start + decisive.length }, section }];
  });
}
