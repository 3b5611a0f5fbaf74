const mainFile = /(^|\/)(?:docker-)?compose\.ya?ml$/;

/** A compose file that `docker compose up` starts by itself. */
export function isMainFile(path: string): boolean {
  return mainFile.test(path);
}

/** With the slash at its end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
