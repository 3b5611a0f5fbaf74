import { checked, defineService } from '../define';

export const guardduty = defineService({
  id: 'guardduty',
  category: 'security',
  serves: ['monitoring'],
  phase: 'cloud-native',
  problem: {
    en: 'Somebody uses a stolen key or mines coins on your instance, and no log would have told you.',
    'pt-br': 'Alguém usa uma chave roubada ou minera moedas na sua instância, e nenhum log teria avisado você.',
  },
  cost: {
    en: 'Events, DNS queries and GB of flow logs analysed; protection plans for S3, RDS, Lambda and others apart.',
    'pt-br': 'Eventos, consultas de DNS e GB de flow logs analisados; planos de proteção para S3, RDS, Lambda e outros à parte.',
  },
  worthIt: {
    en: 'Nothing to install, and small accounts pay little. Worth it from the day the account holds data of customers. A free trial of 30 days shows the real cost.',
    'pt-br': 'Nada para instalar, e contas pequenas pagam pouco. Vale a pena a partir do dia em que a conta guarda dados de clientes. Um teste gratuito de 30 dias mostra o custo real.',
  },
  notWhen: { en: 'As a firewall: it reports, it does not block.', 'pt-br': 'Como firewall: ele avisa, não bloqueia.' },
  alternatives: [
    { id: 'waf', when: { en: 'Requests should be blocked.', 'pt-br': 'As requisições precisam ser bloqueadas.' } },
    { id: 'cloudtrail', when: { en: 'You only need the record of who did what.', 'pt-br': 'Você só precisa do registro de quem fez o quê.' } },
  ],
  limits: [
    {
      text: {
        en: 'It works per Region: turn it on in the unused ones too, where intruders like to start machines.',
        'pt-br': 'Ele funciona por Região: ative também nas que você não usa, onde invasores gostam de ligar máquinas.',
      },
      source: 'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html',
      checked: checked.apiReference,
    },
  ],
  highAvailability: { en: 'Managed, per Region.', 'pt-br': 'Gerenciado, por Região.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html',
  pricingPage: 'https://aws.amazon.com/guardduty/pricing/',
});
