import type { Language } from '../core/l10n/localized';

/** Where a command writes. stdout carries the result and nothing else. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  readonly language: Language;
}
