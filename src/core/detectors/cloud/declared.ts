import type { Fact } from '../../model';
import { stages } from '../../model';

/**
 * The cloud resources that exist, those of one environment: what development and staging have beside production is
 * the same again, and would be counted twice.
 */
export function declaredResources(facts: readonly Fact[]): readonly Fact[] {
  const resources = facts.filter((fact) => fact.kind === 'resource' && fact.stage !== 'test');
  const stage = stages.find((candidate) => resources.some((fact) => fact.stage === candidate));
  return resources.filter((fact) => fact.stage === stage);
}
