import { replaceLiteral } from '../edits';
import { jvmValue } from '../jvmSettings';
import { references } from '../references';
import { defineRule } from '../rule';
import { springExample } from '../springExample';

/** Keys in canonical spelling, and the variable by which a process overrides each. */
const keys: readonly (readonly [key: string, variable: string, shown: string])[] = [
  ['spring.jpa.hibernate.ddlauto', 'SPRING_JPA_HIBERNATE_DDL_AUTO', 'spring.jpa.hibernate.ddl-auto'],
  ['spring.jpa.properties.hibernate.hbm2ddl.auto', 'SPRING_JPA_PROPERTIES_HIBERNATE_HBM2DDL_AUTO', 'hibernate.hbm2ddl.auto'],
  ['quarkus.hibernateorm.schemamanagement.strategy', 'QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY', 'quarkus.hibernate-orm.schema-management.strategy'],
  ['quarkus.hibernateorm.database.generation', 'QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION', 'quarkus.hibernate-orm.database.generation'],
  ['jpa.default.properties.hibernate.hbm2ddl.auto', 'JPA_DEFAULT_PROPERTIES_HIBERNATE_HBM2DDL_AUTO', 'hibernate.hbm2ddl.auto'],
];
const dropping = /^(?:create|create-drop|drop-and-create|drop)$/i;
const changing = /^update$/i;
/** Databases that begin empty with every start anyway, or keep a file for one program. */
const embedded: readonly string[] = ['h2', 'hsqldb', 'derby', 'sqlite'];
const migrations = /^maven:(?:org\.flywaydb:|org\.liquibase:|.*quarkus-(?:flyway|liquibase)|.*micronaut-(?:flyway|liquibase))/;

const starters = springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'postgresql', 'flyway-core');

export const schemaAutoUpdate = defineRule({
  id: 'db/schema-auto-update',
  domain: 'db',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'relational-database',
  service: 'rds',
  fix: 'suggestion',
  title: { en: 'Hibernate changes the production schema at start', 'pt-br': 'O Hibernate altera o esquema de produção na inicialização' },
  messages: {
    drop: {
      en: '{key} is “{value}”: each start drops the tables and creates them empty.',
      'pt-br': '{key} é “{value}”: cada inicialização apaga as tabelas e as cria vazias.',
    },
    update: {
      en: '{key} is “{value}”: each start changes the schema without review, never renames or removes a column, and two instances that start together do it twice.',
      'pt-br': '{key} é “{value}”: cada inicialização altera o esquema sem revisão, nunca renomeia nem remove uma coluna, e duas instâncias que sobem juntas fazem isso em dobro.',
    },
  },
  docs: {
    checks: {
      en: 'The value that Spring Boot, Quarkus or Micronaut uses in production for Hibernate’s schema (`spring.jpa.hibernate.ddl-auto`, `hibernate.hbm2ddl.auto`, `quarkus.hibernate-orm.schema-management.strategy`) is `update`, `create`, `create-drop` or `drop-and-create`, and the database is a server. Profiles of developers and tests are left alone, and so are embedded databases.',
      'pt-br': 'O valor que Spring Boot, Quarkus ou Micronaut usa em produção para o esquema do Hibernate (`spring.jpa.hibernate.ddl-auto`, `hibernate.hbm2ddl.auto`, `quarkus.hibernate-orm.schema-management.strategy`) é `update`, `create`, `create-drop` ou `drop-and-create`, e o banco é um servidor. Perfis de desenvolvimento e de teste ficam de fora, assim como bancos embutidos.',
    },
    why: {
      en: '`create` deletes the data with the next deploy, or with the next task that an autoscaler starts. `update` adds what is missing and leaves the rest: renamed columns stay twice, indexes lock a large table while visitors wait, and no file says what was done. Flyway or Liquibase run each change once, in order, under a lock, and it is reviewed like code.',
      'pt-br': '`create` apaga os dados no próximo deploy, ou na próxima tarefa que o autoscaling iniciar. `update` acrescenta o que falta e deixa o resto: colunas renomeadas ficam em dobro, índices travam uma tabela grande enquanto visitantes esperam, e nenhum arquivo diz o que foi feito. Flyway ou Liquibase executam cada mudança uma vez, em ordem, sob um lock, revisada como código.',
    },
    bad: [{ files: { ...starters, 'src/main/resources/application-prod.properties': 'spring.datasource.url=jdbc:postgresql://db.clinic.example/clinic\nspring.jpa.hibernate.ddl-auto=update\n' } }],
    good: [{ files: { ...starters, 'src/main/resources/application-prod.properties': 'spring.datasource.url=jdbc:postgresql://db.clinic.example/clinic\nspring.jpa.hibernate.ddl-auto=validate\n' } }],
    aboutFix: {
      en: 'Where Flyway or Liquibase is installed the edit lets Hibernate only compare the schema (`validate`). Without them, write the present schema as the first migration before you switch.',
      'pt-br': 'Onde Flyway ou Liquibase está instalado, a edição deixa o Hibernate apenas comparar o esquema (`validate`). Sem eles, escreva o esquema atual como a primeira migration antes de trocar.',
    },
  },
  references: [{ label: 'Spring Boot: database initialization', url: 'https://docs.spring.io/spring-boot/how-to/data-initialization.html' }, references.rds],
  check({ scope, needs, report, textOf }) {
    const database = needs.find(({ id }) => id === 'relational-database');
    if (database === undefined || embedded.includes(database.technology)) return 'not-applicable';
    const hasMigrations = scope.find('dependency').some(({ name, stage }) => stage !== 'test' && migrations.test(name));
    for (const [key, variable, shown] of keys) {
      const found = jvmValue(scope, key, variable);
      if (found === undefined || (!dropping.test(found.text) && !changing.test(found.text))) continue;
      const { fact, text } = found;
      const isDropping = dropping.test(text);
      report({
        at: fact.at,
        stage: fact.stage,
        messageId: isDropping ? 'drop' : 'update',
        data: { key: shown, value: text },
        ...(isDropping ? { severity: 'error' } : {}),
        edits: hasMigrations ? [{ title: { en: 'Only validate the schema', 'pt-br': 'Apenas validar o esquema' }, edits: replaceLiteral(textOf(fact.at.path), fact.at, /^[a-z-]+$/i, 'validate') }] : [],
      });
    }
  },
});
