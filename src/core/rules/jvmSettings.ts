import type { Fact } from '../model';
import type { ApplicationScope } from '../detectors/scope';
import { effectiveEnv, literalOf } from './support';

export interface JvmValue {
  readonly text: string;
  /** The line that decides. */
  readonly fact: Fact;
}

/**
 * What a key of Spring's, Quarkus's or Micronaut's configuration is in production: the profile of production, else
 * what stands for every profile; a variable that the process is given wins. Keys are in canonical spelling (lower
 * case, no hyphens), variables as the framework looks them up.
 */
export function jvmValue(scope: ApplicationScope, key: string, variable: string): JvmValue | undefined {
  const given = effectiveEnv(scope, variable);
  const text = literalOf(given?.value);
  // A value that is kept elsewhere decides without being known.
  if (given !== undefined && given.stage !== 'example') return text === undefined ? undefined : { text, fact: given };
  const facts = scope.find('config', `jvm:${key}`);
  const live = facts.filter(({ stage }) => stage === 'production' || stage === 'staging');
  const chosen = live.length > 0 ? live : facts.filter(({ stage, detail }) => stage === 'default' && detail?.['profile'] === undefined);
  const [fact] = chosen;
  if (fact === undefined) return undefined;
  if (fact.value.kind !== 'env') return literalOf(fact.value) === undefined ? undefined : { text: literalOf(fact.value) ?? '', fact };
  const looked = effectiveEnv(scope, fact.value.key);
  if (looked !== undefined && looked.stage !== 'example') return literalOf(looked.value) === undefined ? undefined : { text: literalOf(looked.value) ?? '', fact: looked };
  const fallback = literalOf(fact.value.fallback ?? undefined);
  return fallback === undefined ? undefined : { text: fallback, fact };
}
