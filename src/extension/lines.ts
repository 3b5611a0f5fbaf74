import type { TextRange } from '../core/model';

/** A position as VS Code counts: zero-based, `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/**
 * Converts offsets of one text to lines and back. Lines end at `\n`, `\r\n` and a lone `\r`, as in VS Code; so the
 * result is right in an editor that changed the line endings on opening.
 */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
    }
    this.#starts = starts;
  }

  /** Offsets outside the text count as its start or end. */
  position(offset: number): LinePosition {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.min(inside - (this.#starts[low] ?? 0), this.#lineLength(low)) };
  }

  range(range: TextRange): LineRange {
    return { start: this.position(range.start), end: this.position(range.end) };
  }

  /** The line without its end; empty where there is none. */
  lineText(line: number): string {
    const start = this.#starts[line];
    return start === undefined ? '' : this.#text.slice(start, start + this.#lineLength(line));
  }

  #lineLength(line: number): number {
    const start = this.#starts[line] ?? 0;
    let end = this.#starts[line + 1] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1)) && this.#starts[line + 1] !== undefined) end--;
    return end - start;
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** True where two texts differ in nothing but line endings: positions of one are right in the other. */
export function sameLines(left: string, right: string): boolean {
  if (left === right) return true;
  return left.replace(/\r\n?/g, '\n') === right.replace(/\r\n?/g, '\n');
}
