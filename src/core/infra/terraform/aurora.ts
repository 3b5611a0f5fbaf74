import { auroraEngine } from '../databaseEngine';
import type { SnippetContext } from '../snippet';
import { alarm } from './alarm';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function auroraServerless(context: SnippetContext): TerraformModule | null {
  const engine = auroraEngine(context.technology);
  if (engine === undefined) return null;
  const { name, say } = context;
  return {
    variables: [
      inputs.vpcId,
      inputs.privateSubnetIds,
      inputs.applicationSecurityGroupId,
      {
        name: 'database_minimum_acu',
        type: 'number',
        default: '0.5',
        description: {
          en: 'Capacity when idle. 0 pauses the database after a while; the next request then waits for some seconds.',
          'pt-br': 'Capacidade quando ociosa. 0 pausa o banco depois de um tempo; a próxima requisição espera alguns segundos.',
        },
      },
      { name: 'database_maximum_acu', type: 'number', default: '8', description: { en: 'Capacity at the peak: also the limit of the bill.', 'pt-br': 'Capacidade no pico: também o limite da conta.' } },
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

resource "aws_rds_cluster" "database" {
  cluster_identifier = "${name}-database"
  engine             = "${engine.engine}"
  engine_version     = "${engine.version}"
  engine_mode        = "provisioned"
  storage_encrypted  = true

  # ${say({ en: 'RDS creates the password and keeps it in Secrets Manager: it is in no file and no state.', 'pt-br': 'O RDS cria a senha e a guarda no Secrets Manager: ela não fica em arquivo nem no state.' })}
  database_name               = "app"
  master_username             = "app"
  manage_master_user_password = true

  db_subnet_group_name   = aws_db_subnet_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]

  backup_retention_period      = 7
  preferred_backup_window      = "06:00-07:00"
  preferred_maintenance_window = "sun:07:30-sun:08:30"
  copy_tags_to_snapshot        = true

  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${name}-database-final"

  enabled_cloudwatch_logs_exports = ["${engine.log}"]

  tags = var.tags

  serverlessv2_scaling_configuration {
    min_capacity = var.database_minimum_acu
    max_capacity = var.database_maximum_acu
  }
}

# ${say({ en: 'The first writes; a second one in another Availability Zone takes over and reads.', 'pt-br': 'A primeira escreve; uma segunda, em outra Zona de Disponibilidade, assume e lê.' })}
resource "aws_rds_cluster_instance" "database" {
  count = ${context.standby ? 2 : 1}

  identifier                 = "${name}-database-\${count.index}"
  cluster_identifier         = aws_rds_cluster.database.id
  engine                     = aws_rds_cluster.database.engine
  engine_version             = aws_rds_cluster.database.engine_version
  instance_class             = "db.serverless"
  publicly_accessible        = false
  auto_minor_version_upgrade = true
  tags                       = var.tags
}

${alarm(context, {
  label: 'database_capacity',
  suffix: 'database-capacity',
  namespace: 'AWS/RDS',
  metric: 'ACUUtilization',
  statistic: 'Average',
  comparison: 'GreaterThanThreshold',
  threshold: 90,
  periods: 3,
  dimension: ['DBClusterIdentifier', 'aws_rds_cluster.database.cluster_identifier'],
})}

output "database_host" {
  value = aws_rds_cluster.database.endpoint
}

output "database_reader_host" {
  value = aws_rds_cluster.database.reader_endpoint
}

output "database_secret_arn" {
  value = aws_rds_cluster.database.master_user_secret[0].secret_arn
}
`,
  };
}
