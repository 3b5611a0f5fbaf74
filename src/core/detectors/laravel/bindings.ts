import type { Evidence, Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { imageProduct } from '../images';
import { dependencies, phpCompute } from '../php/runtime';
import { laravelSettings, type LaravelSettings, type Setting } from './settings';
import { offered, technologyOf, type DriverTable } from './technologies';

/** All needs of one Laravel application, each decided by the driver that its configuration selects. */
export function laravelBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = laravelSettings(scope, majorOf(scope.application.frameworkVersion));
  return [
    ...database(settings),
    ...cache(settings),
    ...sessions(scope, settings),
    ...queue(scope, settings),
    ...scheduler(scope),
    ...realtime(scope, settings),
    ...video(scope),
    ...fileStorage(scope, settings),
    ...staticAssets(scope, settings),
    ...mail(scope, settings),
    ...search(scope, settings),
    ...monitoring(scope, settings),
    ...secrets(scope),
    ...phpCompute(scope, settings.frameworkEvidence),
  ];
}

export function majorOf(version: string | null): number {
  const major = Number.parseInt(version ?? '', 10);
  return Number.isNaN(major) ? 12 : major;
}

type Section = 'database.connections' | 'cache.stores' | 'queue.connections' | 'filesystems.disks' | 'mail.mailers' | 'broadcasting.connections';

interface Chosen {
  readonly setting: Setting;
  /** Name of the connection, store, disk or mailer. */
  readonly name: string;
  readonly driver: string;
  readonly technology: string;
  readonly supported: readonly string[];
}

/** The entry that a `default` setting selects, with its driver. `failover` and `roundrobin` stand for their first. */
function choose(settings: LaravelSettings, setting: string, section: Section, table: DriverTable): Chosen | undefined {
  const read = settings.read(setting);
  if (read?.text == null) return undefined;
  let name = read.text;
  let driver = settings.driver(section, name);
  if (driver === 'failover' || driver === 'roundrobin') {
    const first = settings.read(`${section}.${name}.${section === 'cache.stores' ? 'stores' : section === 'mail.mailers' ? 'mailers' : 'connections'}.0`)?.text;
    if (first != null) {
      name = first;
      driver = settings.driver(section, name);
    }
  }
  const technology = technologyOf(table, driver);
  return { setting: read, name, driver, technology, supported: offered(table, settings.section(section).values(), technology) };
}

function confidenceOf(setting: Setting): Binding['confidence'] {
  return setting.from === 'framework' ? 'likely' : 'certain';
}

function database(settings: LaravelSettings): readonly Binding[] {
  const chosen = choose(settings, 'database.default', 'database.connections', 'database');
  if (chosen === undefined) return [];
  const { setting } = chosen;
  const url = settings.read(`database.connections.${chosen.name}.url`);
  const scheme = url === undefined ? undefined : schemeOf(settings, url);
  const technology = scheme ?? chosen.technology;
  const need = technology === 'mongodb' ? 'document-database' : 'relational-database';
  const relational = chosen.supported.filter((name) => name !== 'mongodb' && name !== technology);
  return [binding({ need, technology, evidence: setting.evidence, basis: 'driver', confidence: confidenceOf(setting), supported: need === 'relational-database' ? relational : [] })];
}

/** `DB_URL=postgres://…` wins over the connection's driver. */
function schemeOf(settings: LaravelSettings, url: Setting): string | undefined {
  const key = url.evidence[0]?.key;
  const scheme = key === undefined ? undefined : settings.environment.lookup(key)?.detail?.['scheme'];
  const names: Readonly<Record<string, string>> = { postgres: 'postgresql', postgresql: 'postgresql', pgsql: 'postgresql', mysql: 'mysql', mysql2: 'mysql', mariadb: 'mariadb', sqlite: 'sqlite', sqlite3: 'sqlite', sqlsrv: 'sqlserver', mssql: 'sqlserver' };
  return scheme === undefined ? undefined : names[scheme];
}

function cache(settings: LaravelSettings): readonly Binding[] {
  const chosen = choose(settings, 'cache.default', 'cache.stores', 'cache');
  if (chosen === undefined) return [];
  return [binding({ need: 'cache', technology: chosen.technology, evidence: chosen.setting.evidence, basis: 'driver', confidence: confidenceOf(chosen.setting), supported: chosen.supported })];
}

const sessionDrivers = ['file', 'cookie', 'database', 'memcached', 'redis', 'dynamodb'];

