import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import { scalarText } from '../../formats/node';
import type { Extraction, Fact, FactValue, SourceDocument, Stage } from '../../model';
import { environmentValue, isSecretKey, problemsAt, secretState, urlParts } from '../facts';

const maximumSettings = 600;

/** `appsettings*.json` as settings: `dotnet.setting` facts whose detail names their path, `ConnectionStrings:Default`. */
export function extractAppSettings(document: SourceDocument, formats: Formats): Extraction {
  const { path } = document;
  if (/(^|\/)wwwroot\//.test(path)) return { facts: [], problems: [] };
  const parsed = formats.json(document.text);
  const facts: Fact[] = [];
  const stage = stageOfSettings(path);
  const visit = (node: ConfigNode, name: string, key: Fact['keyRange']): void => {
    if (facts.length >= maximumSettings) return;
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value, name === '' ? entry.key : `${name}:${entry.key}`, entry.keyRange);
    else if (node.kind === 'list') node.items.slice(0, 30).forEach((item, index) => visit(item, `${name}:${String(index)}`, key));
    else if (name !== '') {
      const range = node.range.end > node.range.start || key === undefined ? node.range : key;
      const read = settingValue(name, scalarText(node));
      facts.push({ kind: 'config', name: 'dotnet.setting', value: read.value, at: { path, range }, ...(key === undefined ? {} : { keyRange: key }), stage, origin: 'appsettings', detail: { setting: name, ...read.detail } });
    }
  };
  visit(parsed.value, '', undefined);
  return { facts, problems: problemsAt(path, parsed.problems) };
}

/** An environment of its own name (`Docker`, `SQLite`) applies only where somebody selects it. */
function stageOfSettings(path: string): Stage {
  const environment = /appsettings\.([\w-]+)\.json$/i.exec(path)?.[1]?.toLowerCase();
  if (environment === undefined) return 'default';
  if (/^prod(uction)?$/.test(environment)) return 'production';
  if (/^(?:stag(?:e|ing)|homolog|hml|uat|qa|preprod)$/.test(environment)) return 'staging';
  if (/test|ci/.test(environment)) return 'test';
  return /example|sample|template/.test(environment) ? 'example' : 'local';
}

export function settingValue(name: string, text: string | undefined): { readonly value: FactValue; readonly detail?: Readonly<Record<string, string>> } {
  if (text === undefined) return { value: { kind: 'none' } };
  const last = name.slice(name.lastIndexOf(':') + 1);
  const secret = isSecretKey(last) || /(?:signing|private|api|access|encryption|jwt)key$|^key$/i.test(last);
  if (text.trim() === '') return { value: { kind: 'secret', state: 'empty' }, ...(secret ? { detail: { credential: 'true' } } : {}) };
  const engine = connectionEngine(text);
  // What stands for the address of a storage account or a bus stands for its key, too.
  const keyed = /(?:azure_?storage|storage_?account|service_?bus|event_?hubs?)\w*:?connection_?string$/i.test(name) && !/[=;]|:\/\//.test(text);
  const credential = keyed || /(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s]/i.test(text) || /:\/\/[^/\s:@]*:[^/\s@]+@/.test(text);
  if (engine !== undefined || credential || /^connectionstrings:/i.test(name) || /connection(?:string)?$/i.test(last)) {
    const parts = urlParts(text);
    return { value: secretState(text), detail: { ...(engine === undefined ? {} : { engine }), ...(parts === undefined ? {} : { host: parts.host }), ...(credential ? { credential: 'true' } : {}) } };
  }
  if (secret) return { value: secretState(text), detail: { credential: 'true' } };
  const url = /:\/\//.test(text) ? environmentValue('URL', text) : undefined;
  if (url?.detail !== undefined) return { value: url.value, detail: url.detail };
  return /user(?:name|id)?$|^from/i.test(last) ? { value: secretState(text) } : { value: { kind: 'literal', text: text.slice(0, 200) } };
}

const schemes: readonly (readonly [RegExp, string])[] = [
  [/^amqps?:/i, 'rabbitmq'], [/^rediss?:/i, 'redis'], [/^mongodb(?:\+srv)?:/i, 'mongodb'], [/^postgres(?:ql)?:/i, 'postgresql'], [/^mysql:/i, 'mysql'], [/^nats:/i, 'nats'],
  [/Endpoint=sb:/i, 'azure-service-bus'], [/DefaultEndpointsProtocol=|UseDevelopmentStorage=|BlobEndpoint=/i, 'azure-storage'], [/AccountEndpoint=/i, 'cosmosdb'],
  [/(?:^|;)\s*(?:Data ?Source|Filename)\s*=(?:\s*:memory:|[^;]*\.(?:db|db3|sqlite|sqlite3)\b)/i, 'sqlite'],
  [/(?:^|[;,])\s*Host\s*=|Port\s*=\s*5432|Include Error Detail|Minimum Pool Size\s*=.*Host/i, 'postgresql'],
  [/Port\s*=\s*3306|SslMode\s*=|Allow ?User ?Variables|(?:^|;)\s*Uid\s*=/i, 'mysql'],
  [/\(localdb\)|Initial Catalog|Trusted_Connection|TrustServerCertificate|MultipleActiveResultSets|Integrated Security|,1433|SQLEXPRESS|tcp:[^;]*database\.windows\.net/i, 'sqlserver'],
  [/^[\w.-]+:6379\b|abortConnect\s*=/i, 'redis'],
];

/** The product that a connection string speaks to, by the words that only its client knows. */
export function connectionEngine(text: string): string | undefined {
  return schemes.find(([pattern]) => pattern.test(text))?.[1];
}
