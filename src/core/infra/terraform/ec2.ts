import { serverImage } from '../machines';
import type { SnippetContext } from '../snippet';
import { inputs, tagsInput } from './inputs';
import type { TerraformModule } from './module';

/** One server: the first step, and the only one that still has state. */
export function ec2(context: SnippetContext): TerraformModule {
  const { name, say, machines } = context;
  const { image, label } = serverImage(machines);
  return {
    variables: [
      inputs.vpcId,
      { name: 'public_subnet_id', type: 'string', description: { en: 'Public subnet of the server.', 'pt-br': 'Sub-rede pública do servidor.' } },
      { name: 'server_instance_type', type: 'string', default: `"${machines.server}"`, description: { en: `Size of the server (${label}).`, 'pt-br': `Tamanho do servidor (${label}).` } },
      { name: 'server_disk_gb', type: 'number', default: '30', description: { en: 'Size of its disk.', 'pt-br': 'Tamanho do disco.' } },
      tagsInput(name),
    ],
    provides: { application_security_group_id: 'aws_security_group.server.id' },
    data: ['region'],
    body: `
data "aws_ssm_parameter" "server_image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${image}"
}

resource "aws_security_group" "server" {
  name_prefix = "${name}-server-"
  description = "Server of ${name}"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "server" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.server.id
  description       = "Browsers"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.value)
  to_port           = tonumber(each.value)
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "server" {
  security_group_id = aws_security_group.server.id
  description       = "Updates and services"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
  tags              = var.tags
}

data "aws_iam_policy_document" "server_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "server" {
  name               = "${name}-server"
  assume_role_policy = data.aws_iam_policy_document.server_trust.json
  tags               = var.tags
}

# ${say({ en: 'A shell by Session Manager: no SSH port, no key.', 'pt-br': 'Terminal pelo Session Manager: sem porta SSH, sem chave.' })}
resource "aws_iam_role_policy_attachment" "server_ssm" {
  role       = aws_iam_role.server.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "server" {
  name = "${name}-server"
  role = aws_iam_role.server.name
  tags = var.tags
}

resource "aws_instance" "server" {
  ami                     = data.aws_ssm_parameter.server_image.value
  instance_type           = var.server_instance_type
  subnet_id               = var.public_subnet_id
  vpc_security_group_ids  = [aws_security_group.server.id]
  iam_instance_profile    = aws_iam_instance_profile.server.name
  disable_api_termination = true
  tags                    = merge(var.tags, { Name = "${name}-server" })
  volume_tags             = var.tags

  # ${say({ en: 'IMDSv2 only: a request forged through the application cannot fetch credentials.', 'pt-br': 'Só IMDSv2: uma requisição forjada através da aplicação não obtém credenciais.' })}
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = var.server_disk_gb
    encrypted   = true
  }

  # ${say({ en: 'A newer image must not replace the server and its data.', 'pt-br': 'Uma imagem mais nova não deve substituir o servidor e seus dados.' })}
  lifecycle {
    ignore_changes = [ami]
  }
}

resource "aws_eip" "server" {
  instance = aws_instance.server.id
  domain   = "vpc"
  tags     = merge(var.tags, { Name = "${name}-server" })
}

resource "aws_cloudwatch_metric_alarm" "server_recovery" {
  alarm_name          = "${name}-server-recovery"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed_System"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 2
  alarm_actions       = ["arn:aws:automate:\${data.aws_region.current.name}:ec2:recover"]
  tags                = var.tags

  dimensions = {
    InstanceId = aws_instance.server.id
  }
}

output "server_address" {
  value = aws_eip.server.public_ip
}

output "server_security_group_id" {
  value = aws_security_group.server.id
}
`,
  };
}
