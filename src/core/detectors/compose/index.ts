import type { Fact, Stage } from '../../model';
import { emptyExtraction } from '../../model';
import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import { imageProduct, imageRepository } from '../images';
import { processRole } from '../commands';
import { environmentFact, environmentValue, problemsAt } from '../facts';
import type { Detector } from '../detector';
import { baseFileOf, withBases } from './extends';
import { composeStage } from './stage';
import { folderOf, joinPath } from '../paths';

/** Compose files: containers, what they publish, what they start, the environment that they set for the application. */
export const compose: Detector = {
  id: 'compose',
  label: 'Docker Compose',
  files: [
    { match: /(^|\/)(docker-)?compose[^/]*\.ya?ml$/, example: 'docker-compose.prod.yml' },
    // Parts that other files include, and stacks of a swarm.
    { match: /(^|\/)(docker|swarm)[\w.-]*\.ya?ml$|(^|\/)docker\/[\w.-]+\.ya?ml$|(^|\/)(?:docker-)?compose\/[\w.-]+\.ya?ml$|(^|\/)stack\.ya?ml$|(^|\/)(?:common|base|shared|services)(?:[._-][\w.-]+)?\.ya?ml$/, example: 'docker/docker-mysql.yml' },
  ],
  formats: () => ['yaml'],
  extract(document, formats) {
    if (!/^services:/m.test(document.text)) return emptyExtraction;
    const parsed = formats.yaml(document.text);
    const root = parsed.value[0];
    const services = entryOf(root, 'services')?.value;
    if (services?.kind !== 'map') return { facts: [], problems: problemsAt(document.path, parsed.problems) };
    const resolved = withBases(services.entries);
    const stage = composeStage(document.path, resolved);
    const facts = resolved.flatMap((service) => serviceFacts(document.path, service, stage));
    return { facts, problems: problemsAt(document.path, parsed.problems) };
  },
};

