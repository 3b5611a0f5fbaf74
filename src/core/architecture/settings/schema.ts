import { freeTiers, sizingChoices, workloadFields } from '../../model';
import { choosableServices } from '../choices';
import { coefficientSources } from '../coefficientSources';
import { defaultCoefficients, type CapacityCoefficients } from '../coefficients';
import { workloadPresetNames } from '../workload';
import { regionPattern } from '../settings';
import { numberNames, rangeNames, tableNames, writeNames } from './capacity';

type Json = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of `skylift.yaml`, for completion and checks in editors. Written to `media/skylift.schema.json`; a test
 * keeps the file and this function in step.
 */
export function settingsSchema(stepIds: readonly string[]): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://github.com/skylift-dev/skylift/blob/main/media/skylift.schema.json',
    title: 'Skylift settings of a repository (skylift.yaml)',
    type: 'object',
    additionalProperties: false,
    properties: {
      region: { type: 'string', pattern: regionPattern.source, description: 'AWS Region that is drawn and priced.', examples: ['us-east-1', 'sa-east-1'] },
      freeTier: {
        enum: freeTiers,
        description: 'none: list prices; legacy: the twelve months of accounts opened before 2025-07-15; credits: the always-free allowances of newer accounts.',
      },
      workload: workloadSchema(),
      capacity: capacitySchema(),
      roadmap: {
        type: 'object',
        additionalProperties: false,
        properties: {
          done: { type: 'array', uniqueItems: true, items: { enum: stepIds }, description: 'Steps that are done and that the repository cannot prove.' },
        },
      },
      sizing: {
        type: 'object',
        additionalProperties: false,
        description: 'Families and copies that are asked for instead of what the workload needs. How large a machine is still follows from the workload.',
        properties: {
          multiAz: { enum: [...sizingChoices.multiAz, true, false], description: 'A second copy of databases, caches and brokers in another Availability Zone, and a NAT gateway per zone. auto: as the phase has it.' },
          architecture: { enum: sizingChoices.architecture, description: 'Processors of servers, containers, functions, databases and caches. auto: Graviton (arm), or what the code declares.' },
          serverClass: { enum: sizingChoices.serverClass, description: 'Servers: burstable (t4g, t3), general purpose (m7g, m7i) or memory-optimized (r7g, r7i).' },
          databaseClass: { enum: sizingChoices.databaseClass, description: 'Databases and caches: burstable (t4g, t3), general purpose (m6g, m6i) or memory-optimized (r6g, r6i).' },
        },
      },
      decisions: {
        type: 'object',
        additionalProperties: false,
        description: 'Services that the team decided on, by need. They hold from the cloud-native phase on.',
        properties: Object.fromEntries(Object.entries(choosableServices).map(([need, services]) => [need, { enum: services }])),
      },
    },
  };
}

function workloadSchema(): Json {
  const field = { type: 'number', minimum: 0 };
  return {
    description: 'Expected use: a preset, or values of your own.',
    oneOf: [
      { enum: workloadPresetNames },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          preset: { enum: workloadPresetNames, default: 'current' },
          ...Object.fromEntries(workloadFields.map((name) => [name, { ...field, description: fieldDescriptions[name] }])),
          peakConcurrentUsers: { type: 'number', minimum: 1, description: `${fieldDescriptions.peakConcurrentUsers} All other values follow from it unless they are stated.` },
        },
      },
    ],
  };
}

const fieldDescriptions: Readonly<Record<(typeof workloadFields)[number], string>> = {
  usersPerMonth: 'People who use the application in a month.',
  peakConcurrentUsers: 'People who use it at the same time in the busiest hour.',
  requestsPerSecond: 'Requests per second to the application in the busiest hour.',
  requests: 'Requests to the application in a month.',
  databaseGb: 'GB in the database.',
  filesGb: 'GB of uploaded files that are kept.',
  uploads: 'Files written in a month.',
  egressGb: 'GB sent to users in a month.',
  jobs: 'Background jobs in a month.',
  emails: 'E-mails in a month.',
  smsMessages: 'Text messages in a month.',
  realtimeMessages: 'WebSocket messages in a month.',
  connectionMinutes: 'Minutes of open WebSocket connections in a month, over all users.',
  callMinutes: 'Minutes of video calls in a month, over all participants.',
  logsGb: 'GB of logs in a month.',
};

function capacitySchema(): Json {
  const range = { oneOf: [{ type: 'number', minimum: 0 }, { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number', minimum: 0 } }] };
  const describe = (name: keyof CapacityCoefficients): Json => ({ description: coefficientSources[name].text.en, default: defaultCoefficients[name] });
  return {
    type: 'object',
    additionalProperties: false,
    description: 'Coefficients of the capacity model: what is stated replaces the default.',
    properties: {
      ...Object.fromEntries(tableNames.map((name) => [name, { type: 'object', additionalProperties: range, ...describe(name) }])),
      ...Object.fromEntries(rangeNames.map((name) => [name, { ...range, ...describe(name) }])),
      ...Object.fromEntries(numberNames.map((name) => [name, { type: 'number', minimum: 0, ...describe(name) }])),
      writesPerRequest: {
        type: 'object',
        additionalProperties: false,
        ...describe('writesPerRequest'),
        properties: Object.fromEntries(writeNames.map((name) => [name, { type: 'number', minimum: 0 }])),
      },
    },
  };
}
