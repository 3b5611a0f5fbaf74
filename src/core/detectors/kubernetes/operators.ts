/** Servers that an operator runs, by the API group of the object, as the image that stands for them. */
export const operatedServers: Readonly<Record<string, string>> = {
  'acid.zalan.do': 'postgres',
  'postgresql.cnpg.io': 'postgres',
  'postgres-operator.crunchydata.com': 'postgres',
  'kubedb.com': '',
  'mysql.oracle.com': 'mysql',
  'mysql.presslabs.org': 'mysql',
  'pxc.percona.com': 'percona',
  'psmdb.percona.com': 'mongo',
  'k8s.mariadb.com': 'mariadb',
  'mariadb.mmontes.io': 'mariadb',
  'mongodbcommunity.mongodb.com': 'mongo',
  'mongodb.com': 'mongo',
  'databases.spotahome.com': 'redis',
  'redis.redis.opstreelabs.in': 'redis',
  'dragonflydb.io': 'dragonfly',
  'rabbitmq.com': 'rabbitmq',
  'kafka.strimzi.io': 'kafka',
  'cluster.redpanda.com': 'redpanda',
  'elasticsearch.k8s.elastic.co': 'elasticsearch',
  'opensearch.opster.io': 'opensearch',
  'solr.apache.org': 'solr',
  'minio.min.io': 'minio',
  'crdb.cockroachlabs.com': 'cockroach',
};

/** Only these are a server; the same groups also have users, topics, backups and the like. */
export const serverKinds = /^(postgresql|Cluster|PostgresCluster|InnoDBCluster|MysqlCluster|PerconaXtraDBCluster|PerconaServerMongoDB|MariaDB|MongoDBCommunity|MongoDB|RedisFailover|Redis|RedisCluster|RedisReplication|Dragonfly|RabbitmqCluster|Kafka|Redpanda|Elasticsearch|OpenSearchCluster|SolrCloud|Tenant|CrdbCluster|Postgres|MySQL)$/;

/** KubeDB has one group for everything: the kind says it. */
export const kubeDbKinds: Readonly<Record<string, string>> = { Postgres: 'postgres', MySQL: 'mysql', MariaDB: 'mariadb', MongoDB: 'mongo', Redis: 'redis', Elasticsearch: 'elasticsearch', Kafka: 'kafka' };

/** AWS Controllers for Kubernetes: `group kind` as Terraform's type. */
export const controlledResources: Readonly<Record<string, string>> = {
  'rds.services.k8s.aws DBInstance': 'aws_db_instance',
  'rds.services.k8s.aws DBCluster': 'aws_rds_cluster',
  'dynamodb.services.k8s.aws Table': 'aws_dynamodb_table',
  'elasticache.services.k8s.aws ReplicationGroup': 'aws_elasticache_replication_group',
  'elasticache.services.k8s.aws CacheCluster': 'aws_elasticache_cluster',
  'elasticache.services.k8s.aws ServerlessCache': 'aws_elasticache_serverless_cache',
  'memorydb.services.k8s.aws Cluster': 'aws_memorydb_cluster',
  'sqs.services.k8s.aws Queue': 'aws_sqs_queue',
  'sns.services.k8s.aws Topic': 'aws_sns_topic',
  's3.services.k8s.aws Bucket': 'aws_s3_bucket',
  'mq.services.k8s.aws Broker': 'aws_mq_broker',
  'kafka.services.k8s.aws Cluster': 'aws_msk_cluster',
  'opensearchservice.services.k8s.aws Domain': 'aws_opensearch_domain',
  'secretsmanager.services.k8s.aws Secret': 'aws_secretsmanager_secret',
};
