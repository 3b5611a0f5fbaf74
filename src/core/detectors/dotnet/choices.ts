import { closing } from '../maskedSource';
import type { Setting } from './settings';

/** A branch that runs where a value is one of `words`; `among` are the words of the whole chain. */
export interface Choice {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly among: readonly string[];
}

const maximumChains = 200;
const maximumBranches = 20;

/**
 * Chains over providers: `if (provider == "Redis") { … } else if (provider == "SqlServer") { … }`, `if (options.UsedKafka()) { … } else if …`.
 * `code` has blank strings, `text` the words of them at the same places. Only chains of two words and more choose.
 */
export function choicesOf(code: string, text: string): readonly Choice[] {
  const found: Choice[] = [];
  let end = 0;
  for (const match of [...code.matchAll(/\bif\s{0,9}\(/g)].slice(0, maximumChains)) {
    if (match.index < end) continue;
    const branches: Omit<Choice, 'among'>[] = [];
    let next: { readonly open: number } | null = { open: match.index + match[0].length - 1 };
    while (next !== null && branches.length < maximumBranches) {
      const close = closing(code, next.open, 400);
      if (close === null) break;
      const block = /^\s{0,200}\{/.exec(code.slice(close + 1, close + 202));
      if (block === null) break;
      const start = close + block[0].length;
      const last = closing(code, start, 5_000);
      if (last === null) break;
      const word = wordOf(code.slice(next.open + 1, close), text.slice(next.open + 1, close));
      if (word === null) break;
      branches.push({ start, end: last, word });
      const otherwise = /^\s{0,200}else\s{1,9}if\s{0,9}\(/.exec(code.slice(last + 1, last + 230));
      next = otherwise === null ? null : { open: last + otherwise[0].length };
    }
    if (branches.length < 2) continue;
    end = branches.at(-1)?.end ?? end;
    const among = branches.map(({ word }) => word);
    found.push(...branches.map((branch) => ({ ...branch, among })));
  }
  return found;
}

/** The one word that a condition asks for, as letters and digits. */
function wordOf(code: string, text: string): string | null {
  if (/[|&!]/.test(code)) return null;
  const asked = /\b(?:Used?|Is)([A-Z]\w{0,60})(?:\(\s{0,9}\))?\s{0,9}$/.exec(code)?.[1] ?? /==\s{0,9}(?:\w{1,60}\.){1,5}(\w{1,60})\s{0,9}$/.exec(code)?.[1];
  const compared = /(?:==\s{0,9}|Equals\()"([\w .-]{1,60})"/.exec(text)?.[1];
  const word = plainWord(asked ?? compared ?? '');
  return word === '' ? null : word;
}

/** Names of settings that say which of several. */
const telling = /(?:provider|type|kind|mode|driver|engine|store|transport|broker|backend|implementation|dialect|dbms)$/i;

/**
 * The word of a chain that the settings say: of several settings the one whose sections the code's path names. Undefined where none says any,
 * or several disagree.
 */
export function chosenWord(among: readonly string[], path: string, settings: readonly Setting[], textOf: (setting: Setting) => string): string | undefined {
  const place = plainWord(path);
  const said = settings.flatMap((setting) => {
    const word = plainWord(textOf(setting));
    if (!telling.test(setting.path) || !among.includes(word)) return [];
    return [{ word, score: setting.path.split(':').slice(0, -1).filter((section) => place.includes(plainWord(section))).length }];
  });
  const best = Math.max(...said.map(({ score }) => score));
  const words = new Set(said.filter(({ score }) => score === best).map(({ word }) => word));
  const [only] = words;
  return words.size === 1 ? only : undefined;
}

export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
