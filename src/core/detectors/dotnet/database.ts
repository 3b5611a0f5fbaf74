import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { engineOf, isSet, proof, textOf, type DotnetSettings } from './settings';

interface Engine {
  readonly id: string;
  readonly names: readonly string[];
  readonly packages: readonly string[];
}

const engines: readonly Engine[] = [
  { id: 'postgresql', names: ['AddNpgsqlDbContext', 'AddAzureNpgsqlDbContext', 'UseNpgsql', 'AddNpgsqlDataSource', 'AddAzureNpgsqlDataSource', 'AddMarten', 'UsePostgreSQL', 'UsePostgreSql', 'NpgsqlDataSourceBuilder', 'NpgsqlConnection'], packages: ['npgsql.entityframeworkcore.postgresql', 'aspire.npgsql.entityframeworkcore.postgresql', 'aspire.npgsql', 'npgsql', 'marten', 'npgsql.dependencyinjection'] },
  { id: 'sqlserver', names: ['AddSqlServerDbContext', 'UseSqlServer', 'UseAzureSql', 'AddSqlServerClient', 'MsSqlConfiguration', 'SqlConnection'], packages: ['microsoft.entityframeworkcore.sqlserver', 'aspire.microsoft.entityframeworkcore.sqlserver', 'aspire.microsoft.data.sqlclient', 'microsoft.data.sqlclient', 'system.data.sqlclient', 'entityframework'] },
  { id: 'mysql', names: ['UseMySql', 'UseMySQL', 'AddMySqlDbContext', 'AddMySqlDataSource', 'MySqlConnection'], packages: ['pomelo.entityframeworkcore.mysql', 'mysql.entityframeworkcore', 'mysqlconnector', 'mysql.data', 'aspire.pomelo.entityframeworkcore.mysql', 'aspire.mysqlconnector', 'microting.entityframeworkcore.mysql'] },
  { id: 'sqlite', names: ['UseSqlite', 'UseSQLite', 'SqliteConnection', 'SQLiteConnection', 'AddSqliteConnection', 'SQLiteFactory', 'SqliteFactory'], packages: ['microsoft.entityframeworkcore.sqlite', 'microsoft.data.sqlite', 'system.data.sqlite', 'system.data.sqlite.core', 'sqlite-net-pcl', 'microsoft.entityframeworkcore.sqlite.core'] },
  { id: 'oracle', names: ['UseOracle', 'OracleConnection'], packages: ['oracle.entityframeworkcore', 'oracle.manageddataaccess.core'] },
];

const words: readonly (readonly [RegExp, string])[] = [[/postgres|npgsql|pgsql/i, 'postgresql'], [/mariadb|mysql/i, 'mysql'], [/sqlite/i, 'sqlite'], [/sql ?server|mssql|localdb|sqlclient|^sql$/i, 'sqlserver'], [/oracle/i, 'oracle']];

function engineNamed(text: string): string | undefined {
  return words.find(([pattern]) => pattern.test(text))?.[1];
}

interface Offer {
  readonly engine: string;
  readonly proof: Fact;
}

/** The relational database: what settings select of what the code can use. */
export function databaseBindings(settings: DotnetSettings): readonly Binding[] {
  const coded = engines.flatMap(({ id, names }): readonly Offer[] => {
    const use = settings.use(...names);
    return use === undefined ? [] : [{ engine: id, proof: use }];
  });
  const { root } = settings.scope.application;
  const isOutside = ({ path }: Fact['at']): boolean => root !== '.' && !path.startsWith(`${root}/`);
  const isConnected = settings.settings(connection).some(({ fact }) => isSet(fact));
  const isElsewhere = coded.length === 0 && !isConnected && settings.unreached(...engines.flatMap(({ names }) => names));
  const packaged = engines.flatMap(({ id, packages }): readonly Offer[] => {
    const fact = settings.package(...packages);
    // A library that several programs are built from offers what this one does not register.
    const isAnothers = fact !== undefined && isElsewhere && isOutside(fact.at);
    return fact === undefined || isAnothers ? [] : [{ engine: id, proof: fact }];
  });
  const offers = coded.length > 0 ? coded : packaged;
  const resource = settings.aspire('postgresql', 'sqlserver', 'mysql', 'sqlite', 'oracle');
  // A connection that a shared library can open, and no address that this program would hand it.
  if (coded.length > 0 && resource === undefined && !isConnected && coded.every(({ proof: use }) => /Connection$/.test(use.name) && isOutside(use.at))) return [];
  // A gateway passes requests on: what the library that it shares with the services can open is theirs.
  const gateway = settings.package('yarp.reverseproxy', 'ocelot');
  if (gateway !== undefined && !isOutside(gateway.at) && resource === undefined && offers.every(({ proof: use }) => isOutside(use.at))) return [];
  if (offers.length === 0) return resource === undefined ? [] : [need(textOf(resource), [resource], [], 'certain')];
  const choice = choose(settings, offers.map(({ engine }) => engine));
  if (!choice.facts.some(({ kind }) => kind === 'config' || kind === 'env') && settings.settings(storeChoice).some(({ fact }) => documentStore.test(textOf(fact)))) return [];
  const chosen = offers.find(({ engine }) => engine === choice.engine) ?? offers[0];
  if (chosen === undefined) return [];
  const others = offers.map(({ engine }) => engine).filter((engine) => engine !== chosen.engine);
  const packageFact = settings.package(...(engines.find(({ id }) => id === chosen.engine)?.packages ?? []));
  const technology = chosen.engine === 'mysql' && settings.container('mariadb')?.stage === 'production' ? 'mariadb' : chosen.engine;
  const library = settings.use('AddMarten') !== undefined && chosen.engine === 'postgresql' ? 'marten' : null;
  const confidence = coded.length === 0 ? 'likely' : choice.certain || offers.length === 1 ? 'certain' : 'possible';
  return [need(technology, [...choice.facts, chosen.proof, ...(packageFact === undefined ? [] : [packageFact])], others, confidence, library)];
}

