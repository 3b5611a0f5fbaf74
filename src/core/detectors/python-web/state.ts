import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { client, container, dependency, marker, proof } from '../python/context';
import type { PythonSettings } from '../python/settings';
import { cacheOf } from '../python/technologies';
import { choices, others, technologies } from './reading';

const redisClients = ['redis', 'aioredis', 'flask-redis', 'fastapi-redis', 'coredis', 'fastapi-cache2', 'aiocache', 'cashews', 'dogpile-cache', 'redis-om', 'fakeredis', 'hiredis', 'valkey', 'walrus'];
const clients: Readonly<Record<string, readonly string[]>> = { redis: redisClients, memcached: ['pymemcache', 'pylibmc', 'python-memcached', 'aiomcache', 'python-binary-memcached', 'fastapi-cache2', 'aiocache'], memory: ['fastapi-cache2', 'aiocache', 'cashews'] };

/** A cache by its own setting, else a store that the code reads and writes under keys. */
export function cacheBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const typed = cacheSetting(settings);
  if (typed !== undefined) {
    if (typed.technology === 'none') return [];
    const supported = choices(settings, cacheNames, cacheOf).map(({ technology }) => technology);
    return [binding({ need: 'cache', technology: typed.technology, evidence: [...typed.setting.evidence, ...proof(dependency(scope, 'flask-caching', 'flask-cache'))], basis: 'driver', confidence: typed.setting.from === 'fallback' ? 'likely' : 'certain', supported: others(typed.technology, supported).filter((word) => word !== 'none' && word !== 'memory') })];
  }
  const keepers = new Set(scope.find('code', 'python.session.store').filter((fact) => fact.value.kind === 'literal' && fact.value.text === 'redis').map((fact) => fact.at.path));
  for (const [technology, fact] of technologies(scope, 'python.cache', (use) => !keepers.has(use.at.path))) {
    const opener = client(scope, ...(clients[technology] ?? []));
    if (opener === undefined) continue;
    const served = technology === 'redis' && container(scope, 'redis') === undefined && container(scope, 'valkey') !== undefined ? 'valkey' : technology;
    return [binding({ need: 'cache', technology: served, evidence: [evidenceOf(fact, technology), ...proof(opener, container(scope, technology))], basis: 'library', confidence: 'likely' })];
  }
  return [];
}

const cacheNames = /^(?:\w+\.)?(?:CACHE_(?:TYPE|BACKEND|DRIVER|PROVIDER)|CACHE_CONFIG\.CACHE_TYPE|CACHE\.CACHE_TYPE)$/i;

function cacheSetting(settings: PythonSettings): ReturnType<typeof choices>[number] | undefined {
  const held = settings.read('CACHE_TYPE');
  const technology = held?.text == null ? undefined : cacheOf(held.text);
  // What caches nothing stands in where no address is given.
  const real = technology === 'none' ? choices(settings, /^CACHE_TYPE$/, cacheOf).find((choice) => choice.technology !== 'none' && choice.setting.from === 'literal' && choice.setting.fact.stage === held?.fact.stage) : undefined;
  if (real !== undefined) return real;
  if (held !== undefined && technology !== undefined && held.fact.stage !== 'local') return { setting: held, technology, name: 'CACHE_TYPE' };
  return choices(settings, cacheNames, cacheOf).find(({ setting }) => setting.fact.stage !== 'local');
}

const sessionTypes: Readonly<Record<string, string>> = { redis: 'redis', memcached: 'memcached', filesystem: 'file', cachelib: 'file', sqlalchemy: 'database', mongodb: 'mongodb', dynamodb: 'dynamodb', null: 'cookie', none: 'cookie', securecookie: 'cookie', cookie: 'cookie', memory: 'memory' };

/** Who is logged in: a store on the server where one is named, else the signed cookie of the framework. Tokens are none. */
export function sessionBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const typed = choices(settings, /^(?:\w+\.)?SESSION_(?:TYPE|BACKEND|STORE)$/i, (text) => sessionTypes[text.toLowerCase()])[0];
  const extension = dependency(scope, 'flask-session', 'quart-session', 'flask-session2', 'flask-kvsession', 'sanic-session', 'starsessions');
  if (typed !== undefined && (extension !== undefined || typed.setting.from !== 'fallback')) return [binding({ need: 'sessions', technology: typed.technology, evidence: [...typed.setting.evidence, ...proof(extension)], basis: 'driver' })];
  const cached = marker(scope, 'python.session.cached');
  const [cache] = cacheBindings(settings);
  if (cached !== undefined && cache !== undefined) return [binding({ need: 'sessions', technology: cache.technology, evidence: [evidenceOf(cached, 'SessionInterface'), ...cache.evidence], basis: 'driver', confidence: 'likely' })];
  for (const [technology, fact] of technologies(scope, 'python.session.store')) return [binding({ need: 'sessions', technology, evidence: [evidenceOf(fact, 'session'), ...proof(dependency(scope, 'flask-login', 'fastapi-users', 'starsessions'))], basis: 'driver', confidence: 'likely' })];
  return [];
}
