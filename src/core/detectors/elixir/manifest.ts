import type { ConfigNode } from '../../formats/node';
import { entryOf, scalarText } from '../../formats/node';
import type { Formats } from '../../formats';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { problemsAt } from '../facts';

/** `mix.exs`: the application, whether it is started or a package for others, and its direct dependencies. */
export function extractMix(document: SourceDocument, formats: Formats): Extraction {
  const { path, text } = document;
  if (!text.includes('Mix.Project')) return { facts: [], problems: [] };
  const { value, problems } = formats.elixir(text);
  const assigned = (name: string): ConfigNode | undefined => value.assignments.find(({ target }) => target === name)?.value;
  const project = assigned('project');
  const started = entryOf(assigned('application'), 'mod');
  const facts: Fact[] = [];
  const setting = (name: string, node: ConfigNode | undefined, text = scalarText(node) ?? ''): void => {
    if (node !== undefined) facts.push({ kind: 'config', name, value: { kind: 'literal', text }, at: { path, range: node.range }, stage: 'default', origin: 'mix' });
  };
  setting('elixir.app', entryOf(project, 'app')?.value);
  setting('elixir.umbrella', entryOf(project, 'apps_path')?.value);
  setting('elixir.package', entryOf(project, 'package')?.value, 'package');
  setting('elixir.releases', entryOf(project, 'releases')?.value, 'releases');
  setting('elixir.mod', started?.value, 'mod');
  for (const { value: list } of value.assignments) if (list.kind === 'list') facts.push(...list.items.flatMap((item) => dependency(path, item)));
  const inline = entryOf(project, 'deps')?.value;
  if (inline?.kind === 'list') facts.push(...inline.items.flatMap((item) => dependency(path, item)));
  return { facts, problems: problemsAt(path, problems) };
}

/** `{:oban, "~> 2.0", only: :test}`. */
function dependency(path: string, item: ConfigNode): readonly Fact[] {
  if (item.kind !== 'list') return [];
  const [name, ...rest] = item.items;
  const options = rest.find((part) => part.kind === 'map');
  const version = rest.find((part) => part.kind === 'scalar');
  if (name?.kind !== 'scalar' || typeof name.value !== 'string' || (version === undefined && options === undefined) || !/^[a-z]\w*$/.test(name.value)) return [];
  const only = entryOf(options, 'only')?.value;
  const environments = only?.kind === 'list' ? only.items.map(scalarText) : only === undefined ? ['prod'] : [scalarText(only)];
  const stage = environments.includes('prod') ? 'default' : 'local';
  return [{ kind: 'dependency', name: `hex:${name.value}`, value: { kind: 'literal', text: scalarText(version) ?? '' }, at: { path, range: name.range }, keyRange: name.range, stage, origin: 'mix' }];
}
