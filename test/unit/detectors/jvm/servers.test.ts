import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';
import { boot, pom, shop } from './support';

interface Case {
  readonly name: string;
  readonly files: Files;
  /** `need: technology`; `compute` is left out. */
  readonly needs: readonly string[];
}

const war = (dependencies: readonly string[], files: Files, build = ''): Files => ({
  'pom.xml': pom(dependencies, { parent: '', body: `<packaging>war</packaging>${build}` }),
  'src/main/java/a/Thing.java': 'class Thing {}',
  ...files,
});
const platform = 'jakarta.platform:jakarta.jakartaee-api@provided';
const web = (body: string): Files => ({ 'src/main/webapp/WEB-INF/web.xml': `<web-app>${body}</web-app>` });
const unit = (properties: string): Files => ({ 'src/main/resources/META-INF/persistence.xml': `<persistence><persistence-unit name="a"><properties>${properties}</properties></persistence-unit></persistence>` });

const archives: readonly Case[] = [
  { name: 'a dialect of the persistence unit', files: war([platform], unit('<property name="hibernate.dialect" value="org.hibernate.dialect.MySQL8Dialect"/>')), needs: ['relational-database: mysql'] },
  { name: 'a URL of the persistence unit', files: war([platform], unit('<property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://db/shop"/>')), needs: ['relational-database: postgresql'] },
  { name: 'a persistence unit of the tests', files: war([platform], { 'src/test/resources/META-INF/persistence.xml': '<persistence><property name="hibernate.dialect" value="H2Dialect"/></persistence>' }), needs: [] },
  { name: 'a data source of the descriptor', files: war([platform], web('<data-source><name>java:app/Shop</name><url>jdbc:mariadb://db/shop</url></data-source>')), needs: ['relational-database: mariadb'] },
  { name: 'a property of the build in the descriptor', files: war([platform], web('<data-source><url>${db.url}</url></data-source>'), '<properties><db.url>jdbc:postgresql://db/shop</db.url></properties>'), needs: ['relational-database: postgresql'] },
  { name: 'the archive before one of several servers', files: war([platform], { ...web('<data-source><url>${db.url}</url></data-source>'), 'src/main/liberty/config/server.xml': '<server><dataSource><properties url="jdbc:hsqldb:mem:a"/></dataSource></server>' }, '<properties><db.url>jdbc:h2:file:./data</db.url></properties>'), needs: ['relational-database: h2'] },
  { name: 'a product in the element of a server', files: war([platform], { 'src/main/liberty/config/server.xml': '<server><dataSource jndiName="jdbc/shop"><properties.postgresql serverName="db"/></dataSource></server>' }), needs: ['relational-database: postgresql'] },
  { name: 'a resource of Tomcat', files: war([platform], { 'src/main/webapp/META-INF/context.xml': '<Context><Resource name="jdbc/shop" type="javax.sql.DataSource" driverClassName="com.mysql.cj.jdbc.Driver" url="jdbc:mysql://localhost/shop"/></Context>' }), needs: ['relational-database: mysql'] },
  { name: 'a data source of JBoss', files: war([platform], { 'src/main/webapp/WEB-INF/shop-ds.xml': '<datasources><datasource jndi-name="java:jboss/shop"><connection-url>jdbc:h2:mem:shop</connection-url><driver>h2</driver></datasource></datasources>' }), needs: ['relational-database: h2'] },
  { name: 'Hibernate by its own file', files: war([platform], { 'src/main/resources/hibernate.cfg.xml': '<hibernate-configuration><session-factory><property name="connection.url">jdbc:mysql://localhost/shop</property></session-factory></hibernate-configuration>' }), needs: ['relational-database: mysql'] },
  { name: 'a bean of Spring with the placeholder of a file', files: war(['org.springframework:spring-webmvc', 'mysql:mysql-connector-java'], { ...web(''), 'src/main/resources/applicationContext.xml': '<beans><bean id="dataSource" class="com.alibaba.druid.pool.DruidDataSource"><property name="url" value="${jdbc.url}"/></bean></beans>', 'src/main/resources/jdbc.properties': 'jdbc.url=jdbc:mysql://localhost:3306/shop\njdbc.password=geheim\n' }), needs: ['relational-database: mysql'] },
  { name: 'a URL in the code, whose driver the server brings', files: war(['javax.servlet:javax.servlet-api@provided'], { 'src/main/java/a/util/DBConnection.java': 'class DBConnection { Connection c = DriverManager.getConnection("jdbc:mysql://localhost/shop"); }' }), needs: ['relational-database: mysql'] },
  { name: 'properties in XML', files: war([platform], { 'src/main/resources/META-INF/conf/datasource-settings.xml': '<properties><entry key="className">org.h2.jdbcx.JdbcDataSource</entry><entry key="url">jdbc:h2:mem:a</entry></properties>' }), needs: ['relational-database: h2'] },
  { name: 'the data source of the server, by what is started beside the archive', files: war([platform, 'org.eclipse.persistence:org.eclipse.persistence.jpa'], { 'docker-compose.yml': 'services:\n  db:\n    image: postgres:16\n  app:\n    build: .\n' }), needs: ['relational-database: postgresql'] },
  { name: 'a container beside an archive that reads no database', files: war([platform], { 'docker-compose.yml': 'services:\n  db:\n    image: postgres:16\n  app:\n    build: .\n' }), needs: [] },
  { name: 'settings deep in a package, an index in a package of its own', files: war([platform, 'org.apache.lucene:lucene-queryparser'], { 'src/main/resources/org/acme/shop/web/config/shop.properties': 'database.host=db\nmediafiles.storage.dir=/data/media\n', 'src/main/java/a/search/lucene/WriteOperation.java': 'class WriteOperation { IndexWriter writer; }', 'src/main/java/a/MediaFile.java': 'class MediaFile { void save() { Files.copy(in, target); } }' }), needs: ['search: lucene', 'file-storage: local'] },
  { name: 'queues of the server', files: war([platform], { 'src/main/java/a/OrderConsumer.java': '@MessageDriven class OrderConsumer {}' }), needs: ['queue: jms'] },
  { name: 'a client of a broker before the word of the platform', files: war([platform, 'org.apache.activemq:activemq-client'], { 'src/main/java/a/OrderConsumer.java': '@MessageDriven class OrderConsumer {}' }), needs: ['queue: activemq'] },
  { name: 'a timetable of beans', files: war([platform], { 'src/main/java/a/CleanupJob.java': 'class CleanupJob { @Schedule(hour = "1") void run() {} }' }), needs: ['scheduler: ejb-timer'] },
  { name: 'sessions by their time-out', files: war([platform], web('<session-config><session-timeout>30</session-timeout></session-config>')), needs: ['sessions: memory'] },
  { name: 'sessions by the pages of Faces', files: war([platform], web('<servlet><servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>')), needs: ['sessions: memory'] },
  { name: 'an endpoint of the platform, in a package that says so', files: war([platform], { 'src/main/java/a/websocket/PriceFeed.java': '@ServerEndpoint("/prices") class PriceFeed {}' }), needs: ['realtime: ws'] },
  { name: 'files for browsers', files: war([platform], { 'src/main/webapp/css/shop.css': '' }), needs: ['static-assets: bundled'] },
  { name: 'mail of the platform', files: war([platform], { 'src/main/java/a/MailService.java': 'class MailService { void send(MimeMessage m) { Transport.send(m); } }' }), needs: ['mail: smtp'] },
];

