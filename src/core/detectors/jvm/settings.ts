import type { Evidence, Fact, FactValue, Stage } from '../../model';
import { evidenceOf } from '../bindings';
import { environmentOf, type Environment } from '../environment';
import { urlParts } from '../facts';
import { imageRepository } from '../images';
import type { ApplicationScope } from '../scope';
import { activeProfiles } from './activeProfiles';
import { resolveCatalog } from './catalog';
import { namesDependency } from './frameworks';
import { canonicalKey, variableNames } from './names';
import { placeholdersIn } from './placeholders';
import { isActive } from './profiles';

/** A setting as this deployment resolves it. */
export interface JvmSetting {
  readonly key: string;
  /** Null when it is empty, a secret, or nothing that is written says what it is. */
  readonly text: string | null;
  /** Of an address: the scheme without `jdbc:`, and the host. */
  readonly scheme: string | null;
  readonly host: string | null;
  /** The deciding line first. */
  readonly evidence: readonly Evidence[];
  readonly stage: Stage;
  readonly from: 'environment' | 'file' | 'fallback';
}

/** One application's questions to its facts, answered as its process would see them. */
export interface JvmSettings {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  readonly profiles: readonly string[];
  /** The first of these keys that is set. */
  read(...keys: readonly string[]): JvmSetting | undefined;
  /** Set keys (in canonical spelling) that match; `everywhere` also those of profiles that are not active. */
  keys(pattern: RegExp, everywhere?: boolean): readonly string[];
  /** Literal values of a key over all profiles: what the configuration offers. */
  offered(pattern: RegExp): readonly Fact[];
  /** A declared dependency in use at run time: `group:artifact`, or a group with a colon at its end. */
  dependency(...names: readonly string[]): Fact | undefined;
  dependencies(pattern: RegExp): readonly Fact[];
  marker(...names: readonly string[]): Fact | undefined;
  /** Whether every switch whose key matches is off: `fineract.events.kafka.enabled: false`. */
  isOff(pattern: RegExp): boolean;
}

const prefix = 'jvm:';

const isSwitch = /\.(?:enabled?|active)$/;

/** What a switch is for: `management.prometheus.metrics.export.enabled` → `prometheus`. */
function subjectOf(key: string): string {
  const parts = key.replace(isSwitch, '').split('.').filter((part) => !/^(?:metrics|export)$/.test(part));
  return parts.at(-1) ?? '';
}

