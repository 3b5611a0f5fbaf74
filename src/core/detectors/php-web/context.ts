import type { Evidence, Fact, NeedId } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import type { Environment } from '../environment';
import { phpSetting } from '../php/settings';
import type { ApplicationScope } from '../scope';

export interface PhpContext {
  readonly scope: ApplicationScope;
  readonly facts: readonly Fact[];
  readonly environment: Environment;
}

type Table = (text: string) => string | undefined;

/** The first setting under one of these names whose value the table knows. */
export function decided(context: PhpContext, need: NeedId, names: readonly RegExp[], table: Table, library: string | null = null, more: Partial<Parameters<typeof binding>[0]> = {}): readonly Binding[] {
  for (const name of names) {
    for (const setting of settingsOf(context, name)) {
      const technology = table(setting.text);
      if (technology !== undefined) return [binding({ need, technology, library, evidence: setting.evidence, basis: 'driver', ...more })];
    }
  }
  return [];
}

function* settingsOf(context: PhpContext, name: RegExp): Iterable<{ readonly text: string; readonly evidence: readonly Evidence[] }> {
  for (const fact of context.facts) {
    const setting = phpSetting([fact], context.environment, name);
    if (setting !== undefined) yield setting;
  }
}

/** Classes of CodeIgniter's configuration have fields of the same names: the file says which it is. */
export function inFile(context: PhpContext, file: RegExp | null): PhpContext {
  return file === null ? context : { ...context, facts: context.facts.filter((fact) => file.test(`/${fact.at.path}`)) };
}
