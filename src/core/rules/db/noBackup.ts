import { declaredDatabases } from '../cloudDatabases';
import { replaceLiteral } from '../edits';
import { references } from '../references';
import { defineRule } from '../rule';
import { literalOf } from '../support';

export const noBackup = defineRule({
  id: 'db/no-backup',
  domain: 'db',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'relational-database',
  service: 'rds',
  fix: 'suggestion',
  title: { en: 'An RDS database has no automated backups', 'pt-br': 'Um banco RDS não tem backups automáticos' },
  messages: {
    off: {
      en: 'Automated backups of the database “{name}” are off: a wrong `DELETE` or a broken migration cannot be undone.',
      'pt-br': 'Os backups automáticos do banco “{name}” estão desligados: um `DELETE` errado ou uma migration quebrada não tem volta.',
    },
    unset: {
      en: 'The database “{name}” states no `backup_retention_period`, and Terraform’s default is 0: there are no automated backups.',
      'pt-br': 'O banco “{name}” não define `backup_retention_period`, e o padrão do Terraform é 0: não há backups automáticos.',
    },
  },
  docs: {
    checks: {
      en: 'Infrastructure code declares an RDS instance whose backup retention is 0, or one in Terraform that leaves it out (the provider’s default is 0; CloudFormation’s is one day). Read replicas are left alone.',
      'pt-br': 'O código de infraestrutura declara uma instância RDS com retenção de backup 0, ou uma no Terraform que não a define (o padrão do provider é 0; o do CloudFormation é um dia). Réplicas de leitura ficam de fora.',
    },
    why: {
      en: 'Automated backups give point-in-time recovery: any second of the last days, up to five minutes ago. Without them there is nothing to restore after a wrong statement, a bad deploy or a stolen password. Backup storage up to the size of the database is included in its price.',
      'pt-br': 'Backups automáticos dão recuperação a um ponto no tempo: qualquer segundo dos últimos dias, até cinco minutos atrás. Sem eles não há o que restaurar depois de um comando errado, um deploy ruim ou uma senha roubada. O espaço de backup até o tamanho do banco está incluído no preço.',
    },
    bad: [{ files: { 'infra/database.tf': 'resource "aws_db_instance" "app" {\n  engine                  = "postgres"\n  instance_class          = "db.t4g.micro"\n  storage_encrypted       = true\n  backup_retention_period = 0\n}\n' } }],
    good: [{ files: { 'infra/database.tf': 'resource "aws_db_instance" "app" {\n  engine                  = "postgres"\n  instance_class          = "db.t4g.micro"\n  storage_encrypted       = true\n  backup_retention_period = 7\n}\n' } }],
    aboutFix: {
      en: 'The edit keeps backups for seven days. Switching them on restarts the instance once. Also set `deletion_protection = true` and try a restore before you need one.',
      'pt-br': 'A edição mantém backups por sete dias. Ligá-los reinicia a instância uma vez. Defina também `deletion_protection = true` e teste uma restauração antes de precisar dela.',
    },
  },
  references: [references.rdsBackups, references.reliability],
  check({ scope, report, textOf }) {
    const databases = declaredDatabases(scope);
    const stated = scope.find('config', 'cloud.database.backup_retention_period');
    if (databases.length === 0 && stated.length === 0) return 'not-applicable';
    for (const fact of stated) {
      if (literalOf(fact.value) !== '0') continue;
      report({
        at: fact.at, stage: fact.stage, messageId: 'off', data: { name: fact.detail?.['resource'] ?? '' },
        edits: [{ title: { en: 'Keep backups for 7 days', 'pt-br': 'Manter backups por 7 dias' }, edits: replaceLiteral(textOf(fact.at.path), fact.at, /^0$/, '7') }],
      });
    }
    for (const { fact, type, name, states } of databases) {
      if (type !== 'aws_db_instance' || fact.detail?.['template'] === 'true' || states('backup_retention_period')) continue;
      report({ at: fact.at, stage: fact.stage, messageId: 'unset', data: { name } });
    }
  },
});
