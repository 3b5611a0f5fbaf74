import { unescape } from '../code/literals';

export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'mark' | 'line' | 'end';
  /** The text, of a string what is between its quotes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of a string: where its content lies. */
  readonly inner?: { readonly start: number; readonly end: number };
  /** A string with `$name` or `${…}` in it. */
  readonly isTemplate?: boolean;
}

export const endToken: Token = { kind: 'end', text: '', from: 0, to: 0 };

const pattern = /(\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)|("""|'''|"|')|(\n)|([\p{L}_$][\p{L}\p{N}_$]*|`[^`\n]+`)|(\d(?:[\w]|\.(?=\d))*)|(\?:|\?\.|->|::|[=!<>+*/-]=|&&|\|\||[^\s])/gu;

/** Words, strings, numbers and marks of a Gradle script in Groovy or Kotlin; comments are left out. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, comment, quote, line, word, number] = match;
    const from = match.index;
    const to = from + whole.length;
    if (comment !== undefined) continue;
    if (quote !== undefined) {
      const string = stringAt(text, from, quote);
      found.push(string);
      pattern.lastIndex = string.to;
    } else if (line !== undefined) {
      // An end of line before `.name` does not end a statement.
      if (found.at(-1)?.kind !== 'line') found.push({ kind: 'line', text: '\n', from, to });
    } else if (word !== undefined) {
      found.push({ kind: 'word', text: word.replaceAll('`', ''), from, to });
    } else if (number !== undefined) {
      found.push({ kind: 'number', text: number, from, to });
    } else {
      if ((whole === '.' || whole === '?.') && found.at(-1)?.kind === 'line') found.pop();
      found.push({ kind: 'mark', text: whole, from, to });
    }
  }
  found.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return found;
}

/** A string without its end goes to the end of its line, one of several lines to the end of the text. */
function stringAt(text: string, from: number, quote: string): Token {
  const start = from + quote.length;
  const isLong = quote.length === 3;
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === '\\') at += 2;
    else if (text.startsWith(quote, at) || (!isLong && character === '\n')) break;
    else at += 1;
  }
  const end = Math.min(at, text.length);
  const to = text.startsWith(quote, end) ? end + quote.length : end;
  const content = text.slice(start, end);
  const isTemplate = quote[0] === '"' && /(?<!\\)\$[\p{L}_{]/u.test(content);
  return { kind: 'string', text: unescape(content), from, to, inner: { start, end }, isTemplate };
}
