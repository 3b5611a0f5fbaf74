import type { Evaluation, Fact, FactValue, Need, NeedId, SourceLocation, Stage } from '../model';
import { environmentOf, type Environment } from '../detectors/environment';
import { imageProduct } from '../detectors/images';
import type { ApplicationScope } from '../detectors/scope';
import type { RuleContext } from './rule';

/**
 * Whether a stage is to be judged as running for users: a value of production or staging, or anything but tests when
 * the default deployment is evaluated as production.
 */
export function isLive(stage: Stage, evaluation: Evaluation): boolean {
  if (stage === 'test') return false;
  return evaluation === 'production' || stage === 'production' || stage === 'staging';
}

/** As `isLive`, for one statement: what a developer's compose file sets is never judged as production. */
export function isLiveFact({ scope, evaluation }: RuleContext, fact: Fact): boolean {
  if (!isLive(fact.stage, evaluation)) return false;
  if (fact.origin !== 'compose' || fact.stage !== 'local') return true;
  return !isForDevelopment(scope.find('container').filter(({ at }) => at.path === fact.at.path));
}

/** Signs that a compose file is a developer's whatever the evaluation asks. */
export function isForDevelopment(containers: readonly Fact[]): boolean {
  return containers.some(
    ({ value, detail }) => imageProduct(literalOf(value) ?? '')?.role === 'mail-catcher' || /vendor\/laravel\/sail/.test(detail?.context ?? ''),
  );
}

/** Text of a literal value, or undefined for a secret, a look-up or nothing. */
export function literalOf(value: FactValue | undefined): string | undefined {
  return value?.kind === 'literal' ? value.text : undefined;
}

const environments = new WeakMap<ApplicationScope, Environment>();

/** The environment of the default deployment; worked out once for all rules. */
export function environmentFor(scope: ApplicationScope): Environment {
  const known = environments.get(scope);
  if (known !== undefined) return known;
  const environment = environmentOf(scope);
  environments.set(scope, environment);
  return environment;
}

/** The value that a variable has in the default deployment, or undefined when it is unset or empty there. */
export function effectiveEnv(scope: ApplicationScope, key: string): Fact | undefined {
  return environmentFor(scope).lookup(key);
}

/** The first of several names under which a framework's versions read the same setting. */
export function effectiveEnvOf(scope: ApplicationScope, keys: readonly string[]): Fact | undefined {
  for (const key of keys) {
    const fact = effectiveEnv(scope, key);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

export function effectiveConfig(scope: ApplicationScope, name: string): Fact | undefined {
  return scope.find('config', name).find((fact) => fact.stage !== 'test');
}

/** Needs with one of these technologies that no infrastructure code serves yet. Evidence of tests is no need. */
export function needsServedBy(context: RuleContext, id: NeedId, technologies: readonly string[]): readonly Need[] {
  return context.needs.filter(
    (need) => need.id === id && technologies.includes(need.technology) && need.servedBy === null && need.stage !== 'test',
  );
}

/** The line that decides a need. */
export function decidingPlace(need: Need): SourceLocation {
  const [first] = need.evidence;
  if (first === undefined) throw new Error(`need ${need.id} has no evidence`);
  return first.at;
}

/** A declared package, by `ecosystem:package`; the first that is there. */
export function dependency(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  for (const name of names) {
    const [fact] = scope.find('dependency', name);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** A marker in code outside tests. */
export function codeMarker(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  for (const name of names) {
    const fact = scope.find('code', name).find(({ stage }) => stage !== 'test');
    if (fact !== undefined) return fact;
  }
  return undefined;
}

export function isLaravel(scope: ApplicationScope): boolean {
  return scope.application.framework === 'laravel';
}

/** The fact whose value stands exactly there. */
export function factAt(scope: ApplicationScope, at: SourceLocation): Fact | undefined {
  return scope.facts.find(
    (fact) => fact.at.path === at.path && fact.at.range.start === at.range.start && fact.at.range.end === at.range.end,
  );
}

/**
 * Whether a local value is the sample's own: nobody decided it yet. A freshly created project, whose `.env` is a copy
 * of `.env.example`, gets the same hints as its sample.
 */
export function repeatsSample(scope: ApplicationScope, at: SourceLocation): boolean {
  const fact = factAt(scope, at);
  const value = literalOf(fact?.value);
  if (fact?.kind !== 'env' || value === undefined) return false;
  return scope.find('env', fact.name).some((other) => other.stage === 'example' && literalOf(other.value) === value);
}

/** Facts by the document that states them, in the order in which documents first appear. */
export function byDocument(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.at.path);
    if (group === undefined) groups.set(fact.at.path, [fact]);
    else group.push(fact);
  }
  return groups;
}
