import { checked, defineService } from '../define';

export const cloudtrail = defineService({
  id: 'cloudtrail',
  category: 'security',
  serves: ['monitoring'],
  phase: 'foundations',
  problem: {
    en: 'After an accident or a theft you must know who called which API, from where and when.',
    'pt-br': 'Depois de um acidente ou roubo, é preciso saber quem chamou qual API, de onde e quando.',
  },
  cost: {
    en: 'The event history and the first trail of management events are free; data events (each read of an object) and further trails are charged, and the bucket stores GB.',
    'pt-br': 'O histórico de eventos e o primeiro trail de eventos de gerenciamento são de graça; eventos de dados (cada leitura de objeto) e outros trails são cobrados, e o bucket armazena GB.',
  },
  worthIt: {
    en: 'Worth it on the first day: one trail for all Regions into a bucket of its own. It costs only the storage.',
    'pt-br': 'Vale a pena no primeiro dia: um trail para todas as Regiões em um bucket próprio. Custa só o armazenamento.',
  },
  notWhen: {
    en: 'Data events for busy buckets without a reason: they can cost more than the bucket.',
    'pt-br': 'Eventos de dados em buckets movimentados sem motivo: podem custar mais que o bucket.',
  },
  alternatives: [
    { id: 'cloudwatch', when: { en: 'The logs of the application, not of the account.', 'pt-br': 'Os logs da aplicação, não da conta.' } },
    { id: 'config', when: { en: 'The state of resources, not the calls.', 'pt-br': 'O estado dos recursos, não as chamadas.' } },
  ],
  limits: [
    {
      text: {
        en: 'Without a trail only 90 days of management events are kept.',
        'pt-br': 'Sem um trail, só ficam guardados 90 dias de eventos de gerenciamento.',
      },
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Managed; the bucket keeps the record.', 'pt-br': 'Gerenciado; o bucket guarda o registro.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'CloudTrail Lake has been closed to new customers since 2026-05-31: query trails with Athena or CloudWatch instead.',
        'pt-br': 'O CloudTrail Lake está fechado a novos clientes desde 31/05/2026: consulte os trails com Athena ou CloudWatch.',
      },
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake-service-availability-change.html',
      checked: checked.review,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html',
  pricingPage: 'https://aws.amazon.com/cloudtrail/pricing/',
});
