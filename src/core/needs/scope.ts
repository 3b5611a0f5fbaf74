import { frameworkOf } from '../detectors/node/frameworks';
import { reachedFacts } from '../detectors/node/reach';
import { hasSharedCode } from '../detectors/node-imports';
import { moduleName, moduleOf } from '../detectors/node-imports/module';
import { withBaseFiles } from '../detectors/compose/baseFiles';
import { withoutVariants } from '../detectors/compose/variants';
import type { ApplicationScope, WorkspaceFacts } from '../detectors/scope';
import { folderOf, joinPath } from '../detectors/paths';
import type { Application, Fact } from '../model';
import { stages } from '../model';
import type { ListedFile } from '../workspace/reader';

/** Within a stage, the source that a process sees first. Unknown origins come last. */
const originOrder = ['cloud', 'kubernetes', 'kubernetes-base', 'platform', 'compose', 'dockerfile', 'procfile', 'dotenv'];

function authority(fact: Fact): number {
  const origin = originOrder.indexOf(fact.origin);
  return stages.indexOf(fact.stage) * 100 + (origin < 0 ? originOrder.length : origin);
}

export function createWorkspaceFacts(files: readonly ListedFile[], read: readonly Fact[]): WorkspaceFacts {
  const facts = withoutVariants(withBaseFiles(read));
  const byDocument = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = byDocument.get(fact.at.path);
    if (list === undefined) byDocument.set(fact.at.path, [fact]);
    else list.push(fact);
  }
  const paths = new Set(files.map((file) => file.path));
  return {
    files,
    all: facts,
    inDocument: (path) => byDocument.get(path) ?? [],
    hasFile: (path) => paths.has(path),
  };
}

/** Shares the folder's files and facts out: to the innermost application, or to all that a shared file may speak of. */
export function createScopes(applications: readonly Application[], workspace: WorkspaceFacts): readonly ApplicationScope[] {
  const roots = [...new Set(applications.map((application) => application.root))].sort((a, b) => depth(b) - depth(a));
  const owners = new Map<string, string | null>();
  const ownerOf = (path: string): string | null => {
    const known = owners.get(path);
    if (known !== undefined) return known;
    const owner = roots.find((root) => isInside(path, root)) ?? null;
    owners.set(path, owner);
    return owner;
  };
  const names = applications.length < 2 ? [] : applications.map((application) => ({ root: application.root, words: wordsOf(application.root === '.' ? application.name : folderName(application.root, roots)) }));
  const known = new Map<string, string | null>();
  const namedRoot = (fact: Fact): string | null => {
    const runs = fact.detail?.['runs'];
    if (runs === undefined || names.length === 0) return null;
    const cached = known.get(runs);
    if (cached !== undefined) return cached;
    const found = runs.split(' ').map((name) => rootNamed(wordsOf(name), names)).find((root) => root !== null) ?? null;
    known.set(runs, found);
    return found;
  };
  const foreign = foreignImages(applications, workspace.all);
  const told = envFileReaders(workspace.all, roots, ownerOf);
  const isOfAnotherImage = publishedImages(roots, workspace.all);
  const isOfImageBeside = imagesBeside(applications, workspace.all);
  const isOfPackage = packageServices(workspace.all, roots, ownerOf);
  const servers = applications.filter(({ framework }) => frameworkOf(framework)?.kind !== 'front-end');
  const isModule = (fact: Fact): boolean => fact.name === moduleName;
  const modules = workspace.all.filter(isModule);
  const facts = (modules.length === 0 ? workspace.all : workspace.all.filter((fact) => !isModule(fact))).map((fact) => ({ fact, owner: ownerOf(fact.at.path) }));
  return applications.map((application) => {
    const { root } = application;
    // What is declared for none by name serves the only server; files for a browser need no store.
    const isOnlyServer = servers.length === 1 && servers[0] === application;
    const includes = application.includes ?? [];
    const isIncluded = insideAny(includes);
    const isOwn = ({ path }: { readonly path: string }): boolean => ownerOf(path) === root || isIncluded(path);
    const isSaid = (fact: Fact, owner: string | null): boolean => !foreign.has(fact.detail?.['image'] ?? '') && told(fact, root) && !isOfAnotherImage(fact, root) && !isOfImageBeside(fact, root) && !isOfPackage(fact, includes) && belongsTo(fact, owner, root, roots, namedRoot(fact));
    const own: Fact[] = [];
    for (const { fact, owner } of facts) {
      if (owner !== root && isIncluded(fact.at.path)) own.push(fact);
      // What most facts are: another application's own, of which nothing more has to be asked.
      else if (owner !== root && owner !== null && owner !== '.' && fact.detail?.['application'] !== 'true') continue;
      else if (isSaid(fact, owner)) own.push(fact.kind === 'resource' && (roots.length > 1 || servers.length === 0) && !isOnlyServer && owner === null && namedRoot(fact) === null ? { ...fact, detail: { ...fact.detail, shared: 'true' } } : fact);
    }
    const reached = hasSharedCode(application) ? reachedFacts(application, own, modules.filter(({ at }) => isOwn(at)).map(moduleOf)) : own;
    return createScope(application, workspace.files.filter(isOwn), reached);
  });
}

