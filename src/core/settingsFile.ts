import { emptySettings, parseSkyliftYaml, type SkyliftSettings } from './architecture/settings';
import { loadFormats } from './formats';
import type { FreeTier, NamedWorkload, Problem } from './model';
import { roadmapStepIds } from './roadmap';

/** What a team commits beside its code, at the top of the folder. The first that exists is read. */
export const settingsFileNames = ['skylift.yaml', 'skylift.yml'] as const;

/** `skylift.yaml` as read. What could not be understood is named at its place, and the rest holds. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly settings: SkyliftSettings;
  readonly problems: readonly Problem[];
}

export async function parseSettingsFile(path: string, text: string): Promise<SettingsFile> {
  const { yaml } = await loadFormats(['yaml']);
  const { value, problems } = yaml(text);
  const parsed = parseSkyliftYaml(value[0], { stepIds: roadmapStepIds });
  return {
    path,
    text,
    settings: parsed.value,
    problems: [...problems, ...parsed.problems].map(({ message, range }) => ({ message, at: { path, range } })),
  };
}

/** What `skylift.yaml` can state and a user can state too. */
export const assumptionNames = ['region', 'workload', 'freeTier'] as const;
export type AssumptionName = (typeof assumptionNames)[number];

/** What the analysis is made under. */
export interface Assumptions {
  readonly region: string;
  readonly workload: NamedWorkload;
  readonly freeTier: FreeTier;
}

/** What the user states for this run wins; then the team's file; then the host's default. */
export function effectiveAssumptions(host: Assumptions, stated: ReadonlySet<AssumptionName>, settings: SkyliftSettings = emptySettings): Assumptions {
  return {
    region: stated.has('region') ? host.region : (settings.region ?? host.region),
    workload: stated.has('workload') ? host.workload : (settings.workload ?? host.workload),
    freeTier: stated.has('freeTier') ? host.freeTier : (settings.freeTier ?? host.freeTier),
  };
}
