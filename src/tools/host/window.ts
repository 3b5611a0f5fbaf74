import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import type { Server } from './server';
import type { Target } from './suites';

/** Long enough for a window to load on a busy machine. Nothing waits this long when all is well. */
const patience = { timeout: 90_000 };

/** Runs in a page: fonts are there, and every animation that ends has ended. */
const stillness = `(async () => {
  await document.fonts.ready;
  const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
  await Promise.allSettled(ending.map((animation) => animation.finished));
})()`;

/** A VS Code window in the browser, driven as a person would: by keys, clicks and what can be read on screen. */
export class CodeWindow {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a window and waits until it shows its first view. */
  static async open(browser: BrowserContext, server: Server, target: Target): Promise<CodeWindow> {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience.timeout);
    await page.goto(server.addressOf(target), { ...patience, waitUntil: 'commit' });
    await page.locator('.monaco-workbench .activitybar').waitFor(patience);
    await page.locator('.monaco-workbench .statusbar').waitFor(patience);
    return new CodeWindow(page);
  }

  /** Waits until nothing on screen moves: fonts are loaded, animations have ended, no progress is shown. */
  async settle(): Promise<void> {
    for (const frame of this.page.frames()) {
      // A frame can vanish while it is asked.
      await frame.evaluate(stillness).catch(() => undefined);
    }
    await this.page.locator('.monaco-progress-container.active').first().waitFor({ ...patience, state: 'hidden' });
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Runs a command by its title in the palette, category included. */
  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', title);
    await this.#accept(title);
  }

  /** Opens a file of the workspace by its path, and puts the cursor on a line. */
  async openFile(path: string, line = 1): Promise<void> {
    await this.#quickInput('Control+P', path);
    await this.#accept(nameOf(path));
    await this.#tab(path).waitFor(patience);
    await this.#quickInput('Control+G', String(line), ':');
    await this.#accept(String(line));
    await this.cursorAt(line);
  }

  /** Chooses an entry of the list that is open. */
  async choose(entry: string | RegExp): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first();
    await row.waitFor(patience);
    await row.click();
  }

  /** Opens the view container of an activity-bar icon. */
  async openContainer(title: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`).first();
    await icon.waitFor(patience);
    await icon.click();
  }

  /** A view of the side bar, by the title of its pane. */
  view(title: string): Locator {
    return this.page.locator('.sidebar .pane', { has: this.page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** The extension's status-bar item. */
  statusItem(): Locator {
    return this.page.locator('.statusbar-item[id="skylift.skylift.skylift.status"]');
  }

  /** The tab of an open file, by its path or name. */
  editorTab(path: string): Locator {
    return this.#tab(path);
  }

  /** Waits until the cursor of the active editor is on a line. */
  async cursorAt(line: number): Promise<void> {
    await this.page.locator('.statusbar-item[id="status.editor.selection"]', { hasText: new RegExp(`Ln ${line},`) }).waitFor(patience);
  }

  /**
   * The innermost document of a webview: it stands in a frame inside a frame, of which none has a telling address, so
   * that only its content tells it.
   */
  async webview(selector: string): Promise<Frame> {
    const end = Date.now() + patience.timeout;
    for (;;) {
      for (const frame of this.page.frames()) {
        // A frame can vanish while it is asked.
        if (await frame.locator(selector).count().catch(() => 0) > 0) return frame;
      }
      if (Date.now() > end) throw new Error(`No webview shows ${selector} after ${patience.timeout / 1000} s`);
      await this.page.waitForTimeout(50);
    }
  }

  async #quickInput(keys: string, text: string, prefix = ''): Promise<void> {
    await this.page.keyboard.press(keys);
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor(patience);
    await input.fill(`${keys === 'F1' ? '>' : prefix}${text}`);
  }

  /** Takes the entry that is meant (before the list is filtered, another one has the focus) and waits until it is taken. */
  async #accept(text: string): Promise<void> {
    const entry = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
    await entry.waitFor(patience);
    await this.page.keyboard.press('Enter');
    await entry.waitFor({ ...patience, state: 'hidden' });
  }

  #tab(path: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${nameOf(path)}"]`);
  }
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}
