import { technologyName } from '../../catalog/technologies';
import { message, verbatim, type Localized } from '../../l10n/localized';
import type { Need } from '../../model';
import { databaseNode, drawPart } from '../parts';
import { flows, processLabel, processes } from '../labels';
import { availabilityZones, findApplication, hostOf, ids, needShare, type Plan } from '../plan';
import { placeFunction, placeTask } from '../placers/compute';
import { placeExisting } from '../placers/declaredService';
import { placeStoreInstance } from '../placers/instance';
import { placeAmazonMq, placeMsk, placeSqs } from '../placers/messaging';
import { placeElastiCache } from '../placers/stores';
import { isRedisQueue } from '../redis';
import { round, taskCount, workerDemand } from '../sizing';
import { awsServiceOf, speaksSqs } from '../stacks';
import { decide, decideChosen, decideOnServer, type MovingPhase, type NeedMapping } from './mapping';

type Carrier = 'sqs' | 'elasticache' | 'amazon-mq' | 'msk' | 'database' | 'instance' | 'existing';

/** What carries the jobs. A broker keeps its protocol; only what speaks SQS by configuration goes there. */
function carrierOf(plan: Plan, need: Need): Carrier {
  const chosen = plan.choices.queue;
  if (chosen === 'sqs' || chosen === 'elasticache' || chosen === 'amazon-mq') return chosen;
  const existing = need.servedBy ?? awsServiceOf(need.technology);
  if (existing === 'sqs') return 'sqs';
  if (existing !== null) return 'existing';
  if (['rabbitmq', 'activemq', 'jms'].includes(need.technology)) return 'amazon-mq';
  if (need.technology === 'kafka' || need.technology === 'redpanda') return 'msk';
  if (isRedisQueue(plan, need)) return 'elasticache';
  if (need.technology === 'database' && !speaksSqs(findApplication(plan, need.application), need)) return 'database';
  if (['database', 'redis', 'valkey', 'sync', 'memory', 'beanstalkd', 'sqs'].includes(need.technology)) return 'sqs';
  return 'instance';
}

export const queue: NeedMapping = {
  need: 'queue',
  place(plan, need, phase) {
    const carrier = carrierOf(plan, need);
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      if (need.servedBy === null && awsServiceOf(need.technology) === null) decideOnServer(plan, need, ['sqs']);
      else decideCarrier(plan, need, carrier);
      return;
    }
    const node = placeCarrier(plan, need, carrier);
    if (node === null) return;
    plan.graph.edge(ids.web(need.application), node, 'event', flows.dispatch);
    plan.graph.edge(node, placeWorker(plan, need, phase, carrier), 'event', flows.consume);
    decideCarrier(plan, need, carrier);
  },
};

function placeCarrier(plan: Plan, need: Need, carrier: Carrier): string | null {
  switch (carrier) {
    case 'sqs':
      return placeSqs(plan, need, workerTasks(plan));
    case 'elasticache':
      return placeElastiCache(plan, need);
    case 'amazon-mq':
      return placeAmazonMq(plan, need);
    case 'msk':
      return placeMsk(plan, need);
    case 'instance':
      return placeStoreInstance(plan, need);
    case 'existing':
      return placeExisting(plan, need, need.servedBy ?? awsServiceOf(need.technology) ?? '');
    case 'database':
      return databaseNode(plan, need.application) ?? null;
  }
}

function workerTasks(plan: Plan): number {
  const jobs = plan.workload.jobs * needShare(plan, 'queue');
  const demand = workerDemand(jobs, plan.coefficients);
  return taskCount(demand.averageVcpus, 0.5, availabilityZones, plan.coefficients.targetUtilization);
}

function placeWorker(plan: Plan, need: Need, phase: MovingPhase, carrier: Carrier): string {
  const application = findApplication(plan, need.application);
  const id = ids.worker(need.application);
  const label: Localized = application === undefined ? processes.worker : processLabel(plan, application, processes.worker);
  const jobs = Math.round(plan.workload.jobs * needShare(plan, 'queue'));
  const onLambda = application !== undefined && hostOf(plan, application) === 'lambda';
  if (onLambda && carrier === 'sqs') {
    const durationMs = plan.coefficients.secondsPerJob * 1000 * 2;
    return placeFunction(plan, {
      id,
      label,
      need,
      requests: jobs,
      durationMs,
      memoryMb: 1024,
      assumption: message(
        { en: '{jobs} jobs of {ms} ms, one per invocation', 'pt-br': '{jobs} jobs de {ms} ms, um por invocação' },
        { jobs, ms: durationMs },
      ),
    });
  }
  if (onLambda && phase === 'serverless') noteWorkersStay(plan, need);
  const tasks = workerTasks(plan);
  return placeTask(plan, {
    id,
    label,
    ...(need.library === null ? {} : { detail: technologyName(need.library) }),
    needs: [need],
    applications: [need.application],
    tasks,
    vcpu: 0.5,
    memoryGb: 1,
    assumption: message(
      {
        en: '{jobs} jobs a month of {seconds} s of processor time: {tasks} tasks on average, one per zone at least',
        'pt-br': '{jobs} jobs por mês com {seconds} s de processador cada: {tasks} tarefas em média, ao menos uma por zona',
      },
      { jobs, seconds: plan.coefficients.secondsPerJob, tasks: round(tasks, 1) },
    ),
  });
}

function noteWorkersStay(plan: Plan, need: Need): void {
  plan.graph.note(
    message(
      {
        en: '{library} workers hold an open connection to their broker and do not run as functions: they stay on Fargate until the jobs are rewritten for SQS.',
        'pt-br': 'Os workers do {library} mantêm uma conexão aberta com o broker e não rodam como funções: ficam no Fargate até que os jobs sejam reescritos para SQS.',
      },
      { library: technologyName(need.library ?? need.technology) },
    ),
  );
}

