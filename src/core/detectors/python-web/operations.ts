import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { dependency, marker, proof } from '../python/context';
import { memoryQueueBindings, queueBindings, schedulerBindings } from '../python/queues';
import type { PythonSettings } from '../python/settings';
import { technologies } from './reading';

const brokerClients: Readonly<Record<string, readonly string[]>> = { rabbitmq: ['pika', 'aio-pika', 'kombu', 'faststream', 'taskiq-aio-pika', 'aioamqp', 'dramatiq'], sqs: ['boto3', 'aioboto3', 'aiobotocore', 'dramatiq-sqs'], redis: ['faststream', 'taskiq-redis', 'dramatiq'], nats: ['nats-py', 'faststream', 'taskiq-nats'] };

/** A library of background jobs, else a broker that the code opens, else a queue of the process. */
export function jobBindings(settings: PythonSettings): readonly Binding[] {
  const found = queueBindings(settings);
  if (found.length > 0) return found;
  for (const [technology, fact] of technologies(settings.scope, 'python.broker')) {
    const client = dependency(settings.scope, ...(brokerClients[technology] ?? []));
    if (client !== undefined) return [binding({ need: 'queue', technology, library: client.name.slice('pypi:'.length), evidence: [evidenceOf(fact, technology), ...proof(client)], basis: 'code', confidence: 'likely' })];
  }
  return memoryQueueBindings(settings);
}

const schedulers: Readonly<Record<string, readonly string[]>> = { apscheduler: ['apscheduler', 'flask-apscheduler'], 'taskiq-scheduler': ['taskiq'], periodiq: ['periodiq'], procrastinate: ['procrastinate'], saq: ['saq'], custom: ['schedule', 'aiocron', 'rocketry', 'fastapi-utils', 'fastapi-utilities'] };

export function timetableBindings(settings: PythonSettings): readonly Binding[] {
  const found = schedulerBindings(settings);
  if (found.length > 0) return found;
  for (const [technology, fact] of technologies(settings.scope, 'python.scheduler')) {
    const library = dependency(settings.scope, ...(schedulers[technology] ?? []));
    if (library !== undefined) return [binding({ need: 'scheduler', technology, library: library.name.slice('pypi:'.length), evidence: [evidenceOf(fact, technology), ...proof(library)], basis: 'code' })];
  }
  return [];
}

const streamClients: Readonly<Record<string, readonly string[]>> = { kafka: ['aiokafka', 'confluent-kafka', 'kafka-python', 'kafka-python-ng', 'faust', 'faust-streaming', 'faststream'], kinesis: ['boto3', 'aioboto3', 'aiobotocore'], pulsar: ['pulsar-client'] };

export function streamingBindings(settings: PythonSettings): readonly Binding[] {
  return [...technologies(settings.scope, 'python.stream')].flatMap(([technology, fact]) => {
    const client = dependency(settings.scope, ...(streamClients[technology] ?? []));
    return client === undefined ? [] : [binding({ need: 'event-streaming', technology, evidence: [evidenceOf(fact, technology), ...proof(client)], basis: 'code', confidence: 'likely' })];
  });
}

/** Log files, metrics and traces that the code sets up. Error trackers follow from their packages. */
export function monitoringBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const file = marker(scope, 'python.log-file', 'python.log-file.configured') ?? settings.all(/^LOGGING\.handlers\.[^.]+\.class$/).find((fact) => fact.value.kind === 'literal' && /FileHandler$/.test(fact.value.text) && fact.stage !== 'local');
  const metrics = marker(scope, 'python.prometheus');
  const exporter = dependency(scope, 'prometheus-client', 'prometheus-fastapi-instrumentator', 'prometheus-flask-exporter', 'starlette-exporter', 'starlette-prometheus', 'sanic-prometheus', 'aioprometheus');
  const traces = marker(scope, 'python.opentelemetry');
  const sdk = dependency(scope, 'opentelemetry-sdk', 'opentelemetry-api', 'opentelemetry-distro', 'opentelemetry-instrumentation-fastapi', 'opentelemetry-instrumentation-flask', 'opentelemetry-instrumentation');
  const logfire = dependency(scope, 'logfire');
  return [
    ...(file === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: [evidenceOf(file, 'FileHandler')], basis: 'driver' })]),
    ...(metrics === undefined || exporter === undefined ? [] : [binding({ need: 'monitoring', technology: 'prometheus', evidence: proof(metrics, exporter), basis: 'driver' })]),
    ...(traces === undefined || sdk === undefined ? [] : [binding({ need: 'monitoring', technology: 'opentelemetry', evidence: proof(traces, sdk), basis: 'driver', confidence: 'likely' })]),
    ...(logfire === undefined ? [] : [binding({ need: 'monitoring', technology: 'logfire', evidence: proof(logfire), basis: 'library', confidence: 'likely' })]),
  ];
}
