import type { Extraction, Fact, SourceDocument, Stage } from '../../model';
import type { Formats } from '../../formats';
import { splitArguments } from '../../formats/code/literals';
import type { ConfigNode } from '../../formats/node';
import type { SourceBlock, SourceFile } from '../../formats/registry';
import { problemsAt } from '../facts';
import { toTest, type Condition } from './conditions';
import { alternativesOf } from './values';

export interface Place {
  readonly path: string;
  readonly stage: Stage;
  readonly origin: string;
}

/** Calls that set something although no `=` stands there. */
const setters = /(?:^|\.)(?:cache_store|session_store|queue_adapter|datastore|storage|asset_host|adapter|store|set|enable|use|plugin|merge!|update|add_delivery_method|logger|cron|periodic|fog_provider|connect)$/;

/**
 * Assignments of a Ruby file as facts `ruby.<target>`, each with what it depends on. `Rails.application.config.x` is
 * `config.x`; inside `CarrierWave.configure do |config|` the same is `CarrierWave.x`.
 */
export function extractRuby(document: SourceDocument, formats: Formats, stage: Stage, origin: string): Extraction {
  const parsed = formats.ruby(document.text);
  const place: Place = { path: document.path, stage, origin };
  return { facts: [...assignments(place, parsed.value), ...calls(place, parsed.value)], problems: problemsAt(document.path, parsed.problems) };
}

function assignments(place: Place, file: SourceFile): readonly Fact[] {
  return file.assignments.flatMap(({ target, targetRange, value, within = [] }) => {
    const name = settingName(target, within);
    return /^[\w.:@$?!]+$/.test(name) ? flatten(place, name, targetRange, value, conditionsOf(within), 2) : [];
  });
}

function calls(place: Place, file: SourceFile): readonly Fact[] {
  return file.calls.flatMap(({ name, nameRange, arguments: values, within = [] }) => {
    const { positional, named } = splitArguments(values);
    const [first] = positional;
    // Pliny's accessors: each is the variable of its name in capitals.
    if (/^(?:mandatory|optional|override)$/.test(name) && first?.kind === 'scalar') {
      const key = String(first.value);
      return [...flatten(place, `config.${key}`, first.range, { kind: 'env', key: key.toUpperCase(), keyRange: first.range, fallback: name === 'override' ? (positional[1] ?? null) : null, range: first.range }, conditionsOf(within), 0)];
    }
    if (!setters.test(name)) return [];
    const own = settingName(name, within);
    const when = conditionsOf(within);
    if (/\.(?:merge!|update)$/.test(own)) {
      const map = named ?? first;
      return map?.kind === 'map' ? flatten(place, own.slice(0, own.lastIndexOf('.')), nameRange, map, when, 2) : [];
    }
    if (own === 'set' && first?.kind === 'scalar' && positional[1] !== undefined) return flatten(place, `set.${String(first.value)}`, first.range, positional[1], when, 2);
    if (first === undefined) return [];
    return [...flatten(place, own, nameRange, first, when, 1), ...(named === undefined ? [] : flatten(place, `${own}.options`, nameRange, named, when, 1))];
  });
}

/** Blocks that hand the application's own configuration out. */
const ownBlock = /^(?:Rails\.application|[A-Z]\w*(?:::\w+)*::Application|Rails|self|Sinatra::\w+)\.(?:configure|config)|to_prepare|after_initialize|before_configuration|before_initialize|on_load|tap|each|then|configure$/;

function settingName(target: string, within: readonly SourceBlock[]): string {
  const name = target.replace(/^(?:Rails\.application|(?:[A-Z]\w*::)+Application|Rails\.app)\.config\b/, 'config').replace(/^Rails\.configuration\b/, 'config');
  const handed = /^(?:config|c|conf|cfg|configuration|settings?|s|app|options)\.(.+)$/.exec(name)?.[1];
  if (handed === undefined || name !== target) return name;
  const block = within.findLast((candidate) => /^[A-Z][\w:.]*\.(?:configure\w*|setup|init|config|defaults)$/.test(candidate.name));
  if (block === undefined || ownBlock.test(block.name)) return name.replace(/^(?:app|c)\.config\./, 'config.');
  return `${block.name.slice(0, block.name.lastIndexOf('.'))}.${handed}`;
}

export function conditionsOf(within: readonly SourceBlock[]): readonly Condition[] {
  return within.flatMap((block): readonly Condition[] => {
    const [test] = block.arguments;
    return test !== undefined && /^(?:if|unless|else)$/.test(block.name) ? [{ test: toTest(test), negated: block.name !== 'if' }] : [];
  });
}

function flatten(place: Place, name: string, keyRange: Fact['at']['range'], node: ConfigNode, when: readonly Condition[], depth: number): readonly Fact[] {
  const second = node.kind === 'list' ? node.items[1] : undefined;
  const structure = node.kind === 'map' ? node : second?.kind === 'map' ? second : undefined;
  const inner = structure === undefined || depth === 0 ? [] : structure.entries.flatMap((entry) => (/^[\w.-]+$/.test(entry.key) ? flatten(place, `${name}.${entry.key}`, entry.keyRange, entry.value, when, depth - 1) : []));
  const own = alternativesOf(name, node, when).map(({ value, range, when: conditions }): Fact => ({
    kind: 'config', name: `ruby.${name}`, value, at: { path: place.path, range: node.kind === 'map' ? keyRange : range }, keyRange, stage: place.stage, origin: place.origin,
    ...(conditions.length === 0 ? {} : { detail: { when: JSON.stringify(conditions) } }),
  }));
  return [...own, ...inner];
}
