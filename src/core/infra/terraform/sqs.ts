import type { SnippetContext } from '../snippet';
import { alarm } from './alarm';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function sqs(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [
      {
        name: 'queue_visibility_timeout_seconds',
        type: 'number',
        default: '180',
        description: {
          en: 'How long a message stays hidden while a worker has it: longer than the longest job (with Lambda six times its timeout).',
          'pt-br': 'Por quanto tempo uma mensagem fica oculta enquanto um worker a processa: mais que a tarefa mais longa (com Lambda, seis vezes o timeout).',
        },
      },
      inputs.alarmTopicArns,
      tagsInput(name),
    ],
    body: `
resource "aws_sqs_queue" "jobs" {
  name                       = "${name}-jobs"
  visibility_timeout_seconds = var.queue_visibility_timeout_seconds
  message_retention_seconds  = 4 * 24 * 3600
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
  tags                       = var.tags

  # ${say({ en: 'After five attempts a message leaves for the dead-letter queue instead of looping for ever.', 'pt-br': 'Depois de cinco tentativas a mensagem vai para a fila de mensagens mortas, em vez de repetir para sempre.' })}
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed_jobs.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "failed_jobs" {
  name                      = "${name}-failed-jobs"
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
  tags                      = var.tags
}

resource "aws_sqs_queue_redrive_allow_policy" "failed_jobs" {
  queue_url = aws_sqs_queue.failed_jobs.id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.jobs.arn]
  })
}

data "aws_iam_policy_document" "jobs_tls" {
  for_each = {
    jobs        = aws_sqs_queue.jobs.arn
    failed_jobs = aws_sqs_queue.failed_jobs.arn
  }

  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [each.value]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.id
  policy    = data.aws_iam_policy_document.jobs_tls["jobs"].json
}

resource "aws_sqs_queue_policy" "failed_jobs" {
  queue_url = aws_sqs_queue.failed_jobs.id
  policy    = data.aws_iam_policy_document.jobs_tls["failed_jobs"].json
}

# ${say({ en: 'For the role of the application and of its workers.', 'pt-br': 'Para a role da aplicação e dos workers.' })}
data "aws_iam_policy_document" "jobs_access" {
  statement {
    actions = [
      "sqs:SendMessage",
      "sqs:ReceiveMessage",
      "sqs:DeleteMessage",
      "sqs:ChangeMessageVisibility",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
    ]
    resources = [aws_sqs_queue.jobs.arn]
  }
}

resource "aws_iam_policy" "jobs_access" {
  name   = "${name}-jobs-access"
  policy = data.aws_iam_policy_document.jobs_access.json
  tags   = var.tags
}

${alarm(context, {
  label: 'failed_jobs',
  suffix: 'failed-jobs',
  namespace: 'AWS/SQS',
  metric: 'ApproximateNumberOfMessagesVisible',
  statistic: 'Maximum',
  comparison: 'GreaterThanThreshold',
  threshold: 0,
  periods: 1,
  dimension: ['QueueName', 'aws_sqs_queue.failed_jobs.name'],
})}

# ${say({ en: 'The oldest job has waited for 15 minutes: workers are missing or stuck.', 'pt-br': 'A tarefa mais antiga espera há 15 minutos: faltam workers ou eles travaram.' })}
${alarm(context, {
  label: 'old_jobs',
  suffix: 'old-jobs',
  namespace: 'AWS/SQS',
  metric: 'ApproximateAgeOfOldestMessage',
  statistic: 'Maximum',
  comparison: 'GreaterThanThreshold',
  threshold: 900,
  periods: 1,
  dimension: ['QueueName', 'aws_sqs_queue.jobs.name'],
})}

output "queue_url" {
  value = aws_sqs_queue.jobs.url
}

output "queue_policy_arn" {
  value = aws_iam_policy.jobs_access.arn
}
`,
  };
}
