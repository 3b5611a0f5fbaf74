import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { scalarText } from '../../formats/node';
import type { Extraction, Fact, FactValue, SourceDocument, Stage } from '../../model';
import { stageOfPath } from '../../workspace/stage';
import { isSecretKey, problemsAt, secretState, urlParts } from '../facts';

const maximumSettings = 600;

export function configFormat(path: string): 'yaml' | 'toml' | 'json' | 'ini' | null {
  if (/(?:^|\/)conf\/[\w.-]+\.conf$/.test(path)) return 'ini';
  const match = /\.(ya?ml|toml|json|ini)(?:[.-](?:sample|example|dist|tmpl|template))?$/.exec(path);
  if (match === null) return null;
  return match[1] === 'yml' || match[1] === 'yaml' ? 'yaml' : (match[1] as 'toml' | 'json' | 'ini');
}

/** A configuration file of the application as settings: `go.setting` facts, named by their path in lower case. */
export function extractConfig(document: SourceDocument, formats: Formats): Extraction {
  const { path, text } = document;
  const format = configFormat(path);
  if (format === null || /^[ \t]*(?:apiVersion|openapi|swagger|swagger_version|"?\$schema"?)\s*:/m.test(text.slice(0, 2_000))) return { facts: [], problems: [] };
  const parsed = formats[format](text);
  const roots: readonly ConfigNode[] = Array.isArray(parsed.value) ? (parsed.value as readonly ConfigNode[]) : [parsed.value as ConfigNode];
  const facts: Fact[] = [];
  const stage = stageOfConfig(path);
  const visit = (node: ConfigNode, name: string, key: Fact['keyRange']): void => {
    if (facts.length >= maximumSettings) return;
    if (node.kind === 'map') {
      for (const entry of node.entries) visit(entry.value, name === '' ? entry.key.toLowerCase() : `${name}.${entry.key.toLowerCase()}`, entry.keyRange);
    } else if (node.kind === 'list') {
      node.items.slice(0, 20).forEach((item, index) => visit(item, `${name}.${index}`, key));
    } else if (name !== '') facts.push(settingOf(path, name, node, key, stage));
  };
  const [root] = roots;
  if (root !== undefined) visit(root, '', undefined);
  return { facts, problems: problemsAt(path, parsed.problems) };
}

/** A sample is what somebody copies: it speaks for the default deployment unless the real file is there. */
function stageOfConfig(path: string): Stage {
  const stage = stageOfPath(path);
  return stage === 'default' && /\.(?:sample|example|dist|tmpl)$/.test(path) ? 'example' : stage;
}

function settingOf(path: string, name: string, node: ConfigNode, key: Fact['keyRange'], stage: Stage): Fact {
  const text = scalarText(node);
  const read = text === undefined ? undefined : valueOf(name, text);
  const variable = text === undefined ? null : /^\$\{?([A-Za-z_]\w*)(?:(?::-?|-)([^}]*))?\}?$/.exec(text);
  const value: FactValue = variable?.[1] !== undefined ? { kind: 'env', key: variable[1], fallback: variable[2] === undefined || variable[2] === '' ? null : valueOf(name, variable[2]).value } : read?.value ?? { kind: 'none' };
  const range = node.range.end > node.range.start || key === undefined ? node.range : key;
  return { kind: 'config', name: 'go.setting', value, at: { path, range }, ...(key === undefined ? {} : { keyRange: key }), stage, origin: 'go-config', detail: { setting: name, ...read?.detail } };
}

function valueOf(name: string, text: string): { readonly value: FactValue; readonly detail?: Readonly<Record<string, string>> } {
  if (text.trim() === '') return { value: { kind: 'secret', state: 'empty' } };
  const parts = /:\/\//.test(text) ? urlParts(text) : undefined;
  if (parts !== undefined) return { value: secretState(text), detail: { scheme: parts.scheme, host: parts.host } };
  if (/@(?:tcp|unix)\(/.test(text)) return { value: secretState(text), detail: { scheme: 'mysql' } };
  if (/(?:^|\s)(?:password|sslmode|dbname)=/.test(text)) return { value: secretState(text), detail: { scheme: 'postgres' } };
  const last = name.slice(name.lastIndexOf('.') + 1);
  // `force_private: false` is a switch.
  if (/^(?:true|false|on|off|yes|no)$/i.test(text.trim())) return { value: { kind: 'literal', text } };
  if (isSecretKey(last) || /user(?:name)?$|dsn|source$|connection/i.test(last) && !/^[\w-]{1,12}$/.test(text)) return { value: secretState(text) };
  return { value: { kind: 'literal', text: text.slice(0, 200) } };
}