function decideCarrier(plan: Plan, need: Need, carrier: Carrier): void {
  if (plan.choices.queue === carrier) {
    decideChosen(plan, need, carrier);
    return;
  }
  const data = {
    technology: technologyName(need.technology),
    library: need.library === null ? verbatim('') : technologyName(need.library),
  };
  switch (carrier) {
    case 'sqs':
      decide(plan, need, 'sqs', sqsReason(plan, need), ['elasticache', 'amazon-mq'], data);
      return;
    case 'elasticache':
      decide(plan, need, 'elasticache', redisReason(plan, need), ['sqs', 'memorydb'], data);
      return;
    case 'amazon-mq':
      decide(plan, need, 'amazon-mq', reasons.amazonMq, ['sqs', 'ec2'], data);
      return;
    case 'msk':
      decide(plan, need, 'msk', reasons.msk, ['kinesis', 'sqs'], data);
      return;
    case 'database':
      decide(plan, need, 'rds', reasons.database, ['sqs', 'elasticache'], data);
      return;
    case 'instance':
      decide(plan, need, 'ec2', reasons.instance, ['sqs', 'amazon-mq'], data);
      return;
    case 'existing':
      decide(plan, need, need.servedBy ?? need.technology, reasons.existing, [], data);
  }
}

function redisReason(plan: Plan, need: Need): Localized {
  const isAlone = plan.sizing.multiAz === 'off';
  if (need.library === null) return isAlone ? reasons.redisAlone : reasons.redis;
  return isAlone ? reasons.redisLibraryAlone : reasons.redisLibrary;
}

function sqsReason(plan: Plan, need: Need): Localized {
  if (need.technology === 'sqs' || need.servedBy === 'sqs') return reasons.alreadySqs;
  return speaksSqs(findApplication(plan, need.application), need) ? reasons.sqs : reasons.sqsByCode;
}

const reasons = {
  sqsByCode: {
    en: 'Jobs in the process or in a broker of one’s own die with the machine: the code sends them to SQS instead, and a worker of its own takes them, with a dead-letter queue for those that fail.',
    'pt-br': 'Jobs no processo ou em um broker próprio morrem com a máquina: o código passa a enviá-los ao SQS e um worker separado os consome, com uma DLQ para os que falham.',
  },
  sqs: {
    en: 'The framework speaks SQS by configuration: no broker to run, failed jobs go to a dead-letter queue, and workers scale by the length of the queue.',
    'pt-br': 'O framework fala SQS por configuração: não há broker para operar, jobs que falham vão para uma DLQ e os workers escalam pelo tamanho da fila.',
  },
  alreadySqs: {
    en: 'The jobs are in SQS already; there is nothing to move.',
    'pt-br': 'Os jobs já estão no SQS; não há nada a mover.',
  },
  redis: {
    en: 'The jobs need Redis: ElastiCache keeps the protocol and adds a replica in the other zone.',
    'pt-br': 'Os jobs precisam de Redis: o ElastiCache mantém o protocolo e acrescenta uma réplica na outra zona.',
  },
  redisLibrary: {
    en: '{library} speaks Redis and nothing else: ElastiCache keeps the protocol and adds a replica in the other zone.',
    'pt-br': '{library} fala Redis e mais nada: o ElastiCache mantém o protocolo e acrescenta uma réplica na outra zona.',
  },
  redisAlone: {
    en: 'The jobs need Redis: ElastiCache keeps the protocol, on one node as the sizing asks; what it holds is lost with it.',
    'pt-br': 'Os jobs precisam de Redis: o ElastiCache mantém o protocolo, em um nó só, como pede o dimensionamento; o que ele guarda se perde com ele.',
  },
  redisLibraryAlone: {
    en: '{library} speaks Redis and nothing else: ElastiCache keeps the protocol, on one node as the sizing asks; what it holds is lost with it.',
    'pt-br': '{library} fala Redis e mais nada: o ElastiCache mantém o protocolo, em um nó só, como pede o dimensionamento; o que ele guarda se perde com ele.',
  },
  amazonMq: {
    en: 'Amazon MQ runs {technology} itself, so exchanges, routing and clients stay; SQS would be a rewrite.',
    'pt-br': 'O Amazon MQ roda o próprio {technology}, então exchanges, roteamento e clientes ficam como estão; SQS seria uma reescrita.',
  },
  msk: {
    en: 'MSK runs Apache Kafka itself: topics, consumer groups and clients stay as they are.',
    'pt-br': 'O MSK roda o próprio Apache Kafka: tópicos, consumer groups e clientes ficam como estão.',
  },
  database: {
    en: 'These jobs live in the tables of the relational database, which is managed already; a queue service pays off when they slow it down.',
    'pt-br': 'Estes jobs vivem nas tabelas do banco relacional, que já é gerenciado; um serviço de fila compensa quando eles o deixarem lento.',
  },
  instance: {
    en: 'No managed service of AWS speaks the protocol of {technology}: it keeps an instance of its own until the jobs move to SQS.',
    'pt-br': 'Nenhum serviço gerenciado da AWS fala o protocolo do {technology}: ele mantém uma instância própria até que os jobs passem para o SQS.',
  },
  existing: {
    en: 'The queue is on AWS already; there is nothing to move.',
    'pt-br': 'A fila já está na AWS; não há nada a mover.',
  },
} as const satisfies Record<string, Localized>;
