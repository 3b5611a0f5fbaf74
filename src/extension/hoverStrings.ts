import type { Localized } from '../core/l10n/localized';

export const hoverStrings = {
  'stage-production': { en: 'This line speaks of production.', 'pt-br': 'Esta linha fala da produção.' },
  'stage-staging': { en: 'This line speaks of staging.', 'pt-br': 'Esta linha fala da homologação.' },
  'stage-local': {
    en: 'This line speaks of local development.',
    'pt-br': 'Esta linha fala do desenvolvimento local.',
  },
  'stage-example': {
    en: 'This line is a sample: whoever copies the file starts with it.',
    'pt-br': 'Esta linha é um exemplo: quem copia o arquivo começa com ela.',
  },
  'stage-default': {
    en: 'This is the value where the environment sets none.',
    'pt-br': 'Este é o valor quando o ambiente não define nenhum.',
  },
  'stage-test': { en: 'This line speaks of tests.', 'pt-br': 'Esta linha fala dos testes.' },
  servedBy: {
    en: 'The infrastructure code of this repository already serves it with **{service}**.',
    'pt-br': 'O código de infraestrutura deste repositório já atende isso com **{service}**.',
  },
  served: {
    en: 'On AWS, phase *{phase}*: **{service}**, {amount}',
    'pt-br': 'Na AWS, fase *{phase}*: **{service}**, {amount}',
  },
  included: {
    en: 'On AWS, phase *{phase}*: **{service}**, without a cost of its own: it runs on what the application pays for anyway.',
    'pt-br': 'Na AWS, fase *{phase}*: **{service}**, sem custo próprio: roda sobre o que a aplicação já paga.',
  },
  shared: { en: 'The same cost also serves: {needs}.', 'pt-br': 'O mesmo custo também atende: {needs}.' },
  moreRows: {
    en: '… and {count} more lines in the architecture panel.',
    'pt-br': '… e mais {count} linhas no painel de arquitetura.',
  },
  what: { en: 'What', 'pt-br': 'O quê' },
  quantity: { en: 'Quantity', 'pt-br': 'Quantidade' },
  unitPrice: { en: 'Unit price', 'pt-br': 'Preço unitário' },
  month: { en: 'Month', 'pt-br': 'Mês' },
  unknown: { en: 'unknown', 'pt-br': 'desconhecido' },
  why: { en: '**Why:** {reason}', 'pt-br': '**Por quê:** {reason}' },
  basis: {
    en: '{source} (as of {day}), {region}, workload “{workload}”.',
    'pt-br': '{source} (válidos em {day}), {region}, carga “{workload}”.',
  },
  'source-snapshot': { en: 'Bundled AWS prices', 'pt-br': 'Preços da AWS incluídos na extensão' },
  'source-cache': { en: 'AWS prices from the cache', 'pt-br': 'Preços da AWS guardados em cache' },
  'source-live': { en: 'AWS prices fetched live', 'pt-br': 'Preços consultados ao vivo na AWS' },
  explain: { en: 'Explain {topic}', 'pt-br': 'Explicar {topic}' },
  architecture: { en: 'Show architecture', 'pt-br': 'Mostrar arquitetura' },
  change: { en: 'Change assumptions', 'pt-br': 'Mudar premissas' },
} as const satisfies Record<string, Localized>;
