import { serviceIcon, serviceName } from '../catalog/names';
import type { ServiceId } from '../catalog/ids';
import { message, verbatim, type Message } from '../l10n/localized';
import type { Evidence, Fact, NeedId, UsageValue } from '../model';
import { managedGroup, regionGroup } from './groups';
import type { Plan } from './plan';
import { hoursPerMonth } from './workload';

type Attributes = Readonly<Record<string, string>>;
type Usage = Readonly<Record<string, UsageValue>>;

interface DeclaredKind {
  readonly service: ServiceId;
  readonly serves: readonly NeedId[];
  /** Attributes whose absence makes a default stand in the usage. */
  readonly sizedBy: readonly string[];
  usage(attributes: Attributes): Usage | null;
}

function kind(service: ServiceId, serves: readonly NeedId[], sizedBy: readonly string[], usage: DeclaredKind['usage']): DeclaredKind {
  return { service, serves, sizedBy, usage };
}

/** Without a price of its own, or priced by use that no declaration tells. */
function unpriced(service: ServiceId, serves: readonly NeedId[]): DeclaredKind {
  return kind(service, serves, [], () => null);
}

/** Canonical resource types (Terraform's) and the consumption that their attributes state. */
const kinds: Readonly<Record<string, DeclaredKind>> = {
  aws_instance: kind('ec2', ['compute'], ['instance_type'], (at) => ({
    'instance-type': at.instance_type ?? 't4g.small',
    instances: count(at.count, 1),
    hours: hoursPerMonth,
  })),
  aws_autoscaling_group: kind('ec2', ['compute'], ['instance_type', 'desired_capacity'], (at) => ({
    'instance-type': at.instance_type ?? 't4g.medium',
    instances: count(at.desired_capacity ?? at.min_size, 2),
    hours: hoursPerMonth,
  })),
  aws_ebs_volume: kind('ebs', ['compute'], ['size'], (at) => ({
    'storage-gb': count(at.size, 20),
    iops: count(at.iops, 3000),
    'throughput-mibps': count(at.throughput, 125),
  })),
  aws_eip: kind('public-ipv4', ['compute'], [], () => ({ addresses: 1, hours: hoursPerMonth })),
  aws_db_instance: kind('rds', ['relational-database'], ['instance_class', 'allocated_storage', 'engine'], (at) => ({
    engine: engineOf(at.engine),
    'instance-type': at.instance_class ?? 'db.t4g.micro',
    'multi-az': at.multi_az === 'true',
    instances: 1,
    'storage-gb': count(at.allocated_storage, 20),
    hours: hoursPerMonth,
  })),
  aws_rds_cluster: unpriced('aurora', ['relational-database']),
  aws_db_proxy: unpriced('rds-proxy', ['relational-database']),
  aws_docdb_cluster: unpriced('documentdb', ['document-database']),
  aws_dynamodb_table: unpriced('dynamodb', ['document-database']),
  aws_elasticache_cluster: kind('elasticache', ['cache'], ['node_type'], (at) => cacheUsage(at, count(at.num_cache_nodes, 1))),
  aws_elasticache_replication_group: kind('elasticache', ['cache'], ['node_type'], (at) =>
    cacheUsage(at, count(at.num_cache_clusters ?? at.number_cache_clusters, 2)),
  ),
  aws_elasticache_serverless_cache: unpriced('elasticache-serverless', ['cache']),
  aws_ecs_service: kind('fargate', ['compute'], ['desired_count', 'cpu', 'memory'], (at) => ({
    tasks: count(at.desired_count, 1),
    vcpu: count(at.cpu, 256) / 1024,
    'memory-gb': count(at.memory, 512) / 1024,
    hours: hoursPerMonth,
    arch: at.cpu_architecture === 'ARM64' ? 'arm' : 'x86',
  })),
  aws_lambda_function: unpriced('lambda', ['compute']),
  aws_lb: kind('alb', ['compute'], [], (at) =>
    at.load_balancer_type === 'network' || at.load_balancer_type === 'gateway' ? null : { 'load-balancers': 1, lcus: 1, hours: hoursPerMonth },
  ),
  aws_alb: kind('alb', ['compute'], [], () => ({ 'load-balancers': 1, lcus: 1, hours: hoursPerMonth })),
  aws_nat_gateway: kind('nat-gateway', ['compute'], [], () => ({ gateways: 1, 'data-gb': 0, hours: hoursPerMonth })),
  aws_cloudfront_distribution: unpriced('cloudfront', ['static-assets']),
  aws_route53_zone: kind('route53', ['compute'], [], () => ({ zones: 1, queries: 0 })),
  aws_wafv2_web_acl: kind('waf', ['compute'], [], () => ({ 'web-acls': 1, rules: 0, requests: 0 })),
  aws_s3_bucket: unpriced('s3', ['file-storage']),
  aws_sqs_queue: unpriced('sqs', ['queue']),
  aws_sns_topic: unpriced('sns', ['sms-push']),
  aws_mq_broker: unpriced('amazon-mq', ['queue']),
  aws_msk_cluster: unpriced('msk', ['event-streaming']),
  aws_kinesis_stream: unpriced('kinesis', ['event-streaming']),
  aws_scheduler_schedule: unpriced('eventbridge-scheduler', ['scheduler']),
  aws_cloudwatch_event_rule: unpriced('eventbridge', ['scheduler']),
  aws_apigatewayv2_api: unpriced('apigateway-http', ['compute']),
  aws_api_gateway_rest_api: unpriced('apigateway-rest', ['compute']),
  aws_opensearch_domain: unpriced('opensearch', ['search']),
  aws_secretsmanager_secret: kind('secretsmanager', ['secrets'], [], () => ({ secrets: 1, requests: 0 })),
  aws_ssm_parameter: unpriced('parameter-store', ['secrets']),
  aws_kms_key: kind('kms', ['secrets'], [], () => ({ keys: 1, requests: 0 })),
  aws_cloudwatch_metric_alarm: kind('cloudwatch', ['monitoring'], [], () => ({
    'log-ingest-gb': 0,
    'log-stored-gb': 0,
    metrics: 0,
    alarms: 1,
    dashboards: 0,
  })),
  aws_cloudwatch_log_group: unpriced('cloudwatch', ['monitoring']),
  aws_ses_domain_identity: unpriced('ses', ['mail']),
  aws_sesv2_email_identity: unpriced('ses', ['mail']),
  aws_ecr_repository: unpriced('ecr', ['compute']),
  aws_budgets_budget: unpriced('budgets', []),
  aws_codepipeline: kind('codepipeline', ['compute'], [], () => ({ pipelines: 1 })),
};

