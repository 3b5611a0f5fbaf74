import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import type { SourceCall, SourceFile } from '../../formats/registry';
import type { Fact } from '../../model';
import { emptyExtraction } from '../../model';
import { programApplications } from '../cloud/programs';
import type { Detector } from '../detector';
import { nodeFacts } from '../terraform/environment';
import { environmentOfPath } from '../terraform/resolve';
import { aliases, constructs, moduleKey, type ConstructKind } from './constructs';

const folder = '[^/]*(?:cdk|infra|stacks?|constructs?|iac|deploy|backend|cloud|aws)[^/]*';

const usesCdk = /aws-cdk-lib|@aws-cdk\/aws-|aws_cdk/;

/** Programs of the AWS CDK: the constructs that they create, and what they set for functions and containers. */
export const cdk: Detector = {
  id: 'cdk',
  label: 'AWS CDK',
  files: [
    { match: new RegExp(`(^|/)${folder}/(?:[^/]+/)*[^/]+(?<!\\.d)\\.(?:[cm]?ts|js|py)$`, 'i'), example: 'infra/lib/queues.ts' },
    { match: /(^|\/)(?:lib|bin)\/[^/]+(?<!\.d)\.ts$/, example: 'lib/shop.ts' },
    { match: /(^|\/)[^/]*(?:stack|construct|cdk)[^/]*(?<!\.d)\.(?:[cm]?ts|js|py)$/i, example: 'shop_stack.py' },
  ],
  formats: (path, text) => (!usesCdk.test(text) ? [] : path.endsWith('.py') ? ['python'] : ['javascript']),
  extract({ path, text }, formats) {
    if (!usesCdk.test(text) || !/\b(?:this|self|scope|stack)\s*,/.test(text)) return emptyExtraction;
    const source = (path.endsWith('.py') ? formats.python(text) : formats.javascript(text)).value;
    const facts = source.calls.flatMap((call) => callFacts(path, source, call));
    return facts.length === 0 ? emptyExtraction : { facts, problems: [] };
  },
  fallbackApplications: (workspace) => programApplications(workspace, { framework: 'cdk', entries: ['cdk.json'] }),
};

function callFacts(path: string, source: SourceFile, call: SourceCall): readonly Fact[] {
  const [scope, id] = call.arguments;
  const stage = environmentOfPath(path);
  if (/\.addContainer$/.test(call.name)) return call.arguments.flatMap((argument) => nodeFacts({ path, stage, detail: { runs: wordsOf(path, scalarText(scope) ?? '', call) } }, argument, 0));
  if (scope?.kind !== 'unknown' || !/^(?:this|self|scope|stack|parent|construct)\b/.test(scope.why) || id === undefined) return [];
  const kind = kindOf(source, call.name.replace(/^new /, ''));
  if (kind === undefined) return [];
  const name = kebab(scalarText(id) ?? (id.kind === 'unknown' ? id.why.replace(/\W+/g, '-') : ''));
  const properties = call.arguments.find((argument) => argument.kind === 'map');
  const place = { path, stage, detail: { runs: wordsOf(path, name, call) } };
  return [
    { kind: 'resource', name: kind.type, value: { kind: 'literal', text: name }, at: { path, range: call.nameRange }, keyRange: id.range, stage, origin: 'cloud', detail: { ...kind.attributes, ...attributesOf(properties), ...place.detail, label: name, program: 'cdk', ...codeOfFunction(call) } },
    ...(properties !== undefined && /Tracing\.ACTIVE$/.test(codeOf(entryOf(properties, 'tracing')?.value) ?? '') ? [{ kind: 'resource', name: 'serverless_tracing', value: { kind: 'literal', text: 'tracing' }, at: { path, range: call.nameRange }, stage, origin: 'cloud', detail: place.detail } satisfies Fact] : []),
    ...(properties === undefined ? [] : nodeFacts(place, properties, 0)),
  ];
}

/** `sqs.Queue` by its module; `Queue` alone by what is imported. */
function kindOf(source: SourceFile, name: string): ConstructKind | undefined {
  const parts = name.split('.');
  const className = parts.at(-1) ?? '';
  const prefix = parts.at(-2);
  if (prefix !== undefined) {
    const key = moduleKey(prefix);
    return classOf(key, className) ?? classOf(Object.hasOwn(aliases, key) ? (aliases[key] ?? '') : '', className);
  }
  const imported = source.imports.find(({ module, names }) => names.includes(className) && /aws[-_]/.test(module));
  return imported === undefined ? undefined : classOf(moduleKey(imported.module), className);
}

