import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { isSecretKey, isServerSecretKey } from '../facts';
import type { ApplicationScope } from '../scope';
import { dependency, marker, proof } from './context';
import type { PythonSettings } from './settings';

/** Lambda where an adapter and its configuration say so, an image where one is built, else Python on a server. */
export function computeBindings(scope: ApplicationScope): readonly Binding[] {
  const manifest = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  const adapter = dependency(scope, 'mangum', 'zappa', 'chalice', 'serverless-wsgi', 'aws-wsgi', 'apig-wsgi');
  if (adapter !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: adapter.name.slice('pypi:'.length), evidence: [...proof(adapter), manifest], basis: 'driver' })];
  const image = imageOf(scope);
  if (image !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), manifest], basis: 'driver', supported: ['python'] })];
  const server = scope.find('process').find((fact) => fact.name === 'web' && fact.origin === 'procfile') ?? dependency(scope, 'gunicorn', 'uvicorn', 'uwsgi', 'daphne', 'hypercorn', 'granian', 'waitress');
  return [binding({ need: 'compute', technology: 'python', evidence: [...proof(server), manifest], basis: 'library' })];
}

function imageOf(scope: ApplicationScope): Fact | undefined {
  const own = new Set(scope.find('code', 'python.dockerfile').map((fact) => fact.at.path));
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production' && fact.detail?.['final'] === 'true' && own.has(fact.at.path));
  return [...froms].sort((a, b) => rank(a.at.path) - rank(b.at.path))[0];
}

/** `Dockerfile` before the images of parts, what serves before what works behind it. */
function rank(path: string): number {
  return path.split('/').length * 4 + Number(!/(^|\/)Dockerfile$/.test(path)) * 2 + Number(/(?:^|[./_-])(?:celery|workers?|beat|sidekiq|jobs?|cron|flower|nginx|db|redis)(?:[./_-]|$)/i.test(path));
}

const publicKey = /PUBLIC_KEY|_PUBLIC$|SITE_KEY|PUBLISHABLE|KEY_PREFIX|_EXPIR|_TTL$|_LENGTH$|_ENABLED$|_HEADER$|_URL$|_HASHERS$|_VALIDATORS$|_MAX_|_MIN_|PASSWORD_RESET|_PATTERNS?$|_FIELDS?$|_NAMES?$|TOKEN_(?:LIFETIME|EXPIRE)/i;

/** An address of a database holds the password that opens it. */
const addressKey = /(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|MYSQL|MONGO(?:DB)?)_UR[IL]$/;

/** A manager of secrets that the code asks, else variables that carry credentials. */
export function secretBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  for (const [technology, name] of [['secretsmanager', 'python.secretsmanager'], ['ssm', 'python.ssm'], ['vault', 'python.vault']] as const) {
    const use = marker(scope, name);
    const client = dependency(scope, ...(technology === 'vault' ? ['hvac'] : ['boto3', 'aioboto3', 'django-aws-secrets']));
    if (use !== undefined && client !== undefined) return [binding({ need: 'secrets', technology, evidence: proof(use, client), basis: 'driver' })];
  }
  const read = settings.all(/^\w+$/).filter((fact) => fact.value.kind === 'env' && isSecretKey(fact.value.key) && !publicKey.test(fact.value.key) && fact.stage !== 'local');
  const inSettings = read.find((fact) => fact.value.kind === 'env' && /SECRET/.test(fact.value.key)) ?? read[0];
  const declared = settings.environment.stage === null && scope.find('env').length === 0 ? [] : scope.find('env').filter((fact) => isServerSecretKey(fact.name) && !publicKey.test(fact.name) && fact.stage !== 'test');
  const variable = declared.find((fact) => /SECRET/.test(fact.name)) ?? declared[0];
  const nested = settings.all(/\.(?:PASSWORD|KEY|SECRET)$/i).find((fact) => fact.value.kind === 'env');
  const address = inSettings ?? variable ?? nested ?? scope.find('env').find((fact) => addressKey.test(fact.name) && fact.detail?.['scheme'] !== undefined && !/^(?:sqlite|file)/.test(fact.detail['scheme']))
    // The address of a server, which only the environment tells: nothing stands in for it.
    ?? settings.all(/^\w+$/).find((fact) => fact.value.kind === 'env' && fact.value.fallback === null && addressKey.test(fact.value.key) && fact.stage !== 'local');
  const evidence = proof(inSettings, variable, nested, address);
  return evidence.length === 0 ? [] : [binding({ need: 'secrets', technology: 'env', evidence, basis: 'driver' })];
}

export const frontEndBuilders = ['npm:vite', 'npm:webpack', 'npm:parcel', 'npm:esbuild', 'npm:rollup', 'npm:gulp', 'npm:sass', 'npm:@vue/cli-service', 'npm:react-scripts', 'npm:nuxt', 'npm:@angular/cli', 'npm:@angular/build', 'npm:tailwindcss', 'npm:grunt'];

/** A builder of a front end in the application's own folders. */
export function builder(scope: ApplicationScope): Fact | undefined {
  for (const name of frontEndBuilders) {
    const [found] = scope.find('dependency', name);
    if (found !== undefined) return found;
  }
  return undefined;
}
