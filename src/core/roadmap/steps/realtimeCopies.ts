import { clustersByItself } from '../../architecture/betweenCopies';
import type { RoadmapContext } from '../context';
import { fill, technologyNames } from '../stack';
import type { StepDefinition } from '../step';

/** Real-time servers in several copies: what lets one hear the other. */
export const realtimeCopies: StepDefinition = {
  id: 'realtime',
  phase: 'cloud-native',
  need: 'realtime',
  service: 'alb',
  hours: [3, 8],
  applies: (context) => context.decided('cloud-native', 'realtime') === 'alb',
  title: (context) =>
    isClustered(context)
      ? { en: 'Let the copies of Phoenix find each other', 'pt-br': 'Fazer as cópias do Phoenix se encontrarem' }
      : fill({ en: 'Run several copies of {technology} with Redis between them', 'pt-br': 'Rodar várias cópias do {technology} com Redis entre elas' }, { technology: technologyNames(context, 'realtime') }),
  why: (context) =>
    isClustered(context)
      ? {
          en: 'Two people on two copies only hear each other when the copies talk: nodes of Erlang do it by themselves once they know one another.',
          'pt-br': 'Duas pessoas em duas cópias só se ouvem quando as cópias conversam: nós de Erlang fazem isso sozinhos quando se conhecem.',
        }
      : {
          en: 'Two people on two copies only hear each other when the copies talk: through Redis pub/sub.',
          'pt-br': 'Duas pessoas em duas cópias só se ouvem quando as cópias conversam: pelo pub/sub do Redis.',
        },
  how: (context) =>
    isClustered(context)
      ? {
          en: 'A private DNS name that lists all tasks (Cloud Map), a security group that lets them reach each other, one cookie for all, and an idle timeout of the load balancer above the ping.',
          'pt-br': 'Um nome DNS privado que lista todas as tarefas (Cloud Map), um security group que deixa uma alcançar a outra, um só cookie para todas e um idle timeout do balanceador acima do ping.',
        }
      : {
          en: 'Turn on the Redis adapter, raise the idle timeout of the load balancer above the ping, and use sticky sessions where the client falls back to polling.',
          'pt-br': 'Ligue o adaptador Redis, aumente o idle timeout do balanceador acima do ping e use sticky sessions onde o cliente recua para polling.',
        },
  commands: (context) => (isClustered(context) ? ['DNS_CLUSTER_QUERY=<service>.<namespace>', 'RELEASE_DISTRIBUTION=name'] : realtimeCommands(context.needsOf('realtime').map((need) => need.technology))),
  links: [{ label: 'WebSockets and stickiness', url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html' }],
  proof: () => [],
};

/** Whether every real-time server of the folder passes messages among its copies by itself. */
function isClustered(context: RoadmapContext): boolean {
  return context.needsOf('realtime').every(clustersByItself);
}

function realtimeCommands(technologies: readonly string[]): readonly string[] {
  if (technologies.includes('reverb')) return ['REVERB_SCALING_ENABLED=true'];
  if (technologies.includes('socket.io')) return ['npm install @socket.io/redis-adapter redis'];
  if (technologies.includes('action-cable')) return ['adapter: redis'];
  return technologies.includes('channels') ? ['pip install channels-redis'] : [];
}
