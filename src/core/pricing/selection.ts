import { message, verbatim, type Localized } from '../l10n/localized';
import type { MeterDefinition, PriceSelection } from './meters/meter';
import { areWellFormed, sameTiers, withoutFreeBand } from './tiers';
import type { PriceTier, UnknownPrice } from './types';

/** One product of AWS's price lists with its on-demand terms: an item of GetProducts or of a bulk offer file. */
export interface PriceListProduct {
  readonly sku: string;
  readonly productFamily: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly dimensions: readonly PriceDimension[];
  /** Day of publication or of effect, ISO. */
  readonly asOf: string;
}

export interface PriceDimension {
  readonly rateCode: string;
  readonly unit: string;
  readonly begin: number;
  /** Null: no end. */
  readonly end: number | null;
  readonly usd: number | null;
}

export type SelectedPrice =
  | { readonly status: 'known'; readonly tiers: readonly PriceTier[]; readonly sku: string; readonly unit: string; readonly asOf: string }
  | UnknownPrice;

/**
 * The one price that a selection means among products. None, or several with different prices: unknown.
 * SKUs that merely repeat the same price (AWS keeps legacy duplicates) count as one.
 */
export function selectPrice(products: readonly PriceListProduct[], meter: MeterDefinition, selection: PriceSelection): SelectedPrice {
  const candidates = preferred(products.filter((product) => matches(product, selection)), selection);
  const prices = candidates.map((product) => ({ product, tiers: tiersOf(product, meter) }));
  const [first, ...others] = prices.sort((left, right) => left.product.sku.localeCompare(right.product.sku));
  if (first === undefined) return unknown('not-listed', { en: 'AWS lists no such price in this region', 'pt-br': 'A AWS não lista esse preço nesta região' });
  if (first.tiers === null || others.some(({ tiers }) => tiers === null)) {
    return unknown('unreadable', { en: 'AWS’s answer could not be read', 'pt-br': 'Não foi possível ler a resposta da AWS' });
  }
  const { tiers } = first;
  if (others.some((other) => other.tiers !== null && !sameTiers(other.tiers, tiers))) {
    return {
      status: 'unknown',
      cause: 'ambiguous',
      reason: message(
        {
          en: 'AWS lists {count} different prices for it ({skus}); none is guessed',
          'pt-br': 'A AWS lista {count} preços diferentes ({skus}); nenhum é adivinhado',
        },
        { count: candidates.length, skus: verbatim(candidates.map((product) => product.sku).join(', ')) },
      ),
    };
  }
  const unit = first.product.dimensions[0]?.unit ?? meter.unit;
  if (unit !== meter.unit && !(meter.otherUnits ?? []).includes(unit)) {
    return {
      status: 'unknown',
      cause: 'unreadable',
      reason: message(
        { en: 'AWS prices it per “{unit}”, “{expected}” was expected', 'pt-br': 'A AWS cobra por “{unit}”; o esperado era “{expected}”' },
        { unit: verbatim(unit), expected: verbatim(meter.unit) },
      ),
    };
  }
  return { status: 'known', tiers, sku: first.product.sku, unit: meter.unit, asOf: first.product.asOf };
}

function unknown(cause: UnknownPrice['cause'], text: Localized): UnknownPrice {
  return { status: 'unknown', cause, reason: message(text) };
}

function matches(product: PriceListProduct, selection: PriceSelection): boolean {
  if (!matchesUsageType(product.attributes['usagetype'] ?? '', selection)) return false;
  for (const [field, value] of Object.entries(selection.filters)) {
    const found = field === 'productFamily' ? product.productFamily : (product.attributes[field] ?? '');
    if (found !== value) return false;
  }
  return Object.entries(selection.accept ?? {}).every(([field, values]) => values.includes(product.attributes[field] ?? ''));
}

/** Exact after the region's prefix, which shuts out `Global-…`, `Outposts-…`, `ExtendedSupport…` and their like. */
function matchesUsageType(usageType: string, selection: PriceSelection): boolean {
  if (selection.usageTypes.length === 0) return true;
  return selection.prefixes.some((prefix) => usageType.startsWith(prefix) && selection.usageTypes.includes(usageType.slice(prefix.length)));
}

/** Of products that differ in an accepted attribute, those with the value that comes first. */
function preferred(products: readonly PriceListProduct[], selection: PriceSelection): readonly PriceListProduct[] {
  let left = products;
  for (const [field, values] of Object.entries(selection.accept ?? {})) {
    const best = values.find((value) => left.some((product) => (product.attributes[field] ?? '') === value));
    left = left.filter((product) => (product.attributes[field] ?? '') === best);
  }
  return left;
}

function tiersOf(product: PriceListProduct, meter: MeterDefinition): readonly PriceTier[] | null {
  const sorted = [...product.dimensions].sort((left, right) => left.begin - right.begin);
  const tiers: PriceTier[] = [];
  for (const { begin, end, usd } of sorted) {
    if (usd === null) return null;
    tiers.push({ from: begin, to: end, usd });
  }
  const charged = meter.zeroBand === 'price' ? tiers : withoutFreeBand(tiers);
  return areWellFormed(charged) ? charged : null;
}
