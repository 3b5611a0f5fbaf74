import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { connectsByItself, isWebArchive } from './frameworks';
import { proof } from './proof';
import type { JvmSettings } from './settings';

interface Broker {
  readonly technology: string;
  readonly dependencies: RegExp;
  readonly keys: RegExp;
  readonly marker: string | null;
  /** Names that switch it on or off in an application's own settings. */
  readonly word: RegExp;
  /** Value of `mp.messaging.*.connector` or name of the binder. */
  readonly connector: RegExp;
}

const brokers: readonly Broker[] = [
  { technology: 'rabbitmq', dependencies: /spring-boot-starter-amqp$|^org\.springframework\.amqp:spring-rabbit|stream-(?:binder-)?rabbit$|messaging-rabbitmq$|quarkus-rabbitmq-client|micronaut-rabbitmq$|^com\.rabbitmq:(?:amqp-client|http-client)|reactive-messaging-rabbitmq|spring-cloud-starter-bus-amqp/, keys: /^spring\.rabbitmq\.(?:host|addresses|port|virtualhost|username)$|^rabbitmq\.(?:uri|host|addresses|username|servers)|^quarkus\.rabbitmqclient|^rabbitmq\.[\w.]*host$/, marker: 'jvm.rabbit.use', word: /rabbit|amqp/, connector: /smallrye-rabbitmq|^rabbit$/ },
  { technology: 'activemq', dependencies: /spring-boot-starter-(?:activemq|artemis)$|^org\.apache\.activemq:(?:activemq-(?:spring|client|pool|broker|all)|artemis-(?:jms|jakarta))|quarkus-(?:artemis|qpid)-jms|quarkus-(?:smallrye-reactive-)?messaging-amqp$|micronaut-jms-activemq/, keys: /^spring\.(?:activemq\.brokerurl|artemis\.(?:host|brokerurl|mode))$|^activemq\.[\w.]*(?:url|host)$|^quarkus\.(?:artemis|qpidjms)\.url$/, marker: 'jvm.jms.use', word: /jms|activemq|artemis/, connector: /smallrye-jms|smallrye-amqp/ },
  { technology: 'sqs', dependencies: /spring-cloud-(?:starter-)?aws(?:-starter-sqs|-messaging)$|^software\.amazon\.awssdk:sqs$|^com\.amazonaws:(?:aws-java-sdk-sqs|amazon-sqs-java-messaging-lib)$|quarkus-amazon-sqs|quarkus-messaging-aws-sqs|micronaut-jms-sqs|^io\.awspring\.cloud:spring-cloud-aws-starter-sqs$|:hmpps-sqs-spring-boot-(?:starter|autoconfigure)$/, keys: /(?:^|\.)sqs(?:\.|$).*|sqs.*(?:url|queue|endpoint)$/, marker: 'jvm.sqs.use', word: /sqs/, connector: /smallrye-sqs/ },
  { technology: 'rocketmq', dependencies: /rocketmq/, keys: /^rocketmq\.nameserver$|rocketmq.*(?:nameserver|namesrvaddr|binder\.nameserver)$/, marker: 'jvm.rocketmq.use', word: /rocketmq/, connector: /^rocketmq$/ },
  { technology: 'nats', dependencies: /^io\.nats:/, keys: /^nats\./, marker: null, word: /nats/, connector: /nats/ },
  { technology: 'pubsub', dependencies: /gcp-(?:starter-)?pubsub|^com\.google\.cloud:(?:google-cloud-pubsub|spring-cloud-gcp-starter-pubsub)$/, keys: /pubsub/, marker: null, word: /pubsub/, connector: /pubsub/ },
  { technology: 'servicebus', dependencies: /azure-(?:messaging-)?servicebus|starter-servicebus/, keys: /servicebus/, marker: null, word: /servicebus/, connector: /servicebus/ },
];

