import type { Evidence, Fact } from '../../model';
import { evidenceOf } from '../bindings';
import type { Environment } from '../environment';
import type { ApplicationScope } from '../scope';

/** A setting of plain PHP configuration as this deployment resolves it. */
export interface PhpSetting {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly fact: Fact;
}

const stageOrder = ['production', 'staging', 'default', 'local', 'example'];

/** Facts of the application's configuration files: what production reads first, the file nearest to the root first. */
export function phpFacts(scope: ApplicationScope): readonly Fact[] {
  return scope.facts
    .filter((fact) => fact.origin === 'php-config' && fact.stage !== 'test')
    .toSorted((a, b) => stageOrder.indexOf(a.stage) - stageOrder.indexOf(b.stage) || a.at.path.split('/').length - b.at.path.split('/').length);
}

/** The first setting whose name matches and whose value can be told: a variable that is set wins over its fall-back. */
export function phpSetting(facts: readonly Fact[], environment: Environment, name: RegExp, value = /./): PhpSetting | undefined {
  for (const fact of facts) {
    if (fact.kind !== 'config' || !name.test(fact.name)) continue;
    const resolved = resolve(fact, environment);
    if (resolved !== undefined && value.test(resolved.text)) return resolved;
  }
  return undefined;
}

function resolve(fact: Fact, environment: Environment): PhpSetting | undefined {
  const here = evidenceOf(fact);
  if (fact.value.kind === 'literal') return { text: fact.value.text, evidence: [here], fact };
  if (fact.value.kind !== 'env') return undefined;
  const set = environment.lookup(fact.value.key);
  const scheme = set?.detail?.['scheme'];
  if (set !== undefined && (set.value.kind === 'literal' || scheme !== undefined)) {
    return { text: scheme ?? (set.value.kind === 'literal' ? set.value.text : ''), evidence: [evidenceOf(set), here], fact };
  }
  const { fallback } = fact.value;
  return fallback?.kind === 'literal' ? { text: fallback.text, evidence: [here], fact } : undefined;
}
