import type { TextRange } from '../model/text';

/**
 * The text as most parsers want it: a byte order mark becomes a space, so that every offset stays what it was.
 */
export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}

/** A range that lies inside a text of this length, whatever a parser claimed. */
export function rangeWithin(length: number, start: number, end: number): TextRange {
  const from = Math.min(Math.max(0, Math.trunc(start) || 0), length);
  return { start: from, end: Math.min(Math.max(from, Math.trunc(end) || 0), length) };
}

/** Offsets at which lines begin. Lines end with LF, CRLF or a lone CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 13 && text.charCodeAt(index + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(index + 1);
  }
  return starts;
}

/** From the offset to the end of its line, without the line break. */
export function restOfLine(text: string, offset: number): TextRange {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { start: offset, end };
}
