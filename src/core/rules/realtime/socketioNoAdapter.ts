import { severalInstances } from '../deployment';
import { references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, needsServedBy } from '../support';

/** Packages by which servers of socket.io pass events to one another (socket.io/docs/v4/adapter, read 2026-11). */
const adapters = /^npm:(?:@socket\.io\/(?:redis|redis-streams|postgres|mongo|cluster|gcp-pubsub|azure-service-bus|aws-sqs|pm2)(?:-adapter|-engine)?|@socket\.io\/(?:sticky|pm2)|socket\.io-(?:redis|mongo|adapter-mongo|postgres|emitter)|socket\.io-redis-.+)$/;

const server = 'const { Server } = require("socket.io");\nconst io = new Server(3000);\nio.on("connection", (socket) => socket.on("message", (text) => io.emit("message", text)));\n';
const replicated = 'services:\n  app:\n    image: ghcr.io/clinic/chat:1.4\n    restart: always\n    deploy:\n      replicas: 3\n';

export const socketioNoAdapter = defineRule({
  id: 'realtime/socketio-no-adapter',
  domain: 'realtime',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'realtime',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'Socket.IO runs several times without an adapter', 'pt-br': 'O Socket.IO roda em várias instâncias sem adaptador' },
  messages: {
    several: {
      en: 'This deployment has several instances and Socket.IO has no adapter: an event that one instance emits reaches only the browsers that are connected to it.',
      'pt-br': 'Este deploy tem várias instâncias e o Socket.IO não tem adaptador: um evento emitido por uma instância só chega aos navegadores conectados a ela.',
    },
    instances: { en: 'Proof of several instances', 'pt-br': 'Prova de várias instâncias' },
  },
  docs: {
    checks: {
      en: 'A Node.js application serves Socket.IO, the repository proves several instances of it (replicas, a desired count), and no adapter is installed (`@socket.io/redis-adapter`, `redis-streams`, `postgres`, `mongo`). One instance needs none and is not reported.',
      'pt-br': 'Uma aplicação Node.js serve Socket.IO, o repositório prova várias instâncias dela (réplicas, contagem desejada), e nenhum adaptador está instalado (`@socket.io/redis-adapter`, `redis-streams`, `postgres`, `mongo`). Uma única instância não precisa e não é apontada.',
    },
    why: {
      en: 'Rooms and broadcasts live in the memory of one server. With two behind a load balancer half of the people in a room do not see the other half, and nothing fails. Long polling, with which Socket.IO begins, also needs sticky sessions at the load balancer: without them handshakes end in “session ID unknown”.',
      'pt-br': 'Salas e broadcasts vivem na memória de um servidor. Com dois atrás de um balanceador, metade das pessoas de uma sala não vê a outra metade, e nada falha. O long polling, com que o Socket.IO começa, também exige sticky sessions no balanceador: sem elas, o handshake termina em “session ID unknown”.',
    },
    bad: [{ files: { 'package.json': '{\n  "dependencies": { "socket.io": "^4.8.0" },\n  "scripts": { "start": "node server.js" }\n}\n', 'server.js': server, 'compose.prod.yaml': replicated } }],
    good: [{ files: { 'package.json': '{\n  "dependencies": { "socket.io": "^4.8.0", "@socket.io/redis-adapter": "^8.3.0", "redis": "^5.0.0" },\n  "scripts": { "start": "node server.js" }\n}\n', 'server.js': server, 'compose.prod.yaml': replicated } }],
    aboutFix: {
      en: 'Install `@socket.io/redis-adapter` and pass it to the server (`adapter: createAdapter(pub, sub)`). The infrastructure fix writes an ElastiCache replication group. Switch stickiness on at the target group of the load balancer, or allow the `websocket` transport alone.',
      'pt-br': 'Instale `@socket.io/redis-adapter` e passe-o ao servidor (`adapter: createAdapter(pub, sub)`). A correção de infraestrutura escreve um replication group do ElastiCache. Ligue a stickiness no target group do balanceador, ou aceite apenas o transporte `websocket`.',
    },
  },
  references: [{ label: 'Socket.IO: using multiple nodes', url: 'https://socket.io/docs/v4/using-multiple-nodes/' }, references.stickySessions],
  check(context) {
    const { scope } = context;
    const proof = severalInstances(scope);
    if (!context.needs.some(({ id }) => id === 'realtime')) return 'not-applicable';
    if (proof === null || scope.find('dependency').some(({ name, stage }) => stage !== 'test' && adapters.test(name))) return;
    for (const need of needsServedBy(context, 'realtime', ['socket.io'])) {
      if (need.library !== 'socket.io') continue;
      context.report({
        at: decidingPlace(need), stage: proof.stage, messageId: 'several',
        related: [{ at: proof.at, messageId: 'instances' }],
        infra: [{ need: 'cache', service: 'elasticache' }],
      });
    }
  },
});
