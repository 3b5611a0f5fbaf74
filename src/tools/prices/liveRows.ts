import type { AwsConnection } from '../../aws/credentials';
import { fetchLivePrices } from '../../aws/livePriceBook';
import { createPriceListApi } from '../../aws/priceListClient';
import { defaultRequestPolicy, type RequestPolicy } from '../../aws/requestPolicy';
import { meterKey, meters } from '../../core/pricing/meters';
import type { MeterQuery } from '../../core/pricing/types';
import type { PriceRow } from './priceRow';

/** A whole region is more than a thousand requests: patience for minutes, not seconds. */
export const maintainerPolicy: RequestPolicy = { ...defaultRequestPolicy, attempts: 8, longestDelayMs: 20_000, totalTimeoutMs: 30 * 60_000 };

/**
 * Asks the live API for every price that the snapshot of a region has, and for the meters without parameters that it
 * lacks. Throws when not everything could be asked: half a refresh would mix two days under one date.
 */
export async function liveRows(region: string, known: readonly PriceRow[], connection: AwsConnection, policy: RequestPolicy = maintainerPolicy): Promise<readonly PriceRow[]> {
  const queries = new Map<string, MeterQuery>();
  for (const { id, parameters } of meters) if (parameters.length === 0) queries.set(id, { meter: id, parameters: {} });
  for (const { query } of known) queries.set(meterKey(query), query);
  const api = await createPriceListApi(connection);
  try {
    const { prices, failure } = await fetchLivePrices([...queries.values()], { api, region, policy });
    if (failure !== null) throw failure;
    return [...queries].flatMap(([key, query]) => {
      const price = prices.get(key);
      if (price?.status !== 'known') return [];
      return [{ region, query, tiers: price.tiers, sku: price.sku, source: price.source, asOf: price.asOf }];
    });
  } finally {
    api.close();
  }
}
