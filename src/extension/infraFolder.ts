import * as vscode from 'vscode';
import type { GeneratedFolder, SharedInput } from '../core/infra';
import { localize, type Language } from '../core/l10n/localized';
import { commandStrings } from './commandStrings';
import { ExpectedFailure } from './failures';
import { writtenText } from './infraPlan';
import type { FolderAnalysis, Services } from './services';

/** Writes a phase's infrastructure code into a folder that the user chooses. What is there stays as it is. */
export async function writePhase(services: Services, { folder, analysis }: FolderAnalysis, shared: SharedInput & { readonly language: Language }): Promise<void> {
  if (analysis === undefined) return;
  const { language } = shared;
  const [target] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: folder.uri,
      openLabel: localize(commandStrings.chooseFolder, language),
      title: localize(commandStrings.chooseFolderTitle, language),
    })) ?? [];
  if (target === undefined) return;
  const { generateFolder, phaseInputs, resourceName } = await import('../core/infra');
  const several = analysis.applications.length > 1;
  const folders: GeneratedFolder[] = [];
  const files: { readonly uri: vscode.Uri; readonly path: string; readonly text: string }[] = [];
  for (const { application, inputs } of phaseInputs(analysis, shared)) {
    const generated = generateFolder(inputs);
    folders.push(generated);
    for (const { fileName, text } of generated.files) {
      const path = several ? `${resourceName(application.name)}/${fileName}` : fileName;
      files.push({ uri: vscode.Uri.joinPath(target, path), path, text });
    }
  }
  // All or nothing: looked at before the first file is written.
  for (const { uri, path } of files) {
    if (await exists(uri)) throw new ExpectedFailure(commandStrings.exists, { file: path });
  }
  for (const { uri, text } of files) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const page = services.pages.put('infrastructure', writtenText(files.map(({ path }) => path), folders, shared.phase, language));
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
