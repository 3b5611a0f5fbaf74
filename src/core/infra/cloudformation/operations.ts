import { monthlyLimit } from '../budgetLimit';
import type { SnippetContext } from '../snippet';
import { tags, type CloudFormationModule } from './template';

export function secretsManager({ name, say }: SnippetContext): CloudFormationModule {
  return {
    parameters: [],
    resources: `
  # ${say({ en: 'The values are put in by hand or by the deploy, never by the template.', 'pt-br': 'Os valores são colocados à mão ou pelo deploy, nunca pelo template.' })}
  ApplicationSecret:
    Type: AWS::SecretsManager::Secret
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Name: ${name}/application
      Description: Settings of ${name} that nobody else may know
${tags(name)}
  # ${say({ en: 'For the execution role of the ECS task, which injects the values, or the role of the function.', 'pt-br': 'Para a role de execução da tarefa ECS, que injeta os valores, ou a role da função.' })}
  ApplicationSecretAccess:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: Reads the secret of ${name}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: secretsmanager:GetSecretValue
            Resource: !Ref ApplicationSecret
`,
    outputs: [
      ['application_secret_arn', '!Ref ApplicationSecret'],
      ['application_secret_policy_arn', '!Ref ApplicationSecretAccess'],
    ],
  };
}

export function cloudwatch({ name, say, framework }: SnippetContext): CloudFormationModule {
  const pattern = framework === 'laravel' ? '?".ERROR" ?".CRITICAL" ?".ALERT" ?".EMERGENCY"' : '?ERROR ?CRITICAL ?FATAL';
  return {
    parameters: [
      { name: 'LogRetentionDays', type: 'Number', default: 30, description: { en: 'Days after which log lines are deleted.', 'pt-br': 'Dias após os quais as linhas de log são apagadas.' } },
      {
        name: 'AlarmEmail',
        type: 'String',
        description: { en: 'Address that is told of alarms; it must confirm a message from AWS.', 'pt-br': 'Endereço avisado dos alarmes; ele precisa confirmar uma mensagem da AWS.' },
      },
    ],
    resources: `
  ApplicationLogs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      LogGroupName: /${name}/application
      RetentionInDays: !Ref LogRetentionDays
${tags(name)}
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: ${name}-alarms
${tags(name)}
  AlarmsEmail:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Alarms
      Protocol: email
      Endpoint: !Ref AlarmEmail
  # ${say({ en: 'Counts the lines that report an error.', 'pt-br': 'Conta as linhas que relatam um erro.' })}
  ErrorLines:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: !Ref ApplicationLogs
      FilterPattern: '${pattern}'
      MetricTransformations:
        - MetricName: Errors
          MetricNamespace: ${name}
          MetricValue: '1'
          DefaultValue: 0
          Unit: Count
  ErrorsAlarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: ${name}
      MetricName: Errors
      Statistic: Sum
      ComparisonOperator: GreaterThanThreshold
      Threshold: 10
      Period: 300
      EvaluationPeriods: 1
      TreatMissingData: notBreaching
      AlarmActions: [!Ref Alarms]
      OKActions: [!Ref Alarms]
`,
    outputs: [
      ['log_group', '!Ref ApplicationLogs'],
      ['alarm_topic_arn', '!Ref Alarms'],
    ],
  };
}

export function budgets({ name, say, budgetUsd }: SnippetContext): CloudFormationModule {
  const notification = (type: string, threshold: number): string => `        - Notification:
            NotificationType: ${type}
            ComparisonOperator: GREATER_THAN
            Threshold: ${threshold}
            ThresholdType: PERCENTAGE
          Subscribers:
            - SubscriptionType: EMAIL
              Address: !Ref BudgetEmail`;
  return {
    parameters: [
      { name: 'MonthlyLimitUsd', type: 'Number', description: monthlyLimit(budgetUsd), ...(budgetUsd === null ? {} : { default: budgetUsd }) },
      { name: 'BudgetEmail', type: 'String', description: { en: 'Address that is told.', 'pt-br': 'Endereço que recebe o aviso.' } },
    ],
    resources: `
  MonthlyBudget:
    Type: AWS::Budgets::Budget
    Properties:
      Budget:
        BudgetName: ${name}-monthly
        BudgetType: COST
        TimeUnit: MONTHLY
        BudgetLimit:
          Amount: !Ref MonthlyLimitUsd
          Unit: USD
      # ${say({ en: 'Four fifths are spent; and: the month will end above the limit.', 'pt-br': 'Quatro quintos foram gastos; e: o mês vai terminar acima do limite.' })}
      NotificationsWithSubscribers:
${notification('ACTUAL', 80)}
${notification('FORECASTED', 100)}
  # ${say({ en: 'A service that suddenly costs more than it used to.', 'pt-br': 'Um serviço que de repente custa mais do que costumava.' })}
  ServiceAnomalies:
    Type: AWS::CE::AnomalyMonitor
    Properties:
      MonitorName: ${name}-services
      MonitorType: DIMENSIONAL
      MonitorDimension: SERVICE
  ServiceAnomalyMail:
    Type: AWS::CE::AnomalySubscription
    Properties:
      SubscriptionName: ${name}-services
      Frequency: DAILY
      MonitorArnList: [!Ref ServiceAnomalies]
      Subscribers:
        - Type: EMAIL
          Address: !Ref BudgetEmail
      ThresholdExpression: '{"Dimensions":{"Key":"ANOMALY_TOTAL_IMPACT_ABSOLUTE","MatchOptions":["GREATER_THAN_OR_EQUAL"],"Values":["10"]}}'
`,
    outputs: [],
  };
}
