import { checked, defineService } from '../define';

export const sqs = defineService({
  id: 'sqs',
  category: 'messaging',
  serves: ['queue'],
  phase: 'cloud-native',
  problem: {
    en: 'Work must wait in line outside the web request and outside the database, and survive the death of a worker. SQS is a queue without servers.',
    'pt-br': 'O trabalho precisa esperar na fila fora da requisição web e fora do banco, e sobreviver à morte de um worker. O SQS é uma fila sem servidores.',
  },
  cost: {
    en: 'Requests (send, receive, delete; each 64 KB counts as one), dearer for FIFO queues. Polling an empty queue costs too: use long polling.',
    'pt-br': 'Requisições (enviar, receber, apagar; cada 64 KB conta como uma), mais caras em filas FIFO. Consultar uma fila vazia também custa: use long polling.',
  },
  worthIt: {
    en: 'The first million requests each month are free, and small applications rarely pay. Against a jobs table it takes load off the database; against Redis it cannot be lost with a node. Laravel, Symfony Messenger, Celery, Shoryuken and Rails adapters speak it.',
    'pt-br': 'O primeiro milhão de requisições por mês é de graça, e aplicações pequenas raramente pagam. Contra uma tabela de jobs, tira carga do banco; contra o Redis, não se perde com um nó. Laravel, Symfony Messenger, Celery, Shoryuken e adaptadores do Rails falam SQS.',
  },
  notWhen: {
    en: 'When the library lives on Redis structures (Sidekiq, BullMQ, Horizon), when priorities, progress and cancelling are used, or when the code speaks AMQP: keep ElastiCache or Amazon MQ.',
    'pt-br': 'Quando a biblioteca vive de estruturas do Redis (Sidekiq, BullMQ, Horizon), quando se usam prioridades, progresso e cancelamento, ou quando o código fala AMQP: mantenha ElastiCache ou Amazon MQ.',
  },
  alternatives: [
    { id: 'amazon-mq', when: {
      en: 'The code speaks RabbitMQ or ActiveMQ and should not change.',
      'pt-br': 'O código fala RabbitMQ ou ActiveMQ e não deve mudar.',
    } },
    { id: 'elasticache', when: { en: 'The job library needs Redis.', 'pt-br': 'A biblioteca de jobs precisa de Redis.' } },
    { id: 'eventbridge', when: {
      en: 'One event should reach several consumers by rules.',
      'pt-br': 'Um evento deve chegar a vários consumidores por regras.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A message has 1 MiB at most (older guides say 256 KB): send a key of S3 for more.',
        'pt-br': 'Uma mensagem tem no máximo 1 MiB (guias antigos dizem 256 KB): para mais que isso, envie uma chave do S3.',
      },
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A delay is 15 minutes at most: later jobs belong to EventBridge Scheduler or a table.',
        'pt-br': 'O atraso é de no máximo 15 minutos: jobs para mais tarde ficam com o EventBridge Scheduler ou em uma tabela.',
      },
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'The visibility timeout (30 seconds by default, 12 hours at most) must exceed the longest job; messages are kept 4 days by default, 14 at most.',
        'pt-br': 'O visibility timeout (30 segundos por padrão, 12 horas no máximo) precisa superar o job mais longo; as mensagens ficam 4 dias por padrão, 14 no máximo.',
      },
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Standard queues may deliver twice and out of order: jobs must be idempotent. FIFO queues keep the order per group.',
        'pt-br': 'Filas padrão podem entregar duas vezes e fora de ordem: os jobs precisam ser idempotentes. Filas FIFO mantêm a ordem por grupo.',
      },
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Several zones, built in. Add a dead-letter queue and an alarm on its length.',
    'pt-br': 'Várias zonas, já pronta. Acrescente uma dead-letter queue e um alarme sobre o tamanho dela.',
  },
  scaling: {
    en: 'Practically without limit for standard queues; scale workers by the age of the oldest message.',
    'pt-br': 'Praticamente sem limite em filas padrão; escale os workers pela idade da mensagem mais antiga.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
  pricingPage: 'https://aws.amazon.com/sqs/pricing/',
});