/** A broker is in use when its client is there and something is configured for it or speaks to it. */
function bindingOf(settings: JvmSettings, broker: Broker, need: 'queue' | 'event-streaming'): readonly Binding[] {
  const client = settings.dependencies(broker.dependencies)[0];
  if (client === undefined || settings.isOff(broker.word)) return [];
  const key = settings.keys(broker.keys).find((name) => !/(?:enabled|size|timeout|threads?|interval)$/.test(name));
  const setting = key === undefined ? environmentSetting(settings, broker) : settings.read(key);
  const connector = connectorOf(settings, broker);
  const use = broker.marker === null ? undefined : settings.marker(broker.marker);
  const stream = settings.marker('jvm.stream.use');
  if (setting === undefined && connector === undefined && !connectsByItself(settings.scope.application.framework)) return [];
  if (setting === undefined && connector === undefined && use === undefined && !(stream !== undefined && /stream|messaging/.test(client.name))) return [];
  return [binding({ need, technology: broker.technology, library: libraryOf(settings), evidence: [...(connector?.evidence ?? []), ...(setting?.evidence ?? []), ...proof(use, client)], basis: 'driver', confidence: setting === undefined && connector === undefined ? 'likely' : 'certain', additional: true })];
}

function environmentSetting(settings: JvmSettings, broker: Broker): ReturnType<JvmSettings['read']> {
  const names: Readonly<Record<string, readonly string[]>> = { rabbitmq: ['spring.rabbitmq.host', 'spring.rabbitmq.addresses', 'rabbitmq.uri', 'rabbitmq.host'], activemq: ['spring.activemq.broker-url', 'spring.artemis.broker-url', 'spring.artemis.host'], kafka: ['spring.kafka.bootstrap-servers', 'kafka.bootstrap.servers', 'kafka.brokers', 'kafka.addr', 'kafka.servers', 'kafka.hosts', 'spring.cloud.stream.kafka.binder.brokers'], sqs: ['spring.cloud.aws.sqs.endpoint', 'sqs.queue.url'], rocketmq: ['rocketmq.name-server'] };
  return settings.read(...(names[broker.technology] ?? []));
}

function connectorOf(settings: JvmSettings, broker: Broker): ReturnType<JvmSettings['read']> {
  for (const key of settings.keys(/^mp\.messaging\.(?:incoming|outgoing)\..+\.connector$|^spring\.cloud\.stream\.(?:defaultbinder|binders\.[^.]+\.type)$/)) {
    const setting = settings.read(key);
    if (setting?.text != null && broker.connector.test(setting.text)) return setting;
  }
  return undefined;
}

function libraryOf(settings: JvmSettings): string | null {
  return settings.dependencies(/^org\.springframework\.cloud:spring-cloud-(?:starter-)?stream/)[0] === undefined ? null : 'spring-cloud-stream';
}

const choosing = /(?:^|\.)(?:messaging|messages?|messagebroker|broker|queue|queues|mq|events?)\.(?:provider|type|driver|backend|broker)$/;

export function queueBindings(settings: JvmSettings): readonly Binding[] {
  const clients = brokers.flatMap((broker) => bindingOf(settings, broker, 'queue'));
  const found = clients.length > 0 ? clients : serverQueues(settings);
  const choice = settings.keys(choosing).map((key) => settings.read(key)).find((setting) => setting?.text != null);
  const word = choice?.text?.toLowerCase() ?? '';
  // What every other broker's client is there for is not said; the process itself carries the messages, or a log does.
  if (choice !== undefined && /^in-?memory$|^memory$/.test(word)) return [binding({ need: 'queue', technology: 'memory', evidence: choice.evidence, basis: 'driver', supported: found.map(({ technology }) => technology) }), ...jobRunr(settings)];
  if (choice !== undefined && logs.some((log) => log.word.test(word) && settings.dependencies(log.dependencies).length > 0)) return jobRunr(settings);
  const chosen = choice?.text == null ? undefined : brokers.find((broker) => broker.word.test(choice.text?.toLowerCase() ?? ''));
  if (choice === undefined || chosen === undefined || !found.some(({ technology }) => technology === chosen.technology)) return [...found, ...jobRunr(settings)];
  // A setting names one of the brokers whose clients are there.
  return [...found.filter(({ technology }) => technology === chosen.technology).map((binding) => ({ ...binding, evidence: [...choice.evidence, ...binding.evidence], supported: found.map(({ technology }) => technology).filter((technology) => technology !== chosen.technology) })), ...jobRunr(settings)];
}

