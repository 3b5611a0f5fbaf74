import { meterKey } from '../../core/pricing/meters';
import type { MeterQuery, PriceTier } from '../../core/pricing/types';

/** A price found in a source, before it is packed into a snapshot. */
export interface PriceRow {
  readonly region: string;
  readonly query: MeterQuery;
  readonly tiers: readonly PriceTier[];
  readonly sku: string | null;
  readonly source: string;
  readonly asOf: string;
}

/** The newest row of each price; of equally old ones the later in the list. */
export function newestRows(rows: readonly PriceRow[]): ReadonlyMap<string, PriceRow> {
  const newest = new Map<string, PriceRow>();
  for (const row of rows) {
    const key = meterKey(row.query);
    const known = newest.get(key);
    if (known === undefined || row.asOf >= known.asOf) newest.set(key, row);
  }
  return newest;
}
