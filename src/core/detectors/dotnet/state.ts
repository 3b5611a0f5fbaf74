import { binding } from '../bindings';
import type { Binding } from '../detector';
import { engineOf, isSet, proof, type DotnetSettings } from './settings';

const redisUses = ['AddStackExchangeRedisCache', 'AddRedisDistributedCache', 'AddRedisOutputCache', 'AddStackExchangeRedisOutputCache', 'AddRedisClient', 'AddKeyedRedisClient', 'AddStackExchangeRedisExtensions', 'UseCSRedis', 'ConnectionMultiplexer', 'IConnectionMultiplexer', 'RedisCacheOptions', 'AbpCachingStackExchangeRedisModule'];
const redisPackages = /^stackexchange\.redis|stackexchangeredis|^aspire\.stackexchange\.redis|^microsoft\.extensions\.caching\.(?:stackexchange)?redis|redis$|^csrediscore|^freeredis|^servicestack\.redis|^easycaching\.redis/;
/** An address or a section's value, not a detail like a timeout. */
const redisSetting = /redis|valkey|garnet/i;
const detail = /timeout|threshold|ttl|database$|prefix|expir|instance|ssl$|retry|pool|channel|allowadmin|abort|keyspace|:db$|:name$/i;
const redisSwitch = /(?:redis|valkey)\w*:(?:\w*enabled?|is_?active|active|use\w*)$|(?:^|:)\w*(?:use|enable)_?redis\w*$/i;
const cacheChoice = /(?:^|:)\w*cach(?:e|ing)\w*:(?:distributed\w*:)?(?:provider|type|driver|store|mode|distributedcachetype|implementation)$|(?:^|:)cache(?:provider|type|store|mode)$/i;

/** Redis, valkey or what else a connection is made to: the address or the resource that is set. */
export function redisConnection(settings: DotnetSettings): { readonly state: 'set' | 'off' | 'unknown'; readonly evidence: ReturnType<typeof proof>; readonly technology: string } {
  const resource = settings.aspire('redis', 'valkey');
  const switches = settings.settings(redisSwitch);
  const addresses = settings.settings(redisSetting).filter(({ path, fact }) => !detail.test(path) && !redisSwitch.test(path) && !(fact.value.kind === 'literal' && /^(?:\d+|true|false)$/i.test(fact.value.text)));
  const address = addresses.find(({ fact }) => isSet(fact))?.fact;
  const configured = switches.some(({ fact }) => !isSet(fact)) ? 'off' : address ?? (addresses.length > 0 ? 'off' : undefined);
  const byEngine = settings.settings(/./).find(({ fact }) => engineOf(fact) === 'redis' && isSet(fact))?.fact;
  const found = (configured === 'off' ? undefined : byEngine ?? configured) ?? resource;
  if (found !== undefined) return { state: 'set', evidence: proof(found, resource === found ? undefined : resource), technology: resource?.value.kind === 'literal' && resource.value.text === 'valkey' ? 'valkey' : 'redis' };
  const started = settings.container('redis', 'valkey');
  if (started !== undefined && configured !== 'off') return { state: 'set', evidence: proof(started), technology: 'redis' };
  return { state: configured === 'off' ? 'off' : 'unknown', evidence: [], technology: 'redis' };
}

