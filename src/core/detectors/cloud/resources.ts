import type { NeedId } from '../../model';

/** What a declared cloud resource serves, by its canonical type: Terraform's. */
export interface CloudResource {
  readonly type: string;
  /** Catalog id. */
  readonly service: string;
  readonly need: NeedId;
  /** Technology word, from the attributes that the declaration states. */
  technology(attributes: Readonly<Record<string, string>>): string;
  /**
   * Alone it says that the need exists: nobody declares a database server without a database to keep. A bucket or a
   * topic can be for anything and only serves a need that the application shows.
   */
  readonly proves: boolean | ((attributes: Readonly<Record<string, string>>) => boolean);
}

function resource(type: string, service: string, need: NeedId, technology: string | CloudResource['technology'], proves: CloudResource['proves'] = false): CloudResource {
  return { type, service, need, technology: typeof technology === 'string' ? () => technology : technology, proves };
}

function databaseEngine({ engine = '' }: Readonly<Record<string, string>>): string {
  if (/postgres/.test(engine)) return 'postgresql';
  if (/mariadb/.test(engine)) return 'mariadb';
  if (/sqlserver/.test(engine)) return 'sqlserver';
  if (/oracle/.test(engine)) return 'oracle';
  return /mysql/.test(engine) ? 'mysql' : '';
}

function cacheEngine({ engine = 'redis' }: Readonly<Record<string, string>>): string {
  return engine === 'memcached' || engine === 'valkey' ? engine : 'redis';
}

/** A timetable; a rule on events is another thing. */
function isTimed({ schedule_expression = '' }: Readonly<Record<string, string>>): boolean {
  return /^(rate|cron|at)\(/.test(schedule_expression);
}

/** A container is started with it. */
function isGiven({ usedBy }: Readonly<Record<string, string>>): boolean {
  return usedBy !== undefined;
}

export const cloudResources: readonly CloudResource[] = [
  resource('aws_db_instance', 'rds', 'relational-database', databaseEngine, true),
  resource('aws_rds_cluster', 'aurora', 'relational-database', databaseEngine, true),
  resource('aws_docdb_cluster', 'documentdb', 'document-database', 'mongodb', true),
  resource('aws_dynamodb_table', 'dynamodb', 'document-database', 'dynamodb'),
  resource('aws_elasticache_cluster', 'elasticache', 'cache', cacheEngine, true),
  resource('aws_elasticache_replication_group', 'elasticache', 'cache', cacheEngine, true),
  resource('aws_elasticache_serverless_cache', 'elasticache-serverless', 'cache', cacheEngine, true),
  resource('aws_memorydb_cluster', 'memorydb', 'cache', cacheEngine, true),
  resource('aws_sqs_queue', 'sqs', 'queue', 'sqs'),
  resource('aws_mq_broker', 'amazon-mq', 'queue', ({ engine_type = '' }) => (/rabbit/i.test(engine_type) ? 'rabbitmq' : 'activemq'), true),
  resource('aws_msk_cluster', 'msk', 'event-streaming', 'kafka', true),
  resource('aws_msk_serverless_cluster', 'msk', 'event-streaming', 'kafka', true),
  resource('aws_kinesis_stream', 'kinesis', 'event-streaming', 'kinesis'),
  resource('aws_scheduler_schedule', 'eventbridge-scheduler', 'scheduler', 'eventbridge', isTimed),
  resource('aws_cloudwatch_event_rule', 'eventbridge', 'scheduler', 'eventbridge', isTimed),
  resource('aws_apigatewayv2_api', 'apigateway-websocket', 'realtime', ({ protocol_type = '' }) => (protocol_type === 'WEBSOCKET' ? 'api-gateway' : ''), ({ protocol_type = '' }) => protocol_type === 'WEBSOCKET'),
  resource('aws_appsync_api', 'appsync-events', 'realtime', 'appsync'),
  resource('aws_s3_bucket', 's3', 'file-storage', 's3'),
  resource('aws_efs_file_system', 'efs', 'file-storage', 'efs'),
  resource('aws_cloudfront_distribution', 'cloudfront', 'static-assets', 'cdn'),
  resource('aws_ses_domain_identity', 'ses', 'mail', 'ses'),
  resource('aws_ses_email_identity', 'ses', 'mail', 'ses'),
  resource('aws_sesv2_email_identity', 'ses', 'mail', 'ses'),
  resource('aws_sesv2_configuration_set', 'ses', 'mail', 'ses'),
  resource('aws_sns_topic', 'sns', 'sms-push', 'sns'),
  // A collection of vectors serves a model, not a search box.
  resource('aws_opensearchserverless_collection', 'opensearch', 'search', ({ type = '' }) => (type === 'VECTORSEARCH' ? '' : 'opensearch'), true),
  resource('aws_opensearch_domain', 'opensearch', 'search', 'opensearch', true),
  resource('aws_elasticsearch_domain', 'opensearch', 'search', 'elasticsearch', true),
  resource('aws_cloudwatch_log_group', 'cloudwatch', 'monitoring', 'cloudwatch'),
  resource('aws_cloudwatch_metric_alarm', 'cloudwatch', 'monitoring', 'cloudwatch'),
  resource('aws_secretsmanager_secret', 'secretsmanager', 'secrets', 'secretsmanager', isGiven),
  resource('aws_ssm_parameter', 'parameter-store', 'secrets', 'ssm', isGiven),
  resource('aws_ecs_service', 'fargate', 'compute', 'container'),
  resource('aws_apprunner_service', 'fargate', 'compute', 'container'),
  resource('aws_lambda_function', 'lambda', 'compute', 'serverless'),
];

const byType = new Map(cloudResources.map((entry) => [entry.type, entry]));

export function cloudResource(type: string): CloudResource | undefined {
  return byType.get(type);
}