/**
 * A fact of an application's own files is its own, unless it names the folder that it builds. A file above all
 * applications (a compose file of the whole repository) speaks of the one that it builds, or of all.
 */
function belongsTo(fact: Fact, owner: string | null, root: string, roots: readonly string[], named: string | null): boolean {
  const built = fact.detail?.['application'] === 'true' ? builtRoot(fact, roots, owner) : undefined;
  if (built !== undefined && (owner === null || built !== owner)) return built === root;
  const home = fact.detail?.['home'];
  if (home !== undefined && owner === null && fact.detail?.['application'] === 'true') {
    const about = roots.find((candidate) => candidate !== '.' && isInside(home, candidate));
    if (about !== undefined) return about === root;
  }
  if (owner === null || owner === '.') {
    if (named !== null) return named === root;
    // A deployment of something else: what is set for it is nobody's here.
    if (owner === null && roots.length > 1 && fact.detail?.['runs'] !== undefined && (fact.kind === 'env' || fact.kind === 'process')) return false;
  }
  if (owner === root) return true;
  // An image beside several applications is another's: those that are theirs lie with them, above them or are included.
  if (owner === null && fact.origin === 'dockerfile' && roots.length > 1 && !isInside(root, folderOf(fact.at.path))) return false;
  if (fact.origin === 'dotenv' && workspaceMember.test(fact.at.path)) return false;
  return owner === null && (sharedKinds.has(fact.kind) || (fact.kind === 'config' && fact.origin === 'cloud'));
}

/**
 * The application that a service of compose builds: by its context, by a Dockerfile in the application's folder where the
 * context is the whole repository (`context: .`, `dockerfile: src/cart/Dockerfile`), else by the name that both have.
 */
function builtRoot(fact: Fact, roots: readonly string[], owner: string | null): string | undefined {
  const { context, dockerfile, service } = fact.detail ?? {};
  const file = context === undefined || dockerfile === undefined ? undefined : joinPath(context, dockerfile);
  const holding = file === undefined ? undefined : roots.find((candidate) => candidate !== '.' && isInside(file, candidate));
  if (holding !== undefined) return holding;
  const around = context === undefined ? undefined : roots.find((candidate) => isInside(context, candidate));
  if (around !== undefined || owner !== null || service === undefined || roots.length < 2) return around;
  const named = roots.filter((candidate) => candidate.slice(candidate.lastIndexOf('/') + 1) === service);
  return named.length === 1 ? named[0] : undefined;
}

/**
 * Whether an application is told a variable of an env file that lies above several: where compose starts only some of them
 * with that file, the others see of it what compose passes on to them.
 */
function envFileReaders(facts: readonly Fact[], roots: readonly string[], ownerOf: (path: string) => string | null): (fact: Fact, root: string) => boolean {
  const readers = new Map<string, Set<string | undefined>>();
  const passed = new Set<string>();
  const packages = new Set(roots.length < 2 ? [] : facts.flatMap((fact) => (fact.kind === 'dependency' ? [folderOf(fact.at.path)] : [])));
  for (const fact of roots.length < 2 ? [] : facts) {
    if (fact.origin !== 'compose' || fact.stage === 'test' || fact.detail?.['application'] !== 'true') continue;
    const built = builtRoot(fact, roots, ownerOf(fact.at.path)) ?? packageBuilt(fact, packages);
    if (fact.kind === 'env' && fact.value.kind === 'env') passed.add(`${built ?? ''} ${fact.value.key}`);
    for (const file of fact.kind === 'container' ? (fact.detail['envFiles']?.split(' ') ?? []) : []) readers.set(file, (readers.get(file) ?? new Set()).add(built));
  }
  return (fact, root) => {
    const starting = fact.origin === 'dotenv' ? readersOf(fact.at.path, readers) : undefined;
    return starting === undefined || starting.has(undefined) || starting.has(root) || passed.has(`${root} ${fact.name}`) || passed.has(` ${fact.name}`);
  };
}

