// Runs a tool written in TypeScript from a fresh clone: `node src/tools/bootstrap.mjs <tool> [arguments]`.
// Plain JavaScript without packages, since it is what installs the packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const oldestNode = 20;

/** Entries of a lock file by folder, or null where there is none that can be read. */
function lockedPackages(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether node_modules holds what the lock file names. Contents are compared rather than times: a fresh checkout of an
 * unchanged lock file must not cost an installation. What other platforms need is optional and may be missing.
 */
function packagesAreInstalled() {
  const wanted = lockedPackages(`${root}/package-lock.json`);
  const installed = lockedPackages(`${root}/node_modules/.package-lock.json`);
  if (wanted === null) throw new Error('package-lock.json is missing or cannot be read; restore it from git.');
  if (installed === null) return false;
  return Object.entries(wanted).every(([folder, { version, optional, devOptional }]) => {
    if (folder === '') return true;
    const found = installed[folder];
    return found === undefined ? Boolean(optional || devOptional) : found.version === version;
  });
}

function installPackages() {
  process.stderr.write('Installing npm packages (npm ci) …\n');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw new Error(`npm could not be started (${error.message}); install Node.js ${oldestNode} or newer with npm.`);
  if (status !== 0) throw new Error('npm ci failed; the lines above say why.');
}

async function main() {
  const [tool, ...rest] = process.argv.slice(2);
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) throw new Error(`Node.js ${oldestNode} or newer is needed; this is ${process.version}.`);
  if (tool === undefined || !existsSync(`${root}/src/tools/${tool}.ts`)) throw new Error(`There is no tool named ${tool ?? '(none)'} in src/tools.`);
  if (!packagesAreInstalled()) installPackages();

  // The tool sees the arguments as if it had been started itself. `npm start -- -- folder` is a common slip.
  process.argv = [process.argv[0], `${root}/src/tools/${tool}.ts`, ...(rest[0] === '--' ? rest.slice(1) : rest)];
  const { register } = await import('tsx/esm/api');
  register();
  await import(`./${tool}.ts`);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
