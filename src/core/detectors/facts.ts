import type { DotenvEntry } from '../formats/registry';

import type { Fact, FactValue, Problem, TextRange } from '../model';
import type { ConfigNode, ParseProblem } from '../formats/node';

/** Keys whose value may be shown: they name a technology, a mode or a place, never a credential. */
const tellingKey =
  /(^|_)(CONNECTION|DRIVER|DDL_AUTO|EXPOSURE_INCLUDE|STORE|MAILER|DISK|CHANNEL|STACK|ENV|ENVIRONMENT|DEBUG|ADAPTER|BACKEND|ENGINE|PROVIDER|TRANSPORT|SERVICE|DIALECT|CLIENT|TYPE|LEVEL|MODE|SCHEME|REGION|PORT|HOST|HOSTNAME|ENABLED|SERVER|TIMEOUT|RETRY_AFTER|PREFIX|SUFFIX|SECURE_COOKIE|BUCKET|STORAGE|SETTINGS_MODULE|STRATEGY|DB_KIND|DRIVER_CLASS_NAME|PROFILES_ACTIVE|QUARKUS_PROFILE|MICRONAUT_ENVIRONMENTS)$/i;

/** Keys that hold a credential whatever else their name says. */
const secretKey = /PASS(WORD|PHRASE|WD)?|SECRET|TOKEN|PRIVATE|CREDENTIAL|(^|_)(API_?)?KEY(_ID)?($|_)|SALT|SIGNATURE|(^|_)DSN$|WEBHOOK/i;

/** URLs whose scheme names the technology; the rest can hold a password. */
const urlKey = /(^|_)(URL|URI|DSN|ADDR|ADDRESS|ENDPOINT|BROKER|BROKERS|SERVERS)$/i;

/** Values that name a technology or a mode whatever the key is called: `DB=postgres`. */
const technologyWord = /^(postgres|postgresql|pgsql|mysql2?|mariadb|sqlite3?|mssql|oracle|mongodb|redis|valkey|memcached|rabbitmq|amqp|sqs|kafka|smtp|sendmail|ses|sendgrid|mailgun|postmark|s3|gcs|local|true|false|yes|no|on|off|mysqli|postgre|[01])$/i;

/** Keys whose value is a name that somebody chose, even where it reads like a product. */
const personKey = /_(USER|USERNAME|NAME|LOGIN|DB|DATABASE)$|^(USER|USERNAME|NAME|LOGIN)$/i;

const placeholder = /^(null|none|secret|changeme|change[-_ ]?me|password|(?:.{0,12}[-_])?your[-_ ].*|.*[-_]here|<.*>|<%.*|xxx+|.{0,12}\.\.\.|insecure|todo|example|somerandomstring.*|!change.*|.{0,24}(?:replace|change)[-_ ]?(?:me|this|with|it)\b.*|please[-_ ]?(?:replace|change|set).*|replace[-_ ]?with.*|(?:troque|altere|mude)[-_ ]?(?:me|isso|isto|esta|este|aqui|por).*|(?:sua|seu)[-_ ].*|\$\{.*\})$/i;

/** How long a password must be and when a token ends are numbers, whatever they are about. */
const measure = /_(?:EXPIR\w*|TTL|LIFETIME|LENGTH|DAYS|HOURS|MINUTES|SECONDS|PERIOD|INTERVAL|ROUNDS|COUNT)$/i;

export function isSecretKey(key: string): boolean {
  // A prefix of the framework says where a variable may be read, not what it holds.
  return secretKey.test(key.replace(/^(?:NEXT|NUXT)_PRIVATE_/, '')) && !measure.test(key);
}

/** Variables that a bundler writes into what a browser loads, by the prefix that their framework demands. */
const browserKey = /^(?:VITE|MIX|NEXT_PUBLIC|NUXT_PUBLIC|(?:NX_)?REACT_APP|NX_PUBLIC|VUE_APP|NG_APP|EXPO_PUBLIC|GATSBY|STORYBOOK|PUBLIC)_/i;

