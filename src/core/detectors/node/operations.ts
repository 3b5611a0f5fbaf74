import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import { isOfFunctions } from '../cloud/functions';
import type { Binding } from '../detector';
import { isBrowserKey, isSecretKey } from '../facts';
import { frameworkOf, staticSvelteAdapter } from './frameworks';
import { proofs, type NodeSettings } from './settings';
import { workerCommand, workerFiles } from './workers';

const adapters = ['serverless-http', '@vendia/serverless-express', 'aws-serverless-express', '@codegenie/serverless-express', '@fastify/aws-lambda', '@opennextjs/aws', 'open-next', 'sst', 'serverless', 'serverless-nextjs-plugin', '@middy/core', 'aws-lambda-fastify', '@hono/aws-lambda', 'arc', '@architect/functions'];

/** Lambda where an adapter and its configuration say so, an image where one is built, else the runtime. */
export function computeBindings(settings: NodeSettings): readonly Binding[] {
  const { scope } = settings;
  const start = scope.find('config').find((fact) => fact.at.path === scope.path('package.json') && /^npm\.scripts\.(start:prod|start|serve|preview)$/.test(fact.name));
  const manifest = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  const lambda = settings.anyDependency(...adapters);
  const declared = ['serverless.yml', 'serverless.yaml', 'serverless.ts', 'serverless.js', 'sst.config.ts', 'sst.config.js', 'open-next.config.ts'].find((file) => scope.hasFile(file));
  if (lambda !== undefined && declared !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: lambda.name.slice('npm:'.length), evidence: [...proofs(lambda), manifest], basis: 'driver' })];
  // Adapters that make functions of a site, and nothing else.
  const site = settings.dependency('astro-sst', 'svelte-kit-sst', 'solid-start-sst', '@opennextjs/aws', 'open-next');
  if (site !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: site.name.slice('npm:'.length), evidence: [...proofs(site), manifest], basis: 'driver' })];
  const published = frameworkOf(scope.application.framework)?.kind === 'front-end' ? scope.find('config', 'platform.static').find((fact) => fact.stage === 'production') : undefined;
  if (published !== undefined) return [binding({ need: 'compute', technology: 'static', evidence: [evidenceOf(published, 'staticPublishPath'), manifest], basis: 'driver' })];
  const worker = settings.isFiles ? undefined : scope.find('config').find((fact) => fact.at.path === scope.path('package.json') && fact.name.startsWith('npm.scripts.') && fact.value.kind === 'literal' && workerCommand.test(fact.value.text));
  if (worker !== undefined && workerFiles.some((file) => scope.hasFile(file))) return [binding({ need: 'compute', technology: 'serverless', library: 'wrangler', evidence: [evidenceOf(worker, worker.name), manifest], basis: 'driver' })];
  const image = imageOf(settings);
  if (image !== undefined && !isForDevelopers(settings, image)) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, image.kind === 'container' ? image.name : 'FROM'), manifest], basis: 'driver', supported: [runtimeOf(settings)] })];
  return [binding({ need: 'compute', technology: runtimeOf(settings), evidence: [...(start === undefined ? [] : [evidenceOf(start, start.name)]), manifest], basis: 'library' })];
}

/** An image that starts the bundler's own server, beside a network in front of the files: nobody deploys it. */
function isForDevelopers({ scope }: NodeSettings, image: Fact): boolean {
  if (frameworkOf(scope.application.framework)?.kind !== 'front-end' || scope.find('resource', 'aws_cloudfront_distribution').length + scope.find('resource', 'aws_amplify_app').length === 0) return false;
  return scope.find('process').some((fact) => fact.at.path === image.at.path && fact.value.kind === 'literal' && /^(?:(?:npm|yarn|pnpm|bun)(?: run)? (?:dev|develop|serve)\b|(?:npx )?(?:vite|ng serve|react-scripts start)(?:\s|$))/.test(fact.value.text.trim()));
}