function sessions(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  if (scope.application.framework === 'lumen') return [];
  const setting = settings.read('session.driver');
  if (setting?.text == null) return [];
  const bridge = setting.text === 'file' ? brefBridge(scope) : [];
  const technology = technologyOf('session', bridge.length > 0 ? 'cookie' : setting.text);
  const stores = settings.section('cache.stores');
  const available = sessionDrivers.filter((driver) => !['memcached', 'redis', 'dynamodb'].includes(driver) || [...stores.values()].includes(driver));
  return [binding({ need: 'sessions', technology, evidence: [...setting.evidence, ...bridge], basis: 'driver', confidence: confidenceOf(setting), supported: offered('session', available, technology) })];
}

/**
 * On Lambda the bridge of Bref keeps sessions in cookies instead of files and writes the stack of log channels to
 * standard error (`BrefServiceProvider::fixDefaultConfiguration`, bref/laravel-bridge 2).
 */
function brefBridge(scope: ApplicationScope): readonly Evidence[] {
  return dependencies(scope, 'composer:bref/laravel-bridge').map((fact) => evidenceOf(fact, packageName(fact)));
}

/** Markers that prove a use, as further evidence. */
function markers(scope: ApplicationScope, ...names: readonly string[]): readonly Evidence[] {
  return names.flatMap((name) => scope.find('code', name).slice(0, 1).map((fact) => evidenceOf(fact, fact.name)));
}

function queue(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  const chosen = choose(settings, 'queue.default', 'queue.connections', 'queue');
  if (chosen === undefined) return [];
  const use = markers(scope, 'laravel.queue.job', 'laravel.queue.dispatch');
  const confidence = use.length === 0 && chosen.technology === 'sync' ? 'possible' : confidenceOf(chosen.setting);
  return [binding({ need: 'queue', technology: chosen.technology, library: 'laravel', evidence: [...chosen.setting.evidence, ...use], basis: 'driver', confidence, supported: chosen.supported })];
}

function scheduler(scope: ApplicationScope): readonly Binding[] {
  const tasks = scope.find('code', 'laravel.schedule.task').concat(scope.find('code', 'laravel.schedule.frequency'));
  if (tasks.length === 0) return [];
  return [binding({ need: 'scheduler', technology: 'laravel-schedule', evidence: tasks.slice(0, 5).map((fact) => evidenceOf(fact, 'schedule')), basis: 'code' })];
}

/**
 * A broadcast driver is in use when something broadcasts: an event class, a client in the front end, or the server's
 * package. A driver that is configured and never loaded is no need.
 */
function realtime(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  const server = dependencies(scope, 'composer:laravel/reverb', 'composer:beyondcode/laravel-websockets');
  const use = markers(scope, 'laravel.broadcast.event', 'echo.client');
  const client = dependencies(scope, 'npm:laravel-echo', 'npm:@laravel/echo-vue', 'npm:@laravel/echo-react').filter(() => scope.find('code', 'echo.client').length > 0 || scope.find('code', 'laravel.broadcast.event').length > 0);
  const proof = [...use, ...client.map((fact) => evidenceOf(fact, packageName(fact)))];
  const chosen = choose(settings, 'broadcasting.default', 'broadcasting.connections', 'broadcast');
  const supported = offered('broadcast', settings.section('broadcasting.connections').values(), chosen?.technology ?? '').filter((name) => name !== 'log');
  if (chosen !== undefined && chosen.driver !== 'log' && chosen.driver !== 'null') {
    if (proof.length === 0 && server.length === 0) return [];
    const technology = realtimeServer(scope, settings, chosen);
    return [binding({ need: 'realtime', technology, evidence: [...chosen.setting.evidence, ...proof], basis: 'driver', supported: supported.filter((name) => name !== technology) })];
  }
  const [reverb] = server;
  if (reverb === undefined || proof.length === 0) return [];
  const technology = packageName(reverb) === 'laravel/reverb' ? 'reverb' : 'pusher';
  return [binding({ need: 'realtime', technology, evidence: [evidenceOf(reverb, packageName(reverb)), ...proof], basis: 'library', confidence: 'likely', supported: supported.filter((name) => name !== technology) })];
}

/** What browsers speak to: a driver of Redis only hands events on to a server that listens there. */
function realtimeServer(scope: ApplicationScope, settings: LaravelSettings, { technology, name }: Chosen): string {
  if (technology === 'pusher') return pusherServer(scope, settings, name);
  if (technology !== 'redis') return technology;
  return dependencies(scope, 'npm:laravel-echo-server', 'npm:socket.io', 'npm:socket.io-client').length > 0 ? 'socket.io' : 'custom';
}

