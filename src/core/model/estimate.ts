import type { Localized, Message } from '../l10n/localized';
import type { NeedId } from './need';

export const freeTiers = ['none', 'legacy', 'credits'] as const;
export type FreeTier = (typeof freeTiers)[number];

/**
 * One priced line. `unitUsd` is the price of the first unit that is charged; with graduated tiers `usd` is right
 * and `quantity × unitUsd` need not be. An unknown price is null with `missing` saying why, never 0.
 */
export interface EstimateLine {
  readonly what: Localized;
  readonly quantity: number;
  readonly unit: string;
  readonly unitUsd: number | null;
  readonly usd: number | null;
  readonly assumption: Message;
  readonly sku: string | null;
  /** Where the price was read, and the day it was valid (ISO date). */
  readonly source: string | null;
  readonly asOf: string | null;
  readonly missing: Message | null;
}

export interface ServiceEstimate {
  readonly service: string;
  readonly node: string | null;
  readonly serves: readonly NeedId[];
  readonly lines: readonly EstimateLine[];
  /** Sum of the lines; null as soon as one price is unknown. */
  readonly monthlyUsd: number | null;
  /** Sum of what is known. */
  readonly knownUsd: number;
}

export interface PhaseEstimate {
  readonly services: readonly ServiceEstimate[];
  readonly monthlyUsd: number | null;
  readonly knownUsd: number;
  readonly missing: readonly string[];
}

export interface PriceOrigin {
  readonly source: 'snapshot' | 'cache' | 'live';
  /** ISO date of the oldest price used. */
  readonly asOf: string;
  readonly region: string;
  readonly currency: 'USD';
}
