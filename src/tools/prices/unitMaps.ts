import { edgeLocations, edges, type Edge } from '../../core/pricing/regions';
import type { MeterQuery } from '../../core/pricing/types';

/**
 * Where a meter stands in AWS's public metered unit maps (`…/pricing/2.0/meteredUnitMaps/<service>/USD/current/<map>.json`):
 * readable names of the bands in order, with the unit at which each begins. Names are kept as AWS spells them.
 */
export interface UnitMapEntry {
  readonly query: MeterQuery;
  readonly map: string;
  /** Name of the map's region; null = the location name of the region that is built. */
  readonly location: string | null;
  readonly bands: readonly (readonly [from: number, name: string])[];
}

const entries: UnitMapEntry[] = [];

function add(map: string, meter: string, names: string | readonly (readonly [number, string])[], parameters: Readonly<Record<string, string>> = {}, location: string | null = null): void {
  entries.push({ query: { meter, parameters }, map, location, bands: typeof names === 'string' ? [[0, names]] : names });
}

const million = 1e6;
const billion = 1e9;

for (const [arch, suffix, second, third] of [
  ['x86', '', 6 * billion, 15 * billion],
  ['arm', '-ARM', 7.5 * billion, 18.75 * billion],
] as const) {
  add('lambda', 'lambda.requests', `Lambda Requests${suffix}`, { arch });
  add(
    'lambda',
    'lambda.duration',
    [
      [0, `Lambda Duration${suffix}`],
      [second, `Lambda Duration${suffix} Tier2`],
      [third, `Lambda Duration${suffix} Tier3`],
    ],
    { arch },
  );
  add('lambda', 'lambda.ephemeralStorage', `Lambda Storage-Duration${suffix}`, { arch });
  add('lambda', 'lambda.provisionedConcurrency', `Lambda Provisioned-Concurrency${suffix}`, { arch });
  add('lambda', 'lambda.provisionedDuration', `Lambda Duration-Provisioned${suffix}`, { arch });
}
add('lambda', 'lambda-edge.requests', 'Lambda Edge-Requests');
add('lambda', 'lambda-edge.duration', 'Lambda Edge-Duration');

add('ecs', 'fargate.vcpu', 'perCPU per hour', { arch: 'x86' });
add('ecs', 'fargate.memory', 'perGB per hour', { arch: 'x86' });
add('ecs', 'fargate.vcpu', 'ARM perCPU per hour', { arch: 'arm' });
add('ecs', 'fargate.memory', 'ARM perGB per hour', { arch: 'arm' });
add('ecs', 'fargate.ephemeralStorage', 'Storage per GB-Hours');

add('amplify', 'amplify.buildMinutes', 'Build minutes');
add('amplify', 'amplify.storage', 'Per Stored GigaBytes');
add('amplify', 'amplify.dataOut', 'Per Served GigaBytes');

add('apigateway', 'apigateway-rest.requests', [
  [0, 'API Calls Number of up to 333 million'],
  [333 * million, 'API Calls Number of Request Next 667 million'],
  [billion, 'API Calls Number of Request Next 19 billion'],
  [20 * billion, 'API Calls Number of Request Over 20 billion'],
]);
add('apigateway', 'apigateway-rest.cache', 'Caching Memory Size 0 5', { sizeGb: '0.5' });
add('apigateway', 'apigateway-http.requests', [
  [0, 'ApiGatewayHttpApi First 300 million'],
  [300 * million, 'ApiGatewayHttpApi more than 300 million'],
]);
add('apigateway', 'apigateway-websocket.messages', [
  [0, 'WebSocket Messages Messages first 1 billion'],
  [billion, 'WebSocket Messages Messages over 1 billion'],
]);
add('apigateway', 'apigateway-websocket.minutes', 'WebSocket Connection Minutes');

add('natgateway', 'nat-gateway.hours', 'Hourly charge for NAT Gateways');
add('natgateway', 'nat-gateway.data', 'Charge for per GB data processed by NatGateways');

