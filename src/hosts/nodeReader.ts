import { constants } from 'node:fs';
import { closeSync, fstatSync, openSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { textOfBytes } from '../core/workspace/decode';
import { trackedPaths } from '../core/workspace/gitIndex';
import { isIgnoredFolder } from '../core/workspace/ignores';
import type { CancelSignal, ListedFile, Listing, ReadResult, WorkspaceReader } from '../core/workspace/reader';
import { maximumFileBytes } from '../core/workspace/reader';
import { FolderError } from './folderError';

export interface NodeReaderOptions {
  /** Cancels every listing of this reader, beside the signal that a call gives. */
  readonly signal?: CancelSignal;
  /** Globs of files that are read although they would be left out: keeps folders open that are never listed else. */
  readonly include?: readonly string[];
}

export class ListingAborted extends Error {
  override readonly name = 'AbortError';
}

/**
 * Folders are listed one after the other without waiting for a thread, several times faster than by promises; after so
 * many the process gets its turn, to hear that a scan is cancelled.
 */
const foldersPerTurn = 64;

/** Reads a folder of this machine. Nothing outside it is read, whatever links say. */
export function createNodeReader(folder: string, options: NodeReaderOptions = {}): WorkspaceReader {
  const root = resolve(folder);
  // Only what a listing named lies below folders that are no links.
  let listed: ReadonlySet<string> = new Set();
  return {
    list: async (signal) => {
      const listing = await listFolder(root, options, signal);
      listed = new Set(listing.files.map((file) => file.path));
      return listing;
    },
    read: async (path) => (listed.has(path) ? readListed(root, path) : null) ?? readInside(root, path),
    trackedFiles: () => trackedBelow(root),
  };
}

interface Walk {
  /** Without links. */
  readonly root: string;
  readonly include: readonly string[];
  readonly files: ListedFile[];
  readonly unreadable: string[];
  readonly isAborted: () => boolean;
}

async function listFolder(root: string, options: NodeReaderOptions, signal?: CancelSignal): Promise<Listing> {
  const walk: Walk = {
    root: await realRoot(root),
    include: options.include ?? [],
    files: [],
    unreadable: [],
    isAborted: () => signal?.aborted === true || options.signal?.aborted === true,
  };
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(walk.root, { withFileTypes: true });
  } catch (cause) {
    throw new FolderError(root, 'unreadable', { cause });
  }
  const waiting = take(walk, '', entries);
  for (let folder = waiting.pop(), count = 1; folder !== undefined; folder = waiting.pop(), count += 1) {
    if (count % foldersPerTurn === 0) await turn();
    waiting.push(...below(walk, folder));
  }
  walk.files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { files: walk.files, unreadable: walk.unreadable.sort() };
}

async function realRoot(root: string): Promise<string> {
  try {
    const real = await realpath(root);
    if ((await stat(real)).isDirectory()) return real;
  } catch (cause) {
    throw new FolderError(root, isMissing(cause) ? 'missing' : 'unreadable', { cause });
  }
  throw new FolderError(root, 'not-a-folder');
}

function below(walk: Walk, folder: string): readonly string[] {
  try {
    return take(walk, folder, readdirSync(join(walk.root, folder), { withFileTypes: true }));
  } catch (error) {
    if (error instanceof ListingAborted) throw error;
    // A folder that went away between two looks is no news.
    if (!isMissing(error)) walk.unreadable.push(folder);
    return [];
  }
}

/** Notes the files of a folder and returns the folders to look into. Links to folders are not followed. */
function take(walk: Walk, folder: string, entries: readonly Dirent[]): string[] {
  if (walk.isAborted()) throw new ListingAborted();
  const folders: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isIgnoredFolder(path, walk.include)) folders.push(path);
    } else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFileInside(walk.root, path))) {
      walk.files.push({ path, size: 0 });
    }
  }
  return folders;
}

function leadsToFileInside(root: string, path: string): boolean {
  try {
    const target = realpathSync(join(root, path));
    return isInside(root, target) && statSync(target).isFile();
  } catch {
    return false;
  }
}

/**
 * A scan reads hundreds of small files: one after the other without waiting for a thread is several times faster than
 * five promises each. What is no plain file (a link, a pipe) takes the careful way.
 */
function readListed(root: string, path: string): ReadResult | null {
  let file: number;
  try {
    file = openSync(join(root, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return null;
  }
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return null;
    if (status.size > maximumFileBytes) return { ok: false, failure: 'too-large' };
    return textOfBytes(readFileSync(file));
  } catch {
    return { ok: false, failure: 'unreadable' };
  } finally {
    closeSync(file);
  }
}

async function readInside(folder: string, path: string): Promise<ReadResult> {
  try {
    const root = await realpath(folder);
    const target = await realpath(resolve(root, path));
    if (!isInside(root, target)) return { ok: false, failure: 'unreadable' };
    // Without blocking: a pipe that took the file's place would wait for a writer for ever.
    const file = await open(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const status = await file.stat();
      if (!status.isFile()) return { ok: false, failure: 'unreadable' };
      if (status.size > maximumFileBytes) return { ok: false, failure: 'too-large' };
      return textOfBytes(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return { ok: false, failure: 'unreadable' };
  }
}

function isInside(root: string, target: string): boolean {
  const path = relative(root, target);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Tracked paths of the checkout around the folder, as far as they lie in the folder. */
async function trackedBelow(folder: string): Promise<ReadonlySet<string> | null> {
  const root = await realpath(folder).catch(() => null);
  if (root === null) return null;
  for (let parent = root; ; parent = dirname(parent)) {
    const gitDirectory = await gitDirectoryOf(join(parent, '.git'));
    if (gitDirectory !== null) return readIndex(gitDirectory, relative(parent, root).split(sep).join('/'));
    if (dirname(parent) === parent) return null;
  }
}

/** `.git` itself, or the directory that the `.git` file of a worktree or submodule names. */
async function gitDirectoryOf(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).isDirectory()) return (await exists(join(path, 'HEAD'))) ? path : null;
    const target = /^gitdir:[ \t]*(\S.*)$/m.exec(await readFile(path, 'utf8'))?.[1]?.trimEnd();
    return target === undefined ? null : resolve(dirname(path), target);
  } catch {
    return null;
  }
}

async function readIndex(gitDirectory: string, prefix: string): Promise<ReadonlySet<string> | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(gitDirectory, 'index'));
  } catch (error) {
    // Before the first `git add` there is no index, and nothing is tracked.
    return isMissing(error) && (await exists(gitDirectory)) ? new Set() : null;
  }
  const tracked = trackedPaths(bytes);
  if (tracked === null || prefix === '') return tracked;
  const start = `${prefix}/`;
  return new Set([...tracked].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length)));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
