import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { phaseIds } from '../../../src/core/model';
import { slowdown } from '../../../src/tools/host/machine';
import { useWindow, windowPatienceMilliseconds } from './support';

/** What the project promises for an edit of an unsaved buffer, and how often it is tried. */
const limitMilliseconds = 500;
const tries = 5;
const series = 3;

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

describe('the architecture panel in VS Code', function () {
  this.timeout(windowPatienceMilliseconds);
  const opened = useWindow('sample');
  let panel: Frame;
  /** Drivers typed over the last one, in turn; the file begins with a database. */
  const words = ['redis', 'database'];
  let written = 0;

  async function showPhase(phase: string): Promise<void> {
    await panel.locator(`#tab-${phase}`).click();
    await panel.locator(`.diagram[data-phase="${phase}"] .layer > svg`).waitFor();
  }

  /** Number of a line of the sample, as an editor counts. */
  function lineOf(text: string): number {
    assert.ok('folder' in opened.target);
    return readFileSync(join(opened.target.folder, '.env.example'), 'utf8').split('\n').indexOf(text) + 1;
  }

  /** What each of several edits took until it was drawn, on a machine that does nothing else. */
  async function timesOfEdits(): Promise<readonly number[]> {
    const { window } = opened;
    const times: number[] = [];
    for (let attempt = 0; attempt < tries; attempt += 1) {
      await window.page.keyboard.press('Control+Shift+ArrowLeft');
      const before = await panel.locator('.diagram .layer > svg').evaluate((svg) => svg.outerHTML);
      const slower = slowdown();
      await window.page.keyboard.insertText(words[written % words.length] ?? '');
      written += 1;
      const start = performance.now();
      await panel.waitForFunction((old) => document.querySelector('.diagram .layer > svg')?.outerHTML !== old, before);
      times.push((performance.now() - start) / slower);
    }
    return times;
  }

  before(async () => {
    await opened.window.statusItem().waitFor();
    // With a file open the panel takes its place beside it.
    await opened.window.openFile('.env.example');
    await opened.window.runCommand('Skylift: Show Architecture');
    panel = await opened.window.webview('.diagram[data-phase] .layer > svg');
  });

  it('draws today and the four phases, each element of the drawing a button with a name', async () => {
    for (const phase of phaseIds) {
      await showPhase(phase);
      const names = await panel.locator('.diagram [data-node]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
      assert.ok(names.length >= 4, `${phase}: ${names.length} elements`);
      assert.ok(names.every((name) => name !== null && name !== ''), phase);
    }
  });

  it('shows what each phase on AWS costs a month', async () => {
    for (const phase of phaseIds.slice(1)) assert.match((await panel.locator(`#tab-${phase} .tab-cost`).textContent()) ?? '', /\$\s?\d/, phase);
  });

  it('opens the line that proves an element', async () => {
    await showPhase('today');
    const database = panel.locator('.diagram [data-node][aria-label*="SQLite"]').first();
    await database.click();
    if (await database.getAttribute('aria-haspopup') === 'dialog') await panel.locator('.diagram button.evidence').first().click();
    await opened.window.cursorAt(lineOf('DB_CONNECTION=sqlite'));
  });

  it(`follows an edit of an unsaved buffer within ${limitMilliseconds} ms (median of ${tries} edits)`, async () => {
    const { window } = opened;
    await window.page.keyboard.press('Control+1');
    await window.openFile('.env.example', lineOf('QUEUE_CONNECTION=database'));
    await window.page.keyboard.press('End');
    // Another program of the machine may take a whole series its time; it hardly takes it from three.
    const all: (readonly number[])[] = [];
    while (all.length < series) {
      const times = await timesOfEdits();
      all.push(times);
      if (medianOf(times) <= limitMilliseconds) return;
    }
    assert.fail(all.map((times) => times.map((time) => `${Math.round(time)} ms`).join(', ')).join('; '));
  });

  it('keeps the last good picture while the file makes no sense', async () => {
    const { window } = opened;
    const count = await panel.locator('.diagram [data-node]').count();
    await window.page.keyboard.press('End');
    await window.page.keyboard.insertText('"unclosed ${');
    await panel.locator('.diagram [data-node]').first().waitFor();
    assert.ok((await panel.locator('.diagram [data-node]').count()) >= count - 1);
    await window.page.keyboard.press('Control+Z');
  });
});