add('vpc', 'public-ipv4.inUse', 'Hourly charge for In use Public IPv4 Addresses per Hrs');
add('vpc', 'public-ipv4.idle', 'Hourly charge for Idle Public IPv4 Addresses per Hrs');
add('vpc', 'vpc-endpoint.hours', 'Hourly charge for VPC Endpoints per Hrs');
add('vpc', 'vpc-endpoint.data', [
  [0, 'Charge for per GB data processed by VPC Endpoints per GB from 0 to 1048576'],
  [1048576, 'Charge for per GB data processed by VPC Endpoints per GB from 1048576 to 5242880'],
  [5242880, 'Charge for per GB data processed by VPC Endpoints per GB from 5242880 to Inf'],
]);

add('dynamodb', 'dynamodb.writes', 'PayPerRequest Write Request Units');
add('dynamodb', 'dynamodb.reads', 'PayPerRequest Read Request Units');
add('dynamodb', 'dynamodb.replicatedWrites', 'PayPerRequest Replicated Write Request Units');
add('dynamodb', 'dynamodb.storage', 'Data Storage Indexed GB-Mo');
add('dynamodb', 'dynamodb.pitr', 'PITR Backup Storage GB-Mo');
add('dynamodb', 'dynamodb.backup', 'On-Demand Backup Storage GB-Month');
add('dynamodb', 'dynamodb.restore', 'Restore Data Size');
add('dynamodb', 'dynamodb.streams', 'Streams Read Requests');
add('dynamodb', 'dynamodb.provisionedWrites', 'Provisioned Write Units');
add('dynamodb', 'dynamodb.provisionedReads', 'Provisioned Read Units');

add(
  's3',
  's3.storage',
  [
    [0, 'Standard Storage First 50 TB per GB Mo'],
    [51200, 'Standard Storage Next 450 TB per GB Mo'],
    [512000, 'Standard Storage Over 500 TB per GB Mo'],
  ],
  { class: 'standard' },
);
add('s3', 's3.storage', 'Standard Infrequent Access Storage per GB-Mo', { class: 'standard-ia' });
add('s3', 's3.storage', 'Glacier Instant Retrieval Storage', { class: 'glacier-instant' });
add('s3', 's3.puts', 'PUT COPY/POST or LIST requests per Requests');
add('s3', 's3.gets', 'GET and all other requests per Requests');

add('efs', 'efs.storage', 'General Purpose Storage GB Mo');
add('efs', 'efs.storageIa', 'Infrequent Access ET Storage GB Mo');
add('efs', 'efs.reads', 'EFS Storage Requests Read per GB');
add('efs', 'efs.writes', 'EFS Storage Requests Write per GB');

add('cloudwatch', 'cloudwatch.logIngest', 'Logs Collected Data Ingestion', { class: 'standard' });
add('cloudwatch', 'cloudwatch.logIngest', 'IA Custom ingested Logs from 0 upto Inf', { class: 'infrequent-access' });
add('cloudwatch', 'cloudwatch.logStorage', 'Stored Data');
add('cloudwatch', 'cloudwatch.logQueries', 'Queried Logs Insights');
add('cloudwatch', 'cloudwatch.vendedLogs', [
  [0, 'Vended Logs First 10TB'],
  [10240, 'Vended Logs Next 20TB'],
  [30720, 'Vended Logs Next Next 20TB'],
  [51200, 'Vended Logs over 50TB'],
]);
add('cloudwatch', 'cloudwatch.liveTail', 'StartLiveTail');
add('cloudwatch', 'cloudwatch.metrics', [
  [0, 'Metric for the first 10000'],
  [10_000, 'Metric for the next 240000'],
  [250_000, 'Metric for the next 750000'],
  [1_000_000, 'Metric for over 1000000'],
]);
add('cloudwatch', 'cloudwatch.alarms', 'Alarm Standard', { resolution: 'standard' });
add('cloudwatch', 'cloudwatch.alarms', 'Alarm High Resolution', { resolution: 'high' });
add('cloudwatch', 'cloudwatch.alarms', 'Alarm Composite', { resolution: 'composite' });
add('cloudwatch', 'cloudwatch.requests', 'API Request');

