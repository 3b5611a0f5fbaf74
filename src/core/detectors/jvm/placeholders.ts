import type { FactValue } from '../../model';
import { isSecretKey, secretState } from '../facts';

/** One `${name:default}` of a value, with its place in the text. */
export interface Placeholder {
  readonly name: string;
  readonly fallback: string | null;
  readonly start: number;
  readonly end: number;
}

/** The outermost placeholders of a value; a default may hold further ones. Linear in the text. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  let depth = 0;
  let start = -1;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '$' && text[index + 1] === '{') {
      if (depth === 0) start = index;
      depth += 1;
      index += 1;
    } else if (text[index] === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(placeholderOf(text.slice(start + 2, index), start, index + 1));
    }
  }
  return found;
}

/** `name`, `name:default`, `?name`; Quarkus writes `name:default` too, shells `name:-default`. */
function placeholderOf(inner: string, start: number, end: number): Placeholder {
  const colon = inner.indexOf(':');
  const name = (colon < 0 ? inner : inner.slice(0, colon)).replace(/^\?/, '').trim();
  const fallback = colon < 0 ? null : inner.slice(colon + 1);
  // A number behind the dash is a negative one: `${PORT:-1}`.
  return { name, fallback: fallback !== null && fallback.startsWith('-') && !/^-\d+$/.test(fallback) ? fallback.slice(1) : fallback, start, end };
}

/** Ktor's own way in YAML: `$NAME`, `$?NAME`, `$NAME:default`. */
const bare = /^\$\??([A-Za-z_]\w*)(?::(.*))?$/s;

/**
 * A value of a configuration file as a fact keeps it: a placeholder is a look-up, a key that can hold a secret keeps
 * presence only, an address loses whoever signs in with it.
 */
export function configurationValue(key: string, text: string): FactValue {
  const trimmed = text.trim();
  const [only] = placeholdersIn(trimmed);
  if (only !== undefined && only.start === 0 && only.end === trimmed.length) return lookup(key, only.name, only.fallback);
  const short = bare.exec(trimmed);
  if (short?.[1] !== undefined) return lookup(key, short[1], short[2] ?? null);
  if (isSecretName(key)) return only === undefined ? secretState(trimmed) : { kind: 'env', key: only.name, fallback: only.fallback === null ? null : secretState(only.fallback) };
  return { kind: 'literal', text: withoutCredentials(trimmed) };
}

function lookup(key: string, name: string, fallback: string | null): FactValue {
  return { kind: 'env', key: name, fallback: fallback === null ? null : configurationValue(key, fallback) };
}

const harmless = /(?:key|value)[-_]?(?:prefix|serializer|deserializer|type|store[-_]type|alias|generator)|store[-_]?type|token[-_]?(?:header|head|validity\S*|start\S*|expir\S*|time\S*|prefix)|secret[-_]?store|(?:secret|token|password)[-_]?(?:enabled|length|ttl|url|uri|type|encoder|duration)$/i;

/** Whether a dotted or camel-case key can hold a credential. */
export function isSecretName(key: string): boolean {
  const last = key.slice(key.lastIndexOf('.') + 1);
  if (harmless.test(last)) return false;
  return isSecretKey(last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.[\]]/g, '_'));
}

/** Cuts the person and the parameters from an address. */
function withoutCredentials(text: string): string {
  if (!text.includes(':')) return text;
  const plain = text.replace(/\/\/[^/@\s]*@/g, '//');
  return /^(?:r2dbc|jdbc):|:\/\//.test(plain) ? plain.replace(/([?;&,](?:user(?:name)?|password|pwd|accountkey|sharedaccesskey|sig|token)=)[^&;,]*/gi, '$1') : plain;
}
