import { checked, defineService } from '../define';

export const dataTransferOut = defineService({
  id: 'data-transfer-out',
  category: 'network',
  serves: ['static-assets', 'file-storage', 'video'],
  phase: 'foundations',
  problem: {
    en: 'Every byte that AWS sends to the internet is metered. It is not a service but a line on each bill, and the largest one for video and downloads.',
    'pt-br': 'Todo byte que a AWS manda para a internet é medido. Não é um serviço, é uma linha em toda conta, e a maior delas quando há vídeo e downloads.',
  },
  cost: {
    en: 'GB sent to the internet from a Region, in falling tiers, after a monthly allowance. Traffic into AWS is free.',
    'pt-br': 'GB enviados de uma Região para a internet, em faixas decrescentes, depois de uma franquia mensal. Tráfego que entra na AWS é de graça.',
  },
  worthIt: {
    en: 'Hosting companies often include traffic in the price; AWS never does. Compare before you move downloads or video. Behind CloudFront the same GB usually cost less, and South American Regions cost more than North American ones.',
    'pt-br': 'Hospedagens costumam incluir o tráfego no preço; a AWS nunca inclui. Compare antes de levar downloads ou vídeo. Atrás do CloudFront os mesmos GB costumam custar menos, e as Regiões da América do Sul custam mais que as da América do Norte.',
  },
  notWhen: {
    en: 'Large files to many people straight from EC2 or S3: put CloudFront in front.',
    'pt-br': 'Arquivos grandes para muita gente direto do EC2 ou do S3: coloque o CloudFront na frente.',
  },
  alternatives: [
    { id: 'cloudfront', when: {
      en: 'Content can be cached, or the audience is spread over the world.',
      'pt-br': 'O conteúdo pode ficar em cache, ou o público está espalhado pelo mundo.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'The first 100 GB a month are free, summed over all services and Regions of the account.',
        'pt-br': 'Os primeiros 100 GB por mês são de graça, somando todos os serviços e Regiões da conta.',
      },
      source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
      checked: checked.guides,
    },
    {
      text: {
        en: 'Traffic from an AWS origin (S3, load balancer, API Gateway) to CloudFront is not charged.',
        'pt-br': 'Tráfego de uma origem na AWS (S3, balanceador, API Gateway) para o CloudFront não é cobrado.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Not applicable.', 'pt-br': 'Não se aplica.' },
  scaling: {
    en: 'Grows with every visitor; compression, caching and smaller images are the levers.',
    'pt-br': 'Cresce com cada visitante; compressão, cache e imagens menores são as alavancas.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
});
