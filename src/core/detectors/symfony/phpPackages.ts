import type { Extraction, Fact, FactValue, SourceDocument, Stage, TextRange } from '../../model';
import { emptyExtraction } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import type { PhpFile } from '../../formats/registry';
import { environmentValue, problemsAt, secretState, urlParts } from '../facts';
import { sectionFacts, stageOfConfig } from './extract';

/** `config/services.php` or `.yaml`, where the container's parameters stand. */
export const servicesFile = /(^|\/)config\/services\.(?:php|ya?ml)$/;

interface Setting {
  /** The dotted path of the same setting in YAML. */
  readonly name: string;
  /** What the file must configure for the call to mean this setting. */
  readonly within: RegExp;
  readonly call: RegExp;
}

const value = String.raw`\(\s*(?:env\(\s*)?(?:'([^'\n]{0,200})'|"([^"\n]{0,200})")`;

/** Calls of the configuration builders that Symfony generates for its bundles. */
const settings: readonly Setting[] = [
  { name: 'doctrine.dbal.url', within: /DoctrineConfig\b|->dbal\(/, call: new RegExp(`->url${value}`, 'g') },
  { name: 'doctrine.dbal.driver', within: /DoctrineConfig\b|->dbal\(/, call: new RegExp(`->driver${value}`, 'g') },
  { name: 'framework.cache.app', within: /->cache\(/, call: new RegExp(`->app${value}`, 'g') },
  { name: 'framework.session.handler_id', within: /->session\(/, call: new RegExp(`->handlerId${value}`, 'g') },
  { name: 'framework.mailer.dsn', within: /->mailer\(/, call: new RegExp(`->dsn${value}`, 'g') },
  { name: 'framework.messenger.transports.php.dsn', within: /->messenger\(/, call: new RegExp(`->dsn${value}`, 'g') },
  { name: 'framework.secret', within: /FrameworkConfig\b/, call: new RegExp(`->secret${value}`, 'g') },
  { name: 'monolog.handlers.php.path', within: /MonologConfig\b/, call: new RegExp(`->path${value}`, 'g') },
];
const session = /->session\(/;

/** Configuration in arrays: by the name of its extension, or all of it as the file's value. */
const arrays = /->(?:loadFromExtension|extension)\(|^return\s*(?:\[|array\(|App::config\()/m;

export function holdsArrays(text: string): boolean {
  return arrays.test(text);
}

/** `$container->loadFromExtension('framework', [...])`, `return App::config([...])`: what YAML says, in arrays. */
export function extractPhpArrays({ path, text }: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.php(text);
  const { calls, returned } = parsed.value;
  const sections = calls.flatMap(({ name, arguments: [extension, values] }) => {
    if (!/^->(?:loadFromExtension|extension)$/.test(name) || extension?.kind !== 'scalar' || values === undefined) return [];
    return [{ key: String(extension.value), keyRange: extension.range, value: withVariables(values, parsed.value, 0) }];
  });
  const whole = returned?.kind === 'unknown' && returned.call?.name === 'App::config' ? returned.call.arguments[0] : returned;
  const roots: readonly ConfigNode[] = [{ kind: 'map', entries: sections, range: { start: 0, end: 0 } }, ...(whole?.kind === 'map' ? [whole] : [])];
  return { facts: roots.flatMap((root) => sectionFacts(path, root)), problems: problemsAt(path, parsed.problems) };
}

/** `$connection` inside an array is what the file sets it to. */
function withVariables(node: ConfigNode, file: PhpFile, depth: number): ConfigNode {
  if (depth > 6) return node;
  if (node.kind === 'map') return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: withVariables(entry.value, file, depth + 1) })) };
  if (node.kind !== 'unknown' || !/^\$\w+$/.test(node.why)) return node;
  const set = file.assignments.find(({ target }) => target === node.why.slice(1));
  return set === undefined ? node : set.value;
}

/** The builders' calls in `config/packages/**.php` as the same dotted settings that the YAML files give. */
export function extractPhpPackages({ path, text }: SourceDocument): Extraction {
  const stage: Stage = stageOfConfig(path);
  const code = text.replace(/\/\*[\s\S]*?\*\/|^[ \t]*(?:\/\/|#(?!\[)).*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
  const facts: Fact[] = [];
  const add = (name: string, read: FactValue, range: TextRange, detail?: Readonly<Record<string, string>>): void => {
    facts.push({ kind: 'config', name, value: read, at: { path, range }, stage, origin: 'symfony-config', ...(detail === undefined ? {} : { detail }) });
  };
  for (const { name, within, call } of settings) {
    if (!within.test(code)) continue;
    for (const match of code.matchAll(call)) {
      const written = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].length - 1 - written.length;
      const range = { start, end: start + written.length };
      const parts = urlParts(written);
      if (/\(\s*env\(/.test(match[0])) add(name, { kind: 'env', key: written, fallback: null }, range);
      else if (parts !== undefined) add(name, secretState(written), range, { scheme: parts.scheme, host: parts.host });
      else add(name, name === 'framework.secret' ? secretState(written) : { kind: 'literal', text: written }, range);
    }
  }
  const found = session.exec(code);
  if (found !== null) add('framework.session', { kind: 'none' }, { start: found.index + 2, end: found.index + '->session'.length });
  return { facts, problems: [] };
}

const parameter = /(?:->set\(\s*)?['"]?env\(([A-Za-z_]\w*)\)['"]?\s*[,:]\s*(?:'([^'\n]*)'|"([^"\n]*)"|([\w./-]+))/g;

/** `env(DATABASE_URL): …` among the parameters: what a variable is where nothing sets it. */
export function extractEnvDefaults({ path, text }: SourceDocument): Extraction {
  if (!text.includes('env(')) return emptyExtraction;
  const facts = [...text.matchAll(parameter)].flatMap((match): readonly Fact[] => {
    const key = match[1] ?? '';
    const written = match[2] ?? match[3] ?? match[4] ?? '';
    if (written === '' || /^(?:null|~)$/i.test(written) || written.startsWith('%')) return [];
    const end = match.index + match[0].length - Number(match[4] === undefined);
    const read = environmentValue(key, written);
    return [{ kind: 'config', name: 'symfony.env-default', value: read.value, at: { path, range: { start: end - written.length, end } }, stage: 'default', origin: 'symfony-parameters', detail: { ...read.detail, variable: key } }];
  });
  return { facts, problems: [] };
}
