import type { Application, Fact, Stage } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import { started, functionVariables, type Place } from '../platform/facts';
import { folderOf } from '../paths';
import { languageOf } from '../platform/runtimes';
import type { WorkspaceFacts } from '../scope';

/** Resources that call functions without an event of theirs: state machines, rules, APIs that a document describes. */
const calling = /^AWS::(?:Serverless::(?:StateMachine|GraphQLApi)|StepFunctions::StateMachine|AppSync::DataSource|ApiGateway(?:V2)?::(?:Method|Integration)|Events::Rule|Scheduler::Schedule|Lambda::(?:EventSourceMapping|Permission|Url))$/;

/**
 * What a template of the Serverless Application Model says beside its resources: what calls its functions, what all of
 * them are given, and that it is an application (`sam_service`, with the folders of their code in `detail.code`).
 */
export function samFacts(path: string, root: ConfigNode | undefined, stage: Stage): readonly Fact[] {
  const transform = entryOf(root, 'Transform')?.value;
  if (transform === undefined || !textsOf(transform).some((text) => text.startsWith('AWS::Serverless'))) return [];
  const resources = entryOf(root, 'Resources')?.value;
  const functions = resources?.kind === 'map' ? resources.entries.filter((entry) => scalarText(entryOf(entry.value, 'Type')?.value) === 'AWS::Serverless::Function') : [];
  if (functions.length === 0) return [];
  const place: Place = { path, stage };
  const globals = valueAt(entryOf(root, 'Globals')?.value, 'Function');
  const code = functions.flatMap((entry) => codeFolder(path, entry, globals));
  const events = functions.flatMap((entry) => eventsOf(entry).map((event) => ({ entry, event })));
  const callers = resources?.kind === 'map' && resources.entries.some((entry) => calling.test(scalarText(entryOf(entry.value, 'Type')?.value) ?? ''));
  const answered = callers || events.length > 0 || functions.some((entry) => valueAt(entry.value, 'Properties', 'FunctionUrlConfig') !== undefined);
  const traced = [valueAt(globals, 'Tracing'), ...functions.map((entry) => valueAt(entry.value, 'Properties', 'Tracing'))].find((node) => scalarText(node) === 'Active');
  const runtime = scalarText(valueAt(globals, 'Runtime')) ?? functions.map((entry) => scalarText(valueAt(entry.value, 'Properties', 'Runtime'))).find((text) => text !== undefined) ?? '';
  return [
    ...(code.length > 0 && answered ? [resource(place, 'sam_service', '', transform, { runtime, code: [...new Set(code)].join(' ') })] : []),
    ...functionVariables(place, valueAt(globals, 'Environment', 'Variables')),
    ...events.flatMap(({ entry, event }) => eventFacts(place, entry.key, event)),
    ...(traced === undefined ? [] : [resource(place, 'serverless_tracing', 'tracing', traced, {})]),
  ];
}

function textsOf(node: ConfigNode): readonly string[] {
  return (node.kind === 'list' ? node.items : [node]).flatMap((item) => scalarText(item) ?? []);
}

/** The folder of a function's code in the repository; none for code that lies in a bucket or in the template. */
function codeFolder(path: string, { value }: MapEntry, globals: ConfigNode | undefined): readonly string[] {
  const properties = entryOf(value, 'Properties')?.value;
  const uri = scalarText(valueAt(properties, 'CodeUri')) ?? scalarText(valueAt(globals, 'CodeUri')) ?? scalarText(valueAt(value, 'Metadata', 'DockerContext'));
  if (uri === undefined || /^\w+:\/\/|\$\{/.test(uri) || valueAt(properties, 'InlineCode') !== undefined) return [];
  return [resolved(path.split('/').slice(0, -1), uri)];
}

/** `backend/infra` and `../src/` → `backend/src`. */
function resolved(folder: readonly string[], relative: string): string {
  const parts = [...folder];
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

function eventsOf({ value }: MapEntry): readonly MapEntry[] {
  const events = valueAt(value, 'Properties', 'Events');
  return events?.kind === 'map' ? events.entries : [];
}

const calls: Readonly<Record<string, string>> = { SQS: 'serverless_queue', S3: 'serverless_bucket', Kinesis: 'aws_kinesis_stream', MSK: 'serverless_kafka', SelfManagedKafka: 'serverless_kafka' };

function eventFacts(place: Place, name: string, { value }: MapEntry): readonly Fact[] {
  const type = entryOf(value, 'Type')?.value;
  const text = scalarText(type) ?? '';
  if (text === 'Schedule' || text === 'ScheduleV2') {
    const schedule = valueAt(value, 'Properties', text === 'Schedule' ? 'Schedule' : 'ScheduleExpression') ?? type;
    return schedule === undefined ? [] : [resource(place, 'serverless_schedule', name, schedule, {}), ...started(place, name, schedule, { schedule: scalarText(schedule) ?? '' })];
  }
  const known = Object.hasOwn(calls, text) ? calls[text] : undefined;
  return known === undefined || type === undefined ? [] : [resource(place, known, name, type, {})];
}

function resource({ path, stage }: Place, name: string, text: string, { range }: ConfigNode, detail: Readonly<Record<string, string>>): Fact {
  return { kind: 'resource', name, value: { kind: 'literal', text }, at: { path, range }, stage, origin: 'cloud', detail };
}

/** Templates that are applications: the folder that holds the template and the code of its functions. */
export function samApplications(workspace: WorkspaceFacts): readonly Application[] {
  const found = workspace.all.filter((fact) => fact.name === 'sam_service' && fact.kind === 'resource' && (fact.stage === 'production' || fact.stage === 'default'));
  return found
    .map((fact): Application => {
      const code = (fact.detail?.['code'] ?? '').split(' ').filter((folder) => folder !== '');
      const root = commonFolder([folderOf(fact.at.path), ...code]);
      const includes = [...new Set(code)].filter((folder) => folder !== root && folder !== '.' && workspace.hasFile(`${folder}/package.json`)).sort();
      return { root, name: root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1), framework: 'sam', frameworkVersion: null, languages: [languageOf(fact.detail?.['runtime'] ?? '', root, workspace)], manifest: fact.at, ...(includes.length === 0 ? {} : { includes }) };
    })
    .sort((a, b) => depth(a.root) - depth(b.root) || (a.manifest.path < b.manifest.path ? -1 : 1));
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => (folder === '.' ? [] : folder.split('/')));
  let common: readonly string[] = first;
  for (const parts of others) {
    const length = parts.findIndex((part, index) => part !== common[index]);
    common = common.slice(0, length < 0 ? Math.min(common.length, parts.length) : length);
  }
  return common.length === 0 ? '.' : common.join('/');
}

function depth(root: string): number {
  return root === '.' ? 0 : root.split('/').length;
}
