import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import type { ApplicationScope } from '../scope';

/** One application's questions to its Mix project, its configuration and its code. */
export interface ElixirSettings {
  readonly scope: ApplicationScope;
  /** A dependency that production has. */
  dependency(...names: readonly string[]): Fact | undefined;
  marker(...names: readonly string[]): Fact | undefined;
  /** Settings whose path matches: production's before general ones, what always holds before what a variable decides. */
  settings(pattern: RegExp): readonly Fact[];
}

export function elixirSettings(scope: ApplicationScope): ElixirSettings {
  const dependencies = scope.find('dependency').filter((fact) => fact.origin === 'mix' && fact.stage === 'default');
  const all = [...scope.find('config', 'elixir.setting')].sort((a, b) => rank(a) - rank(b));
  return {
    scope,
    dependency: (...names) => names.map((name) => dependencies.find((fact) => fact.name === `hex:${name}`)).find((fact) => fact !== undefined),
    marker: (...names) => names.map((name) => scope.find('code', name)[0]).find((fact) => fact !== undefined),
    settings: (pattern) => all.filter((fact) => pattern.test(fact.detail?.['setting'] ?? '')),
  };
}

function rank(fact: Fact): number {
  return Number(isConditional(fact)) * 2 + Number(fact.stage !== 'production');
}

export function isConditional(fact: Fact): boolean {
  return fact.detail?.['conditional'] === 'true';
}

export function wordOf(fact: Fact | undefined): string {
  return fact?.value.kind === 'literal' ? fact.value.text : '';
}

export function proof(...facts: readonly (Fact | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact, fact.kind === 'dependency' ? packageName(fact) : (fact.detail?.['setting'] ?? (fact.name === 'elixir.secret' ? wordOf(fact) : fact.name)))]));
}
