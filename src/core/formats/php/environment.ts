import type { TextRange } from '../../model/text';
import { lookupOf, splitArguments, withFallback } from '../code/literals';
import type { ConfigNode, EnvNode } from '../node';
import { valueAt } from '../node';

/**
 * Functions that read the environment, and whether their second argument is a fall-back: Laravel's and CakePHP's
 * `env` (also Bedrock's), PHP's `getenv` (whose second argument is another thing), WordPress's image.
 */
const lookups: Readonly<Record<string, { readonly fallback: boolean }>> = {
  env: { fallback: true },
  'Env::get': { fallback: true },
  'Env::getOrFail': { fallback: false },
  getenv: { fallback: false },
  getenv_docker: { fallback: true },
};

export const superglobals: ReadonlySet<string> = new Set(['$_ENV', '$_SERVER']);

/**
 * An application's own wrapper: `envNonEmpty('DB_CONNECTION', 'mysql')`, `env_or(env('KEY'), 'value')`. Its name and the
 * shape of the key tell it from other functions.
 */
function wrapperCall(name: string, [first, second]: readonly ConfigNode[], range: TextRange): EnvNode | null {
  if (!/env/i.test(name)) return null;
  if (first?.kind === 'env') return second === undefined ? null : withFallback(first, second, range);
  const isKey = first?.kind === 'scalar' && typeof first.value === 'string' && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(first.value);
  return isKey ? lookupOf(first, second, range) : null;
}

export function envCall(name: string, values: readonly ConfigNode[], range: TextRange): EnvNode | null {
  const { positional, named } = splitArguments(values);
  const lookup = Object.hasOwn(lookups, name) ? lookups[name] : undefined;
  if (lookup === undefined) return wrapperCall(name, positional, range);
  const key = positional[0] ?? valueAt(named, 'key') ?? valueAt(named, 'name');
  const fallback = lookup.fallback ? (positional[1] ?? valueAt(named, 'default')) : undefined;
  return lookupOf(key, fallback, range);
}
