import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { proof, textOf, type DotnetSettings } from './settings';

type Transports = readonly (readonly [string, readonly string[]])[];

interface Bus {
  readonly library: string;
  readonly starts: readonly string[];
  readonly transports: Transports;
}

const buses: readonly Bus[] = [
  { library: 'masstransit', starts: ['AddMassTransit'], transports: [['rabbitmq', ['UsingRabbitMq']], ['azure-service-bus', ['UsingAzureServiceBus']], ['sqs', ['UsingAmazonSqs']], ['database', ['UsingPostgres', 'UsingSqlServer']], ['activemq', ['UsingActiveMq']], ['memory', ['UsingInMemory']]] },
  { library: 'nservicebus', starts: ['UseNServiceBus', 'RabbitMQTransport', 'SqsTransport', 'AzureServiceBusTransport', 'SqlServerTransport', 'LearningTransport', 'PostgreSqlTransport'], transports: [['rabbitmq', ['RabbitMQTransport']], ['azure-service-bus', ['AzureServiceBusTransport']], ['sqs', ['SqsTransport']], ['database', ['SqlServerTransport', 'PostgreSqlTransport']], ['file', ['LearningTransport']]] },
  { library: 'rebus', starts: ['AddRebus'], transports: [['rabbitmq', ['UseRabbitMq']], ['azure-service-bus', ['UseAzureServiceBus']], ['sqs', ['UseAmazonSQS', 'UseAmazonSqs']], ['database', ['UseSqlServer', 'UsePostgreSql']], ['memory', ['UseInMemoryTransport']]] },
  { library: 'wolverine', starts: ['UseWolverine'], transports: [['rabbitmq', ['UseRabbitMq']], ['azure-service-bus', ['UseAzureServiceBus']], ['sqs', ['UseAmazonSqsTransport']], ['database', ['PersistMessagesWithPostgresql']]] },
  { library: 'foundatio', starts: ['RedisQueue', 'SQSQueue', 'AzureStorageQueue', 'AzureServiceBusQueue', 'InMemoryQueue'], transports: [['redis', ['RedisQueue']], ['sqs', ['SQSQueue']], ['azure-queue-storage', ['AzureStorageQueue']], ['azure-service-bus', ['AzureServiceBusQueue']], ['memory', ['InMemoryQueue']]] },
  { library: 'cap', starts: ['AddCap'], transports: [['rabbitmq', ['UseRabbitMQ']], ['azure-service-bus', ['UseAzureServiceBus']], ['sqs', ['UseAmazonSQS']], ['memory', ['UseInMemoryMessageQueue']]] },
];

const words: readonly (readonly [RegExp, string])[] = [[/rabbit|amqp/i, 'rabbitmq'], [/azure ?_?service ?_?bus|servicebus/i, 'azure-service-bus'], [/sqs|amazon/i, 'sqs'], [/in ?_?memory/i, 'memory'], [/sqlserver|postgres|database/i, 'database'], [/mongo/i, 'mongodb'], [/redis/i, 'redis']];
const busChoice = /(?:^|:)\w*(?:bus|broker|messaging|transport|eventing|queue|masstransit)\w*:(?:provider|transport|type|broker|name|mode)$|(?:^|:)(?:messagebroker|transport|bustype|eventbus(?:provider|type))$/i;

const storages: Transports = [
  ['database', ['UsePostgreSqlStorage', 'UseSqlServerStorage', 'UseMySqlStorage', 'UseSQLiteStorage', 'PostgreSqlStorage', 'SqlServerStorage', 'MySqlStorage', 'SQLiteStorage']],
  ['redis', ['UseRedisStorage', 'RedisStorage']],
  ['mongodb', ['UseMongoStorage', 'MongoStorage']],
  ['memory', ['UseMemoryStorage', 'UseInMemoryStorage', 'MemoryStorage', 'InMemoryStorage']],
];

interface Found {
  readonly technology: string;
  readonly fact: Fact;
}

function inUse(settings: DotnetSettings, transports: Transports): readonly Found[] {
  return transports.flatMap(([technology, names]) => {
    const fact = settings.use(...names);
    return fact === undefined ? [] : [{ technology, fact }];
  });
}

/** Jobs of Hangfire, messages of a bus, and clients of brokers that have an address. */
export function queueBindings(settings: DotnetSettings): readonly Binding[] {
  const found: Binding[] = [];
  const hangfire = settings.use('AddHangfire', 'AddHangfireServer', 'UseHangfireServer');
  if (hangfire !== undefined) {
    const [storage] = inUse(settings, storages);
    found.push(binding({ need: 'queue', technology: storage?.technology ?? 'database', library: 'hangfire', evidence: proof(storage?.fact, hangfire), basis: 'driver', confidence: storage === undefined ? 'likely' : 'certain' }));
  }
  const bus = busBinding(settings) ?? clientBinding(settings) ?? namedBinding(settings) ?? listBinding(settings);
  if (bus !== undefined) found.unshift(found.length > 0 ? { ...bus, additional: bus.technology !== 'memory' } : bus);
  return found.length > 1 ? [found[1], found[0]].flatMap((item) => item ?? []) : found;
}

