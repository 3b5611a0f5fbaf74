import { message } from '../../l10n/localized';
import type { Need } from '../../model';
import { managedGroup } from '../groups';
import { planUsage, type Plan } from '../plan';
import { placeService } from './service';

export function placeSes(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'ses', service: 'ses', group: managedGroup(plan) }, need);
  planUsage(plan, {
    service: 'ses',
    node: id,
    serves: ['mail'],
    usage: { emails: plan.workload.emails, 'attachment-gb': 0 },
    assumption: message({ en: '{emails} e-mails a month', 'pt-br': '{emails} e-mails por mês' }, { emails: plan.workload.emails }),
  });
  return id;
}

export function placeMessaging(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'end-user-messaging', service: 'end-user-messaging', group: managedGroup(plan) }, need);
  planUsage(plan, {
    service: 'end-user-messaging',
    node: id,
    serves: ['sms-push'],
    usage: { sms: plan.workload.smsMessages },
    assumption: message(
      { en: '{messages} text messages a month; the price depends on the country of the phone', 'pt-br': '{messages} SMS por mês; o preço depende do país do telefone' },
      { messages: plan.workload.smsMessages },
    ),
  });
  return id;
}
