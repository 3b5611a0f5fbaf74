import type { Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { resolveCatalog } from './catalog';
import { folderOf, inFolder } from '../paths';
import { literal, type JvmModule } from './module';
import { sbtModules } from './sbtModules';

export interface JvmBuild {
  readonly modules: readonly JvmModule[];
  /** The module with everything that it is built from, itself first. */
  closure(module: JvmModule): readonly JvmModule[];
}

const origins: ReadonlySet<string> = new Set(['maven', 'gradle']);

export function jvmBuild(workspace: WorkspaceFacts): JvmBuild {
  const byFolder = new Map<string, Fact[]>();
  for (const fact of workspace.all) {
    if (!origins.has(fact.origin)) continue;
    const folder = folderOf(fact.at.path);
    const list = byFolder.get(folder);
    if (list === undefined) byFolder.set(folder, [fact]);
    else list.push(fact);
  }
  const roots = [...byFolder.keys()].filter((root) => !/(^|\/)(?:buildSrc|build-logic|gradle)(\/|$)/.test(root));
  const maven = new Map<string, string>();
  for (const root of roots) {
    const artifact = literal(byFolder.get(root)?.find((fact) => fact.name === 'jvm.artifact'));
    if (artifact !== null && !maven.has(artifact)) maven.set(artifact, root);
  }
  const scripted = roots.map((root): JvmModule => {
    const facts = byFolder.get(root) ?? [];
    return facts.some((fact) => fact.origin === 'maven') ? mavenModule(root, facts, byFolder, maven) : gradleModule(root, facts, byFolder, roots, workspace);
  });
  const modules = [...scripted, ...sbtModules(workspace.all).filter(({ root }) => !byFolder.has(root))];
  const byRoot = new Map(modules.map((module) => [module.root, module]));
  return {
    modules,
    closure(module) {
      const seen = new Map<string, JvmModule>([[module.root, module]]);
      for (const current of seen.values()) {
        for (const root of current.uses) {
          const used = byRoot.get(root);
          if (used !== undefined && !seen.has(root)) seen.set(root, used);
        }
      }
      return [...seen.values()];
    },
  };
}

function mavenModule(root: string, facts: readonly Fact[], byFolder: ReadonlyMap<string, readonly Fact[]>, maven: ReadonlyMap<string, string>): JvmModule {
  const parents = parentsOf(root, facts, byFolder, maven);
  const inherited = parents.flatMap((parent) => byFolder.get(parent) ?? []);
  const own = facts.filter((fact) => fact.origin === 'maven');
  const dependencies = [...own, ...inherited].filter((fact) => fact.kind === 'dependency' && fact.stage !== 'test');
  return {
    root,
    artifact: literal(own.find((fact) => fact.name === 'jvm.artifact')),
    packaging: literal(own.find((fact) => fact.name === 'jvm.packaging')) ?? 'jar',
    build: 'maven',
    dependencies,
    plugins: [...own, ...inherited].filter((fact) => fact.name === 'jvm.plugin'),
    statements: [...own, ...inherited].filter((fact) => fact.kind === 'config'),
    shared: parents.map((parent) => inFolder(parent, 'pom.xml')),
    uses: own.flatMap((fact) => (fact.kind === 'dependency' && fact.stage !== 'test' ? [maven.get(fact.name.slice(fact.name.lastIndexOf(':') + 1))] : [])).filter((used): used is string => used !== undefined && used !== root),
  };
}

/** The parents inside the repository, the nearest first. */
function parentsOf(root: string, facts: readonly Fact[], byFolder: ReadonlyMap<string, readonly Fact[]>, maven: ReadonlyMap<string, string>): readonly string[] {
  const parents: string[] = [];
  let current: readonly Fact[] = facts;
  let folder = root;
  while (parents.length < 8) {
    const parent = current.find((fact) => fact.name === 'jvm.parent');
    const name = literal(parent);
    if (parent === undefined || name === null) break;
    const artifact = name.slice(name.lastIndexOf(':') + 1);
    const relative = resolvePath(folder, (parent.detail?.['path'] || '../pom.xml').replace(/\/?pom\.xml$/, ''));
    const above = relative !== null && literal(byFolder.get(relative)?.find((fact) => fact.name === 'jvm.artifact')) === artifact ? relative : maven.get(artifact);
    if (above === undefined || above === root || parents.includes(above)) break;
    parents.push(above);
    current = byFolder.get(above) ?? [];
    folder = above;
  }
  return parents;
}

function gradleModule(root: string, facts: readonly Fact[], byFolder: ReadonlyMap<string, readonly Fact[]>, roots: readonly string[], workspace: WorkspaceFacts): JvmModule {
  const build = ancestorsOf(root).find((folder) => ['settings.gradle', 'settings.gradle.kts'].some((file) => workspace.hasFile(inFolder(folder, file)))) ?? root;
  const catalogs = catalogFiles(build, workspace);
  const catalog = catalogs.flatMap((path) => workspace.inDocument(path));
  const conventions = [...byFolder].filter(([folder]) => /(^|\/)(?:buildSrc|build-logic)(\/|$)/.test(folder) && (build === '.' || folder.startsWith(`${build}/`)));
  const above = build === root ? [] : (byFolder.get(build) ?? []).filter((fact) => fact.detail?.['shared'] === 'true' && fact.origin === 'gradle');
  const own = facts.filter((fact) => fact.origin === 'gradle' && (fact.detail?.['shared'] !== 'true' || fact.detail['within'] === 'allprojects'));
  const applied = own.flatMap((fact) => (fact.name === 'jvm.plugin' ? [literal(fact) ?? ''] : []));
  const convention = conventions.flatMap(([, list]) => list).filter((fact) => applied.includes(conventionName(fact.at.path)));
  const all = [...own, ...above, ...convention].flatMap((fact) => resolveCatalog(fact, catalog));
  return {
    root,
    artifact: null,
    packaging: all.some((fact) => fact.name === 'jvm.plugin' && literal(fact) === 'war') ? 'war' : 'jar',
    build: 'gradle',
    dependencies: all.filter((fact) => fact.kind === 'dependency' && fact.stage !== 'test'),
    plugins: all.filter((fact) => fact.name === 'jvm.plugin'),
    statements: all.filter((fact) => fact.kind === 'config'),
    shared: [...catalogs, ...new Set([...above, ...convention].map((fact) => fact.at.path))],
    uses: all.flatMap((fact) => (fact.name === 'jvm.project' && fact.stage !== 'test' ? [projectRoot(literal(fact) ?? '', build, roots)] : [])).filter((used): used is string => used !== undefined && used !== root),
  };
}

/** `buildSrc/src/main/kotlin/shop.conventions.gradle.kts` is applied as `shop.conventions`. */
function conventionName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.gradle(\.kts)?$/, '');
}

function catalogFiles(build: string, workspace: WorkspaceFacts): readonly string[] {
  const folder = inFolder(build, 'gradle/');
  return [...new Set(workspace.files.filter(({ path }) => path.startsWith(folder) && path.endsWith('.versions.toml')).map(({ path }) => path))];
}

/** `:platform:api` and the accessor `projects.platform.api`. */
function projectRoot(name: string, build: string, roots: readonly string[]): string | undefined {
  const parts = name.split(/[:.]/).filter((part) => part !== '');
  const direct = inFolder(build, parts.join('/'));
  if (roots.includes(direct)) return direct;
  const last = parts.at(-1)?.toLowerCase().replace(/-/g, '') ?? '';
  return roots.find((root) => root.slice(root.lastIndexOf('/') + 1).toLowerCase().replace(/-/g, '') === last);
}

function ancestorsOf(root: string): readonly string[] {
  const found: string[] = [];
  for (let folder = root; ; folder = folderOf(folder)) {
    found.push(folder);
    if (folder === '.') return found;
  }
}

function resolvePath(folder: string, relative: string): string | null {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? '.' : parts.join('/');
}
