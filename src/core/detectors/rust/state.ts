import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { proofs, technologyOf, type RustSettings } from './settings';

/** Who is logged in: the store that the session crate is built with. */
export function sessionBindings(settings: RustSettings): readonly Binding[] {
  for (const technology of ['redis', 'database', 'cookie', 'memory']) {
    const use = settings.uses('rust.session', technology);
    const store = technology === 'redis' && settings.features('actix-session').some((word) => word.startsWith('redis-')) ? settings.crate('actix-session') : undefined;
    const crate = technology === 'redis' ? (settings.crate('tower-sessions-redis-store', 'async-redis-session') ?? store) : technology === 'database' ? settings.crate('tower-sessions-sqlx-store') : undefined;
    if (use !== undefined || crate !== undefined) return [binding({ need: 'sessions', technology, evidence: proofs(use, crate), basis: use === undefined ? 'library' : 'code', confidence: 'likely' })];
  }
  return [];
}

/** Where another crate brings the client along, the address says that there is one. */
function redisAddress(settings: RustSettings): Fact | undefined {
  // A feature that nobody switched on would bring it.
  if (settings.scope.find('config', 'rust.optional').some((fact) => /redis|^fred$/.test(fact.detail?.['crate'] ?? ''))) return undefined;
  return settings.scope.find('env').find((fact) => /^rediss?$/.test(fact.detail?.['scheme'] ?? '')) ?? settings.setting('redis');
}

/** A Redis client in use reads and writes fast; one that only sessions or jobs use is no cache. */
export function cacheBindings(settings: RustSettings): readonly Binding[] {
  const client = settings.crate('redis', 'fred', 'deadpool-redis', 'bb8-redis', 'mobc-redis', 'r2d2_redis', 'redis-async', 'redis-pool', 'redis-kiss', 'rustis') ?? redisAddress(settings);
  const use = settings.uses('rust.redis');
  const choice = settings.scope.find('config', 'rust.choice.cache')[0];
  if (choice !== undefined && client !== undefined && technologyOf(choice) !== 'redis') {
    const technology = technologyOf(choice);
    return technology === 'none' ? [] : [binding({ need: 'cache', technology, evidence: proofs(choice), basis: 'driver', confidence: 'likely', supported: use === undefined ? [] : ['redis'] })];
  }
  // What the package of the server itself names; a library may keep handles of files or the like.
  const memory = settings.dependencies.find((fact) => fact.at.path === settings.scope.application.manifest.path && /^cargo:(?:moka|mini-moka|quick_cache|stretto|lru_time_cache)$/.test(fact.name));
  const { root } = settings.scope.application;
  // Beside it, a client that only a library brings carries what the library has to say.
  if (memory !== undefined && client !== undefined && root !== '.' && client.origin === 'cargo' && !client.at.path.startsWith(`${root}/`)) return [binding({ need: 'cache', technology: 'memory', evidence: proofs(memory), basis: 'library', confidence: 'likely', supported: ['redis'] })];
  // A store of its own making for sessions is all that the client is for.
  const isSessions = settings.uses('rust.session', 'redis')?.detail?.['text'] === 'struct';
  if (client === undefined || use === undefined || isSessions) {
    const memcached = settings.crate('memcache', 'async-memcached');
    if (memcached !== undefined) return [binding({ need: 'cache', technology: 'memcached', evidence: proofs(memcached), basis: 'library', confidence: 'likely' })];
    // The store inside the process has a cache beside its tables, compiled in by a feature.
    const inside = memory ?? (settings.features('hiqlite').includes('cache') ? settings.crate('hiqlite') : undefined) ?? settings.all('rust.cache').find((fact) => /(?:^|\/)(?:\w{1,30}_)?caches?(?:\/|\.rs$)/.test(fact.at.path));
    return inside === undefined ? [] : [binding({ need: 'cache', technology: 'memory', evidence: proofs(inside), basis: 'library', confidence: 'likely' })];
  }
  return [binding({ need: 'cache', technology: 'redis', evidence: proofs(use, client), basis: 'code', confidence: 'likely' })];
}

