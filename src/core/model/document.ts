import type { Message } from '../l10n/localized';
import type { SourceLocation } from './text';

/**
 * What a statement speaks about. `default` is a fall-back inside code, `example` a sample file;
 * the order is that of authority over the default deployment.
 */
export const stages = ['production', 'staging', 'local', 'example', 'default', 'test'] as const;
export type Stage = (typeof stages)[number];

/** A configuration file as text. `path` is relative to the scanned folder, with `/` as separator. */
export interface SourceDocument {
  readonly path: string;
  readonly text: string;
}

/** A part of the input that was not understood. The rest of the analysis goes on. */
export interface Problem {
  readonly at: SourceLocation;
  readonly message: Message;
}

/** A file that was left out as a whole, and why. */
export interface SkippedFile {
  readonly file: string;
  readonly why: Message;
}
