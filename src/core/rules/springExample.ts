/** A Spring Boot application for the examples of rules: its manifest and its main class. */
export function springExample(...starters: readonly string[]): Readonly<Record<string, string>> {
  const dependencies = starters.map((artifact) => `    <dependency>\n      <groupId>${artifact.startsWith('spring-boot') ? 'org.springframework.boot' : artifact.startsWith('flyway') ? 'org.flywaydb' : artifact === 'h2' ? 'com.h2database' : 'org.postgresql'}</groupId>\n      <artifactId>${artifact}</artifactId>\n    </dependency>\n`);
  return {
    'pom.xml': `<project>\n  <parent>\n    <groupId>org.springframework.boot</groupId>\n    <artifactId>spring-boot-starter-parent</artifactId>\n    <version>3.5.0</version>\n  </parent>\n  <groupId>org.clinic</groupId>\n  <artifactId>clinic</artifactId>\n  <dependencies>\n${dependencies.join('')}  </dependencies>\n</project>\n`,
    'src/main/java/ClinicApplication.java': '@SpringBootApplication\npublic class ClinicApplication {\n  public static void main(String[] args) {\n    SpringApplication.run(ClinicApplication.class, args);\n  }\n}\n',
  };
}
