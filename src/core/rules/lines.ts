import type { TextRange } from '../model';

/** Offsets of one line: `end` is before its line break. */
export type LineRange = TextRange;

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): LineRange {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const breakAt = text.indexOf('\n', offset);
  const end = breakAt < 0 ? text.length : breakAt;
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** The line break that the document uses. */
export function lineBreakOf(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
