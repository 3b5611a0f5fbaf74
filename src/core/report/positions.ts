import type { SourceLocation } from '../model';

/** 1-based line and column in UTF-16 units, as VS Code and the contract count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds positions in documents; the line starts of each text are computed once. */
export class Positions {
  private readonly starts = new Map<string, readonly number[]>();

  constructor(private readonly textOf: (path: string) => string | undefined) {}

  at(path: string, offset: number): Position {
    const starts = this.lineStarts(path);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** `file.php:12:5`. */
  label(location: SourceLocation): string {
    const { line, column } = this.at(location.path, location.range.start);
    return `${location.path}:${line}:${column}`;
  }

  private lineStarts(path: string): readonly number[] {
    const known = this.starts.get(path);
    if (known !== undefined) return known;
    const text = this.textOf(path) ?? '';
    const starts = [0];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
    }
    this.starts.set(path, starts);
    return starts;
  }
}
