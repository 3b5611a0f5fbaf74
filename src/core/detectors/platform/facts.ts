import type { Fact, FactValue, Stage, TextRange } from '../../model';
import { entryOf, scalarText, type ConfigNode, type MapEntry } from '../../formats/node';
import { processRole } from '../commands';
import { environmentFact } from '../facts';

/** What a platform file says, file by file. `folder` is the part of the repository that it is about, if it says so. */
export interface Place {
  readonly path: string;
  readonly stage: Stage;
  readonly service?: string | undefined;
  readonly folder?: string | undefined;
}

const origin = 'platform';

function detailOf(place: Place): Record<string, string> {
  return {
    ...(place.service === undefined ? {} : { service: place.service }),
    ...(place.folder === undefined ? {} : { context: place.folder, application: 'true' }),
  };
}

/** A variable that the platform sets for the application. */
export function variable(place: Place, key: string, keyRange: TextRange, node: ConfigNode): readonly Fact[] {
  const value = scalarText(node);
  if (value === undefined) return [];
  const fact = environmentFact(place.path, { key, keyRange, value, valueRange: node.range }, { stage: place.stage, origin });
  return [{ ...fact, detail: { ...detailOf(place), ...fact.detail } }];
}

/** A map of variables: `KEY: value`. */
export function variables(place: Place, node: ConfigNode | undefined): readonly Fact[] {
  return entries(node).flatMap((entry) => variable(place, entry.key, entry.keyRange, entry.value));
}

/** Variables of functions on AWS, some of which a store of secrets fills in: `${ssm:…}`, `{{resolve:secretsmanager:…}}`. */
export function functionVariables(place: Place, node: ConfigNode | undefined): readonly Fact[] {
  return entries(node).flatMap((entry) => {
    const value = substituted(entry.value);
    const text = scalarText(value) ?? '';
    const store = /\$\{(?:aws:)?ssm:/.test(text) ? (/secretsmanager/.test(text) ? 'secretsmanager' : 'ssm') : /resolve:secretsmanager/.test(text) ? 'secretsmanager' : /resolve:ssm/.test(text) ? 'ssm' : null;
    return [...(value === entry.value || store !== null || !text.includes('${') ? variable(place, entry.key, entry.keyRange, value) : []), ...(store === null ? [] : [secretStore(place, store, entry.value.range)])];
  });
}

/** The text of `!Sub "text"`, in which CloudFormation fills in names: without one it is the value itself. */
function substituted(node: ConfigNode): ConfigNode {
  const text = node.kind === 'unknown' && node.call?.name === '!Sub' ? node.call.arguments[0] : undefined;
  return text?.kind === 'scalar' ? text : node;
}

/** A variable whose value is known by what fills it: `DATABASE_URL` from a database of the platform. */
export function filled(place: Place, key: string, range: TextRange, value: FactValue, scheme?: string): Fact {
  return { kind: 'env', name: key, value, at: { path: place.path, range }, stage: place.stage, origin, detail: { ...detailOf(place), ...(scheme === undefined ? {} : { scheme, host: '' }) } };
}

/** A command that the platform starts, once for all or on a timetable. */
export function started(place: Place, name: string, node: ConfigNode | undefined, more: Readonly<Record<string, string>> = {}): readonly Fact[] {
  const text = node?.kind === 'list' ? node.items.map((item) => scalarText(item) ?? '').join(' ') : scalarText(node);
  if (node === undefined || text === undefined) return [];
  const role = more['schedule'] === undefined ? processRole(text, name) : 'scheduler';
  return [{ kind: 'process', name: role, value: { kind: 'literal', text }, at: { path: place.path, range: node.range }, stage: place.stage, origin, detail: { process: name, ...detailOf(place), ...more } }];
}

/** A store or a service of the platform. `product` is a key of `platformProducts`. */
export function product(place: Place, name: string, text: string, range: TextRange): Fact {
  return { kind: 'resource', name: `platform_${name}`, value: { kind: 'literal', text }, at: { path: place.path, range }, stage: place.stage, origin, detail: detailOf(place) };
}

/** A folder that outlives a deployment. */
export function mount(place: Place, target: string, range: TextRange): Fact {
  return { kind: 'config', name: 'platform.mount', value: { kind: 'literal', text: target }, at: { path: place.path, range }, stage: place.stage, origin, detail: detailOf(place) };
}

/** Where the platform keeps what the application must not tell. */
export function secretStore(place: Place, technology: string, range: TextRange): Fact {
  return { kind: 'config', name: 'platform.secrets', value: { kind: 'literal', text: technology }, at: { path: place.path, range }, stage: place.stage, origin, detail: detailOf(place) };
}

export function entries(node: ConfigNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function items(node: ConfigNode | undefined): readonly ConfigNode[] {
  return node?.kind === 'list' ? node.items : [];
}

export function textAt(node: ConfigNode | undefined, key: string): string | undefined {
  return scalarText(entryOf(node, key)?.value);
}

/** `./api/` → `api`; the root of the repository is no folder of its own. */
export function folderIn(text: string | undefined): string | undefined {
  const folder = text?.replace(/^\.?\//, '').replace(/\/$/, '');
  return folder === undefined || folder === '' || folder === '.' ? undefined : folder;
}
