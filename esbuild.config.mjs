// Builds everything that runs: the extension and the command line (Node, ESM, shared lazy chunks) and the webview apps
// (browser, ESM). `node esbuild.config.mjs [--watch] [--production]`.
import * as esbuild from 'esbuild';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { webviewBuild } from './webviews/esbuild.mjs';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'esm',
  splitting: true,
  metafile: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
  define: { SKYLIFT_VERSION: JSON.stringify(version) },
};

/** @type {esbuild.BuildOptions} */
const host = {
  ...shared,
  entryPoints: { 'extension/main': 'src/extension/main.ts', 'cli/main': 'src/cli/main.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  // UMD builds call `require` in a way that no bundler follows; the module builds have no such trick.
  mainFields: ['module', 'main'],
  // Some bundled libraries are CommonJS and call `require` for Node's own modules.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

const builds = [host, webviewBuild(shared)];
rmSync('dist', { recursive: true, force: true });
if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const results = await Promise.all(builds.map((options) => esbuild.build(options)));
  const inputs = {};
  const outputs = {};
  for (const { metafile } of results) {
    Object.assign(inputs, metafile.inputs);
    Object.assign(outputs, metafile.outputs);
  }
  writeFileSync('dist/meta.json', JSON.stringify({ inputs, outputs }));
}
