import { globMayReach } from './globs';

/** Folders that hold nothing a person wrote for this project, wherever they lie. Compared in lower case. */
const vendoredFolders = new Set([
  'node_modules', 'bower_components', 'jspm_packages', 'vendor', '.venv', 'venv', 'virtualenv', 'site-packages', '__pypackages__', '.eggs',
  'pods', 'carthage', '.yarn', '.pnpm-store', '.bundle', '.m2', '.gradle', '.cargo', '.dart_tool', '.tox', '.nox', 'elm-stuff',
  'wp-admin', 'wp-includes', '.terraform', '.terragrunt-cache', '.direnv', '.devenv',
]);
const generatedFolders = new Set([
  'dist', 'out', 'target', 'obj', 'coverage', 'htmlcov', '__pycache__', '_build', 'storybook-static', 'tmp', 'deriveddata',
  '.next', '.nuxt', '.output', '.nitro', '.svelte-kit', '.astro', '.angular', '.expo', '.docusaurus', '.cache', '.parcel-cache', '.turbo',
  '.mypy_cache', '.pytest_cache', '.ruff_cache', '.nyc_output', '.serverless', '.aws-sam', '.wrangler', '.sst', '.amplify', '.netlify',
  '.history', '.vscode-test', '.ipynb_checkpoints', '.sass-cache', '.hypothesis',
]);
const toolFolders = new Set(['.git', '.svn', '.hg', '.jj', '.idea', '.vs', '.fleet']);

/** Frameworks' own places for what they generate: matched at the end of a folder's path. */
const generatedPaths = [
  'public/build', 'public/hot', 'public/assets/builds', 'public/packs', 'public/packs-test', 'storage/framework', 'storage/logs',
  'storage/debugbar', 'bootstrap/cache', 'var/cache', 'var/log', '.vercel/output', 'wwwroot/lib', 'public/vendor',
  'static/vendor', 'writable/cache', 'writable/debugbar',
];

/** `build/package`, `build/ci`: hand-written parts of Go's customary layout. */
const writtenBelowBuild = new Set(['package', 'ci', 'docker', 'deploy', 'deployment', 'docker-compose', 'images', 'linux', 'dockerfiles', 'containers']);

/** `build/Dockerfile`: no tool writes these. */
const writtenInBuild = /^(?:docker|container)file(?:[.-][\w.-]+)?$|\.dockerfile$|^(?:docker-)?compose[\w.-]*\.ya?ml$/;

type Kind = 'vendored' | 'generated' | 'tool';

/**
 * Whether a folder is never read, so that a host need not even list it. Globs of files that a user wants read although
 * they would be left out keep the way to them open.
 */
export function isIgnoredFolder(path: string, include: readonly string[] = []): boolean {
  return ignoredFolderKind(path) !== null && !include.some((glob) => globMayReach(glob, path));
}

/** Whether a file or folder lies in (or is) a folder that is never read. */
export function isIgnoredPath(path: string, include: readonly string[] = []): boolean {
  if (isCloudAssembly(path)) return !isReadOfCloudAssembly(path);
  const slash = path.lastIndexOf('/');
  if (slash >= 0 && isInIgnoredFolder(path.slice(0, slash), include)) return true;
  return findKind(path) !== null && isIgnoredFolder(path, include);
}

function isInIgnoredFolder(folder: string, include: readonly string[]): boolean {
  if (include.length > 0) return [...foldersOf(`${folder}/`)].some((parent) => isIgnoredFolder(parent, include));
  const known = knownPaths.get(folder);
  if (known !== undefined) return known;
  if (knownPaths.size >= maximumKnownKinds) knownPaths.clear();
  const slash = folder.lastIndexOf('/');
  const ignored = ignoredFolderKind(folder) !== null || (slash >= 0 && isInIgnoredFolder(folder.slice(0, slash), include));
  knownPaths.set(folder, ignored);
  return ignored;
}

/** Why a folder is never read; null when it is. `path` names the folder itself; its parents are not looked at. */
export function ignoredFolderKind(path: string): Kind | null {
  const present = knownKinds.get(path);
  if (present !== undefined) return present;
  const kind = findKind(path);
  if (knownKinds.size >= maximumKnownKinds) knownKinds.clear();
  knownKinds.set(path, kind);
  return kind;
}

/** Every file of a folder asks for the same folders again. The answer depends on the path alone. */
const knownKinds = new Map<string, Kind | null>();
const knownPaths = new Map<string, boolean>();
const maximumKnownKinds = 20_000;

function findKind(path: string): Kind | null {
  const lower = path.toLowerCase();
  const slash = lower.lastIndexOf('/');
  const name = lower.slice(slash + 1);
  if (toolFolders.has(name)) return 'tool';
  if (vendoredFolders.has(name)) return 'vendored';
  if (name.endsWith('.egg-info') || name.endsWith('.dist-info')) return 'generated';
  // The synthesized templates of a cloud assembly are read; its bundled assets are not.
  if (name.startsWith('asset.') && isCloudAssembly(path)) return 'generated';
  if (generatedPaths.some((known) => lower === known || lower.endsWith(`/${known}`))) return 'generated';
  // Looked into, for what people put there by hand: its other folders are pruned one by one.
  if (name === 'build') return null;
  if (generatedFolders.has(name)) return 'generated';
  const parent = lower.slice(0, Math.max(0, slash));
  const isInBuild = parent === 'build' || parent.endsWith('/build');
  return isInBuild && !writtenBelowBuild.has(name) && !writtenInBuild.test(name) ? 'generated' : null;
}

/** `cdk.out/App.template.json` says what will be deployed; the rest beside it is machinery. */
function isReadOfCloudAssembly(path: string): boolean {
  const ignoredInside = [...foldersOf(path)].some((folder) => isIgnoredFolder(folder));
  return !ignoredInside && (path.endsWith('.template.json') || /(^|\/)cdk\.out(?:\/assembly-[^/]*)?$/.test(path));
}

function isCloudAssembly(path: string): boolean {
  if (!path.includes('cdk.out')) return false;
  return /(^|\/)cdk\.out(\/|$)/.test(path);
}

/** Every folder above a path, the outermost first. */
export function* foldersOf(path: string): Generator<string> {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) yield path.slice(0, slash);
}
