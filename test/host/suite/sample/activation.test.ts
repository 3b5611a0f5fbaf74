import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activationWork, ready, skylift } from '../support';

describe('activation', () => {
  it('happens by itself in a folder that holds an application, in less than 50 ms', async () => {
    const api = await ready();
    const milliseconds = activationWork(api);
    assert.ok(milliseconds < 50, `${milliseconds.toFixed(1)} ms`);
  });

  it('leads to an analysis of the folder without being asked', async () => {
    const analysis = (await ready()).analysis();
    assert.ok(analysis);
    assert.deepEqual(analysis.applications.map(({ root, framework, frameworkVersion }) => ({ root, framework, frameworkVersion })), [{ root: '.', framework: 'laravel', frameworkVersion: '12' }]);
    assert.deepEqual(analysis.phases.map(({ id }) => id), ['today', 'foundations', 'lift-and-shift', 'cloud-native', 'serverless']);
  });

  it('registers every command that the manifest declares', async () => {
    await ready();
    const registered = new Set(await vscode.commands.getCommands(true));
    const declared = (skylift().packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } }).contributes.commands;
    assert.deepEqual(declared.filter(({ command }) => !registered.has(command)), []);
  });
});
