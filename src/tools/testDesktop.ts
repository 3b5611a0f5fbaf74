// `npm run test:desktop [-- --code-version 1.100.0]`: test/host/suite in the desktop VS Code, which is downloaded.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { mochaFolder, root } from './host/cache';
import { buildExtension } from './host/extensionPackage';
import { buildHelperExtension } from './host/helperExtension';
import type { InHostResult, SuiteId } from './host/inHostResult';
import { ToolError } from './host/processes';
import { runTool } from './host/runTool';
import { temporaryFolder } from './host/sample';
import { reportSuite, targetOf } from './host/suites';
import { say } from './host/terminal';
import { describeCounts, sumOf, type Counts } from './testCounts';

/** Restricted mode cannot be tested here: a desktop VS Code under test trusts its folders. */
const suites = ['sample', 'multiRoot', 'empty'] as const satisfies readonly SuiteId[];

const downloadSite = 'https://update.code.visualstudio.com/api/releases/stable';

async function main(): Promise<number> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { 'code-version': { type: 'string', default: 'stable' } } });
  if (!(await canDownload())) {
    say('Skipped: the desktop VS Code cannot be downloaded from here (no connection to update.code.visualstudio.com).');
    return 0;
  }
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    throw new ToolError('The desktop VS Code needs a screen; without one, run: xvfb-run -a npm run test:desktop');
  }
  await buildExtension();
  const executable = await downloadAndUnzipVSCode({ version: values['code-version'], cachePath: join(root, '.vscode-test') });
  const folder = temporaryFolder();
  try {
    const helper = await buildHelperExtension(folder);
    const counts: Counts[] = [];
    for (const suite of suites) counts.push(await runSuite(suite, { executable, helper, folder }));
    const total = sumOf(counts);
    say(`\n${describeCounts(total)}`);
    return total.failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function canDownload(): Promise<boolean> {
  try {
    return (await fetch(downloadSite, { signal: AbortSignal.timeout(15_000) })).ok;
  } catch {
    return false;
  }
}

interface Surroundings {
  readonly executable: string;
  readonly helper: string;
  readonly folder: string;
}

async function runSuite(suite: SuiteId, { executable, helper, folder }: Surroundings): Promise<Counts> {
  const results = join(folder, 'results');
  mkdirSync(results, { recursive: true });
  const target = targetOf(suite, folder);
  const opened = 'folder' in target ? [target.folder] : 'workspace' in target ? [target.workspace] : [];
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(helper, 'runner.js'),
    extensionTestsEnv: { SKYLIFT_RESULTS: results, SKYLIFT_MOCHA: mochaFolder },
    // The path of the socket that VS Code makes in its data folder must be short.
    launchArgs: [...opened, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(folder, 'u')],
  });
  return reportSuite(JSON.parse(readFileSync(join(results, `${suite}.json`), 'utf8')) as InHostResult);
}

runTool(main);
