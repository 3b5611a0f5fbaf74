import { checked, defineService } from '../define';

export const appsyncEvents = defineService({
  id: 'appsync-events',
  category: 'network',
  serves: ['realtime'],
  phase: 'serverless',
  problem: {
    en: 'Publish to a channel, and every subscriber gets the message, without keeping a list of connections or a server.',
    'pt-br': 'Publicar em um canal e todos os inscritos receberem a mensagem, sem manter lista de conexões nem servidor.',
  },
  cost: {
    en: 'Operations (publishes, deliveries, subscriptions, handler runs) in steps of 5 KB, and connection minutes.',
    'pt-br': 'Operações (publicações, entregas, inscrições, execuções de handler) em blocos de 5 KB, e minutos de conexão.',
  },
  worthIt: {
    en: 'Against API Gateway WebSocket it saves the connection table and the fan-out code. Against Pusher or Ably it keeps data and bill inside the account. Worth it for notifications and live lists whose client you can write anew.',
    'pt-br': 'Contra o WebSocket do API Gateway, economiza a tabela de conexões e o código de distribuição. Contra Pusher ou Ably, mantém dados e conta dentro de casa. Vale a pena para notificações e listas ao vivo cujo cliente você pode escrever de novo.',
  },
  notWhen: {
    en: 'With Echo, Reverb, Pusher, Socket.IO or Action Cable clients: it has a WebSocket sub-protocol of its own (connection_init, subscribe, ka) and they do not speak it. Nor for WebRTC media or binary streams.',
    'pt-br': 'Com clientes Echo, Reverb, Pusher, Socket.IO ou Action Cable: ele tem um subprotocolo WebSocket próprio (connection_init, subscribe, ka), e eles não o falam. Nem para mídia WebRTC ou fluxos binários.',
  },
  alternatives: [
    { id: 'apigateway-websocket', when: {
      en: 'Clients send requests to functions over the same connection.',
      'pt-br': 'Os clientes enviam requisições a funções pela mesma conexão.',
    } },
    { id: 'alb', when: { en: 'An existing WebSocket server keeps its protocol.', 'pt-br': 'Um servidor WebSocket existente mantém o protocolo.' } },
  ],
  limits: [
    {
      text: {
        en: 'Clients must use its own message protocol over WebSocket; publishing also works by plain HTTPS POST.',
        'pt-br': 'Os clientes precisam usar o protocolo de mensagens dele sobre WebSocket; publicar também funciona por POST HTTPS comum.',
      },
      source: 'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-websocket-protocol.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'An event may have 240 KB; a larger one returned by a handler is dropped without an error.',
        'pt-br': 'Um evento pode ter 240 KB; um maior, devolvido por um handler, é descartado sem erro.',
      },
      source: 'https://docs.aws.amazon.com/general/latest/gr/appsync.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Several zones, built in.', 'pt-br': 'Várias zonas, já pronta.' },
  scaling: { en: 'To millions of subscribers without settings.', 'pt-br': 'Até milhões de inscritos, sem configuração.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/appsync/latest/eventapi/event-api-welcome.html',
  pricingPage: 'https://aws.amazon.com/appsync/pricing/',
});
