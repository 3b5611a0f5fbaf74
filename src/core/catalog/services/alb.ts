import { checked, defineService } from '../define';

export const alb = defineService({
  id: 'alb',
  category: 'network',
  serves: ['compute', 'realtime'],
  phase: 'cloud-native',
  problem: {
    en: 'Several copies of the application need one address. The Application Load Balancer ends HTTPS, checks which copies are healthy and shares requests and WebSocket connections among them.',
    'pt-br': 'Várias cópias da aplicação precisam de um endereço só. O Application Load Balancer encerra o HTTPS, verifica quais cópias estão saudáveis e divide requisições e conexões WebSocket entre elas.',
  },
  cost: {
    en: 'Hours of the load balancer plus LCUs: the largest of new connections, active connections, GB processed and rule evaluations. Its public IPv4 addresses, one per zone, are billed too.',
    'pt-br': 'Horas do balanceador mais LCUs: o maior valor entre conexões novas, conexões ativas, GB processados e avaliações de regras. Os endereços IPv4 públicos dele, um por zona, também são cobrados.',
  },
  worthIt: {
    en: 'Against nginx on one instance: nginx is free and is a single point of failure. Worth it from the second copy of the application on, or when deploys must not drop requests. It speaks plain WebSocket, so Reverb, Pusher-compatible servers, Socket.IO and Action Cable work unchanged behind it.',
    'pt-br': 'Contra o nginx em uma instância: o nginx é de graça e é um ponto único de falha. Vale a pena a partir da segunda cópia da aplicação, ou quando o deploy não pode derrubar requisições. Ele fala WebSocket puro; por isso Reverb, servidores compatíveis com Pusher, Socket.IO e Action Cable funcionam atrás dele sem mudança.',
  },
  notWhen: {
    en: 'With one instance and no need for zero-downtime deploys, or for UDP and raw TCP: it only carries HTTP, HTTPS, WebSocket and gRPC.',
    'pt-br': 'Com uma instância só e sem necessidade de deploy sem parada, ou para UDP e TCP puro: ele só carrega HTTP, HTTPS, WebSocket e gRPC.',
  },
  alternatives: [
    { id: 'nlb', when: {
      en: 'The protocol is UDP or raw TCP (TURN, SFU media, MQTT, game servers), or fixed IP addresses are needed.',
      'pt-br': 'O protocolo é UDP ou TCP puro (TURN, mídia de SFU, MQTT, jogos), ou são necessários endereços IP fixos.',
    } },
    { id: 'apigateway-http', when: {
      en: 'Only Lambda functions stand behind it and traffic is low.',
      'pt-br': 'Só há funções Lambda atrás e o tráfego é baixo.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Idle connections close after 60 seconds by default (1 to 4,000 allowed). WebSocket pings must come more often, or raise it.',
        'pt-br': 'Conexões ociosas fecham após 60 segundos por padrão (de 1 a 4.000). Os pings do WebSocket precisam vir antes disso; senão, aumente o valor.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A removed target is drained for 300 seconds by default, the usual cause of slow deploys: 30 to 60 seconds suit most web applications.',
        'pt-br': 'Um alvo removido é drenado por 300 segundos por padrão, a causa comum de deploy lento: de 30 a 60 segundos bastam para a maioria das aplicações web.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'Socket.IO with HTTP long-polling needs sticky sessions on the target group as well as a shared adapter such as Redis.',
        'pt-br': 'O Socket.IO com long-polling HTTP precisa de sessões sticky no target group, além de um adaptador compartilhado como o Redis.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'With a Lambda function as target, request and response bodies are limited to 1 MB.',
        'pt-br': 'Com uma função Lambda como alvo, o corpo da requisição e o da resposta são limitados a 1 MB.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Needs subnets in at least two zones and then survives the loss of one.',
    'pt-br': 'Exige sub-redes em pelo menos duas zonas e, com isso, sobrevive à perda de uma.',
  },
  scaling: {
    en: 'Scales by itself; announce very sudden peaks by reserving capacity units.',
    'pt-br': 'Escala sozinho; para picos muito bruscos, reserve unidades de capacidade com antecedência.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html',
  pricingPage: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
});
