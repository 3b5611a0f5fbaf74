import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';
import { imageProduct } from '../images';
import type { ApplicationScope } from '../scope';
import type { PythonSettings } from './settings';

/** The first declaration of any of these packages where the application runs. */
export function dependency(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  for (const name of names) {
    const found = scope.find('dependency', `pypi:${name}`).find((fact) => fact.stage !== 'local');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A client whose use in the application's own code is seen: it may have come with another package. */
export function client(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  return dependency(scope, ...names) ?? names.flatMap((name) => scope.find('dependency', `pypi-brought:${name}`)).find((fact) => fact.stage !== 'local');
}

export function proof(...facts: readonly (Fact | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact, fact.kind === 'dependency' ? packageName(fact) : fact.kind === 'config' ? fact.name.replace(/^python\./, '') : (fact.detail?.['text'] ?? fact.name))]));
}

export function marker(scope: ApplicationScope, ...names: readonly string[]): Fact | undefined {
  return names.flatMap((name) => scope.find('code', name)).find((fact) => fact.stage !== 'local');
}

/** A product that runs beside the application in production, else on a developer's machine. */
export function container(scope: ApplicationScope, ...technologies: readonly string[]): Fact | undefined {
  return scope.find('container').find((fact) => fact.value.kind === 'literal' && technologies.includes(imageProduct(fact.value.text)?.technology ?? ''));
}

/** Items of `INSTALLED_APPS` and its parts that name one of these packages. */
export function installed(settings: PythonSettings, ...packages: readonly string[]): Fact | undefined {
  return settings.items(/APPS$/).find((fact) => fact.value.kind === 'literal' && packages.some((name) => fact.value.kind === 'literal' && (fact.value.text === name || fact.value.text.startsWith(`${name}.`))));
}
