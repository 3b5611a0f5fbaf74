import { checked, defineService } from '../define';

export const sns = defineService({
  id: 'sns',
  category: 'messaging',
  serves: ['queue', 'sms-push', 'monitoring'],
  phase: 'cloud-native',
  problem: {
    en: 'One message has to reach many at once: queues, functions, webhooks, an alarm to the team\'s e-mail, a push to phones.',
    'pt-br': 'Uma mensagem precisa chegar a muitos de uma vez: filas, funções, webhooks, um alarme no e-mail da equipe, um push para celulares.',
  },
  cost: {
    en: 'Publishes, and deliveries by kind: HTTP, e-mail, SMS (by country) and push; deliveries to SQS and Lambda are free.',
    'pt-br': 'Publicações e entregas por tipo: HTTP, e-mail, SMS (por país) e push; entregas para SQS e Lambda são de graça.',
  },
  worthIt: {
    en: 'Worth it as soon as the same event has two consumers, and for alarms from the first day on. Its e-mails are plain and ask for confirmation: mail to customers goes through SES.',
    'pt-br': 'Vale a pena assim que o mesmo evento tem dois consumidores, e para alarmes desde o primeiro dia. Os e-mails dele são simples e pedem confirmação: e-mail para clientes vai pelo SES.',
  },
  notWhen: {
    en: 'For one consumer (send to SQS directly), or for filtering by content over many sources.',
    'pt-br': 'Para um consumidor só (envie direto ao SQS), ou para filtrar por conteúdo entre muitas origens.',
  },
  alternatives: [
    { id: 'eventbridge', when: {
      en: 'Rules by content, other accounts or software services as sources.',
      'pt-br': 'Regras por conteúdo, outras contas ou serviços externos como origem.',
    } },
    { id: 'end-user-messaging', when: {
      en: 'SMS to customers with sender numbers, opt-outs and reports.',
      'pt-br': 'SMS para clientes com números de origem, descadastro e relatórios.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A message has 256 KB at most, an SMS 140 bytes (160 simple characters, far fewer with accents).',
        'pt-br': 'Uma mensagem tem no máximo 256 KB; um SMS, 140 bytes (160 caracteres simples, bem menos com acentos).',
      },
      source: 'https://docs.aws.amazon.com/sns/latest/api/API_Publish.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Delivery to a failing endpoint is retried and then given up: attach a dead-letter queue to the subscription.',
        'pt-br': 'A entrega a um destino com falha é tentada de novo e depois abandonada: ligue uma dead-letter queue à inscrição.',
      },
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Several zones, built in.', 'pt-br': 'Várias zonas, já pronta.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
  pricingPage: 'https://aws.amazon.com/sns/pricing/',
});
