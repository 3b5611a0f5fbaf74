import type { FactValue, TextRange } from '../../model';

/**
 * The text with comments blanked out, position for position. Strings and template literals are left alone; one that
 * is never closed ends with its line, so that every character is looked at once.
 */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  let index = 0;
  while (index < text.length) {
    const character = text[index];
    if (character === '"' || character === "'" || character === '`') {
      index = endOfString(text, index, character);
    } else if (character === '\\') {
      // `/\/*$/`: an escape of a regular expression opens no comment.
      index += 2;
    } else if (character === '/' && (text[index + 1] === '/' || text[index + 1] === '*')) {
      const end = text[index + 1] === '/' ? indexOrEnd(text, '\n', index) : Math.min(indexOrEnd(text, '*/', index + 2) + 2, text.length);
      kept.push(text.slice(from, index), text.slice(index, end).split('\n').map((line) => ' '.repeat(line.length)).join('\n'));
      from = end;
      index = end;
    } else {
      index += 1;
    }
  }
  kept.push(text.slice(from));
  return kept.join('');
}

function endOfString(text: string, start: number, quote: string): number {
  let index = start + 1;
  for (; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === quote) return index + 1;
    else if (character === '\n' && quote !== '`') return index;
  }
  return text.length;
}

function indexOrEnd(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from);
  return found < 0 ? text.length : found;
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
