import * as vscode from 'vscode';
import { localize } from '../core/l10n/localized';
import { settingsFileNames } from '../core/settingsFile';
import { commandStrings } from './commandStrings';
import { ExpectedFailure } from './failures';
import type { FolderAnalysis, Services } from './services';

/** Writes what the analysis is made under into the team's `skylift.yaml`, and shows it. One undo. */
export async function saveAssumptions(services: Services, folder: FolderAnalysis): Promise<void> {
  const { analysis } = folder;
  if (analysis === undefined) return;
  const { withAssumptions } = await import('../core/settingsEdit');
  const document = await editTeamFile(services, folder, (text) => withAssumptions(text, analysis.assumptions));
  await vscode.window.showTextDocument(document);
}

/** Says in the team's `skylift.yaml` that a roadmap step is done, or takes that back. */
export async function markStep(services: Services, folder: FolderAnalysis, step: string, done: boolean): Promise<void> {
  const { withStepDone } = await import('../core/settingsEdit');
  await editTeamFile(services, folder, (text) => withStepDone(text, step, done));
}

async function editTeamFile(services: Services, folder: FolderAnalysis, change: (text: string) => string): Promise<vscode.TextDocument> {
  const path = folder.analysis?.settingsFile ?? settingsFileNames[0];
  const uri = folder.uriOf(path);
  const present = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  const before = present?.getText() ?? '';
  const text = changed(change, before, path);
  const wasSaved = present?.isDirty === false;
  const edit = new vscode.WorkspaceEdit();
  if (present === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  else edit.replace(uri, new vscode.Range(present.positionAt(0), present.positionAt(before.length)), text);
  if (text !== before && !(await vscode.workspace.applyEdit(edit))) throw new ExpectedFailure(commandStrings.teamFileNotWritten, { file: path });
  const document = await vscode.workspace.openTextDocument(uri);
  // A tick in a view must not leave an unsaved file behind; what the user was writing stays the user's to save.
  if (wasSaved && document.isDirty) await document.save();
  services.log.info(localize(commandStrings.teamFileWritten, 'en', { file: path }));
  return document;
}

function changed(change: (text: string) => string, text: string, file: string): string {
  try {
    return change(text);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'SettingsNotEditable') throw cause;
    throw new ExpectedFailure(commandStrings.teamFileNotEditable, { file }, { cause });
  }
}
