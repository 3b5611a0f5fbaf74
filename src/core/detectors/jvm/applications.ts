import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { jvmFrameworks, namesDependency, webArchive, type JvmFramework } from './frameworks';
import { ideApplications } from './ideProjects';
import { folderOf, inFolder } from '../paths';
import { literal, type JvmModule } from './module';
import { jvmBuild, type JvmBuild } from './modules';

interface Candidate {
  readonly module: JvmModule;
  readonly framework: string;
  readonly proof: Fact;
  readonly closure: readonly JvmModule[];
  /** Another module loads and starts it. */
  readonly startedElsewhere?: true;
}

/** Modules that something starts: by a class with an entry point, by the plugin that packages it, as a web archive. */
export function jvmApplications(workspace: WorkspaceFacts): readonly Application[] {
  const build = jvmBuild(workspace);
  const projects = ideApplications(workspace, build.modules.map((module) => module.root));
  if (build.modules.length === 0) return projects;
  const mains = mainsByModule(workspace, build);
  const candidates = build.modules.flatMap((module) => candidateOf(module, build, mains, workspace));
  const chosen = candidates.filter((candidate) => !isAside(candidate.module, build, candidates) && !isPutTogether(candidate, candidates, workspace) && !isLibraryOf(candidate, candidates, workspace));
  const roots = new Set(chosen.map(({ module }) => module.root));
  const images = imagesOf(workspace);
  return [...chosen.map((candidate) => applicationOf(candidate, roots, images, build, workspace)), ...projects];
}

/** Main classes by the innermost module that holds them. */
function mainsByModule(workspace: WorkspaceFacts, build: JvmBuild): ReadonlyMap<string, readonly Fact[]> {
  const roots = build.modules.map((module) => module.root).sort((a, b) => b.length - a.length);
  const found = new Map<string, Fact[]>();
  for (const fact of workspace.all) {
    if (fact.kind !== 'code' || !fact.name.startsWith('jvm.main.')) continue;
    const root = roots.find((candidate) => candidate === '.' || fact.at.path.startsWith(`${candidate}/`));
    if (root === undefined) continue;
    const list = found.get(root) ?? [];
    list.push(fact);
    found.set(root, list);
  }
  return found;
}

function candidateOf(module: JvmModule, build: JvmBuild, mains: ReadonlyMap<string, readonly Fact[]>, workspace: WorkspaceFacts): readonly Candidate[] {
  if (module.packaging === 'pom' || module.packaging === 'maven-plugin' || isLeftOut(module, workspace)) return [];
  const closure = build.closure(module);
  const dependencies = closure.flatMap((part) => part.dependencies);
  const own = mains.get(module.root) ?? [];
  const plugins = new Set(module.plugins.filter((fact) => fact.detail?.['skip'] !== 'true' && fact.stage !== 'test').map((fact) => shortName(literal(fact) ?? '')));
  for (const framework of jvmFrameworks) {
    const named = own.find((fact) => fact.name === `jvm.main.${framework.main ?? ''}`);
    // What a convention plugin of the build adds is not read: the class that starts it says enough for Spring.
    const proof = proofOf(framework, module, dependencies) ?? (framework.main === 'spring' ? named : undefined);
    if (proof === undefined || framework.needsImage === true && !workspace.all.some((fact) => fact.name === 'jvm.dockerfile')) continue;
    const main = named ?? (framework.id === 'micronaut' && dependencies.some((fact) => fact.name.startsWith('maven:io.micronaut:micronaut-http-server')) ? own.find((fact) => fact.name === 'jvm.main.micronaut-command') : undefined) ?? (framework.main !== null && framework.plugins.some((plugin) => plugins.has(plugin)) ? own.find((fact) => fact.name === 'jvm.main.plain') ?? packedMain(module, workspace) : undefined);
    // Clients of RPC are in tools, too: an image of its own must run the class that the build names.
    if (framework.id === 'grpc' && (!hasOwnImage(module.root, workspace) || named === undefined && !module.statements.some((fact) => fact.name === 'jvm.main-class'))) continue;
    if (framework.id === 'grpc') return [{ module, framework: framework.id, proof, closure }];
    // Verticles are written for libraries too: something must start or package this one.
    if (framework.id === 'vertx' && !own.some((fact) => fact.name === 'jvm.main.plain') && !framework.plugins.some((plugin) => plugins.has(plugin)) && !workspace.all.some((fact) => fact.name === 'jvm.dockerfile' && folderOf(fact.at.path) === module.root)) continue;
    if (main === undefined && isServedInside(framework, module, proof, workspace)) return [{ module, framework: framework.id, proof, closure, startedElsewhere: true }];
    if (main !== undefined || isPackaged(framework, module, plugins, workspace)) return [{ module, framework: framework.id, proof, closure }];
  }
  if (module.packaging !== 'war') return [];
  const hasPages = holds(workspace, module.root, 'src/main/webapp/');
  for (const [framework, names] of [['spring', webArchive.spring], ['jakarta-ee', webArchive.jakarta]] as const) {
    const proof = dependencies.find((fact) => namesDependency(fact.name, names));
    // An archive of services alone has no pages.
    if (!hasPages && (framework === 'spring' || !holds(workspace, module.root, 'src/main/java/'))) continue;
    if (proof !== undefined) return [{ module, framework, proof, closure }];
  }
  return [];
}

