import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { dependencies } from '../php/runtime';
import { phpFacts } from '../php/settings';
import { resolveDsn, setting, settingsBelow, type Context } from './context';
import { products } from './products';

const engines: Readonly<Record<string, string>> = { postgresql: 'postgresql', postgres: 'postgresql', pgsql: 'postgresql', pdo_pgsql: 'postgresql', 'pdo-pgsql': 'postgresql', mysql: 'mysql', mysql2: 'mysql', pdo_mysql: 'mysql', 'pdo-mysql': 'mysql', mariadb: 'mariadb', sqlite: 'sqlite', sqlite3: 'sqlite', pdo_sqlite: 'sqlite', 'pdo-sqlite': 'sqlite', mssql: 'sqlserver', sqlsrv: 'sqlserver', oci8: 'oracle' };

export function database(context: Context): readonly Binding[] {
  if (dependencies(context.scope, 'composer:doctrine/doctrine-bundle', 'composer:doctrine/orm', 'composer:doctrine/dbal', 'composer:symfony/orm-pack', ...products).length === 0) return [];
  const candidates = ['doctrine.dbal.url', 'doctrine.dbal.connections.default.url', 'doctrine.dbal.driver', 'doctrine.dbal.connections.default.driver'].map((name) => resolveDsn(context, setting(context, name)));
  const named = settingsBelow(context, 'doctrine.dbal.connections').filter((fact) => /\.(url|driver)$/.test(fact.name)).map((fact) => resolveDsn(context, fact));
  const variable = context.environment.lookup('DATABASE_URL');
  const direct = variable?.detail?.['scheme'] === undefined ? undefined : { text: variable.detail['scheme'], evidence: [evidenceOf(variable)] };
  const found = [...candidates, ...named, direct].find((candidate) => candidate !== undefined && engines[candidate.text] !== undefined);
  if (found === undefined) return unresolved(context);
  const technology = engines[found.text] ?? found.text;
  const beside = migrationsFor(context) ?? databaseBeside(context);
  // The line that the framework's recipe leaves behind names a database that nobody chose.
  if (isRecipe(context) && beside !== undefined && beside.technology !== technology) return [binding({ need: 'relational-database', technology: beside.technology, evidence: [...beside.evidence, ...found.evidence], basis: 'driver', confidence: 'likely' })];
  return [binding({ need: 'relational-database', technology, evidence: found.evidence, basis: 'driver' })];
}

function isRecipe({ environment }: Context): boolean {
  const variable = environment.lookup('DATABASE_URL');
  return variable?.origin === 'dotenv' && variable.value.kind === 'secret' && variable.value.state === 'placeholder';
}

interface Beside {
  readonly technology: string;
  readonly evidence: Binding['evidence'];
}

const served: ReadonlySet<string> = new Set(['postgresql', 'mysql', 'mariadb']);

/** The one engine that the repository runs beside the application. */
function databaseBeside({ scope }: Context): Beside | undefined {
  const running = scope.find('container').flatMap((fact) => {
    const product = fact.value.kind === 'literal' ? imageProduct(fact.value.text) : undefined;
    return product !== undefined && served.has(product.technology) ? [{ technology: product.technology, evidence: [evidenceOf(fact)] }] : [];
  });
  return new Set(running.map(({ technology }) => technology)).size === 1 ? running[0] : undefined;
}

/** The engine that the application's migrations are written for, where they are for one. */
function migrationsFor({ scope }: Context): Beside | undefined {
  const written = scope.find('code', 'symfony.migration');
  const [engine, ...others] = new Set(written.flatMap(({ value }) => (value.kind === 'literal' ? [value.text] : [])));
  return engine === undefined || others.length > 0 ? undefined : { technology: engine, evidence: written.slice(0, 2).map((fact) => evidenceOf(fact, 'migration')) };
}

const extensions: Readonly<Record<string, string>> = { 'composer:ext-pdo_mysql': 'mysql', 'composer:ext-mysqli': 'mysql', 'composer:ext-pdo_pgsql': 'postgresql', 'composer:ext-pgsql': 'postgresql', 'composer:ext-pdo_sqlite': 'sqlite', 'composer:ext-sqlite3': 'sqlite' };

/** Doctrine is configured with what only the installation knows: what runs beside, else what the manifest demands of PHP. */
function unresolved(context: Context): readonly Binding[] {
  const [configured] = settingsBelow(context, 'doctrine.dbal');
  if (configured === undefined) return [];
  // A recipe starts a database that nobody chose: the migrations were made for the one in use.
  const migrated = migrationsFor(context);
  if (migrated !== undefined) return [binding({ need: 'relational-database', technology: migrated.technology, evidence: [...migrated.evidence, evidenceOf(configured)], basis: 'code', confidence: 'likely' })];
  const beside = databaseBeside(context);
  if (beside !== undefined) return [binding({ need: 'relational-database', technology: beside.technology, evidence: [...beside.evidence, evidenceOf(configured)], basis: 'container', confidence: 'likely' })];
  // A product declares its parameters in PHP files of its own.
  const declared = phpFacts(context.scope).find((fact) => /(^|[._])(?:db|database)[._]driver$/i.test(fact.name) && fact.value.kind === 'literal' && engines[fact.value.text] !== undefined);
  if (declared?.value.kind === 'literal') return [binding({ need: 'relational-database', technology: engines[declared.value.text] ?? declared.value.text, evidence: [evidenceOf(declared), evidenceOf(configured)], basis: 'driver', confidence: 'likely' })];
  const required = dependencies(context.scope, ...Object.keys(extensions));
  const [only, ...others] = new Set(required.map((fact) => extensions[fact.name] ?? ''));
  if (only === undefined || others.length > 0) return [];
  return [binding({ need: 'relational-database', technology: only, evidence: [...required.map((fact) => evidenceOf(fact, packageName(fact))), evidenceOf(configured)], basis: 'library', confidence: 'likely' })];
}

