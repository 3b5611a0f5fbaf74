import { readCommitments, type Commitment } from '../core/pricing/commitments';
import { meterDefinition, meterKey } from '../core/pricing/meters';
import type { MeterDefinition, PriceSelection } from '../core/pricing/meters/meter';
import { readPriceListProduct } from '../core/pricing/priceListProduct';
import { regionInfo } from '../core/pricing/regions';
import { selectPrice, type PriceListProduct } from '../core/pricing/selection';
import type { MeterQuery, PriceResult } from '../core/pricing/types';
import { AwsFailure, classifyFailure, isFinal } from './failure';
import { fetchDocuments, pricePermission, requestKey, requestOf, type PriceListApi, type ProductRequest } from './priceListClient';
import { deadline, inParallel, type RequestPolicy } from './requestPolicy';

export interface LivePriceOptions {
  readonly api: PriceListApi;
  readonly region: string;
  readonly policy: RequestPolicy;
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** What AWS answered. A query of which the request failed has no entry in `prices`. */
export interface LivePrices {
  readonly region: string;
  readonly prices: ReadonlyMap<string, PriceResult>;
  readonly commitments: ReadonlyMap<string, readonly Commitment[]>;
  /** The first failure, where not every request was answered. */
  readonly failure: AwsFailure | null;
}

interface Wanted {
  readonly key: string;
  readonly meter: MeterDefinition;
  readonly selection: PriceSelection;
}

interface SharedRequest {
  readonly request: ProductRequest;
  readonly wanted: Wanted[];
}

/** Where a price was read, as the estimate shows it. */
export const liveSource = 'AWS Price List Query API';

/**
 * Fetches the prices that are asked for, several requests at a time and each request once. A failure that would meet
 * every other request as well stops the rest; another leaves out its own prices only. Rejects when it is cancelled.
 */
export async function fetchLivePrices(queries: readonly MeterQuery[], options: LivePriceOptions): Promise<LivePrices> {
  const shared = shareRequests(queries, options.region);
  const prices = new Map<string, PriceResult>();
  const commitments = new Map<string, readonly Commitment[]>();
  const time = deadline(options.policy.totalTimeoutMs, options.signal);
  let failure: AwsFailure | null = null;
  let done = 0;
  const fetchOne = async ({ request, wanted }: SharedRequest): Promise<void> => {
    try {
      const documents = await fetchDocuments(options.api, request, options.policy, time.signal);
      takePrices(documents, wanted, prices, commitments);
    } catch (error) {
      const found = time.passed() ? new AwsFailure('timed-out') : classifyFailure(error, pricePermission, options.signal);
      failure ??= found;
      if (isFinal(found) || time.passed()) throw found;
    }
    done += 1;
    options.onProgress?.(done, shared.length);
  };
  try {
    await inParallel(shared.map((entry) => () => fetchOne(entry)), options.policy.concurrency);
  } catch (error) {
    const found = classifyFailure(error, pricePermission, options.signal);
    if (found.kind === 'cancelled') throw found;
    failure = found;
  } finally {
    time.dispose();
  }
  return { region: options.region, prices, commitments, failure };
}

function shareRequests(queries: readonly MeterQuery[], regionCode: string): readonly SharedRequest[] {
  const region = regionInfo(regionCode);
  const byRequest = new Map<string, SharedRequest>();
  for (const query of queries) {
    const meter = meterDefinition(query.meter);
    if (region === undefined || meter === undefined) continue;
    const selection = meter.select(query.parameters, region);
    if (selection === null) continue;
    const request = requestOf(selection);
    const key = requestKey(request);
    const shared = byRequest.get(key) ?? { request, wanted: [] };
    shared.wanted.push({ key: meterKey(query), meter, selection });
    byRequest.set(key, shared);
  }
  return [...byRequest.values()];
}

function takePrices(
  documents: readonly string[],
  wanted: readonly Wanted[],
  prices: Map<string, PriceResult>,
  commitments: Map<string, readonly Commitment[]>,
): void {
  const products = documents.map(readDocument).filter((entry) => entry !== null);
  for (const { key, meter, selection } of wanted) {
    const price = selectPrice(products.map(({ product }) => product), meter, selection);
    if (price.status === 'unknown') {
      prices.set(key, price);
      continue;
    }
    prices.set(key, { status: 'known', unit: price.unit, tiers: price.tiers, sku: price.sku, source: liveSource, asOf: price.asOf });
    const offers = readCommitments(products.find(({ product }) => product.sku === price.sku)?.reserved);
    if (offers.length > 0) commitments.set(key, offers);
  }
}

interface ReadDocument {
  readonly product: PriceListProduct;
  readonly reserved: unknown;
}

/** One item of `PriceList`: a JSON document in a string. Null for what is not sold on demand. */
function readDocument(document: string): ReadDocument | null {
  const value = parse(document);
  const terms = isRecord(value['terms']) ? value['terms'] : {};
  if (isRecord(value['product']) && terms['OnDemand'] === undefined) return null;
  const published = typeof value['publicationDate'] === 'string' ? value['publicationDate'].slice(0, 10) : '';
  const product = readPriceListProduct(value['product'], terms['OnDemand'], published);
  if (product === null) throw new AwsFailure('malformed');
  return { product, reserved: terms['Reserved'] };
}

function parse(document: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(document);
    if (isRecord(value)) return value;
  } catch (error) {
    throw new AwsFailure('malformed', { cause: error });
  }
  throw new AwsFailure('malformed');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
