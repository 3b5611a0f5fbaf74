import type { Evidence, Fact, NeedId } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { environmentOf } from '../environment';
import { dependencies, phpCompute } from '../php/runtime';
import { imageProduct } from '../images';
import { phpFacts, phpSetting } from '../php/settings';
import type { ApplicationScope } from '../scope';
import { packagesOf, pluginMeanings } from './plugins';

/** All needs of a WordPress site: constants of its configuration, and plugins that its manifest or its folder installs. */
export function wordpressBindings(whole: ApplicationScope): readonly Binding[] {
  const scope = withoutPlugins(whole);
  const facts = phpFacts(scope);
  const environment = environmentOf(scope);
  const core = [{ at: scope.application.manifest, key: 'wordpress', stage: 'default' } as const];
  const constant = (name: string): Fact | undefined => facts.find((fact) => fact.name === name);
  const served = new Map<NeedId, Binding>();
  for (const { need, technology, plugins } of pluginMeanings) {
    const [evidence] = plugins.flatMap((plugin) => installed(scope, plugin));
    if (evidence !== undefined && !served.has(need)) served.set(need, binding({ need, technology, evidence: [evidence], basis: 'driver', confidence: 'likely', supported: need === 'file-storage' ? ['local'] : [] }));
  }
  const redis = constant('WP_REDIS_HOST') ?? constant('WP_REDIS_CONFIG') ?? environment.lookup('WP_REDIS_HOST') ?? environment.lookup('WP_REDIS_URL');
  if (redis !== undefined && served.get('cache')?.technology !== 'redis') served.set('cache', binding({ need: 'cache', technology: 'redis', evidence: [evidenceOf(redis)], basis: 'driver' }));
  if (!served.has('file-storage')) served.set('file-storage', binding({ need: 'file-storage', technology: 'local', evidence: [...places(constant('UPLOADS'), constant('WP_CONTENT_DIR'), constant('ABSPATH')), ...core], basis: 'driver', confidence: 'likely' }));
  return [...compute(scope, core), ...database(scope, facts, core), ...served.values(), ...scheduler(facts), ...logFile(facts), ...staticAssets(scope), ...secrets(scope, facts)];

  function places(...found: readonly (Fact | undefined)[]): readonly Evidence[] {
    return found.flatMap((fact) => (fact === undefined ? [] : [evidenceOf(fact)]));
  }
}

const inPlugin = /(?:^|\/)(?:wp-content|app)\/plugins\/[\w.-]+\//;

/** A plugin that lies in the repository has images and variables to be tried out with: the site is not deployed by them. */
function withoutPlugins(scope: ApplicationScope): ApplicationScope {
  const counts = (fact: Fact): boolean => !['env', 'container', 'process'].includes(fact.kind) && fact.origin !== 'dockerfile' || !inPlugin.test(fact.at.path);
  return { ...scope, find: (kind, name) => scope.find(kind, name).filter(counts) };
}

/** The image of WordPress that compose deploys, where the repository builds none. */
const ownImage = /(?:^|\/)wordpress(?:[:@]|$)/;

function compute(scope: ApplicationScope, core: readonly Evidence[]): readonly Binding[] {
  const built = phpCompute(scope, core);
  const image = scope.find('container').find((fact) => fact.stage === 'production' && fact.value.kind === 'literal' && ownImage.test(fact.value.text));
  // A site that only compose tells of runs in the image that is named there.
  const evidence = /\.ya?ml$/.test(scope.application.manifest.path) ? core : image === undefined ? [] : [evidenceOf(image), ...core];
  if (evidence.length === 0 || built.some(({ technology }) => technology !== 'php-fpm')) return built;
  return [binding({ need: 'compute', technology: 'container', evidence, basis: 'driver', supported: ['php-fpm'] })];
}

/** A plugin by its package, or by its folder where plugins are kept in the repository. */
function installed(scope: ApplicationScope, plugin: string): readonly Evidence[] {
  const required = dependencies(scope, ...packagesOf(plugin)).filter((fact) => fact.stage !== 'local').map((fact) => evidenceOf(fact, packageName(fact)));
  if (required.length > 0 || plugin.includes('/')) return required;
  const file = scope.files.find(({ path }) => path.endsWith(`/plugins/${plugin}/${plugin}.php`));
  return file === undefined ? [] : [{ at: { path: file.path, range: { start: 0, end: 0 } }, key: plugin, stage: 'default' }];
}