add('kms', 'kms.keys', 'Encryption Key');
add('kms', 'kms.requests', 'API request - Non Free Tier');
add('kms', 'kms.asymmetricRequests', 'Asymmetric Requests except RSA_2048API');
add('kms', 'kms.rsaKeyPairs', 'API Requests GenerateDatakeyPair RSA');

add('route53', 'route53.zones', [[0, 'DNS Zone first 25'], [25, 'DNS Zone']], {}, 'Any');
for (const [kind, name] of [['standard', 'Standard'], ['latency', 'Latency Based Routing'], ['geo', 'Geo DNS']] as const) {
  add('route53', 'route53.queries', [[0, `Query ${name} External first 1B`], [billion, `Query ${name} External over 1B`]], { kind }, '');
}
add('route53', 'route53.healthChecks', 'Basic Health checks AWS per Mo', {}, '');

add('waf', 'waf.webAcls', 'WebACL per month');
add('waf', 'waf.rules', 'Rules added per WebACL per month');
add('waf', 'waf.requests', 'Request Processed Tier1 per Request');
add('waf', 'waf.botControl', 'AMR Bot Control Activated per Month');
add('waf', 'waf.botControlRequests', 'AMR Bot Control Request Processed per Request from 10000000 to Inf');
add('shield', 'shield.advanced', 'Advanced Monthly Fee', {}, 'Any');

add('ses', 'ses.emails', 'Email sent to an external recipient');
add('ses', 'ses.inbound', 'Received e mail communication');
add('ses', 'ses.attachments', 'Charged for attachments sent');
add('ses', 'ses.dedicatedIps', 'Dedicated IPs');

add('sns', 'sns.requests', 'Amazon SNS API Requests');
add('sns', 'sns.http', 'HTTP Notifications');
add('sns', 'sns.email', 'SNS Email and Email JSON Notifications');
add('sns', 'sns.mobilePush', 'Apple Push Notification Service APNS iOS Notifications');
add('sns', 'sns.sqs', 'Amazon SQS Notifications');
add('sns', 'sns.lambda', 'AWS Lambda Notifications');
add('sns', 'sns.firehose', 'Amazon Kinesis Data Firehose Messages');
add('sns', 'sns.fifoRequests', 'Amazon SNS FIFO API Requests per Requests');
add('sns', 'sns.fifoPayload', 'SNS FIFO Publish Payload per GB');
add('sns', 'sns.fifoMessages', 'Amazon SNS FIFO Subscription Messages per Messages');

for (const size of ['t3.small', 'm5.large', 'm5.xlarge', 'm5.2xlarge', 'm5.4xlarge', 'm7g.large', 'm7g.xlarge', 'm7g.2xlarge', 'm7g.4xlarge']) {
  add('msk', 'msk.broker', `RunBroker ${size}`, { instanceType: `kafka.${size}` });
}
add('msk', 'msk.storage', 'RunVolume GP2');

add('kinesis', 'kinesis.shards', 'Provisioned shard hour per ShardHour');
add('kinesis', 'kinesis.puts', 'Payload Units per PutRequest');
add('kinesis', 'kinesis.onDemandStreams', 'OnDemandStreamHr per StreamHr');
add('kinesis', 'kinesis.onDemandIngest', 'OnDemandDataIngested per GB');
add('kinesis', 'kinesis.onDemandRetrieval', 'OnDemandDataRetrieval per GB');

