import { parameter, regional, worldwide, type MeterDefinition } from './meter';

type Filters = Readonly<Record<string, string>>;

function simple(service: string, id: string, unit: string, usage: string | readonly string[], filters: Filters = {}, otherUnits: readonly string[] = []): MeterDefinition {
  return { id, unit, otherUnits, parameters: [], select: (_parameters, region) => regional(region, { service, usage, filters }) };
}

/** Usage types of CloudWatch carry `CW:` in some regions and not in others. */
const cw = (usage: string): readonly string[] => [usage, `CW:${usage}`];

const alarms: Readonly<Record<string, { readonly usage: string; readonly type: string }>> = {
  standard: { usage: 'AlarmMonitorUsage', type: 'Standard' },
  high: { usage: 'HighResAlarmMonitorUsage', type: 'High Resolution' },
  composite: { usage: 'CompositeAlarmMonitorUsage', type: 'Composite' },
};

const observability: readonly MeterDefinition[] = [
  {
    id: 'cloudwatch.logIngest',
    unit: 'GB',
    parameters: ['class'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonCloudWatch',
        usage: parameter(parameters, 'class') === 'infrequent-access' ? 'DataProcessingIA-Bytes' : 'DataProcessing-Bytes',
        filters: { productFamily: 'Data Payload' },
      }),
  },
  simple('AmazonCloudWatch', 'cloudwatch.logStorage', 'GB-Mo', 'TimedStorage-ByteHrs', { productFamily: 'Storage Snapshot' }),
  simple('AmazonCloudWatch', 'cloudwatch.logQueries', 'GB', 'DataScanned-Bytes'),
  simple('AmazonCloudWatch', 'cloudwatch.vendedLogs', 'GB', 'VendedLog-Bytes'),
  simple('AmazonCloudWatch', 'cloudwatch.liveTail', 'minutes', 'StartLiveTail', {}, ['Minutes', 'minute']),
  simple('AmazonCloudWatch', 'cloudwatch.metrics', 'Metrics', cw('MetricMonitorUsage'), { productFamily: 'Metric', group: 'Metric' }, ['Metric']),
  {
    id: 'cloudwatch.alarms',
    unit: 'Alarms',
    otherUnits: ['Alarm'],
    parameters: ['resolution'],
    select: (parameters, region) => {
      const alarm = alarms[parameter(parameters, 'resolution')];
      if (alarm === undefined) return null;
      return regional(region, {
        service: 'AmazonCloudWatch',
        usage: cw(alarm.usage),
        filters: { productFamily: 'Alarm', alarmType: alarm.type },
      });
    },
  },
  simple('AmazonCloudWatch', 'cloudwatch.dashboards', 'Dashboards', cw('DashboardsUsageHour'), { productFamily: 'Dashboard' }, ['Dashboard']),
  simple('AmazonCloudWatch', 'cloudwatch.requests', 'Requests', cw('Requests')),
  simple('AWSXRay', 'xray.recorded', 'Traces', 'XRay-TracesStored', {}, ['Trace']),
  simple('AWSXRay', 'xray.retrieved', 'Traces', 'XRay-TracesAccessed', {}, ['Trace']),
  simple('AWSXRay', 'xray.insights', 'Traces', 'XRay-InsightsTracesStored', {}, ['Trace']),
];

const security: readonly MeterDefinition[] = [
  simple('AWSSecretsManager', 'secretsmanager.secrets', 'Secrets', 'AWSSecretsManager-Secrets', { productFamily: 'Secret' }, ['Secret']),
  simple('AWSSecretsManager', 'secretsmanager.requests', 'API Requests', 'AWSSecretsManagerAPIRequest', { productFamily: 'API Request' }, [
    'API Request',
    'Requests',
  ]),
  simple('AWSSystemsManager', 'parameter-store.advanced', 'Parameter-Hrs', 'PS-Advanced-Param-Tier1', {}, ['Hrs', 'hours']),
  simple('AWSSystemsManager', 'parameter-store.requests', 'Requests', 'PS-Param-Processed-Tier2', {}, ['Interactions', 'API Interactions']),
  simple('awskms', 'kms.keys', 'Keys', 'KMS-Keys', { productFamily: 'Encryption Key' }, ['months', 'Key']),
  simple('awskms', 'kms.requests', 'Requests', 'KMS-Requests', {}, ['Request']),
  simple('awskms', 'kms.asymmetricRequests', 'Requests', 'KMS-Requests-Asymmetric', {}, ['Request']),
  simple('awskms', 'kms.rsaKeyPairs', 'Requests', 'KMS-Requests-GenerateDatakeyPair-RSA', {}, ['Request']),
  {
    id: 'cognito.users',
    unit: 'User-MAU',
    otherUnits: ['Requests', 'Users', 'MAU'],
    parameters: ['plan'],
    select: (parameters, region) =>
      parameter(parameters, 'plan') === 'lite' ? regional(region, { service: 'AmazonCognito', usage: 'CognitoUserPoolsMAU' }) : null,
  },
  simple('AmazonGuardDuty', 'guardduty.events', 'Events', 'PaidEventsAnalyzed', {}, ['Event']),
  simple('AmazonGuardDuty', 'guardduty.flowLogs', 'GB', 'PaidEventsAnalyzed-Bytes'),
  simple('AWSConfig', 'config.items', 'ConfigurationItemRecorded', 'ConfigurationItemRecorded', {}, ['Items']),
  simple('AWSConfig', 'config.evaluations', 'ConfigRuleEvaluations', 'ConfigRuleEvaluations', {}, ['Evaluations']),
  simple('AWSCloudTrail', 'cloudtrail.managementEvents', 'Events', 'PaidEventsRecorded', {}, ['Event']),
  simple('AWSCloudTrail', 'cloudtrail.dataEvents', 'Events', 'DataEventsRecorded', {}, ['Event']),
  {
    id: 'shield.advanced',
    unit: 'Month',
    otherUnits: ['Mo'],
    parameters: [],
    select: () => worldwide('AWSShield', 'Shield-Advanced-Monthly-Fee'),
  },
];

