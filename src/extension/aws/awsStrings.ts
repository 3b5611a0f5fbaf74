import type { Localized } from '../../core/l10n/localized';

export const awsStrings = {
  untrusted: {
    en: 'Skylift contacts AWS only in a trusted folder.',
    'pt-br': 'O Skylift só consulta a AWS em uma pasta confiável.',
  },
  nothingToPrice: {
    en: 'There is nothing to price yet: Skylift found no application in this workspace.',
    'pt-br': 'Ainda não há o que consultar: o Skylift não encontrou nenhuma aplicação neste workspace.',
  },
  fetchingPrices: { en: 'Fetching AWS prices for {region}', 'pt-br': 'Consultando preços da AWS para {region}' },
  progress: { en: '{done} of {total} requests', 'pt-br': '{done} de {total} consultas' },
  pricesLive: {
    en: 'Skylift now uses live AWS prices for {region}.',
    'pt-br': 'O Skylift agora usa preços ao vivo da AWS para {region}.',
  },
  pricesPartly: {
    en: 'Live prices for {region} are not complete: {reason}. The rest comes from {source} of {day}.',
    'pt-br': 'Os preços ao vivo de {region} não estão completos: {reason}. O restante vem de {source} de {day}.',
  },
  fromCache: { en: 'the cache', 'pt-br': 'cache' },
  fromSnapshot: { en: 'the bundled prices', 'pt-br': 'preços incluídos na extensão' },
  failed: { en: 'AWS could not be asked: {reason}.', 'pt-br': 'Não foi possível consultar a AWS: {reason}.' },
  chooseProfile: { en: 'Choose Profile…', 'pt-br': 'Escolher perfil…' },
  profileTitle: { en: 'AWS profile', 'pt-br': 'Perfil da AWS' },
  defaultChain: { en: 'Default credentials', 'pt-br': 'Credenciais padrão' },
  defaultChainDetail: {
    en: 'Environment, default profile, or the role of this machine.',
    'pt-br': 'Ambiente, perfil padrão ou o papel (role) desta máquina.',
  },
  current: { en: 'current choice', 'pt-br': 'escolha atual' },
  spendWarning: {
    en: 'AWS charges {amount} for each request to Cost Explorer.',
    'pt-br': 'A AWS cobra {amount} por cada consulta ao Cost Explorer.',
  },
  spendWarningDetail: {
    en: 'Skylift asks for the last full month, usually with one request, and keeps the answer until tomorrow.',
    'pt-br': 'O Skylift pergunta pelo último mês completo, em geral com uma consulta, e guarda a resposta até amanhã.',
  },
  askAnyway: { en: 'Ask AWS', 'pt-br': 'Consultar a AWS' },
  fetchingSpend: { en: 'Asking AWS for the spend of last month', 'pt-br': 'Consultando na AWS o gasto do mês passado' },
} as const satisfies Record<string, Localized>;
