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
  const enabled = switchedOn(valueAt(value, 'features'));
  facts.push(...dependencies(path, valueAt(value, 'dependencies'), false, enabled), ...dependencies(path, valueAt(value, 'workspace', 'dependencies'), true, enabled));
  facts.push(...forwarded(path, valueAt(value, 'features')));
  const program = entryOf(value, 'bin');
  if (program !== undefined) facts.push({ kind: 'config', name: 'rust.bin', value: { kind: 'none' }, at: { path, range: program.keyRange }, ...where });
  return { facts, problems: problemsAt(path, problems) };
}

/** What the default features of a package switch on, each feature and each optional dependency by its name. */
function switchedOn(table: ConfigNode | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = table?.kind === 'map' ? ['default'] : [];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const feature = valueAt(table, next);
    // `dep:name` and `name/feature` bring the dependency; `name?/feature` only if something else does.
    for (const item of feature?.kind === 'list' ? feature.items : []) queue.push((scalarText(item) ?? '').replace(/^dep:/, '').split('/')[0] ?? '');
  }
  return found;
}

function dependencies(path: string, table: ConfigNode | undefined, shared: boolean, enabled: ReadonlySet<string>): readonly Fact[] {
  if (table?.kind !== 'map') return [];
  return table.entries.flatMap(({ key, keyRange, value }): readonly Fact[] => {
    if (scalarText(valueAt(value, 'optional')) === 'true' && !enabled.has(key)) return [{ kind: 'config', name: 'rust.optional', value: { kind: 'none' }, at: { path, range: keyRange }, ...where, detail: { crate: key } }];
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
  return withListed(shared.length === 0 ? facts : facts.map((fact) => {
    if (fact.origin !== 'cargo' || fact.kind !== 'dependency' || fact.detail?.['shared'] !== 'true') return fact;
    const above = shared.filter((other) => other.detail?.['crate'] === fact.detail?.['crate'] && isInside(fact.at.path, folderOf(other.at.path))).sort((a, b) => b.at.path.length - a.at.path.length)[0];
    if (above === undefined) return fact;
    const folder = above.detail?.['folder'];
    return { ...fact, value: above.value, detail: { ...fact.detail, ...(folder === undefined ? {} : { folder }), features: `${fact.detail['features'] ?? ''} ${above.detail?.['features'] ?? ''}`.trim() } };
  }));
}

/**
 * Crates of a library that some of those who are compiled with it list as well: it is theirs, whatever else the library does for the
 * others. `listedBy` names their folders.
 */
function withListed(facts: readonly Fact[]): readonly Fact[] {
  const crates = facts.filter((fact) => fact.origin === 'cargo' && fact.kind === 'dependency');
  const libraries = new Set(crates.flatMap((fact) => fact.detail?.['folder'] ?? []));
  if (libraries.size === 0) return facts;
  const listed = new Map<string, Set<string>>();
  for (const { name, at } of crates) if (!libraries.has(folderOf(at.path))) listed.set(name, (listed.get(name) ?? new Set()).add(folderOf(at.path)));
  return facts.map((fact) => {
    const by = fact.origin === 'cargo' && fact.kind === 'dependency' && libraries.has(folderOf(fact.at.path)) ? listed.get(fact.name) : undefined;
    return by === undefined ? fact : { ...fact, detail: { ...fact.detail, listedBy: [...by].join(' ') } };
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
