import { checked, defineService } from '../define';

export const cloudfront = defineService({
  id: 'cloudfront',
  category: 'edge',
  serves: ['static-assets', 'file-storage'],
  phase: 'lift-and-shift',
  problem: {
    en: 'Scripts, styles, images and pages should come from a place near the visitor and not wake the application each time. CloudFront is AWS\'s CDN: caches in hundreds of places, HTTPS and protection at the edge.',
    'pt-br': 'Scripts, estilos, imagens e páginas devem vir de um ponto perto do visitante e não acordar a aplicação a cada acesso. O CloudFront é a CDN da AWS: cache em centenas de pontos, HTTPS e proteção na borda.',
  },
  cost: {
    en: 'GB sent to visitors, by the continent of the edge, and HTTPS requests; invalidations above the free number; functions at the edge. Or a flat-rate plan per distribution, with an allowance and no charge for going over it.',
    'pt-br': 'GB enviados aos visitantes, conforme o continente do ponto de borda, e requisições HTTPS; invalidações acima do número gratuito; funções na borda. Ou um plano de preço fixo por distribuição, com franquia e sem cobrança pelo excedente.',
  },
  worthIt: {
    en: 'Worth it from the first public page: the always-free monthly allowance covers small sites, and GB cost less than straight from a Region. Against another CDN the gain is free traffic from the origin, the firewall and private buckets in one place.',
    'pt-br': 'Vale a pena desde a primeira página pública: a franquia mensal permanente cobre sites pequenos, e o GB custa menos do que direto de uma Região. Contra outra CDN, o ganho é o tráfego de origem gratuito, o firewall e os buckets privados em um lugar só.',
  },
  notWhen: {
    en: 'For WebRTC: CloudFront carries HTTP, HTTPS, gRPC and WebSocket, never UDP media. It can shorten the way of a call\'s signalling, not of its audio and video.',
    'pt-br': 'Para WebRTC: o CloudFront carrega HTTP, HTTPS, gRPC e WebSocket, nunca mídia por UDP. Ele pode encurtar o caminho da sinalização de uma chamada, não o do áudio e do vídeo.',
  },
  alternatives: [
    { id: 'amplify-hosting', when: {
      en: 'The front end is a separate JavaScript project that should build itself.',
      'pt-br': 'O front-end é um projeto JavaScript separado que deve se compilar sozinho.',
    } },
    { id: 's3', when: {
      en: 'An internal tool with few visitors needs no CDN.',
      'pt-br': 'Uma ferramenta interna com poucos visitantes não precisa de CDN.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'CloudFront waits 30 seconds for the origin\'s answer by default, 120 at most: slow exports belong in a background job.',
        'pt-br': 'O CloudFront espera 30 segundos pela resposta da origem por padrão, no máximo 120: exportações lentas devem ir para uma tarefa em segundo plano.',
      },
      source: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A WebSocket through CloudFront closes after 10 minutes without data; keep the pings of your library on.',
        'pt-br': 'Um WebSocket que passa pelo CloudFront fecha após 10 minutos sem dados; mantenha ligados os pings da sua biblioteca.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Its certificate must be in ACM in us-east-1, wherever the application runs.',
        'pt-br': 'O certificado dele precisa estar no ACM em us-east-1, seja qual for a Região da aplicação.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'Since 2025-11-18 flat-rate plans, one of them free, bundle CloudFront with WAF, DNS and logs for one distribution each.',
        'pt-br': 'Desde 18/11/2025, planos de preço fixo, um deles gratuito, juntam CloudFront, WAF, DNS e logs, cada plano para uma distribuição.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Global by construction; give it two origins in an origin group to survive the loss of one.',
    'pt-br': 'Global por construção; dê a ele duas origens em um grupo de origens para sobreviver à perda de uma.',
  },
  scaling: {
    en: 'Automatic. The lever is the cache hit ratio: versioned file names and long Cache-Control.',
    'pt-br': 'Automática. A alavanca é a taxa de acerto do cache: nomes de arquivo versionados e Cache-Control longo.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
  pricingPage: 'https://aws.amazon.com/cloudfront/pricing/',
});
