import picomatch from 'picomatch';

const options = { dot: true, windows: false } as const;

/** Whether a path, or a folder above it, matches one of the globs. `legacy`, `legacy/` and `legacy/**` mean the same. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => matcherOf(glob));
  if (matchers.length === 0) return () => false;
  return (path) => matchers.some((matches) => matches(path));
}

function matcherOf(glob: string): readonly ((path: string) => boolean)[] {
  const pattern = normalized(glob);
  if (pattern === '') return [];
  try {
    return [picomatch([pattern, `${pattern}/**`], options)];
  } catch {
    // Longer than the library takes, or no pattern at all: it matches nothing.
    return [];
  }
}

/** Whether a glob can match something below a folder: then the folder must be listed. */
export function globMayReach(glob: string, folder: string): boolean {
  const pattern = normalized(glob);
  const { base, isGlob } = picomatch.scan(pattern);
  if (base !== '' && (folder === base || folder.startsWith(`${base}/`) || base.startsWith(`${folder}/`))) return true;
  if (!isGlob || base !== '') return false;
  // `**/vendor/acme/**`: the folder's own name stands in the pattern.
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return pattern.split('/').some((part) => part === name);
}

function normalized(glob: string): string {
  return glob.trim().replace(/\\/g, '/').replace(/^\.?\/+/, '').replace(/(?<!\/)\/+$/, '');
}
