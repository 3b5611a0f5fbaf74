import type { Analysis, PhaseAnalysis } from '../core/analysis';
import type { ArchitectureNode, Decision, Need, PhaseId, ServiceEstimate } from '../core/model';
import type { Amount } from './money';

/** What serves a need in a phase, and what that costs. */
export interface NeedCost {
  readonly service: string;
  /** The node of the diagram that stands for it, where there is one. */
  readonly node: ArchitectureNode | null;
  readonly decision: Decision;
  readonly services: readonly ServiceEstimate[];
  readonly amount: Amount;
}

export function phaseOf(analysis: Analysis, id: PhaseId): PhaseAnalysis | undefined {
  return analysis.phases.find((phase) => phase.id === id);
}

/** Null where the phase decides nothing for the need (today's own server, a need that AWS does not serve). */
export function costOfNeed(phase: PhaseAnalysis, need: Need): NeedCost | null {
  const decision = phase.architecture.decisions.find(
    (candidate) => candidate.need === need.id && candidate.application === need.application,
  );
  if (decision === undefined) return null;
  const nodes = phase.architecture.nodes.filter(
    (node) =>
      node.service === decision.service &&
      node.needs.includes(need.id) &&
      (node.applications.length === 0 || node.applications.includes(need.application)),
  );
  const nodeIds = new Set(nodes.map((node) => node.id));
  const services = phase.estimate.services.filter((service) =>
    service.node === null
      ? service.service === decision.service && service.serves.includes(need.id)
      : nodeIds.has(service.node),
  );
  return { service: decision.service, node: nodes[0] ?? null, decision, services, amount: total(services) };
}

/** Sum of services: unknown as a whole as soon as one part is. */
export function total(services: readonly ServiceEstimate[]): Amount {
  let knownUsd = 0;
  let complete = true;
  for (const service of services) {
    knownUsd += service.knownUsd;
    if (service.monthlyUsd === null) complete = false;
  }
  return { monthlyUsd: complete ? knownUsd : null, knownUsd };
}
