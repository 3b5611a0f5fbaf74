import { technologyName } from '../../catalog/technologies';
import { message, type Localized } from '../../l10n/localized';
import type { Need } from '../../model';
import { clustersByItself } from '../betweenCopies';
import { drawPart, onWeb } from '../parts';
import { flows, processes } from '../labels';
import { availabilityZones, consumers, ids, needShare, type Plan } from '../plan';
import { placeFunction, placeTask } from '../placers/compute';
import { placeLoadBalancer } from '../placers/network';
import { placeWebSocketApi } from '../placers/realtime';
import { placeDynamoDb, placeElastiCache } from '../placers/stores';
import { staysRealtimeServer } from '../redis';
import { hasOwnRealtimeProcess } from '../stacks';
import { taskCount } from '../sizing';
import { hoursPerMonth, peakToAverage } from '../workload';
import { decide, decideOnServer, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

const pubSub: Localized = { en: 'pub/sub', 'pt-br': 'pub/sub' };

export const realtime: NeedMapping = {
  need: 'realtime',
  place(plan, need, phase) {
    if (plan.choices.realtime === 'alb') {
      placeServers(plan, need, phase === 'serverless');
      return;
    }
    if (plan.choices.realtime === 'apigateway-websocket') {
      placeWebSocketFunctions(plan, need);
      return;
    }
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, flows.publish);
      plan.graph.edge(ids.users, kept, 'request', flows.webSocket);
      return;
    }
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['appsync-events', 'apigateway-websocket', 'alb']);
      return;
    }
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      decideOnServer(plan, need, ['alb']);
      return;
    }
    if (phase === 'serverless' && !staysRealtimeServer(need.technology)) placeWebSocketFunctions(plan, need);
    else placeServers(plan, need, phase === 'serverless');
  },
};

/** The protocol stays: the load balancer passes WebSockets, and Redis carries messages between the copies. */
function placeServers(plan: Plan, need: Need, apart: boolean): void {
  const balancer = placeLoadBalancer(plan);
  let server = ids.web(need.application);
  if (apart || hasOwnRealtimeProcess(need.technology)) {
    server = placeRealtimeTask(plan, need);
    plan.graph.edge(balancer, server, 'request', flows.webSocket);
    for (const from of consumers(plan, need.application)) plan.graph.edge(from, server, 'event', flows.publish);
  } else {
    onWeb(plan, need);
  }
  if (apart) plan.graph.edge(ids.users, balancer, 'request', flows.webSocket);
  if (clustersByItself(need)) {
    decide(plan, need, 'alb', clustered, ['appsync-events', 'apigateway-websocket', 'nlb'], { technology: technologyName(need.technology) });
    if (apart) plan.graph.note(staysServer(need));
    return;
  }
  if (need.technology !== 'solid-cable') plan.graph.edge(server, placeElastiCache(plan, need), 'event', pubSub);
  decide(
    plan,
    need,
    'alb',
    {
      en: 'The clients of {technology} keep their protocol behind a load balancer, which passes WebSockets, and Redis carries messages between the copies; API Gateway does not speak that protocol.',
      'pt-br': 'Os clientes de {technology} mantêm o protocolo atrás de um balanceador, que repassa WebSockets, e o Redis leva as mensagens entre as cópias; o API Gateway não fala esse protocolo.',
    },
    ['appsync-events', 'apigateway-websocket', 'nlb'],
    { technology: technologyName(need.technology) },
  );
  if (apart) plan.graph.note(staysServer(need));
}

/** What needs nothing in between. */
const clustered: Localized = {
  en: 'The clients of {technology} keep their protocol behind a load balancer, which passes WebSockets; the nodes form a cluster of their own and pass messages among themselves, by a name that lists all tasks (Cloud Map). API Gateway does not speak that protocol.',
  'pt-br': 'Os clientes de {technology} mantêm o protocolo atrás de um balanceador, que repassa WebSockets; os nós formam um cluster próprio e trocam mensagens entre si, por um nome que lista todas as tarefas (Cloud Map). O API Gateway não fala esse protocolo.',
};

function staysServer(need: Need): ReturnType<typeof message> {
  return message(
    {
      en: '{technology} stays a server: its clients are bound to its protocol, and functions hold no open connections.',
      'pt-br': '{technology} continua sendo um servidor: seus clientes dependem do protocolo dele, e funções não mantêm conexões abertas.',
    },
    { technology: technologyName(need.technology) },
  );
}

