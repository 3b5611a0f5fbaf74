import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { drivers, mappers } from './drivers';
import { proofs, schemeOf, type Chosen, type NodeSettings } from './settings';

/** What configurations, drivers and addresses call an engine → the contract's word. */
const engines: Readonly<Record<string, string>> = {
  postgres: 'postgresql', postgresql: 'postgresql', pg: 'postgresql', pgsql: 'postgresql', cockroachdb: 'cockroachdb', cockroach: 'cockroachdb', 'pg-native': 'postgresql', 'prisma+postgres': 'postgresql', 'aurora-postgres': 'postgresql', 'awsdatapi': 'postgresql', pglite: 'postgresql', 'neon': 'postgresql',
  mysql: 'mysql', mysql2: 'mysql', mariadb: 'mariadb', 'aurora-mysql': 'mysql', singlestore: 'mysql', planetscale: 'mysql',
  sqlite: 'sqlite', sqlite3: 'sqlite', 'better-sqlite': 'sqlite', 'better-sqlite3': 'sqlite', libsql: 'sqlite', turso: 'sqlite', file: 'sqlite', 'd1': 'sqlite', sqljs: 'sqlite', expo: 'sqlite',
  sqlserver: 'sqlserver', mssql: 'sqlserver', tedious: 'sqlserver', oracle: 'oracle', oracledb: 'oracle',
  mongodb: 'mongodb', 'mongodb+srv': 'mongodb', mongo: 'mongodb', mongoose: 'mongodb',
  postgresqldriver: 'postgresql', mysqldriver: 'mysql', mariadbdriver: 'mariadb', sqlitedriver: 'sqlite', mongodriver: 'mongodb',
};

function engineOf(text: string): string | undefined {
  return Object.hasOwn(engines, text.toLowerCase()) ? engines[text.toLowerCase()] : undefined;
}

/** Databases of an application: what its mapper is configured for decides, then its environment, then its only driver. */
export function databaseBindings(settings: NodeSettings): readonly Binding[] {
  const offered = drivers.filter(({ packages }) => settings.dependency(...packages) !== undefined).map(({ engine }) => engine);
  const chosen = configured(settings, fixedNames) ?? chosenByVariable(settings, offered) ?? configured(settings, settingNames) ?? productOf(settings) ?? fromEnvironment(settings, offered) ?? onlyDriver(settings, offered) ?? builtIn(settings, offered);
  const documents = documentDatabase(settings, chosen?.engine);
  if (chosen === undefined) return documents;
  if (chosen.engine === 'mongodb') return [binding({ need: 'document-database', technology: 'mongodb', evidence: chosen.evidence, basis: 'driver' })];
  const technology = chosen.engine === 'mysql' && settings.dependency('mariadb', '@mikro-orm/mariadb') !== undefined && settings.dependency('mysql2', 'mysql') === undefined ? 'mariadb' : chosen.engine;
  const supported = chosen.alternatives ? [...new Set(offered)].filter((engine) => engine !== technology) : [];
  return [binding({ need: 'relational-database', technology, evidence: chosen.evidence, basis: 'driver', confidence: chosen.confidence, supported }), ...documents];
}

interface Engine {
  readonly engine: string;
  readonly evidence: Chosen['evidence'];
  readonly confidence: Binding['confidence'];
  /** Whether the configuration leaves the choice of engine to who deploys. */
  readonly alternatives: boolean;
}

/** What these say is compiled into the client: no variable changes it. */
const fixedNames = ['node.prisma.provider', 'node.drizzle.dialect'];

/** Settings in the order in which they speak for production. */
const settingNames = [
  'node.knex.client', 'node.typeorm.type', 'node.mikro-orm.type', 'node.mikro-orm.driver', 'node.sequelize.dialect',
  'node.database.connection', 'node.database.default', 'node.database.client', 'node.database.dialect', 'node.database.type', 'node.code.type', 'node.code.dialect', 'node.code.client',
];

