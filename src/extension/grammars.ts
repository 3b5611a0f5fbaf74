import * as vscode from 'vscode';
import { setAssetLoader } from '../core/formats/treeSitter/assets';

/** Reads grammars from the extension's own folder, whatever file system that is on. */
export function useGrammars(extension: vscode.Uri): void {
  setAssetLoader((name) => Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'grammars', `${name}.wasm`))));
}
