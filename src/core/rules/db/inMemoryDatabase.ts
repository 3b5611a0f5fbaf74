import { losesLocalState } from '../deployment';
import { references } from '../references';
import { defineRule } from '../rule';
import { springExample } from '../springExample';
import { decidingPlace, factAt, needsServedBy } from '../support';

const names: Readonly<Record<string, string>> = { h2: 'H2', hsqldb: 'HSQLDB', derby: 'Derby' };
const starters = springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'h2');

export const inMemoryDatabase = defineRule({
  id: 'db/in-memory-database',
  domain: 'db',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'relational-database',
  service: 'rds',
  fix: 'suggestion',
  title: { en: 'The database runs inside the application', 'pt-br': 'O banco roda dentro da aplicação' },
  messages: {
    memory: {
      en: '{database} keeps the data in the memory of the application: every restart begins with an empty database.',
      'pt-br': 'O {database} guarda os dados na memória da aplicação: cada reinício começa com o banco vazio.',
    },
    file: {
      en: '{database} keeps the data in a file that one process opens: a second server cannot share it, and it goes with the disk.',
      'pt-br': 'O {database} guarda os dados em um arquivo aberto por um só processo: um segundo servidor não o compartilha, e ele se perde com o disco.',
    },
    instances: { en: 'Proof of several or short-lived instances', 'pt-br': 'Prova de várias instâncias ou de instâncias de vida curta' },
  },
  docs: {
    checks: {
      en: 'The address of the database that the application uses in production names H2, HSQLDB or Derby. A driver among the dependencies alone, as tests have it, is not reported, nor is one beside a profile that names a server.',
      'pt-br': 'O endereço do banco que a aplicação usa em produção aponta para H2, HSQLDB ou Derby. Só o driver entre as dependências, como os testes usam, não é apontado, nem quando um perfil aponta para um servidor.',
    },
    why: {
      en: 'An embedded database is right for a test and for a first try. In a container the data of `jdbc:h2:mem:` live until the next deploy, and those of `jdbc:h2:file:` until the disk is replaced; there are no backups, no failover and no second instance. The application speaks JDBC already: PostgreSQL on RDS is another address and another driver.',
      'pt-br': 'Um banco embutido serve para testes e para uma primeira experiência. Em um contêiner, os dados de `jdbc:h2:mem:` vivem até o próximo deploy, e os de `jdbc:h2:file:` até o disco ser trocado; não há backup, failover nem segunda instância. A aplicação já fala JDBC: PostgreSQL no RDS é outro endereço e outro driver.',
    },
    bad: [{ files: { ...starters, 'src/main/resources/application.properties': 'spring.datasource.url=jdbc:h2:mem:clinic\n' } }],
    good: [{ files: { ...springExample('spring-boot-starter-web', 'spring-boot-starter-data-jpa', 'postgresql'), 'src/main/resources/application.properties': 'spring.datasource.url=jdbc:postgresql://db.clinic.example/clinic\n' } }],
    aboutFix: {
      en: 'There is no edit: the schema and the data have to move. The infrastructure fix writes an encrypted, private RDS instance; then add the driver, change the address in the profile of production, and let Flyway or Liquibase create the schema.',
      'pt-br': 'Não há edição: o esquema e os dados precisam ser movidos. A correção de infraestrutura escreve uma instância RDS privada e criptografada; depois, adicione o driver, troque o endereço no perfil de produção e deixe o Flyway ou o Liquibase criar o esquema.',
    },
  },
  references: [references.rds, { label: 'H2: connection modes', url: 'https://www.h2database.com/html/features.html#connection_modes' }],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'relational-database')) return 'not-applicable';
    for (const need of needsServedBy(context, 'relational-database', Object.keys(names))) {
      const at = decidingPlace(need);
      const written = context.textOf(at.path)?.slice(at.range.start, at.range.end) ?? '';
      if (factAt(context.scope, at)?.kind === 'dependency' || !/h2|hsqldb|derby/i.test(written)) continue;
      const isMemory = /:mem:|:memory:/i.test(written);
      const proof = losesLocalState(context.scope);
      context.report({
        at,
        stage: need.stage,
        messageId: isMemory ? 'memory' : 'file',
        data: { database: names[need.technology] ?? need.technology },
        ...(isMemory || proof !== null ? {} : { severity: 'warning' }),
        ...(proof === null ? {} : { related: [{ at: proof.at, messageId: 'instances' }] }),
        infra: [{ need: 'relational-database', service: 'rds' }],
      });
    }
  },
});
