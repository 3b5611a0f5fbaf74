import type { Localized } from '../core/l10n/localized';

export const treeStrings = {
  applicationTooltip: { en: '{languages}, declared in `{manifest}`', 'pt-br': '{languages}, declarada em `{manifest}`' },
  likely: { en: 'likely', 'pt-br': 'provável' },
  possible: { en: 'possible', 'pt-br': 'possível' },
  alsoOffered: { en: 'The configuration also offers: {names}.', 'pt-br': 'A configuração também oferece: {names}.' },
  servedBy: {
    en: 'Infrastructure code already serves it with {service}.',
    'pt-br': 'O código de infraestrutura já atende isso com {service}.',
  },
  skipped: { en: 'Files left out', 'pt-br': 'Arquivos deixados de fora' },
  'stage-production': { en: 'Read as production', 'pt-br': 'Lido como produção' },
  'stage-staging': { en: 'Read as staging', 'pt-br': 'Lido como homologação' },
  'stage-local': { en: 'Read as local development', 'pt-br': 'Lido como desenvolvimento local' },
  'stage-example': { en: 'Read as an example file', 'pt-br': 'Lido como arquivo de exemplo' },
  'stage-default': { en: 'Default inside the code', 'pt-br': 'Valor padrão dentro do código' },
  'stage-test': { en: 'Read as tests', 'pt-br': 'Lido como testes' },
  'severity-error': { en: 'Error', 'pt-br': 'Erro' },
  'severity-warning': { en: 'Warning', 'pt-br': 'Aviso' },
  'severity-information': { en: 'Information', 'pt-br': 'Informação' },
  'severity-hint': { en: 'Hint', 'pt-br': 'Dica' },
} as const satisfies Record<string, Localized>;
