import type { TextRange } from '../model/text';
import type { Parsed, ParseProblem } from './node';
import { problem } from './problems';
import { restOfLine } from './positions';
import type { DotenvEntry } from './registry';

/**
 * Reads an env file where phpdotenv 5 and symfony/dotenv 7 agree, and in the wider sense where one of them (or Node's
 * and Python's readers) accepts what the other rejects: unquoted values with spaces, keys with dots and dashes.
 * `#` opens a comment at the start of a line and after white space; `$NAME` without braces is plain text, as in Laravel.
 */
export function parseDotenv(text: string): Parsed<readonly DotenvEntry[]> {
  const entries: DotenvEntry[] = [];
  const problems: ParseProblem[] = [];
  const known = new Map<string, string>();
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (offset < text.length) {
    const line = restOfLine(text, offset);
    const parsed = readLine(text, line, known, problems);
    if (parsed.entry !== null) {
      entries.push(parsed.entry);
      known.set(parsed.entry.key, parsed.entry.value);
    }
    offset = afterLineBreak(text, parsed.end);
  }
  return { value: entries, problems };
}

interface LineResult {
  readonly entry: DotenvEntry | null;
  /** End of the line on which the entry ends. */
  readonly end: number;
}

const exportPrefix = /export[ \t]+/y;
const keyPattern = /^[\p{L}\p{M}_][\p{L}\p{M}\p{N}_.-]*$/u;

function readLine(text: string, line: TextRange, known: ReadonlyMap<string, string>, problems: ParseProblem[]): LineResult {
  const nothing: LineResult = { entry: null, end: line.end };
  let start = skipBlanks(text, line.start, line.end);
  if (start === line.end || text[start] === '#') return nothing;
  exportPrefix.lastIndex = start;
  const prefix = exportPrefix.exec(text);
  const exported = prefix !== null && prefix.index + prefix[0].length <= line.end;
  if (exported) start += prefix[0].length;
  const equals = text.indexOf('=', start);
  const whole = trimmed(text, start, line.end);
  if (equals === -1 || equals >= line.end) {
    // `export NAME` re-exports what is set elsewhere: valid, and says nothing.
    if (!(exported && keyPattern.test(text.slice(whole.start, whole.end)))) problems.push(problem('noAssignment', whole));
    return nothing;
  }
  const keyRange = withoutQuotes(text, trimmed(text, start, equals));
  const key = text.slice(keyRange.start, keyRange.end);
  if (!keyPattern.test(key)) {
    problems.push(problem('invalidKey', keyRange.start === keyRange.end ? whole : keyRange));
    return nothing;
  }
  return readValue(text, skipBlanks(text, equals + 1, line.end), line.end, { key, keyRange }, known, problems);
}

function readValue(
  text: string,
  start: number,
  lineEnd: number,
  name: { readonly key: string; readonly keyRange: TextRange },
  known: ReadonlyMap<string, string>,
  problems: ParseProblem[],
): LineResult {
  const quote = text[start];
  if (start >= lineEnd || (quote !== '"' && quote !== "'")) return unquoted(text, start, lineEnd, name, known, problems);
  const close = closingQuote(text, start + 1, quote);
  if (close === -1) {
    problems.push(problem('openQuote', { start, end: lineEnd }));
    const valueRange = { start: start + 1, end: lineEnd };
    const value = text.slice(valueRange.start, valueRange.end);
    return { entry: { ...name, value, valueRange, quote }, end: lineEnd };
  }
  const valueRange = { start: start + 1, end: close };
  const raw = text.slice(valueRange.start, valueRange.end);
  const value = quote === "'" ? raw : resolve(raw, true, known, valueRange, problems);
  const end = restOfLine(text, close + 1).end;
  const rest = trimmed(text, close + 1, end);
  if (rest.start < rest.end && text[rest.start] !== '#') problems.push(problem('afterQuote', rest));
  return { entry: { ...name, value, valueRange, quote }, end };
}

function unquoted(
  text: string,
  start: number,
  lineEnd: number,
  name: { readonly key: string; readonly keyRange: TextRange },
  known: ReadonlyMap<string, string>,
  problems: ParseProblem[],
): LineResult {
  let end = start;
  while (end < lineEnd && !(text[end] === '#' && (end === start || isBlank(text[end - 1])))) end += 1;
  const valueRange = trimmed(text, start, end);
  const value = resolve(text.slice(valueRange.start, valueRange.end), false, known, valueRange, problems);
  return { entry: { ...name, value, valueRange, quote: null }, end: lineEnd };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', '"': '"', '\\': '\\', $: '$' };
const maximumLength = 65_536;
// Inside braces: a name, then perhaps a fallback (`:-` or `-`) as Compose, Symfony and dotenv-expand read it.
const reference = /\\([nrtfv"\\$])|\$\{([A-Za-z0-9_.]+)(?:(:?-)([^{}\r\n]*))?\}/g;

/** Escapes (double quotes only) and references in one pass, so that an escaped dollar refers to nothing. */
function resolve(
  raw: string,
  quoted: boolean,
  known: ReadonlyMap<string, string>,
  range: TextRange,
  problems: ParseProblem[],
): string {
  if (!raw.includes('\\') && !raw.includes('$')) return raw;
  let length = 0;
  let tooLong = false;
  const value = raw.replace(reference, (whole, escape: string | undefined, key: string, operator: string | undefined, fallback: string) => {
    if (escape !== undefined) return quoted ? (escapes[escape] ?? whole) : whole;
    const found = known.get(key);
    const missing = found === undefined || (found === '' && operator === ':-');
    const piece = missing ? (operator === undefined ? whole : fallback) : found;
    length += piece.length;
    if (length <= maximumLength) return piece;
    tooLong = true;
    return whole;
  });
  if (!tooLong) return value;
  problems.push(problem('expansion', range));
  return raw;
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === quote) return index;
    if (quote === '"' && text[index] === '\\') index += 1;
  }
  return -1;
}

function withoutQuotes(text: string, range: TextRange): TextRange {
  const quote = text[range.start];
  const isQuoted = range.end - range.start >= 2 && (quote === '"' || quote === "'") && text[range.end - 1] === quote;
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

function trimmed(text: string, start: number, end: number): TextRange {
  const from = skipBlanks(text, start, end);
  let to = end;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  return { start: from, end: to };
}

function skipBlanks(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && isBlank(text[index])) index += 1;
  return index;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\f' || character === '\v' || character === '\u00a0';
}

function afterLineBreak(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}
