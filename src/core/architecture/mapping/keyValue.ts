import type { Localized } from '../../l10n/localized';
import type { Need } from '../../model';
import { drawPart, onWeb } from '../parts';
import { findApplication, type Plan } from '../plan';
import { needsRedis } from '../redis';
import { isStoreless, speaksDynamoDb } from '../stacks';
import { placeDynamoDb, placeElastiCache } from '../placers/stores';
import { decide, decideOnServer, decideOutside, isOutside, keepOnAws, linkConsumers, type MovingPhase } from './mapping';

export interface KeyValueReasons {
  readonly shared: Localized;
  readonly sameEngine: Localized;
  readonly table: Localized;
  /** Reads and writes per request, for DynamoDB. */
  readonly operationsPerRequest: { readonly reads: number; readonly writes: number };
}

/** Cache and sessions go the same ways: beside the code at first, to a shared memory later, to a table at last. */
export function placeKeyValue(plan: Plan, need: Need, phase: MovingPhase, reasons: KeyValueReasons): void {
  const kept = keepOnAws(plan, need);
  if (kept !== null) {
    linkConsumers(plan, need, kept);
    return;
  }
  if (isOutside(need)) {
    drawPart(plan, need);
    decideOutside(plan, need, ['elasticache']);
    return;
  }
  if (isStoreless(need.technology)) {
    onWeb(plan, need);
    return;
  }
  if (phase === 'lift-and-shift') {
    drawPart(plan, need);
    decideOnServer(plan, need, ['elasticache']);
    return;
  }
  if (phase === 'serverless' && speaksDynamoDb(findApplication(plan, need.application)) && !needsRedis(plan)) {
    placeTable(plan, need, reasons);
    return;
  }
  const memcached = need.technology === 'memcached';
  linkConsumers(plan, need, placeElastiCache(plan, need, memcached ? 'memcached' : 'valkey'));
  if (plan.sizing.multiAz === 'off') {
    decide(plan, need, 'elasticache', singleNode, ['elasticache-serverless', 'memorydb', 'dynamodb']);
    return;
  }
  if (memcached) {
    decide(plan, need, 'elasticache', memcachedReason, ['elasticache-serverless', 'dynamodb']);
    return;
  }
  const same = ['redis', 'valkey', 'keydb', 'dragonfly'].includes(need.technology);
  decide(plan, need, 'elasticache', same ? reasons.sameEngine : reasons.shared, ['elasticache-serverless', 'memorydb', 'dynamodb']);
}

/** Two zones are what the other reasons speak of. */
const singleNode: Localized = {
  en: 'Shared by all copies of the application, on one managed node as the sizing asks: half the price, and what it holds is lost with it.',
  'pt-br': 'Compartilhado por todas as cópias da aplicação, em um nó gerenciado só, como pede o dimensionamento: metade do preço, e o que ele guarda se perde com ele.',
};

const memcachedReason: Localized = {
  en: 'Same protocol, managed, on nodes in two zones; Memcached keeps no copies, so losing a node costs its half of the cache.',
  'pt-br': 'Mesmo protocolo, gerenciado, em nós de duas zonas; o Memcached não guarda cópias, então perder um nó custa a metade dele do cache.',
};

function placeTable(plan: Plan, need: Need, reasons: KeyValueReasons): void {
  const { requests, peakConcurrentUsers } = plan.workload;
  const { reads, writes } = reasons.operationsPerRequest;
  const id = placeDynamoDb(plan, need, {
    reads: requests * reads,
    writes: requests * writes,
    gb: Math.max(1, Math.ceil((peakConcurrentUsers * 20) / (1024 * 1024))),
  });
  linkConsumers(plan, need, id);
  decide(plan, need, 'dynamodb', reasons.table, ['elasticache-serverless', 'elasticache']);
}

