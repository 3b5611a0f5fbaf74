import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, folder, ready, until } from '../support';

describe('a workspace of two folders', () => {
  before(ready);

  it('has an analysis for each', async () => {
    const api = await ready();
    const technologies = (index: number): unknown => api.analysis(folder(index).uri)?.needs.filter(({ id }) => id === 'queue').map(({ technology }) => technology);
    assert.deepEqual([technologies(0), technologies(1)], [['database'], ['sync']]);
  });

  it('shows the findings of both', async () => {
    await until('the first folder has its finding', () => finding('.env.example', 'queue/database-driver', folder(0)));
    await until('the second folder has its own', () => finding('.env.production', 'queue/sync-driver', folder(1)));
    assert.equal(finding('.env.production', 'queue/database-driver', folder(1)), undefined);
  });

  it('can be judged differently folder by folder', async () => {
    const settings = vscode.workspace.getConfiguration('skylift', folder(0).uri);
    await settings.update('evaluateAs', 'production', vscode.ConfigurationTarget.WorkspaceFolder);
    await until('the first folder is judged as production', () => finding('.env.example', 'db/sqlite-in-production', folder(0))?.severity === vscode.DiagnosticSeverity.Warning);
    assert.equal(vscode.workspace.getConfiguration('skylift', folder(1).uri).get('evaluateAs'), 'local');
    await settings.update('evaluateAs', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await until('the first folder is judged as it is', () => finding('.env.example', 'db/sqlite-in-production', folder(0))?.severity === vscode.DiagnosticSeverity.Hint);
  });

  it('forgets a folder that is taken out', async () => {
    const api = await ready();
    const { uri } = folder(1);
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await until('its findings are gone', () => vscode.languages.getDiagnostics(vscode.Uri.joinPath(uri, '.env.production')).length === 0);
    assert.equal(api.analysis(uri), undefined);
  });
});
