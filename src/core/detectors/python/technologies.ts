/** Schemes of addresses as SQLAlchemy, django-environ, kombu and their like read them → the contract's word. */
const databaseSchemes: Readonly<Record<string, string>> = {
  postgres: 'postgresql', postgresql: 'postgresql', psql: 'postgresql', pgsql: 'postgresql', postgis: 'postgresql', timescale: 'postgresql', timescalegis: 'postgresql', redshift: 'postgresql',
  mysql: 'mysql', mysql2: 'mysql', mysqlgis: 'mysql', mariadb: 'mariadb', sqlite: 'sqlite', sqlite3: 'sqlite', spatialite: 'sqlite', mssql: 'sqlserver', mssqlms: 'sqlserver',
  oracle: 'oracle', oraclegis: 'oracle', cockroach: 'cockroachdb', cockroachdb: 'cockroachdb', mongodb: 'mongodb', 'mongodb+srv': 'mongodb',
};

const brokerSchemes: Readonly<Record<string, string>> = {
  redis: 'redis', rediss: 'redis', sentinel: 'redis', unix: 'redis', valkey: 'redis', amqp: 'rabbitmq', amqps: 'rabbitmq', pyamqp: 'rabbitmq', rabbitmq: 'rabbitmq', sqs: 'sqs', kafka: 'kafka',
  confluentkafka: 'kafka', memory: 'memory', mongodb: 'mongodb', django: 'database', sqla: 'database', db: 'database', postgresql: 'database', gcpubsub: 'pubsub', azureservicebus: 'servicebus',
};

const cacheSchemes: Readonly<Record<string, string>> = {
  redis: 'redis', rediss: 'redis', rediscache: 'redis', redissocket: 'redis', 'redis-socket': 'redis', hiredis: 'redis', valkey: 'valkey', valkeys: 'valkey', memcache: 'memcached', memcached: 'memcached',
  pymemcache: 'memcached', pymemcached: 'memcached', pylibmc: 'memcached', djangopylibmc: 'memcached', elasticache: 'memcached', dbcache: 'database', db: 'database', filecache: 'file', file: 'file', locmemcache: 'memory', locmem: 'memory', dummycache: 'none', dummy: 'none',
};

function bySchemes(table: Readonly<Record<string, string>>, text: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  const plain = scheme.split('+')[0] ?? scheme;
  return Object.hasOwn(table, scheme) ? table[scheme] : Object.hasOwn(table, plain) ? table[plain] : undefined;
}

/** `postgresql+asyncpg://…`, `django.db.backends.mysql`, `sqlite` → the engine. */
export function databaseOf(text: string): string | undefined {
  const address = bySchemes(databaseSchemes, text);
  if (address !== undefined) return address;
  if (text.includes('://')) return undefined;
  const word = text.toLowerCase();
  if (/cockroach/.test(word)) return 'cockroachdb';
  if (/postg|psql|pgsql|timescale|tenants|asyncpg|psycopg/.test(word)) return 'postgresql';
  if (/mariadb/.test(word)) return 'mariadb';
  if (/mysql/.test(word)) return 'mysql';
  if (/sqlite|spatialite/.test(word)) return 'sqlite';
  if (/mssql|sql_server|sqlserver|pyodbc/.test(word)) return 'sqlserver';
  if (/oracle/.test(word)) return 'oracle';
  return /djongo|mongo/.test(word) ? 'mongodb' : undefined;
}

export function brokerOf(text: string): string | undefined {
  const address = bySchemes(brokerSchemes, text);
  if (address !== undefined || text.includes('://')) return address;
  const word = text.toLowerCase();
  return Object.hasOwn(brokerSchemes, word) ? brokerSchemes[word] : undefined;
}

/** A cache's address, a dotted class of Django, or a type of Flask-Caching. */
export function cacheOf(text: string): string | undefined {
  const address = bySchemes(cacheSchemes, text);
  if (address !== undefined || text.includes('://')) return address;
  const word = text.toLowerCase();
  if (/valkey/.test(word)) return 'valkey';
  if (/redis/.test(word)) return 'redis';
  if (/locmem|simplecache|^simple$/.test(word)) return 'memory';
  if (/memcache|pylibmc/.test(word)) return 'memcached';
  if (/databasecache|\.db\./.test(word)) return 'database';
  if (/filebased|filesystem|diskcache/.test(word)) return 'file';
  if (/uwsgi/.test(word)) return 'uwsgi';
  return /dummy|nullcache|^null$|^none$/.test(word) ? 'none' : undefined;
}

/** `storages.backends.s3boto3.S3Boto3Storage`, an application's `S3MediaStorage` → where files go. */
export function storageOf(text: string): string | undefined {
  const word = text.toLowerCase();
  if (/minio/.test(word)) return 'minio';
  if (/s3|boto/.test(word)) return 's3';
  if (/gcloud|gcs|googlecloud|gcp/.test(word)) return 'gcs';
  if (/azure/.test(word)) return 'azure';
  if (/cloudinary/.test(word)) return 'cloudinary';
  if (/dropbox/.test(word)) return 'dropbox';
  if (/sftp/.test(word)) return 'sftp';
  if (/ftp/.test(word)) return 'ftp';
  return /filesystem|local|protected/.test(word) ? 'local' : undefined;
}

const hostedMail = ['sendgrid', 'mailgun', 'postmark', 'resend', 'brevo', 'sendinblue', 'mailjet', 'sparkpost', 'mandrill', 'mailersend', 'unisender'];

/** A mail backend's dotted class or an address's scheme → what sends; `log` for what only shows. */
export function mailOf(text: string): string | undefined {
  const word = text.toLowerCase();
  const hosted = hostedMail.find((name) => word.includes(name));
  if (hosted !== undefined) return hosted === 'sendinblue' ? 'brevo' : hosted;
  if (/amazon_ses|django_ses|\bses\b|sesbackend|^ses/.test(word)) return 'ses';
  if (/console|consolemail|filebased|filemail|locmem|memorymail/.test(word)) return 'log';
  if (/dummy|^null$|^none$|^noop$|^disabled$/.test(word)) return 'none';
  return /smtp|submission/.test(word) ? 'smtp' : undefined;
}
