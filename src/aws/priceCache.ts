import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { areWellFormed } from '../core/pricing/tiers';
import type { PriceTier, UnitPrice } from '../core/pricing/types';

/** Prices that were fetched once, by region, in a folder of the host. A cache that cannot be read is an empty one. */
export interface PriceCache {
  read(region: string): Promise<CachedPrices | null>;
  /** Adds what was fetched to what is kept; the newer price replaces the older. */
  write(region: string, prices: ReadonlyMap<string, UnitPrice>): Promise<void>;
}

export interface CachedPrices {
  readonly region: string;
  /** Day of the newest fetch, ISO. */
  readonly fetched: string;
  readonly prices: ReadonlyMap<string, UnitPrice>;
}

const schema = 1;

export function createPriceCache(folder: string, now: () => Date): PriceCache {
  const path = (region: string): string => join(folder, `prices-${region.replace(/[^a-z0-9-]/g, '')}.json`);
  return {
    read: async (region) => decode(await readJson(path(region)), region),
    write: async (region, prices) => {
      const kept = decode(await readJson(path(region)), region);
      const merged = new Map([...(kept?.prices ?? []), ...prices]);
      await writeJson(path(region), { schema, region, fetched: now().toISOString().slice(0, 10), prices: Object.fromEntries(merged) });
    },
  };
}

/** A value that is asked for once a day: actual spend, by account and month. */
export interface DayCache {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}

export function createDayCache(folder: string, now: () => Date): DayCache {
  // A profile's name is no file name, and need not be readable on disk.
  const path = (key: string): string => join(folder, `day-${createHash('sha256').update(key).digest('hex').slice(0, 24)}.json`);
  const today = (): string => now().toISOString().slice(0, 10);
  return {
    read: async (key) => {
      const entry = await readJson(path(key));
      return isRecord(entry) && entry['day'] === today() ? entry['value'] : null;
    },
    write: async (key, value) => writeJson(path(key), { day: today(), value }),
  };
}

function decode(content: unknown, region: string): CachedPrices | null {
  if (!isRecord(content) || content['schema'] !== schema || content['region'] !== region || !isRecord(content['prices'])) return null;
  const fetched = content['fetched'];
  if (typeof fetched !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(fetched)) return null;
  const prices = new Map<string, UnitPrice>();
  for (const [key, value] of Object.entries(content['prices'])) {
    const price = decodePrice(value);
    if (price !== null) prices.set(key, price);
  }
  return { region, fetched, prices };
}

function decodePrice(value: unknown): UnitPrice | null {
  if (!isRecord(value) || value['status'] !== 'known') return null;
  const { unit, tiers, sku, source, asOf } = value;
  if (typeof unit !== 'string' || typeof source !== 'string' || typeof asOf !== 'string') return null;
  if ((typeof sku !== 'string' && sku !== null) || !Array.isArray(tiers) || !tiers.every(isTier) || !areWellFormed(tiers)) return null;
  return { status: 'known', unit, tiers, sku, source, asOf };
}

function isTier(value: unknown): value is PriceTier {
  return isRecord(value) && typeof value['from'] === 'number' && typeof value['usd'] === 'number' && (value['to'] === null || typeof value['to'] === 'number');
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Missing, half written by an earlier crash, or not ours: as if nothing had been kept.
    return null;
  }
}

/** Beside the target first, so that a crash leaves the old file or the new one. */
async function writeJson(path: string, content: unknown): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, JSON.stringify(content), 'utf8');
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
