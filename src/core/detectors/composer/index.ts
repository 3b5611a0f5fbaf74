import type { Fact } from '../../model';
import { entryOf, scalarText, valueAt } from '../../formats/node';
import { problemsAt } from '../facts';
import type { Detector } from '../detector';

/** Composer manifests: direct dependencies, and from the lock file the exact version of frameworks. */
export const composer: Detector = {
  id: 'composer',
  label: 'Composer',
  files: [{ match: /(^|\/)composer\.(json|lock)$/, example: 'composer.json' }],
  formats: (path) => (path.endsWith('.lock') ? [] : ['json']),
  extract(document, formats) {
    if (document.path.endsWith('.lock')) return { facts: lockedFrameworks(document.path, document.text), problems: [] };
    const parsed = formats.json(document.text);
    const facts: Fact[] = [];
    for (const [section, dev] of [['require', false], ['require-dev', true]] as const) {
      const packages = entryOf(parsed.value, section)?.value;
      if (packages?.kind !== 'map') continue;
      for (const entry of packages.entries) {
        facts.push({
          kind: 'dependency',
          name: `composer:${entry.key.toLowerCase()}`,
          value: { kind: 'literal', text: scalarText(entry.value) ?? '*' },
          at: { path: document.path, range: entry.keyRange },
          keyRange: entry.keyRange,
          stage: dev ? 'local' : 'default',
          origin: 'composer',
        });
      }
    }
    const name = valueAt(parsed.value, 'name');
    if (name?.kind === 'scalar' && facts[0] !== undefined) {
      facts.push({ kind: 'config', name: 'composer.name', value: { kind: 'literal', text: String(name.value) }, at: { path: document.path, range: name.range }, stage: 'default', origin: 'composer' });
    }
    const type = scalarText(valueAt(parsed.value, 'type'));
    if (type !== undefined) {
      facts.push({ kind: 'config', name: 'composer.type', value: { kind: 'literal', text: type }, at: { path: document.path, range: { start: 0, end: 0 } }, stage: 'default', origin: 'composer' });
    }
    return { facts, problems: problemsAt(document.path, parsed.problems) };
  },
};

/** Packages whose exact version decides defaults. */
const frameworks = ['laravel/framework', 'laravel/lumen-framework', 'symfony/framework-bundle', 'symfony/http-kernel', 'johnpbloch/wordpress-core', 'roots/wordpress', 'bref/bref'];

/** Lock files are large and regular: two lines are searched for instead of parsing all of it. */
function lockedFrameworks(path: string, text: string): readonly Fact[] {
  const facts: Fact[] = [];
  for (const framework of frameworks) {
    const name = `"name": "${framework}"`;
    const index = text.indexOf(name);
    if (index < 0) continue;
    const version = /^\s*,\s*"version":\s*"v?([^"]+)"/.exec(text.slice(index + name.length, index + name.length + 80));
    if (version?.[1] === undefined) continue;
    facts.push({
      kind: 'dependency',
      name: `composer:${framework}`,
      value: { kind: 'literal', text: version[1] },
      at: { path, range: { start: index, end: index + name.length } },
      stage: 'default',
      origin: 'composer-lock',
    });
  }
  return facts;
}
