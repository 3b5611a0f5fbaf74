import { createAnalysisSession, type Analysis, type AnalysisOptions } from '../core/analysis';
import { defaultWorkload, workloadPresets } from '../core/architecture/workload';
import { evaluations, type NamedWorkload } from '../core/model';
import { loadSnapshotPriceBook, snapshotRegions } from '../core/pricing';
import { createNodeReader } from '../hosts/nodeReader';
import { choice, UsageError, type ParsedArguments } from './arguments';

export const analysisOptionNames = ['region', 'workload', 'evaluate-as'] as const;

export interface FolderAnalysis {
  readonly analysis: Analysis;
  textOf(path: string): string | undefined;
}

/** Analyses the folder that the arguments name (the current one by default). */
export async function analyseFolder(parsed: ParsedArguments, overrides: Partial<AnalysisOptions> = {}): Promise<FolderAnalysis> {
  if (parsed.positional.length > 1) throw new UsageError(`one folder at a time, not ${parsed.positional.join(' ')}`);
  const folder = parsed.positional[0] ?? '.';
  const region = parsed.options.get('region') ?? 'us-east-1';
  if (!snapshotRegions.includes(region)) throw new UsageError(`no prices for region "${region}"; there are ${snapshotRegions.join(', ')}`);
  const session = createAnalysisSession(
    { reader: createNodeReader(folder), loadPriceBook: loadSnapshotPriceBook, now: () => performance.now() },
    {
      region,
      workload: workloadOf(parsed),
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

function workloadOf(parsed: ParsedArguments): NamedWorkload {
  const name = parsed.options.get('workload');
  if (name === undefined) return defaultWorkload;
  const preset = workloadPresets.find((candidate) => candidate.name === name);
  if (preset === undefined) throw new UsageError(`--workload is one of ${workloadPresets.map((candidate) => candidate.name).join(', ')}, not "${name}"`);
  return preset;
}
