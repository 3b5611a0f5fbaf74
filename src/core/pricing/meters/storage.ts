import { parameter, regional, type MeterDefinition } from './meter';

type Filters = Readonly<Record<string, string>>;

interface S3Class {
  readonly usage: string;
  readonly filters: Filters;
}

/** Storage classes of S3: the last tier of objects that are read at once. */
const s3Classes: Readonly<Record<string, S3Class>> = {
  standard: { usage: 'TimedStorage-ByteHrs', filters: { storageClass: 'General Purpose', volumeType: 'Standard' } },
  'standard-ia': {
    usage: 'TimedStorage-SIA-ByteHrs',
    filters: { storageClass: 'Infrequent Access', volumeType: 'Standard - Infrequent Access' },
  },
  'glacier-instant': {
    usage: 'TimedStorage-GIR-ByteHrs',
    filters: { storageClass: 'Archive Instant Retrieval', volumeType: 'Glacier Instant Retrieval' },
  },
};

const s3Requests = (id: string, tier: 'Tier1' | 'Tier2'): MeterDefinition => ({
  id,
  unit: 'Requests',
  parameters: [],
  select: (_parameters, region) =>
    regional(region, {
      service: 'AmazonS3',
      // Exact: the group also holds `Requests-Annotation-TierN` (2026).
      usage: `Requests-${tier}`,
      filters: { productFamily: 'API Request', group: `S3-API-${tier}` },
    }),
});

function efs(id: string, unit: string, usage: string, filters: Filters): MeterDefinition {
  return { id, unit, parameters: [], select: (_parameters, region) => regional(region, { service: 'AmazonEFS', usage, filters }) };
}

export const storageMeters: readonly MeterDefinition[] = [
  {
    id: 's3.storage',
    unit: 'GB-Mo',
    parameters: ['class'],
    select: (parameters, region) => {
      const storage = s3Classes[parameter(parameters, 'class')];
      if (storage === undefined) return null;
      return regional(region, { service: 'AmazonS3', usage: storage.usage, filters: { productFamily: 'Storage', ...storage.filters } });
    },
  },
  s3Requests('s3.puts', 'Tier1'),
  s3Requests('s3.gets', 'Tier2'),
  {
    id: 'ebs.storage',
    unit: 'GB-Mo',
    parameters: ['volume'],
    select: (parameters, region) => {
      const volume = parameter(parameters, 'volume');
      return regional(region, {
        service: 'AmazonEC2',
        usage: `EBS:VolumeUsage.${volume}`,
        filters: { productFamily: 'Storage', volumeApiName: volume },
      });
    },
  },
  {
    id: 'ebs.iops',
    unit: 'IOPS-Mo',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, {
        service: 'AmazonEC2',
        usage: 'EBS:VolumeP-IOPS.gp3',
        filters: { productFamily: 'System Operation', volumeApiName: 'gp3' },
      }),
  },
  {
    id: 'ebs.throughput',
    // One GiB/s for a month: 1,024 MiB/s.
    unit: 'GiBps-mo',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, {
        service: 'AmazonEC2',
        usage: 'EBS:VolumeP-Throughput.gp3',
        filters: { productFamily: 'Provisioned Throughput', volumeApiName: 'gp3' },
      }),
  },
  {
    id: 'ebs.snapshots',
    unit: 'GB-Mo',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonEC2', usage: 'EBS:SnapshotUsage', filters: { productFamily: 'Storage Snapshot' } }),
  },
  efs('efs.storage', 'GB-Mo', 'TimedStorage-ByteHrs', { storageClass: 'General Purpose' }),
  efs('efs.storageIa', 'GB-Mo', 'IATimedStorage-ByteHrs', { storageClass: 'Infrequent Access' }),
  efs('efs.reads', 'GB', 'ETDataAccess-Bytes', { accessType: 'Read' }),
  efs('efs.writes', 'GB', 'ETDataAccess-Bytes', { accessType: 'Write' }),
  {
    id: 'backup.storage',
    unit: 'GB-Mo',
    parameters: ['resource'],
    select: (parameters, region) => {
      const resource = parameter(parameters, 'resource');
      if (resource !== 'efs') return null;
      return regional(region, { service: 'AWSBackup', usage: 'WarmStorage-ByteHrs-EFS', filters: { productFamily: 'AWS Backup Storage' } });
    },
  },
  {
    id: 'ecr.storage',
    unit: 'GB-Mo',
    parameters: [],
    select: (_parameters, region) =>
      regional(region, { service: 'AmazonECR', usage: 'TimedStorage-ByteHrs', filters: { productFamily: 'EC2 Container Registry' } }),
  },
];
