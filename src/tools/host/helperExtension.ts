import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './cache';
import { suiteIds, type SuiteId } from './inHostResult';

const suites = join(root, 'test/host/suite');

/**
 * Builds a tiny extension that carries the tests of test/host/suite into the extension host, below `folder`; returns
 * where. It does not depend on Skylift, so that the tests can see whether Skylift starts by itself.
 */
export async function buildHelperExtension(folder: string): Promise<string> {
  const extension = join(folder, 'helper');
  mkdirSync(extension, { recursive: true });
  writeFileSync(join(extension, 'package.json'), JSON.stringify({
    name: 'skylift-host-tests',
    publisher: 'skylift',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './runner.js',
    activationEvents: ['*'],
    extensionKind: ['workspace'],
    capabilities: { untrustedWorkspaces: { supported: true } },
  }));
  await build({
    entryPoints: [{ in: join(suites, 'runner.ts'), out: 'runner' }, ...suiteIds.map((id) => ({ in: `suite:${id}`, out: id }))],
    outdir: extension,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [{
      name: 'suites',
      setup(plugin) {
        plugin.onResolve({ filter: /^suite:/ }, ({ path }) => ({ path: path.slice('suite:'.length), namespace: 'suite' }));
        plugin.onLoad({ filter: /.*/, namespace: 'suite' }, ({ path }) => ({ contents: importsOf(path as SuiteId), resolveDir: join(suites, path) }));
      },
    }],
  });
  return extension;
}

/** The same, packaged for installation. */
export async function packageHelperExtension(folder: string): Promise<string> {
  const packagePath = join(folder, 'helper.vsix');
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--allow-star-activation', '--out', packagePath,
  ], { cwd: await buildHelperExtension(folder), encoding: 'utf8' });
  if (status !== 0) throw new Error(`The helper extension could not be packaged:\n${stdout}${stderr}`);
  return packagePath;
}

function importsOf(suite: SuiteId): string {
  const files = readdirSync(join(suites, suite)).filter((name) => name.endsWith('.test.ts')).sort();
  if (files.length === 0) throw new Error(`test/host/suite/${suite} has no tests`);
  return files.map((name) => `import './${name}';`).join('\n');
}