/** The class that the build packs as the one to start, where it is the module's own: by whatever name, it has an entry point. */
function packedMain({ root, statements }: JvmModule, workspace: WorkspaceFacts): Fact | undefined {
  return statements.find((fact) => {
    if (fact.name !== 'jvm.main-class' || fact.stage === 'test' || folderOf(fact.at.path) !== root) return false;
    const path = (literal(fact) ?? '').replaceAll('.', '/');
    const places = [['java', path, 'java'], ['kotlin', path.replace(/Kt$/, ''), 'kt'], ['scala', path, 'scala'], ['groovy', path, 'groovy']] as const;
    return path !== '' && places.some(([language, place, extension]) => workspace.hasFile(inFolder(root, `src/main/${language}/${place}.${extension}`)));
  });
}

/** Pages beside the server that shows them, in a library: a launcher finds the archive at run time, which no dependency tells. */
function isServedInside(framework: JvmFramework, { root, packaging, dependencies }: JvmModule, proof: Fact, workspace: WorkspaceFacts): boolean {
  return framework.needsImage === true && packaging === 'jar' && dependencies.includes(proof) && folderOf(proof.at.path) === root && (proof.detail?.['scope'] ?? 'compile') === 'compile' && workspace.inDocument(inFolder(root, 'src/main/webapp/WEB-INF/web.xml')).some((fact) => fact.name === 'jvm.webapp');
}

/** Below a `pom.xml` that lists its modules, in no list, and made of what they make: it is started by hand, with a build of its own. */
function isBesideBuild({ root, uses }: JvmModule, workspace: WorkspaceFacts): boolean {
  if (root === '.' || uses.length === 0 || hasOwnImage(root, workspace)) return false;
  const modules = workspace.all.filter((fact) => fact.name === 'jvm.module' && fact.origin === 'maven');
  if (!modules.some((fact) => isInside(root, folderOf(fact.at.path)))) return false;
  const listed = new Set(modules.map((fact) => inFolder(folderOf(fact.at.path), (literal(fact) ?? '').replace(/\/?pom\.xml$/, ''))));
  return !listed.has(root) && uses.some((used) => listed.has(used));
}

function isInside(root: string, folder: string): boolean {
  return folder === '.' || root.startsWith(`${folder}/`);
}

/** Below settings that list the projects of the build, and not among them: Gradle does not build what lies there. */
function isLeftOut(module: JvmModule, workspace: WorkspaceFacts): boolean {
  const { root, build } = module;
  if (build === 'maven') return isBesideBuild(module, workspace);
  if (build !== 'gradle' || root === '.') return false;
  for (let folder = root; ; folder = folderOf(folder)) {
    const settings = ['settings.gradle', 'settings.gradle.kts'].map((file) => inFolder(folder, file)).find((path) => workspace.hasFile(path));
    if (settings === undefined && folder !== '.') continue;
    if (settings === undefined || folder === root) return false;
    const facts = workspace.inDocument(settings);
    const listed = facts.filter((fact) => fact.name === 'jvm.module').map((fact) => inFolder(folder, (literal(fact) ?? '').split(/[:/]/).filter((part) => part !== '').join('/')));
    return listed.length > 0 && !facts.some((fact) => fact.name === 'jvm.modules.computed') && !listed.some((path) => path === root || path.startsWith(`${root}/`));
  }
}

function shortName(plugin: string): string {
  return plugin.includes(':') ? plugin.slice(plugin.indexOf(':') + 1) : plugin;
}

function proofOf(framework: JvmFramework, module: JvmModule, dependencies: readonly Fact[]): Fact | undefined {
  return module.dependencies.find((fact) => namesDependency(fact.name, framework.dependencies)) ?? dependencies.find((fact) => namesDependency(fact.name, framework.dependencies));
}

