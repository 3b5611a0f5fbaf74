import { losesLocalState } from '../deployment';
import { databaseSettings, laravelDriverEdits } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, dependency } from '../support';

/** Applications that are installed on a user's own machine: there SQLite is the right database. */
const desktopPackages = ['composer:nativephp/electron', 'composer:nativephp/laravel', 'composer:nativephp/desktop', 'composer:nativephp/mobile', 'npm:electron', 'npm:@tauri-apps/api'];

export const sqliteInProduction = defineRule({
  id: 'db/sqlite-in-production',
  domain: 'db',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'relational-database',
  service: 'rds',
  fix: 'suggestion',
  title: { en: 'SQLite is the production database', 'pt-br': 'SQLite é o banco de dados de produção' },
  messages: {
    single: {
      en: 'SQLite keeps the whole database in one file on one disk: a second server cannot share it, and there is no managed backup or failover.',
      'pt-br': 'O SQLite guarda o banco inteiro em um arquivo, em um único disco: um segundo servidor não consegue compartilhá-lo, e não há backup gerenciado nem failover.',
    },
    lost: {
      en: 'SQLite keeps the database in a file on the instance, and instances of this deployment come and go or run side by side: each has its own data and loses it when replaced.',
      'pt-br': 'O SQLite guarda o banco em um arquivo da instância, e as instâncias deste deploy são trocadas ou rodam lado a lado: cada uma tem os próprios dados e os perde ao ser substituída.',
    },
    replicated: {
      en: 'SQLite runs with continuous replication here. That protects the data of one server; a second server still cannot share the file.',
      'pt-br': 'O SQLite roda aqui com replicação contínua. Isso protege os dados de um servidor; um segundo servidor continua sem poder compartilhar o arquivo.',
    },
    instances: { en: 'Proof of several or short-lived instances', 'pt-br': 'Prova de várias instâncias ou de instâncias de vida curta' },
  },
  docs: {
    checks: {
      en: 'The database that the default deployment uses is SQLite. The value that decides is marked: `DB_CONNECTION=sqlite`, the fallback of `env()` in `config/database.php`, or the equivalent of another framework. Test settings and desktop applications are left alone.',
      'pt-br': 'O banco usado pelo deploy padrão é o SQLite. O valor marcado é o que decide: `DB_CONNECTION=sqlite`, o padrão de `env()` em `config/database.php` ou o equivalente em outro framework. Configurações de teste e aplicações desktop ficam de fora.',
    },
    why: {
      en: 'SQLite is excellent for development, for tests and for one small server. In production on AWS its file sits on the disk of one instance: a container that is replaced takes the data with it, a second instance sees another database, writes wait for one another, and backups, point-in-time recovery and failover are yours to build. The finding becomes an error when the repository proves several instances or short-lived ones (ECS, Lambda), and an information when the file is replicated with Litestream.',
      'pt-br': 'O SQLite é ótimo para desenvolvimento, testes e um único servidor pequeno. Em produção na AWS, o arquivo fica no disco de uma instância: um contêiner substituído leva os dados junto, uma segunda instância enxerga outro banco, as escritas esperam umas pelas outras, e backup, recuperação a um ponto no tempo e failover ficam por sua conta. O aviso vira erro quando o repositório prova várias instâncias ou instâncias de vida curta (ECS, Lambda), e informação quando o arquivo é replicado com Litestream.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nDB_CONNECTION=sqlite\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nDB_CONNECTION=pgsql\nDB_HOST=app.abc123.us-east-1.rds.amazonaws.com\n' } }],
    aboutFix: {
      en: 'The edit changes the driver in place and adds the missing `DB_*` variables below it, without any secret. It does not move data: create the schema with `php artisan migrate` and copy rows with a tool such as pgloader. PHP needs the `pdo_pgsql` extension. The infrastructure fix writes an encrypted, private RDS instance whose password AWS creates and keeps in Secrets Manager.',
      'pt-br': 'A edição troca o driver no lugar e acrescenta abaixo as variáveis `DB_*` que faltam, sem nenhum segredo. Ela não move dados: crie o esquema com `php artisan migrate` e copie as linhas com uma ferramenta como o pgloader. O PHP precisa da extensão `pdo_pgsql`. A correção de infraestrutura escreve uma instância RDS privada e criptografada, cuja senha a AWS cria e guarda no Secrets Manager.',
    },
  },
  references: [references.sqliteUses, references.rds, laravelDocs('database', 'databases')],
  check(context) {
    const { scope } = context;
    const need = context.needs.find(({ id }) => id === 'relational-database');
    if (need === undefined || dependency(scope, ...desktopPackages) !== undefined) return 'not-applicable';
    if (need.technology !== 'sqlite' || need.servedBy !== null) return;
    const at = decidingPlace(need);
    const proof = losesLocalState(scope);
    const replicated = proof === null && hasReplication(scope.facts.map(({ value }) => (value.kind === 'literal' ? value.text : '')));
    context.report({
      at,
      stage: need.stage,
      messageId: proof !== null ? 'lost' : replicated ? 'replicated' : 'single',
      ...(proof !== null ? { severity: 'error', related: [{ at: proof.at, messageId: 'instances' }] } : {}),
      ...(replicated ? { severity: 'information' } : {}),
      edits: [
        {
          title: { en: 'Use PostgreSQL (pgsql)', 'pt-br': 'Usar PostgreSQL (pgsql)' },
          edits: laravelDriverEdits(context, at, { expected: ['sqlite'], value: 'pgsql', settings: databaseSettings(need.stage, '5432') }),
        },
        {
          title: { en: 'Use MySQL (mysql)', 'pt-br': 'Usar MySQL (mysql)' },
          edits: laravelDriverEdits(context, at, { expected: ['sqlite'], value: 'mysql', settings: databaseSettings(need.stage, '3306') }),
        },
      ],
      infra: [{ need: 'relational-database', service: 'rds' }],
    });
  },
});

function hasReplication(values: readonly string[]): boolean {
  return values.some((value) => /\blitestream\b|\blitefs\b/.test(value));
}
