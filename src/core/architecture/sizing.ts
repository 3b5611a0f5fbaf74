import type { Workload } from '../model';
import { hoursPerMonth, peakToAverage } from './workload';
import { middle, rangeFor, requestsPerVcpu, type CapacityCoefficients } from './coefficients';

export interface MachineSize {
  readonly type: string;
  readonly vcpus: number;
  readonly memoryGb: number;
  /** Virtual CPUs that may be used without end; above it a burstable machine spends credits. */
  readonly sustainedVcpus: number;
  /** Whether it is chosen where nobody asks for a family; the others wait for that. */
  readonly everyday: boolean;
}

function burstable(type: string, vcpus: number, memoryGb: number, baselinePerVcpu: number): MachineSize {
  return { type, vcpus, memoryGb, sustainedVcpus: vcpus * baselinePerVcpu, everyday: true };
}

function steady(type: string, vcpus: number, memoryGb: number): MachineSize {
  return { type, vcpus, memoryGb, sustainedVcpus: vcpus, everyday: true };
}

function onRequest(size: MachineSize): MachineSize {
  return { ...size, everyday: false };
}

/** Eight GB per virtual CPU, in the sizes that all families of the kind have. */
function memoryRich(family: string): readonly MachineSize[] {
  const sizes = [['large', 2], ['xlarge', 4], ['2xlarge', 8], ['4xlarge', 16], ['8xlarge', 32], ['16xlarge', 64]] as const;
  return sizes.map(([size, vcpus]) => onRequest(steady(`${family}.${size}`, vcpus, vcpus * 8)));
}

/**
 * Sizes and baselines of Graviton machines.
 * Source: docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html and
 * docs.aws.amazon.com/ec2/latest/instancetypes/gp.html, checked 2026-11.
 */
export const serverSizes: readonly MachineSize[] = [
  burstable('t4g.micro', 2, 1, 0.1),
  burstable('t4g.small', 2, 2, 0.2),
  burstable('t4g.medium', 2, 4, 0.2),
  burstable('t4g.large', 2, 8, 0.3),
  steady('m7g.large', 2, 8),
  burstable('t4g.xlarge', 4, 16, 0.4),
  steady('m7g.xlarge', 4, 16),
  burstable('t4g.2xlarge', 8, 32, 0.4),
  steady('m7g.2xlarge', 8, 32),
  steady('m7g.4xlarge', 16, 64),
  steady('m7g.8xlarge', 32, 128),
  steady('m7g.16xlarge', 64, 256),
  ...memoryRich('r7g'),
];

/** Media servers use every cycle they have: no burstable ones. */
export const mediaServerSizes: readonly MachineSize[] = [
  steady('c7g.large', 2, 4),
  steady('c7g.xlarge', 4, 8),
  steady('c7g.2xlarge', 8, 16),
  steady('c7g.4xlarge', 16, 32),
];

export const databaseSizes: readonly MachineSize[] = [
  burstable('db.t4g.micro', 2, 1, 0.1),
  burstable('db.t4g.small', 2, 2, 0.2),
  burstable('db.t4g.medium', 2, 4, 0.2),
  burstable('db.t4g.large', 2, 8, 0.3),
  onRequest(burstable('db.t4g.xlarge', 4, 16, 0.4)),
  onRequest(burstable('db.t4g.2xlarge', 8, 32, 0.4)),
  steady('db.m6g.large', 2, 8),
  steady('db.m6g.xlarge', 4, 16),
  steady('db.m6g.2xlarge', 8, 32),
  steady('db.m6g.4xlarge', 16, 64),
  steady('db.m6g.8xlarge', 32, 128),
  steady('db.m6g.16xlarge', 64, 256),
  ...memoryRich('db.r6g'),
];

export interface CacheSize {
  readonly type: string;
  readonly memoryGb: number;
  /** As of a machine. */
  readonly everyday: boolean;
}

