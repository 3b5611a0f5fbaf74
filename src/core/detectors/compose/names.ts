const mainFile = /(^|\/)(?:docker-)?compose\.ya?ml$/;

/** A compose file that `docker compose up` starts by itself. */
export function isMainFile(path: string): boolean {
  return mainFile.test(path);
}
