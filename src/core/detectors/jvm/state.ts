import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { connectsByItself, isWebArchive } from './frameworks';
import { proof } from './proof';
import type { JvmSettings } from './settings';

/** `spring.cache.type` → technology and, inside the process, the library. */
const cacheTypes: Readonly<Record<string, readonly [string, string | null]>> = {
  redis: ['redis', null], caffeine: ['memory', 'caffeine'], ehcache: ['memory', 'ehcache'], jcache: ['memory', 'jcache'], simple: ['memory', null], none: ['none', null], hazelcast: ['hazelcast', null], infinispan: ['infinispan', null], couchbase: ['couchbase', null], cache2k: ['memory', 'cache2k'], memory: ['memory', null], local: ['memory', null], generic: ['memory', null],
};

/** Words of applications that choose between stores of their own. */
const ownCacheTypes: Readonly<Record<string, string>> = { database: 'database', jdbc: 'database', redis: 'redis', memory: 'memory', 'in-memory': 'memory', caffeine: 'memory', local: 'memory' };

const redisHost = ['spring.data.redis.url', 'spring.redis.url', 'spring.data.redis.host', 'spring.redis.host', 'spring.data.redis.cluster.nodes', 'spring.redis.cluster.nodes', 'spring.data.redis.sentinel.nodes', 'spring.redis.sentinel.nodes', 'spring.redis.redisson.config', 'spring.redis.redisson.file', 'quarkus.redis.hosts', 'redis.uri', 'redis.uris', 'redis.url', 'redis.host', 'redis.hosts', 'spring.data.redis.port', 'spring.redis.port', 'redisson.address', 'jhipster.cache.redis.server'] as const;
const redisClient = /^org\.springframework\.boot:spring-boot-starter-data-redis(?:-reactive)?$|^org\.redisson:redisson|^redis\.clients:jedis$|^io\.lettuce:lettuce-core$|^io\.quarkus:quarkus-redis-client$|^io\.micronaut\.redis:|^org\.springframework\.data:spring-data-redis$|^com\.github\.sonus21:rqueue|^io\.github\.crackthecodeabhi:kreds|^com\.alicp\.jetcache:jetcache-starter-redis|^com\.github\.karelcemus:play-redis|^io\.vertx:vertx-redis-client$/;

