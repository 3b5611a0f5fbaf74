import * as vscode from 'vscode';
import type { Analysis, AnalysisSession } from '../core/analysis';
import { localize } from '../core/l10n/localized';
import type { PhaseId, TextEdit } from '../core/model';
import type { PriceBook } from '../core/pricing/types';
import type { WorkspaceReader } from '../core/workspace/reader';
import { Debouncer } from './debounce';
import { CancelledError, classifyFailure } from './failures';
import type { Guard } from './guarded';
import { Disposable } from './lifecycle';
import type { Amount } from '../core/l10n/money';
import { analysisOptions } from './options';
import type { FolderAnalysis, FolderState } from './services';
import { sessionStrings } from './sessionStrings';
import type { Settings } from './settingsModel';
import type { Change, Work } from './workQueue';
import { WorkQueue } from './workQueue';
import { WhatIf } from './whatIf';
import { VscodeWorkspaceReader } from './workspaceReader';

/** Typing is over when nothing came for so long. Together with the analysis it stays below half a second. */
const typingPauseMilliseconds = 80;
const longestPauseMilliseconds = 200;

/** What these say decides which files are read at all. */
const selectionFile = /(^|\/)\.git(ignore|attributes)$/;

export interface FolderSessionHost {
  readonly guard: Guard;
  readonly log: vscode.LogOutputChannel;
  settings(): Settings;
  loadPriceBook(region: string): Promise<PriceBook>;
  /** State, result or both have changed. */
  changed(): void;
}

/** One workspace folder under analysis. Does one thing at a time, so that no result overtakes a newer one. */
export class FolderSession extends Disposable implements FolderAnalysis {
  readonly folder: vscode.WorkspaceFolder;
  readonly reader: VscodeWorkspaceReader;
  readonly #host: FolderSessionHost;
  readonly #queue = new WorkQueue();
  readonly #typing = this._register(new Debouncer(typingPauseMilliseconds, longestPauseMilliseconds, () => void this.#work()));
  readonly #idleWaiters: (() => void)[] = [];
  /** Documents whose text has moved on while the result has not yet. */
  readonly #inFlight = new Set<string>();
  readonly #whatIf = new WhatIf({ openSession: () => this.#openScratch(), textOf: (path) => this.textOf(path) });
  #session: AnalysisSession | undefined;
  #analysis: Analysis | undefined;
  #state: FolderState = 'waiting';
  #cancellation: AbortController | undefined;
  #working = false;

  constructor(folder: vscode.WorkspaceFolder, host: FolderSessionHost) {
    super();
    this.folder = folder;
    this.reader = new VscodeWorkspaceReader(folder.uri, () => host.settings().include);
    this.#host = host;
    this.#queue.addScan();
  }

  get state(): FolderState {
    return this.#state;
  }

  get analysis(): Analysis | undefined {
    return this.#analysis;
  }

  textOf(path: string): string | undefined {
    return this.#inFlight.has(path) ? undefined : this.#session?.textOf(path);
  }

  uriOf(path: string): vscode.Uri {
    return this.reader.uriOf(path);
  }

  async billAfter(edits: readonly TextEdit[], phase: PhaseId): Promise<Amount | null> {
    return this.#analysis === undefined ? null : this.#whatIf.bill(this.#analysis, phase, edits);
  }

  /** Reads everything afresh; one that is under way is given up. */
  async scan(): Promise<void> {
    this.#queue.addScan();
    this.#cancellation?.abort();
    void this.#work();
    await this.whenIdle();
  }

  cancel(): void {
    this.#cancellation?.abort();
  }

  async configure(): Promise<void> {
    this.#queue.addConfigure();
    void this.#work();
    await this.whenIdle();
  }

