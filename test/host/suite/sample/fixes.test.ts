import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, finding, quickFixes, ready, revert, show, titled, until, valueRange } from '../support';

describe('quick fixes', () => {
  before(ready);

  it('change the setting and nothing else, and one undo restores the file to the letter', async () => {
    const { document } = await show('.env.example');
    const before = document.getText();
    await until('the finding is published', () => finding('.env.example', 'queue/database-driver'));
    await apply(titled(await quickFixes(document, valueRange(document, 'QUEUE_CONNECTION')), 'Use Redis for the queue'));

    assert.equal(document.getText(valueRange(document, 'QUEUE_CONNECTION')), 'redis');
    const kept = document.getText().split('\n');
    const lost = before.split('\n').filter((line) => !kept.includes(line));
    assert.deepEqual(lost, ['QUEUE_CONNECTION=database'], 'only the line of the setting may change; comments and other lines stay');
    await until('the finding is gone', () => finding('.env.example', 'queue/database-driver') === undefined);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await until('the finding is back', () => finding('.env.example', 'queue/database-driver'));
    await revert(document);
  });

  it('open a Terraform document for the service that solves it', async () => {
    const { document } = await show('.env.example');
    await until('the finding is published', () => finding('.env.example', 'db/sqlite-in-production'));
    const actions = await quickFixes(document, valueRange(document, 'DB_CONNECTION'));
    await apply(titled(actions, /terraform/i));
    const opened = await until('a new document is shown', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.isUntitled === true ? editor.document : undefined;
    });
    assert.match(opened.getText(), /^resource "aws_db_instance" "/m);
    assert.match(opened.getText(), /storage_encrypted\s*=\s*true/);
    assert.match(opened.getText(), /publicly_accessible\s*=\s*false/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('silence a rule at its line with a comment that asks for a reason', async () => {
    const { document } = await show('.env.example');
    const actions = await quickFixes(document, valueRange(document, 'CACHE_STORE'));
    await apply(titled(actions, 'Disable cache/database-driver for this line'));
    assert.match(document.getText(), /^# skylift-disable-next-line cache\/database-driver -- reason\nCACHE_STORE=database$/m);
    await until('the finding is gone', () => finding('.env.example', 'cache/database-driver') === undefined);
    await revert(document);
    await until('the finding is back', () => finding('.env.example', 'cache/database-driver'));
  });

  it('lead to the page of the rule, which needs no network', async () => {
    const { document } = await show('.env.example');
    const actions = await quickFixes(document, valueRange(document, 'DB_CONNECTION'));
    await apply(titled(actions, 'Learn more about db/sqlite-in-production'));
    await until('the page is shown', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('sqlite-in-production'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
