import { checked, defineService } from '../define';

export const apigatewayHttp = defineService({
  id: 'apigateway-http',
  category: 'network',
  serves: ['compute'],
  phase: 'serverless',
  problem: {
    en: 'Lambda functions need a public HTTPS address with routes, CORS and JWT checks, at the lowest price per request.',
    'pt-br': 'Funções Lambda precisam de um endereço HTTPS público com rotas, CORS e conferência de JWT, pelo menor preço por requisição.',
  },
  cost: { en: 'Requests, in steps of 512 KB; data out.', 'pt-br': 'Requisições, em blocos de 512 KB; dados de saída.' },
  worthIt: {
    en: 'Against an ALB, which costs money at night too, it is cheaper until the traffic is steady. Worth it as the default door of a serverless domain. A Lambda function URL is cheaper still, without routes and throttling.',
    'pt-br': 'Contra um ALB, que custa dinheiro também de madrugada, é mais barata até o tráfego ficar constante. Vale a pena como a porta padrão de um domínio serverless. Uma function URL do Lambda é ainda mais barata, sem rotas nem limite de taxa.',
  },
  notWhen: {
    en: 'When API keys, request validation, WAF directly on the API or longer time-outs are needed.',
    'pt-br': 'Quando são necessárias chaves de API, validação de requisições, WAF direto na API ou tempos de espera maiores.',
  },
  alternatives: [
    { id: 'apigateway-rest', when: {
      en: 'Usage plans, validation, WAF or streaming are needed.',
      'pt-br': 'São necessários planos de uso, validação, WAF ou streaming.',
    } },
    { id: 'alb', when: {
      en: 'Containers answer, or traffic is high and steady.',
      'pt-br': 'Quem responde são contêineres, ou o tráfego é alto e constante.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'An integration has 30 seconds at most, and that cannot be raised.',
        'pt-br': 'Uma integração tem no máximo 30 segundos, e isso não pode ser aumentado.',
      },
      source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Bodies up to 10 MB, and 6 MB with a Lambda function behind.',
        'pt-br': 'Corpos de até 10 MB, e de 6 MB com uma função Lambda atrás.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Several zones of the Region, built in.', 'pt-br': 'Várias zonas da Região, já pronta.' },
  scaling: {
    en: 'Automatic up to the account\'s request rate per Region.',
    'pt-br': 'Automática até a taxa de requisições da conta por Região.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html',
  pricingPage: 'https://aws.amazon.com/api-gateway/pricing/',
});
