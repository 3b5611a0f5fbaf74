import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

/** Mocha as installed; the extension host loads it by path. */
export const mochaFolder = join(root, 'node_modules/mocha');

/**
 * Where the local VS Code is kept, so that other checkouts find it again: `SKYLIFT_CACHE`, else the user's cache folder,
 * else a folder of the checkout that git ignores.
 */
export function cacheFolder(): string {
  const chosen = process.env['SKYLIFT_CACHE'];
  if (chosen !== undefined && chosen !== '') {
    mkdirSync(chosen, { recursive: true });
    return chosen;
  }
  const shared = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'skylift');
  try {
    mkdirSync(shared, { recursive: true });
    accessSync(shared, constants.W_OK);
    return shared;
  } catch {
    const own = join(root, '.skylift-cache');
    mkdirSync(own, { recursive: true });
    return own;
  }
}
