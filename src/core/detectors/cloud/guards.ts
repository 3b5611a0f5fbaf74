import type { Fact, Stage, TextRange } from '../../model';

/**
 * What infrastructure code says about who may reach a resource and what protects its data, with the place of each
 * statement. These facts serve no need; rules judge them.
 *
 * - `cloud.database` (value: canonical type, `detail.given`: which of the attributes are stated) and `cloud.database.<attribute>`;
 * - `cloud.bucket.<attribute>`;
 * - `cloud.ingress` (value: the range of addresses, `detail`: `from`, `to`, `protocol`).
 */
export interface GuardPlace {
  readonly path: string;
  readonly stage: Stage;
  /** Name of the resource inside its document. */
  readonly resource: string;
  /** More to keep: the tool, a count. */
  readonly detail?: Readonly<Record<string, string>>;
}

/** Attributes of databases in Terraform's words. */
export const databaseAttributes: readonly string[] = [
  'publicly_accessible', 'storage_encrypted', 'backup_retention_period', 'kms_key_id', 'snapshot_identifier', 'replicate_source_db', 'restore_to_point_in_time', 's3_import', 'engine_mode',
];
export const databaseTypes: readonly string[] = ['aws_db_instance', 'aws_rds_cluster', 'aws_rds_cluster_instance', 'aws_docdb_cluster'];

export const bucketAttributes: readonly string[] = ['acl', 'block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];

export function guardFact(place: GuardPlace, name: string, text: string, range: TextRange, more: Readonly<Record<string, string>> = {}): Fact {
  return {
    kind: 'config', name: `cloud.${name}`, value: { kind: 'literal', text }, at: { path: place.path, range }, stage: place.stage, origin: 'cloud',
    detail: { ...place.detail, resource: place.resource, ...more },
  };
}

/** Every address there is. */
export function isEveryone(cidr: string): boolean {
  return cidr === '0.0.0.0/0' || /^(?:::|(?:0:){7}0)\/0$/.test(cidr);
}
