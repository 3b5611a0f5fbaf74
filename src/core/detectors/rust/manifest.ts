import type { ConfigNode } from '../../formats/node';
import { entryOf, scalarText, valueAt } from '../../formats/node';
import type { Formats } from '../../formats';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { problemsAt } from '../facts';

const where = { stage: 'default', origin: 'cargo' } as const;

/** `Cargo.toml`: the package, its direct dependencies with their features, and what a workspace shares. */
export function extractCargo(document: SourceDocument, formats: Formats): Extraction {
  const { path } = document;
  const { value, problems } = formats.toml(document.text);
  const facts: Fact[] = [];
  const name = valueAt(value, 'package', 'name');
  const workspace = entryOf(value, 'workspace');
  if (name !== undefined) facts.push({ kind: 'config', name: 'rust.package', value: { kind: 'literal', text: scalarText(name) ?? '' }, at: { path, range: name.range }, ...where });
  if (workspace !== undefined) facts.push({ kind: 'config', name: 'rust.workspace', value: { kind: 'none' }, at: { path, range: workspace.keyRange }, ...where });
  facts.push(...dependencies(path, valueAt(value, 'dependencies'), false), ...dependencies(path, valueAt(value, 'workspace', 'dependencies'), true));
  facts.push(...forwarded(path, valueAt(value, 'features')));
  return { facts, problems: problemsAt(path, problems) };
}

function dependencies(path: string, table: ConfigNode | undefined, shared: boolean): readonly Fact[] {
  if (table?.kind !== 'map') return [];
  return table.entries.flatMap(({ key, keyRange, value }): readonly Fact[] => {
    if (scalarText(valueAt(value, 'optional')) === 'true') return [];
    const features = valueAt(value, 'features');
    const words = features?.kind === 'list' ? features.items.flatMap((item) => scalarText(item) ?? []) : [];
    const text = scalarText(value) ?? scalarText(valueAt(value, 'version')) ?? '';
    const crate = scalarText(valueAt(value, 'package')) ?? key;
    const base = { value: { kind: 'literal' as const, text }, at: { path, range: keyRange }, keyRange, ...where, detail: { crate, features: words.join(' ') } };
    return [shared ? { kind: 'config', name: 'rust.shared', ...base } : { kind: 'dependency', name: `cargo:${crate}`, ...base }];
  });
}

/** `postgresql = ["diesel/postgres"]`: features of a dependency that the package's own features switch on. */
function forwarded(path: string, table: ConfigNode | undefined): readonly Fact[] {
  if (table?.kind !== 'map') return [];
  return table.entries.flatMap(({ value }) => (value.kind === 'list' ? value.items : [])).flatMap((item): readonly Fact[] => {
    const [crate, feature] = (scalarText(item) ?? '').split('/');
    if (crate === undefined || feature === undefined) return [];
    return [{ kind: 'config', name: 'rust.feature', value: { kind: 'literal', text: feature }, at: { path, range: item.range }, ...where, detail: { crate: crate.replace(/\?$/, ''), features: feature } }];
  });
}
