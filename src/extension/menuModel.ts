import { phaseInfo } from '../core/catalog/phases';
import type { Language, Localized } from '../core/l10n/localized';
import { formatNumber, localize } from '../core/l10n/localized';
import { commandIds } from './commandIds';
import { pickStrings } from './pickStrings';
import { sizingText } from './sizingText';
import type { Settings } from './settingsModel';

export interface MenuItem {
  readonly label: string;
  readonly description: string;
  readonly command: string;
}

const strings = {
  architecture: { en: '$(type-hierarchy) Show Architecture', 'pt-br': '$(type-hierarchy) Mostrar arquitetura' },
  infrastructure: { en: '$(file-code) Generate Infrastructure…', 'pt-br': '$(file-code) Gerar infraestrutura…' },
  report: { en: '$(notebook) Show Report', 'pt-br': '$(notebook) Mostrar relatório' },
  explain: { en: '$(book) Explain…', 'pt-br': '$(book) Explicar…' },
  evaluateAs: { en: '$(beaker) Evaluate As…', 'pt-br': '$(beaker) Avaliar como…' },
  phase: { en: '$(milestone) Phase…', 'pt-br': '$(milestone) Fase…' },
  workload: { en: '$(dashboard) Workload…', 'pt-br': '$(dashboard) Carga…' },
  region: { en: '$(globe) Region…', 'pt-br': '$(globe) Região…' },
  freeTier: { en: '$(gift) Free Tier…', 'pt-br': '$(gift) Nível gratuito…' },
  sizing: { en: '$(server) Sizes…', 'pt-br': '$(server) Tamanhos…' },
  refresh: { en: '$(cloud-download) Refresh Prices from AWS', 'pt-br': '$(cloud-download) Atualizar preços pela AWS' },
  spend: { en: '$(credit-card) Show Actual Spend', 'pt-br': '$(credit-card) Mostrar gasto real' },
  scan: { en: '$(refresh) Scan Again', 'pt-br': '$(refresh) Ler novamente' },
  cancel: { en: '$(stop-circle) Cancel Scan', 'pt-br': '$(stop-circle) Cancelar leitura' },
  save: { en: '$(save) Save Assumptions in skylift.yaml', 'pt-br': '$(save) Gravar premissas no skylift.yaml' },
  log: { en: '$(output) Show Log', 'pt-br': '$(output) Mostrar log' },
} as const satisfies Record<string, Localized>;

export interface MenuState {
  readonly scanning: boolean;
  /** AWS is contacted in a trusted workspace only. */
  readonly trusted: boolean;
}

/** What a click on the status bar offers. */
export function menuItems(settings: Settings, { scanning, trusted }: MenuState, language: Language): readonly MenuItem[] {
  const item = (text: Localized, command: string, description = ''): MenuItem => ({ label: localize(text, language), description, command });
  return [
    item(strings.architecture, commandIds.showArchitecture),
    item(strings.infrastructure, commandIds.generateInfrastructure),
    item(strings.report, commandIds.showReport),
    item(strings.explain, commandIds.explain),
    ...assumptionItems(settings, language),
    ...(trusted ? [item(strings.refresh, commandIds.refreshPrices), item(strings.spend, commandIds.showActualSpend)] : []),
    scanning ? item(strings.cancel, commandIds.cancelScan) : item(strings.scan, commandIds.scan),
    item(strings.log, commandIds.showLog),
  ];
}

/** What a price rests on and can be changed at once. */
export function assumptionItems(settings: Settings, language: Language): readonly MenuItem[] {
  const item = (text: Localized, command: string, description: string): MenuItem => ({ label: localize(text, language), description, command });
  return [
    item(strings.evaluateAs, commandIds.evaluateAs, localize(pickStrings[`evaluate-${settings.evaluateAs}`], language)),
    item(strings.phase, commandIds.selectPhase, localize(phaseInfo(settings.phase).title, language)),
    item(strings.workload, commandIds.selectWorkload, workloadLabel(settings.workload, language)),
    item(strings.region, commandIds.selectRegion, settings.region),
    item(strings.freeTier, commandIds.selectFreeTier, localize(pickStrings[`freeTier-${settings.freeTier}`], language)),
    item(strings.sizing, commandIds.selectSizing, sizingText(settings.sizing, language)),
    item(strings.save, commandIds.saveAssumptions, ''),
  ];
}

/** Name of a workload as a reader meets it: a preset's name, or the number of users. */
export function workloadLabel(name: string, language: Language): string {
  switch (name) {
    case 'learning':
    case 'current':
    case 'growth':
      return localize(pickStrings[`workload-${name}`], language);
    case 'custom':
      return localize(pickStrings['workload-custom'], language);
    default:
      return localize(pickStrings.users, language, { users: formatNumber(Number(name), language) });
  }
}