add(
  'cognito',
  'cognito.users',
  [
    [0, 'User Pool MAU 0 upto 50000 per Requests'],
    [50_000, 'User Pool MAU 50000 upto 950000 per Requests'],
    [950_000, 'User Pool MAU 950000 upto 9950000 per Requests'],
    [9_950_000, 'User Pool MAU 9950000 upto Inf per Requests'],
  ],
  { plan: 'lite' },
);
add('guardduty', 'guardduty.events', 'CloudTrail Events Processed per Events');
add('guardduty', 'guardduty.flowLogs', [
  [0, 'VPC Flow Log and DNS Processed per First 500 GB'],
  [500, 'VPC Flow Log and DNS Processed per Next 2000 GB'],
  [2500, 'VPC Flow Log and DNS Processed per Next 7500 GB'],
  [10_000, 'VPC Flow Log and DNS Processed per Over 10000 GB'],
]);
add('config', 'config.items', 'Config');
add('config', 'config.evaluations', [
  [0, 'Config Rules first 100000'],
  [100_000, 'Config Rules next 400000'],
  [500_000, 'Config Rules 500001 and more'],
]);
add('cloudtrail', 'cloudtrail.managementEvents', 'Management Paid Events Recorded');
add('cloudtrail', 'cloudtrail.dataEvents', 'Data Events Recorded');

add('chime', 'chime-sdk.minutes', 'AmazonChime minutes sdk', { quality: 'hd' });
add('chime', 'chime-sdk.minutes', 'AmazonChime minutes FHD SDK', { quality: 'full-hd' });
add('chime', 'chime-sdk.capacity', 'AmazonChime minutes SDK Capacity');

add('budgets', 'budgets.budgets', 'Budget Notifications Inf per day', {}, 'Any');
add('budgets', 'budgets.actions', 'Budget Actions Inf per day', {}, 'Any');
add('budgets', 'budgets.reports', 'Budgets Reports Distribution Inf per Message', {}, 'Any');
add('codepipeline', 'codepipeline.pipelines', 'Active Pipeline Inf');
add('codepipeline', 'codepipeline.minutes', 'Action Execution Minutes Inf');

/** SKU of internet transfer out of each price zone, and the rate codes of its bands, alike in every zone. */
const edgeSkus: Readonly<Record<Edge, string>> = {
  us: 'GV2WFGX37Q9PDSHF',
  eu: 'VU3485RNDU6HBQF6',
  'south-america': 'ZT3N6V49SHDM9P3G',
  asia: 'A86N9S7CGUKZHH8P',
};
const edgeBands = [
  [0, 'Q3Z75P77EN'],
  [10_240, 'VF6T3GAUKQ'],
  [51_200, 'N9EW5UVVPA'],
  [153_600, 'AZ7GJS7NVF'],
  [512_000, '3B9CK5AZ6J'],
  [1_048_576, 'RBMR72YW69'],
  [5_242_880, 'SW9U2ZKBYX'],
] as const;

for (const edge of edges) {
  const location = edgeLocations[edge];
  // The map names some zones' bands and not others', so the bands are found by rate code.
  add(
    'cloudfront',
    'cloudfront.out',
    edgeBands.map(([from, rate]) => [from, `rate:${edgeSkus[edge]}.JRTCKXETXF.${rate}`] as const),
    { edge },
    '',
  );
  add('cloudfront', 'cloudfront.origin', `Regional DT to Origin from ${location}`, { edge }, '');
  add('cloudfront', 'cloudfront.http', 'CloudFront Request-Tier1 HTTP GET and HEAD requests', { edge }, location);
  add('cloudfront', 'cloudfront.https', 'CloudFront Request-Tier2 HTTPS GET and HEAD requests', { edge }, location);
  add('cloudfront', 'cloudfront.httpProxy', 'Request HTTP Methods', { edge }, location);
  add('cloudfront', 'cloudfront.httpsProxy', 'Request HTTPS Methods', { edge }, location);
}
add('cloudfront', 'cloudfront.invalidations', 'Charge for invalidating objects removing the objects from CloudFront edge locations', {}, '');

export const unitMapEntries: readonly UnitMapEntry[] = entries;
