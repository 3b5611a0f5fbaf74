import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { proofs, type NodeSettings } from './settings';

interface QueueLibrary {
  readonly library: string;
  readonly technology: string;
  readonly packages: readonly string[];
  /** One of these in code or one of these variables: installed is not yet used. */
  readonly markers: readonly string[];
}

export const queueLibraries: readonly QueueLibrary[] = [
  { library: 'bullmq', technology: 'redis', packages: ['bullmq', '@nestjs/bullmq'], markers: ['node.queue.bullmq'] },
  { library: 'bull', technology: 'redis', packages: ['bull', '@nestjs/bull'], markers: ['node.queue.bull'] },
  { library: 'bee-queue', technology: 'redis', packages: ['bee-queue'], markers: [] },
  { library: 'kue', technology: 'redis', packages: ['kue'], markers: [] },
  { library: 'pg-boss', technology: 'database', packages: ['pg-boss'], markers: [] },
  { library: 'graphile-worker', technology: 'database', packages: ['graphile-worker'], markers: [] },
  { library: 'liteque', technology: 'database', packages: ['liteque'], markers: [] },
  { library: 'agenda', technology: 'mongodb', packages: ['agenda', '@hokify/agenda', 'agenda-nest'], markers: [] },
  { library: 'temporal', technology: 'temporal', packages: ['@temporalio/client', '@temporalio/worker', 'nestjs-temporal-core'], markers: [] },
  { library: 'inngest', technology: 'inngest', packages: ['inngest'], markers: [] },
  { library: 'qstash', technology: 'qstash', packages: ['@upstash/qstash'], markers: [] },
  { library: 'trigger.dev', technology: 'trigger.dev', packages: ['@trigger.dev/sdk'], markers: [] },
];

/** `JOBS_PROVIDER=local`, `QUEUE_DRIVER=redis`: what a variable chooses, whatever is installed. */
const chooser = /(^|_)(JOBS?|QUEUE|WORKER)_(PROVIDER|DRIVER|CONNECTION|BACKEND|TRANSPORT|ADAPTER|TYPE)$/;
const choices: Readonly<Record<string, readonly [string, string | null]>> = {
  redis: ['redis', null], bullmq: ['redis', 'bullmq'], bull: ['redis', 'bull'], database: ['database', null], postgres: ['database', null], pg: ['database', null], 'pg-boss': ['database', 'pg-boss'],
  memory: ['memory', null], sync: ['sync', null], inline: ['sync', null], sqs: ['sqs', null], rabbitmq: ['rabbitmq', null], amqp: ['rabbitmq', null], inngest: ['inngest', 'inngest'], trigger: ['trigger.dev', 'trigger.dev'],
};

export function queueBindings(settings: NodeSettings): readonly Binding[] {
  const installed = queueLibraries.flatMap((entry) => {
    const dependency = settings.dependency(...entry.packages);
    return dependency === undefined ? [] : [{ entry, dependency, use: settings.marker(...entry.markers) }];
  });
  const table = settings.marker('node.jobs.table');
  for (const fact of settings.variables(chooser)) {
    const chosen = settings.resolve(fact);
    if (chosen === undefined) continue;
    const local = /^(local|default|native|internal)$/i.test(chosen.text) ? (table === undefined ? ['memory', null] as const : ['database', null] as const) : undefined;
    const meaning = local ?? (Object.hasOwn(choices, chosen.text.toLowerCase()) ? choices[chosen.text.toLowerCase()] : undefined);
    if (meaning === undefined || installed.length === 0) continue;
    const [technology, library] = meaning;
    const supported = installed.map(({ entry }) => entry.technology).filter((name) => name !== technology);
    return [binding({ need: 'queue', technology, library: library ?? installed.find(({ entry }) => entry.technology === technology)?.entry.library ?? null, evidence: [...chosen.evidence, ...proofs(local === undefined ? undefined : table)], basis: 'driver', supported })];
  }
  const used = installed.find(({ entry, use }) => use !== undefined || entry.markers.length === 0) ?? installed.find(({ entry }) => entry.technology === 'redis' && redisVariable(settings) !== undefined);
  if (used !== undefined) {
    const variable = used.entry.technology === 'redis' ? redisVariable(settings) : undefined;
    return [binding({ need: 'queue', technology: used.entry.technology, library: used.entry.library, evidence: proofs(variable, used.dependency, used.use), basis: 'driver', confidence: variable === undefined && used.use === undefined ? 'likely' : 'certain' })];
  }
  return brokers(settings);
}

