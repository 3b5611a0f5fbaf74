// What the tests inside the extension host share: the extension under test, documents, diagnostics, waiting.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Evaluation } from '../../../src/core/model';
import type { SkyliftApi } from '../../../src/extension/main';
import { slowdown } from '../../../src/tools/host/machine';

const patienceMilliseconds = 15_000;

export function skylift(): vscode.Extension<SkyliftApi> {
  const extension = vscode.extensions.getExtension<SkyliftApi>('skylift.skylift');
  assert.ok(extension, 'the extension is not installed');
  return extension;
}

/** Waits until the extension has started by itself and the first scan is done. */
export async function ready(): Promise<SkyliftApi> {
  await until('the extension starts by itself', () => skylift().isActive);
  await skylift().exports.whenReady();
  return skylift().exports;
}

/** Resolves with the first result that is neither false nor undefined. */
export async function until<T>(what: string, probe: () => T | false | undefined): Promise<T> {
  const end = performance.now() + patienceMilliseconds;
  for (;;) {
    const result = probe();
    if (result !== false && result !== undefined) return result;
    if (performance.now() > end) throw new Error(`Waited ${patienceMilliseconds / 1000} s in vain until ${what}`);
    await delay(5);
  }
}

/** Milliseconds that activation takes on a machine that does nothing else: by the clock, or by the processor's time where that is surer. */
export function activationWork({ activationMilliseconds, activationProcessorMilliseconds }: SkyliftApi): number {
  return Math.min(activationMilliseconds / slowdown(), activationProcessorMilliseconds);
}

export function folder(index = 0): vscode.WorkspaceFolder {
  const found = vscode.workspace.workspaceFolders?.[index];
  assert.ok(found, `there is no workspace folder ${index}`);
  return found;
}

export function uriOf(path: string, inFolder = folder()): vscode.Uri {
  return vscode.Uri.joinPath(inFolder.uri, path);
}

export async function show(path: string, inFolder = folder()): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path, inFolder)), { preview: false });
}

/** Where a piece of text stands. It must stand there once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `${text} is not in ${document.uri.path}`);
  assert.equal(document.getText().indexOf(text, start + 1), -1, `${text} is more than once in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The value behind `KEY=`. */
export function valueRange(document: vscode.TextDocument, key: string): vscode.Range {
  const line = Array.from({ length: document.lineCount }, (_, number) => document.lineAt(number)).find(({ text }) => text.startsWith(`${key}=`));
  assert.ok(line, `${key} is not in ${document.uri.path}`);
  return new vscode.Range(line.range.start.translate(0, key.length + 1), line.range.end);
}

export function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  const { code } = diagnostic;
  return diagnostic.source === 'Skylift' && typeof code === 'object' ? String(code.value) : undefined;
}

/** The extension's diagnostic of a rule in a document, if there is one. */
export function finding(path: string, rule: string, inFolder = folder()): vscode.Diagnostic | undefined {
  return vscode.languages.getDiagnostics(uriOf(path, inFolder)).find((diagnostic) => ruleOf(diagnostic) === rule);
}

/** Changes an open document without saving it. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** Takes back what a test has typed. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await until('the document is as on disk', () => !document.isDirty);
  await skylift().exports.whenReady();
}

export async function evaluateAs(evaluation: Evaluation | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('skylift').update('evaluateAs', evaluation, vscode.ConfigurationTarget.Workspace);
}

/** Quick fixes at a place, as the light bulb would list them. */
export async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  // What comes back through this command names no diagnostics; no other extension of the window offers quick fixes.
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
}

export function titled(actions: readonly vscode.CodeAction[], title: string | RegExp): vscode.CodeAction {
  const found = actions.find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  assert.ok(found, `no quick fix is called ${String(title)}; there are: ${actions.map((action) => action.title).join(' | ')}`);
  return found;
}

/** Does what a click on an entry of the light bulb does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
  if (action.command !== undefined) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []) as unknown[]);
}
