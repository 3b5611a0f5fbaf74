import type { Application, Architecture, Capacity, Need, PhaseId, Sizing, Workload } from '../model';
import { defaultCoefficients, type CapacityCoefficients, type Range } from './coefficients';
import { computeLimits } from './capacity/compute';
import { databaseLimits } from './capacity/database';
import { significant, type Limit, type Model } from './capacity/limit';

export interface CapacityInput {
  readonly phase: PhaseId;
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly architecture: Architecture;
  readonly workload: Workload;
  readonly coefficients?: CapacityCoefficients;
  readonly sizing?: Sizing;
}

/**
 * What the phase sustains once it has scaled as far as its design goes: the lowest of what database, disk,
 * processors and account limits carry. Each limit is a range; the one with the lowest lower end is the bottleneck,
 * and state comes before processors where they tie. Null where nothing serves requests.
 *
 * Simultaneous users follow from the seconds between two requests of one: 2 to 5 where the server also sends the
 * assets, 10 where a CDN does.
 */
export function estimateCapacity(input: CapacityInput): Capacity | null {
  const model: Model = { ...input, coefficients: input.coefficients ?? defaultCoefficients };
  const limits = [...databaseLimits(model), ...computeLimits(model)];
  const tightest = tightestOf(limits);
  if (tightest === null || !limits.some((limit) => limit.serves)) return null;
  const low = Math.min(...limits.map((limit) => limit.requestsPerSecond[0]));
  const high = Math.min(...limits.map((limit) => limit.requestsPerSecond[1]));
  const pause = secondsPerRequest(model);
  return {
    requestsPerSecond: [significant(low), significant(high)],
    concurrentUsers: [significant(low * pause[0]), significant(high * pause[1])],
    bottleneck: tightest.bottleneck,
    next: tightest.next,
  };
}

function tightestOf(limits: readonly Limit[]): Limit | null {
  let tightest: Limit | null = null;
  for (const limit of limits) {
    if (tightest === null || limit.requestsPerSecond[0] < tightest.requestsPerSecond[0]) tightest = limit;
  }
  return tightest;
}

function secondsPerRequest(model: Model): Range {
  const cdn =
    model.architecture.nodes.some((node) => node.service === 'cloudfront') ||
    model.needs.some((need) => need.id === 'static-assets' && need.technology === 'cdn');
  return cdn ? model.coefficients.secondsPerRequestBehindCdn : model.coefficients.secondsPerRequestWithAssets;
}