export function redisVariable(settings: NodeSettings): Fact | undefined {
  return settings.variables(/(^|_)(REDIS|VALKEY|KV|UPSTASH_REDIS|QUEUE_REDIS|CACHE_REDIS)(_\w+)?_(URL|URI|HOST|HOSTNAME|ADDR|ENDPOINT|CONNECTION|TLS_URL)$|(^|_)REDIS(CLOUD_URL|_SERVER)?$/)[0];
}

function container(settings: NodeSettings, technology: string): Fact | undefined {
  return settings.scope.find('container').find((fact) => fact.value.kind === 'literal' && imageProduct(fact.value.text)?.technology === technology);
}

function brokers(settings: NodeSettings): readonly Binding[] {
  const found: Binding[] = [];
  const offer = (technology: string, library: string | null, packages: readonly string[], key: RegExp, marker: string, alone: boolean): void => {
    const dependency = settings.dependency(...packages);
    if (dependency === undefined) return;
    const variable = settings.variables(key)[0];
    const use = settings.marker(marker);
    // The kit of everything at Amazon says nothing of queues.
    if (dependency.name === 'npm:aws-sdk' && use === undefined) return;
    const runs = container(settings, technology);
    if (variable === undefined && runs === undefined && !(alone && use !== undefined)) return;
    found.push(binding({ need: 'queue', technology, library, evidence: proofs(variable, dependency, use, runs), basis: 'driver', confidence: use === undefined && variable === undefined ? 'likely' : 'certain' }));
  };
  offer('rabbitmq', 'amqplib', ['amqplib', 'amqp-connection-manager', '@golevelup/nestjs-rabbitmq', 'rascal', 'rabbitmq-client', 'amqp'], /(^|_)(AMQP|RABBIT|RABBITMQ|RMQ|CLOUDAMQP)\w*_?(URL|URI|HOST|SERVER|CONNECTION)?$/, 'node.queue.rabbitmq', true);
  offer('sqs', null, ['@aws-sdk/client-sqs', 'aws-sdk', 'sqs-consumer', 'sqs-producer', '@ssut/nestjs-sqs', 'bbc-sqs-consumer'], /SQS|QUEUE_URL$/, 'node.queue.sqs', true);
  offer('nats', null, ['nats', '@nats-io/transport-node', '@nats-io/nats-core'], /(^|_)NATS_/, 'node.queue.nats', false);
  return found;
}

export function streamingBindings(settings: NodeSettings): readonly Binding[] {
  const kafka = settings.dependency('kafkajs', 'node-rdkafka', '@confluentinc/kafka-javascript', '@platformatic/kafka', 'kafka-node');
  const broker = settings.variables(/(^|_)KAFKA\w*_(BROKERS?|URL|HOSTS?|SERVERS?|BOOTSTRAP\w*|ENDPOINT)$/)[0];
  const runs = container(settings, 'kafka') ?? container(settings, 'redpanda');
  const kinesis = settings.dependency('@aws-sdk/client-kinesis');
  const result: Binding[] = [];
  if (kafka !== undefined && (broker !== undefined || runs !== undefined)) {
    const technology = container(settings, 'kafka') === undefined && runs !== undefined ? 'redpanda' : 'kafka';
    result.push(binding({ need: 'event-streaming', technology, evidence: proofs(broker, kafka, runs, settings.marker('node.stream.kafka')), basis: 'driver' }));
  }
  if (kinesis !== undefined) result.push(binding({ need: 'event-streaming', technology: 'kinesis', evidence: proofs(kinesis), basis: 'library', confidence: 'likely' }));
  return result;
}

