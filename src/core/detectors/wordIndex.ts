import { requirementOf } from './patternWords';

/**
 * Which of many patterns can match a text at all, told by one pass over its words: sources are many, and hardly any of
 * the things that are looked for is in any of them.
 */
export class WordIndex<Value> {
  private built: Built | null = null;

  constructor(private readonly entries: readonly Entry<Value>[]) {}

  /** Values whose pattern may match the text, in the order given. */
  candidates(text: string): readonly Value[] {
    // Patterns of a language that a folder does not have are never taken apart.
    const built = (this.built ??= build(this.entries));
    const found = new Set(built.always);
    for (const { value, parts } of built.byPart) if (parts.some((part) => text.includes(part))) found.add(value);
    addSpokenFor(text, built, found);
    return found.size === 0 ? [] : [...found].sort((one, other) => one - other).flatMap((number) => this.entries[number]?.value ?? []);
  }
}

interface Entry<Value> {
  readonly pattern: RegExp;
  readonly value: Value;
}

/** Entries are numbers here: their places in the list. */
interface Built {
  /** Those that a word speaks for, by the hash of the word. Words of one hash cost a try, no more. */
  readonly byWord: ReadonlyMap<number, readonly number[]>;
  readonly seen: Uint8Array;
  readonly byPart: readonly { readonly value: number; readonly parts: readonly string[] }[];
  readonly always: readonly number[];
}

function build(entries: readonly Entry<unknown>[]): Built {
  const byWord = new Map<number, readonly number[]>();
  const seen = new Uint8Array(seenSize);
  const byPart: { readonly value: number; readonly parts: readonly string[] }[] = [];
  const always: number[] = [];
  for (const [number, { pattern }] of entries.entries()) {
    const requirement = requirementOf(pattern);
    if (requirement === null) always.push(number);
    else if (requirement.kind === 'parts') byPart.push({ value: number, parts: [...requirement.texts] });
    for (const word of requirement?.kind === 'words' ? requirement.texts : []) {
      const hash = hashOf(word);
      byWord.set(hash, [...(byWord.get(hash) ?? []), number]);
      seen[hash & (seenSize - 1)] = 1;
    }
  }
  return { byWord, seen, byPart, always };
}

function addSpokenFor(text: string, { byWord, seen }: Built, found: Set<number>): void {
  let hash = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    if (code < 128 && wordCharacter[code] === 1) {
      hash = hashed(hash, code);
    } else if (hash !== 0) {
      if (seen[hash & (seenSize - 1)] === 1) for (const number of byWord.get(hash) ?? []) found.add(number);
      hash = 0;
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
