import { readFile } from 'node:fs/promises';
import { workloadPresetNames, findWorkloadPreset } from '../core/architecture/workload';
import { localizeMessage, type Language } from '../core/l10n/localized';
import type { NamedWorkload } from '../core/model';
import { Positions } from '../core/report/positions';
import { parseSettingsFile } from '../core/settingsFile';
import { UsageError } from './arguments';

/** `--workload NAME|FILE`: a preset, or a file with the key `workload` as in `skylift.yaml`. */
export async function workloadFrom(given: string, language: Language): Promise<NamedWorkload> {
  const preset = findWorkloadPreset(given);
  if (preset !== undefined) return preset;
  const text = await readFile(given, 'utf8').catch(() => {
    throw new UsageError(`--workload is one of ${workloadPresetNames.join(', ')} or a file with the key "workload" as in skylift.yaml, not "${given}"`);
  });
  const { settings, problems } = await parseSettingsFile(given, text);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new UsageError(`${new Positions(() => text).label(problem.at)}: ${localizeMessage(problem.message, language)}`);
  }
  if (settings.workload === null) throw new UsageError(`${given} states no workload; it needs the key "workload" as in skylift.yaml`);
  return settings.workload;
}
