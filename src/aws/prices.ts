import type { Commitment } from '../core/pricing/commitments';
import { meterKey } from '../core/pricing/meters';
import type { MeterQuery, PriceBook, PriceResult, UnitPrice } from '../core/pricing/types';
import type { AwsConnection } from './credentials';
import { AwsFailure } from './failure';
import { fetchLivePrices, type LivePrices } from './livePriceBook';
import type { CachedPrices, PriceCache } from './priceCache';
import { createPriceListApi, type PriceListApi } from './priceListClient';
import { defaultRequestPolicy, type RequestPolicy } from './requestPolicy';

export interface PriceRefresh {
  readonly region: string;
  /** What the estimate will ask for (`queriesOf`). */
  readonly queries: readonly MeterQuery[];
  readonly connection: AwsConnection;
  readonly cache: PriceCache;
  /** The bundled prices of the region: the last resort. */
  readonly snapshot: PriceBook;
  readonly policy?: RequestPolicy;
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
  /** Another client than the SDK's, for tests of what is built on it. */
  readonly createApi?: (connection: AwsConnection) => Promise<PriceListApi>;
}

export interface RefreshedPrices {
  /**
   * Live where AWS answered, else what was kept, else what ships. Its `source` is `live` only when AWS answered every
   * request; each price names its own source besides.
   */
  readonly book: PriceBook;
  /** Why not everything is live; null when it is. */
  readonly failure: AwsFailure | null;
  /** Keys of prices that came from an older source. */
  readonly older: readonly string[];
  readonly commitments: ReadonlyMap<string, readonly Commitment[]>;
}

/** Fetches live prices and puts older ones behind them. Rejects only when it is cancelled. */
export async function refreshPrices(refresh: PriceRefresh): Promise<RefreshedPrices> {
  const live = await fetchOrFail(refresh);
  const known = new Map<string, UnitPrice>();
  for (const [key, price] of live.prices) if (price.status === 'known') known.set(key, price);
  const cached = await refresh.cache.read(refresh.region);
  if (known.size > 0) await keep(refresh.cache, refresh.region, known);
  const older = refresh.queries.map(meterKey).filter((key) => answersFromOlder(live.prices.get(key), key, cached, refresh));
  return { book: layeredBook(live, cached, refresh.snapshot, older), failure: live.failure, older, commitments: live.commitments };
}

/** What was fetched on an earlier day, with the bundled prices behind it; null where nothing was kept. */
export async function cachedPriceBook(region: string, cache: PriceCache, snapshot: PriceBook): Promise<PriceBook | null> {
  const cached = await cache.read(region);
  if (cached === null || cached.prices.size === 0) return null;
  return {
    source: 'cache',
    region,
    asOf: cached.fetched,
    price: (query) => cached.prices.get(meterKey(query)) ?? snapshot.price(query),
  };
}

async function fetchOrFail(refresh: PriceRefresh): Promise<LivePrices> {
  const nothing = { region: refresh.region, prices: new Map<string, PriceResult>(), commitments: new Map<string, readonly Commitment[]>() };
  const policy = refresh.policy ?? { ...defaultRequestPolicy, requestTimeoutMs: refresh.connection.requestTimeoutMs };
  let api: PriceListApi;
  try {
    api = await (refresh.createApi ?? createPriceListApi)(refresh.connection);
  } catch (error) {
    return { ...nothing, failure: new AwsFailure('unexpected', { cause: error }) };
  }
  try {
    return await fetchLivePrices(refresh.queries, {
      api,
      region: refresh.region,
      policy,
      ...(refresh.signal === undefined ? {} : { signal: refresh.signal }),
      ...(refresh.onProgress === undefined ? {} : { onProgress: refresh.onProgress }),
    });
  } finally {
    api.close();
  }
}

/** A full disk or a folder without write access must not cost the prices that were just fetched. */
async function keep(cache: PriceCache, region: string, prices: ReadonlyMap<string, UnitPrice>): Promise<void> {
  try {
    await cache.write(region, prices);
  } catch {
    // They are shown all the same, and fetched again another day.
  }
}

/** AWS's own “several different prices” stands; only where it has no answer does an older source speak. */
function isAnswered(price: PriceResult | undefined): boolean {
  return price !== undefined && (price.status === 'known' || price.cause !== 'not-listed');
}

function answersFromOlder(live: PriceResult | undefined, key: string, cached: CachedPrices | null, refresh: PriceRefresh): boolean {
  if (isAnswered(live)) return false;
  if (cached?.prices.has(key) === true) return true;
  return refresh.queries.some((query) => meterKey(query) === key && refresh.snapshot.price(query).status === 'known');
}

function layeredBook(live: LivePrices, cached: CachedPrices | null, snapshot: PriceBook, older: readonly string[]): PriceBook {
  const source = sourceOf(live, cached, older);
  return {
    source,
    region: live.region,
    asOf: source === 'live' ? newestDate(live) : source === 'cache' ? (cached?.fetched ?? snapshot.asOf) : snapshot.asOf,
    price(query) {
      const key = meterKey(query);
      const price = live.prices.get(key);
      if (price !== undefined && isAnswered(price)) return price;
      const kept = cached?.prices.get(key);
      if (kept !== undefined) return kept;
      const bundled = snapshot.price(query);
      // AWS's “not listed” is newer knowledge than a snapshot that never had it.
      return bundled.status === 'unknown' && price !== undefined ? price : bundled;
    },
  };
}

/** After a failure the oldest layer that is in use names the whole, so that nothing looks newer than it is. */
function sourceOf(live: LivePrices, cached: CachedPrices | null, older: readonly string[]): PriceBook['source'] {
  if (live.failure === null) return 'live';
  const cachedOnly = older.length > 0 && older.every((key) => cached?.prices.has(key) === true);
  return cachedOnly ? 'cache' : 'snapshot';
}

function newestDate(live: LivePrices): string {
  const dates = [...live.prices.values()].flatMap((price) => (price.status === 'known' ? [price.asOf] : [])).sort();
  return dates.at(-1) ?? '';
}