/** Usable memory per node; `t3`, `m5` and `r5` have the same as their Graviton siblings. Source: docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html, checked 2026-11. */
export const cacheSizes: readonly CacheSize[] = [
  { type: 'cache.t4g.micro', memoryGb: 0.5, everyday: true },
  { type: 'cache.t4g.small', memoryGb: 1.37, everyday: true },
  { type: 'cache.t4g.medium', memoryGb: 3.09, everyday: true },
  { type: 'cache.m6g.large', memoryGb: 6.38, everyday: false },
  { type: 'cache.m6g.xlarge', memoryGb: 12.93, everyday: false },
  { type: 'cache.m6g.2xlarge', memoryGb: 26.04, everyday: false },
  { type: 'cache.m6g.4xlarge', memoryGb: 52.26, everyday: false },
  { type: 'cache.r6g.large', memoryGb: 13.07, everyday: true },
  { type: 'cache.r6g.xlarge', memoryGb: 26.32, everyday: true },
  { type: 'cache.r6g.2xlarge', memoryGb: 52.82, everyday: true },
  { type: 'cache.r6g.4xlarge', memoryGb: 105.81, everyday: true },
];

export interface Demand {
  readonly peakVcpus: number;
  readonly averageVcpus: number;
  readonly memoryGb: number;
}

/** The smallest machine that carries the peak with room to spare and the mean without end; the largest when none does. */
export function smallestMachine(sizes: readonly MachineSize[], demand: Demand, targetUtilization: number): MachineSize {
  const fitting = sizes.find((size) => fits(size, demand, targetUtilization));
  const largest = sizes.at(-1);
  if (largest === undefined) throw new Error('a ladder of machines needs a rung');
  return fitting ?? largest;
}

export function fits(size: MachineSize, demand: Demand, targetUtilization: number): boolean {
  return (
    size.vcpus * targetUtilization >= demand.peakVcpus &&
    size.sustainedVcpus >= demand.averageVcpus &&
    size.memoryGb >= demand.memoryGb
  );
}

/** Processor demand of the web tier: requests per second ÷ requests per second of one virtual CPU. */
export function webDemand(
  application: { readonly framework: string; readonly languages: readonly string[] },
  requestsPerSecond: number,
  coefficients: CapacityCoefficients,
): { readonly peakVcpus: number; readonly averageVcpus: number } {
  const perVcpu = middle(requestsPerVcpu(application, coefficients));
  const peakVcpus = requestsPerSecond / perVcpu;
  return { peakVcpus, averageVcpus: peakVcpus / peakToAverage };
}

/** Processor seconds of the jobs ÷ seconds of the month, and the same at the busiest hour. */
export function workerDemand(jobs: number, coefficients: CapacityCoefficients): { readonly peakVcpus: number; readonly averageVcpus: number } {
  const averageVcpus = (jobs * coefficients.secondsPerJob) / (hoursPerMonth * 3600);
  return { peakVcpus: averageVcpus * peakToAverage, averageVcpus };
}

/**
 * Demand on the database: requests × queries, less what a shared cache answers (the middle of its range),
 * ÷ queries per virtual CPU. Memory: 1 GB for the engine and a tenth of the data, the part that is hot.
 */
export function databaseDemand(workload: Workload, engine: string, cached: boolean, coefficients: CapacityCoefficients): Demand {
  const missShare = cached ? 1 - middle(coefficients.cacheHitShare) : 1;
  const queries = workload.requestsPerSecond * coefficients.queriesPerRequest * missShare;
  const peakVcpus = queries / middle(rangeFor(coefficients.queriesPerVcpu, engine));
  return { peakVcpus, averageVcpus: peakVcpus / peakToAverage, memoryGb: 1 + workload.databaseGb / 10 };
}

/** Tasks of so many virtual CPUs: never fewer than `minimum`, so that one may die. */
export function taskCount(vcpus: number, vcpusPerTask: number, minimum: number, targetUtilization: number): number {
  return Math.max(minimum, Math.ceil(round(vcpus / (vcpusPerTask * targetUtilization))));
}

/**
 * Memory for a shared cache: 20 KB per simultaneous user for sessions and a tenth of the database for hot data,
 * with a quarter kept free as the engine's documentation asks.
 */
export function cacheMemoryGb(workload: Workload): number {
  const sessionsGb = (workload.peakConcurrentUsers * 20) / (1024 * 1024);
  return (sessionsGb + workload.databaseGb / 10) / 0.75;
}

export function smallestCacheNode(sizes: readonly CacheSize[], memoryGb: number): CacheSize {
  const fitting = sizes.find((size) => size.memoryGb >= memoryGb) ?? sizes.at(-1);
  if (fitting === undefined) throw new Error('a ladder of cache nodes needs a rung');
  return fitting;
}

/** Keeps floating noise out of ceilings: 2.0000000001 tasks are two. */
export function round(value: number, digits = 6): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
