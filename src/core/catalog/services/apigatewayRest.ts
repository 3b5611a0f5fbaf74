import { checked, defineService } from '../define';

export const apigatewayRest = defineService({
  id: 'apigateway-rest',
  category: 'network',
  serves: ['compute'],
  phase: 'serverless',
  problem: {
    en: 'Functions need a public HTTP address with keys for partners, quotas, request validation, caching or a firewall.',
    'pt-br': 'Funções precisam de um endereço HTTP público com chaves para parceiros, cotas, validação de requisições, cache ou firewall.',
  },
  cost: {
    en: 'Requests; cache hours if you turn it on; data out.',
    'pt-br': 'Requisições; horas de cache, se você ligar; dados de saída.',
  },
  worthIt: {
    en: 'Costs several times an HTTP API per request. Worth it when API keys with usage plans, WAF, validation by schema or response streaming are needed; without those, take the HTTP API.',
    'pt-br': 'Custa várias vezes mais por requisição do que uma API HTTP. Vale a pena quando são necessárias chaves de API com planos de uso, WAF, validação por schema ou resposta em streaming; sem isso, use a API HTTP.',
  },
  notWhen: {
    en: 'In front of containers with steady traffic: an ALB costs less from a few million requests a month on.',
    'pt-br': 'Na frente de contêineres com tráfego constante: um ALB custa menos a partir de alguns milhões de requisições por mês.',
  },
  alternatives: [
    { id: 'apigateway-http', when: { en: 'None of its exclusive features is needed.', 'pt-br': 'Nenhum dos recursos exclusivos é necessário.' } },
    { id: 'alb', when: {
      en: 'Containers or instances answer, or the traffic is high.',
      'pt-br': 'Quem responde são contêineres ou instâncias, ou o tráfego é alto.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'An integration has 29 seconds; Regional and private APIs may ask for more, edge-optimized ones may not.',
        'pt-br': 'Uma integração tem 29 segundos; APIs regionais e privadas podem pedir mais, as otimizadas para borda não.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'Bodies up to 10 MB, and 6 MB when a Lambda function stands behind: large files go to S3 by presigned URL.',
        'pt-br': 'Corpos de até 10 MB, e de 6 MB quando há uma função Lambda atrás: arquivos grandes vão para o S3 por URL pré-assinada.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Several zones of the Region, built in.', 'pt-br': 'Várias zonas da Região, já pronta.' },
  scaling: {
    en: 'Up to the account\'s request rate per Region, shared by all its APIs; set throttles per client.',
    'pt-br': 'Até a taxa de requisições da conta por Região, dividida entre todas as APIs; defina limites por cliente.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html',
  pricingPage: 'https://aws.amazon.com/api-gateway/pricing/',
});
