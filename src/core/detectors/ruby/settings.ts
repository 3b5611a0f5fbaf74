import type { Evidence, Fact, FactValue, Stage } from '../../model';
import { evidenceOf } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import type { ApplicationScope } from '../scope';
import { hidden, holds, isTruthy, type Condition, type Truths } from './conditions';

/** A setting as the default deployment resolves it. */
export interface RubySetting {
  /** Null where it is empty or cannot be told without running the code. */
  readonly text: string | null;
  readonly isSet: boolean;
  readonly evidence: readonly Evidence[];
  readonly from: 'environment' | 'literal' | 'fallback';
  readonly fact: Fact;
}

export interface RubySettings {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  /** What holds in production; later lines and files that are read later win. */
  read(name: string): RubySetting | undefined;
  /** The first of these that says something. */
  first(...names: readonly string[]): RubySetting | undefined;
  /** Facts of a name, those that hold first; what hangs on a condition that fails is left out. */
  all(name: string | RegExp): readonly Fact[];
  /** Texts that the name takes under whatever conditions: what the configuration offers. */
  offered(name: string | RegExp): readonly string[];
  resolve(fact: Fact): RubySetting | undefined;
  /** Whether the lines that a fact stands on hold; undefined where that cannot be told. */
  isInForce(fact: Fact): boolean | undefined;
  variable(...keys: readonly string[]): Fact | undefined;
}

const prefix = 'ruby.';

export function rubySettings(scope: ApplicationScope): RubySettings {
  const environment = environmentOf(scope);
  const facts = ordered(scope.facts.filter((fact) => fact.kind === 'config' && fact.name.startsWith(prefix) && !['test', 'local', 'staging'].includes(fact.stage)));
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = byName.get(fact.name);
    if (list === undefined) byName.set(fact.name, [fact]);
    else list.push(fact);
  }
  const reading = new Set<string>();
  const truths: Truths = {
    variable: (key) => variableText(environment, key),
    setting(name) {
      const setting = read(name) ?? fromSettings(name);
      if (setting === undefined) return undefined;
      return setting.isSet ? (setting.text ?? hidden) : setting.fact.value.kind === 'unknown' ? undefined : null;
    },
  };

  function isInForce(fact: Fact): boolean | undefined {
    const when = fact.detail?.['when'];
    if (when === undefined) return true;
    const results = (JSON.parse(when) as readonly Condition[]).map((condition) => holds(condition, truths));
    if (results.includes(false)) return false;
    return results.includes(undefined) ? undefined : true;
  }

  function candidates(name: string): readonly Fact[] {
    const list = byName.get(`${prefix}${name}`) ?? [];
    return list.filter((fact) => isInForce(fact) === true).concat(list.filter((fact) => isInForce(fact) === undefined));
  }

  function read(name: string): RubySetting | undefined {
    if (reading.has(name)) return undefined;
    reading.add(name);
    try {
      let unknown: RubySetting | undefined;
      for (const fact of candidates(name)) {
        const setting = resolve(fact);
        if (setting === undefined) continue;
        if (setting.text !== null || fact.value.kind !== 'unknown') return setting;
        unknown ??= setting;
      }
      return unknown;
    } finally {
      reading.delete(name);
    }
  }

  function resolve(fact: Fact): RubySetting | undefined {
    return resolveValue(fact, fact.value, [evidenceOf(fact, fact.value.kind === 'env' ? fact.value.key : fact.name.slice(prefix.length))], 'literal');
  }

  function resolveValue(fact: Fact, value: FactValue, here: readonly Evidence[], from: RubySetting['from']): RubySetting | undefined {
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
        // A local variable, or one setting that repeats another.
        const other = fromSettings(value.why) ?? (/^(?:config\.)?[a-z_]\w*(?:\.\w+)*$/.test(value.why) ? read(value.why) : undefined);
        return other === undefined ? { text: null, isSet: false, evidence: here, from, fact } : { ...other, evidence: [...other.evidence, ...here] };
      }
    }
  }

  /** `Settings.mail.method.to_sym` → the YAML file that the `config` gem and its like read: production's, else the general one. */
  function fromSettings(why: string): RubySetting | undefined {
    const key = /^(?:APP_CONFIG|AppConfig|AppSettings?|Settings?|SETTINGS|CONFIG|Config|Rails\.configuration\.x|Rails\.application\.config\.x)\.([\w.]+?)(?:\.(?:to_sym|to_s|to_i|presence))?$/.exec(why)?.[1];
    if (key === undefined) return undefined;
    const places = ['settings', 'application', 'app_config', 'config', 'defaults'];
    return places.flatMap((file) => ['production.', 'default.', 'defaults.', 'shared.', ''].map((section) => read(`yml.${file}.${section}${key}`))).find((setting) => setting !== undefined);
  }

  function fromEnvironment(fact: Fact, key: string, below: readonly Evidence[]): RubySetting | undefined {
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

  const named = (name: string | RegExp): readonly string[] => (typeof name === 'string' ? [`${prefix}${name}`] : [...byName.keys()].filter((key) => name.test(key.slice(prefix.length))));
  const all: RubySettings['all'] = (name) => {
    const found = named(name).flatMap((key) => (byName.get(key) ?? []).filter((fact) => isInForce(fact) !== false));
    return found.filter((fact) => isInForce(fact) === true).concat(found.filter((fact) => isInForce(fact) === undefined));
  };

  return {
    scope,
    environment,
    read,
    resolve,
    all,
    isInForce,
    first: (...names) => names.map((name) => read(name)).find((setting) => setting !== undefined && (setting.text !== null || setting.isSet)),
    offered: (name) => [...new Set(named(name).flatMap((key) => byName.get(key) ?? []).flatMap((fact) => literalsOf(fact.value)))],
    variable: (...keys) => keys.map((key) => environment.lookup(key)).find((fact) => fact !== undefined),
  };
}

function literalsOf(value: FactValue): readonly string[] {
  if (value.kind === 'literal') return [value.text];
  return value.kind === 'env' && value.fallback !== null ? literalsOf(value.fallback) : [];
}

/** The text of a variable; `hidden` for what is set and may not be known, null when it is unset. */
function variableText(environment: Environment, key: string): string | null {
  if (/^(?:RAILS|RACK|APP|HANAMI)_ENV$/.test(key)) return 'production';
  const fact = environment.lookup(key);
  if (fact === undefined) return null;
  const value = fact.value.kind === 'env' ? fact.value.fallback : fact.value;
  if (value?.kind === 'literal') return value.text;
  if (value === null) return fact.value.kind === 'env' ? null : hidden;
  return value.kind === 'secret' && value.state === 'empty' ? null : hidden;
}

const stageRank: Readonly<Record<Stage, number>> = { production: 0, default: 1, staging: 2, example: 3, local: 4, test: 5 };

/** Environments lie over `application.rb`; initializers run last of what is general; in a file the last line wins. */
function ordered(facts: readonly Fact[]): readonly Fact[] {
  const rank = (fact: Fact): number => stageRank[fact.stage] * 2 + Number(/(^|\/)config\/(application|environment)\.rb$/.test(fact.at.path));
  return [...facts].sort((a, b) => rank(a) - rank(b) || (a.at.path === b.at.path ? b.at.range.start - a.at.range.start : a.at.path < b.at.path ? -1 : 1));
}
