import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packTiers, unpackTiers, type SnapshotFile, type SnapshotPrice, type SnapshotSource } from '../../core/pricing/snapshot/format';
import { meterKey, parseMeterKey } from '../../core/pricing/meters';
import type { PriceRow } from './priceRow';

const folder = new URL('../../core/pricing/snapshot/', import.meta.url);

export function snapshotPath(region: string): string {
  return fileURLToPath(new URL(`${region}.json`, folder));
}

/** The rows of the snapshot as it is; none where the region is new. */
export function snapshotRows(region: string): readonly PriceRow[] {
  const path = snapshotPath(region);
  if (!existsSync(path)) return [];
  const file = JSON.parse(readFileSync(path, 'utf8')) as SnapshotFile;
  return Object.entries(file.prices).map(([key, [tiers, sku, source]]) => {
    const origin = file.sources[source];
    if (origin === undefined) throw new Error(`${path}: ${key} names no source`);
    return { region, query: parseMeterKey(key), tiers: unpackTiers(tiers), sku, source: origin.text, asOf: origin.asOf };
  });
}

/** The file's text: one price a line, so that a change of price is one line of a diff. */
export function snapshotText(region: string, rows: readonly PriceRow[]): string {
  const sources: SnapshotSource[] = [];
  const lines = rows
    .map((row) => ({ key: meterKey(row.query), row }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ key, row }) => {
      const price: SnapshotPrice = [packTiers(row.tiers), row.sku, sourceIndex(sources, row)];
      return `${JSON.stringify(key)}:${JSON.stringify(price)}`;
    });
  const head = `{"schema":1,"region":${JSON.stringify(region)},"currency":"USD","sources":[\n`;
  return `${head}${sources.map((source) => JSON.stringify(source)).join(',\n')}\n],"prices":{\n${lines.join(',\n')}\n}}\n`;
}

export function writeSnapshot(region: string, rows: readonly PriceRow[]): void {
  writeFileSync(snapshotPath(region), snapshotText(region, rows));
}

function sourceIndex(sources: SnapshotSource[], row: PriceRow): number {
  const found = sources.findIndex((source) => source.text === row.source && source.asOf === row.asOf);
  return found >= 0 ? found : sources.push({ text: row.source, asOf: row.asOf }) - 1;
}