function busBinding(settings: DotnetSettings): Binding | undefined {
  for (const { library, starts, transports } of buses) {
    const start = settings.use(...starts);
    if (start === undefined) continue;
    const offered = inUse(settings, transports);
    const chosen = chosenTransport(settings, offered) ?? offered[0];
    if (chosen === undefined) continue;
    const setting = settings.configured(settingOf(chosen.technology));
    return binding({ need: 'queue', technology: chosen.technology, library, evidence: proof(setting, chosen.fact, start), basis: 'driver', confidence: offered.length > 1 && setting === undefined ? 'likely' : 'certain', supported: offered.map(({ technology }) => technology).filter((technology) => technology !== chosen.technology) });
  }
  return undefined;
}

/** A messaging library of the vendor's own, and the setting that says what it runs on. */
function namedBinding(settings: DotnetSettings): Binding | undefined {
  const library = settings.packageLike(/(?:^|[.-])(?:messaging|eventbus|messagebus|queueing|queues?)(?:[.-]|$)/);
  if (library === undefined) return undefined;
  for (const { path, fact } of settings.settings(busChoice)) {
    const technology = words.find(([pattern]) => pattern.test(textOf(fact)))?.[1];
    if (technology !== undefined && /messag|bus|queue|broker/i.test(path)) return binding({ need: 'queue', technology, evidence: proof(fact, library), basis: 'driver', confidence: 'likely' });
  }
  return undefined;
}

/** Of several transports the one that a setting names, else the one that has an address, else the one without. */
function chosenTransport(settings: DotnetSettings, offered: readonly Found[]): Found | undefined {
  if (offered.length < 2) return offered[0];
  for (const { fact } of settings.settings(busChoice)) {
    const named = words.find(([pattern]) => pattern.test(textOf(fact)))?.[1];
    const match = offered.find(({ technology }) => technology === named);
    if (match !== undefined) return match;
  }
  const set = offered.find(({ technology }) => technology !== 'memory' && (settings.aspire(technology) !== undefined || isAddress(settings.configured(settingOf(technology)))));
  return set ?? offered.find(({ technology }) => technology !== 'memory' && settings.configured(settingOf(technology)) === undefined);
}

function isAddress(configured: Fact | 'off' | undefined): boolean {
  return configured !== undefined && configured !== 'off';
}

function settingOf(technology: string): RegExp {
  return ({ rabbitmq: /rabbit|amqp|eventbus(?:connection)?$/i, sqs: /sqs|(?:^|:)aws:/i, 'azure-service-bus': /service_?bus/i, 'azure-queue-storage': /queue|azure_?storage/i, nats: /nats/i, kafka: /kafka/i } as Readonly<Record<string, RegExp>>)[technology] ?? /(?!)/;
}

const clients: readonly { readonly technology: string; readonly names: readonly string[]; readonly packages: RegExp; readonly library?: string }[] = [
  { technology: 'rabbitmq', names: ['AddRabbitMQClient', 'RabbitHutch', 'AddEasyNetQ', 'RegisterEasyNetQ', 'ConnectionFactory', 'IConnectionFactory'], packages: /^rabbitmq\.client|^aspire\.rabbitmq|^easynetq/ },
  { technology: 'sqs', names: ['AmazonSQSClient', 'IAmazonSQS'], packages: /^awssdk\.sqs|^aws\.messaging/ },
  { technology: 'azure-service-bus', names: ['AddAzureServiceBusClient', 'ServiceBusClient'], packages: /^azure\.messaging\.servicebus|^aspire\.azure\.messaging\.servicebus/ },
  { technology: 'azure-queue-storage', names: ['AddAzureQueueClient', 'AddAzureQueueServiceClient', 'QueueClient', 'QueueServiceClient'], packages: /^azure\.storage\.queues|^aspire\.azure\.storage\.queues/ },
  { technology: 'nats', names: ['AddNatsClient', 'NatsConnection'], packages: /^nats\.|^aspire\.nats/ },
];

/** A client alone is one of several ways that nobody chose: an address or a resource must be there. */
function clientBinding(settings: DotnetSettings): Binding | undefined {
  for (const { technology, names, packages } of clients) {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    if (use === undefined || client === undefined) continue;
    const configured = settings.configured(settingOf(technology));
    const resource = settings.aspire(technology);
    const started = settings.container(technology);
    if (!isAddress(configured) && resource === undefined && started === undefined) continue;
    return binding({ need: 'queue', technology, evidence: proof(configured, resource, started, use, client), basis: 'driver' });
  }
  return undefined;
}

