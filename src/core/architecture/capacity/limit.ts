import type { Message } from '../../l10n/localized';
import type { Application, Architecture, Need, NeedId, PhaseId, PlannedUsage, Sizing } from '../../model';
import type { CapacityCoefficients, Range } from '../coefficients';

/** What the limits are computed from. */
export interface Model {
  readonly phase: PhaseId;
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly architecture: Architecture;
  readonly coefficients: CapacityCoefficients;
  readonly sizing?: Sizing;
}

/** One thing that can run out, what it carries, and what would raise it. */
export interface Limit {
  /** Whether it answers requests itself (processors), or is only asked on the way (database). */
  readonly serves: boolean;
  readonly requestsPerSecond: Range;
  readonly bottleneck: Message;
  readonly next: Message;
}

export function times(range: Range, factor: number): Range {
  return [range[0] * factor, range[1] * factor];
}

/** Two significant digits: the model knows no more. */
export function significant(value: number): number {
  if (!Number.isFinite(value) || value <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}

export function findNeed(model: Model, root: string, id: NeedId): Need | undefined {
  return model.needs.find((need) => need.application === root && need.id === id);
}

export function dynamicApplications(model: Model): readonly Application[] {
  return model.applications.filter((application) => findNeed(model, application.root, 'compute')?.technology !== 'static');
}

export function usagesOf(model: Model, service: string): readonly PlannedUsage[] {
  return model.architecture.usages.filter((usage) => usage.service === service);
}

export function numberOf(usage: PlannedUsage | undefined, name: string): number | undefined {
  const value = usage?.usage[name];
  return typeof value === 'number' ? value : undefined;
}

export function textOf(usage: PlannedUsage | undefined, name: string): string | undefined {
  const value = usage?.usage[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a store of its own that several copies can share answers reads in front of the database. */
export function hasSharedCache(model: Model): boolean {
  return model.architecture.nodes.some(
    (node) =>
      node.needs.includes('cache') &&
      (node.service === 'elasticache' || node.service === 'elasticache-serverless' || node.service === 'memorydb' || node.service === 'dynamodb' || /^store:(?:redis|valkey|memcached|keydb|dragonfly)$/.test(node.id)),
  );
}

/** Whether the rows of a driver (cache, sessions, jobs) still live in the relational database in this phase. */
export function livesInDatabase(model: Model, id: 'cache' | 'sessions' | 'queue'): boolean {
  const driver = model.needs.find((need) => need.id === id && need.technology === 'database');
  if (driver === undefined) return false;
  const moved = model.architecture.nodes.some(
    (node) => node.needs.includes(id) && node.service !== null && !['rds', 'aurora', 'aurora-serverless', 'rds-proxy', 'ec2', 'fargate', 'lambda'].includes(node.service),
  );
  return !moved;
}
