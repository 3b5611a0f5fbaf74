import { checked, defineService } from '../define';

export const route53 = defineService({
  id: 'route53',
  category: 'edge',
  serves: ['compute'],
  phase: 'lift-and-shift',
  problem: {
    en: 'People type a name, not an address. Route 53 answers DNS for your domain, points it at load balancers and CDNs, and can leave out an end that fails its health check.',
    'pt-br': 'As pessoas digitam um nome, não um endereço. O Route 53 responde o DNS do seu domínio, aponta para balanceadores e CDNs e pode deixar de fora um destino que falhou na verificação de saúde.',
  },
  cost: {
    en: 'Hosted zones per month, queries (those answered by an alias to AWS resources are free), health checks, and the yearly registration of domains.',
    'pt-br': 'Zonas hospedadas por mês, consultas (as respondidas por alias para recursos da AWS são de graça), verificações de saúde e o registro anual de domínios.',
  },
  worthIt: {
    en: 'The DNS of your registrar is often free. Worth moving when the bare domain must point at a load balancer or CloudFront (an alias record does it), or when certificates should validate and renew by themselves. Domains under .br stay at Registro.br; only the name servers change.',
    'pt-br': 'O DNS do seu registrador costuma ser de graça. Vale mudar quando o domínio sem www precisa apontar para um balanceador ou para o CloudFront (um registro alias resolve), ou quando os certificados devem se validar e renovar sozinhos. Domínios .br continuam no Registro.br; só mudam os servidores de nomes.',
  },
  notWhen: {
    en: 'When the present DNS works, supports records for ACM validation and nobody needs failover.',
    'pt-br': 'Quando o DNS atual funciona, aceita os registros de validação do ACM e ninguém precisa de failover.',
  },
  alternatives: [
    { id: 'cloudfront', when: {
      en: 'Only the delivery should get faster; DNS can stay where it is.',
      'pt-br': 'Só a entrega precisa ficar mais rápida; o DNS pode ficar onde está.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A CNAME is not allowed on the bare domain; an alias record is, and follows the changing addresses of load balancers.',
        'pt-br': 'CNAME não é permitido no domínio sem subdomínio; um registro alias é, e acompanha os endereços do balanceador, que mudam.',
      },
      source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Answers from name servers on four networks around the world.',
    'pt-br': 'Responde a partir de servidores de nomes em quatro redes espalhadas pelo mundo.',
  },
  scaling: {
    en: 'Automatic. Lower the TTL a day before a migration, raise it after.',
    'pt-br': 'Automática. Reduza o TTL um dia antes de uma migração e aumente depois.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/Welcome.html',
  pricingPage: 'https://aws.amazon.com/route53/pricing/',
});
