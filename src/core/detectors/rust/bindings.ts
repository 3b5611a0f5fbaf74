import type { Evidence, Fact, NeedId } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { environmentOf } from '../environment';
import { isSecretKey } from '../facts';
import type { ApplicationScope } from '../scope';

interface Crate {
  readonly crates: readonly string[];
  readonly need: NeedId;
  readonly technology: string;
  readonly library?: string;
}

function crate(need: NeedId, technology: string, crates: readonly string[], library?: string): Crate {
  return library === undefined ? { crates, need, technology } : { crates, need, technology, library };
}

/** Crates that are clients of one product: the compiler warns of a dependency that nothing uses. */
const clients: readonly Crate[] = [
  crate('document-database', 'mongodb', ['mongodb']),
  crate('cache', 'redis', ['redis', 'fred', 'deadpool-redis', 'bb8-redis']),
  crate('queue', 'rabbitmq', ['lapin', 'amqprs', 'deadpool-lapin']),
  crate('queue', 'sqs', ['aws-sdk-sqs']),
  crate('event-streaming', 'kafka', ['rdkafka', 'rskafka']),
  crate('event-streaming', 'kinesis', ['aws-sdk-kinesis']),
  crate('document-database', 'dynamodb', ['aws-sdk-dynamodb']),
  crate('scheduler', 'clokwerk', ['clokwerk']),
  crate('scheduler', 'tokio-cron-scheduler', ['tokio-cron-scheduler']),
  crate('scheduler', 'job-scheduler', ['job_scheduler', 'job_scheduler_ng']),
  crate('realtime', 'socket.io', ['socketioxide']),
  crate('realtime', 'ws', ['rocket_ws', 'actix-ws', 'actix-web-actors']),
  crate('file-storage', 's3', ['aws-sdk-s3', 'rust-s3', 'rusoto_s3']),
  crate('mail', 'ses', ['aws-sdk-sesv2', 'aws-sdk-ses']),
  crate('mail', 'smtp', ['lettre', 'mail-send'], 'lettre'),
  crate('search', 'meilisearch', ['meilisearch-sdk']),
  crate('search', 'elasticsearch', ['elasticsearch']),
  crate('monitoring', 'sentry', ['sentry', 'sentry-actix', 'sentry-tower']),
  crate('monitoring', 'opentelemetry', ['opentelemetry-otlp']),
  crate('monitoring', 'prometheus', ['prometheus', 'metrics-exporter-prometheus', 'axum-prometheus', 'actix-web-prom']),
];

const engines: readonly (readonly [engine: string, feature: RegExp, drivers: readonly string[], scheme: RegExp])[] = [
  ['postgresql', /postgres/, ['tokio-postgres', 'deadpool-postgres'], /^postgres/],
  ['mysql', /mysql/, ['mysql_async'], /^(?:mysql|mariadb)/],
  ['sqlite', /sqlite/, ['rusqlite', 'libsql'], /^sqlite/],
];
const mappers: ReadonlySet<string> = new Set(['sqlx', 'diesel', 'sea-orm', 'diesel-async', 'sqlx-core']);

/** All needs of one Rust service. */
export function rustBindings(scope: ApplicationScope): readonly Binding[] {
  const dependencies = scope.find('dependency').filter((fact) => fact.origin === 'cargo');
  const has = (names: readonly string[]): Fact | undefined => dependencies.find((fact) => names.includes(packageName(fact)));
  const found: Binding[] = [];
  for (const { crates, need, technology, library } of clients) {
    const fact = has(crates);
    if (fact !== undefined && !found.some((other) => other.need === need && need !== 'monitoring')) found.push(binding({ need, technology, library: library ?? null, evidence: [proof(fact)], basis: 'library', confidence: 'likely' }));
  }
  const socket = has(['axum']);
  if (socket !== undefined && featuresOf(scope, 'axum').includes('ws') && !found.some(({ need }) => need === 'realtime')) found.push(binding({ need: 'realtime', technology: 'ws', evidence: [proof(socket)], basis: 'library', confidence: 'likely' }));
  return [...computeBindings(scope), ...databaseBindings(scope, dependencies), ...found, ...secretBindings(scope)];
}

function proof(fact: Fact): Evidence {
  return evidenceOf(fact, fact.kind === 'dependency' ? packageName(fact) : fact.name);
}

/** Of a crate wherever the application's packages, their workspace or their own features name it. */
function featuresOf(scope: ApplicationScope, name: string): readonly string[] {
  const facts = [...scope.find('dependency', `cargo:${name}`), ...scope.find('config', 'rust.shared'), ...scope.find('config', 'rust.feature')];
  return facts.filter((fact) => fact.detail?.['crate'] === name).flatMap((fact) => fact.detail?.['features']?.split(' ') ?? []);
}

/** The engine that the deployment's address names, else the only one that is compiled in. */
function databaseBindings(scope: ApplicationScope, dependencies: readonly Fact[]): readonly Binding[] {
  const mapper = dependencies.find((fact) => mappers.has(packageName(fact)));
  const features = [...mappers].flatMap((name) => featuresOf(scope, name));
  const offered = engines.flatMap(([engine, feature, drivers]) => {
    const driver = dependencies.find((fact) => drivers.includes(packageName(fact)));
    const proven = driver ?? (mapper !== undefined && features.some((word) => feature.test(word)) ? mapper : undefined);
    return proven === undefined ? [] : [{ engine, proven }];
  });
  if (offered.length === 0) return [];
  const address = environmentOf(scope).lookup('DATABASE_URL');
  const scheme = address?.detail?.['scheme'] ?? '';
  const named = engines.find(([, , , pattern]) => pattern.test(scheme))?.[0];
  const chosen = offered.find(({ engine }) => engine === named) ?? (offered.length === 1 ? offered[0] : offered.find(({ engine }) => engine === 'sqlite'));
  if (chosen === undefined) return [];
  const isNamed = address !== undefined && chosen.engine === named;
  return [binding({
    need: 'relational-database',
    technology: chosen.engine,
    evidence: [...(isNamed ? [evidenceOf(address)] : []), proof(chosen.proven)],
    basis: 'driver',
    confidence: isNamed ? 'certain' : offered.length === 1 ? 'likely' : 'possible',
    supported: offered.map(({ engine }) => engine).filter((engine) => engine !== chosen.engine),
  })];
}

function computeBindings(scope: ApplicationScope): readonly Binding[] {
  const evidence = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production');
  const image = froms.find((fact) => fact.detail?.['final'] === 'true');
  if (image === undefined) return [binding({ need: 'compute', technology: 'rust', evidence: [evidence], basis: 'library' })];
  return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), evidence], basis: 'driver', supported: ['rust'] })];
}

function secretBindings(scope: ApplicationScope): readonly Binding[] {
  const key = scope.find('env').find((fact) => isSecretKey(fact.name) || fact.name === 'DATABASE_URL');
  return key === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(key)], basis: 'library' })];
}
