import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { folderOf, inFolder, isBelow } from '../paths';

/** Folder of a manifest: `requirements/base.txt` belongs to the folder above. */
export function manifestFolder(path: string): string {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  return folder.replace(/(^|\/)requirements?(?:\/[\w.-]+)?$/, '') || '.';
}

/** Direct dependencies that are installed where the application runs, by manifest folder. */
export function declared(workspace: WorkspaceFacts, names: readonly string[]): readonly Fact[] {
  const wanted = new Set(names.map((name) => `pypi:${name}`));
  return workspace.all.filter((fact) => fact.kind === 'dependency' && fact.origin === 'python-package' && fact.stage !== 'local' && wanted.has(fact.name));
}

/** `python.name`, `python.classifiers` of the manifest in a folder. */
function about(workspace: WorkspaceFacts, root: string, key: string): Fact | undefined {
  return workspace.inDocument(inFolder(root, 'pyproject.toml')).find((fact) => fact.name === `python.${key}`);
}

/** A package for others to install: it has a name of a framework's plug-in or is listed by what it is for. */
export function isLibrary(workspace: WorkspaceFacts, root: string): boolean {
  const name = about(workspace, root, 'name')?.value;
  if (name?.kind === 'literal' && /^(?:django|flask|fastapi|starlette|drf|wagtail|pytest|celery|sqlalchemy)[-_]/i.test(name.text) && about(workspace, root, 'classifiers') !== undefined) return true;
  return name?.kind === 'literal' && /^(?:django|flask|fastapi|starlette|celery)$/i.test(name.text);
}

const deployment = /^(?:Dockerfile|Containerfile|Procfile|fly\.toml|render\.ya?ml|app\.ya?ml|zappa_settings\.(?:json|ya?ml|toml)|serverless\.ya?ml|template\.ya?ml|samconfig\.toml|railway\.(?:json|toml)|nixpacks\.toml|passenger_wsgi\.py|vercel\.json)$/;

/** Whether somebody wrote down how this folder is deployed. */
export function isDeployed(workspace: WorkspaceFacts, root: string): boolean {
  const images = workspace.all.some((fact) => fact.name === 'python.dockerfile' && isBelow(fact.at.path, root) && fact.at.path.slice(root === '.' ? 0 : root.length + 1).split('/').length <= 4 && !/(^|[./_-])(dev|test|ci|docs?)([./_-]|$)/i.test(fact.at.path));
  return images || workspace.files.some(({ path }) => folderOf(path) === root && deployment.test(path.slice(path.lastIndexOf('/') + 1)) && !/^Dockerfile/.test(path.slice(path.lastIndexOf('/') + 1)));
}

/** Dockerfiles outside a folder that copy it: `docker/api.Dockerfile` for `api/`, `backend/Dockerfile` for `backend/app`. */
export function imagesFor(workspace: WorkspaceFacts, root: string): readonly string[] {
  if (root === '.') return [];
  const holds = (copied: string): boolean => copied === root || copied.startsWith(`${root}/`);
  // A path is relative to the context: the repository, or the folder of the file.
  return workspace.all.filter((fact) => fact.name === 'python.dockerfile' && !isBelow(fact.at.path, root)).map((fact) => fact.at.path).filter((path) => workspace.inDocument(path).some((fact) => fact.name === 'python.dockerfile.copies' && fact.value.kind === 'literal' && (holds(fact.value.text) || isBelow(root, folderOf(path)) && holds(inFolder(folderOf(path), fact.value.text)))));
}

/** An application with the images outside its folder that are its own: those that copy it, else those of the repository where it is the only one. */
export function withImages(workspace: WorkspaceFacts, application: Application, isOnly: boolean): Application {
  const { root } = application;
  const named = imagesFor(workspace, root);
  const inside = workspace.all.some((fact) => fact.name === 'python.dockerfile' && isBelow(fact.at.path, root));
  const alone = named.length === 0 && !inside && isOnly ? workspace.all.filter((fact) => fact.name === 'python.dockerfile').map((fact) => fact.at.path).filter((path) => /^(?:(?:docker|\.docker|deploy|deployment|build|containers?)\/)?[^/]+$/.test(path)) : [];
  const includes = [...new Set([...named, ...alone])].sort();
  return includes.length === 0 || root === '.' ? application : { ...application, includes };
}

export interface Described {
  readonly root: string;
  readonly framework: string;
  readonly proof: Fact | undefined;
  readonly manifest: Application['manifest'];
}

export function applicationOf(workspace: WorkspaceFacts, { root, framework, proof, manifest }: Described): Application {
  const name = about(workspace, root, 'name')?.value;
  return {
    root,
    name: name?.kind === 'literal' && name.text !== 'app' ? name.text : root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1),
    framework,
    frameworkVersion: versionOf(proof),
    languages: languagesOf(workspace, root),
    manifest,
  };
}

/** `>=5.2,<6` → `5.2`, `^0.115.0` → `0.115`, `6.0.*` → `6.0`. */
function versionOf(fact: Fact | undefined): string | null {
  const match = fact?.value.kind === 'literal' ? /(\d+)(?:\.(\d+))?/.exec(fact.value.text) : null;
  if (match?.[1] === undefined) return null;
  return match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`;
}

function languagesOf(workspace: WorkspaceFacts, root: string): readonly string[] {
  const own = workspace.files.filter((file) => isBelow(file.path, root));
  if (own.some((file) => /\.tsx?$/.test(file.path) && !file.path.endsWith('.d.ts'))) return ['python', 'typescript'];
  return own.some((file) => /\.(jsx|vue|svelte)$|(^|\/)(src|assets|frontend|client)\/.*\.js$/.test(file.path)) ? ['python', 'javascript'] : ['python'];
}
