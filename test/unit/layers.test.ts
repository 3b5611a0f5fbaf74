import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rooms inside the core: a later one may import an earlier one, never the other way. */
const coreOrder = ['l10n', 'model', 'workspace', 'formats', 'detectors', 'needs', 'catalog', 'architecture', 'pricing', 'rules', 'infra', 'roadmap', 'pitfalls', 'settingsFile', 'settingsEdit', 'documents', 'conclude', 'oneServer', 'analysis', 'report'];

/** What each part outside the core may import, and why nothing else. */
const allowed: Readonly<Record<string, { readonly parts: readonly string[]; readonly because: string }>> = {
  core: { parts: ['core'], because: 'the core runs in Node, the extension host, a web worker and a browser, and knows none of them' },
  protocol: { parts: ['protocol', 'core/model', 'core/l10n'], because: 'messages carry plain data and nothing else' },
  aws: { parts: ['aws', 'core'], because: 'the AWS adapters serve every host and know none' },
  hosts: { parts: ['hosts', 'core'], because: 'a host adapter implements what the core asks for' },
  cli: { parts: ['cli', 'hosts', 'aws', 'core'], because: 'the command line must not need an editor' },
  extension: { parts: ['extension', 'protocol', 'aws', 'core'], because: 'the extension runs without Node in a web worker, apart from its AWS adapters' },
  webviews: { parts: ['webviews', 'protocol', 'core/model', 'core/l10n', 'media'], because: 'the panel talks to the extension by the protocol only' },
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm)];
  return found.map((match) => ({ file, specifier: match[2] ?? match[3] ?? '', typeOnly: match[1] !== undefined }));
}

/** Path from the root for a relative specifier: `src/core/model`. */
function target({ file, specifier }: Import): string {
  return join(dirname(file), specifier).replaceAll('\\', '/');
}

function partOf(path: string): string {
  return path.replace(/^src\//, '').split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

const files = [...sourceFiles('src'), ...sourceFiles('webviews')];
const imports = files.flatMap(importsOf);

describe('layers', () => {
  it('sees the imports', () => {
    assert.ok(files.length > 50, `only ${files.length} source files were found`);
    assert.ok(imports.length > files.length, 'most files import something');
  });

  it('keeps the core free of its hosts', () => {
    const wrong = imports.filter(({ file, specifier }) => file.startsWith('src/core/') && (specifier === 'vscode' || specifier.startsWith('node:') || specifier.startsWith('@aws-sdk/')));
    assert.deepEqual(wrong.map(({ file, specifier }) => `${file} imports ${specifier}: ${allowed['core']?.because}; ask the host through an interface instead`), []);
  });

  it('lets imports point inwards only', () => {
    const wrong = imports.flatMap((found) => {
      if (!found.specifier.startsWith('.')) return [];
      const rule = allowed[partOf(found.file)];
      const to = target(found).replace(/^src\//, '');
      if (rule === undefined || rule.parts.some((part) => to === part || to.startsWith(`${part}/`))) return [];
      return [`${found.file} imports ${to}, but it may import ${rule.parts.join(', ')} only: ${rule.because}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the order of the rooms inside the core', () => {
    const wrong = imports.flatMap((found) => {
      if (!found.file.startsWith('src/core/') || !found.specifier.startsWith('.')) return [];
      const from = coreRoom(found.file);
      const to = coreRoom(target(found));
      if (coreOrder.indexOf(to) <= coreOrder.indexOf(from)) return [];
      return [`${found.file} (${from}) imports ${found.specifier} (${to}): ${to} comes after ${from} in ${coreOrder.join(' → ')}; move what both need to the earlier room`];
    });
    assert.deepEqual(wrong, []);
  });

  it('names every room of the core in the order', () => {
    const rooms = new Set(files.filter((file) => file.startsWith('src/core/')).map(coreRoom));
    rooms.delete('assets');
    assert.deepEqual([...rooms].filter((room) => !coreOrder.includes(room)), []);
  });

  it('loads the AWS SDK and Mermaid only where they are used', () => {
    const wrong = imports.filter(({ file, specifier, typeOnly }) => !typeOnly && ((specifier.startsWith('@aws-sdk/') && !file.startsWith('src/aws/')) || (specifier === 'mermaid' && !file.startsWith('webviews/'))));
    assert.deepEqual(wrong.map(({ file, specifier }) => `${file} imports ${specifier}`), []);
  });

  it('has no cycle', () => {
    const edges = new Map<string, Set<string>>();
    for (const found of imports) {
      if (!found.specifier.startsWith('.') || found.typeOnly) continue;
      const to = [target(found), `${target(found)}.ts`, `${target(found)}/index.ts`].find((candidate) => files.includes(candidate));
      if (to === undefined) continue;
      const list = edges.get(found.file) ?? new Set<string>();
      list.add(to);
      edges.set(found.file, list);
    }
    assert.deepEqual(findCycle(edges), []);
  });
});

function coreRoom(path: string): string {
  return path.replace(/^src\/core\//, '').split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

function findCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  function visit(node: string): readonly string[] | null {
    if (state.get(node) === 'done') return null;
    if (state.get(node) === 'open') return trail.slice(trail.indexOf(node)).concat(node);
    state.set(node, 'open');
    trail.push(node);
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    trail.pop();
    state.set(node, 'done');
    return null;
  }
  for (const node of edges.keys()) {
    const cycle = visit(node);
    if (cycle !== null) return cycle;
  }
  return [];
}
