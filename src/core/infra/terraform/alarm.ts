import type { SnippetContext } from '../snippet';

export interface Alarm {
  readonly label: string;
  readonly suffix: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Average' | 'Minimum' | 'Maximum' | 'Sum';
  readonly comparison: 'GreaterThanThreshold' | 'LessThanThreshold';
  readonly threshold: number;
  /** How many periods of five minutes in a row. */
  readonly periods: number;
  readonly dimension: readonly [name: string, expression: string];
}

/** A metric alarm that tells the topics of `alarm_topic_arns`. */
export function alarm({ name }: SnippetContext, alarm: Alarm): string {
  return `resource "aws_cloudwatch_metric_alarm" "${alarm.label}" {
  alarm_name          = "${name}-${alarm.suffix}"
  namespace           = "${alarm.namespace}"
  metric_name         = "${alarm.metric}"
  statistic           = "${alarm.statistic}"
  comparison_operator = "${alarm.comparison}"
  threshold           = ${alarm.threshold}
  period              = 300
  evaluation_periods  = ${alarm.periods}
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags

  dimensions = {
    ${alarm.dimension[0]} = ${alarm.dimension[1]}
  }
}`;
}