/** The Pusher protocol can be served by Pusher itself or by a server of one's own. */
function pusherServer(scope: ApplicationScope, settings: LaravelSettings, connection: string): string {
  if (scope.find('container').some((fact) => productOf(fact) === 'soketi')) return 'soketi';
  const host = settings.read(`broadcasting.connections.${connection}.options.host`);
  if (host?.text != null && /^(localhost|127\.\d+\.\d+\.\d+|[\w-]+)$/.test(host.text)) return 'soketi';
  return 'pusher';
}

function productOf(fact: Fact): string | undefined {
  return fact.value.kind === 'literal' ? imageProduct(fact.value.text)?.technology : undefined;
}

function video(scope: ApplicationScope): readonly Binding[] {
  const peer = markers(scope, 'webrtc.peer');
  return peer.length === 0 ? [] : [binding({ need: 'video', technology: 'custom', evidence: peer, basis: 'code', confidence: 'certain' })];
}

const uploadPackages = ['composer:spatie/laravel-medialibrary', 'composer:unisharp/laravel-filemanager', 'composer:plank/laravel-mediable', 'composer:statamic/cms', 'composer:october/rain', 'composer:backpack/pro'];

function fileStorage(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  const chosen = choose(settings, 'filesystems.default', 'filesystems.disks', 'disk');
  const use = [...markers(scope, 'laravel.storage.put'), ...dependencies(scope, ...uploadPackages).map((fact) => evidenceOf(fact, packageName(fact)))];
  if (chosen === undefined || (use.length === 0 && chosen.technology === 'local')) return [];
  const technology = chosen.technology === 's3' ? s3Flavour(settings, chosen.name) : chosen.technology;
  return [binding({ need: 'file-storage', technology, evidence: [...chosen.setting.evidence, ...use], basis: 'driver', confidence: confidenceOf(chosen.setting), supported: chosen.supported.filter((name) => name !== technology) })];
}

/** An endpoint that is not AWS's: MinIO or another S3-compatible store. */
function s3Flavour(settings: LaravelSettings, disk: string): string {
  const endpoint = settings.read(`filesystems.disks.${disk}.endpoint`);
  const key = endpoint?.evidence[0]?.key;
  const host = key === undefined ? undefined : settings.environment.lookup(key)?.detail?.['host'];
  return host !== undefined && /minio|localhost|127\.0\.0\.1/.test(host) ? 'minio' : 's3';
}

function staticAssets(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  const builders = dependencies(scope, 'npm:laravel-vite-plugin', 'npm:vite', 'npm:laravel-mix', 'npm:webpack', 'npm:@symfony/webpack-encore', 'npm:parcel', 'npm:esbuild', 'npm:rollup', 'npm:gulp', 'npm:sass', 'composer:devfactory/minify');
  if (builders.length === 0) return [];
  const asset = settings.environment.lookup('ASSET_URL');
  if (asset !== undefined && asset.value.kind === 'secret' && asset.value.state === 'set') {
    return [binding({ need: 'static-assets', technology: 'cdn', evidence: [evidenceOf(asset), ...builders.map((fact) => evidenceOf(fact, packageName(fact)))], basis: 'driver', supported: ['bundled'] })];
  }
  return [binding({ need: 'static-assets', technology: 'bundled', evidence: builders.map((fact) => evidenceOf(fact, packageName(fact))), basis: 'library' })];
}

const authPackages = ['composer:laravel/fortify', 'composer:laravel/breeze', 'composer:laravel/jetstream', 'composer:laravel/ui', 'composer:filament/filament'];

function mail(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  // `mail.driver` of a configuration from before Laravel 7 still wins: MailManager asks for it first.
  const old = settings.read('mail.driver');
  const isOld = old?.text != null && old.from !== 'framework';
  const chosen = !isOld && (settings.major >= 7 || settings.read('mail.default') !== undefined) ? choose(settings, 'mail.default', 'mail.mailers', 'mail') : undefined;
  const driver = chosen?.driver ?? old?.text ?? null;
  const setting = chosen?.setting ?? old;
  if (driver === null || setting === undefined) return [];
  const technology = technologyOf('mail', driver);
  const use = [...markers(scope, 'laravel.mail.send'), ...dependencies(scope, ...authPackages).map((fact) => evidenceOf(fact, packageName(fact)))];
  if (use.length === 0 && (technology === 'log' || setting.from === 'framework')) return [];
  return [binding({ need: 'mail', technology, evidence: [...setting.evidence, ...use], basis: 'driver', confidence: confidenceOf(setting), supported: chosen?.supported ?? [] })];
}

