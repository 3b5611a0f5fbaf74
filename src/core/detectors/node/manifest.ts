import type { Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';

/** One `package.json` (or `deno.json`) as the other modules ask for it. */
export interface NodeManifest {
  readonly path: string;
  /** Folder of the manifest, `.` at the top. */
  readonly root: string;
  readonly name: string | null;
  /** Direct dependencies by name, without their ecosystem. */
  readonly dependencies: ReadonlyMap<string, Fact>;
  readonly devDependencies: ReadonlyMap<string, Fact>;
  readonly scripts: ReadonlyMap<string, Fact>;
  /** Text of a top-level field, `''` for a structure, undefined where it is absent. */
  field(name: string): string | undefined;
  /** Files behind the names by which others import it. */
  readonly entries: readonly string[];
  readonly first: Fact;
}

export function manifestsOf(workspace: WorkspaceFacts): readonly NodeManifest[] {
  const paths = new Set(workspace.all.filter((fact) => fact.origin === 'npm' || fact.origin === 'deno').map((fact) => fact.at.path));
  return [...paths].flatMap((path) => {
    const facts = workspace.inDocument(path).filter((fact) => fact.origin === 'npm' || fact.origin === 'deno');
    const [first] = facts;
    return first === undefined ? [] : [manifestOf(path, facts, first)];
  });
}

function manifestOf(path: string, facts: readonly Fact[], first: Fact): NodeManifest {
  const packages = (dev: boolean): ReadonlyMap<string, Fact> =>
    new Map(facts.filter((fact) => fact.kind === 'dependency' && (fact.stage === 'local') === dev).map((fact) => [fact.name.slice(fact.name.indexOf(':') + 1), fact]));
  const fields = new Map(facts.filter((fact) => fact.kind === 'config').map((fact) => [fact.name, fact]));
  const scripts = new Map([...fields].flatMap(([name, fact]) => (name.startsWith('npm.scripts.') ? [[name.slice('npm.scripts.'.length), fact] as const] : [])));
  const field = (name: string): string | undefined => {
    const fact = fields.get(`npm.${name}`);
    if (fact === undefined) return undefined;
    return fact.value.kind === 'literal' ? fact.value.text : '';
  };
  const exported = facts.flatMap((fact) => (fact.name === 'npm.export' && fact.value.kind === 'literal' ? fact.value.text.split(' ') : []));
  const main = field('main');
  const entries = [...(main === undefined || main === '' ? [] : [main]), ...exported];
  const slash = path.lastIndexOf('/');
  return { path, root: slash < 0 ? '.' : path.slice(0, slash), name: field('name') ?? null, dependencies: packages(false), devDependencies: packages(true), scripts, field, entries, first };
}

export function scriptText(manifest: NodeManifest, name: string): string {
  const value = manifest.scripts.get(name)?.value;
  return value?.kind === 'literal' ? value.text : '';
}

/** Whether it is meant to be installed by others: it says what it exports and nobody forbids to publish it. */
export function isPublished(manifest: NodeManifest): boolean {
  if (manifest.field('private') === 'true') return false;
  const code = ['main', 'module', 'exports', 'types', 'bin'].some((name) => manifest.field(name) !== undefined);
  if (manifest.field('publishConfig') !== undefined) return code;
  if (isOfSources(manifest)) return false;
  return manifest.field('exports') !== undefined || (manifest.field('files') !== undefined && (manifest.field('main') !== undefined || manifest.field('bin') !== undefined));
}

/** What others would install is JavaScript: sources that stand for themselves are imported within the workspace alone. */
function isOfSources({ entries }: NodeManifest): boolean {
  return entries.some((file) => typescript.test(file)) && !entries.some((file) => /\.(?:[cm]?js|d\.[cm]?ts)$/.test(file));
}

const typescript = /(?<!\.d)\.[cm]?tsx?$/;

/** Packages of the same repository that this one is built from, directly and through each other. */
export function localPackages(manifest: NodeManifest, byName: ReadonlyMap<string, NodeManifest>): readonly NodeManifest[] {
  const found = new Map<string, NodeManifest>();
  const queue = [manifest];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    // What others install works without the packages that are listed for its development.
    const isBuiltWith = current === manifest || !isPublished(current);
    for (const name of [...current.dependencies.keys(), ...(isBuiltWith ? current.devDependencies.keys() : [])]) {
      const local = byName.get(name);
      if (local === undefined || local.path === manifest.path || found.has(local.path)) continue;
      if (!current.dependencies.has(name) && isForTests(local)) continue;
      found.set(local.path, local);
      queue.push(local);
    }
  }
  return [...found.values()];
}

/** What is called after tests and brings their runner, or the containers that they start, is there for tests. */
function isForTests({ name, dependencies, devDependencies }: NodeManifest): boolean {
  return /(?:^|[-/])test/.test(name ?? '') && [...dependencies.keys(), ...devDependencies.keys()].some((listed) => /^(?:vitest|jest|mocha|testcontainers|@testcontainers\/.+|@playwright\/test)$/.test(listed));
}