/** The last `FROM` of an image in which Node, Bun or Deno runs or builds; else the application's own image in compose. */
function imageOf(settings: NodeSettings): Fact | undefined {
  const { scope } = settings;
  const { root, includes = [] } = scope.application;
  // An image in a package of the workspace is that package's: a job that migrates.
  const isOwn = (path: string): boolean => root === '.' || path.startsWith(`${root}/`) || includes.includes(path);
  const own = new Set(scope.find('config', 'node.dockerfile.runtime').map((fact) => fact.at.path).filter(isOwn));
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production' && fact.detail?.['final'] === 'true' && own.has(fact.at.path));
  const inRoot = (path: string): boolean => root !== '.' && path.startsWith(`${root}/`);
  const [from] = [...froms].sort((a, b) => Number(inRoot(b.at.path)) - Number(inRoot(a.at.path)) || rank(a.at.path) - rank(b.at.path));
  if (from !== undefined) return from;
  const services = scope.find('container').toSorted((a, b) => Number(b.stage === 'production') - Number(a.stage === 'production') || a.at.path.length - b.at.path.length);
  return services.find((fact) => fact.stage === 'production' && fact.detail?.['application'] === 'true' && (scope.application.root === '.' || fact.detail?.['context'] === scope.application.root || isPublishedImage(fact, scope.application.name)));
}

/** `ghcr.io/acme/shop-app` of the applications `shop-backend` and `shop-frontend`: one image that is published runs them. */
function isPublishedImage(fact: Fact, name: string): boolean {
  const image = fact.value.kind !== 'literal' || fact.detail?.['context'] !== undefined ? undefined : fact.value.text.slice(fact.value.text.lastIndexOf('/') + 1).split(/[:@]/)[0]?.toLowerCase().replace(/-(?:app|server|web|api|backend|all-in-one)$/, '');
  return image !== undefined && image.length > 2 && (name === image || name.startsWith(`${image}-`));
}

/** `Dockerfile` before the images of parts (`Dockerfile.base`, `worker.Dockerfile`). */
function rank(path: string): number {
  return path.split('/').length * 2 + Number(!/(^|\/)Dockerfile$/.test(path));
}

function runtimeOf(settings: NodeSettings): string {
  const framework = frameworkOf(settings.scope.application.framework);
  if (settings.isFiles || framework?.kind === 'front-end' && settings.dependency('@astrojs/node') === undefined) return 'static';
  if (framework?.id === 'sveltekit' && settings.anyDependency(staticSvelteAdapter) !== undefined && settings.anyDependency('@sveltejs/adapter-node', '@sveltejs/adapter-auto') === undefined) return 'static';
  const scripts = settings.scope.find('config').filter((fact) => fact.at.path === settings.scope.path('package.json') && /^npm\.scripts\.start/.test(fact.name));
  if (scripts.some((fact) => fact.value.kind === 'literal' && /\bbun\s+(?!run\b)/.test(fact.value.text))) return 'bun';
  return settings.scope.find('dependency').some((fact) => fact.origin === 'deno') ? 'deno' : 'node';
}

/** Variables that a browser may see are no secrets, whatever their name. */
const publicKey = /_(PUBLIC|PUBLISHABLE|SITE)_KEY$|PUBLIC_KEY|^TURBO_TOKEN|KEY_PREFIX|_EXPIR|EXPIRATION|_TTL$|_LENGTH$|_ENABLED$|_HEADER$/;

export function secretBindings(settings: NodeSettings): readonly Binding[] {
  const manager = settings.dependency('@aws-sdk/client-secrets-manager');
  const managerUse = settings.marker('node.secrets.manager');
  const own = environmentSecrets(settings);
  if (manager !== undefined && managerUse !== undefined && fetchesOwnSecrets(settings, managerUse, own)) return [binding({ need: 'secrets', technology: 'secretsmanager', evidence: proofs(managerUse, manager), basis: 'driver' })];
  const parameters = settings.dependency('@aws-sdk/client-ssm');
  const parameterUse = settings.marker('node.secrets.ssm');
  if (parameters !== undefined && parameterUse !== undefined) return [binding({ need: 'secrets', technology: 'ssm', evidence: proofs(parameterUse, parameters), basis: 'driver' })];
  const vault = settings.dependency('node-vault', 'hashi-vault-js');
  if (vault !== undefined && settings.variables(/^VAULT_/).length > 0) return [binding({ need: 'secrets', technology: 'vault', evidence: proofs(settings.variables(/^VAULT_/)[0], vault), basis: 'driver' })];
  return own;
}

/**
 * A client may fetch what users keep elsewhere. The secret is the application's own where a variable or the code names
 * it, and where the environment holds no credential instead.
 */
