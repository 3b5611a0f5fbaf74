import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ready, show, valueRange } from '../support';

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

describe('hover', () => {
  before(ready);

  it('on a driver says what it is for, which service serves it, what that costs a month and why', async () => {
    const { document } = await show('.env.example');
    const text = await hoverText(document, valueRange(document, 'QUEUE_CONNECTION').start);
    assert.match(text, /queue|jobs/i);
    assert.match(text, /SQS/);
    assert.match(text, /\$\s?\d+\.\d{2}/);
    assert.match(text, /us-east-1/);
  });

  it('is silent on a line that proves nothing', async () => {
    const { document } = await show('.env.example');
    assert.equal(await hoverText(document, valueRange(document, 'BCRYPT_ROUNDS').start), '');
  });

  it('never shows the value of a key that can hold a secret', async () => {
    const { document } = await show('.env.example');
    const text = await hoverText(document, valueRange(document, 'REVERB_APP_SECRET').start);
    assert.doesNotMatch(text, /SECRET=\S/);
  });
});
