/** What stands at a place of a pattern's match, as far as the search for telling texts asks. */
export type Item =
  /** One of a few texts of word characters; an empty one where it may be missing. */
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'group'; readonly alternatives: readonly Sequence[]; readonly mayMiss: boolean }
  /** Characters of no word, or of any. */
  | { readonly kind: 'gap'; readonly ofWords: boolean; readonly mayMiss: boolean }
  /** An end of a word or of a line. */
  | { readonly kind: 'edge' }
  | { readonly kind: 'nothing' };

export type Sequence = readonly Item[];

/** More texts than this at one place tell too little. */
const maximumTexts = 80;

const wordGap: Item = { kind: 'gap', ofWords: true, mayMiss: false };
const otherGap: Item = { kind: 'gap', ofWords: false, mayMiss: false };
const edge: Item = { kind: 'edge' };
const nothing: Item = { kind: 'nothing' };

/** The alternatives of a regular expression's source, in one pass. */
export function sequencesOf(source: string): readonly Sequence[] {
  return new Reader(source).alternatives();
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Up to the end or to the bracket that closes the group. */
  alternatives(): readonly Sequence[] {
    const all: Sequence[] = [];
    do {
      all.push(this.sequence());
    } while (this.source[this.at++] === '|');
    return all;
  }

  private sequence(): Sequence {
    const items: Item[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const item = this.quantified(this.item());
      const last = items.at(-1);
      const joined = item.kind === 'text' && last?.kind === 'text' ? crossed(last.texts, item.texts) : null;
      if (joined === null) items.push(item);
      else items[items.length - 1] = { kind: 'text', texts: joined };
    }
    return items;
  }

  private item(): Item {
    const character = this.source[this.at++] ?? '';
    switch (character) {
      case '^':
      case '$':
        return edge;
      case '.':
        return wordGap;
      case '\\':
        return this.escaped();
      case '[':
        return this.characters();
      case '(':
        return this.group();
      default:
        return isWord(character) ? this.text() : character > '\x7f' ? wordGap : otherGap;
    }
  }

  /** Characters that stand for themselves, up to one that is repeated. */
  private text(): Item {
    const start = this.at - 1;
    while (isWord(this.source[this.at] ?? '') && !'*+?{'.includes(this.source[this.at + 1] ?? ' ')) this.at += 1;
    return { kind: 'text', texts: [this.source.slice(start, this.at)] };
  }

  private escaped(): Item {
    const escape = /x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]{1,6}\}|p\{[\w=]{1,60}\}|k<\w{1,40}>|c[a-z]|[\s\S]|$/iy;
    escape.lastIndex = this.at;
    const written = escape.exec(this.source)?.[0] ?? '';
    this.at += written.length;
    if (written === 'b') return edge;
    if (written === 'B') return nothing;
    // What is not known may be part of a word.
    return written.length === 1 && (!isWord(written) || 'snrtfv'.includes(written)) ? otherGap : wordGap;
  }

  private characters(): Item {
    const start = this.at;
    while (this.at < this.source.length && this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1;
    const inner = this.source.slice(start, this.at++);
    if (inner.length <= 8 && [...inner].every(isWord)) return { kind: 'text', texts: [...inner] };
    return inner.startsWith('^') || [...inner.replace(/\\[snrtfv]/g, '')].some((character) => isWord(character) || character === '-' || character > '\x7f') ? wordGap : otherGap;
  }

  private group(): Item {
    const opening = /(?:\?(?:[=!:]|<[=!]|<\w{1,40}>))?/y;
    opening.lastIndex = this.at;
    const kind = opening.exec(this.source)?.[0] ?? '';
    this.at += kind.length;
    const alternatives = this.alternatives();
    if (kind.endsWith('=') || kind.endsWith('!')) return nothing;
    const texts = alternatives.flatMap((items): readonly (string | null)[] => (items.length === 0 ? [''] : items.length === 1 && items[0]?.kind === 'text' ? items[0].texts : [null]));
    if (texts.length <= maximumTexts && texts.every((text) => text !== null)) return { kind: 'text', texts };
    return { kind: 'group', alternatives, mayMiss: alternatives.some((items) => items.length === 0) };
  }

  private quantified(item: Item): Item {
    const quantifier = this.source[this.at] ?? '';
    if (quantifier !== '*' && quantifier !== '+' && quantifier !== '?' && quantifier !== '{') return item;
    const mayMiss = quantifier === '*' || quantifier === '?' || (quantifier === '{' && this.source[this.at + 1] === '0');
    this.at = quantifier === '{' ? this.source.indexOf('}', this.at) + 1 || this.source.length : this.at + 1;
    if (this.source[this.at] === '?') this.at += 1;
    if (item.kind === 'edge' || item.kind === 'nothing') return item;
    if (item.kind !== 'text') return { ...item, mayMiss: item.mayMiss || mayMiss };
    return quantifier === '?' ? { kind: 'text', texts: [...item.texts, ''] } : { kind: 'gap', ofWords: true, mayMiss };
  }
}

function crossed(left: readonly string[], right: readonly string[]): readonly string[] | null {
  return left.length * right.length > maximumTexts ? null : left.flatMap((start) => right.map((end) => start + end));
}

function isWord(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character === '_';
}
