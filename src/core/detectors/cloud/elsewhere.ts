import type { NeedId } from '../../model';

type Attributes = Readonly<Record<string, string>>;
type Served = readonly [need: NeedId, technology: string];

const engines: readonly (readonly [RegExp, Served])[] = [
  [/postgres|^pg$/i, ['relational-database', 'postgresql']],
  [/mysql/i, ['relational-database', 'mysql']],
  [/mariadb/i, ['relational-database', 'mariadb']],
  [/sqlserver|mssql/i, ['relational-database', 'sqlserver']],
  [/mongo/i, ['document-database', 'mongodb']],
  [/valkey/i, ['cache', 'valkey']],
  [/redis/i, ['cache', 'redis']],
  [/memcache/i, ['cache', 'memcached']],
  [/rabbit|amqp/i, ['queue', 'rabbitmq']],
  [/kafka/i, ['event-streaming', 'kafka']],
  [/opensearch/i, ['search', 'opensearch']],
  [/elastic|bonsai|searchbox/i, ['search', 'elasticsearch']],
];

function byEngine(text: string | undefined): Served | undefined {
  return text === undefined ? undefined : engines.find(([pattern]) => pattern.test(text))?.[1];
}

/** Types that say alone what they are. */
const plain: Readonly<Record<string, Served>> = {
  google_alloydb_cluster: ['relational-database', 'postgresql'],
  google_redis_instance: ['cache', 'redis'],
  google_memcache_instance: ['cache', 'memcached'],
  google_storage_bucket: ['file-storage', 'gcs'],
  google_pubsub_topic: ['queue', 'pubsub'],
  google_firestore_database: ['document-database', 'firestore'],
  azurerm_redis_cache: ['cache', 'redis'],
  azurerm_storage_account: ['file-storage', 'azure'],
  azurerm_servicebus_namespace: ['queue', 'azure-service-bus'],
  azurerm_sql_server: ['relational-database', 'sqlserver'],
  digitalocean_spaces_bucket: ['file-storage', 's3'],
  upstash_redis_database: ['cache', 'redis'],
  neon_project: ['relational-database', 'postgresql'],
  planetscale_database: ['relational-database', 'mysql'],
};

/** Engines in the name of the type: `azurerm_postgresql_flexible_server`, `aiven_pg`. */
const named = /^(?:azurerm_(postgresql|mysql|mariadb|mssql)_(?:flexible_)?(?:server|database)|aiven_(pg|mysql|valkey|redis|kafka|opensearch)|linode_database_(mysql|postgresql)(?:_v2)?|(mongodb)atlas_(?:advanced_)?cluster|confluent_(kafka)_cluster)$/;

/** A server alone says that there is something to keep; a bucket or a topic can be for anything. */
const proving: ReadonlySet<NeedId> = new Set(['relational-database', 'document-database', 'cache', 'search', 'event-streaming']);

export interface ServedElsewhere {
  readonly need: NeedId;
  readonly technology: string;
  readonly proves: boolean;
}

/** What a resource of another provider than AWS serves. */
export function servedElsewhere(type: string, attributes: Attributes): ServedElsewhere | undefined {
  const served = Object.hasOwn(plain, type) ? plain[type] : byEngine(named.exec(type)?.slice(1).find((engine) => engine !== undefined) ?? engineOf(type, attributes));
  return served === undefined ? undefined : { need: served[0], technology: served[1], proves: proving.has(served[0]) };
}

function engineOf(type: string, attributes: Attributes): string | undefined {
  switch (type) {
    case 'google_sql_database_instance':
      return attributes['database_version'];
    case 'digitalocean_database_cluster':
    case 'scaleway_rdb_instance':
      return attributes['engine'];
    case 'vultr_database':
      return attributes['database_engine'];
    case 'heroku_addon':
      return attributes['plan'];
    case 'azurerm_cosmosdb_account':
      return attributes['kind'];
    default:
      return undefined;
  }
}
