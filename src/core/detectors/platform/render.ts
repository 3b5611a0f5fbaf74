import type { Fact } from '../../model';
import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import { joinPath } from '../paths';
import { entries, filled, folderIn, items, mount, product, started, textAt, variable, type Place } from './facts';

/** `render.yaml`: services with their variables, databases, key-value stores and cron jobs. */
export function readRender(base: Place, root: ConfigNode): readonly Fact[] {
  const roots = [root, ...items(entryOf(root, 'projects')?.value).flatMap((project) => items(entryOf(project, 'environments')?.value))];
  return roots.flatMap((node) => [
    ...items(entryOf(node, 'databases')?.value).flatMap((database) => databaseFacts(base, database)),
    ...items(entryOf(node, 'services')?.value).flatMap((service) => serviceFacts(base, service, node)),
    ...items(entryOf(node, 'envVarGroups')?.value).flatMap((group) => environment(base, entryOf(group, 'envVars')?.value, node)),
  ]);
}

/** Databases of Render are PostgreSQL (render.com/docs/blueprint-spec, read 2026-11). */
function databaseFacts(place: Place, database: ConfigNode): readonly Fact[] {
  const name = entryOf(database, 'name')?.value;
  const text = scalarText(name);
  return name === undefined || text === undefined ? [] : [product(place, 'postgresql', text, name.range)];
}

function serviceFacts(base: Place, service: ConfigNode, root: ConfigNode): readonly Fact[] {
  const typeNode = entryOf(service, 'type')?.value;
  const type = scalarText(typeNode);
  const name = textAt(service, 'name') ?? type ?? '';
  if (typeNode === undefined || type === undefined) return [];
  if (type === 'redis' || type === 'keyvalue') return [product(base, type === 'redis' ? 'redis' : 'valkey', name, typeNode.range)];
  if ((textAt(service, 'runtime') ?? textAt(service, 'env')) === 'static') return staticSite(base, service);
  const place: Place = { ...base, service: name, folder: folderIn(textAt(service, 'rootDir') ?? textAt(service, 'dockerContext')) };
  const schedule = textAt(service, 'schedule');
  const disk = entryOf(entryOf(service, 'disk')?.value, 'mountPath')?.value;
  const target = scalarText(disk);
  return [
    ...environment(place, entryOf(service, 'envVars')?.value, root),
    ...started(place, type === 'web' ? 'web' : name, entryOf(service, 'startCommand')?.value ?? entryOf(service, 'dockerCommand')?.value, type === 'cron' && schedule !== undefined ? { schedule } : {}),
    ...(disk === undefined || target === undefined ? [] : [mount(place, target, disk.range)]),
  ];
}

/** Files of a folder that Render hands out by itself. */
function staticSite(base: Place, service: ConfigNode): readonly Fact[] {
  const node = entryOf(service, 'staticPublishPath')?.value;
  const published = scalarText(node);
  if (node === undefined || published === undefined) return [];
  const folder = joinPath(folderIn(textAt(service, 'rootDir')) ?? '.', published.replace(/^\//, ''));
  return [{ kind: 'config', name: 'platform.static', value: { kind: 'literal', text: folder }, at: { path: base.path, range: node.range }, stage: base.stage, origin: 'platform', detail: { context: folder, application: 'true' } }];
}

function environment(place: Place, list: ConfigNode | undefined, root: ConfigNode): readonly Fact[] {
  return items(list).flatMap((item) => {
    const keyNode = entryOf(item, 'key')?.value;
    const key = scalarText(keyNode);
    if (keyNode === undefined || key === undefined) return [];
    const value = entryOf(item, 'value')?.value;
    if (value !== undefined) return variable(place, key, keyNode.range, value);
    const database = entryOf(item, 'fromDatabase')?.value;
    if (database !== undefined) return [filled(place, key, keyNode.range, { kind: 'secret', state: 'set' }, textAt(database, 'property') === 'connectionString' ? 'postgresql' : undefined)];
    const service = entryOf(item, 'fromService')?.value;
    if (service !== undefined) return [filled(place, key, keyNode.range, { kind: 'secret', state: 'set' }, isKeyValue(service, root) && textAt(service, 'property') === 'connectionString' ? 'redis' : undefined)];
    // A value that Render makes, or that somebody fills in, is set in production.
    return entries(item).some((entry) => entry.key === 'generateValue' || entry.key === 'sync') ? [filled(place, key, keyNode.range, { kind: 'secret', state: 'set' })] : [];
  });
}

function isKeyValue(reference: ConfigNode, root: ConfigNode): boolean {
  const type = textAt(reference, 'type') ?? items(entryOf(root, 'services')?.value).map((service) => (textAt(service, 'name') === textAt(reference, 'name') ? textAt(service, 'type') : undefined)).find((found) => found !== undefined);
  return type === 'redis' || type === 'keyvalue';
}
