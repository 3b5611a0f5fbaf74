import { readFile } from 'node:fs/promises';
import { workloadPresetNames, findWorkloadPreset } from '../core/architecture/workload';
import { localizeMessage, verbatim, type Language, type Localized } from '../core/l10n/localized';
import type { NamedWorkload } from '../core/model';
import { Positions } from '../core/report/positions';
import { parseSettingsFile } from '../core/settingsFile';
import { UsageError } from './arguments';

const texts = {
  unknown: {
    en: '--workload is one of {presets} or a file with the key "workload" as in skylift.yaml, not "{given}"',
    'pt-br': '--workload precisa ser {presets} ou um arquivo com a chave "workload", como no skylift.yaml; não "{given}"',
  },
  none: { en: '{given} states no workload; it needs the key "workload" as in skylift.yaml', 'pt-br': '{given} não traz carga; falta a chave "workload", como no skylift.yaml' },
} as const satisfies Record<string, Localized>;

/** `--workload NAME|FILE`: a preset, or a file with the key `workload` as in `skylift.yaml`. */
export async function workloadFrom(given: string, language: Language): Promise<NamedWorkload> {
  const preset = findWorkloadPreset(given);
  if (preset !== undefined) return preset;
  const text = await readFile(given, 'utf8').catch(() => {
    throw new UsageError(texts.unknown, { presets: workloadPresetNames.join(', '), given });
  });
  const { settings, problems } = await parseSettingsFile(given, text);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new UsageError(verbatim(`${new Positions(() => text).label(problem.at)}: ${localizeMessage(problem.message, language)}`));
  }
  if (settings.workload === null) throw new UsageError(texts.none, { given });
  return settings.workload;
}