/** A list of Redis that this program empties. */
function listBinding(settings: DotnetSettings): Binding | undefined {
  const use = settings.use('ListLeftPop', 'ListLeftPopAsync', 'ListRightPop', 'ListRightPopAsync', 'ListRightPopLeftPush', 'ListRightPopLeftPushAsync');
  const client = settings.packageLike(/^stackexchange\.redis/);
  return use === undefined || client === undefined ? undefined : binding({ need: 'queue', technology: 'redis', evidence: proof(use, client), basis: 'code', confidence: 'likely' });
}

export function streamingBindings(settings: DotnetSettings): readonly Binding[] {
  const use = settings.use('UsingKafka', 'UseKafka', 'AddKafkaProducer', 'AddKafkaConsumer', 'ProducerBuilder', 'ConsumerBuilder');
  const client = settings.packageLike(/kafka/);
  const configured = settings.configured(/kafka/i);
  const resource = settings.aspire('kafka');
  if (use === undefined || client === undefined || (!isAddress(configured) && resource === undefined && settings.container('kafka', 'redpanda') === undefined)) return [];
  return [binding({ need: 'event-streaming', technology: 'kafka', evidence: proof(configured, resource, use, client), basis: 'driver' })];
}

export function schedulerBindings(settings: DotnetSettings): readonly Binding[] {
  const recurring = settings.use('RecurringJob', 'IRecurringJobManager');
  const timetables: readonly (readonly [string, Fact | undefined, Fact | undefined])[] = [
    ['quartz', settings.use('AddQuartz', 'AddQuartzHostedService', 'AddQuartzServer', 'StdSchedulerFactory', 'SchedulerBuilder'), settings.packageLike(/^quartz/)],
    ['hangfire', recurring, settings.packageLike(/^hangfire/)],
    ['tickerq', settings.use('AddTickerQ'), settings.packageLike(/^tickerq/)],
    ['coravel', settings.use('AddScheduler', 'UseScheduler'), settings.packageLike(/^coravel/)],
    ['ncronjob', settings.use('AddNCronJob'), settings.packageLike(/^ncronjob/)],
    ['fluentscheduler', settings.use('JobManager', 'FluentScheduler'), settings.packageLike(/^fluentscheduler/)],
    ['cron', settings.use('AddCronJob'), settings.packageLike(/^foundatio|cronjob/)],
    ['azure-functions', settings.use('TimerTrigger'), settings.packageLike(/azure\.(?:functions|webjobs)/)],
    ['cron', settings.use('CronExpression', 'CrontabSchedule'), settings.packageLike(/^cronos|^ncrontab/)],
    // Quartz reads the expression, and a service of the program's own keeps the time.
    ['custom', settings.use('CronExpression'), settings.packageLike(/^quartz/)],
  ];
  const [found] = timetables.flatMap(([technology, use, library]) => (use === undefined || library === undefined ? [] : [{ technology, use, library }]));
  if (found !== undefined) return [binding({ need: 'scheduler', technology: found.technology, evidence: proof(found.use, found.library), basis: 'driver' })];
  const hosted = settings.use('timetable');
  return hosted === undefined ? [] : [binding({ need: 'scheduler', technology: 'hosted-service', evidence: proof(hosted), basis: 'code', confidence: 'likely' })];
}

export function realtimeBindings(settings: DotnetSettings): readonly Binding[] {
  const hub = settings.use('MapHub', 'AddAzureSignalR', 'AddSignalR');
  if (hub !== undefined) return [binding({ need: 'realtime', technology: 'signalr', library: 'signalr', evidence: proof(hub, settings.use('AddSignalR')), basis: 'driver', confidence: settings.use('MapHub') === undefined ? 'likely' : 'certain' })];
  const circuit = settings.use('AddInteractiveServerRenderMode', 'MapBlazorHub');
  if (circuit !== undefined) return [binding({ need: 'realtime', technology: 'signalr', library: 'blazor', evidence: proof(circuit), basis: 'code', confidence: 'likely' })];
  const pusher = settings.use('PusherServer');
  if (pusher !== undefined) return [binding({ need: 'realtime', technology: 'pusher', evidence: proof(pusher), basis: 'code' })];
  const socket = settings.use('AcceptWebSocketAsync');
  if (socket !== undefined) return [binding({ need: 'realtime', technology: 'ws', evidence: proof(socket), basis: 'code' })];
  const stream = settings.use('event-stream', 'ServerSentEvents');
  return stream === undefined ? [] : [binding({ need: 'realtime', technology: 'sse', evidence: proof(stream), basis: 'code', confidence: 'likely' })];
}
