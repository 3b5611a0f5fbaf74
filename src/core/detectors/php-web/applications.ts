import type { Application, Fact } from '../../model';
import type { WorkspaceFacts } from '../scope';
import { entryFiles, phpFrameworks } from './frameworks';
import { databaseTechnology } from './technologies';

/** Packages of other detectors: their applications are not claimed again. */
const others = ['composer:laravel/framework', 'composer:laravel/lumen-framework', 'composer:symfony/framework-bundle', 'composer:symfony/symfony', 'composer:sylius/sylius', 'composer:shopware/core', 'composer:roots/wordpress', 'composer:johnpbloch/wordpress', 'composer:johnpbloch/wordpress-core'];

/** What is published to be required, installed into something or run on a command line. */
const notDeployed = /library|plugin|bundle|module|theme|metapackage|extension|component|package|recipe(?!-)|distribution|profile|vendormodule|cli/i;

/** Applications of PHP frameworks by their manifest, and of plain PHP by an entry file and a store that it opens. */
export function phpApplications(workspace: WorkspaceFacts): readonly Application[] {
  const manifests = [...new Set(workspace.all.filter((fact) => fact.origin === 'composer').map((fact) => fact.at.path))];
  const declared = manifests.flatMap((path) => declaredApplication(workspace, path));
  const roots = manifests.map(rootOf);
  const plain = [...plainRoots(workspace)].filter((root) => !roots.includes(root) && !declared.some((application) => isAbove(application.root, root)));
  const found = plain.flatMap((root) => plainApplication(workspace, root));
  // Pages in one folder, the connection in another: the application is around both.
  const [page] = plain;
  const [opening] = openings(workspace, '.');
  if (manifests.length === 0 && found.length === 0 && page !== undefined && opening !== undefined && !isSomethingElse(workspace, page)) return [application(workspace, '.', 'php', opening, null)];
  // Folders of one application have pages of their own: `include/index.php`, `setup/index.php`.
  return [...declared, ...found.filter(({ root, framework }) => framework !== 'php' || !found.some((other) => other.root !== root && isAbove(other.root, root)))];
}

