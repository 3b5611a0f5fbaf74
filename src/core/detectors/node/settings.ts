import type { Evidence, Fact, FactValue } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import { foreignServices, serviceOf } from '../foreignServices';
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
  /** Also what only the build needs. */
  anyDependency(...names: readonly string[]): Fact | undefined;
  marker(...names: readonly string[]): Fact | undefined;
  config(name: string): readonly Fact[];
  /** Set variables whose name matches, the deciding fact of each. */
  variables(pattern: RegExp): readonly Fact[];
  /** Variables that a file names and leaves empty. */
  blanks(pattern: RegExp): readonly Fact[];
  /** The text of a setting: a literal, or what the environment says, or the fall-back. */
  resolve(fact: Fact): Chosen | undefined;
}

export function nodeSettings(scope: ApplicationScope): NodeSettings {
  const foreign = foreignServices(scope, packageWords(scope));
  const sample = chosenSample(scope);
  const isSeen = (fact: Fact): boolean => (fact.origin === 'compose' ? !foreign.has(serviceOf(fact)) : fact.origin !== 'dotenv' || fact.stage !== 'example' || sample === null || fact.at.path === sample);
  const visible: ApplicationScope = foreign.size === 0 && sample === null ? scope : { ...scope, find: (kind, name) => (kind === 'env' ? scope.find(kind, name).filter(isSeen) : scope.find(kind, name)) };
  const environment = environmentOf(visible);
  const names = [...new Set(visible.find('env').map((fact) => fact.name))];
  const dependencies = scope.find('dependency').filter((fact) => fact.origin === 'npm' || fact.origin === 'deno');
  const inUse = new Map<string, Fact>();
  const any = new Map<string, Fact>();
  const own = scope.path('package.json');
  for (const fact of [...dependencies].sort((a, b) => Number(b.at.path === own) - Number(a.at.path === own))) {
    const name = packageName(fact);
    if (!any.has(name)) any.set(name, fact);
    if (fact.stage !== 'local' && !inUse.has(name)) inUse.set(name, fact);
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
    if (first?.value.kind === 'env' && first.value.fallback === null) return all.find((fact) => fact.value.kind !== 'env');
    return first;
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

  return {
    scope: visible,
    environment,
    dependency: (...keys) => firstOf(keys, (key) => inUse.get(key)),
    anyDependency: (...keys) => firstOf(keys, (key) => any.get(key)),
    marker: (...keys) => firstOf(keys, (key) => scope.find('code', key)[0]),
    config: (name) => scope.find('config', name),
    variables: (pattern) => names.filter((name) => pattern.test(name)).flatMap((name) => variable(name) ?? []).filter((fact) => !isBlank(fact)),
    blanks: (pattern) => visible.find('env').filter((fact) => pattern.test(fact.name) && (isBlank(fact) || fact.value.kind === 'literal' && fact.value.text.trim() === '') && fact.stage !== 'test' && environment.lookup(fact.name) === undefined),
    resolve,
  };
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