function search(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  const [scout] = dependencies(scope, 'composer:laravel/scout');
  if (scout !== undefined) {
    const setting = settings.read('scout.driver') ?? scoutDefault(settings);
    const technology = setting?.text == null ? null : technologyOf('scout', setting.text);
    if (setting === undefined || technology === null) return [];
    const offers = ['algolia', 'meilisearch', 'typesense'].filter((engine) => engine !== technology && settings.read(`scout.${engine}`) !== undefined);
    return [binding({ need: 'search', technology, library: 'scout', evidence: [...setting.evidence, evidenceOf(scout, 'laravel/scout'), ...markers(scope, 'laravel.search.model')], basis: 'driver', confidence: setting.from === 'framework' ? 'likely' : 'certain', supported: [...offers, ...(technology === 'database' ? [] : ['database'])] })];
  }
  const clients: Readonly<Record<string, string>> = {
    'composer:elasticsearch/elasticsearch': 'elasticsearch', 'composer:mailerlite/laravel-elasticsearch': 'elasticsearch', 'composer:opensearch-project/opensearch-php': 'opensearch',
    'composer:meilisearch/meilisearch-php': 'meilisearch', 'composer:typesense/typesense-php': 'typesense', 'composer:algolia/algoliasearch-client-php': 'algolia', 'composer:teamtnt/tntsearch': 'tntsearch',
  };
  return dependencies(scope, ...Object.keys(clients)).slice(0, 1).map((fact) =>
    binding({ need: 'search', technology: clients[fact.name] ?? packageName(fact), evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}

/** Scout reads `SCOUT_DRIVER` and falls back to Algolia when no configuration is published (laravel/scout 8–10). */
function scoutDefault(settings: LaravelSettings): Setting | undefined {
  const fact = settings.environment.lookup('SCOUT_DRIVER');
  if (fact?.value.kind !== 'literal') return undefined;
  return { text: /^\(?null\)?$/i.test(fact.value.text) ? null : fact.value.text, evidence: [evidenceOf(fact)], stage: fact.stage, from: 'environment' };
}

const fileChannels = new Set(['single', 'daily', 'rotating']);

/** Channels that get errors only: what else is logged goes where the rest of the stack says. */
const errorChannels = new Set(['flare', 'sentry', 'bugsnag', 'rollbar', 'honeybadger', 'nightwatch', 'slack', 'null']);

/** Logs on the machine's disk. A stack that reaches stderr, syslog or a service is somebody else's file. */
function monitoring(scope: ApplicationScope, settings: LaravelSettings): readonly Binding[] {
  const setting = loggingDefault(settings);
  // Before 5.6 the configuration of the application named the log.
  const old = setting === undefined || setting.from === 'framework' ? settings.read('app.log') : undefined;
  if (old?.text != null && fileChannels.has(old.text)) return [binding({ need: 'monitoring', technology: 'log-file', evidence: old.evidence, basis: 'driver', confidence: 'likely' })];
  if (setting?.text == null || setting.from === 'framework' || (setting.text === 'stack' && brefBridge(scope).length > 0)) return [];
  const channels = settings.section('logging.channels');
  const names = channels.get(setting.text) === 'stack' || setting.text === 'stack' ? stackChannels(settings, setting.text) : [setting.text];
  const drivers = names.map((name) => channels.get(name) ?? name).filter((driver) => !errorChannels.has(driver));
  if (!drivers.every((driver) => fileChannels.has(driver)) || drivers.length === 0) return [];
  return [binding({ need: 'monitoring', technology: 'log-file', evidence: setting.evidence, basis: 'driver', confidence: 'likely' })];
}

/** Since Laravel 11 the default of the framework is a stack of what `LOG_STACK` lists. */
function loggingDefault(settings: LaravelSettings): Setting | undefined {
  const setting = settings.read('logging.default');
  const stack = settings.environment.lookup('LOG_STACK');
  if (setting?.from !== 'framework' || setting.text !== 'stack' || stack?.value.kind !== 'literal') return setting;
  return { text: 'stack', evidence: [evidenceOf(stack)], stage: stack.stage, from: 'environment' };
}

function stackChannels(settings: LaravelSettings, name: string): readonly string[] {
  const listed: string[] = [];
  for (let index = 0; ; index += 1) {
    const channel = settings.read(`logging.channels.${name}.channels.${index}`)?.text;
    if (channel == null) break;
    listed.push(channel);
  }
  if (listed.length > 0) return listed;
  // Since Laravel 11 the stack is `explode(',', env('LOG_STACK', 'single'))`.
  const stack = settings.environment.lookup('LOG_STACK');
  return stack?.value.kind === 'literal' ? stack.value.text.split(',').map((channel) => channel.trim()) : ['single'];
}

function secrets(scope: ApplicationScope): readonly Binding[] {
  const keys = scope.find('env', 'APP_KEY').filter((fact) => fact.origin === 'dotenv');
  const [key] = keys;
  if (key === undefined) return [];
  return [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(key)], basis: 'driver' })];
}
