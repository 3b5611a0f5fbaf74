import type { Evidence, Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { container, dependency, proof } from '../python/context';
import type { PythonSettings } from '../python/settings';
import { databaseOf } from '../python/technologies';
import type { ApplicationScope } from '../scope';
import { choices, others, technologies, type Chosen } from './reading';

const addressNames = /(?:^|[._])(?:database|db|postgres|pg|mysql|sql|sqlite|sqlalchemy)\w*(?:url|uri|dsn|connection|connection_string|conn_str|address|prefix)$/i;
const kindNames = /^(?:\w+[._])?(?:db|database|sql|sqlalchemy)_?(?:engine|type|driver|drivername|dialect|backend|kind|provider|vendor|scheme)$/i;
/** Other stores, and databases beside the application's own. */
const beside = /redis|mongo|cache|celery|broker|result|vector|replica|read_?only|_ro_|legacy|source|click_?house|test|bind|amqp|rabbit|neo4j|influx|elastic|rq_/i;

const mappers = ['sqlalchemy', 'sqlmodel', 'flask-sqlalchemy', 'flask-migrate', 'tortoise-orm', 'databases', 'peewee', 'pony', 'ormar', 'gino', 'piccolo', 'edgy', 'alembic', 'yoyo-migrations', 'advanced-alchemy', 'flask-appbuilder', 'aerich', 'sqlalchemy-utils', 'encode-databases', 'pyway'];
const drivers: readonly (readonly [string, readonly string[]])[] = [
  ['postgresql', ['asyncpg', 'psycopg', 'psycopg2', 'psycopg2-binary', 'psycopg-binary', 'psycopg-c', 'psycopg-pool', 'aiopg', 'pg8000', 'sqlalchemy-cockroachdb']],
  ['mysql', ['pymysql', 'mysqlclient', 'aiomysql', 'asyncmy', 'mysql-connector-python', 'mysql-connector', 'flask-mysqldb', 'flask-mysql', 'mariadb']],
  ['sqlite', ['aiosqlite']],
  ['sqlserver', ['pyodbc', 'pymssql', 'aioodbc']],
  ['oracle', ['oracledb', 'cx-oracle']],
];

/** The database of the application itself: by its settings, its deployment's variables, its code, its drivers. */
export function databaseBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const addressed = choices(settings, addressNames, addressOf, beside);
  const named = choices(settings, kindNames, databaseOf, beside);
  const inCode = technologies(scope, 'python.db.address');
  const codeWords = [...new Set([...inCode.values()].map((fact) => databaseOf(textOf(fact)) ?? ''))].filter((word) => word !== '' && word !== 'mongodb');
  const offers = [...addressed.map(({ technology }) => technology), ...codeWords];
  const own = addressed.filter(({ setting }) => setting.fact.stage !== 'local');
  const decided = [addressed.find(({ setting }) => setting.from === 'environment'), named[0], preferred(own)].find((chosen) => chosen !== undefined);
  const bind = ({ technology, setting }: Chosen): readonly Binding[] => [served(settings, technology, setting.evidence, offers, setting.from === 'fallback' ? 'likely' : 'certain')];
  if (decided !== undefined && decided.technology !== 'mongodb') return bind(decided);
  // What only a developer's class says comes last.
  const [last] = addressed.filter(({ technology }) => technology !== 'mongodb');
  return fromVariable(settings, offers) ?? fromTypes(settings, offers) ?? fromCode(settings, offers) ?? fromDrivers(settings, offers) ?? (last === undefined ? [] : bind(last));
}

/** An address or its scheme: words in the value of a name that holds addresses are paths and queries. */
function addressOf(text: string): string | undefined {
  return text.includes('://') ? databaseOf(text) : /^[a-z][a-z0-9]*(?:\+\w+)?$/.test(text) ? databaseOf(`${text}://`) : undefined;
}

function preferred(addressed: ReturnType<typeof choices>): ReturnType<typeof choices>[number] | undefined {
  return addressed.find(({ name, setting }) => /^(?:\w+\.)?(?:SQLALCHEMY_DATABASE_UR[IL]|DATABASE_UR[IL]|DB_UR[IL])$/i.test(name) && setting.fact.stage !== 'local') ?? addressed[0];
}

function served(settings: PythonSettings, technology: string, evidence: readonly Evidence[], offers: readonly string[], confidence: Binding['confidence'], basis: Binding['basis'] = 'driver'): Binding {
  const maria = technology === 'mysql' && container(settings.scope, 'mysql') === undefined ? container(settings.scope, 'mariadb') : undefined;
  const word = maria === undefined ? technology : 'mariadb';
  return binding({ need: 'relational-database', technology: word, evidence: [...evidence, ...proof(maria)], basis, confidence, supported: others(technology, offers).filter((other) => other !== word && other !== 'mongodb') });
}

/** `REDASH_DATABASE_URL=postgresql://…` in a deployment, where the code's own reading of it cannot be followed. */
function fromVariable(settings: PythonSettings, offers: readonly string[]): readonly Binding[] | undefined {
  for (const fact of settings.scope.find('env')) {
    if (!addressNames.test(fact.name) && !kindNames.test(fact.name) || beside.test(fact.name) || settings.environment.lookup(fact.name) !== fact) continue;
    const scheme = fact.detail?.['scheme'];
    const technology = scheme === undefined ? (fact.value.kind === 'literal' ? databaseOf(fact.value.text) : undefined) : databaseOf(`${scheme}://`);
    if (technology !== undefined && technology !== 'mongodb' && usesDatabase(settings.scope) !== undefined) return [served(settings, technology, [evidenceOf(fact)], offers, 'likely')];
  }
  return undefined;
}

