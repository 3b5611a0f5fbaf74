import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { container, dependency, installed, marker, proof } from '../python/context';
import { queueBindings, schedulerBindings } from '../python/queues';
import { builder, computeBindings, secretBindings } from '../python/runtime';
import { pythonSettings, type PythonSetting, type PythonSettings } from '../python/settings';
import { searchBeside } from '../python/searchBeside';
import { cacheOf, databaseOf } from '../python/technologies';
import type { ApplicationScope } from '../scope';
import { fileBindings, mailBindings } from './delivery';
import { documentBindings } from './documents';

const origins: ReadonlySet<string> = new Set(['django-settings', 'django-celery']);

/** All needs of one Django application, each decided by the setting that holds in production. */
export function djangoBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = pythonSettings(scope, origins);
  return [
    ...database(settings),
    ...documentBindings(settings),
    ...cache(settings),
    ...sessions(settings),
    ...queueBindings(settings),
    ...schedulerBindings(settings),
    ...realtime(settings),
    ...fileBindings(settings),
    ...staticAssets(settings),
    ...mailBindings(settings),
    ...search(settings),
    ...monitoring(settings),
    ...secretBindings(settings),
    ...computeBindings(scope),
  ];
}

function confidenceOf(setting: PythonSetting): Binding['confidence'] {
  return setting.from === 'fallback' ? 'likely' : 'certain';
}

/** Aliases under a structure, `default` first: the key may be a constant of the module. */
function aliases(settings: PythonSettings, structure: string, property: string): readonly string[] {
  const names = settings.all(new RegExp(`^${structure}\\.[^.]+(?:\\.${property})?$`), false).map((fact) => fact.name.split('.')[2] ?? '');
  const distinct = [...new Set(names)];
  return distinct.includes('default') ? ['default', ...distinct.filter((name) => name !== 'default')] : distinct;
}

function database(settings: PythonSettings): readonly Binding[] {
  const [alias] = aliases(settings, 'DATABASES', 'ENGINE');
  const offers = alias === undefined ? [] : [`DATABASES.${alias}`, `DATABASES.${alias}.ENGINE`].flatMap((name) => settings.offered(name)).flatMap((text) => databaseOf(text) ?? []);
  for (const name of alias === undefined ? ['DATABASES'] : [`DATABASES.${alias}`, `DATABASES.${alias}.ENGINE`, 'DATABASES']) {
    const setting = settings.read(name);
    const technology = setting?.text == null ? undefined : databaseOf(setting.text);
    if (setting !== undefined && technology !== undefined) return [engine(settings, technology, setting, offers)];
  }
  // `{**SQLITE_OPTIONS, "NAME": …}`: the engine stands in a structure that the alias is built from.
  if (alias !== undefined && settings.all(`DATABASES.${alias}.ENGINE`).length === 0) {
    const [shared] = settings.all(/^\w*(?:DATABASE|CONNECTION|_db|db_)\w*\.ENGINE$/i).filter((fact) => !fact.name.startsWith('python.DATABASES.'));
    const setting = shared === undefined ? undefined : settings.resolve(shared);
    const technology = setting?.text == null ? undefined : databaseOf(setting.text);
    if (setting !== undefined && technology !== undefined) return [engine(settings, technology, setting, offers)];
  }
  return addressed(settings, offers);
}

function engine(settings: PythonSettings, technology: string, setting: PythonSetting, offers: readonly string[]): Binding {
  if (technology === 'mongodb') return binding({ need: 'document-database', technology, evidence: setting.evidence, basis: 'driver' });
  const maria = technology === 'mysql' ? container(settings.scope, 'mariadb') : undefined;
  const served = maria !== undefined && container(settings.scope, 'mysql') === undefined ? 'mariadb' : technology;
  return binding({ need: 'relational-database', technology: served, evidence: [...setting.evidence, ...(served === technology ? [] : proof(maria))], basis: 'driver', confidence: confidenceOf(setting), supported: [...new Set(offers)].filter((word) => word !== served && word !== technology && word !== 'mongodb') });
}