function configured(settings: NodeSettings, names: readonly string[]): Engine | undefined {
  for (const name of names) {
    const facts = settings.config(name).filter((fact) => !['test', 'development', 'local'].includes(fact.detail?.['section'] ?? ''));
    const bySection = [...facts].sort((a, b) => rankOf(b) - rankOf(a));
    const ranked = bySection.length > 0 ? bySection : settings.config(name);
    const all = name === 'node.prisma.provider' ? editionFirst(settings, ranked) : ranked;
    for (const fact of all) {
      const read = settings.resolve(fact);
      const engine = read === undefined ? undefined : engineOf(read.text);
      if (read === undefined || engine === undefined) continue;
      const connection = name.startsWith('node.prisma') || name.startsWith('node.drizzle') ? connectionVariable(settings) : undefined;
      return { engine, evidence: [...read.evidence, ...proofs(connection)], confidence: 'certain', alternatives: fact.value.kind === 'env' };
    }
  }
  return undefined;
}

/** Of schemas for several engines side by side (`mysql/schema.prisma`, `postgresql/schema.prisma`), the one that the address or the deployment is for. */
function editionFirst(settings: NodeSettings, schemas: readonly Fact[]): readonly Fact[] {
  const engines = new Set(schemas.flatMap((fact) => (fact.value.kind === 'literal' ? (engineOf(fact.value.text) ?? []) : [])));
  if (engines.size < 2) return schemas;
  const address = connectionVariable(settings);
  const scheme = address === undefined ? undefined : schemeOf(address);
  const wanted = (scheme === undefined ? undefined : engineOf(scheme)) ?? startedEngine(settings, [...engines])?.technology;
  return schemas.toSorted((a, b) => Number(isOf(b, wanted)) - Number(isOf(a, wanted)));
}

function isOf({ value }: Fact, engine: string | undefined): boolean {
  return engine !== undefined && value.kind === 'literal' && engineOf(value.text) === engine;
}

/** `DB_TYPE=postgres` of a server that has drivers of several engines: what stands in its code is one of them. */
function chosenByVariable(settings: NodeSettings, offered: readonly string[]): Engine | undefined {
  if (new Set(offered).size < 2) return undefined;
  return namedEngine(settings, offered);
}

/** Production's section first; a schema under Prisma's own name before those of other editions (`schema.desktop.prisma`). */
function rankOf({ detail, name, at }: Fact): number {
  return (detail?.['section'] === 'production' ? 2 : 0) + (name === 'node.prisma.provider' && /(?:^|\/)schema\.prisma$/.test(at.path) ? 1 : 0);
}

/** Products that keep their data in one engine, whatever else is installed. */
function productOf(settings: NodeSettings): Engine | undefined {
  const { framework, frameworkVersion } = settings.scope.application;
  if (framework !== 'medusa') return undefined;
  const address = settings.config('node.medusa.databaseUrl')[0];
  const evidence = [...(address === undefined ? [] : [evidenceOf(address, 'databaseUrl')]), ...proofs(settings.dependency('@medusajs/medusa', '@medusajs/framework'))];
  return evidence.length === 0 || frameworkVersion === '1' && address === undefined ? undefined : { engine: 'postgresql', evidence, confidence: 'certain', alternatives: false };
}

const addressKey = /(^|_)(DATABASE|DB|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|SQL)(_PRISMA|_DIRECT)?_(URL|URI|DSN|CONNECTION_STRING|CONNECTION)$/;
const engineKey = /(^|_)(DB|DATABASE|TYPEORM|SEQUELIZE|KNEX)_(CLIENT|DIALECT|TYPE|CONNECTION|DRIVER|ENGINE|PROVIDER|VENDOR)$/;

function connectionVariable(settings: NodeSettings): Fact | undefined {
  return settings.variables(addressKey).filter((fact) => !/SHADOW|TEST|READ|REPLICA/.test(fact.name))[0];
}

