import type { Fact, Stage } from '../model';
import type { ApplicationScope } from './scope';

/**
 * The environment of the default deployment: what a process of this application finds under a variable's name.
 *
 * Process environments of production (infrastructure code, Kubernetes, compose, image) come first; then the env files
 * of one stage only: the most authoritative one that exists. A variable that this stage's files leave out is unset,
 * even when a sample file names it: the framework would fall back to its configuration, and so does this.
 */
export interface Environment {
  /** Stage of the env files that were chosen; null when there are none. */
  readonly stage: Stage | null;
  /** The fact that decides, or undefined when the variable is unset or empty. */
  lookup(key: string): Fact | undefined;
  /** All facts of the key that this deployment sees, the deciding one first. */
  all(key: string): readonly Fact[];
}

const fileStages = ['production', 'staging', 'local', 'example'] as const satisfies readonly Stage[];

export interface EnvironmentOptions {
  /**
   * The framework reads the files of several stages one over the other (Symfony: `.env`, then `.env.prod`), so that a
   * variable that the stage leaves out keeps its general value.
   */
  readonly layered?: boolean;
}

export function environmentOf(scope: ApplicationScope, { layered = false }: EnvironmentOptions = {}): Environment {
  const facts = withDeployedFiles(scope, withoutBundles(scope.find('env')));
  const files = facts.filter((fact) => fact.origin === 'dotenv');
  const stage = fileStages.find((candidate) => files.some((fact) => fact.stage === candidate && !(candidate === 'local' && (isDeveloperFile(fact) || isContainerFile(fact))))) ?? (files.some((fact) => fact.stage === 'local') ? 'local' : null);
  const visible = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!(layered ? fact.stage !== 'test' : isVisible(fact, stage)) || isUnset(fact)) continue;
    const list = visible.get(fact.name) ?? [];
    list.push(fact);
    visible.set(fact.name, list);
  }
  for (const list of visible.values()) list.sort(byProcessFirst);
  return {
    stage,
    lookup: (key) => visible.get(key)?.[0],
    all: (key) => visible.get(key) ?? [],
  };
}

/** An image that holds its servers too, beside one that does not or a compose file that starts them: what it sets holds in it alone. */
function withoutBundles(facts: readonly Fact[]): readonly Fact[] {
  const isBundle = (fact: Fact): boolean => fact.origin === 'dockerfile' && /(?:^|[./_-])(?:solo|aio|all-?in-?one|standalone|monolith)(?:[./_-]|$)/i.test(fact.at.path);
  return facts.some((fact) => (fact.origin === 'dockerfile' || fact.origin === 'compose') && !isBundle(fact)) ? facts.filter((fact) => !isBundle(fact)) : facts;
}

/** An env file whose name says nothing and that a production service starts with is production's. */
function withDeployedFiles(scope: ApplicationScope, facts: readonly Fact[]): readonly Fact[] {
  if (facts.some((fact) => fact.origin === 'dotenv' && fact.stage === 'production')) return facts;
  const deployed = new Set(scope.find('container').filter((fact) => fact.stage === 'production').flatMap((fact) => fact.detail?.['envFiles']?.split(' ') ?? []));
  if (deployed.size === 0) return facts;
  return facts.map((fact) => (fact.origin === 'dotenv' && fact.stage === 'local' && deployed.has(fact.at.path) && !isDeveloperFile(fact) ? { ...fact, stage: 'production' as const } : fact));
}

/** `.env.development` is a developer's machine by name; a plain `.env` is what the process at hand runs with. */
function isDeveloperFile(fact: Fact): boolean {
  return /\.(?:dev|development|local)(?:\.|$)/i.test(fact.at.path.slice(fact.at.path.lastIndexOf('/') + 1));
}

/** `.env.docker` is for a developer's containers: nothing reads it by itself, as it does `.env`. */
function isContainerFile(fact: Fact): boolean {
  return /^\.env[._-](?:docker|sail|ddev|lando|vagrant|devcontainer|codespaces|gitpod)$/i.test(fact.at.path.slice(fact.at.path.lastIndexOf('/') + 1));
}

/** Of one stage's files the last assignment wins; `find` keeps document order, so later facts go first. */
function byProcessFirst(a: Fact, b: Fact): number {
  // A value that is kept elsewhere says only that the variable is set: what is written anywhere tells more.
  const kept = Number(a.detail?.['reference'] !== undefined) - Number(b.detail?.['reference'] !== undefined);
  if (kept !== 0) return kept;
  const difference = nearness(a) - nearness(b);
  if (difference !== 0) return difference;
  if (a.at.path === b.at.path) return b.at.range.start - a.at.range.start;
  if (a.origin === 'compose' && b.origin === 'compose' && a.stage === b.stage) return composeOrder(a.at.path) - composeOrder(b.at.path);
  if (a.origin !== 'dotenv' || a.stage !== b.stage) return 0;
  // `.env.example` before `.env.docker.example`, the application's folder before a folder below it.
  const depth = a.at.path.split('/').length - b.at.path.split('/').length;
  return depth !== 0 ? depth : a.at.path.length - b.at.path.length;
}

/** Compose lays its override over its file by itself; `docker-compose.mysql.yml` is one of several that somebody may name. */
function composeOrder(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^(?:docker-)?compose\.override\.ya?ml$/.test(name) ? 0 : /^(?:docker-)?compose\.ya?ml$/.test(name) ? 1 : 2;
}

/** The process's own environment, the env file, and last what a one-click file proposes. */
function nearness(fact: Fact): number {
  if (fact.origin === 'dotenv') return 1;
  // `compose.override.dist.yml` is a template: nothing starts it under that name.
  if (fact.origin === 'compose' && /\.dist(?:\.ya?ml)?$/.test(fact.at.path)) return 2;
  return fact.origin === 'platform' && fact.stage === 'example' ? 2 : 0;
}

function isVisible(fact: Fact, stage: Stage | null): boolean {
  if (fact.origin === 'dotenv') return fact.stage === stage;
  if (fact.stage === 'production' || fact.stage === 'default') return true;
  // What a one-click file proposes holds where no file speaks of a deployment: that of a machine at hand does not.
  if (fact.origin === 'platform' && fact.stage === 'example') return stage === null || stage === 'local' || stage === 'example';
  return fact.stage === stage || (fact.stage === 'local' && (stage === 'example' || stage === null));
}

/** `KEY=`, `KEY=null`, `KEY=(null)`: frameworks read nothing. */
function isUnset(fact: Fact): boolean {
  if (fact.value.kind === 'secret') return fact.value.state === 'empty';
  return fact.value.kind === 'literal' && /^$|^\(?(empty)\)?$/i.test(fact.value.text.trim());
}
