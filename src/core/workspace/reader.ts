/** The part of `AbortSignal` that the core looks at. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** A file that the host can see. Folders and links out of the folder are not listed. */
export interface ListedFile {
  /** Relative to the scanned folder, `/`-separated. */
  readonly path: string;
  /** Bytes, or 0 where the host looks only when it reads: most files are never read. */
  readonly size: number;
}

export type ReadFailure = 'unreadable' | 'too-large' | 'binary';

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: ReadFailure };

export interface Listing {
  readonly files: readonly ListedFile[];
  /** Folders that could not be opened; the rest was listed. */
  readonly unreadable: readonly string[];
}

/** What the core asks of its host: VS Code's file system, Node's, or a map in a test. */
export interface WorkspaceReader {
  list(signal?: CancelSignal): Promise<Listing>;
  read(path: string): Promise<ReadResult>;
  /** Paths that git tracks, or null where the folder is no checkout or that cannot be told. */
  trackedFiles(): Promise<ReadonlySet<string> | null>;
}

/** Larger files are named in `skipped` and not read. */
export const maximumFileBytes = 1024 * 1024;
