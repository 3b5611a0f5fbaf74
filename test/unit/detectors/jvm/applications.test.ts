import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';
import { boot, mainClass, pom, shop } from './support';

interface Case {
  readonly name: string;
  readonly files: Files;
  /** `root framework version`, includes behind. */
  readonly applications: readonly string[];
}

const quarkus = { parent: '', body: '<build><plugins><plugin><groupId>io.quarkus.platform</groupId><artifactId>quarkus-maven-plugin</artifactId><version>3.15.1</version></plugin></plugins></build>' };

const packs = (plugin: string, configuration: string): string => `<build><plugins><plugin><artifactId>${plugin}</artifactId><configuration>${configuration}</configuration></plugin></plugins></build>`;

const cases: readonly Case[] = [
  { name: 'a class that starts Spring Boot', files: shop([]), applications: ['. spring-boot 3.4'] },
  { name: 'a library with the starter and no class to start', files: { 'pom.xml': pom([`${boot}-web`]), 'src/main/java/a/Greeter.java': 'class Greeter {}' }, applications: [] },
  { name: 'an embedded Jetty that an image runs', files: { 'build.gradle': 'plugins { id "java" }\ndependencies { implementation "org.eclipse.jetty:jetty-server:$v" }\n', 'src/main/java/a/Main.java': 'class Main { public static void main(String[] args) {} }', Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "shop.jar"]\n' }, applications: ['. jetty null'] },
  { name: 'an embedded Jetty of a tool', files: { 'build.gradle': 'plugins { id "java" }\ndependencies { implementation "org.eclipse.jetty:jetty-server:$v" }\n', 'src/main/java/a/Main.java': 'class Main { public static void main(String[] args) {} }' }, applications: [] },
  { name: 'a class that the build packs as the one to start, whatever its name', files: { 'pom.xml': pom(['io.dropwizard:dropwizard-core'], { parent: '', body: packs('jib-maven-plugin', '<container><mainClass>a.shop.OrdersService</mainClass></container>') }), 'src/main/java/a/shop/OrdersService.java': 'class OrdersService extends Application<OrdersConfiguration> {}' }, applications: ['. dropwizard null'] },
  { name: 'a class of another project that the build packs', files: { 'pom.xml': pom(['io.dropwizard:dropwizard-core'], { parent: '', body: packs('jib-maven-plugin', '<container><mainClass>b.Elsewhere</mainClass></container>') }), 'src/main/java/a/shop/OrdersService.java': 'class OrdersService {}' }, applications: [] },
  { name: 'a class that the build only runs', files: { 'pom.xml': pom(['io.dropwizard:dropwizard-core'], { parent: '', body: `<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId></plugin><plugin><artifactId>exec-maven-plugin</artifactId><configuration><mainClass>a.shop.Generate</mainClass></configuration></plugin></plugins></build>` }), 'src/main/java/a/shop/Generate.java': 'class Generate {}' }, applications: [] },
  {
    name: 'pages beside an embedded Jetty, which a launcher loads from an archive',
    files: {
      'pom.xml': pom([], { artifact: 'parent', parent: '', body: '<packaging>pom</packaging><modules><module>server</module><module>starter</module></modules>' }),
      'server/pom.xml': pom(['org.eclipse.jetty:jetty-server'], { artifact: 'server', parent: '' }), 'server/src/main/webapp/WEB-INF/web.xml': '<web-app><servlet><servlet-name>a</servlet-name></servlet></web-app>',
      'starter/pom.xml': pom([], { artifact: 'starter', parent: '' }), 'starter/src/main/java/a/ServerStarter.java': 'class ServerStarter { public static void main(String[] args) {} }',
      'build/ci/updater/pom.xml': pom(['a:server'], { artifact: 'updater', parent: '' }), 'build/ci/updater/src/main/java/a/Main.java': 'class Main { public static void main(String[] args) {} }',
      Dockerfile: 'FROM eclipse-temurin:21\nCOPY --from=build /src/distribution/target/base /opt\n',
    },
    applications: ['server jetty null includes Dockerfile'],
  },
  { name: 'an archive of pages that an embedded Jetty tests', files: { 'pom.xml': pom(['org.eclipse.jetty:jetty-server@test'], { parent: '' }), 'src/main/webapp/WEB-INF/web.xml': '<web-app><servlet><servlet-name>a</servlet-name></servlet></web-app>', Dockerfile: 'FROM eclipse-temurin:21\n' }, applications: [] },
  {
    name: 'pages beside an embedded Jetty that another module starts',
    files: {
      'pages/pom.xml': pom(['org.eclipse.jetty:jetty-server'], { artifact: 'pages', parent: '' }), 'pages/src/main/webapp/WEB-INF/web.xml': '<web-app><servlet><servlet-name>a</servlet-name></servlet></web-app>',
      'server/pom.xml': pom(['a:pages'], { artifact: 'server', parent: '' }), 'server/src/main/java/a/Main.java': 'class Main { public static void main(String[] args) {} }',
      Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "server.jar"]\n',
    },
    applications: ['server jetty null includes Dockerfile pages'],
  },
  { name: 'a class that starts, in a comment', files: { 'pom.xml': pom([`${boot}-web`]), 'src/main/java/a/ShopApplication.java': '// @SpringBootApplication\nclass ShopApplication {}' }, applications: [] },
  { name: 'a class that starts, of the tests', files: { 'pom.xml': pom([`${boot}-web`]), 'src/test/java/a/TestApplication.java': mainClass }, applications: [] },
  {
    name: 'modules of Maven: the libraries of one application belong to it',
    files: {
      'pom.xml': pom([], { artifact: 'shop', body: '<packaging>pom</packaging><modules><module>web</module><module>core</module></modules>' }),
      'core/pom.xml': pom([`${boot}-data-jpa`], { artifact: 'shop-core', parent: '<parent><groupId>a</groupId><artifactId>shop</artifactId></parent>' }),
      'web/pom.xml': pom(['a:shop-core'], { artifact: 'shop-web', parent: '<parent><groupId>a</groupId><artifactId>shop</artifactId></parent>' }),
      'web/src/main/java/a/WebApplication.java': mainClass,
    },
    applications: ['web spring-boot 3.4 includes core pom.xml'],
  },
  { name: 'no driver of tests beside what it drives', files: { 'ui/pom.xml': pom([boot], { artifact: 'ui' }), 'ui/src/main/java/a/UiApplication.java': mainClass, 'testdriver/pom.xml': pom([boot], { artifact: 'testdriver' }), 'testdriver/src/main/java/a/TestApplication.java': mainClass }, applications: ['ui spring-boot 3.4'] },
  {
    name: 'samples beside a library',
    files: {
      'starter/pom.xml': pom([boot], { artifact: 'acme-spring-boot-starter' }),
      'starter/src/main/java/a/AcmeAutoConfiguration.java': 'class AcmeAutoConfiguration {}',
      'acme-sample-web/pom.xml': pom([boot], { artifact: 'acme-sample-web' }),
      'acme-sample-web/src/main/java/a/SampleApplication.java': mainClass,
    },
    applications: [],
  },
  {
    name: 'several services of one repository',
    files: {
      'orders/pom.xml': pom([boot], { artifact: 'orders' }), 'orders/src/main/java/a/OrdersApplication.java': mainClass,
      'mails/pom.xml': pom([boot], { artifact: 'mails' }), 'mails/src/main/java/a/MailsApplication.java': mainClass,
      'orders-tests/pom.xml': pom([boot], { artifact: 'orders-tests' }), 'orders-tests/src/main/java/a/TestApp.java': mainClass,
    },
    applications: ['mails spring-boot 3.4', 'orders spring-boot 3.4'],
  },
  {
    name: 'services with images, and none that puts them together to try them',
    files: {
      'orders/pom.xml': pom([boot], { artifact: 'orders' }), 'orders/src/main/java/a/OrdersApplication.java': mainClass, 'orders/src/main/docker/Dockerfile': 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "orders.jar"]\n',
      'mails/pom.xml': pom([boot], { artifact: 'mails' }), 'mails/src/main/java/a/MailsApplication.java': mainClass, 'mails/src/main/docker/Dockerfile': 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "mails.jar"]\n',
      'assembly/pom.xml': pom(['a:orders', 'a:mails'], { artifact: 'assembly' }), 'assembly/src/main/java/a/AssemblyApplication.java': mainClass,
    },
    applications: ['mails spring-boot 3.4', 'orders spring-boot 3.4'],
  },
  {
    name: 'a part that starts alone for development, of a program that serves by a command',
    files: {
      'settings.gradle': 'include "cli", "web"\n',
      'web/build.gradle': 'dependencies {\n  implementation "io.micronaut:micronaut-http-server-netty"\n}\n', 'web/src/main/java/a/Application.java': 'class Application { public static void main(String[] args) { Micronaut.run(Application.class); } }',
      'cli/build.gradle': 'dependencies {\n  implementation "io.micronaut:micronaut-management"\n  implementation project(":web")\n}\n', 'cli/src/main/java/a/App.java': 'class App { public static void main(String[] args) { new CommandLine(cls, new MicronautFactory(context)).execute(args); } }', 'cli/src/main/resources/application.yml': 'micronaut.application.name: shop\n',
    },
    applications: ['cli micronaut null includes web'],
  },
  {
    name: 'an image that unpacks what the build calls otherwise than the folder',
    files: {
      'agent/pom.xml': pom([boot], { artifact: 'shop-agent', body: '<build><finalName>acme-shop-agent-${revision}</finalName></build>' }), 'agent/src/main/java/a/AgentApplication.java': mainClass,
      'server/pom.xml': pom([boot], { artifact: 'shop-server', body: '<build><finalName>acme-shop-${revision}</finalName></build>' }), 'server/src/main/java/a/ServerApplication.java': mainClass,
      'docker/agent/Dockerfile': 'FROM eclipse-temurin:21\nADD acme-shop-agent-[0-9]*-bin.tar.gz /opt/\n', 'docker/server/Dockerfile': 'FROM eclipse-temurin:21\nADD acme-shop-1.*-bin.tar.gz /opt/\n',
    },
    applications: ['agent spring-boot 3.4 includes docker/agent/Dockerfile', 'server spring-boot 3.4 includes docker/server/Dockerfile'],
  },
  {
    name: 'a folder that the settings of the build leave out',
    files: {
      'settings.gradle': 'include "orders:orders-main"\ninclude \'mails\'\n',
      'orders/orders-main/build.gradle': 'plugins { id "org.springframework.boot" }\n', 'orders/orders-main/src/main/java/a/OrdersApplication.java': mainClass,
      'mails/build.gradle': 'plugins { id "org.springframework.boot" }\n', 'mails/src/main/java/a/MailsApplication.java': mainClass,
      'search/build.gradle': 'plugins { id "org.springframework.boot" }\n', 'search/src/main/java/a/SearchApplication.java': mainClass,
    },
    applications: ['mails spring-boot null', 'orders/orders-main spring-boot null'],
  },
  {
    name: 'folders that the settings of the build find by code, and one with a build of its own',
    files: {
      'settings.gradle.kts': 'include("orders")\nfile("parts").listFiles()?.forEach { include(it.name) }\n',
      'orders/build.gradle': 'plugins { id "org.springframework.boot" }\n', 'orders/src/main/java/a/OrdersApplication.java': mainClass,
      'mails/build.gradle': 'plugins { id "org.springframework.boot" }\n', 'mails/src/main/java/a/MailsApplication.java': mainClass,
      'tools/settings.gradle': 'rootProject.name = "tools"\n', 'tools/build.gradle': 'plugins { id "org.springframework.boot" }\n', 'tools/src/main/java/a/ToolsApplication.java': mainClass,
    },
    applications: ['mails spring-boot null', 'orders spring-boot null', 'tools spring-boot null'],
  },
  { name: 'a server of RPC whose image runs the class that the build names', files: { 'ads/build.gradle': 'plugins { id "application" }\ndependencies {\n  if (speed) { implementation fileTree(dir: "lib") } else {\n    implementation "javax.annotation:javax.annotation-api:1.3.2",\n      "io.grpc:grpc-netty:1.70.0"\n  }\n}\ntask ads(type: CreateStartScripts) {\n  mainClass.set("shop.AdService")\n}\n', 'ads/src/main/java/shop/AdService.java': 'class AdService { public static void main(String[] args) {} }', 'ads/Dockerfile': 'FROM eclipse-temurin:21\nENTRYPOINT ["/app/build/install/shop/bin/AdService"]\n' }, applications: ['ads grpc 1.70'] },
  { name: 'no client of RPC', files: { 'ads/build.gradle': 'dependencies {\n  implementation "io.grpc:grpc-netty:1.70.0"\n}\n', 'ads/src/main/java/shop/Main.java': 'class Main { public static void main(String[] args) {} }' }, applications: [] },
  { name: 'Spring Boot by a convention of an organisation', files: { 'search/build.gradle.kts': 'plugins { id("uk.acme.gradle-spring-boot") version "11.0" }\ndependencies {\n  implementation("org.springframework.boot:spring-boot-starter-web")\n}\n', 'search/src/main/kotlin/a/AcmeSearch.kt': '@SpringBootApplication\nclass AcmeSearch', 'search/src/main/resources/application.yml': 'server.port: 8080\n', 'search/Dockerfile': 'FROM eclipse-temurin:25\nCMD ["java", "-jar", "/app/app.jar"]\n', 'common/build.gradle.kts': 'plugins { id("uk.acme.gradle-spring-boot") }\ndependencies {\n  implementation("org.springframework.boot:spring-boot-starter-web")\n}\n' }, applications: ['search spring-boot null'] },
  { name: 'Quarkus by its plugin and its configuration', files: { 'pom.xml': pom(['io.quarkus:quarkus-rest'], quarkus), 'src/main/resources/application.properties': 'quarkus.http.port=8080' }, applications: ['. quarkus 3.15'] },
  { name: 'a library for Quarkus', files: { 'pom.xml': pom(['io.quarkus:quarkus-arc'], { parent: '' }), 'src/main/java/a/Thing.java': 'class Thing {}' }, applications: [] },
  {
    name: 'Gradle in Kotlin with a version catalogue',
    files: {
      'settings.gradle.kts': 'rootProject.name = "shop"\ninclude(":server", ":model")\n',
      'gradle/libs.versions.toml': '[versions]\nboot = "3.3.2"\n[libraries]\nspring-web = { module = "org.springframework.boot:spring-boot-starter-web" }\n[plugins]\nspring-boot = { id = "org.springframework.boot", version.ref = "boot" }\n',
      'server/build.gradle.kts': 'plugins {\n  alias(libs.plugins.spring.boot)\n}\ndependencies {\n  implementation(libs.spring.web)\n  implementation(project(":model"))\n}\n',
      'server/src/main/kotlin/Application.kt': '@SpringBootApplication\nclass Application\nfun main() { runApplication<Application>() }\n',
      'model/build.gradle.kts': 'dependencies {\n  api("com.fasterxml.jackson.core:jackson-core:2.1")\n}\n',
    },
    applications: ['server spring-boot 3.3 includes gradle/libs.versions.toml model'],
  },
  {
    name: 'Ktor with the catalogue that Ktor publishes',
    files: { 'build.gradle.kts': 'plugins { application }\ndependencies {\n  implementation(ktorLibs.server.netty)\n}\n', 'src/main/kotlin/Main.kt': 'fun main() { embeddedServer(Netty) {} }\n' },
    applications: ['. ktor null'],
  },
  { name: 'Micronaut', files: { 'build.gradle': 'plugins { id("io.micronaut.application") version "4.4.2" }\ndependencies {\n implementation "io.micronaut:micronaut-http-server-netty"\n}\n', 'src/main/java/a/Application.java': 'class Application { void main() { Micronaut.run(Application.class); } }' }, applications: ['. micronaut 4.4'] },
  { name: 'a web archive of Spring without Boot', files: { 'pom.xml': pom(['org.springframework:spring-webmvc'], { parent: '', body: '<packaging>war</packaging>' }), 'src/main/webapp/WEB-INF/web.xml': '<web-app/>' }, applications: ['. spring null'] },
  { name: 'a plugin that is not applied', files: { 'build.gradle': 'plugins { id "org.springframework.boot" version "3.1.0" apply false }\n', 'src/main/resources/application.yml': 'a: 1' }, applications: [] },
  { name: 'a repository of something else', files: { 'package.json': '{}', 'README.md': '' }, applications: [] },
  { name: 'a broken build file', files: { 'pom.xml': '<project><dependencies><dependency>', 'build.gradle': 'dependencies { implementation "' }, applications: [] },
];

describe('JVM applications', () => {
  for (const { name, files, applications } of cases) {
    it(name, async () => {
      const found = await readWorkspace(files);
      const described = found.applications.filter(({ framework }) => framework !== 'react').map(({ root, framework, frameworkVersion, includes }) => `${root} ${framework} ${String(frameworkVersion)}${includes === undefined ? '' : ` includes ${includes.join(' ')}`}`);
      assert.deepEqual(described.sort(), [...applications].sort());
    });
  }

  it('names the languages of the sources', async () => {
    const { applications } = await readWorkspace(shop([], { 'src/main/kotlin/Tax.kt': 'class Tax', 'src/main/webapp/app.ts': 'let a = 1' }));
    assert.deepEqual(applications[0]?.languages, ['java', 'kotlin', 'typescript']);
  });
});
