import type { Localized } from '../../l10n/localized';
import type { PricedService } from '../types';
import { pricedServiceOf } from './service';

/** Services without a charge of their own. What they start is charged by the services that run it. */
function free(id: string, what: Localized, why: Localized, source: string): PricedService {
  return pricedServiceOf(id, { usages: [], noCharge: { what, why, source, asOf: '2025-11-03' }, meters: () => [] });
}

export const freeServices: readonly PricedService[] = [
  free(
    'iam',
    { en: 'IAM', 'pt-br': 'IAM' },
    { en: 'identities, roles and policies cost nothing', 'pt-br': 'identidades, papéis e políticas não custam nada' },
    'https://aws.amazon.com/iam/faqs/',
  ),
  free(
    'vpc',
    { en: 'VPC', 'pt-br': 'VPC' },
    {
      en: 'networks, subnets, routes and security groups cost nothing; NAT gateways, endpoints and public addresses do',
      'pt-br': 'redes, sub-redes, rotas e grupos de segurança não custam nada; NAT gateways, endpoints e endereços públicos, sim',
    },
    'https://aws.amazon.com/vpc/pricing/',
  ),
  free(
    'acm',
    { en: 'Public certificates', 'pt-br': 'Certificados públicos' },
    { en: 'public certificates for AWS services cost nothing', 'pt-br': 'certificados públicos para serviços da AWS não custam nada' },
    'https://aws.amazon.com/certificate-manager/pricing/',
  ),
  free(
    'auto-scaling',
    { en: 'Auto Scaling', 'pt-br': 'Auto Scaling' },
    { en: 'only the instances that it starts are charged', 'pt-br': 'só as instâncias que ele liga são cobradas' },
    'https://aws.amazon.com/ec2/autoscaling/pricing/',
  ),
  free(
    'codedeploy',
    { en: 'Deployments to EC2, Lambda and ECS', 'pt-br': 'Implantações em EC2, Lambda e ECS' },
    { en: 'deployments to AWS compute cost nothing', 'pt-br': 'implantações em computação da AWS não custam nada' },
    'https://aws.amazon.com/codedeploy/pricing/',
  ),
  free(
    'shield',
    { en: 'Shield Standard', 'pt-br': 'Shield Standard' },
    { en: 'Shield Standard is on for everyone; Advanced is a subscription of its own', 'pt-br': 'o Shield Standard vale para todos; o Advanced é uma assinatura à parte' },
    'https://aws.amazon.com/shield/pricing/',
  ),
];
