import type { Localized, Message } from '../l10n/localized';
import type { FreeTier, UsageValue } from '../model';

/** One graduated band: units from `from` (exclusive of earlier bands) to `to` at `usd` each. `to` null = no end. */
export interface PriceTier {
  readonly from: number;
  readonly to: number | null;
  readonly usd: number;
}

export interface UnitPrice {
  readonly status: 'known';
  readonly unit: string;
  readonly tiers: readonly PriceTier[];
  /** SKU or rate code. */
  readonly sku: string | null;
  readonly source: string;
  readonly asOf: string;
}

export interface UnknownPrice {
  readonly status: 'unknown';
  readonly reason: Message;
  /** `not-listed`: an older source may still have it. `ambiguous`, `unreadable`: AWS answered, and no one price followed. */
  readonly cause: 'not-listed' | 'ambiguous' | 'unreadable';
}

export type PriceResult = UnitPrice | UnknownPrice;

/**
 * What is asked of a price book: a meter of the catalog (`rds.instance`) with the parameters that pick one SKU
 * (`{ engine: 'postgresql', instanceType: 'db.t4g.small', deployment: 'multi-az' }`).
 */
export interface MeterQuery {
  readonly meter: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Unit prices of one region, whatever the source. Exactly one price or unknown with the reason; never a guess. */
export interface PriceBook {
  readonly source: 'snapshot' | 'cache' | 'live';
  readonly region: string;
  readonly asOf: string;
  price(query: MeterQuery): PriceResult;
}

/** A quantity to be priced. */
export interface MeteredQuantity {
  readonly query: MeterQuery;
  readonly what: Localized;
  readonly quantity: number;
  readonly assumption: Message;
  /** Usage names that this quantity comes from. A line at zero is shown only where one of them was given. */
  readonly from: readonly string[];
}

/** A service that costs nothing by itself, or the part of one that does: said openly, never by an empty list. */
export interface NoCharge {
  readonly what: Localized;
  readonly why: Localized;
  /** AWS page that says so, with the day it was read (ISO). */
  readonly source: string;
  readonly asOf: string;
}

export type UsageKind = 'number' | 'boolean' | 'choice' | 'text';

/** One usage name of `skylift price` (`storage-gb`), with what it means and its default. */
export interface UsageDefinition {
  readonly name: string;
  readonly kind: UsageKind;
  readonly unit: string;
  readonly default: UsageValue;
  readonly choices?: readonly string[];
  readonly meaning: Localized;
}

/** A service as the price catalog knows it: which usages it takes and which meters they turn. */
export interface PricedService {
  readonly id: string;
  readonly usages: readonly UsageDefinition[];
  readonly noCharge?: NoCharge;
  meters(usage: Readonly<Record<string, UsageValue>>, region: string): readonly MeteredQuantity[];
}

export interface EstimateOptions {
  readonly freeTier: FreeTier;
}
