import { sequencesOf, type Item, type Sequence } from './patternItems';

/**
 * Texts one of which is in everything that a pattern matches: as whole words, or as part of any. Lower case for words.
 */
export interface Requirement {
  readonly kind: 'words' | 'parts';
  readonly texts: ReadonlySet<string>;
}

/** Null where the source does not tell. Words are looked for first: they are found faster. */
export function requirementOf(pattern: RegExp): Requirement | null {
  const alternatives = sequencesOf(pattern.source);
  const words = bestOf(alternatives, wordsOf);
  if (words !== null) return { kind: 'words', texts: new Set([...words].map((word) => word.toLowerCase())) };
  const parts = pattern.flags.includes('i') ? null : bestOf(alternatives, partsOf);
  return parts === null || parts.length > maximumParts ? null : { kind: 'parts', texts: new Set(parts) };
}

const maximumParts = 8;
const shortestWord = 2;
const shortestPart = 4;

type Finder = (items: Sequence, before: Side, after: Side) => readonly string[] | null;

/** Every alternative must have its own texts. */
function bestOf(alternatives: readonly Sequence[], find: Finder, before: Side = 'word', after: Side = 'word'): readonly string[] | null {
  const all: string[] = [];
  for (const items of alternatives) {
    const found = find(items, before, after);
    if (found === null) return null;
    all.push(...found);
  }
  return all;
}

/** What borders on a place: the end of a word for certain, what may be missing and is of no word otherwise, or perhaps more of a word. */
type Side = 'end' | 'open' | 'word';

function wordsOf(items: Sequence, before: Side, after: Side): readonly string[] | null {
  const left = (index: number): Side => sideOf(items, index, -1, before);
  const right = (index: number): Side => sideOf(items, index, 1, after);
  return mostTelling(items, (item, index) => {
    if (item.kind === 'group') return item.mayMiss ? null : bestOf(item.alternatives, wordsOf, left(index), right(index));
    const isLong = item.kind === 'text' && item.texts.every((text) => text.length >= shortestWord);
    return isLong && left(index) === 'end' && right(index) === 'end' ? item.texts : null;
  });
}

function partsOf(items: Sequence): readonly string[] | null {
  return mostTelling(items, (item) => {
    if (item.kind === 'group') return item.mayMiss ? null : bestOf(item.alternatives, partsOf);
    return item.kind === 'text' && item.texts.every((text) => text.length >= shortestPart) ? item.texts : null;
  });
}

/** In every source of one language or another. */
const everywhere = new Set(['new', 'from', 'class', 'import', 'require', 'const', 'return', 'public', 'type', 'host', 'client']);

/** What is long is seldom met by chance. */
function mostTelling(items: Sequence, textsOf: (item: Item, index: number) => readonly string[] | null): readonly string[] | null {
  let best: readonly string[] | null = null;
  let length = 0;
  for (const [index, item] of items.entries()) {
    const texts = textsOf(item, index);
    if (texts === null) continue;
    const shortest = Math.min(...texts.map((text) => (everywhere.has(text) ? 1 : text.length)));
    if (shortest <= length) continue;
    best = texts;
    length = shortest;
  }
  return best;
}

/** What the items before or behind one make of its border; what lies beyond where all of them may be missing. */
function sideOf(items: Sequence, index: number, step: 1 | -1, beyond: Side): Side {
  for (let at = index + step; at >= 0 && at < items.length; at += step) {
    const item = items[at];
    const side = item === undefined ? 'open' : sideOfItem(item, step);
    if (side !== 'open') return side;
  }
  return beyond;
}

function sideOfItem(item: Item, step: 1 | -1): Side {
  if (item.kind === 'edge') return 'end';
  if (item.kind === 'nothing') return 'open';
  if (item.kind === 'text') return item.texts.every((text) => text === '') ? 'open' : 'word';
  if (item.kind === 'gap') return item.ofWords ? 'word' : item.mayMiss ? 'open' : 'end';
  const sides = item.alternatives.map((items) => sideOf(items, step === 1 ? -1 : items.length, step, 'open'));
  if (sides.includes('word')) return 'word';
  return item.mayMiss || sides.includes('open') ? 'open' : 'end';
}
