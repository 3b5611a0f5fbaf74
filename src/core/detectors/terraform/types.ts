/** Attributes that say which technology a resource is, how large, and whether it is there at all. */
export const tellingAttributes: ReadonlySet<string> = new Set([
  'count', 'create', 'enabled', 'engine', 'engine_version', 'engine_type', 'database_version', 'database_engine', 'type', 'kind', 'plan', 'rds_plan_name', 'redis_plan_name',
  'instance_class', 'allocated_storage', 'multi_az', 'backup_retention_period', 'deletion_protection', 'publicly_accessible', 'storage_encrypted',
  'node_type', 'num_cache_nodes', 'num_cache_clusters', 'number_cache_clusters', 'desired_count', 'desired_capacity', 'min_size', 'min_capacity', 'launch_type', 'cpu', 'memory',
  'runtime', 'memory_size', 'timeout', 'package_type', 'load_balancer_type', 'instance_type', 'size', 'iops', 'throughput', 'fifo_queue', 'visibility_timeout_seconds',
  'schedule_expression', 'protocol_type', 'billing_mode', 'retention_in_days', 'bucket', 'name', 'identifier', 'cluster_identifier', 'replication_group_id', 'function_name', 'chart',
]);

/** Attributes by which people name a resource. */
export const namingAttributes = ['name', 'identifier', 'cluster_identifier', 'replication_group_id', 'function_name', 'bucket'] as const;

interface ModuleKind {
  readonly match: RegExp;
  readonly example: string;
  readonly type: string;
  /** Attributes that the module does not say and that its name does. */
  readonly attributes?: Readonly<Record<string, string>>;
}

function kind(match: RegExp, example: string, type: string, attributes?: ModuleKind['attributes']): ModuleKind {
  return { match, example, type, ...(attributes === undefined ? {} : { attributes }) };
}

/** What a published module declares, by the last part of its address. The first match counts. */
export const moduleKinds: readonly ModuleKind[] = [
  kind(/(^|-)(rds-aurora|rds-cluster|aurora(-postgresql|-mysql)?|aurora-serverless)$/, 'rds-aurora', 'aws_rds_cluster'),
  kind(/(^|-)(documentdb(-cluster)?|docdb)$/, 'documentdb-cluster', 'aws_docdb_cluster'),
  kind(/(^|-)(rds|rds-instance|db-instance|rds-postgres(ql)?|rds-mysql)$/, 'rds', 'aws_db_instance'),
  kind(/(^|-)elasticache-(redis|valkey)$/, 'elasticache-redis', 'aws_elasticache_replication_group', { engine: 'redis' }),
  kind(/(^|-)elasticache-memcached$/, 'elasticache-memcached', 'aws_elasticache_cluster', { engine: 'memcached' }),
  kind(/(^|-)elasticache(-cluster)?$/, 'elasticache', 'aws_elasticache_replication_group'),
  kind(/(^|-)memory-?db$/, 'memory-db', 'aws_memorydb_cluster'),
  kind(/(^|-)dynamodb(-table)?$/, 'dynamodb-table', 'aws_dynamodb_table'),
  kind(/(^|-)sqs(-queue|-with-dlq)?$/, 'sqs', 'aws_sqs_queue'),
  kind(/(^|-)sns(-topic)?$/, 'sns', 'aws_sns_topic'),
  kind(/(^|-)mq-broker$/, 'mq-broker', 'aws_mq_broker'),
  kind(/(^|-)msk(-apache)?(-kafka)?(-cluster)?$/, 'msk-kafka-cluster', 'aws_msk_cluster'),
  kind(/(^|-)kinesis(-stream)?$/, 'kinesis', 'aws_kinesis_stream'),
  kind(/(^|-)(cloudfront(-s3-cdn|-cdn)?|cdn)$/, 'cloudfront', 'aws_cloudfront_distribution'),
  kind(/(^|-)s3(-bucket)?$/, 's3-bucket', 'aws_s3_bucket'),
  kind(/(^|-)(opensearch|elasticsearch)$/, 'opensearch', 'aws_opensearch_domain'),
  kind(/(^|-)ecs(-(web-app|alb-service-task|fargate|service|fargate-service))?$/, 'ecs', 'aws_ecs_service'),
  kind(/(^|-)app-?runner$/, 'app-runner', 'aws_apprunner_service'),
  kind(/(^|-)lambda(-function)?$/, 'lambda', 'aws_lambda_function'),
  kind(/(^|-)apigateway-v2$/, 'apigateway-v2', 'aws_apigatewayv2_api'),
  kind(/(^|-)alb$/, 'alb', 'aws_lb'),
  kind(/(^|-)(ec2-instance)$/, 'ec2-instance', 'aws_instance'),
  kind(/(^|-)(autoscaling|ec2-autoscale-group)$/, 'autoscaling', 'aws_autoscaling_group'),
  kind(/(^|-)efs$/, 'efs', 'aws_efs_file_system'),
  kind(/(^|-)ses$/, 'ses', 'aws_ses_domain_identity'),
  kind(/(^|-)secrets-?manager$/, 'secrets-manager', 'aws_secretsmanager_secret'),
  kind(/(^|-)ssm-parameter(-store)?$/, 'ssm-parameter', 'aws_ssm_parameter'),
  kind(/(^|-)ecr$/, 'ecr', 'aws_ecr_repository'),
  kind(/(^|-)sql-db-postgresql$|^postgresql$/, 'postgresql', 'google_sql_database_instance', { database_version: 'POSTGRES' }),
  kind(/(^|-)sql-db-mysql$|^mysql$/, 'mysql', 'google_sql_database_instance', { database_version: 'MYSQL' }),
  kind(/^memorystore$/, 'memorystore', 'google_redis_instance'),
];

/** cloud.gov's modules are named for what they give. */
const cloudGov: Readonly<Record<string, ModuleKind>> = {
  database: kind(/^database$/, 'database', 'aws_db_instance', { engine: 'postgres' }),
  redis: kind(/^redis$/, 'redis', 'aws_elasticache_replication_group', { engine: 'redis' }),
  s3: kind(/^s3$/, 's3', 'aws_s3_bucket'),
  opensearch: kind(/^opensearch$/, 'opensearch', 'aws_opensearch_domain'),
};

/** What a module from a registry or a repository is; null for a folder of this one and for unknown ones. */
export function moduleKind(source: string): ModuleKind | null {
  if (/^\.{1,2}\//.test(source)) return null;
  const [address = '', submodule] = (source.split('?')[0] ?? '').replace(/^git::/, '').replace(/^https?:\/\//, '').replace(/\.git(?=\/\/|$)/, '').split('//');
  if (/cloudgov|cloud-gov/.test(address) && submodule !== undefined) return Object.hasOwn(cloudGov, submodule) ? (cloudGov[submodule] ?? null) : null;
  const parts = address.split('/');
  const registry = parts.length === 3 && !(parts[0] ?? '').includes('.') ? parts[1] : undefined;
  const name = registry ?? (parts.at(-1) ?? '').replace(/^.*terraform-(?:aws-|google-)?/, '');
  const wanted = submodule === undefined || /^modules\/(?:service|queue|table|function|notification)$/.test(submodule) ? name : (submodule.split('/').at(-1) ?? name);
  return moduleKinds.find(({ match }) => match.test(wanted.toLowerCase().replace(/_/g, '-'))) ?? null;
}
