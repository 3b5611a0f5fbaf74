import { scalarText, type MapEntry } from '../../formats/node';
import type { HclBlock } from '../../formats/registry';
import type { Formats } from '../../formats';
import type { Fact, Stage } from '../../model';
import { isSecretKey } from '../facts';
import { environmentFacts, nodeFacts, type Place } from './environment';
import { expressionText } from './expressions';
import { guardFacts } from './guards';
import { isTelling, runsSomething } from './relevant';
import { moduleKind, namingAttributes, tellingAttributes } from './types';

/** Facts of one file: what it declares, and the variables, locals and calls by which other files complete it. */
export function terraformFacts(path: string, stage: Stage, root: HclBlock, formats: Formats): readonly Fact[] {
  return root.blocks.flatMap((block) => {
    switch (block.type) {
      case 'resource':
        return resourceFacts(path, stage, block, formats);
      case 'module':
        return moduleFacts(path, stage, block);
      case 'variable':
        return setting(path, stage, 'var', block.labels[0]?.text, block.attributes.find(({ key }) => key === 'default'));
      case 'locals':
        return block.attributes.flatMap((attribute) => [
          ...setting(path, stage, 'local', attribute.key, attribute),
          ...(/env(?:ironment)?_?var(?:iable)?s?$/i.test(attribute.key) ? environmentFacts(placeOf(path, stage, attribute.key), { attributes: [attribute], blocks: [] }) : []),
        ]);
      default:
        return [];
    }
  });
}

/** `key = value` lines of a `.tfvars` file. */
export function variableFacts(path: string, stage: Stage, root: HclBlock): readonly Fact[] {
  return root.attributes.flatMap((attribute) => setting(path, stage, 'tfvars', attribute.key, attribute));
}

/**
 * Literal defaults of a file that has nothing but variables. Such files are as many as the others, and a parser for them
 * is most of the time that a repository of infrastructure takes.
 */