/** Nothing but the build plugin says that it is started: then its own configuration must be there too. */
function isPackaged(framework: JvmFramework, module: JvmModule, plugins: ReadonlySet<string>, workspace: WorkspaceFacts): boolean {
  const configuredAs = (file: string): boolean => workspace.hasFile(inFolder(module.root, `src/main/resources/${file}`));
  // A convention of an organisation's own, `org.acme.gradle-spring-boot`: what it is applied to, configured and built into an image, is started.
  if (framework.id === 'spring-boot' && module.plugins.some((fact) => /[.-]spring-?boot(?:[.-](?:application|app|service))?$/.test(literal(fact) ?? '') && folderOf(fact.at.path) === module.root) && hasOwnImage(module.root, workspace) && ['application.yml', 'application.yaml', 'application.properties'].some(configuredAs)) return true;
  const declared = module.plugins.find((fact) => framework.plugins.includes(shortName(literal(fact) ?? '')) && fact.detail?.['skip'] !== 'true');
  if (declared === undefined || !framework.plugins.some((plugin) => plugins.has(plugin))) return false;
  // A library may be written with the plugin too: it has no routes of its own and nothing to start it with.
  if (framework.id === 'play') return ['conf/routes', 'conf/application.conf', 'src/main/resources/application.conf'].some((file) => workspace.hasFile(inFolder(module.root, file)));
  const isOwn = folderOf(declared.at.path) === module.root;
  const configured = ['application.properties', 'application.yml', 'application.yaml', 'application.conf', 'config/application.yml'].some((file) => workspace.hasFile(inFolder(module.root, `src/main/resources/${file}`)));
  if (framework.withoutMain) return configured || isOwn && holds(workspace, module.root, 'src/main/');
  return isOwn && configured && framework.plugins.slice(0, 2).some((plugin) => plugins.has(plugin)) && !/(?:^|-)(?:starter|autoconfigure)(?:-|$)/.test(module.artifact ?? '');
}

function holds(workspace: WorkspaceFacts, root: string, folder: string): boolean {
  const prefix = inFolder(root, folder);
  return workspace.files.some(({ path }) => path.startsWith(prefix));
}

const aside = /(?:^|[/_-])(?:samples?|examples?|archetypes?|playground|tutorials?)(?:$|[/_-])/i;
const forTests = /(?:^|[/_-])(?:tests?|it|integration[-_]?tests?|e2e|benchmarks?|jmh|perf|test[-_]?(?:app|application|server|harness|suite|utils?|driver))$/i;

/** Samples, tests and documentation beside what the repository is for. */
function isAside(module: JvmModule, build: JvmBuild, candidates: readonly Candidate[]): boolean {
  const { root } = module;
  if (root === '.') return false;
  if (forTests.test(root) || /(?:^|\/)(?:docs?|documentation|website|\w+-docs)(?:\/|$)/.test(root)) return true;
  if (!aside.test(root)) return false;
  return build.modules.some((other) => !aside.test(other.root) && !forTests.test(other.root) && other.packaging !== 'pom' && (other.root !== '.' || candidates.some((candidate) => candidate.module === other)));
}

function hasOwnImage(root: string, workspace: WorkspaceFacts): boolean {
  return workspace.all.some((fact) => fact.name === 'jvm.dockerfile' && folderOf(fact.at.path) === root);
}

function hasImage({ module: { root } }: Candidate, workspace: WorkspaceFacts): boolean {
  return root !== '.' && workspace.all.some((fact) => fact.name === 'jvm.dockerfile' && fact.at.path.startsWith(`${root}/`));
}

/** Several applications in one process, to try them: each is deployed by an image of its own, and this one by none. */
function isPutTogether(candidate: Candidate, candidates: readonly Candidate[], workspace: WorkspaceFacts): boolean {
  const parts = candidates.filter((other) => other !== candidate && candidate.closure.includes(other.module));
  return parts.length > 1 && parts.every((part) => hasImage(part, workspace)) && !hasImage(candidate, workspace);
}

/** A part that can be started on its own for development: what is deployed is the module that is built from it and configured. */
function isLibraryOf(candidate: Candidate, candidates: readonly Candidate[], workspace: WorkspaceFacts): boolean {
  if (candidate.startedElsewhere === true && candidates.some((other) => other !== candidate && other.closure.includes(candidate.module))) return true;
  const isConfigured = ({ module: { root } }: Candidate): boolean => workspace.files.some(({ path }) => path.startsWith(inFolder(root, 'src/main/resources/')) && /\/(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties|conf|toml)$/.test(path));
  if (hasImage(candidate, workspace) || isConfigured(candidate)) return false;
  return candidates.some((other) => other !== candidate && other.framework === candidate.framework && other.closure.includes(candidate.module) && isConfigured(other));
}

interface Image {
  readonly path: string;
  readonly mentions: string;
}

function imagesOf(workspace: WorkspaceFacts): readonly Image[] {
  return workspace.all.filter((fact) => fact.name === 'jvm.dockerfile').map((fact) => ({ path: fact.at.path, mentions: fact.detail?.['mentions'] ?? '' }));
}

