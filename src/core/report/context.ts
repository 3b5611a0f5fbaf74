import type { Analysis } from '../analysis';
import type { Language } from '../l10n/localized';
import { Positions } from './positions';

/** What every report is made from. */
export interface ReportContext {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly version: string;
  readonly positions: Positions;
}

export function createReportContext(input: {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly version: string;
  textOf(path: string): string | undefined;
}): ReportContext {
  return { analysis: input.analysis, language: input.language, version: input.version, positions: new Positions(input.textOf) };
}
