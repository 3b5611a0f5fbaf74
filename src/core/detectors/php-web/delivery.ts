import type { Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { buildScripts, dependencies } from '../php/runtime';
import { decided, inFile, type PhpContext } from './context';
import { fileSystemTechnology, mailTechnology } from './technologies';

/** What an application hands on: mail, files, search, static files; and its secrets. */
export function delivery(context: PhpContext): readonly Binding[] {
  return [...mail(context), ...fileStorage(context), ...search(context), ...staticAssets(context), ...monitoring(context), ...secrets(context)];
}

/** Logs that CakePHP, Yii and CodeIgniter are told to keep in files. */
function monitoring({ facts, scope }: PhpContext): readonly Binding[] {
  const isCodeIgniter = scope.application.framework === 'codeigniter';
  const file = facts.find((fact) => fact.name === 'php.log-file' || writesLog(fact, isCodeIgniter)) ?? facts.find((fact) => /^Log\.\w+\.(?:className|engine)$|(^|\.)components\.log\.targets\.\w+\.class$/.test(fact.name) && fact.value.kind === 'literal' && /File(?:Log|Target)$|^File$/.test(fact.value.text));
  // A logger that knows nothing but files.
  const [logger] = file === undefined ? dependencies(scope, 'composer:katzgrau/klogger') : [];
  if (logger !== undefined) return [binding({ need: 'monitoring', technology: 'log-file', evidence: [evidenceOf(logger, packageName(logger))], basis: 'library', confidence: 'likely' })];
  return file === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: [evidenceOf(file)], basis: 'driver', confidence: 'likely' })];
}

/** CodeIgniter 3 writes nothing below threshold 1; version 4 lists the handlers that it writes with. */
function writesLog({ name, at, value }: Fact, isCodeIgniter: boolean): boolean {
  if (/(^|[._])log[._]driver$/.test(name)) return value.kind === 'literal' && /^files?$/.test(value.text);
  if (!isCodeIgniter) return false;
  // `DEBUG ? 2 : 1` writes either way.
  if (name === 'config.log_threshold') return value.kind === 'unknown' ? /\?\s*[1-9]\s*:\s*[1-9]$/.test(value.why) : !(value.kind === 'literal' && value.text === '0');
  return /^handlers\.(?:\w+\\)*FileHandler$/.test(name) && at.path.endsWith('app/Config/Logger.php');
}

const mailers = ['composer:phpmailer/phpmailer', 'composer:symfony/mailer', 'composer:swiftmailer/swiftmailer', 'composer:yiisoft/yii2-symfonymailer', 'composer:yiisoft/yii2-swiftmailer', 'composer:drupal/smtp', 'composer:drupal/symfony_mailer', 'composer:drupal/swiftmailer', 'composer:drupal/phpmailer_smtp', 'composer:laminas/laminas-mail', 'composer:nette/mail'];
const hosted: Readonly<Record<string, string>> = { 'composer:sendgrid/sendgrid': 'sendgrid', 'composer:mailgun/mailgun-php': 'mailgun', 'composer:wildbit/postmark-php': 'postmark', 'composer:resend/resend-php': 'resend', 'composer:drupal/sendgrid_integration': 'sendgrid' };