function classOf(key: string, className: string): ConstructKind | undefined {
  const classes = Object.hasOwn(constructs, key) ? constructs[key] : undefined;
  return classes !== undefined && Object.hasOwn(classes, className) ? classes[className] : undefined;
}

const scalars: readonly (readonly [attribute: string, names: readonly string[]])[] = [
  ['engine', ['engine']], ['engine_type', ['engineType', 'engine_type']], ['desired_count', ['desiredCount', 'desired_count']], ['memory_size', ['memorySize', 'memory_size']], ['cpu', ['cpu']], ['memory', ['memoryLimitMiB', 'memory_limit_mib']],
  ['node_type', ['cacheNodeType', 'cache_node_type']], ['allocated_storage', ['allocatedStorage', 'allocated_storage']], ['multi_az', ['multiAz', 'multi_az']], ['schedule_expression', ['scheduleExpression', 'schedule_expression']], ['type', ['type']],
];

function attributesOf(properties: ConfigNode | undefined): Readonly<Record<string, string>> {
  const detail: Record<string, string> = {};
  const property = (...names: readonly string[]): ConfigNode | undefined => names.map((name) => entryOf(properties, name)?.value).find((value) => value !== undefined);
  for (const [attribute, names] of scalars) {
    const text = scalarText(property(...names));
    if (text !== undefined) detail[attribute] = text;
  }
  // `rds.DatabaseInstanceEngine.postgres({ version })`, `lambda.Runtime.PYTHON_3_13`, `events.Schedule.rate(…)`.
  const engine = codeOf(property('engine'));
  if (engine !== undefined) detail['engine'] = /aurora_?postgres/i.test(engine) ? 'aurora-postgresql' : /aurora_?mysql/i.test(engine) ? 'aurora-mysql' : (/postgres|mysql|mariadb|sqlserver|sql_server|oracle/i.exec(engine)?.[0] ?? '').toLowerCase().replace('_', '');
  const runtime = codeOf(property('runtime'));
  if (runtime !== undefined) detail['runtime'] = (/Runtime\.(\w+)/.exec(runtime)?.[1] ?? '').toLowerCase().replace(/_x$/i, '.x').replace(/_/g, '');
  if (/\.(?:rate|cron|expression)\b/.test(codeOf(property('schedule')) ?? '')) detail['schedule_expression'] = 'rate()';
  return detail;
}

function codeOf(node: ConfigNode | undefined): string | undefined {
  return node?.kind === 'unknown' ? `${node.call?.name ?? ''} ${node.why}` : undefined;
}

/** What a construct may be named for: its id, its file, folders, and the folder of the code that it runs. */
function wordsOf(path: string, id: string, call: SourceCall): string {
  const parts = path.split('/');
  const assets = call.arguments.flatMap((argument) => pathsIn(argument, 0)).map((text) => text.split('/').filter((part) => part !== '' && !part.startsWith('.')).at(-1) ?? '');
  return [...assets, kebab(id), (parts.at(-1) ?? '').split('.')[0] ?? ''].filter((word) => word !== '' && !/\s/.test(word)).join(' ');
}

/** Paths of a function's code, as written. */
function codeOfFunction(call: SourceCall): Readonly<Record<string, string>> {
  const paths = call.arguments.flatMap((argument) => pathsIn(argument, 0));
  return paths.length === 0 ? {} : { code: paths.join(' ') };
}

function pathsIn(node: ConfigNode, depth: number): readonly string[] {
  if (depth > 4) return [];
  if (node.kind === 'scalar') return typeof node.value === 'string' && /^\.{0,2}\/?[\w.-]*\/[\w./-]+$/.test(node.value) ? [node.value] : [];
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => (/^(?:entry|code|codeUri|code_uri|directory|image|handler|path|index|taskImageOptions|task_image_options)$/.test(key) ? pathsIn(value, depth + 1) : []));
  if (node.kind === 'unknown') return (node.call?.arguments ?? []).flatMap((argument) => pathsIn(argument, depth + 1));
  return [];
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
