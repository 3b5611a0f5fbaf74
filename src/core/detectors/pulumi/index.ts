import { entryOf, scalarText, type ConfigNode, type MapEntry } from '../../formats/node';
import type { SourceCall } from '../../formats/registry';
import type { Fact } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { nodeFacts } from '../terraform/environment';
import { environmentOfPath } from '../terraform/resolve';

/** Pulumi's resource types as Terraform's (pulumi.com/registry/packages/aws, read 2026-11). */
const types: Readonly<Record<string, string>> = {
  'rds:Instance': 'aws_db_instance', 'rds:Cluster': 'aws_rds_cluster', 'docdb:Cluster': 'aws_docdb_cluster', 'dynamodb:Table': 'aws_dynamodb_table',
  'elasticache:Cluster': 'aws_elasticache_cluster', 'elasticache:ReplicationGroup': 'aws_elasticache_replication_group', 'elasticache:ServerlessCache': 'aws_elasticache_serverless_cache', 'memorydb:Cluster': 'aws_memorydb_cluster',
  'sqs:Queue': 'aws_sqs_queue', 'sns:Topic': 'aws_sns_topic', 'mq:Broker': 'aws_mq_broker', 'msk:Cluster': 'aws_msk_cluster', 'kinesis:Stream': 'aws_kinesis_stream',
  's3:Bucket': 'aws_s3_bucket', 's3:BucketV2': 'aws_s3_bucket', 'efs:FileSystem': 'aws_efs_file_system', 'cloudfront:Distribution': 'aws_cloudfront_distribution',
  'ecs:Service': 'aws_ecs_service', 'ecs:FargateService': 'aws_ecs_service', 'ecs:EC2Service': 'aws_ecs_service', 'lb:ApplicationLoadBalancer': 'aws_lb', 'ec2:NatGateway': 'aws_nat_gateway', 'lambda:CallbackFunction': 'aws_lambda_function', 'dynamodb:GlobalTable': 'aws_dynamodb_table', 's3:Bucketv2': 'aws_s3_bucket', 'ecr:Repository': 'aws_ecr_repository', 'ecs:TaskDefinition': 'aws_ecs_task_definition', 'lambda:Function': 'aws_lambda_function', 'apprunner:Service': 'aws_apprunner_service', 'ec2:Instance': 'aws_instance', 'autoscaling:Group': 'aws_autoscaling_group',
  'lb:LoadBalancer': 'aws_lb', 'apigatewayv2:Api': 'aws_apigatewayv2_api', 'opensearch:Domain': 'aws_opensearch_domain', 'secretsmanager:Secret': 'aws_secretsmanager_secret', 'ssm:Parameter': 'aws_ssm_parameter',
  'sesv2:EmailIdentity': 'aws_sesv2_email_identity', 'ses:DomainIdentity': 'aws_ses_domain_identity', 'cloudwatch:EventRule': 'aws_cloudwatch_event_rule', 'scheduler:Schedule': 'aws_scheduler_schedule', 'cloudwatch:LogGroup': 'aws_cloudwatch_log_group',
};

const attributes: readonly (readonly [attribute: string, property: string])[] = [
  ['engine', 'engine'], ['engine_type', 'engineType'], ['instance_class', 'instanceClass'], ['allocated_storage', 'allocatedStorage'], ['node_type', 'nodeType'], ['desired_count', 'desiredCount'],
  ['runtime', 'runtime'], ['memory_size', 'memorySize'], ['protocol_type', 'protocolType'], ['schedule_expression', 'scheduleExpression'], ['instance_type', 'instanceType'], ['load_balancer_type', 'loadBalancerType'],
];

const usesAws = /['"]@pulumi\/awsx?['"]|\bpulumi_awsx?\b/;

/** Pulumi programs in YAML, TypeScript, JavaScript and Python. */
export const pulumi: Detector = {
  id: 'pulumi',
  label: 'Pulumi',
  files: [
    { match: /(^|\/)(?:Pulumi|Main)\.ya?ml$/, example: 'infra/Pulumi.yaml' },
    { match: /(^|\/)[^/]*(?:infra|pulumi|iac|deploy|cloud|aws)[^/]*\/(?:[\w.-]+\/){0,3}[\w.-]+(?<!\.d)\.(?:[cm]?ts|js|py)$/i, example: 'infra/index.ts' },
  ],
  formats: (path, text) => (/\.ya?ml$/.test(path) ? ['yaml'] : !usesAws.test(text) ? [] : path.endsWith('.py') ? ['python'] : ['javascript']),
  extract({ path, text }, formats) {
    if (!/\.ya?ml$/.test(path)) {
      if (!usesAws.test(text)) return emptyExtraction;
      const source = (path.endsWith('.py') ? formats.python(text) : formats.javascript(text)).value;
      const facts = source.calls.flatMap((call) => callFacts(path, call));
      return facts.length === 0 ? emptyExtraction : { facts, problems: [] };
    }
    if (!/^resources:/m.test(text) || !/type:\s*["']?aws:/.test(text)) return emptyExtraction;
    const resources = entryOf(formats.yaml(text).value[0], 'resources')?.value;
    return resources?.kind === 'map' ? { facts: resources.entries.flatMap((entry) => resourceFacts(path, entry)), problems: [] } : emptyExtraction;
  },
};

/** `new aws.rds.Instance('db', { … })`, `aws.rds.Instance('db', …)` of Python, and the components of `awsx`. */
function callFacts(path: string, call: SourceCall): readonly Fact[] {
  const match = /^(?:new )?awsx?\.(?:classic\.)?(\w+)\.(\w+)$/.exec(call.name);
  const canonical = types[`${match?.[1] ?? ''}:${match?.[2] ?? ''}`];
  if (canonical === undefined) return [];
  const [id] = call.arguments;
  const name = scalarText(id) ?? '';
  const stage = environmentOfPath(path);
  const properties = call.arguments.find((argument) => argument.kind === 'map');
  const detail = { ...attributesOf(properties), ...(name === '' ? {} : { runs: name }) };
  return [
    { kind: 'resource', name: canonical, value: { kind: 'literal', text: name }, at: { path, range: call.nameRange }, stage, origin: 'cloud', detail },
    ...(properties === undefined ? [] : nodeFacts({ path, stage, detail: name === '' ? {} : { runs: name } }, properties, 0)),
  ];
}

function resourceFacts(path: string, { key, keyRange, value }: MapEntry): readonly Fact[] {
  const type = entryOf(value, 'type')?.value;
  // `aws:sqs/queue:Queue` and its short form `aws:sqs:Queue`.
  const match = /^aws:(\w+)(?:\/\w+)?:(\w+)$/.exec(scalarText(type) ?? '');
  const canonical = types[`${match?.[1] ?? ''}:${match?.[2] ?? ''}`];
  if (type === undefined || canonical === undefined) return [];
  const properties = entryOf(value, 'properties')?.value;
  const detail = { ...attributesOf(properties), runs: key };
  return [
    { kind: 'resource', name: canonical, value: { kind: 'literal', text: key }, at: { path, range: type.range }, keyRange, stage: 'production', origin: 'cloud', detail },
    ...(properties === undefined ? [] : nodeFacts({ path, stage: 'production', detail: { runs: key } }, properties, 0)),
  ];
}

function attributesOf(properties: ConfigNode | undefined): Readonly<Record<string, string>> {
  const detail: Record<string, string> = {};
  for (const [attribute, property] of attributes) {
    const text = scalarText(entryOf(properties, property)?.value);
    if (text !== undefined && !text.includes('${')) detail[attribute] = text;
  }
  return detail;
}
