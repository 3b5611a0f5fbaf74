import { parseMeterKey } from './meters';
import { loadSnapshot } from './snapshot/load';
import { isSnapshotRegion, snapshotRegions } from './snapshot/regions';

/** A usage that names a type, the meter that prices it, and how AWS writes the type's name. */
interface TypeUsage {
  readonly service: string;
  readonly usage: string;
  readonly meter: string;
  readonly parameter: string;
  readonly prefix: string;
  readonly suffix: string;
}

const typeUsages: readonly TypeUsage[] = [
  typeUsage('ec2', 'instance-type', 'ec2.instance'),
  typeUsage('rds', 'instance-type', 'rds.instance', 'db.'),
  typeUsage('aurora', 'instance-type', 'aurora.instance', 'db.'),
  typeUsage('documentdb', 'instance-type', 'documentdb.instance', 'db.'),
  typeUsage('elasticache', 'node-type', 'elasticache.node', 'cache.'),
  typeUsage('memorydb', 'node-type', 'memorydb.node', 'db.'),
  typeUsage('amazon-mq', 'instance-type', 'amazon-mq.broker', 'mq.'),
  typeUsage('msk', 'instance-type', 'msk.broker', 'kafka.'),
  typeUsage('opensearch', 'instance-type', 'opensearch.instance', '', '.search'),
];

/**
 * Whether AWS has a type of that name, as far as the bundled prices of all regions tell: the meter prices it somewhere,
 * or it is an EC2 type in the service's spelling (`db.r7g.large`). Otherwise the names that come nearest.
 */
export type TypeCheck = { readonly known: true } | { readonly known: false; readonly near: readonly string[] };

export async function checkTypeName(service: string, usage: string, value: string): Promise<TypeCheck> {
  const rule = typeUsages.find((candidate) => candidate.service === service && candidate.usage === usage);
  if (rule === undefined) return { known: true };
  const priced = await parameterValues(rule.meter, rule.parameter);
  if (priced.has(value)) return { known: true };
  const ec2 = await parameterValues('ec2.instance', 'instanceType');
  if (value.startsWith(rule.prefix) && value.endsWith(rule.suffix)) {
    const bare = value.slice(rule.prefix.length, rule.suffix === '' ? undefined : -rule.suffix.length);
    if (ec2.has(bare) || isBareMetal(bare, ec2)) return { known: true };
  }
  return { known: false, near: nearest(value, priced.size > 0 ? priced : spelled(ec2, rule)) };
}

/** Bare metal is not priced here, yet its names exist beside a family's other sizes. */
function isBareMetal(type: string, ec2: ReadonlySet<string>): boolean {
  const [family = '', size = ''] = type.split('.');
  return /^metal(-\d+xl)?$/.test(size) && [...ec2].some((name) => name.startsWith(`${family}.`));
}

function typeUsage(service: string, usage: string, meter: string, prefix = '', suffix = ''): TypeUsage {
  return { service, usage, meter, parameter: usage === 'node-type' ? 'nodeType' : 'instanceType', prefix, suffix };
}

async function parameterValues(meter: string, parameter: string): Promise<ReadonlySet<string>> {
  const values = new Set<string>();
  for (const region of snapshotRegions) {
    if (!isSnapshotRegion(region)) continue;
    const { prices } = await loadSnapshot(region);
    for (const key of Object.keys(prices)) {
      if (!key.startsWith(`${meter}?`)) continue;
      const value = parseMeterKey(key).parameters[parameter];
      if (value !== undefined) values.add(value);
    }
  }
  return values;
}

function spelled(types: ReadonlySet<string>, rule: TypeUsage): ReadonlySet<string> {
  return new Set([...types].map((type) => `${rule.prefix}${type}${rule.suffix}`));
}

const nearNames = 3;

/** Names by how few letters differ; of equally near ones in order of the alphabet. */
function nearest(value: string, names: Iterable<string>): readonly string[] {
  return [...names]
    .map((name) => ({ name, distance: editDistance(value, name) }))
    .sort((left, right) => left.distance - right.distance || left.name.localeCompare(right.name))
    .slice(0, nearNames)
    .map(({ name }) => name);
}

/** Letters to insert, delete or replace to turn one word into the other. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
