import { checked, defineService } from '../define';

export const apigatewayWebsocket = defineService({
  id: 'apigateway-websocket',
  category: 'network',
  serves: ['realtime', 'video'],
  phase: 'serverless',
  problem: {
    en: 'Browsers should receive messages from Lambda functions without a server that holds the connections.',
    'pt-br': 'Navegadores precisam receber mensagens de funções Lambda sem um servidor segurando as conexões.',
  },
  cost: {
    en: 'Messages in both directions, in steps of 32 KB, and connection minutes; plus the functions and the table that remembers who is connected.',
    'pt-br': 'Mensagens nos dois sentidos, em blocos de 32 KB, e minutos de conexão; mais as funções e a tabela que lembra quem está conectado.',
  },
  worthIt: {
    en: 'Worth it for few messages to many mostly quiet clients, such as notifications or the signalling of calls, when you write the client yourself. Against Reverb or Socket.IO on one small task it costs more as soon as chat or presence is busy.',
    'pt-br': 'Vale a pena para poucas mensagens a muitos clientes quase sempre quietos, como notificações ou a sinalização de chamadas, quando você escreve o cliente. Contra Reverb ou Socket.IO em uma tarefa pequena, custa mais assim que o chat ou a presença ficam movimentados.',
  },
  notWhen: {
    en: 'With Laravel Echo and Reverb, Pusher, Ably, Socket.IO, Action Cable, Django Channels consumers or STOMP clients: they speak protocols of their own above WebSocket, and API Gateway only passes plain messages to routes. Keep the server behind an ALB, or rewrite the client.',
    'pt-br': 'Com Laravel Echo e Reverb, Pusher, Ably, Socket.IO, Action Cable, consumers do Django Channels ou clientes STOMP: eles falam protocolos próprios sobre o WebSocket, e o API Gateway só repassa mensagens puras para rotas. Mantenha o servidor atrás de um ALB ou reescreva o cliente.',
  },
  alternatives: [
    { id: 'alb', when: {
      en: 'The clients exist already: Reverb, Pusher protocol, Socket.IO, Action Cable.',
      'pt-br': 'Os clientes já existem: Reverb, protocolo Pusher, Socket.IO, Action Cable.',
    } },
    { id: 'appsync-events', when: {
      en: 'Publish and subscribe to channels is all that is needed, and the client may change.',
      'pt-br': 'Basta publicar e assinar canais, e o cliente pode mudar.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A connection lives for two hours at most and ends after ten minutes without traffic: the client must ping and reconnect.',
        'pt-br': 'Uma conexão vive no máximo duas horas e termina após dez minutos sem tráfego: o cliente precisa enviar pings e reconectar.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Messages up to 128 KB in frames of 32 KB; a larger one closes the connection with code 1009.',
        'pt-br': 'Mensagens de até 128 KB em quadros de 32 KB; uma maior fecha a conexão com o código 1009.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Only text arrives: a client that sends a binary frame (Yjs, MessagePack) is disconnected with code 1003.',
        'pt-br': 'Só chega texto: um cliente que envia um quadro binário (Yjs, MessagePack) é desconectado com o código 1003.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html',
      checked: checked.review,
    },
    {
      text: {
        en: '500 new connections per second per account and Region by default, and 29 seconds for an integration.',
        'pt-br': '500 conexões novas por segundo por conta e Região por padrão, e 29 segundos para uma integração.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'There is no broadcast: sending to a room means one call per connection, from a list that you keep.',
        'pt-br': 'Não há broadcast: enviar para uma sala é uma chamada por conexão, a partir de uma lista mantida por você.',
      },
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
      checked: checked.mirror,
    },
  ],
  highAvailability: {
    en: 'Several zones, built in; clients must reconnect on their own.',
    'pt-br': 'Várias zonas, já pronta; os clientes precisam reconectar por conta própria.',
  },
  scaling: {
    en: 'Automatic. DynamoDB with a time to live of two hours keeps the list of connections clean.',
    'pt-br': 'Automática. O DynamoDB com expiração de duas horas mantém limpa a lista de conexões.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html',
  pricingPage: 'https://aws.amazon.com/api-gateway/pricing/',
});
