// Builds everything that runs: the extension and the command line (Node, ESM, shared lazy chunks) and the webview apps
// (browser, ESM). `node esbuild.config.mjs [--watch] [--production]`.
import * as esbuild from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/**
 * Makes dynamic imports static ones in files whose parts are loaded together anyway: the bundler would write a file for
 * each, and one more for everything that any two of them share.
 * @param {string} name
 * @param {RegExp} filter
 * @returns {esbuild.Plugin}
 */
const together = (name, filter) => ({
  name,
  setup(build) {
    build.onLoad({ filter }, (args) => {
      const source = readFileSync(args.path, 'utf8');
      const names = [];
      const contents = source.replace(/\bimport\((['"])([^'"]+)\1\)/g, (_, quote, path) => {
        names.push(`import * as __lazy${names.length} from ${quote}${path}${quote};\n`);
        return `Promise.resolve(__lazy${names.length - 1})`;
      });
      return names.length === 0 ? undefined : { contents: names.join('') + contents, loader: args.path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
});

/** The AWS SDK loads each way to find credentials on its own, two dozen files of what is one lazy part of ours. */
const oneAwsSdk = together('one-aws-sdk', /node_modules[\\/](@aws-sdk|@smithy|@aws)[\\/].*\.m?js$/);
/** What speaks to AWS is loaded when a user asks for AWS, and then whole. */
const oneAwsPart = together('one-aws-part', /src[\\/]extension[\\/]aws[\\/](refreshPrices|profiles|showActualSpend)\.ts$/);
/** An editor stays open and meets many folders: what the command line spares at its start would be a file each here. */
const oneSetOfDetectors = together('one-set-of-detectors', /src[\\/]core[\\/]detectors[\\/]index\.ts$/);

/**
 * The extension and the command line are graphs of their own: what only one of them loads must not split the other's
 * files, and the package of the extension leaves the command line out.
 * @param {string} name
 * @returns {esbuild.BuildOptions}
 */
const host = (name) => ({
  ...shared,
  entryPoints: { [`${name}/main`]: `src/${name}/main.ts` },
  outdir: 'dist',
  chunkNames: `${name}/chunks/[name]-[hash]`,
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  plugins: name === 'extension' ? [oneAwsSdk, oneAwsPart, oneSetOfDetectors] : [oneAwsSdk],
  // UMD builds call `require` in a way that no bundler follows; the module builds have no such trick.
  mainFields: ['module', 'main'],
  // Some bundled libraries are CommonJS: they call `require` for Node's own modules and ask for `__filename`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __filename = require('node:url').fileURLToPath(import.meta.url);",
  },
});

const builds = [host('extension'), host('cli'), webviewBuild(shared)];
rmSync('dist', { recursive: true, force: true });
copyGrammars();
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

/** WebAssembly stays in files of its own, which hosts read when a language is met. */
function copyGrammars() {
  mkdirSync('dist/grammars', { recursive: true });
  for (const [name, path] of Object.entries(JSON.parse(readFileSync('src/hosts/grammars.json', 'utf8')))) {
    copyFileSync(createRequire(import.meta.url).resolve(path), `dist/grammars/${name}.wasm`);
  }
}
