import type { Evidence, Fact, FactValue, Stage } from '../../model';
import { evidenceOf } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import type { ApplicationScope } from '../scope';
import { hidden, holds, isTruthy, type Condition, type Truths } from './conditions';

/** A setting as the default deployment resolves it. */
export interface PythonSetting {
  /** Null where it is empty or cannot be told without running the code. */
  readonly text: string | null;
  readonly isSet: boolean;
  readonly evidence: readonly Evidence[];
  readonly from: 'environment' | 'literal' | 'fallback';
  readonly fact: Fact;
}

export interface PythonSettings {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  /** The assignment that holds in production; later ones and overlaying modules win. */
  read(name: string): PythonSetting | undefined;
  /** The first of these that says something. */
  first(...names: readonly string[]): PythonSetting | undefined;
  /** Assignments of the name, those that hold first; `holding` leaves out what hangs on a condition that fails. */
  all(name: string | RegExp, holding?: boolean): readonly Fact[];
  /** Texts that the name takes under conditions that do not hold: what the configuration offers. */
  offered(name: string): readonly string[];
  /** Items of a list (`INSTALLED_APPS`) that are in force. */
  items(name: RegExp): readonly Fact[];
  variable(...keys: readonly string[]): Fact | undefined;
  resolve(fact: Fact): PythonSetting | undefined;
}

export function pythonSettings(scope: ApplicationScope, origins: ReadonlySet<string>): PythonSettings {
  const environment = environmentOf(scope);
  const facts = ordered(scope.facts.filter((fact) => fact.name.startsWith('python.') && origins.has(fact.origin) && fact.stage !== 'test'), scope);
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = byName.get(fact.name);
    if (list === undefined) byName.set(fact.name, [fact]);
    else list.push(fact);
  }
  const reading = new Set<string>();
  const truths: Truths = {
    variable: (key, fallback) => variableText(environment, key) ?? fallback,
    setting(name) {
      // What runs for visitors is not debugged.
      if (/^_?DEBUG$/.test(name)) return 'False';
      const setting = read(name);
      if (setting === undefined) return undefined;
      return setting.isSet ? (setting.text ?? hidden) : null;
    },
  };
  const state = (fact: Fact): boolean | undefined => {
    const when = fact.detail?.['when'];
    if (when === undefined) return true;
    const results = (JSON.parse(when) as readonly Condition[]).map((condition) => holds(condition, truths));
    if (results.includes(false)) return false;
    return results.includes(undefined) ? undefined : true;
  };

  function candidates(name: string): readonly Fact[] {
    const list = byName.get(`python.${name}`) ?? [];
    return list.filter((fact) => state(fact) === true).concat(list.filter((fact) => state(fact) === undefined));
  }

  function read(name: string): PythonSetting | undefined {
    if (reading.has(name)) return undefined;
    reading.add(name);
    try {
      for (const fact of candidates(name)) {
        const setting = resolve(fact);
        if (setting !== undefined) return setting;
      }
      return undefined;
    } finally {
      reading.delete(name);
    }
  }

  function resolve(fact: Fact): PythonSetting | undefined {
    return resolveValue(fact, fact.value, [evidenceOf(fact, fact.value.kind === 'env' ? fact.value.key : fact.name.slice('python.'.length))], 'literal');
  }

  function resolveValue(fact: Fact, value: FactValue, here: readonly Evidence[], from: PythonSetting['from']): PythonSetting | undefined {
    switch (value.kind) {
      case 'literal':
        return { text: value.text, isSet: isTruthy(value.text), evidence: here, from, fact };
      case 'secret':
        return { text: null, isSet: value.state !== 'empty', evidence: here, from, fact };
      case 'none':
        return { text: null, isSet: false, evidence: here, from, fact };
      case 'env': {
        const set = fromEnvironment(fact, value.key, here);
        if (set !== undefined) return set;
        return value.fallback === null ? { text: null, isSet: false, evidence: here, from: 'fallback', fact } : resolveValue(fact, value.fallback, here, 'fallback');
      }
      case 'unknown': {
        const named = /^(?:settings\.)?([A-Za-z_]\w*)$/.exec(value.why)?.[1];
        const other = named === undefined ? undefined : read(named);
        if (other !== undefined) return { ...other, evidence: [...other.evidence, ...here] };
        // `DATABASE_URL = from_file_or_environment(…)`: a process that is told the variable of that name is told it for this.
        const own = fact.name.slice('python.'.length);
        return /^[A-Z][A-Z0-9_]{3,}$/.test(own) ? fromEnvironment(fact, own, here) : undefined;
      }
    }
  }

  function fromEnvironment(fact: Fact, key: string, below: readonly Evidence[]): PythonSetting | undefined {
    for (const found of environment.all(key)) {
      const value = found.value.kind === 'env' ? found.value.fallback : found.value;
      const address = found.detail?.['scheme'];
      const evidence = [evidenceOf(found), ...below];
      if (address !== undefined) return { text: `${address}://${found.detail?.['host'] ?? ''}`, isSet: true, evidence, from: 'environment', fact };
      if (value?.kind === 'literal') return { text: value.text, isSet: isTruthy(value.text), evidence, from: 'environment', fact };
      if (value?.kind === 'secret') return { text: null, isSet: value.state !== 'empty', evidence, from: 'environment', fact };
    }
    return undefined;
  }

  const all: PythonSettings['all'] = (name, holding = true) => {
    const names = typeof name === 'string' ? [`python.${name}`] : [...byName.keys()].filter((key) => name.test(key.slice('python.'.length)));
    return names.flatMap((key) => (byName.get(key) ?? []).filter((fact) => !holding || state(fact) !== false));
  };

  return {
    scope,
    environment,
    read,
    resolve,
    all,
    first: (...names) => names.map((name) => read(name)).find((setting) => setting !== undefined && (setting.text !== null || setting.isSet)),
    offered: (name) => (byName.get(`python.${name}`) ?? []).flatMap((fact) => {
      const setting = resolve(fact);
      return setting?.text == null || fact.stage === 'local' ? [] : [setting.text];
    }),
    items: (name) => [...byName.keys()].filter((key) => key.endsWith('[]') && name.test(key.slice('python.'.length, -2))).flatMap((key) => (byName.get(key) ?? []).filter((fact) => state(fact) !== false && fact.stage !== 'local')),
    variable: (...keys) => keys.map((key) => environment.lookup(key)).find((fact) => fact !== undefined),
  };
}

