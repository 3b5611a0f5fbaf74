import type * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import type { Language } from '../core/l10n/localized';
import type { PhaseId, TextEdit } from '../core/model';
import type { PriceBooks } from './aws/priceBooks';
import type { Guard } from './guarded';
import type { Amount } from '../core/l10n/money';
import type { Pages } from './pages';
import type { SettingsSource } from './settings';

/** What a folder's analysis is doing. `waiting`: not started; `failed`: no result, the log says why. */
export type FolderState = 'waiting' | 'scanning' | 'ready' | 'failed' | 'cancelled';

/** One workspace folder under analysis, as every surface sees it. */
export interface FolderAnalysis {
  readonly folder: vscode.WorkspaceFolder;
  readonly state: FolderState;
  /** The newest result; kept while a newer one is being computed. */
  readonly analysis: Analysis | undefined;
  /** Text of a document as the newest result read it. */
  textOf(path: string): string | undefined;
  /** Resolves when no scan or change is under way. */
  whenIdle(): Promise<void>;
  uriOf(path: string): vscode.Uri;
  /** The bill of a phase if these edits were made; null where that cannot be told. */
  billAfter(edits: readonly TextEdit[], phase: PhaseId): Promise<Amount | null>;
}

export interface Analyses {
  readonly folders: readonly FolderAnalysis[];
  /** A folder has a new state or result, or folders were added or removed. */
  readonly onDidChangeAnalysis: vscode.Event<void>;
  /** The innermost analysed folder that holds a resource, and the resource's path in it. */
  locate(uri: vscode.Uri): { readonly folder: FolderAnalysis; readonly path: string } | undefined;
  /** The folder that the window is about: of the active editor, else the first with an application, else the first. */
  active(): FolderAnalysis | undefined;
  /** Resolves when no scan or change is under way. */
  whenReady(): Promise<void>;
  /** Reads everything afresh. */
  scan(folder?: FolderAnalysis): Promise<void>;
  cancel(): void;
  /** Prices changed: recomputes without reading anything again. */
  reprice(): Promise<void>;
}

/** Everything that a surface may use, built once by `main.ts`. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly analyses: Analyses;
  readonly settings: SettingsSource;
  readonly books: PriceBooks;
  readonly pages: Pages;
  readonly guard: Guard;
  readonly log: vscode.LogOutputChannel;
  language(): Language;
}
