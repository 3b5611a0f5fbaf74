import type { NeedId } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { isServerSecretKey } from '../facts';
import type { ApplicationScope } from '../scope';
import { databaseBindings } from './database';
import { assetBindings, fileBindings, mailBindings, realtimeBindings } from './delivery';
import { proofs, rustSettings, type RustSettings } from './settings';
import { cacheBindings, queueBindings, schedulerBindings, sessionBindings } from './state';

/** Crates that are clients of one product: the compiler warns of a dependency that nothing uses. */
const clients: readonly (readonly [need: NeedId, technology: string, crates: readonly string[]])[] = [
  ['document-database', 'mongodb', ['mongodb']],
  ['document-database', 'dynamodb', ['aws-sdk-dynamodb']],
  ['document-database', 'firestore', ['firestore']],
  ['document-database', 'scylladb', ['scylla']],
  ['document-database', 'surrealdb', ['surrealdb']],
  ['event-streaming', 'kafka', ['rdkafka', 'rskafka']],
  ['event-streaming', 'kinesis', ['aws-sdk-kinesis']],
  ['search', 'meilisearch', ['meilisearch-sdk']],
  ['search', 'elasticsearch', ['elasticsearch']],
  ['search', 'opensearch', ['opensearch']],
  ['search', 'typesense', ['typesense']],
  ['search', 'tantivy', ['tantivy']],
  ['search', 'database', ['diesel_full_text_search']],
  ['sms-push', 'web-push', ['web-push']],
  ['sms-push', 'apns', ['a2']],
  ['sms-push', 'fcm', ['fcm']],
  ['sms-push', 'sns', ['aws-sdk-sns']],
  ['monitoring', 'sentry', ['sentry', 'sentry-actix', 'sentry-tower']],
  ['monitoring', 'loki', ['tracing-loki']],
  ['monitoring', 'opentelemetry', ['opentelemetry-otlp', 'tracing-otel', 'tracing-opentelemetry-instrumentation-sdk', 'init-tracing-opentelemetry', 'axum-tracing-opentelemetry', 'opentelemetry-jaeger', 'opentelemetry-datadog', 'actix-web-opentelemetry']],
  ['monitoring', 'prometheus', ['prometheus', 'prometheus-client', 'metrics-exporter-prometheus', 'axum-prometheus', 'actix-web-prom', 'actix-web-prometheus', 'opentelemetry-prometheus', 'poem-prometheus', 'rocket_prometheus']],
  ['secrets', 'secretsmanager', ['aws-sdk-secretsmanager', 'aws_secretsmanager_caching']],
  ['secrets', 'vault', ['vaultrs']],
];

/** All needs of one Rust service. */
export function rustBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = rustSettings(scope);
  const found = clients.flatMap(([need, technology, crates]): readonly Binding[] => {
    const fact = settings.crate(...crates);
    // Published to a topic, an event goes to whoever subscribed; people are reached by a number or a device.
    if (technology === 'sns' && settings.uses('rust.sns') === undefined) return [];
    return fact === undefined ? [] : [binding({ need, technology, evidence: proofs(fact), basis: 'library', confidence: 'likely' })];
  });
  return [
    ...computeBindings(scope),
    ...databaseBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...queueBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...mailBindings(settings),
    ...assetBindings(settings),
    ...found,
    ...codedBindings(settings, found),
    ...(found.some(({ need }) => need === 'secrets') ? [] : secretBindings(settings)),
  ];
}

function computeBindings(scope: ApplicationScope): readonly Binding[] {
  const evidence = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production');
  const image = froms.find((fact) => fact.detail?.['final'] === 'true');
  const runtime = image === undefined ? scope.find('dependency').find((fact) => /^cargo:(?:lambda_http|lambda_runtime|lambda-web|vercel_runtime)$/.test(fact.name)) : undefined;
  if (runtime !== undefined) return [binding({ need: 'compute', technology: 'serverless', evidence: [evidenceOf(runtime, runtime.name.slice('cargo:'.length)), evidence], basis: 'driver', supported: ['rust'] })];
  if (image === undefined) return [binding({ need: 'compute', technology: 'rust', evidence: [evidence], basis: 'library' })];
  return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), evidence], basis: 'driver', supported: ['rust'] })];
}

/** What no crate tells: search in the database, logs in files. */
function codedBindings(settings: RustSettings, found: readonly Binding[]): readonly Binding[] {
  const search = found.some(({ need }) => need === 'search') ? undefined : settings.uses('rust.search');
  const logs = settings.crate('tracing-appender') === undefined || found.some(({ need }) => need === 'monitoring') ? undefined : settings.uses('rust.log-file');
  return [
    ...(search === undefined ? [] : [binding({ need: 'search', technology: 'database', evidence: proofs(search), basis: 'code', confidence: 'likely' })]),
    ...(logs === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: proofs(logs), basis: 'code', confidence: 'likely' })]),
  ];
}

/** A variable or a setting that carries a credential, or code that asks the environment for one. */
function secretBindings(settings: RustSettings): readonly Binding[] {
  const { scope } = settings;
  const variable = scope.find('env').find((fact) => isServerSecretKey(fact.name) || fact.name === 'DATABASE_URL');
  const key = variable ?? settings.uses('rust.secret') ?? scope.find('config', 'rust.secret').find((fact) => fact.origin === 'rust-config');
  const file = key === undefined ? settings.uses('rust.secret.file') : undefined;
  if (file !== undefined) return [binding({ need: 'secrets', technology: 'config-file', evidence: proofs(file), basis: 'code', confidence: 'likely' })];
  return key === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: proofs(key), basis: 'library', confidence: key.kind === 'env' ? 'certain' : 'likely' })];
}
