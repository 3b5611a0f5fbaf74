/**
 * What the framework assumes when the application publishes no configuration file, and which variable it reads.
 * Source: laravel/laravel, branches 5.8 to 12.x, `config/*.php`; laravel/framework 11+ merges its own copies
 * (read 2026-11). Keys are `<config file>.<path>`.
 */
export interface FrameworkDefault {
  readonly env: string;
  readonly value: string;
}

type Defaults = Readonly<Record<string, FrameworkDefault>>;

const fromEleven: Defaults = {
  'database.default': { env: 'DB_CONNECTION', value: 'sqlite' },
  'cache.default': { env: 'CACHE_STORE', value: 'database' },
  'queue.default': { env: 'QUEUE_CONNECTION', value: 'database' },
  'session.driver': { env: 'SESSION_DRIVER', value: 'database' },
  'broadcasting.default': { env: 'BROADCAST_CONNECTION', value: 'null' },
  'filesystems.default': { env: 'FILESYSTEM_DISK', value: 'local' },
  'mail.default': { env: 'MAIL_MAILER', value: 'log' },
  'logging.default': { env: 'LOG_CHANNEL', value: 'stack' },
};

const nineAndTen: Defaults = {
  ...fromEleven,
  'database.default': { env: 'DB_CONNECTION', value: 'mysql' },
  'cache.default': { env: 'CACHE_DRIVER', value: 'file' },
  'queue.default': { env: 'QUEUE_CONNECTION', value: 'sync' },
  'session.driver': { env: 'SESSION_DRIVER', value: 'file' },
  'broadcasting.default': { env: 'BROADCAST_DRIVER', value: 'null' },
  'mail.default': { env: 'MAIL_MAILER', value: 'smtp' },
};

const sevenAndEight: Defaults = { ...nineAndTen, 'filesystems.default': { env: 'FILESYSTEM_DRIVER', value: 'local' } };

const older: Defaults = { ...sevenAndEight, 'mail.default': { env: 'MAIL_DRIVER', value: 'smtp' } };

export function frameworkDefaults(major: number): Defaults {
  if (major >= 11) return fromEleven;
  if (major >= 9) return nineAndTen;
  return major >= 7 ? sevenAndEight : older;
}

/** Connections, stores and disks of the framework's own configuration: name → driver. */
export const frameworkDrivers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'database.connections': { sqlite: 'sqlite', mysql: 'mysql', mariadb: 'mariadb', pgsql: 'pgsql', sqlsrv: 'sqlsrv' },
  'cache.stores': { array: 'array', database: 'database', file: 'file', memcached: 'memcached', redis: 'redis', dynamodb: 'dynamodb', octane: 'octane' },
  'queue.connections': { sync: 'sync', database: 'database', beanstalkd: 'beanstalkd', sqs: 'sqs', redis: 'redis' },
  'filesystems.disks': { local: 'local', public: 'local', s3: 's3' },
  'mail.mailers': { smtp: 'smtp', ses: 'ses', postmark: 'postmark', resend: 'resend', sendmail: 'sendmail', log: 'log', array: 'array' },
  'broadcasting.connections': { reverb: 'reverb', pusher: 'pusher', ably: 'ably', log: 'log', null: 'null' },
  'logging.channels': { stack: 'stack', single: 'single', daily: 'daily', stderr: 'monolog', syslog: 'syslog', errorlog: 'errorlog' },
};