/** Settings that code computes: the variables of the deployment tell, else the database that runs beside, else the driver. */
function addressed(settings: PythonSettings, offers: readonly string[]): readonly Binding[] {
  const { scope } = settings;
  const configured = settings.all('DATABASES')[0];
  if (configured === undefined) return [];
  const variable = [...scope.find('env')].find((fact) => /(^|_)(DATABASE_URL|DB_URL|DB_?ENGINE|DATABASE_ENGINE|DB_TYPE|DB_BACKEND)$/.test(fact.name) && settings.environment.lookup(fact.name) === fact);
  const named = variable === undefined ? undefined : databaseOf(variable.detail?.['scheme'] === undefined ? (variable.value.kind === 'literal' ? variable.value.text : '') : `${variable.detail['scheme']}://`);
  if (variable !== undefined && named !== undefined) return [binding({ need: 'relational-database', technology: named, evidence: [evidenceOf(variable), ...proof(configured)], basis: 'driver', supported: offers.filter((word) => word !== named) })];
  const beside = container(scope, 'postgresql', 'mysql', 'mariadb', 'cockroachdb');
  const product = beside?.value.kind === 'literal' ? imageProduct(beside.value.text) : undefined;
  if (product !== undefined) return [binding({ need: 'relational-database', technology: product.technology, evidence: proof(beside, configured), basis: 'container', confidence: 'likely', supported: offers.filter((word) => word !== product.technology) })];
  const drivers = [['postgresql', dependency(scope, 'psycopg', 'psycopg2', 'psycopg2-binary', 'psycopg-c')], ['mysql', dependency(scope, 'mysqlclient', 'pymysql')], ['sqlserver', dependency(scope, 'mssql-django')], ['oracle', dependency(scope, 'oracledb', 'cx-oracle')]] as const;
  const present = drivers.filter(([, fact]) => fact !== undefined);
  const [only] = present;
  if (only !== undefined && present.length === 1) return [binding({ need: 'relational-database', technology: only[0], evidence: [...proof(only[1]), ...proof(configured)], basis: 'library', confidence: 'likely', supported: offers.filter((word) => word !== only[0]) })];
  const [first] = offers;
  return first === undefined ? [] : [binding({ need: 'relational-database', technology: first, evidence: proof(configured), basis: 'library', confidence: 'possible', supported: offers.slice(1) })];
}

