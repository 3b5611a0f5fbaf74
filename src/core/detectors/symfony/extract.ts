import type { Extraction, Fact, FactValue, SourceDocument, Stage, TextRange } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { configValue, problemsAt, secretState, urlParts } from '../facts';

const environments: Readonly<Record<string, Stage>> = { prod: 'production', dev: 'local', test: 'test', staging: 'staging' };

/** `packages/prod/cache.yaml`, `app/config/config_prod.yml`, `parameters.yml.dist`: what the path says of the environment. */
export function stageOfConfig(path: string): Stage {
  if (/\.(?:dist|example|sample)$/.test(path)) return 'example';
  const named = /\/packages\/([\w-]+)\//.exec(path)?.[1] ?? /\/config_([a-z]+)\.\w+$/.exec(path)?.[1];
  return (named === undefined ? undefined : environments[named]) ?? 'default';
}

/** Every leaf of `config/packages/**.yaml` by its dotted path, with `when@prod` and `packages/prod/` as production. */
export function extractPackages(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.yaml(document.text);
  return { facts: parsed.value.flatMap((root) => sectionFacts(document.path, root)), problems: problemsAt(document.path, parsed.problems) };
}

/** The sections of one configuration, `when@prod` among them, by the dotted paths of their leaves. */
export function sectionFacts(path: string, root: ConfigNode): readonly Fact[] {
  if (root.kind !== 'map') return [];
  const stage = stageOfConfig(path);
  const facts: Fact[] = [];
  for (const entry of root.entries) {
    const condition = /^when@(\w+)$/.exec(entry.key)?.[1];
    if (condition === undefined) flatten(path, entry.key, entry.value, entry.keyRange, stage, facts, 0);
    else if (entry.value.kind === 'map') {
      const own: Fact[] = [];
      for (const inner of entry.value.entries) flatten(path, inner.key, inner.value, inner.keyRange, environments[condition] ?? 'default', own, 0);
      // An environment of its own name counts where something selects it.
      facts.push(...(Object.hasOwn(environments, condition) ? own : own.map((fact) => ({ ...fact, detail: { ...fact.detail, when: condition } }))));
    }
  }
  return facts;
}

const maximumDepth = 10;

function flatten(path: string, name: string, node: ConfigNode, keyRange: TextRange, stage: Stage, facts: Fact[], depth: number): void {
  if (depth > maximumDepth) return;
  if (node.kind === 'map') {
    facts.push({ kind: 'config', name, value: { kind: 'none' }, at: { path, range: keyRange }, keyRange, stage, origin: 'symfony-config' });
    for (const entry of node.entries) flatten(path, `${name}.${entry.key}`, entry.value, entry.keyRange, stage, facts, depth + 1);
    return;
  }
  if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      flatten(path, `${name}.${index}`, item, keyRange, stage, facts, depth + 1);
    });
    return;
  }
  const value = valueOf(name, node);
  // A transport of Messenger may be its address alone.
  const parts = node.kind === 'scalar' && typeof node.value === 'string' && /(?:dsn|url|uri|handler_id|provider|\.transports\.\w+)$/.test(name) ? urlParts(node.value) : undefined;
  facts.push({ kind: 'config', name, value, at: { path, range: node.range.end > node.range.start ? node.range : keyRange }, keyRange, stage, origin: 'symfony-config', ...(parts === undefined ? {} : { detail: { scheme: parts.scheme, host: parts.host } }) });
}

/** `%env(resolve:DATABASE_URL)%` is a look-up; processors before the variable's name convert it. */
function valueOf(name: string, node: ConfigNode): FactValue {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return configValue(name, node);
  const lookup = /^%env\((?:[\w.-]+:)*([A-Z][A-Z0-9_]*)\)%$/.exec(node.value.trim());
  if (/:\/\/[^/\s]*@/.test(node.value)) return secretState(node.value);
  return lookup?.[1] === undefined ? configValue(name, node) : { kind: 'env', key: lookup[1], fallback: null };
}