function serviceFacts(path: string, service: MapEntry, fileStage: Stage): readonly Fact[] {
  if (service.value.kind !== 'map') return [];
  const image = entryOf(service.value, 'image')?.value;
  const build = entryOf(service.value, 'build');
  const reference = scalarText(image);
  const product = reference === undefined ? undefined : imageProduct(reference);
  const stage = optionalProfile(service.value) ? 'local' : fileStage;
  const isApplication = build !== undefined || product === undefined || product.role === 'runtime';
  const context = scalarText(valueAt(service.value, 'build', 'context')) ?? scalarText(build?.value) ?? null;
  const detail: Record<string, string> = { service: service.key, application: String(isApplication) };
  if (context !== null) detail['context'] = joinPath(folderOf(path), context);
  else if (reference !== undefined && build === undefined) detail['published'] = imageRepository(reference);
  const dockerfile = scalarText(valueAt(service.value, 'build', 'dockerfile'));
  if (dockerfile !== undefined) detail['dockerfile'] = dockerfile;
  const base = baseFileOf(service.value);
  if (base !== undefined) Object.assign(detail, { baseFile: joinPath(folderOf(path), base.file), baseService: base.service });
  const home = homeOf(path, service.value, context);
  if (home !== undefined) detail['home'] = home;
  const envFiles = envFilesOf(path, service.value);
  if (envFiles.length > 0) detail['envFiles'] = envFiles.join(' ');
  const ports = publishedPorts(service.value);
  if (ports.length > 0) detail['ports'] = ports.join(' ');
  const replicas = scalarText(valueAt(service.value, 'deploy', 'replicas')) ?? scalarText(entryOf(service.value, 'scale')?.value);
  if (replicas !== undefined) detail['replicas'] = replicas;
  const restart = scalarText(entryOf(service.value, 'restart')?.value);
  if (restart !== undefined) detail['restart'] = restart;
  const common = { stage, origin: 'compose' } as const;
  const facts: Fact[] = [
    {
      kind: 'container',
      name: service.key,
      value: reference === undefined ? { kind: 'none' } : { kind: 'literal', text: reference },
      at: { path, range: image?.kind === 'scalar' ? image.range : service.keyRange },
      keyRange: service.keyRange,
      ...common,
      detail,
    },
  ];
  const command = commandText(entryOf(service.value, 'command')?.value) ?? commandText(entryOf(service.value, 'entrypoint')?.value);
  if (command !== undefined && isApplication) {
    facts.push({ kind: 'process', name: processRole(command.text, service.key), value: { kind: 'literal', text: command.text }, at: { path, range: command.range }, keyRange: service.keyRange, ...common, detail });
  } else if (isApplication) {
    facts.push({ kind: 'process', name: processRole('', service.key), value: { kind: 'none' }, at: { path, range: service.keyRange }, keyRange: service.keyRange, ...common, detail });
  }
  if (isApplication) facts.push(...keptFolders(path, service.value, common, detail));
  // Like the env files there: a development container's variables are no deployment's.
  if (isApplication && !isOwnServer(service.key, reference, context) && !/(^|\/)\.devcontainer\//.test(path)) facts.push(...environmentFacts(path, entryOf(service.value, 'environment')?.value, common, detail));
  return facts;
}

/** `mysql: build: ./mysql`: a server with files of one's own in its image, or what prepares one; what is set for it is its own. */
function isOwnServer(service: string, image: string | undefined, context: string | null): boolean {
  if (image !== undefined || context === null) return false;
  if (/-(?:init|setup)$/.test(service)) return context.endsWith(service);
  const product = imageProduct(service);
  return product !== undefined && product.role !== 'runtime' && context.split('/').findLast((part) => part !== '') === service;
}

/** Paths of the env files that a service starts with, the last of which wins; one that is mounted into it is read by itself. */
function envFilesOf(path: string, service: ConfigNode): readonly string[] {
  const node = entryOf(service, 'env_file')?.value;
  const items = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  const named = items.flatMap((item) => scalarText(item) ?? scalarText(entryOf(item, 'path')?.value) ?? []);
  return [...named, ...mountsOf(service).flatMap(({ source, target }) => (/(?:^|\/)\.env(?:\.[\w-]+)?$/.test(source) && /(?:^|\/)\.env(?:\.[\w-]+)?$/.test(target) ? [source] : []))]
    .flatMap((file) => (/[\s$]/.test(file) ? [] : [joinPath(folderOf(path), file)]));
}

/** Folders and files beside the compose file that a service sees under another name. */
function mountsOf(service: ConfigNode): readonly { readonly source: string; readonly target: string }[] {
  const volumes = entryOf(service, 'volumes')?.value;
  if (volumes?.kind !== 'list') return [];
  return volumes.items.flatMap((volume) => {
    const [left, right] = scalarText(volume)?.split(':') ?? [scalarText(entryOf(volume, 'source')?.value), scalarText(entryOf(volume, 'target')?.value)];
    return left?.startsWith('.') === true ? [{ source: left, target: right ?? '' }] : [];
  });
}

/**
 * The folder that a service is about where its build does not say it: the one that is mounted into it, or the one of
 * its env file. Of several applications of a repository it is the one that lives there.
 */
function homeOf(path: string, service: ConfigNode, context: string | null): string | undefined {
  if (context !== null && joinPath('.', context) !== '.') return undefined;
  const mounts = mountsOf(service).map(({ source }) => joinPath(folderOf(path), source));
  return [...mounts, ...envFilesOf(path, service).map((file) => folderOf(file))].find((folder) => folder !== '.');
}

/** Folders of the application that outlive its container. A mounted source file or configuration is none. */
function keptFolders(path: string, service: ConfigNode, where: Pick<Fact, 'stage' | 'origin'>, detail: Readonly<Record<string, string>>): readonly Fact[] {
  const volumes = entryOf(service, 'volumes')?.value;
  if (volumes?.kind !== 'list') return [];
  return volumes.items.flatMap((volume) => {
    const target = scalarText(volume)?.split(':')[1] ?? scalarText(entryOf(volume, 'target')?.value);
    if (target === undefined || /\.\w{1,5}$/.test(target)) return [];
    return [{ kind: 'config', name: 'compose.volume', value: { kind: 'literal', text: target }, at: { path, range: volume.range }, ...where, detail }] as const;
  });
}

/** A profile that is not started by default. */
function optionalProfile(service: ConfigNode): boolean {
  const profiles = entryOf(service, 'profiles')?.value;
  return profiles?.kind === 'list' && profiles.items.length > 0;
}

function environmentFacts(path: string, node: ConfigNode | undefined, where: Pick<Fact, 'stage' | 'origin'>, detail: Readonly<Record<string, string>>): readonly Fact[] {
  if (node?.kind === 'map') {
    return node.entries.flatMap((entry) => {
      const value = scalarText(entry.value);
      if (value === undefined) return [];
      return [environmentOf(path, entry.key, entry.keyRange, value, entry.value.range, where, detail)];
    });
  }
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const text = scalarText(item);
    const equals = text?.indexOf('=') ?? -1;
    if (text === undefined || equals < 1) return [];
    const { start, end } = item.range;
    const keyRange = { start, end: Math.min(start + equals, end) };
    return [environmentOf(path, text.slice(0, equals), keyRange, text.slice(equals + 1), { start: Math.min(start + equals + 1, end), end }, where, detail)];
  });
}

