import * as vscode from 'vscode';
import type { PriceBook } from '../core/pricing/types';
import { isIgnoredPath } from '../core/workspace/ignores';
import { innermost, relativePath } from './folderPaths';
import { FolderSession } from './folderSession';
import type { Guard } from './guarded';
import { Disposable } from './lifecycle';
import type { Analyses, FolderAnalysis } from './services';
import type { SettingsSource } from './settings';
import { settingsSection } from './settings';

export interface SessionsHost {
  readonly guard: Guard;
  readonly log: vscode.LogOutputChannel;
  readonly settings: SettingsSource;
  loadPriceBook(region: string): Promise<PriceBook>;
}

/** Settings that change what the analysis says, as opposed to how it is shown. */
const analysisSettings = ['evaluateAs', 'region', 'workload', 'freeTier', 'sizing', 'rules', 'exclude', 'include'];
const listingSettings = ['exclude', 'include'];

/** One analysis per workspace folder, kept true while people type, save, create, delete and change settings. */
export class Sessions extends Disposable implements Analyses {
  readonly #host: SessionsHost;
  readonly #changed = this._register(new vscode.EventEmitter<void>());
  readonly #sessions = new Map<string, { readonly session: FolderSession; readonly watcher: vscode.Disposable }>();
  readonly onDidChangeAnalysis = this.#changed.event;

  constructor(host: SessionsHost) {
    super();
    this.#host = host;
    for (const folder of vscode.workspace.workspaceFolders ?? []) this.#add(folder);
    this._register(vscode.workspace.onDidChangeWorkspaceFolders((event) => this.#replaceFolders(event)));
    this._register(vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event.document, event.contentChanges.length)));
    this._register(vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)));
    this._register(host.settings.onDidChange((event) => this.#reconfigure(event)));
  }

  /** Starts the first scans. Apart from construction, so that activation ends before they begin. */
  start(): void {
    for (const session of this.#all()) void session.scan();
  }

  get folders(): readonly FolderSession[] {
    return this.#all();
  }

  locate(uri: vscode.Uri): { readonly folder: FolderSession; readonly path: string } | undefined {
    return innermost(this.#all(), (session) => session.folder.uri, uri);
  }

  active(): FolderSession | undefined {
    const editor = vscode.window.activeTextEditor;
    const located = editor === undefined ? undefined : this.locate(editor.document.uri);
    if (located !== undefined) return located.folder;
    const all = this.#all();
    return all.find((session) => (session.analysis?.applications.length ?? 0) > 0) ?? all[0];
  }

  async whenReady(): Promise<void> {
    await Promise.all(this.#all().map((session) => session.whenIdle()));
  }

  async scan(folder?: FolderAnalysis): Promise<void> {
    const chosen = this.#all().filter((session) => folder === undefined || session === folder);
    await Promise.all(chosen.map((session) => session.scan()));
  }

  cancel(): void {
    for (const session of this.#all()) session.cancel();
  }

  async reprice(): Promise<void> {
    await Promise.all(this.#all().map((session) => session.configure()));
  }

  override dispose(): void {
    for (const key of [...this.#sessions.keys()]) this.#remove(key);
    super.dispose();
  }

  #all(): FolderSession[] {
    return [...this.#sessions.values()].map((entry) => entry.session);
  }

  #add(folder: vscode.WorkspaceFolder): FolderSession {
    const session = new FolderSession(folder, {
      guard: this.#host.guard,
      log: this.#host.log,
      settings: () => this.#host.settings.for(folder.uri),
      loadPriceBook: (region) => this.#host.loadPriceBook(region),
      changed: () => this.#changed.fire(),
    });
    this.#sessions.set(folder.uri.toString(), { session, watcher: this.#watch(session) });
    return session;
  }

  #remove(key: string): void {
    const entry = this.#sessions.get(key);
    this.#sessions.delete(key);
    entry?.watcher.dispose();
    entry?.session.dispose();
  }

  #replaceFolders(event: vscode.WorkspaceFoldersChangeEvent): void {
    for (const folder of event.removed) this.#remove(folder.uri.toString());
    for (const folder of event.added) void this.#add(folder).scan();
    this.#changed.fire();
  }

  #watch(session: FolderSession): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(session.folder, '**/*'));
    const on = (handle: (path: string, uri: vscode.Uri) => void) => (uri: vscode.Uri) => {
      const path = relativePath(session.folder.uri, uri);
      if (path !== undefined) handle(path, uri);
    };
    watcher.onDidChange(on((path) => this.#changedOnDisk(session, path)));
    watcher.onDidCreate(on((path, uri) => void this.#host.guard.run('file created', () => this.#created(session, path, uri))));
    watcher.onDidDelete(on((path) => this.#deleted(session, path)));
    return watcher;
  }

  #edited(document: vscode.TextDocument, changes: number): void {
    if (changes === 0) return;
    for (const { session, path } of this.#holders(document.uri)) session.change(path, 'buffer');
  }

  /** Closing may have thrown an unsaved change away: what is on disk counts again. */
  #closed(document: vscode.TextDocument): void {
    for (const { session, path } of this.#holders(document.uri)) {
      if (session.textOf(path) !== undefined && session.textOf(path) !== document.getText()) session.change(path, 'disk');
    }
  }

  #holders(uri: vscode.Uri): readonly { readonly session: FolderSession; readonly path: string }[] {
    return this.#all().flatMap((session) => {
      const path = relativePath(session.folder.uri, uri);
      return path === undefined || this.#isIgnored(session, path) ? [] : [{ session, path }];
    });
  }

  #changedOnDisk(session: FolderSession, path: string): void {
    if (path === '.git/index') void this.#host.guard.run('git index', () => session.trackedFilesChanged());
    else if (!this.#isIgnored(session, path)) session.change(path, 'disk');
  }

  async #created(session: FolderSession, path: string, uri: vscode.Uri): Promise<void> {
    if (this.#isIgnored(session, path)) return this.#changedOnDisk(session, path);
    const { type } = await vscode.workspace.fs.stat(uri).then(undefined, () => ({ type: vscode.FileType.Unknown }));
    // A folder arrives as one event: what is inside is not told.
    if ((type & vscode.FileType.Directory) !== 0) await session.scan();
    else session.change(path, 'disk');
  }

  #deleted(session: FolderSession, path: string): void {
    if (this.#isIgnored(session, path)) return this.#changedOnDisk(session, path);
    const below = `${path}/`;
    const wasFolder = [...session.reader.listed].some((listed) => listed.startsWith(below));
    if (wasFolder) void session.scan();
    else session.change(path, 'gone');
  }

  #isIgnored(session: FolderSession, path: string): boolean {
    return isIgnoredPath(path, this.#host.settings.for(session.folder.uri).include);
  }

  #reconfigure(event: vscode.ConfigurationChangeEvent): void {
    const affects = (keys: readonly string[], scope: vscode.Uri): boolean =>
      keys.some((key) => event.affectsConfiguration(`${settingsSection}.${key}`, scope));
    for (const session of this.#all()) {
      if (!affects(analysisSettings, session.folder.uri)) continue;
      if (affects(listingSettings, session.folder.uri)) void session.scan();
      else void session.configure();
    }
  }
}
