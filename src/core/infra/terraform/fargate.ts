import { ecsWorkload, type EcsWorkload } from '../ecsWorkload';
import type { SnippetContext } from '../snippet';
import { inputs, tagsInput } from './inputs';
import { loadBalancer } from './loadBalancer';
import type { TerraformModule, TerraformVariable } from './module';

const redisHost: TerraformVariable = {
  name: 'redis_host',
  type: 'string',
  description: { en: 'Endpoint of ElastiCache, over which the tasks pass events to one another.', 'pt-br': 'Endpoint do ElastiCache, por onde as tarefas repassam eventos entre si.' },
};

const providedByWeb = {
  application_security_group_id: 'aws_security_group.web.id',
  cluster_arn: 'aws_ecs_cluster.web.arn',
  task_definition_arn: 'aws_ecs_task_definition.web.arn',
  task_role_arns: '[aws_iam_role.web_task.arn, aws_iam_role.web_execution.arn]',
} as const;

export function fargate(context: SnippetContext): TerraformModule {
  const workload = ecsWorkload(context);
  const { name } = context;
  const { port } = workload;
  return {
    variables: [
      inputs.vpcId,
      ...(port === null ? [] : [inputs.publicSubnetIds]),
      inputs.privateSubnetIds,
      ...(workload.joinsApplication ? [inputs.applicationSecurityGroupId] : []),
      {
        name: 'container_image',
        type: 'string',
        description: { en: 'Image of the application in ECR, with its tag.', 'pt-br': 'Imagem da aplicação no ECR, com a tag.' },
      },
      ...(port === null
        ? []
        : [
            {
              name: 'certificate_arn',
              type: 'string',
              description: { en: 'Certificate of the domain (ACM, in the same region).', 'pt-br': 'Certificado do domínio (ACM, na mesma região).' },
            },
          ]),
      ...(workload.secrets.length === 0
        ? []
        : [
            {
              name: 'application_secret_arn',
              type: 'string',
              description: { en: 'Secret in Secrets Manager, a JSON object with the keys that are injected.', 'pt-br': 'Segredo no Secrets Manager, um objeto JSON com as chaves injetadas.' },
            },
          ]),
      ...(workload.usesRedis ? [redisHost] : []),
      tagsInput(name),
    ],
    ...(workload.label === 'web' ? { provides: providedByWeb } : {}),
    data: ['region'],
    body: [logs(context, workload), roles(context, workload), task(context, workload), ...(port === null ? [] : [loadBalancer(context, workload, port)]), service(context, workload), scaling(context, workload)].join('\n\n'),
  };
}

function logs({ name }: SnippetContext, { label }: EcsWorkload): string {
  return `resource "aws_cloudwatch_log_group" "${label}" {
  name              = "/${name}/${label}"
  retention_in_days = 30
  tags              = var.tags
}`;
}

function roles({ name, say }: SnippetContext, { label, secrets }: EcsWorkload): string {
  const secretPolicy =
    secrets.length === 0
      ? ''
      : `

data "aws_iam_policy_document" "${label}_secret" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [var.application_secret_arn]
  }
}

resource "aws_iam_role_policy" "${label}_secret" {
  name   = "read-secret"
  role   = aws_iam_role.${label}_execution.id
  policy = data.aws_iam_policy_document.${label}_secret.json
}`;
  return `data "aws_iam_policy_document" "${label}_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

# ${say({ en: 'Starts the task: pulls the image, writes logs, injects secrets.', 'pt-br': 'Inicia a tarefa: baixa a imagem, escreve logs, injeta segredos.' })}
resource "aws_iam_role" "${label}_execution" {
  name               = "${name}-${label}-execution"
  assume_role_policy = data.aws_iam_policy_document.${label}_trust.json
  tags               = var.tags
}

resource "aws_iam_role_policy_attachment" "${label}_execution" {
  role       = aws_iam_role.${label}_execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}${secretPolicy}

# ${say({ en: 'What the application itself may do: attach the policies of its bucket and queue.', 'pt-br': 'O que a própria aplicação pode fazer: anexe as políticas do bucket e da fila.' })}
resource "aws_iam_role" "${label}_task" {
  name               = "${name}-${label}-task"
  assume_role_policy = data.aws_iam_policy_document.${label}_trust.json
  tags               = var.tags
}`;
}

