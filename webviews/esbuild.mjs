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
const replacements = { formulas: 'export default { renderToString: (text) => `$$${text}$$` };' };

/**
 * Changes to Mermaid's own modules. Each text must be there exactly once.
 * - ELK takes no spacing from the configuration, and its own is so generous that an architecture of 25 nodes shrinks to a fifth in
 *   a panel.
 * - Mermaid copies its whole configuration, that of every kind of diagram, at each of hundreds of look-ups, a fifth of the time that a
 *   drawing takes: one copy does until the configuration is replaced.
 */
const changes = [
  ['"spacing.baseValue": 40,', '"spacing.baseValue": 16,'],
  ['"elk.layered.spacing.edgeNodeBetweenLayers": 30,', '"elk.layered.spacing.edgeNodeBetweenLayers": 10,'],
  ['"elk.spacing.edgeEdge": 20,', '"elk.spacing.edgeEdge": 8,'],
  ['var SUBGRAPH_PADDING = 24;', 'var SUBGRAPH_PADDING = 14;'],
  ['var DEFAULT_SUBGRAPH_SPACING_BASE_VALUE = 24;', 'var DEFAULT_SUBGRAPH_SPACING_BASE_VALUE = 12;'],
  ['var DEFAULT_SUBGRAPH_NODE_SPACING = 50;', 'var DEFAULT_SUBGRAPH_NODE_SPACING = 20;'],
  [
    'var getConfig = /* @__PURE__ */ __name(() => {\n  return assignWithDepth_default({}, currentConfig);\n}, "getConfig");',
    'var copiedConfig, configCopy;\nvar getConfig = () => {\n  if (copiedConfig !== currentConfig) {\n    copiedConfig = currentConfig;\n' +
      '    configCopy = assignWithDepth_default({}, currentConfig);\n  }\n  return configCopy;\n};',
  ],
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
      /** @type {Map<string, number>} */
      let applied = new Map();
      build.onStart(() => {
        applied = new Map();
      });
      build.onLoad({ filter: /[\\/]mermaid[\\/]dist[\\/].*\.mjs$/ }, (args) => {
        let contents = readFileSync(args.path, 'utf8');
        for (const [before, after] of changes) {
          const parts = contents.split(before);
          if (parts.length === 1) continue;
          applied.set(before, (applied.get(before) ?? 0) + parts.length - 1);
          contents = parts.join(after);
        }
        return { contents, loader: 'js' };
      });
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind !== 'dynamic-import' || !/[\\/]mermaid[\\/]dist[\\/]/.test(args.importer)) return undefined;
        const name = basename(args.path).replace(/-[A-Z0-9]{8}\.mjs$/, '');
        // One empty module stands for all that is left out, so that it is one file.
        if (!wantedChunks.includes(name)) return { path: name === 'katex' ? 'formulas' : 'nothing', namespace: 'trimmed' };
        found.add(name);
        return undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'trimmed' }, (args) => ({ contents: replacements[args.path] ?? 'export {};', loader: 'js' }));
      // The names are Mermaid's own business: a release that renames one must not ship a panel that cannot draw.
      build.onEnd(() => {
        const missing = wantedChunks.filter((name) => !found.has(name)).map((name) => `no module named ${name}: adjust wantedChunks`);
        const misplaced = changes.filter(([before]) => applied.get(before) !== 1).map(([before]) => `not one place with ${before}: adjust changes`);
        return { errors: [...missing, ...misplaced].map((text) => ({ text: `mermaid has ${text} in webviews/esbuild.mjs` })) };
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
