/** Constructs of the CDK's library as Terraform's types, by module and class. */
export interface ConstructKind {
  readonly type: string;
  /** Attributes that the class says. */
  readonly attributes?: Readonly<Record<string, string>>;
}

function kind(type: string, attributes?: ConstructKind['attributes']): ConstructKind {
  return { type, ...(attributes === undefined ? {} : { attributes }) };
}

const database = kind('aws_db_instance');
const cluster = kind('aws_rds_cluster');
const lambda = kind('aws_lambda_function');
const service = kind('aws_ecs_service');
const table = kind('aws_dynamodb_table');
const cache = kind('aws_elasticache_replication_group');

/** Module without `aws-` and separators → class. API reference of aws-cdk-lib v2 (docs.aws.amazon.com/cdk/api/v2, read 2026-11). */
export const constructs: Readonly<Record<string, Readonly<Record<string, ConstructKind>>>> = {
  amazonmq: { CfnBroker: kind('aws_mq_broker') },
  apigateway: { RestApi: kind('aws_api_gateway_rest_api'), LambdaRestApi: kind('aws_api_gateway_rest_api'), SpecRestApi: kind('aws_api_gateway_rest_api') },
  apigatewayv2: { HttpApi: kind('aws_apigatewayv2_api', { protocol_type: 'HTTP' }), WebSocketApi: kind('aws_apigatewayv2_api', { protocol_type: 'WEBSOCKET' }) },
  apprunner: { Service: kind('aws_apprunner_service'), CfnService: kind('aws_apprunner_service') },
  autoscaling: { AutoScalingGroup: kind('aws_autoscaling_group') },
  cloudfront: { Distribution: kind('aws_cloudfront_distribution'), CloudFrontWebDistribution: kind('aws_cloudfront_distribution') },
  cloudwatch: { Alarm: kind('aws_cloudwatch_metric_alarm') },
  docdb: { DatabaseCluster: kind('aws_docdb_cluster') },
  dynamodb: { CfnTable: table, Table: table, TableV2: table, GlobalTable: table },
  ec2: { Instance: kind('aws_instance') },
  ecr: { Repository: kind('aws_ecr_repository') },
  ecs: { FargateService: service, Ec2Service: service },
  ecspatterns: { ApplicationLoadBalancedFargateService: service, ApplicationMultipleTargetGroupsFargateService: service, NetworkLoadBalancedFargateService: service, QueueProcessingFargateService: service, ApplicationLoadBalancedEc2Service: service },
  efs: { FileSystem: kind('aws_efs_file_system') },
  elasticache: { CfnReplicationGroup: cache, CfnCacheCluster: kind('aws_elasticache_cluster'), CfnServerlessCache: kind('aws_elasticache_serverless_cache') },
  elasticloadbalancingv2: { ApplicationLoadBalancer: kind('aws_lb', { load_balancer_type: 'application' }), NetworkLoadBalancer: kind('aws_lb', { load_balancer_type: 'network' }) },
  events: { Rule: kind('aws_cloudwatch_event_rule') },
  kinesis: { Stream: kind('aws_kinesis_stream') },
  kms: { Key: kind('aws_kms_key') },
  sam: { CfnFunction: lambda, CfnApi: kind('aws_api_gateway_rest_api'), CfnHttpApi: kind('aws_apigatewayv2_api', { protocol_type: 'HTTP' }) },
  lambda: { Function: lambda, CfnFunction: lambda, DockerImageFunction: lambda },
  lambdago: { GoFunction: kind('aws_lambda_function', { runtime: 'go1.x' }) },
  lambdagoalpha: { GoFunction: kind('aws_lambda_function', { runtime: 'go1.x' }) },
  lambdanodejs: { NodejsFunction: kind('aws_lambda_function', { runtime: 'nodejs' }) },
  lambdapython: { PythonFunction: kind('aws_lambda_function', { runtime: 'python' }) },
  lambdapythonalpha: { PythonFunction: kind('aws_lambda_function', { runtime: 'python' }) },
  logs: { LogGroup: kind('aws_cloudwatch_log_group') },
  memorydb: { CfnCluster: kind('aws_memorydb_cluster') },
  msk: { CfnCluster: kind('aws_msk_cluster'), CfnServerlessCluster: kind('aws_msk_serverless_cluster') },
  mskalpha: { Cluster: kind('aws_msk_cluster') },
  opensearchserverless: { CfnCollection: kind('aws_opensearchserverless_collection') },
  opensearchservice: { Domain: kind('aws_opensearch_domain') },
  rds: { DatabaseInstance: database, DatabaseInstanceFromSnapshot: database, CfnDBInstance: database, DatabaseCluster: cluster, DatabaseClusterFromSnapshot: cluster, ServerlessCluster: cluster, CfnDBCluster: cluster, DatabaseProxy: kind('aws_db_proxy') },
  route53: { HostedZone: kind('aws_route53_zone'), PublicHostedZone: kind('aws_route53_zone') },
  s3: { Bucket: kind('aws_s3_bucket') },
  scheduler: { Schedule: kind('aws_scheduler_schedule'), CfnSchedule: kind('aws_scheduler_schedule') },
  secretsmanager: { Secret: kind('aws_secretsmanager_secret') },
  ses: { EmailIdentity: kind('aws_sesv2_email_identity') },
  sns: { Topic: kind('aws_sns_topic') },
  sqs: { Queue: kind('aws_sqs_queue') },
  ssm: { StringParameter: kind('aws_ssm_parameter') },
  wafv2: { CfnWebACL: kind('aws_wafv2_web_acl') },
};

/** `aws-cdk-lib/aws-lambda-nodejs`, `@aws-cdk/aws-sqs`, `aws_cdk.aws_s3`, `aws_ecs_patterns`, `_lambda` → the key above. */
export function moduleKey(name: string): string {
  return (name.split(/[/.]/).at(-1) ?? '').replace(/^_+|(?<!_)_+$/g, '').replace(/^aws[-_]?/, '').replace(/[-_]/g, '').toLowerCase();
}

/** Names that people give modules when they import them. */
export const aliases: Readonly<Record<string, string>> = {
  apigw: 'apigateway', apigwv2: 'apigatewayv2', apigw2: 'apigatewayv2', elbv2: 'elasticloadbalancingv2', ddb: 'dynamodb', dynamo: 'dynamodb', cf: 'cloudfront', lambdanode: 'lambdanodejs',
  nodejs: 'lambdanodejs', nodejslambda: 'lambdanodejs', ecsp: 'ecspatterns', patterns: 'ecspatterns', oss: 'opensearchserverless', opensearch: 'opensearchservice', sm: 'secretsmanager', secrets: 'secretsmanager', fn: 'lambda', python: 'lambdapythonalpha', pythonlambda: 'lambdapythonalpha', asg: 'autoscaling',
};