/** The mapper or driver with which an application keeps its data. */
export function databaseClient(settings: NodeSettings): Fact | undefined {
  return settings.anyDependency(...mappers, ...drivers.flatMap(({ packages }) => packages)) ?? settings.dependency('mongoose', 'mongodb', '@nestjs/mongoose');
}

function namedEngine(settings: NodeSettings, offered: readonly string[]): Engine | undefined {
  for (const fact of settings.variables(engineKey)) {
    const read = settings.resolve(fact);
    const engine = read === undefined ? undefined : engineOf(read.text);
    if (read !== undefined && engine !== undefined && fits(engine, offered)) return { engine, evidence: [...read.evidence, ...proofs(databaseClient(settings))], confidence: 'certain', alternatives: true };
  }
  return undefined;
}

function fromEnvironment(settings: NodeSettings, offered: readonly string[]): Engine | undefined {
  const client = databaseClient(settings);
  if (client === undefined && settings.scope.application.framework !== 'directus') return undefined;
  const named = namedEngine(settings, offered);
  if (named !== undefined) return named;
  for (const fact of settings.variables(addressKey)) {
    const scheme = schemeOf(fact);
    const engine = scheme === undefined ? undefined : engineOf(scheme);
    if (engine !== undefined && engine !== 'mongodb' && fits(engine, offered)) return { engine, evidence: proofs(fact, client), confidence: 'certain', alternatives: offered.length > 1 };
  }
  return undefined;
}

/** An address that no installed driver speaks to belongs to somebody else. */
function fits(engine: string, offered: readonly string[]): boolean {
  return engine === 'mongodb' || offered.length === 0 || offered.includes(engine) || engine === 'mariadb' && offered.includes('mysql') || engine === 'cockroachdb' && offered.includes('postgresql');
}

/**
 * Without configuration one driver beside a mapper, a variable or a server is the database. Of several, a file that
 * code opens is what runs without a choice; the others are choices, or clients of what the user owns.
 */
function onlyDriver(settings: NodeSettings, offered: readonly string[]): Engine | undefined {
  const distinct = [...new Set(offered)];
  const driver = (engine: string): Fact | undefined => settings.dependency(...drivers.filter((entry) => entry.engine === engine).flatMap(({ packages }) => packages));
  const mapper = settings.dependency(...mappers);
  if (distinct.length === 1 && distinct[0] !== undefined) {
    const [engine] = distinct;
    // Of the engines that it can work with, the one that is started is another one.
    if (startedMongo(settings) !== undefined && settings.dependency('mongodb', 'mongoose') !== undefined && mapper === undefined && startedEngine(settings, distinct) === undefined) return undefined;
    const variable = settings.variables(/^(PG|POSTGRES|MYSQL|MARIADB|DB|DATABASE|SQL|MSSQL)\w*_?(HOST|NAME|USER|DATABASE|URL|FILENAME|PATH)$/)[0];
    const container = settings.scope.find('container').find((fact) => fact.value.kind === 'literal' && imageProduct(fact.value.text)?.technology === engine);
    if (mapper === undefined && variable === undefined && container === undefined && engine !== 'sqlite') {
      return { engine, evidence: proofs(driver(engine)), confidence: 'likely', alternatives: false };
    }
    return { engine, evidence: proofs(driver(engine), variable, mapper), confidence: 'certain', alternatives: false };
  }
  const file = settings.marker('node.sqlite.file');
  if (distinct.includes('sqlite') && file !== undefined) return { engine: 'sqlite', evidence: proofs(driver('sqlite'), file), confidence: 'likely', alternatives: false };
  const running = startedEngine(settings, distinct);
  return running === undefined ? undefined : { engine: running.technology, evidence: proofs(running.fact, driver(running.technology)), confidence: 'likely', alternatives: true };
}

