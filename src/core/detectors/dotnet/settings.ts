import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { folderOf } from '../paths';
import { environmentOf, type Environment } from '../environment';
import { imageProduct } from '../images';
import type { ApplicationScope } from '../scope';
import { aspireName } from './aspire';
import { chosenWord } from './choices';
import { connectionEngine } from './configuration';
import { idleClasses, idleHosts } from './hosted';
import { reachedMethods } from './methods';
import { isWorkbench, variablesOf } from './variables';

/** A setting as the process finds it: variables over production's file over the general one. */
export interface Setting {
  /** `ConnectionStrings:Default`; of a variable, `__` read as `:`. */
  readonly path: string;
  readonly fact: Fact;
}

/** One application's questions to its projects, its code, its settings and its environment. */
export interface DotnetSettings {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  /** A package that one of the application's projects refers to; names in lower case. */
  package(...names: readonly string[]): Fact | undefined;
  packageLike(pattern: RegExp): Fact | undefined;
  /** Names of code that `extractCSharp` found: the first of the list that is used. */
  use(...names: readonly string[]): Fact | undefined;
  uses(...names: readonly string[]): readonly Fact[];
  /** Whether code uses a name only where a setting has a word that none has. */
  unchosen(fact: Fact): boolean;
  /** Settings whose path matches; of each path the deciding fact, in order of authority. */
  settings(pattern: RegExp): readonly Setting[];
  /** The first that is set, `off` where all are empty or false, undefined where there is none. */
  configured(pattern: RegExp): Fact | 'off' | undefined;
  /** A resource that the AppHost hands to this application. */
  /** Whether code that no program of this application reaches uses one of the names: a library that several are built from. */
  unreached(...names: readonly string[]): boolean;
  aspire(...technologies: readonly string[]): Fact | undefined;
  container(...technologies: readonly string[]): Fact | undefined;
}

const order = ['production', 'default', 'staging', 'example'] as const;

export function dotnetSettings(scope: ApplicationScope): DotnetSettings {
  const told = variablesOf(scope);
  const reached = reachedMethods(scope.find('code', 'dotnet.calls'));
  const idle = idleFolders(scope, reached);
  const code = scope.find('code').filter((fact) => fact.origin === 'csharp');
  const idleFiles = new Set([...idleHosts(code, scope.application.root, reached), ...idleClasses(code, scope.application.root, reached)]);
  const isReached = (fact: Fact): boolean => {
    if (idleFiles.has(fact.at.path)) return false;
    const { among, choice } = fact.detail ?? {};
    const chosen = among === undefined ? undefined : wordFor(among, fact.at.path);
    if (chosen !== undefined && chosen !== choice) return false;
    const method = fact.detail?.['method'] ?? '';
    return method === '' ? !idle.has(folderOf(fact.at.path)) : reached.has(method);
  };
  const visible: ApplicationScope = {
    ...scope,
    find: (kind, name) => {
      const facts = scope.find(kind, name);
      if (kind === 'env') return facts.filter((fact) => told.isTold(fact));
      if (kind === 'container') return facts.filter((fact) => !isWorkbench(fact, scope));
      return kind === 'code' ? facts.filter(isReached) : facts;
    },
  };
  const environment = environmentOf(visible);
  const variables = [...new Set(visible.find('env').map((fact) => fact.name))].flatMap((name): readonly Setting[] => {
    const fact = environment.lookup(name);
    return fact === undefined ? [] : [{ path: name.replaceAll('__', ':'), fact: told.passedOn(fact) }];
  });
  const files = scope.find('config', 'dotnet.setting').filter((fact) => (order as readonly string[]).includes(fact.stage)).sort((a, b) => rank(a) - rank(b));
  const byPath = new Map<string, Setting>();
  const declared = new Map<string, Fact>();
  for (const { path, fact } of [...variables, ...files.map((fact) => ({ path: fact.detail?.['setting'] ?? '', fact }))]) {
    const key = path.toLowerCase();
    if (!declared.has(key)) declared.set(key, fact);
    // An empty value of a stronger file leaves the place to what the deployment sets; it does not bring the sample back.
    if (!byPath.has(key) && (isSet(fact) || fact.stage === 'production')) byPath.set(key, { path, fact });
  }
  for (const [key, fact] of declared) if (!byPath.has(key)) byPath.set(key, { path: fact.detail?.['setting'] ?? key, fact });
  const all = withoutUnchosen([...byPath.values()]);
  const words = new Map<string, string | undefined>();
  function wordFor(among: string, path: string): string | undefined {
    const key = `${among}|${path}`;
    if (!words.has(key)) words.set(key, chosenWord(among.split(' '), path, all, ({ fact }) => textOf(fact)));
    return words.get(key);
  }
  const packages = scope.find('dependency').filter((fact) => fact.origin === 'dotnet-project');
  const known = new Map<string, Fact>();
  for (const fact of packages) if (!known.has(packageName(fact))) known.set(packageName(fact), fact);
  const project = aspireName(scope.application.name);

  function settings(pattern: RegExp): readonly Setting[] {
    return all.filter(({ path }) => pattern.test(path));
  }

  return {
    scope: visible,
    environment,
    package: (...names) => names.map((name) => known.get(name)).find((fact) => fact !== undefined),
    packageLike: (pattern) => [...known.values()].find((fact) => pattern.test(packageName(fact))),
    use: (...names) => names.map((name) => visible.find('code', `dotnet.${name}`)[0]).find((fact) => fact !== undefined),
    uses: (...names) => names.flatMap((name) => visible.find('code', `dotnet.${name}`).slice(0, 1)),
    unreached: (...names) => names.some((name) => scope.find('code', `dotnet.${name}`).some((fact) => !isReached(fact))),
    unchosen: ({ at, detail }) => detail?.['among'] !== undefined && wordFor(detail['among'], at.path) === undefined,
    settings,
    configured: (pattern) => {
      const found = settings(pattern);
      if (found.some(({ path, fact }) => switchName.test(path) && !isSet(fact))) return 'off';
      return found.find(({ fact }) => isSet(fact))?.fact ?? (found.length > 0 ? 'off' : undefined);
    },
    aspire: (...technologies) => scope.find('config', 'dotnet.aspire').find((fact) => fact.value.kind === 'literal' && technologies.includes(fact.value.text) && (fact.detail?.['projects'] ?? '').split(' ').includes(project)),
    container: (...technologies) => {
      const started = visible.find('container').filter((fact) => fact.value.kind === 'literal' && technologies.includes(imageProduct(fact.value.text)?.technology ?? ''));
      return started.find((fact) => fact.stage === 'production') ?? started[0];
    },
  };
}

