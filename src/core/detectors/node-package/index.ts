import type { Fact } from '../../model';
import { entryOf, scalarText, type ConfigNode } from '../../formats/node';
import { problemsAt } from '../facts';
import type { Detector } from '../detector';

/** `package.json`: direct dependencies and scripts. Which of them makes an application is the ecosystems' matter. */
export const nodePackage: Detector = {
  id: 'node-package',
  label: 'package.json',
  files: [{ match: /(^|\/)package\.json$/, example: 'apps/web/package.json' }],
  formats: () => ['json'],
  extract(document, formats) {
    const parsed = formats.json(document.text);
    const facts: Fact[] = [];
    for (const [section, dev] of [['dependencies', false], ['optionalDependencies', false], ['devDependencies', true]] as const) {
      const packages = entryOf(parsed.value, section)?.value;
      if (packages?.kind !== 'map') continue;
      for (const entry of packages.entries) {
        facts.push({
          kind: 'dependency',
          name: `npm:${entry.key}`,
          value: { kind: 'literal', text: scalarText(entry.value) ?? '*' },
          at: { path: document.path, range: entry.keyRange },
          keyRange: entry.keyRange,
          stage: dev ? 'local' : 'default',
          origin: 'npm',
          detail: { section },
        });
      }
    }
    const scripts = entryOf(parsed.value, 'scripts')?.value;
    if (scripts?.kind === 'map') {
      for (const entry of scripts.entries) {
        facts.push({
          kind: 'config',
          name: `npm.scripts.${entry.key}`,
          value: { kind: 'literal', text: scalarText(entry.value) ?? '' },
          at: { path: document.path, range: entry.value.range },
          keyRange: entry.keyRange,
          stage: 'default',
          origin: 'npm',
        });
      }
    }
    for (const key of ['name', 'main', 'bin', 'private', 'workspaces', 'version', 'type', 'packageManager', 'exports', 'files', 'publishConfig', 'meteor']) {
      const entry = entryOf(parsed.value, key);
      if (entry === undefined) continue;
      facts.push({
        kind: 'config',
        name: `npm.${key}`,
        value: entry.value.kind === 'scalar' ? { kind: 'literal', text: String(entry.value.value) } : { kind: 'unknown', why: 'a structure' },
        at: { path: document.path, range: entry.value.range },
        keyRange: entry.keyRange,
        stage: 'default',
        origin: 'npm',
      });
    }
    facts.push(...exportFacts(document.path, entryOf(parsed.value, 'exports')?.value));
    return { facts, problems: problemsAt(document.path, parsed.problems) };
  },
};

/** `npm.export`: which files stand behind the names by which others import from the package. */
function exportFacts(path: string, node: ConfigNode | undefined): readonly Fact[] {
  if (node === undefined) return [];
  const named = node.kind === 'map' && node.entries.some(({ key }) => key.startsWith('.')) ? node.entries.map(({ key, value }) => ({ key, value })) : [{ key: '.', value: node }];
  return named.flatMap(({ key, value }) => {
    const files = targetsOf(value, 0);
    if (files.length === 0) return [];
    return [{ kind: 'config', name: 'npm.export', value: { kind: 'literal', text: files.join(' ') }, at: { path, range: value.range }, stage: 'default', origin: 'npm', detail: { subpath: key } }] as const;
  });
}

/** Under every condition: `{ "types": "./src/index.ts", "import": "./dist/index.mjs" }`. */
function targetsOf(node: ConfigNode, depth: number): readonly string[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' && !node.value.includes(' ') ? [node.value] : [];
  if (depth > 4) return [];
  return node.kind === 'map' ? node.entries.flatMap(({ value }) => targetsOf(value, depth + 1)) : node.kind === 'list' ? node.items.flatMap((item) => targetsOf(item, depth + 1)) : [];
}
