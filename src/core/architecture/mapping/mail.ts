import { drawPart } from '../parts';
import { flows } from '../labels';
import { placeSes } from '../placers/people';
import { decide, decideOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';
import { isThirdParty } from '../stacks';

export const mail: NeedMapping = {
  need: 'mail',
  place(plan, need) {
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, flows.api);
      return;
    }
    if (need.technology !== 'smtp' && isThirdParty(need.technology)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['ses']);
      return;
    }
    linkConsumers(plan, need, placeSes(plan, need), need.technology === 'smtp' ? flows.smtp : flows.api);
    decide(
      plan,
      need,
      'ses',
      need.technology === 'log' || need.technology === 'mailpit'
        ? {
            en: 'Messages do not leave the machine today; SES sends them, signs them for the domain and reports bounces.',
            'pt-br': 'Hoje as mensagens não saem da máquina; o SES as envia, assina pelo domínio e informa as devoluções.',
          }
        : {
            en: 'SES also speaks SMTP, so only host and credentials change; EC2 blocks port 25, and a server of one’s own soon lands in the spam folder.',
            'pt-br': 'O SES também fala SMTP, então só mudam host e credenciais; o EC2 bloqueia a porta 25, e um servidor próprio logo cai na caixa de spam.',
          },
      ['mailgun', 'postmark', 'resend'],
    );
  },
};
