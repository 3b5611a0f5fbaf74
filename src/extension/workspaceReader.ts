import * as vscode from 'vscode';
import { textOfBytes, utf8 } from '../core/workspace/decode';
import { trackedPaths } from '../core/workspace/gitIndex';
import { isIgnoredFolder } from '../core/workspace/ignores';
import type { CancelSignal, ListedFile, Listing, ReadResult, WorkspaceReader } from '../core/workspace/reader';
import { maximumFileBytes } from '../core/workspace/reader';
import { CancelledError } from './failures';
import { leadsInside } from './fileLinks';
import { belowPrefix, gitCandidates, gitDirectoryOf } from './gitFolder';

/** Folders that are listed at the same time: enough to hide a remote file system's latency, few enough to stay polite. */
const parallelFolders = 16;

/**
 * Reads a workspace folder through VS Code's file systems, so that virtual and remote workspaces work. A buffer that
 * is open in an editor counts instead of the file on disk.
 */
export class VscodeWorkspaceReader implements WorkspaceReader {
  readonly #root: vscode.Uri;
  readonly #include: () => readonly string[];
  #listed = new Set<string>();
  #tracked: ReadonlySet<string> | null = null;

  /** `include`: globs of what is to be read although it would be left out. */
  constructor(root: vscode.Uri, include: () => readonly string[]) {
    this.#root = root;
    this.#include = include;
  }

  /** Paths of the newest listing and of what was read since. */
  get listed(): ReadonlySet<string> {
    return this.#listed;
  }

  uriOf(path: string): vscode.Uri {
    return path === '.' ? this.#root : vscode.Uri.joinPath(this.#root, path);
  }

  async list(signal?: CancelSignal): Promise<Listing> {
    const files: ListedFile[] = [];
    const unreadable: string[] = [];
    const include = this.#include();
    let level = [''];
    while (level.length > 0) {
      const next: string[] = [];
      for (let start = 0; start < level.length; start += parallelFolders) {
        if (signal?.aborted === true) throw new CancelledError();
        const batch = level.slice(start, start + parallelFolders);
        await Promise.all(batch.map((folder) => this.#listFolder(folder, include, { files, unreadable, folders: next })));
      }
      level = next;
    }
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#listed = new Set(files.map((file) => file.path));
    return { files, unreadable: unreadable.sort() };
  }

  async #listFolder(
    folder: string,
    include: readonly string[],
    into: { readonly files: ListedFile[]; readonly unreadable: string[]; readonly folders: string[] },
  ): Promise<void> {
    let entries: readonly [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder === '' ? this.#root : this.uriOf(folder));
    } catch (error) {
      // A folder that went away between two looks is no news.
      const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isMissing) into.unreadable.push(folder === '' ? '.' : folder);
      return;
    }
    for (const [name, type] of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      // Links to folders are not followed: what they name is listed under its own name, or lies outside.
      const isFile =
        type === vscode.FileType.File ||
        (type === (vscode.FileType.File | vscode.FileType.SymbolicLink) && (await leadsInside(this.#root, this.uriOf(path))));
      // Sizes are looked at when a file is read: most are not, and a remote file system answers each question slowly.
      if (isFile) into.files.push({ path, size: 0 });
      else if (type === vscode.FileType.Directory && !isIgnoredFolder(path, include)) into.folders.push(path);
    }
  }

  async read(path: string): Promise<ReadResult> {
    const result = await this.#read(path);
    if (result.ok) this.#listed.add(path);
    return result;
  }

  async #read(path: string): Promise<ReadResult> {
    const uri = this.uriOf(path);
    const open = openDocument(uri);
    if (open !== undefined) {
      const text = open.getText();
      return text.length > maximumFileBytes ? { ok: false, failure: 'too-large' } : { ok: true, text };
    }
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.File) === 0) return { ok: false, failure: 'unreadable' };
      if (size > maximumFileBytes) return { ok: false, failure: 'too-large' };
      return textOfBytes(await vscode.workspace.fs.readFile(uri));
    } catch {
      return { ok: false, failure: 'unreadable' };
    }
  }

  /** A file is gone: should it come back, it is news. */
  forget(path: string): void {
    this.#listed.delete(path);
  }

  async trackedFiles(): Promise<ReadonlySet<string> | null> {
    this.#tracked = await this.#readTracked();
    return this.#tracked;
  }

  /** Whether git tracks other files now than when `trackedFiles` was last asked. */
  async trackedFilesDiffer(): Promise<boolean> {
    const before = this.#tracked;
    const now = await this.#readTracked();
    if (before === null || now === null) return before !== now;
    return before.size !== now.size || [...now].some((path) => !before.has(path));
  }

  async #readTracked(): Promise<ReadonlySet<string> | null> {
    for (const candidate of gitCandidates(this.#root.path)) {
      const directory = await this.#gitDirectory(candidate.gitPath);
      if (directory === undefined) continue;
      try {
        const tracked = trackedPaths(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(directory, 'index')));
        return tracked === null ? null : belowPrefix(tracked, candidate.prefix);
      } catch {
        return null;
      }
    }
    return null;
  }

  /** The directory with git's index: `.git` itself, or what a worktree's `.git` file names. */
  async #gitDirectory(gitPath: string): Promise<vscode.Uri | undefined> {
    const uri = this.#root.with({ path: gitPath });
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.Directory) !== 0) return uri;
      const content = utf8(await vscode.workspace.fs.readFile(uri));
      const path = gitDirectoryOf(gitPath, content);
      return path === undefined ? undefined : uri.with({ path });
    } catch {
      return undefined;
    }
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === wanted);
}