const workers: readonly (readonly [technology: string, library: string | null, crates: readonly string[]])[] = [
  ['redis', 'apalis', ['apalis-redis']],
  ['database', 'apalis', ['apalis-sql', 'apalis-postgres', 'apalis-sqlite']],
  ['rabbitmq', 'apalis', ['apalis-amqp']],
  ['redis', 'sidekiq', ['sidekiq', 'rusty-sidekiq']],
  ['redis', 'rsmq', ['rsmq_async']],
  ['database', 'fang', ['fang']],
  ['database', 'underway', ['underway']],
  ['database', 'graphile-worker', ['graphile_worker']],
  ['database', 'background-jobs', ['background-jobs-postgres']],
  ['database', 'sqlxmq', ['sqlxmq']],
  ['database', 'pgmq', ['pgmq']],
  ['rabbitmq', null, ['lapin', 'amqprs', 'deadpool-lapin']],
  ['sqs', null, ['aws-sdk-sqs']],
  ['nats', null, ['async-nats']],
  ['faktory', 'faktory', ['faktory']],
];

/** Before its stores were crates of their own they were features. */
const apalisStores = [['redis', 'redis'], ['postgres', 'database'], ['mysql', 'database'], ['sqlite', 'database']] as const;

/** Jobs that wait: a worker's crate, a broker's client, or a table that workers take rows from. */
export function queueBindings(settings: RustSettings): readonly Binding[] {
  const choice = settings.scope.find('config', 'rust.choice.queue').find((fact) => technologyOf(fact) !== 'none');
  if (choice !== undefined && settings.crate(...workers.flatMap(([, , crates]) => crates), 'redis', 'fred', 'omniqueue') !== undefined) return [binding({ need: 'queue', technology: technologyOf(choice), evidence: proofs(choice), basis: 'driver', confidence: 'likely' })];
  const featured = apalisStores.find(([feature]) => settings.features('apalis').includes(feature));
  const apalis = settings.crate('apalis');
  if (featured !== undefined && apalis !== undefined) return [binding({ need: 'queue', technology: featured[1], library: 'apalis', evidence: proofs(apalis), basis: 'library', confidence: 'likely' })];
  const coded = settings.uses('rust.queue', 'redis') ?? settings.uses('rust.queue', 'database');
  for (const [technology, library, crates] of workers) {
    const fact = settings.crate(...crates);
    if (fact === undefined) continue;
    // A table or a stream of the service's own is where its jobs wait; a broker's client beside it reads what others send.
    if (coded !== undefined && library === null) {
      return [
        binding({ need: 'queue', technology: technologyOf(coded), evidence: proofs(coded), basis: 'code', confidence: 'likely' }),
        binding({ need: 'queue', technology, evidence: proofs(fact), basis: 'library', confidence: 'likely', additional: true }),
      ];
    }
    return [binding({ need: 'queue', technology, library, evidence: proofs(fact), basis: 'library', confidence: 'likely' })];
  }
  return coded === undefined ? [] : [binding({ need: 'queue', technology: technologyOf(coded), evidence: proofs(coded), basis: 'code', confidence: 'likely' })];
}

const timetables: readonly (readonly [technology: string, crates: readonly string[]])[] = [
  ['clokwerk', ['clokwerk']],
  ['tokio-cron-scheduler', ['tokio-cron-scheduler']],
  ['job-scheduler', ['job_scheduler', 'job_scheduler_ng']],
  ['apalis-cron', ['apalis-cron']],
  ['delay-timer', ['delay_timer']],
];

export function schedulerBindings(settings: RustSettings): readonly Binding[] {
  for (const [technology, crates] of timetables) {
    const fact = settings.crate(...crates);
    if (fact !== undefined) return [binding({ need: 'scheduler', technology, evidence: proofs(fact), basis: 'library', confidence: 'likely' })];
  }
  const use = settings.uses('rust.cron');
  const cron = settings.crate('cron');
  return use === undefined || cron === undefined ? [] : [binding({ need: 'scheduler', technology: 'cron', evidence: proofs(use, cron), basis: 'code', confidence: 'likely' })];
}