/** Caches by the type that is configured, else as auto-configuration finds a provider once caching is switched on. */
export function cacheBindings(settings: JvmSettings): readonly Binding[] {
  const enabled = settings.marker('jvm.cache.enabled', 'jvm.cache.use');
  const named = settings.keys(/^micronaut\.caches\.[\w.]+$|^quarkus\.cache\.(?:caffeine|redis)\./).flatMap((key) => settings.read(key) ?? [])[0];
  const type = settings.read('spring.cache.type', 'micronaut.caches.type');
  const address = settings.read(...redisHost);
  // `if (config.isRedisEnabled())`, and no file that names an address: it waits for whoever switches it on.
  const isWaiting = address === undefined && settings.marker('jvm.redis.guarded') !== undefined;
  const client = isWaiting ? undefined : settings.dependencies(redisClient)[0];
  const offeredRedis = client === undefined ? [] : ['redis'];
  const chosen = type?.text == null ? undefined : cacheTypes[type.text.toLowerCase()];
  if (type !== undefined && chosen !== undefined && (enabled !== undefined || settings.dependency('org.springframework.boot:spring-boot-starter-cache') !== undefined || chosen[0] === 'redis')) {
    const [technology, library] = chosen;
    return [binding({ need: 'cache', technology, library, evidence: [...type.evidence, ...(technology === 'redis' ? (address?.evidence ?? []) : []), ...proof(enabled)], basis: 'driver', supported: technology === 'redis' ? [] : offeredRedis })];
  }
  // `shop.cache.provider=database`: a cache of the application's own making.
  const own = settings.keys(/^(?!spring\.|quarkus\.|micronaut\.)(?:[\w-]+\.)*cache\.(?:provider|type|store|backend)$/).flatMap((key) => settings.read(key) ?? []).find((setting) => setting.text !== null && Object.hasOwn(ownCacheTypes, setting.text.toLowerCase()));
  const ownType = own?.text == null ? undefined : ownCacheTypes[own.text.toLowerCase()];
  if (own !== undefined && ownType !== undefined && (ownType !== 'redis' || client !== undefined)) return [binding({ need: 'cache', technology: ownType, evidence: own.evidence, basis: 'driver', supported: ownType === 'redis' ? [] : offeredRedis })];
  const provider = enabled === undefined && named === undefined && settings.dependency('io.quarkus:quarkus-cache', 'io.quarkus:quarkus-redis-cache') === undefined ? undefined : providerOf(settings);
  if (provider !== undefined && provider.technology !== 'redis') return [binding({ need: 'cache', technology: provider.technology, library: provider.library, evidence: [...proof(enabled), ...(named?.evidence ?? []), ...proof(provider.dependency)], basis: 'library', supported: offeredRedis })];
  if (client !== undefined && !settings.isOff(/redis/) && (address !== undefined || connectsByItself(settings.scope.application.framework))) {
    const use = settings.marker('jvm.redis.use');
    const isSession = settings.dependency('org.springframework.session:spring-session-data-redis', 'org.springframework.boot:spring-boot-starter-session-data-redis') !== undefined;
    if (address !== undefined && (!isSession || use !== undefined || enabled !== undefined) || (use !== undefined || enabled !== undefined) && !isSession) {
      return [binding({ need: 'cache', technology: flavour(settings, address?.host ?? null), evidence: [...(address?.evidence ?? []), ...proof(client, enabled, use)], basis: 'driver', confidence: address === undefined ? 'likely' : 'certain' })];
    }
  }
  const memcached = settings.dependencies(/memcached|spymemcached|xmemcached|elasticache-java-cluster-client/)[0];
  const servers = settings.keys(/memcached?.*(?:servers?|hosts?|address(?:es)?|endpoint|nodes)$/)[0];
  if (memcached !== undefined && servers !== undefined) return [binding({ need: 'cache', technology: 'memcached', evidence: [...(settings.read(servers)?.evidence ?? []), ...proof(memcached)], basis: 'driver' })];
  const caffeine = settings.marker('jvm.cache.caffeine');
  if (caffeine !== undefined && enabled === undefined) return [binding({ need: 'cache', technology: 'memory', library: 'caffeine', evidence: proof(caffeine, settings.dependency('com.github.ben-manes.caffeine:caffeine')), basis: 'code', confidence: 'likely' })];
  for (const library of ['guava', 'cache2k', 'ehcache']) {
    const built = enabled === undefined ? settings.marker(`jvm.cache.${library}`) : undefined;
    if (built !== undefined) return [binding({ need: 'cache', technology: 'memory', library, evidence: proof(built), basis: 'code', confidence: 'likely', supported: isWaiting ? ['redis'] : [] })];
  }
  if (enabled !== undefined && settings.marker('jvm.cache.enabled') !== undefined) return [binding({ need: 'cache', technology: 'memory', evidence: proof(settings.marker('jvm.cache.enabled')), basis: 'code', confidence: 'likely' })];
  return [];
}

/** Images and hosts that say Valkey; the client is the same. */
function flavour(settings: JvmSettings, host: string | null): string {
  if (host !== null && /valkey/.test(host)) return 'valkey';
  const containers = settings.scope.find('container').map((fact) => (fact.value.kind === 'literal' ? fact.value.text : ''));
  return containers.some((image) => /valkey/.test(image)) && !containers.some((image) => /redis/.test(image)) ? 'valkey' : 'redis';
}

interface Provider {
  readonly technology: string;
  readonly library: string | null;
  readonly dependency: Fact | undefined;
}

/** In the order in which Spring Boot looks: JCache, Hazelcast, Infinispan, Redis, Caffeine. */
function providerOf(settings: JvmSettings): Provider | undefined {
  const find = (pattern: RegExp): Fact | undefined => settings.dependencies(pattern)[0];
  const order: readonly (readonly [RegExp, string, string | null])[] = [
    [/^org\.ehcache:ehcache|^net\.sf\.ehcache:|hibernate-ehcache$/, 'memory', 'ehcache'],
    [/^com\.hazelcast:hazelcast/, 'hazelcast', null],
    [/^org\.infinispan:infinispan-(?:spring|core|cachestore|jcache|embedded|client)|quarkus-infinispan|infinispan-.*-starter/, 'infinispan', null],
    [/^com\.alicp\.jetcache:jetcache-starter-redis|^io\.quarkus:quarkus-redis-cache$|^io\.micronaut\.redis:/, 'redis', null],
    [redisClient, 'redis', null],
    [/^com\.github\.ben-manes\.caffeine:|^io\.micronaut\.cache:micronaut-cache-caffeine$|^io\.quarkus:quarkus-cache$/, 'memory', 'caffeine'],
    [/^org\.cache2k:/, 'memory', 'cache2k'],
  ];
  for (const [pattern, technology, library] of order) {
    const dependency = find(pattern);
    if (dependency !== undefined && !(technology === 'redis' && settings.isOff(/redis/))) return { technology, library, dependency };
  }
  return undefined;
}

