import { availabilityOf, type Availability } from './architecture/availability';
import type { PhaseAnalysis } from './conclude';
import type { Capacity, Workload } from './model';

/** One side of the question: what is paid, what is carried, what survives. */
export interface ServerSide {
  /** US dollars a month; null as soon as one price is unknown. */
  readonly monthlyUsd: number | null;
  readonly knownUsd: number;
  readonly capacity: Capacity | null;
  readonly availability: Availability;
}

/** A phase against staying on one server under the same workload. */
export interface OneServerComparison {
  readonly server: ServerSide;
  readonly phase: ServerSide;
  /** Phase less server; null where a price of either is unknown. */
  readonly differenceUsd: number | null;
  /** Whether one machine carries the busiest hour at all: where it does not, its cost is that of the largest one. */
  readonly carries: boolean;
}

/**
 * The foundations phase is the cheapest arrangement with one server: the smallest machine that carries the application and its
 * stores, with its disk, copies and address. Null where that phase has no such machine (the application runs elsewhere
 * already), or where the phase in question comes before it.
 */
export function compareWithOneServer(phases: readonly PhaseAnalysis[], id: PhaseAnalysis['id'], workload: Workload): OneServerComparison | null {
  const foundations = phases.find((phase) => phase.id === 'foundations');
  const phase = phases.find((candidate) => candidate.id === id);
  if (foundations === undefined || phase === undefined || id === 'today' || id === 'foundations' || !isOneServer(foundations)) return null;
  const [server, other] = [sideOf(foundations), sideOf(phase)];
  const isKnown = server.monthlyUsd !== null && other.monthlyUsd !== null;
  return {
    server,
    phase: other,
    differenceUsd: isKnown ? other.knownUsd - server.knownUsd : null,
    carries: server.capacity === null || server.capacity.requestsPerSecond[1] >= workload.requestsPerSecond,
  };
}

function isOneServer({ architecture: { usages } }: PhaseAnalysis): boolean {
  const compute = usages.filter(({ service, serves }) => serves.includes('compute') && ['ec2', 'fargate', 'lambda'].includes(service));
  return compute.length === 1 && compute[0]?.service === 'ec2' && compute[0].usage['instances'] === 1;
}

function sideOf({ estimate, capacity, architecture }: PhaseAnalysis): ServerSide {
  return { monthlyUsd: estimate.monthlyUsd, knownUsd: estimate.knownUsd, capacity, availability: availabilityOf(architecture) };
}