/** `DATABASE_URL: PostgresDsn`. */
function fromTypes(settings: PythonSettings, offers: readonly string[]): readonly Binding[] | undefined {
  const kinds = [['postgresql', /\b(?:Async)?PostgresDsn\b/], ['mysql', /\bMySQLDsn\b/], ['mariadb', /\bMariaDBDsn\b/], ['cockroachdb', /\bCockroachDsn\b/]] as const;
  for (const fact of settings.all(/^\w+$/)) {
    const type = fact.detail?.['type'];
    const kind = type === undefined ? undefined : kinds.find(([, pattern]) => pattern.test(type));
    if (kind !== undefined && !beside.test(fact.name)) return [served(settings, kind[0], proof(fact), offers, 'certain')];
  }
  return undefined;
}

function fromCode(settings: PythonSettings, offers: readonly string[]): readonly Binding[] | undefined {
  const { scope } = settings;
  const found = [...[...technologies(scope, 'python.db.address').values()].map((fact) => [databaseOf(textOf(fact)) ?? '', fact] as const), ...[...technologies(scope, 'python.alembic').values()].map((fact) => [databaseOf(textOf(fact)) ?? '', fact] as const), ...technologies(scope, 'python.db.client')].filter(([technology]) => technology !== '' && technology !== 'mongodb');
  const [first] = found;
  if (first === undefined) return undefined;
  const distinct = [...new Map(found.map(([technology, fact]) => [technology, fact] as const)).entries()];
  // Several: the one that runs beside or whose driver is installed; SQLite is what developers and tests get.
  const chosen = distinct.length === 1 ? distinct[0] : distinct.find(([technology]) => container(scope, technology, technology === 'mysql' ? 'mariadb' : technology) !== undefined) ?? (isOptional(settings) ? distinct.find(([technology]) => technology === 'sqlite') : undefined) ?? distinct.find(([technology]) => technology !== 'sqlite' && driverOf(scope, technology) !== undefined) ?? distinct.find(([technology]) => technology === 'sqlite') ?? distinct[0];
  if (chosen === undefined) return undefined;
  const [technology, fact] = chosen;
  return [served(settings, technology, [evidenceOf(fact, fact.name === 'python.alembic' ? 'sqlalchemy.url' : technology), ...proof(driverOf(scope, technology))], offers, distinct.length === 1 ? 'certain' : 'likely')];
}

/** `database_url: str | None = None`: the code has something else where nobody sets it. */
function isOptional(settings: PythonSettings): boolean {
  const facts = settings.all(addressNames).filter((fact) => !beside.test(fact.name) && fact.value.kind === 'env' && fact.detail?.['type'] === undefined);
  return facts.length > 0 && facts.every((fact) => settings.resolve(fact)?.isSet === false);
}

function driverOf(scope: ApplicationScope, technology: string): Fact | undefined {
  return dependency(scope, ...(drivers.find(([word]) => word === technology)?.[1] ?? []));
}

function usesDatabase(scope: ApplicationScope): Fact | undefined {
  return dependency(scope, ...mappers) ?? scope.find('code', 'python.engine')[0] ?? scope.find('code', 'python.db.client')[0];
}

function fromDrivers(settings: PythonSettings, offers: readonly string[]): readonly Binding[] | undefined {
  const { scope } = settings;
  const use = usesDatabase(scope);
  if (use === undefined) return undefined;
  const installed = drivers.flatMap(([technology]) => {
    const fact = driverOf(scope, technology);
    return fact === undefined ? [] : [[technology, fact] as const];
  });
  const running = container(scope, 'postgresql', 'mysql', 'mariadb', 'cockroachdb');
  const product = running?.value.kind === 'literal' ? imageProduct(running.value.text)?.technology : undefined;
  if (product !== undefined && (installed.length === 0 || installed.some(([technology]) => technology === product || technology === 'mysql' && product === 'mariadb' || technology === 'postgresql' && product === 'cockroachdb'))) {
    return [binding({ need: 'relational-database', technology: product, evidence: proof(running, use), basis: 'container', confidence: 'likely', supported: others(product, offers) })];
  }
  const [first] = installed;
  return first === undefined ? undefined : [served(settings, first[0], proof(first[1], use), offers, installed.length === 1 ? 'likely' : 'possible', 'library')];
}

/** MongoDB, DynamoDB and their like, where the code opens them and a manifest brings the client. */
export function documentBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const clients: Readonly<Record<string, readonly string[]>> = { mongodb: ['motor', 'pymongo', 'beanie', 'mongoengine', 'odmantic', 'flask-pymongo', 'flask-mongoengine'], dynamodb: ['boto3', 'aioboto3', 'aiobotocore', 'pynamodb'], firestore: ['google-cloud-firestore', 'firebase-admin'], couchdb: ['couchdb'] };
  const used = [...technologies(scope, 'python.document')].flatMap(([technology, fact]) => {
    const client = dependency(scope, ...(clients[technology] ?? []));
    return client === undefined ? [] : [{ technology, fact, client }];
  });
  return used.map(({ technology, fact, client }, index) => {
    const setting = technology === 'mongodb' ? choices(settings, /mongo\w*(?:url|uri|dsn|host|connection\w*)$|^(?:database|db)_(?:url|uri)$/i, (text) => (/^mongodb/.test(text) ? 'mongodb' : undefined))[0] : undefined;
    return binding({ need: 'document-database', technology, evidence: [...(setting?.setting.evidence ?? []), evidenceOf(fact, technology), ...proof(client)], basis: 'driver', ...(index === 0 ? {} : { additional: true }) });
  });
}

function textOf(fact: Fact): string {
  return fact.value.kind === 'literal' ? fact.value.text : '';
}
