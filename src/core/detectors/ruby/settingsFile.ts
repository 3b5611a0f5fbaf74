import type { Extraction, Fact, SourceDocument, Stage } from '../../model';
import type { Formats } from '../../formats';
import { splitArguments } from '../../formats/code/literals';
import type { ConfigNode } from '../../formats/node';
import type { SourceBlock, SourceCall, SourceFile } from '../../formats/registry';
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
  const callers = callersOf(parsed.value);
  return { facts: [...assignments(place, parsed.value, callers), ...calls(place, parsed.value, callers)], problems: problemsAt(document.path, parsed.problems) };
}

function assignments(place: Place, file: SourceFile, callers: Callers): readonly Fact[] {
  return file.assignments.flatMap(({ target, targetRange, value, within = [] }) => {
    const name = settingName(target, within);
    return /^[\w.:@$?!]+$/.test(name) ? standings(callers, within).flatMap((when) => flatten(place, name, targetRange, value, when, 2)) : [];
  });
}

function calls(place: Place, file: SourceFile, callers: Callers): readonly Fact[] {
  return file.calls.flatMap(({ name, nameRange, arguments: values, within = [] }) => {
    const { positional } = splitArguments(values);
    const [first] = positional;
    // Pliny's accessors: each is the variable of its name in capitals.
    if (/^(?:mandatory|optional|override)$/.test(name) && first?.kind === 'scalar') {
      const key = String(first.value);
      return [...flatten(place, `config.${key}`, first.range, { kind: 'env', key: key.toUpperCase(), keyRange: first.range, fallback: name === 'override' ? (positional[1] ?? null) : null, range: first.range }, conditionsOf(within), 0)];
    }
    return setters.test(name) ? standings(callers, within).flatMap((when) => setting(place, settingName(name, within), nameRange, values, when)) : [];
  });
}

function setting(place: Place, own: string, nameRange: Fact['at']['range'], values: readonly ConfigNode[], when: readonly Condition[]): readonly Fact[] {
  const { positional, named } = splitArguments(values);
  const [first] = positional;
  if (/\.(?:merge!|update)$/.test(own)) {
    const map = named ?? first;
    return map?.kind === 'map' ? flatten(place, own.slice(0, own.lastIndexOf('.')), nameRange, map, when, 2) : [];
  }
  if (own === 'set' && first?.kind === 'scalar' && positional[1] !== undefined) return flatten(place, `set.${String(first.value)}`, first.range, positional[1], when, 2);
  if (first === undefined) return [];
  return [...flatten(place, own, nameRange, first, when, 1), ...(named === undefined ? [] : flatten(place, `${own}.options`, nameRange, named, when, 1))];
}

/** Blocks that hand the application's own configuration out. */
const ownBlock = /^(?:Rails\.application|[A-Z]\w*(?:::\w+)*::Application|Rails|self|Sinatra::\w+)\.(?:configure|config)|to_prepare|after_initialize|before_configuration|before_initialize|on_load|tap|each|then|^configure$/;

function settingName(target: string, within: readonly SourceBlock[]): string {
  const name = target.replace(/^(?:Rails\.application|(?:[A-Z]\w*::)+Application|Rails\.app)\.config\b/, 'config').replace(/^Rails\.configuration\b/, 'config');
  const handed = /^(?:config|c|conf|cfg|configuration|settings?|s|app|options)\.(.+)$/.exec(name)?.[1];
  if (handed === undefined || name !== target) return name;
  const block = within.findLast((candidate) => /^[A-Z][\w:.]*\.(?:configure\w*|setup|init|config|defaults)$/.test(candidate.name));
  if (block === undefined || ownBlock.test(block.name)) return name.replace(/^(?:app|c)\.config\./, 'config.');
  return `${block.name.slice(0, block.name.lastIndexOf('.'))}.${handed}`;
}

const callDepth = 3;
const callSites = 6;

/** Where a file calls methods of its own, by their names. */
type Callers = ReadonlyMap<string, readonly SourceCall[]>;

function callersOf(file: SourceFile): Callers {
  const callers = new Map<string, SourceCall[]>();
  if (!file.calls.some(({ within }) => methodOf(within ?? []) !== undefined) && !file.assignments.some(({ within }) => methodOf(within ?? []) !== undefined)) return callers;
  for (const call of file.calls) {
    const name = /^(?:(?:self|[A-Z][\w:]*)\.)?(\w+[?!]?)$/.exec(call.name)?.[1];
    // A method that calls itself says nothing of when it runs.
    if (name === undefined || methodOf(call.within ?? []) === name) continue;
    const list = callers.get(name) ?? [];
    if (list.length < callSites) callers.set(name, [...list, call]);
  }
  return callers;
}

/** What has to hold for a line: of one in a method, what holds where the same file calls it, each place by itself. */
function standings(callers: Callers, within: readonly SourceBlock[], depth = 0): readonly (readonly Condition[])[] {
  const own = conditionsOf(within);
  const name = methodOf(within);
  const sites = name === undefined || depth >= callDepth ? [] : callers.get(name) ?? [];
  if (sites.length === 0) return [own];
  return sites.flatMap((site) => standings(callers, site.within ?? [], depth + 1).map((outer) => [...outer, ...own])).slice(0, callSites * 2);
}

function methodOf(within: readonly SourceBlock[]): string | undefined {
  const name = within.findLast((block) => block.name === 'def')?.arguments[0];
  return name?.kind === 'scalar' && /^\w+[?!]?$/.test(String(name.value)) ? String(name.value) : undefined;
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
