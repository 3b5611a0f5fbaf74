import { edgeLocations, edgePrefixes, isEdge } from '../regions';
import { parameter, regional, worldwide, type MeterDefinition, type PriceSelection } from './meter';

function loadBalancer(kind: 'Application' | 'Network', meter: string): readonly MeterDefinition[] {
  const filters = {
    productFamily: `Load Balancer-${kind}`,
    locationType: 'AWS Region',
    operation: `LoadBalancing:${kind}`,
  };
  return [
    {
      id: `${meter}.hours`,
      unit: 'Hrs',
      parameters: [],
      select: (_parameters, region) => regional(region, { service: 'AWSELB', usage: 'LoadBalancerUsage', filters }),
    },
    {
      id: `${meter}.lcu`,
      unit: 'LCU-Hrs',
      parameters: [],
      select: (_parameters, region) => regional(region, { service: 'AWSELB', usage: 'LCUUsage', filters }),
    },
  ];
}

/** A CloudFront price of one price zone. Its usage types carry the zone's prefix, not a region's. */
function edgeSelection(edge: string, usage: string, filters: Readonly<Record<string, string>>, locationField: string): PriceSelection | null {
  if (!isEdge(edge)) return null;
  return {
    serviceCode: 'AmazonCloudFront',
    filters: { ...filters, [locationField]: edgeLocations[edge] },
    usageTypes: [usage],
    prefixes: [edgePrefixes[edge]],
  };
}

function cloudFrontRequests(id: string, usage: string, requestType: string): MeterDefinition {
  return {
    id,
    unit: 'Requests',
    otherUnits: ['Request'],
    parameters: ['edge'],
    select: (parameters) => edgeSelection(parameter(parameters, 'edge'), usage, { requestType }, 'location'),
  };
}

const queryUsage: Readonly<Record<string, string>> = { standard: 'DNS-Queries', latency: 'LBR-Queries', geo: 'Geo-Queries' };

