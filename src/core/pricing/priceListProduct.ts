import type { PriceDimension, PriceListProduct } from './selection';

/**
 * Reads one product and its on-demand terms as AWS writes them, in GetProducts answers and in offer files alike.
 * Null where the shape is not AWS's: an unreadable answer is no price.
 */
export function readPriceListProduct(product: unknown, onDemandTerms: unknown, asOf: string): PriceListProduct | null {
  if (!isRecord(product) || !isRecord(product['attributes'])) return null;
  const sku = product['sku'];
  if (typeof sku !== 'string' || sku === '') return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(product['attributes'])) {
    if (typeof value === 'string') attributes[name] = value;
  }
  const family = product['productFamily'];
  const dimensions = onDemandDimensions(onDemandTerms);
  if (dimensions === null) return null;
  return { sku, productFamily: typeof family === 'string' ? family : '', attributes, dimensions, asOf };
}

/** Bands of the on-demand terms. A product has one such term; where a change of price is announced, the one in effect first. */
function onDemandDimensions(terms: unknown): readonly PriceDimension[] | null {
  if (!isRecord(terms)) return null;
  const ordered = Object.values(terms)
    .filter(isRecord)
    .sort((left, right) => String(left['effectiveDate'] ?? '').localeCompare(String(right['effectiveDate'] ?? '')));
  const [term] = ordered;
  if (term === undefined || !isRecord(term['priceDimensions'])) return null;
  const dimensions: PriceDimension[] = [];
  for (const dimension of Object.values(term['priceDimensions'])) {
    const read = readDimension(dimension);
    if (read === null) return null;
    dimensions.push(read);
  }
  return dimensions;
}

function readDimension(value: unknown): PriceDimension | null {
  if (!isRecord(value)) return null;
  const { rateCode, unit, beginRange, endRange, pricePerUnit } = value;
  if (typeof unit !== 'string' || !isRecord(pricePerUnit)) return null;
  const begin = Number(beginRange ?? 0);
  const end = endRange === undefined || endRange === 'Inf' ? null : Number(endRange);
  if (!Number.isFinite(begin) || (end !== null && !Number.isFinite(end))) return null;
  return { rateCode: typeof rateCode === 'string' ? rateCode : '', unit, begin, end, usd: dollars(pricePerUnit['USD']) };
}

/** Prices are decimal strings. Other currencies (China) are no US dollars and stay unknown. */
function dollars(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d+(\.\d+)?$/.test(value)) return null;
  return Number(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
