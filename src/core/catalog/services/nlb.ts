import { checked, defineService } from '../define';

export const nlb = defineService({
  id: 'nlb',
  category: 'network',
  serves: ['video'],
  phase: 'cloud-native',
  problem: {
    en: 'Traffic that is not HTTP (UDP media, TURN, MQTT, a database protocol) needs one stable address in front of several servers.',
    'pt-br': 'Tráfego que não é HTTP (mídia por UDP, TURN, MQTT, protocolo de banco) precisa de um endereço estável na frente de vários servidores.',
  },
  cost: {
    en: 'Hours of the load balancer plus NLCUs (connections or flows, and GB processed), and its public IPv4 addresses.',
    'pt-br': 'Horas do balanceador mais NLCUs (conexões ou fluxos, e GB processados), além dos endereços IPv4 públicos.',
  },
  worthIt: {
    en: 'Against DNS round robin, which keeps sending people to dead servers, it is worth it from the second TURN or media server on, or when a partner must allow-list fixed addresses.',
    'pt-br': 'Contra o round robin de DNS, que continua mandando gente para servidores mortos, vale a pena a partir do segundo servidor TURN ou de mídia, ou quando um parceiro precisa liberar endereços fixos.',
  },
  notWhen: {
    en: 'For web pages and APIs: it does not read HTTP, so it cannot route by path or redirect to HTTPS. WebRTC servers that announce their own public address need no load balancer at all.',
    'pt-br': 'Para páginas e APIs: ele não lê HTTP, então não roteia por caminho nem redireciona para HTTPS. Servidores WebRTC que anunciam o próprio endereço público nem precisam de balanceador.',
  },
  alternatives: [
    { id: 'alb', when: { en: 'The traffic is HTTP, WebSocket or gRPC.', 'pt-br': 'O tráfego é HTTP, WebSocket ou gRPC.' } },
  ],
  limits: [
    {
      text: {
        en: 'An idle TCP flow is dropped after 350 seconds by default (60 to 6,000 allowed): set TCP keep-alive below that.',
        'pt-br': 'Um fluxo TCP ocioso é descartado após 350 segundos por padrão (de 60 a 6.000): configure o keep-alive do TCP abaixo disso.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'An idle UDP flow is forgotten after 120 seconds, which cannot be changed; media and TURN clients keep it alive by their own packets.',
        'pt-br': 'Um fluxo UDP ocioso é esquecido após 120 segundos, o que não pode ser mudado; clientes de mídia e TURN o mantêm vivo com os próprios pacotes.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'One address per zone; turn on cross-zone balancing or keep targets in every zone.',
    'pt-br': 'Um endereço por zona; ative o balanceamento entre zonas ou mantenha alvos em todas elas.',
  },
  scaling: { en: 'To millions of flows without settings.', 'pt-br': 'Até milhões de fluxos, sem configuração.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html',
  pricingPage: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
});
