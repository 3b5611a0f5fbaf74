import type { Application, Fact } from '../../model';
import { applicationOf, imagesFor, isDeployed, isLibrary, manifestFolder, withImages } from '../python/applications';
import type { WorkspaceFacts } from '../scope';
import { webFrameworks, type WebFramework } from './frameworks';
import { folderOf, inFolder, isBelow } from '../paths';

interface Candidate {
  readonly root: string;
  readonly framework: WebFramework;
  readonly entry: Fact | undefined;
  readonly dependency: Fact | undefined;
}

const manifestName = /(?:^|\/)(?:pyproject\.toml|Pipfile|setup\.py|setup\.cfg|environment\.ya?ml|[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/;
const serves = /\b(?:uvicorn|gunicorn|hypercorn|granian|waitress-serve|uwsgi|fastapi\s+run|flask\s+(?:--app\s+\S+\s+)?run|litestar\s+(?:--app\s+\S+\s+)?run|sanic|streamlit\s+run)\b/;

/** Servers of Flask, FastAPI and their like: an application object, the dependency that brings it, a way to run it. */
export function webApplications(workspace: WorkspaceFacts): readonly Application[] {
  const entries = workspace.all.filter((fact) => fact.name === 'python.entry');
  const dependencies = workspace.all.filter((fact) => fact.kind === 'dependency' && fact.origin === 'python-package' && fact.stage !== 'local' && brings.has(fact.name));
  if (entries.length === 0 && dependencies.length === 0) return [];
  const manifests = [...new Set(workspace.files.filter(({ path }) => manifestName.test(path) && !unrelated.test(path)).map(({ path }) => manifestFolder(path)))].sort((a, b) => b.length - a.length);
  const required = new Map<string, Fact>();
  for (const fact of dependencies.filter(({ name }) => byPackage.has(name))) {
    const folder = manifestFolder(fact.at.path);
    const known = required.get(folder);
    if (known === undefined || rankOf(fact) < rankOf(known)) required.set(folder, fact);
  }
  const found = new Map<string, Candidate>();
  for (const entry of entries) {
    if (unrelated.test(entry.at.path) || entry.value.kind !== 'literal') continue;
    const folder = folderOf(entry.at.path);
    const framework = byId.get(entry.value.text);
    const above = manifests.filter((manifest) => isBelow(folder, manifest));
    const root = rootOf(above.filter((manifest) => required.has(manifest)), workspace) ?? above.at(0) ?? '.';
    if (framework === undefined) continue;
    const known = found.get(root);
    const candidate: Candidate = { root, framework, entry, dependency: dependencies.filter((fact) => manifestFolder(fact.at.path) === root && framework.packages.includes(packageOf(fact))).sort((a, b) => framework.packages.indexOf(packageOf(a)) - framework.packages.indexOf(packageOf(b)))[0] };
    if (known === undefined || isBefore(candidate, known, workspace)) found.set(root, candidate);
  }
  for (const [root, dependency] of required) {
    const framework = byPackage.get(dependency.name);
    if (framework === undefined || found.has(root) || unrelated.test(`${root}/`) || [...found.keys()].some((other) => other !== '.' && isBelow(other, root))) continue;
    if (process(workspace, root) !== undefined || isDeployed(workspace, root) && serverIn(workspace, root) || isExposed(workspace, root)) found.set(root, { root, framework, entry: undefined, dependency });
  }
  return [...found.values()].filter((candidate) => isServer(candidate, workspace)).map((candidate) => describe(candidate, workspace, found.size));
}

/** The innermost manifest that names the framework; the outermost where only that one is built into an image. */
function rootOf(manifests: readonly string[], workspace: WorkspaceFacts): string | undefined {
  const [inner] = manifests;
  const outer = manifests.at(-1);
  if (inner === undefined || outer === undefined || inner === outer) return inner;
  const images = workspace.all.filter((fact) => fact.name === 'python.dockerfile').map((fact) => fact.at.path);
  return images.some((path) => folderOf(path) === outer) && !images.some((path) => isBelow(path, inner)) ? outer : inner;
}

/** A server of Python among the dependencies: what an image without a telling command starts. */
function serverIn(workspace: WorkspaceFacts, root: string): boolean {
  return workspace.all.some((fact) => fact.kind === 'dependency' && fact.stage !== 'local' && manifestFolder(fact.at.path) === root && /^pypi:(?:uvicorn|gunicorn|granian|hypercorn|waitress|uwsgi|gevent|fastapi-cli)$/.test(fact.name));
}

/** An image in the folder starts a script of Python and opens a port: the script starts the server. */
function isExposed(workspace: WorkspaceFacts, root: string): boolean {
  return root !== '.' && workspace.all.some((fact) => {
    if (fact.name !== 'dockerfile.expose' || fact.stage !== 'production' || folderOf(fact.at.path) !== root) return false;
    return workspace.inDocument(fact.at.path).some((other) => other.kind === 'process' && other.value.kind === 'literal' && /^python3?(?:\s+-u)?\s+[\w./-]+\.py\b/.test(other.value.text));
  });
}

/** Folders that hold no application of the repository. */
const unrelated = /(^|\/)(?:docs?_src|sdks?|libs?|packages?\/(?:sdk|client)|integrations?|scripts?|tools?|benchmarks?|bench|tutorials?|notebooks?|cookbook|recipes|\.github|ci|load_?tests?|mocks?|stubs?|templates?)\//i;

const byId: ReadonlyMap<string, WebFramework> = new Map(webFrameworks.map((framework) => [framework.id, framework]));
const brings: ReadonlySet<string> = new Set(webFrameworks.flatMap(({ packages }) => packages.map((name) => `pypi:${name}`)));
/** Clients and building blocks that are in many manifests are no sign of a server on their own. */
const byPackage: ReadonlyMap<string, WebFramework> = new Map([...webFrameworks].reverse().flatMap((framework) => framework.packages.map((name) => [`pypi:${name}`, framework] as const)).filter(([name]) => name !== 'pypi:aiohttp' && name !== 'pypi:starlette' && name !== 'pypi:tornado' && name !== 'pypi:grpcio'));

function packageOf(fact: Fact): string {
  return fact.name.slice('pypi:'.length);
}

function rankOf(fact: Fact): number {
  const framework = byPackage.get(fact.name);
  return framework === undefined ? 99 : webFrameworks.indexOf(framework) * 10 + Number(framework.packages[0] !== packageOf(fact));
}

/** A framework that the manifest names before one that comes along; the outermost file first. */
function order({ framework, entry, dependency }: Candidate): number {
  const depth = entry === undefined ? 9 : entry.at.path.split('/').length;
  return Number(dependency === undefined) * 100 + depth * 20 + webFrameworks.indexOf(framework) + (framework.isPage === true ? 80 : 0);
}

/** Of two pages the one that is started by its name; else what `order` says. */
function isBefore(candidate: Candidate, known: Candidate, workspace: WorkspaceFacts): boolean {
  const isStarted = ({ root, framework }: Candidate): boolean => {
    const command = framework.isPage === true ? process(workspace, root)?.value : undefined;
    return command?.kind === 'literal' && new RegExp(String.raw`\b${framework.id}\s+run\b`).test(command.text);
  };
  const [first, second] = [isStarted(candidate), isStarted(known)];
  return first !== second && candidate.framework.isPage === true && known.framework.isPage === true ? first : order(candidate) < order(known);
}

function isServer({ root, entry, dependency }: Candidate, workspace: WorkspaceFacts): boolean {
  if (isLibrary(workspace, root) || isDjango(workspace, root)) return false;
  const runs = isDeployed(workspace, root) || process(workspace, root) !== undefined || imagesFor(workspace, root).length > 0;
  if (dependency === undefined) return entry !== undefined && (runs || keepsTables(workspace, root));
  if (runs && !(isPublished(workspace, root) && isProgram(workspace, root))) return true;
  const callable = workspace.files.some(({ path }) => isBelow(path, root) && /(^|\/)(?:wsgi|asgi)\.py$/.test(path) && path.split('/').length - (root === '.' ? 0 : root.split('/').length) <= 5);
  const pinned = workspace.all.some((fact) => fact.name === dependency.name && manifestFolder(fact.at.path) === root && /(?:^|\/)requirements(?:\/[^/]+)*(?:\/[^/]+|\.txt|\.in)$/.test(fact.at.path));
  return entry !== undefined && (callable || pinned || !isPublished(workspace, root));
}

/** Migrations beside an application object: it is somebody's server, though its manifest stayed on a machine. */
function keepsTables(workspace: WorkspaceFacts, root: string): boolean {
  return !workspace.files.some(({ path }) => manifestName.test(path)) && ['migrations/alembic.ini', 'alembic.ini'].some((file) => workspace.hasFile(inFolder(root, file)));
}

/** A command that serves pages while it runs: nothing that it keeps, no way to start it but its own image. */
function isProgram(workspace: WorkspaceFacts, root: string): boolean {
  const scripts = workspace.inDocument(inFolder(root, 'pyproject.toml')).some((fact) => fact.name === 'python.scripts') || workspace.hasFile(inFolder(root, 'setup.py'));
  const keeps = workspace.all.some((fact) => fact.kind === 'dependency' && fact.stage !== 'local' && manifestFolder(fact.at.path) === root && stores.test(fact.name));
  return scripts && !keeps && process(workspace, root) === undefined && !workspace.files.some(({ path }) => isBelow(path, root) && /(^|\/)(?:wsgi|asgi|alembic\.ini|Procfile|fly\.toml|render\.yaml)(?:\.py)?$/.test(path)) && !workspace.all.some((fact) => fact.kind === 'container' && fact.detail?.['application'] === 'true' && fact.detail['context'] === root && fact.stage !== 'test');
}

const stores = /^pypi:(?:sqlalchemy|sqlmodel|flask-sqlalchemy|alembic|flask-migrate|tortoise-orm|peewee|pony|databases|asyncpg|psycopg.*|pymongo|motor|beanie|redis|celery|pymysql|mysqlclient)$/;

/** A package for others: it is described for an index of packages. */
function isPublished(workspace: WorkspaceFacts, root: string): boolean {
  const facts = workspace.inDocument(inFolder(root, 'pyproject.toml'));
  return facts.some((fact) => fact.name === 'python.classifiers') || workspace.hasFile(inFolder(root, 'setup.py')) || workspace.hasFile(inFolder(root, 'setup.cfg')) && !facts.some((fact) => fact.kind === 'dependency') && !workspace.hasFile(inFolder(root, 'requirements.txt'));
}

function isDjango(workspace: WorkspaceFacts, root: string): boolean {
  const settings = workspace.all.some((fact) => fact.origin === 'django-settings' && fact.stage !== 'test' && /^python\.(?:INSTALLED_APPS\[\]|ROOT_URLCONF)$/.test(fact.name) && isBelow(fact.at.path, root));
  return settings && workspace.files.some(({ path }) => isBelow(path, root) && /(^|\/)manage\.py$/.test(path));
}

/** A command that serves Python, in a file of this folder or one that builds it. */
function process(workspace: WorkspaceFacts, root: string): Fact | undefined {
  return workspace.all.find((fact) => fact.kind === 'process' && fact.stage !== 'test' && fact.value.kind === 'literal' && serves.test(fact.value.text) && (isBelow(folderOf(fact.at.path), root) || fact.detail?.['context'] === root && root !== '.') && !unrelated.test(fact.at.path));
}

function describe({ root, framework, entry, dependency }: Candidate, workspace: WorkspaceFacts, count: number): Application {
  const manifest = dependency?.at ?? entry?.at ?? { path: inFolder(root, 'pyproject.toml'), range: { start: 0, end: 0 } };
  const described = applicationOf(workspace, { root, framework: framework.id, proof: dependency !== undefined && framework.packages[0] === packageOf(dependency) ? dependency : undefined, manifest });
  return withImages(workspace, described, count === 1);
}
