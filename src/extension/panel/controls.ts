import { findWorkloadPreset, workloadPresets } from '../../core/architecture/workload';
import { localize, type Language, type Localized } from '../../core/l10n/localized';
import { evaluations, freeTiers, sizingChoices, sizingNames } from '../../core/model';
import { regionInfo } from '../../core/pricing/regions';
import { snapshotRegions } from '../../core/pricing/snapshot/regions';
import type { PanelControl } from '../../protocol/panelModel';
import { workloadLabel } from '../menuModel';
import { pickStrings } from '../pickStrings';
import { settingKeys, type Settings } from '../settingsModel';
import { sizingChoiceLabel, sizingLabel } from '../sizingText';

/** The id of a control is the setting that it changes, except for the choice of a folder. */
export const folderControl = 'folder';

export type ControlSettings = Pick<Settings, 'workload' | 'region' | 'evaluateAs' | 'freeTier' | 'sizing'>;

/** A workspace folder that the panel can show. */
export interface PanelFolder {
  readonly id: string;
  readonly name: string;
}

const labels = {
  folder: { en: 'Folder', 'pt-br': 'Pasta' },
  workload: { en: 'Workload', 'pt-br': 'Carga' },
  region: { en: 'Region', 'pt-br': 'Região' },
  evaluateAs: { en: 'Evaluate as', 'pt-br': 'Avaliar como' },
  freeTier: { en: 'Free tier', 'pt-br': 'Nível gratuito' },
  users: { en: '{users} users', 'pt-br': '{users} usuários' },
} as const satisfies Record<string, Localized>;

/** The what-if questions with the answers that hold now. */
export function panelControls(settings: ControlSettings, language: Language, folders: readonly PanelFolder[], folder: string): readonly PanelControl[] {
  const text = (source: Localized): string => localize(source, language);
  return [
    ...(folders.length > 1
      ? [{ id: folderControl, label: text(labels.folder), value: folder, options: folders.map(({ id, name }) => ({ value: id, label: name })) }]
      : []),
    {
      id: settingKeys.workload,
      label: text(labels.workload),
      value: settings.workload,
      options: workloads(settings.workload).map((value) => ({ value, label: workloadText(value, language) })),
    },
    {
      id: settingKeys.region,
      label: text(labels.region),
      value: settings.region,
      options: [...new Set([...snapshotRegions, settings.region])].map((code) => ({ value: code, label: regionText(code) })),
    },
    {
      id: settingKeys.evaluateAs,
      label: text(labels.evaluateAs),
      value: settings.evaluateAs,
      options: evaluations.map((value) => ({ value, label: text(pickStrings[`evaluate-${value}`]) })),
    },
    {
      id: settingKeys.freeTier,
      label: text(labels.freeTier),
      value: settings.freeTier,
      options: freeTiers.map((value) => ({ value, label: text(pickStrings[`freeTier-${value}`]) })),
    },
    ...sizingNames.map((name) => ({
      id: settingKeys[name],
      label: sizingLabel(name, language),
      value: settings.sizing[name],
      options: sizingChoices[name].map((value) => ({ value, label: sizingChoiceLabel(name, value, language) })),
    })),
  ];
}

/** Name of a workload of the team's own values. */
const customWorkload = 'custom';

/** The presets, and the number of users where the settings name one. */
function workloads(current: string): readonly string[] {
  return [...new Set([...workloadPresets.map(({ name }) => name), current])];
}

/** `Current · 500 users`: simultaneous users at the peak. */
function workloadText(name: string, language: Language): string {
  if (name === customWorkload) return workloadLabel(name, language);
  const users = findWorkloadPreset(name)?.workload.peakConcurrentUsers;
  const text = localize(labels.users, language, { users: users ?? Number(name) });
  return users === undefined ? text : `${workloadLabel(name, language)} · ${text}`;
}

/** `sa-east-1 · São Paulo`. The price lists write without accents. */
function regionText(code: string): string {
  const place = /\(([^)]+)\)/.exec(regionInfo(code)?.location ?? '')?.[1];
  return place === undefined ? code : `${code} · ${place.replace('Sao Paulo', 'São Paulo')}`;
}
