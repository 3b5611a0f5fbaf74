import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';

/** The framework itself, and products and packages that bring it along. */
const frameworkPackages = ['symfony/framework-bundle', 'symfony/symfony', 'sylius/sylius', 'shopware/core', 'pimcore/pimcore', 'contao/manager-bundle', 'ibexa/oss', 'api-platform/symfony', 'api-platform/core', 'symfony/runtime', 'symfony/flex'];

const consoles = ['bin/console', 'app/console'];
/** Where a web server enters: today's layout, the one before Symfony 4, and products that serve their own folder. */
const frontControllers = ['public/index.php', 'web/app.php', 'web/index.php', 'index.php'];

/** A console beside a manifest that requires the framework; bundles and libraries declare themselves as such. */
export function symfonyApplications(workspace: WorkspaceFacts): readonly Application[] {
  const byManifest = new Map<string, Fact>();
  for (const name of frameworkPackages) {
    for (const fact of workspace.all) if (fact.name === `composer:${name}` && fact.origin === 'composer' && fact.stage !== 'local' && !byManifest.has(fact.at.path)) byManifest.set(fact.at.path, fact);
  }
  // A product may require its own core, which brings the framework along: the lock file tells.
  for (const fact of workspace.all) {
    const manifest = fact.at.path.replace(/composer\.lock$/, 'composer.json');
    if (fact.name === 'composer:symfony/framework-bundle' && fact.origin === 'composer-lock' && workspace.hasFile(manifest) && !byManifest.has(manifest)) byManifest.set(manifest, { ...fact, at: { path: manifest, range: { start: 0, end: 0 } } });
  }
  const required = [...byManifest.values()];
  return required.flatMap((fact) => {
    const root = fact.at.path === 'composer.json' ? '.' : fact.at.path.replace(/\/composer\.json$/, '');
    const inRoot = (file: string): string => (root === '.' ? file : `${root}/${file}`);
    const manifest = workspace.inDocument(fact.at.path);
    const type = manifest.find((candidate) => candidate.name === 'composer.type');
    if (type?.value.kind === 'literal' && /bundle|library|plugin/.test(type.value.text)) return [];
    if (!consoles.some((file) => workspace.hasFile(inRoot(file))) || !frontControllers.some((file) => workspace.hasFile(inRoot(file)))) return [];
    if (manifest.some((candidate) => candidate.name === 'composer:laravel/framework')) return [];
    const locked = workspace.inDocument(inRoot('composer.lock')).find((candidate) => candidate.name === fact.name);
    const version = (locked ?? fact).value;
    const name = manifest.find((candidate) => candidate.name === 'composer.name');
    const declared = name?.value.kind === 'literal' ? name.value.text.slice(name.value.text.indexOf('/') + 1) : null;
    const front = workspace.files.some((file) => file.path.startsWith(inRoot('assets/')) && /\.tsx?$/.test(file.path)) ? ['typescript'] : workspace.files.some((file) => file.path.startsWith(inRoot('assets/')) && /\.(js|jsx|vue)$/.test(file.path)) ? ['javascript'] : [];
    return [
      {
        root,
        name: declared ?? (root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1)),
        framework: 'symfony',
        frameworkVersion: version.kind === 'literal' && /:symfony\/(?:framework-bundle|symfony)$/.test(fact.name) ? (/\d+/.exec(version.text)?.[0] ?? null) : null,
        languages: ['php', ...front],
        manifest: fact.at,
      },
    ];
  });
}