function applicationOf({ module, framework, proof, closure }: Candidate, roots: ReadonlySet<string>, images: readonly Image[], build: JvmBuild, workspace: WorkspaceFacts): Application {
  const { root } = module;
  const inside = (path: string): boolean => root === '.' || path.startsWith(`${root}/`);
  const libraries = closure.slice(1).filter((part) => part.root !== '.' && !inside(part.root));
  // A module of Maven that only packs it: what lies there is installed beside the archive.
  const packers = build.modules.filter((other) => other.packaging === 'pom' && other.root !== '.' && other.uses.includes(root) && !inside(other.root));
  const scripts = [module, ...libraries].flatMap((part) => part.shared);
  const last = root.slice(root.lastIndexOf('/') + 1);
  const packed = literal(module.statements.find((fact) => fact.name === 'jvm.final-name' && folderOf(fact.at.path) === root));
  const isOwned = (path: string): boolean => [...roots].some((other) => other !== '.' && path.startsWith(`${other}/`));
  const named = images.filter(({ path, mentions }) => !inside(path) && !isOwned(path) && (roots.size === 1 || mentions.split(' ').some((word) => word === last || word === module.artifact || word === packed)));
  const served = closure.some((part) => part.dependencies.some((fact) => /spring-cloud-(?:starter-)?config(?:-client)?$|spring-cloud-starter-config$/.test(fact.name))) ? servedFiles(workspace, [module.artifact ?? last, last]) : [];
  const includes = [...new Set([...[...libraries, ...packers].map((part) => part.root), ...scripts, ...named.map((image) => image.path), ...served])].filter((path) => !inside(path)).sort();
  return {
    root,
    name: module.artifact ?? literal(module.statements.find((fact) => fact.name === 'jvm.artifact')) ?? (root === '.' ? 'app' : last),
    framework,
    frameworkVersion: versionOf(framework, proof, closure),
    languages: languagesOf(workspace, root),
    manifest: proof.at,
    ...(includes.length === 0 ? {} : { includes }),
  };
}

/** Files that a configuration server of the same repository hands to this application and to all. */
function servedFiles(workspace: WorkspaceFacts, names: readonly string[]): readonly string[] {
  const paths = new Set(workspace.all.filter((fact) => fact.detail?.['serves'] !== undefined && (fact.detail['serves'] === 'application' || names.includes(fact.detail['serves']))).map((fact) => fact.at.path));
  return [...paths];
}

const versionNames: Readonly<Record<string, RegExp>> = {
  play: /^(?:org\.playframework|com\.typesafe\.play):sbt-plugin$/,
  'spring-boot': /^org\.springframework\.boot(?::|$)|^spring-?boot\.?version$/i,
  quarkus: /^io\.quarkus(?:\.platform)?(?::|$)|^quarkus(?:\.platform|platform|plugin)?\.?version$/i,
  micronaut: /^io\.micronaut(?:\.platform|\.application)?(?::|$)|^micronaut\.?version$/i,
  ktor: /^io\.ktor(?::|\.plugin$|$)|^ktor[._]?version$/i,
};

/** `3.2.1` → `3.2`, from the parent, the plugin, the platform, a property or the dependency itself. */
function versionOf(framework: string, proof: Fact, closure: readonly JvmModule[]): string | null {
  const names = versionNames[framework];
  const texts = [proof.value.kind === 'literal' ? proof.value.text : ''];
  for (const fact of closure.flatMap((module) => [...module.statements, ...module.plugins])) {
    const text = literal(fact) ?? '';
    if (names === undefined) break;
    if (fact.name.startsWith('jvm.property.')) {
      if (names.test(fact.name.slice('jvm.property.'.length))) texts.push(text);
    } else if (/^jvm\.(?:parent|plugin|platform)$/.test(fact.name) && names.test(text)) texts.push(fact.detail?.['version'] ?? '');
  }
  for (const text of texts) {
    const match = /^\D{0,2}(\d+)(?:\.(\d+))?/.exec(text);
    if (match?.[1] !== undefined) return match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`;
  }
  return null;
}

function languagesOf(workspace: WorkspaceFacts, root: string): readonly string[] {
  const own = workspace.files.filter(({ path }) => root === '.' || path.startsWith(`${root}/`));
  const has = (pattern: RegExp): boolean => own.some(({ path }) => pattern.test(path));
  const servers = [['java', /\.java$/], ['kotlin', /\.kt$/], ['groovy', /src\/main\/.*\.groovy$/], ['scala', /\.scala$/]] as const;
  const found: string[] = servers.filter(([, pattern]) => has(pattern)).map(([name]) => name);
  if (has(/(?<!\.d)\.tsx?$/)) found.push('typescript');
  else if (has(/\.(?:jsx|vue|svelte)$/)) found.push('javascript');
  return found.length === 0 ? ['java'] : found;
}
