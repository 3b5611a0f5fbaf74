import { meters } from '../../core/pricing/meters';
import type { MeterDefinition } from '../../core/pricing/meters/meter';
import { readPriceListProduct } from '../../core/pricing/priceListProduct';
import { edges, regionInfo, type RegionInfo } from '../../core/pricing/regions';
import { selectPrice, type PriceListProduct } from '../../core/pricing/selection';
import { snapshotRegions } from '../../core/pricing/snapshot/regions';
import type { PriceRow } from './priceRow';
import type { OfferFile } from './sourceFiles';

type Parameters = Readonly<Record<string, string>>;

/** Values that a parameter can take, where the file's own products do not say. */
const choices: Readonly<Record<string, readonly string[]>> = {
  arch: ['x86', 'arm'],
  deployment: ['single-az', 'multi-az'],
  volume: ['gp3', 'gp2'],
  storage: ['standard', 'io-optimized'],
  edge: edges,
  kind: ['standard', 'latency', 'geo'],
  type: ['standard', 'fifo'],
  class: ['standard', 'standard-ia', 'glacier-instant', 'infrequent-access'],
  resolution: ['standard', 'high', 'composite'],
  quality: ['hd', 'full-hd'],
  plan: ['lite'],
  sizeGb: ['0.5', '1.6', '6.1'],
  computeType: ['general1.small', 'general1.medium', 'general1.large'],
  resource: ['efs'],
  to: snapshotRegions,
};

const engines: Readonly<Record<string, readonly string[]>> = {
  rds: ['postgresql', 'mysql', 'mariadb'],
  aurora: ['postgresql', 'mysql'],
  'aurora-serverless': ['postgresql', 'mysql'],
  'amazon-mq': ['rabbitmq', 'activemq'],
};
const cacheEngines: readonly string[] = ['valkey', 'redis', 'memcached'];

/** Every meter that the products of one service and region price, each by the selection that a live query would use. */
export function offerRows(file: OfferFile, regionCode: string): readonly PriceRow[] {
  const region = regionInfo(regionCode);
  if (region === undefined) return [];
  const products = productsOf(file);
  const service = products[0]?.attributes['servicecode'] ?? '';
  const rows: PriceRow[] = [];
  for (const meter of meters) {
    for (const parameters of combinations(meter, products)) {
      const row = rowOf(meter, parameters, region, products, service);
      if (row !== null) rows.push(row);
    }
  }
  return rows;
}

function rowOf(meter: MeterDefinition, parameters: Parameters, region: RegionInfo, products: readonly PriceListProduct[], service: string): PriceRow | null {
  const selection = meter.select(parameters, region);
  if (selection === null || selection.serviceCode !== service) return null;
  const price = selectPrice(products, meter, selection);
  if (price.status === 'unknown') return null;
  return {
    region: region.code,
    query: { meter: meter.id, parameters },
    tiers: price.tiers,
    sku: price.sku,
    source: `AWS Price List bulk file ${service} ${region.code}`,
    asOf: price.asOf,
  };
}

function productsOf(file: OfferFile): readonly PriceListProduct[] {
  const products: PriceListProduct[] = [];
  for (const [sku, product] of Object.entries(file.products)) {
    const read = readPriceListProduct(product, file.onDemand[sku], file.publicationDate);
    if (read !== null) products.push(read);
  }
  return products;
}

function combinations(meter: MeterDefinition, products: readonly PriceListProduct[]): readonly Parameters[] {
  let all: Parameters[] = [{}];
  for (const name of meter.parameters) {
    const values = valuesOf(meter, name, products);
    all = all.flatMap((parameters) => values.map((value) => ({ ...parameters, [name]: value })));
  }
  return all;
}

function valuesOf(meter: MeterDefinition, name: string, products: readonly PriceListProduct[]): readonly string[] {
  if (name === 'engine') return engines[meter.id.split('.')[0] ?? ''] ?? cacheEngines;
  if (name === 'instanceType' || name === 'nodeType') {
    return [...new Set(products.map((product) => product.attributes['instanceType'] ?? '').filter((type) => type !== ''))];
  }
  return choices[name] ?? [];
}
