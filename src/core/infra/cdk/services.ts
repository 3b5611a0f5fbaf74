import { monthlyLimit } from '../budgetLimit';
import type { SnippetContext } from '../snippet';
import { alarmModules, alarms, policy, properties, type CdkModule } from './stack';

export function sqs({ name, say }: SnippetContext): CdkModule {
  return {
    className: 'Jobs',
    core: ['Duration'],
    modules: { ...alarmModules, iam: 'aws-iam', sqs: 'aws-sqs' },
    properties: [properties.applicationRole, properties.alarmTopic],
    body: `
    const failed = new sqs.Queue(this, 'Failed', {
      queueName: '${name}-failed-jobs',
      retentionPeriod: Duration.days(14),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const jobs = new sqs.Queue(this, 'Jobs', {
      queueName: '${name}-jobs',
      // ${say({ en: 'Longer than the longest job (with Lambda six times its timeout).', 'pt-br': 'Mais que a tarefa mais longa (com Lambda, seis vezes o timeout).' })}
      visibilityTimeout: Duration.seconds(180),
      retentionPeriod: Duration.days(4),
      receiveMessageWaitTime: Duration.seconds(20),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // ${say({ en: 'After five attempts a message leaves for the dead-letter queue instead of looping for ever.', 'pt-br': 'Depois de cinco tentativas a mensagem vai para a fila de mensagens mortas, em vez de repetir para sempre.' })}
      deadLetterQueue: { queue: failed, maxReceiveCount: 5 },
    });
${policy(name, 'jobs')}
    jobs.grantSendMessages(access);
    jobs.grantConsumeMessages(access);

${alarms([
  "failed.metricApproximateNumberOfMessagesVisible().createAlarm(this, 'FailedJobs', { threshold: 1, evaluationPeriods: 1 })",
  "jobs.metricApproximateAgeOfOldestMessage().createAlarm(this, 'OldJobs', { threshold: 900, evaluationPeriods: 1 })",
])}
`,
    outputs: [
      ['queue_url', 'jobs.queueUrl'],
      ['queue_policy_arn', 'access.managedPolicyArn'],
    ],
  };
}

export function s3({ name, say }: SnippetContext): CdkModule {
  return {
    className: 'Uploads',
    core: ['Duration', 'RemovalPolicy'],
    modules: { iam: 'aws-iam', s3: 'aws-s3' },
    properties: [
      properties.applicationRole,
      {
        name: 'uploadOrigins',
        type: 'readonly string[]',
        optional: true,
        description: {
          en: 'Origins of pages that upload straight to the bucket with a presigned URL, such as https://www.example.com.',
          'pt-br': 'Origens das páginas que enviam direto ao bucket com uma URL pré-assinada, como https://www.exemplo.com.br.',
        },
      },
    ],
    body: `
    const uploads = new s3.Bucket(this, 'Uploads', {
      bucketName: \`${name}-uploads-\${this.account}\`,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          id: 'tidy-up',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          // ${say({ en: 'A deleted or overwritten file can be brought back for 90 days.', 'pt-br': 'Um arquivo apagado ou sobrescrito pode ser recuperado por 90 dias.' })}
          noncurrentVersionExpiration: Duration.days(90),
          transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
        },
      ],
    });
    if (props.uploadOrigins !== undefined && props.uploadOrigins.length > 0) {
      uploads.addCorsRule({
        allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.HEAD, s3.HttpMethods.PUT, s3.HttpMethods.POST],
        allowedOrigins: [...props.uploadOrigins],
        allowedHeaders: ['*'],
        exposedHeaders: ['ETag'],
        maxAge: 3000,
      });
    }
${policy(name, 'uploads')}
    uploads.grantReadWrite(access);
`,
    outputs: [
      ['uploads_bucket', 'uploads.bucketName'],
      ['uploads_policy_arn', 'access.managedPolicyArn'],
    ],
  };
}

