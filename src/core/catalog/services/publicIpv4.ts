import { checked, defineService } from '../define';

export const publicIpv4 = defineService({
  id: 'public-ipv4',
  category: 'network',
  serves: ['compute'],
  phase: 'foundations',
  problem: {
    en: 'A server or load balancer that is reached from the internet needs a public address.',
    'pt-br': 'Um servidor ou balanceador acessado pela internet precisa de um endereço público.',
  },
  cost: {
    en: 'Hours of each public IPv4 address, attached or idle, whichever service holds it: instances, load balancers, NAT gateways, Elastic IPs.',
    'pt-br': 'Horas de cada endereço IPv4 público, associado ou ocioso, seja qual for o serviço que o usa: instâncias, balanceadores, NAT gateways, Elastic IPs.',
  },
  worthIt: {
    en: 'Needed for one entry point; wasteful for ten. Put servers behind one load balancer, and use IPv6 or Session Manager for access instead of one address per machine.',
    'pt-br': 'Necessário para um ponto de entrada; desperdício para dez. Coloque os servidores atrás de um balanceador e use IPv6 ou o Session Manager para acesso, em vez de um endereço por máquina.',
  },
  notWhen: {
    en: 'For databases, caches and workers: they belong in private subnets without a public address.',
    'pt-br': 'Para bancos, caches e workers: eles ficam em sub-redes privadas, sem endereço público.',
  },
  alternatives: [
    { id: 'alb', when: { en: 'One address should lead to several servers.', 'pt-br': 'Um endereço deve levar a vários servidores.' } },
    { id: 'nat-gateway', when: { en: 'Private servers only need to call out.', 'pt-br': 'Os servidores privados só precisam chamar para fora.' } },
  ],
  limits: [
    {
      text: {
        en: 'Since 2024-02-01 every public IPv4 address of AWS is charged by the hour, also the one of a running instance; only addresses that you bring are not.',
        'pt-br': 'Desde 01/02/2024 todo endereço IPv4 público da AWS é cobrado por hora, inclusive o de uma instância em uso; só os endereços que você traz não são.',
      },
      source: 'https://aws.amazon.com/blogs/networking-and-content-delivery/identify-and-optimize-public-ipv4-address-usage-on-aws/',
      checked: checked.review,
    },
    {
      text: { en: 'Five Elastic IP addresses per Region by default.', 'pt-br': 'Cinco endereços Elastic IP por Região por padrão.' },
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'An Elastic IP can be moved to another instance in minutes; a load balancer does better by having one address per zone.',
    'pt-br': 'Um Elastic IP pode ser movido para outra instância em minutos; um balanceador faz melhor, com um endereço por zona.',
  },
  scaling: {
    en: 'Does not scale: the number of addresses should not follow the number of servers.',
    'pt-br': 'Não escala: o número de endereços não deve acompanhar o número de servidores.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
  pricingPage: 'https://aws.amazon.com/vpc/pricing/',
});
