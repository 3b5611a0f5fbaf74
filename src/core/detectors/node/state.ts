import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { databaseClient } from './database';
import { frameworkOf } from './frameworks';
import { redisVariable } from './jobs';
import { proofs, type NodeSettings } from './settings';

const redisClients = ['ioredis', 'redis', '@keyv/redis', 'cache-manager-ioredis-yet', 'cache-manager-redis-yet', 'cache-manager-redis-store', 'cache-manager-ioredis', '@upstash/redis', '@fastify/redis', '@liaoliaots/nestjs-redis', '@nestjs-modules/ioredis', '@adonisjs/redis', '@medusajs/cache-redis', '@vercel/kv', 'iovalkey', '@valkey/valkey-glide', 'nestjs-redis'];
const cacheLibraries = ['@keyv/redis', 'cache-manager', '@nestjs/cache-manager', 'keyv', '@fastify/caching', 'apicache', '@medusajs/cache-redis', 'cacheable', 'bentocache', '@boringnode/bentocache', '@adonisjs/cache'];
const queues = ['bullmq', 'bull', '@nestjs/bullmq', '@nestjs/bull', 'bee-queue', 'kue'];

/**
 * A client of Redis is a cache when its address is set and something caches. Beside a queue that needs the same server,
 * a client alone says nothing: caching must show.
 */
export function cacheBindings(settings: NodeSettings): readonly Binding[] {
  const client = settings.dependency(...redisClients);
  const library = settings.dependency(...cacheLibraries);
  const use = settings.marker('node.cache.use');
  const queue = settings.dependency(...queues);
  const driver = settings.variables(/(^|_)CACHE_(DRIVER|STORE|TYPE|BACKEND|PROVIDER|ADAPTER)$/)[0];
  const chosen = driver === undefined ? undefined : settings.resolve(driver);
  if (chosen !== undefined && /^(redis|memory|memcached|file|database)$/.test(chosen.text)) {
    return [binding({ need: 'cache', technology: chosen.text, evidence: chosen.evidence, basis: 'driver', supported: client === undefined || chosen.text === 'redis' ? [] : ['redis'] })];
  }
  const variable = redisVariable(settings);
  const cachePackage = settings.scope.find('dependency').find((fact) => redisClients.includes(fact.name.slice('npm:'.length)) && /(^|\/)cache\/package\.json$/.test(fact.at.path));
  if (client !== undefined && variable !== undefined && (queue === undefined || use !== undefined || library !== undefined || cachePackage !== undefined)) {
    return [binding({ need: 'cache', technology: 'redis', evidence: proofs(variable, client, use), basis: 'driver', confidence: use === undefined && library === undefined ? 'likely' : 'certain' })];
  }
  // Clients of one hosted Redis: installed is used.
  const hosted = settings.dependency('@upstash/redis', '@vercel/kv');
  if (hosted !== undefined) return [binding({ need: 'cache', technology: 'redis', evidence: proofs(hosted, use), basis: 'library', confidence: 'likely' })];
  const memcached = settings.dependency('memcached', 'memjs', 'memcache-plus');
  const server = settings.variables(/MEMCACHE/)[0];
  if (memcached !== undefined && server !== undefined) return [binding({ need: 'cache', technology: 'memcached', evidence: proofs(server, memcached), basis: 'driver' })];
  const started = settings.scope.find('container').find((fact) => fact.stage === 'production' && fact.value.kind === 'literal' && imageProduct(fact.value.text)?.role === 'cache');
  if (client !== undefined && started !== undefined && queue === undefined) return [binding({ need: 'cache', technology: 'redis', evidence: proofs(client, started), basis: 'library', confidence: 'likely' })];
  const inProcess = settings.dependency('@nestjs/cache-manager', 'cache-manager', 'node-cache', 'apicache');
  // A client of Redis that nothing has an address for is what somebody may turn on.
  const offered = client !== undefined && settings.isTold && (settings.marker('node.cache.client') === undefined || variable === undefined && settings.marker('node.cache.memory') !== undefined);
  if (inProcess !== undefined && use !== undefined && (client === undefined || offered)) return [binding({ need: 'cache', technology: 'memory', evidence: proofs(settings.marker('node.cache.memory') ?? use, inProcess), basis: 'code', confidence: 'likely', supported: offered ? ['redis'] : [] })];
  return [];
}

