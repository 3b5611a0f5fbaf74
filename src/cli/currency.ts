import { secondCurrencyOf, type SecondCurrency } from '../core/l10n/money';
import type { Localized } from '../core/l10n/localized';
import { UsageError, type ParsedArguments } from './arguments';

export const currencyOptionName = 'currency';

const texts = {
  wrong: {
    en: '--currency is a currency, units for one US dollar and the day of the rate, for instance BRL=5.38@2026-11-01, not "{given}"',
    'pt-br': '--currency é uma moeda, quantas unidades valem um dólar e o dia da cotação, por exemplo BRL=5.38@2026-11-01; não "{given}"',
  },
} as const satisfies Record<string, Localized>;

/** `--currency BRL=5.38` or `BRL=5.38@2026-11-01`: shown beside US dollars in texts, never in JSON. */
export function currencyFrom(parsed: ParsedArguments): SecondCurrency | null {
  const given = parsed.options.get(currencyOptionName);
  if (given === undefined) return null;
  const [, code, rate, date] = /^([A-Za-z]{3})=(\d+(?:\.\d+)?)(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(given) ?? [];
  const currency = secondCurrencyOf(code, Number(rate), date);
  if (currency === null || (date !== undefined && currency.date === null)) throw new UsageError(texts.wrong, { given });
  return currency;
}
