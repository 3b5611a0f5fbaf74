import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWindow, windowPatienceMilliseconds } from './support';

describe('what the window shows of the sample', function () {
  this.timeout(windowPatienceMilliseconds);
  const opened = useWindow('sample');

  it('a status-bar item with the monthly cost and the number of findings', async () => {
    const item = opened.window.statusItem().filter({ hasText: '$' });
    await item.waitFor();
    assert.match((await item.textContent()) ?? '', /US\$\s[\d,]+\/month.*\s\d+\s*$/);
  });

  it('applications, their needs and the lines that prove them', async () => {
    const { window } = opened;
    await window.openContainer('Skylift');
    const view = window.view('Applications');
    await view.getByRole('treeitem', { name: /para-todos.*Laravel 12/ }).first().waitFor();
    const queue = view.getByRole('treeitem', { name: /background jobs|queue/i }).first();
    await queue.waitFor();
    await queue.click();
    const proof = view.getByRole('treeitem', { name: /QUEUE_CONNECTION/ }).first();
    await proof.waitFor();
    await proof.click();
    await window.editorTab('.env.example').waitFor();
    assert.ok('folder' in opened.target);
    const lines = readFileSync(join(opened.target.folder, '.env.example'), 'utf8').split('\n');
    await window.cursorAt(lines.indexOf('QUEUE_CONNECTION=database') + 1);
  });

  it('findings by rule, with their number beside the title', async () => {
    const { window } = opened;
    const view = window.view('Findings');
    await view.getByRole('treeitem', { name: /SQLite/ }).first().waitFor();
    assert.ok((await view.getByRole('treeitem').count()) > 3);
  });

  it('the switch of evaluation, from the palette to the findings', async () => {
    const { window } = opened;
    const item = window.statusItem();
    await window.runCommand('Skylift: Evaluate As');
    await window.choose(/production/i);
    await item.filter({ hasText: 'as production' }).waitFor();
    await window.page.locator('.statusbar-item[id="status.problems"]', { hasNotText: /^\s*0\s*0\s*$/ }).waitFor();
    await window.runCommand('Skylift: Evaluate As');
    await window.choose(/local/i);
    await item.filter({ hasNotText: 'as production' }).waitFor();
  });

  it('a log without secrets', async () => {
    const { window } = opened;
    await window.runCommand('Skylift: Show Log');
    await window.page.locator('.part.panel .view-line', { hasText: 'scanned' }).first().waitFor();
    assert.doesNotMatch((await window.page.locator('.part.panel .view-lines').innerText()), /base64:|PASSWORD=|SECRET=/);
  });
});
