import type { Fact, Stage } from '../../model';
import { entryOf, scalarText, type ConfigNode, type MapEntry } from '../../formats/node';
import { stageOfPath } from '../../workspace/stage';
import { entries, filled, type Place } from './facts';

/**
 * `vapor.yml`: what Vapor tells an environment. Jobs go to SQS, files to the bucket under `storage`, the cache is the
 * Redis under `cache` or DynamoDB without one, sessions are cookies, logs go to standard error, an environment named
 * `production` sends over SES, and assets are served by CloudFront (docs.vapor.build, read 2026-11).
 */
export function readVapor(path: string, root: ConfigNode): readonly Fact[] {
  const environments = entries(entryOf(root, 'environments')?.value);
  const named = environments.map((entry) => ({ entry, stage: stageOf(entry.key) }));
  const production = named.filter(({ stage }) => stage === 'production');
  // An environment by another name is production where it is the only one.
  const deployed = production.length > 0 || named.length !== 1 ? named : named.map(({ entry }) => ({ entry, stage: 'production' as const }));
  return deployed.flatMap(({ entry, stage }) => environmentFacts({ path, stage, service: entry.key }, entry));
}

function stageOf(name: string): Stage {
  const stage = stageOfPath(`${name}.yml`);
  return stage === 'default' ? 'staging' : stage;
}

function environmentFacts(place: Place, entry: MapEntry): readonly Fact[] {
  const literal = (keys: readonly string[], text: string, at: MapEntry): readonly Fact[] => keys.map((key) => filled(place, key, at.value.kind === 'scalar' ? at.value.range : at.keyRange, { kind: 'literal', text }));
  const storage = entryOf(entry.value, 'storage');
  const cache = entryOf(entry.value, 'cache');
  const queues = entryOf(entry.value, 'queues');
  const here: MapEntry = { ...entry, value: { kind: 'map', entries: [], range: entry.keyRange } };
  return [
    ...(storage === undefined ? [] : literal(['FILESYSTEM_DISK', 'FILESYSTEM_DRIVER'], 's3', storage)),
    ...(cache === undefined ? literal(['CACHE_STORE', 'CACHE_DRIVER'], 'dynamodb', here) : literal(['CACHE_STORE', 'CACHE_DRIVER'], 'redis', cache)),
    ...(scalarText(queues?.value) === 'false' ? [] : literal(['QUEUE_CONNECTION', 'QUEUE_DRIVER'], 'sqs', queues ?? here)),
    ...literal(['SESSION_DRIVER'], 'cookie', here),
    ...literal(['LOG_CHANNEL'], 'stderr', here),
    ...literal(['MAIL_MAILER', 'MAIL_DRIVER'], entry.key === 'production' ? 'ses' : 'log', here),
    filled(place, 'ASSET_URL', entry.keyRange, { kind: 'secret', state: 'set' }),
  ];
}
