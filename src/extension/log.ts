import * as vscode from 'vscode';

/**
 * The output channel "Skylift". Its text is English, holds paths and counts, and never a value of a setting:
 * a log is what people paste into public issues.
 */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Skylift', { log: true });
}
