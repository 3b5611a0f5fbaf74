import type { Extraction, Fact, FactValue, SourceDocument, Stage, TextRange } from '../../model';
import { emptyExtraction } from '../../model';
import { environmentValue, secretState, urlParts } from '../facts';

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
const environments: Readonly<Record<string, Stage>> = { prod: 'production', dev: 'local', test: 'test', staging: 'staging' };

/** `config/packages/**.php` as the same dotted settings that the YAML files give. */
export function extractPhpPackages({ path, text }: SourceDocument): Extraction {
  const folder = /\/packages\/([\w-]+)\//.exec(path)?.[1];
  const stage = (folder === undefined ? undefined : environments[folder]) ?? 'default';
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|#(?!\[)).*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
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
