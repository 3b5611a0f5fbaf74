import type { Fact } from '../model/fact';
import type { Application } from '../model/need';
import type { ListedFile } from '../workspace/reader';

/** Facts of the whole folder, by document, with look-ups. */
export interface WorkspaceFacts {
  readonly files: readonly ListedFile[];
  readonly all: readonly Fact[];
  inDocument(path: string): readonly Fact[];
  hasFile(path: string): boolean;
}

/** What one application may speak of: its own files, and shared files that are attributed to it. */
export interface ApplicationScope {
  readonly application: Application;
  readonly facts: readonly Fact[];
  readonly files: readonly ListedFile[];
  /** Facts of a kind, optionally by exact name, in order of authority (production first, within a stage by origin). */
  find(kind: Fact['kind'], name?: string): readonly Fact[];
  /** Files of the application by path relative to its root. */
  hasFile(relativePath: string): boolean;
  /** The application's path of a file: `packages/api` + `config/app.php`. */
  path(relativePath: string): string;
}
