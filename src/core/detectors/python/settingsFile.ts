import type { Extraction, Fact, SourceDocument, Stage } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { splitArguments } from '../../formats/code/literals';
import type { SourceFile } from '../../formats/registry';
import { stageOfPath } from '../../workspace/stage';
import { problemsAt } from '../facts';
import { Blocks } from './conditions';
import { fieldOf, settingsClasses, typedFields } from './fields';
import { readValue } from './values';

/** Names whose inner values matter. Other structures keep their presence. */
const structures = /^(?:DATABASES|CACHES|STORAGES|CHANNEL_LAYERS|WAGTAILSEARCH_BACKENDS|HAYSTACK_CONNECTIONS|MAILERS|TASKS|RQ_QUEUES|RQ|HUEY|Q_CLUSTER|DRAMATIQ_BROKER|DRAMATIQ_RESULT_BACKEND|EMAIL|ELASTICSEARCH_DSL|POST_OFFICE|ANYMAIL|CELERY|CELERY_CONFIG|CELERY_SETTINGS|CACHE_CONFIG|LOGGING|\w+_LOGGING|LOGGING_CONFIG|THUMBNAIL\w*|\w*(?:DATABASE|CONNECTION)_(?:OPTIONS|CONFIG|SETTINGS|DEFAULTS?)|_?(?:\w+_)?(?:database|db)(?:_config|_settings)?)$/;
const lists = /^(?:INSTALLED_APPS|MIDDLEWARE|MIDDLEWARE_CLASSES|\w*_APPS|\w*_MIDDLEWARE)$/;

/** A module may keep what its settings fall back to in one structure. */
const defaults = /^_?(?:DEFAULTS?|DEFAULT_(?:CONFIG|SETTINGS))$/;

/** `DATABASES['default'].update(…)` assigns what it is given, over what stands there. */
const updated = /^((?:DATABASES|CACHES)\.\w+)\.update$/;

/** Assignments of a settings module as facts, each with what it depends on. */
export function extractSettings(document: SourceDocument, formats: Formats, origin: string): Extraction {
  const parsed = formats.python(document.text);
  return { facts: settingsFacts(document, parsed.value, origin), problems: problemsAt(document.path, parsed.problems) };
}

export function settingsFacts(document: SourceDocument, file: SourceFile, origin: string): readonly Fact[] {
  const { path, text } = document;
  const blocks = new Blocks(text);
  const classes = settingsClasses(file, text, blocks);
  const place: Place = { path, text, stage: stageOfSettings(path), origin, blocks };
  return [
    ...file.assignments.filter(({ targetRange }) => classes.isUsedAt(targetRange.start)).flatMap(({ target, targetRange, value }) => {
      const facts = assigned(place, target, targetRange, value);
      return classes.areFields ? facts.map((fact) => fieldOf(fact, text, classes)) : facts;
    }),
    ...file.calls.flatMap(({ name, nameRange, arguments: [value] }) => {
      const target = updated.exec(name)?.[1];
      return target === undefined || value === undefined ? [] : assigned(place, target, nameRange, value);
    }),
    ...(classes.areFields ? typedFields(text, blocks, classes).map(({ name, key, type, start }) => factOf(place, name, { kind: 'env', key, fallback: null }, { start, end: start + name.length }, { start, end: start + name.length }, { type })) : []),
    ...calls(place, file),
    ...imports(place, file),
  ].map((fact) => (place.stage === 'default' ? { ...fact, stage: classes.stageAt(fact.keyRange?.start ?? fact.at.range.start) ?? fact.stage } : fact));
}

/** A file beside the image's is what the image runs with. */
export function stageOfSettings(path: string): Stage {
  if (/\.(?:example|sample|dist|tpl|template)$|[._-](?:example|sample)\.py/.test(path)) return 'example';
  if (/(^|[/_.-])(?:ci|travis|github|gitlab|circleci|unit_?tests?)\.py$/i.test(path)) return 'test';
  const stage = stageOfPath(path);
  return stage === 'default' && /(^|\/)docker\//.test(path) ? 'production' : stage;
}

interface Place {
  readonly path: string;
  readonly text: string;
  readonly stage: Stage;
  readonly origin: string;
  readonly blocks: Blocks;
}

