import { message } from '../../l10n/localized';
import type { Need } from '../../model';
import { dataGroup, managedGroup } from '../groups';
import { isForLearning, natGateways, planUsage, type Plan } from '../plan';
import { hoursPerMonth } from '../workload';
import { placeService } from './service';

/** Long polling asks every 20 seconds where nothing waits. */
const emptyReceivesPerWorker = (hoursPerMonth * 3600) / 20;

export function placeSqs(plan: Plan, need: Need, workers: number): string {
  const id = placeService(
    plan,
    { id: 'sqs', service: 'sqs', group: managedGroup(plan), detail: { en: 'with dead-letter queue', 'pt-br': 'com fila de mensagens mortas (DLQ)' } },
    need,
  );
  planUsage(plan, {
    service: 'sqs',
    node: id,
    serves: ['queue'],
    usage: { requests: Math.round(plan.workload.jobs * 3 + workers * emptyReceivesPerWorker), fifo: false },
    assumption: message(
      {
        en: '{jobs} jobs: send, receive and delete each; idle workers ask every 20 seconds',
        'pt-br': '{jobs} jobs: envio, leitura e remoção de cada um; workers ociosos consultam a cada 20 segundos',
      },
      { jobs: plan.workload.jobs },
    ),
  });
  return id;
}

/** Alarms reach people by e-mail. */
export function placeSns(plan: Plan): string {
  const id = placeService(plan, {
    id: 'sns:alerts',
    service: 'sns',
    group: managedGroup(plan),
    detail: { en: 'alerts by e-mail', 'pt-br': 'alertas por e-mail' },
    serves: ['monitoring'],
  });
  planUsage(plan, {
    service: 'sns',
    node: id,
    serves: ['monitoring'],
    usage: { publishes: 100, 'email-deliveries': 100 },
    assumption: message({ en: 'A hundred alerts a month', 'pt-br': 'Cem alertas por mês' }),
  });
  return id;
}

export function placeAmazonMq(plan: Plan, need: Need): string {
  const small = natGateways(plan) === 1;
  const brokers = small ? 1 : 3;
  const id = placeService(
    plan,
    {
      id: 'amazon-mq',
      service: 'amazon-mq',
      group: dataGroup(plan),
      detail: small ? { en: 'RabbitMQ, one broker', 'pt-br': 'RabbitMQ, um broker' } : { en: 'RabbitMQ cluster of three', 'pt-br': 'cluster RabbitMQ de três' },
    },
    need,
  );
  planUsage(plan, {
    service: 'amazon-mq',
    node: id,
    serves: ['queue'],
    usage: { engine: 'rabbitmq', 'instance-type': 'mq.m7g.medium', brokers, 'storage-gb': 20, hours: hoursPerMonth },
    assumption: message(
      { en: '{brokers} broker nodes; a cluster always has three', 'pt-br': '{brokers} nós de broker; um cluster tem sempre três' },
      { brokers },
    ),
  });
  return id;
}

export function placeMsk(plan: Plan, need: Need): string {
  // MSK has brokers in two zones at least, whatever is asked.
  const brokers = isForLearning(plan) ? 2 : 3;
  const machine = plan.workload.peakConcurrentUsers <= 1000 ? 'kafka.t3.small' : 'kafka.m7g.large';
  const id = placeService(
    plan,
    { id: 'msk', service: 'msk', group: dataGroup(plan), detail: { en: `${String(brokers)} brokers`, 'pt-br': `${String(brokers)} brokers` } },
    need,
  );
  // A copy on each broker: what one holds is a month of events of 5 KB.
  const gb = Math.max(10, Math.ceil((plan.workload.jobs * 5) / (1024 * 1024)));
  planUsage(plan, {
    service: 'msk',
    node: id,
    serves: [need.id],
    usage: { 'instance-type': machine, brokers, 'storage-gb': gb, hours: hoursPerMonth },
    assumption: message(
      { en: '{brokers} brokers in as many zones, each with a copy of a month of events', 'pt-br': '{brokers} brokers em outras tantas zonas, cada um com uma cópia de um mês de eventos' },
      { brokers },
    ),
  });
  return id;
}

export function placeKinesis(plan: Plan, need: Need): string {
  const id = placeService(plan, { id: 'kinesis', service: 'kinesis', group: managedGroup(plan) }, need);
  const shards = Math.max(1, Math.ceil(plan.workload.requestsPerSecond / 1000));
  planUsage(plan, {
    service: 'kinesis',
    node: id,
    serves: [need.id],
    usage: { shards, puts: plan.workload.jobs, hours: hoursPerMonth },
    assumption: message({ en: 'A shard takes 1,000 records per second', 'pt-br': 'Um shard recebe 1.000 registros por segundo' }),
  });
  return id;
}

export function placeScheduler(plan: Plan, need: Need, invocations: number, detail: { readonly en: string; readonly 'pt-br': string }): string {
  const id = placeService(
    plan,
    { id: 'eventbridge-scheduler', service: 'eventbridge-scheduler', group: managedGroup(plan), detail },
    need,
  );
  planUsage(plan, {
    service: 'eventbridge-scheduler',
    node: id,
    serves: ['scheduler'],
    usage: { invocations },
    assumption: message(
      invocations > 1000
        ? { en: '{invocations} invocations a month: one a minute', 'pt-br': '{invocations} invocações por mês: uma por minuto' }
        : { en: '{invocations} invocations a month: one an hour, as no timetable is known', 'pt-br': '{invocations} invocações por mês: uma por hora, pois os horários não são conhecidos' },
      { invocations },
    ),
  });
  return id;
}