export function plainVariables(path: string, stage: Stage, text: string): readonly Fact[] {
  return [...text.matchAll(/^variable[ \t]+"(\w+)"[ \t]*\{[ \t]*\r?\n((?:[ \t#/][^\n]*\n|\r?\n)*)\}/gm)].flatMap((block) => {
    const [, name = '', body = ''] = block;
    const literal = /^[ \t]*default[ \t]*=[ \t]*(?:"([^"\n\\$]*)"|(true|false|-?\d[\d.]*))[ \t]*(?:#.*)?$/m.exec(body);
    const value = literal?.[1] ?? literal?.[2];
    if (literal === null || value === undefined) return [];
    const start = block.index + block[0].indexOf(body) + literal.index + literal[0].indexOf(value, literal[0].indexOf('=') + 1);
    const range = { start, end: start + value.length };
    return setting(path, stage, 'var', name, { key: 'default', keyRange: range, value: { kind: 'scalar', value, range } });
  });
}

function setting(path: string, stage: Stage, kind: 'var' | 'local' | 'tfvars', name: string | undefined, attribute: MapEntry | undefined): readonly Fact[] {
  if (name === undefined || attribute === undefined || isSecretKey(name)) return [];
  const text = expressionText(attribute.value);
  if (text === undefined || text.length > 200 || /:\/\/[^/\s]*@/.test(text)) return [];
  return [{ kind: 'config', name: `terraform.${kind}.${name}`, value: { kind: 'literal', text }, at: { path, range: attribute.value.range }, keyRange: attribute.keyRange, stage, origin: 'terraform' }];
}

function resourceFacts(path: string, stage: Stage, block: HclBlock, formats: Formats): readonly Fact[] {
  const [type, label] = block.labels;
  if (type === undefined || label === undefined) return [];
  const guards = guardFacts(path, stage, type.text, block);
  if (!isTelling(type.text)) return guards;
  const detail = attributesOf(block);
  const place = placeOf(path, stage, label.text, detail);
  const facts: Fact[] = [
    { kind: 'resource', name: type.text, value: { kind: 'literal', text: nameOf(detail) ?? label.text }, at: { path, range: type.range }, keyRange: label.range, stage, origin: 'cloud', detail: { ...detail, ...place.detail, label: label.text, tool: 'terraform' } },
    ...guards,
  ];
  if (runsSomething(type.text)) facts.push(...environmentFacts(place, block), ...definedInText(place, block, formats));
  return facts;
}

/** `container_definitions = <<EOF [ … ] EOF`: JSON inside the text, with places kept. */
function definedInText(place: Place, block: HclBlock, formats: Formats): readonly Fact[] {
  const attribute = block.attributes.find(({ key }) => key === 'container_definitions');
  if (attribute === undefined) return [];
  const text = scalarText(attribute.value) ?? (attribute.value.kind === 'unknown' && attribute.value.call === undefined ? attribute.value.why : undefined);
  if (text === undefined || !text.includes('[')) return [];
  const { value } = formats.json(text.slice(text.indexOf('[')).trimEnd().replace(/(?<!\w)\w+$/, '').replace(/\$\{[^}]*\}/g, '0'));
  // Inside a text the place is the attribute's: line by line positions would be guesses.
  return nodeFacts(place, value, 0).map((fact) => ({ ...fact, at: { path: place.path, range: attribute.value.range }, keyRange: attribute.keyRange }));
}

function moduleFacts(path: string, stage: Stage, block: HclBlock): readonly Fact[] {
  const [label] = block.labels;
  const source = block.attributes.find(({ key }) => key === 'source');
  const address = expressionText(source?.value);
  if (label === undefined || source === undefined || address === undefined) return [];
  const detail = attributesOf(block);
  const place = placeOf(path, stage, label.text, detail);
  const environment = environmentFacts(place, block);
  if (/^\.{1,2}\//.test(address)) {
    const given = Object.fromEntries(block.attributes.flatMap(({ key, value }): readonly [string, string][] => {
      const text = key === 'source' || isSecretKey(key) ? undefined : expressionText(value);
      return text === undefined || text.length > 200 ? [] : [[`argument.${key}`, text]];
    }));
    return [{ kind: 'config', name: 'terraform.module', value: { kind: 'literal', text: address }, at: { path, range: source.value.range }, stage, origin: 'terraform', detail: { ...given, ...(detail['count'] === undefined ? {} : { count: detail['count'] }) } }, ...environment];
  }
  const kind = moduleKind(address);
  if (kind === null) return environment;
  const type = kind.type === 'aws_elasticache_replication_group' && detail['engine'] === 'memcached' ? 'aws_elasticache_cluster' : kind.type;
  return [
    { kind: 'resource', name: type, value: { kind: 'literal', text: nameOf(detail) ?? label.text }, at: { path, range: source.value.range }, keyRange: label.range, stage, origin: 'cloud', detail: { ...kind.attributes, ...detail, ...place.detail, label: label.text, tool: 'terraform' } },
    ...guardFacts(path, stage, type, block, true),
    ...environment,
  ];
}

function attributesOf(block: HclBlock): Readonly<Record<string, string>> {
  const detail: Record<string, string> = {};
  for (const { key, value } of block.attributes) {
    const text = tellingAttributes.has(key) ? expressionText(value) : undefined;
    if (text !== undefined) detail[key] = text;
  }
  return detail;
}

function nameOf(detail: Readonly<Record<string, string>>): string | undefined {
  const key = namingAttributes.find((name) => detail[name] !== undefined);
  return key === undefined ? undefined : detail[key];
}

/** What a resource may be named for: its label, its name, its file, the folders that it lies in. */
function placeOf(path: string, stage: Stage, label: string, detail: Readonly<Record<string, string>> = {}): Place {
  const parts = path.split('/');
  const file = (parts.at(-1) ?? '').split('.')[0] ?? '';
  const words = [label, nameOf(detail) ?? '', file, ...parts.slice(0, -1).reverse().slice(0, 3)].map((word) => word.replace(/\$\{[^}]*\}/g, '-').replace(/\s+/g, '-'));
  return { path, stage, detail: { runs: words.filter((word) => word !== '').join(' ') } };
}
