import type { SnippetContext } from '../snippet';
import { alarm, parameters, tags, type CloudFormationModule } from './template';

export function sqs(context: SnippetContext): CloudFormationModule {
  const { name, say } = context;
  const tlsOnly = (id: string, queue: string): string => `  ${id}:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref ${queue}]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: DenyWithoutTls
            Effect: Deny
            Principal: '*'
            Action: sqs:*
            Resource: !GetAtt ${queue}.Arn
            Condition:
              Bool:
                aws:SecureTransport: false`;
  return {
    parameters: [
      {
        name: 'QueueVisibilityTimeout',
        type: 'Number',
        default: 180,
        description: {
          en: 'Seconds for which a message stays hidden while a worker has it: longer than the longest job (with Lambda six times its timeout).',
          'pt-br': 'Segundos em que uma mensagem fica oculta enquanto um worker a processa: mais que a tarefa mais longa (com Lambda, seis vezes o timeout).',
        },
      },
      parameters.alarmTopic,
    ],
    resources: `
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: ${name}-jobs
      VisibilityTimeout: !Ref QueueVisibilityTimeout
      MessageRetentionPeriod: ${4 * 24 * 3600}
      ReceiveMessageWaitTimeSeconds: 20
      SqsManagedSseEnabled: true
      # ${say({ en: 'After five attempts a message leaves for the dead-letter queue instead of looping for ever.', 'pt-br': 'Depois de cinco tentativas a mensagem vai para a fila de mensagens mortas, em vez de repetir para sempre.' })}
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt FailedJobs.Arn
        maxReceiveCount: 5
${tags(name)}
  FailedJobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: ${name}-failed-jobs
      MessageRetentionPeriod: ${14 * 24 * 3600}
      SqsManagedSseEnabled: true
      RedriveAllowPolicy:
        redrivePermission: byQueue
        sourceQueueArns:
          - !Sub arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:${name}-jobs
${tags(name)}
${tlsOnly('JobsPolicy', 'Jobs')}
${tlsOnly('FailedJobsPolicy', 'FailedJobs')}
  # ${say({ en: 'For the role of the application and of its workers.', 'pt-br': 'Para a role da aplicação e dos workers.' })}
  JobsAccess:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: Sends and works off the jobs of ${name}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action:
              - sqs:SendMessage
              - sqs:ReceiveMessage
              - sqs:DeleteMessage
              - sqs:ChangeMessageVisibility
              - sqs:GetQueueAttributes
              - sqs:GetQueueUrl
            Resource: !GetAtt Jobs.Arn
${alarm({ id: 'FailedJobsAlarm', namespace: 'AWS/SQS', metric: 'ApproximateNumberOfMessagesVisible', statistic: 'Maximum', comparison: 'GreaterThanThreshold', threshold: 0, periods: 1, dimension: ['QueueName', '!GetAtt FailedJobs.QueueName'] })}
${alarm({ id: 'OldJobsAlarm', namespace: 'AWS/SQS', metric: 'ApproximateAgeOfOldestMessage', statistic: 'Maximum', comparison: 'GreaterThanThreshold', threshold: 900, periods: 1, dimension: ['QueueName', '!GetAtt Jobs.QueueName'] })}
`,
    outputs: [
      ['queue_url', '!Ref Jobs'],
      ['queue_policy_arn', '!Ref JobsAccess'],
    ],
  };
}

export function ses(context: SnippetContext): CloudFormationModule {
  const { name, say } = context;
  const record = (id: string, recordName: string, type: string, value: string): string => `  ${id}:
    Type: AWS::Route53::RecordSet
    Condition: HasMailZone
    Properties:
      HostedZoneId: !Ref MailZoneId
      Name: ${recordName}
      Type: ${type}
      TTL: '600'
      ResourceRecords: [${value}]`;
  return {
    parameters: [
      { name: 'MailDomain', type: 'String', description: { en: 'Domain that mail is sent from, such as example.com.', 'pt-br': 'Domínio de onde os e-mails saem, como exemplo.com.br.' } },
      {
        name: 'MailZoneId',
        type: 'String',
        default: '',
        description: {
          en: 'Hosted zone of that domain in Route 53; empty where DNS is elsewhere, then add the records that the SES console shows there.',
          'pt-br': 'Zona hospedada desse domínio no Route 53; vazio se o DNS está em outro lugar, e então crie lá os registros que o console do SES mostra.',
        },
      },
      parameters.alarmTopic,
    ],
    conditions: [['HasMailZone', "!Not [!Equals [!Ref MailZoneId, '']]"]],
    resources: `
  MailConfiguration:
    Type: AWS::SES::ConfigurationSet
    Properties:
      Name: ${name}-mail
      DeliveryOptions:
        TlsPolicy: REQUIRE
      ReputationOptions:
        ReputationMetricsEnabled: true
      SendingOptions:
        SendingEnabled: true
      # ${say({ en: 'Addresses that bounced or complained get no more mail.', 'pt-br': 'Endereços que devolveram ou reclamaram não recebem mais e-mail.' })}
      SuppressionOptions:
        SuppressedReasons: [BOUNCE, COMPLAINT]
  MailIdentity:
    Type: AWS::SES::EmailIdentity
    Properties:
      EmailIdentity: !Ref MailDomain
      ConfigurationSetAttributes:
        ConfigurationSetName: !Ref MailConfiguration
      DkimSigningAttributes:
        NextSigningKeyLength: RSA_2048_BIT
      MailFromAttributes:
        MailFromDomain: !Sub bounce.\${MailDomain}
        BehaviorOnMxFailure: USE_DEFAULT_VALUE
${[1, 2, 3].map((index) => record(`MailDkim${index}`, `!GetAtt MailIdentity.DkimDNSTokenName${index}`, 'CNAME', `!GetAtt MailIdentity.DkimDNSTokenValue${index}`)).join('\n')}
${record('MailFromMx', '!Sub bounce.${MailDomain}', 'MX', '!Sub "10 feedback-smtp.${AWS::Region}.amazonses.com"')}
${record('MailFromSpf', '!Sub bounce.${MailDomain}', 'TXT', `'"v=spf1 include:amazonses.com ~all"'`)}
${record('MailDmarc', '!Sub _dmarc.${MailDomain}', 'TXT', `'"v=DMARC1; p=quarantine"'`)}
  # ${say({ en: 'SES pauses an account at a bounce rate of 10 %.', 'pt-br': 'O SES pausa uma conta com taxa de devolução de 10%.' })}
  MailBouncesAlarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/SES
      MetricName: Reputation.BounceRate
      Statistic: Average
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0.05
      Period: 3600
      EvaluationPeriods: 1
      TreatMissingData: notBreaching
      AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], []]
  # ${say({ en: 'For the role of the application.', 'pt-br': 'Para a role da aplicação.' })}
  MailAccess:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: Sends the mail of ${name}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: [ses:SendEmail, ses:SendRawEmail]
            Resource:
              - !Sub arn:\${AWS::Partition}:ses:\${AWS::Region}:\${AWS::AccountId}:identity/\${MailDomain}
              - !Sub arn:\${AWS::Partition}:ses:\${AWS::Region}:\${AWS::AccountId}:configuration-set/\${MailConfiguration}
`,
    outputs: [['mail_policy_arn', '!Ref MailAccess']],
  };
}

