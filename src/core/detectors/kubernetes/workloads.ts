import { entryOf, scalarText, valueAt, type ConfigNode, type MapEntry } from '../../formats/node';
import type { Fact } from '../../model';
import { processRole } from '../commands';
import { imageProduct, imageRepository } from '../images';
import { listedVariables, mappedVariables, type ConfigMaps, type Place } from './environment';
import type { Where } from './stage';
import { isRendered, readable } from './template';

export interface Manifest {
  readonly path: string;
  readonly where: Where;
  /** The file is a template of a chart that a switch may leave out. */
  readonly conditional: boolean;
  readonly maps: ConfigMaps;
}

/** Where the pod is described, by kind. */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  Rollout: ['spec', 'template', 'spec'],
  Service: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

export function workloadFacts(manifest: Manifest, object: ConfigNode, kind: string): readonly Fact[] {
  const path = podPaths[kind];
  const pod = path === undefined ? undefined : valueAt(object, ...path);
  if (pod === undefined) return [];
  const containers = entryOf(pod, 'containers')?.value;
  if (containers?.kind !== 'list') return [];
  const name = known(scalarText(valueAt(object, 'metadata', 'name'))) ?? '';
  const replicas = known(scalarText(valueAt(object, 'spec', 'replicas')));
  return containers.items.flatMap((container) => containerFacts(manifest, container, { kind, name, replicas, object }));
}

interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly replicas: string | undefined;
  readonly object: ConfigNode;
}

function containerFacts(manifest: Manifest, container: ConfigNode, workload: Workload): readonly Fact[] {
  if (container.kind !== 'map') return [];
  const image = entryOf(container, 'image')?.value;
  const nameNode = entryOf(container, 'name');
  const name = known(scalarText(nameNode?.value)) ?? '';
  const reference = known(scalarText(image));
  const product = reference === undefined ? productByName(manifest.path, name, workload.name) : imageProduct(reference);
  const isApplication = product === undefined || product.role === 'runtime';
  // A server that the chart brings along only when it is asked to.
  if (!isApplication && manifest.conditional) return [];
  const command = commandOf(container);
  const role = roleOf(workload, command?.text ?? '', name);
  const detail: Record<string, string> = { service: workload.name === '' ? name : workload.name, application: String(isApplication), workload: workload.kind };
  if (isApplication && reference !== undefined) detail['image'] = imageRepository(reference).split('/').at(-1) ?? '';
  if (isApplication) detail['runs'] = [reference === undefined ? '' : (imageRepository(reference).split('/').at(-1) ?? ''), workload.name, name].filter((word) => word !== '').join(' ');
  if (workload.replicas !== undefined) detail['replicas'] = workload.replicas;
  const anchor = image?.kind === 'scalar' ? image.range : (nameNode?.value.range ?? container.range);
  const common = { ...manifest.where, detail, ...(nameNode === undefined ? {} : { keyRange: nameNode.value.range }) };
  const facts: Fact[] = [];
  if (workload.kind !== 'Job' && workload.kind !== 'CronJob') {
    facts.push({ kind: 'container', name: detail['service'] ?? name, value: reference === undefined ? { kind: 'none' } : { kind: 'literal', text: reference }, at: { path: manifest.path, range: anchor }, ...common });
  }
  if (isApplication || callsApplication(workload.kind, command?.text)) {
    const schedule = workload.kind === 'CronJob' ? valueAt(workload.object, 'spec', 'schedule') : undefined;
    facts.push({
      kind: 'process', name: role, value: command === undefined ? { kind: 'none' } : { kind: 'literal', text: command.text },
      at: { path: manifest.path, range: schedule?.range ?? command?.range ?? anchor }, ...common,
    });
  }
  if (isApplication) facts.push(...environmentFacts({ path: manifest.path, where: manifest.where, detail }, container, manifest.maps));
  return facts;
}

function environmentFacts(place: Place, container: ConfigNode, maps: ConfigMaps): readonly Fact[] {
  const sources = entryOf(container, 'envFrom')?.value;
  const whole = sources?.kind !== 'list' ? [] : sources.items.flatMap((source) => {
    const name = scalarText(valueAt(source, 'configMapRef', 'name'));
    return name === undefined ? [] : mappedVariables(place, maps.get(name));
  });
  return [...listedVariables(place, entryOf(container, 'env')?.value, maps), ...whole];
}

function roleOf(workload: Workload, command: string, container: string): string {
  if (workload.kind === 'CronJob') return 'scheduler';
  if (workload.kind === 'Job') return 'release';
  const role = processRole(command, '');
  return role === 'other' ? processRole('', workload.name === '' ? container : workload.name) : role;
}

/** `curl https://app/cron` in a timetable is the application's own work. */
function callsApplication(kind: string, command: string | undefined): boolean {
  return kind === 'CronJob' && command !== undefined && /\b(?:curl|wget)\b/.test(command) && /https?:\/\//.test(command);
}

/** Charts name the image by a value: then the name of the container or of the file says what it is. */
function productByName(path: string, container: string, workload: string): ReturnType<typeof imageProduct> {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '').replace(/[-_.]?(deployment|statefulset|deploy|sts|pod|daemonset)[-_.]?/i, '');
  for (const name of [container, workload, file]) {
    const product = name === '' ? undefined : imageProduct(name);
    if (product !== undefined && product.role !== 'runtime' && product.role !== 'tool') return product;
  }
  return undefined;
}

function commandOf(container: ConfigNode): { readonly text: string; readonly range: Fact['at']['range'] } | undefined {
  const parts = [entryOf(container, 'command'), entryOf(container, 'args')].filter((entry): entry is MapEntry => entry !== undefined);
  const [first] = parts;
  if (first === undefined) return undefined;
  const text = readable(parts.map(({ value }) => (value.kind === 'list' ? value.items.map((item) => scalarText(item) ?? '').join(' ') : (scalarText(value) ?? ''))).join(' '));
  return text === '' ? undefined : { text, range: first.value.range };
}

function known(text: string | undefined): string | undefined {
  return text === undefined || isRendered(text) ? undefined : text;
}
