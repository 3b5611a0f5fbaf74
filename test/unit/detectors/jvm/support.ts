import type { Files } from '../../support/workspace';

/** A `pom.xml` with these dependencies (`group:artifact`, `group:artifact@scope`). */
export function pom(dependencies: readonly string[], options: { readonly artifact?: string; readonly body?: string; readonly parent?: string } = {}): string {
  const listed = dependencies.map((dependency) => {
    const [name = '', scope] = dependency.split('@');
    const [group = '', artifact = ''] = name.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>${scope === undefined ? '' : `<scope>${scope}</scope>`}</dependency>`;
  });
  const parent = options.parent ?? '<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.4.1</version></parent>';
  return `<project>${parent}<artifactId>${options.artifact ?? 'shop'}</artifactId>${options.body ?? ''}<dependencies>\n${listed.join('\n')}\n</dependencies></project>`;
}

export const mainClass = '@SpringBootApplication\npublic class ShopApplication {}\n';
export const boot = 'org.springframework.boot:spring-boot-starter';

/** A Spring Boot application in the root, with more files beside. */
export function shop(dependencies: readonly string[], files: Files = {}): Files {
  return {
    'pom.xml': pom([`${boot}-web`, ...dependencies]),
    'src/main/java/com/example/shop/ShopApplication.java': mainClass,
    ...files,
  };
}