function need(technology: string, facts: readonly Fact[], supported: readonly string[], confidence: Binding['confidence'], library: string | null = null): Binding {
  return binding({ need: 'relational-database', technology, library, evidence: proof(...facts), basis: 'driver', confidence, supported });
}

/** What keeps the application's data, where it can be documents instead of tables. */
const storeChoice = /^(?:\w*store|database|db|persistence|storage|data):(?:type|provider|engine|kind|driver)$/i;
const documentStore = /mongo|cosmos|dynamo|raven|couch|litedb/i;

const provider = /(?:^|:)\w*(?:provider|dbtype|databasetype|dbprovider|databaseprovider|dbms|dialect|databaseengine|dbengine|usedatabase|databasekind)$|^(?:database|db|data|datasettings|databasesettings|databaseoptions|persistence|storage):(?:type|engine|kind|driver)$/i;
const connection = /^connectionstrings:|connection_?string\w*$|(?:^|:)\w*(?:connection|dsn)$|^(?:DATABASE|DB|POSTGRES|MYSQL)_(?:URL|URI|DSN|CONNECTION\w*)$/i;

function choose(settings: DotnetSettings, offered: readonly string[]): { readonly engine: string | undefined; readonly facts: readonly Fact[]; readonly certain: boolean } {
  const fits = (engine: string | undefined): engine is string => engine !== undefined && offered.includes(engine);
  for (const { fact } of settings.settings(provider)) {
    const engine = engineNamed(textOf(fact));
    if (fits(engine)) return { engine, facts: [fact], certain: true };
  }
  const strings = settings.settings(connection).filter(({ fact }) => isSet(fact));
  const [only] = offered;
  if (offered.length === 1) {
    const own = strings.find(({ fact, path }) => engineOf(fact) === only || (engineOf(fact) === undefined && !/redis|rabbit|mongo|cache|bus|storage|blob|elastic|hangfire|kafka|seq|insights|smtp|mail/i.test(path)));
    return { engine: only, facts: own === undefined ? [] : [own.fact], certain: true };
  }
  for (const { fact, path } of strings) {
    const engine = engineOf(fact) ?? engineNamed(path);
    if (fits(engine)) return { engine, facts: [fact], certain: true };
  }
  const fallback = settings.use('default-engine');
  const named = fallback === undefined ? undefined : engineNamed(textOf(fallback));
  if (fallback !== undefined && fits(named)) return { engine: named, facts: [fallback], certain: true };
  const resource = settings.aspire(...offered);
  if (resource !== undefined) return { engine: textOf(resource), facts: [resource], certain: true };
  const started = settings.container(...offered, 'mariadb');
  const product = started === undefined ? undefined : engineNamed(textOf(started));
  if (started !== undefined && fits(product)) return { engine: product, facts: [started], certain: true };
  // A server has an address; where none is set it is the engine that needs none.
  return { engine: strings.length === 0 && offered.includes('sqlite') ? 'sqlite' : undefined, facts: [], certain: false };
}

const documents: readonly { readonly technology: string; readonly names: readonly string[]; readonly packages: RegExp; readonly setting: RegExp }[] = [
  { technology: 'mongodb', names: ['AddMongoDBClient', 'UseMongoDB', 'MongoClient', 'IMongoClient', 'IMongoDatabase'], packages: /^mongodb\.|mongodb\.driver|^aspire\.mongodb/, setting: /mongo/i },
  { technology: 'cosmosdb', names: ['AddAzureCosmosClient', 'UseCosmos', 'CosmosClient'], packages: /cosmos/, setting: /cosmos/i },
  { technology: 'dynamodb', names: ['IAmazonDynamoDB', 'AmazonDynamoDBClient', 'IDynamoDBContext', 'DynamoDBContext'], packages: /^awssdk\.dynamodbv2/, setting: /dynamo/i },
  { technology: 'ravendb', names: ['AddRavenDbDocStore', 'DocumentStore', 'IDocumentStore'], packages: /^ravendb/, setting: /raven/i },
  { technology: 'firestore', names: ['FirestoreDb'], packages: /^google\.cloud\.firestore/, setting: /firestore/i },
  { technology: 'litedb', names: ['LiteDatabase'], packages: /^litedb/, setting: /litedb/i },
];

export function documentBindings(settings: DotnetSettings): readonly Binding[] {
  const candidates = documents.flatMap(({ technology, names, packages, setting }) => {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    if (use === undefined || client === undefined) return [];
    const isSwitchedOff = settings.settings(/(?:^|:)(?:use|enable)_?\w+$/i).some(({ fact, path }) => !isSet(fact) && setting.test(path));
    return [{ technology, use, client, isSwitchedOff, configured: settings.configured(setting), resource: settings.aspire(technology) }];
  });
  const on = candidates.filter(({ isSwitchedOff, configured, resource }) => resource !== undefined || (configured !== 'off' && !isSwitchedOff));
  // Where a switch turns one store down, the other is it, though an installer writes its address down.
  const left = on.length === 0 && candidates.some(({ isSwitchedOff }) => isSwitchedOff) ? candidates.filter(({ isSwitchedOff }) => !isSwitchedOff) : on;
  return left.slice(0, 1).map(({ technology, use, client, configured, resource }) => binding({ need: 'document-database', technology, evidence: proof(resource, configured, use, client), basis: 'driver', confidence: configured === 'off' && resource === undefined ? 'possible' : configured === undefined && resource === undefined ? 'likely' : 'certain' }));
}