/** Folders of shared libraries whose registrations this application calls none of: what their classes do is for another program. */
function idleFolders(scope: ApplicationScope, reached: ReadonlySet<string>): ReadonlySet<string> {
  const { root } = scope.application;
  const found = new Map<string, boolean>();
  for (const fact of scope.find('code', 'dotnet.calls')) {
    const method = fact.detail?.['method'] ?? '';
    if (root === '.' || fact.at.path.startsWith(`${root}/`) || !/^(?:Add|Use|Map|Configure|Register|Setup)[A-Z]\w*$/.test(method)) continue;
    const folder = folderOf(fact.at.path);
    found.set(folder, found.get(folder) === true || reached.has(method));
  }
  return new Set([...found].filter(([, isCalled]) => !isCalled).map(([folder]) => folder));
}

/**
 * `Store: { Type: MongoDb, MongoDb: {…}, Sql: {…} }`: of the sections of one parent only the chosen one is read. Where
 * no section is called like the choice, nothing is known of the others.
 */
function withoutUnchosen(all: readonly Setting[]): readonly Setting[] {
  const dropped = all.flatMap(({ path, fact }) => {
    const [, parent] = /^(.+):(?:type|provider|kind|mode|driver|engine)$/i.exec(path) ?? [];
    const chosen = plain(textOf(fact));
    if (parent === undefined || chosen === '') return [];
    const start = `${parent}:`.toLowerCase();
    const sections = new Set(all.flatMap((setting) => (setting.path.toLowerCase().startsWith(start) ? [setting.path.slice(start.length)] : [])).filter((rest) => rest.includes(':')).map((rest) => rest.slice(0, rest.indexOf(':')).toLowerCase()));
    return [...sections].some((name) => plain(name) === chosen) ? [...sections].filter((name) => plain(name) !== chosen).map((name) => `${start}${name}:`) : [];
  });
  return dropped.length === 0 ? all : all.filter(({ path }) => !dropped.some((prefix) => path.toLowerCase().startsWith(prefix)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** `Vault:IsEnabled`: the switch of a whole section. */
const switchName = /:(?:is)?enabled?$|:enable$|:active$/i;

function rank(fact: Fact): number {
  return (order as readonly string[]).indexOf(fact.stage) * 100 + folderOf(fact.at.path).split('/').length;
}

export function isSet(fact: Fact): boolean {
  if (fact.value.kind === 'literal') return !/^(?:|false|off|no|0|null|none)$/i.test(fact.value.text.trim());
  return fact.value.kind === 'secret' ? fact.value.state !== 'empty' : fact.value.kind === 'env';
}

export function textOf(fact: Fact): string {
  if (fact.value.kind === 'literal') return fact.value.text.trim();
  return fact.value.kind === 'env' && fact.value.fallback?.kind === 'literal' ? fact.value.fallback.text.trim() : '';
}

/** The product of an address or a connection string. */
export function engineOf(fact: Fact): string | undefined {
  const { engine, scheme } = fact.detail ?? {};
  return engine ?? (scheme === undefined ? undefined : connectionEngine(`${scheme}://`));
}

export function proof(...facts: readonly (Fact | 'off' | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined || fact === 'off' ? [] : [evidenceOf(fact, keyOf(fact))]));
}

function keyOf(fact: Fact): string {
  if (fact.kind === 'dependency') return packageName(fact);
  if (fact.kind === 'code') return fact.name.replace(/^dotnet\.(?:sink\.)?/, '');
  return fact.detail?.['setting'] ?? (fact.name === 'dotnet.aspire' ? 'AppHost' : fact.name);
}
