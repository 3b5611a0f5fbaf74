import { databaseEngine } from '../databaseEngine';
import { databaseMachine } from '../machines';
import type { SnippetContext } from '../snippet';
import { alarm } from './alarm';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function rds(context: SnippetContext): TerraformModule | null {
  const engine = databaseEngine(context.technology);
  if (engine === undefined) return null;
  const { name, say } = context;
  const databaseName = engine.isSqlServer ? '' : '  db_name                     = "app"\n';
  const multiAz = context.standby && !engine.isSqlServer;
  return {
    variables: [
      inputs.vpcId,
      inputs.privateSubnetIds,
      inputs.applicationSecurityGroupId,
      {
        name: 'database_instance_class',
        type: 'string',
        default: `"${databaseMachine(engine, context.machines)}"`,
        description: { en: 'Size of the database instance.', 'pt-br': 'Tamanho da instância do banco.' },
      },
      {
        name: 'database_multi_az',
        type: 'bool',
        default: String(multiAz),
        description: {
          en: 'Whether a standby in another Availability Zone takes over by itself. It doubles the price of the instance.',
          'pt-br': 'Se uma réplica em espera em outra Zona de Disponibilidade assume sozinha. Dobra o preço da instância.',
        },
      },
      inputs.alarmTopicArns,
      tagsInput(name),
    ],
    body: `
resource "aws_db_subnet_group" "database" {
  name       = "${name}-database"
  subnet_ids = var.private_subnet_ids
  tags       = var.tags
}

resource "aws_security_group" "database" {
  name_prefix = "${name}-database-"
  description = "Database of ${name}"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  description                  = "${engine.label} from the application"
  referenced_security_group_id = var.application_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = ${engine.port}
  to_port                      = ${engine.port}
  tags                         = var.tags
}

resource "aws_db_parameter_group" "database" {
  name_prefix = "${name}-"
  description = "${engine.label} of ${name}"
  family      = "${engine.family}"
  tags        = var.tags

  # ${say({ en: 'Connections without TLS are refused.', 'pt-br': 'Conexões sem TLS são recusadas.' })}
  parameter {
    name  = "${engine.forceTls[0]}"
    value = "${engine.forceTls[1]}"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "database" {
  identifier     = "${name}-database"
  engine         = "${engine.engine}"
  engine_version = "${engine.version}"
  instance_class = var.database_instance_class
  multi_az       = var.database_multi_az

  allocated_storage     = 20
  max_allocated_storage = 200
  storage_type          = "gp3"
  storage_encrypted     = true

  # ${say({ en: 'RDS creates the password and keeps it in Secrets Manager: it is in no file and no state.', 'pt-br': 'O RDS cria a senha e a guarda no Secrets Manager: ela não fica em arquivo nem no state.' })}
${databaseName}  username                    = "app"
  manage_master_user_password = true

  db_subnet_group_name   = aws_db_subnet_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]
  parameter_group_name   = aws_db_parameter_group.database.name
  publicly_accessible    = false

  backup_retention_period    = 7
  backup_window              = "06:00-07:00"
  maintenance_window         = "sun:07:30-sun:08:30"
  auto_minor_version_upgrade = true
  copy_tags_to_snapshot      = true

  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${name}-database-final"

  enabled_cloudwatch_logs_exports = [${engine.logs.map((log) => `"${log}"`).join(', ')}]

  tags = var.tags
}

${alarm(context, {
  label: 'database_cpu',
  suffix: 'database-cpu',
  namespace: 'AWS/RDS',
  metric: 'CPUUtilization',
  statistic: 'Average',
  comparison: 'GreaterThanThreshold',
  threshold: 80,
  periods: 3,
  dimension: ['DBInstanceIdentifier', 'aws_db_instance.database.identifier'],
})}

# ${say({ en: '5 GiB left. Storage grows by itself up to max_allocated_storage; this says that it no longer can.', 'pt-br': 'Restam 5 GiB. O armazenamento cresce sozinho até max_allocated_storage; isto avisa que não consegue mais.' })}
${alarm(context, {
  label: 'database_storage',
  suffix: 'database-storage',
  namespace: 'AWS/RDS',
  metric: 'FreeStorageSpace',
  statistic: 'Minimum',
  comparison: 'LessThanThreshold',
  threshold: 5 * 1024 ** 3,
  periods: 1,
  dimension: ['DBInstanceIdentifier', 'aws_db_instance.database.identifier'],
})}

output "database_host" {
  value = aws_db_instance.database.address
}

output "database_secret_arn" {
  value = aws_db_instance.database.master_user_secret[0].secret_arn
}
`,
  };
}
