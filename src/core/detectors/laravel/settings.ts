import type { Evidence, Fact, FactValue, Stage } from '../../model';
import { evidenceOf } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import type { ApplicationScope } from '../scope';
import { frameworkDefaults, frameworkDrivers } from './defaults';

/** A setting as this deployment resolves it. */
export interface Setting {
  /** Null when the setting is empty or cannot be told without running the code. */
  readonly text: string | null;
  /** The deciding line first, then what it overrides. */
  readonly evidence: readonly Evidence[];
  readonly stage: Stage;
  readonly from: 'environment' | 'literal' | 'fallback' | 'framework';
}

/** Resolves settings with Laravel's precedence: environment > `config/*.php` > the framework's own configuration. */
export interface LaravelSettings {
  readonly major: number;
  readonly environment: Environment;
  read(name: string): Setting | undefined;
  /** Driver of a named connection, store, disk or mailer. */
  driver(section: keyof typeof frameworkDrivers, name: string): string;
  /** Names of a section with their drivers, as configured. */
  section(section: keyof typeof frameworkDrivers): ReadonlyMap<string, string>;
  /** Evidence for what the framework decides alone: the line that requires it. */
  readonly frameworkEvidence: readonly Evidence[];
}

export function laravelSettings(scope: ApplicationScope, major: number): LaravelSettings {
  const environment = environmentOf(scope);
  const config = new Map<string, Fact>();
  const usual = scope.path('config/');
  const folder = scope.files.some((file) => file.path.startsWith(usual) && file.path.endsWith('.php')) ? usual : scope.path('app/Config/');
  for (const fact of scope.facts) {
    if (fact.origin !== 'laravel-config' || !fact.at.path.startsWith(folder)) continue;
    if (fact.at.path.slice(folder.length).includes('/')) continue;
    config.set(fact.name, fact);
  }
  const framework = scope.find('dependency', 'composer:laravel/framework').concat(scope.find('dependency', 'composer:laravel/lumen-framework'));
  const frameworkEvidence = framework.slice(0, 1).map((fact) => evidenceOf(fact, fact.name.replace('composer:', '')));
  const defaults = frameworkDefaults(major);

  function fromEnvironment(key: string, below: readonly Evidence[]): Setting | undefined {
    const facts = environment.all(key);
    const [first, ...rest] = facts;
    if (first === undefined) return undefined;
    const text = literalText(first.value);
    if (text === null && first.value.kind === 'env') {
      const outer = first.value.key === key ? undefined : fromEnvironment(first.value.key, [evidenceOf(first)]);
      if (outer !== undefined) return outer;
      const fallback = first.value.fallback === null ? null : literalText(first.value.fallback);
      // Compose passes the variable on: what the env file says counts next.
      const next = rest.find((fact) => literalText(fact.value) !== null);
      if (next !== undefined) return { text: literalText(next.value), evidence: [evidenceOf(next), evidenceOf(first), ...below], stage: next.stage, from: 'environment' };
      return fallback === null ? undefined : { text: fallback, evidence: [evidenceOf(first), ...below], stage: first.stage, from: 'environment' };
    }
    return { text: normalise(text), evidence: [first, ...rest].map((fact) => evidenceOf(fact)).concat(below), stage: first.stage, from: 'environment' };
  }

  function read(name: string): Setting | undefined {
    const fact = config.get(name);
    if (fact === undefined) return readDefault(name);
    const here = [evidenceOf(fact, fact.value.kind === 'env' ? fact.value.key : name)];
    return resolve(fact, fact.value, here);
  }

  function resolve(fact: Fact, value: FactValue, here: readonly Evidence[]): Setting | undefined {
    if (value.kind === 'literal') {
      const inFallback = fact.value.kind === 'env';
      return { text: normalise(value.text), evidence: here, stage: inFallback ? 'default' : fact.stage, from: inFallback ? 'fallback' : 'literal' };
    }
    if (value.kind === 'none') return { text: null, evidence: here, stage: fact.stage, from: 'fallback' };
    if (value.kind !== 'env') return undefined;
    const set = fromEnvironment(value.key, here);
    if (set !== undefined) return set;
    return value.fallback === null ? { text: null, evidence: here, stage: 'default', from: 'fallback' } : resolve(fact, value.fallback, here);
  }

  function readDefault(name: string): Setting | undefined {
    const standard = defaults[name];
    if (standard === undefined) return undefined;
    const file = name.slice(0, name.indexOf('.'));
    // A published file without the key: the framework does not add it before version 11.
    if ([...config.keys()].some((key) => key.startsWith(`${file}.`)) && major < 11) return undefined;
    const set = fromEnvironment(standard.env, []);
    if (set !== undefined) return set;
    return frameworkEvidence.length === 0 ? undefined : { text: normalise(standard.value), evidence: frameworkEvidence, stage: 'default', from: 'framework' };
  }

  function section(prefix: keyof typeof frameworkDrivers): ReadonlyMap<string, string> {
    const drivers = new Map<string, string>();
    const file = prefix.slice(0, prefix.indexOf('.'));
    const published = [...config.keys()].some((key) => key.startsWith(`${file}.`));
    if (!published || major >= 11) for (const [name, driver] of Object.entries(frameworkDrivers[prefix] ?? {})) drivers.set(name, driver);
    if (published && [...config.keys()].some((key) => key.startsWith(`${prefix}.`))) drivers.clear();
    for (const [key, fact] of config) {
      if (!key.startsWith(`${prefix}.`)) continue;
      const [name, property] = key.slice(prefix.length + 1).split('.');
      if (name === undefined || (property !== 'driver' && property !== 'transport')) continue;
      const driver = literalText(fact.value) ?? (fact.value.kind === 'env' && fact.value.fallback !== null ? literalText(fact.value.fallback) : null);
      if (driver !== null) drivers.set(name, driver);
    }
    return drivers;
  }

  return {
    major,
    environment,
    read,
    section,
    driver: (prefix, name) => section(prefix).get(name) ?? name,
    frameworkEvidence,
  };
}

function literalText(value: FactValue): string | null {
  return value.kind === 'literal' ? value.text.trim() : null;
}

/** `null`, `(null)` and an empty text are no driver. */
function normalise(text: string | null): string | null {
  if (text === null || text === '' || /^\(?(null|empty)\)?$/i.test(text)) return null;
  return text;
}