const ide = (files: Files): Files => ({ 'shop/WebContent/WEB-INF/web.xml': '<web-app><servlet><servlet-name>a</servlet-name></servlet><session-config><session-timeout>5</session-timeout></session-config></web-app>', 'shop/src/a/Login.java': 'class Login {}', ...files });

const projects: readonly Case[] = [
  { name: 'a project of an IDE', files: ide({ 'shop/src/a/dao/Conexao.java': 'class Conexao { Connection c = DriverManager.getConnection("jdbc:mysql://localhost/loja"); }' }), needs: ['sessions: memory', 'relational-database: mysql'] },
  { name: 'beans in a project beside', files: ide({ 'beans/ejbModule/META-INF/persistence.xml': '<persistence><property name="hibernate.dialect" value="org.hibernate.dialect.PostgreSQLDialect"/></persistence>' }), needs: ['sessions: memory', 'relational-database: postgresql'] },
];

const dropwizard = (files: Files): Files => ({
  'pom.xml': pom(['io.dropwizard:dropwizard-core', 'org.postgresql:postgresql', 'io.dropwizard:dropwizard-jdbi3'], { parent: '', body: '<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId></plugin></plugins></build>' }),
  'src/main/java/a/ShopApplication.java': 'class ShopApplication extends Application<ShopConfiguration> {}',
  ...files,
});