/** The text of a variable; `hidden` for what is set and may not be known, undefined when it is unset. */
function variableText(environment: Environment, key: string): string | null | undefined {
  const fact = environment.lookup(key);
  if (fact === undefined) return undefined;
  const value = fact.value.kind === 'env' ? fact.value.fallback : fact.value;
  if (value?.kind === 'literal') return value.text;
  return value?.kind === 'secret' && value.state === 'empty' ? undefined : hidden;
}

const stageRank: Readonly<Record<Stage, number>> = { production: 0, staging: 2, default: 1, example: 3, local: 4, test: 5 };

/** What decides first: the module that runs, what it lays over others, and in a module the last line. */
function ordered(facts: readonly Fact[], scope: ApplicationScope): readonly Fact[] {
  const overlays = overlayDepth(facts);
  const chosen = chosenModule(scope, facts);
  const rank = (fact: Fact): number => (fact.at.path === chosen ? -1 : stageRank[fact.stage]);
  return [...facts].sort((a, b) =>
    rank(a) - rank(b)
    || (overlays.get(b.at.path) ?? 0) - (overlays.get(a.at.path) ?? 0)
    || (a.at.path === b.at.path ? b.at.range.start - a.at.range.start : a.at.path < b.at.path ? -1 : 1));
}

/** How many modules stand below each by `import *`. */
function overlayDepth(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const imports = new Map<string, string[]>();
  const byModule = new Map<string, string>();
  for (const { at: { path } } of facts) byModule.set(moduleName(path), path);
  for (const fact of facts) {
    if (fact.name !== 'python.import*' || fact.value.kind !== 'literal') continue;
    const module = fact.value.text.slice(fact.value.text.lastIndexOf('.') + 1);
    const laid = forProduction(fact) ? byModule.get(module) : undefined;
    if (laid === undefined) imports.set(fact.at.path, [...(imports.get(fact.at.path) ?? []), module]);
    else imports.set(laid, [...(imports.get(laid) ?? []), moduleName(fact.at.path)]);
  }
  const depth = (path: string, seen: readonly string[]): number => {
    if (seen.includes(path) || seen.length > 8) return 0;
    const below = (imports.get(path) ?? []).map((module) => byModule.get(module)).filter((found) => found !== undefined);
    return imports.has(path) ? 1 + Math.max(0, ...below.map((found) => depth(found, [...seen, path]))) : 0;
  };
  return new Map([...imports.keys()].map((path) => [path, depth(path, [])]));
}

/** `if ENV == "prod": from .server import *`: the module that is taken in there lies over the one that takes it in. */
function forProduction(fact: Fact): boolean {
  const when = fact.detail?.['when'];
  return when !== undefined && (JSON.parse(when) as readonly Condition[]).some(({ text, negated }) => !negated && /==\s*["'](?:prod|production|live)["']|\b(?:IS_)?PROD(?:UCTION)?\b/.test(text));
}

function moduleName(path: string): string {
  const parts = path.replace(/\.py(\..*)?$/, '').split('/');
  const last = parts.at(-1) ?? '';
  return last === '__init__' ? (parts.at(-2) ?? '') : last;
}

/** The module that `DJANGO_SETTINGS_MODULE` names in production, where it is among these files. */
function chosenModule(scope: ApplicationScope, facts: readonly Fact[]): string | undefined {
  const modules = scope.find('env', 'DJANGO_SETTINGS_MODULE').flatMap(({ stage, value }) => (stage === 'production' && value.kind === 'literal' ? [value.text] : []));
  // A compose file that runs the developers' module beside an image that sets production's is the developers'.
  const named = modules.find((name) => !/\b(?:dev|develop|development|local)$/.test(name)) ?? modules[0];
  if (named === undefined) return undefined;
  const file = `${named.replace(/\./g, '/')}.py`;
  return facts.find((fact) => fact.at.path === file || fact.at.path.endsWith(`/${file}`))?.at.path;
}