function mail(context: PhpContext): readonly Binding[] {
  const { scope, environment, facts } = context;
  const { framework } = scope.application;
  const codeigniter = framework === 'codeigniter' ? decided(inFile(context, /\/[Ee]mail\.php$/), 'mail', [/^protocol$/, /^config\.protocol$/], mailTechnology) : [];
  const cake2 = framework === 'cakephp' ? decided(inFile(context, /\/email(?:\.default)?\.php$/), 'mail', [/^default\.transport$/], mailTechnology) : [];
  const named = [...codeigniter, ...cake2];
  const configured = named.length > 0 ? named : decided(context, 'mail', [/^EmailTransport\.default\.(url|className)$/, /^mailer$/, /(^|[._])(?:php)?mail(er)?[._](transport|driver|mailer|type|protocol|engine)$/i], mailTechnology);
  if (configured.length > 0) return configured;
  const cake = framework === 'cakephp' ? facts.find((fact) => fact.name === 'EmailTransport.default') : undefined;
  // CakePHP sends over the host of the default transport, or with PHP's own function where there is none.
  if (cake !== undefined) return [binding({ need: 'mail', technology: facts.some((fact) => fact.name === 'EmailTransport.default.host') ? 'smtp' : 'sendmail', evidence: [evidenceOf(cake)], basis: 'driver' })];
  const url = environment.lookup('MAILER_DSN') ?? environment.lookup('EMAIL_TRANSPORT_DEFAULT_URL');
  const technology = url?.detail?.['scheme'] === undefined ? undefined : mailTechnology(url.detail['scheme']);
  if (url !== undefined && technology !== undefined) return [binding({ need: 'mail', technology, evidence: [evidenceOf(url)], basis: 'driver' })];
  // `USE_SMTP = false`: the library hands mail to PHP's own function.
  const direct = scope.find('env').find((fact) => /(?:^|_)(?:USE_SMTP|SMTP_ENABLED?|ENABLE_SMTP)$/.test(fact.name) && /^(?:false|0|no|off)$/i.test(valueOf(environment.lookup(fact.name))));
  if (direct !== undefined) return [binding({ need: 'mail', technology: 'sendmail', evidence: [evidenceOf(direct)], basis: 'driver', confidence: 'likely', supported: ['smtp'] })];
  const [service] = dependencies(scope, ...Object.keys(hosted));
  if (service !== undefined) return [binding({ need: 'mail', technology: hosted[service.name] ?? '', evidence: [evidenceOf(service, packageName(service))], basis: 'library' })];
  // A host of SMTP that is set, whatever sends over it.
  const host = facts.find((fact) => fact.kind === 'config' && /(^|[._])smtp[._]?(?:host|server|hostname)$/i.test(fact.name) && fact.value.kind === 'secret' && fact.value.state !== 'empty');
  if (host !== undefined) return [binding({ need: 'mail', technology: 'smtp', evidence: [evidenceOf(host)], basis: 'driver', confidence: 'likely' })];
  const [library] = dependencies(scope, ...mailers);
  if (library !== undefined) return [binding({ need: 'mail', technology: 'smtp', evidence: [evidenceOf(library, packageName(library))], basis: 'library', confidence: 'likely' })];
  const [sent] = scope.find('code', 'php.mail.smtp');
  if (sent !== undefined) return [binding({ need: 'mail', technology: 'smtp', evidence: [evidenceOf(sent, 'isSMTP')], basis: 'code', confidence: 'likely' })];
  return scope.find('code', 'php.mail').slice(0, 1).map((fact) => binding({ need: 'mail', technology: 'sendmail', evidence: [evidenceOf(fact, 'mail')], basis: 'code', confidence: 'likely' }));
}

const remote: Readonly<Record<string, string>> = { 'composer:league/flysystem-aws-s3-v3': 's3', 'composer:drupal/s3fs': 's3', 'composer:craftcms/aws-s3': 's3', 'composer:league/flysystem-google-cloud-storage': 'gcs', 'composer:craftcms/google-cloud': 'gcs', 'composer:league/flysystem-azure-blob-storage': 'azure', 'composer:silverstripe/s3': 's3', 'composer:cloudinary/cloudinary_php': 'cloudinary' };

