import type { Evidence, Fact, FactValue } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import { foreignServices, serviceOf } from '../foreignServices';
import { folderOf } from '../paths';
import { astroServerAdapters, frameworkOf } from './frameworks';
import { telling } from './reads';
import type { ApplicationScope } from '../scope';

/** A value with the lines that decide it. */
export interface Chosen {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** One application's questions to its facts, answered as its process would see them. */
export interface NodeSettings {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  /** A package in use at run time, in the application's manifest or in a package that it is built from. */
  dependency(...names: readonly string[]): Fact | undefined;
  /** Whether another application alone works with a client that a shared package brings. */
  isOthers(...names: readonly string[]): boolean;
  /** Also what only the build needs. */
  anyDependency(...names: readonly string[]): Fact | undefined;
  marker(...names: readonly string[]): Fact | undefined;
  config(name: string): readonly Fact[];
  /** Set variables whose name matches, the deciding fact of each. */
  variables(pattern: RegExp): readonly Fact[];
  /** Whether nothing of it runs on a server of Node: what is built are files that a browser loads. */
  readonly isFiles: boolean;
  /** Whether a file of the repository says what the environment of the application holds. */
  readonly isTold: boolean;
  /** What code asks its environment for, where nothing in the repository says what that environment holds. */
  reads(pattern: RegExp): readonly Fact[];
  /** The same where files name variables, yet no server and no credential among them. */
  credentials(pattern: RegExp): readonly Fact[];
  /** Variables that a file names and leaves empty. */
  blanks(pattern: RegExp): readonly Fact[];
  /** The text of a setting: a literal, or what the environment says, or the fall-back. */
  resolve(fact: Fact): Chosen | undefined;
}

export function nodeSettings(scope: ApplicationScope): NodeSettings {
  const foreign = foreignServices(scope, packageWords(scope));
  const sample = chosenSample(scope);
  const isSeen = (fact: Fact): boolean => (fact.origin === 'compose' ? !foreign.has(serviceOf(fact)) && !isOtherEdition(fact, scope) : fact.origin !== 'dotenv' || fact.stage !== 'example' || sample === null || fact.at.path === sample);
  const started = scope.find('container').filter((fact) => !isAlternative(fact, scope));
  const visible: ApplicationScope = { ...scope, find: (kind, name) => (kind === 'env' ? scope.find(kind, name).filter(isSeen) : kind === 'container' && name === undefined ? started : scope.find(kind, name)) };
  const environment = environmentOf(visible);
  const set = visible.find('env').map((fact) => fact.name);
  // Functions are given a part of their environment by the file that declares them; an image sets what never changes.
  const told = visible.find('env').filter((fact) => fact.origin !== 'dockerfile' && fact.origin !== 'platform' && fact.origin !== 'cloud');
  const inCode = scope.find('code', 'node.env.read');
  // A file that names no server and no credential says nothing of credentials.
  const credentials = told.some((fact) => fact.origin !== 'dotenv' || telling.test(fact.name)) ? [] : inCode;
  const reads = told.length > 0 ? [] : inCode;
  // What the environment is laid over in code, beneath whatever a file says.
  const defaults = new Map(scope.find('code', 'node.env.default').map((fact) => [fact.detail?.['key'] ?? '', { ...fact, name: fact.detail?.['key'] ?? '' }] as const));
  const names = [...new Set([...set, ...defaults.keys()])];
  const framework = frameworkOf(scope.application.framework);
  const listed = scope.find('dependency').filter((fact) => fact.origin === 'npm' || fact.origin === 'deno');
  const inUse = new Map<string, Fact>();
  const any = new Map<string, Fact>();
  const own = scope.path('package.json');
  // Of what the manifest at the top lists for every member, a site has what renders it; which clients are the servers' is not told.
  const isGuest = framework !== undefined && framework.kind !== 'server' && scope.application.root !== '.' && listed.some((fact) => fact.at.path === 'package.json') && !listed.some((fact) => fact.at.path === own);
  const dependencies = isGuest ? listed.filter((fact) => framework.packages.includes(packageName(fact))) : listed;
  const others = new Set<string>();
  // A site that lists its framework among what the build needs is bundled from there.
  const isBundled = framework?.kind === 'site' && dependencies.some((fact) => fact.at.path === own && fact.stage === 'local' && framework.packages.includes(packageName(fact)));
  for (const fact of [...dependencies].sort((a, b) => Number(b.at.path === own) - Number(a.at.path === own))) {
    const name = packageName(fact);
    if (fact.at.path !== own && fact.detail?.['listedBy'] !== undefined && !any.has(name)) {
      others.add(name);
      continue;
    }
    if (!any.has(name)) any.set(name, fact);
    if ((fact.stage !== 'local' || isBundled && fact.at.path === own) && !inUse.has(name)) inUse.set(name, fact);
  }
  const firstOf = <T>(keys: readonly string[], look: (key: string) => T | undefined): T | undefined => {
    for (const key of keys) {
      const found = look(key);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  function variable(key: string): Fact | undefined {
    const all = environment.all(key);
    const first = all[0];
    // Compose passes a variable on: the env file says what it is, else the fall-back written there.
    if (first?.value.kind === 'env' && first.value.fallback === null) return all.find((fact) => fact.value.kind !== 'env') ?? (first.origin === 'compose' ? written(key) : undefined);
    return first ?? defaults.get(key);
  }

  /** What a file of another stage says that compose passes on: the sample beside it. */
  function written(key: string): Fact | undefined {
    return visible.find('env', key).find((fact) => fact.origin === 'dotenv' && fact.value.kind !== 'env' && !isBlank(fact) && !(fact.value.kind === 'literal' && fact.value.text.trim() === ''));
  }

  function resolve(fact: Fact): Chosen | undefined {
    return resolveValue(fact, fact.value, 0);
  }

  function resolveValue(fact: Fact, value: FactValue, depth: number): Chosen | undefined {
    if (value.kind === 'literal') return value.text.trim() === '' ? undefined : { text: value.text.trim(), evidence: [evidenceOf(fact)] };
    if (value.kind !== 'env' || depth > 4) return undefined;
    const set = value.key === fact.name ? undefined : variable(value.key);
    const found = set === undefined ? undefined : resolveValue(set, set.value, depth + 1);
    if (found !== undefined) return { text: found.text, evidence: [...found.evidence, evidenceOf(fact)] };
    return value.fallback === null ? undefined : resolveValue(fact, value.fallback, depth + 1);
  }

  function asked(pattern: RegExp, from: readonly Fact[] = reads): readonly Fact[] {
    return from.flatMap((fact) => (fact.value.kind === 'literal' && pattern.test(fact.value.text) ? [{ ...fact, name: fact.value.text, value: { kind: 'unknown' as const, why: 'the environment' } }] : []));
  }

  // `output: 'export'` of Next writes every page out.
  const isExported = framework?.id === 'next' && scope.find('config', 'node.next.output').some(({ at, value }) => folderOf(at.path) === scope.application.root && value.kind === 'literal' && value.text === 'export');
  return {
    scope: visible,
    environment,
    isFiles: framework?.kind === 'front-end' && firstOf(astroServerAdapters, (key) => any.get(key)) === undefined || isExported,
    dependency: (...keys) => firstOf(keys, (key) => inUse.get(key)),
    isOthers: (...keys) => keys.some((key) => others.has(key) && !inUse.has(key)),
    anyDependency: (...keys) => firstOf(keys, (key) => any.get(key)),
    marker: (...keys) => firstOf(keys, (key) => scope.find('code', key)[0]),
    config: (name) => scope.find('config', name),
    variables: (pattern) => {
      const set = names.filter((name) => pattern.test(name)).flatMap((name) => variable(name) ?? []).filter((fact) => !isBlank(fact));
      if (set.length > 0) return set;
      const found = asked(pattern);
      const without = new Set(found.filter((fact) => fact.detail?.['optional'] !== undefined).map((fact) => fact.name));
      return found.filter((fact) => !without.has(fact.name));
    },
    isTold: told.length > 0,
    reads: (pattern) => asked(pattern),
    credentials: (pattern) => asked(pattern, credentials),
    blanks: (pattern) => visible.find('env').filter((fact) => pattern.test(fact.name) && (isBlank(fact) || fact.value.kind === 'literal' && fact.value.text.trim() === '') && fact.stage !== 'test' && environment.lookup(fact.name) === undefined),
    resolve,
  };
}

/** Another edition of a compose file, and a profile beside what is started: what somebody may start instead. */
function isAlternative(fact: Fact, scope: ApplicationScope): boolean {
  const { stage, at: { path } } = fact;
  if (stage === 'local' && scope.find('container').some((other) => other.at.path === path && other.stage === 'production')) return true;
  return isOtherEdition(fact, scope);
}

/** `docker-compose-pgsql.yml` beside `docker-compose.yml`. */
function isOtherEdition({ at: { path } }: Fact, scope: ApplicationScope): boolean {
  const match = /^(.*\/)?(?:docker-)?compose[-._](?:\w+[-._])?(?:pgsql|postgres(?:ql)?|mysql|mariadb|redis|mongo(?:db)?|sqlite|mssql|sqlserver|oracle|cockroach(?:db)?)\.ya?ml$/i.exec(path);
  if (match === null) return false;
  const folder = match[1] ?? '';
  return scope.find('container').some((other) => other.at.path.startsWith(folder) && /^(?:docker-)?compose\.ya?ml$/.test(other.at.path.slice(folder.length)));
}

function isBlank(fact: Fact): boolean {
  return fact.value.kind === 'secret' && fact.value.state === 'empty';
}

/** Of several samples, the one that the image is built with. */
function chosenSample(scope: ApplicationScope): string | null {
  const samples = new Set(scope.find('env').filter((fact) => fact.origin === 'dotenv' && fact.stage === 'example').map((fact) => fact.at.path));
  const copies = scope.find('config', 'node.dockerfile.env').filter((fact) => fact.value.kind === 'literal' && samples.has(scope.path(fact.value.text)));
  const [copy] = copies.toSorted((a, b) => Number(!/(^|\/)Dockerfile$/.test(a.at.path)) - Number(!/(^|\/)Dockerfile$/.test(b.at.path)));
  return copy?.value.kind === 'literal' ? scope.path(copy.value.text) : null;
}

/** The words of the package's name, by which an image may be called. */
function packageWords(scope: ApplicationScope): readonly string[] {
  const name = scope.find('config', 'npm.name').find((fact) => fact.at.path === scope.path('package.json'));
  return name?.value.kind === 'literal' ? name.value.text.split(/[@/]/) : [];
}

export function proofs(...facts: readonly (Fact | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact, fact.kind === 'dependency' ? packageName(fact) : fact.name)]));
}

/** `DATABASE_URL=postgres://…`: the scheme, also of a fall-back that compose passes on. */
export function schemeOf(fact: Fact): string | undefined {
  return fact.detail?.['scheme'];
}
