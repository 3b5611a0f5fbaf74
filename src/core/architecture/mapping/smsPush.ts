import { drawPart } from '../parts';
import { flows } from '../labels';
import { placeMessaging } from '../placers/people';
import { decide, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

export const smsPush: NeedMapping = {
  need: 'sms-push',
  place(plan, need) {
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, flows.api);
      return;
    }
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['end-user-messaging', 'sns']);
      return;
    }
    linkConsumers(plan, need, placeMessaging(plan, need), flows.api);
    decide(
      plan,
      need,
      'end-user-messaging',
      {
        en: 'End User Messaging sends text messages and push by API, billed per message by country.',
        'pt-br': 'O End User Messaging envia SMS e push por API, cobrado por mensagem conforme o país.',
      },
      ['sns', 'twilio'],
    );
  },
};
