import { checked, defineService } from '../define';

export const waf = defineService({
  id: 'waf',
  category: 'security',
  serves: ['compute'],
  phase: 'cloud-native',
  problem: {
    en: 'Bots try logins, SQL injection and scraping on every public address. WAF filters requests before they reach the application: managed rule sets, rate limits per address, blocked countries.',
    'pt-br': 'Robôs tentam login, SQL injection e raspagem em todo endereço público. O WAF filtra as requisições antes que cheguem à aplicação: conjuntos de regras gerenciados, limite de taxa por endereço, países bloqueados.',
  },
  cost: {
    en: 'Web ACLs and rules per month, plus requests inspected; bot and fraud control cost extra. Included in CloudFront\'s flat-rate plans.',
    'pt-br': 'Web ACLs e regras por mês, mais requisições inspecionadas; controle de robôs e de fraude custa à parte. Incluído nos planos de preço fixo do CloudFront.',
  },
  worthIt: {
    en: 'Against rate limiting in the application, it stops the flood before it uses your CPU. Worth it for any public login or payment, from the first real users on.',
    'pt-br': 'Contra o limite de taxa na aplicação, ele barra a enxurrada antes que ela gaste sua CPU. Vale a pena para qualquer login ou pagamento público, desde os primeiros usuários reais.',
  },
  notWhen: {
    en: 'As a replacement for validating input and for passwords that are checked well; or in front of an internal tool behind a VPN.',
    'pt-br': 'Como substituto de validar entradas e de tratar bem as senhas; ou na frente de uma ferramenta interna atrás de VPN.',
  },
  alternatives: [
    { id: 'shield', when: {
      en: 'Only network floods matter: Shield Standard is already there, free.',
      'pt-br': 'Só importam ataques volumétricos de rede: o Shield Standard já está lá, de graça.',
    } },
    { id: 'cloudfront-functions', when: { en: 'One simple header or token check is enough.', 'pt-br': 'Basta conferir um cabeçalho ou token simples.' } },
  ],
  limits: [
    {
      text: {
        en: 'It looks at the first 8 KB of the body behind an Application Load Balancer, and at 16 KB by default (64 at most) on CloudFront and API Gateway.',
        'pt-br': 'Ele examina os primeiros 8 KB do corpo atrás de um Application Load Balancer, e 16 KB por padrão (64 no máximo) no CloudFront e no API Gateway.',
      },
      source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociationConfig.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Rules use capacity units: 1,500 are in the basic price, 5,000 is the most, and the core rule set alone takes 700.',
        'pt-br': 'Regras consomem unidades de capacidade: 1.500 estão no preço básico, 5.000 é o máximo, e só o core rule set leva 700.',
      },
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'It attaches to CloudFront, ALB, REST APIs and AppSync, not to HTTP APIs: put CloudFront in front of those.',
        'pt-br': 'Ele se liga a CloudFront, ALB, APIs REST e AppSync, não a APIs HTTP: para essas, coloque o CloudFront na frente.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Part of the resource it protects.', 'pt-br': 'Faz parte do recurso que protege.' },
  scaling: {
    en: 'Automatic. Start new rules in count mode, read the log, then block.',
    'pt-br': 'Automática. Comece regras novas em modo de contagem, leia o log e só então bloqueie.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html',
  pricingPage: 'https://aws.amazon.com/waf/pricing/',
});