export function jvmSettings(scope: ApplicationScope): JvmSettings {
  const visibleScope = ownServices(scope);
  const environment = environmentOf(visibleScope);
  const handed = new Set(scope.application.includes ?? []);
  const all = scope.find('config').filter((fact) => fact.origin === 'jvm-config' && (fact.detail?.['serves'] === undefined ? isOnClassPath(scope, fact.at.path) : handed.has(fact.at.path)));
  const facts = all.some((fact) => fact.stage !== 'example') ? all.filter((fact) => fact.stage !== 'example') : all;
  const profiles = activeProfiles(visibleScope, environment, facts);
  const visible = new Map<string, Fact[]>();
  const ranked = facts
    .filter((fact) => isActive(fact.detail?.['profile'] ?? '', profiles))
    .map((fact, index) => ({ fact, index, rank: rankOf(scope, fact, profiles) }))
    .sort((a, b) => b.rank - a.rank || b.index - a.index);
  for (const { fact } of ranked) {
    const key = fact.name.slice(prefix.length);
    const list = visible.get(key) ?? [];
    list.push(fact);
    visible.set(key, list);
  }
  const dependencies = runtimeDependencies(scope);

  function fromEnvironment(key: string, below: readonly Evidence[]): JvmSetting | undefined {
    for (const name of variableNames(key)) {
      const found = environment.lookup(name);
      if (found === undefined) continue;
      const value = resolve(found, found.value, 0);
      return { key, text: value.text, scheme: value.scheme ?? found.detail?.['scheme'] ?? null, host: value.host ?? found.detail?.['host'] ?? null, evidence: [evidenceOf(found), ...value.evidence, ...below], stage: found.stage, from: 'environment' };
    }
    return undefined;
  }

  function readOne(key: string): JvmSetting | undefined {
    const [fact] = visible.get(canonicalKey(key)) ?? [];
    const written = fact?.detail?.['key'] ?? key;
    const set = fromEnvironment(written, fact === undefined ? [] : [evidenceOf(fact, written)]);
    if (set !== undefined) return set;
    if (fact === undefined || fact.value.kind === 'none') return undefined;
    const value = resolve(fact, fact.value, 0);
    const own = evidenceOf(fact, written);
    return { key, text: value.text, scheme: value.scheme, host: value.host, evidence: value.fromEnvironment ? [...value.evidence, own] : [own, ...value.evidence], stage: value.fromEnvironment ? (value.evidence[0]?.stage ?? fact.stage) : fact.stage, from: value.fromEnvironment ? 'environment' : fact.value.kind === 'env' ? 'fallback' : 'file' };
  }

  function resolve(fact: Fact, value: FactValue, depth: number): Resolved {
    if (value.kind === 'literal') return addressed(expand(value.text, depth));
    if (value.kind !== 'env' || depth > 6) return unknown;
    const property = visible.get(canonicalKey(value.key))?.[0];
    if (property !== undefined && property !== fact) {
      const inner = readOne(property.detail?.['key'] ?? value.key);
      if (inner !== undefined && depth < 5) return { text: inner.text, scheme: inner.scheme, host: inner.host, evidence: inner.evidence, fromEnvironment: inner.from === 'environment' };
    }
    const set = value.key === fact.name ? undefined : environment.lookup(value.key);
    if (set !== undefined) {
      const inner = resolve(set, set.value, depth + 1);
      if (inner.text !== null || set.detail?.['scheme'] !== undefined || value.fallback === null || set.value.kind === 'secret') {
        return { text: inner.text, scheme: inner.scheme ?? set.detail?.['scheme'] ?? null, host: inner.host ?? set.detail?.['host'] ?? null, evidence: [evidenceOf(set), ...inner.evidence], fromEnvironment: true };
      }
    }
    return value.fallback === null ? unknown : resolve(fact, value.fallback, depth + 1);
  }

  /** A variable that a template of a deployment fills leaves the file's own word. */
  function isFalse(key: string): boolean {
    const said = readOne(key)?.text?.toLowerCase();
    if (said === 'true' || said === 'false') return said === 'false';
    const fact = visible.get(key)?.[0];
    return fact?.value.kind === 'literal' && fact.value.text.toLowerCase() === 'false';
  }

  /** Placeholders inside a longer text, by settings, variables and their own defaults. */
  function expand(text: string, depth: number): string {
    if (depth > 6 || !text.includes('${')) return text;
    let result = '';
    let from = 0;
    for (const placeholder of placeholdersIn(text)) {
      const property = visible.get(canonicalKey(placeholder.name))?.[0];
      const found = property?.value ?? environment.lookup(placeholder.name)?.value;
      const known = found?.kind === 'literal' ? expand(found.text, depth + 1) : found?.kind === 'env' && property !== undefined ? resolve(property, found, depth + 1).text : null;
      result += text.slice(from, placeholder.start) + (known ?? (placeholder.fallback === null ? '' : expand(placeholder.fallback, depth + 1)));
      from = placeholder.end;
      if (result.length > 2000) break;
    }
    return result + text.slice(from);
  }

  const keyList = [...new Set(facts.map((fact) => fact.name.slice(prefix.length)))];
  return {
    scope: visibleScope,
    environment,
    profiles,
    read(...keys) {
      for (const key of keys) {
        const found = readOne(key);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    keys: (pattern, everywhere = false) => (everywhere ? keyList : [...visible.keys()]).filter((key) => pattern.test(key)),
    offered: (pattern) => facts.filter((fact) => pattern.test(fact.name.slice(prefix.length)) && fact.stage !== 'local' && fact.stage !== 'test'),
    dependency: (...names) => dependencies.find((fact) => namesDependency(fact.name, names)),
    dependencies: (pattern) => dependencies.filter((fact) => pattern.test(fact.name.slice('maven:'.length))),
    marker(...names) {
      for (const name of names) {
        const [found] = scope.find('code', name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    isOff(pattern) {
      const switches = [...visible.keys()].filter((key) => isSwitch.test(key) && !/^management\.health\./.test(key) && pattern.test(subjectOf(key)));
      return switches.length > 0 && switches.every((key) => isFalse(key));
    },
  };
}

/** Of a module that it is built from, an application sees what is packed: not the files beside its sources. */
function isOnClassPath({ application: { root } }: ApplicationScope, path: string): boolean {
  return root === '.' || path.startsWith(`${root}/`) || /(?:^|\/)(?:resources|META-INF|WEB-INF|ejbModule)\/|(?:^|\/)pom\.xml$/.test(path);
}

interface Resolved {
  readonly text: string | null;
  readonly scheme: string | null;
  readonly host: string | null;
  readonly evidence: readonly Evidence[];
  readonly fromEnvironment: boolean;
}

const unknown: Resolved = { text: null, scheme: null, host: null, evidence: [], fromEnvironment: false };

function addressed(text: string): Resolved {
  const parts = urlParts(text);
  return { text: text.trim() === '' ? null : text.trim(), scheme: parts?.scheme ?? null, host: parts === undefined || parts.host === '' ? null : parts.host, evidence: [], fromEnvironment: false };
}

/** Later profiles over earlier ones, files beside the archive over those in it, properties over YAML, the archive over one of its servers. */
function rankOf(scope: ApplicationScope, fact: Fact, profiles: readonly string[]): number {
  const named = (fact.detail?.['profile'] ?? '').split(/[\s,&|()]+/).filter((name) => !name.startsWith('!')).map((name) => profiles.indexOf(name));
  const { path } = fact.at;
  const isOutside = !path.includes('src/main/resources/');
  const own = path.startsWith(scope.application.root === '.' ? '' : `${scope.application.root}/`);
  return Math.max(-1, ...named) * 100 + Number(own) * 50 + Number(isOutside && own && /(^|\/)config\/|^[^/]+$/.test(path)) * 20 + Number(/\/config\//.test(path)) * 4 + Number(path.endsWith('.properties')) * 2 - Number(path.includes('/liberty/config/')) * 40 - Number(fact.detail?.['bootstrap'] === 'true') * 40;
}

/** What is on the class path where the application runs: its own, its modules' and what parents declare for all. */
function runtimeDependencies(scope: ApplicationScope): readonly Fact[] {
  const catalog = scope.facts.filter((fact) => fact.origin === 'gradle-catalog');
  const scripts = new Set(scope.application.includes ?? []);
  const isOwn = (fact: Fact): boolean => fact.origin !== 'gradle' || !scripts.has(fact.at.path) || fact.detail?.['shared'] === 'true' || /(^|\/)(?:buildSrc|build-logic)\//.test(fact.at.path);
  return [...scope.find('dependency'), ...scope.find('config', 'jvm.catalog-use')]
    .filter((fact) => (fact.origin === 'maven' || fact.origin === 'gradle' || fact.origin === 'sbt') && fact.stage !== 'test' && fact.stage !== 'local' && fact.detail?.['scope'] !== 'compileOnly' && isOwn(fact))
    .flatMap((fact) => resolveCatalog(fact, catalog))
    .filter((fact) => fact.kind === 'dependency');
}

/**
 * Services of compose that run something else: where one is named like the application, by its own name or by its
 * image's, or is built here, what the others are told is not for it.
 */
function ownServices(scope: ApplicationScope): ApplicationScope {
  const names = [...new Set([scope.application.name, scope.application.root.slice(scope.application.root.lastIndexOf('/') + 1)].map(plain).filter((name) => name.length > 2))];
  const isNamed = (text: string): boolean => text.length > 2 && names.some((name) => text === name || name.endsWith(text) || name.startsWith(text) || text.startsWith(name));
  const named = scope.find('container').filter((fact) => fact.origin === 'compose').map((fact) => {
    const image = fact.value.kind === 'literal' ? imageRepository(fact.value.text) : '';
    return { fact, texts: [plain(fact.detail?.['service'] ?? ''), plain(image.slice(image.lastIndexOf('/') + 1))] };
  });
  const exact = named.filter(({ texts }) => texts.some((text) => names.includes(text)));
  const own = (exact.length > 0 ? exact : named.filter(({ fact, texts }) => fact.detail?.['context'] !== undefined || texts.some(isNamed))).map(({ fact }) => fact);
  if (own.length === 0) return scope.application.root === '.' || new Set(scope.find('env').filter((fact) => fact.origin === 'compose').map(serviceOf)).size < 2 ? scope : withoutCompose(scope);
  // `docker-compose.yml` is what comes up; files beside it are other ways to start the same.
  const standard = own.filter((fact) => fact.stage === 'production' && !isStandard.test(fact.at.path)).length > 0 ? [] : own.filter((fact) => isStandard.test(fact.at.path));
  const chosen = standard.length > 0 ? standard : own;
  const services = new Set(chosen.map(serviceOf));
  const files = new Set(chosen.flatMap((fact) => fact.detail?.['envFiles']?.split(' ') ?? []));
  const isSeen = (fact: Fact): boolean => {
    if (fact.origin === 'compose') return services.has(serviceOf(fact));
    return fact.origin !== 'dotenv' || /(^|\/)\.env[^/]*$/.test(fact.at.path) || files.has(fact.at.path);
  };
  return { ...scope, find: (kind, name) => (kind === 'env' || kind === 'process' ? scope.find(kind, name).filter(isSeen) : scope.find(kind, name)) };
}

/** Compose starts several things and none is this one. */
function withoutCompose(scope: ApplicationScope): ApplicationScope {
  return { ...scope, find: (kind, name) => (kind === 'env' || kind === 'process' ? scope.find(kind, name).filter((fact) => fact.origin !== 'compose') : scope.find(kind, name)) };
}

const isStandard = /(^|\/)(?:docker-)?compose\.ya?ml$/;

function serviceOf(fact: Fact): string {
  return `${fact.detail?.['composeFile'] ?? fact.at.path} ${fact.detail?.['service'] ?? ''}`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
