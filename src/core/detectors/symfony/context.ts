import type { Evidence, Fact } from '../../model';
import { evidenceOf } from '../bindings';
import type { Environment } from '../environment';
import type { ApplicationScope } from '../scope';

export interface Context {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  readonly framework: readonly Evidence[];
}

/** What production reads: its own section, else the general one. What only development sets does not count. */
export function setting(context: Context, name: string): Fact | undefined {
  const facts = context.scope.find('config', name).filter((fact) => fact.origin === 'symfony-config');
  const chosen = selected(context);
  return facts.find((fact) => chosen !== null && fact.detail?.['when'] === chosen) ?? facts.find((fact) => fact.stage === 'production') ?? facts.find((fact) => fact.stage === 'default' && fact.detail?.['when'] === undefined);
}

/** An environment of its own name that the deployment runs as: `ENV APP_ENV=docker`. */
function selected({ environment }: Context): string | null {
  const mode = environment.lookup('APP_ENV');
  return mode?.value.kind === 'literal' && !/^(?:prod|dev|test)$/.test(mode.value.text) ? mode.value.text : null;
}

export function settingsBelow(context: Context, prefix: string): readonly Fact[] {
  const all = context.scope.find('config').filter((fact) => fact.origin === 'symfony-config' && fact.name.startsWith(`${prefix}.`) && (fact.stage === 'default' || fact.stage === 'production'));
  const chosen = selected(context);
  const own = chosen === null ? [] : all.filter((fact) => fact.detail?.['when'] === chosen);
  return own.length > 0 ? own : all.filter((fact) => fact.detail?.['when'] === undefined);
}

export interface Resolved {
  /** Scheme of a DSN, or the text of a plain setting. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** The scheme behind a setting: of the variable that it looks up, or of the DSN that is written there. */
export function resolveDsn(context: Context, fact: Fact | undefined): Resolved | undefined {
  if (fact === undefined) return undefined;
  if (fact.value.kind === 'env') {
    const { key } = fact.value;
    const variable = context.environment.lookup(key) ?? context.scope.find('config', 'symfony.env-default').find((candidate) => candidate.detail?.['variable'] === key);
    const text = variable?.detail?.['scheme'] ?? (variable?.value.kind === 'literal' ? variable.value.text : undefined);
    return variable === undefined || text === undefined ? undefined : { text, evidence: [evidenceOf(variable), evidenceOf(fact)] };
  }
  const scheme = fact.detail?.['scheme'];
  if (scheme !== undefined) return { text: scheme, evidence: [evidenceOf(fact)] };
  const parameter = fact.value.kind === 'literal' ? /^%([\w.]+)%$/.exec(fact.value.text)?.[1] : undefined;
  if (parameter !== undefined) return behindParameter(context, fact, parameter);
  return fact.value.kind === 'literal' ? { text: fact.value.text, evidence: [evidenceOf(fact)] } : undefined;
}

/** `%database_driver%`: a parameter of the container, whose own value may be a look-up. */
function behindParameter(context: Context, fact: Fact, name: string): Resolved | undefined {
  const declared = context.scope.find('config', `parameters.${name}`).find((candidate) => candidate.origin === 'symfony-config' && candidate.stage !== 'local' && candidate.value.kind !== 'none');
  if (declared === undefined || (declared.value.kind === 'literal' && declared.value.text.startsWith('%'))) return undefined;
  const resolved = resolveDsn(context, declared);
  return resolved === undefined ? undefined : { text: resolved.text, evidence: [...resolved.evidence, evidenceOf(fact)] };
}
