import type { Application, Fact } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { extractPhpConfig } from '../php/config';
import { folderOf } from '../paths';
import type { WorkspaceFacts } from '../scope';
import { wordpressBindings } from './bindings';

const configFile = /(^|\/)(wp-config[\w.-]*\.php|config\/application\.php|config\/environments\/\w+\.php)$/;

/** Where a site lies that runs from an image: its own theme, or the image beside it. */
const siteFile = /(^|\/)wp-content\/themes\/[\w.-]+\/functions\.php$|(^|\/)wordpress\/Dockerfile$/;

/** WordPress from Composer (Bedrock and the like) or with its own files. A theme or a plugin alone is no application. */
export const wordpress: Detector = {
  id: 'wordpress',
  label: 'WordPress',
  files: [
    { match: configFile, example: 'web/wp-config.php' },
    { match: siteFile, example: 'wp-content/themes/shop/functions.php' },
  ],
  formats: (path) => (configFile.test(path) ? ['php'] : []),
  extract(document, formats) {
    if (!configFile.test(document.path) || !/\bdefine\(/.test(document.text) || !/DB_NAME|WP_|ABSPATH|WPConfig/.test(document.text)) return emptyExtraction;
    return extractPhpConfig(document, formats);
  },
  applications: wordpressApplications,
  fallbackApplications: imageApplications,
  bindings: (scope) => (scope.application.framework === 'wordpress' ? wordpressBindings(scope) : []),
};

/** Composer packages that are WordPress itself. */
export const corePackages = ['roots/wordpress', 'roots/wordpress-full', 'roots/wordpress-no-content', 'johnpbloch/wordpress', 'johnpbloch/wordpress-core', 'wordpress/wordpress', 'wp-core/wordpress', 'pantheon-systems/wordpress-composer'];

function wordpressApplications(workspace: WorkspaceFacts): readonly Application[] {
  const required = workspace.all.filter((fact) => fact.origin === 'composer' && fact.stage !== 'local' && corePackages.some((name) => fact.name === `composer:${name}`));
  const composed = required.flatMap((fact) => {
    const type = workspace.inDocument(fact.at.path).find((candidate) => candidate.name === 'composer.type');
    if (type?.value.kind === 'literal' && /library|plugin|theme|package|component/.test(type.value.text)) return [];
    return [application(workspace, fact.at.path.replace(/\/?composer\.json$/, '') || '.', fact)];
  });
  // Hosts that bring WordPress along let a site declare its plugins only.
  const plugged = workspace.all.filter((fact) => fact.origin === 'composer' && fact.stage !== 'local' && /^composer:wpackagist-(?:plugin|theme)\//.test(fact.name) && !required.some((core) => core.at.path === fact.at.path)).flatMap((fact, index, all) => {
    const type = workspace.inDocument(fact.at.path).find((candidate) => candidate.name === 'composer.type');
    const isFirst = all.findIndex((other) => other.at.path === fact.at.path) === index;
    return isFirst && type?.value.kind === 'literal' && type.value.text === 'project' ? [application(workspace, deployedFrom(workspace, folderOf(fact.at.path)), fact)] : [];
  });
  const configured = workspace.all.filter((fact) => fact.name === 'DB_NAME' && fact.origin === 'php-config' && /(^|\/)wp-config(-sample)?\.php$/.test(fact.at.path)).flatMap((fact) => {
    const root = folderOf(fact.at.path);
    // The sample comes with WordPress: beside it lies what it is a sample for.
    const own = !fact.at.path.endsWith('-sample.php') || workspace.hasFile(root === '.' ? 'wp-load.php' : `${root}/wp-load.php`);
    return own && ![...composed, ...plugged].some((known) => known.root === '.' || root === known.root || root.startsWith(`${known.root}/`)) ? [application(workspace, root, fact)] : [];
  });
  // A configuration of one's own says more than the sample beside it.
  return [...composed, ...plugged, ...configured.toSorted((a, b) => Number(a.manifest.path.includes('-sample')) - Number(b.manifest.path.includes('-sample')))];
}

/** The variable by which the image of WordPress is told its database, in a compose file that mounts no plugin under test. */
function imageApplications(workspace: WorkspaceFacts): readonly Application[] {
  const told = workspace.all.filter((fact) => fact.origin === 'compose' && /^WORDPRESS_(?:DB_HOST|DATABASE_HOST)$/.test(fact.name) && fact.stage !== 'test');
  const [first] = told;
  if (first === undefined) return [];
  const mounted = workspace.all.some((fact) => fact.name === 'compose.volume' && fact.value.kind === 'literal' && /\/wp-content\/(?:plugins|themes)\/[\w.-]+$/.test(fact.value.text));
  const root = folderOf(first.at.path);
  const inRoot = (file: string): string => (root === '.' ? file : `${root}/${file}`);
  if (mounted && !workspace.files.some(({ path }) => path.includes('wp-content/'))) return [];
  if (workspace.hasFile(inRoot('style.css')) || workspace.hasFile(inRoot('readme.txt'))) return [];
  return [application(workspace, root, first)];
}

/** The folder above, where the image is built that takes the site in. */
function deployedFrom(workspace: WorkspaceFacts, root: string): string {
  const built = (folder: string): boolean => ['Dockerfile', 'docker-compose.yml', 'compose.yaml'].some((file) => workspace.hasFile(folder === '.' ? file : `${folder}/${file}`));
  return root !== '.' && !built(root) && built(folderOf(root)) ? folderOf(root) : root;
}

function application(workspace: WorkspaceFacts, root: string, manifest: Fact): Application {
  const version = manifest.kind === 'dependency' && corePackages.some((core) => manifest.name === `composer:${core}`) && manifest.value.kind === 'literal' ? (/\d+(\.\d+)?/.exec(manifest.value.text)?.[0] ?? null) : null;
  const name = workspace.inDocument(root === '.' ? 'composer.json' : `${root}/composer.json`).find((fact) => fact.name === 'composer.name');
  const declared = name?.value.kind === 'literal' ? name.value.text.slice(name.value.text.indexOf('/') + 1) : null;
  return { root, name: declared ?? (root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1)), framework: 'wordpress', frameworkVersion: version, languages: ['php'], manifest: manifest.at };
}
