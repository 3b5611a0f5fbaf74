import type { Evidence, Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { environmentOf, type Environment } from '../environment';
import { dependencies, phpCompute } from '../php/runtime';
import type { ApplicationScope } from '../scope';

interface Context {
  readonly scope: ApplicationScope;
  readonly environment: Environment;
  readonly framework: readonly Evidence[];
}

/** Products that bring Doctrine, Messenger and Mailer along. */
const products = ['composer:sylius/sylius', 'composer:shopware/core', 'composer:pimcore/pimcore'];

/** All needs of one Symfony application: DSN variables and `config/packages`, production's sections first. */
export function symfonyBindings(scope: ApplicationScope): readonly Binding[] {
  const framework = dependencies(scope, 'composer:symfony/framework-bundle', 'composer:symfony/symfony', ...products, 'composer:symfony/flex').slice(0, 1).map((fact) => evidenceOf(fact, packageName(fact)));
  const context: Context = { scope, environment: environmentOf(scope, { layered: true }), framework };
  return [
    ...phpCompute(scope, framework),
    ...database(context),
    ...documents(context),
    ...cache(context),
    ...sessions(context),
    ...queue(context),
    ...scheduler(context),
    ...realtime(context),
    ...fileStorage(context),
    ...staticAssets(context),
    ...mail(context),
    ...search(context),
    ...monitoring(context),
    ...secrets(context),
  ];
}

/** What production reads: its own section, else the general one. What only development sets does not count. */
function setting(context: Context, name: string): Fact | undefined {
  const facts = context.scope.find('config', name).filter((fact) => fact.origin === 'symfony-config');
  const chosen = selected(context);
  return facts.find((fact) => chosen !== null && fact.detail?.['when'] === chosen) ?? facts.find((fact) => fact.stage === 'production') ?? facts.find((fact) => fact.stage === 'default' && fact.detail?.['when'] === undefined);
}

/** An environment of its own name that the deployment runs as: `ENV APP_ENV=docker`. */
function selected({ environment }: Context): string | null {
  const mode = environment.lookup('APP_ENV');
  return mode?.value.kind === 'literal' && !/^(?:prod|dev|test)$/.test(mode.value.text) ? mode.value.text : null;
}

function settingsBelow(context: Context, prefix: string): readonly Fact[] {
  const all = context.scope.find('config').filter((fact) => fact.origin === 'symfony-config' && fact.name.startsWith(`${prefix}.`) && (fact.stage === 'default' || fact.stage === 'production'));
  const chosen = selected(context);
  const own = chosen === null ? [] : all.filter((fact) => fact.detail?.['when'] === chosen);
  return own.length > 0 ? own : all.filter((fact) => fact.detail?.['when'] === undefined);
}

interface Resolved {
  /** Scheme of a DSN, or the text of a plain setting. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** The scheme behind a setting: of the variable that it looks up, or of the DSN that is written there. */
function resolveDsn(context: Context, fact: Fact | undefined): Resolved | undefined {
  if (fact === undefined) return undefined;
  if (fact.value.kind === 'env') {
    const { key } = fact.value;
    const variable = context.environment.lookup(key) ?? context.scope.find('config', 'symfony.env-default').find((candidate) => candidate.detail?.['variable'] === key);
    const text = variable?.detail?.['scheme'] ?? (variable?.value.kind === 'literal' ? variable.value.text : undefined);
    return variable === undefined || text === undefined ? undefined : { text, evidence: [evidenceOf(variable), evidenceOf(fact)] };
  }
  const scheme = fact.detail?.['scheme'];
  if (scheme !== undefined) return { text: scheme, evidence: [evidenceOf(fact)] };
  return fact.value.kind === 'literal' ? { text: fact.value.text, evidence: [evidenceOf(fact)] } : undefined;
}

const engines: Readonly<Record<string, string>> = { postgresql: 'postgresql', postgres: 'postgresql', pgsql: 'postgresql', pdo_pgsql: 'postgresql', 'pdo-pgsql': 'postgresql', mysql: 'mysql', mysql2: 'mysql', pdo_mysql: 'mysql', 'pdo-mysql': 'mysql', mariadb: 'mariadb', sqlite: 'sqlite', sqlite3: 'sqlite', pdo_sqlite: 'sqlite', 'pdo-sqlite': 'sqlite', mssql: 'sqlserver', sqlsrv: 'sqlserver', oci8: 'oracle' };

function database(context: Context): readonly Binding[] {
  if (dependencies(context.scope, 'composer:doctrine/doctrine-bundle', 'composer:doctrine/orm', 'composer:doctrine/dbal', 'composer:symfony/orm-pack', ...products).length === 0) return [];
  const candidates = ['doctrine.dbal.url', 'doctrine.dbal.connections.default.url', 'doctrine.dbal.driver', 'doctrine.dbal.connections.default.driver'].map((name) => resolveDsn(context, setting(context, name)));
  const named = settingsBelow(context, 'doctrine.dbal.connections').filter((fact) => /\.(url|driver)$/.test(fact.name)).map((fact) => resolveDsn(context, fact));
  const variable = context.environment.lookup('DATABASE_URL');
  const direct = variable?.detail?.['scheme'] === undefined ? undefined : { text: variable.detail['scheme'], evidence: [evidenceOf(variable)] };
  const found = [...candidates, ...named, direct].find((candidate) => candidate !== undefined && engines[candidate.text] !== undefined);
  return found === undefined ? [] : [binding({ need: 'relational-database', technology: engines[found.text] ?? found.text, evidence: found.evidence, basis: 'driver' })];
}

function documents({ scope }: Context): readonly Binding[] {
  return dependencies(scope, 'composer:doctrine/mongodb-odm-bundle', 'composer:doctrine/mongodb-odm').slice(0, 1).map((fact) => binding({ need: 'document-database', technology: 'mongodb', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', additional: true }));
}

function adapterTechnology(adapter: string): string {
  if (/redis/i.test(adapter)) return 'redis';
  if (/memcached/i.test(adapter)) return 'memcached';
  if (/apcu|array/i.test(adapter)) return 'memory';
  if (/doctrine|pdo/i.test(adapter)) return 'database';
  return 'file';
}

function cache(context: Context): readonly Binding[] {
  const fact = setting(context, 'framework.cache.app');
  if (fact?.value.kind === 'literal') return [binding({ need: 'cache', technology: adapterTechnology(fact.value.text), evidence: [evidenceOf(fact)], basis: 'driver' })];
  return context.framework.length === 0 ? [] : [binding({ need: 'cache', technology: 'file', evidence: context.framework, basis: 'driver', confidence: 'possible' })];
}

/** `session: true` stores sessions in files; a handler says otherwise. */
function sessions(context: Context): readonly Binding[] {
  const session = setting(context, 'framework.session');
  if (session === undefined || (session.value.kind === 'literal' && session.value.text === 'false')) return [];
  const handler = setting(context, 'framework.session.handler_id');
  const storage = setting(context, 'framework.session.storage_factory_id');
  const dsn = handler?.value.kind === 'env' ? resolveDsn(context, handler) : undefined;
  if (dsn !== undefined) return [binding({ need: 'sessions', technology: /redis/.test(dsn.text) ? 'redis' : /memcached/.test(dsn.text) ? 'memcached' : 'database', evidence: dsn.evidence, basis: 'driver' })];
  if (handler?.value.kind === 'literal' && !/native_file|^null$/i.test(handler.value.text)) {
    return [binding({ need: 'sessions', technology: adapterTechnology(handler.detail?.['scheme'] ?? handler.value.text), evidence: [evidenceOf(handler)], basis: 'driver' })];
  }
  const at = handler ?? storage ?? session;
  return [binding({ need: 'sessions', technology: 'file', evidence: [evidenceOf(at)], basis: 'driver' })];
}

const transports: Readonly<Record<string, string>> = { doctrine: 'database', amqp: 'rabbitmq', amqps: 'rabbitmq', phpamqplib: 'rabbitmq', redis: 'redis', rediss: 'redis', sqs: 'sqs', https: 'sqs', beanstalkd: 'beanstalkd', sync: 'sync', 'in-memory': 'memory', kafka: 'kafka', 'rdkafka': 'kafka' };

function queue(context: Context): readonly Binding[] {
  if (dependencies(context.scope, 'composer:symfony/messenger', 'composer:symfony/symfony', 'composer:symfony/doctrine-messenger', 'composer:symfony/amqp-messenger', ...products).length === 0) return [];
  const declared = settingsBelow(context, 'framework.messenger.transports').filter((fact) => /^framework\.messenger\.transports\.[^.]+(\.dsn)?$/.test(fact.name) && fact.value.kind !== 'none');
  const resolved = declared.flatMap((fact) => {
    const dsn = resolveDsn(context, fact);
    const technology = dsn === undefined ? undefined : transports[dsn.text];
    return dsn === undefined || technology === undefined ? [] : [{ name: fact.name, technology, evidence: dsn.evidence }];
  });
  const working = resolved.filter(({ name }) => !/\.(failed|failure|sync)(\.|$)/.test(name));
  const chosen = working.find(({ technology }) => technology !== 'sync') ?? working[0];
  if (chosen === undefined) return [];
  return [binding({ need: 'queue', technology: chosen.technology, library: 'messenger', evidence: chosen.evidence, basis: 'driver', supported: [...new Set(resolved.map(({ technology }) => technology))].filter((technology) => technology !== chosen.technology) })];
}

function scheduler({ scope }: Context): readonly Binding[] {
  const tasks = scope.find('code', 'symfony.schedule');
  if (tasks.length === 0) return [];
  return [binding({ need: 'scheduler', technology: 'symfony-scheduler', evidence: tasks.slice(0, 3).map((fact) => evidenceOf(fact, 'schedule')), basis: 'code' })];
}

function realtime({ scope, environment }: Context): readonly Binding[] {
  const [bundle] = dependencies(scope, 'composer:symfony/mercure-bundle', 'composer:symfony/mercure');
  if (bundle === undefined) return [];
  const url = environment.lookup('MERCURE_URL');
  return [binding({ need: 'realtime', technology: 'mercure', evidence: [...(url === undefined ? [] : [evidenceOf(url)]), evidenceOf(bundle, packageName(bundle))], basis: url === undefined ? 'library' : 'driver' })];
}

function fileStorage(context: Context): readonly Binding[] {
  const adapters = settingsBelow(context, 'flysystem.storages').filter((fact) => /\.adapter$/.test(fact.name)).concat(settingsBelow(context, 'oneup_flysystem.adapters').filter((fact) => /^oneup_flysystem\.adapters\.[^.]+\.[^.]+$/.test(fact.name)));
  const technologies = adapters.map((fact) => {
    const word = fact.value.kind === 'literal' ? fact.value.text : (fact.name.split('.')[3] ?? '');
    return { fact, technology: /aws|s3/i.test(word) ? 's3' : /gcloud|google/i.test(word) ? 'gcs' : /azure/i.test(word) ? 'azure' : /local/i.test(word) ? 'local' : null };
  });
  const chosen = technologies.find(({ technology }) => technology !== null);
  if (chosen?.technology != null) return [binding({ need: 'file-storage', technology: chosen.technology, evidence: [evidenceOf(chosen.fact)], basis: 'driver' })];
  return dependencies(context.scope, 'composer:vich/uploader-bundle').map((fact) => binding({ need: 'file-storage', technology: 'local', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}

function staticAssets({ scope }: Context): readonly Binding[] {
  const builders = dependencies(scope, 'composer:symfony/webpack-encore-bundle', 'composer:symfony/asset-mapper', 'composer:pentatrion/vite-bundle', 'npm:@symfony/webpack-encore', 'npm:vite');
  return builders.length === 0 ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence: builders.map((fact) => evidenceOf(fact, packageName(fact))), basis: 'library' })];
}

const mailers: readonly (readonly [RegExp, string])[] = [[/^ses/, 'ses'], [/^mailgun/, 'mailgun'], [/^postmark/, 'postmark'], [/^sendgrid/, 'sendgrid'], [/^resend/, 'resend'], [/^(brevo|sendinblue)/, 'brevo'], [/^mailjet/, 'mailjet'], [/^(sendmail|native)/, 'sendmail'], [/^(smtps?|gmail)/, 'smtp'], [/^null/, 'log']];

function mail(context: Context): readonly Binding[] {
  if (dependencies(context.scope, 'composer:symfony/mailer', 'composer:symfony/symfony', 'composer:symfony/swiftmailer-bundle', ...products).length === 0) return [];
  const dsn = resolveDsn(context, setting(context, 'framework.mailer.dsn') ?? setting(context, 'swiftmailer.url'));
  if (dsn === undefined) return [];
  const technology = mailers.find(([pattern]) => pattern.test(dsn.text))?.[1] ?? dsn.text;
  return [binding({ need: 'mail', technology, evidence: dsn.evidence, basis: 'driver' })];
}

const searchClients: Readonly<Record<string, string>> = { 'composer:friendsofsymfony/elastica-bundle': 'elasticsearch', 'composer:elasticsearch/elasticsearch': 'elasticsearch', 'composer:ruflin/elastica': 'elasticsearch', 'composer:opensearch-project/opensearch-php': 'opensearch', 'composer:meilisearch/search-bundle': 'meilisearch', 'composer:meilisearch/meilisearch-php': 'meilisearch', 'composer:algolia/search-bundle': 'algolia', 'composer:typesense/typesense-php': 'typesense' };

function search({ scope }: Context): readonly Binding[] {
  return dependencies(scope, ...Object.keys(searchClients)).slice(0, 1).map((fact) => binding({ need: 'search', technology: searchClients[fact.name] ?? packageName(fact), evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}

/** Production's handlers that write to a file of the machine. */
function monitoring(context: Context): readonly Binding[] {
  const paths = settingsBelow(context, 'monolog.handlers').filter((fact) => /\.path$/.test(fact.name) && fact.value.kind === 'literal');
  const production = paths.filter((fact) => fact.stage === 'production');
  const relevant = production.length > 0 ? production : paths;
  const file = relevant.find((fact) => fact.value.kind === 'literal' && !/^php:\/\/(stderr|stdout)$/.test(fact.value.text));
  return file === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: [evidenceOf(file)], basis: 'driver', confidence: 'likely' })];
}

function secrets(context: Context): readonly Binding[] {
  const { scope, environment } = context;
  const secret = setting(context, 'framework.secret');
  const key = environment.lookup('APP_SECRET') ?? scope.find('env', 'APP_SECRET')[0] ?? (secret?.value.kind === 'env' ? secret : undefined);
  return key === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(key)], basis: 'driver' })];
}
