import type { Fact, FactValue } from '../model';
import type { ApplicationScope } from '../detectors/scope';
import { effectiveEnv, literalOf } from './support';

export interface DebugSetting {
  readonly fact: Fact;
  /** The variable that decides, or null where the settings say it themselves. */
  readonly key: string | null;
  /** Debugging is on only where nobody sets the variable. */
  readonly isFallback: boolean;
}

/** Settings of tests and of tools that borrow them. */
const otherFiles = /(?:^|[/_.-])(?:unit)?tests?(?:[/_.-]|$)|(?:^|[/_.-])(?:ci|dev|local|example|sample|docs?)(?:[/_.-]|$)/i;

/** The statement of Django's or Flask's settings, or of the environment, that turns debugging on in production. */
export function pythonDebug(scope: ApplicationScope): DebugSetting | undefined {
  const flask = scope.application.framework === 'flask' ? effectiveEnv(scope, 'FLASK_DEBUG') : undefined;
  if (flask !== undefined && isOn(literalOf(flask.value))) return { fact: flask, key: flask.name, isFallback: false };
  const stated = scope.find('config', 'python.DEBUG').filter((fact) => fact.detail?.['when'] === undefined && !otherFiles.test(fact.at.path));
  const live = stated.filter(({ stage }) => stage === 'production' || stage === 'staging');
  const chosen = live.length > 0 ? live : stated.filter(({ stage }) => stage === 'default');
  const settings = chosen.map((fact) => settingOf(scope, fact));
  // Modules that disagree: which of them runs is not written here.
  if (settings.includes(undefined)) return undefined;
  return settings[0];
}

function settingOf(scope: ApplicationScope, fact: Fact): DebugSetting | undefined {
  if (fact.value.kind !== 'env') return isOn(literalOf(fact.value)) ? { fact, key: null, isFallback: false } : undefined;
  const { key, fallback } = fact.value;
  const variable = effectiveEnv(scope, key);
  // What a sample proposes for a developer decides nothing: the fall-back holds where the file is not.
  if (variable !== undefined && variable.stage !== 'example') return isOn(literalOf(variable.value)) ? { fact: variable, key, isFallback: false } : undefined;
  return isOn(textOf(fallback)) ? { fact, key, isFallback: true } : undefined;
}

function textOf(value: FactValue | null): string | undefined {
  return value?.kind === 'literal' ? value.text : undefined;
}

function isOn(text: string | undefined): boolean {
  return text !== undefined && /^(?:true|1|on|yes|t|y)$/i.test(text.trim());
}
