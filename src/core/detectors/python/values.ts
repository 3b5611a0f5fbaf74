import type { FactValue, TextRange } from '../../model';
import { splitArguments } from '../../formats/code/literals';
import { valueAt, type ConfigNode, type UnknownNode } from '../../formats/node';
import { isSecretKey, secretState, urlParts } from '../facts';

export interface ReadValue {
  readonly value: FactValue;
  /** The text that decides. */
  readonly range: TextRange;
}

/** Look-ups without arguments: the variable that the library reads. */
const conventional: Readonly<Record<string, string>> = { 'django_cache_url.config': 'CACHE_URL', 'dj_email_url.config': 'EMAIL_URL', 'dj_search_url.config': 'SEARCH_URL', 'dj_database_url.config': 'DATABASE_URL' };

/** A value that may be kept as written: it names a technology, a mode, a class; of an address the scheme and the host. */
export function readValue(name: string, node: ConfigNode, source: string, depth = 0): ReadValue {
  if (depth > 6) return { value: { kind: 'unknown', why: '…' }, range: node.range };
  switch (node.kind) {
    case 'scalar':
      return { value: scalar(name, node.value), range: node.range };
    case 'env': {
      const fallback = node.fallback === null ? inlineChoice(node.keyRange.end, node.range.end, source) : readValue(name, node.fallback, source, depth + 1);
      return { value: { kind: 'env', key: node.key, fallback: fallback?.value ?? null }, range: fallback === null || fallback.value.kind === 'none' ? node.keyRange : fallback.range };
    }
    case 'unknown':
      return called(name, node, source, depth);
    case 'list':
    case 'map':
      return { value: { kind: 'unknown', why: 'a structure' }, range: node.range };
  }
}

function scalar(name: string, value: string | number | boolean | null): FactValue {
  if (value === null) return { kind: 'none' };
  const text = String(value);
  const address = urlParts(text);
  if (address !== undefined && text.includes('://')) return { kind: 'literal', text: `${address.scheme}://${address.host}` };
  if (isSecretKey(name) && typeof value === 'string') return secretState(text);
  return { kind: 'literal', text };
}

/** `EmailProvider.SMTP`: a class that lists the kinds of something. */
const enumMember = /^(?:\w+\.)*[A-Z]\w*(?:Type|Provider|Backend|Driver|Engine|Dialect|Kind|Service|Store|Enum|Mode)s?\.([A-Z][A-Z0-9_]*)$/;

