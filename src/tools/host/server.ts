import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { LocalCode } from './install';
import { stopGroup, ToolError } from './processes';
import type { Target } from './suites';

export interface ServerOptions {
  /** Everything that this run writes goes below this folder; the caller removes it. */
  readonly folder: string;
  /** Packaged extensions (.vsix) in order of installation. */
  readonly extensions: readonly string[];
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `asked` keeps workspace trust on: folders open in restricted mode. */
  readonly trust: 'granted' | 'asked';
  /** Display language, for instance `pt-br`. */
  readonly locale?: string;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Server {
  addressOf(target: Target): string;
  /** Resolves when the server ends by itself. */
  readonly ended: Promise<void>;
  /** Ends the server and every process that it started. */
  stop(): Promise<void>;
}

/** A start without questions, news, accounts or updates. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself, on a desktop it does not.
  'files.autoSave': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.startupPrompt': 'never',
} as const;

const startLimitMilliseconds = 60_000;

/** Installs the extensions and starts a VS Code on a free port of the loopback address. */
export async function startServer(code: LocalCode, options: ServerOptions): Promise<Server> {
  const userData = join(options.folder, 'user-data');
  const extensions = join(options.folder, 'extensions');
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));

  const folders = ['--config', join(options.folder, 'config.yaml'), '--user-data-dir', userData, '--extensions-dir', extensions];
  writeFileSync(join(options.folder, 'config.yaml'), 'cert: false\n');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...options.env,
    PATH: `${dirname(code.node)}${delimiter}${process.env['PATH'] ?? ''}`,
    XDG_DATA_HOME: join(options.folder, 'data'),
    XDG_CONFIG_HOME: join(options.folder, 'config'),
  };
  if (options.locale !== undefined) declareLanguage(userData, options.locale);
  for (const vsix of options.extensions) {
    const { status, stderr } = spawnSync(code.node, [code.entry, ...folders, '--install-extension', vsix, '--force'], { env, encoding: 'utf8' });
    if (status !== 0) throw new ToolError(`${vsix} could not be installed: ${stderr.trim()}`);
  }

  const child = spawn(code.node, [
    code.entry, ...folders, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override',
    ...(options.trust === 'granted' ? ['--disable-workspace-trust'] : []),
    ...(options.locale === undefined ? [] : ['--locale', options.locale]),
  ], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const address = await listeningAddress(child, join(options.folder, 'server.log'));
    return {
      addressOf: (target) => `${address}${query(target)}`,
      ended: new Promise((resolve) => { child.once('exit', () => { resolve(); }); }),
      stop: () => stopGroup(child),
    };
  } catch (error) {
    await stopGroup(child);
    throw error;
  }
}

/**
 * Makes the server accept a display language without the language pack, which is not in the npm registry: the texts of
 * VS Code itself stay English, those of extensions follow.
 */
function declareLanguage(userData: string, locale: string): void {
  const translation = join(userData, 'no-translation.json');
  writeFileSync(translation, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({
    [locale]: { hash: 'none', label: locale, extensions: [{ extensionIdentifier: { id: 'skylift.no-translation' }, version: '1.0.0' }], translations: { vscode: translation } },
  }));
}

function query(target: Target): string {
  if ('folder' in target) return `/?folder=${encodeURIComponent(target.folder).replaceAll('%2F', '/')}`;
  if ('workspace' in target) return `/?workspace=${encodeURIComponent(target.workspace).replaceAll('%2F', '/')}`;
  return '/?ew=true';
}

/** Waits for the line that tells the port. Everything printed is kept in the log. */
function listeningAddress(child: ChildProcess, logFile: string): Promise<string> {
  const log = createWriteStream(logFile);
  let printed = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new ToolError(`The local VS Code did not start within a minute:\n${printed}`)); }, startLimitMilliseconds);
    let listening = false;
    const listen = (chunk: Buffer): void => {
      log.write(chunk);
      if (listening) return;
      printed += chunk.toString();
      const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1];
      if (address === undefined) return;
      listening = true;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => {
      clearTimeout(timer);
      log.end();
      reject(new ToolError(`The local VS Code ended with code ${code ?? 'none'}:\n${printed}`));
    });
    child.on('error', reject);
  });
}
