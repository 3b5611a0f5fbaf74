import type { Need } from '../model';
import { clustersByItself } from './betweenCopies';
import { findApplication, type Plan } from './plan';
import { isScheduledByWorker, speaksSqs } from './stacks';

/** Realtime servers that stay a server in the serverless phase: their clients are bound to their protocol. */
const boundToServer: ReadonlySet<string> = new Set(['action-cable', 'anycable', 'channels', 'mercure', 'centrifugo', 'sse']);

export function staysRealtimeServer(technology: string): boolean {
  return boundToServer.has(technology);
}

/** Jobs that only Redis carries: Sidekiq, BullMQ, Horizon, Celery on Redis. */
export function isRedisQueue(plan: Plan, need: Need): boolean {
  if (need.id !== 'queue' || need.servedBy !== null) return false;
  const redis = need.technology === 'redis' || need.technology === 'valkey';
  return redis && !speaksSqs(findApplication(plan, need.application), need);
}

/** Whether something of the serverless phase still needs Redis, so that cache and sessions can share it. */
export function needsRedis(plan: Plan): boolean {
  return plan.needs.some(
    (need) =>
      isRedisQueue(plan, need) ||
      need.servedBy === 'elasticache' ||
      (need.id === 'realtime' && need.servedBy === null && staysRealtimeServer(need.technology) && !clustersByItself(need)) ||
      (need.id === 'scheduler' && isScheduledByWorker(need.technology) && need.technology.startsWith('bullmq')),
  );
}
