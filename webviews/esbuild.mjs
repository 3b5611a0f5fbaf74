// How the webview apps are built: for the browser, as ES modules with lazy chunks, with Mermaid cut down to what is drawn.
import { basename } from 'node:path';

/**
 * Mermaid loads each kind of diagram and each layout as a module of its own. Only these are wanted; KaTeX and the other
 * modules become empty ones, which keeps more than a hundred files and 2.5 MB out of the package.
 */
const wantedChunks = ['flowDiagram', 'dagre', 'elk'];

/** @returns {import('esbuild').Plugin} */
export function trimMermaid() {
  return {
    name: 'trim-mermaid',
    setup(build) {
      /** @type {Set<string>} */
      let found = new Set();
      build.onStart(() => {
        found = new Set();
      });
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind !== 'dynamic-import' || !/[\\/]mermaid[\\/]dist[\\/]/.test(args.importer)) return undefined;
        const name = basename(args.path).replace(/-[A-Z0-9]{8}\.mjs$/, '');
        if (!wantedChunks.includes(name)) return { path: name, namespace: 'trimmed' };
        found.add(name);
        return undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'trimmed' }, () => ({ contents: 'export {};', loader: 'js' }));
      // The names are Mermaid's own business: a release that renames one must not ship a panel that cannot draw.
      build.onEnd(() => {
        const missing = wantedChunks.filter((name) => !found.has(name));
        if (missing.length === 0) return undefined;
        return { errors: [{ text: `mermaid has no module named ${missing.join(', ')}: adjust wantedChunks in webviews/esbuild.mjs` }] };
      });
    },
  };
}

/**
 * @param {import('esbuild').BuildOptions} shared options of every build
 * @returns {import('esbuild').BuildOptions}
 */
export function webviewBuild(shared) {
  return {
    ...shared,
    entryPoints: { 'webviews/architecture/main': 'webviews/architecture/main.ts' },
    outdir: 'dist',
    chunkNames: 'webviews/architecture/chunks/[name]-[hash]',
    platform: 'browser',
    target: 'es2022',
    // A webview loads from disk at each opening: small files matter in development too.
    minify: true,
    legalComments: 'none',
    plugins: [trimMermaid()],
  };
}