export const networkMeters: readonly MeterDefinition[] = [
  ...loadBalancer('Application', 'alb'),
  ...loadBalancer('Network', 'nlb'),
  {
    id: 'nat-gateway.hours',
    unit: 'Hrs',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonEC2', usage: 'NatGateway-Hours', filters: { productFamily: 'NAT Gateway' } }),
  },
  {
    id: 'nat-gateway.data',
    unit: 'GB',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonEC2', usage: 'NatGateway-Bytes', filters: { productFamily: 'NAT Gateway' } }),
  },
  {
    id: 'public-ipv4.inUse',
    unit: 'Hrs',
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'AmazonVPC', usage: 'PublicIPv4:InUseAddress' }),
  },
  {
    id: 'public-ipv4.idle',
    unit: 'Hrs',
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'AmazonVPC', usage: 'PublicIPv4:IdleAddress' }),
  },
  {
    id: 'vpc-endpoint.hours',
    unit: 'Hrs',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonVPC', usage: 'VpcEndpoint-Hours', filters: { productFamily: 'VpcEndpoint' } }),
  },
  {
    id: 'vpc-endpoint.data',
    unit: 'GB',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonVPC', usage: 'VpcEndpoint-Bytes', filters: { productFamily: 'VpcEndpoint' } }),
  },
  {
    id: 'data-transfer.out',
    unit: 'GB',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, {
        service: 'AWSDataTransfer',
        usage: 'DataTransfer-Out-Bytes',
        regionField: 'fromRegionCode',
        filters: { transferType: 'AWS Outbound', toLocation: 'External' },
      }),
  },
  {
    id: 'data-transfer.az',
    unit: 'GB',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, {
        service: 'AWSDataTransfer',
        usage: 'DataTransfer-Regional-Bytes',
        regionField: 'fromRegionCode',
        filters: { transferType: 'IntraRegion' },
      }),
  },
  {
    id: 'data-transfer.region',
    unit: 'GB',
    parameters: ['to'],
    select: (parameters, region) => {
      const to = parameter(parameters, 'to');
      // `other` is the common price to most regions; it is no single SKU.
      if (to === 'other') return null;
      const target = regionUsageCode(to);
      if (target === null) return null;
      return regional(region, {
        service: 'AWSDataTransfer',
        usage: [`${target}-AWS-Out-Bytes`],
        regionField: 'fromRegionCode',
        filters: { transferType: 'InterRegion Outbound', toRegionCode: to },
      });
    },
  },
  {
    id: 'cloudfront.out',
    unit: 'GB',
    parameters: ['edge'],
    select: (parameters) =>
      edgeSelection(parameter(parameters, 'edge'), 'DataTransfer-Out-Bytes', { transferType: 'CloudFront Outbound' }, 'fromLocation'),
  },
  {
    id: 'cloudfront.origin',
    unit: 'GB',
    parameters: ['edge'],
    select: (parameters) =>
      edgeSelection(parameter(parameters, 'edge'), 'DataTransfer-Out-OBytes', { transferType: 'CloudFront to Origin' }, 'fromLocation'),
  },
  cloudFrontRequests('cloudfront.http', 'Requests-Tier1', 'CloudFront-Request-Tier1'),
  cloudFrontRequests('cloudfront.https', 'Requests-Tier2-HTTPS', 'CloudFront-Request-Tier2'),
  cloudFrontRequests('cloudfront.httpProxy', 'Requests-HTTP-Proxy', 'CloudFront-Request-HTTP-Proxy'),
  cloudFrontRequests('cloudfront.httpsProxy', 'Requests-HTTPS-Proxy', 'CloudFront-Request-HTTPS-Proxy'),
  {
    id: 'cloudfront.invalidations',
    unit: 'URL',
    parameters: [],
    select: () => worldwide('AmazonCloudFront', 'Invalidations'),
  },
  {
    id: 'cloudfront.functions',
    unit: 'Executions-CloudFrontFunctions',
    otherUnits: ['Invocations'],
    parameters: [],
    select: () => worldwide('AmazonCloudFront', 'Executions-CloudFrontFunctions'),
  },
  {
    id: 'route53.zones',
    unit: 'HostedZone',
    otherUnits: ['Mo', 'Zones', 'Zone'],
    parameters: [],
    select: () => worldwide('AmazonRoute53', 'HostedZone', { productFamily: 'DNS Zone' }),
  },
  {
    id: 'route53.queries',
    unit: 'Queries',
    parameters: ['kind'],
    select: (parameters) =>
      worldwide('AmazonRoute53', queryUsage[parameter(parameters, 'kind')] ?? '', { productFamily: 'DNS Query' }),
  },
  {
    id: 'route53.healthChecks',
    unit: 'Mo',
    otherUnits: ['HealthCheck'],
    parameters: [],
    select: () => worldwide('AmazonRoute53', 'Health-Check-AWS'),
  },
  {
    id: 'waf.webAcls',
    unit: 'Month',
    otherUnits: ['Mo'],
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'awswaf', usage: 'WebACLV2', filters: { productFamily: 'Web Application Firewall' } }),
  },
  {
    id: 'waf.rules',
    unit: 'Month',
    otherUnits: ['Mo'],
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'awswaf', usage: 'RuleV2', filters: { productFamily: 'Web Application Firewall' } }),
  },
  {
    id: 'waf.requests',
    unit: 'Request',
    otherUnits: ['Requests'],
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'awswaf', usage: 'RequestV2-Tier1', filters: { productFamily: 'Web Application Firewall' } }),
  },
  {
    id: 'waf.botControl',
    unit: 'Month',
    otherUnits: ['Mo'],
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'awswaf', usage: 'AMR-BotControl-Entity' }),
  },
  {
    id: 'waf.botControlRequests',
    unit: 'Request',
    otherUnits: ['Requests'],
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'awswaf', usage: 'AMR-BotControl-Request' }),
  },
];

/** Region part of inter-region usage types (`SAE1-USE1-AWS-Out-Bytes`); us-east-1 and eu-west-1 are irregular. */
function regionUsageCode(code: string): string | null {
  const match = /^([a-z]{2})-([a-z]+)-(\d)$/.exec(code);
  if (match === null) return null;
  if (code === 'eu-west-1') return 'EU';
  const [, area = '', direction = '', number = ''] = match;
  const letters: Readonly<Record<string, string>> = { east: 'E', west: 'W', central: 'C', north: 'N', south: 'S' };
  const letter = letters[direction];
  return letter === undefined ? null : `${area.toUpperCase()}${letter}${number}`;
}