const stores: readonly (readonly [string, RegExp])[] = [
  ['redis', /spring-session-data-redis$|session-data-redis$|micronaut-session-redis|^io\.github\.\w+:ktor-session-redis/],
  ['database', /spring-session-jdbc$|starter-session-jdbc$/],
  ['hazelcast', /spring-session-hazelcast$|session-hazelcast$/],
  ['mongodb', /spring-session-data-mongodb$|mongodb-spring-session$/],
];

const storeTypes: Readonly<Record<string, string>> = { redis: 'redis', jdbc: 'database', hazelcast: 'hazelcast', mongodb: 'mongodb', none: 'memory', memory: 'memory', 'in-memory': 'memory' };

/** A store of Spring Session, else the server's memory where the application keeps a session at all. */
export function sessionBindings(settings: JvmSettings): readonly Binding[] {
  const type = settings.read('spring.session.store-type', 'micronaut.session.http.redis.enabled');
  const named = type?.text == null ? undefined : storeTypes[type.text.toLowerCase()];
  const installed = stores.flatMap(([technology, pattern]) => settings.dependencies(pattern).slice(0, 1).map((fact) => ({ technology, fact })));
  const marked = settings.marker('jvm.session.redis') ?? settings.marker('jvm.session.jdbc');
  if (type !== undefined && named !== undefined && (named !== 'memory' || installed.length > 0)) {
    return [binding({ need: 'sessions', technology: named, library: 'spring-session', evidence: [...type.evidence, ...proof(installed[0]?.fact)], basis: 'driver', supported: installed.map(({ technology }) => technology).filter((technology) => technology !== named) })];
  }
  const [store, ...others] = installed;
  if (store !== undefined) return [binding({ need: 'sessions', technology: store.technology, library: 'spring-session', evidence: proof(store.fact, marked), basis: 'library', supported: others.map(({ technology }) => technology) })];
  // Shiro asks a class of the application where its sessions are; of several, the one that waits for a switch is not it.
  const ownStore = (['database', 'redis'] as const).map((technology) => ({ technology, fact: settings.marker(`jvm.session.dao.${technology}`) }));
  const kept = ownStore.filter(({ technology, fact }) => fact !== undefined && !(technology === 'redis' && settings.marker('jvm.redis.guarded') !== undefined));
  const [own] = kept;
  if (own !== undefined) return [binding({ need: 'sessions', technology: own.technology, library: 'shiro', evidence: proof(own.fact), basis: 'code', supported: ownStore.filter(({ technology, fact }) => fact !== undefined && technology !== own.technology).map(({ technology }) => technology) })];
  const form = settings.read('quarkus.http.auth.form.enabled');
  if (form?.text === 'true') return [binding({ need: 'sessions', technology: 'cookie', evidence: form.evidence, basis: 'driver' })];
  const oidc = settings.read('quarkus.oidc.application-type');
  if (oidc?.text !== undefined && /web-app|hybrid/.test(oidc.text ?? '')) return [binding({ need: 'sessions', technology: 'cookie', evidence: oidc.evidence, basis: 'driver' })];
  if (settings.scope.application.framework === 'play') {
    // Play signs the session and hands it to the browser.
    const signed = [...(settings.read('play.http.session.cookie-name', 'play.http.session.max-age', 'play.http.session.secure')?.evidence ?? []), ...proof(settings.marker('jvm.session.use'))];
    return signed.length === 0 ? [] : [binding({ need: 'sessions', technology: 'cookie', evidence: signed, basis: 'driver' })];
  }
  const vaadin = settings.dependencies(/^com\.vaadin:vaadin(?:-spring-boot-starter|-core)?$/)[0];
  const stateless = settings.marker('jvm.session.stateless');
  const login = settings.marker('jvm.session.login');
  const { framework, root } = settings.scope.application;
  // A helper of a shared module offers sessions to verticles that keep none.
  const use = settings.scope.find('code', 'jvm.session.use').find((fact) => framework !== 'vertx' || root === '.' || fact.at.path.startsWith(`${root}/`));
  if (settings.scope.application.framework === 'quarkus' || stateless !== undefined && vaadin === undefined) return [];
  const security = settings.dependencies(/spring-boot-starter-security$|spring-security-(?:web|config)$|starter-(?:oauth2-client|security-oauth2-client)$/)[0];
  const templates = settings.dependencies(/spring-boot-starter-(?:thymeleaf|freemarker|mustache|groovy-templates)$/)[0];
  const declared = isWebArchive(settings.scope.application.framework) ? settings.marker('jvm.session.config') : undefined;
  const decisive = vaadin ?? login ?? use ?? declared;
  if (decisive === undefined && (security === undefined || templates === undefined)) return [];
  return [binding({ need: 'sessions', technology: 'memory', evidence: proof(decisive, login, use, security, decisive === undefined ? templates : undefined), basis: 'code', confidence: 'likely' })];
}