const configurations: readonly Case[] = [
  { name: 'Dropwizard by a file of any name', files: dropwizard({ 'shop.yml': 'server:\n  applicationConnectors:\n    - type: http\ndatabase:\n  driverClass: org.postgresql.Driver\n  url: jdbc:postgresql://${DB_HOST:-localhost}/shop\n  password: ${DB_PASSWORD}\nlogging:\n  appenders:\n    - type: sentry\n      dsn: ${SENTRY_DSN}\n    - type: console\n' }), needs: ['relational-database: postgresql', 'monitoring: sentry', 'secrets: env'] },
  { name: 'Dropwizard: production before a developer', files: dropwizard({ 'config/dev.yml': 'database:\n  driverClass: org.h2.Driver\n  url: jdbc:h2:mem:a\n', 'config/prod.yml': 'database:\n  driverClass: com.mysql.cj.jdbc.Driver\n  url: jdbc:mysql://db/shop\n' }), needs: ['relational-database: mysql'] },
  { name: 'a folder for each profile', files: dropwizard({ 'src/main/resources/profiles/mysql/database.properties': 'db.url=jdbc:mysql://db/shop\n' }), needs: ['relational-database: postgresql'] },
  { name: 'Javalin, started by a class that only calls another', files: { 'build.gradle': "apply plugin: 'application'\nmainClassName = 'a.AppKt'\ndependencies {\n  implementation 'io.javalin:javalin:6.1.0'\n  implementation 'com.zaxxer:HikariCP:5.1.0'\n  implementation 'com.h2database:h2:2.2'\n  runtimeOnly 'org.postgresql:postgresql:42.7.3'\n}\n", 'src/main/kotlin/a/App.kt': 'fun main() { AppConfig().setup().start() }\n', 'src/main/resources/koin.properties': '#jdbc.url=jdbc:postgresql://localhost/a\njdbc.url=jdbc:h2:mem:api\n' }, needs: ['relational-database: h2'] },
  { name: 'Javalin in a library', files: { 'build.gradle': "plugins { id 'java-library' }\ndependencies {\n  implementation 'io.javalin:javalin:6.1.0'\n}\n", 'src/main/java/a/App.java': 'class App { public static void main(String[] args) {} }\n' }, needs: [] },
  { name: 'Micronaut: caches by name', files: { 'build.gradle': 'plugins { id("io.micronaut.application") version "4.4.2" }\ndependencies {\n implementation("io.micronaut:micronaut-http-server-netty")\n implementation("io.micronaut.cache:micronaut-cache-caffeine")\n}\n', 'src/main/java/a/Application.java': 'class Application { void main() { Micronaut.run(Application.class); } }', 'src/main/resources/application.yml': 'micronaut:\n  caches:\n    members:\n      maximum-size: 600\n' }, needs: ['cache: memory'] },
  { name: 'a temporary file is no storage', files: shop([], { 'src/main/java/a/FileService.java': 'class FileService { void up(MultipartFile f) { File t = File.createTempFile("a", "b"); new FileOutputStream(t); } }' }), needs: [] },
  { name: 'a temporary file that is moved somewhere', files: shop([], { 'src/main/java/a/FileService.java': 'class FileService { void up(MultipartFile f) { File t = File.createTempFile("a", "b"); Files.move(t, target); } }' }), needs: ['file-storage: local'] },
  { name: 'compose and manifests are no settings', files: shop([], { 'docker-compose.dev.yml': 'services:\n  db:\n    image: a\n    environment:\n      URL: jdbc:mysql://db/shop\n', 'config/deploy.yml': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  url: jdbc:mysql://db/shop\n' }), needs: [] },
  { name: 'a password of the environment that code asks for', files: { 'build.gradle.kts': 'plugins { application }\ndependencies {\n  implementation("io.ktor:ktor-server-netty:3.0.0")\n}\n', 'src/main/kotlin/Application.kt': 'fun main() { embeddedServer(Netty) {} }\nval password = System.getenv("DB_PASSWORD")\n' }, needs: ['secrets: env'] },
  { name: 'traces by Zipkin', files: shop(['io.zipkin.reporter2:zipkin-reporter']), needs: ['monitoring: zipkin'] },
  { name: 'a search engine by a setting of one\'s own', files: shop(['org.elasticsearch.client:elasticsearch-rest-high-level-client'], { 'src/main/resources/application.yml': 'elastic:\n  host: ${ELASTIC_HOST:localhost}\n' }), needs: ['search: elasticsearch'] },
  { name: 'Quarkus: a search engine that only the cluster names', files: { 'pom.xml': pom(['io.quarkus:quarkus-rest', 'io.quarkus:quarkus-hibernate-search-standalone-elasticsearch'], { parent: '', body: '<build><plugins><plugin><groupId>io.quarkus</groupId><artifactId>quarkus-maven-plugin</artifactId><executions><execution/></executions></plugin></plugins></build>' }), 'src/main/resources/application.properties': 'quarkus.hibernate-search-standalone.elasticsearch.version=elastic:9.0\n' }, needs: ['search: elasticsearch'] },
  { name: 'metrics that go to Elastic are no search', files: shop(['org.elasticsearch.client:elasticsearch-rest-high-level-client'], { 'src/main/resources/application.yml': 'management.elastic.metrics.export.host: http://elastic\n' }), needs: [] },
  { name: 'a front end that Gradle takes from the project of the front end', files: { 'build.gradle': 'plugins { id "org.springframework.boot" version "3.4.1" }\ndependencies {\n  implementation "org.springframework.boot:spring-boot-starter-web"\n}\ntask copyUI(type: Copy) {\n  from tasks.getByPath(":ui:assemble").outputs\n  into "${projectDir}/src/main/resources/static"\n}\n', 'src/main/java/a/ShopApplication.java': '@SpringBootApplication class ShopApplication {}' }, needs: ['static-assets: bundled'] },
  { name: 'a front end that Gradle copies into the archive', files: { 'build.gradle.kts': 'plugins { id("org.springframework.boot") version "3.4.1" }\nval webui = "$rootDir/webui"\ndependencies {\n  implementation("org.springframework.boot:spring-boot-starter-web")\n}\ntasks.register<Sync>("copyDist") {\n  from("$webui/dist/")\n  into("$projectDir/src/main/resources/public/")\n}\n', 'src/main/java/a/ShopApplication.java': '@SpringBootApplication class ShopApplication {}' }, needs: ['static-assets: bundled'] },
  { name: 'documentation that Gradle copies', files: { 'build.gradle': 'plugins { id "org.springframework.boot" version "3.4.1" }\ndependencies {\n  implementation "org.springframework.boot:spring-boot-starter-web"\n}\nbootJar {\n  from("${asciidoctor.outputDir}/html5") {\n    into "static"\n  }\n}\n', 'src/main/java/a/ShopApplication.java': '@SpringBootApplication class ShopApplication {}' }, needs: [] },
  { name: 'a front end that Maven copies into the archive', files: { 'pom.xml': pom([`${boot}-web`], { body: '<build><resources><resource><directory>../ui/dist</directory><targetPath>static</targetPath></resource></resources></build>' }), 'src/main/java/a/ShopApplication.java': '@SpringBootApplication class ShopApplication {}' }, needs: ['static-assets: bundled'] },
];

const shade = '<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId></plugin></plugins></build>';
/** Two verticles of one build over a module that both share. */
const verticles = (files: Files): Files => ({
  'common/pom.xml': pom(['io.vertx:vertx-core', 'io.vertx:vertx-web', 'io.vertx:vertx-jdbc-client', 'mysql:mysql-connector-java'], { parent: '', artifact: 'common' }),
  'common/src/main/java/a/BaseVerticle.java': 'public abstract class BaseVerticle extends AbstractVerticle { void sessions() { SessionHandler.create(store); } }',
  'orders/pom.xml': pom(['a:common', 'io.vertx:vertx-mongo-client'], { parent: '', artifact: 'orders', body: shade }),
  'orders/src/main/java/a/OrdersVerticle.java': 'public class OrdersVerticle extends BaseVerticle {}',
  ...files,
});

const vertx: readonly Case[] = [
  { name: 'verticles of a shared base, without what that only offers', files: verticles({}), needs: ['document-database: mongodb'] },
  { name: 'a verticle with a JSON file, a socket and files for browsers', files: verticles({ 'orders/src/config/docker.json': '{ "url": "jdbc:postgresql://db/orders", "redis.host": "redis" }', 'orders/src/main/java/a/OrdersVerticle.java': 'public class OrdersVerticle extends BaseVerticle { void start() { SockJSHandler.create(vertx); StaticHandler.create(); UserSessionHandler.create(auth); } }', 'orders/src/main/resources/webroot/a.css': '' }), needs: ['document-database: mongodb', 'relational-database: postgresql', 'realtime: ws', 'sessions: memory', 'static-assets: bundled'] },
  { name: 'the files beside the sources of another application', files: verticles({ 'gate/pom.xml': pom(['a:orders'], { parent: '', artifact: 'gate', body: shade }), 'gate/src/main/java/a/GateVerticle.java': 'public class GateVerticle extends BaseVerticle {}', 'orders/src/config/prod.json': '{ "url": "jdbc:postgresql://db/orders" }' }), needs: ['document-database: mongodb', 'relational-database: postgresql', 'document-database: mongodb'] },
];

const drivers = ['org.hsqldb:hsqldb', 'com.mysql:mysql-connector-j', 'org.postgresql:postgresql', 'org.mariadb.jdbc:mariadb-java-client', 'com.microsoft.sqlserver:mssql-jdbc', 'com.oracle.database.jdbc:ojdbc11'];
const embeddedServer = (files: Files): Files => ({
  'pom.xml': pom([], { artifact: 'parent', parent: '', body: '<packaging>pom</packaging><modules><module>server</module><module>distribution</module></modules>' }),
  'server/pom.xml': pom(['org.eclipse.jetty:jetty-server', ...drivers], { artifact: 'server', parent: '' }),
  'server/src/main/webapp/WEB-INF/web.xml': '<web-app><servlet><servlet-name>a</servlet-name></servlet></web-app>',
  'distribution/pom.xml': pom(['a:server'], { artifact: 'distribution', parent: '', body: '<packaging>pom</packaging>' }),
  Dockerfile: 'FROM eclipse-temurin:21\nCOPY --from=build /src/distribution/target/base /opt\n',
  ...files,
});

const embeddedServers: readonly Case[] = [
  { name: 'pages of an embedded server, and what is installed beside it', files: embeddedServer({ 'server/src/main/webapp/style/a.css': '', 'distribution/src/resources/log4j2.xml': '<Configuration><Appenders><RollingFile name="f" fileName="a.log"/></Appenders><Loggers><Root><AppenderRef ref="f"/></Root></Loggers></Configuration>' }), needs: ['static-assets: bundled', 'monitoring: log-file'] },
  { name: 'the database that the process opens itself, of many that it can speak to', files: embeddedServer({ 'server/src/main/java/a/EmbeddedConnectionProvider.java': 'class EmbeddedConnectionProvider { void start() { url = "jdbc:hsqldb:" + folder.resolve("shop"); } }', 'server/src/main/java/a/DbManager.java': 'class DbManager { boolean isPostgres() { return url.startsWith("jdbc:postgresql:"); } }' }), needs: ['relational-database: hsqldb'] },
  { name: 'many databases, of which none is its own', files: embeddedServer({ 'server/src/main/java/a/ConnectionFactory.java': 'class ConnectionFactory { String url = "jdbc:postgresql://" + host; }' }), needs: [] },
];

describe('JVM applications beside Spring Boot', () => {
  for (const [title, cases] of Object.entries({ archives, projects, configurations, vertx, embeddedServers })) {
    describe(title, () => {
      for (const { name, files, needs } of cases) {
        it(name, async () => {
          const found = (await readWorkspace(files)).needs.filter(({ id }) => id !== 'compute');
          assert.deepEqual(found.map(({ id, technology }) => `${id}: ${technology}`).sort(), [...needs].sort());
        });
      }
    });
  }

  it('keeps no credential of a descriptor', async () => {
    const { scopes } = await readWorkspace(war([platform], { ...web('<data-source><url>jdbc:mysql://ich:geheim1@db/shop?password=geheim2</url><password>geheim3</password></data-source>'), 'src/main/resources/jdbc.properties': 'jdbc.url=jdbc:mysql://db/shop\njdbc.password=geheim4\n' }));
    assert.doesNotMatch(JSON.stringify(scopes[0]?.facts), /geheim/);
    assert.equal(scopes.length, 1);
  });

  it('leaves a descriptor without sources alone', async () => {
    assert.deepEqual((await readWorkspace({ 'WebContent/WEB-INF/web.xml': '<web-app><servlet/></web-app>' })).applications, []);
  });
});
