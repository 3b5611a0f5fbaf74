import { entryOf, scalarText, type ConfigNode, type MapEntry } from '../../formats/node';

/** How many services may stand behind one another: more is a cycle. */
const maximumChain = 8;

/** `extends: base` of the same file resolved: what a service leaves out it has from its base. */
export function withBases(services: readonly MapEntry[]): readonly MapEntry[] {
  const byName = new Map(services.map((service) => [service.key, service.value]));
  return services.map((service) => ({ ...service, value: merged(service.value, byName, 0) }));
}

function merged(service: ConfigNode, byName: ReadonlyMap<string, ConfigNode>, depth: number): ConfigNode {
  const name = baseName(service);
  const base = name === undefined ? undefined : byName.get(name);
  if (service.kind !== 'map' || base?.kind !== 'map' || depth >= maximumChain) return service;
  const resolved = merged(base, byName, depth + 1);
  if (resolved.kind !== 'map') return service;
  const own = service.entries.map((entry) => ({ ...entry, value: combined(entryOf(resolved, entry.key)?.value, entry.value, entry.key) }));
  const keys = new Set(service.entries.map((entry) => entry.key));
  // What a profile starts and what a service is built from may be left out; a profile is not inherited.
  const inherited = resolved.entries.filter((entry) => !keys.has(entry.key) && entry.key !== 'extends' && entry.key !== 'profiles');
  return { ...service, entries: [...inherited, ...own] };
}

function baseName(service: ConfigNode): string | undefined {
  const node = entryOf(service, 'extends')?.value;
  if (node?.kind === 'map') return entryOf(node, 'file') === undefined ? scalarText(entryOf(node, 'service')?.value) : undefined;
  return scalarText(node);
}

/** The service of another file that a service extends. */
export function baseFileOf(service: ConfigNode): { readonly file: string; readonly service: string } | undefined {
  const node = entryOf(service, 'extends')?.value;
  const file = node?.kind === 'map' ? scalarText(entryOf(node, 'file')?.value) : undefined;
  const name = node?.kind === 'map' ? scalarText(entryOf(node, 'service')?.value) : undefined;
  return file === undefined || name === undefined || /[\s$]|^\w+:\/\//.test(file) ? undefined : { file, service: name };
}

/** Maps and lists of variables, volumes and ports add up; a service's own come last and win. */
const additive: ReadonlySet<string> = new Set(['environment', 'env_file', 'volumes', 'ports', 'build']);

function combined(base: ConfigNode | undefined, own: ConfigNode, key: string): ConfigNode {
  if (!additive.has(key)) return own;
  if (base?.kind === 'map' && own.kind === 'map') {
    const keys = new Set(own.entries.map((entry) => entry.key));
    return { ...own, entries: [...base.entries.filter((entry) => !keys.has(entry.key)), ...own.entries] };
  }
  return base?.kind === 'list' && own.kind === 'list' ? { ...own, items: [...base.items, ...own.items] } : own;
}