/** A remote file system that is required, or the folder of uploads that is kept over a deployment. */
function fileStorage(context: PhpContext): readonly Binding[] {
  const { scope, environment, facts } = context;
  const [package_] = dependencies(scope, ...Object.keys(remote));
  // `USE_S3 = false`: the remote file system is there for whoever turns it on.
  const off = scope.find('env').find((fact) => /(^|_)(?:USE_S3|S3_ENABLED?|ENABLE_S3)$/.test(fact.name) && /^(?:false|0|no|off)$/i.test(valueOf(environment.lookup(fact.name))));
  if (package_ !== undefined && off !== undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: [evidenceOf(off), evidenceOf(package_, packageName(package_))], basis: 'driver', confidence: 'likely', supported: [remote[package_.name] ?? ''] })];
  const mount = scope.find('config', 'platform.mount').concat(scope.find('config', 'compose.volume')).find((fact) => fact.value.kind === 'literal' && /(^|\/)(uploads?|files|media|storage|public_html\/images)(\/|$)/i.test(fact.value.text));
  // A folder of uploads is kept and no bucket is named anywhere: a store that somebody may add while it runs.
  const isNamed = [...scope.find('env'), ...facts].some(({ name }) => /(?:^|[._])(?:s3|aws|minio|gcs|azure|cloudinary)(?:[._]|$)|bucket/i.test(name));
  if (package_ !== undefined && mount !== undefined && !isNamed) return [binding({ need: 'file-storage', technology: 'local', evidence: [evidenceOf(mount, mount.name), evidenceOf(package_, packageName(package_))], basis: 'driver', confidence: 'likely', supported: [remote[package_.name] ?? ''] })];
  if (package_ !== undefined) return [binding({ need: 'file-storage', technology: remote[package_.name] ?? '', evidence: [evidenceOf(package_, packageName(package_))], basis: 'library', confidence: 'likely', supported: ['local'] })];
  const component = decided(context, 'file-storage', [/(^|\.)components\.(?:fs|filesystem|storage|fileStorage)(?:\.filesystem)?\.class$/], fileSystemTechnology);
  if (component.length > 0) return component;
  // Drupal's folder of public files, which its settings name.
  const [folder] = scope.application.framework === 'drupal' ? facts.filter((fact) => /(^|\.)file_(?:public|private)_path$/.test(fact.name)) : [];
  if (folder !== undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: [evidenceOf(folder)], basis: 'driver', confidence: 'likely' })];
  const uploads = scope.find('code', 'php.upload');
  const taken = uploads.length > 0 ? uploads : scope.find('code', 'php.file.kept');
  const evidence = [...(mount === undefined ? [] : [mount]), ...taken.slice(0, 3)].map((fact) => evidenceOf(fact, fact.kind === 'code' ? 'upload' : fact.name));
  return evidence.length === 0 ? [] : [binding({ need: 'file-storage', technology: 'local', evidence, basis: 'driver', confidence: 'likely' })];
}

function valueOf(fact: Fact | undefined): string {
  return fact?.value.kind === 'literal' ? fact.value.text : '';
}

const searchClients: Readonly<Record<string, string>> = { 'composer:elasticsearch/elasticsearch': 'elasticsearch', 'composer:opensearch-project/opensearch-php': 'opensearch', 'composer:meilisearch/meilisearch-php': 'meilisearch', 'composer:typesense/typesense-php': 'typesense', 'composer:algolia/algoliasearch-client-php': 'algolia', 'composer:drupal/search_api_solr': 'solr', 'composer:solarium/solarium': 'solr', 'composer:drupal/elasticsearch_connector': 'elasticsearch', 'composer:yiisoft/yii2-elasticsearch': 'elasticsearch', 'composer:cakephp/elastic-search': 'elasticsearch' };

function search({ scope }: PhpContext): readonly Binding[] {
  return dependencies(scope, ...Object.keys(searchClients)).slice(0, 1).map((fact) => binding({ need: 'search', technology: searchClients[fact.name] ?? '', evidence: [evidenceOf(fact, packageName(fact))], basis: 'library', confidence: 'likely' }));
}

function staticAssets({ scope }: PhpContext): readonly Binding[] {
  const builders = dependencies(scope, 'npm:vite', 'npm:webpack', 'npm:laravel-mix', 'npm:@symfony/webpack-encore', 'npm:parcel', 'npm:esbuild', 'npm:rollup', 'npm:gulp', 'npm:@vue/cli-service', 'npm:react-scripts').map((fact) => evidenceOf(fact, packageName(fact)));
  const evidence = builders.length > 0 ? builders : buildScripts(scope);
  return evidence.length === 0 ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence, basis: 'library' })];
}

const credential = /(^|[._])(pass(word|wd)?|secret|salt|app_key|key|token)$/i;

/** What the image of a database is told, and no application. */
const ofServer = /^(?:MYSQL|MARIADB)_ROOT_/;

/** Credentials in env files, or settings that look them up in the environment. */
function secrets({ scope, facts }: PhpContext): readonly Binding[] {
  const inFiles = scope.find('env').find((fact) => fact.origin !== 'dockerfile' && fact.value.kind === 'secret' && credential.test(fact.name) && !ofServer.test(fact.name));
  if (inFiles !== undefined) return [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(inFiles)], basis: 'driver' })];
  const lookup = facts.find((fact) => fact.value.kind === 'env' && credential.test(fact.value.key));
  // Variables that the script of the image writes into a configuration.
  const [handed] = lookup === undefined ? scope.find('config', 'image.secret') : [];
  if (handed?.value.kind === 'env') return [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(handed, handed.value.key)], basis: 'code', confidence: 'likely' })];
  return lookup === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(lookup)], basis: 'driver' })];
}
