/**
 * Which of many patterns can match a path at all, by its last two characters: a folder of thousands of files asks
 * dozens of patterns, and nearly all of them say in their own source how a match must end.
 */
export class PatternIndex<Value> {
  private readonly byEnding = new Map<string, Value[]>();
  /** In the order given; those whose source does not tell an ending are in every list. */
  private readonly anywhere: Value[] = [];

  constructor(entries: Iterable<{ readonly patterns: readonly RegExp[]; readonly value: Value }>) {
    const listed = [...entries].map(({ patterns, value }) => ({ keys: keysOf(patterns), value }));
    for (const { keys } of listed) for (const key of keys ?? []) this.byEnding.set(key, []);
    for (const { keys, value } of listed) {
      if (keys === null) this.anywhere.push(value);
      for (const [key, values] of this.byEnding) if (keys === null || keys.has(key)) values.push(value);
    }
  }

  /** Values one of whose patterns may match the path. */
  candidates(path: string): readonly Value[] {
    return this.byEnding.get(path.slice(-keyLength).toLowerCase()) ?? this.anywhere;
  }
}

const keyLength = 2;

function keysOf(patterns: readonly RegExp[]): ReadonlySet<string> | null {
  const keys = new Set<string>();
  for (const pattern of patterns) {
    const endings = endingsOf(pattern);
    if (endings === null) return null;
    for (const ending of endings) keys.add(ending.slice(-keyLength).toLowerCase());
  }
  return keys;
}

/** Texts one of which ends every match (`.php`, `pom.xml`), as far as the pattern's source tells; null where it does not. */
export function endingsOf(pattern: RegExp): readonly string[] | null {
  const endings: string[] = [];
  for (const alternative of alternativesOf(pattern.source)) {
    if (!alternative.endsWith('$') || alternative.endsWith('\\$')) return null;
    const found = endingsOfTokens(tokensOf(alternative.slice(0, -1)));
    if (found.some((ending) => ending.length < keyLength)) return null;
    endings.push(...found);
  }
  return endings;
}

/** More say nothing that is worth a list. */
const maximumEndings = 64;

function endingsOfTokens(tokens: readonly string[]): readonly string[] {
  let endings: readonly string[] = [''];
  let open = true;
  for (let index = tokens.length - 1; index >= 0 && open; index -= 1) {
    const token = tokens[index] ?? '';
    const isOptional = token === '?';
    if (isOptional) index -= 1;
    const texts = textsOf(isOptional ? (tokens[index] ?? '') : token);
    if (texts === null) break;
    const before = endings;
    const choices = isOptional ? ['', ...texts] : texts;
    endings = choices.flatMap((text) => before.map((ending) => text + ending));
    // Enough is known: a longer ending tells nothing more.
    open = endings.length <= maximumEndings && endings.some((ending) => ending.length < keyLength);
  }
  return endings;
}

/** What a token can be: a character itself, a class or a group of few texts. Null for a repetition, a look-around, a wide class. */
function textsOf(token: string): readonly string[] | null {
  if (token.startsWith('(')) {
    const inner = token.slice(token.startsWith('(?:') ? 3 : 1, -1);
    return inner.startsWith('?') ? null : allTexts(inner);
  }
  if (token.startsWith('[')) return /^\[[\w-]+\]$/.test(token) && !token.includes('-') ? [...token.slice(1, -1)] : null;
  if (token.length === 2 && token.startsWith('\\')) return /\w/.test(token[1] ?? '') ? null : [token[1] ?? ''];
  return token.length === 1 && !/[.*+?^${}|[\]\\]/.test(token) ? [token] : null;
}

/** Every text that a source of few matches can be. */
function allTexts(source: string): readonly string[] | null {
  const all: string[] = [];
  for (const alternative of alternativesOf(source)) {
    let texts: readonly string[] = [''];
    const tokens = tokensOf(alternative);
    for (let index = 0; index < tokens.length; index += 1) {
      const own = textsOf(tokens[index] ?? '');
      if (own === null) return null;
      const isOptional = tokens[index + 1] === '?';
      if (isOptional) index += 1;
      texts = texts.flatMap((text) => (isOptional ? ['', ...own] : own).map((end) => text + end));
      if (texts.length > maximumEndings) return null;
    }
    all.push(...texts);
  }
  return all;
}

/** Splits at each `|` outside groups and classes. */
function alternativesOf(source: string): readonly string[] {
  const parts: string[] = [];
  let current = '';
  for (const token of tokensOf(source)) {
    if (token !== '|') {
      current += token;
      continue;
    }
    parts.push(current);
    current = '';
  }
  return [...parts, current];
}

/** Characters, escapes, whole classes, whole groups and quantifiers of a pattern's source. */
function tokensOf(source: string): readonly string[] {
  const tokens: string[] = [];
  for (let index = 0; index < source.length; ) {
    const end = endOfToken(source, index);
    tokens.push(source.slice(index, end));
    index = end;
  }
  return tokens;
}

function endOfToken(source: string, start: number): number {
  const character = source[start];
  if (character === '\\') return start + 2;
  if (character === '[') return endOfClass(source, start);
  if (character === '{') return source.indexOf('}', start) + 1 || source.length;
  if (character !== '(') return start + 1;
  let depth = 0;
  for (let index = start; index < source.length; ) {
    if (source[index] === '(') depth += 1;
    if (source[index] === ')' && --depth === 0) return index + 1;
    index = source[index] === '\\' ? index + 2 : source[index] === '[' ? endOfClass(source, index) : index + 1;
  }
  return source.length;
}

function endOfClass(source: string, start: number): number {
  for (let index = start + 1; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === ']') return index + 1;
  }
  return source.length;
}
