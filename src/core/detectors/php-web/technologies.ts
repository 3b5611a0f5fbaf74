/** Class, driver or scheme, as PHP frameworks name it → technology word of the contract; undefined for anything else. */

type Pattern = readonly [RegExp, string];

function first(patterns: readonly Pattern[]): (text: string) => string | undefined {
  return (text) => patterns.find(([pattern]) => pattern.test(text))?.[1];
}

export const databaseTechnology = first([
  [/mariadb/i, 'mariadb'],
  [/^(pdo_?)?mysql(i|2|nd)?$|Driver\\Mysql$|^Mysql$|Mysqli?$|MySQLDatabase$|^Database\/Mysql/i, 'mysql'],
  [/^(pdo_?)?(pgsql|postgres(ql)?|postgre)$|Driver\\Postgres$|PostgreSQLDatabase$|^Database\/Postgres/i, 'postgresql'],
  [/^(pdo_?)?sqlite[23]?$|Driver\\Sqlite$|SQLite3Database$|^Database\/Sqlite/i, 'sqlite'],
  [/^(pdo_?)?(sqlsrv|mssql|dblib)$|Driver\\Sqlserver$|MSSQLDatabase$|^Database\/Sqlserver/i, 'sqlserver'],
  [/^(pdo_?)?(oci8?|oracle)$/i, 'oracle'],
]);

export const cacheTechnology = first([
  [/redis|^predis$/i, 'redis'],
  [/valkey/i, 'valkey'],
  [/memcached?/i, 'memcached'],
  [/apcu?|array|wincache/i, 'memory'],
  [/DbCache|database/i, 'database'],
  [/file/i, 'file'],
]);

export const sessionTechnology = first([
  [/redis/i, 'redis'],
  [/memcached?/i, 'memcached'],
  [/DbSession|database|^db$/i, 'database'],
  [/cookie/i, 'cookie'],
  [/files?(handler|session)?$|^php$|^cake$|yii\\web\\Session$/i, 'file'],
  [/^cache$/i, 'file'],
]);

export const queueTechnology = first([
  [/redis/i, 'redis'],
  [/amqp|rabbit/i, 'rabbitmq'],
  [/sqs/i, 'sqs'],
  [/beanstalk/i, 'beanstalkd'],
  [/\\db\\|MySQL$|doctrine|database/i, 'database'],
  [/sync|instant/i, 'sync'],
  [/\\file\\/i, 'file'],
]);

export const mailTechnology = first([
  [/smtp/i, 'smtp'],
  [/^ses|amazon/i, 'ses'],
  [/mailgun/i, 'mailgun'],
  [/postmark/i, 'postmark'],
  [/sendgrid/i, 'sendgrid'],
  [/^(mail|sendmail|php)$|SendmailTransport|MailTransport$/i, 'sendmail'],
  [/^(debug|null|log)$/i, 'log'],
]);

export const fileSystemTechnology = first([
  [/s3|aws/i, 's3'],
  [/google|gcs/i, 'gcs'],
  [/azure/i, 'azure'],
  [/dropbox/i, 'dropbox'],
  [/local/i, 'local'],
]);
