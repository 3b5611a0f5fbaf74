import type { TextRange } from '../../model/text';
import type { ConfigNode, EnvNode } from '../node';
import { entryOf } from '../node';
import type { PhpNode } from './ast';
import { child, textOf } from './ast';

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

/** An application's own wrapper: `envNonEmpty('DB_CONNECTION', 'mysql')`. The key tells it from other functions. */
const wrapper = /env/i;
const environmentKey = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

const superglobals = new Set(['_ENV', '_SERVER']);

export function envCall(name: string, values: readonly ConfigNode[], range: TextRange): EnvNode | null {
  const known = Object.hasOwn(lookups, name) ? lookups[name] : undefined;
  if (known === undefined && !wrapper.test(name)) return null;
  const lookup = known ?? { fallback: true };
  const named = values.at(-1);
  const positional = named?.kind === 'map' && !isArrayLiteral(named) ? values.slice(0, -1) : values;
  const key = positional[0] ?? entryOf(named, 'key')?.value ?? entryOf(named, 'name')?.value;
  // `env_default_when_empty(env('KEY'), 'value')`: the wrapper brings the fall-back to a look-up.
  if (known === undefined && key?.kind === 'env' && positional[1] !== undefined) return withFallback(key, positional[1], range);
  if (key?.kind !== 'scalar' || typeof key.value !== 'string' || key.value === '') return null;
  if (known === undefined && !environmentKey.test(key.value)) return null;
  const fallback = lookup.fallback ? (positional[1] ?? entryOf(named, 'default')?.value ?? null) : null;
  return { kind: 'env', key: key.value, keyRange: key.range, fallback, range };
}

/** Named arguments make a map without brackets: its first key is where it starts. */
function isArrayLiteral(node: Extract<ConfigNode, { kind: 'map' }>): boolean {
  return node.entries[0]?.keyRange.start !== node.range.start;
}

/** `$_ENV['KEY']`, `$_SERVER['KEY']`. */
export function envVariable(
  node: PhpNode,
  range: TextRange,
  read: (index: PhpNode) => ConfigNode,
): EnvNode | null {
  const variable = child(node, 'what');
  const index = child(node, 'offset');
  const isSuperglobal = variable?.kind === 'variable' && superglobals.has(textOf(variable, 'name') ?? '');
  if (!isSuperglobal || index === null) return null;
  const key = read(index);
  if (key.kind !== 'scalar' || typeof key.value !== 'string' || key.value === '') return null;
  return { kind: 'env', key: key.value, keyRange: key.range, fallback: null, range };
}

/** The look-up with this fall-back at the end of its chain: `env('A') ?? env('B') ?? 'x'`. */
export function withFallback(lookup: EnvNode, fallback: ConfigNode, range: TextRange): EnvNode {
  if (lookup.fallback === null) return { ...lookup, fallback, range };
  if (lookup.fallback.kind !== 'env') return { ...lookup, range };
  return { ...lookup, fallback: withFallback(lookup.fallback, fallback, lookup.fallback.range), range };
}