/** Queues of the application server, which no client of a broker stands for. */
function serverQueues(settings: JvmSettings): readonly Binding[] {
  const declared = settings.marker('jvm.jms.destination');
  const use = settings.marker('jvm.jms.use');
  if (!isWebArchive(settings.scope.application.framework) || use === undefined && declared === undefined) return [];
  return [binding({ need: 'queue', technology: 'jms', evidence: proof(declared, use), basis: 'code', confidence: 'likely' })];
}

/** Jobs that a library keeps in a store and works off beside the requests. */
function jobRunr(settings: JvmSettings): readonly Binding[] {
  const jobrunr = settings.dependencies(/^org\.jobrunr:|jobrunr/)[0];
  if (jobrunr === undefined) return [];
  const type = settings.read('org.jobrunr.database.type', 'jobrunr.database.type');
  const technology = type?.text == null ? 'database' : /mem/.test(type.text) ? 'memory' : /mongo/.test(type.text) ? 'mongodb' : /redis/.test(type.text) ? 'redis' : 'database';
  return [binding({ need: 'queue', technology, library: 'jobrunr', evidence: [...(type?.evidence ?? []), ...proof(jobrunr, settings.marker('jvm.jobs.jobrunr'))], basis: 'driver', additional: true })];
}

const logs: readonly Broker[] = [
  { technology: 'kafka', dependencies: /^org\.springframework\.kafka:spring-kafka$|starter-kafka$|stream-(?:binder-)?kafka|messaging-kafka$|quarkus-kafka-(?:client|streams)|micronaut-kafka(?:-streams)?$|^org\.apache\.kafka:kafka-(?:clients|streams)$|reactor-kafka$|reactive-messaging-kafka|spring-cloud-starter-bus-kafka|^io\.github\.flaxoos:ktor-server-kafka|^io\.vertx:vertx-kafka-client$|^io\.eventuate\.\w+\.[\w.]+:eventuate-[\w-]*-kafka$/, keys: /^spring\.kafka\.(?:[\w.]*\.)?bootstrapservers|^kafka\.(?:bootstrap\.servers|bootstrapservers|brokers?|hosts?|servers?|url)|^spring\.cloud\.stream\.kafka\.(?:streams\.)?binder\.brokers|kafka[\w.]*(?:bootstrap\.?servers|brokers?)$/, marker: 'jvm.kafka.use', word: /kafka/, connector: /smallrye-kafka|^kafka$/ },
  { technology: 'pulsar', dependencies: /pulsar/, keys: /pulsar.*(?:serviceurl|url)$/, marker: 'jvm.pulsar.use', word: /pulsar/, connector: /smallrye-pulsar/ },
  { technology: 'kinesis', dependencies: /kinesis/, keys: /kinesis/, marker: 'jvm.kinesis.use', word: /kinesis/, connector: /kinesis/ },
];

export function streamingBindings(settings: JvmSettings): readonly Binding[] {
  return logs.flatMap((broker) => bindingOf(settings, broker, 'event-streaming').map((found) => ({ ...found, technology: broker.technology === 'kafka' && redpanda(settings) ? 'redpanda' : found.technology })));
}

function redpanda(settings: JvmSettings): boolean {
  const images = settings.scope.find('container').map((fact) => (fact.value.kind === 'literal' ? fact.value.text : ''));
  return images.some((image) => /redpanda(?!.*console)/.test(image)) && !images.some((image) => /kafka/.test(image));
}

