import { declaredDatabases } from '../cloudDatabases';
import { replaceLiteral } from '../edits';
import { references } from '../references';
import { defineRule } from '../rule';
import { literalOf } from '../support';

export const publicOrUnencrypted = defineRule({
  id: 'db/public-or-unencrypted',
  domain: 'db',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'relational-database',
  service: 'rds',
  fix: 'suggestion',
  title: { en: 'An RDS database is public or unencrypted', 'pt-br': 'Um banco RDS é público ou não tem criptografia' },
  messages: {
    public: {
      en: 'The database “{name}” gets a public address: its password is all that keeps the internet out.',
      'pt-br': 'O banco “{name}” recebe um endereço público: só a senha separa a internet dos dados.',
    },
    off: {
      en: 'Storage, snapshots and backups of the database “{name}” are not encrypted.',
      'pt-br': 'O armazenamento, os snapshots e os backups do banco “{name}” não têm criptografia.',
    },
    unset: {
      en: 'The database “{name}” does not ask for encryption, so RDS creates it without; it can only be added later by restoring a copy.',
      'pt-br': 'O banco “{name}” não pede criptografia, então o RDS o cria sem ela; depois, só dá para incluí-la restaurando uma cópia.',
    },
  },
  docs: {
    checks: {
      en: 'Terraform or CloudFormation declares an RDS, Aurora or DocumentDB database with `publicly_accessible = true`, with `storage_encrypted = false`, or an RDS instance that states nothing about encryption. Read replicas and databases restored from a snapshot take encryption from their source.',
      'pt-br': 'Terraform ou CloudFormation declara um banco RDS, Aurora ou DocumentDB com `publicly_accessible = true`, com `storage_encrypted = false`, ou uma instância RDS que não diz nada sobre criptografia. Réplicas de leitura e bancos restaurados de um snapshot herdam a criptografia da origem.',
    },
    why: {
      en: 'A public address makes the password the only wall; a private subnet makes the network a second one, and costs nothing. Encryption at rest with KMS is free for RDS, costs no speed that anybody measures, and is asked for by every audit (LGPD, GDPR, PCI DSS). It cannot be switched on for a running instance: the database has to be copied and switched over, so the first day is the cheap one.',
      'pt-br': 'Um endereço público deixa a senha como única barreira; uma sub-rede privada faz da rede uma segunda, sem custo. A criptografia em repouso com KMS não é cobrada no RDS, não custa desempenho perceptível e é exigida em toda auditoria (LGPD, GDPR, PCI DSS). Ela não pode ser ligada em uma instância em uso: é preciso copiar o banco e trocar, então o dia barato é o primeiro.',
    },
    bad: [{ files: { 'infra/database.tf': 'resource "aws_db_instance" "app" {\n  engine              = "postgres"\n  instance_class      = "db.t4g.micro"\n  publicly_accessible = true\n  storage_encrypted   = true\n}\n' } }],
    good: [{ files: { 'infra/database.tf': 'resource "aws_db_instance" "app" {\n  engine                  = "postgres"\n  instance_class          = "db.t4g.micro"\n  storage_encrypted       = true\n  backup_retention_period = 7\n}\n' } }],
    aboutFix: {
      en: 'The edit takes the public address away; whoever connects from outside the VPC then needs a tunnel through Session Manager or a VPN. Encryption is not edited: Terraform would replace the database, and its data with it. Take a snapshot, copy it with a KMS key, restore, and switch over.',
      'pt-br': 'A edição tira o endereço público; quem conecta de fora da VPC passa a precisar de um túnel pelo Session Manager ou de uma VPN. A criptografia não é editada: o Terraform substituiria o banco, e os dados junto. Faça um snapshot, copie-o com uma chave KMS, restaure e troque.',
    },
  },
  references: [references.rdsPublicAccess, references.rdsEncryption],
  check({ scope, report, textOf }) {
    const exposed = scope.find('config', 'cloud.database.publicly_accessible');
    const databases = declaredDatabases(scope);
    if (databases.length === 0 && exposed.length === 0) return 'not-applicable';
    for (const fact of exposed) {
      if (!/^true$/i.test(literalOf(fact.value) ?? '')) continue;
      report({
        at: fact.at, stage: fact.stage, messageId: 'public', data: { name: fact.detail?.['resource'] ?? '' },
        edits: [{ title: { en: 'Keep it inside the VPC', 'pt-br': 'Manter dentro da VPC' }, edits: replaceLiteral(textOf(fact.at.path), fact.at, /^true$/i, 'false') }],
      });
    }
    for (const fact of scope.find('config', 'cloud.database.storage_encrypted')) {
      if (!/^false$/i.test(literalOf(fact.value) ?? '')) continue;
      report({ at: fact.at, stage: fact.stage, messageId: 'off', severity: 'warning', data: { name: fact.detail?.['resource'] ?? '' } });
    }
    for (const { fact, type, name, states } of databases) {
      const isInherited = states('snapshot_identifier') || states('restore_to_point_in_time') || states('s3_import');
      if (type !== 'aws_db_instance' || isInherited || states('storage_encrypted') || states('kms_key_id')) continue;
      report({ at: fact.at, stage: fact.stage, messageId: 'unset', severity: 'warning', data: { name } });
    }
  },
});