export function eventBridgeScheduler(context: SnippetContext): CloudFormationModule {
  const { name, say } = context;
  const laravel = context.framework === 'laravel';
  return {
    parameters: [
      { name: 'ClusterArn', type: 'String', description: { en: 'ECS cluster of the application.', 'pt-br': 'Cluster ECS da aplicação.' } },
      { name: 'TaskDefinitionArn', type: 'String', description: { en: 'Task definition whose image holds the application.', 'pt-br': 'Definição de tarefa cuja imagem contém a aplicação.' } },
      { name: 'TaskRoleArns', type: 'CommaDelimitedList', description: { en: 'Task role and execution role of that definition.', 'pt-br': 'Role da tarefa e role de execução dessa definição.' } },
      {
        name: 'TaskInput',
        type: 'String',
        ...(laravel ? { default: '{"containerOverrides":[{"name":"app","command":["php","artisan","schedule:run"]}]}' } : {}),
        description: { en: 'Container and command that a tick runs, as JSON.', 'pt-br': 'Contêiner e comando que cada disparo executa, em JSON.' },
      },
      { name: 'ScheduleExpression', type: 'String', default: laravel ? 'rate(1 minute)' : 'rate(5 minutes)', description: { en: 'When it runs, such as cron(0 8 * * ? *).', 'pt-br': 'Quando roda, como cron(0 8 * * ? *).' } },
      { name: 'ScheduleTimezone', type: 'String', default: context.region === 'sa-east-1' ? 'America/Sao_Paulo' : 'UTC', description: { en: 'Time zone of the expression.', 'pt-br': 'Fuso horário da expressão.' } },
      parameters.privateSubnets,
      parameters.applicationSecurityGroup,
    ],
    resources: `
  ScheduleGroup:
    Type: AWS::Scheduler::ScheduleGroup
    Properties:
      Name: ${name}
${tags(name)}
  # ${say({ en: 'A tick that could not start is kept here instead of vanishing.', 'pt-br': 'Um disparo que não pôde iniciar fica guardado aqui em vez de sumir.' })}
  MissedSchedules:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: ${14 * 24 * 3600}
      SqsManagedSseEnabled: true
${tags(name)}
  SchedulerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: scheduler.amazonaws.com
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
      Policies:
        - PolicyName: run-task
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: ecs:RunTask
                Resource: !Ref TaskDefinitionArn
                Condition:
                  ArnEquals:
                    ecs:cluster: !Ref ClusterArn
              - Effect: Allow
                Action: iam:PassRole
                Resource: !Ref TaskRoleArns
                Condition:
                  StringEquals:
                    iam:PassedToService: ecs-tasks.amazonaws.com
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt MissedSchedules.Arn
${tags(name)}
  Schedule:
    Type: AWS::Scheduler::Schedule
    Properties:
      Name: ${name}-schedule
      GroupName: !Ref ScheduleGroup
      ScheduleExpression: !Ref ScheduleExpression
      ScheduleExpressionTimezone: !Ref ScheduleTimezone
      FlexibleTimeWindow:
        Mode: 'OFF'
      Target:
        Arn: !Ref ClusterArn
        RoleArn: !GetAtt SchedulerRole.Arn
        Input: !Ref TaskInput
        EcsParameters:
          TaskDefinitionArn: !Ref TaskDefinitionArn
          LaunchType: FARGATE
          TaskCount: 1
          NetworkConfiguration:
            AwsvpcConfiguration:
              Subnets: !Ref PrivateSubnetIds
              SecurityGroups: [!Ref ApplicationSecurityGroupId]
              AssignPublicIp: DISABLED
        DeadLetterConfig:
          Arn: !GetAtt MissedSchedules.Arn
        RetryPolicy:
          MaximumEventAgeInSeconds: 120
          MaximumRetryAttempts: 2
`,
    outputs: [],
  };
}
