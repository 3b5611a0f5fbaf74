import type { Localized } from '../core/l10n/localized';

export const pickStrings = {
  evaluateTitle: { en: 'Evaluate the repository as', 'pt-br': 'Avaliar o repositório como' },
  'evaluate-local': { en: 'Local development', 'pt-br': 'Desenvolvimento local' },
  'evaluate-local-detail': {
    en: 'Reads every file as what it is: a sample or a local file is judged mildly.',
    'pt-br': 'Lê cada arquivo pelo que ele é: um exemplo ou arquivo local é julgado com brandura.',
  },
  'evaluate-production': { en: 'Production', 'pt-br': 'Produção' },
  'evaluate-production-detail': {
    en: 'Judges the default deployment as if it were live.',
    'pt-br': 'Julga a implantação padrão como se já estivesse no ar.',
  },
  phaseTitle: { en: 'Phase that is priced in the editor', 'pt-br': 'Fase cujo custo aparece no editor' },
  workloadTitle: { en: 'Expected usage', 'pt-br': 'Uso esperado' },
  'workload-learning': { en: 'Learning', 'pt-br': 'Aprendizado' },
  'workload-current': { en: 'Current', 'pt-br': 'Atual' },
  'workload-growth': { en: 'Growth', 'pt-br': 'Crescimento' },
  'workload-custom': { en: 'As skylift.yaml says', 'pt-br': 'Como diz o skylift.yaml' },
  users: { en: '{users} simultaneous users at the peak', 'pt-br': '{users} usuários simultâneos no pico' },
  requests: { en: '{requests} requests a month', 'pt-br': '{requests} requisições por mês' },
  otherUsers: { en: 'Another number of users…', 'pt-br': 'Outro número de usuários…' },
  usersPrompt: { en: 'Simultaneous users at the peak', 'pt-br': 'Usuários simultâneos no pico' },
  usersInvalid: {
    en: 'Enter a whole number from 1 to 10,000,000.',
    'pt-br': 'Digite um número inteiro de 1 a 10.000.000.',
  },
  regionTitle: { en: 'AWS region', 'pt-br': 'Região da AWS' },
  regionWithoutPrices: { en: 'no bundled prices', 'pt-br': 'sem preços incluídos' },
  sizingTitle: { en: 'Sizes of servers, databases and caches', 'pt-br': 'Tamanhos de servidores, bancos e caches' },
  freeTierTitle: { en: 'Free tier of the AWS account', 'pt-br': 'Nível gratuito da conta AWS' },
  'freeTier-none': { en: 'None', 'pt-br': 'Nenhum' },
  'freeTier-none-detail': { en: 'Every unit is priced.', 'pt-br': 'Toda unidade é cobrada.' },
  'freeTier-legacy': { en: '12 months (older account)', 'pt-br': '12 meses (conta antiga)' },
  'freeTier-legacy-detail': {
    en: 'Accounts opened before July 15, 2025, in their first year, with what is always free.',
    'pt-br': 'Contas abertas antes de 15/07/2025, no primeiro ano, mais o que é sempre gratuito.',
  },
  'freeTier-credits': { en: 'Credits (newer account)', 'pt-br': 'Créditos (conta nova)' },
  'freeTier-credits-detail': {
    en: 'Only what is always free is deducted; credits are not.',
    'pt-br': 'Desconta só o que é sempre gratuito; os créditos, não.',
  },
  current: { en: 'current choice', 'pt-br': 'escolha atual' },
} as const satisfies Record<string, Localized>;