function fetchesOwnSecrets(settings: NodeSettings, use: Fact, own: readonly Binding[]): boolean {
  if (settings.marker('node.secrets.own') !== undefined || settings.variables(secretName).length > 0) return true;
  const { root } = settings.scope.application;
  if (/(^|\/)(?:config|configuration|secrets?|env|environment|settings|bootstrap|load)[\w.-]*\.\w+$/i.test(use.at.path)) return true;
  return own.length === 0 && (root === '.' || use.at.path.startsWith(`${root}/`));
}

const secretName = /SECRETS?_?(?:MANAGER|ARN|ID|NAME)(?:_|$)|SECRETSMANAGER/;

function environmentSecrets(settings: NodeSettings): readonly Binding[] {
  if (settings.isFiles || frameworkOf(settings.scope.application.framework)?.kind === 'front-end' && settings.dependency('@astrojs/node') === undefined) return [];
  // Functions beside a secret of their own read that; what else they are given are addresses.
  if (isOfFunctions(settings.scope) && (settings.scope.find('resource', 'aws_secretsmanager_secret').length > 0 || settings.scope.find('config', 'platform.secrets').length > 0)) return [];
  // A container is given these by a store of secrets.
  const kept = settings.scope.find('resource').some((fact) => fact.detail?.['usedBy'] === 'container' && fact.stage !== 'example');
  const keys = settings.scope.find('env').filter((fact) => !(kept && fact.detail?.['reference'] === 'true')).filter((fact) => isSecretKey(fact.name) && !isBrowserKey(fact.name) && !publicKey.test(fact.name));
  const strong = keys.find((fact) => /SECRET|APP_KEY|PRIVATE|ENCRYPTION|TOKEN|PASS/.test(fact.name)) ?? keys[0];
  const credential = strong ?? settings.variables(/(^|_)(DATABASE|POSTGRES|MYSQL|MONGO|MONGODB)_(URL|URI|DSN)$/).find((fact) => fact.value.kind === 'secret' && fact.detail?.['scheme'] !== undefined);
  if (credential === undefined) {
    const asked = settings.credentials(/SECRET|PASSWORD|TOKEN|KEY/).filter((fact) => isSecretKey(fact.name) && !isBrowserKey(fact.name) && !publicKey.test(fact.name));
    const read = asked.find((fact) => /SECRET|PASSWORD|API_KEY/.test(fact.name)) ?? asked[0];
    return read === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(read)], basis: 'code', confidence: 'likely' })];
  }
  return [binding({ need: 'secrets', technology: 'env', evidence: [evidenceOf(credential)], basis: 'driver', ...(strong === undefined ? { confidence: 'likely' as const } : {}) })];
}

/** Logs in files on the server's disk. Agents of products are told by their packages. */
export function monitoringBindings(settings: NodeSettings): readonly Binding[] {
  const file = settings.marker('node.log.file') ?? (settings.dependency('log4js') === undefined ? undefined : settings.marker('node.log.log4js'));
  // A logger of one's own writes where a variable says.
  const written = settings.marker('node.log.append');
  const folder = settings.variables(/(?:^|_)LOGS?_(?:DIR|DIRECTORY|FOLDER|PATH|FILE|FILENAME|FILE_PATH)$/)[0];
  if (file === undefined && written !== undefined && folder !== undefined) return [binding({ need: 'monitoring', technology: 'log-file', evidence: proofs(folder, written), basis: 'driver', confidence: 'likely' })];
  // What the framework's logger or the log of requests is handed: a stream that goes on at the end of a file.
  const stream = settings.marker('node.log.stream');
  const writer = settings.dependency('morgan', 'fastify', 'pino', 'pino-http', 'koa-morgan', 'express-pino-logger');
  if (file === undefined && stream !== undefined && writer !== undefined) return [binding({ need: 'monitoring', technology: 'log-file', library: writer.name.slice('npm:'.length), evidence: proofs(stream, writer), basis: 'code', confidence: 'likely' })];
  const logger = settings.dependency('winston', 'pino', 'winston-daily-rotate-file', 'nest-winston', 'log4js', 'bunyan');
  return file === undefined || logger === undefined ? [] : [binding({ need: 'monitoring', technology: 'log-file', library: logger.name.slice('npm:'.length), evidence: proofs(file, logger), basis: 'driver', confidence: 'likely' })];
}
