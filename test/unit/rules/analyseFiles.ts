import { createAnalysisSession, type Analysis, type AnalysisHost, type AnalysisOptions } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { message, verbatim } from '../../../src/core/l10n/localized';
import type { Evaluation, Severity } from '../../../src/core/model';
import type { PriceBook } from '../../../src/core/pricing/types';
import { memoryReader } from '../support/workspace';

export interface AnalyseFilesOptions {
  readonly evaluation?: Evaluation;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Paths that git tracks; null where git cannot be asked. */
  readonly tracked?: readonly string[] | null;
}

/** The real analysis over texts in memory. Findings do not depend on prices, so none are known. */
export async function analyseFiles(files: Readonly<Record<string, string>>, options: AnalyseFilesOptions = {}): Promise<Analysis> {
  const { evaluation = 'local', severities = {}, tracked = [] } = options;
  const host: AnalysisHost = {
    reader: memoryReader(files, tracked),
    loadPriceBook: (region) => Promise.resolve(noPrices(region)),
    now: () => 0,
  };
  const analysisOptions: AnalysisOptions = {
    region: 'us-east-1',
    workload: defaultWorkload,
    evaluation,
    freeTier: 'none',
    ruleSeverities: severities,
    exclude: [],
    include: [],
  };
  return createAnalysisSession(host, analysisOptions).scan();
}

function noPrices(region: string): PriceBook {
  return { source: 'snapshot', region, asOf: '2026-01-01', price: () => ({ status: 'unknown', cause: 'not-listed', reason: message(verbatim('no prices in this test')) }) };
}
