import type { Evidence, Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import type { ApplicationScope } from '../scope';
import { container, dependency, installed, marker, proof } from './context';
import type { PythonSettings } from './settings';
import { brokerOf } from './technologies';

/** Background jobs of any Python framework: the library that the application uses, on the broker that it is given. */
export function queueBindings(settings: PythonSettings): readonly Binding[] {
  const found = celery(settings) ?? rq(settings) ?? huey(settings) ?? djangoQ(settings) ?? dramatiq(settings) ?? small(settings);
  return found === undefined ? [] : [found];
}

const celeryNames = ['CELERY_BROKER_URL', 'CELERY_BROKER', 'BROKER_URL', 'broker_url', 'CELERY.broker_url', 'CELERY_CONFIG.broker_url', 'CELERY_SETTINGS.broker_url', 'CELERY.BROKER_URL', 'celery_broker_url', 'CELERY_BROKER_CONNECTION', 'RABBITMQ_URL', 'AMQP_URL', 'CLOUDAMQP_URL'];

function celery(settings: PythonSettings): Binding | undefined {
  const { scope } = settings;
  const library = dependency(scope, 'celery', 'django-celery', 'django-celery-beat', 'django-celery-results');
  const application = settings.all('celery()')[0] ?? marker(scope, 'python.celery.app');
  if (library === undefined || (application === undefined && settings.first(...celeryNames) === undefined && settings.variable(...celeryNames) === undefined)) return undefined;
  const eager = settings.first('CELERY_TASK_ALWAYS_EAGER', 'CELERY_ALWAYS_EAGER');
  const below = proof(library, application);
  if (eager?.text === 'True' && eager.from === 'literal' && eager.fact.stage !== 'local') return binding({ need: 'queue', technology: 'sync', library: 'celery', evidence: [...eager.evidence, ...below], basis: 'driver' });
  for (const name of celeryNames) {
    for (const fact of settings.all(name)) {
      const setting = settings.resolve(fact);
      const technology = setting?.text == null ? undefined : brokerOf(setting.text);
      if (setting === undefined || technology === undefined || fact.stage === 'local') continue;
      const supported = settings.offered(name).flatMap((text) => brokerOf(text) ?? []);
      return binding({ need: 'queue', technology, library: 'celery', evidence: [...setting.evidence, ...below], basis: 'driver', supported: [...new Set(supported)].filter((word) => word !== technology) });
    }
    const variable = settings.variable(name);
    const scheme = variable?.detail?.['scheme'];
    const technology = scheme === undefined ? undefined : brokerOf(`${scheme}://`);
    if (variable !== undefined && technology !== undefined) return binding({ need: 'queue', technology, library: 'celery', evidence: [evidenceOf(variable), ...below], basis: 'driver' });
  }
  const beside = container(scope, 'rabbitmq') ?? brokerBeside(scope) ?? container(scope, 'redis', 'valkey');
  const extras = library.detail?.['extras'] ?? '';
  const redis = /redis/.test(extras) || dependency(scope, 'redis') !== undefined;
  const named = settings.first('CELERY_BROKER_URL', 'BROKER_URL', 'broker_url');
  // A broker of its own in the compose file; else the client that is installed; else Celery's default, RabbitMQ.
  const technology = beside?.value.kind === 'literal' && /rabbit/.test(beside.value.text) ? 'rabbitmq' : beside !== undefined || redis ? 'redis' : /sqs/.test(extras) ? 'sqs' : 'rabbitmq';
  return binding({ need: 'queue', technology, library: 'celery', evidence: [...(named?.evidence ?? []), ...below, ...proof(beside)], basis: 'library', confidence: beside !== undefined || redis ? 'likely' : 'possible' });
}

/** Of several servers the one that says that it is for jobs. */
function brokerBeside(scope: ApplicationScope): Fact | undefined {
  return scope.find('container').find((fact) => /broker|queue|celery|jobs?\b/i.test(fact.name) && fact.value.kind === 'literal' && /redis|valkey/.test(imageProduct(fact.value.text)?.technology ?? ''));
}

function rq(settings: PythonSettings): Binding | undefined {
  const { scope } = settings;
  const library = dependency(scope, 'django-rq', 'rq', 'flask-rq2', 'flask-rq');
  const queues = settings.all('RQ_QUEUES')[0] ?? settings.all(/^RQ(?:_REDIS_URL|_PARAMS|$)/)[0];
  const use = queues ?? marker(scope, 'python.rq');
  if (library === undefined || use === undefined) return undefined;
  return binding({ need: 'queue', technology: 'redis', library: 'rq', evidence: proof(use, library), basis: 'driver' });
}

function huey(settings: PythonSettings): Binding | undefined {
  const library = dependency(settings.scope, 'huey');
  const configured = settings.all('HUEY')[0];
  if (library === undefined) return undefined;
  const kind = settings.first('HUEY.huey_class', 'HUEY.backend_class', 'HUEY.storage_class');
  const immediate = settings.read('HUEY.immediate');
  const technology = immediate?.text === 'True' ? 'sync' : /sqlite|sqlhuey/i.test(kind?.text ?? '') ? 'database' : /memory/i.test(kind?.text ?? '') ? 'memory' : 'redis';
  return binding({ need: 'queue', technology, library: 'huey', evidence: [...(kind?.evidence ?? []), ...proof(configured, library)], basis: 'driver', confidence: configured === undefined ? 'likely' : 'certain' });
}

function djangoQ(settings: PythonSettings): Binding | undefined {
  const library = dependency(settings.scope, 'django-q2', 'django-q');
  const cluster = settings.all('Q_CLUSTER')[0];
  if (library === undefined || (cluster === undefined && installed(settings, 'django_q') === undefined)) return undefined;
  const brokers = [['orm', 'database'], ['sqs', 'sqs'], ['mongo', 'mongodb'], ['redis', 'redis'], ['iron_mq', 'ironmq']] as const;
  const chosen = brokers.find(([key]) => settings.all(`Q_CLUSTER.${key}`).length > 0);
  const decisive = chosen === undefined ? undefined : settings.all(`Q_CLUSTER.${chosen[0]}`)[0];
  return binding({ need: 'queue', technology: chosen?.[1] ?? 'redis', library: 'django-q', evidence: proof(decisive, cluster, library), basis: 'driver', confidence: chosen === undefined ? 'likely' : 'certain' });
}

function dramatiq(settings: PythonSettings): Binding | undefined {
  const library = dependency(settings.scope, 'django-dramatiq', 'dramatiq', 'flask-dramatiq');
  if (library === undefined) return undefined;
  const broker = settings.first('DRAMATIQ_BROKER.BROKER', 'DRAMATIQ_BROKER');
  const named = `${broker?.text ?? ''} ${library.detail?.['extras'] ?? ''}`.toLowerCase();
  const technology = /rabbit/.test(named) ? 'rabbitmq' : /redis/.test(named) ? 'redis' : /stub/.test(named) ? 'memory' : container(settings.scope, 'rabbitmq') !== undefined ? 'rabbitmq' : 'redis';
  return binding({ need: 'queue', technology, library: 'dramatiq', evidence: [...(broker?.evidence ?? []), ...proof(library)], basis: 'driver', confidence: broker === undefined ? 'likely' : 'certain' });
}

/** Libraries with one store, and the tasks that Django 6 brings. */
function small(settings: PythonSettings): Binding | undefined {
  const { scope } = settings;
  const tasks = settings.read('TASKS.default.BACKEND');
  if (tasks?.text != null) {
    const technology = /immediate|dummy/i.test(tasks.text) ? 'sync' : /rq/i.test(tasks.text) ? 'redis' : 'database';
    return binding({ need: 'queue', technology, library: 'django-tasks', evidence: tasks.evidence, basis: 'driver' });
  }
  const fixed: readonly (readonly [string, string, string, Evidence | undefined])[] = [
    ['procrastinate', 'database', 'procrastinate', undefined], ['django-background-tasks', 'database', 'django-background-tasks', undefined],
    ['arq', 'redis', 'arq', undefined], ['taskiq-redis', 'redis', 'taskiq', undefined], ['taskiq-aio-pika', 'rabbitmq', 'taskiq', undefined], ['saq', 'redis', 'saq', undefined], ['litestar-saq', 'redis', 'saq', undefined], ['aio-pika', 'rabbitmq', 'aio-pika', undefined], ['pika', 'rabbitmq', 'pika', undefined],
  ];
  for (const [name, technology, library] of fixed) {
    const found = dependency(scope, name);
    if (found !== undefined) return binding({ need: 'queue', technology, library, evidence: proof(found), basis: 'library', confidence: 'likely' });
  }
  const list = marker(scope, 'python.redis.list');
  const client = dependency(scope, 'redis');
  return list === undefined || client === undefined ? undefined : binding({ need: 'queue', technology: 'redis', evidence: proof(list, client), basis: 'code', confidence: 'likely' });
}

/** A queue of the standard library, whose jobs are gone with the process. */
export function memoryQueueBindings({ scope }: PythonSettings): readonly Binding[] {
  const queue = marker(scope, 'python.queue.memory');
  return queue === undefined ? [] : [binding({ need: 'queue', technology: 'memory', evidence: [evidenceOf(queue, 'Queue')], basis: 'code', confidence: 'likely' })];
}

/** What runs on a timetable, by the library that keeps the time. */
export function schedulerBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const found = celeryBeat(settings);
  if (found !== undefined) return [found];
  const kinds: readonly (readonly [technology: string, facts: readonly unknown[], evidence: readonly Evidence[]])[] = [
    ['rq-scheduler', [dependency(scope, 'rq-scheduler', 'django-rq-scheduler')], proof(dependency(scope, 'rq-scheduler', 'django-rq-scheduler'), marker(scope, 'python.rq.scheduler'))],
    ['apscheduler', [dependency(scope, 'apscheduler', 'django-apscheduler', 'flask-apscheduler'), marker(scope, 'python.apscheduler')], proof(marker(scope, 'python.apscheduler'), dependency(scope, 'apscheduler', 'django-apscheduler', 'flask-apscheduler'))],
    ['cron', [dependency(scope, 'django-crontab', 'django-cron'), settings.all(/^CRON(?:JOBS|_CLASSES)$/)[0]], proof(settings.all(/^CRON(?:JOBS|_CLASSES)$/)[0], dependency(scope, 'django-crontab', 'django-cron'))],
    ['huey', [dependency(scope, 'huey'), marker(scope, 'python.huey.periodic')], proof(marker(scope, 'python.huey.periodic'), dependency(scope, 'huey'))],
    ['arq', [dependency(scope, 'arq'), marker(scope, 'python.arq.cron')], proof(marker(scope, 'python.arq.cron'), dependency(scope, 'arq'))],
    ['custom', [marker(scope, 'python.repeat')], proof(marker(scope, 'python.repeat'), dependency(scope, 'fastapi-utils', 'fastapi-utilities', 'schedule'))],
    ['cron', [marker(scope, 'python.dockerfile.cron')], proof(marker(scope, 'python.dockerfile.cron'))],
  ];
  const chosen = kinds.find(([, facts]) => facts.every((fact) => fact !== undefined));
  return chosen === undefined ? [] : [binding({ need: 'scheduler', technology: chosen[0], evidence: chosen[2], basis: 'code' })];
}

function celeryBeat(settings: PythonSettings): Binding | undefined {
  const { scope } = settings;
  const library = dependency(scope, 'celery', 'django-celery-beat');
  if (library === undefined) return undefined;
  const schedule = settings.all(/^(?:CELERY_)?(?:BEAT|CELERYBEAT)_SCHEDULE$|^CELERYBEAT_SCHEDULE$|(?:^|\.)beat_schedule(?:\.|$)/).find((fact) => !(fact.value.kind === 'unknown' && fact.value.why === 'empty') && fact.stage !== 'local');
  const app = installed(settings, 'django_celery_beat');
  const code = marker(scope, 'python.celery.beat');
  const process = scope.find('process').find((fact) => fact.value.kind === 'literal' && /\bcelery\b.*\bbeat\b/.test(fact.value.text));
  const evidence = proof(schedule, app, code, process, dependency(scope, 'django-celery-beat'));
  return evidence.length === 0 ? undefined : binding({ need: 'scheduler', technology: 'celery-beat', library: 'celery', evidence: [...evidence, ...proof(library)], basis: schedule === undefined ? 'library' : 'driver' });
}
