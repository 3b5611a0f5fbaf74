import { emptySettings, parseSkyliftYaml, type SkyliftSettings } from './architecture/settings';
import { loadFormats } from './formats';
import { defaultSizing, sizingNames, type FreeTier, type NamedWorkload, type Problem, type Sizing } from './model';
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
export const assumptionNames = ['region', 'workload', 'freeTier', ...sizingNames] as const;
export type AssumptionName = (typeof assumptionNames)[number];

/** What the analysis is made under. */
export interface Assumptions {
  readonly region: string;
  readonly workload: NamedWorkload;
  readonly freeTier: FreeTier;
  readonly sizing: Sizing;
}

/** As a host gives them: one that asks nothing of sizes leaves them to the workload. */
export type HostAssumptions = Omit<Assumptions, 'sizing'> & { readonly sizing?: Sizing };

/** What the user states for this run wins; then the team's file; then the host's default. */
export function effectiveAssumptions(host: HostAssumptions, stated: ReadonlySet<AssumptionName>, settings: SkyliftSettings = emptySettings): Assumptions {
  return {
    region: stated.has('region') ? host.region : (settings.region ?? host.region),
    workload: stated.has('workload') ? host.workload : (settings.workload ?? host.workload),
    freeTier: stated.has('freeTier') ? host.freeTier : (settings.freeTier ?? host.freeTier),
    sizing: effectiveSizing(host.sizing ?? defaultSizing, stated, settings.sizing),
  };
}

/** Choice by choice, so that the team may state one and the user another. */
function effectiveSizing(host: Sizing, stated: ReadonlySet<AssumptionName>, file: Partial<Sizing>): Sizing {
  return {
    multiAz: stated.has('multiAz') ? host.multiAz : (file.multiAz ?? host.multiAz),
    architecture: stated.has('architecture') ? host.architecture : (file.architecture ?? host.architecture),
    serverClass: stated.has('serverClass') ? host.serverClass : (file.serverClass ?? host.serverClass),
    databaseClass: stated.has('databaseClass') ? host.databaseClass : (file.databaseClass ?? host.databaseClass),
  };
}
