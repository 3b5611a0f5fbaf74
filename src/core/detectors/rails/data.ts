import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { container, gem, manifestProof, marker, others, proof } from '../ruby/context';
import { asksFor, type Condition } from '../ruby/conditions';
import type { RubySetting, RubySettings } from '../ruby/settings';
import { cacheOf, databaseOf, sessionOf } from '../ruby/technologies';

export function confidenceOf(setting: RubySetting): Binding['confidence'] {
  return setting.from === 'fallback' ? 'likely' : 'certain';
}

const drivers: readonly (readonly [technology: string, gems: readonly string[]])[] = [
  ['postgresql', ['pg', 'activerecord-postgis-adapter', 'activerecord-jdbcpostgresql-adapter', 'sequel_pg']],
  ['mysql', ['mysql2', 'trilogy', 'activerecord-trilogy-adapter', 'activerecord-jdbcmysql-adapter', 'ruby-mysql']],
  ['sqlite', ['sqlite3', 'activerecord-enhancedsqlite3-adapter', 'litestack']],
  ['sqlserver', ['activerecord-sqlserver-adapter', 'tiny_tds']],
  ['oracle', ['activerecord-oracle_enhanced-adapter', 'ruby-oci8']],
  ['cockroachdb', ['activerecord-cockroachdb-adapter']],
];

/** Engines whose drivers are installed where the application runs. */
export function installedDrivers(settings: RubySettings): readonly { readonly technology: string; readonly fact: Fact }[] {
  return drivers.flatMap(([technology, gems]) => {
    const fact = gem(settings.scope, ...gems);
    return fact === undefined ? [] : [{ technology, fact }];
  });
}

/**
 * `DATABASE_URL` of the deployment wins over `database.yml`; there the `production` section decides, the primary where
 * there are several. What says nothing (an address that nobody wrote down) leaves it to the driver that is installed.
 */
export function databaseBindings(settings: RubySettings): readonly Binding[] {
  const installed = installedDrivers(settings);
  const documents = documentBindings(settings);
  const offers = installed.map(({ technology }) => technology);
  const chosen = addressed(settings) ?? configured(settings) ?? fallenBack(settings, installed);
  if (chosen === undefined) return documents;
  const { technology } = chosen;
  if (technology === 'mongodb') return documents;
  const maria = technology === 'mysql' && container(settings.scope, 'mysql') === undefined ? container(settings.scope, 'mariadb') : undefined;
  const served = maria === undefined ? technology : 'mariadb';
  const driver = installed.find((one) => one.technology === technology)?.fact;
  return [
    binding({ need: 'relational-database', technology: served, evidence: [...chosen.evidence, ...proof(maria, driver)], basis: 'driver', confidence: chosen.confidence, supported: others([...offers, ...chosen.offers], technology).filter((word) => word !== served) }),
    ...documents,
  ];
}

interface Chosen {
  readonly technology: string;
  readonly evidence: Binding['evidence'];
  readonly confidence: Binding['confidence'];
  readonly offers: readonly string[];
}

function addressed(settings: RubySettings): Chosen | undefined {
  const variable = settings.variable('DATABASE_URL');
  const scheme = variable?.detail?.['scheme'];
  const technology = scheme === undefined ? undefined : databaseOf(scheme);
  return variable === undefined || technology === undefined ? undefined : { technology, evidence: [evidenceOf(variable), ...proof(settings.all(/^yml\.database\.production(?:\.\w+)?\.(?:url|adapter)$/)[0])], confidence: 'certain', offers: [] };
}

const adapterName = /^yml\.database\.production\.(?:\w+\.)?(?:adapter|url)$/;

function configured(settings: RubySettings): Chosen | undefined {
  const variants = variantsOf(settings);
  const facts = settings.all(adapterName).filter((fact) => !/\.(?:cable|cache|queue|errors)\./.test(fact.name.replace(/^ruby\.yml\.database\.production/, '')));
  const ranked = [...facts].sort((a, b) => rankOf(a, variants) - rankOf(b, variants));
  for (const fact of ranked) {
    const setting = settings.resolve(fact);
    const technology = setting?.text == null ? undefined : databaseOf(setting.text);
    if (setting === undefined || technology === undefined) continue;
    const offers = settings.offered(adapterName).flatMap((text) => databaseOf(text) ?? []);
    return { technology, evidence: [...setting.evidence, ...variants.evidence], confidence: fact.stage === 'example' ? 'likely' : confidenceOf(setting), offers };
  }
  return undefined;
}

interface Variants {
  readonly chosen: string | undefined;
  readonly evidence: Binding['evidence'];
}

