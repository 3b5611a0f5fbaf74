import { checked, defineService } from '../define';

export const eventbridge = defineService({
  id: 'eventbridge',
  category: 'messaging',
  serves: ['queue', 'event-streaming'],
  phase: 'serverless',
  problem: {
    en: 'Domains should tell each other what happened (appointment booked, payment confirmed) without knowing who listens.',
    'pt-br': 'Os domínios devem contar uns aos outros o que aconteceu (consulta marcada, pagamento confirmado) sem saber quem escuta.',
  },
  cost: {
    en: 'Custom events published, in steps of 64 KB; archive, replay and calls to outside APIs. Events of AWS services are free.',
    'pt-br': 'Eventos próprios publicados, em blocos de 64 KB; arquivo, repetição e chamadas a APIs externas. Eventos de serviços da AWS são de graça.',
  },
  worthIt: {
    en: 'Worth it when three or more parts react to the same events, or when events of AWS or partners should start work. Between two parts, a queue is simpler and faster.',
    'pt-br': 'Vale a pena quando três ou mais partes reagem aos mesmos eventos, ou quando eventos da AWS ou de parceiros devem disparar trabalho. Entre duas partes, uma fila é mais simples e mais rápida.',
  },
  notWhen: {
    en: 'For strict order, for millions of messages per second, or as a job queue.',
    'pt-br': 'Para ordem estrita, para milhões de mensagens por segundo ou como fila de jobs.',
  },
  alternatives: [
    { id: 'sns', when: { en: 'Many subscribers, simple filters, lowest delay.', 'pt-br': 'Muitos inscritos, filtros simples, menor atraso.' } },
    { id: 'sqs', when: { en: 'Exactly one consumer.', 'pt-br': 'Exatamente um consumidor.' } },
  ],
  limits: [
    {
      text: {
        en: 'Up to 10 events per request, and 1 MB for all of them together: send identifiers, not documents.',
        'pt-br': 'Até 10 eventos por requisição e 1 MB para todos juntos: envie identificadores, não documentos.',
      },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'A rule retries a failed target for 24 hours, a subscriber of the newer custom event bus for five minutes unless set; then the event is lost without a dead-letter queue.',
        'pt-br': 'Uma regra tenta de novo por 24 horas o destino com falha; um assinante do novo barramento personalizado, por cinco minutos se nada for definido; depois o evento se perde sem uma dead-letter queue.',
      },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-retry.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Several zones, built in; global endpoints add a second Region.',
    'pt-br': 'Várias zonas, já pronta; endpoints globais acrescentam uma segunda Região.',
  },
  scaling: { en: 'Automatic within the account\'s rate per Region.', 'pt-br': 'Automática dentro da taxa da conta por Região.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is.html',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
});