const people: readonly MeterDefinition[] = [
  simple('AmazonSES', 'ses.emails', 'Count', 'Recipients', {}, ['Messages', 'Message', 'Recipients', 'Emails']),
  simple('AmazonSES', 'ses.inbound', 'Count', 'Message', {}, ['Messages', 'Emails']),
  simple('AmazonSES', 'ses.attachments', 'GB', 'AttachmentsSize-Bytes'),
  simple('AmazonSES', 'ses.dedicatedIps', 'IPs', 'DIP-Hours', {}, ['Mo', 'IP', 'IPMonth']),
  // Priced by country, carrier and kind of number.
  { id: 'end-user-messaging.sms', unit: 'Messages', parameters: [], select: () => null },
  {
    id: 'opensearch.instance',
    unit: 'Hrs',
    parameters: ['instanceType'],
    select: (parameters, region) => {
      const instanceType = parameter(parameters, 'instanceType');
      return regional(region, {
        service: 'AmazonES',
        usage: `ESInstance:${instanceType.replace(/\.search$/, '')}`,
        filters: { productFamily: 'Amazon OpenSearch Service Instance', instanceType },
      });
    },
  },
  {
    id: 'opensearch.storage',
    unit: 'GB-Mo',
    parameters: ['volume'],
    select: (parameters, region) => {
      const volume = parameter(parameters, 'volume').toUpperCase();
      return regional(region, {
        service: 'AmazonES',
        usage: `ES:${volume}-Storage`,
        filters: { productFamily: 'Amazon OpenSearch Service Volume', storageMedia: volume },
      });
    },
  },
  simple('AmazonES', 'opensearch.ocu', 'OCU-hours', 'SearchOCU', {}, ['Hrs', 'OCU-Hrs']),
  {
    id: 'chime-sdk.minutes',
    unit: 'minutes',
    otherUnits: ['Minutes', 'minute'],
    parameters: ['quality'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonChime',
        usage: parameter(parameters, 'quality') === 'full-hd' ? 'ChimeFHDSDK-AttendeeMinutes' : 'ChimeSDK-AttendeeMinutes',
      }),
  },
  simple('AmazonChime', 'chime-sdk.capacity', 'minutes', 'ChimeSDK-MediaCapacity', {}, ['Minutes', 'minute']),
  simple('AmazonKinesisVideo', 'kinesis-video-streams.channels', 'Channels', 'SignalingChannels', {}, ['Channel', 'Mo']),
  simple('AmazonKinesisVideo', 'kinesis-video-streams.messages', 'Messages', 'SignalingMessages', {}, ['Message']),
  simple('AmazonKinesisVideo', 'kinesis-video-streams.turnMinutes', 'minutes', 'TURNStreamingMinutes', {}, ['Minutes', 'minute']),
  simple('AmazonKinesisVideo', 'kinesis-video-streams.ingest', 'GB', 'IngestedBytes'),
];

const delivery: readonly MeterDefinition[] = [
  { id: 'budgets.budgets', unit: 'Budget-Days', otherUnits: ['Days', 'day'], parameters: [], select: () => worldwide('AWSBudgets', 'BudgetsUsage') },
  { id: 'budgets.actions', unit: 'Budget-Days', otherUnits: ['Days', 'day'], parameters: [], select: () => worldwide('AWSBudgets', 'ActionEnabledBudgetsUsage') },
  { id: 'budgets.reports', unit: 'Reports', otherUnits: ['Message'], parameters: [], select: () => worldwide('AWSBudgets', 'BudgetReports') },
  simple('AWSCodePipeline', 'codepipeline.pipelines', 'ActivePipelines', 'activePipeline', {}, ['Pipelines', 'Pipeline', 'activePipelines']),
  simple('AWSCodePipeline', 'codepipeline.minutes', 'minutes', 'actionExecutionMinute', {}, ['Minutes', 'minute']),
  {
    id: 'codebuild.minutes',
    unit: 'minutes',
    otherUnits: ['Minutes', 'minute'],
    parameters: ['computeType'],
    select: (parameters, region) => {
      const computeType = parameter(parameters, 'computeType');
      return regional(region, { service: 'CodeBuild', usage: `Build-Min:Linux:${computeType}`, filters: { computeType } });
    },
  },
];

export const operationMeters: readonly MeterDefinition[] = [...observability, ...security, ...people, ...delivery];