function task({ name, highlyAvailable, machines }: SnippetContext, workload: EcsWorkload): string {
  const { label, port, command, secrets } = workload;
  const environment = [
    ...workload.environment.map(([key, value]) => [key, `"${value}"`]),
    ...(workload.usesRedis ? [['REDIS_HOST', '"tls://${var.redis_host}"']] : []),
  ];
  const optional = [
    command === null ? null : `    command     = [${command.map((word) => `"${word}"`).join(', ')}]`,
    environment.length === 0 ? null : `    environment = [\n${environment.map(([key, value]) => `      { name = "${key}", value = ${value} },`).join('\n')}\n    ]`,
    secrets.length === 0 ? null : `    secrets = [\n${secrets.map((key) => `      { name = "${key}", valueFrom = "\${var.application_secret_arn}:${key}::" },`).join('\n')}\n    ]`,
    port === null ? null : `    portMappings = [\n      { containerPort = ${port}, protocol = "tcp" },\n    ]`,
  ];
  return `resource "aws_ecs_cluster" "${label}" {
  name = "${name}-${label}"
  tags = var.tags

  setting {
    name  = "containerInsights"
    value = "${highlyAvailable ? 'enabled' : 'disabled'}"
  }
}

resource "aws_ecs_task_definition" "${label}" {
  family                   = "${name}-${label}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.${label}_execution.arn
  task_role_arn            = aws_iam_role.${label}_task.arn
  tags                     = var.tags

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "${machines.processor === 'arm' ? 'ARM64' : 'X86_64'}"
  }

  container_definitions = jsonencode([{
    name        = "app"
    image       = var.container_image
    essential   = true
    stopTimeout = 120
${optional.filter((line) => line !== null).join('\n')}
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.${label}.name
        awslogs-region        = data.aws_region.current.name
        awslogs-stream-prefix = "app"
        mode                  = "non-blocking"
      }
    }
  }])
}`;
}

function service({ name, highlyAvailable }: SnippetContext, { label, port, joinsApplication }: EcsWorkload): string {
  const desired = highlyAvailable ? 2 : 1;
  const target =
    port === null
      ? ''
      : `

  load_balancer {
    target_group_arn = aws_lb_target_group.${label}.arn
    container_name   = "app"
    container_port   = ${port}
  }`;
  const dependency = port === null ? '' : `\n\n  depends_on = [aws_lb_listener.${label}_https]`;
  const address = port === null ? '' : `\n\noutput "${label}_balancer_domain" {\n  value = aws_lb.${label}.dns_name\n}`;
  return `resource "aws_security_group" "${label}" {
  name_prefix = "${name}-${label}-"
  description = "Tasks of ${name} ${label}"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "${label}" {
  security_group_id = aws_security_group.${label}.id
  description       = "Stores and services"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
  tags              = var.tags
}

resource "aws_ecs_service" "${label}" {
  name                   = "${name}-${label}"
  cluster                = aws_ecs_cluster.${label}.id
  task_definition        = aws_ecs_task_definition.${label}.arn
  launch_type            = "FARGATE"
  desired_count          = ${desired}
  enable_execute_command = false
  propagate_tags         = "SERVICE"
  tags                   = var.tags

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.${label}.id${joinsApplication ? ', var.application_security_group_id' : ''}]
    assign_public_ip = false
  }${target}

  lifecycle {
    ignore_changes = [desired_count]
  }${dependency}
}

output "${label}_security_group_id" {
  value = aws_security_group.${label}.id
}${address}`;
}

function scaling({ highlyAvailable }: SnippetContext, { label }: EcsWorkload): string {
  return `resource "aws_appautoscaling_target" "${label}" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/\${aws_ecs_cluster.${label}.name}/\${aws_ecs_service.${label}.name}"
  min_capacity       = ${highlyAvailable ? 2 : 1}
  max_capacity       = 10
}

resource "aws_appautoscaling_policy" "${label}_cpu" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.${label}.service_namespace
  scalable_dimension = aws_appautoscaling_target.${label}.scalable_dimension
  resource_id        = aws_appautoscaling_target.${label}.resource_id

  target_tracking_scaling_policy_configuration {
    target_value = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}`;
}
