import { serviceIds, type ServiceId } from '../../catalog/ids';
import type { Need } from '../../model';
import { dataGroup, managedGroup } from '../groups';
import { targetEngine } from '../engines';
import type { Plan } from '../plan';
import { placeAmazonMq, placeKinesis, placeMsk, placeSqs } from './messaging';
import { placeCloudWatch, placeParameterStore, placeSecretsManager, placeXray } from './operations';
import { placeMessaging, placeSes } from './people';
import { placeAppSyncEvents, placeWebSocketApi } from './realtime';
import { placeChime, placeVideoStreams } from './media';
import { placeOpenSearch } from './search';
import { placeService } from './service';
import { placeUploads } from './storage';
import { placeAurora, placeAuroraServerless, placeDocumentDb, placeDynamoDb, placeElastiCache, placeRds } from './stores';

export function isKnownService(id: string): id is ServiceId {
  return serviceIds.some((known) => known === id);
}

/**
 * Places the service that serves a need already (by its driver, or declared in infrastructure code): what stands is
 * kept in every phase. Null where the id is not of the catalog.
 */
export function placeExisting(plan: Plan, need: Need, service: string): string | null {
  const engine = targetEngine(need);
  switch (service) {
    case 'rds':
      return placeRds(plan, need, engine);
    case 'aurora':
      return placeAurora(plan, need, engine);
    case 'aurora-serverless':
      return placeAuroraServerless(plan, need, engine);
    case 'documentdb':
      return placeDocumentDb(plan, need);
    case 'dynamodb':
      return placeDynamoDb(plan, need, { reads: plan.workload.requests, writes: plan.workload.requests / 10, gb: plan.workload.databaseGb });
    case 'elasticache':
      return placeElastiCache(plan, need, need.technology === 'memcached' ? 'memcached' : need.technology === 'redis' ? 'redis' : 'valkey');
    case 'sqs':
      return placeSqs(plan, need, 1);
    case 'amazon-mq':
      return placeAmazonMq(plan, need);
    case 'msk':
      return placeMsk(plan, need);
    case 'kinesis':
      return placeKinesis(plan, need);
    case 's3':
      return placeUploads(plan, need);
    case 'ses':
      return placeSes(plan, need);
    case 'sns':
    case 'end-user-messaging':
      return need.id === 'sms-push' ? placeMessaging(plan, need) : placeGeneric(plan, need, service);
    case 'cloudwatch':
      return placeCloudWatch(plan, need);
    case 'xray':
      return placeXray(plan, need);
    case 'secretsmanager':
      return placeSecretsManager(plan, need);
    case 'parameter-store':
      return placeParameterStore(plan, need);
    case 'opensearch':
      return placeOpenSearch(plan, need);
    case 'apigateway-websocket':
      return placeWebSocketApi(plan, need);
    case 'appsync-events':
      return placeAppSyncEvents(plan, need);
    case 'chime-sdk':
      return placeChime(plan, need);
    case 'kinesis-video-streams':
      return placeVideoStreams(plan, need);
    default:
      return placeGeneric(plan, need, service);
  }
}

const inPrivateSubnets: ReadonlySet<string> = new Set(['memorydb', 'elasticache-serverless', 'opensearch', 'efs', 'rds-proxy']);

function placeGeneric(plan: Plan, need: Need, service: string): string | null {
  if (!isKnownService(service)) return null;
  const group = inPrivateSubnets.has(service) ? dataGroup(plan) : managedGroup(plan);
  return placeService(plan, { id: `${service}:${need.id}`, service, group }, need);
}
