import type { Fact } from '../model';
import type { RuleContext } from './rule';

/** Encrypted credentials of Rails with the file that opens them. */
export interface OpenCredentials {
  readonly encrypted: Fact;
  readonly key: string;
  readonly production: boolean;
}

/**
 * Encrypted credentials whose key git tracks too. Rails opens `config/credentials.yml.enc` with `config/master.key`,
 * and that of an environment with the key of the same name beside it.
 * @see https://guides.rubyonrails.org/security.html#custom-credentials
 */
export function openCredentials({ scope }: RuleContext, tracked: ReadonlySet<string>): OpenCredentials | undefined {
  const found = scope.find('code', 'rails.credentials').flatMap((encrypted): readonly OpenCredentials[] => {
    const { path } = encrypted.at;
    const key = keyOf(path);
    return key !== undefined && tracked.has(path) && tracked.has(key) ? [{ encrypted, key, production: path.endsWith('/production.yml.enc') }] : [];
  });
  return found.find(({ production }) => production) ?? found[0];
}

function keyOf(path: string): string | undefined {
  if (!path.endsWith('.yml.enc')) return undefined;
  if (path.endsWith('config/credentials.yml.enc')) return path.replace(/credentials\.yml\.enc$/, 'master.key');
  return path.endsWith('config/secrets.yml.enc') ? path.replace(/enc$/, 'key') : path.replace(/yml\.enc$/, 'key');
}
