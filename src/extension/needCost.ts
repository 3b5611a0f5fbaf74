import type { Analysis } from '../core/analysis';
import type { PhaseAnalysis } from '../core/conclude';
import type { ArchitectureNode, Decision, Need, NeedId, PhaseId, ServiceEstimate } from '../core/model';
import type { Amount } from '../core/l10n/money';

/** What serves a need in a phase, and what that costs. */
export interface NeedCost {
  /** The service that carries the cost: the one decided on, else the first that is there for the need alone. */
  readonly service: string;
  readonly decision: Decision;
  /** The node of the diagram that stands for it, where there is one. */
  readonly node: ArchitectureNode | null;
  /** Further nodes that are there for this need alone: the workers of a queue, the task of a scheduler. */
  readonly companions: readonly ArchitectureNode[];
  /** Other needs that the same node serves: its cost is theirs too, and is counted once in the total. */
  readonly sharedWith: readonly NeedId[];
  /** What is counted for the need. Empty where it has no cost of its own. */
  readonly services: readonly ServiceEstimate[];
  readonly amount: Amount;
}

export function phaseOf(analysis: Analysis, id: PhaseId): PhaseAnalysis | undefined {
  return analysis.phases.find((phase) => phase.id === id);
}

/** Null where the phase decides nothing for the need (today's own server, a need that AWS does not serve). */
export function costOfNeed(phase: PhaseAnalysis, need: Need): NeedCost | null {
  const { decisions, nodes } = phase.architecture;
  const decision = decisions.find((candidate) => candidate.need === need.id && candidate.application === need.application);
  if (decision === undefined) return null;
  const own = nodes.filter((node) => node.needs.includes(need.id) && isOf(node, need.application));
  const main = own.find((node) => node.service === decision.service);
  const companions = own.filter((node) => node !== main && node.needs.length === 1 && isPriced(phase, node));
  const [node = null, ...others] = main === undefined ? companions : [main, ...companions];
  const counted = new Set([node, ...others].map((item) => item?.id));
  const services = phase.estimate.services.filter((service) =>
    service.node === null
      ? node === null && service.service === decision.service && service.serves.includes(need.id)
      : counted.has(service.node),
  );
  return {
    service: node?.service ?? decision.service,
    decision,
    node,
    companions: others,
    sharedWith: node === null ? [] : sharers(decisions, node, need),
    services,
    amount: total(services),
  };
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

function isOf(node: ArchitectureNode, application: string): boolean {
  return node.applications.length === 0 || node.applications.includes(application);
}

function isPriced(phase: PhaseAnalysis, node: ArchitectureNode): boolean {
  return phase.estimate.services.some((service) => service.node === node.id);
}

function sharers(decisions: readonly Decision[], node: ArchitectureNode, need: Need): readonly NeedId[] {
  const others = decisions.filter(
    (decision) => decision.need !== need.id && decision.service === node.service && node.needs.includes(decision.need),
  );
  return [...new Set(others.map((decision) => decision.need))];
}