/** SQLite that is a part of Node and of Bun, where nothing else is installed for data. */
function builtIn(settings: NodeSettings, offered: readonly string[]): Engine | undefined {
  const use = settings.marker('node.sqlite.builtin');
  return use === undefined || offered.length > 0 || databaseClient(settings) !== undefined ? undefined : { engine: 'sqlite', evidence: proofs(use), confidence: 'likely', alternatives: false };
}

function startedEngine(settings: NodeSettings, engines: readonly string[]): { readonly fact: Fact; readonly technology: string } | undefined {
  return settings.scope.find('container').flatMap((fact) => {
    const product = fact.value.kind === 'literal' ? imageProduct(fact.value.text) : undefined;
    return product?.role === 'relational-database' && engines.includes(product.technology) ? [{ fact, technology: product.technology }] : [];
  })[0];
}

export function startedMongo(settings: NodeSettings): Fact | undefined {
  return settings.scope.find('container').find((fact) => fact.value.kind === 'literal' && imageProduct(fact.value.text)?.technology === 'mongodb');
}

const mongoKey = /(^|_)(MONGO|MONGODB|MONGOOSE|MONGO_DB|DOCUMENT_DB|DOCDB)_?(DB_)?(URL|URI|HOST|SERVER|CONNECTION|CONNECTION_STRING|CONN_STR|DSN)?$/;

function documentDatabase(settings: NodeSettings, relational: string | undefined): readonly Binding[] {
  const found: Binding[] = [];
  const meteor = settings.scope.application.framework === 'meteor' ? settings.config('npm.meteor')[0] : undefined;
  if (meteor !== undefined) found.push(binding({ need: 'document-database', technology: 'mongodb', evidence: proofs(settings.variables(mongoKey)[0], meteor), basis: 'driver' }));
  const client = meteor !== undefined ? undefined : settings.dependency('mongoose', '@nestjs/mongoose', 'mongodb', '@typegoose/typegoose', '@payloadcms/db-mongodb', '@fastify/mongodb', '@mikro-orm/mongodb', 'monk', 'mongoist');
  if (client !== undefined) {
    const variable = settings.variables(mongoKey)[0] ?? settings.variables(/(^|_)(DATABASE|DB)_(URL|URI)$/).find((fact) => schemeOf(fact)?.startsWith('mongodb') === true);
    const connect = settings.marker('node.mongodb.connect') ?? (relational === undefined ? startedMongo(settings) : undefined);
    const mapper = client.name !== 'npm:mongodb' && client.name !== 'npm:@fastify/mongodb';
    const chosen = settings.variables(engineKey).some((fact) => settings.resolve(fact) !== undefined);
    // Where a variable chooses the engine and chose a relational one, MongoDB is the other choice.
    const other = relational !== undefined && chosen && variable === undefined;
    if (!other && (variable !== undefined || connect !== undefined && (relational === undefined || mapper) || mapper && relational === undefined)) {
      found.push(binding({ need: 'document-database', technology: 'mongodb', library: mapper ? 'mongoose' : null, evidence: proofs(variable, client, connect), basis: 'driver', confidence: variable === undefined && connect === undefined ? 'likely' : 'certain' }));
    }
  }
  const dynamo = settings.dependency('@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', 'dynamoose', 'electrodb', 'dynamodb-toolbox', 'aws-sdk');
  const use = settings.marker('node.dynamodb.client');
  if (dynamo !== undefined && (use !== undefined || /dynamoose|electrodb|toolbox/.test(dynamo.name))) found.push(binding({ need: 'document-database', technology: 'dynamodb', evidence: proofs(dynamo, use), basis: 'library', confidence: 'likely', additional: found.length > 0 }));
  const firestore = settings.dependency('@google-cloud/firestore');
  if (firestore !== undefined) found.push(binding({ need: 'document-database', technology: 'firestore', evidence: proofs(firestore), basis: 'library', additional: found.length > 0 }));
  return found;
}
