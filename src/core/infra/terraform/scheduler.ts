import type { SnippetContext } from '../snippet';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule } from './module';

/** EventBridge Scheduler starts one ECS task per tick: exactly one, however many servers there are. */
export function eventBridgeScheduler(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  const laravel = context.framework === 'laravel';
  return {
    variables: [
      { name: 'cluster_arn', type: 'string', description: { en: 'ECS cluster of the application.', 'pt-br': 'Cluster ECS da aplicação.' } },
      { name: 'task_definition_arn', type: 'string', description: { en: 'Task definition whose image holds the application.', 'pt-br': 'Definição de tarefa cuja imagem contém a aplicação.' } },
      { name: 'task_role_arns', type: 'list(string)', description: { en: 'Task role and execution role of that definition.', 'pt-br': 'Role da tarefa e role de execução dessa definição.' } },
      { name: 'container_name', type: 'string', default: '"app"', description: { en: 'Container in it that runs the command.', 'pt-br': 'Contêiner dela que roda o comando.' } },
      {
        name: 'schedule_command',
        type: 'list(string)',
        ...(laravel ? { default: '["php", "artisan", "schedule:run"]' } : {}),
        description: { en: 'Command that a tick runs.', 'pt-br': 'Comando que cada disparo executa.' },
      },
      {
        name: 'schedule_expression',
        type: 'string',
        default: laravel ? '"rate(1 minute)"' : '"rate(5 minutes)"',
        description: { en: 'When it runs, such as cron(0 8 * * ? *) in the time zone below.', 'pt-br': 'Quando roda, como cron(0 8 * * ? *) no fuso abaixo.' },
      },
      { name: 'schedule_timezone', type: 'string', default: context.region === 'sa-east-1' ? '"America/Sao_Paulo"' : '"UTC"', description: { en: 'Time zone of the expression.', 'pt-br': 'Fuso horário da expressão.' } },
      inputs.privateSubnetIds,
      inputs.applicationSecurityGroupId,
      tagsInput(name),
    ],
    data: ['caller_identity'],
    body: `
resource "aws_scheduler_schedule_group" "application" {
  name = "${name}"
  tags = var.tags
}

resource "aws_scheduler_schedule" "application" {
  name                         = "${name}-schedule"
  group_name                   = aws_scheduler_schedule_group.application.name
  schedule_expression          = var.schedule_expression
  schedule_expression_timezone = var.schedule_timezone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = var.cluster_arn
    role_arn = aws_iam_role.scheduler.arn

    input = jsonencode({
      containerOverrides = [{ name = var.container_name, command = var.schedule_command }]
    })

    ecs_parameters {
      task_definition_arn = var.task_definition_arn
      launch_type         = "FARGATE"
      task_count          = 1

      network_configuration {
        subnets          = var.private_subnet_ids
        security_groups  = [var.application_security_group_id]
        assign_public_ip = false
      }
    }

    # ${say({ en: 'A tick that could not start is kept here instead of vanishing.', 'pt-br': 'Um disparo que não pôde iniciar fica guardado aqui em vez de sumir.' })}
    dead_letter_config {
      arn = aws_sqs_queue.missed_schedules.arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 120
      maximum_retry_attempts       = 2
    }
  }
}

resource "aws_sqs_queue" "missed_schedules" {
  name                      = "${name}-missed-schedules"
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
  tags                      = var.tags
}

data "aws_iam_policy_document" "scheduler_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "scheduler" {
  statement {
    actions   = ["ecs:RunTask"]
    resources = [var.task_definition_arn]

    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [var.cluster_arn]
    }
  }

  statement {
    actions   = ["iam:PassRole"]
    resources = var.task_role_arns

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.missed_schedules.arn]
  }
}

resource "aws_iam_role" "scheduler" {
  name               = "${name}-scheduler"
  assume_role_policy = data.aws_iam_policy_document.scheduler_trust.json
  tags               = var.tags
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "run-task"
  role   = aws_iam_role.scheduler.id
  policy = data.aws_iam_policy_document.scheduler.json
}
`,
  };
}
