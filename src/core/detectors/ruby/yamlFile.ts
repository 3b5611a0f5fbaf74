import type { Extraction, Fact, SourceDocument, Stage } from '../../model';
import type { Formats } from '../../formats';
import { entryOf, scalarText, type ConfigNode, type MapEntry } from '../../formats/node';
import { environmentFact, problemsAt } from '../facts';
import { processRole } from '../commands';
import { readTemplate, type Template } from './erb';

interface Place {
  readonly path: string;
  readonly stage: Stage;
  readonly template: Template;
}

const maximumDepth = 6;

/**
 * `config/database.yml` → `ruby.yml.database.production.adapter`: every leaf below its file's name, with the ERB read
 * where it stands. `:key:` is `key`. Merged anchors keep the place where they are written.
 */
export function extractYaml(document: SourceDocument, formats: Formats): Extraction {
  const template = readTemplate(document.text, formats);
  const parsed = formats.yaml(template.text);
  const place: Place = { path: document.path, stage: stageOf(document.path), template };
  const name = yamlName(document.path);
  const facts: Fact[] = [];
  for (const root of parsed.value) if (root.kind === 'map') for (const entry of root.entries) leaves(place, `yml.${name}.${plainKey(entry.key)}`, entry, facts, 0);
  const deployed = name === 'deploy' ? parsed.value.flatMap((root) => kamal(place, root)) : [];
  return { facts: [...facts, ...deployed], problems: document.text.includes('<%') ? [] : problemsAt(document.path, parsed.problems) };
}

/** `config/database.yml.sample` and `config/database.mysql.yml` are `database`; the latter carries its variant. */
function yamlName(path: string): string {
  if (/(^|\/)settings\/[\w-]+\.ya?ml$/.test(path)) return 'settings';
  return /(?<![\w-])([\w-]+)(?:\.[\w.-]+)?$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? 'unknown';
}

function variantOf(path: string): string | undefined {
  const words = path.slice(path.lastIndexOf('/') + 1).split('.').slice(1);
  return words.find((word) => !/^(?:ya?ml|erb|example|sample|dist|template|tmpl|default|production|docker|local|ci|github|test|development)$/.test(word));
}

function stageOf(path: string): Stage {
  const environment = /(^|\/)settings\/([\w-]+)\.ya?ml$/.exec(path)?.[2];
  if (environment !== undefined) return environment === 'production' ? 'production' : environment === 'test' ? 'test' : 'local';
  const words = path.slice(path.lastIndexOf('/') + 1).split(/[.-]/);
  if (words.some((word) => /^(?:test|ci|github|travis|gitlab|devcontainer)$/.test(word))) return 'test';
  if (words.some((word) => /^(?:example|sample|dist|template|tmpl)$/.test(word))) return 'example';
  return words.some((word) => /^(?:development|dev|local|cloud9|c9|gitpod|vagrant|codespaces?)$/.test(word)) ? 'local' : 'default';
}

function plainKey(key: string): string {
  return key.replace(/^:|:$/g, '').replace(/[^\w-]/g, '_');
}

function leaves(place: Place, name: string, entry: MapEntry, facts: Fact[], depth: number): void {
  if (depth > maximumDepth || facts.length > 2_000) return;
  const { value, keyRange } = entry;
  if (value.kind === 'map') {
    facts.push(factOf(place, name, { kind: 'unknown', why: value.entries.length === 0 ? 'empty' : 'a structure' }, keyRange, keyRange, []));
    for (const inner of value.entries) leaves(place, `${name}.${plainKey(inner.key)}`, inner, facts, depth + 1);
    return;
  }
  if (value.kind === 'list') {
    value.items.forEach((item, index) => {
      leaves(place, `${name}.${index}`, { key: String(index), keyRange, value: item }, facts, depth + 1);
    });
    return;
  }
  for (const { value: read, range, when } of place.template.read(name, value)) facts.push(factOf(place, name, read, range.end > range.start ? range : keyRange, keyRange, when));
}

function factOf(place: Place, name: string, value: Fact['value'], range: Fact['at']['range'], keyRange: Fact['at']['range'], when: readonly unknown[]): Fact {
  const variant = variantOf(place.path);
  const detail = { ...(when.length === 0 ? {} : { when: JSON.stringify(when) }), ...(variant === undefined ? {} : { variant }) };
  return { kind: 'config', name: `ruby.${name}`, value, at: { path: place.path, range }, keyRange, stage: place.stage, origin: 'ruby-yaml', ...(Object.keys(detail).length === 0 ? {} : { detail }) };
}

/** Kamal's `deploy.yml`: what runs beside the application, what it is started with, which variables it is given. */
function kamal(place: Place, root: ConfigNode): readonly Fact[] {
  if (entryOf(root, 'service') === undefined || entryOf(root, 'image') === undefined) return [];
  const common = { stage: 'production', origin: 'kamal' } as const;
  const { path } = place;
  const accessories = entriesOf(entryOf(root, 'accessories')?.value).flatMap((entry): readonly Fact[] => {
    const image = entryOf(entry.value, 'image')?.value;
    const text = scalarText(image);
    return image === undefined || text === undefined ? [] : [{ kind: 'container', name: entry.key, value: { kind: 'literal', text }, at: { path, range: image.range }, keyRange: entry.keyRange, ...common, detail: { service: entry.key, application: 'false' } }];
  });
  const env = entryOf(root, 'env')?.value;
  const clear = entriesOf(entryOf(env, 'clear')?.value).flatMap((entry) => {
    const value = scalarText(entry.value);
    return value === undefined ? [] : [environmentFact(path, { key: entry.key, keyRange: entry.keyRange, value, valueRange: entry.value.range }, common)];
  });
  const secret = entryOf(env, 'secret')?.value;
  const secrets = secret?.kind !== 'list' ? [] : secret.items.flatMap((item): readonly Fact[] => {
    const key = scalarText(item);
    return key === undefined ? [] : [{ kind: 'env', name: key.split(':')[0] ?? key, value: { kind: 'secret', state: 'set' }, at: { path, range: item.range }, ...common }];
  });
  const processes = entriesOf(entryOf(root, 'servers')?.value).flatMap((entry): readonly Fact[] => {
    const command = entryOf(entry.value, 'cmd')?.value;
    const text = scalarText(command);
    return command === undefined || text === undefined ? [] : [{ kind: 'process', name: processRole(text, entry.key), value: { kind: 'literal', text }, at: { path, range: command.range }, keyRange: entry.keyRange, ...common, detail: { process: entry.key } }];
  });
  return [...accessories, ...clear, ...secrets, ...processes];
}

function entriesOf(node: ConfigNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