/** A timetable: Quartz where jobs of it exist, else methods that the framework calls. */
export function schedulerBindings(settings: JvmSettings): readonly Binding[] {
  const found: Binding[] = [];
  const add = (technology: string, evidence: Binding['evidence'], certain: boolean, library: string | null = null): void => {
    found.push(binding({ need: 'scheduler', technology, library, evidence, basis: 'code', confidence: certain ? 'certain' : 'likely', additional: found.length > 0 }));
  };
  const quartz = settings.dependencies(/spring-boot-starter-quartz$|^org\.quartz-scheduler:quartz$|quarkus-quartz$/)[0];
  const job = settings.marker('jvm.schedule.quartz');
  const store = settings.read('spring.quartz.job-store-type', 'quarkus.quartz.store-type');
  const task = settings.marker('jvm.schedule.task');
  if (quartz !== undefined && (job !== undefined || store !== undefined || /quarkus/.test(quartz.name) && task !== undefined)) add('quartz', [...(store?.evidence ?? []), ...proof(job, quartz)], true);
  const xxl = settings.dependencies(/^com\.xuxueli:xxl-job-core$/)[0];
  const handler = settings.marker('jvm.schedule.xxl');
  if (xxl !== undefined && handler !== undefined) add('xxl-job', proof(handler, xxl), true);
  const dbScheduler = settings.dependencies(/db-scheduler/)[0];
  if (dbScheduler !== undefined) add('db-scheduler', proof(settings.marker('jvm.jobs.db-scheduler'), dbScheduler), true);
  const recurring = settings.dependencies(/jobrunr/)[0];
  if (recurring !== undefined && task === undefined && settings.marker('jvm.jobs.jobrunr') !== undefined && isRecurring(settings)) add('jobrunr', proof(settings.marker('jvm.jobs.jobrunr'), recurring), false);
  const timer = settings.marker('jvm.schedule.ejb');
  if (timer !== undefined && settings.scope.application.framework === 'jakarta-ee') add('ejb-timer', proof(timer), true);
  // A lock that one of several instances takes, where no framework calls the method: a timetable of the application's own.
  const lock = settings.dependencies(/^net\.javacrumbs\.shedlock:/)[0];
  if (task === undefined && lock !== undefined && found.length === 0) add('shedlock', proof(lock), false);
  if (task !== undefined && !found.some(({ technology }) => technology === 'quartz' && /quarkus/.test(quartz?.name ?? ''))) scheduledMethods(settings, task, add);
  // What a thread of the JDK or of Guava does every few minutes or hours; seconds are what watches and polls.
  const executor = settings.marker('jvm.schedule.executor');
  if (executor !== undefined && found.length === 0) add('custom', proof(executor), false);
  return found;
}

function isRecurring(settings: JvmSettings): boolean {
  return settings.scope.find('code', 'jvm.jobs.jobrunr').some((fact) => fact.at.range.end - fact.at.range.start === '@Recurring'.length);
}

function scheduledMethods(settings: JvmSettings, task: Fact, add: (technology: string, evidence: Binding['evidence'], certain: boolean, library?: string | null) => void): void {
  const { framework } = settings.scope.application;
  const enabled = settings.marker('jvm.schedule.enabled');
  const lock = settings.dependencies(/^net\.javacrumbs\.shedlock:/)[0];
  if (framework === 'spring-boot' || framework === 'spring') {
    if (enabled !== undefined) add('spring-scheduled', proof(task, enabled, lock), true, lock === undefined ? null : 'shedlock');
    return;
  }
  if (framework === 'quarkus') {
    const scheduler = settings.dependencies(/quarkus-scheduler$|quarkus-quartz$|quarkus-spring-scheduled$/)[0];
    if (scheduler !== undefined) add('quarkus-scheduler', proof(task, scheduler), true);
    return;
  }
  if (framework === 'micronaut') add('micronaut-scheduled', proof(task), true);
}
