import type { Evidence, Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';

/** Folders of an application whose manifests speak of a program of their own: a generator of documentation, a checker. */
const beside = /^(?:tools?|vendor-bin|docs?|examples?)\//;

/** The first declaration of each package in the application's own manifests; lock files do not count. */
export function dependencies(scope: ApplicationScope, ...names: readonly string[]): readonly Fact[] {
  const { root } = scope.application;
  const inside = (path: string): string => (root === '.' ? path : path.slice(root.length + 1));
  return names.flatMap((name) => scope.find('dependency', name).filter((fact) => fact.origin !== 'composer-lock' && !beside.test(inside(fact.at.path))).slice(0, 1));
}

/** A script that calls a bundler, which another package brings along. */
export function buildScripts(scope: ApplicationScope): readonly Evidence[] {
  return scope.find('config').filter((fact) => /^npm\.scripts\.(?:build|prod|production)\b/.test(fact.name) && fact.value.kind === 'literal' && /(?:^|\s)(?:encore|vite|webpack|mix|gulp|grunt|rollup|parcel|esbuild|tailwindcss|sass)(?:\s|$)/.test(fact.value.text)).slice(0, 1).map((fact) => evidenceOf(fact));
}

/** Where a PHP application runs: Lambda, a container that the repository builds, or PHP-FPM on a server. */
export function phpCompute(scope: ApplicationScope, framework: readonly Evidence[]): readonly Binding[] {
  const lambda = dependencies(scope, 'composer:bref/bref', 'composer:laravel/vapor-core')[0];
  if (lambda !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: packageName(lambda), evidence: [evidenceOf(lambda, packageName(lambda))], basis: 'driver' })];
  const image = phpImage(scope);
  if (image !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), ...framework], basis: 'driver', supported: ['php-fpm'] })];
  const octane = dependencies(scope, 'composer:laravel/octane')[0];
  const evidence = octane === undefined ? framework : [evidenceOf(octane, 'laravel/octane'), ...framework];
  return evidence.length === 0 ? [] : [binding({ need: 'compute', technology: octane === undefined ? 'php-fpm' : 'octane', evidence, basis: 'library' })];
}

/** The last `FROM` of an image that runs PHP; a repository builds helpers and tools too. */
function phpImage(scope: ApplicationScope): Fact | undefined {
  const facts = scope.find('config', 'dockerfile.from').concat(scope.find('config', 'dockerfile.packages')).filter((fact) => fact.stage === 'production');
  const runsPhp = new Set(facts.filter((fact) => fact.value.kind === 'literal' && /php|octane|roadrunner|swoole|hyperf|(?:^|\/)(?:wordpress|drupal|bedrock|bitnami\/laravel)\b/i.test(fact.value.text)).map((fact) => fact.at.path));
  // Where buildpacks build what is deployed, an image further down is a developer's.
  const { root } = scope.application;
  const built = scope.find('process').some((fact) => fact.origin === 'procfile');
  return facts.find((fact) => fact.name === 'dockerfile.from' && fact.detail?.['final'] === 'true' && runsPhp.has(fact.at.path) && !(built && folderOf(fact.at.path) !== root));
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}
