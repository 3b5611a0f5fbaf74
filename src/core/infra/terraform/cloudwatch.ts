import type { SnippetContext } from '../snippet';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function cloudwatch(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  const pattern = context.framework === 'laravel' ? '?\\".ERROR\\" ?\\".CRITICAL\\" ?\\".ALERT\\" ?\\".EMERGENCY\\"' : '?ERROR ?CRITICAL ?FATAL';
  return {
    variables: [
      {
        name: 'log_retention_days',
        type: 'number',
        default: '30',
        description: { en: 'Days after which log lines are deleted.', 'pt-br': 'Dias após os quais as linhas de log são apagadas.' },
      },
      {
        name: 'alarm_email',
        type: 'string',
        description: { en: 'Address that is told of alarms; it must confirm a message from AWS.', 'pt-br': 'Endereço avisado dos alarmes; ele precisa confirmar uma mensagem da AWS.' },
      },
      tagsInput(name),
    ],
    provides: { alarm_topic_arns: '[aws_sns_topic.alarms.arn]' },
    body: `
resource "aws_cloudwatch_log_group" "application" {
  name              = "/${name}/application"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

resource "aws_sns_topic" "alarms" {
  name = "${name}-alarms"
  tags = var.tags
}

resource "aws_sns_topic_subscription" "alarms_email" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

# ${say({ en: 'Counts the lines that report an error.', 'pt-br': 'Conta as linhas que relatam um erro.' })}
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "${name}-errors"
  log_group_name = aws_cloudwatch_log_group.application.name
  pattern        = "${pattern}"

  metric_transformation {
    name          = "Errors"
    namespace     = "${name}"
    value         = "1"
    default_value = "0"
    unit          = "Count"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${name}-errors"
  namespace           = "${name}"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
  tags                = var.tags

  depends_on = [aws_cloudwatch_log_metric_filter.errors]
}

output "log_group" {
  value = aws_cloudwatch_log_group.application.name
}

output "alarm_topic_arn" {
  value = aws_sns_topic.alarms.arn
}
`,
  };
}
