import { message } from '../../l10n/localized';
import type { Need } from '../../model';
import { managedGroup } from '../groups';
import { planUsage, type Plan } from '../plan';
import { placeService } from './service';

export function placeWebSocketApi(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'apigateway-websocket', service: 'apigateway-websocket', group: managedGroup(plan) }, need);
  planUsage(plan, {
    service: 'apigateway-websocket',
    node: id,
    serves: ['realtime'],
    usage: { messages: plan.workload.realtimeMessages, 'connection-minutes': plan.workload.connectionMinutes },
    assumption: message(
      { en: '{messages} messages of up to 32 KB and {minutes} connection minutes', 'pt-br': '{messages} mensagens de até 32 KB e {minutes} minutos de conexão' },
      { messages: plan.workload.realtimeMessages, minutes: plan.workload.connectionMinutes },
    ),
  });
  return id;
}

export function placeAppSyncEvents(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'appsync-events', service: 'appsync-events', group: managedGroup(plan) }, need);
  planUsage(plan, {
    service: 'appsync-events',
    node: id,
    serves: ['realtime'],
    usage: { operations: plan.workload.realtimeMessages * 2, 'connection-minutes': plan.workload.connectionMinutes },
    assumption: message(
      { en: '{messages} messages published and delivered', 'pt-br': '{messages} mensagens publicadas e entregues' },
      { messages: plan.workload.realtimeMessages },
    ),
  });
  return id;
}