/** Who is started with a file, or with the one that it is a sample or an edition of: `.env.docker-small.example` of `.env.docker`. */
function readersOf(path: string, readers: ReadonlyMap<string, ReadonlySet<string | undefined>>): ReadonlySet<string | undefined> | undefined {
  const plain = path.replace(/[.-](?:example|sample|template|dist)$/, '');
  return readers.get(path) ?? readers.get(plain) ?? (plain === path ? undefined : readers.get(plain.replace(/(\.env\.\w{1,40})-[\w-]{1,40}$/, '$1')));
}

/** A package that is no application and has a Dockerfile: what migrates the database is given the file for itself. */
function packageBuilt(fact: Fact, packages: ReadonlySet<string>): string | undefined {
  const { context, dockerfile } = fact.detail ?? {};
  if (context === undefined || dockerfile === undefined) return undefined;
  const folder = folderOf(joinPath(context, dockerfile));
  return folder !== '.' && packages.has(folder) ? folder : undefined;
}

/**
 * Whether a service of compose is built by a package that is no application (`dockerfile: packages/db/Dockerfile`, which migrates) and that
 * this one does not take in: what is set for it is not seen here.
 */
function packageServices(facts: readonly Fact[], roots: readonly string[], ownerOf: (path: string) => string | null): (fact: Fact, includes: readonly string[]) => boolean {
  if (roots.length < 2) return () => false;
  const packages = new Set(facts.flatMap((fact) => (fact.kind === 'dependency' ? [folderOf(fact.at.path)] : [])));
  return (fact, includes) => {
    if (fact.kind !== 'env' || fact.origin !== 'compose' || fact.detail?.['application'] !== 'true') return false;
    const built = builtRoot(fact, roots, ownerOf(fact.at.path)) === undefined ? packageBuilt(fact, packages) : undefined;
    return built !== undefined && !includes.some((folder) => isInside(built, folder));
  };
}

/**
 * Whether the only service of the product in a compose file runs an image that is published or built there, and the Dockerfile beside that
 * file builds other applications than this one: what is set for the service is set for those.
 */
function imagesBeside(applications: readonly Application[], facts: readonly Fact[]): (fact: Fact, root: string) => boolean {
  const services = groupBy(applications.length < 2 ? [] : facts.filter((fact) => fact.kind === 'container' && fact.origin === 'compose' && fact.detail?.['application'] === 'true'), (fact) => fact.at.path);
  const held = new Map<string, ReadonlySet<string>>();
  for (const [path, [only, ...more]] of services) {
    const { published, context, dockerfile } = only?.detail ?? {};
    if (more.length > 0 || published === undefined && (context !== folderOf(path) || dockerfile !== undefined && !/^[Dd]ockerfile$/.test(dockerfile))) continue;
    const holding = (folder: string): readonly Application[] => applications.filter(({ includes = [] }) => includes.some((file) => /(?:^|\/)[Dd]ockerfile$/.test(file) && folderOf(file) === folder));
    const beside = holding(folderOf(path));
    // `docker/prod/compose.yml` of an image that is built from `docker/Dockerfile` and published.
    const around = folderOf(folderOf(path));
    const holders = beside.length === 0 && published !== undefined && around !== '.' ? holding(around) : beside;
    if (holders.length > 0) held.set(path, new Set(holders.map(({ root }) => root)));
  }
  return (fact, root) => fact.origin === 'compose' && fact.detail?.['application'] === 'true' && held.get(fact.at.path)?.has(root) === false;
}

/**
 * Images of a cluster that are not the application's, where one is: what is set for an exporter or a mail relay beside it
 * is not seen by it.
 */
function foreignImages(applications: readonly Application[], facts: readonly Fact[]): ReadonlySet<string> {
  const [application] = applications;
  if (application === undefined || applications.length > 1) return new Set();
  const images = new Set(facts.flatMap((fact) => fact.detail?.['image'] ?? []));
  const words = [{ root: '', words: wordsOf(application.name) }];
  const own = [...images].filter((image) => rootNamed(wordsOf(image), words) !== null);
  return new Set(own.length === 0 ? [] : [...images].filter((image) => !own.includes(image)));
}

/** Words that say what a program is, and not which. */
const kinds: ReadonlySet<string> = new Set(['api', 'app', 'application', 'backend', 'client', 'core', 'frontend', 'main', 'server', 'service', 'ui', 'web', 'worker']);

/**
 * Whether a service of compose runs an image that is published for another application: it shares a word with that one,
 * and none with this one, which has a Dockerfile of its own to be deployed by. So does an env file beside such services alone.
 */
