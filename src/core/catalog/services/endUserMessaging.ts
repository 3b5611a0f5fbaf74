import { checked, defineService } from '../define';

export const endUserMessaging = defineService({
  id: 'end-user-messaging',
  category: 'messaging',
  serves: ['sms-push'],
  phase: 'cloud-native',
  problem: {
    en: 'Codes and reminders have to reach phones by SMS, voice, WhatsApp or push, with sender numbers, opt-outs and delivery reports.',
    'pt-br': 'Códigos e lembretes precisam chegar a celulares por SMS, voz, WhatsApp ou push, com números de origem, descadastro e relatórios de entrega.',
  },
  cost: {
    en: 'Messages by country and operator, and numbers per month.',
    'pt-br': 'Mensagens por país e operadora, e números por mês.',
  },
  worthIt: {
    en: 'Against Twilio it is plainer and sits in the same bill and permissions; prices per message are close, so compare for your country. Worth it for codes and reminders in volume. In Brazil a WhatsApp message or a push often costs less than an SMS.',
    'pt-br': 'Contra o Twilio, é mais simples e fica na mesma conta e permissões; os preços por mensagem são próximos, então compare para o seu país. Vale a pena para códigos e lembretes em volume. No Brasil, uma mensagem de WhatsApp ou um push costuma custar menos que um SMS.',
  },
  notWhen: {
    en: 'For campaigns with journeys and segments, or for two-way support chats.',
    'pt-br': 'Para campanhas com jornadas e segmentos, ou para atendimento por conversa.',
  },
  alternatives: [
    { id: 'sns', when: { en: 'A few alarms to the team.', 'pt-br': 'Alguns alarmes para a equipe.' } },
    { id: 'ses', when: { en: 'E-mail is enough.', 'pt-br': 'E-mail é suficiente.' } },
  ],
  limits: [
    {
      text: {
        en: 'A new account is in the SMS sandbox and sends to at most 10 verified numbers: ask for production access before the launch.',
        'pt-br': 'Uma conta nova está no sandbox de SMS e só envia para no máximo 10 números verificados: peça o acesso de produção antes do lançamento.',
      },
      source: 'https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateVerifiedDestinationNumber.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Many countries want the sender registered first: from a day to seven weeks for a name, up to twelve weeks for a short code.',
        'pt-br': 'Muitos países exigem o registro do remetente antes: de um dia a sete semanas para um nome, até doze semanas para um número curto.',
      },
      source: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/registration-eta.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Regional; use a pool of numbers.', 'pt-br': 'Regional; use um conjunto de números.' },
  scaling: { en: 'By messages per second of the number type.', 'pt-br': 'Pelas mensagens por segundo do tipo de número.' },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'Amazon Pinpoint ended on 2026-10-30. Its SMS, voice, push and one-time-code APIs live on here.',
        'pt-br': 'O Amazon Pinpoint terminou em 30/10/2026. As APIs de SMS, voz, push e códigos de uso único continuam aqui.',
      },
      source: 'https://aws.amazon.com/pinpoint/getting-started/',
      checked: checked.review,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/what-is-sms-mms.html',
  pricingPage: 'https://aws.amazon.com/end-user-messaging/pricing/',
});
