import { inMemoryDatabase } from '../../../src/core/rules/db/inMemoryDatabase';
import { schemaAutoUpdate } from '../../../src/core/rules/db/schemaAutoUpdate';
import { actuatorExposed } from '../../../src/core/rules/net/actuatorExposed';
import { springExample } from '../../../src/core/rules/springExample';
import { runRuleTests, type Files } from './ruleTester';

const general = 'src/main/resources/application.properties';
const live = 'src/main/resources/application-prod.properties';
const address = 'spring.datasource.url=jdbc:postgresql://db.clinic.example/clinic\n';
const shop = springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'postgresql');
const migrated = springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'postgresql', 'flyway-core');

runRuleTests(schemaAutoUpdate, {
  valid: [
    { name: 'a schema that is compared', skeleton: 'none', files: { ...shop, [general]: `${address}spring.jpa.hibernate.ddl-auto=validate\n` } },
    { name: 'a profile of developers', skeleton: 'none', files: { ...shop, [general]: address, 'src/main/resources/application-dev.properties': 'spring.jpa.hibernate.ddl-auto=update\n' } },
    { name: 'production says otherwise', skeleton: 'none', files: { ...shop, [general]: `${address}spring.jpa.hibernate.ddl-auto=update\n`, [live]: 'spring.jpa.hibernate.ddl-auto=none\n' } },
    { name: 'an embedded database', skeleton: 'none', files: { ...springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'h2'), [general]: 'spring.datasource.url=jdbc:h2:mem:clinic\nspring.jpa.hibernate.ddl-auto=create-drop\n' } },
    { name: 'a variable of the image', skeleton: 'none', files: { ...shop, [general]: `${address}spring.jpa.hibernate.ddl-auto=update\n`, Dockerfile: 'FROM eclipse-temurin:21\nENV SPRING_JPA_HIBERNATE_DDL_AUTO=none\nCMD ["java", "-jar", "app.jar"]\n' } },
  ],
  invalid: [
    {
      name: 'production, beside Flyway', skeleton: 'none', files: { ...migrated, [live]: `${address}spring.jpa.hibernate.ddl-auto=update\n` },
      findings: [{ messageId: 'update', at: [live, 'update'], severity: 'warning', fixes: ['Only validate the schema'] }],
      output: { [live]: `${address}spring.jpa.hibernate.ddl-auto=validate\n` },
    },
    { name: 'every profile', skeleton: 'none', files: { ...shop, [general]: `${address}spring.jpa.hibernate.ddl-auto=update\n` }, findings: [{ messageId: 'update', at: [general, 'update'], severity: 'information', fixes: [] }] },
    { name: 'tables that are dropped', skeleton: 'none', files: { ...shop, [live]: `${address}spring.jpa.hibernate.ddl-auto=create-drop\n` }, findings: [{ messageId: 'drop', at: [live, 'create-drop'], severity: 'error' }] },
    {
      name: 'YAML, through a variable', skeleton: 'none',
      files: { ...shop, 'src/main/resources/application.yml': 'spring:\n  datasource:\n    url: jdbc:postgresql://db.clinic.example/clinic\n  jpa:\n    hibernate:\n      ddl-auto: ${DDL_AUTO:create}\n' },
      findings: [{ messageId: 'drop', at: ['src/main/resources/application.yml', '${DDL_AUTO:create}'], severity: 'information', fixes: [] }],
    },
  ],
});

function watched(text: string, ...more: readonly string[]): Files {
  return { ...springExample('spring-boot-starter-web', 'spring-boot-starter-actuator', ...more), [general]: text };
}

runRuleTests(actuatorExposed, {
  valid: [
    { name: 'what a balancer and a collector need', skeleton: 'none', files: watched('management.endpoints.web.exposure.include=health,prometheus\n') },
    { name: 'the default', skeleton: 'none', files: watched('server.port=8080\n') },
    { name: 'a port of its own', skeleton: 'none', files: watched('management.endpoints.web.exposure.include=*\nmanagement.server.port=9090\n') },
    { name: 'Spring Security decides', skeleton: 'none', files: watched('management.endpoints.web.exposure.include=*\n', 'spring-boot-starter-security') },
  ],
  invalid: [
    {
      skeleton: 'none', files: watched('management.endpoints.web.exposure.include=*\n'),
      findings: [{ messageId: 'open', at: [general, '*'], severity: 'information', fixes: ['Publish health and info only'] }],
      output: { [general]: 'management.endpoints.web.exposure.include=health,info\n' },
    },
    {
      name: 'evaluated as production', evaluation: 'production', skeleton: 'none', files: watched('management.endpoints.web.exposure.include=health,heapdump\n'),
      findings: [{ messageId: 'open', at: [general, 'health,heapdump'], severity: 'error', fixes: [] }],
    },
  ],
});

const tried = springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'h2');

runRuleTests(inMemoryDatabase, {
  valid: [
    { name: 'a driver alone', skeleton: 'none', files: { ...tried, [general]: 'server.port=8080\n' } },
    { name: 'a server in production', skeleton: 'none', files: { ...shop, ...springExample('spring-boot-starter-web', 'postgresql', 'h2'), [general]: 'spring.datasource.url=jdbc:h2:mem:clinic\n', [live]: address } },
  ],
  invalid: [
    { name: 'memory', skeleton: 'none', files: { ...tried, [general]: 'spring.datasource.url=jdbc:h2:mem:clinic\n' }, findings: [{ messageId: 'memory', at: [general, 'jdbc:h2:mem:clinic'], severity: 'information', fixes: ['Generate infrastructure code for Amazon RDS'] }] },
    { name: 'a file in production', skeleton: 'none', files: { ...tried, [live]: 'spring.datasource.url=jdbc:h2:file:./data/clinic\n' }, findings: [{ messageId: 'file', at: [live, 'jdbc:h2:file:./data/clinic'], severity: 'warning' }] },
  ],
});
