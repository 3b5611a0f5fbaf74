import type { Extraction, Fact, SourceDocument } from '../../model';
import { code } from './code';

const runtime = /\b(?:java|jdk|jre|temurin|openjdk|corretto|graalvm|zulu|liberica|maven|mvnw?|gradlew?|tomcat|wildfly|jetty|payara|quarkus|ubi\d?-quarkus)\b|\.(?:jar|war)\b|distroless\/java/i;

/** An image that a JVM application runs in, with the folders and archives that it names. */
export function extractDockerfile({ path, text }: SourceDocument): Extraction {
  if (/(^|[./_-])(?:dev|development|devcontainer|test|ci|builder)([./_-]|$)/i.test(path)) return { facts: [], problems: [] };
  const match = /^FROM\s+(\S+)/im.exec(text);
  const body = text.replace(/^[ \t]*#.*$/gm, '');
  if (match?.[1] === undefined || !runtime.test(body)) return { facts: [], problems: [] };
  const start = match.index + match[0].length - match[1].length;
  const copied = /^COPY[ \t]+--from=\S+[ \t]+\S+[ \t]+(\S+\/(?:resources\/(?:static|public|META-INF\/resources)|webapp)(?=\/|\s))/im.exec(text);
  const assets: readonly Fact[] = copied?.[1] === undefined ? [] : [{ ...code(path, 'jvm.assets', { start: copied.index + copied[0].length - copied[1].length, end: copied.index + copied[0].length }), kind: 'config' }];
  return { facts: [...assets, { ...code(path, 'jvm.dockerfile', { start, end: start + match[1].length }), detail: { mentions: mentionsIn(body) } }], problems: [] };
}

/** Names of folders and archives in `COPY`, `ADD`, `RUN` and what is started: `orders/target/orders-1.0.jar`. */
function mentionsIn(text: string): string {
  const words = new Set<string>();
  for (const line of text.matchAll(/^[ \t]*(?:COPY|ADD|RUN|CMD|ENTRYPOINT|ARG|ENV)[ \t]+(\S.*)$/gim)) {
    for (const word of (line[1] ?? '').split(/[\s"'[\],=:/]+/)) {
      const name = word.replace(/(?:-[\d*$].*)?\.(?:jar|war|zip|tar\.gz|tgz)$/, '').replace(/(?<![-*])[-*]+$/, '');
      if (/^[A-Za-z][\w.-]{2,60}$/.test(name)) words.add(name);
    }
    if (words.size > 60) break;
  }
  return [...words].join(' ');
}
