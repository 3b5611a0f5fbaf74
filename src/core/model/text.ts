/** Half-open range of UTF-16 offsets into a document's text, as VS Code's `positionAt` takes them. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a document. `path` is relative to the scanned folder, with `/` as separator. */
export interface SourceLocation {
  readonly path: string;
  readonly range: TextRange;
}

/** Replacement of one range. An empty range inserts. */
export interface TextEdit extends SourceLocation {
  readonly newText: string;
}