/** `database.mysql.yml` beside `database.sqlite.yml`: a variable, or the driver that alone is installed, picks one. */
function variantsOf(settings: RubySettings): Variants {
  const names = [...new Set(settings.all(adapterName).flatMap((fact) => fact.detail?.['variant'] ?? []))];
  if (names.length < 2) return { chosen: undefined, evidence: [] };
  const named = settings.first('database_adapter', 'db_adapter', '@db_adapter');
  const variable = settings.variable('DATABASE_ADAPTER', 'DB_ADAPTER', 'DATABASE_TYPE');
  const text = variable?.value.kind === 'literal' ? variable.value.text : named?.text;
  const chosen = names.find((name) => text != null && (name === text || databaseOf(name) === databaseOf(text)));
  if (chosen !== undefined) return { chosen, evidence: variable === undefined ? (named?.evidence ?? []) : [evidenceOf(variable)] };
  const preset = marker(settings.scope, 'ruby.database.sqlite', 'ruby.database.mysql', 'ruby.database.postgresql');
  const presetName = preset === undefined ? undefined : names.find((name) => databaseOf(name) === preset.name.slice('ruby.database.'.length));
  if (presetName !== undefined && preset !== undefined) return { chosen: presetName, evidence: [evidenceOf(preset)] };
  // The one whose server runs beside.
  const served = names.filter((name) => container(settings.scope, ...containersOf(databaseOf(name))) !== undefined);
  if (served.length === 1) return { chosen: served[0], evidence: proof(container(settings.scope, ...containersOf(databaseOf(served[0] ?? '')))) };
  const [only, second] = installedDrivers(settings);
  return { chosen: second === undefined ? names.find((name) => databaseOf(name) === only?.technology) : undefined, evidence: [] };
}

function containersOf(engine: string | undefined): readonly string[] {
  return engine === undefined ? [] : engine === 'mysql' ? ['mysql', 'mariadb'] : [engine];
}

/** The file without a variant, then the variant that was chosen; the primary of several databases first. */
function rankOf(fact: Fact, { chosen }: Variants): number {
  const variant = fact.detail?.['variant'];
  const file = variant === undefined ? 0 : variant === chosen ? 1 : 2;
  const entry = /production\.(?:primary\.)?(?:adapter|url)$/.test(fact.name) ? 0 : 1;
  return Number(fact.stage === 'example') * 100 + file * 10 + entry * 2 + Number(fact.name.endsWith('.adapter'));
}

/** No production section, or an address that only the deployment knows: what other sections speak to, else the driver. */
function fallenBack(settings: RubySettings, installed: ReturnType<typeof installedDrivers>): Chosen | undefined {
  const section = settings.all(/^yml\.database\.(?:default|defaults|shared|common|base|development|\w+)\.(?:primary\.)?adapter$/)[0];
  const setting = section === undefined ? undefined : settings.resolve(section);
  const technology = setting?.text == null ? undefined : databaseOf(setting.text);
  const [only] = installed;
  if (only !== undefined && installed.length === 1 && (technology === undefined || technology !== only.technology)) return { technology: only.technology, evidence: proof(only.fact), confidence: 'likely', offers: [] };
  if (setting !== undefined && technology !== undefined) return { technology, evidence: setting.evidence, confidence: 'likely', offers: [] };
  const beside = installed.find((one) => container(settings.scope, one.technology) !== undefined);
  const best = beside ?? installed.find((one) => one.technology !== 'sqlite');
  return best === undefined ? undefined : { technology: best.technology, evidence: proof(best.fact), confidence: 'possible', offers: [] };
}

/** Mongoid in place of Active Record or beside it, and DynamoDB. */
export function documentBindings({ scope, all }: RubySettings): readonly Binding[] {
  const mongo = gem(scope, 'mongoid', 'mongo', 'mongo_mapper');
  const use = marker(scope, 'ruby.mongodb');
  const file = all(/^yml\.mongoid\./)[0];
  if (mongo !== undefined && (use !== undefined || file !== undefined)) return [binding({ need: 'document-database', technology: 'mongodb', evidence: proof(file, use, mongo), basis: 'driver' })];
  const dynamo = gem(scope, 'dynamoid', 'aws-record', 'aws-sdk-dynamodb');
  const table = marker(scope, 'ruby.dynamodb');
  return dynamo === undefined || table === undefined ? [] : [binding({ need: 'document-database', technology: 'dynamodb', evidence: proof(table, dynamo), basis: 'driver' })];
}

const cacheNames = ['config.cache_store', 'config.cache_store.options'];

