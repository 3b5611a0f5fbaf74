import { entryOf, scalarText, valueAt, type ConfigNode } from '../../formats/node';
import type { Fact } from '../../model';
import { catalogKey } from '../jvm/catalog';

/** What the aliases of a version catalogue stand for. */
export function readCatalog(path: string, root: ConfigNode): readonly Fact[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.versions\.toml$/, '');
  const versions = entryOf(root, 'versions')?.value;
  const facts: Fact[] = [];
  const state = (kind: string, key: string, range: Fact['at']['range'], text: string, version: string): void => {
    facts.push({ kind: 'config', name: `jvm.catalog.${kind}`, value: { kind: 'literal', text }, at: { path, range }, stage: 'default', origin: 'gradle-catalog', detail: { catalog: name, key: catalogKey(key), version } });
  };
  for (const [kind, section] of [['library', 'libraries'], ['plugin', 'plugins']] as const) {
    const entries = entryOf(root, section)?.value;
    if (entries?.kind !== 'map') continue;
    for (const entry of entries.entries) {
      const read = coordinates(entry.value);
      if (read !== null) state(kind, entry.key, entry.keyRange, read, versionOf(entry.value, versions));
    }
  }
  const bundles = entryOf(root, 'bundles')?.value;
  if (bundles?.kind !== 'map') return facts;
  for (const entry of bundles.entries) {
    if (entry.value.kind === 'list') state('bundle', entry.key, entry.keyRange, entry.value.items.map((item) => scalarText(item) ?? '').join(' '), '');
  }
  return facts;
}

/** `"group:name:version"`, `{ module = "group:name" }`, `{ group, name }`, `{ id }`. */
function coordinates(node: ConfigNode): string | null {
  const plain = scalarText(node);
  if (plain !== undefined) return plain.split(':').slice(0, 2).join(':');
  const whole = scalarText(valueAt(node, 'module')) ?? scalarText(valueAt(node, 'id'));
  if (whole !== undefined) return whole;
  const group = scalarText(valueAt(node, 'group'));
  const name = scalarText(valueAt(node, 'name'));
  return group === undefined || name === undefined ? null : `${group}:${name}`;
}

function versionOf(node: ConfigNode, versions: ConfigNode | undefined): string {
  const plain = scalarText(node);
  if (plain !== undefined) return plain.split(':')[2] ?? '';
  const reference = scalarText(valueAt(node, 'version', 'ref')) ?? scalarText(entryOf(node, 'version.ref')?.value);
  if (reference === undefined) return scalarText(valueAt(node, 'version')) ?? '';
  const version = valueAt(versions, reference);
  return scalarText(version) ?? scalarText(valueAt(version, 'strictly')) ?? scalarText(valueAt(version, 'require')) ?? '';
}
