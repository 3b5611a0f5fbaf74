import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { imageProduct } from '../images';
import type { ApplicationScope } from '../scope';
import type { RubySettings } from './settings';

/** The first declaration of any of these gems where the application runs, loaded or not. */
export function gem(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  for (const name of names) {
    const found = ownGems(scope, name).find((fact) => fact.detail?.['group'] === undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Also what is installed only under a condition that may not hold. */
function ownGems(scope: ApplicationScope, name: string): readonly Fact[] {
  return scope.find('dependency', `gem:${name}`).filter((fact) => fact.origin === 'gemfile');
}

/** Gems that Bundler loads with the application. */
export function loadedGem(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  for (const name of names) {
    const found = ownGems(scope, name).find((fact) => fact.stage !== 'local');
    if (found !== undefined) return found;
  }
  return undefined;
}

export function proof(...facts: readonly (Fact | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact, keyOf(fact))]));
}

function keyOf(fact: Fact): string {
  if (fact.kind === 'dependency') return packageName(fact);
  if (fact.kind === 'config' && fact.value.kind === 'env') return fact.value.key;
  return fact.kind === 'config' ? fact.name.replace(/^ruby\./, '') : fact.name;
}

export function marker(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  return names.flatMap((name) => scope.find('code', name)).find((fact) => fact.stage !== 'local');
}

/** A product that runs beside the application in production, else on a developer's machine. */
export function container(scope: ApplicationScope, ...technologies: readonly string[]): Fact | undefined {
  return scope.find('container').find((fact) => fact.value.kind === 'literal' && technologies.includes(imageProduct(fact.value.text)?.technology ?? ''));
}

/** The line that makes it an application, where a framework's default decides and no line says so. */
export function manifestProof(scope: ApplicationScope): Evidence {
  return { at: scope.application.manifest, key: scope.application.framework, stage: 'default' };
}

/** What the configuration offers beside what it chooses. */
export function others(words: readonly (string | undefined)[], chosen: string): readonly string[] {
  return [...new Set(words)].filter((word): word is string => word !== undefined && word !== chosen);
}

export function processOf(settings: RubySettings, pattern: RegExp): Fact | undefined {
  return settings.scope.find('process').find((fact) => fact.value.kind === 'literal' && pattern.test(fact.value.text));
}
