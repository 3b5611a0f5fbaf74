// A window of a real VS Code for each group of tests, driven from outside.
import { rmSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';
import { launchBrowser } from '../../../src/tools/host/browser';
import { saveEvidence } from '../../../src/tools/host/evidence';
import { extensionPackage } from '../../../src/tools/host/extensionPackage';
import type { SuiteId } from '../../../src/tools/host/inHostResult';
import { ensureLocalCode } from '../../../src/tools/host/install';
import { temporaryFolder } from '../../../src/tools/host/sample';
import { startServer, type Server } from '../../../src/tools/host/server';
import { targetOf, type Target } from '../../../src/tools/host/suites';
import { CodeWindow } from '../../../src/tools/host/window';

/** A window loads in seconds, but not on a machine that is busy otherwise. */
export const windowPatienceMilliseconds = 180_000;

export interface OpenWindow {
  readonly window: CodeWindow;
  readonly target: Target;
}

/**
 * Opens a window before the tests of the enclosing `describe` and closes everything after them. `env` is asked when the window is
 * about to open and joins the environment of the extension host.
 */
export function useWindow(kind: SuiteId, settings: Readonly<Record<string, unknown>> = {}, env: () => Readonly<Record<string, string>> = () => ({})): OpenWindow {
  const folder = temporaryFolder();
  const target = targetOf(kind, folder);
  let browser: BrowserContext | undefined;
  let server: Server | undefined;
  let window: CodeWindow | undefined;

  before(async function () {
    this.timeout(windowPatienceMilliseconds);
    const code = await ensureLocalCode();
    server = await startServer(code, { folder, extensions: [extensionPackage], settings, env: env(), trust: kind === 'restricted' ? 'asked' : 'granted' });
    browser = await launchBrowser({ folder });
    window = await CodeWindow.open(browser, server, target);
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed' && window !== undefined) await saveEvidence(currentTest.fullTitle().replace(/\W+/g, '-'), window.page, folder);
  });
  after(async function () {
    this.timeout(30_000);
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    target,
    get window() {
      if (window === undefined) throw new Error('The window is not open yet');
      return window;
    },
  };
}
