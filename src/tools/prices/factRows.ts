import { meterDefinition } from '../../core/pricing/meters';
import { areWellFormed, flat, graduated } from '../../core/pricing/tiers';
import type { PriceTier } from '../../core/pricing/types';
import type { PriceRow } from './priceRow';
import { isRecord, text, type FactsFile } from './sourceFiles';

/** The rows of a facts file for one region. A row that names no meter of ours is an error: nothing is dropped in silence. */
export function factRows(file: FactsFile, region: string): readonly PriceRow[] {
  const rows: PriceRow[] = [];
  file.rows.forEach((row, index) => {
    if (!isRecord(row) || row['region'] !== region) return;
    const tiers = tiersOf(row);
    const meter = meterDefinition(text(row['meter']));
    const parameters = isRecord(row['parameters']) ? (row['parameters'] as Readonly<Record<string, string>>) : {};
    if (meter === undefined || tiers === null || !areWellFormed(tiers)) throw new Error(`${file.name}: row ${index} is no price of a known meter`);
    if (meter.parameters.join() !== Object.keys(parameters).sort(byOrder(meter.parameters)).join()) {
      throw new Error(`${file.name}: row ${index} (${meter.id}) needs the parameters ${meter.parameters.join(', ') || 'none'}`);
    }
    rows.push({
      region,
      query: { meter: meter.id, parameters },
      tiers,
      sku: text(row['sku']) || null,
      source: text(row['source']) || file.source,
      asOf: text(row['asOf']) || file.asOf,
    });
  });
  return rows;
}

function tiersOf(row: Readonly<Record<string, unknown>>): readonly PriceTier[] | null {
  if (typeof row['usd'] === 'number') return flat(row['usd']);
  const bands = row['tiers'];
  if (!Array.isArray(bands)) return null;
  return graduated(...bands.map((band: readonly [number, number]) => band));
}

function byOrder(order: readonly string[]): (left: string, right: string) => number {
  return (left, right) => order.indexOf(left) - order.indexOf(right);
}
