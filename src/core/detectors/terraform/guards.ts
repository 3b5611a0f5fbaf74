import type { ConfigNode, MapEntry } from '../../formats/node';
import type { HclBlock } from '../../formats/registry';
import type { Fact, Stage } from '../../model';
import { bucketAttributes, databaseAttributes, databaseTypes, guardFact, isEveryone, type GuardPlace } from '../cloud/guards';
import { expressionText } from './expressions';

const buckets = /^aws_s3_bucket(?:_acl|_public_access_block)?$/;
const securityGroups = /^aws_(?:security_group|default_security_group|security_group_rule|vpc_security_group_ingress_rule)$/;

/** Whether a block says something that only these facts keep: of security groups those that let everybody in. */
export function isGuard(type: string, text: string): boolean {
  if (securityGroups.test(type)) return /"(?:0\.0\.0\.0|::)\/0"/.test(text) && /ingress/.test(text);
  return type === 'aws_rds_cluster_instance' ? /publicly_accessible/.test(text) : type !== 'aws_s3_bucket' && buckets.test(type);
}

/** What one resource, or a published module that declares such a one, says about access and protection. */
export function guardFacts(path: string, stage: Stage, type: string, block: HclBlock, isModule = false): readonly Fact[] {
  const label = block.labels.at(-1)?.text ?? '';
  const count = expressionText(block.attributes.find(({ key }) => key === 'count')?.value);
  const place: GuardPlace = { path, stage, resource: label, detail: { tool: 'terraform', ...(count === undefined ? {} : { count }) } };
  if (databaseTypes.includes(type)) return databaseFacts(place, type, block, isModule);
  if (buckets.test(type)) return attributeFacts(place, 'bucket', bucketAttributes, block.attributes);
  return securityGroups.test(type) ? ingressFacts(place, type, block) : [];
}

function databaseFacts(place: GuardPlace, type: string, block: HclBlock, isModule: boolean): readonly Fact[] {
  const given = [...block.attributes.map(({ key }) => key), ...block.blocks.map((inner) => inner.type)].filter((key) => databaseAttributes.includes(key));
  const name = block.labels[0];
  const declared = isModule || name === undefined ? [] : [guardFact(place, 'database', type, name.range, { given: given.join(' ') })];
  return [...declared, ...attributeFacts(place, 'database', databaseAttributes, block.attributes)];
}

function attributeFacts(place: GuardPlace, group: string, names: readonly string[], attributes: readonly MapEntry[]): readonly Fact[] {
  return attributes.flatMap(({ key, value }) => {
    const text = names.includes(key) ? expressionText(value) : undefined;
    return text === undefined ? [] : [guardFact(place, `${group}.${key}`, text, value.range)];
  });
}

function ingressFacts(place: GuardPlace, type: string, block: HclBlock): readonly Fact[] {
  if (type === 'aws_security_group_rule') {
    const direction = expressionText(block.attributes.find(({ key }) => key === 'type')?.value);
    return direction === 'ingress' ? openings(place, block.attributes) : [];
  }
  if (type === 'aws_vpc_security_group_ingress_rule') return openings(place, block.attributes);
  const inner = block.blocks.filter((candidate) => candidate.type === 'ingress').map(({ attributes }) => attributes);
  const listed = block.attributes.filter(({ key }) => key === 'ingress').flatMap(({ value }) => entriesOfEach(value));
  return [...inner, ...listed].flatMap((attributes) => openings(place, attributes));
}

function entriesOfEach(node: ConfigNode): readonly (readonly MapEntry[])[] {
  if (node.kind === 'map') return [node.entries];
  return node.kind === 'list' ? node.items.flatMap((item) => entriesOfEach(item)) : [];
}

function openings(place: GuardPlace, attributes: readonly MapEntry[]): readonly Fact[] {
  const text = (...keys: readonly string[]): string | undefined => expressionText(attributes.find(({ key }) => keys.includes(key))?.value);
  const ports = { from: text('from_port'), to: text('to_port'), protocol: text('protocol', 'ip_protocol') };
  const detail = Object.fromEntries(Object.entries(ports).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
  const everyone = attributes
    .filter(({ key }) => /^(?:ipv6_)?cidr_blocks$|^cidr_ipv[46]$/.test(key))
    .flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))
    .find((node) => isEveryone(expressionText(node) ?? ''));
  return everyone === undefined ? [] : [guardFact(place, 'ingress', expressionText(everyone) ?? '', everyone.range, detail)];
}
