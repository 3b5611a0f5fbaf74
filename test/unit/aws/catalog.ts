import { readdirSync, readFileSync } from 'node:fs';
import { meterDefinition, parseMeterKey } from '../../../src/core/pricing/meters';
import { regionInfo } from '../../../src/core/pricing/regions';
import { unpackTiers, type SnapshotFile } from '../../../src/core/pricing/snapshot/format';

/** A product as the price list has it: what filters look at, and the document that answers. */
export interface CatalogProduct {
  readonly serviceCode: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly document: string;
}

interface FixtureProduct {
  readonly sku: string;
  readonly productFamily: string;
  readonly published: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly bands: readonly (readonly [rate: string, begin: string, end: string, unit: string, usd: string])[];
}

const folder = new URL('../../fixtures/price-list/', import.meta.url);

/** Real products of São Paulo, with the traps among them. */
export function fixtureCatalog(): readonly CatalogProduct[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly FixtureProduct[]).map(product));
}

/**
 * A product for every price of a snapshot, each dearer by `factor`, as AWS's answer would have it: enough to price any
 * architecture live, and never to be mistaken for the snapshot itself.
 */
export function snapshotCatalog(file: SnapshotFile, factor: number): readonly CatalogProduct[] {
  const region = regionInfo(file.region);
  if (region === undefined) throw new Error(file.region);
  return Object.entries(file.prices).flatMap(([key, [packed]], index) => {
    const query = parseMeterKey(key);
    const meter = meterDefinition(query.meter);
    const selection = meter?.select(query.parameters, region) ?? null;
    const usageType = selection?.usageTypes[0];
    if (meter === undefined || selection === null || usageType === undefined) return [];
    const { productFamily = '', ...filters } = selection.filters;
    const accepted = Object.fromEntries(Object.entries(selection.accept ?? {}).map(([field, [first = '']]) => [field, first]));
    return [
      product({
        sku: `SKU${index.toString(36).toUpperCase().padStart(13, '0')}`,
        productFamily,
        published: '2026-10-01T00:00:00Z',
        attributes: { ...filters, ...accepted, servicecode: selection.serviceCode, usagetype: `${selection.prefixes.at(-1) ?? ''}${usageType}` },
        bands: unpackTiers(packed).map((tier, band) => [`RATE00000${band}`, String(tier.from), tier.to === null ? 'Inf' : String(tier.to), meter.unit, (tier.usd * factor).toFixed(12)]),
      }),
    ];
  });
}

function product({ sku, productFamily, published, attributes, bands }: FixtureProduct): CatalogProduct {
  const serviceCode = attributes['servicecode'] ?? '';
  const offer = `${sku}.JRTCKXETXF`;
  const priceDimensions = Object.fromEntries(
    bands.map(([rate, beginRange, endRange, unit, usd]) => [
      `${offer}.${rate}`,
      { rateCode: `${offer}.${rate}`, description: '', beginRange, endRange, unit, pricePerUnit: { USD: usd }, appliesTo: [] },
    ]),
  );
  return {
    serviceCode,
    fields: { ...attributes, productFamily },
    document: JSON.stringify({
      product: { productFamily, attributes, sku },
      serviceCode,
      terms: { OnDemand: { [offer]: { offerTermCode: 'JRTCKXETXF', sku, effectiveDate: published, priceDimensions, termAttributes: {} } } },
      version: '20260801000000',
      publicationDate: published,
    }),
  };
}

/** A product with reserved terms beside the on-demand price. */
export function withReservedTerms(entry: CatalogProduct, reserved: Readonly<Record<string, unknown>>): CatalogProduct {
  const value = JSON.parse(entry.document) as { terms: Record<string, unknown> };
  value.terms['Reserved'] = reserved;
  return { ...entry, document: JSON.stringify(value) };
}
