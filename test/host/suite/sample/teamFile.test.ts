import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ready, until } from '../support';

describe('skylift.yaml', () => {
  before(ready);

  it('is written from the assumptions in force, followed as it is edited, and judged at the exact value', async () => {
    await vscode.commands.executeCommand('skylift.saveAssumptions');
    const document = await until('the file is shown', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.path.endsWith('/skylift.yaml') === true ? shown : undefined;
    });
    assert.equal(document.getText(), 'region: us-east-1\nworkload: current\nfreeTier: none\n');
    assert.equal(document.isDirty, false);

    const value = new vscode.Range(1, 'workload: '.length, 1, 'workload: current'.length);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, value, 'huge');
    await vscode.workspace.applyEdit(edit);
    const problem = await until('the wrong value is reported', () => vscode.languages.getDiagnostics(document.uri).find(({ source }) => source === 'Skylift'));
    assert.equal(document.getText(problem.range), 'huge');

    await vscode.commands.executeCommand('undo');
    await until('the report is gone', () => vscode.languages.getDiagnostics(document.uri).every(({ source }) => source !== 'Skylift'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
    await ready();
  });
});
