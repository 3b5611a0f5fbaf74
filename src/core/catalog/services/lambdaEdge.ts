import { checked, defineService } from '../define';

export const lambdaEdge = defineService({
  id: 'lambda-edge',
  category: 'edge',
  serves: ['static-assets'],
  phase: 'cloud-native',
  problem: {
    en: 'Logic at the edge that needs the network or the body: image sizes on request, A/B tests, signed access to private content.',
    'pt-br': 'Lógica na borda que precisa de rede ou do corpo: tamanhos de imagem sob demanda, testes A/B, acesso assinado a conteúdo privado.',
  },
  cost: {
    en: 'Requests and GB-seconds, both dearer than in a Region and without the free allowance of Lambda; logs in every Region where it ran.',
    'pt-br': 'Requisições e GB-segundo, ambos mais caros do que em uma Região e sem a franquia gratuita do Lambda; logs em cada Região em que rodou.',
  },
  worthIt: {
    en: 'Rarely the first choice: CloudFront Functions do the small things and an ordinary Lambda behind the cache does the rest. Worth it when the answer has to be made next to the visitor and can then be cached.',
    'pt-br': 'Raramente é a primeira escolha: o CloudFront Functions faz as coisas pequenas e um Lambda comum atrás do cache faz o resto. Vale a pena quando a resposta precisa ser feita ao lado do visitante e depois pode ficar em cache.',
  },
  notWhen: {
    en: 'For calls and video: it handles HTTP requests, so it never touches WebRTC media. Nor for anything that talks to a database in one Region on every request.',
    'pt-br': 'Para chamadas e vídeo: ele trata requisições HTTP, então nunca encosta na mídia WebRTC. Nem para o que consulta um banco em uma Região a cada requisição.',
  },
  alternatives: [
    { id: 'cloudfront-functions', when: { en: 'The rule is short and needs no network.', 'pt-br': 'A regra é curta e não precisa de rede.' } },
    { id: 'lambda', when: {
      en: 'The origin can do it and CloudFront can cache the result.',
      'pt-br': 'A origem consegue fazer e o CloudFront consegue guardar o resultado.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Created in us-east-1 only, no VPC, no environment variables, no layers: configuration has to be inside the package.',
        'pt-br': 'Criada só em us-east-1, sem VPC, sem variáveis de ambiente, sem layers: a configuração precisa estar dentro do pacote.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Thirty seconds for viewer and origin events alike; a viewer event may answer with 40 KB, an origin event with 1 MB.',
        'pt-br': 'Trinta segundos para eventos do visitante e da origem; um evento do visitante pode responder com 40 KB, um da origem com 1 MB.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Runs in the Regions around the edge; a failing function answers 5xx to visitors, so test before publishing.',
    'pt-br': 'Roda nas Regiões em torno da borda; uma função que falha responde 5xx ao visitante, então teste antes de publicar.',
  },
  scaling: { en: 'Shares the concurrency limit of each Region.', 'pt-br': 'Divide o limite de simultaneidade de cada Região.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html',
  pricingPage: 'https://aws.amazon.com/lambda/pricing/',
});
