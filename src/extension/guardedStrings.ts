import type { Localized } from '../core/l10n/localized';

export const guardedStrings = {
  internal: {
    en: 'Skylift ran into a problem of its own. The log has the details.',
    'pt-br': 'O Skylift encontrou um erro interno. Os detalhes estão no log.',
  },
  showLog: { en: 'Show Log', 'pt-br': 'Mostrar log' },
} as const satisfies Record<string, Localized>;
