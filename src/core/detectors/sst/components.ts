export interface Component {
  /** Terraform's type. */
  readonly type: string;
  /** Attributes that the component says. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What else it creates. */
  readonly also?: readonly string[];
}

function component(type: string, attributes?: Component['attributes'], also?: Component['also']): Component {
  return { type, ...(attributes === undefined ? {} : { attributes }), ...(also === undefined ? {} : { also }) };
}

const table = component('aws_dynamodb_table');
const api = component('aws_api_gateway_rest_api');
const sockets = component('aws_apigatewayv2_api', { protocol_type: 'WEBSOCKET' });
const site = component('aws_cloudfront_distribution');
const secret = component('aws_ssm_parameter', { usedBy: 'container' });

/** Components of SST 3 (sst.dev/docs, read 2026-11) and constructs of SST 1 and 2 (v2.sst.dev/constructs). */
export const components: Readonly<Record<string, Component>> = {
  Function: component('aws_lambda_function'),
  ApiGatewayV1: api, ApiGatewayV2: api, Api: api, ApiGatewayV1Api: api,
  ApiGatewayWebSocket: sockets, WebSocketApi: sockets,
  AppSync: component('aws_appsync_graphql_api'), AppSyncApi: component('aws_appsync_graphql_api'),
  Aurora: component('aws_rds_cluster'), RDS: component('aws_rds_cluster'),
  Postgres: component('aws_db_instance', { engine: 'postgres' }), Mysql: component('aws_db_instance', { engine: 'mysql' }),
  Dynamo: table, Table: table,
  Bucket: component('aws_s3_bucket'),
  Queue: component('aws_sqs_queue'),
  KinesisStream: component('aws_kinesis_stream'),
  Cron: component('aws_cloudwatch_event_rule', { schedule_expression: 'rate()' }), CronV2: component('aws_scheduler_schedule', { schedule_expression: 'rate()' }),
  Redis: component('aws_elasticache_replication_group'),
  OpenSearch: component('aws_opensearch_domain'),
  Email: component('aws_sesv2_email_identity'),
  SnsTopic: component('aws_sns_topic'), Topic: component('aws_sns_topic'),
  Service: component('aws_ecs_service'),
  StaticSite: site, NextjsSite: site, ReactStaticSite: site, RemixSite: site, SvelteKitSite: site, AstroSite: site,
  Nextjs: site, Remix: site, Astro: site, SvelteKit: site, SolidStart: site, Nuxt: site, React: site, TanStackStart: site,
  Secret: secret,
};
