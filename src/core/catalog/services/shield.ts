import { checked, defineService } from '../define';

export const shield = defineService({
  id: 'shield',
  category: 'security',
  serves: ['compute'],
  phase: 'cloud-native',
  problem: {
    en: 'Somebody floods your address with packets until nothing else gets through. Shield absorbs such attacks at AWS\'s network.',
    'pt-br': 'Alguém inunda seu endereço com pacotes até nada mais passar. O Shield absorve esses ataques na rede da AWS.',
  },
  cost: {
    en: 'Shield Standard is free and always on. Shield Advanced is a monthly subscription with a commitment of a year, plus traffic.',
    'pt-br': 'O Shield Standard é de graça e está sempre ligado. O Shield Advanced é uma assinatura mensal com compromisso de um ano, mais tráfego.',
  },
  worthIt: {
    en: 'Standard needs nothing from you and works best with CloudFront, Route 53 and load balancers in front. Advanced is for companies that lose much money per hour of outage.',
    'pt-br': 'O Standard não pede nada de você e funciona melhor com CloudFront, Route 53 e balanceadores na frente. O Advanced é para empresas que perdem muito dinheiro por hora fora do ar.',
  },
  notWhen: {
    en: 'Advanced for a start-up: WAF rate rules and CloudFront come first.',
    'pt-br': 'Advanced para uma startup: regras de taxa no WAF e o CloudFront vêm antes.',
  },
  alternatives: [
    { id: 'waf', when: { en: 'The attack is made of HTTP requests.', 'pt-br': 'O ataque é feito de requisições HTTP.' } },
    { id: 'cloudfront', when: {
      en: 'A server is reached directly and should disappear behind the edge.',
      'pt-br': 'Um servidor é acessado diretamente e deve sumir atrás da borda.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Standard covers network and transport layers only; floods of valid-looking HTTP requests are WAF\'s work.',
        'pt-br': 'O Standard cobre só as camadas de rede e transporte; enxurradas de requisições HTTP com cara de válidas são trabalho do WAF.',
      },
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-overview.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'The Advanced subscription renews itself for another year unless you stop it.',
        'pt-br': 'A assinatura Advanced se renova por mais um ano se você não a cancelar.',
      },
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Always on.', 'pt-br': 'Sempre ligado.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/waf/latest/developerguide/shield-chapter.html',
  pricingPage: 'https://aws.amazon.com/shield/pricing/',
});