  change(path: string, change: Change): void {
    if (change === 'gone') this.reader.forget(path);
    else if (this.#isOfNoInterest(path)) return;
    if (selectionFile.test(path)) this.#queue.addScan();
    else this.#queue.addChange(path, change);
    this.#typing.schedule();
  }

  /** Git tracks other files than before: what is a secret in a tracked file may have changed. */
  async trackedFilesChanged(): Promise<void> {
    if (await this.reader.trackedFilesDiffer()) await this.scan();
  }

  /** Resolves when nothing is under way or waiting. */
  async whenIdle(): Promise<void> {
    if (this.isDisposed || (!this.#working && this.#queue.isEmpty)) return;
    await new Promise<void>((resolve) => this.#idleWaiters.push(resolve));
  }

  override dispose(): void {
    this.cancel();
    super.dispose();
    this.#releaseWaiters();
  }

  /** A listed file that the analysis did not read says nothing to it, whatever is written into it. */
  #isOfNoInterest(path: string): boolean {
    if (this.#analysis === undefined || selectionFile.test(path) || !this.reader.listed.has(path)) return false;
    return this.textOf(path) === undefined && !this.#analysis.skipped.some((skipped) => skipped.file === path);
  }

  async #work(): Promise<void> {
    if (this.#working || this.isDisposed) return;
    this.#working = true;
    for (let work = this.#queue.take(); work !== undefined && !this.isDisposed; work = this.#queue.take()) {
      await this.#do(work);
    }
    this.#working = false;
    this.#releaseWaiters();
  }

  #releaseWaiters(): void {
    for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }

  async #do(work: Work): Promise<void> {
    try {
      const analysis = await this.#perform(work);
      if (analysis === null || this.isDisposed) return;
      this.#analysis = analysis;
      this.#state = 'ready';
    } catch (error) {
      const cancelled = classifyFailure(error).kind === 'cancelled';
      // The last good result stays on screen.
      if (work.kind === 'scan') this.#state = cancelled ? 'cancelled' : 'failed';
      if (!cancelled) await this.#host.guard.run(`${work.kind} ${this.folder.name}`, () => Promise.reject(error));
    }
    if (!this.isDisposed) this.#host.changed();
  }

  async #perform(work: Work): Promise<Analysis | null> {
    if (work.kind === 'scan') return this.#scan();
    // Nothing was read yet (the first scan failed or was cancelled): only a scan can help.
    if (this.#session === undefined) return null;
    if (work.kind === 'configure') return this.#session.configure(analysisOptions(this.#host.settings()));
    return this.#update(this.#session, work.changes);
  }

  async #update(session: AnalysisSession, changes: ReadonlyMap<string, Change>): Promise<Analysis | null> {
    let newest: Analysis | null = null;
    try {
      for (const [path, change] of changes) {
        const text = change === 'gone' ? null : await this.#read(path);
        // A save repeats what the buffer said.
        if (text !== null && text === session.textOf(path)) continue;
        this.#inFlight.add(path);
        newest = (await session.update(path, text)) ?? newest;
      }
      return newest;
    } finally {
      this.#inFlight.clear();
    }
  }

  /** A scan has a session of its own: until it ends, the last result stays whole, with its texts. */
  async #scan(): Promise<Analysis> {
    const cancellation = new AbortController();
    this.#cancellation = cancellation;
    this.#state = 'scanning';
    this.#host.changed();
    const title = localize(sessionStrings.scanning, this.#host.settings().language, { folder: this.folder.name });
    const analysis = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
      const session = await this.#createSession(this.reader);
      const result = await session.scan(cancellation.signal);
      if (cancellation.signal.aborted) throw new CancelledError();
      this.#session = session;
      return result;
    });
    const { filesListed, filesRead, milliseconds } = analysis.stats;
    this.#host.log.info(
      `scanned ${this.folder.name}: ${filesRead} of ${filesListed} files read, ${analysis.findings.length} findings, ${Math.round(milliseconds)} ms`,
    );
    for (const skipped of analysis.skipped) this.#host.log.debug(`skipped: ${skipped.file}`);
    return analysis;
  }

  /** A session beside the one that is shown. It reads from memory what that one has read. */
  async #openScratch(): Promise<AnalysisSession> {
    const session = await this.#createSession({
      list: (signal) => this.reader.list(signal),
      read: async (path) => {
        const text = this.textOf(path);
        return text === undefined ? this.reader.read(path) : { ok: true, text };
      },
      trackedFiles: () => this.reader.trackedFiles(),
    });
    await session.scan();
    return session;
  }

  async #createSession(reader: WorkspaceReader): Promise<AnalysisSession> {
    const { createAnalysisSession } = await import('../core/analysis');
    return createAnalysisSession(
      {
        reader,
        loadPriceBook: (region) => this.#host.loadPriceBook(region),
        now: () => performance.now(),
      },
      analysisOptions(this.#host.settings()),
    );
  }

  async #read(path: string): Promise<string | null> {
    const result = await this.reader.read(path);
    return result.ok ? result.text : null;
  }
}