export function cloudfront({ name, say }: SnippetContext): CdkModule {
  return {
    className: 'Assets',
    core: ['RemovalPolicy'],
    modules: { cloudfront: 'aws-cloudfront', origins: 'aws-cloudfront-origins', s3: 'aws-s3' },
    properties: [],
    body: `
    const assets = new s3.Bucket(this, 'Assets', {
      bucketName: \`${name}-assets-\${this.account}\`,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Assets of ${name}',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      // ${say({ en: 'South America is in this class only.', 'pt-br': 'A América do Sul está só nesta classe.' })}
      priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL,
      defaultBehavior: {
        // ${say({ en: 'This distribution reads the bucket, and nobody else.', 'pt-br': 'Esta distribuição lê o bucket, e mais ninguém.' })}
        origin: origins.S3BucketOrigin.withOriginAccessControl(assets),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.CORS_ALLOW_ALL_ORIGINS_WITH_PREFLIGHT_AND_SECURITY_HEADERS,
        compress: true,
      },
    });
`,
    outputs: [
      ['asset_url', '`https://${distribution.distributionDomainName}`'],
      ['assets_bucket', 'assets.bucketName'],
    ],
  };
}

export function ses({ name, say }: SnippetContext): CdkModule {
  return {
    className: 'Mail',
    core: ['Duration'],
    modules: { ...alarmModules, cloudwatch: 'aws-cloudwatch', iam: 'aws-iam', route53: 'aws-route53', ses: 'aws-ses' },
    properties: [
      { name: 'zone', type: 'route53.IPublicHostedZone', description: { en: 'Hosted zone of the domain that mail is sent from.', 'pt-br': 'Zona hospedada do domínio de onde os e-mails saem.' } },
      properties.applicationRole,
      properties.alarmTopic,
    ],
    body: `
    const configuration = new ses.ConfigurationSet(this, 'Configuration', {
      configurationSetName: '${name}-mail',
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // ${say({ en: 'Addresses that bounced or complained get no more mail.', 'pt-br': 'Endereços que devolveram ou reclamaram não recebem mais e-mail.' })}
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.publicHostedZone(props.zone),
      configurationSet: configuration,
      mailFromDomain: \`bounce.\${props.zone.zoneName}\`,
    });
    new route53.TxtRecord(this, 'Dmarc', { zone: props.zone, recordName: '_dmarc', values: ['v=DMARC1; p=quarantine'] });
${policy(name, 'mail')}
    identity.grantSendEmail(access);

    // ${say({ en: 'SES pauses an account at a bounce rate of 10 %.', 'pt-br': 'O SES pausa uma conta com taxa de devolução de 10%.' })}
    const bounces = new cloudwatch.Metric({ namespace: 'AWS/SES', metricName: 'Reputation.BounceRate', statistic: 'Average', period: Duration.hours(1) });
${alarms(["bounces.createAlarm(this, 'Bounces', { threshold: 0.05, evaluationPeriods: 1 })"])}
`,
    outputs: [['mail_policy_arn', 'access.managedPolicyArn']],
  };
}

export function secretsManager({ name, say }: SnippetContext): CdkModule {
  return {
    className: 'Secrets',
    core: ['RemovalPolicy'],
    modules: { iam: 'aws-iam', secretsmanager: 'aws-secretsmanager' },
    properties: [properties.applicationRole],
    body: `
    // ${say({ en: 'Starts with a random value; the real ones are put in by hand or by the deploy.', 'pt-br': 'Começa com um valor aleatório; os reais são colocados à mão ou pelo deploy.' })}
    const secret = new secretsmanager.Secret(this, 'Application', {
      secretName: '${name}/application',
      description: 'Settings of ${name} that nobody else may know',
      removalPolicy: RemovalPolicy.RETAIN,
    });
${policy(name, 'secret')}
    secret.grantRead(access);
`,
    outputs: [
      ['application_secret_arn', 'secret.secretArn'],
      ['application_secret_policy_arn', 'access.managedPolicyArn'],
    ],
  };
}

