import { requirementOf } from './patternWords';

/**
 * Which of many patterns can match a text at all, told by one pass over its words: sources are many, and hardly any of
 * the things that are looked for is in any of them.
 */
export class WordIndex<Value> {
  private readonly values: readonly Value[];
  /** Numbers of the values that a word speaks for, by the hash of the word. Words of one hash cost a try, no more. */
  private readonly byWord = new Map<number, readonly number[]>();
  private readonly seen = new Uint8Array(seenSize);
  private readonly byPart: readonly { readonly value: number; readonly parts: readonly string[] }[];
  private readonly always: readonly number[];

  constructor(entries: Iterable<{ readonly pattern: RegExp; readonly value: Value }>) {
    const listed = [...entries].map(({ pattern, value }, number) => ({ number, value, requirement: requirementOf(pattern) }));
    this.values = listed.map(({ value }) => value);
    this.always = listed.filter(({ requirement }) => requirement === null).map(({ number }) => number);
    this.byPart = listed.flatMap(({ number, requirement }) => (requirement?.kind === 'parts' ? [{ value: number, parts: [...requirement.texts] }] : []));
    for (const { number, requirement } of listed) {
      if (requirement?.kind !== 'words') continue;
      for (const word of requirement.texts) {
        const hash = hashOf(word);
        this.byWord.set(hash, [...(this.byWord.get(hash) ?? []), number]);
        this.seen[hash & (seenSize - 1)] = 1;
      }
    }
  }

  /** Values whose pattern may match the text, in the order given. */
  candidates(text: string): readonly Value[] {
    const found = new Set(this.always);
    for (const { value, parts } of this.byPart) if (parts.some((part) => text.includes(part))) found.add(value);
    this.addSpokenFor(text, found);
    return found.size === 0 ? [] : [...found].sort((one, other) => one - other).flatMap((number) => this.values[number] ?? []);
  }

  private addSpokenFor(text: string, found: Set<number>): void {
    const { seen } = this;
    let hash = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const code = index < text.length ? text.charCodeAt(index) : 0;
      if (code < 128 && wordCharacter[code] === 1) {
        hash = hashed(hash, code);
      } else if (hash !== 0) {
        if (seen[hash & (seenSize - 1)] === 1) for (const number of this.byWord.get(hash) ?? []) found.add(number);
        hash = 0;
      }
    }
  }
}

const seenSize = 4096;

const wordCharacter = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

/** Upper and lower case are one: that sets no two words apart that a pattern keeps together. */
function hashed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 0x20)) | 0;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = hashed(hash, word.charCodeAt(index));
  return hash;
}
