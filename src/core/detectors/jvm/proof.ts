import type { Evidence, Fact } from '../../model';
import { evidenceOf, packageName } from '../bindings';

/** Lines as evidence, the deciding one first; what is missing is left out. */
export function proof(...facts: readonly (Fact | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact, keyOf(fact))]));
}

function keyOf(fact: Fact): string {
  if (fact.kind === 'dependency') return packageName(fact);
  return fact.detail?.['key'] !== undefined && fact.name.startsWith('jvm:') ? fact.detail['key'] : fact.name.replace(/^jvm[.:]/, '');
}