const stores: readonly (readonly [string, readonly string[]])[] = [
  ['redis', ['connect-redis', '@fastify/session-redis', 'koa-redis', 'fastify-session-redis-store', 'connect-valkey']],
  ['mongodb', ['connect-mongo', 'connect-mongodb-session', 'koa-session-mongo']],
  ['dynamodb', ['connect-dynamodb', 'dynamodb-store']],
  ['memcached', ['connect-memcached', 'connect-memjs']],
  ['database', ['connect-pg-simple', 'connect-session-sequelize', 'connect-session-knex', 'express-mysql-session', '@quixo3/prisma-session-store', 'connect-typeorm', 'connect-sqlite3', 'better-sqlite3-session-store', 'koa-generic-session-sequelize']],
  ['file', ['session-file-store']],
  ['memory', ['memorystore']],
];

export function sessionBindings(settings: NodeSettings): readonly Binding[] {
  const driver = settings.variables(/(^|_)SESSION_(DRIVER|STORE|STORAGE)$/)[0];
  const chosen = driver === undefined ? undefined : settings.resolve(driver);
  const middleware = settings.dependency('express-session', '@fastify/session', 'fastify-session', '@adonisjs/session', 'koa-generic-session', 'cookie-session', 'koa-session');
  if (middleware !== undefined && chosen !== undefined && /^(cookie|file|redis|database|memory|memcached|dynamodb)$/.test(chosen.text)) {
    return [binding({ need: 'sessions', technology: chosen.text, library: middleware.name.slice('npm:'.length), evidence: [...chosen.evidence, ...proofs(middleware)], basis: 'driver', supported: middleware.name.includes('adonis') ? ['cookie', 'file', 'redis'].filter((name) => name !== chosen.text) : [] })];
  }
  if (middleware !== undefined && /express-session|fastify.session|koa-generic/.test(middleware.name)) {
    const installed = stores.filter(([, packages]) => settings.dependency(...packages) !== undefined);
    // Beside another store, one in Redis that nothing has an address for is what somebody may turn on.
    const isOff = installed.length > 1 && settings.isTold && redisVariable(settings) === undefined && !settings.scope.find('container').some((fact) => fact.value.kind === 'literal' && imageProduct(fact.value.text)?.technology === 'redis');
    const offered = isOff ? installed.filter(([technology]) => technology !== 'redis') : installed;
    // Of stores for several engines, the one of the engine that is started.
    const started = offered.length < 2 ? undefined : offered.find(([technology]) => settings.scope.find('container').some((fact) => fact.value.kind === 'literal' && imageProduct(fact.value.text)?.technology === technology));
    for (const [technology, packages] of started === undefined ? offered : [started]) {
      const store = settings.dependency(...packages);
      if (store !== undefined) return [binding({ need: 'sessions', technology, library: store.name.slice('npm:'.length), evidence: proofs(store, middleware), basis: 'driver' })];
    }
    const use = settings.marker('node.session.express');
    // A store of one's own making: its name may tell what it keeps its rows in, else it is what the application has.
    const made = settings.marker('node.session.made');
    if (made !== undefined) return madeStore(settings, made, middleware);
    // A store that another file makes is something else's.
    const store = settings.scope.find('code', 'node.session.store').find((fact) => fact.at.path === use?.at.path);
    if (use !== undefined && store === undefined) return [binding({ need: 'sessions', technology: 'memory', library: middleware.name.slice('npm:'.length), evidence: proofs(use, middleware), basis: 'code', confidence: 'likely' })];
    // Listed and never set up: a table may say who is signed in.
    if (use !== undefined) return [];
  }
  const signedIn = siteSessions(settings);
  const library = signedIn[0]?.library ?? null;
  // What signs people in keeps them signed in, whatever else is put into a cookie.
  if (library !== null && settings.dependency(library)?.at.path === settings.scope.path('package.json')) return signedIn;
  const cookie = settings.dependency('cookie-session', 'iron-session', '@fastify/secure-session', 'koa-session', 'nuxt-auth-utils', 'hono-sessions', '@hapi/cookie');
  if (cookie !== undefined) return [binding({ need: 'sessions', technology: 'cookie', library: cookie.name.slice('npm:'.length), evidence: proofs(cookie), basis: 'library' })];
  return signedIn;
}

