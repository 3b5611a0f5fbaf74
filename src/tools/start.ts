// `npm start -- [folder] [--browser]`: opens VS Code with the extension on a folder, by default a copy of the bundled sample.
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './host/cache';
import { buildExtension, packageExtension } from './host/extensionPackage';
import { ensureLocalCode } from './host/install';
import { findOnPath, run, ToolError } from './host/processes';
import { runTool } from './host/runTool';
import { copyOf, sample, temporaryFolder } from './host/sample';
import { startServer } from './host/server';
import { say } from './host/terminal';

const usage = 'Usage: npm start -- [folder] [--browser]\n  folder     what to open; a copy of the bundled sample by default\n  --browser  use the local VS Code in the browser even where "code" is on PATH';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { browser: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help || positionals.length > 1) {
    say(usage);
    return values.help ? 0 : 2;
  }
  const [chosen] = positionals;
  const folder = chosen === undefined ? copyOf(sample) : checkedFolder(chosen);
  if (chosen === undefined) say(`The sample was copied to ${folder}; edit it as you like.`);

  const desktop = values.browser ? null : desktopCode();
  if (desktop !== null) {
    await buildExtension();
    say(`Opening ${folder} in VS Code with Skylift …`);
    return run(desktop, [`--extensionDevelopmentPath=${root}`, folder]);
  }
  await serveInBrowser(folder);
  return 0;
}

/** A folder is taken relative to where npm was called, and must be one that can be listed. */
function checkedFolder(chosen: string): string {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', chosen);
  try {
    readdirSync(folder);
    return folder;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : undefined;
    if (reason === 'ENOENT') throw new ToolError(`There is no folder ${folder}.`);
    if (reason === 'ENOTDIR') throw new ToolError(`${folder} is a file; name the folder to open.`);
    throw new ToolError(`The folder ${folder} cannot be read; check its permissions.`);
  }
}

/** The user's own VS Code. The `code` of a remote terminal cannot load an extension from a folder. */
function desktopCode(): string | null {
  return process.env['VSCODE_IPC_HOOK_CLI'] === undefined ? findOnPath('code') : null;
}

async function serveInBrowser(folder: string): Promise<void> {
  const vsix = await packageExtension();
  const code = await ensureLocalCode();
  const work = temporaryFolder();
  try {
    const server = await startServer(code, { folder: work, extensions: [vsix], trust: 'granted' });
    try {
      const address = server.addressOf({ folder });
      say(`\nVS Code with Skylift is open at\n\n  ${address}\n\nPress Ctrl+C to stop.`);
      openBrowser(address);
      await Promise.race([interruption(), server.ended]);
      say('Stopping …');
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { resolve(); });
  });
}

/** Shows the address where there is a screen to show it on; elsewhere the printed address is enough. */
function openBrowser(address: string): void {
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  const opener = findOnPath(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (!hasScreen || opener === null || process.env['CI'] !== undefined) return;
  spawn(opener, [address], { detached: true, stdio: 'ignore' }).on('error', () => { /* The address stands in the terminal. */ }).unref();
}

runTool(main);
