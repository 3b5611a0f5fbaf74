import type { Language, Localized } from './localized';
import { formatMoney, formatNumber, localize } from './localized';

/** A currency beside the US dollar, at a rate that the user looked up. */
export interface SecondCurrency {
  /** ISO 4217. */
  readonly code: string;
  /** Units of this currency for one US dollar. */
  readonly rate: number;
  /** Day of the rate (ISO), or null when the user gave none. */
  readonly date: string | null;
}

/** A currency out of what a user typed; null where none is wanted, the code is no ISO 4217 code, or the rate is missing. */
export function secondCurrencyOf(code: unknown, rate: unknown, date: unknown): SecondCurrency | null {
  if (typeof code !== 'string' || !/^[A-Za-z]{3}$/.test(code.trim())) return null;
  const upper = code.trim().toUpperCase();
  if (upper === 'USD' || typeof rate !== 'number' || !Number.isFinite(rate) || rate <= 0) return null;
  return Object.freeze({ code: upper, rate, date: typeof date === 'string' && isIsoDate(date) ? date : null });
}

function isIsoDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** How amounts are shown to this reader. */
export interface MoneyStyle {
  readonly language: Language;
  readonly second: SecondCurrency | null;
}

const strings = {
  unknown: { en: 'price unknown', 'pt-br': 'preço desconhecido' },
  atLeast: { en: '{amount} + unknown prices', 'pt-br': '{amount} + preços desconhecidos' },
  perMonth: { en: '{amount}/month', 'pt-br': '{amount}/mês' },
  both: { en: '{usd} (≈ {other})', 'pt-br': '{usd} (≈ {other})' },
  rate: { en: 'US$ 1 = {rate}', 'pt-br': 'US$ 1 = {rate}' },
  rateDated: { en: 'US$ 1 = {rate}, rate of {date}', 'pt-br': 'US$ 1 = {rate}, cotação de {date}' },
} as const satisfies Record<string, Localized>;

/** `US$ 61.32`: dollars are named as such in both languages, since several countries write `$` for their own. */
export function dollars(amount: number, language: Language, fractionDigits = 2): string {
  return `US$ ${formatMoney(amount, language, 'USD', fractionDigits).replace(/^(-?)\D*/, '$1')}`;
}

/** For places where cents would be noise: whole dollars from 10 on, cents below, more for what is under a cent. */
export function roughDollars(amount: number, language: Language): string {
  if (Math.abs(amount) >= 10) return dollars(amount, language, 0);
  if (amount !== 0 && Math.abs(amount) < 0.01) return dollars(amount, language, 4);
  return dollars(amount, language);
}

export interface Amount {
  /** Null as soon as one price is unknown. */
  readonly monthlyUsd: number | null;
  /** Sum of what is known. */
  readonly knownUsd: number;
}

/** A monthly amount in rough dollars, honest about what is not known. */
export function monthly(amount: Amount, language: Language): string {
  if (amount.monthlyUsd !== null) return perMonth(roughDollars(amount.monthlyUsd, language), language);
  if (amount.knownUsd === 0) return localize(strings.unknown, language);
  return localize(strings.atLeast, language, { amount: perMonth(roughDollars(amount.knownUsd, language), language) });
}

/** The exact amount to the cent, and beside it the second currency where one is set. */
export function monthlyExact(amount: Amount, style: MoneyStyle): string {
  const { language } = style;
  if (amount.monthlyUsd === null) {
    if (amount.knownUsd === 0) return localize(strings.unknown, language);
    return localize(strings.atLeast, language, { amount: perMonth(inBoth(amount.knownUsd, style), language) });
  }
  return perMonth(inBoth(amount.monthlyUsd, style), language);
}

/** A unit price can be a tiny fraction of a cent: shown with as many digits as it needs, up to ten. */
export function unitDollars(usd: number, language: Language): string {
  return `US$ ${formatNumber(usd, language, 10)}`;
}

/** `US$ 1 = R$ 5,38, cotação de 01/11/2026`, or null where there is no second currency. */
export function rateNote(style: MoneyStyle): string | null {
  const { second, language } = style;
  if (second === null) return null;
  const rate = formatMoney(second.rate, language, second.code, 4);
  if (second.date === null) return localize(strings.rate, language, { rate });
  return localize(strings.rateDated, language, { rate, date: formatDay(second.date, language) });
}

/** An ISO date as a reader writes it. */
export function formatDay(isoDate: string, language: Language): string {
  const day = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return isoDate;
  return new Intl.DateTimeFormat(language === 'pt-br' ? 'pt-BR' : 'en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'pt-br' ? '2-digit' : 'short',
    day: language === 'pt-br' ? '2-digit' : 'numeric',
  }).format(day);
}

/** An amount to the cent, and beside it the second currency where one is set. */
export function inBoth(usd: number, style: MoneyStyle): string {
  return withSecond(dollars(usd, style.language), usd, style);
}

/** `text`, which says `usd` in dollars, and beside it the second currency where one is set. */
export function withSecond(text: string, usd: number, { language, second }: MoneyStyle): string {
  if (second === null) return text;
  return localize(strings.both, language, { usd: text, other: formatMoney(usd * second.rate, language, second.code) });
}

function perMonth(amount: string, language: Language): string {
  return localize(strings.perMonth, language, { amount });
}
