import type { Extraction, Fact, SourceDocument, Stage } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { splitArguments } from '../../formats/code/literals';
import type { SourceFile } from '../../formats/registry';
import { stageOfPath } from '../../workspace/stage';
import { problemsAt } from '../facts';
import { Blocks } from './conditions';
import { readValue } from './values';

/** Names whose inner values matter. Other structures keep their presence. */
const structures = /^(?:DATABASES|CACHES|STORAGES|CHANNEL_LAYERS|WAGTAILSEARCH_BACKENDS|HAYSTACK_CONNECTIONS|MAILERS|TASKS|RQ_QUEUES|RQ|HUEY|Q_CLUSTER|DRAMATIQ_BROKER|DRAMATIQ_RESULT_BACKEND|EMAIL|ELASTICSEARCH_DSL|POST_OFFICE|ANYMAIL|CELERY|CELERY_CONFIG|CELERY_SETTINGS|LOGGING|THUMBNAIL\w*)$/;
const lists = /^(?:INSTALLED_APPS|MIDDLEWARE|MIDDLEWARE_CLASSES|\w*_APPS|\w*_MIDDLEWARE)$/;

/** Assignments of a settings module as facts, each with what it depends on. */
export function extractSettings(document: SourceDocument, formats: Formats, origin: string): Extraction {
  const parsed = formats.python(document.text);
  const blocks = new Blocks(document.text);
  const place: Place = { path: document.path, text: document.text, stage: stageOfSettings(document.path), origin, blocks };
  const fields = parsed.value.classes.some(({ parents }) => parents.some((parent) => /(?:^|\.)\w*BaseSettings$/.test(parent)));
  const facts = [
    ...parsed.value.assignments.flatMap(({ target, targetRange, value }) => assigned(place, target, targetRange, value)).map((fact) => (fields ? fieldOf(fact, document.text) : fact)),
    ...(fields ? typedFields(place, document.text) : []),
    ...calls(place, parsed.value),
    ...imports(place, parsed.value),
  ];
  return { facts, problems: problemsAt(document.path, parsed.problems) };
}

/** A file beside the image's is what the image runs with. */
export function stageOfSettings(path: string): Stage {
  if (/\.(?:example|sample|dist|tpl|template)$|[._-](?:example|sample)\.py/.test(path)) return 'example';
  const stage = stageOfPath(path);
  return stage === 'default' && /(^|\/)docker\//.test(path) ? 'production' : stage;
}

/** A field of pydantic's settings: the variable of its name wins over what stands there. */
function fieldOf(fact: Fact, text: string): Fact {
  const name = fact.name.slice('python.'.length);
  const start = fact.keyRange?.start ?? fact.at.range.start;
  const indented = /[ \t]/.test(text[start - 1] ?? '');
  if (!indented || !/^\w+$/.test(name) || fact.value.kind === 'env' || fact.value.kind === 'unknown') return fact;
  return { ...fact, value: { kind: 'env', key: name.toUpperCase(), fallback: fact.value.kind === 'none' ? null : fact.value } };
}

/** Fields that have a type and no value: a variable has to be there. */
function typedFields(place: Place, text: string): readonly Fact[] {
  return [...text.matchAll(/^[ \t]+([A-Za-z]\w*)[ \t]*:[ \t]*([A-Za-z][\w.|, [\]]*)[ \t]*(?:#[^\n]*)?$/gm)].flatMap((match) => {
    const [whole, name = '', type = ''] = match;
    const start = match.index + whole.indexOf(name);
    if (place.blocks.conditionsAt(start) === null) return [];
    return [factOf(place, name, { kind: 'env', key: name.toUpperCase(), fallback: null }, { start, end: start + name.length }, { start, end: start + name.length }, { type: type.trim() })];
  });
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
  const name = target.replace(/^(?:self|app\.config|application\.config|app\.conf|celery\.conf|celery_app\.conf|current_app\.config)\./, '');
  if (conditions === null && name === target) return [];
  const detail = conditions === null || conditions.length === 0 ? undefined : { when: JSON.stringify(conditions) };
  const [head = ''] = name.split('.');
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
    if (conf && named?.kind === 'map') return named.entries.flatMap((entry) => flatten(place, entry.key, entry.keyRange, entry.value, undefined, 0));
    return [];
  });
}

/** `from .base import *`: what this module lays over. */
function imports(place: Place, file: SourceFile): readonly Fact[] {
  return file.imports.flatMap((item) => (item.names.includes('*') ? [factOf(place, 'import*', { kind: 'literal', text: item.module }, item.range, undefined, undefined)] : []));
}
