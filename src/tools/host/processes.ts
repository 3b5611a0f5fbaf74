import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';

/** Something that the person at the keyboard can mend. Its message is shown without a stack. */
export class ToolError extends Error {}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Output goes to this file instead of the terminal. */
  readonly logFile?: string;
}

/** Runs a command to its end and resolves with its exit code. Its input is closed. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const log = options.logFile === undefined ? null : createWriteStream(options.logFile, { flags: 'a' });
  if (log !== null) await once(log, 'open');
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
    shell: process.platform === 'win32',
  });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => { resolve(code ?? 1); });
    });
  } finally {
    log?.close();
  }
}

/** Output of a short command, or null when it fails or is not there. */
export function outputOf(command: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout : null;
}

/** Absolute path of a program on PATH, or null. */
export function findOnPath(program: string): string | null {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe', ''] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const suffix of suffixes) {
      const candidate = join(folder, program + suffix);
      if (folder !== '' && existsSync(candidate)) return candidate;
    }
  }
  return null;
}

/** Ends a child that leads its own process group, with everything it started; resolves when it is gone. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => { if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL'); }, 5000);
  await gone;
  clearTimeout(timer);
  // Helpers that outlived their parent.
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // No process of the group is left.
  }
}
