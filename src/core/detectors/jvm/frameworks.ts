/** A framework of the JVM, and what shows that a module is an application of it. */
export interface JvmFramework {
  /** Word of `Application.framework`. */
  readonly id: string;
  /** Dependencies of which one is there: `group:artifact`, or a group with a colon at its end. */
  readonly dependencies: readonly string[];
  /** Id of the marker on a class that starts it. */
  readonly main: string | null;
  /** Plugins that package an application of it: artifact of Maven, id of Gradle. */
  readonly plugins: readonly string[];
  /** The plugin alone makes an application: there is no class to start. */
  readonly withoutMain: boolean;
  /** A server that many a library and tool embeds: an image must run it. */
  readonly needsImage?: true;
}

/** What packages a class with an entry point: with the server among the dependencies, that is an application. */
const packagers: readonly string[] = ['application', 'com.github.johnrengelman.shadow', 'com.gradleup.shadow', 'maven-shade-plugin', 'maven-assembly-plugin', 'com.google.cloud.tools.jib', 'jib-maven-plugin', 'JavaAppPackaging', 'JavaServerAppPackaging', 'DockerPlugin', 'AssemblyPlugin'];

/** The first that matches is the application's. */
export const jvmFrameworks: readonly JvmFramework[] = [
  { id: 'quarkus', dependencies: ['io.quarkus:', 'com.redhat.quarkus.platform:'], main: 'quarkus', plugins: ['quarkus-maven-plugin', 'io.quarkus'], withoutMain: true },
  { id: 'micronaut', dependencies: ['io.micronaut:', 'io.micronaut.platform:'], main: 'micronaut', plugins: ['micronaut-maven-plugin', 'io.micronaut.application', 'io.micronaut.minimal.application'], withoutMain: false },
  { id: 'spring-boot', dependencies: ['org.springframework.boot:', 'org.springframework.cloud:', 'com.alibaba.cloud:', 'de.codecentric:', 'org.mybatis.spring.boot:', 'com.vaadin:vaadin-spring-boot-starter'], main: 'spring', plugins: ['spring-boot-maven-plugin', 'org.springframework.boot'], withoutMain: false },
  { id: 'play', dependencies: ['org.playframework:play'], main: null, plugins: ['PlayScala', 'PlayJava', 'PlayService', 'PlayMinimalJava'], withoutMain: true },
  { id: 'ktor', dependencies: ['io.ktor:ktor-server', 'io.ktor:ktor-server-netty', 'io.ktor:ktor-server-core', 'io.ktor:ktor-server-cio', 'io.ktor:ktor-server-jetty', 'io.ktor:ktor-server-tomcat', 'io.ktor:ktor-server-core-jvm', 'io.ktor:ktor-server-netty-jvm', 'io.ktor:ktor-server-cio-jvm', 'io.ktor:ktor-server-jetty-jvm', 'io.ktor:ktor-server-jetty-jakarta', 'io.ktor:ktor-server-tomcat-jakarta'], main: 'ktor', plugins: ['io.ktor.plugin', 'application', 'com.github.johnrengelman.shadow', 'com.gradleup.shadow'], withoutMain: false },
  { id: 'helidon', dependencies: ['io.helidon.webserver:', 'io.helidon.microprofile.bundles:', 'io.helidon.bundles:'], main: 'plain', plugins: ['helidon-maven-plugin', ...packagers], withoutMain: false },
  { id: 'dropwizard', dependencies: ['io.dropwizard:dropwizard-core'], main: 'dropwizard', plugins: packagers, withoutMain: false },
  { id: 'javalin', dependencies: ['io.javalin:javalin', 'io.javalin:javalin-bundle'], main: 'javalin', plugins: packagers, withoutMain: false },
  { id: 'vertx', dependencies: ['io.vertx:vertx-web', 'io.vertx:vertx-core'], main: 'vertx', plugins: ['vertx-maven-plugin', 'io.vertx.vertx-plugin', ...packagers], withoutMain: false },
  { id: 'jetty', dependencies: ['org.eclipse.jetty:jetty-server', 'org.eclipse.jetty:jetty-servlet', 'org.eclipse.jetty:jetty-webapp', 'org.eclipse.jetty.ee10:jetty-ee10-servlet', 'org.eclipse.jetty.ee10:jetty-ee10-webapp'], main: 'plain', plugins: [], withoutMain: false, needsImage: true },
  { id: 'spark', dependencies: ['com.sparkjava:spark-core'], main: 'plain', plugins: [], withoutMain: false, needsImage: true },
  { id: 'undertow', dependencies: ['io.undertow:undertow-core', 'io.undertow:undertow-servlet'], main: 'plain', plugins: [], withoutMain: false, needsImage: true },
  { id: 'grpc', dependencies: ['io.grpc:grpc-netty', 'io.grpc:grpc-netty-shaded', 'io.grpc:grpc-services'], main: 'plain', plugins: [], withoutMain: false, needsImage: true },
  { id: 'http4k', dependencies: ['org.http4k:'], main: 'http4k', plugins: packagers, withoutMain: false },
  { id: 'http4s', dependencies: ['org.http4s:http4s-ember-server', 'org.http4s:http4s-blaze-server'], main: 'plain', plugins: packagers, withoutMain: false },
  { id: 'pekko-http', dependencies: ['org.apache.pekko:pekko-http'], main: 'plain', plugins: packagers, withoutMain: false },
  { id: 'akka-http', dependencies: ['com.typesafe.akka:akka-http'], main: 'plain', plugins: packagers, withoutMain: false },
];

/** Bare servers: nothing there connects to an address by itself, so a client without one waits for an installation that wants it. */
export function connectsByItself(framework: string): boolean {
  return jvmFrameworks.find(({ id }) => id === framework)?.needsImage !== true;
}

/** Deployed as a web archive: a server of its own runs it, and brings what Jakarta EE prescribes. */
export function isWebArchive(framework: string): boolean {
  return framework === 'jakarta-ee' || framework === 'spring';
}

/** Packaged as a web archive: a server of the machine runs it. */
export const webArchive = {
  spring: ['org.springframework:spring-webmvc', 'org.springframework:spring-web'],
  jakarta: ['jakarta.platform:', 'javax:javaee-api', 'javax:javaee-web-api', 'org.jboss.spec:', 'org.eclipse.microprofile:', 'jakarta.ws.rs:', 'javax.ws.rs:', 'jakarta.ejb:', 'javax.ejb:', 'jakarta.enterprise:', 'javax.enterprise:', 'org.primefaces:', 'org.glassfish:jakarta.faces', 'org.glassfish:javax.faces', 'com.sun.faces:', 'org.apache.wicket:', 'com.sun.jersey:', 'org.apache.tapestry:', 'com.vaadin:', 'jakarta.servlet:jakarta.servlet-api', 'javax.servlet:javax.servlet-api', 'javax.servlet:servlet-api', 'org.apache.struts:struts2-core', 'org.glassfish.jersey.containers:', 'org.jboss.resteasy:'],
} as const;

export const jvmFrameworkIds: ReadonlySet<string> = new Set([...jvmFrameworks.map(({ id }) => id), 'spring', 'jakarta-ee']);

export function namesDependency(name: string, patterns: readonly string[]): boolean {
  const plain = name.startsWith('maven:') ? name.slice('maven:'.length) : name;
  return patterns.some((pattern) => (pattern.endsWith(':') ? plain.startsWith(pattern) : plain === pattern));
}
