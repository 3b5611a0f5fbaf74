import { parameter, regional, type MeterDefinition } from './meter';

const lambda = (group: string) => ({ productFamily: 'Serverless', group });

/** Suffix of Lambda's groups and usage types for `arch=arm`. */
function armSuffix(parameters: Readonly<Record<string, string>>): string {
  return parameter(parameters, 'arch') === 'arm' ? '-ARM' : '';
}

export const computeMeters: readonly MeterDefinition[] = [
  {
    id: 'ec2.instance',
    unit: 'Hrs',
    parameters: ['instanceType'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonEC2',
        usage: `BoxUsage:${parameter(parameters, 'instanceType')}`,
        filters: {
          productFamily: 'Compute Instance',
          instanceType: parameter(parameters, 'instanceType'),
          operatingSystem: 'Linux',
          tenancy: 'Shared',
          preInstalledSw: 'NA',
          capacitystatus: 'Used',
          licenseModel: 'No License required',
          marketoption: 'OnDemand',
        },
      }),
  },
  {
    id: 'lambda.requests',
    unit: 'Requests',
    otherUnits: ['Request'],
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AWSLambda',
        usage: `Request${armSuffix(parameters)}`,
        filters: lambda(`AWS-Lambda-Requests${armSuffix(parameters)}`),
      }),
  },
  {
    id: 'lambda.duration',
    unit: 'Lambda-GB-Second',
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AWSLambda',
        usage: `Lambda-GB-Second${armSuffix(parameters)}`,
        filters: lambda(`AWS-Lambda-Duration${armSuffix(parameters)}`),
      }),
  },
  {
    id: 'lambda.ephemeralStorage',
    unit: 'GB-Seconds',
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AWSLambda',
        usage: `Lambda-Storage-GB-Second${armSuffix(parameters)}`,
        filters: lambda(`AWS-Lambda-Storage-Duration${armSuffix(parameters)}`),
      }),
  },
  {
    id: 'lambda.provisionedConcurrency',
    unit: 'Lambda-GB-Second',
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AWSLambda',
        usage: `Lambda-Provisioned-Concurrency${armSuffix(parameters)}`,
        filters: lambda(`AWS-Lambda-Provisioned-Concurrency${armSuffix(parameters)}`),
      }),
  },
  {
    id: 'lambda.provisionedDuration',
    unit: 'Lambda-GB-Second',
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AWSLambda',
        usage: `Lambda-Provisioned-GB-Second${armSuffix(parameters)}`,
        filters: lambda(`AWS-Lambda-Duration-Provisioned${armSuffix(parameters)}`),
      }),
  },
  {
    id: 'lambda-edge.requests',
    unit: 'Requests',
    otherUnits: ['Request'],
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AWSLambda', usage: 'Lambda-Edge-Request', filters: lambda('AWS-Lambda-Edge-Requests') }),
  },
  {
    id: 'lambda-edge.duration',
    unit: 'Lambda-GB-Second',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AWSLambda', usage: 'Lambda-Edge-GB-Second', filters: lambda('AWS-Lambda-Edge-Duration') }),
  },
  {
    id: 'fargate.vcpu',
    unit: 'vCPU-Hours',
    otherUnits: ['hours', 'Hours', 'Hrs'],
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonECS',
        usage: parameter(parameters, 'arch') === 'arm' ? 'Fargate-ARM-vCPU-Hours:perCPU' : 'Fargate-vCPU-Hours:perCPU',
        filters: { productFamily: 'Compute' },
      }),
  },
  {
    id: 'fargate.memory',
    unit: 'GB-Hours',
    otherUnits: ['hours', 'Hours', 'Hrs'],
    parameters: ['arch'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonECS',
        usage: parameter(parameters, 'arch') === 'arm' ? 'Fargate-ARM-GB-Hours' : 'Fargate-GB-Hours',
        filters: { productFamily: 'Compute' },
      }),
  },
  {
    id: 'fargate.ephemeralStorage',
    unit: 'GB-Hours',
    otherUnits: ['hours', 'Hours', 'Hrs'],
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonECS', usage: 'Fargate-EphemeralStorage-GB-Hours' }),
  },
  {
    id: 'amplify.buildMinutes',
    unit: 'minutes',
    otherUnits: ['Minutes'],
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'AWSAmplify', usage: 'BuildDuration' }),
  },
  {
    id: 'amplify.storage',
    unit: 'GB-Mo',
    otherUnits: ['GB'],
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'AWSAmplify', usage: 'DataStorage' }),
  },
  {
    id: 'amplify.dataOut',
    unit: 'GB',
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'AWSAmplify', usage: 'DataTransferOut' }),
  },
];
