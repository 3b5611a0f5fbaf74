import { findOnPath, outputOf, run, ToolError } from './host/processes';
import { say } from './host/terminal';

interface Requirement {
  /** Name of the Debian/Ubuntu package. */
  readonly aptPackage: string;
  readonly purpose: string;
  isPresent(): boolean;
}

/** Where Debian, Ubuntu, Fedora and Google put the browser. */
const browserPrograms = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium; `SKYLIFT_CHROMIUM` wins over what is on PATH. */
export function findChromium(): string | null {
  const chosen = process.env['SKYLIFT_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') return chosen;
  for (const program of browserPrograms) {
    const path = findOnPath(program);
    if (path !== null) return path;
  }
  return null;
}

function library(aptPackage: string, purpose: string): Requirement {
  return { aptPackage, purpose, isPresent: () => isAptPackageInstalled(aptPackage) };
}

function program(aptPackage: string, name: string, purpose: string): Requirement {
  return { aptPackage, purpose, isPresent: () => findOnPath(name) !== null };
}

const browser: readonly Requirement[] = [
  { aptPackage: 'chromium', purpose: 'drives the webview and the host tests', isPresent: () => findChromium() !== null },
  library('fonts-dejavu-core', 'text in a headless browser'),
];

/** What compiling the native modules of the local VS Code takes. */
const compiler: readonly Requirement[] = [
  program('g++', 'g++', 'compiles native modules'),
  program('make', 'make', 'compiles native modules'),
  program('python3', 'python3', 'compiles native modules'),
  library('libkrb5-dev', 'native module kerberos'),
  library('libx11-dev', 'native module native-keymap'),
  library('libxkbfile-dev', 'native module native-keymap'),
  library('libsecret-1-dev', 'native module keytar'),
];

/** What pictures for the documentation take. */
const pictures: readonly Requirement[] = [
  library('fonts-noto-core', 'readable text'),
  library('fonts-noto-mono', 'readable code'),
  program('pngquant', 'pngquant', 'smaller pictures'),
];

export const systemNeeds = { browser, compiler, pictures } as const;

/**
 * Installs what is missing through apt, as root or by sudo. Where neither is possible, or there is no apt, throws one
 * sentence that names the packages.
 */
export async function ensureSystem(...needs: readonly (keyof typeof systemNeeds)[]): Promise<void> {
  const missing = needs.flatMap((need) => systemNeeds[need]).filter((requirement) => !requirement.isPresent());
  if (missing.length === 0) return;
  const packages = missing.map(({ aptPackage }) => aptPackage);
  if (findOnPath('apt-get') === null) {
    throw new ToolError(`Skylift's tools need ${packages.join(', ')} (the names are Debian's); install them with your system's package manager.`);
  }
  const administrator = administratorPrefix();
  if (administrator === null) {
    throw new ToolError(`System packages are missing and neither root nor sudo is available; as root, run: apt-get install ${packages.join(' ')}`);
  }
  say(`Installing system packages: ${missing.map(({ aptPackage, purpose }) => `${aptPackage} (${purpose})`).join(', ')} …`);
  await apt(administrator, ['update']);
  await apt(administrator, ['install', '-y', '--no-install-recommends', ...packages]);
}

/** Other systems than Debian's cannot be asked by a library's package name; there the compiler tells what it misses. */
function isAptPackageInstalled(name: string): boolean {
  if (findOnPath('dpkg-query') === null) return true;
  return outputOf('dpkg-query', ['-W', '-f', '${db:Status-Status}\n', name])?.includes('installed') ?? false;
}

/** What to put before a command to run it as root, or null where that is impossible. */
function administratorPrefix(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  if (findOnPath('sudo') === null) return null;
  if (outputOf('sudo', ['-n', 'true']) !== null) return ['sudo', '-n'];
  // A person can type the password, which sudo asks for on the terminal itself.
  return process.stdin.isTTY ? ['sudo'] : null;
}

async function apt(administrator: readonly string[], args: readonly string[]): Promise<void> {
  const [command = '', ...rest] = [...administrator, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=600', ...args];
  const code = await run(command, rest);
  if (code !== 0) throw new ToolError(`apt-get ${args[0] ?? ''} failed with code ${code}; its lines above say why.`);
}