function declaredApplication(workspace: WorkspaceFacts, path: string): readonly Application[] {
  const facts = workspace.inDocument(path);
  const root = rootOf(path);
  // The packages of Laravel without its console are a library that an application of another shape is built on.
  const claimed = (fact: Fact): boolean => others.includes(fact.name) && fact.stage !== 'local' && (!fact.name.startsWith('composer:laravel/') || workspace.hasFile(inRoot(root, 'artisan')));
  if (facts.some(claimed)) return [];
  const type = literal(facts.find((fact) => fact.name === 'composer.type'));
  if (type !== null && notDeployed.test(type)) return [];
  for (const framework of phpFrameworks) {
    const required = facts.find((fact) => fact.stage !== 'local' && framework.packages.some((name) => fact.name === `composer:${name}`));
    if (required === undefined) continue;
    if (framework.files.length > 0 && !framework.files.some((file) => workspace.hasFile(inRoot(root, file)))) continue;
    return [application(workspace, root, framework.id, required, versionOf(required))];
  }
  const unpacked = unpackedFramework(workspace, root);
  if (unpacked.length > 0) return unpacked;
  // A generator of documentation or a checker that lies beside the application is no application.
  if (/^(?:tools?|vendor-bin|docs?|examples?)\//.test(root)) return [];
  const requirement = facts.find((fact) => fact.name === 'composer:php') ?? facts.find((fact) => fact.kind === 'dependency');
  if (requirement === undefined || !entryFiles.some((file) => workspace.hasFile(inRoot(root, file)))) return [];
  const opens = openings(workspace, root).length > 0 || facts.some((fact) => /^composer:ext-(pdo|mysqli|pgsql|sqlite3)/.test(fact.name) && fact.stage !== 'local');
  return type === 'project' || opens ? [application(workspace, root, 'php', requirement, null)] : [];
}

/** Folders with an entry file, and CodeIgniter 3, which is unpacked rather than required. */
function* plainRoots(workspace: WorkspaceFacts): Iterable<string> {
  const seen = new Set<string>();
  for (const { path } of workspace.files) {
    if (!path.endsWith('index.php') || path.split('/').length > 3) continue;
    const entry = entryFiles.toSorted((a, b) => b.length - a.length).find((file) => path === file || path.endsWith(`/${file}`));
    if (entry === undefined) continue;
    const root = path === entry ? '.' : path.slice(0, -entry.length - 1);
    if (!seen.has(root)) yield root;
    seen.add(root);
  }
}

function plainApplication(workspace: WorkspaceFacts, root: string): readonly Application[] {
  const unpacked = unpackedFramework(workspace, root);
  if (unpacked.length > 0) return unpacked;
  const drupal = workspace.hasFile(inRoot(root, 'core/lib/Drupal.php')) ? workspace.inDocument(inRoot(root, 'sites/default/settings.php'))[0] : undefined;
  if (drupal !== undefined) return [application(workspace, root, 'drupal', drupal, null)];
  if (isSomethingElse(workspace, root)) return [];
  const [opening] = openings(workspace, root);
  return opening === undefined ? [] : [application(workspace, root, 'php', opening, null)];
}

/** A theme, a plugin, or a site of WordPress is told by its own marks. */
function isSomethingElse(workspace: WorkspaceFacts, root: string): boolean {
  return ['style.css', 'readme.txt', 'wp-load.php', 'wp-config.php', 'wp-config-sample.php'].some((file) => workspace.hasFile(inRoot(root, file)) && (file !== 'style.css' || workspace.hasFile(inRoot(root, 'functions.php'))));
}

/** CodeIgniter 3 and CakePHP 2 lie beside the application, whether or not a manifest requires other packages. */
function unpackedFramework(workspace: WorkspaceFacts, root: string): readonly Application[] {
  const old = workspace.inDocument(inRoot(root, 'application/config/database.php')).find((fact) => /dbdriver$/.test(fact.name));
  if (old !== undefined) return [application(workspace, root, 'codeigniter', old, null)];
  const cake = cake2(workspace, root);
  return cake === undefined ? [] : [application(workspace, root, 'cakephp', cake, '2')];
}

/** `$conf['database']['type'] = 'mysql'` in a configuration of one's own. */
const databaseSetting = /(^|[._])(?:db|database)(?:[._](?:options?|config|settings))?[._]?(?:type|driver|engine|adapter)$|(?:^|[._])(?:db|sgbd|dbms|banco|tipo_?banco)$/i;

/** CakePHP 2 is unpacked beside the application, or a submodule: its configuration class tells it. */
function cake2(workspace: WorkspaceFacts, root: string): Fact | undefined {
  return ['Config', 'app/Config'].flatMap((folder) => ['database.php', 'database.default.php', 'database.php.default'].map((file) => inRoot(root, `${folder}/${file}`)))
    .flatMap((path) => workspace.inDocument(path)).find((fact) => fact.name === 'default.datasource' && fact.origin === 'php-config');
}

/** Data sources and connections to a database in the files of a folder. */
function openings(workspace: WorkspaceFacts, root: string): readonly Fact[] {
  return workspace.all.filter((fact) => fact.origin === 'php-config' && fact.stage !== 'test' && (root === '.' || fact.at.path.startsWith(`${root}/`)) && (fact.name === 'php.client' || fact.name.endsWith('.dsn') || (databaseSetting.test(fact.name) && databaseTechnology(literal(fact) ?? '') !== undefined)) && literal(fact) !== 'redis');
}

function application(workspace: WorkspaceFacts, root: string, framework: string, manifest: Fact, version: string | null): Application {
  const declared = literal(workspace.inDocument(inRoot(root, 'composer.json')).find((fact) => fact.name === 'composer.name'));
  const prefix = root === '.' ? '' : `${root}/`;
  const scripts = workspace.files.some((file) => file.path.startsWith(prefix) && /\.(ts|tsx)$/.test(file.path) && !file.path.endsWith('.d.ts')) ? ['typescript'] : workspace.hasFile(inRoot(root, 'package.json')) ? ['javascript'] : [];
  return {
    root,
    name: declared === null ? (root === '.' ? 'app' : root.slice(root.lastIndexOf('/') + 1)) : declared.slice(declared.indexOf('/') + 1),
    framework,
    frameworkVersion: version,
    languages: ['php', ...scripts],
    manifest: manifest.at,
  };
}

function versionOf(fact: Fact): string | null {
  return fact.value.kind === 'literal' ? (/\d+/.exec(fact.value.text)?.[0] ?? null) : null;
}

function literal(fact: Fact | undefined): string | null {
  return fact?.value.kind === 'literal' ? fact.value.text : null;
}

function rootOf(manifest: string): string {
  return manifest === 'composer.json' ? '.' : manifest.replace(/\/composer\.(json|lock)$/, '');
}

function inRoot(root: string, file: string): string {
  return root === '.' ? file : `${root}/${file}`;
}

function isAbove(root: string, folder: string): boolean {
  return root === '.' || folder === root || folder.startsWith(`${root}/`);
}