export function cloudwatch({ name, say, framework }: SnippetContext): CdkModule {
  const terms = framework === 'laravel' ? "'.ERROR', '.CRITICAL', '.ALERT', '.EMERGENCY'" : "'ERROR', 'CRITICAL', 'FATAL'";
  return {
    className: 'Monitoring',
    core: ['RemovalPolicy'],
    modules: { actions: 'aws-cloudwatch-actions', logs: 'aws-logs', sns: 'aws-sns', subscriptions: 'aws-sns-subscriptions' },
    properties: [
      {
        name: 'alarmEmail',
        type: 'string',
        description: { en: 'Address that is told of alarms; it must confirm a message from AWS.', 'pt-br': 'Endereço avisado dos alarmes; ele precisa confirmar uma mensagem da AWS.' },
      },
    ],
    body: `
    const group = new logs.LogGroup(this, 'Logs', {
      logGroupName: '/${name}/application',
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const topic = new sns.Topic(this, 'Alarms', { topicName: '${name}-alarms', enforceSSL: true });
    topic.addSubscription(new subscriptions.EmailSubscription(props.alarmEmail));

    // ${say({ en: 'Counts the lines that report an error.', 'pt-br': 'Conta as linhas que relatam um erro.' })}
    const errors = group.addMetricFilter('Errors', {
      filterPattern: logs.FilterPattern.anyTerm(${terms}),
      metricNamespace: '${name}',
      metricName: 'Errors',
      defaultValue: 0,
    });
    const alarm = errors.metric({ statistic: 'Sum' }).createAlarm(this, 'ErrorsAlarm', { threshold: 10, evaluationPeriods: 1 });
    alarm.addAlarmAction(new actions.SnsAction(topic));
`,
    outputs: [
      ['log_group', 'group.logGroupName'],
      ['alarm_topic_arn', 'topic.topicArn'],
    ],
  };
}

export function budgets({ name, say, budgetUsd }: SnippetContext): CdkModule {
  const notification = (type: string, threshold: number): string => `        {
          notification: { notificationType: '${type}', comparisonOperator: 'GREATER_THAN', threshold: ${threshold}, thresholdType: 'PERCENTAGE' },
          subscribers: [{ subscriptionType: 'EMAIL', address: props.email }],
        },`;
  return {
    className: 'Budget',
    core: [],
    modules: { budgets: 'aws-budgets', ce: 'aws-ce' },
    properties: [
      { name: 'monthlyLimitUsd', type: 'number', optional: budgetUsd !== null, description: monthlyLimit(budgetUsd) },
      { name: 'email', type: 'string', description: { en: 'Address that is told.', 'pt-br': 'Endereço que recebe o aviso.' } },
    ],
    body: `
    new budgets.CfnBudget(this, 'Monthly', {
      budget: { budgetName: '${name}-monthly', budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: props.monthlyLimitUsd${budgetUsd === null ? '' : ` ?? ${budgetUsd}`}, unit: 'USD' } },
      // ${say({ en: 'Four fifths are spent; and: the month will end above the limit.', 'pt-br': 'Quatro quintos foram gastos; e: o mês vai terminar acima do limite.' })}
      notificationsWithSubscribers: [
${notification('ACTUAL', 80)}
${notification('FORECASTED', 100)}
      ],
    });

    // ${say({ en: 'A service that suddenly costs more than it used to.', 'pt-br': 'Um serviço que de repente custa mais do que costumava.' })}
    const monitor = new ce.CfnAnomalyMonitor(this, 'Services', { monitorName: '${name}-services', monitorType: 'DIMENSIONAL', monitorDimension: 'SERVICE' });
    new ce.CfnAnomalySubscription(this, 'ServiceMail', {
      subscriptionName: '${name}-services',
      frequency: 'DAILY',
      monitorArnList: [monitor.attrMonitorArn],
      subscribers: [{ type: 'EMAIL', address: props.email }],
      thresholdExpression: JSON.stringify({ Dimensions: { Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', MatchOptions: ['GREATER_THAN_OR_EQUAL'], Values: ['10'] } }),
    });
`,
    outputs: [],
  };
}
