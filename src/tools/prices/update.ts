// Rebuilds the bundled price snapshot.
//   npm run prices:update -- --from <folder> [--region R] [--write]   from AWS's own files and files of single facts
//   npm run prices:update -- --live [--profile P] [--region R] [--write]   from the Price List Query API
// Shows what would change; writes only with --write. Never runs by itself.
import { meterKey } from '../../core/pricing/meters';
import { snapshotRegions } from '../../core/pricing/snapshot/regions';
import { sameTiers } from '../../core/pricing/tiers';
import type { PriceTier } from '../../core/pricing/types';
import { factRows } from './factRows';
import { offerRows } from './offerRows';
import { liveRows } from './liveRows';
import { newestRows, type PriceRow } from './priceRow';
import { snapshotRows, writeSnapshot } from './snapshotFiles';
import { readSourceFiles, type SourceFile } from './sourceFiles';
import { unitMapRows } from './unitMapRows';

const maximumShown = 60;

/** Prices of a region from wherever they are read. */
type RowSource = (region: string, known: readonly PriceRow[]) => Promise<readonly PriceRow[]>;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const source = rowSource(args);
  if (source === null) {
    fail('Usage: npm run prices:update -- (--from <folder of AWS price files> | --live [--profile P]) [--region R] [--write]');
    return;
  }
  const write = args.includes('--write');
  const only = option(args, '--region');
  for (const region of snapshotRegions.filter((candidate) => only === undefined || candidate === only)) {
    const before = snapshotRows(region);
    const after = [...newestRows([...before, ...(await source(region, before))]).values()];
    report(region, before, after);
    if (write) writeSnapshot(region, after);
  }
  if (!write) process.stdout.write('Nothing was written; add --write to replace the snapshot.\n');
}

function rowSource(args: readonly string[]): RowSource | null {
  if (args.includes('--live')) {
    const profile = option(args, '--profile');
    return (region, known) => liveRows(region, known, { requestTimeoutMs: 20_000, ...(profile === undefined ? {} : { profile }) });
  }
  const folder = option(args, '--from');
  if (folder === undefined) return null;
  const { files, unread } = readSourceFiles(folder);
  for (const { name, why } of unread) process.stderr.write(`skipped ${name}: ${why}\n`);
  return (region) => Promise.resolve(files.flatMap((file) => rowsIn(file, region)));
}

/** An offer file belongs to the region that its name or its products say. */
function rowsIn(file: SourceFile, region: string): readonly PriceRow[] {
  if (file.kind === 'unit-map') return unitMapRows(file, region);
  if (file.kind === 'facts') return factRows(file, region);
  return offerRegions(file.products).has(region) ? offerRows(file, region) : [];
}

function offerRegions(products: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const product of Object.values(products) as { attributes?: Record<string, string> }[]) {
    const code = product.attributes?.['regionCode'] ?? product.attributes?.['fromRegionCode'];
    if (code !== undefined && code !== '') found.add(code);
  }
  return found;
}

function report(region: string, before: readonly PriceRow[], after: readonly PriceRow[]): void {
  const old = new Map(before.map((row) => [meterKey(row.query), row]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const row of after) {
    const key = meterKey(row.query);
    const known = old.get(key);
    if (known === undefined) added.push(`  + ${key}  ${show(row.tiers)}`);
    else if (!sameTiers(known.tiers, row.tiers)) {
      changed.push(`  ~ ${key}  ${show(known.tiers)} (${known.asOf}) → ${show(row.tiers)} (${row.asOf})`);
    }
  }
  process.stdout.write(`${region}: ${after.length} prices, ${added.length} new, ${changed.length} changed\n`);
  for (const line of [...changed, ...added].slice(0, maximumShown)) process.stdout.write(`${line}\n`);
  const hidden = added.length + changed.length - maximumShown;
  if (hidden > 0) process.stdout.write(`  … and ${hidden} more\n`);
}

function show(tiers: readonly PriceTier[]): string {
  return tiers.map((tier) => (tiers.length === 1 ? `${tier.usd}` : `${tier.from}+: ${tier.usd}`)).join(', ');
}

function option(args: readonly string[], name: string): string | undefined {
  const index = args.indexOf(name);
  return index >= 0 ? args[index + 1] : args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}