/** WordPress speaks to MySQL and MariaDB; SQLite by a plugin of its own. */
function database(scope: ApplicationScope, facts: readonly Fact[], core: readonly Evidence[]): readonly Binding[] {
  const environment = environmentOf(scope);
  const [sqlite] = installed(scope, 'sqlite-database-integration');
  if (sqlite !== undefined) return [binding({ need: 'relational-database', technology: 'sqlite', evidence: [sqlite], basis: 'driver', supported: ['mysql', 'mariadb'] })];
  const deciding = ['DATABASE_URL', 'DB_HOST', 'DB_NAME', 'WORDPRESS_DB_HOST'].flatMap((key) => environment.lookup(key) ?? []).slice(0, 1);
  const configured = ['DB_HOST', 'DB_NAME'].flatMap((name) => facts.find((fact) => fact.name === name) ?? []);
  const server = databaseServer(scope);
  const technology = server?.technology ?? 'mysql';
  const evidence = [...deciding, ...configured].map((fact) => evidenceOf(fact)).concat(server === undefined ? [] : [server.evidence], core);
  return [binding({ need: 'relational-database', technology, evidence, basis: 'driver', supported: [technology === 'mysql' ? 'mariadb' : 'mysql'] })];
}

/** The server that compose starts, or that an image of the repository is made from; the protocol is the same. */
function databaseServer(scope: ApplicationScope): { readonly technology: string; readonly evidence: Evidence } | undefined {
  const images = [...scope.find('container'), ...scope.find('config', 'dockerfile.from')].flatMap((fact) => {
    const product = fact.value.kind === 'literal' ? imageProduct(fact.value.text) : undefined;
    return product?.role === 'relational-database' && fact.stage !== 'test' ? [{ technology: product.technology, evidence: evidenceOf(fact) }] : [];
  });
  return new Set(images.map(({ technology }) => technology)).size === 1 ? images[0] : undefined;
}

/** Visits start WordPress's timetable unless a real one does. */
function scheduler(facts: readonly Fact[]): readonly Binding[] {
  const setting = facts.find((fact) => fact.name === 'DISABLE_WP_CRON');
  if (setting === undefined) return [];
  const off = setting.value.kind === 'literal' && /^(true|1)$/.test(setting.value.text);
  return [binding({ need: 'scheduler', technology: off ? 'cron' : 'wp-cron', evidence: [evidenceOf(setting)], basis: 'driver', confidence: off ? 'certain' : 'possible' })];
}

function logFile(facts: readonly Fact[]): readonly Binding[] {
  const setting = phpSetting(facts.filter((fact) => fact.stage === 'production' || fact.stage === 'default'), { stage: null, lookup: () => undefined, all: () => [] }, /^WP_DEBUG_LOG$/, /^(true|1)$/);
  return setting === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: setting.evidence, basis: 'driver', confidence: 'likely' })];
}

function staticAssets(scope: ApplicationScope): readonly Binding[] {
  const builders = dependencies(scope, 'npm:@roots/bud', 'npm:laravel-vite-plugin', 'npm:vite', 'npm:@wordpress/scripts', 'npm:laravel-mix', 'npm:webpack', 'npm:gulp', 'npm:parcel', 'npm:esbuild')
    // Themes that come with WordPress come built.
    .filter((fact) => !/(^|\/)themes\/twenty\w+\//.test(fact.at.path));
  return builders.length === 0 ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence: builders.map((fact) => evidenceOf(fact, packageName(fact))), basis: 'library' })];
}

const credential = /^(AUTH_KEY|AUTH_SALT|SECURE_AUTH_KEY|DB_PASSWORD|DATABASE_URL|WORDPRESS_DB_PASSWORD)$/;

/** Credentials that the environment brings; constants written into a file are no such place. */
function secrets(scope: ApplicationScope, facts: readonly Fact[]): readonly Binding[] {
  const found = scope.find('env').find((fact) => credential.test(fact.name)) ?? facts.find((fact) => fact.value.kind === 'env' && credential.test(fact.value.key));
  return found === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(found)], basis: 'driver' })];
}
