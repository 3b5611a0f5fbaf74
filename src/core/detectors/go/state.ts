import { binding } from '../bindings';
import type { Binding } from '../detector';
import { codedSessions, memcachedClients, memoryCaches, memorySessions, redisClients, sessionModules } from './modules';
import { proof, type GoSettings } from './settings';

const words: Readonly<Record<string, string>> = { redis: 'redis', valkey: 'valkey', memcached: 'memcached', memcache: 'memcached', memory: 'memory', inmemory: 'memory', mem: 'memory', local: 'memory', file: 'file', none: 'none', disabled: 'none', twoqueue: 'memory', 'redis-cluster': 'redis', cookie: 'cookie', db: 'database', database: 'database', postgres: 'database', mysql: 'database' };

function chosenWord(settings: GoSettings, variable: RegExp, setting: RegExp): { readonly technology: string; readonly evidence: ReturnType<typeof proof> } | undefined {
  for (const fact of [...settings.variables(variable), ...settings.settings(setting)]) {
    const text = fact.value.kind === 'literal' ? fact.value.text.trim().toLowerCase() : '';
    const technology = Object.hasOwn(words, text) ? words[text] : undefined;
    if (technology !== undefined) return { technology, evidence: proof(fact) };
  }
  return undefined;
}

function isPresent(configured: ReturnType<GoSettings['configured']>): boolean {
  return configured !== undefined && configured !== 'off';
}

const redisName = /redis|valkey/i;

export function cacheBindings(settings: GoSettings): readonly Binding[] {
  const redis = settings.imported(redisClients);
  const chosen = chosenWord(settings, /(^|_)CACHE_(?:DRIVER|TYPE|STORE|BACKEND|PROVIDER|ADAPTER)$/i, /(?:^|\.)[\w-]*cache[\w-]*\.(?:driver|type|store|backend|provider|adapter)$|(?:^|\.)cache[_-]?(?:driver|type|store|backend|provider|adapter)$/);
  if (chosen !== undefined && chosen.technology !== 'none') return [binding({ need: 'cache', technology: chosen.technology, evidence: [...chosen.evidence, ...proof(chosen.technology === 'redis' ? redis : undefined)], basis: 'driver', supported: redis === undefined || chosen.technology === 'redis' ? [] : ['redis'] })];
  const configured = settings.configured(redisName);
  if (redis !== undefined && configured !== 'off') {
    const queue = settings.imported(['github.com/hibiken/asynq', 'github.com/RichardKnop/machinery', 'github.com/gocraft/work']);
    const started = settings.container('redis', 'valkey');
    if (configured !== undefined || started !== undefined || queue === undefined) {
      return [binding({ need: 'cache', technology: 'redis', evidence: proof(configured, configured === undefined ? started : undefined, redis), basis: 'driver', confidence: configured === undefined ? 'likely' : 'certain' })];
    }
  }
  const memcached = settings.imported(memcachedClients);
  if (memcached !== undefined && settings.configured(/memcache/i) !== 'off') return [binding({ need: 'cache', technology: 'memcached', evidence: proof(settings.configured(/memcache/i), memcached), basis: 'driver' })];
  const memory = settings.imported(memoryCaches) ?? settings.marker('go.cache.default');
  return memory === undefined ? [] : [binding({ need: 'cache', technology: 'memory', evidence: proof(memory), basis: 'library', confidence: 'likely', supported: redis === undefined ? [] : ['redis'] })];
}

export function sessionBindings(settings: GoSettings): readonly Binding[] {
  const stores = sessionModules.flatMap(({ technology, modules }) => {
    const fact = settings.imported(modules);
    return fact === undefined ? [] : [{ technology, fact }];
  });
  const memory = settings.imported(memorySessions);
  const coded = settings.imported(codedSessions);
  const inUse = stores.length > 0 || memory !== undefined || coded !== undefined;
  const chosen = chosenWord(settings, /(^|_)SESSION_?(?:DRIVER|STORE|PROVIDER|TYPE|BACKEND)$/i, /(?:^|\.)session\w*\.(?:driver|store|provider|type|backend)$|(?:^|\.)session_?(?:driver|store|provider|type|on)$/);
  if (chosen !== undefined && chosen.technology !== 'none') return [binding({ need: 'sessions', technology: chosen.technology, evidence: [...chosen.evidence, ...proof(stores[0]?.fact)], basis: 'driver' })];
  const provider = settings.scope.find('code', 'go.session.provider').find((fact) => fact.value.kind === 'literal' && Object.hasOwn(words, fact.value.text) && (fact.value.text !== 'redis' || isPresent(settings.configured(redisName))));
  if (provider?.value.kind === 'literal') return [binding({ need: 'sessions', technology: words[provider.value.text] ?? '', evidence: proof(provider), basis: 'driver' })];
  const usable = stores.filter(({ technology }) => technology !== 'redis' || settings.configured(redisName) !== 'off');
  const [store] = usable;
  if (store !== undefined && inUse) return [binding({ need: 'sessions', technology: store.technology, evidence: proof(store.fact), basis: 'driver', supported: usable.slice(1).map(({ technology }) => technology).filter((technology) => technology !== store.technology) })];
  if (coded !== undefined || memory !== undefined) {
    for (const technology of ['redis', 'database', 'file', 'cookie', 'memory']) {
      const use = settings.marker(`go.session.${technology}`);
      if (use !== undefined) return [binding({ need: 'sessions', technology, evidence: proof(use, coded ?? memory), basis: 'driver' })];
    }
    if (memory !== undefined) return [binding({ need: 'sessions', technology: 'memory', evidence: proof(memory), basis: 'library', confidence: 'likely' })];
  }
  const table = settings.marker('go.session.table');
  if (table !== undefined) return [binding({ need: 'sessions', technology: 'database', evidence: proof(table), basis: 'code', confidence: 'likely' })];
  const own = settings.marker('go.session.own');
  return own === undefined ? [] : [binding({ need: 'sessions', technology: 'cookie', evidence: proof(own), basis: 'code', confidence: 'likely' })];
}
