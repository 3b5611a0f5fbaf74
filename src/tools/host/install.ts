import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureSystem } from '../system';
import { cacheFolder, root } from './cache';
import { run, ToolError } from './processes';
import { say } from './terminal';

/** A VS Code that runs as a local web server (code-server), with the Node.js that it needs. */
export interface LocalCode {
  /** Node.js 24. */
  readonly node: string;
  /** The server's main script. */
  readonly entry: string;
}

const nodeMajor = 24;
const source = join(root, 'test/host');
/** Everything that decides what is installed. */
const manifests = ['package.json', 'package-lock.json'] as const;

/**
 * The local VS Code, installed from the npm registry on first use and kept in the cache folder, one per lock file.
 * An installation is made aside and moved into place when it is whole, so that an interrupted one is never used.
 */
export async function ensureLocalCode(): Promise<LocalCode> {
  const folder = join(cacheFolder(), `local-vscode-${manifestKey()}`);
  if (!existsSync(join(folder, 'complete'))) await install(folder);
  return { node: nodeBinary(folder), entry: join(folder, 'node_modules/code-server/out/node/entry.js') };
}

function manifestKey(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const name of manifests) hash.update(readFileSync(join(source, name)));
  return hash.digest('hex').slice(0, 12);
}

async function install(folder: string): Promise<void> {
  await ensureSystem('compiler');
  const partial = `${folder}.partial-${process.pid}`;
  const log = `${folder}.log`;
  rmSync(log, { force: true });
  mkdirSync(partial, { recursive: true });
  try {
    for (const name of manifests) copyFileSync(join(source, name), join(partial, name));
    say(`Installing the local VS Code into ${folder} (once; it compiles native modules, which takes some minutes) …`);
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], partial, environment(), log);
    await npm(['rebuild'], partial, environment(dirname(nodeBinary(partial))), log);
    writeFileSync(join(partial, 'complete'), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function npm(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, logFile: string): Promise<void> {
  const code = await run('npm', args, { cwd, env, logFile });
  if (code === 0) return;
  const lastLines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
  throw new ToolError(`${lastLines}\n\nThe local VS Code could not be installed (npm ${args[0] ?? ''}); the whole log is ${logFile}.`);
}

/** Environment of the installation: Node.js 24 first, and nothing of an npm that may have started this process. */
function environment(nodeFolder?: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    // An inherited user agent would tell the installer of another Node.js than it runs on.
    if (!/^npm_(lifecycle|package|execpath|node_execpath|command)|^npm_config_(user_agent|local_prefix|npm_version|node_gyp)$/i.test(name)) env[name] = value;
  }
  if (nodeFolder !== undefined) env['PATH'] = `${nodeFolder}${delimiter}${process.env['PATH'] ?? ''}`;
  // Newer versions of npm compile nothing unless told to. All that is installed here is pinned by lock files.
  env['npm_config_dangerously_allow_all_scripts'] = 'true';
  // The native modules use Node's stable interface, for which the headers beside any Node.js will do; without them
  // node-gyp would download some.
  const headers = dirname(dirname(process.execPath));
  if (env['npm_config_nodedir'] === undefined && existsSync(join(headers, 'include/node/node_api.h'))) env['npm_config_nodedir'] = headers;
  return env;
}

function nodeBinary(folder: string): string {
  const packaged = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) === nodeMajor) return process.execPath;
  throw new ToolError(`The local VS Code needs Node.js ${nodeMajor} on this platform; run with it, or put the desktop VS Code's "code" on PATH.`);
}
