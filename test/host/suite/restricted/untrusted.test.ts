import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, ready, show, until, valueRange } from '../support';

describe('restricted mode', () => {
  it('still reads the folder and shows findings', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const api = await ready();
    const { document } = await show('.env.example');
    const diagnostic = await until('the finding is published', () => finding('.env.example', 'db/sqlite-in-production'));
    assert.deepEqual(diagnostic.range, valueRange(document, 'DB_CONNECTION'));
    assert.equal(api.analysis()?.prices.source, 'snapshot');
  });

  it('takes no AWS profile or region from the folder', () => {
    const folderSettings = vscode.workspace.getConfiguration('skylift');
    assert.equal(folderSettings.inspect('aws.profile')?.workspaceValue, undefined);
    assert.equal(folderSettings.get('aws.profile'), '');
    assert.equal(folderSettings.get('aws.region'), '');
  });
});
