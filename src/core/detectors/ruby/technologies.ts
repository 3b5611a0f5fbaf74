function wordOf(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

const databases: readonly (readonly [RegExp, string])[] = [
  [/cockroach/i, 'cockroachdb'],
  [/postg|^pg$|psql|redshift/i, 'postgresql'],
  [/mariadb/i, 'mariadb'],
  [/mysql|trilogy/i, 'mysql'],
  [/sqlite|litedb|spatialite/i, 'sqlite'],
  [/sqlserver|tinytds|mssql/i, 'sqlserver'],
  [/oracle/i, 'oracle'],
  [/mongo/i, 'mongodb'],
];

/** An adapter of Active Record or Sequel, or the scheme of an address → the engine. */
export function databaseOf(text: string): string | undefined {
  return wordOf(databases, text.replace(/:\/\/.*$/, '').replace(/^jdbc:?/, ''));
}

const caches: readonly (readonly [RegExp, string])[] = [
  [/redis|readthis/i, 'redis'],
  [/solid_cache|litecache|database/i, 'database'],
  [/mem_?cache|dalli/i, 'memcached'],
  [/^memory_store$|^:?memory/i, 'memory'],
  [/file_store/i, 'file'],
  [/null_store/i, 'none'],
];

export function cacheOf(text: string): string | undefined {
  return wordOf(caches, text);
}

const sessionStores: readonly (readonly [RegExp, string])[] = [
  [/redis/i, 'redis'],
  [/active_?record|database|sequel/i, 'database'],
  [/mem_?cache|dalli/i, 'memcached'],
  [/mongo/i, 'mongodb'],
  [/cookie/i, 'cookie'],
];

export function sessionOf(text: string): string | undefined {
  return wordOf(sessionStores, text);
}

interface QueueAdapter {
  readonly technology: string;
  readonly library: string | null;
}

/** `config.active_job.queue_adapter` → where jobs wait, and the library that runs them. */
export const queueAdapters: Readonly<Record<string, QueueAdapter>> = {
  sidekiq: { technology: 'redis', library: 'sidekiq' },
  resque: { technology: 'redis', library: 'resque' },
  delayed_job: { technology: 'database', library: 'delayed-job' },
  delayed: { technology: 'database', library: 'delayed' },
  good_job: { technology: 'database', library: 'good-job' },
  solid_queue: { technology: 'database', library: 'solid-queue' },
  que: { technology: 'database', library: 'que' },
  queue_classic: { technology: 'database', library: 'queue-classic' },
  dynflow: { technology: 'database', library: 'dynflow' },
  litejob: { technology: 'database', library: 'litejob' },
  sneakers: { technology: 'rabbitmq', library: 'sneakers' },
  advanced_sneakers: { technology: 'rabbitmq', library: 'sneakers' },
  shoryuken: { technology: 'sqs', library: 'shoryuken' },
  amazon_sqs: { technology: 'sqs', library: 'aws-activejob-sqs' },
  amazon_sqs_async: { technology: 'sqs', library: 'aws-activejob-sqs' },
  sqs: { technology: 'sqs', library: 'aws-activejob-sqs' },
  lambdakiq: { technology: 'sqs', library: 'lambdakiq' },
  active_elastic_job: { technology: 'sqs', library: 'active-elastic-job' },
  backburner: { technology: 'beanstalkd', library: 'backburner' },
  karafka: { technology: 'kafka', library: 'karafka' },
  cloudtasker: { technology: 'cloud-tasks', library: 'cloudtasker' },
  faktory: { technology: 'faktory', library: 'faktory' },
  sucker_punch: { technology: 'memory', library: 'sucker-punch' },
  async: { technology: 'memory', library: null },
  inline: { technology: 'sync', library: null },
};

export function queueOf(text: string): QueueAdapter | undefined {
  const name = text.replace(/^ActiveJob::QueueAdapters::(\w+)Adapter.*$/, '$1').replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  if (Object.hasOwn(queueAdapters, name)) return queueAdapters[name];
  // Somebody else's adapter is its own word; `test` keeps jobs for assertions.
  return name === 'test' || !/^[a-z][a-z0-9_]*$/.test(name) ? undefined : { technology: name.replace(/_/g, '-'), library: name.replace(/_/g, '-') };
}

const services: readonly (readonly [RegExp, string])[] = [
  [/minio/i, 'minio'],
  [/^s3$|aws|amazon|::s3\b/i, 's3'],
  [/gcs|google/i, 'gcs'],
  [/azure/i, 'azure'],
  [/cloudinary/i, 'cloudinary'],
  [/openstack|swift/i, 'swift'],
  [/dropbox/i, 'dropbox'],
  [/disk|^file$|filesystem|^local$/i, 'local'],
];

/** `service:` of storage.yml, a storage of CarrierWave, Shrine, Paperclip or Dragonfly → where files go. */
export function storageOf(text: string): string | undefined {
  return wordOf(services, text);
}

const mailers: readonly (readonly [RegExp, string])[] = [
  [/sendgrid/i, 'sendgrid'],
  [/mailgun/i, 'mailgun'],
  [/postmark/i, 'postmark'],
  [/resend/i, 'resend'],
  [/brevo|sendinblue/i, 'brevo'],
  [/mailjet/i, 'mailjet'],
  [/mandrill/i, 'mandrill'],
  [/sparkpost/i, 'sparkpost'],
  [/mailersend/i, 'mailersend'],
  [/mailtrap/i, 'mailtrap'],
  [/govuk_notify|^notify$/i, 'govuk-notify'],
  [/^(?:amazon_|aws_)?(?:sdk_)?ses(?:_?v?2)?$|aws_sdk|email-smtp\.[\w-]+\.amazonaws|amazonaws\.com$/i, 'ses'],
  [/letter_opener|^file$|^logger?$|^test$|mailcatcher/i, 'log'],
  [/^sendmail$|^exim$/i, 'sendmail'],
  [/^smtp/i, 'smtp'],
];

/** A delivery method, or the host that mail is handed to → what sends. */
export function mailOf(text: string): string | undefined {
  return wordOf(mailers, text);
}
