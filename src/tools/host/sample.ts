import { cpSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './cache';

/** The bundled sample: a small telemedicine application before its first step into the cloud. */
export const sample = join(root, 'test/fixtures/telemedicina');

/** A folder of its own below the system's temporary one; the caller removes it. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'skylift-')));
}

/** A copy that can be edited without touching the checkout. */
export function copyOf(folder: string, into: string = temporaryFolder()): string {
  const copy = join(into, basename(folder));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
