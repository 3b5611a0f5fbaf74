import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import type { SourceCall, SourceFile } from '../../formats/registry';
import type { Fact } from '../../model';
import { emptyExtraction } from '../../model';
import { programApplications } from '../cloud/programs';
import type { Detector } from '../detector';
import { environmentOfPath } from '../terraform/resolve';
import { components, type Component } from './components';

const uses = /\bsst\.(?:aws|cloudflare)\.|\bsst\.Secret\(|from\s+['"](?:sst\/constructs|@serverless-stack\/resources)['"]/;

/** Programs of SST: the components that they create (version 3) and the constructs of its earlier versions. */
export const sst: Detector = {
  id: 'sst',
  label: 'SST',
  files: [
    { match: /(^|\/)sst\.config\.[jt]s$/, example: 'sst.config.ts' },
    { match: /(^|\/)(?:infra|stacks)\/(?:[\w.-]+\/)*[\w.-]+(?<!\.d)\.[jt]s$/, example: 'infra/api.ts' },
  ],
  formats: (_path, text) => (uses.test(text) ? ['javascript'] : []),
  extract({ path, text }, formats) {
    if (!uses.test(text)) return emptyExtraction;
    const source = formats.javascript(text).value;
    const facts = source.calls.flatMap((call) => callFacts(path, source, call));
    return facts.length === 0 ? emptyExtraction : { facts, problems: [] };
  },
  fallbackApplications: (workspace) => programApplications(workspace, { framework: 'sst', entries: ['sst.config.ts', 'sst.config.js', 'sst.json'] }),
};

function callFacts(path: string, source: SourceFile, call: SourceCall): readonly Fact[] {
  const handler = routeHandler(call);
  if (handler !== undefined) return [fact(path, { type: 'aws_lambda_function', attributes: { web: 'true' } }, call, scalarText(handler) ?? '', handler)];
  const component = componentOf(source, call.name);
  if (component === undefined) return [];
  const name = call.arguments.map((argument) => scalarText(argument)).find((text) => text !== undefined) ?? '';
  const properties = call.arguments.find((argument) => argument.kind === 'map');
  const declared = fact(path, component, call, name, properties);
  // The routes of an interface and the consumer of a queue are functions.
  const runs = declared.detail?.['code'] === undefined || component.type === 'aws_lambda_function' ? [] : [fact(path, { type: 'aws_lambda_function', ...(component.type.includes('api') ? { attributes: { web: 'true' } } : {}) }, call, name, properties)];
  return [declared, ...runs, ...(component.also ?? []).map((type) => fact(path, { type }, call, name, undefined))];
}

/** `new sst.aws.Queue(…)`; of the earlier versions `new Queue(stack, …)` by what is imported. */
function componentOf(source: SourceFile, name: string): Component | undefined {
  const current = /^new sst\.(?:aws\.)?(\w+)$/.exec(name)?.[1];
  if (current !== undefined) return Object.hasOwn(components, current) ? components[current] : undefined;
  const earlier = /^new (\w+)$/.exec(name)?.[1];
  if (earlier === undefined || !source.imports.some(({ module, names }) => names.includes(earlier) && /^(?:sst\/constructs|@serverless-stack\/resources)$/.test(module))) return undefined;
  return Object.hasOwn(components, earlier) ? components[earlier] : undefined;
}

/** `api.route('GET /', 'src/get.handler')`, `bucket.subscribe('src/thumbnail.handler')`. */
function routeHandler(call: SourceCall): ConfigNode | undefined {
  if (!/\.(?:route|subscribe|notify|addRoutes)$/.test(call.name)) return undefined;
  return call.arguments.flatMap((argument) => (argument.kind === 'map' ? (entryOf(argument, 'handler')?.value ?? []) : argument)).find((argument) => /^[\w@./-]+\/[\w.-]+\.\w+$/.test(scalarText(argument) ?? ''));
}

function fact(path: string, { type, attributes }: Component, call: SourceCall, name: string, properties: ConfigNode | undefined): Fact {
  const paths = properties === undefined ? [] : properties.kind === 'map' ? handlersIn(properties, 0) : [scalarText(properties) ?? ''];
  const web = type === 'aws_lambda_function' && entryOf(properties, 'url') !== undefined;
  const built = type === 'aws_cloudfront_distribution' ? scalarText(entryOf(properties, 'path')?.value) : undefined;
  const engine = scalarText(entryOf(properties, 'engine')?.value);
  return {
    kind: 'resource', name: type, value: { kind: 'literal', text: name }, at: { path, range: call.nameRange }, stage: environmentOfPath(path), origin: 'cloud',
    detail: { program: 'sst', runs: name, label: name, ...attributes, ...(engine === undefined ? {} : { engine: engine.split(/\d/)[0] ?? '' }), ...(web ? { web: 'true' } : {}), ...(built === undefined ? {} : { builds: built.replace(/^\.\//, '').replace(/\/$/, '') }), ...(paths.length === 0 ? {} : { code: paths.join(' ') }) },
  };
}

/** `handler: 'src/api.handler'`, also inside `defaults`, `routes` and `consumer`. */
function handlersIn(node: ConfigNode, depth: number): readonly string[] {
  if (depth > 3) return [];
  if (node.kind === 'scalar') return /^[\w@./-]+\/[\w.-]+\.\w+$/.test(scalarText(node) ?? '') ? [scalarText(node) ?? ''] : [];
  return node.kind === 'map' ? node.entries.flatMap(({ key, value }) => (/^(?:handler|function|job|routes|consumer|subscriber|defaults|path)$|^(?:GET|POST|PUT|PATCH|DELETE|ANY|\$\w+)\b/.test(key) ? handlersIn(value, depth + 1) : [])) : [];
}
