import * as vscode from 'vscode';
import { relativePath } from './folderPaths';

/**
 * Whether a link to a file leads to a file of the same folder. Only the local file system can tell where a link leads;
 * elsewhere the answer is no, and the file that it names is listed under its own name.
 */
export async function leadsInside(root: vscode.Uri, link: vscode.Uri): Promise<boolean> {
  if (link.scheme !== 'file') return false;
  const { realpath } = await import('node:fs/promises');
  try {
    const [realRoot, target] = await Promise.all([realpath(root.fsPath), realpath(link.fsPath)]);
    return relativePath(vscode.Uri.file(realRoot), vscode.Uri.file(target)) !== undefined;
  } catch {
    return false;
  }
}