/** Rails keeps files where production names no store. */
export function cacheBindings(settings: RubySettings): readonly Binding[] {
  const chosen = cacheSetting(settings);
  const offered = settings.offered('config.cache_store').map((text) => cacheOf(text));
  const supported = (technology: string): readonly string[] => others(offered, technology).filter((word) => word !== 'none');
  if (chosen !== undefined) return [binding({ need: 'cache', technology: chosen.technology, evidence: chosen.setting.evidence, basis: 'driver', confidence: confidenceOf(chosen.setting), supported: supported(chosen.technology) })];
  const unknown = settings.all(cacheNames[0] ?? '')[0];
  const redis = gem(settings.scope, 'redis-rails', 'redis-activesupport', 'solid_cache', 'dalli');
  if (unknown !== undefined && redis !== undefined) return [binding({ need: 'cache', technology: cacheOf(redis.name) ?? 'redis', evidence: proof(unknown, redis), basis: 'library', confidence: 'possible' })];
  const waiting = storeThatWaits(settings);
  if (waiting !== undefined) return [waiting];
  const caching = settings.read('config.action_controller.perform_caching');
  if (caching === undefined || !caching.isSet || caching.fact.stage !== 'production') return [];
  // That caching is on stands in production; the store is nobody's decision.
  const evidence = caching.evidence.map((one) => ({ ...one, stage: 'default' as const }));
  return [binding({ need: 'cache', technology: 'file', evidence, basis: 'driver', confidence: 'likely', supported: supported('file') })];
}

/** Variables that say where a server is. */
const address = /(?:_|^)(?:SERVERS?|URL|URI|HOSTS?|ENDPOINT)$/;

/** `if ENV["MEMCACHE_SERVERS"]`: the one store that production knows, behind the address that only the deployment has. */
function storeThatWaits({ scope, isInForce }: RubySettings): Binding | undefined {
  const facts = scope.find('config', 'ruby.config.cache_store').filter((fact) => fact.stage === 'production');
  const [only, second] = facts;
  const technology = only?.value.kind === 'literal' ? cacheOf(only.value.text) : undefined;
  if (only === undefined || second !== undefined || technology === undefined || technology === 'none' || isInForce(only) !== false) return undefined;
  const conditions = JSON.parse(only.detail?.['when'] ?? '[]') as readonly Condition[];
  const waits = conditions.length > 0 && conditions.every(({ test, negated }) => !negated && asksFor(test, address));
  return waits ? binding({ need: 'cache', technology, evidence: proof(only), basis: 'library', confidence: 'possible', supported: ['file'] }) : undefined;
}

function cacheSetting(settings: RubySettings): { readonly setting: RubySetting; readonly technology: string } | undefined {
  for (const fact of settings.all('config.cache_store')) {
    const setting = settings.resolve(fact);
    const technology = setting?.text == null ? undefined : cacheOf(setting.text);
    if (setting !== undefined && technology !== undefined) return { setting, technology };
    const named = fact.value.kind === 'unknown' ? cacheOf(fact.value.why) : undefined;
    if (setting !== undefined && named !== undefined) return { setting, technology: named };
  }
  return undefined;
}

/** A signed cookie unless the configuration says otherwise; an interface without sessions has none. */
export function sessionBindings(settings: RubySettings): readonly Binding[] {
  for (const fact of settings.all('config.session_store')) {
    const setting = settings.resolve(fact);
    const text = setting?.text ?? (fact.value.kind === 'unknown' ? fact.value.why : null);
    if (setting === undefined || text === null) continue;
    if (/^(?:disabled|nil|null)$/.test(text)) return [];
    const cached = /cache_store|CacheStore/.test(text) ? (cacheSetting(settings)?.technology ?? 'file') : undefined;
    const technology = sessionOf(text) ?? cached;
    if (technology === undefined) continue;
    const supported = others(settings.offered('config.session_store').map((word) => sessionOf(word)), technology);
    return [binding({ need: 'sessions', technology, evidence: setting.evidence, basis: 'driver', confidence: confidenceOf(setting), supported })];
  }
  const alone = settings.read('config.api_only');
  if (alone?.isSet === true) {
    const added = settings.all('config.middleware.use').find((fact) => fact.value.kind === 'unknown' && /Session::\w+Store/.test(fact.value.why));
    const word = added?.value.kind === 'unknown' ? sessionOf(added.value.why) : undefined;
    return added === undefined || word === undefined ? [] : [binding({ need: 'sessions', technology: word, evidence: proof(added), basis: 'driver' })];
  }
  return [binding({ need: 'sessions', technology: 'cookie', evidence: [manifestProof(settings.scope)], basis: 'library', confidence: 'likely' })];
}
