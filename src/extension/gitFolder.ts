/** A place where git may keep its index, and where the scanned folder lies inside the checkout. */
export interface GitCandidate {
  /** Uri path of the `.git` entry. */
  readonly gitPath: string;
  /** Path of the scanned folder inside the checkout with a trailing slash; empty when it is the checkout itself. */
  readonly prefix: string;
}

/** Parents further up are not looked at. */
const maximumParents = 12;

/** `.git` of the folder itself and of its parents, the nearest first. Works on uri paths. */
export function gitCandidates(folderPath: string): readonly GitCandidate[] {
  const parts = folderPath.split('/').filter((part) => part !== '');
  const candidates: GitCandidate[] = [];
  for (let up = 0; up <= Math.min(parts.length, maximumParents); up++) {
    const root = parts.slice(0, parts.length - up).join('/');
    const inside = parts.slice(parts.length - up).join('/');
    candidates.push({ gitPath: root === '' ? '/.git' : `/${root}/.git`, prefix: inside === '' ? '' : `${inside}/` });
  }
  return candidates;
}

/** The directory that a `.git` file of a worktree or submodule names, as a uri path; undefined when it names none. */
export function gitDirectoryOf(gitFilePath: string, content: string): string | undefined {
  const target = /^gitdir:[ \t]*(\S.*)$/m.exec(content)?.[1]?.trimEnd().replaceAll('\\', '/');
  if (target === undefined) return undefined;
  if (target.startsWith('/')) return normalize(target);
  if (/^[A-Za-z]:\//.test(target)) return normalize(`/${target}`);
  const folder = gitFilePath.slice(0, gitFilePath.lastIndexOf('/'));
  return normalize(`${folder}/${target}`);
}

/** Tracked paths below the scanned folder, relative to it. */
export function belowPrefix(tracked: Iterable<string>, prefix: string): ReadonlySet<string> {
  const result = new Set<string>();
  for (const path of tracked) {
    if (path.startsWith(prefix) && path.length > prefix.length) result.add(path.slice(prefix.length));
  }
  return result;
}

function normalize(path: string): string {
  const result: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') result.pop();
    else if (part !== '' && part !== '.') result.push(part);
  }
  return `/${result.join('/')}`;
}
