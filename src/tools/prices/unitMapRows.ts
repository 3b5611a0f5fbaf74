import { regionInfo } from '../../core/pricing/regions';
import { areWellFormed, graduated } from '../../core/pricing/tiers';
import type { PriceRow } from './priceRow';
import { isRecord, text, type UnitMapFile } from './sourceFiles';
import { unitMapEntries, type UnitMapEntry } from './unitMaps';

/** The prices of one region in a metered unit map. A band that is missing leaves its price out. */
export function unitMapRows(file: UnitMapFile, regionCode: string): readonly PriceRow[] {
  const region = regionInfo(regionCode);
  if (region === undefined) return [];
  const rows: PriceRow[] = [];
  for (const entry of unitMapEntries) {
    if (entry.map !== file.map) continue;
    const names = file.regions[entry.location ?? region.location];
    const row = names === undefined ? null : rowOf(entry, names, file, regionCode);
    if (row !== null) rows.push(row);
  }
  return rows;
}

function rowOf(entry: UnitMapEntry, names: Readonly<Record<string, unknown>>, file: UnitMapFile, region: string): PriceRow | null {
  const bands: (readonly [number, number])[] = [];
  let sku: string | null = null;
  for (const [from, name] of entry.bands) {
    const found = find(names, name);
    const usd = isRecord(found) ? Number(found['price']) : NaN;
    if (!isRecord(found) || !Number.isFinite(usd)) return null;
    sku ??= text(found['rateCode']) || null;
    bands.push([from, usd]);
  }
  const tiers = graduated(...withoutRepeats(bands));
  if (!areWellFormed(tiers)) return null;
  // Several bands share the SKU; a single price is named by its whole rate code.
  const code = bands.length > 1 ? (sku?.split('.')[0] ?? null) : sku;
  return { region, query: entry.query, tiers, sku: code, source: `AWS metered unit map ${file.map}`, asOf: file.publicationDate };
}

function find(names: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!name.startsWith('rate:')) return names[name];
  const rateCode = name.slice('rate:'.length);
  return Object.values(names).find((value) => isRecord(value) && value['rateCode'] === rateCode);
}

/** Neighbouring bands at one price are one band (REST calls in São Paulo up to a billion). */
function withoutRepeats(bands: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return bands.filter(([, usd], index) => index === 0 || bands[index - 1]?.[1] !== usd);
}
