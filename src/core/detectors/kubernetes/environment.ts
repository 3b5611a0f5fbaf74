import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import type { Fact, TextRange } from '../../model';
import { environmentFact, isSecretKey, urlParts } from '../facts';
import type { Where } from './stage';
import { isRendered } from './template';

export interface Place {
  readonly path: string;
  readonly where: Where;
  readonly detail: Readonly<Record<string, string>>;
}

/** Data of the ConfigMaps of a file, by name. */
export type ConfigMaps = ReadonlyMap<string, ConfigNode>;

/** A name under which a process can find a value. */
const variableName = /^[A-Za-z_]\w*$/;
/** In maps that need not be environments, only what is written as people write variables. */
const conventionalName = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/** `env` of a container: `[{ name, value | valueFrom }]`. */
export function listedVariables(place: Place, node: ConfigNode | undefined, maps: ConfigMaps): readonly Fact[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const name = entryOf(item, 'name')?.value;
    const key = scalarText(name);
    if (name === undefined || key === undefined || !variableName.test(key)) return [];
    const value = entryOf(item, 'value')?.value;
    if (value !== undefined) return variable(place, key, name.range, value);
    const source = entryOf(item, 'valueFrom')?.value;
    const secret = entryOf(source, 'secretKeyRef');
    if (secret !== undefined) return reference(place, key, name.range, secret.value.range);
    const map = entryOf(source, 'configMapKeyRef')?.value;
    const kept = entryOf(maps.get(scalarText(entryOf(map, 'name')?.value) ?? ''), scalarText(entryOf(map, 'key')?.value) ?? '')?.value;
    // A map of another file is still what the process is told by.
    return kept !== undefined ? variable(place, key, name.range, kept) : map === undefined ? [] : reference(place, key, name.range, map.range);
  });
}

/** A map of variables, as in the values of a chart. */
export function mappedVariables(place: Place, node: ConfigNode | undefined, named: 'any' | 'conventional' = 'any'): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  const pattern = named === 'any' ? variableName : conventionalName;
  return node.entries.flatMap((entry) => {
    if (!pattern.test(entry.key)) return [];
    const inner = entry.value.kind === 'map' ? entryOf(entry.value, 'value')?.value : entry.value;
    if (entryOf(entryOf(entry.value, 'valueFrom')?.value ?? entry.value, 'secretKeyRef') !== undefined) return reference(place, entry.key, entry.keyRange, entry.keyRange);
    return inner === undefined ? [] : variable(place, entry.key, entry.keyRange, inner);
  });
}

/** Keys of a Secret that is written in plain text: that they exist, never what they hold. */
export function secretKeys(place: Place, node: ConfigNode | undefined): readonly Fact[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap((entry) => (conventionalName.test(entry.key) ? reference(place, entry.key, entry.keyRange, entry.value.range).map((fact) => ({ ...fact, detail: { ...fact.detail, ...schemeOf(entry.value) } })) : []));
}

/** Of an address that stands there as text the scheme: it names a technology and nobody. */
function schemeOf(node: ConfigNode): Readonly<Record<string, string>> {
  const text = scalarText(node);
  const parts = text?.includes('://') === true && !isRendered(text) ? urlParts(text) : undefined;
  return parts === undefined ? {} : { scheme: parts.scheme };
}

function variable(place: Place, key: string, keyRange: TextRange, node: ConfigNode): readonly Fact[] {
  const value = scalarText(node);
  if (value === undefined) return [];
  if (isRendered(value)) return isSecretKey(key) ? reference(place, key, keyRange, node.range) : [];
  const fact = environmentFact(place.path, { key, keyRange, value, valueRange: node.range }, place.where);
  return [{ ...fact, detail: { ...place.detail, ...fact.detail } }];
}

/** The value is kept elsewhere. It is worth saying of what is a credential or an address. */
function reference(place: Place, key: string, keyRange: TextRange, range: TextRange): readonly Fact[] {
  if (!isSecretKey(key) && !/(^|_)(URL|URI|DSN)$/i.test(key)) return [];
  return [{ kind: 'env', name: key, value: { kind: 'secret', state: 'set' }, at: { path: place.path, range }, keyRange, ...place.where, detail: { ...place.detail, reference: 'true' } }];
}
