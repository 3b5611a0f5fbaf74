import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createNonce, renderHtml } from '../../src/extension/panel/html';
import type { FromArchitecture, ToArchitecture } from '../../src/protocol/architecture';
import type { PanelModel } from '../../src/protocol/panelModel';
import { findChromium } from '../../src/tools/system';
import themes from './themes.json';

export type ThemeName = keyof typeof themes;
export const themeNames: readonly ThemeName[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];

export interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What VS Code kept of an earlier life of the page. */
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
  /** Sent as soon as the page is ready, as the extension does. */
  readonly model?: PanelModel;
}

/** What the page holds for the tests, in the place of VS Code. */
interface TestWindow {
  skyliftSent: FromArchitecture[];
  skyliftState: unknown;
  skyliftViolations: string[];
}

const app = fileURLToPath(new URL('../../dist/webviews/architecture', import.meta.url));
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** The built app in a real browser, behind the page and the policy that the extension sets. */
export class PanelBrowser {
  /** Read once: a build that runs meanwhile does not pull the files from under the tests. */
  readonly #files = new Map<string, Buffer>();
  #browser: Browser | undefined;
  /** Pages share what the browser has compiled. */
  #context: BrowserContext | undefined;
  #server: Server | undefined;
  #pages: PanelPage[] = [];

  async start(): Promise<void> {
    const executablePath = findChromium();
    assert.ok(executablePath !== null, 'no Chromium was found; install one or set SKYLIFT_CHROMIUM');
    for (const entry of readdirSync(app, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || types[extname(entry.name)] === undefined) continue;
      const path = join(entry.parentPath, entry.name);
      this.#files.set(`/${relative(app, path).replaceAll(sep, '/')}`, readFileSync(path));
    }
    assert.ok(this.#files.has('/main.js'), 'the panel is not built: npm run build');
    this.#browser = await chromium.launch({
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'],
    });
    this.#context = await this.#browser.newContext();
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const file = this.#files.get(url.pathname);
      if (url.pathname === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(this.#html(url.searchParams.get('theme') ?? 'dark'));
      else if (url.pathname === '/favicon.ico') response.writeHead(204).end();
      else if (file === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': types[extname(url.pathname)], 'cache-control': 'max-age=3600' }).end(file);
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** Each test looks for trouble at its end, whatever it was about. */
  async closePages(): Promise<void> {
    for (const page of this.#pages.splice(0)) {
      const troubles = await page.troubles();
      await page.page.close();
      assert.deepEqual(troubles, []);
    }
  }

  async open(options: OpenOptions = {}): Promise<PanelPage> {
    assert.ok(this.#context !== undefined, 'the browser is not started');
    const page = await this.#context.newPage();
    await page.setViewportSize({ width: options.width ?? 1100, height: options.height ?? 900 });
    await page.emulateMedia({ reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference' });
    const opened = new PanelPage(page);
    this.#pages.push(opened);
    // The loader of the tests names functions by a helper that the page does not have.
    await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
    await page.addInitScript((state) => {
      const target = window as unknown as TestWindow & { acquireVsCodeApi: unknown };
      target.skyliftSent = [];
      target.skyliftState = state;
      target.skyliftViolations = [];
      document.addEventListener('securitypolicyviolation', (event) => target.skyliftViolations.push(`${event.violatedDirective} ${event.blockedURI}`));
      let acquired = false;
      target.acquireVsCodeApi = () => {
        if (acquired) throw new Error('acquired twice');
        acquired = true;
        return {
          postMessage: (message: FromArchitecture) => void target.skyliftSent.push(structuredClone(message)),
          getState: () => target.skyliftState,
          setState: (next: unknown) => {
            target.skyliftState = structuredClone(next);
          },
        };
      };
    }, options.state ?? null);
    await page.goto(`${this.#origin()}/?theme=${options.theme ?? 'dark'}`);
    await opened.waitForMessage('ready');
    if (options.model !== undefined) {
      await opened.show(options.model);
      if (options.model.phases.length > 0) await opened.drawn();
    }
    return opened;
  }

  #origin(): string {
    return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  /** The page of the extension, with the variables and the class that VS Code puts into it. */
  #html(theme: string): string {
    const { bodyClass, variables } = themes[theme as ThemeName];
    const style = Object.entries(variables).map(([name, value]) => `${name}: ${value}`).join('; ').replaceAll('"', '&quot;');
    const html = renderHtml({
      cspSource: this.#origin(),
      nonce: createNonce(),
      scriptUri: '/main.js',
      styleUri: '/main.css',
      lang: 'en',
      title: 'Architecture',
      loading: 'Reading…',
    });
    return html.replace(/<html lang="[^"]*"/, `$& style="${style}"`).replace('<body>', `<body class="${bodyClass}">`);
  }
}

/** One open page, as the extension sees it. */
export class PanelPage {
  readonly page: Page;
  #sequence = 0;
  readonly #console: string[] = [];
  readonly #tolerated: RegExp[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#console.push(message.text());
    });
    page.on('pageerror', (error) => this.#console.push(String(error)));
  }

  /** A test that provokes an error says so. */
  tolerate(pattern: RegExp): void {
    this.#tolerated.push(pattern);
  }

  async troubles(): Promise<readonly string[]> {
    const violations = await this.page.evaluate(() => (window as unknown as TestWindow).skyliftViolations);
    const reported = (await this.sent()).filter((message) => message.type === 'problem').map((message) => message.text);
    return [...this.#console, ...violations, ...reported].filter((text) => !this.#tolerated.some((pattern) => pattern.test(text)));
  }

  async send(message: ToArchitecture | Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate((data) => { window.postMessage(data, '*'); }, message);
  }

  async show(model: PanelModel): Promise<void> {
    this.#sequence += 1;
    await this.send({ type: 'state', sequence: this.#sequence, model });
  }

  /** Waits until the diagram on screen is the one of the last snapshot. */
  async drawn(): Promise<void> {
    await this.page.locator('.diagram[aria-busy="false"] .layer > svg').waitFor();
  }

  async sent(): Promise<readonly FromArchitecture[]> {
    return this.page.evaluate(() => (window as unknown as TestWindow).skyliftSent);
  }

  async waitForMessage(type: FromArchitecture['type']): Promise<FromArchitecture> {
    const handle = await this.page.waitForFunction((wanted) => (window as unknown as TestWindow).skyliftSent.find((message) => message.type === wanted), type);
    return (await handle.jsonValue()) as FromArchitecture;
  }

  async state(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as TestWindow).skyliftState);
  }

  /** As VS Code does when the user chooses another theme. */
  async setTheme(theme: ThemeName): Promise<void> {
    await this.page.evaluate(({ bodyClass, variables }) => {
      document.documentElement.removeAttribute('style');
      for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
      document.body.className = bodyClass;
    }, themes[theme]);
  }
}
