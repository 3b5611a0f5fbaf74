import { parameter, regional, type MeterDefinition, type PriceSelection } from './meter';
import type { RegionInfo } from '../regions';

type Parameters = Readonly<Record<string, string>>;

const rdsEngines: Readonly<Record<string, string>> = { postgresql: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB' };
const cacheEngines: Readonly<Record<string, string>> = { valkey: 'Valkey', redis: 'Redis', memcached: 'Memcached' };

function isMultiAz(parameters: Parameters): boolean {
  return parameter(parameters, 'deployment') === 'multi-az';
}

function deploymentOption(parameters: Parameters): string {
  return isMultiAz(parameters) ? 'Multi-AZ' : 'Single-AZ';
}

function rds(region: RegionInfo, usage: string, filters: Parameters, engine?: string): PriceSelection {
  return regional(region, {
    service: 'AmazonRDS',
    usage,
    filters,
    ...(engine === undefined ? {} : { accept: { databaseEngine: [engine, 'Any'] } }),
  });
}

/** `standard` or `io-optimized`: the two storage configurations of Aurora, priced by SKUs of their own. */
function auroraEngine(parameters: Parameters): string {
  return parameter(parameters, 'engine') === 'mysql' ? 'Aurora MySQL' : 'Aurora PostgreSQL';
}

function isIoOptimized(parameters: Parameters): boolean {
  return parameter(parameters, 'storage') === 'io-optimized';
}

const rdsMeters: readonly MeterDefinition[] = [
  {
    id: 'rds.instance',
    unit: 'Hrs',
    parameters: ['engine', 'instanceType', 'deployment'],
    select: (parameters, region) => {
      const instanceType = parameter(parameters, 'instanceType');
      return rds(region, `${isMultiAz(parameters) ? 'Multi-AZUsage' : 'InstanceUsage'}:${instanceType}`, {
        productFamily: 'Database Instance',
        instanceType,
        databaseEngine: rdsEngines[parameter(parameters, 'engine')] ?? '',
        deploymentOption: deploymentOption(parameters),
      });
    },
  },
  {
    id: 'rds.storage',
    unit: 'GB-Mo',
    parameters: ['engine', 'volume', 'deployment'],
    select: (parameters, region) => {
      const gp3 = parameter(parameters, 'volume') === 'gp3';
      const prefix = isMultiAz(parameters) ? 'RDS:Multi-AZ-' : 'RDS:';
      return rds(
        region,
        `${prefix}${gp3 ? 'GP3' : 'GP2'}-Storage`,
        {
          productFamily: 'Database Storage',
          volumeType: gp3 ? 'General Purpose-GP3' : 'General Purpose',
          deploymentOption: deploymentOption(parameters),
        },
        rdsEngines[parameter(parameters, 'engine')] ?? 'Any',
      );
    },
  },
  {
    id: 'rds.iops',
    unit: 'IOPS-Mo',
    parameters: ['engine', 'deployment'],
    select: (parameters, region) =>
      rds(
        region,
        isMultiAz(parameters) ? 'RDS:Multi-AZ-GP3-PIOPS' : 'RDS:GP3-PIOPS',
        { productFamily: 'Provisioned IOPS', deploymentOption: deploymentOption(parameters), groupDescription: 'RDS Provisioned GP3 IOPS' },
        rdsEngines[parameter(parameters, 'engine')] ?? 'Any',
      ),
  },
  {
    id: 'rds.backup',
    unit: 'GB-Mo',
    parameters: ['engine'],
    select: (parameters, region) =>
      rds(region, 'RDS:ChargedBackupUsage', { productFamily: 'Storage Snapshot' }, rdsEngines[parameter(parameters, 'engine')] ?? 'Any'),
  },
  {
    id: 'rds-proxy.vcpu',
    unit: 'vCPU-Hours',
    otherUnits: ['Hrs', 'vCPU-hour', 'vCPU-Hrs'],
    parameters: [],
    select: (_parameters, region) => rds(region, 'RDS:ProxyUsage', {}),
  },
];

const auroraMeters: readonly MeterDefinition[] = [
  {
    id: 'aurora.instance',
    unit: 'Hrs',
    parameters: ['engine', 'instanceType', 'storage'],
    select: (parameters, region) => {
      const instanceType = parameter(parameters, 'instanceType');
      return rds(region, `${isIoOptimized(parameters) ? 'InstanceUsageIOOptimized' : 'InstanceUsage'}:${instanceType}`, {
        productFamily: 'Database Instance',
        instanceType,
        databaseEngine: auroraEngine(parameters),
      });
    },
  },
  {
    id: 'aurora-serverless.acu',
    unit: 'ACU-Hr',
    otherUnits: ['ACU-Hrs', 'ACU-hour', 'ACU-Hours'],
    parameters: ['engine', 'storage'],
    select: (parameters, region) =>
      rds(region, isIoOptimized(parameters) ? 'Aurora:ServerlessV2IOOptimizedUsage' : 'Aurora:ServerlessV2Usage', {
        productFamily: 'ServerlessV2',
        databaseEngine: auroraEngine(parameters),
      }),
  },
  {
    id: 'aurora.storage',
    unit: 'GB-Mo',
    parameters: ['engine', 'storage'],
    select: (parameters, region) =>
      rds(
        region,
        isIoOptimized(parameters) ? 'Aurora:IO-OptimizedStorageUsage' : 'Aurora:StorageUsage',
        { productFamily: 'Database Storage' },
        auroraEngine(parameters),
      ),
  },
  {
    id: 'aurora.io',
    unit: 'IOs',
    otherUnits: ['Requests', 'IO'],
    parameters: ['engine'],
    select: (parameters, region) => rds(region, 'Aurora:StorageIOUsage', { productFamily: 'System Operation' }, auroraEngine(parameters)),
  },
  {
    id: 'aurora.backup',
    unit: 'GB-Mo',
    parameters: ['engine'],
    select: (parameters, region) => rds(region, 'Aurora:BackupUsage', { productFamily: 'Storage Snapshot' }, auroraEngine(parameters)),
  },
];

const documentDb = (region: RegionInfo, usage: string, filters: Parameters = {}): PriceSelection =>
  regional(region, { service: 'AmazonDocDB', usage, filters });

const documentDbMeters: readonly MeterDefinition[] = [
  {
    id: 'documentdb.instance',
    unit: 'Hrs',
    parameters: ['instanceType'],
    select: (parameters, region) =>
      documentDb(region, `InstanceUsage:${parameter(parameters, 'instanceType')}`, {
        productFamily: 'Database Instance',
        instanceType: parameter(parameters, 'instanceType'),
      }),
  },
  { id: 'documentdb.storage', unit: 'GB-Mo', parameters: [], select: (_parameters, region) => documentDb(region, 'StorageUsage') },
  { id: 'documentdb.io', unit: 'IOs', otherUnits: ['Requests'], parameters: [], select: (_parameters, region) => documentDb(region, 'StorageIOUsage') },
  { id: 'documentdb.backup', unit: 'GB-Mo', parameters: [], select: (_parameters, region) => documentDb(region, 'BackupUsage') },
];

const onDemandFamily = 'Amazon DynamoDB PayPerRequest Throughput';

function dynamo(id: string, unit: string, usage: string, filters: Parameters = {}, otherUnits: readonly string[] = []): MeterDefinition {
  return { id, unit, otherUnits, parameters: [], select: (_parameters, region) => regional(region, { service: 'AmazonDynamoDB', usage, filters }) };
}

const dynamoMeters: readonly MeterDefinition[] = [
  dynamo('dynamodb.writes', 'WriteRequestUnits', 'WriteRequestUnits', { productFamily: onDemandFamily, group: 'DDB-WriteUnits' }),
  dynamo('dynamodb.reads', 'ReadRequestUnits', 'ReadRequestUnits', { productFamily: onDemandFamily, group: 'DDB-ReadUnits' }),
  dynamo('dynamodb.replicatedWrites', 'ReplicatedWriteRequestUnits', 'ReplWriteRequestUnits', {
    productFamily: onDemandFamily,
    group: 'DDB-ReplicatedWriteUnits',
  }),
  dynamo('dynamodb.storage', 'GB-Mo', 'TimedStorage-ByteHrs', { productFamily: 'Database Storage' }),
  dynamo('dynamodb.pitr', 'GB-Mo', 'TimedPITRStorage-ByteHrs', { productFamily: 'Database Storage' }),
  dynamo('dynamodb.backup', 'GB-Mo', 'TimedBackupStorage-ByteHrs'),
  dynamo('dynamodb.restore', 'GB', 'RestoreDataSize-Bytes'),
  dynamo('dynamodb.streams', 'Requests', 'Streams-Requests'),
  dynamo('dynamodb.provisionedWrites', 'WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs'),
  dynamo('dynamodb.provisionedReads', 'ReadCapacityUnit-Hrs', 'ReadCapacityUnit-Hrs'),
];

function cache(region: RegionInfo, usage: string, filters: Parameters): PriceSelection {
  return regional(region, { service: 'AmazonElastiCache', usage, filters });
}

const cacheMeters: readonly MeterDefinition[] = [
  {
    id: 'elasticache.node',
    unit: 'Hrs',
    parameters: ['engine', 'nodeType'],
    select: (parameters, region) => {
      const instanceType = parameter(parameters, 'nodeType');
      return cache(region, `NodeUsage:${instanceType}`, {
        productFamily: 'Cache Instance',
        instanceType,
        cacheEngine: cacheEngines[parameter(parameters, 'engine')] ?? '',
        locationType: 'AWS Region',
      });
    },
  },
  {
    id: 'elasticache.backup',
    unit: 'GB-Mo',
    parameters: ['engine'],
    select: (parameters, region) =>
      cache(region, parameter(parameters, 'engine') === 'valkey' ? 'ElastiCache:BackupUsage:Valkey' : 'ElastiCache:BackupUsage', {
        productFamily: 'Storage Snapshot',
        cacheEngine: cacheEngines[parameter(parameters, 'engine')] ?? '',
      }),
  },
  {
    id: 'elasticache-serverless.data',
    unit: 'GB-Hours',
    parameters: ['engine'],
    select: (parameters, region) => {
      const engine = cacheEngines[parameter(parameters, 'engine')] ?? '';
      return cache(region, `CachedData:${engine}`, { productFamily: 'ElastiCache Serverless', cacheEngine: engine, operation: 'CreateServerlessCache' });
    },
  },
  {
    id: 'elasticache-serverless.ecpu',
    unit: 'ElastiCacheProcessingUnit',
    parameters: ['engine'],
    select: (parameters, region) => {
      const engine = cacheEngines[parameter(parameters, 'engine')] ?? '';
      return cache(region, `ElastiCacheProcessingUnits:${engine}`, {
        productFamily: 'ElastiCache Serverless',
        cacheEngine: engine,
        operation: 'CreateServerlessCache',
      });
    },
  },
  {
    id: 'memorydb.node',
    unit: 'Hrs',
    parameters: ['engine', 'nodeType'],
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonMemoryDB',
        usage: `NodeUsage:${parameter(parameters, 'nodeType')}`,
        filters: { instanceType: parameter(parameters, 'nodeType'), engine: cacheEngines[parameter(parameters, 'engine')] ?? '' },
      }),
  },
  {
    id: 'memorydb.written',
    unit: 'GB',
    parameters: ['engine'],
    zeroBand: 'price',
    select: (parameters, region) =>
      regional(region, {
        service: 'AmazonMemoryDB',
        usage: 'DataWritten',
        filters: { engine: cacheEngines[parameter(parameters, 'engine')] ?? '' },
      }),
  },
  {
    id: 'memorydb.snapshot',
    unit: 'GB-Mo',
    parameters: [],
    select: (_parameters, region) => regional(region, { service: 'AmazonMemoryDB', usage: 'BackupUsage' }),
  },
];

export const databaseMeters: readonly MeterDefinition[] = [
  ...rdsMeters,
  ...auroraMeters,
  ...documentDbMeters,
  ...dynamoMeters,
  ...cacheMeters,
];
