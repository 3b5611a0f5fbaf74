import type { Evidence, Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { urlParts } from '../facts';
import { dataAccess, databaseOfArtifact, databaseOfClass, databaseOfScheme, driverPattern, embedded } from './drivers';
import { isWebArchive } from './frameworks';
import { proof } from './proof';
import type { JvmSetting, JvmSettings } from './settings';

/** Keys of the one data source that an application has, over the frameworks, the strongest first. */
const urlKeys = [
  'spring.datasource.url', 'spring.datasource.jdbc-url', 'spring.datasource.hikari.jdbc-url', 'spring.datasource.druid.url', 'spring.datasource.druid.master.url', 'spring.datasource.dynamic.datasource.master.url', 'spring.r2dbc.url',
  'quarkus.datasource.jdbc.url', 'quarkus.datasource.reactive.url', 'quarkus.datasource.url', 'datasources.default.url', 'r2dbc.datasources.default.url', 'spring.datasource.primary.url', 'spring.datasource.primary.jdbc-url', 'spring.datasource.master.url', 'spring.datasource.master.jdbc-url',
  'spring.datasource.druid.master.jdbc-url', 'spring.liquibase.url', 'spring.flyway.url', 'db.default.url', 'slick.dbs.default.db.url', 'database.url', 'datasource.url', 'jdbc.url', 'javax.sql.DataSource.default.url', 'javax.sql.DataSource.default.dataSource.url',
];
const kindKeys = ['quarkus.datasource.db-kind', 'spring.datasource.driver-class-name', 'spring.datasource.hikari.driver-class-name', 'spring.datasource.druid.driver-class-name', 'quarkus.datasource.jdbc.driver', 'quarkus.datasource.driver', 'datasources.default.driver-class-name', 'datasources.default.db-type', 'spring.jpa.database', 'spring.jpa.database-platform', 'spring.jpa.properties.hibernate.dialect', 'datasources.default.dialect', 'db.default.driver', 'slick.dbs.default.db.driver', 'slick.dbs.default.profile', 'database.driver-class', 'datasource.driver-class-name', 'hibernate.dialect', 'jdbc.driver', 'jdbc.driver-class-name', 'jdbc.driver-class', 'db.driver'];

interface Chosen {
  readonly technology: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: Binding['confidence'];
}

/** By the URL that is configured, else the kind or driver, else the one driver that is there, as auto-configuration does. */
export function databaseBindings(settings: JvmSettings): readonly Binding[] {
  const drivers = settings.dependencies(driverPattern).filter((fact) => isOwn(settings, fact)).map((fact) => ({ fact, technology: databaseOfArtifact(fact.name.slice('maven:'.length)) ?? '' }));
  const own = new Set(settings.scope.find('config').filter((fact) => fact.origin === 'jvm-config').map((fact) => fact.at.path));
  const chosen = byUrl(settings) ?? byKind(settings) ?? byDriver(settings, drivers);
  if (chosen === undefined || chosen.technology === 'mongodb' || chosen.confidence !== 'certain' && staysInMemory(settings)) return [];
  // A variable that somebody sets for all services, and nothing here that would read it.
  if (chosen.evidence.every(({ at }) => !own.has(at.path)) && !isWebArchive(settings.scope.application.framework) && drivers.length === 0 && settings.dependencies(dataAccess).length === 0) return [];
  const offered = [...drivers.map(({ technology }) => technology), ...profileTechnologies(settings)];
  const supported = [...new Set(offered)].filter((technology) => technology !== chosen.technology && !speaksFor(technology, chosen.technology) && (!embedded.includes(technology) || offersEmbedded(settings, technology)));
  const driver = drivers.find(({ technology }) => technology === chosen.technology);
  return [binding({ need: 'relational-database', technology: chosen.technology, evidence: [...chosen.evidence, ...proof(driver?.fact)], basis: 'driver', confidence: chosen.confidence, supported })];
}

/** `shop.storage.type: mem`, and nothing that opens a data source by itself: the driver is for those who choose another store. */
function staysInMemory(settings: JvmSettings): boolean {
  if (settings.dependencies(dataAccess).some((fact) => !givenAnAddress.test(fact.name))) return false;
  return settings.keys(/(?:^|\.)(?:storage|database|persistence|store|repository)\.(?:type|kind|engine|backend|provider)$/).some((key) => /^(?:in-?)?mem(?:ory)?$/i.test(settings.read(key)?.text ?? ''));
}

/** They open what code gives them an address for. */
const givenAnAddress = /:(?:HikariCP|commons-dbcp2?|c3p0|jooq)$/;

/** Nothing of Vert.x connects by itself: a driver that a shared module brings along is not yet a database of each verticle. */
function isOwn({ scope }: JvmSettings, fact: Fact): boolean {
  return scope.application.framework !== 'vertx' || scope.application.root === '.' || fact.at.path.startsWith(`${scope.application.root}/`);
}

/** One driver speaks to both: it alone does not offer the other. */
function speaksFor(driver: string, technology: string): boolean {
  return driver === 'postgresql' && technology === 'cockroachdb';
}

function technologyOf(setting: JvmSetting): string | undefined {
  const text = setting.text ?? '';
  const scheme = databaseOfScheme(setting.scheme);
  if (scheme === 'postgresql' && /:26257\b/.test(text)) return 'cockroachdb';
  if (scheme !== undefined) return scheme;
  // `jdbc:sqlserver://`, `jdbc:oracle:thin:@`: the scheme tells; `jdbc:${KIND}://` does not.
  return /^(?:jdbc|r2dbc):/.test(text) ? databaseOfClass(text.split('://')[0] ?? '') : undefined;
}

function byUrl(settings: JvmSettings): Chosen | undefined {
  const named = urlKeys.map((key) => settings.read(key)).filter((setting): setting is JvmSetting => setting !== undefined);
  for (const setting of named) {
    const technology = technologyOf(setting);
    if (technology !== undefined) return { technology, evidence: setting.evidence, confidence: 'certain' };
  }
  const others = settings.keys(/(?:url|uri)$/).filter((key) => !/spring\.(?:cloud|data)\.|quartz|logging|test|oauth|^kafka|elasticsearch/.test(key));
  for (const key of others) {
    const setting = settings.read(key);
    if (setting === undefined || !/^(?:jdbc|r2dbc):/.test(setting.text ?? '')) continue;
    const technology = technologyOf(setting);
    if (technology !== undefined && !(embedded.includes(technology) && isLibraryDefault(settings, setting))) return { technology, evidence: setting.evidence, confidence: 'certain' };
  }
  const found = settings.scope.find('code', 'jvm.database.url').find((fact) => fact.value.kind === 'literal');
  const written = found?.value.kind === 'literal' ? databaseOfScheme(found.value.text) : undefined;
  // A server may bring the driver of what it runs.
  if (found === undefined || written === undefined || settings.dependencies(driverPattern).length === 0 && !isWebArchive(settings.scope.application.framework)) return undefined;
  // Nobody else's: the process itself opens the database.
  const isInside = embedded.includes(written) && settings.dependencies(driverPattern).some((fact) => databaseOfArtifact(fact.name.slice('maven:'.length)) === written);
  return { technology: written, evidence: proof(found), confidence: isInside ? 'certain' : 'likely' };
}

/** What a library starts on for want of something better, where the application itself brings the driver of a server. */
function isLibraryDefault({ scope, dependencies }: JvmSettings, setting: JvmSetting): boolean {
  const { root } = scope.application;
  const isInside = ({ path }: Fact['at']): boolean => root === '.' || path.startsWith(`${root}/`);
  const own = dependencies(driverPattern).filter((fact) => isInside(fact.at)).map((fact) => databaseOfArtifact(fact.name.slice('maven:'.length)) ?? '');
  return !setting.evidence.some(({ at }) => isInside(at)) && own.some((technology) => !embedded.includes(technology)) && !own.some((technology) => embedded.includes(technology));
}

function byKind(settings: JvmSettings): Chosen | undefined {
  const named = kindKeys.flatMap((key) => settings.read(key) ?? []);
  const several = settings.keys(/^quarkus\.datasource\.[^.]+\.dbkind$/).flatMap((key) => settings.read(key) ?? []);
  for (const setting of [...named, ...several]) {
    const technology = databaseOfScheme(setting.text) ?? databaseOfClass(setting.text ?? '');
    if (technology !== undefined) return { technology, evidence: setting.evidence, confidence: 'certain' };
  }
  return undefined;
}

interface Driver {
  readonly fact: Fact;
  readonly technology: string;
}

function byDriver(settings: JvmSettings, drivers: readonly Driver[]): Chosen | undefined {
  const access = settings.dependencies(dataAccess)[0];
  // The data source is the server's: what is started beside the archive is what that asks.
  if (drivers.length === 0 && access !== undefined && isWebArchive(settings.scope.application.framework)) return containerOf(settings, null);
  if (drivers.length === 0 || access === undefined && !drivers.some(({ fact }) => fact.name.includes('quarkus-'))) return undefined;
  const unset = ['spring.datasource.url', 'spring.r2dbc.url'].map((key) => settings.read(key)).find((setting) => setting !== undefined);
  const servers = drivers.filter(({ technology }) => !embedded.includes(technology));
  const inside = drivers.filter(({ technology }) => embedded.includes(technology));
  // Without a URL an embedded database on the class path is started; an address that a deployment gives is a server's.
  const candidates = settings.scope.application.framework === 'spring-boot' && unset === undefined && inside.length > 0 ? inside : servers.length > 0 ? servers : inside;
  const [first] = candidates;
  if (first === undefined) return undefined;
  const distinct = new Set(candidates.map(({ technology }) => technology));
  if (distinct.size > 1 && unset === undefined && candidates === servers) {
    const beside = containerOf(settings, distinct);
    if (beside !== undefined) return beside;
  }
  return { technology: first.technology, evidence: [...(unset?.evidence ?? []), ...proof(first.fact, access)], confidence: distinct.size > 1 ? 'possible' : 'likely' };
}

/** Of several drivers, the one whose server is started beside the application. */
function containerOf(settings: JvmSettings, technologies: ReadonlySet<string> | null): Chosen | undefined {
  for (const fact of settings.scope.find('container')) {
    const technology = fact.value.kind === 'literal' ? databaseOfClass(fact.value.text) : undefined;
    if (technology !== undefined && technologies?.has(technology) !== false) return { technology, evidence: proof(fact), confidence: 'likely' };
  }
  return undefined;
}

/** What profiles that are no developer's offer. */
function profileTechnologies(settings: JvmSettings): readonly string[] {
  return settings.offered(/(?:^|\.)(?:url|jdbcurl|dbkind)$/).flatMap((fact) => {
    const value = fact.value.kind === 'env' ? fact.value.fallback : fact.value;
    if (value?.kind !== 'literal' || !/^(?:jdbc|r2dbc):|^\w+$/.test(value.text) || /elasticsearch|rabbit/.test(value.text)) return [];
    return databaseOfScheme(urlParts(value.text)?.scheme ?? value.text) ?? [];
  });
}

/** An embedded database that a profile names is offered; one that only lies on the class path is for development. */
function offersEmbedded(settings: JvmSettings, technology: string): boolean {
  return profileTechnologies(settings).includes(technology);
}

interface DocumentStore {
  readonly technology: string;
  readonly dependencies: RegExp;
  readonly keys: readonly string[];
  readonly marker: string | null;
  /** The starter connects by itself. */
  readonly automatic: RegExp;
}

const documentStores: readonly DocumentStore[] = [
  { technology: 'mongodb', dependencies: /mongo(?!ck)/, keys: ['spring.data.mongodb.uri', 'spring.mongodb.uri', 'spring.data.mongodb.host', 'spring.mongodb.host', 'quarkus.mongodb.connection-string', 'quarkus.mongodb.hosts', 'mongodb.uri', 'spring.data.mongodb.database', 'spring.mongodb.database', 'quarkus.mongodb.database', 'mongodb.url', 'mongo.uri', 'mongo.connectionString', 'mongo.host', 'mongodb.host'], marker: 'jvm.mongo.use', automatic: /spring-boot-starter-data-mongodb|vertx-mongo-client|quarkus-mongodb|micronaut-mongo|quarkus-spring-data-mongo/ },
  { technology: 'cassandra', dependencies: /cassandra/, keys: ['spring.cassandra.contact-points', 'spring.data.cassandra.contact-points', 'quarkus.cassandra.contact-points', 'spring.cassandra.keyspace-name', 'spring.data.cassandra.keyspace-name'], marker: null, automatic: /spring-boot-starter-data-cassandra|cassandra-quarkus/ },
  { technology: 'couchbase', dependencies: /couchbase/, keys: ['spring.couchbase.connection-string', 'quarkus.couchbase.connection-string'], marker: null, automatic: /spring-boot-starter-data-couchbase|quarkus-couchbase/ },
  { technology: 'neo4j', dependencies: /neo4j/, keys: ['spring.neo4j.uri', 'spring.data.neo4j.uri', 'quarkus.neo4j.uri', 'neo4j.uri'], marker: null, automatic: /spring-boot-starter-data-neo4j|quarkus-neo4j/ },
  { technology: 'dynamodb', dependencies: /dynamodb/, keys: ['spring.cloud.aws.dynamodb.endpoint', 'amazon.dynamodb.endpoint', 'quarkus.dynamodb.endpoint-override', 'aws.dynamodb.endpoint'], marker: 'jvm.dynamodb.use', automatic: /spring-cloud-aws-starter-dynamodb|quarkus-amazon-dynamodb/ },
];

export function documentBindings(settings: JvmSettings): readonly Binding[] {
  return documentStores.flatMap((store): readonly Binding[] => {
    const dependency = settings.dependencies(store.dependencies).find((fact) => !/embed|test|mongock|liquibase|actuator|micrometer/.test(fact.name));
    if (dependency === undefined || settings.isOff(new RegExp(store.technology))) return [];
    const setting = settings.read(...store.keys);
    const use = store.marker === null ? undefined : settings.marker(store.marker);
    if (setting === undefined && use === undefined && !store.automatic.test(dependency.name)) return [];
    return [binding({ need: 'document-database', technology: store.technology, evidence: [...(setting?.evidence ?? []), ...proof(dependency, use)], basis: 'driver', confidence: setting === undefined ? 'likely' : 'certain', additional: true })];
  });
}