function publishedImages(roots: readonly string[], facts: readonly Fact[]): (fact: Fact, root: string) => boolean {
  const built = new Set(facts.flatMap((fact) => (fact.origin === 'dockerfile' && fact.name === 'dockerfile.from' && folderOf(fact.at.path) !== '.' ? [folderOf(fact.at.path)] : [])));
  const words = new Map(roots.map((root) => [root, wordsOf(root.slice(root.lastIndexOf('/') + 1)).filter((word) => word.length > 2 && !kinds.has(word))]));
  const isForeign = (fact: Fact, root: string): boolean => {
    const { published, service } = fact.detail ?? {};
    if (published === undefined || fact.detail?.['application'] !== 'true') return false;
    const named = wordsOf(`${published.slice(published.lastIndexOf('/') + 1)} ${service ?? ''}`);
    const isNamed = (candidate: string): boolean => words.get(candidate)?.some((word) => named.includes(word)) === true;
    return !isNamed(root) && roots.some(isNamed);
  };
  const services = groupBy(facts.filter((fact) => fact.kind === 'container' && fact.origin === 'compose' && fact.detail?.['application'] === 'true'), (fact) => folderOf(fact.at.path));
  return (fact, root) => {
    if (!built.has(root)) return false;
    if (fact.origin !== 'dotenv') return fact.origin === 'compose' && isForeign(fact, root);
    const beside = services.get(folderOf(fact.at.path));
    return beside !== undefined && beside.every((service) => isForeign(service, root));
  };
}

/** Whether a path lies in one of the folders or is one of the files. Many facts share a path: each is looked at once. */
function insideAny(includes: readonly string[]): (path: string) => boolean {
  if (includes.length === 0) return () => false;
  const whole = new Set(includes);
  const folders = includes.map((include) => `${include}/`);
  const known = new Map<string, boolean>();
  return (path) => {
    const cached = known.get(path);
    if (cached !== undefined) return cached;
    const found = whole.has('.') || whole.has(path) || folders.some((folder) => path.startsWith(folder));
    known.set(path, found);
    return found;
  };
}

interface Named {
  readonly root: string;
  readonly words: readonly string[];
}

/** `orders/orders-main` is the program of what is called `orders`. */
function folderName(root: string, roots: readonly string[]): string {
  const [last = '', parent = ''] = root.split('/').toReversed();
  const isProgram = parent !== '' && /^-(?:main|app|application|boot|bootstrap|start|starter|runner|launcher|service|server|web|api)$/.test(last.slice(parent.length)) && last.startsWith(parent);
  return isProgram && !roots.some((other) => other !== root && isInside(other, folderOf(root))) ? parent : last;
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** The application that a workload or resource is named for: `shop-orders-db` speaks of `services/orders`. */
function rootNamed(words: readonly string[], names: readonly Named[]): string | null {
  const text = ` ${words.join(' ')} `;
  const matching = names.filter((candidate) => candidate.words.length > 0 && (text.includes(` ${candidate.words.join(' ')} `) || words.join('') === candidate.words.join('')));
  const [best, next] = matching.toSorted((a, b) => b.words.length - a.words.length);
  return best === undefined || (next !== undefined && next.words.length === best.words.length) ? null : best.root;
}

/** An env file of a package or a plugin beside the application is that package's alone. */
const workspaceMember = /^(?:apps|packages|libs|plugins|services|modules|websites|extensions)\/[^/]+\//;

/** What a file outside every application can say about one. */
const sharedKinds: ReadonlySet<Fact['kind']> = new Set(['container', 'process', 'resource', 'env']);

function createScope(application: Application, files: readonly ListedFile[], facts: readonly Fact[]): ApplicationScope {
  const paths = new Set(files.map((file) => file.path));
  const path = (relative: string): string => (application.root === '.' ? relative : `${application.root}/${relative}`);
  const ordered = facts
    .filter((fact) => fact.stage !== 'test')
    .map((fact, index) => ({ fact, index, rank: authority(fact) * 100 + Math.min(depth(fact.at.path) - depth(application.root), 99) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ fact }) => fact);
  const byKind = groupBy(ordered, (fact) => fact.kind);
  const byName = groupBy(ordered, (fact) => `${fact.kind} ${fact.name}`);
  return {
    application,
    files,
    facts,
    find: (kind, name) => (name === undefined ? byKind.get(kind) : byName.get(`${kind} ${name}`)) ?? [],
    hasFile: (relative) => paths.has(path(relative)),
    path,
  };
}

function groupBy(facts: readonly Fact[], keyOf: (fact: Fact) => string): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return groups;
}

export function isInside(path: string, root: string): boolean {
  return root === '.' || path === root || path.startsWith(`${root}/`);
}

function depth(path: string): number {
  return path === '.' ? 0 : path.split('/').length;
}

