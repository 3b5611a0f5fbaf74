import type { RegionInfo } from '../regions';

/** How one SKU of AWS's price lists is found. The same words serve the live query and the files of the snapshot. */
export interface PriceSelection {
  readonly serviceCode: string;
  /** Fields that must match exactly; sent to the API and checked again on the answer. */
  readonly filters: Readonly<Record<string, string>>;
  /** Usage types that are meant, without the region's prefix (`BoxUsage:t3.micro`). */
  readonly usageTypes: readonly string[];
  /** What stands before the usage type. */
  readonly prefixes: readonly string[];
  /**
   * Attributes checked on the answer only, accepted values in order of preference
   * (`databaseEngine`: the engine itself, else `Any`). An empty string accepts a missing attribute.
   */
  readonly accept?: Readonly<Record<string, readonly string[]>>;
}

/** One metered thing of a bill. */
export interface MeterDefinition {
  readonly id: string;
  /** Unit as the price list names it. Prices are per one of it. */
  readonly unit: string;
  readonly parameters: readonly string[];
  /** Unit of the API's answer where AWS uses another word for the same thing. */
  readonly otherUnits?: readonly string[];
  /**
   * A leading band at zero is a free tier unless `price`, where it is the price itself (MemoryDB's first 10 TB written).
   */
  readonly zeroBand?: 'price';
  /** Null where AWS's price lists hold nothing to select by: the meter is known from its pricing page only. */
  select(parameters: Readonly<Record<string, string>>, region: RegionInfo): PriceSelection | null;
}

export interface RegionalSelection {
  readonly service: string;
  readonly filters?: Readonly<Record<string, string>>;
  readonly usage: string | readonly string[];
  readonly accept?: Readonly<Record<string, readonly string[]>>;
  /** Field that names the region; most services have `regionCode`. */
  readonly regionField?: string;
}

/** A selection in one region: the region's code as filter, its prefixes before the usage type. */
export function regional(region: RegionInfo, selection: RegionalSelection): PriceSelection {
  return {
    serviceCode: selection.service,
    filters: { [selection.regionField ?? 'regionCode']: region.code, ...selection.filters },
    usageTypes: typeof selection.usage === 'string' ? [selection.usage] : selection.usage,
    prefixes: region.usagePrefixes.includes('') ? region.usagePrefixes : ['', ...region.usagePrefixes],
    ...(selection.accept === undefined ? {} : { accept: selection.accept }),
  };
}

/** A selection of a service that has one price everywhere. */
export function worldwide(service: string, usage: string | readonly string[], filters: Readonly<Record<string, string>> = {}): PriceSelection {
  return { serviceCode: service, filters, usageTypes: typeof usage === 'string' ? [usage] : usage, prefixes: [''] };
}

export function parameter(parameters: Readonly<Record<string, string>>, name: string): string {
  return parameters[name] ?? '';
}
