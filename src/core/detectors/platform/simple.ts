import type { Fact } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode } from '../../formats/node';
import { entries, filled, folderIn, items, mount, product, secretStore, started, textAt, variable, variables, type Place } from './facts';
import { productNamed } from './products';

/** `fly.toml`: variables, processes, volumes, the command of a release. */
export function readFly(place: Place, root: ConfigNode): readonly Fact[] {
  const mounts = entryOf(root, 'mounts')?.value;
  return [
    ...variables(place, entryOf(root, 'env')?.value),
    ...entries(entryOf(root, 'processes')?.value).flatMap((entry) => started(place, entry.key === 'app' ? 'web' : entry.key, entry.value)),
    ...started(place, 'release', valueAt(root, 'deploy', 'release_command')),
    ...(mounts?.kind === 'list' ? mounts.items : mounts === undefined ? [] : [mounts]).flatMap((item) => {
      const node = entryOf(item, 'destination')?.value;
      const target = scalarText(node);
      return node === undefined || target === undefined ? [] : [mount(place, target, node.range)];
    }),
  ];
}

/** `railway.json`, `railway.toml`, `nixpacks.toml`: what is started, and when. */
export function readRailway(place: Place, root: ConfigNode): readonly Fact[] {
  const schedule = scalarText(valueAt(root, 'deploy', 'cronSchedule'));
  return [
    ...started(place, 'web', valueAt(root, 'deploy', 'startCommand'), schedule === undefined ? {} : { schedule }),
    ...started(place, 'release', valueAt(root, 'deploy', 'preDeployCommand')),
    ...started(place, 'web', valueAt(root, 'start', 'cmd')),
    ...variables(place, entryOf(root, 'variables')?.value),
  ];
}

/** `.do/app.yaml` of DigitalOcean's App Platform, bare or as a template under `spec`. */
export function readDigitalOcean(base: Place, document: ConfigNode): readonly Fact[] {
  const root = entryOf(document, 'spec')?.value ?? document;
  const components = ['services', 'workers', 'jobs'].flatMap((kind) => items(entryOf(root, kind)?.value).map((component) => ({ kind, component })));
  return [
    ...named(base, entryOf(root, 'envs')?.value),
    ...items(entryOf(root, 'databases')?.value).flatMap((database) => {
      const node = entryOf(database, 'engine')?.value ?? entryOf(database, 'name')?.value;
      const engine = textAt(database, 'engine') ?? 'PG';
      const name = productNamed(engine);
      return node === undefined || name === undefined ? [] : [product(base, name, textAt(database, 'name') ?? engine, node.range)];
    }),
    ...components.flatMap(({ kind, component }) => {
      const place: Place = { ...base, service: textAt(component, 'name'), folder: folderIn(textAt(component, 'source_dir')) };
      return [...named(place, entryOf(component, 'envs')?.value), ...started(place, kind === 'services' ? 'web' : (place.service ?? kind), entryOf(component, 'run_command')?.value)];
    }),
  ];
}

/** `apprunner.yaml`: the command, its variables, and secrets by the store that their address names. */
export function readAppRunner(place: Place, root: ConfigNode): readonly Fact[] {
  const run = entryOf(root, 'run')?.value;
  return [
    ...started(place, 'web', entryOf(run, 'command')?.value),
    ...named(place, entryOf(run, 'env')?.value, 'name'),
    ...items(entryOf(run, 'secrets')?.value).flatMap((secret) => {
      const from = entryOf(secret, 'value-from')?.value;
      const key = textAt(secret, 'name');
      if (from === undefined || key === undefined) return [];
      return [filled(place, key, from.range, { kind: 'secret', state: 'set' }), secretStore(place, /:ssm:|parameter/.test(scalarText(from) ?? '') ? 'ssm' : 'secretsmanager', from.range)];
    }),
  ];
}

/** `[{ key: KEY, value: value }]`; a secret without a value is set by hand. */
function named(place: Place, list: ConfigNode | undefined, keyName = 'key'): readonly Fact[] {
  return items(list).flatMap((item) => {
    const node = entryOf(item, keyName)?.value;
    const key = scalarText(node);
    if (node === undefined || key === undefined) return [];
    const value = entryOf(item, 'value')?.value;
    const scope = scalarText(value)?.match(/^\$\{[\w-]+\.DATABASE_URL\}$/);
    if (value === undefined || scope != null) return [filled(place, key, node.range, { kind: 'secret', state: 'set' })];
    return variable(place, key, node.range, value);
  });
}
