// The main module of a helper extension: runs the tests that fit the window it finds itself in, inside the extension
// host, and writes what came out to a file that the driver waits for.
import { renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Mocha from 'mocha';
import * as vscode from 'vscode';
import type { InHostResult, InHostTest, SuiteId } from '../../../src/tools/host/inHostResult';

/** How long a window may take to read which folders its workspace has. */
const foldersMilliseconds = 5000;

/** Entry of the helper extension. */
export function activate(): void {
  void run();
}

/** Entry where a desktop VS Code is started for tests. It never rejects: the driver reads the file. */
export async function run(): Promise<void> {
  if (await isWithoutItsFolders()) {
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
    return;
  }
  const suite = suiteOfWindow();
  try {
    writeResult({ suite, tests: await runSuite(suite) });
  } catch (error) {
    writeResult({ suite, tests: [{ title: `${suite}: loading`, state: 'failed', error: describe(error), milliseconds: 0 }] });
  }
}

/**
 * VS Code in the browser can show a workspace file before it could read it: the window then has no folders, as an empty
 * one, and stays so until it is loaded again.
 */
async function isWithoutItsFolders(): Promise<boolean> {
  const { workspace } = vscode;
  if (workspace.workspaceFile === undefined || (workspace.workspaceFolders ?? []).length > 0) return false;
  return new Promise((resolve) => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => { end(false); });
    const timer = setTimeout(() => { end(true); }, foldersMilliseconds);
    const end = (isMissing: boolean): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(isMissing);
    };
  });
}

function suiteOfWindow(): SuiteId {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return 'empty';
  if (!vscode.workspace.isTrusted) return 'restricted';
  return folders.length > 1 ? 'multiRoot' : 'sample';
}

function runSuite(suite: SuiteId): Promise<readonly InHostTest[]> {
  // Mocha is not bundled: it finds parts of itself by path.
  const require = createRequire(__filename);
  const MochaOfCheckout = require(required('SKYLIFT_MOCHA')) as typeof Mocha;
  const mocha = new MochaOfCheckout({ ui: 'bdd', timeout: 20_000, forbidOnly: true });
  const file = join(__dirname, `${suite}.js`);
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  require(file);
  const tests: InHostTest[] = [];
  return new Promise((resolve) => {
    mocha.run(() => { resolve(tests); })
      .on('pass', (test) => { tests.push({ title: test.fullTitle(), state: 'passed', milliseconds: test.duration ?? 0 }); })
      .on('pending', (test) => { tests.push({ title: test.fullTitle(), state: 'skipped', milliseconds: 0 }); })
      .on('fail', (test, error: unknown) => { tests.push({ title: test.fullTitle(), state: 'failed', error: describe(error), milliseconds: test.duration ?? 0 }); });
  });
}

/** The driver must never see half a file. */
function writeResult(result: InHostResult): void {
  const file = join(required('SKYLIFT_RESULTS'), `${result.suite}.json`);
  writeFileSync(`${file}.partial`, JSON.stringify(result));
  renameSync(`${file}.partial`, file);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as { readonly actual?: unknown; readonly expected?: unknown };
  const difference = actual === undefined && expected === undefined ? '' : `\nactual:   ${JSON.stringify(actual)}\nexpected: ${JSON.stringify(expected)}`;
  return `${error.stack ?? error.message}${difference}`;
}
