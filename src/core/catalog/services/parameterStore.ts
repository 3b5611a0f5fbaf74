import { checked, defineService } from '../define';

export const parameterStore = defineService({
  id: 'parameter-store',
  category: 'security',
  serves: ['secrets'],
  phase: 'foundations',
  problem: {
    en: 'Settings and keys need one place with permissions and history, at no cost.',
    'pt-br': 'Configurações e chaves precisam de um lugar com permissões e histórico, sem custo.',
  },
  cost: {
    en: 'Standard parameters are free; advanced ones and higher throughput are charged. SecureString values use KMS.',
    'pt-br': 'Parâmetros padrão são de graça; os avançados e o throughput maior são cobrados. Valores SecureString usam o KMS.',
  },
  worthIt: {
    en: 'Worth it from the first server: ECS and Lambda read it without code, scripts with one command. It replaces the shared .env file.',
    'pt-br': 'Vale a pena desde o primeiro servidor: ECS e Lambda leem sem código, scripts leem com um comando. Substitui o .env compartilhado.',
  },
  notWhen: { en: 'For passwords that must rotate by themselves.', 'pt-br': 'Para senhas que precisam ser trocadas sozinhas.' },
  alternatives: [
    { id: 'secretsmanager', when: {
      en: 'Rotation, larger values or copies in other Regions.',
      'pt-br': 'Rotação, valores maiores ou cópias em outras Regiões.',
    } },
  ],
  limits: [
    {
      text: {
        en: '4 KB per standard parameter (8 KB advanced) and 10,000 standard ones per Region.',
        'pt-br': '4 KB por parâmetro padrão (8 KB no avançado) e 10.000 padrão por Região.',
      },
      source: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: '40 reads per second by default, shared by all calls that read: read at start, not on every request.',
        'pt-br': '40 leituras por segundo por padrão, divididas entre todas as chamadas de leitura: leia na inicialização, não a cada requisição.',
      },
      source: 'https://docs.aws.amazon.com/general/latest/gr/ssm.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Several zones, built in.', 'pt-br': 'Várias zonas, já pronta.' },
  scaling: { en: 'Higher throughput is a setting, and charged.', 'pt-br': 'O throughput maior é uma configuração, e é cobrado.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
  pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
});
