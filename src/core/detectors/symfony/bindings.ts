import type { Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { environmentOf } from '../environment';
import { messengerBridges } from '../php/packages';
import { buildScripts, dependencies, phpCompute } from '../php/runtime';
import type { ApplicationScope } from '../scope';
import { resolveDsn, setting, settingsBelow, type Context } from './context';
import { database } from './database';
import { products } from './products';
import { fileStorage } from './storage';

/** All needs of one Symfony application: DSN variables and `config/packages`, production's sections first. */
export function symfonyBindings(scope: ApplicationScope): readonly Binding[] {
  const framework = dependencies(scope, 'composer:symfony/framework-bundle', 'composer:symfony/symfony', ...products, 'composer:symfony/flex').slice(0, 1).map((fact) => evidenceOf(fact, packageName(fact)));
  const told = framework.length > 0 ? framework : [{ at: scope.application.manifest, key: 'symfony', stage: 'default' } as const];
  const context: Context = { scope, environment: environmentOf(scope, { layered: true }), framework: told };
  return [
    ...phpCompute(scope, told),
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
  const named = handler?.detail?.['scheme'] ?? (handler?.value.kind === 'literal' ? handler.value.text : undefined);
  if (handler !== undefined && named !== undefined && !/native_file|^null$/i.test(named)) {
    const own = context.scope.find('code', 'symfony.session').find((fact) => fact.detail?.['class'] === named.slice(named.lastIndexOf('\\') + 1));
    const parent = own?.value.kind === 'literal' ? own.value.text : named;
    return [binding({ need: 'sessions', technology: adapterTechnology(parent), evidence: [evidenceOf(handler), ...(own === undefined ? [] : [evidenceOf(own, parent)])], basis: 'driver' })];
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
  if (chosen === undefined) return declared.length === 0 ? queueOfProduct(context) : queueByBridge(context, declared);
  return [binding({ need: 'queue', technology: chosen.technology, library: 'messenger', evidence: chosen.evidence, basis: 'driver', supported: [...new Set(resolved.map(({ technology }) => technology))].filter((technology) => technology !== chosen.technology) })];
}

/** A product declares its transports in its own bundle, and reads where they lead from the variable of Messenger's recipe. */
function queueOfProduct({ scope, environment }: Context): readonly Binding[] {
  const [product] = dependencies(scope, ...products);
  const variable = environment.lookup('MESSENGER_TRANSPORT_DSN');
  const technology = transports[variable?.detail?.['scheme'] ?? ''];
  if (product === undefined || variable === undefined || technology === undefined) return [];
  return [binding({ need: 'queue', technology, library: 'messenger', evidence: [evidenceOf(variable), evidenceOf(product, packageName(product))], basis: 'driver', confidence: 'likely' })];
}

/** Only the installation knows the address: the one bridge that is required tells what it leads to, or an option of Doctrine's. */
function queueByBridge(context: Context, declared: readonly Fact[]): readonly Binding[] {
  const [bridge, ...others] = dependencies(context.scope, ...Object.keys(messengerBridges));
  const [transport] = declared.filter((fact) => fact.value.kind === 'env');
  const [option] = settingsBelow(context, 'framework.messenger.transports').filter((fact) => /\.options\.(?:use_notify|check_delayed_interval|table_name)$/.test(fact.name));
  if (option !== undefined && transport !== undefined && bridge === undefined) return [binding({ need: 'queue', technology: 'database', library: 'messenger', evidence: [evidenceOf(option), evidenceOf(transport)], basis: 'driver', confidence: 'likely' })];
  if (bridge === undefined || others.length > 0 || transport === undefined) return [];
  return [binding({ need: 'queue', technology: messengerBridges[bridge.name] ?? '', library: 'messenger', evidence: [evidenceOf(transport), evidenceOf(bridge, packageName(bridge))], basis: 'library', confidence: 'likely' })];
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

function staticAssets({ scope }: Context): readonly Binding[] {
  const builders = dependencies(scope, 'composer:symfony/webpack-encore-bundle', 'composer:symfony/asset-mapper', 'composer:pentatrion/vite-bundle', 'npm:@symfony/webpack-encore', 'npm:vite', 'npm:webpack', 'npm:rollup', 'npm:esbuild', 'npm:gulp', 'npm:grunt', 'npm:parcel', 'npm:webpack-cli').map((fact) => evidenceOf(fact, packageName(fact)));
  const evidence = builders.length > 0 ? builders : buildScripts(scope);
  return evidence.length === 0 ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence, basis: 'library' })];
}

const mailers: readonly (readonly [RegExp, string])[] = [[/^ses/, 'ses'], [/^mailgun/, 'mailgun'], [/^postmark/, 'postmark'], [/^sendgrid/, 'sendgrid'], [/^resend/, 'resend'], [/^(brevo|sendinblue)/, 'brevo'], [/^mailjet/, 'mailjet'], [/^(sendmail|native)/, 'sendmail'], [/^(smtps?|gmail)/, 'smtp'], [/^null/, 'log']];

function mail(context: Context): readonly Binding[] {
  if (dependencies(context.scope, 'composer:symfony/mailer', 'composer:symfony/symfony', 'composer:symfony/swiftmailer-bundle', ...products).length === 0) return [];
  const configured = setting(context, 'framework.mailer.dsn') ?? setting(context, 'swiftmailer.url') ?? setting(context, 'swiftmailer.transport');
  const dsn = resolveDsn(context, configured);
  // Only the installation knows the server: it is told in one way.
  if (dsn === undefined) return configured?.value.kind === 'env' ? [binding({ need: 'mail', technology: 'smtp', evidence: [evidenceOf(configured)], basis: 'driver', confidence: 'possible' })] : [];
  const technology = mailers.find(([pattern]) => pattern.test(dsn.text))?.[1] ?? dsn.text;
  return [binding({ need: 'mail', technology, evidence: dsn.evidence, basis: 'driver' })];
}

const searchClients: Readonly<Record<string, string>> = { 'composer:friendsofsymfony/elastica-bundle': 'elasticsearch', 'composer:elasticsearch/elasticsearch': 'elasticsearch', 'composer:ruflin/elastica': 'elasticsearch', 'composer:opensearch-project/opensearch-php': 'opensearch', 'composer:meilisearch/search-bundle': 'meilisearch', 'composer:meilisearch/meilisearch-php': 'meilisearch', 'composer:algolia/search-bundle': 'algolia', 'composer:algolia/algoliasearch-client-php': 'algolia', 'composer:solarium/solarium': 'solr', 'composer:nelmio/solarium-bundle': 'solr', 'composer:jolicode/elastically': 'elasticsearch', 'composer:typesense/typesense-php': 'typesense' };

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
