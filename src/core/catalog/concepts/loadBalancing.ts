import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const loadBalancing: Concept = {
  id: 'load-balancing',
  kind: 'concept',
  title: { en: 'Load balancing', 'pt-br': 'Balanceamento de carga' },
  summary: {
    en: 'One address in front of several copies: it shares the requests, leaves out what is ill and ends HTTPS.',
    'pt-br': 'Um endereço na frente de várias cópias: divide as requisições, deixa de fora o que está doente e encerra o HTTPS.',
  },
  body: {
    en: markdown(
      'The Application Load Balancer (ALB) understands HTTP: it routes by host and path, redirects to HTTPS, carries WebSocket and gRPC. The Network Load Balancer (NLB) passes TCP and UDP on untouched; you need it for TURN, media and fixed addresses.',
      'Four things in your application change behind it:',
      '- **The client\'s address and scheme come in headers** (X-Forwarded-For, X-Forwarded-Proto). Without trusting the proxy, frameworks build http:// links, refuse secure cookies and see one single visitor for rate limits.\n- **The health check** should answer quickly, without login, and fail when the process cannot work. It should not fail because a partner is down, or all copies leave at once.\n- **Time-outs line up**: the application keeps connections open longer than the load balancer does, otherwise there are occasional 502 errors.\n- **Stickiness** is a crutch for sessions in memory. The exception is Socket.IO with long-polling, which needs it.',
      'WebSockets stay open for hours through an ALB as long as something passes within the idle time-out. Reverb, Socket.IO and Action Cable ping by default. At a deploy all of them reconnect: make the client wait a random moment.',
      'Cost is by the hour plus capacity units; one ALB can serve several applications by host name.',
      'Skylift draws it from the cloud-native phase on, prices hours and units from the workload, and reports applications that do not trust forwarded headers.',
    ),
    'pt-br': markdown(
      'O Application Load Balancer (ALB) entende HTTP: roteia por host e caminho, redireciona para HTTPS, carrega WebSocket e gRPC. O Network Load Balancer (NLB) repassa TCP e UDP sem mexer; você precisa dele para TURN, mídia e endereços fixos.',
      'Quatro coisas na sua aplicação mudam atrás dele:',
      '- **O endereço e o esquema do cliente vêm em cabeçalhos** (X-Forwarded-For, X-Forwarded-Proto). Sem confiar no proxy, o framework monta links http://, recusa cookies seguros e enxerga um único visitante nos limites de taxa.\n- **A verificação de saúde** deve responder rápido, sem login, e falhar quando o processo não consegue trabalhar. Não deve falhar porque um parceiro caiu; senão, todas as cópias saem de uma vez.\n- **Os tempos de espera combinam**: a aplicação mantém conexões abertas por mais tempo que o balanceador; do contrário, surgem erros 502 ocasionais.\n- **Sessões sticky** são uma muleta para sessões em memória. A exceção é o Socket.IO com long-polling, que precisa delas.',
      'WebSockets ficam abertos por horas através de um ALB enquanto algo passar dentro do tempo ocioso. Reverb, Socket.IO e Action Cable enviam pings por padrão. Em um deploy todos reconectam: faça o cliente esperar um instante aleatório.',
      'O custo é por hora mais unidades de capacidade; um ALB atende várias aplicações pelo nome do host.',
      'O Skylift o desenha a partir da fase cloud-native, calcula horas e unidades a partir da carga e aponta aplicações que não confiam nos cabeçalhos repassados.',
    ),
  },
  services: ['alb', 'nlb', 'acm', 'fargate'],
  links: [
    { label: { en: 'What is Elastic Load Balancing?', 'pt-br': 'O que é o Elastic Load Balancing?' }, url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html' },
  ],
  facts: [
    {
      text: {
        en: 'An Application Load Balancer closes idle connections after 60 seconds unless you raise it.',
        'pt-br': 'Um Application Load Balancer fecha conexões ociosas após 60 segundos se você não aumentar o valor.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
      checked: checked.apiReference,
    },
  ],
};
