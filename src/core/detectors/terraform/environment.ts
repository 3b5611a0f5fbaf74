import { entryOf, type ConfigNode, type MapEntry } from '../../formats/node';
import type { HclBlock } from '../../formats/registry';
import type { Fact, Stage, TextRange } from '../../model';
import { environmentFact, isSecretKey } from '../facts';
import { expressionText, isResolved } from './expressions';

export interface Place {
  readonly path: string;
  readonly stage: Stage;
  readonly detail: Readonly<Record<string, string>>;
}

const mapKey = /^(?:\w+_)?(?:env|envs|environment|env_?vars?|environment_?var(?:iable)?s|environments)$|^(?:config_vars|app_settings|sensitive_config_vars)$/i;
const secretsKey = /^(?:\w+_)?secrets?(?:_environment_variables)?$/i;
/** Values of a secret's address: an ARN, a reference to a parameter. */
const parameterAddress = /ssm|parameter/i;

const maximumDepth = 8;

/** Variables that infrastructure code sets for a container or a function, wherever its kind of block says them. */
export function environmentFacts(place: Place, block: Pick<HclBlock, 'attributes' | 'blocks'>, depth = 0): readonly Fact[] {
  if (depth > maximumDepth) return [];
  return [
    ...block.attributes.flatMap((attribute) => attributeFacts(place, attribute, depth)),
    ...block.blocks.flatMap((inner) => blockFacts(place, inner, depth)),
  ];
}

function blockFacts(place: Place, block: HclBlock, depth: number): readonly Fact[] {
  const attribute = (key: string): MapEntry | undefined => block.attributes.find((entry) => entry.key === key);
  if (/^(?:env|environment|setting|environment_variable)s?$/.test(block.type)) {
    const key = attribute('name') ?? attribute('key');
    const value = attribute('value');
    if (key !== undefined && value !== undefined) {
      const namespace = attribute('namespace');
      if (block.type === 'setting' && (namespace === undefined || expressionText(namespace.value) !== 'aws:elasticbeanstalk:application:environment')) return [];
      return variable(place, expressionText(key.value), key.value.range, value.value);
    }
    const variables = attribute('variables');
    if (variables !== undefined) return mapped(place, variables.value);
  }
  return environmentFacts(place, block, depth + 1);
}

function attributeFacts(place: Place, { key, value }: MapEntry, depth: number): readonly Fact[] {
  if (secretsKey.test(key)) return secretFacts(place, value);
  if (mapKey.test(key)) {
    const found = mapped(place, value);
    if (found.length > 0) return found;
  }
  return nodeFacts(place, value, depth + 1);
}

/** `jsonencode([{ environment = [...] }])`, and maps of containers that modules take. */
export function nodeFacts(place: Place, node: ConfigNode, depth: number): readonly Fact[] {
  if (depth > maximumDepth) return [];
  if (node.kind === 'map') return node.entries.flatMap((entry) => attributeFacts(place, entry, depth));
  if (node.kind === 'list') return node.items.flatMap((item) => nodeFacts(place, item, depth + 1));
  if (node.kind === 'unknown' && node.call !== undefined) return node.call.arguments.flatMap((argument) => nodeFacts(place, argument, depth + 1));
  return [];
}

/** A map of variables, or a list of `{ name, value }`; `merge` and `concat` put several together. */
function mapped(place: Place, node: ConfigNode): readonly Fact[] {
  if (node.kind === 'unknown') return node.call === undefined ? [] : node.call.arguments.flatMap((argument) => mapped(place, argument));
  if (node.kind === 'list') {
    return node.items.flatMap((item) => {
      const key = entryOf(item, 'name') ?? entryOf(item, 'key') ?? entryOf(item, 'Name');
      const value = entryOf(item, 'value') ?? entryOf(item, 'Value');
      return key === undefined || value === undefined ? [] : variable(place, expressionText(key.value), key.value.range, value.value);
    });
  }
  if (node.kind !== 'map') return [];
  const variables = entryOf(node, 'variables') ?? entryOf(node, 'Variables');
  if (variables !== undefined) return mapped(place, variables.value);
  return node.entries.flatMap((entry) => variable(place, entry.key, entry.keyRange, entry.value.kind === 'map' ? (entryOf(entry.value, 'value')?.value ?? entry.value) : entry.value));
}

function variable(place: Place, key: string | undefined, keyRange: TextRange, node: ConfigNode): readonly Fact[] {
  if (key === undefined || !/^[A-Za-z_]\w*$/.test(key)) return [];
  const text = expressionText(node);
  const where = { stage: place.stage, origin: 'cloud' } as const;
  if (text !== undefined && isResolved(text)) {
    const fact = environmentFact(place.path, { key, keyRange, value: text, valueRange: node.range }, where);
    return [{ ...fact, detail: { ...place.detail, ...fact.detail } }];
  }
  // A credential beside a reference is a secret all the same: only its shape is kept.
  const expression = text === undefined || isSecretKey(key) ? '' : text.replace(/:\/\/[^@/\s]*@/, '://');
  return [{ kind: 'env', name: key, value: { kind: 'secret', state: 'set' }, at: { path: place.path, range: node.range }, keyRange, ...where, detail: { ...place.detail, reference: 'true', expression } }];
}

/** `[{ name, valueFrom }]` of a container: the variable exists, and where its value is kept. */
function secretFacts(place: Place, node: ConfigNode): readonly Fact[] {
  const pairs = node.kind === 'list'
    ? node.items.flatMap((item) => {
        const key = entryOf(item, 'name')?.value;
        const from = (entryOf(item, 'valueFrom') ?? entryOf(item, 'value_from'))?.value;
        return key === undefined || from === undefined ? [] : [{ key: expressionText(key), keyRange: key.range, from }];
      })
    : node.kind === 'map' ? node.entries.map((entry) => ({ key: entry.key, keyRange: entry.keyRange, from: entry.value })) : [];
  const named = pairs.filter(({ key }) => key !== undefined && /^[A-Za-z_]\w*$/.test(key));
  const [first] = named;
  if (first === undefined) return [];
  const address = expressionText(first.from) ?? (first.from.kind === 'unknown' ? first.from.why : '');
  const kept = /secret/i.test(address) ? 'aws_secretsmanager_secret' : parameterAddress.test(address) ? 'aws_ssm_parameter' : undefined;
  return [
    ...named.map(({ key = '', keyRange, from }): Fact => ({
      kind: 'env', name: key, value: { kind: 'secret', state: 'set' }, at: { path: place.path, range: from.range }, keyRange, stage: place.stage, origin: 'cloud', detail: { ...place.detail, reference: 'true' },
    })),
    ...(kept === undefined ? [] : [{ kind: 'resource', name: kept, value: { kind: 'literal', text: first.key ?? '' }, at: { path: place.path, range: first.from.range }, stage: place.stage, origin: 'cloud', detail: { ...place.detail, usedBy: 'container' } } satisfies Fact]),
  ];
}
