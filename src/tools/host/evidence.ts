import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './cache';

/** Keeps a picture of a window and the server's logs after a failure; returns the picture's path. */
export async function saveEvidence(name: string, page: Page, serverFolder: string): Promise<string> {
  const folder = join(root, '.skylift-cache/failures', name);
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, 'window.png');
  await page.screenshot({ path: picture });
  const logs = join(serverFolder, 'user-data/logs');
  if (existsSync(logs)) cpSync(logs, join(folder, 'logs'), { recursive: true });
  return picture;
}
