import { createAnalysisSession, type Analysis, type AnalysisOptions } from '../core/analysis';
import { defaultWorkload } from '../core/architecture/workload';
import type { Language, Localized } from '../core/l10n/localized';
import { evaluations } from '../core/model';
import { loadSnapshotPriceBook, snapshotRegions } from '../core/pricing';
import { createNodeReader } from '../hosts/nodeReader';
import { assumptionNames } from '../core/settingsFile';
import { choice, UsageError, type ParsedArguments } from './arguments';
import { workloadFrom } from './workload';

const texts = {
  oneFolder: { en: 'one folder at a time, not {folders}', 'pt-br': 'uma pasta por vez, não {folders}' },
  region: { en: 'no prices for region "{region}"; there are {regions}', 'pt-br': 'não há preços da região "{region}"; há os de {regions}' },
} as const satisfies Record<string, Localized>;

export const analysisOptionNames = ['region', 'workload', 'evaluate-as'] as const;

export interface FolderAnalysis {
  readonly analysis: Analysis;
  textOf(path: string): string | undefined;
}

/** Analyses the folder that the arguments name (the current one by default). What a flag states wins over `skylift.yaml`. */
export async function analyseFolder(parsed: ParsedArguments, language: Language, overrides: Partial<AnalysisOptions> = {}): Promise<FolderAnalysis> {
  if (parsed.positional.length > 1) throw new UsageError(texts.oneFolder, { folders: parsed.positional.join(' ') });
  const folder = parsed.positional[0] ?? '.';
  const region = parsed.options.get('region') ?? 'us-east-1';
  if (!snapshotRegions.includes(region)) throw new UsageError(texts.region, { region, regions: snapshotRegions.join(', ') });
  const workload = parsed.options.get('workload');
  const session = createAnalysisSession(
    { reader: createNodeReader(folder), loadPriceBook: loadSnapshotPriceBook, now: () => performance.now() },
    {
      region,
      workload: workload === undefined ? defaultWorkload : await workloadFrom(workload, language),
      stated: new Set(assumptionNames.filter((name) => parsed.options.has(name))),
      evaluation: choice(parsed, 'evaluate-as', evaluations, 'local'),
      freeTier: 'none',
      ruleSeverities: {},
      exclude: [],
      include: [],
      ...overrides,
    },
  );
  return { analysis: await session.scan(), textOf: (path) => session.textOf(path) };
}
