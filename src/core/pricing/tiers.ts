import type { PriceTier } from './types';

/** A single price from the first unit on. */
export function flat(usd: number): readonly PriceTier[] {
  return [{ from: 0, to: null, usd }];
}

/** Graduated bands by the unit at which each begins: `graduated([0, 0.09], [10240, 0.085])`. */
export function graduated(...bands: readonly (readonly [from: number, usd: number])[]): readonly PriceTier[] {
  return bands.map(([from, usd], index) => ({ from, to: bands[index + 1]?.[0] ?? null, usd }));
}

/** What `quantity` units cost when each band charges its own part only. */
export function chargeTiers(tiers: readonly PriceTier[], quantity: number): number {
  let usd = 0;
  for (const tier of tiers) {
    if (quantity <= tier.from) break;
    const end = tier.to === null ? quantity : Math.min(quantity, tier.to);
    usd += (end - tier.from) * tier.usd;
  }
  return usd;
}

/** Price of the first unit that is charged: the first band above zero, or zero where nothing is ever charged. */
export function firstChargedUsd(tiers: readonly PriceTier[]): number {
  return tiers.find((tier) => tier.usd > 0)?.usd ?? 0;
}

/**
 * Takes a free allowance out of the bands: a leading band at zero, or a price that begins above zero.
 * What it covers is charged at the first paid price; free tiers are applied once over a whole estimate instead.
 */
export function withoutFreeBand(tiers: readonly PriceTier[]): readonly PriceTier[] {
  const paid = tiers.findIndex((tier) => tier.usd > 0);
  const first = tiers[paid];
  if (first === undefined) return tiers;
  return [{ ...first, from: 0 }, ...tiers.slice(paid + 1)];
}

/** Bands that begin at zero, touch each other and end nowhere, with finite prices that are not negative. */
export function areWellFormed(tiers: readonly PriceTier[]): boolean {
  if (tiers.length === 0 || tiers[0]?.from !== 0) return false;
  return tiers.every((tier, index) => {
    const next = tiers[index + 1];
    if (!Number.isFinite(tier.usd) || tier.usd < 0 || !Number.isFinite(tier.from)) return false;
    return next === undefined ? tier.to === null : tier.to === next.from && tier.to > tier.from;
  });
}

export function sameTiers(left: readonly PriceTier[], right: readonly PriceTier[]): boolean {
  return (
    left.length === right.length &&
    left.every((tier, index) => {
      const other = right[index];
      return other !== undefined && tier.from === other.from && tier.to === other.to && tier.usd === other.usd;
    })
  );
}