/** `parse(env)`, `get_list(os.environ…)`, an application's own `env_str("KEY", "fallback")`, `f"amqp://{…}"`. */
function called(name: string, node: UnknownNode, source: string, depth: number): ReadValue {
  const text = /^[rbu]?f["']([a-z][a-z0-9+.-]*):\/\/(?:[^@{}"']*@)?/i.exec(node.why);
  if (text?.[1] !== undefined) return { value: { kind: 'literal', text: `${text[1].toLowerCase()}://` }, range: node.range };
  const scheme = schemeOf(node, source);
  if (scheme !== undefined) return scheme;
  const { call } = node;
  const member = enumMember.exec(node.why)?.[1];
  if (call === undefined && member !== undefined) return { value: { kind: 'literal', text: member.toLowerCase() }, range: node.range };
  if (call === undefined) return chosen(node, source) ?? { value: { kind: 'unknown', why: node.why }, range: node.range };
  const built = addressBuilt(call.name, call.arguments);
  if (built !== undefined) return built;
  const known = conventional[call.name];
  const { positional, named } = splitArguments(call.arguments);
  const fallback = valueAt(named, 'default') ?? positional[1];
  if (known !== undefined && positional.length === 0) return lookup(name, known, valueAt(named, 'default'), node.range, source, depth);
  // `get_bool(name="USE_S3", default=False)`.
  const first = positional[0] ?? (/get_|env|config|setting/i.test(call.name) ? (valueAt(named, 'name') ?? valueAt(named, 'key') ?? valueAt(named, 'var')) : undefined);
  const alias = /(?:^|\.)Field$/.test(call.name) ? (valueAt(named, 'env') ?? valueAt(named, 'validation_alias') ?? valueAt(named, 'alias')) : undefined;
  if (alias?.kind === 'scalar' && typeof alias.value === 'string') return lookup(name, alias.value.toUpperCase(), valueAt(named, 'default') ?? (first?.kind === 'unknown' && first.why === '...' ? undefined : first), alias.range, source, depth);
  if (/(?:^|\.)Field$/.test(call.name)) return fallback === undefined && first === undefined ? { value: { kind: 'none' }, range: node.range } : readValue(name, valueAt(named, 'default') ?? first ?? node, source, depth + 1);
  if (first?.kind === 'scalar' && typeof first.value === 'string' && /^[A-Z][A-Z0-9_]+$/.test(first.value) && /env|getenv|config|secret|setting|var|(?:^|\.)get_(?:string|str|bool|boolean|int|float|list|any|delimited_list)$/i.test(call.name)) {
    return lookup(name, first.value, fallback, first.range, source, depth);
  }
  if (/^(?:==|!=|in|or|and|not|\+|%)$/.test(call.name)) {
    const sides = call.arguments.map((side) => readValue(name, side, source, depth + 1));
    const env = sides.find((side) => side.value.kind === 'env' && call.name === 'or');
    const address = sides.find((side) => side.value.kind === 'literal' && /:\/\/$|^[a-z+]+:\/\//.test(side.value.text));
    if (call.name === 'or') return either(call.arguments, sides, env, source) ?? { value: { kind: 'unknown', why: node.why }, range: node.range };
    const found = env ?? (call.name === '+' || call.name === '%' ? address : undefined);
    return found ?? { value: { kind: 'unknown', why: node.why }, range: node.range };
  }
  // `dj_database_url.parse(DATABASE_URL)`: the address is what another name holds.
  if (/(?:^|\.)parse$/.test(call.name) && first?.kind === 'unknown' && first.call === undefined && /^[A-Z_]\w*$/i.test(first.why)) return { value: { kind: 'unknown', why: first.why }, range: first.range };
  for (const argument of positional.slice(0, 2)) {
    const inner = readValue(name, argument, source, depth + 1);
    if (inner.value.kind === 'env' || (inner.value.kind === 'literal' && inner.value.text.includes('://'))) return inner;
  }
  return { value: { kind: 'unknown', why: node.why }, range: node.range };
}

/** `"{}://…".format(config("DB_ENGINE", default="postgresql"), …)`, `f"{DB_DIALECT}://…"`: the scheme is what another place says. */
function schemeOf(node: UnknownNode, source: string): ReadValue | undefined {
  const text = source.slice(node.range.start, Math.min(node.range.end, node.range.start + 400));
  const named = /^f["']{1,3}\{(?:self\.|cls\.|settings\.)?(\w+)\}:\/\//.exec(text);
  if (named?.[1] !== undefined) return { value: { kind: 'unknown', why: named[1] }, range: node.range };
  const looked = /^\(?\s*["']\{\w*\}:\/\/[^"'\n]*["']\.format\(\s*(?:os\.environ\.get|os\.getenv|getenv|config|env)\(\s*["'](\w+)["']\s*(?:,\s*(?:default\s*=\s*)?["']([\w+]*)["'])?/.exec(text);
  if (looked?.[1] === undefined) return undefined;
  const word = looked[2] ?? '';
  const start = node.range.start + (word === '' ? looked[0].lastIndexOf(looked[1]) : looked[0].lastIndexOf(word));
  return { value: { kind: 'env', key: looked[1], fallback: word === '' ? null : { kind: 'literal', text: word } }, range: { start, end: start + (word === '' ? looked[1].length : word.length) } };
}

/** `PostgresDsn.build(scheme=…)`, `MultiHostUrl.build(…)`, `URL.create("mysql+pymysql", …)`: an address from its parts. */
function addressBuilt(name: string, values: readonly ConfigNode[]): ReadValue | undefined {
  if (!/(?:Dsn|Url|URL)(?:\.(?:build|create))?$/.test(name)) return undefined;
  const { positional, named } = splitArguments(values);
  const scheme = valueAt(named, 'scheme') ?? valueAt(named, 'drivername') ?? positional[0];
  if (scheme?.kind !== 'scalar' || typeof scheme.value !== 'string' || !/^[a-z][a-z0-9+]*$/.test(scheme.value)) return undefined;
  return { value: { kind: 'literal', text: `${scheme.value}://` }, range: scheme.range };
}

/** `A or B`: a look-up with B behind it, else B, which holds where A is empty. `os.environ.get("A", "").replace(…)` looks up A. */
function either(values: readonly ConfigNode[], sides: readonly ReadValue[], env: ReadValue | undefined, source: string): ReadValue | undefined {
  const [left, right] = sides;
  const [first] = values;
  if (left === undefined || right === undefined || first === undefined) return env;
  const chained = /^\(?\s*(?:os\.)?(?:environ\.get|getenv)\(\s*["'](\w+)["']/.exec(source.slice(first.range.start, first.range.start + 200));
  const key = left.value.kind === 'env' ? left.value.key : chained?.[1];
  if (key !== undefined) return { value: { kind: 'env', key, fallback: right.value.kind === 'unknown' ? null : right.value }, range: right.value.kind === 'unknown' || right.value.kind === 'none' ? left.range : right.range };
  return right.value.kind === 'literal' || right.value.kind === 'secret' || right.value.kind === 'env' ? right : env;
}

function lookup(name: string, key: string, fallback: ConfigNode | undefined, range: TextRange, source: string, depth: number): ReadValue {
  const below = fallback === undefined || (fallback.kind === 'unknown' && fallback.call === undefined && !fallback.why.startsWith('f') && chosen(fallback, source) === undefined) ? null : readValue(name, fallback, source, depth + 1);
  return { value: { kind: 'env', key, fallback: below?.value ?? null }, range: below === null || below.value.kind === 'none' ? range : below.range };
}

/** The second argument of a look-up, where it is such a choice. */
function inlineChoice(from: number, to: number, source: string): ReadValue | null {
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- at most 500 characters
  const rest = /^["']\s*,\s*([\s\S]*?)[\s,]*\)$/.exec(source.slice(from, Math.min(to, from + 500)));
  if (rest?.[1] === undefined || rest[1] === '') return null;
  const start = from + rest[0].indexOf(rest[1]);
  return chosen({ kind: 'unknown', why: '', range: { start, end: start + rest[1].length } }, source) ?? null;
}

/** `"console" if DEBUG else "smtp"`: what runs for visitors is not debugged. */
function chosen(node: UnknownNode, source: string): ReadValue | undefined {
  const text = source.slice(node.range.start, Math.min(node.range.end, node.range.start + 400));
  const match = choice.exec(text);
  if (match === null) return undefined;
  const [, , whenTrue = '', negated, development, , otherwise = ''] = match;
  const takesFirst = (negated === undefined) === (development === undefined);
  const value = takesFirst ? whenTrue : otherwise;
  const start = node.range.start + (takesFirst ? text.indexOf(value) : text.lastIndexOf(value));
  return { value: { kind: 'literal', text: value }, range: { start, end: start + value.length } };
}

/** `"a" if DEBUG else "b"`, `"s3" if not TESTING else "disk"`, `"s3" if IS_PRODUCTION else "disk"`. */
const choice =
  /^\(?\s*(["'])([^"'\n]*)\1\s+if\s+(not\s+)?(?:settings\.|self\.)?(?:(_?(?:IS_)?(?:DEBUG|TEST|TESTS|TESTING|TEST_MODE|RUNNING_TESTS|LOCAL|DEV|DEVELOPMENT))|(?:IS_)?(?:PROD|PRODUCTION|CLOUD))\s+else\s+(["'])([^"'\n]*)\5\s*\)?$/;
