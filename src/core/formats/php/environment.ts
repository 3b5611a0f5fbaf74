import type { TextRange } from '../../model/text';
import { lookupOf, splitArguments } from '../code/literals';
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

export function envCall(name: string, values: readonly ConfigNode[], range: TextRange): EnvNode | null {
  const lookup = Object.hasOwn(lookups, name) ? lookups[name] : undefined;
  if (lookup === undefined) return null;
  const { positional, named } = splitArguments(values);
  const key = positional[0] ?? valueAt(named, 'key') ?? valueAt(named, 'name');
  const fallback = lookup.fallback ? (positional[1] ?? valueAt(named, 'default')) : undefined;
  return lookupOf(key, fallback, range);
}
