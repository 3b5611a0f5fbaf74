import type { Fact } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import { resourceFacts } from '../cloudformation';
import { entries, functionVariables, items, started, textAt, type Place } from './facts';

const origin = 'cloud';

/** `serverless.yml` on AWS: functions with what calls them, variables, resources, and constructs of the Lift plugin. */
export function readServerless(place: Place, root: ConfigNode): readonly Fact[] {
  const provider = entryOf(root, 'provider')?.value;
  const name = provider?.kind === 'scalar' ? scalarText(provider) : textAt(provider, 'name');
  if (name !== undefined && name !== 'aws') return [];
  const functions = entries(entryOf(root, 'functions')?.value).concat(items(entryOf(root, 'functions')?.value).flatMap((item) => entries(item)));
  const resources = entryOf(root, 'resources')?.value;
  const service = entryOf(root, 'service');
  return [
    ...((functions[0] === undefined && !refersToFunctions(root)) || service === undefined ? [] : [resource(place, 'serverless_service', textAt(root, 'service') ?? 'app', service.value.range, { runtime: textAt(provider, 'runtime') ?? '' })]),
    ...functionVariables(place, entryOf(provider, 'environment')?.value),
    ...tracing(place, provider),
    ...functions.flatMap((entry) => functionFacts(place, entry, provider)),
    ...(refersToFunctions(root) && functions[0] === undefined ? [resource(place, 'serverless_function', 'functions', entryOf(root, 'functions')?.keyRange ?? root.range, {})] : []),
    ...(resources?.kind === 'list' ? resources.items : resources === undefined ? [] : [resources]).flatMap((node) => resourceFacts(place.path, node)),
    ...entries(entryOf(root, 'constructs')?.value).flatMap((entry) => constructFacts(place, entry)),
  ];
}

const requests = new Set(['http', 'httpApi', 'alb', 'url']);

function functionFacts(place: Place, entry: MapEntry, provider: ConfigNode | undefined): readonly Fact[] {
  // Described in a file of its own, or a value of code.
  if (entry.value.kind !== 'map') return entry.key.startsWith('$') ? [] : [resource(place, 'serverless_function', entry.key, entry.keyRange, {})];
  const events = items(entryOf(entry.value, 'events')?.value).flatMap((event): readonly MapEntry[] => (event.kind === 'map' ? event.entries : event.kind === 'scalar' ? [{ key: String(event.value), keyRange: event.range, value: event }] : []));
  const answers = events.some((event) => requests.has(event.key)) || entryOf(entry.value, 'url') !== undefined;
  const detail: Record<string, string> = { web: String(answers) };
  for (const [name, key] of [['runtime', 'runtime'], ['memory_size', 'memorySize'], ['timeout', 'timeout']] as const) {
    const text = textAt(entry.value, key) ?? textAt(provider, key);
    if (text !== undefined) detail[name] = text;
  }
  return [
    resource(place, answers ? 'aws_lambda_function' : 'serverless_function', entry.key, entry.keyRange, detail),
    ...functionVariables(place, entryOf(entry.value, 'environment')?.value),
    ...events.flatMap((event) => eventFacts(place, entry.key, event)),
  ];
}

/** `functions: ${file(functions.yml)}`, also one of a list; in code a name that is imported. */
function refersToFunctions(root: ConfigNode): boolean {
  const node = entryOf(root, 'functions')?.value;
  return node?.kind === 'unknown' || [node, ...items(node)].some((item) => /^\$\{file\(/.test(scalarText(item) ?? ''));
}

function tracing(place: Place, provider: ConfigNode | undefined): readonly Fact[] {
  const node = valueAt(provider, 'tracing', 'lambda') ?? valueAt(provider, 'tracing');
  return /^(?:true|Active)$/.test(scalarText(node) ?? '') && node !== undefined ? [resource(place, 'serverless_tracing', 'tracing', node.range, {})] : [];
}

function eventFacts(place: Place, name: string, event: MapEntry): readonly Fact[] {
  switch (event.key) {
    case 'schedule': {
      const rate = event.value.kind === 'map' ? (entryOf(event.value, 'rate')?.value ?? event.value) : event.value;
      return [resource(place, 'serverless_schedule', name, rate.range, {}), ...started(place, name, rate.kind === 'list' ? rate.items[0] : rate, { schedule: scalarText(rate) ?? '' })];
    }
    case 'sqs':
      return [resource(place, 'serverless_queue', name, event.keyRange, {})];
    case 's3':
      return [resource(place, 'serverless_bucket', name, event.keyRange, {})];
    case 'websocket':
      return [resource(place, 'serverless_websocket', name, event.keyRange, {})];
    case 'stream':
      return /kinesis/i.test(scalarText(event.value) ?? textAt(event.value, 'type') ?? '') ? [resource(place, 'aws_kinesis_stream', name, event.keyRange, {})] : [];
    case 'msk':
    case 'kafka':
      return [resource(place, 'serverless_kafka', name, event.keyRange, {})];
    default:
      return [];
  }
}

const constructs: Readonly<Record<string, string>> = { queue: 'serverless_queue', storage: 'aws_s3_bucket', 'database/dynamodb-single-table': 'aws_dynamodb_table', 'static-website': 'aws_cloudfront_distribution', 'server-side-website': 'aws_cloudfront_distribution' };

function constructFacts(place: Place, entry: MapEntry): readonly Fact[] {
  const node = valueAt(entry.value, 'type');
  const type = scalarText(node);
  const name = type === undefined ? undefined : constructs[type];
  return node === undefined || name === undefined ? [] : [resource(place, name, entry.key, node.range, {})];
}

function resource(place: Place, name: string, text: string, range: Fact['at']['range'], detail: Readonly<Record<string, string>>): Fact {
  return { kind: 'resource', name, value: { kind: 'literal', text }, at: { path: place.path, range }, stage: place.stage, origin, detail };
}
