import type { NeedId } from '../../model';

/** What a store or service of a hosting platform serves. */
export interface PlatformProduct {
  readonly need: NeedId;
  readonly technology: string;
  /** Nobody pays for it without the need; a Redis can be for anything and only serves what the application shows. */
  readonly proves: boolean;
}

function serves(need: NeedId, technology: string, proves = true): PlatformProduct {
  return { need, technology, proves };
}

export const platformProducts: Readonly<Record<string, PlatformProduct>> = {
  postgresql: serves('relational-database', 'postgresql'),
  mysql: serves('relational-database', 'mysql'),
  mariadb: serves('relational-database', 'mariadb'),
  sqlserver: serves('relational-database', 'sqlserver'),
  oracle: serves('relational-database', 'oracle'),
  mongodb: serves('document-database', 'mongodb'),
  redis: serves('cache', 'redis', false),
  valkey: serves('cache', 'valkey', false),
  memcached: serves('cache', 'memcached'),
  rabbitmq: serves('queue', 'rabbitmq'),
  kafka: serves('event-streaming', 'kafka'),
  elasticsearch: serves('search', 'elasticsearch'),
  opensearch: serves('search', 'opensearch'),
  solr: serves('search', 'solr'),
  algolia: serves('search', 'algolia'),
  meilisearch: serves('search', 'meilisearch'),
  typesense: serves('search', 'typesense'),
  sendgrid: serves('mail', 'sendgrid'),
  mailgun: serves('mail', 'mailgun'),
  postmark: serves('mail', 'postmark'),
  sentry: serves('monitoring', 'sentry'),
  newrelic: serves('monitoring', 'newrelic'),
  datadog: serves('monitoring', 'datadog'),
  bugsnag: serves('monitoring', 'bugsnag'),
  honeybadger: serves('monitoring', 'honeybadger'),
  rollbar: serves('monitoring', 'rollbar'),
  appsignal: serves('monitoring', 'appsignal'),
  s3: serves('file-storage', 's3', false),
  cloudinary: serves('file-storage', 'cloudinary', false),
  pusher: serves('realtime', 'pusher', false),
  ably: serves('realtime', 'ably', false),
  cron: serves('scheduler', 'cron'),
};

/** Product and engine names of the platforms → key of `platformProducts`. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^(heroku-)?postgres(ql)?(:|$|-)|^pg$|^neon$|^heroku-postgresql|^crunchy|^timescale/i, 'postgresql'],
  [/^(oracle-)?mysql|^jawsdb(?!-maria)|^cleardb/i, 'mysql'],
  [/^mariadb|^jawsdb-maria/i, 'mariadb'],
  [/^mssql/i, 'sqlserver'],
  [/^mongo|^mongolab|^mongohq|^ormongo/i, 'mongodb'],
  [/^valkey/i, 'valkey'],
  [/^(heroku-)?redis|^rediscloud|^redistogo|^upstash-redis|^stackhero-redis|^openredis|^keyvalue$|^caching$|^heroku-key-value/i, 'redis'],
  [/^memcache|^memcachier/i, 'memcached'],
  [/^rabbitmq|^cloudamqp|^rabbitmq-bigwig/i, 'rabbitmq'],
  [/^kafka|^heroku-kafka|^cloudkarafka/i, 'kafka'],
  [/^elasticsearch|^bonsai|^searchbox|^foundelasticsearch/i, 'elasticsearch'],
  [/^opensearch/i, 'opensearch'],
  [/^solr|^websolr/i, 'solr'],
  [/^algolia/i, 'algolia'],
  [/^sendgrid/i, 'sendgrid'],
  [/^mailgun/i, 'mailgun'],
  [/^postmark/i, 'postmark'],
  [/^sentry/i, 'sentry'],
  [/^newrelic/i, 'newrelic'],
  [/^datadog/i, 'datadog'],
  [/^bugsnag/i, 'bugsnag'],
  [/^honeybadger/i, 'honeybadger'],
  [/^rollbar/i, 'rollbar'],
  [/^appsignal/i, 'appsignal'],
  [/^bucketeer|^cloudcube/i, 's3'],
  [/^cloudinary/i, 'cloudinary'],
  [/^pusher/i, 'pusher'],
  [/^ably/i, 'ably'],
  [/^scheduler$|^advanced-scheduler|^crontogo|^cron/i, 'cron'],
];

/** `heroku-postgresql:essential-0`, `mariadb:10.4`, `PG` → product; undefined for what serves no need. */
export function productNamed(text: string): string | undefined {
  return names.find(([pattern]) => pattern.test(text.trim()))?.[1];
}
