import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

describe('built panel', () => {
  const { outputs } = JSON.parse(readFileSync(fileURLToPath(new URL('../../dist/meta.json', import.meta.url)), 'utf8')) as { outputs: Readonly<Record<string, Output>> };
  const files = Object.entries(outputs).filter(([path]) => path.startsWith('dist/webviews/') && !path.endsWith('.map'));
  const main = 'dist/webviews/architecture/main.js';

  /** What the browser fetches before it can run `entries`. */
  function closure(...entries: readonly string[]): ReadonlySet<string> {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const dependency of outputs[path]?.imports ?? []) if (dependency.kind === 'import-statement') visit(dependency.path);
    };
    for (const entry of entries) visit(entry);
    return seen;
  }

  const bytes = (paths: ReadonlySet<string>): number => [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const lazy = (name: string): string => {
    const found = files.find(([path]) => path.includes(`/${name}-`))?.[0];
    assert.ok(found !== undefined, name);
    return found;
  };

  it('is few files', () => {
    assert.ok(files.length < 60, `${files.length} files`);
  });

  it('shows a first diagram with less than 1.2 MB', () => {
    const loaded = bytes(closure(main, lazy('flowDiagram'), lazy('dagre')));
    assert.ok(loaded < 1_200_000, `${loaded} bytes`);
  });

  it('loads the ELK layout only when it is used', () => {
    assert.ok(!closure(main, lazy('flowDiagram'), lazy('dagre')).has(lazy('elk')));
  });

  it('has no diagram but flowcharts, and no formulas', () => {
    const names = files.map(([path]) => path);
    for (const unwanted of ['sequenceDiagram', 'ganttDiagram', 'mindmap', 'architectureDiagram', 'cytoscape', 'katex']) {
      assert.ok(!names.some((name) => name.includes(unwanted)), unwanted);
      const inputs = files.flatMap(([, output]) => Object.keys(output.inputs)).filter((input) => input.includes(`/${unwanted}`));
      assert.deepEqual(inputs, [], unwanted);
    }
  });

  it('fetches nothing from outside', () => {
    for (const [path, { imports }] of files) assert.deepEqual(imports.filter((one) => one.external === true && !one.path.startsWith('data:')).map((one) => one.path), [], path);
  });
});
