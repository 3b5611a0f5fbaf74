import type { Analysis } from '../analysis';
import type { Language } from '../l10n/localized';
import type { MoneyStyle, SecondCurrency } from '../l10n/money';
import { Positions } from './positions';

/** What every report is made from. */
export interface ReportContext {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly version: string;
  readonly positions: Positions;
  /** How amounts of a month are shown. */
  readonly money: MoneyStyle;
}

export function createReportContext(input: {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly version: string;
  /** Shown beside US dollars; none by default. */
  readonly second?: SecondCurrency | null;
  textOf(path: string): string | undefined;
}): ReportContext {
  const { analysis, language, version, second = null } = input;
  return { analysis, language, version, positions: new Positions(input.textOf), money: { language, second } };
}
