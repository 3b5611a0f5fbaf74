import { checked, defineService } from '../define';

export const cloudfrontFunctions = defineService({
  id: 'cloudfront-functions',
  category: 'edge',
  serves: ['static-assets'],
  phase: 'cloud-native',
  problem: {
    en: 'Small decisions on each request at the edge: redirects, clean URLs, security headers, a token check.',
    'pt-br': 'Pequenas decisões em cada requisição, na borda: redirecionamentos, URLs limpas, cabeçalhos de segurança, conferência de um token.',
  },
  cost: {
    en: 'Number of executions; the optional key-value store is billed by reads.',
    'pt-br': 'Número de execuções; o armazenamento chave-valor opcional é cobrado por leituras.',
  },
  worthIt: {
    en: 'Costs a fraction of Lambda@Edge and adds almost no delay. Worth it when the same rule in the application would wake it only to answer with a redirect.',
    'pt-br': 'Custa uma fração do Lambda@Edge e quase não acrescenta atraso. Vale a pena quando a mesma regra na aplicação a acordaria só para responder com um redirecionamento.',
  },
  notWhen: {
    en: 'When the code must call a database or another service, read the body, or run for more than a moment.',
    'pt-br': 'Quando o código precisa chamar um banco ou outro serviço, ler o corpo ou rodar por mais que um instante.',
  },
  alternatives: [
    { id: 'lambda-edge', when: {
      en: 'The code needs the network, more time or the origin-facing events.',
      'pt-br': 'O código precisa de rede, de mais tempo ou dos eventos do lado da origem.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'JavaScript only, 10 KB of code, 2 MB of memory, no network and no access to the body; viewer request and response events only.',
        'pt-br': 'Só JavaScript, 10 KB de código, 2 MB de memória, sem rede e sem acesso ao corpo; só eventos de requisição e resposta do visitante.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Runs in every edge location.', 'pt-br': 'Roda em todos os pontos de borda.' },
  scaling: { en: 'Millions of requests per second without settings.', 'pt-br': 'Milhões de requisições por segundo, sem configuração.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html',
  pricingPage: 'https://aws.amazon.com/cloudfront/pricing/',
});