export function cacheBindings(settings: DotnetSettings): readonly Binding[] {
  const chosen = settings.settings(cacheChoice).find(({ fact }) => fact.value.kind === 'literal' && /^(?:redis|memory|inmemory|memorycache|sqlserver|memcached|distributed)$/i.test(fact.value.text.trim()));
  const word = chosen?.fact.value.kind === 'literal' ? chosen.fact.value.text.trim().toLowerCase() : undefined;
  // EasyCaching is told its store by a name that others use, too.
  const easy = settings.packageLike(/^easycaching\.redis/) === undefined ? undefined : settings.use('AddEasyCaching');
  const redis = settings.use(...redisUses) ?? (easy === undefined ? undefined : settings.use('UseRedis'));
  const client = settings.packageLike(redisPackages);
  const connection = redisConnection(settings);
  const registered = settings.uses('AddDistributedMemoryCache', 'AddMemoryCache', 'AddHybridCache', 'AddFusionCache', 'AddLazyCache', ...(easy !== undefined && redis !== undefined ? [] : ['AddEasyCaching']), 'MemoryCache');
  const always = registered.find((fact) => !settings.unchosen(fact));
  const memory = always ?? registered[0];
  const database = settings.use('AddDistributedSqlServerCache', 'AddDistributedPostgresCache');
  if (word !== undefined && chosen !== undefined) {
    const technology = word === 'redis' ? 'redis' : word === 'sqlserver' ? 'database' : word === 'memcached' ? 'memcached' : word === 'distributed' ? undefined : 'memory';
    if (technology !== undefined) return [binding({ need: 'cache', technology, evidence: proof(chosen.fact, technology === 'redis' ? redis : memory), basis: 'driver', supported: technology !== 'redis' && redis !== undefined ? ['redis'] : [] })];
  }
  if (redis !== undefined && client !== undefined && (connection.state === 'set' || (connection.state === 'unknown' && memory === undefined))) {
    return [binding({ need: 'cache', technology: connection.technology, evidence: [...connection.evidence, ...proof(redis, client)], basis: 'driver', confidence: connection.state === 'set' ? 'certain' : 'likely', supported: memory === undefined ? [] : ['memory'] })];
  }
  const memcached = settings.use('AddEnyimMemcached');
  if (memcached !== undefined) return [binding({ need: 'cache', technology: 'memcached', evidence: proof(settings.configured(/memcache/i), memcached), basis: 'driver' })];
  // What is registered under a word that no setting has gives way to what always is.
  if (database !== undefined && !(always !== undefined && settings.unchosen(database))) return [binding({ need: 'cache', technology: 'database', evidence: proof(database), basis: 'driver' })];
  const reader = settings.use('IMemoryCache', 'IDistributedCache', 'HybridCache', 'IFusionCache', 'IEasyCachingProvider', 'IEasyCachingProviderFactory', 'IAppCache');
  if (memory !== undefined && reader !== undefined) return [binding({ need: 'cache', technology: 'memory', evidence: proof(memory, reader), basis: 'driver', confidence: 'likely', supported: redis === undefined ? [] : ['redis'] })];
  // Pages register the cache that their tags use, and every class may ask for it.
  const brought = settings.use('AddControllersWithViews', 'AddRazorPages', 'AddMvc');
  if (brought !== undefined && reader?.name === 'dotnet.IMemoryCache') return [binding({ need: 'cache', technology: 'memory', evidence: proof(brought, reader), basis: 'code', confidence: 'likely', supported: redis === undefined ? [] : ['redis'] })];
  return [];
}

const pages = ['AddControllersWithViews', 'AddRazorPages', 'AddRazorComponents', 'AddMvc', 'AddServerSideBlazor'];

/** `AddSession` keeps its data in the distributed cache; cookies of authentication carry themselves. */
export function sessionBindings(settings: DotnetSettings): readonly Binding[] {
  const session = settings.use('AddSession', 'UseSession');
  const connection = redisConnection(settings);
  if (session !== undefined) {
    const redis = settings.use('AddStackExchangeRedisCache', 'AddRedisDistributedCache', 'AddStackExchangeRedisExtensions');
    const database = settings.use('AddDistributedSqlServerCache', 'AddDistributedPostgresCache');
    if (redis !== undefined && (connection.state === 'set' || (connection.state === 'unknown' && database === undefined && settings.use('AddDistributedMemoryCache') === undefined))) return [binding({ need: 'sessions', technology: connection.technology, evidence: [...proof(session, redis), ...connection.evidence], basis: 'driver' })];
    if (database !== undefined) return [binding({ need: 'sessions', technology: 'database', evidence: proof(session, database), basis: 'driver' })];
    return [binding({ need: 'sessions', technology: 'memory', evidence: proof(session, settings.use('AddDistributedMemoryCache')), basis: 'driver', supported: redis === undefined ? [] : ['redis'] })];
  }
  const cookie = settings.use('AddCookie', 'AddIdentityCookies', 'ConfigureApplicationCookie', 'AddMicrosoftIdentityWebApp', 'AddMicrosoftIdentityWebAppAuthentication', 'UseCookieAuthentication', 'AddDefaultIdentity', 'AddIdentityServer', 'AbpAccountWebOpenIddictModule', 'AbpAccountWebIdentityServerModule', 'AbpAccountWebModule');
  const identity = settings.use('AddIdentity');
  const signsIn = cookie ?? (identity !== undefined && (settings.use('AddJwtBearer') === undefined || settings.use(...pages) !== undefined) ? identity : undefined);
  return signsIn === undefined ? [] : [binding({ need: 'sessions', technology: 'cookie', evidence: proof(signsIn), basis: 'driver', confidence: cookie === undefined ? 'likely' : 'certain' })];
}
