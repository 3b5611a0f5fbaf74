import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { evaluateAs, finding, rangeOf, ready, replace, revert, show, until, valueRange } from '../support';

const rule = 'db/sqlite-in-production';

describe('diagnostics', () => {
  before(ready);
  afterEach(() => evaluateAs(undefined));

  it('stand on the exact value and link to the page of the rule', async () => {
    const { document } = await show('.env.example');
    const diagnostic = await until('the finding is published', () => finding('.env.example', rule));
    assert.deepEqual(diagnostic.range, valueRange(document, 'DB_CONNECTION'));
    assert.equal(document.getText(diagnostic.range), 'sqlite');
    assert.ok(typeof diagnostic.code === 'object');
    assert.match(diagnostic.code.target.toString(true), /^https:\/\/.*\bsqlite-in-production\b/);
  });

  it('are mild for an example file and grave when the folder is judged as production', async () => {
    await until('the finding is a hint', () => finding('.env.example', rule)?.severity === vscode.DiagnosticSeverity.Hint);
    await evaluateAs('production');
    await until('the finding is a warning', () => finding('.env.example', rule)?.severity === vscode.DiagnosticSeverity.Warning);
    await evaluateAs('local');
    await until('the finding is a hint again', () => finding('.env.example', rule)?.severity === vscode.DiagnosticSeverity.Hint);
  });

  it('move to the fall-back inside config/*.php when the example file says nothing', async () => {
    const { document } = await show('.env.example');
    await replace(document, rangeOf(document, 'DB_CONNECTION=sqlite'), '# DB_CONNECTION=sqlite');
    try {
      const diagnostic = await until('the finding has moved', () => finding('config/database.php', rule));
      const config = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(document.uri, '../config/database.php'));
      assert.match(config.lineAt(diagnostic.range.start.line).text, /env\('DB_CONNECTION', 'sqlite'\)/);
      assert.match(config.getText(diagnostic.range), /^'?sqlite'?$/);
      assert.equal(finding('.env.example', rule), undefined);
    } finally {
      await revert(document);
    }
    await until('the finding is back', () => finding('.env.example', rule));
  });

  it('say nothing about the settings of the tests', async () => {
    await evaluateAs('production');
    await until('the folder is judged as production', () => finding('.env.example', rule)?.severity === vscode.DiagnosticSeverity.Warning);
    const { document } = await show('.env.testing');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Skylift'), []);
  });
});