const timetables: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['node-cron', 'node-cron', ['node-cron']],
  ['cron', '@nestjs/schedule', ['@nestjs/schedule']],
  ['cron', 'cron', ['cron']],
  ['cron', 'croner', ['croner']],
  ['cron', 'node-schedule', ['node-schedule']],
  ['cron', 'bree', ['bree']],
  ['cron', 'toad-scheduler', ['toad-scheduler', '@fastify/schedule']],
];

export function schedulerBindings(settings: NodeSettings): readonly Binding[] {
  const vercel = settings.marker('node.vercel.cron');
  const use = settings.marker('node.scheduler');
  const repeat = settings.marker('node.queue.repeat');
  const queue = settings.dependency('bullmq', 'bull', '@nestjs/bullmq', '@nestjs/bull');
  const isOwn = (fact: Fact): boolean => fact.at.path === settings.scope.path('package.json');
  for (const [technology, library, packages] of timetables) {
    const dependency = settings.dependency(...packages);
    // What a shared package brings stands behind what the application itself repeats.
    if (dependency === undefined || use === undefined || !isOwn(dependency) && queue !== undefined && isOwn(queue) && repeat !== undefined) continue;
    return [binding({ need: 'scheduler', technology, library, evidence: proofs(use, dependency), basis: 'code' })];
  }
  // A package of one's own around the same decorators.
  const own = settings.scope.application.framework === 'nestjs' ? settings.scope.find('dependency').find((fact) => /schedul/.test(fact.name) && fact.stage !== 'local') : undefined;
  if (use !== undefined && own !== undefined && settings.dependency(...timetables.flatMap(([, , packages]) => packages)) === undefined) return [binding({ need: 'scheduler', technology: 'cron', library: own.name.slice('npm:'.length), evidence: proofs(use, own), basis: 'code', confidence: 'likely' })];
  const agenda = settings.dependency('agenda', '@hokify/agenda');
  const every = settings.marker('node.agenda.every');
  // What the application lists for itself repeats its work, whatever else a shared package is able to.
  const listed = agenda === undefined || isOwn(agenda) ? undefined : timetables.find(([, , packages]) => packages.some((name) => settings.dependency(name)?.at.path === settings.scope.path('package.json')));
  const mine = listed === undefined ? undefined : settings.dependency(...listed[2]);
  if (listed !== undefined && mine !== undefined && every !== undefined) return [binding({ need: 'scheduler', technology: listed[0], library: listed[1], evidence: proofs(mine), basis: 'library', confidence: 'likely' })];
  if (agenda !== undefined && every !== undefined) return [binding({ need: 'scheduler', technology: 'agenda', library: 'agenda', evidence: proofs(every, agenda), basis: 'code' })];
  if (queue !== undefined && repeat !== undefined) return [binding({ need: 'scheduler', technology: 'bullmq-repeat', library: queue.name.includes('bullmq') ? 'bullmq' : 'bull', evidence: proofs(repeat, queue), basis: 'code' })];
  const tasks = settings.marker('node.nitro.tasks');
  if (tasks !== undefined) return [binding({ need: 'scheduler', technology: 'cron', library: 'nitro', evidence: proofs(tasks), basis: 'code' })];
  const inngest = settings.dependency('inngest');
  const timed = settings.marker('node.inngest.cron');
  if (inngest !== undefined && timed !== undefined) return [binding({ need: 'scheduler', technology: 'inngest', library: 'inngest', evidence: proofs(timed, inngest), basis: 'code' })];
  if (vercel !== undefined) return [binding({ need: 'scheduler', technology: 'vercel-cron', evidence: proofs(vercel), basis: 'code' })];
  return [];
}
