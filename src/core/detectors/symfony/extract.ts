import type { Extraction, Fact, FactValue, SourceDocument, Stage, TextRange } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { configValue, problemsAt, urlParts } from '../facts';

const environments: Readonly<Record<string, Stage>> = { prod: 'production', dev: 'local', test: 'test', staging: 'staging' };

/** Every leaf of `config/packages/**.yaml` by its dotted path, with `when@prod` and `packages/prod/` as production. */
export function extractPackages(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.yaml(document.text);
  const folder = /\/packages\/([\w-]+)\//.exec(document.path)?.[1];
  const stage = (folder === undefined ? undefined : environments[folder]) ?? 'default';
  const facts: Fact[] = [];
  for (const root of parsed.value) {
    if (root.kind !== 'map') continue;
    for (const entry of root.entries) {
      const condition = /^when@(\w+)$/.exec(entry.key)?.[1];
      if (condition === undefined) flatten(document.path, entry.key, entry.value, entry.keyRange, stage, facts, 0);
      else if (entry.value.kind === 'map') {
        const own: Fact[] = [];
        for (const inner of entry.value.entries) flatten(document.path, inner.key, inner.value, inner.keyRange, environments[condition] ?? 'default', own, 0);
        // An environment of its own name counts where something selects it.
        facts.push(...(Object.hasOwn(environments, condition) ? own : own.map((fact) => ({ ...fact, detail: { ...fact.detail, when: condition } }))));
      }
    }
  }
  return { facts, problems: problemsAt(document.path, parsed.problems) };
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
  const parts = node.kind === 'scalar' && typeof node.value === 'string' && /(dsn|url|uri|handler_id|provider)$/.test(name) ? urlParts(node.value) : undefined;
  facts.push({ kind: 'config', name, value, at: { path, range: node.range.end > node.range.start ? node.range : keyRange }, keyRange, stage, origin: 'symfony-config', ...(parts === undefined ? {} : { detail: { scheme: parts.scheme, host: parts.host } }) });
}

/** `%env(resolve:DATABASE_URL)%` is a look-up; processors before the variable's name convert it. */
function valueOf(name: string, node: ConfigNode): FactValue {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return configValue(name, node);
  const lookup = /^%env\((?:[\w-]+:)*([A-Z][A-Z0-9_]*)\)%$/.exec(node.value.trim());
  return lookup?.[1] === undefined ? configValue(name, node) : { kind: 'env', key: lookup[1], fallback: null };
}