/**
 * Resources of existing infrastructure code: a node per service, and a usage for each resource whose consumption
 * the code states. Nothing is assumed about traffic.
 */
export function drawDeclared(plan: Plan): void {
  for (const fact of plan.declared) {
    const declared = Object.hasOwn(kinds, fact.name) ? kinds[fact.name] : undefined;
    if (declared === undefined) continue;
    const node = plan.graph.nodeFor(declared.service) ?? newNode(plan, declared);
    plan.graph.node({ id: node, kind: 'service', label: serviceName(declared.service), group: null, evidence: [evidenceOf(fact)] });
    const usage = declared.usage(fact.detail ?? {});
    if (usage === null) continue;
    plan.graph.usage({ service: declared.service, node, serves: declared.serves, usage, assumption: assumptionOf(fact, declared) });
  }
}

function newNode(plan: Plan, declared: DeclaredKind): string {
  const group = declared.serves.length === 0 ? regionGroup(plan) : managedGroup(plan);
  return plan.graph.node({
    id: `declared:${declared.service}`,
    kind: 'service',
    label: serviceName(declared.service),
    service: declared.service,
    icon: serviceIcon(declared.service),
    group,
    needs: declared.serves,
  });
}

function evidenceOf(fact: Fact): Evidence {
  return { at: fact.at, key: fact.name, stage: fact.stage };
}

function assumptionOf(fact: Fact, declared: DeclaredKind): Message {
  const missing = declared.sizedBy.filter((name) => fact.detail?.[name] === undefined);
  const resource = verbatim(fact.name);
  if (missing.length === 0) {
    return message({ en: 'As declared by {resource}', 'pt-br': 'Como declarado em {resource}' }, { resource });
  }
  return message(
    {
      en: 'Declared by {resource}; not stated there and assumed: {missing}',
      'pt-br': 'Declarado em {resource}; não informado lá e presumido: {missing}',
    },
    { resource, missing: missing.join(', ') },
  );
}

function count(text: string | undefined, fallback: number): number {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : fallback;
}

function engineOf(engine: string | undefined): string {
  if (engine === undefined || engine === 'postgres') return 'postgresql';
  return engine;
}

function cacheUsage(at: Attributes, nodes: number): Usage {
  const engine = at.engine === 'memcached' || at.engine === 'valkey' ? at.engine : 'redis';
  return { engine, 'node-type': at.node_type ?? 'cache.t4g.micro', nodes, hours: hoursPerMonth };
}
