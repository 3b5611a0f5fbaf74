import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../system';
import { ToolError } from './processes';

/** Webviews are frames of another origin; a browser that blocks their storage cannot show them. */
const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };

/** Nothing of the browser's own reaches for the network. */
const quietArguments = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb',
];

export interface BrowserOptions {
  /** Profile folder; the caller removes it. */
  readonly folder: string;
  readonly width?: number;
  readonly height?: number;
  /** A language tag for the browser, which a web window of VS Code takes as its own. */
  readonly locale?: string;
}

/** A headless Chromium with a profile of its own. */
export async function launchBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === null) throw new ToolError('No Chromium was found; install one or set SKYLIFT_CHROMIUM to its path.');
  const profile = join(options.folder, 'chromium');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    // Chromium's sandbox refuses to work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: quietArguments,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    ...(options.locale === undefined ? {} : { locale: options.locale }),
  });
}