function madeStore(settings: NodeSettings, made: Fact, middleware: Fact): readonly Binding[] {
  const name = made.value.kind === 'literal' ? made.value.text : '';
  const [, named] = madeStores.find(([words]) => words.test(name)) ?? [];
  const client = databaseClient(settings);
  const technology = named ?? (client === undefined ? undefined : /mongo/.test(client.name) ? 'mongodb' : 'database');
  return technology === undefined ? [] : [binding({ need: 'sessions', technology, library: middleware.name.slice('npm:'.length), evidence: proofs(made, middleware), basis: 'code', confidence: 'likely' })];
}

const madeStores: readonly (readonly [RegExp, string])[] = [
  [/redis|valkey/i, 'redis'],
  [/mongo/i, 'mongodb'],
  [/dynamo/i, 'dynamodb'],
  [/memory/i, 'memory'],
  [/file|disk/i, 'file'],
  [/knex|prisma|sequelize|type-?orm|drizzle|kysely|sql|postgres|database|db/i, 'database'],
];

/** Libraries that sign people in: an adapter keeps sessions in the database unless tokens are chosen. */
function siteSessions(settings: NodeSettings): readonly Binding[] {
  const auth = settings.dependency('next-auth', '@auth/core', '@auth/sveltekit', '@auth/express', '@sidebase/nuxt-auth', 'better-auth', 'lucia');
  // What a package of the workspace brings beside much else signs nobody in at a worker or an interface of its own.
  const brought = auth !== undefined && auth.at.path !== settings.scope.path('package.json') && frameworkOf(settings.scope.application.framework)?.kind === 'server' && !/(^|\/)auth\/package\.json$/.test(auth.at.path);
  if (auth !== undefined && !brought) {
    const library = auth.name.slice('npm:'.length);
    const adapter = [...settings.scope.find('dependency')].find((fact) => /^npm:(@auth|@next-auth)\/[\w-]+-adapter$/.test(fact.name) && fact.stage !== 'local');
    const isOwn = auth.at.path === settings.scope.path('package.json');
    const strategy = settings.variables(/(^|_)SESSION_STRATEGY$/).map((fact) => settings.resolve(fact)).find((chosen) => chosen !== undefined && /^(?:jwt|database)$/.test(chosen.text));
    if (strategy !== undefined) return [binding({ need: 'sessions', technology: strategy.text === 'jwt' ? 'cookie' : 'database', library, evidence: [...strategy.evidence, ...proofs(auth)], basis: 'driver' })];
    const kept = /better-auth|lucia/.test(auth.name) && (!isOwn || databaseClient(settings) !== undefined) || settings.marker('node.session.database') !== undefined || (adapter !== undefined || settings.marker('node.session.adapter') !== undefined) && settings.marker('node.session.jwt') === undefined;
    return [binding({ need: 'sessions', technology: kept ? 'database' : 'cookie', library, evidence: proofs(settings.marker('node.session.jwt', 'node.session.database'), auth, kept ? adapter : undefined), basis: 'library', confidence: 'likely' })];
  }
  const { application } = settings.scope;
  const table = settings.scope.find('code', 'node.sessions.table').find((fact) => application.root === '.' || fact.at.path.startsWith(`${application.root}/`));
  if (table !== undefined) return [binding({ need: 'sessions', technology: 'database', evidence: proofs(table), basis: 'code', confidence: 'likely' })];
  // A theme or a notice kept in a cookie is nobody's session.
  const cookie = settings.scope.find('code', 'node.session.cookie').find((fact) => !/theme|toast|flash|locale|lang|color|consent/i.test(fact.at.path));
  return cookie === undefined ? [] : [binding({ need: 'sessions', technology: 'cookie', evidence: proofs(cookie), basis: 'code', confidence: 'likely' })];
}
