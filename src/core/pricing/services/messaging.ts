import { verbatim } from '../../l10n/localized';
import type { PricedService } from '../types';
import { amount, byTheHour, choice, flag, hoursUsage, line, pricedServiceOf, typeName } from './service';

const scheduler = { en: 'EventBridge Scheduler invocations', 'pt-br': 'Execuções do EventBridge Scheduler' };

export const messagingServices: readonly PricedService[] = [
  pricedServiceOf('sqs', {
    usages: [
      amount('requests', '', { en: 'API requests, counted by 64 KB; a message takes about three', 'pt-br': 'requisições à API, contadas a cada 64 KB; uma mensagem usa cerca de três' }),
      flag('fifo', { en: 'FIFO queue', 'pt-br': 'fila FIFO' }),
    ],
    meters: (usage) => {
      const fifo = usage.flag('fifo');
      return [
        line({
          meter: 'sqs.requests',
          parameters: { type: fifo ? 'fifo' : 'standard' },
          what: fifo ? { en: 'FIFO requests', 'pt-br': 'Requisições FIFO' } : { en: 'Requests', 'pt-br': 'Requisições' },
          quantity: usage.number('requests'),
          from: ['requests', 'fifo'],
        }),
      ];
    },
  }),
  pricedServiceOf('sns', {
    usages: [
      amount('publishes', '', { en: 'published messages, counted by 64 KB', 'pt-br': 'mensagens publicadas, contadas a cada 64 KB' }),
      amount('http-deliveries', '', { en: 'deliveries to HTTP endpoints', 'pt-br': 'entregas a endpoints HTTP' }),
      amount('email-deliveries', '', { en: 'deliveries by e-mail', 'pt-br': 'entregas por e-mail' }),
      amount('sms', '', { en: 'text messages', 'pt-br': 'mensagens SMS' }),
      amount('mobile-push', '', { en: 'mobile push notifications', 'pt-br': 'notificações push em celulares' }),
    ],
    meters: (usage) => [
      line({ meter: 'sns.requests', what: { en: 'Publishes', 'pt-br': 'Publicações' }, quantity: usage.number('publishes'), from: ['publishes'] }),
      line({ meter: 'sns.http', what: { en: 'HTTP deliveries', 'pt-br': 'Entregas HTTP' }, quantity: usage.number('http-deliveries'), from: ['http-deliveries'] }),
      line({ meter: 'sns.email', what: { en: 'E-mail deliveries', 'pt-br': 'Entregas por e-mail' }, quantity: usage.number('email-deliveries'), from: ['email-deliveries'] }),
      line({ meter: 'sns.sms', what: { en: 'Text messages', 'pt-br': 'Mensagens SMS' }, quantity: usage.number('sms'), from: ['sms'] }),
      line({ meter: 'sns.mobilePush', what: { en: 'Mobile push', 'pt-br': 'Push em celulares' }, quantity: usage.number('mobile-push'), from: ['mobile-push'] }),
    ],
  }),
  pricedServiceOf('amazon-mq', {
    usages: [
      choice('engine', ['rabbitmq', 'activemq'], 'rabbitmq', { en: 'broker engine', 'pt-br': 'motor do broker' }),
      typeName('instance-type', 'mq.m5.large', { en: 'broker instance type', 'pt-br': 'tipo de instância do broker' }),
      flag('multi-az', { en: 'cluster or standby over several zones', 'pt-br': 'cluster ou réplica em várias zonas' }),
      amount('brokers', '', { en: 'number of brokers', 'pt-br': 'quantidade de brokers' }, 1),
      hoursUsage,
      amount('storage-gb', 'GB', { en: 'storage of each broker', 'pt-br': 'armazenamento de cada broker' }),
    ],
    meters: (usage) => {
      const engine = usage.text('engine');
      const instanceType = usage.text('instance-type');
      const brokers = usage.number('brokers');
      return [
        line({
          meter: 'amazon-mq.broker',
          parameters: { engine, instanceType, deployment: usage.flag('multi-az') ? 'multi-az' : 'single-az' },
          what: verbatim(`${instanceType} (${engine})`),
          quantity: brokers * usage.number('hours'),
          from: ['engine', 'instance-type', 'brokers', 'hours', 'multi-az'],
          assumption: byTheHour(brokers, usage.number('hours')),
        }),
        line({
          meter: 'amazon-mq.storage',
          parameters: { engine },
          what: { en: 'Broker storage', 'pt-br': 'Armazenamento do broker' },
          quantity: brokers * usage.number('storage-gb'),
          from: ['storage-gb'],
        }),
      ];
    },
  }),
  pricedServiceOf('msk', {
    usages: [
      typeName('instance-type', 'kafka.t3.small', { en: 'broker type', 'pt-br': 'tipo de broker' }),
      amount('brokers', '', { en: 'number of brokers', 'pt-br': 'quantidade de brokers' }, 2),
      hoursUsage,
      amount('storage-gb', 'GB', { en: 'storage of each broker', 'pt-br': 'armazenamento de cada broker' }),
    ],
    meters: (usage) => [
      line({
        meter: 'msk.broker',
        parameters: { instanceType: usage.text('instance-type') },
        what: verbatim(usage.text('instance-type')),
        quantity: usage.number('brokers') * usage.number('hours'),
        from: ['instance-type', 'brokers', 'hours'],
        assumption: byTheHour(usage.number('brokers'), usage.number('hours')),
      }),
      line({
        meter: 'msk.storage',
        what: { en: 'Broker storage', 'pt-br': 'Armazenamento dos brokers' },
        quantity: usage.number('brokers') * usage.number('storage-gb'),
        from: ['storage-gb'],
      }),
    ],
  }),
  pricedServiceOf('kinesis', {
    usages: [
      amount('streams', '', { en: 'on-demand streams', 'pt-br': 'streams sob demanda' }),
      amount('ingest-gb', 'GB', { en: 'data written to on-demand streams', 'pt-br': 'dados gravados em streams sob demanda' }),
      amount('retrieval-gb', 'GB', { en: 'data read from on-demand streams', 'pt-br': 'dados lidos de streams sob demanda' }),
      amount('shards', '', { en: 'provisioned shards', 'pt-br': 'shards provisionados' }),
      amount('puts', '', { en: 'PUT payload units of 25 KB to provisioned shards', 'pt-br': 'unidades de PUT de 25 KB em shards provisionados' }),
      hoursUsage,
    ],
    meters: (usage) => [
      line({
        meter: 'kinesis.onDemandStreams',
        what: { en: 'On-demand stream hours', 'pt-br': 'Horas de stream sob demanda' },
        quantity: usage.number('streams') * usage.number('hours'),
        from: ['streams'],
        assumption: byTheHour(usage.number('streams'), usage.number('hours')),
      }),
      line({ meter: 'kinesis.onDemandIngest', what: { en: 'Data written', 'pt-br': 'Dados gravados' }, quantity: usage.number('ingest-gb'), from: ['ingest-gb'] }),
      line({ meter: 'kinesis.onDemandRetrieval', what: { en: 'Data read', 'pt-br': 'Dados lidos' }, quantity: usage.number('retrieval-gb'), from: ['retrieval-gb'] }),
      line({
        meter: 'kinesis.shards',
        what: { en: 'Shard hours', 'pt-br': 'Horas de shard' },
        quantity: usage.number('shards') * usage.number('hours'),
        from: ['shards'],
        assumption: byTheHour(usage.number('shards'), usage.number('hours')),
      }),
      line({ meter: 'kinesis.puts', what: { en: 'PUT payload units', 'pt-br': 'Unidades de PUT' }, quantity: usage.number('puts'), from: ['puts'] }),
    ],
  }),
  pricedServiceOf('eventbridge', {
    usages: [
      amount('events', '', { en: 'custom events, counted by 64 KB', 'pt-br': 'eventos próprios, contados a cada 64 KB' }),
      amount('scheduler-invocations', '', { en: 'invocations by EventBridge Scheduler', 'pt-br': 'execuções pelo EventBridge Scheduler' }),
    ],
    meters: (usage) => [
      line({ meter: 'eventbridge.events', what: { en: 'Custom events', 'pt-br': 'Eventos próprios' }, quantity: usage.number('events'), from: ['events'] }),
      line({ meter: 'eventbridge-scheduler.invocations', what: scheduler, quantity: usage.number('scheduler-invocations'), from: ['scheduler-invocations'] }),
    ],
  }),
  pricedServiceOf('eventbridge-scheduler', {
    usages: [amount('invocations', '', { en: 'scheduled invocations', 'pt-br': 'execuções agendadas' })],
    meters: (usage) => [line({ meter: 'eventbridge-scheduler.invocations', what: scheduler, quantity: usage.number('invocations'), from: ['invocations'] })],
  }),
  pricedServiceOf('stepfunctions', {
    usages: [
      amount('transitions', '', { en: 'state transitions of standard workflows', 'pt-br': 'transições de estado dos fluxos padrão' }),
      amount('express-requests', '', { en: 'runs of express workflows', 'pt-br': 'execuções de fluxos expressos' }),
      amount('express-gb-seconds', 'GB-s', { en: 'memory times seconds of express workflows', 'pt-br': 'memória × segundos dos fluxos expressos' }),
    ],
    meters: (usage) => [
      line({ meter: 'stepfunctions.transitions', what: { en: 'State transitions', 'pt-br': 'Transições de estado' }, quantity: usage.number('transitions'), from: ['transitions'] }),
      line({ meter: 'stepfunctions.expressRequests', what: { en: 'Express requests', 'pt-br': 'Requisições expressas' }, quantity: usage.number('express-requests'), from: ['express-requests'] }),
      line({ meter: 'stepfunctions.expressDuration', what: { en: 'Express duration', 'pt-br': 'Duração expressa' }, quantity: usage.number('express-gb-seconds'), from: ['express-gb-seconds'] }),
    ],
  }),
];
