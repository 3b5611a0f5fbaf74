import { checked, defineService } from '../define';

export const vpcEndpoint = defineService({
  id: 'vpc-endpoint',
  category: 'network',
  serves: ['compute', 'file-storage'],
  phase: 'cloud-native',
  problem: {
    en: 'Private servers should reach S3, DynamoDB, SQS or Secrets Manager without going over the internet or paying a NAT gateway for it.',
    'pt-br': 'Servidores privados precisam alcançar S3, DynamoDB, SQS ou Secrets Manager sem passar pela internet nem pagar um NAT gateway por isso.',
  },
  cost: {
    en: 'Gateway endpoints (S3 and DynamoDB) are free. Interface endpoints cost hours per zone and endpoint, plus GB.',
    'pt-br': 'Endpoints gateway (S3 e DynamoDB) são de graça. Endpoints de interface custam horas por zona e por endpoint, mais GB.',
  },
  worthIt: {
    en: 'The free S3 endpoint is worth it in every VPC. An interface endpoint pays off against NAT when much data goes to one service, or when no internet at all should be reachable; three or four of them cost as much as a NAT gateway.',
    'pt-br': 'O endpoint gratuito do S3 vale a pena em toda VPC. Um endpoint de interface compensa contra o NAT quando muitos dados vão para um só serviço, ou quando a internet não deve ser alcançável de jeito nenhum; três ou quatro deles custam tanto quanto um NAT gateway.',
  },
  notWhen: {
    en: 'Interface endpoints for many services at low traffic: a NAT gateway is then cheaper and simpler.',
    'pt-br': 'Endpoints de interface para muitos serviços com pouco tráfego: aí um NAT gateway é mais barato e mais simples.',
  },
  alternatives: [
    { id: 'nat-gateway', when: { en: 'Private servers also call the internet.', 'pt-br': 'Os servidores privados também chamam a internet.' } },
  ],
  limits: [
    {
      text: {
        en: 'Gateway endpoints exist for S3 and DynamoDB only, and only for traffic from inside the same VPC and Region.',
        'pt-br': 'Endpoints gateway existem só para S3 e DynamoDB, e só para tráfego de dentro da mesma VPC e Região.',
      },
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'An interface endpoint has a security group: without an inbound rule for port 443 from your servers, calls hang until they time out.',
        'pt-br': 'Um endpoint de interface tem security group: sem regra de entrada na porta 443 vinda dos seus servidores, as chamadas travam até estourar o tempo.',
      },
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Create interface endpoints in every zone that has servers; gateway endpoints are regional.',
    'pt-br': 'Crie os endpoints de interface em toda zona que tem servidores; os endpoints gateway são regionais.',
  },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/vpc/latest/privatelink/what-is-privatelink.html',
  pricingPage: 'https://aws.amazon.com/privatelink/pricing/',
});
