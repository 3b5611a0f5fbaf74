// How the webview apps are built: for the browser, as ES modules with lazy chunks, with Mermaid cut down to what is drawn.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * Mermaid loads each kind of diagram and each layout as a module of its own. Only these are wanted; KaTeX and the other
 * modules become empty ones, which keeps more than a hundred files and 2.5 MB out of the package.
 */
const wantedChunks = ['flowDiagram', 'dagre', 'elk'];

/**
 * A label of a repository that happens to hold `$$` is no formula: it stays what it is.
 * @type {Readonly<Record<string, string>>}
 */
const replacements = { katex: 'export default { renderToString: (text) => `$$${text}$$` };' };

/**
 * Mermaid's ELK layout takes no spacing from its configuration, and its own is so generous that an architecture of 25 nodes shrinks
 * to a fifth in a panel. Each of these texts must be there exactly once.
 */
const elkSpacing = [
  ['"spacing.baseValue": 40,', '"spacing.baseValue": 16,'],
  ['"elk.layered.spacing.edgeNodeBetweenLayers": 30,', '"elk.layered.spacing.edgeNodeBetweenLayers": 10,'],
  ['"elk.spacing.edgeEdge": 20,', '"elk.spacing.edgeEdge": 8,'],
  ['var SUBGRAPH_PADDING = 24;', 'var SUBGRAPH_PADDING = 14;'],
  ['var DEFAULT_SUBGRAPH_SPACING_BASE_VALUE = 24;', 'var DEFAULT_SUBGRAPH_SPACING_BASE_VALUE = 12;'],
  ['var DEFAULT_SUBGRAPH_NODE_SPACING = 50;', 'var DEFAULT_SUBGRAPH_NODE_SPACING = 20;'],
];

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
      build.onLoad({ filter: /[\\/]mermaid[\\/]dist[\\/].*[\\/]elk-[A-Z0-9]{8}\.mjs$/ }, (args) => tightenElk(args.path));
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind !== 'dynamic-import' || !/[\\/]mermaid[\\/]dist[\\/]/.test(args.importer)) return undefined;
        const name = basename(args.path).replace(/-[A-Z0-9]{8}\.mjs$/, '');
        if (!wantedChunks.includes(name)) return { path: name, namespace: 'trimmed' };
        found.add(name);
        return undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'trimmed' }, (args) => ({ contents: replacements[args.path] ?? 'export {};', loader: 'js' }));
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
 * @param {string} path
 * @returns {import('esbuild').OnLoadResult}
 */
function tightenElk(path) {
  let contents = readFileSync(path, 'utf8');
  for (const [before, after] of elkSpacing) {
    const parts = contents.split(before);
    if (parts.length !== 2) return { errors: [{ text: `mermaid's ELK layout does not contain ${before} once: adjust elkSpacing in webviews/esbuild.mjs` }] };
    contents = parts.join(after);
  }
  return { contents, loader: 'js' };
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
