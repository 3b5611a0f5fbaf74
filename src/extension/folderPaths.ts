/** A uri's parts that decide whether it lies in a folder. Declared here so that plain-Node tests need no `vscode`. */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/**
 * Path of a resource relative to a folder, `/`-separated; undefined when it lies elsewhere or is the folder itself.
 * Works on uris, not on file system paths: virtual workspaces have none.
 */
export function relativePath(folder: UriParts, resource: UriParts): string | undefined {
  if (folder.scheme !== resource.scheme || folder.authority !== resource.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  if (!resource.path.startsWith(base) || resource.path.length === base.length) return undefined;
  return resource.path.slice(base.length);
}

/** The folder that holds a resource most closely, with the resource's path in it. */
export function innermost<T>(
  folders: readonly T[],
  uriOf: (folder: T) => UriParts,
  resource: UriParts,
): { readonly folder: T; readonly path: string } | undefined {
  let best: { readonly folder: T; readonly path: string } | undefined;
  for (const folder of folders) {
    const path = relativePath(uriOf(folder), resource);
    if (path !== undefined && (best === undefined || path.length < best.path.length)) best = { folder, path };
  }
  return best;
}
