// `npm run screenshots [-- --only dark,light,…]`: takes the pictures of docs/images from the running product.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Frame, Locator } from 'playwright-core';
import type { PhaseId } from '../core/model';
import { launchBrowser } from './host/browser';
import { root } from './host/cache';
import { packageExtension } from './host/extensionPackage';
import { ensureLocalCode, type LocalCode } from './host/install';
import { findOnPath, run, ToolError } from './host/processes';
import { runTool } from './host/runTool';
import { copyOf, sample, temporaryFolder } from './host/sample';
import { startServer } from './host/server';
import { say } from './host/terminal';
import { CodeWindow } from './host/window';
import { ensureSystem } from './system';

interface Look {
  readonly theme: string;
  readonly locale?: string;
  /** File with the titles of commands in the language of the look. */
  readonly titles: string;
  readonly scenes: readonly Scene[];
}

interface Stage {
  readonly window: CodeWindow;
  readonly look: Look;
  /** Writes the picture `docs/images/<name>-<look>.png`. */
  take(name: string): Promise<void>;
}

type Scene = (stage: Stage) => Promise<void>;

const images = join(root, 'docs/images');
const looks = {
  dark: { theme: 'Default Dark Modern', titles: 'package.nls.json', scenes: [editor, hover, quickFix, architecture] },
  light: { theme: 'Default Light Modern', titles: 'package.nls.json', scenes: [editor, architecture] },
  'high-contrast': { theme: 'Default High Contrast', titles: 'package.nls.json', scenes: [architecture] },
  'pt-br': { theme: 'Default Dark Modern', locale: 'pt-br', titles: 'package.nls.pt-br.json', scenes: [editor, hover, architecture] },
} as const satisfies Record<string, Look>;

type LookId = keyof typeof looks;
const lookIds = Object.keys(looks) as readonly LookId[];

/** As a person would set it up to look at the sample. */
const settings = {
  'skylift.evaluateAs': 'production',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.cursorBlinking': 'solid',
  'editor.renderLineHighlight': 'none',
  'breadcrumbs.enabled': false,
};

async function main(): Promise<number> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { only: { type: 'string', multiple: true } } });
  const chosen = values.only?.flatMap((value) => value.split(',')) ?? lookIds;
  const unknown = chosen.filter((name) => !lookIds.some((id) => id === name));
  if (unknown.length > 0) throw new ToolError(`There is no look "${unknown.join(', ')}"; the looks are ${lookIds.join(', ')}.`);
  await ensureSystem('browser', 'pictures');
  const code = await ensureLocalCode();
  const vsix = await packageExtension();
  mkdirSync(images, { recursive: true });
  for (const id of lookIds.filter((look) => chosen.includes(look))) await photograph(id, code, vsix);
  return 0;
}

async function photograph(id: LookId, code: LocalCode, vsix: string): Promise<void> {
  const look: Look = looks[id];
  const folder = temporaryFolder();
  try {
    const server = await startServer(code, {
      folder,
      extensions: [vsix],
      trust: 'granted',
      settings: { ...settings, 'workbench.colorTheme': look.theme },
      ...(look.locale === undefined ? {} : { locale: look.locale }),
    });
    const browser = await launchBrowser({ folder, ...(look.locale === undefined ? {} : { locale: look.locale }) });
    try {
      for (const scene of look.scenes) {
        // Each scene starts from a fresh window on a fresh copy, so that none depends on another.
        const window = await CodeWindow.open(browser, server, { folder: copyOf(sample, join(folder, scene.name)) });
        await window.statusItem().waitFor();
        await scene({ window, look, take: (name) => take(window, `${name}-${id}.png`) });
        await window.close();
      }
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(window: CodeWindow, name: string): Promise<void> {
  const path = join(images, name);
  await window.settle();
  await window.page.screenshot({ path });
  const quantizer = findOnPath('pngquant');
  // Code 99: the picture would lose too much and stays as it is.
  if (quantizer !== null) await run(quantizer, ['--quality', '80-98', '--strip', '--force', '--skip-if-larger', '--output', path, path]);
  say(`docs/images/${name}`);
}

/** The configuration with its findings, the tree of needs and the problems below. */
async function editor({ window, take: takeAs }: Stage): Promise<void> {
  await window.openContainer('Skylift');
  await window.openFile('.env.example', 17);
  await window.page.locator('.squiggly-warning').first().waitFor();
  await window.page.keyboard.press('Control+Shift+M');
  await window.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await takeAs('editor');
}

/** What a driver means, which service serves it and what that costs. */
async function hover({ window, take: takeAs }: Stage): Promise<void> {
  await window.openFile('.env.example', 29);
  await window.page.locator('.squiggly-warning').first().waitFor();
  const line = window.page.locator('.view-line', { hasText: 'QUEUE_CONNECTION' });
  await repeatUntil(window.page.locator('.monaco-hover:visible', { hasText: 'SQS' }), async () => {
    await window.page.mouse.move(0, 0);
    await line.locator('span span').last().hover();
  });
  await takeAs('hover');
}

/** What comes before the editor is ready for it is lost. */
async function repeatUntil(shown: Locator, act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await act();
    try {
      await shown.waitFor({ timeout: 10_000 });
      return;
    } catch (error) {
      if (attempt === 6) throw error;
    }
  }
}

/** The light bulb on a finding. */
async function quickFix({ window, take: takeAs }: Stage): Promise<void> {
  await window.openFile('.env.example', 17);
  await window.page.locator('.squiggly-warning').first().waitFor();
  await window.page.keyboard.press('End');
  await repeatUntil(window.page.locator('.action-widget .monaco-list-row').first(), () => window.page.keyboard.press('Control+.'));
  await takeAs('quick-fix');
}

async function architecture(stage: Stage): Promise<void> {
  const panel = await openPanel(stage);
  await showPhase(panel, 'cloud-native');
  await stage.take('architecture');
}

async function openPanel({ window, look }: Stage): Promise<Frame> {
  const titles = JSON.parse(readFileSync(join(root, look.titles), 'utf8')) as Readonly<Record<string, string>>;
  await window.runCommand(`Skylift: ${titles['command.showArchitecture'] ?? ''}`);
  const panel = await window.webview('.diagram[data-phase] .layer > svg');
  await window.page.keyboard.press('Control+B');
  return panel;
}

async function showPhase(panel: Frame, phase: PhaseId): Promise<void> {
  await panel.locator(`#tab-${phase}`).click();
  await panel.locator(`.diagram[data-phase="${phase}"] .layer > svg`).waitFor();
  await panel.locator('.diagram[aria-busy="false"]').waitFor();
}

runTool(main);
