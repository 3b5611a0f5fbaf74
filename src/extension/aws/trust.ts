import * as vscode from 'vscode';
import { ExpectedFailure } from '../failures';
import { awsStrings } from './awsStrings';

/** The last gate before AWS: menus are hidden in restricted mode, but any extension can run a command. */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new ExpectedFailure(awsStrings.untrusted);
}
