import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activationWork, skylift, until } from '../support';

describe('a window without a folder', () => {
  it('starts the extension when a view or command asks for it, in less than 50 ms', async () => {
    const api = await skylift().activate();
    const milliseconds = activationWork(api);
    assert.ok(milliseconds < 50, `${milliseconds.toFixed(1)} ms`);
  });

  it('has nothing to analyse and says so without failing', async () => {
    const api = await skylift().activate();
    await api.whenReady();
    assert.equal(api.analysis(), undefined);
    assert.deepEqual(vscode.languages.getDiagnostics().flatMap(([, list]) => list).filter(({ source }) => source === 'Skylift'), []);
  });

  it('still explains rules, services and concepts', async () => {
    await skylift().activate();
    await vscode.commands.executeCommand('skylift.explain', 'sqs');
    await until('the page is shown', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('sqs'));
  });
});
