import type { Localized } from '../core/l10n/localized';

export const sessionStrings = {
  scanning: { en: 'Skylift: reading {folder}', 'pt-br': 'Skylift: lendo {folder}' },
} as const satisfies Record<string, Localized>;
