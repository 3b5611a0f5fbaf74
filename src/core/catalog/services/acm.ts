import { checked, defineService } from '../define';

export const acm = defineService({
  id: 'acm',
  category: 'security',
  serves: ['compute'],
  phase: 'lift-and-shift',
  problem: {
    en: 'HTTPS needs a certificate that is renewed before it runs out. ACM issues and renews it for load balancers, CloudFront and API Gateway.',
    'pt-br': 'HTTPS precisa de um certificado renovado antes de vencer. O ACM emite e renova para balanceadores, CloudFront e API Gateway.',
  },
  cost: {
    en: 'Public certificates used with AWS services are free. Exportable ones, for your own servers, are charged per name at issue and renewal.',
    'pt-br': 'Certificados públicos usados com serviços da AWS são de graça. Os exportáveis, para servidores seus, são cobrados por nome na emissão e na renovação.',
  },
  worthIt: {
    en: 'Worth it as soon as a load balancer or CloudFront stands in front. On one EC2 instance with nginx, Let\'s Encrypt stays the simple answer.',
    'pt-br': 'Vale a pena assim que um balanceador ou o CloudFront fica na frente. Em uma única instância EC2 com nginx, o Let\'s Encrypt continua sendo a resposta simples.',
  },
  notWhen: {
    en: 'For a certificate inside the instance itself, unless it is an exportable one.',
    'pt-br': 'Para um certificado dentro da própria instância, a não ser que seja um exportável.',
  },
  alternatives: [
    { id: 'alb', when: {
      en: 'Ends HTTPS with the certificate in front of EC2 or Fargate.',
      'pt-br': 'Encerra o HTTPS com o certificado na frente de EC2 ou Fargate.',
    } },
    { id: 'cloudfront', when: { en: 'Ends HTTPS at the edge.', 'pt-br': 'Encerra o HTTPS na borda.' } },
  ],
  limits: [
    {
      text: {
        en: 'Renewal is automatic only with DNS validation, while the record is still there and the certificate is in use by an AWS service or was exported.',
        'pt-br': 'A renovação só é automática com validação por DNS, enquanto o registro continua lá e o certificado está em uso por um serviço da AWS ou foi exportado.',
      },
      source: 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'A certificate belongs to one Region; the one for CloudFront must be in us-east-1.',
        'pt-br': 'Um certificado pertence a uma Região; o do CloudFront precisa estar em us-east-1.',
      },
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      checked: checked.guides,
    },
  ],
  highAvailability: { en: 'Part of the service that uses it.', 'pt-br': 'Faz parte do serviço que o usa.' },
  scaling: { en: 'No limit in practice.', 'pt-br': 'Sem limite na prática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html',
  pricingPage: 'https://aws.amazon.com/certificate-manager/pricing/',
});
