import { isBelow } from '../detectors/paths';
import type { Fact, Need } from '../model';

/** Packages that pass messages between the copies of a real-time server. */
const adapters: ReadonlySet<string> = new Set([
  'npm:@socket.io/redis-adapter',
  'npm:@socket.io/redis-streams-adapter',
  'npm:@socket.io/postgres-adapter',
  'npm:@socket.io/mongo-adapter',
  'npm:@socket.io/cluster-adapter',
  'npm:socket.io-redis',
  'npm:@hocuspocus/extension-redis',
  'pypi:channels-redis',
  'pypi:channels_redis',
  'gem:solid_cable',
]);

/** What an adapter's setting is called where it lies outside the server: `redis`, `postgresql`, `RedisChannelLayer`. */
const shared = /redis|postgres|solid_cable|valkey|nats/i;

/** Servers on the Erlang virtual machine form a cluster and pass messages among themselves. */
export function clustersByItself({ library }: Pick<Need, 'library'>): boolean {
  return library === 'phoenix' || library === 'phoenix-live-view';
}

/** Whether several copies of the real-time server would hear one another as it is configured. */
export function hearsOtherCopies(need: Need, facts: readonly Fact[]): boolean {
  if (clustersByItself(need)) return true;
  return facts.some((fact) => {
    if (fact.kind === 'dependency') return adapters.has(fact.name) && isBelow(fact.at.path, need.application);
    if (fact.value.kind !== 'literal') return false;
    if (fact.name === 'REVERB_SCALING_ENABLED') return fact.value.text === 'true' && fact.stage !== 'test';
    return shared.test(fact.value.text) && need.evidence.some(({ at }) => at.path === fact.at.path && at.range.start === fact.at.range.start);
  });
}
