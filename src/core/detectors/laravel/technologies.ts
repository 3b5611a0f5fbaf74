/** Driver as Laravel names it → technology word of the contract; `none` is no technology. */
export const technologies = {
  database: { sqlite: 'sqlite', mysql: 'mysql', mariadb: 'mariadb', pgsql: 'postgresql', sqlsrv: 'sqlserver', oracle: 'oracle', mongodb: 'mongodb', 'mongodb-atlas': 'mongodb', libsql: 'sqlite', 'pgsql-vector': 'postgresql', singlestore: 'mysql' },
  cache: { redis: 'redis', database: 'database', file: 'file', memcached: 'memcached', dynamodb: 'dynamodb', array: 'memory', apc: 'memory', octane: 'memory', null: 'none', mongodb: 'mongodb' },
  session: { file: 'file', cookie: 'cookie', database: 'database', redis: 'redis', memcached: 'memcached', dynamodb: 'dynamodb', array: 'memory', apc: 'memory', mongodb: 'mongodb', native: 'file' },
  queue: { sync: 'sync', deferred: 'sync', background: 'sync', database: 'database', redis: 'redis', sqs: 'sqs', 'sqs-fifo': 'sqs', beanstalkd: 'beanstalkd', rabbitmq: 'rabbitmq', mongodb: 'mongodb', kafka: 'kafka' },
  broadcast: { reverb: 'reverb', pusher: 'pusher', ably: 'ably', redis: 'redis' },
  disk: { local: 'local', s3: 's3', gcs: 'gcs', google: 'gcs', azure: 'azure', 'azure-storage-blob': 'azure', cloudinary: 'cloudinary', ftp: 'ftp', sftp: 'sftp', webdav: 'webdav', dropbox: 'dropbox', rackspace: 'rackspace', spaces: 's3' },
  mail: { smtp: 'smtp', ses: 'ses', 'ses-v2': 'ses', mailgun: 'mailgun', postmark: 'postmark', sendgrid: 'sendgrid', resend: 'resend', sendmail: 'sendmail', mail: 'sendmail', log: 'log', array: 'log', mailjet: 'mailjet', brevo: 'brevo', sparkpost: 'sparkpost', mailersend: 'mailersend' },
  scout: { algolia: 'algolia', meilisearch: 'meilisearch', typesense: 'typesense', database: 'database', collection: 'database', tntsearch: 'tntsearch', elastic: 'elasticsearch', elasticsearch: 'elasticsearch', opensearch: 'opensearch' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type DriverTable = keyof typeof technologies;

export function technologyOf(table: DriverTable, driver: string): string {
  const known: Readonly<Record<string, string>> = technologies[table];
  return known[driver.toLowerCase()] ?? driver.toLowerCase();
}

/** Technologies that are choices a reader could make, without what is only for tests. */
export function offered(table: DriverTable, drivers: Iterable<string>, current: string): readonly string[] {
  const result = new Set<string>();
  for (const driver of drivers) {
    const technology = technologyOf(table, driver);
    if (technology !== current && technology !== 'none' && technology !== 'memory' && !/^(failover|roundrobin|null|stack|session|storage)$/.test(technology)) result.add(technology);
  }
  return [...result];
}

