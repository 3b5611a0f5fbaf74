/**
 * Descriptions of images, whatever they are for: `Dockerfile.prod`, `Dockerfile-alpine`, `web.dockerfile`; not what is written about
 * them (`Dockerfile.dockerignore`, `Dockerfile.md`) or makes them.
 */
export const imageFile = /(^|\/)([Dd]ockerfile|Containerfile)([.-][\w.-]+)?(?<!\.(?:dockerignore|mdx?|sh|ya?ml|json|j2|jinja2?|erb|ejs|hbs))$|(^|\/)[\w-]+\.[Dd]ockerfile$/;

/** Folder of a file, or the folder around a folder; `.` is the workspace's own. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** A file's path in a folder. */
export function inFolder(folder: string, file: string): string {
  return folder === '.' ? file : `${folder}/${file}`;
}

/** Whether a file or folder lies in a folder, or is it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/** Resolves `./api` or `..` against a folder of the workspace; stays inside it. */
export function joinPath(folder: string, relative: string): string {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of relative.replace(/^\.\//, '').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}
