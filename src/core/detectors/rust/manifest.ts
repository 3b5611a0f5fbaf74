import type { ConfigNode } from '../../formats/node';
import { entryOf, scalarText, valueAt } from '../../formats/node';
import type { Formats } from '../../formats';
import type { Extraction, Fact, SourceDocument } from '../../model';
import { folderOf, joinPath } from '../paths';
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
  const program = entryOf(value, 'bin');
  if (program !== undefined) facts.push({ kind: 'config', name: 'rust.bin', value: { kind: 'none' }, at: { path, range: program.keyRange }, ...where });
  return { facts, problems: problemsAt(path, problems) };
}

function dependencies(path: string, table: ConfigNode | undefined, shared: boolean): readonly Fact[] {
  if (table?.kind !== 'map') return [];
  return table.entries.flatMap(({ key, keyRange, value }): readonly Fact[] => {
    if (scalarText(valueAt(value, 'optional')) === 'true') return [{ kind: 'config', name: 'rust.optional', value: { kind: 'none' }, at: { path, range: keyRange }, ...where, detail: { crate: key } }];
    const features = valueAt(value, 'features');
    const words = features?.kind === 'list' ? features.items.flatMap((item) => scalarText(item) ?? []) : [];
    const text = scalarText(value) ?? scalarText(valueAt(value, 'version')) ?? '';
    const crate = scalarText(valueAt(value, 'package')) ?? key;
    const local = scalarText(valueAt(value, 'path'));
    const base = { value: { kind: 'literal' as const, text }, at: { path, range: keyRange }, keyRange, ...where, detail: { crate, features: words.join(' '), shared: scalarText(valueAt(value, 'workspace')) ?? 'false', ...(local === undefined ? {} : { folder: joinPath(folderOf(path), local) }) } };
    return [shared ? { kind: 'config', name: 'rust.shared', ...base } : { kind: 'dependency', name: `cargo:${crate}`, ...base }];
  });
}

/** Features and versions that a package takes from the nearest workspace above it (`sqlx.workspace = true`). */
export function withShared(facts: readonly Fact[]): readonly Fact[] {
  const shared = facts.filter((fact) => fact.name === 'rust.shared');
  if (shared.length === 0) return facts;
  return facts.map((fact) => {
    if (fact.origin !== 'cargo' || fact.kind !== 'dependency' || fact.detail?.['shared'] !== 'true') return fact;
    const above = shared.filter((other) => other.detail?.['crate'] === fact.detail?.['crate'] && isInside(fact.at.path, folderOf(other.at.path))).sort((a, b) => b.at.path.length - a.at.path.length)[0];
    if (above === undefined) return fact;
    const folder = above.detail?.['folder'];
    return { ...fact, value: above.value, detail: { ...fact.detail, ...(folder === undefined ? {} : { folder }), features: `${fact.detail['features'] ?? ''} ${above.detail?.['features'] ?? ''}`.trim() } };
  });
}

function isInside(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
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