function placeRealtimeTask(plan: Plan, need: Need): string {
  const minutes = plan.workload.connectionMinutes * needShare(plan, 'realtime');
  const averageConnections = minutes / (hoursPerMonth * 60);
  const vcpus = averageConnections / plan.coefficients.connectionsPerVcpu;
  const tasks = taskCount(vcpus, 0.5, availabilityZones, plan.coefficients.targetUtilization);
  return placeTask(plan, {
    id: ids.realtime(need.application),
    label: technologyName(need.technology),
    detail: processes.realtime,
    needs: [need],
    applications: [need.application],
    tasks,
    vcpu: 0.5,
    memoryGb: 1,
    assumption: message(
      {
        en: '{average} open connections on average and {peak} at the peak, {each} per vCPU; one task per zone at least',
        'pt-br': '{average} conexões abertas em média e {peak} no pico, {each} por vCPU; ao menos uma tarefa por zona',
      },
      { average: Math.ceil(averageConnections), peak: Math.ceil(averageConnections * peakToAverage), each: plan.coefficients.connectionsPerVcpu },
    ),
  });
}

/** API Gateway holds the connections, functions answer, a table remembers who is connected. The client changes. */
function placeWebSocketFunctions(plan: Plan, need: Need): void {
  const api = placeWebSocketApi(plan, need);
  plan.graph.edge(ids.users, api, 'request', flows.webSocket);
  const { realtimeMessages, connectionMinutes } = plan.workload;
  const share = needShare(plan, 'realtime');
  const handler = placeFunction(plan, {
    id: ids.realtime(need.application),
    label: { en: 'Connections and messages', 'pt-br': 'Conexões e mensagens' },
    need,
    requests: realtimeMessages * share,
    durationMs: 50,
    memoryMb: 256,
    assumption: message({ en: 'One invocation of 50 ms per message', 'pt-br': 'Uma invocação de 50 ms por mensagem' }),
  });
  plan.graph.edge(api, handler, 'event', flows.webSocket);
  const table = placeDynamoDb(plan, need, { reads: realtimeMessages, writes: connectionMinutes / 5, gb: 1 });
  plan.graph.edge(handler, table, 'data', { en: 'who is connected', 'pt-br': 'quem está conectado' });
  for (const from of consumers(plan, need.application)) plan.graph.edge(from, api, 'event', flows.publish);
  decide(
    plan,
    need,
    'apigateway-websocket',
    {
      en: 'API Gateway holds the connections and bills messages and minutes, so nothing runs while nobody talks; {change}.',
      'pt-br': 'O API Gateway mantém as conexões e cobra por mensagem e por minuto, então nada roda enquanto ninguém fala; {change}.',
    },
    ['appsync-events', 'alb'],
    { change: plainSockets.has(need.technology) ? serverChanges : ownProtocol(need) },
  );
  plan.graph.note(clientChange(need));
}

/** Browsers that speak WebSocket without a protocol on top. */
const plainSockets: ReadonlySet<string> = new Set(['ws', 'custom']);
const serverChanges: Localized = { en: 'browsers stay as they are and the code of the server changes', 'pt-br': 'os navegadores ficam como estão e o código do servidor muda' };

function ownProtocol(need: Need): Localized {
  const name = technologyName(need.technology);
  return { en: `the client of ${name.en} has to change for it`, 'pt-br': `para isso, o cliente do ${name['pt-br']} precisa mudar` };
}

function clientChange(need: Need): ReturnType<typeof message> {
  if (need.technology === 'reverb' || need.technology === 'soketi') {
    return message(
      {
        en: 'Laravel Echo and pusher-js speak the Pusher protocol to {technology}; API Gateway does not. Either the front end changes to a plain WebSocket or to the AppSync Events client, with a broadcaster that posts to it, or {technology} stays behind a load balancer as in the phase before.',
        'pt-br': 'O Laravel Echo e o pusher-js falam o protocolo Pusher com o {technology}; o API Gateway não fala. Ou o front-end passa a usar WebSocket puro ou o cliente do AppSync Events, com um broadcaster que publique nele, ou o {technology} fica atrás de um balanceador, como na fase anterior.',
      },
      { technology: technologyName(need.technology) },
    );
  }
  if (need.technology === 'socket.io') {
    return message({
      en: 'The Socket.IO client speaks a protocol of its own (Engine.IO), which API Gateway does not know: rooms, acknowledgements and the fall-back to polling have to be rewritten over plain WebSocket or AppSync Events, or Socket.IO stays behind a load balancer.',
      'pt-br': 'O cliente do Socket.IO fala um protocolo próprio (Engine.IO), que o API Gateway não conhece: salas, confirmações e o recuo para polling precisam ser reescritos sobre WebSocket puro ou AppSync Events, ou o Socket.IO fica atrás de um balanceador.',
    });
  }
  return message(
    {
      en: 'With API Gateway the server no longer holds the sockets: code that keeps connections in memory ({technology}) changes to functions that look them up in a table.',
      'pt-br': 'Com o API Gateway, o servidor não segura mais os sockets: o código que mantém conexões em memória ({technology}) passa a funções que as consultam em uma tabela.',
    },
    { technology: technologyName(need.technology) },
  );
}
