import { checked, defineService } from '../define';

export const vpc = defineService({
  id: 'vpc',
  category: 'network',
  serves: ['compute'],
  phase: 'foundations',
  problem: {
    en: 'Databases and workers must not be reachable from the internet. A VPC is your private network: public subnets for load balancers, private ones for everything else, and security groups that say who may talk to whom.',
    'pt-br': 'Bancos e workers não podem ser alcançáveis pela internet. Uma VPC é sua rede privada: sub-redes públicas para balanceadores, privadas para todo o resto, e security groups que dizem quem fala com quem.',
  },
  cost: {
    en: 'The network, subnets, route tables and security groups are free. NAT gateways, interface endpoints, public IPv4 addresses and traffic between zones are not.',
    'pt-br': 'A rede, as sub-redes, as tabelas de rotas e os security groups são de graça. NAT gateways, endpoints de interface, endereços IPv4 públicos e tráfego entre zonas não são.',
  },
  worthIt: {
    en: 'Not a choice: EC2, RDS and Fargate live in one. The choice is to plan it on the first day: two zones, private subnets for data, address ranges that will not collide later.',
    'pt-br': 'Não é escolha: EC2, RDS e Fargate vivem em uma. A escolha é planejar no primeiro dia: duas zonas, sub-redes privadas para os dados, faixas de endereços que não vão colidir depois.',
  },
  notWhen: {
    en: 'A purely serverless application (API Gateway, Lambda, DynamoDB, S3, SQS) does not need one; putting Lambda in a VPC without a reason brings NAT costs.',
    'pt-br': 'Uma aplicação puramente serverless (API Gateway, Lambda, DynamoDB, S3, SQS) não precisa de uma; pôr o Lambda em uma VPC sem motivo traz custo de NAT.',
  },
  alternatives: [
    { id: 'vpc-endpoint', when: {
      en: 'Private subnets only need AWS services, not the internet.',
      'pt-br': 'As sub-redes privadas só precisam de serviços da AWS, não da internet.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Subnets have between 16 and 65,536 addresses, AWS keeps five of each, and the range cannot be changed later: small ranges run out with Fargate and Lambda.',
        'pt-br': 'Sub-redes têm de 16 a 65.536 endereços, a AWS fica com cinco de cada, e a faixa não muda depois: faixas pequenas se esgotam com Fargate e Lambda.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Five VPCs per Region and 60 inbound rules per security group by default; both can be raised.',
        'pt-br': 'Cinco VPCs por Região e 60 regras de entrada por security group por padrão; ambos podem ser aumentados.',
      },
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'A VPC spans a Region; each subnet lies in one zone. Put every tier into two zones, three for clusters that vote.',
    'pt-br': 'A VPC cobre a Região; cada sub-rede fica em uma zona. Coloque cada camada em duas zonas, três para clusters que votam.',
  },
  scaling: {
    en: 'Leave room: a /16 network with /20 private subnets costs the same as a small one.',
    'pt-br': 'Deixe folga: uma rede /16 com sub-redes privadas /20 custa o mesmo que uma pequena.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
  pricingPage: 'https://aws.amazon.com/vpc/pricing/',
});
