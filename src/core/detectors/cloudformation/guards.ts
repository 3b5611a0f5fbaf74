import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import type { Fact, Stage } from '../../model';
import { guardFact, isEveryone, type GuardPlace } from '../cloud/guards';

/** Properties in CloudFormation's words and in Terraform's, by which rules know them. */
const databaseProperties: Readonly<Record<string, string>> = {
  PubliclyAccessible: 'publicly_accessible', StorageEncrypted: 'storage_encrypted', BackupRetentionPeriod: 'backup_retention_period', KmsKeyId: 'kms_key_id',
  DBSnapshotIdentifier: 'snapshot_identifier', SnapshotIdentifier: 'snapshot_identifier', SourceDBInstanceIdentifier: 'replicate_source_db', SourceDBClusterIdentifier: 'replicate_source_db',
  DBClusterIdentifier: 'replicate_source_db', EngineMode: 'engine_mode',
};
const databases: Readonly<Record<string, string>> = { 'AWS::RDS::DBInstance': 'aws_db_instance', 'AWS::RDS::DBCluster': 'aws_rds_cluster', 'AWS::DocDB::DBCluster': 'aws_docdb_cluster' };
const accessBlock: Readonly<Record<string, string>> = {
  BlockPublicAcls: 'block_public_acls', BlockPublicPolicy: 'block_public_policy', IgnorePublicAcls: 'ignore_public_acls', RestrictPublicBuckets: 'restrict_public_buckets',
};

/** What one resource of a template says about access and protection. */
export function guardFacts(path: string, stage: Stage, entry: MapEntry): readonly Fact[] {
  const type = entryOf(entry.value, 'Type')?.value;
  const name = scalarText(type) ?? '';
  const properties = entryOf(entry.value, 'Properties')?.value;
  const place: GuardPlace = { path, stage, resource: entry.key };
  const database = Object.hasOwn(databases, name) ? databases[name] : undefined;
  if (database !== undefined && type !== undefined) {
    const stated = entriesOf(properties).filter(({ key }) => Object.hasOwn(databaseProperties, key));
    const given = stated.map(({ key }) => databaseProperties[key] ?? '').join(' ');
    return [guardFact(place, 'database', database, type.range, { given, template: 'true' }), ...stated.flatMap((property) => stating(place, 'database', databaseProperties, property))];
  }
  switch (name) {
    case 'AWS::S3::Bucket':
      return [
        ...entriesOf(properties).filter(({ key }) => key === 'AccessControl').flatMap((property) => stating(place, 'bucket', { AccessControl: 'acl' }, property)),
        ...entriesOf(valueAt(properties, 'PublicAccessBlockConfiguration')).flatMap((property) => stating(place, 'bucket', accessBlock, property)),
      ];
    case 'AWS::EC2::SecurityGroup':
      return each(valueAt(properties, 'SecurityGroupIngress')).flatMap((rule) => opening(place, rule));
    case 'AWS::EC2::SecurityGroupIngress':
      return opening(place, properties);
    default:
      return [];
  }
}

function stating(place: GuardPlace, group: string, names: Readonly<Record<string, string>>, { key, value }: MapEntry): readonly Fact[] {
  const text = scalarText(value);
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  return text === undefined || name === undefined ? [] : [guardFact(place, `${group}.${name}`, text, value.range)];
}

function opening(place: GuardPlace, rule: ConfigNode | undefined): readonly Fact[] {
  const address = ['CidrIp', 'CidrIpv6'].map((key) => entryOf(rule, key)?.value).find((node) => isEveryone(scalarText(node) ?? ''));
  if (address === undefined) return [];
  const detail = Object.fromEntries(([['from', 'FromPort'], ['to', 'ToPort'], ['protocol', 'IpProtocol']] as const).flatMap(([key, property]) => {
    const text = scalarText(entryOf(rule, property)?.value);
    return text === undefined ? [] : [[key, text] as const];
  }));
  return [guardFact(place, 'ingress', scalarText(address) ?? '', address.range, detail)];
}

function entriesOf(node: ConfigNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function each(node: ConfigNode | undefined): readonly ConfigNode[] {
  return node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
}
