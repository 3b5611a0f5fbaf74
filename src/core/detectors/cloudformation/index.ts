import type { Fact, Stage } from '../../model';
import { emptyExtraction } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import { stageOfPath } from '../../workspace/stage';
import { cloudBindings } from '../cloud/bindings';
import type { Detector } from '../detector';
import { environmentFact, problemsAt } from '../facts';
import { guardFacts } from './guards';
import { samApplications, samFacts } from './sam';
import { cloudFormationTypes } from './types';

/** Names that templates go by; anything else in JSON or YAML is looked at only where it says that it is a template. */
const templateName = /(^|\/)([\w.-]*(template|cloudformation|stack|cfn|sam)[\w.-]*|cloudformation\/.+|cfn\/.+)\.(ya?ml|json|template)$|(^|\/)cdk\.out\/[^/]+\.template\.json$/i;

/** CloudFormation and SAM templates, and the templates that the CDK synthesised. */
export const cloudFormation: Detector = {
  id: 'cloudformation',
  label: 'CloudFormation',
  files: [{ match: /^[\w.-]*(?:backend|infra|aws|sam|serverless|lambda|service|cloud|deploy)[\w.-]*\/(?:[\w-]+\/)?(?!docker-compose|compose|pnpm-)[\w-]+\.ya?ml$/, example: 'backend/cart-service.yaml' }, { match: templateName, example: 'infra/template.yaml' }, { match: /^(?!.*(?:src\/main|config)\/resources\/)(?:[\w.-]+\/){0,3}resources\/[\w.-]+\.ya?ml$/, example: 'resources/orders-table.yml' }],
  formats: (path) => (path.endsWith('.json') ? ['json'] : ['yaml']),
  extract(document, formats) {
    if (!/AWS::|"Resources"|^Resources:/m.test(document.text)) return emptyExtraction;
    const parsed = document.path.endsWith('.json') ? formats.json(document.text) : formats.yaml(document.text);
    const root = Array.isArray(parsed.value) ? (parsed.value as readonly ConfigNode[])[0] : (parsed.value as ConfigNode);
    const facts = [...resourceFacts(document.path, root), ...samFacts(document.path, root, stageOfTemplate(document.path))];
    return facts.length === 0 ? emptyExtraction : { facts, problems: problemsAt(document.path, parsed.problems) };
  },
  fallbackApplications: samApplications,
  bindings: cloudBindings,
};

function stageOfTemplate(path: string): Stage {
  const named = stageOfPath(path);
  return named === 'default' ? 'production' : named;
}

/** Facts of the `Resources` of a template (or of the part of a Serverless file that is one). */
export function resourceFacts(path: string, root: ConfigNode | undefined): readonly Fact[] {
  const resources = entryOf(root, 'Resources')?.value;
  if (resources?.kind !== 'map') return [];
  const stage = stageOfTemplate(path);
  return resources.entries.flatMap((entry) => [...resourceFact(path, entry, stage), ...guardFacts(path, stage, entry)]);
}

function resourceFact(path: string, entry: MapEntry, stage: Stage): readonly Fact[] {
  const type = entryOf(entry.value, 'Type')?.value;
  const name = scalarText(type);
  const mapping = name === undefined || !Object.hasOwn(cloudFormationTypes, name) ? undefined : cloudFormationTypes[name];
  if (type === undefined || mapping === undefined) return [];
  const properties = entryOf(entry.value, 'Properties')?.value;
  const detail: Record<string, string> = {};
  for (const [attribute, property] of Object.entries(mapping.attributes ?? {})) {
    const value = scalarText(valueAt(properties, ...property.split('.')));
    if (value !== undefined) detail[attribute] = value;
  }
  const common = { stage, origin: 'cloud' } as const;
  const facts: Fact[] = [
    { kind: 'resource', name: mapping.canonical, value: { kind: 'literal', text: entry.key }, at: { path, range: type.range }, keyRange: entry.keyRange, ...common, detail },
  ];
  facts.push(...environmentFacts(path, valueAt(properties, 'Environment', 'Variables'), stage));
  const containers = valueAt(properties, 'ContainerDefinitions');
  if (containers?.kind === 'list') for (const container of containers.items) facts.push(...namedPairs(path, entryOf(container, 'Environment')?.value, stage));
  return facts;
}

function environmentFacts(path: string, node: ConfigNode | undefined, stage: Stage): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => {
    const value = scalarText(entry.value);
    return value === undefined ? [] : [environmentFact(path, { key: entry.key, keyRange: entry.keyRange, value, valueRange: entry.value.range }, { stage, origin: 'cloud' })];
  });
}

/** `[{ Name: KEY, Value: value }]` of a container definition. */
export function namedPairs(path: string, node: ConfigNode | undefined, stage: Stage): readonly Fact[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const key = entryOf(item, 'Name')?.value ?? entryOf(item, 'name')?.value;
    const value = entryOf(item, 'Value')?.value ?? entryOf(item, 'value')?.value;
    const [keyText, valueText] = [scalarText(key), scalarText(value)];
    if (key === undefined || value === undefined || keyText === undefined || valueText === undefined) return [];
    return [environmentFact(path, { key: keyText, keyRange: key.range, value: valueText, valueRange: value.range }, { stage, origin: 'cloud' })];
  });
}

