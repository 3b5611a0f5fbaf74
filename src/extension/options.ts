import type { Analysis, AnalysisOptions } from '../core/analysis';
import { defaultWorkload, deriveWorkload, findWorkloadPreset } from '../core/architecture/workload';
import type { NamedWorkload } from '../core/model';
import type { Settings } from './settingsModel';

/** What the core is asked to assume under these settings. */
export function analysisOptions(settings: Settings): AnalysisOptions {
  return {
    region: settings.region,
    workload: workloadNamed(settings.workload),
    evaluation: settings.evaluateAs,
    freeTier: settings.freeTier,
    sizing: settings.sizing,
    ruleSeverities: settings.ruleSeverities,
    exclude: settings.exclude,
    include: settings.include,
    stated: new Set(settings.stated),
  };
}

/** The settings with what the analysis was made under: the team's `skylift.yaml` decides what the user did not. */
export function settingsInEffect(settings: Settings, analysis: Pick<Analysis, 'assumptions'> | null | undefined): Settings {
  if (analysis === null || analysis === undefined) return settings;
  const { region, workload, freeTier, sizing } = analysis.assumptions;
  return { ...settings, region, workload: workload.name, freeTier, sizing };
}

/** A preset by name, or the month of use that peaks at so many simultaneous users (`2000`). */
export function workloadNamed(name: string): NamedWorkload {
  const preset = findWorkloadPreset(name);
  if (preset !== undefined) return preset;
  return isUserCount(name) ? { name, workload: deriveWorkload(Number(name)) } : defaultWorkload;
}

/** One to ten million: more is not one folder's application. */
export function isUserCount(text: string): boolean {
  return /^[1-9]\d{0,7}$/.test(text) && Number(text) <= 10_000_000;
}
