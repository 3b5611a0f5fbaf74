import type { Evidence, Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { environmentOf } from '../environment';
import { dependencies, phpCompute } from '../php/runtime';
import { foreignServices, serviceOf } from '../foreignServices';
import { imageProduct } from '../images';
import { messengerBridges } from '../php/packages';
import { phpFacts } from '../php/settings';
import type { ApplicationScope } from '../scope';
import { decided, inFile, type PhpContext } from './context';
import { openedClient } from './clients';
import { delivery } from './delivery';
import { phpFrameworks } from './frameworks';
import { pipelineTechnologies } from './roadRunner';
import { hyperfBindings } from './hyperf';
import { cacheTechnology, databaseTechnology, queueTechnology, sessionTechnology } from './technologies';

/** All needs of an application on another PHP framework, or on none. */
export function phpWebBindings(whole: ApplicationScope): readonly Binding[] {
  const scope = withoutForeignVariables(whole);
  const context: PhpContext = { scope, facts: phpFacts(scope), environment: environmentOf(scope) };
  const framework = [{ at: scope.application.manifest, key: scope.application.framework, stage: 'default' } as const];
  return [...phpCompute(scope, framework), ...database(context), ...documents(context), ...(scope.application.framework === 'hyperf' ? hyperfBindings(context) : [...cache(context), ...sessions(context), ...queue(context), ...realtime(context)]), ...delivery(context)];
}

const pushers: Readonly<Record<string, string>> = { 'composer:cboden/ratchet': 'ws', 'composer:pusher/pusher-php-server': 'pusher', 'composer:ably/ably-php': 'ably' };

/** A server of WebSockets that the application brings, or the service that it pushes through. */
function realtime({ scope }: PhpContext): readonly Binding[] {
  return dependencies(scope, ...Object.keys(pushers)).slice(0, 1).map((fact) => binding({ need: 'realtime', technology: pushers[fact.name] ?? '', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}

/** What compose tells an image of somebody else, a directory or a wiki, is not seen by the application. */
function withoutForeignVariables(scope: ApplicationScope): ApplicationScope {
  const foreign = foreignServices(scope, []);
  if (foreign.size === 0) return scope;
  const isSeen = (fact: Fact): boolean => fact.origin !== 'compose' || !foreign.has(serviceOf(fact));
  return { ...scope, find: (kind, name) => (kind === 'env' ? scope.find(kind, name).filter(isSeen) : scope.find(kind, name)) };
}

/** Names of settings that choose a database, the most telling first. */
const databaseNames = [
  /(^|\.)components\.db\.dsn(\.dsn)?$/i, /^db\.dsn(\.dsn)?$/i, /^dsn(\.dsn)?$/i,
  /^Datasources\.default\.(url|driver|className)$/, /^databases\.default\.default\.driver$/, /^database\.default\.default\.driver$/,
  /^default\.DBDriver$/, /^default\.datasource$/, /^db\.default\.dbdriver$/, /^DB\.Connections\.Default\.driver$/i, /^db\.connection\.default\.(?:driver|model|engine)$/,
  /(^|[._])(db|database|sql)[._]?(driver|type|engine|adapter|connection|dialect|ms)$/i, /(^|[._])(?:db|sgbd|dbms|banco|tipo_?banco)$/i, /(^|[._])(?:db|database)[._](?:options?|config|settings)[._](driver|type|adapter|engine)$/i, /(^|\.)(db|database|dbal|doctrine|connection|default|mysql|pgsql)\.(?:[\w-]+\.)?(driver|type|adapter|engine)$/i, /\.dsn$/,
];

const urlKeys = ['DATABASE_URL', 'DATABASE_DSN', 'CRAFT_DB_DSN', 'DB_DSN', 'SS_DATABASE_URL'];

function database(context: PhpContext): readonly Binding[] {
  const { scope, environment, facts } = context;
  const url = urlKeys.map((key) => environment.lookup(key)).find((fact) => fact?.detail?.['scheme'] !== undefined);
  const named = ['DB_CONNECTION', 'DB_DRIVER', 'DB_TYPE', 'DB_ENGINE', 'CRAFT_DB_DRIVER', 'SS_DATABASE_CLASS', 'database.default.DBDriver', 'DATABASE_DRIVER', 'DATASOURCES_DEFAULT_DRIVER'].map((key) => environment.lookup(key)).find((fact) => fact?.value.kind === 'literal' && databaseTechnology(fact.value.text) !== undefined);
  const supported = { supported: spoken(scope) };
  for (const [fact, text] of [[url, url?.detail?.['scheme']], [named, named?.value.kind === 'literal' ? named.value.text : undefined]] as const) {
    const technology = text === undefined ? undefined : databaseTechnology(text);
    if (fact !== undefined && technology !== undefined) return [relational(technology, [evidenceOf(fact)], supported.supported)];
  }
  const configured = decided(context, 'relational-database', databaseNames, databaseTechnology, null, supported);
  if (configured.length > 0) return configured.map((item) => ({ ...item, supported: item.supported.filter((name) => name !== item.technology) }));
  const client = openedClient(scope, facts);
  if (client?.value.kind === 'literal') return [relational(databaseTechnology(client.value.text) ?? 'mysql', [evidenceOf(client, 'connect')], supported.supported)];
  const magento = context.facts.find((fact) => fact.name === 'db.connection.default');
  if (magento !== undefined) return [relational('mysql', [evidenceOf(magento)], ['mariadb'])];
  const demanded = extension(context);
  return demanded.length > 0 ? demanded : [...sample(context), ...beside(context), ...product(context)].slice(0, 1);
}

/** A platform's env file leaves out what the platform sets: the sample tells which engine it is. */
function sample({ scope }: PhpContext): readonly Binding[] {
  const told = urlKeys.flatMap((key) => scope.find('env', key)).find((fact) => fact.origin === 'dotenv' && fact.stage === 'example' && databaseTechnology(fact.detail?.['scheme'] ?? '') !== undefined);
  return told === undefined ? [] : [{ ...relational(databaseTechnology(told.detail?.['scheme'] ?? '') ?? '', [evidenceOf(told)], spoken(scope)), confidence: 'likely' }];
}

/** Frameworks and products that do nothing without a database. */
const relationalFrameworks = ['composer:drupal/core', 'composer:drupal/core-recommended', 'composer:craftcms/cms', 'composer:typo3/cms-core', 'composer:silverstripe/framework', 'composer:silverstripe/recipe-cms', 'composer:yiisoft/yii2', 'composer:cakephp/cakephp', 'composer:codeigniter4/framework'];

/** The one database that compose starts beside an application that asks PHP for a connection. */
function beside({ scope }: PhpContext): readonly Binding[] {
  const [demanded] = dependencies(scope, ...relationalFrameworks, 'composer:ext-pdo', 'composer:doctrine/dbal', 'composer:doctrine/orm', 'composer:illuminate/database', ...Object.keys(extensions));
  const running = scope.find('container').flatMap((fact) => {
    const served = fact.value.kind === 'literal' ? imageProduct(fact.value.text) : undefined;
    return served?.role === 'relational-database' && fact.stage !== 'test' ? [{ fact, technology: served.technology }] : [];
  });
  const [first] = running;
  if (demanded === undefined || first === undefined || new Set(running.map(({ technology }) => technology)).size > 1) return [];
  return [binding({ need: 'relational-database', technology: first.technology, evidence: [evidenceOf(first.fact), evidenceOf(demanded, packageName(demanded))], basis: 'container', confidence: 'likely' })];
}

/** A product that speaks to one engine, whose installer writes the connection. */
function product({ scope }: PhpContext): readonly Binding[] {
  const known = phpFrameworks.find(({ id }) => id === scope.application.framework);
  if (known?.database === undefined) return [];
  return dependencies(scope, ...known.packages.map((name) => `composer:${name}`)).slice(0, 1).map((fact) => binding({ need: 'relational-database', technology: known.database ?? '', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely', supported: known.database === 'mysql' ? ['mariadb'] : [] }));
}

function relational(technology: string, evidence: readonly Evidence[], supported: readonly string[]): Binding {
  return binding({ need: 'relational-database', technology, evidence, basis: 'driver', supported: (technology === 'mysql' ? [...new Set([...supported, 'mariadb'])] : supported).filter((name) => name !== technology) });
}

const extensions: Readonly<Record<string, string>> = { 'composer:ext-pdo_mysql': 'mysql', 'composer:ext-mysqli': 'mysql', 'composer:ext-pdo_pgsql': 'postgresql', 'composer:ext-pgsql': 'postgresql', 'composer:ext-pdo_sqlite': 'sqlite', 'composer:ext-sqlite3': 'sqlite', 'composer:ext-sqlsrv': 'sqlserver', 'composer:ext-pdo_sqlsrv': 'sqlserver' };

function spoken(scope: ApplicationScope): readonly string[] {
  return [...new Set(dependencies(scope, ...Object.keys(extensions)).map((fact) => extensions[fact.name] ?? ''))];
}

/** Without a setting, what the manifest demands of PHP, where it leaves one choice. */
function extension({ scope }: PhpContext): readonly Binding[] {
  const required = dependencies(scope, ...Object.keys(extensions));
  const [only, ...others] = spoken(scope);
  if (only === undefined || others.length > 0) return [];
  return [binding({ need: 'relational-database', technology: only, evidence: required.map((fact) => evidenceOf(fact, packageName(fact))), basis: 'library', confidence: 'likely', supported: only === 'mysql' ? ['mariadb'] : [] })];
}

function documents({ scope, facts }: PhpContext): readonly Binding[] {
  const [driver] = dependencies(scope, 'composer:mongodb/mongodb', 'composer:yiisoft/yii2-mongodb', 'composer:doctrine/mongodb-odm');
  const source = facts.find((fact) => fact.name.endsWith('.dsn') && fact.value.kind === 'literal' && fact.value.text === 'mongodb');
  if (driver === undefined && source === undefined) return [];
  const evidence = [...(source === undefined ? [] : [evidenceOf(source)]), ...(driver === undefined ? [] : [evidenceOf(driver, packageName(driver))])];
  return [binding({ need: 'document-database', technology: 'mongodb', evidence, basis: source === undefined ? 'library' : 'driver', confidence: source === undefined ? 'likely' : 'certain' })];
}

function cache(context: PhpContext): readonly Binding[] {
  const { framework } = context.scope.application;
  const names = [/(^|\.)components\.cache\.class$/, /^Cache\.default\.(url|className|engine)$/, /^cache\.frontend\.default\.backend$/, /^settings\.cache\.default$/, ...(framework === 'codeigniter' ? [/^handler$/] : []), /(^|[._])cache[._](driver|backend|adapter|store|type|engine)$/i];
  const configured = decided(inFile(context, framework === 'codeigniter' ? /\/Cache\.php$/ : null), 'cache', names, cacheTechnology);
  if (configured.length > 0) return configured;
  const [module] = dependencies(context.scope, 'composer:drupal/redis', 'composer:drupal/memcache');
  if (module !== undefined) return [binding({ need: 'cache', technology: module.name === 'composer:drupal/redis' ? 'redis' : 'memcached', evidence: [evidenceOf(module, packageName(module))], basis: 'library', confidence: 'likely', supported: ['database'] })];
  const client = context.facts.find((fact) => fact.name === 'php.client' && fact.value.kind === 'literal' && /^(redis|memcached)$/.test(fact.value.text));
  if (client?.value.kind === 'literal') return [binding({ need: 'cache', technology: client.value.text, evidence: [evidenceOf(client, 'connect')], basis: 'code', confidence: 'likely' })];
  return context.scope.find('code', 'php.cache.file').slice(0, 1).map((fact) => binding({ need: 'cache', technology: 'file', evidence: [evidenceOf(fact, 'class')], basis: 'code', confidence: 'likely' }));
}

function sessions(context: PhpContext): readonly Binding[] {
  const { framework } = context.scope.application;
  const names = [/(^|\.)components\.session\.class$/, /^Session\.defaults$/, /^session\.save$/, /^session\.save_handler$/, /^config\.sess_driver$/, ...(framework === 'codeigniter' ? [/^driver$/, /^sessionDriver$/] : []), /(^|[._])session[._](?:save[._])?(driver|handler|engine|storage)$/i];
  const configured = decided(inFile(context, framework === 'codeigniter' ? /\/(Session|config|App)\.php$/ : null), 'sessions', names, sessionTechnology);
  if (configured.length > 0) return configured;
  const [kept] = context.scope.find('code', 'php.session.database');
  if (kept !== undefined) return [binding({ need: 'sessions', technology: 'database', evidence: [evidenceOf(kept, 'class')], basis: 'code', confidence: 'likely' })];
  const mezzio = mezzioSessions(context);
  if (mezzio.length > 0) return mezzio;
  const started = context.facts.find((fact) => fact.name === 'php.session') ?? context.scope.find('code', 'php.session')[0];
  return started === undefined ? [] : [binding({ need: 'sessions', technology: 'file', evidence: [evidenceOf(started, 'session_start')], basis: 'code', confidence: 'likely' })];
}

/** Sessions of Mezzio: in the pool of the cache, or PHP's own. */
function mezzioSessions(context: PhpContext): readonly Binding[] {
  const [pooled] = dependencies(context.scope, 'composer:mezzio/mezzio-session-cache');
  const [kept] = pooled === undefined ? [] : cache(context);
  if (pooled !== undefined && kept !== undefined) return [{ ...kept, need: 'sessions', evidence: [evidenceOf(pooled, packageName(pooled)), ...kept.evidence], confidence: 'likely' }];
  return dependencies(context.scope, 'composer:mezzio/mezzio-session-ext').map((fact) => binding({ need: 'sessions', technology: 'file', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}

const resque = ['composer:iglocska/cake-resque', 'composer:kamisama/cake-resque', 'composer:resque/php-resque', 'composer:chrisboulton/php-resque'];

function queue(context: PhpContext): readonly Binding[] {
  const yii = decided(context, 'queue', [/(^|\.)components\.queue\.class$/, /^Queue\.default\.url$/], queueTechnology, context.scope.application.framework === 'yii' ? 'yii2-queue' : null);
  if (yii.length > 0) return yii;
  const pipeline = decided(context, 'queue', [/^roadrunner\.jobs\.driver$/], (driver) => pipelineTechnologies[driver], 'roadrunner');
  if (pipeline.length > 0) return pipeline;
  const amqp = context.facts.find((fact) => /^queue\.amqp(\.host)?$/.test(fact.name));
  if (amqp !== undefined) return [binding({ need: 'queue', technology: 'rabbitmq', evidence: [evidenceOf(amqp)], basis: 'driver' })];
  // Symfony's Messenger outside of Symfony: the one bridge that is required tells where jobs wait.
  const [bridge, ...others] = dependencies(context.scope, ...Object.keys(messengerBridges));
  if (bridge !== undefined && others.length === 0) return [binding({ need: 'queue', technology: messengerBridges[bridge.name] ?? '', library: 'messenger', evidence: [evidenceOf(bridge, packageName(bridge))], basis: 'library', confidence: 'likely' })];
  const clients: Readonly<Record<string, string>> = { 'composer:php-amqplib/php-amqplib': 'rabbitmq', 'composer:pda/pheanstalk': 'beanstalkd', ...Object.fromEntries(resque.map((name) => [name, 'redis'])) };
  return dependencies(context.scope, ...Object.keys(clients)).slice(0, 1).map((fact) => binding({ need: 'queue', technology: clients[fact.name] ?? '', library: resque.includes(fact.name) ? 'resque' : null, evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}
