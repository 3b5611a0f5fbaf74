const codes = ['us-east-1', 'us-east-2', 'us-west-2', 'sa-east-1', 'eu-west-1', 'eu-central-1'] as const;
export type SnapshotRegion = (typeof codes)[number];

/** Regions whose prices ship with Skylift. Every other region needs live prices. */
export const snapshotRegions: readonly string[] = codes;

export function isSnapshotRegion(code: string): code is SnapshotRegion {
  return snapshotRegions.includes(code);
}
