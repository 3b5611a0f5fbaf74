import type { RegionInfo } from '../regions';
import { parameter, regional, type MeterDefinition, type PriceSelection } from './meter';

type Filters = Readonly<Record<string, string>>;

/** A meter without parameters that one usage type of one service decides. */
function simple(service: string, id: string, unit: string, usage: string, filters: Filters = {}, otherUnits: readonly string[] = []): MeterDefinition {
  return { id, unit, otherUnits, parameters: [], select: (_parameters, region) => regional(region, { service, usage, filters }) };
}

const snsDelivery: Filters = { productFamily: 'Message Delivery' };

const sqs = (region: RegionInfo, fifo: boolean): PriceSelection =>
  regional(region, {
    service: 'AWSQueueService',
    usage: fifo ? ['Requests-FIFO-Tier1', 'Requests-FIFO'] : 'Requests-Tier1',
    filters: { productFamily: 'API Request', queueType: fifo ? 'FIFO (first-in, first-out)' : 'Standard' },
  });

export const messagingMeters: readonly MeterDefinition[] = [
  {
    id: 'sqs.requests',
    unit: 'Requests',
    parameters: ['type'],
    select: (parameters, region) => sqs(region, parameter(parameters, 'type') === 'fifo'),
  },
  simple('AmazonSNS', 'sns.requests', 'Requests', 'Requests-Tier1', { productFamily: 'API Request' }),
  simple('AmazonSNS', 'sns.http', 'Notifications', 'DeliveryAttempts-HTTP', snsDelivery),
  simple('AmazonSNS', 'sns.email', 'Notifications', 'DeliveryAttempts-SMTP', snsDelivery),
  simple('AmazonSNS', 'sns.mobilePush', 'Notifications', 'DeliveryAttempts-APNS', snsDelivery),
  simple('AmazonSNS', 'sns.sqs', 'Notifications', 'DeliveryAttempts-SQS', snsDelivery),
  simple('AmazonSNS', 'sns.lambda', 'Notifications', 'DeliveryAttempts-LAMBDA', snsDelivery),
  simple('AmazonSNS', 'sns.firehose', 'Notifications', 'DeliveryAttempts-FIREHOSE', snsDelivery),
  simple('AmazonSNS', 'sns.fifoRequests', 'Requests', 'F-Request-Tier1'),
  simple('AmazonSNS', 'sns.fifoPayload', 'GB', 'F-Ingress-Tier1'),
  simple('AmazonSNS', 'sns.fifoMessages', 'Messages', 'F-DA-SQS', {}, ['Notifications']),
  // Text messages are priced by country and carrier; no price list names one price.
  { id: 'sns.sms', unit: 'Messages', parameters: [], select: () => null },
  {
    id: 'amazon-mq.broker',
    unit: 'Hrs',
    parameters: ['engine', 'instanceType', 'deployment'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonMQ',
        usage: [],
        filters: {
          productFamily: 'Broker Instances',
          instanceType: parameter(parameters, 'instanceType'),
          brokerEngine: parameter(parameters, 'engine') === 'activemq' ? 'ActiveMQ' : 'RabbitMQ',
          deploymentOption: parameter(parameters, 'deployment') === 'multi-az' ? 'Multi-AZ' : 'Single-AZ',
        },
      }),
  },
  {
    id: 'amazon-mq.storage',
    unit: 'GB-Mo',
    parameters: ['engine'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonMQ',
        usage: parameter(parameters, 'engine') === 'activemq' ? 'TimedStorage-ByteHrs' : 'TimedStorage-RabbitMQ-ByteHrs',
        filters: { productFamily: 'Broker Storage' },
      }),
  },
  {
    id: 'msk.broker',
    unit: 'Hrs',
    otherUnits: ['hours', 'Hours'],
    parameters: ['instanceType'],
    select: (parameters, region) => {
      const size = parameter(parameters, 'instanceType').replace(/^kafka\./, '');
      return regional(region, { service: 'AmazonMSK', usage: `Kafka.${size}`, filters: { computeFamily: size } });
    },
  },
  simple('AmazonMSK', 'msk.storage', 'GB-Mo', 'Kafka.Storage.GP2', {}, ['GB-Month']),
  simple('AmazonKinesis', 'kinesis.shards', 'ShardHour', 'Storage-ShardHour', {}, ['Hrs', 'ShardHours']),
  simple('AmazonKinesis', 'kinesis.puts', 'PutRequest', 'PutRequestPayloadUnits', {}, ['PutRequests', 'PayloadUnits']),
  simple('AmazonKinesis', 'kinesis.onDemandStreams', 'StreamHr', 'OnDemand-StreamHour', {}, ['Hrs', 'StreamHour']),
  simple('AmazonKinesis', 'kinesis.onDemandIngest', 'GB', 'OnDemand-BilledIncomingBytes'),
  simple('AmazonKinesis', 'kinesis.onDemandRetrieval', 'GB', 'OnDemand-BilledOutgoingBytes'),
  simple('AWSEvents', 'eventbridge.events', '64K-Chunks', 'Event-64K-Chunks', { productFamily: 'EventBridge', eventType: 'Custom Event' }, [
    'Events',
    '64K Chunks',
  ]),
  simple('AWSEvents', 'eventbridge.partnerEvents', '64K-Chunks', 'Event-64K-Chunks', { productFamily: 'EventBridge', eventType: 'Partner Event' }, [
    'Events',
    '64K Chunks',
  ]),
  simple('AWSEvents', 'eventbridge.discovery', '8K-Chunks', 'Event-8K-Chunks', { productFamily: 'EventBridge', eventType: 'Discovery Event' }, [
    'Events',
    '8K Chunks',
  ]),
  simple('AWSEvents', 'eventbridge.archiveProcessing', 'GB', 'ArchivedEvents-Bytes'),
  simple('AWSEvents', 'eventbridge.archiveStorage', 'GB-Mo', 'TimedStorage-ByteHrs'),
  simple('AWSEvents', 'eventbridge-scheduler.invocations', 'Invocations', 'ScheduledInvocation', {}, ['Invocation']),
  simple('AmazonStates', 'stepfunctions.transitions', 'StateTransitions', 'StateTransition', { productFamily: 'AWS Step Functions' }, [
    'StateTransition',
    'State Transitions',
  ]),
  simple('AmazonStates', 'stepfunctions.expressRequests', 'Requests', 'StepFunctions-Request', {}, ['Request']),
  simple('AmazonStates', 'stepfunctions.expressDuration', 'GB-Second', 'StepFunctions-GB-Second', {}, ['GB-Seconds']),
  {
    id: 'apigateway-rest.requests',
    unit: 'Requests',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonApiGateway', usage: 'ApiGatewayRequest', filters: { productFamily: 'API Calls' } }),
  },
  {
    id: 'apigateway-rest.cache',
    unit: 'Hrs',
    otherUnits: ['hours'],
    parameters: ['sizeGb'],
    select: (parameters, region) =>
      regional(region, { service: 'AmazonApiGateway', usage: `ApiGatewayCacheUsage:${parameter(parameters, 'sizeGb')}GB` }),
  },
  {
    id: 'apigateway-http.requests',
    unit: 'Requests',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonApiGateway', usage: 'ApiGatewayHttpRequest', filters: { productFamily: 'API Calls' } }),
  },
  {
    id: 'apigateway-websocket.messages',
    unit: 'Messages',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonApiGateway', usage: 'ApiGatewayMessage', filters: { productFamily: 'WebSocket' } }),
  },
  {
    id: 'apigateway-websocket.minutes',
    unit: 'minutes',
    otherUnits: ['Minutes', 'minute'],
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonApiGateway', usage: 'ApiGatewayMinute', filters: { productFamily: 'WebSocket' } }),
  },
  { id: 'appsync-events.operations', unit: 'Operations', parameters: [], select: (_parameters, region) => regional(region, { service: 'AWSAppSync', usage: 'EventAPI-Operations' }) },
  { id: 'appsync-events.minutes', unit: 'minutes', otherUnits: ['Minutes'], parameters: [], select: (_parameters, region) => regional(region, { service: 'AWSAppSync', usage: 'EventAPI-ConnectionMinutes' }) },
];
