/** Scheme of a JDBC or R2DBC URL, or Quarkus's `db-kind` → technology word. */
const schemes: Readonly<Record<string, string>> = {
  postgresql: 'postgresql', postgres: 'postgresql', pgsql: 'postgresql', pg: 'postgresql', mysql: 'mysql', mariadb: 'mariadb', sqlite: 'sqlite', sqlserver: 'sqlserver', mssql: 'sqlserver', jtds: 'sqlserver', oracle: 'oracle',
  h2: 'h2', hsqldb: 'hsqldb', derby: 'derby', db2: 'db2', as400: 'db2', cockroachdb: 'cockroachdb', clickhouse: 'clickhouse', ch: 'clickhouse', dm: 'dameng', kingbase8: 'kingbase', opengauss: 'opengauss', oceanbase: 'oceanbase', firebirdsql: 'firebird', informix: 'informix', snowflake: 'snowflake',
  redshift: 'redshift', sap: 'hana', tdengine: 'tdengine', mongodb: 'mongodb',
};

export function databaseOfScheme(scheme: string | null): string | undefined {
  return scheme === null ? undefined : schemes[scheme.toLowerCase()];
}

/** Class of a driver, dialect of a mapper, name of a platform → technology word. */
export function databaseOfClass(name: string): string | undefined {
  const word = name.toLowerCase();
  if (/cockroach/.test(word)) return 'cockroachdb';
  return (['postgres', 'mariadb', 'mysql', 'sqlite', 'sqlserver', 'mssql', 'oracle', 'hsql', 'derby', 'db2', 'clickhouse', 'h2'] as const)
    .filter((part) => word.includes(part))
    .map((part) => ({ postgres: 'postgresql', mariadb: 'mariadb', mysql: 'mysql', sqlite: 'sqlite', sqlserver: 'sqlserver', mssql: 'sqlserver', oracle: 'oracle', hsql: 'hsqldb', derby: 'derby', db2: 'db2', clickhouse: 'clickhouse', h2: 'h2' })[part])[0];
}

/** Databases that run inside the process when nothing else is configured. */
export const embedded: readonly string[] = ['h2', 'hsqldb', 'derby'];

const artifacts: readonly (readonly [RegExp, string])[] = [
  [/^org\.postgresql:(?:postgresql|r2dbc-postgresql)$|^io\.r2dbc:r2dbc-postgresql$|^io\.quarkus:quarkus-(?:jdbc-postgresql|reactive-pg-client)$|^io\.vertx:vertx-pg-client$|^com\.impossibl\.pgjdbc-ng:|:micronaut-jdbc-postgresql$|^software\.amazon\.jdbc:|^com\.github\.jasync-sql:jasync-postgresql$/, 'postgresql'],
  [/^com\.mysql:mysql-connector-j$|^mysql:mysql-connector-(?:java|j|mxj)$|^io\.asyncer:r2dbc-mysql$|^dev\.miku:r2dbc-mysql$|^io\.quarkus:quarkus-(?:jdbc-mysql|reactive-mysql-client)$|^io\.vertx:vertx-mysql-client$|^com\.github\.jasync-sql:jasync-(?:r2dbc-)?mysql$/, 'mysql'],
  [/^org\.mariadb\.jdbc:mariadb-java-client$|^org\.mariadb:r2dbc-mariadb$|^io\.quarkus:quarkus-jdbc-mariadb$/, 'mariadb'],
  [/^org\.xerial:sqlite-jdbc$|^io\.quarkiverse\.jdbc:quarkus-jdbc-sqlite$/, 'sqlite'],
  [/^com\.microsoft\.sqlserver:mssql-jdbc$|^net\.sourceforge\.jtds:jtds$|^io\.r2dbc:r2dbc-mssql$|^io\.quarkus:quarkus-(?:jdbc-mssql|reactive-mssql-client)$/, 'sqlserver'],
  [/^com\.oracle\.(?:database\.(?:jdbc|r2dbc)|jdbc|ojdbc):|^com\.oracle:ojdbc|^io\.quarkus:quarkus-(?:jdbc-oracle|reactive-oracle-client)$/, 'oracle'],
  [/^com\.h2database:h2$|^io\.r2dbc:r2dbc-h2$|^io\.quarkus:quarkus-jdbc-h2$/, 'h2'],
  [/^org\.hsqldb:hsqldb$/, 'hsqldb'],
  [/^org\.apache\.derby:derby(?:client|tools)?$|^io\.quarkus:quarkus-jdbc-derby$/, 'derby'],
  [/^com\.ibm\.db2:jcc$|^com\.ibm\.db2\.jcc:|^io\.quarkus:quarkus-(?:jdbc-db2|reactive-db2-client)$/, 'db2'],
  [/^com\.clickhouse:clickhouse-(?:jdbc|http-client|r2dbc)$|^ru\.yandex\.clickhouse:/, 'clickhouse'],
];

export const driverPattern = new RegExp(artifacts.map(([pattern]) => pattern.source).join('|'));

export function databaseOfArtifact(name: string): string | undefined {
  return artifacts.find(([pattern]) => pattern.test(name))?.[1];
}

/** What opens a data source as soon as it is there. */
export const dataAccess =
  /^org\.springframework\.boot:spring-boot-starter-(?:data-jpa|data-jdbc|jdbc|jooq|data-r2dbc|r2dbc|liquibase|flyway)$|^org\.mybatis\.spring\.boot:|^com\.baomidou:(?:mybatis-plus|dynamic-datasource)|^com\.alibaba:druid|^tk\.mybatis:|^org\.flywaydb:|^org\.liquibase:|^org\.hibernate(?:\.orm)?:hibernate-(?:core|entitymanager)$|^com\.zaxxer:HikariCP$|^org\.jooq:jooq$|^org\.jetbrains\.exposed:|^app\.cash\.sqldelight:|^org\.jdbi:|^io\.ebean:|^io\.quarkus:quarkus-(?:hibernate|agroal|flyway|liquibase)|^io\.micronaut\.(?:sql|data|flyway|liquibase):|^org\.ktorm:|^com\.beetl|^org\.springframework:spring-(?:jdbc|orm)$|^org\.springframework\.data:spring-data-(?:jpa|jdbc)$|^com\.github\.pagehelper:|^org\.eclipse\.persistence:|^org\.mybatis:|^io\.dropwizard:dropwizard-(?:db|jdbi3?|hibernate|migrations)$|^io\.helidon\.(?:dbclient|integrations\.(?:cdi|jdbc|jpa))|^io\.vertx:vertx-(?:jdbc|pg|mysql)-client$|^org\.playframework:play-(?:jdbc|java-jpa|slick|ebean)|^com\.typesafe\.(?:play:play-(?:jdbc|java-jpa|slick|ebean)|slick:)|^org\.(?:scalikejdbc|playframework\.anorm|tpolecat|sql2o):|^io\.getquill:|^com\.github\.seratch:kotliquery$|^(?:org\.apache\.commons:commons-dbcp2|commons-dbcp:commons-dbcp|com\.mchange:c3p0)$/;
