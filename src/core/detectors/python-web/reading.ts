import type { Fact } from '../../model';
import type { PythonSetting, PythonSettings } from '../python/settings';
import type { ApplicationScope } from '../scope';

export interface Chosen {
  readonly setting: PythonSetting;
  readonly technology: string;
  readonly name: string;
}

/**
 * What settings of these names choose: those that a deployment sets first, then what production's classes and modules
 * say, then defaults. Values of a developer's machine and of samples come into play only where nothing else speaks.
 */
export function choices(settings: PythonSettings, names: RegExp, technologyOf: (text: string) => string | undefined, except?: RegExp): readonly Chosen[] {
  const found = settings.all(names).filter((fact) => except?.test(fact.name.slice('python.'.length)) !== true).flatMap((fact): readonly Chosen[] => {
    const setting = settings.resolve(fact);
    const technology = setting?.text == null ? undefined : technologyOf(setting.text);
    return setting === undefined || technology === undefined ? [] : [{ setting, technology, name: fact.name.slice('python.'.length) }];
  });
  return [...found].sort((a, b) => rank(a) - rank(b));
}

function rank({ setting }: Chosen): number {
  const aside = setting.fact.stage === 'local' || setting.fact.stage === 'example' ? 10 : 0;
  return aside + (setting.from === 'environment' ? 0 : setting.fact.stage === 'production' ? 1 : 2);
}

/** Code facts of a name by the technology that each means. */
export function technologies(scope: ApplicationScope, name: string, counts: (fact: Fact) => boolean = () => true): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>();
  for (const fact of scope.find('code', name)) {
    if (fact.value.kind === 'literal' && fact.stage !== 'test' && fact.stage !== 'local' && !found.has(fact.value.text) && counts(fact)) found.set(fact.value.text, fact);
  }
  return found;
}

/** Whether a deployment, or the code by default, gives any setting of these names a value. */
export function isGiven(settings: PythonSettings, names: RegExp): PythonSetting | undefined {
  for (const fact of settings.all(names)) {
    const setting = settings.resolve(fact);
    if (setting?.isSet === true && fact.stage !== 'local') return setting;
  }
  return undefined;
}

export function others(technology: string, ...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].filter((word) => word !== technology);
}
