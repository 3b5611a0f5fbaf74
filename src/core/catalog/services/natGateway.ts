import { checked, defineService } from '../define';

export const natGateway = defineService({
  id: 'nat-gateway',
  category: 'network',
  serves: ['compute'],
  phase: 'cloud-native',
  problem: {
    en: 'Servers in private subnets have to call the internet (payment APIs, package mirrors, webhooks) without being reachable from it.',
    'pt-br': 'Servidores em sub-redes privadas precisam chamar a internet (APIs de pagamento, pacotes, webhooks) sem ser alcançáveis por ela.',
  },
  cost: {
    en: 'Hours of each gateway, used or not, plus every GB that passes through it, plus its public IPv4 address and the ordinary internet traffic.',
    'pt-br': 'Horas de cada gateway, usado ou não, mais cada GB que passa por ele, mais o endereço IPv4 público e o tráfego normal de internet.',
  },
  worthIt: {
    en: 'The classic surprise on small bills: it can cost more than the server behind it. Worth it when private servers really talk to the outside; first move S3 and DynamoDB to free gateway endpoints. A small NAT instance that you patch yourself is the cheap alternative; a public subnet with a strict security group is the cheapest.',
    'pt-br': 'A surpresa clássica das contas pequenas: pode custar mais que o servidor atrás dele. Vale a pena quando os servidores privados realmente falam com o mundo externo; antes, leve S3 e DynamoDB para endpoints gateway, que são de graça. Uma instância NAT pequena, atualizada por você, é a alternativa barata; uma sub-rede pública com security group rígido é a mais barata.',
  },
  notWhen: {
    en: 'In the foundations and lift-and-shift phases, where one server in a public subnet with closed ports does the job.',
    'pt-br': 'Nas fases de fundamentos e lift and shift, em que um servidor em sub-rede pública com portas fechadas resolve.',
  },
  alternatives: [
    { id: 'vpc-endpoint', when: { en: 'The private servers only call AWS services.', 'pt-br': 'Os servidores privados só chamam serviços da AWS.' } },
    { id: 'public-ipv4', when: {
      en: 'A few servers may stand in a public subnet behind a strict security group.',
      'pt-br': 'Poucos servidores podem ficar em sub-rede pública atrás de um security group rígido.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A zonal gateway fails with its zone. A regional gateway spans the zones of the VPC; the default is still zonal.',
        'pt-br': 'Um gateway zonal cai com a zona dele. Um gateway regional cobre as zonas da VPC; o padrão continua sendo o zonal.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Up to 55,000 connections at the same time to one destination per address, and idle connections end after 350 seconds.',
        'pt-br': 'Até 55.000 conexões simultâneas para um mesmo destino por endereço, e conexões ociosas terminam após 350 segundos.',
      },
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'One per zone, or one regional gateway: with a single zonal one, its zone takes the outgoing calls of the others down.',
    'pt-br': 'Um por zona, ou um gateway regional: com um único gateway zonal, a queda da zona dele derruba as chamadas de saída das outras.',
  },
  scaling: { en: 'Grows by itself to 100 Gbit/s per gateway.', 'pt-br': 'Cresce sozinho até 100 Gbit/s por gateway.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  pricingPage: 'https://aws.amazon.com/vpc/pricing/',
});