export function isBrowserKey(key: string): boolean {
  return browserKey.test(key);
}

/** A credential that the server alone has: what a bundler writes into a front end is none. */
export function isServerSecretKey(key: string): boolean {
  return isSecretKey(key) && !isBrowserKey(key);
}

/** `jdbc:p6spy:mysql://…`: what the JVM puts before the URL of a database. */
const wrapper = /^(?:r2dbc:(?:pool:|proxy:|tc:)*|jdbc:(?:p6spy:|log4jdbc:|otel:|tracing:|aws-wrapper:|tc:|pool:)*)/i;

/** The scheme and host of a URL-like value, without anything that could identify a person. */
export function urlParts(value: string): { readonly scheme: string; readonly host: string } | undefined {
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#;]*))?/i.exec(value.trim().replace(wrapper, ''));
  if (match?.[1] === undefined) return undefined;
  return { scheme: match[1].toLowerCase(), host: match[2]?.toLowerCase() ?? '' };
}

/** The password in the address that Symfony's recipes write: nobody has filled it in. */
const recipe = /:!ChangeMe!@/;

/** Reads a value of a key that may be a secret: the text is kept only where it names a technology or a place. */
export function environmentValue(key: string, value: string): { readonly value: FactValue; readonly detail?: Readonly<Record<string, string>> } {
  // `EMAIL_SERVER=smtp://user:password@host`: an address with a person in it, whatever the key is called.
  if (urlKey.test(key) || /:\/\/[^/\s]*@/.test(value)) {
    const parts = urlParts(value);
    if (parts !== undefined) return { value: recipe.test(value) ? { kind: 'secret', state: 'placeholder' } : secretState(value), detail: { scheme: parts.scheme, host: parts.host } };
  }
  if (isSecretKey(key) || (!tellingKey.test(key) && !(technologyWord.test(value.trim()) && !personKey.test(key)))) return { value: secretState(value) };
  return { value: { kind: 'literal', text: value } };
}

export function secretState(value: string): FactValue {
  if (value.trim() === '') return { kind: 'secret', state: 'empty' };
  return { kind: 'secret', state: placeholder.test(value.trim()) ? 'placeholder' : 'set' };
}

export function environmentFact(
  path: string,
  entry: Pick<DotenvEntry, 'key' | 'keyRange' | 'value' | 'valueRange'>,
  where: Pick<Fact, 'stage' | 'origin'>,
): Fact {
  const read = environmentValue(entry.key, entry.value);
  const range = entry.valueRange.end > entry.valueRange.start ? entry.valueRange : entry.keyRange;
  return {
    kind: 'env',
    name: entry.key,
    value: read.value,
    at: { path, range },
    keyRange: entry.keyRange,
    ...where,
    ...(read.detail === undefined ? {} : { detail: read.detail }),
  };
}

/** A value of a structured format as a fact's value. Keys that can hold a secret keep presence only. */
export function configValue(name: string, node: ConfigNode): FactValue {
  switch (node.kind) {
    case 'scalar':
      if (node.value === null) return { kind: 'none' };
      return isSecretKey(name) ? secretState(String(node.value)) : { kind: 'literal', text: String(node.value) };
    case 'env':
      return { kind: 'env', key: node.key, fallback: node.fallback === null ? null : configValue(name, node.fallback) };
    case 'unknown':
      return { kind: 'unknown', why: node.why };
    default:
      return { kind: 'unknown', why: 'a structure' };
  }
}

/** The place that decides when a look-up of the environment falls back: the literal of the fall-back. */
export function decidingRange(node: ConfigNode): TextRange {
  if (node.kind === 'env' && node.fallback !== null) return decidingRange(node.fallback);
  return node.range;
}

export function problemsAt(path: string, problems: readonly ParseProblem[]): readonly Problem[] {
  return problems.map((problem) => ({ at: { path, range: problem.range }, message: problem.message }));
}
