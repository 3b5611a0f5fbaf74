import type { Application, Fact } from '../../model';
import type { Detector } from '../detector';
import type { WorkspaceFacts } from '../scope';
import { symfonyBindings } from './bindings';
import { extractPackages } from './extract';
import { extractEnvDefaults, extractPhpPackages, servicesFile } from './phpPackages';

const packageFile = /(^|\/)config\/packages\/(?:[\w-]+\/)?[\w-]+\.ya?ml$/;
const phpPackageFile = /(^|\/)config\/packages\/(?:[\w-]+\/)?[\w-]+\.php$/;
const schedule = /#\[As(?:CronTask|PeriodicTask|Schedule)\b|\bZenstruck\\ScheduleBundle\\Schedule\\ScheduleBuilder\b/;

/** Symfony 4 and later (Flex): DSN variables, `config/packages/**`, `when@prod`. */
export const symfony: Detector = {
  id: 'symfony',
  label: 'Symfony',
  files: [
    { match: packageFile, example: 'config/packages/prod/cache.yaml' },
    { match: phpPackageFile, example: 'config/packages/prod/framework.php' },
    { match: servicesFile, example: 'config/services.yaml' },
  ],
  formats: (path) => (packageFile.test(path) ? ['yaml'] : []),
  extract: (document, formats) => (servicesFile.test(document.path) ? extractEnvDefaults(document) : phpPackageFile.test(document.path) ? extractPhpPackages(document) : extractPackages(document, formats)),
  sources: [{ match: /^src\/(?:.*\/)?\w*(?:Schedule|Cron|Task|Command|Scheduler)\w*(?:\/\w+)*\.php$/, example: 'src/Scheduler/MainSchedule.php' }],
  extractSource(document) {
    const match = schedule.exec(document.text);
    if (match === null) return { facts: [], problems: [] };
    const fact: Fact = { kind: 'code', name: 'symfony.schedule', value: { kind: 'none' }, at: { path: document.path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'symfony-code' };
    return { facts: [fact], problems: [] };
  },
  applications: symfonyApplications,
  bindings: (scope) => (scope.application.framework === 'symfony' ? symfonyBindings(scope) : []),
};

/** The framework itself, and products and packages that bring it along. */
const frameworkPackages = ['symfony/framework-bundle', 'symfony/symfony', 'sylius/sylius', 'shopware/core', 'pimcore/pimcore', 'contao/manager-bundle', 'ibexa/oss', 'api-platform/symfony', 'api-platform/core', 'symfony/runtime', 'symfony/flex'];

/** A console beside a manifest that requires the framework; bundles and libraries declare themselves as such. */
function symfonyApplications(workspace: WorkspaceFacts): readonly Application[] {
  const byManifest = new Map<string, Fact>();
  for (const name of frameworkPackages) {
    for (const fact of workspace.all) if (fact.name === `composer:${name}` && fact.origin === 'composer' && fact.stage !== 'local' && !byManifest.has(fact.at.path)) byManifest.set(fact.at.path, fact);
  }
  const required = [...byManifest.values()];
  return required.flatMap((fact) => {
    const root = fact.at.path === 'composer.json' ? '.' : fact.at.path.replace(/\/composer\.json$/, '');
    const inRoot = (file: string): string => (root === '.' ? file : `${root}/${file}`);
    const manifest = workspace.inDocument(fact.at.path);
    const type = manifest.find((candidate) => candidate.name === 'composer.type');
    if (type?.value.kind === 'literal' && /bundle|library|plugin/.test(type.value.text)) return [];
    if (!workspace.hasFile(inRoot('bin/console')) || !workspace.hasFile(inRoot('public/index.php'))) return [];
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
