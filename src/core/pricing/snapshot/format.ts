import type { PriceTier } from '../types';

/**
 * One region's prices as they ship. A price is `[tiers, sku, source]`: `tiers` is one price, or the bands as
 * `[[from, usd], …]`; `source` is an index into `sources`. The unit is the meter's own.
 */
export interface SnapshotFile {
  readonly schema: 1;
  readonly region: string;
  readonly currency: 'USD';
  readonly sources: readonly SnapshotSource[];
  readonly prices: Readonly<Record<string, SnapshotPrice>>;
}

export interface SnapshotSource {
  readonly text: string;
  /** ISO date on which the price was published or valid. */
  readonly asOf: string;
}

export type SnapshotPrice = readonly [tiers: SnapshotTiers, sku: string | null, source: number];
export type SnapshotTiers = number | readonly (readonly [from: number, usd: number])[];

export function unpackTiers(packed: SnapshotTiers): readonly PriceTier[] {
  if (typeof packed === 'number') return [{ from: 0, to: null, usd: packed }];
  return packed.map(([from, usd], index) => ({ from, to: packed[index + 1]?.[0] ?? null, usd }));
}

export function packTiers(tiers: readonly PriceTier[]): SnapshotTiers {
  const [first] = tiers;
  if (first !== undefined && tiers.length === 1) return first.usd;
  return tiers.map((tier) => [tier.from, tier.usd] as const);
}
