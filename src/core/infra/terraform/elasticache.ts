import { cacheLabel, type SnippetContext } from '../snippet';
import { alarm } from './alarm';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule, TerraformVariable } from './module';

export function elasticache(context: SnippetContext): TerraformModule {
  return context.technology === 'memcached' ? memcached(context) : valkey(context);
}

/** Valkey speaks the protocol of Redis and costs less on ElastiCache. */
function valkey(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  const keepsJobs = context.need === 'queue';
  // Jobs and cache entries ask for different eviction, so they never share a group.
  const label = cacheLabel(context);
  return {
    variables: [
      inputs.vpcId,
      inputs.privateSubnetIds,
      inputs.applicationSecurityGroupId,
      nodeType(context),
      {
        name: 'cache_nodes',
        type: 'number',
        default: context.standby ? '2' : '1',
        description: {
          en: 'One node, or two and more with automatic failover between Availability Zones.',
          'pt-br': 'Um nó, ou dois e mais com failover automático entre Zonas de Disponibilidade.',
        },
      },
      inputs.alarmTopicArns,
      tagsInput(name),
    ],
    ...(label === 'cache' ? { provides: { redis_host: 'aws_elasticache_replication_group.cache.primary_endpoint_address' } } : {}),
    body: `
resource "aws_elasticache_subnet_group" "${label}" {
  name       = "${name}-${label}"
  subnet_ids = var.private_subnet_ids
  tags       = var.tags
}

${securityGroup(name, label, 'Valkey', 6379)}

resource "aws_elasticache_parameter_group" "${label}" {
  name   = "${name}-${label}"
  family = "valkey8"
  tags   = var.tags

  # ${
    keepsJobs
      ? say({ en: 'Jobs must never be evicted: a full queue refuses new ones instead.', 'pt-br': 'Tarefas nunca devem ser descartadas: uma fila cheia recusa novas.' })
      : say({ en: 'When memory is full, the keys that expire make room for new ones.', 'pt-br': 'Com a memória cheia, as chaves que expiram dão lugar às novas.' })
  }
  parameter {
    name  = "maxmemory-policy"
    value = "${keepsJobs ? 'noeviction' : 'volatile-lru'}"
  }
}

resource "aws_elasticache_replication_group" "${label}" {
  replication_group_id = "${name}-${label}"
  description          = "Valkey of ${name}"
  engine               = "valkey"
  engine_version       = "8.0"
  parameter_group_name = aws_elasticache_parameter_group.${label}.name
  node_type            = var.cache_node_type
  port                 = 6379

  num_cache_clusters         = var.cache_nodes
  automatic_failover_enabled = var.cache_nodes > 1
  multi_az_enabled           = var.cache_nodes > 1

  subnet_group_name          = aws_elasticache_subnet_group.${label}.name
  security_group_ids         = [aws_security_group.${label}.id]
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true

  snapshot_retention_limit   = 3
  snapshot_window            = "06:00-07:00"
  maintenance_window         = "sun:07:30-sun:08:30"
  auto_minor_version_upgrade = true

  tags = var.tags
}

${alarm(context, {
  label: `${label}_memory`,
  suffix: `${label}-memory`,
  namespace: 'AWS/ElastiCache',
  metric: 'DatabaseMemoryUsagePercentage',
  statistic: 'Maximum',
  comparison: 'GreaterThanThreshold',
  threshold: 80,
  periods: 3,
  dimension: ['ReplicationGroupId', `aws_elasticache_replication_group.${label}.id`],
})}

output "${label}_host" {
  value = aws_elasticache_replication_group.${label}.primary_endpoint_address
}
`,
  };
}

function memcached(context: SnippetContext): TerraformModule {
  const { name } = context;
  return {
    variables: [
      inputs.vpcId,
      inputs.privateSubnetIds,
      inputs.applicationSecurityGroupId,
      nodeType(context),
      {
        name: 'cache_nodes',
        type: 'number',
        default: context.standby ? '2' : '1',
        description: { en: 'Nodes over which the keys are spread.', 'pt-br': 'Nós entre os quais as chaves são distribuídas.' },
      },
      inputs.alarmTopicArns,
      tagsInput(name),
    ],
    body: `
resource "aws_elasticache_subnet_group" "cache" {
  name       = "${name}-cache"
  subnet_ids = var.private_subnet_ids
  tags       = var.tags
}

${securityGroup(name, 'cache', 'Memcached', 11211)}

resource "aws_elasticache_cluster" "cache" {
  cluster_id                 = "${name}-cache"
  engine                     = "memcached"
  engine_version             = "1.6.22"
  parameter_group_name       = "default.memcached1.6"
  node_type                  = var.cache_node_type
  num_cache_nodes            = var.cache_nodes
  az_mode                    = var.cache_nodes > 1 ? "cross-az" : "single-az"
  port                       = 11211
  subnet_group_name          = aws_elasticache_subnet_group.cache.name
  security_group_ids         = [aws_security_group.cache.id]
  maintenance_window         = "sun:07:30-sun:08:30"
  auto_minor_version_upgrade = true
  tags                       = var.tags
}

${alarm(context, {
  label: 'cache_evictions',
  suffix: 'cache-evictions',
  namespace: 'AWS/ElastiCache',
  metric: 'Evictions',
  statistic: 'Sum',
  comparison: 'GreaterThanThreshold',
  threshold: 1000,
  periods: 3,
  dimension: ['CacheClusterId', 'aws_elasticache_cluster.cache.cluster_id'],
})}

output "cache_host" {
  value = aws_elasticache_cluster.cache.configuration_endpoint
}
`,
  };
}

function nodeType({ machines }: SnippetContext): TerraformVariable {
  return {
    name: 'cache_node_type',
    type: 'string',
    default: `"${machines.cache}"`,
    description: { en: 'Size of a cache node.', 'pt-br': 'Tamanho de um nó do cache.' },
  };
}

function securityGroup(name: string, label: string, engine: string, port: number): string {
  return `resource "aws_security_group" "${label}" {
  name_prefix = "${name}-${label}-"
  description = "${engine} of ${name}"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "${label}" {
  security_group_id            = aws_security_group.${label}.id
  description                  = "${engine} from the application"
  referenced_security_group_id = var.application_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = ${port}
  to_port                      = ${port}
  tags                         = var.tags
}`;
}
