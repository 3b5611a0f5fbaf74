import type * as vscode from 'vscode';
import { sameLines } from './lines';
import type { FolderAnalysis } from './services';

/**
 * Whether the newest result speaks of the text that is in the editor now, so that its offsets are right there. While
 * somebody types it is a moment behind: then it is waited for.
 */
export async function isCurrent(folder: FolderAnalysis, path: string, document: vscode.TextDocument): Promise<boolean> {
  if (isSame(folder, path, document)) return true;
  if (folder.textOf(path) === undefined && folder.analysis === undefined) return false;
  await folder.whenIdle();
  return isSame(folder, path, document);
}

function isSame(folder: FolderAnalysis, path: string, document: vscode.TextDocument): boolean {
  const text = folder.textOf(path);
  return text !== undefined && sameLines(text, document.getText());
}
