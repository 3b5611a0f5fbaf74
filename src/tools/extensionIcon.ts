/** Draws `media/icon.png`, which galleries show, from `media/icon.svg`. `node --import tsx src/tools/extensionIcon.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './system';

const size = 256;
const media = (name: string): string => fileURLToPath(new URL(`../../media/${name}`, import.meta.url));

const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium was found; install one or set SKYLIFT_CHROMIUM to its path.');
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-gpu', '--force-color-profile=srgb'] });
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(media('icon.svg'), 'utf8')}`);
  writeFileSync(media('icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