/** `${KEY:-fallback}` is a look-up with a default, like `env()` in code. */
function environmentOf(
  path: string, key: string, keyRange: Fact['at']['range'], value: string, valueRange: Fact['at']['range'],
  where: Pick<Fact, 'stage' | 'origin'>, detail: Readonly<Record<string, string>>,
): Fact {
  const fact = environmentFact(path, { key, keyRange, value, valueRange }, where);
  const lookup = /^\$\{([A-Za-z_]\w*)(?::?-([^}]*))?\}$|^\$([A-Za-z_]\w*)$/.exec(value.trim());
  if (lookup === null) return { ...fact, detail: { ...detail, ...fact.detail } };
  const variable = lookup[1] ?? lookup[3] ?? '';
  const fallback = lookup[2];
  const read = fallback === undefined ? null : environmentValue(key, fallback);
  return {
    ...fact,
    value: { kind: 'env', key: variable, fallback: read?.value ?? null },
    detail: { ...detail, ...read?.detail },
  };
}

function commandText(node: ConfigNode | undefined): { readonly text: string; readonly range: Fact['at']['range'] } | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'list') return { text: node.items.map((item) => scalarText(item) ?? '').join(' '), range: node.range };
  const text = scalarText(node);
  return text === undefined ? undefined : { text, range: node.range };
}

/** Host side and container side of published ports: `0.0.0.0:5432>5432`. */
function publishedPorts(service: ConfigNode): readonly string[] {
  const ports = entryOf(service, 'ports')?.value;
  if (ports?.kind !== 'list') return [];
  return ports.items.flatMap((port) => {
    if (port.kind === 'map') {
      const published = scalarText(entryOf(port, 'published')?.value);
      const target = scalarText(entryOf(port, 'target')?.value);
      return published === undefined || target === undefined ? [] : [`${scalarText(entryOf(port, 'host_ip')?.value) ?? '0.0.0.0'}:${published}>${target}`];
    }
    const text = scalarText(port)?.replace(/\$\{[^}:-]*:?-([^}]*)\}/g, '$1').replace(/\/(tcp|udp)$/, '');
    const match = text === undefined ? null : /^(?:(\d+\.\d+\.\d+\.\d+|\[[^\]]+\]):)?([^:]+):([\d-]+)$/.exec(text);
    return match === null ? [] : [`${match[1] ?? '0.0.0.0'}:${match[2] ?? ''}>${match[3] ?? ''}`];
  });
}