function assigned(place: Place, target: string, targetRange: Fact['at']['range'], value: ConfigNode): readonly Fact[] {
  const conditions = place.blocks.conditionsAt(targetRange.start);
  const name = target.replace(/^(?:self|cls|(?:\w+\.)*conf(?:ig)?)\./, '');
  if (conditions === null && name === target) return [];
  const detail = conditions === null || conditions.length === 0 ? undefined : { when: JSON.stringify(conditions) };
  const [head = ''] = name.split('.');
  if (defaults.test(name) && value.kind === 'map') return value.entries.filter(({ key }) => /^[A-Z][A-Z0-9_]+$/.test(key)).flatMap((entry) => assigned(place, entry.key, entry.keyRange, entry.value));
  if (lists.test(head) && value.kind === 'list') return value.items.flatMap((item) => listItem(place, head, item, detail));
  if (lists.test(head) && value.kind === 'unknown' && value.call?.name === '+') return value.call.arguments.flatMap((side) => (side.kind === 'list' ? side.items.flatMap((item) => listItem(place, head, item, detail)) : []));
  return flatten(place, name, targetRange, value, detail, structures.test(head) ? 4 : 0);
}

function listItem(place: Place, name: string, item: ConfigNode, detail: Fact['detail']): readonly Fact[] {
  return item.kind === 'scalar' && typeof item.value === 'string' ? [factOf(place, `${name}[]`, { kind: 'literal', text: item.value }, item.range, undefined, detail)] : [];
}

function flatten(place: Place, name: string, keyRange: Fact['at']['range'], value: ConfigNode, detail: Fact['detail'], depth: number): readonly Fact[] {
  if (value.kind === 'map' && depth > 0) {
    return [factOf(place, name, { kind: 'unknown', why: 'a structure' }, keyRange, keyRange, detail), ...value.entries.flatMap((entry) => flatten(place, `${name}.${entry.key}`, entry.keyRange, entry.value, detail, depth - 1))];
  }
  const isList = value.kind === 'list' || value.kind === 'map';
  if (isList) {
    const count = value.kind === 'list' ? value.items.length : value.entries.length;
    return [factOf(place, name, { kind: 'unknown', why: count === 0 ? 'empty' : 'a structure' }, keyRange, keyRange, detail)];
  }
  const read = readValue(name, value, place.text);
  return [factOf(place, name, read.value, read.range, keyRange, detail)];
}

function factOf(place: Place, name: string, value: Fact['value'], range: Fact['at']['range'], keyRange: Fact['at']['range'] | undefined, detail: Fact['detail']): Fact {
  return { kind: 'config', name: `python.${name}`, value, at: { path: place.path, range }, ...(keyRange === undefined ? {} : { keyRange }), stage: place.stage, origin: place.origin, ...(detail === undefined ? {} : { detail }) };
}

/** `INSTALLED_APPS.append("storages")`, `Celery("app", broker=…)`, `DATABASES.update({…})`. */
function calls(place: Place, file: SourceFile): readonly Fact[] {
  return file.calls.flatMap((call): readonly Fact[] => {
    const { positional, named } = splitArguments(call.arguments);
    const conditions = place.blocks.conditionsAt(call.range.start);
    const detail = conditions === null || conditions.length === 0 ? undefined : { when: JSON.stringify(conditions) };
    const list = /^(\w+)\.(append|insert|extend)$/.exec(call.name);
    if (list?.[1] !== undefined && lists.test(list[1]) && conditions !== null) {
      const target = list[1];
      return positional.flatMap((item) => (item.kind === 'list' ? item.items.flatMap((inner) => listItem(place, target, inner, detail)) : listItem(place, target, item, detail)));
    }
    if (/^(?:\w+\.)?Celery$/.test(call.name)) {
      const broker = named?.kind === 'map' ? named.entries.find((entry) => entry.key === 'broker') : undefined;
      const app = factOf(place, 'celery()', { kind: 'none' }, call.nameRange, call.nameRange, undefined);
      return broker === undefined ? [app] : [app, ...flatten(place, 'broker_url', broker.keyRange, broker.value, undefined, 0)];
    }
    const conf = /^(?:\w+\.)*(?:conf|config)\.(?:update|from_mapping)$/.test(call.name);
    const updated = conf ? [named, positional[0]].flatMap((map) => (map?.kind === 'map' ? map.entries : [])) : [];
    if (updated.length > 0) return updated.flatMap((entry) => flatten(place, entry.key, entry.keyRange, entry.value, undefined, 0));
    return [];
  });
}

/** `from .base import *`, `from .base import Base` for `class Shop(Base)`: what this module lays over. */
function imports(place: Place, file: SourceFile): readonly Fact[] {
  const parents = new Set(file.classes.flatMap((item) => item.parents));
  return file.imports.flatMap((item) => {
    if (!item.names.includes('*') && !item.names.some((name) => parents.has(name))) return [];
    const conditions = place.blocks.conditionsAt(item.range.start) ?? [];
    return [factOf(place, 'import*', { kind: 'literal', text: item.module }, item.range, undefined, conditions.length === 0 ? undefined : { when: JSON.stringify(conditions) })];
  });
}