function cacheSetting(settings: PythonSettings): { readonly setting: PythonSetting; readonly technology: string } | undefined {
  const [alias] = aliases(settings, 'CACHES', 'BACKEND');
  for (const name of alias === undefined ? ['CACHES'] : [`CACHES.${alias}`, `CACHES.${alias}.BACKEND`]) {
    const setting = settings.read(name);
    const technology = setting?.text == null ? undefined : cacheOf(setting.text);
    if (setting !== undefined && technology !== undefined) return { setting, technology };
  }
  const located = alias === undefined ? undefined : settings.read(`CACHES.${alias}.LOCATION`);
  // A class of the application's own: what it is given for a place tells what it speaks to.
  if (located?.text != null && /^rediss?:\/\//.test(located.text)) return { setting: located, technology: 'redis' };
  // `CACHES = _parse_caches()`: the module names the class somewhere else.
  if (settings.all('CACHES').length === 0) return undefined;
  for (const fact of settings.all(/^_?\w*CACHE\w*$/)) {
    const setting = settings.resolve(fact);
    const technology = setting?.text == null ? undefined : cacheOf(setting.text);
    if (setting !== undefined && technology !== undefined && /\./.test(setting.text ?? '')) return { setting, technology };
  }
  return undefined;
}

function cache(settings: PythonSettings): readonly Binding[] {
  const chosen = cacheSetting(settings);
  if (chosen === undefined) return [];
  const [alias = 'default'] = aliases(settings, 'CACHES', 'BACKEND');
  const supported = [`CACHES.${alias}`, `CACHES.${alias}.BACKEND`].flatMap((name) => settings.offered(name)).flatMap((text) => cacheOf(text) ?? []);
  return [binding({ need: 'cache', technology: chosen.technology, evidence: chosen.setting.evidence, basis: 'driver', confidence: confidenceOf(chosen.setting), supported: [...new Set(supported)].filter((word) => word !== chosen.technology && word !== 'none' && word !== 'memory') })];
}

function sessions(settings: PythonSettings): readonly Binding[] {
  const middleware = settings.items(/^(?:MIDDLEWARE|MIDDLEWARE_CLASSES|\w*_MIDDLEWARE)$/);
  const loaded = middleware.find((fact) => fact.value.kind === 'literal' && /SessionMiddleware$/.test(fact.value.text) && (/^django\.contrib|sessions/.test(fact.value.text) || settings.all('SESSION_ENGINE').length > 0));
  if (loaded === undefined && middleware.length > 0) return [];
  const setting = settings.read('SESSION_ENGINE');
  if (setting?.text != null) {
    const engineName = setting.text.slice(setting.text.lastIndexOf('.') + 1).toLowerCase();
    const served = cacheSetting(settings);
    const technology = /signed_cookies/.test(engineName) ? 'cookie' : /cached_db|^db$/.test(engineName) ? 'database' : /file/.test(engineName) ? 'file' : /redis/.test(setting.text) ? 'redis' : engineName === 'cache' ? (served?.technology ?? unreadCache(settings)) : 'database';
    return [binding({ need: 'sessions', technology, evidence: [...setting.evidence, ...(engineName === 'cache' ? (served?.setting.evidence ?? []) : [])], basis: 'driver' })];
  }
  const proofOfUse = loaded ?? installed(settings, 'django.contrib.sessions');
  return proofOfUse === undefined ? [] : [binding({ need: 'sessions', technology: 'database', evidence: [evidenceOf(proofOfUse, 'SESSION_ENGINE')], basis: 'driver', confidence: 'likely' })];
}

/** A cache that code computes is the server that its client speaks to; without any setting Django keeps one in memory. */
function unreadCache(settings: PythonSettings): string {
  const configured = settings.all(/^CACHES(?:\.|$)/).length > 0;
  return configured && (dependency(settings.scope, 'django-redis', 'redis') ?? container(settings.scope, 'redis', 'valkey')) !== undefined ? 'redis' : 'memory';
}

/** Channels whose consumers something routes to; a layer alone is configuration that nothing reads. */
function realtime(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const app = installed(settings, 'channels', 'daphne', 'channels_redis');
  const asgi = settings.read('ASGI_APPLICATION') ?? undefined;
  const consumer = marker(scope, 'python.websocket');
  if (consumer !== undefined && dependency(scope, 'channels', 'daphne') !== undefined && (app !== undefined || settings.all('CHANNEL_LAYERS').length > 0)) {
    const [alias = 'default'] = aliases(settings, 'CHANNEL_LAYERS', 'BACKEND');
    const layer = settings.read(`CHANNEL_LAYERS.${alias}.BACKEND`);
    return [binding({ need: 'realtime', technology: 'channels', evidence: [...(layer?.evidence ?? []), ...proof(app, consumer), ...(asgi?.evidence ?? [])], basis: 'driver' })];
  }
  const stream = installed(settings, 'django_eventstream');
  if (stream !== undefined) return [binding({ need: 'realtime', technology: 'sse', evidence: proof(stream), basis: 'driver' })];
  const socket = dependency(scope, 'python-socketio');
  const server = marker(scope, 'python.socketio');
  return socket === undefined || server === undefined ? [] : [binding({ need: 'realtime', technology: 'socket.io', evidence: proof(server, socket), basis: 'code' })];
}

function staticAssets(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const root = settings.all('STATIC_ROOT')[0];
  const storage = settings.first('STORAGES.staticfiles.BACKEND', 'STATICFILES_STORAGE');
  const address = settings.first('STATIC_URL', 'STATIC_HOST', 'AWS_S3_CUSTOM_DOMAIN', 'CLOUDFRONT_DOMAIN');
  const white = settings.items(/MIDDLEWARE/).find((fact) => fact.value.kind === 'literal' && /whitenoise/i.test(fact.value.text));
  if (storage?.text != null && /s3|boto|gcloud|azure|cloudinary/i.test(storage.text)) return [binding({ need: 'static-assets', technology: 'cdn', evidence: [...storage.evidence, ...proof(root)], basis: 'driver', supported: ['bundled'] })];
  if (address?.text != null && /^https?:\/\/[^/]*(?:cdn|cloudfront|static|assets)/i.test(address.text) && !/localhost|127\.0/.test(address.text)) return [binding({ need: 'static-assets', technology: 'cdn', evidence: [...address.evidence, ...proof(root)], basis: 'driver', supported: ['bundled'] })];
  const folders = settings.all('STATICFILES_DIRS').find((fact) => !(fact.value.kind === 'unknown' && fact.value.why === 'empty'));
  const built = builder(scope) ?? marker(scope, 'python.dockerfile.frontend');
  if (root === undefined || (white === undefined && folders === undefined && built === undefined && !/whitenoise|manifest/i.test(storage?.text ?? ''))) return [];
  return [binding({ need: 'static-assets', technology: 'bundled', evidence: [...proof(white), ...(storage?.evidence ?? []), ...proof(folders, built, root)], basis: 'driver' })];
}

function search(settings: PythonSettings): readonly Binding[] {
  for (const [structure, property] of [['WAGTAILSEARCH_BACKENDS', 'BACKEND'], ['HAYSTACK_CONNECTIONS', 'ENGINE']] as const) {
    const [alias] = aliases(settings, structure, property);
    const setting = alias === undefined ? undefined : settings.read(`${structure}.${alias}.${property}`);
    const technology = setting?.text == null ? undefined : searchOf(setting.text);
    if (setting === undefined || technology === undefined) continue;
    const supported = settings.offered(`${structure}.${alias ?? ''}.${property}`).flatMap((text) => searchOf(text) ?? []);
    return [binding({ need: 'search', technology, evidence: setting.evidence, basis: 'driver', supported: [...new Set(supported)].filter((word) => word !== technology) })];
  }
  const clients = [['elasticsearch', ['django-elasticsearch-dsl', 'elasticsearch-dsl', 'elasticsearch'], /^(?:ELASTICSEARCH_DSL|ELASTICSEARCH_\w+|ELASTIC_\w+|ES_(?:URLS?|HOSTS?|CLOUD_ID|ENDPOINT))$/], ['opensearch', ['django-opensearch-dsl', 'opensearch-py'], /^OPENSEARCH\w*$/], ['meilisearch', ['meilisearch', 'django-meilisearch'], /^(?:DJANGO_)?MEILISEARCH\w*$|^MEILI_\w+$/], ['typesense', ['typesense'], /^TYPESENSE\w*$/], ['algolia', ['algoliasearch-django', 'algoliasearch'], /^ALGOLIA\w*$/]] as const;
  for (const [technology, packages, names] of clients) {
    const client = dependency(settings.scope, ...packages);
    // One that nothing gives a value says nothing: another of the same client may.
    const configured = settings.all(names).find((fact) => {
      const setting = settings.resolve(fact);
      return setting === undefined || setting.from !== 'fallback' || setting.isSet;
    });
    if (client === undefined || configured === undefined) continue;
    return [binding({ need: 'search', technology, evidence: proof(configured, client), basis: 'driver', confidence: 'likely' })];
  }
  const beside = searchBeside(settings.scope);
  if (beside.length > 0) return beside;
  // PostgreSQL's full text, where nothing else is searched.
  const vector = marker(settings.scope, 'python.search.vector');
  return vector === undefined ? [] : [binding({ need: 'search', technology: 'database', evidence: proof(vector), basis: 'code', confidence: 'likely' })];
}

function searchOf(text: string): string | undefined {
  const word = text.toLowerCase();
  return ['elasticsearch', 'opensearch', 'solr', 'whoosh', 'xapian', 'meilisearch', 'typesense', 'algolia'].find((name) => word.includes(name)) ?? (/database|postgres|\.db\b|simple/.test(word) ? 'database' : undefined);
}

function monitoring(settings: PythonSettings): readonly Binding[] {
  const file = settings.all(/^(?:\w+_)?LOGGING(?:_CONFIG)?\.handlers\.[^.]+\.class$/).find((fact) => fact.value.kind === 'literal' && /FileHandler$/.test(fact.value.text) && fact.stage !== 'local' && fact.stage !== 'example') ?? marker(settings.scope, 'python.log-file');
  const prometheus = installed(settings, 'django_prometheus');
  return [
    ...(file === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: [evidenceOf(file, 'LOGGING')], basis: 'driver' })]),
    ...(prometheus === undefined || prometheus.detail?.['when'] !== undefined ? [] : [binding({ need: 'monitoring', technology: 'prometheus', evidence: proof(prometheus), basis: 'driver' })]),
  ];
}
