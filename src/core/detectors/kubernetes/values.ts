import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import type { Fact } from '../../model';
import { imageProduct } from '../images';
import { listedVariables, mappedVariables, type Place } from './environment';
import type { Where } from './stage';

/** Charts of servers that others depend on. `postgresql-ha` and aliases such as `main-postgresql` count too. */
const serverChart = /(?:^|-)(postgresql|postgres|mysql|mariadb|mongodb|redis|valkey|keydb|memcached|rabbitmq|kafka|redpanda|nats|elasticsearch|opensearch|meilisearch|typesense|solr|minio|clickhouse)(?:-(?:ha|cluster|standalone))?$/i;
const environmentKey = /^(?:extra|common|global|shared|additional|pod|container)?(?:env|envs|envvars?|env_vars|environment|environmentvariables|extraenvvars?|plainenv)$/i;
const looseKey = /^(?:config|configmap|configs?data|data|settings|secrets?|secretenv|configuration)$/i;

/** How deep the values of a chart are looked through. */
const maximumDepth = 5;

/** What the values of a chart say: the application's environment, its image, servers that come with it. */
export function valuesFacts(path: string, where: Where, root: ConfigNode | undefined): readonly Fact[] {
  if (root?.kind !== 'map') return [];
  const own = imageOf(root) ?? root.entries.filter(({ key }) => ownPart.test(key)).map(({ value }) => imageOf(value)).find((image) => image !== undefined);
  return root.entries.flatMap((entry) => (isForeign(entry, own) ? [] : entryFacts({ path, where, detail: { chart: 'values' } }, entry, 0)));
}

/** Parts of one application that a chart may run from images of their own. */
const ownPart = /^(?:app|application|web|www|site|api|server|backend|frontend|worker|workers|jobs?|queue|sidekiq|celery|scheduler|cron|deployment|main|global|common|service|django|rails|laravel|php|node|nginx)/i;

/** A component with another image than the application's: what is set for it is its own affair. */
function isForeign({ key, value }: MapEntry, own: string | undefined): boolean {
  const image = imageOf(value);
  if (image === undefined || key === 'image' || ownPart.test(key)) return false;
  return imageProduct(image) !== undefined || (own !== undefined && lastPart(image) !== lastPart(own));
}

function imageOf(node: ConfigNode): string | undefined {
  return scalarText(valueAt(node, 'image', 'repository')) ?? scalarText(valueAt(node, 'image', 'name'));
}

function lastPart(image: string): string {
  return image.split('/').at(-1) ?? image;
}

function entryFacts(place: Place, entry: MapEntry, depth: number): readonly Fact[] {
  const server = depth <= 1 ? serverChart.exec(entry.key)?.[1] : undefined;
  if (server !== undefined) return serverFacts(place, entry, server.toLowerCase());
  if (environmentKey.test(entry.key)) return [...listedVariables(place, entry.value, new Map()), ...mappedVariables(place, entry.value), ...nested(place, entry, depth)];
  const loose = looseKey.test(entry.key) || depth > 0 ? mappedVariables(place, entry.value, 'conventional') : [];
  return [...loose, ...imageFacts(place, entry), ...nested(place, entry, depth)];
}

function nested(place: Place, entry: MapEntry, depth: number): readonly Fact[] {
  if (entry.value.kind !== 'map' || depth >= maximumDepth) return [];
  return entry.value.entries.flatMap((child) => (child.value.kind === 'map' || child.value.kind === 'list' ? entryFacts(place, child, depth + 1) : []));
}

/** `postgresql: { enabled: true }`: the server runs beside the application. */
function serverFacts(place: Place, entry: MapEntry, server: string): readonly Fact[] {
  const enabled = entryOf(entry.value, 'enabled') ?? entryOf(entry.value, 'create') ?? entryOf(entry.value, 'install');
  if (enabled === undefined || scalarText(enabled.value)?.toLowerCase() !== 'true') return [];
  return [{ kind: 'container', name: entry.key, value: { kind: 'literal', text: server }, at: { path: place.path, range: entry.keyRange }, keyRange: entry.keyRange, ...place.where, detail: { ...place.detail, service: entry.key, application: 'false' } }];
}

function imageFacts(place: Place, entry: MapEntry): readonly Fact[] {
  if (entry.key !== 'image') return [];
  const repository = entryOf(entry.value, 'repository')?.value ?? entryOf(entry.value, 'name')?.value;
  const text = scalarText(repository);
  if (repository === undefined || text === undefined || text.trim() === '' || imageProduct(text) !== undefined) return [];
  return [{ kind: 'container', name: lastPart(text), value: { kind: 'literal', text }, at: { path: place.path, range: repository.range }, ...place.where, detail: { ...place.detail, application: 'true', runs: lastPart(text) } }];
}

/** `Chart.yaml`: servers that come along whatever the values say. */
export function chartFacts(path: string, where: Where, root: ConfigNode | undefined): readonly Fact[] {
  const dependencies = valueAt(root, 'dependencies');
  if (dependencies?.kind !== 'list') return [];
  return dependencies.items.flatMap((item) => {
    const name = entryOf(item, 'name')?.value;
    const text = scalarText(name);
    const server = text === undefined ? undefined : serverChart.exec(text)?.[1];
    if (name === undefined || text === undefined || server === undefined || entryOf(item, 'condition') !== undefined || entryOf(item, 'tags') !== undefined) return [];
    return [{ kind: 'container', name: text, value: { kind: 'literal', text: server.toLowerCase() }, at: { path, range: name.range }, keyRange: name.range, ...where, detail: { service: text, application: 'false', chart: 'dependency' } } satisfies Fact];
  });
}
