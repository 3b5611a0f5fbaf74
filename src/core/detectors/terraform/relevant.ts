import { isGuard } from './guards';

/** Resources that run something and can set its environment. */
const running =
  /^aws_(?:ecs_task_definition|ecs_service|lambda_function|apprunner_service|elastic_beanstalk_environment|batch_job_definition|lightsail_container_service\w*|amplify_app)$|cloud_run|cloudfunctions2?_function|app_service$|_web_app|function_app$|container_app$|container_group$|^kubernetes_(?:deployment|stateful_set|cron_job|job|config_map)|heroku_(?:app|config)|digitalocean_app|^render_|^fly_|vercel_project|railway_|cloudfoundry_app|scaleway_container/;

/** Resources that say what there is. */
const declaring = new RegExp(
  `^aws_(?:${[
    'instance|autoscaling_group|ebs_volume|eip|nat_gateway|lb|alb|route53_zone|wafv2_web_acl|kms_key|ecr_repository|budgets_budget|codepipeline|cognito_user_pool',
    'db_instance|db_proxy|rds_cluster|docdb_cluster|dynamodb_table|elasticache_(?:cluster|replication_group|serverless_cache)|memorydb_cluster|efs_file_system|s3_bucket',
    'sqs_queue|sns_topic|mq_broker|msk_cluster|msk_serverless_cluster|kinesis_stream|scheduler_schedule|cloudwatch_event_rule|cloudwatch_metric_alarm|cloudwatch_log_group',
    'apigatewayv2_api|api_gateway_rest_api|appsync_(?:api|graphql_api)|cloudfront_distribution|opensearch_domain|opensearchserverless_collection|elasticsearch_domain',
    'secretsmanager_secret|ssm_parameter|ses_domain_identity|ses_email_identity|sesv2_email_identity|sesv2_configuration_set',
  ].join('|')})$`,
);
const elsewhere =
  /^(?:google_(?:sql_database_instance|alloydb_cluster|redis_instance|memcache_instance|storage_bucket|pubsub_topic|firestore_database|cloud_scheduler_job|secret_manager_secret)|azurerm_(?:postgresql_(?:flexible_)?server|mysql_(?:flexible_)?server|mariadb_server|mssql_(?:server|database)|sql_server|redis_cache|storage_account|servicebus_namespace|cosmosdb_account|key_vault)|digitalocean_(?:database_cluster|spaces_bucket)|heroku_addon|mongodbatlas_(?:advanced_)?cluster|upstash_redis_database|neon_project|planetscale_database|confluent_kafka_cluster|scaleway_rdb_instance|aiven_(?:pg|mysql|valkey|redis|kafka|opensearch)|linode_database_(?:mysql|postgresql)(?:_v2)?|vultr_database|helm_release)$/;

export function runsSomething(type: string): boolean {
  return running.test(type);
}

/** Whether a resource says anything about what serves an application. */
export function isTelling(type: string): boolean {
  return declaring.test(type) || elsewhere.test(type) || running.test(type);
}

/**
 * Blanks the blocks that say nothing of an application (policies, networks, outputs, look-ups), with every position
 * kept: most of a file of infrastructure is of that kind, and reading it is what takes time. Relies on the layout that
 * the formatter of the language gives; in another one, and with texts in blocks that begin
 * at the margin, nothing is cut.
 */
export function relevantText(text: string): string {
  return text.replace(/^(data|output|provider|terraform|check|moved|import|removed|resource|variable)\b(?:[ \t]+"([^"\n]*)")?[^\n{]*\{[ \t]*\r?\n(?:[ \t#/][^\n]*\n|\r?\n)*\}/gm, (block: string, kind: string, type: string | undefined) =>
    isKept(block, kind, type) ? block : block.replace(/[^\r\n]/g, ' '));
}

function isKept(block: string, kind: string, type: string | undefined): boolean {
  if (kind === 'resource') return type === undefined || isTelling(type) || isGuard(type, block);
  return kind === 'variable' && /^[ \t]*default\s*=\s*(?!null|\[|\{)/m.test(block);
}
