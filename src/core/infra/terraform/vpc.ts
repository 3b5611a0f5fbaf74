import type { SnippetContext } from '../snippet';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

/** A network in two Availability Zones: public subnets for load balancers, private ones for everything else. */
export function vpc(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [
      { name: 'vpc_cidr', type: 'string', default: '"10.20.0.0/16"', description: { en: 'Addresses of the network.', 'pt-br': 'Endereços da rede.' } },
      {
        name: 'nat_gateways',
        type: 'number',
        default: context.standby ? '2' : '1',
        description: {
          en: 'Ways out for the private subnets: 0, 1, or one per Availability Zone (2). Each is billed by the hour and by the gigabyte.',
          'pt-br': 'Saídas para as sub-redes privadas: 0, 1 ou uma por Zona de Disponibilidade (2). Cada uma é cobrada por hora e por gigabyte.',
        },
      },
      tagsInput(name),
    ],
    provides: {
      vpc_id: 'aws_vpc.main.id',
      private_subnet_ids: 'aws_subnet.private[*].id',
      public_subnet_ids: 'aws_subnet.public[*].id',
      public_subnet_id: 'aws_subnet.public[0].id',
    },
    data: ['region'],
    body: `
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  zones = slice(data.aws_availability_zones.available.names, 0, 2)
}

resource "aws_vpc" "main" {
  cidr_block           = var.vpc_cidr
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags                 = merge(var.tags, { Name = "${name}" })
}

# ${say({ en: 'Nothing uses the default security group, so it admits nothing.', 'pt-br': 'Ninguém usa o security group padrão, por isso ele não admite nada.' })}
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
  tags   = var.tags
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = merge(var.tags, { Name = "${name}" })
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.vpc_cidr, 4, count.index)
  tags              = merge(var.tags, { Name = "${name}-public-\${local.zones[count.index]}" })
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.vpc_cidr, 4, count.index + 8)
  tags              = merge(var.tags, { Name = "${name}-private-\${local.zones[count.index]}" })
}

resource "aws_eip" "nat" {
  count  = var.nat_gateways
  domain = "vpc"
  tags   = merge(var.tags, { Name = "${name}-nat" })
}

resource "aws_nat_gateway" "main" {
  count         = var.nat_gateways
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id
  tags          = merge(var.tags, { Name = "${name}" })
  depends_on    = [aws_internet_gateway.main]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags   = merge(var.tags, { Name = "${name}-public" })
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  count  = 2
  vpc_id = aws_vpc.main.id
  tags   = merge(var.tags, { Name = "${name}-private-\${local.zones[count.index]}" })
}

resource "aws_route" "nat" {
  count                  = var.nat_gateways > 0 ? 2 : 0
  route_table_id         = aws_route_table.private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[min(count.index, var.nat_gateways - 1)].id
}

resource "aws_route_table_association" "private" {
  count          = 2
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[count.index].id
}

# ${say({ en: 'S3 and DynamoDB without NAT: free of charge.', 'pt-br': 'S3 e DynamoDB sem NAT: sem custo.' })}
resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(["s3", "dynamodb"])

  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.\${data.aws_region.current.name}.\${each.value}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = aws_route_table.private[*].id
  tags              = var.tags
}

output "vpc_id" {
  value = aws_vpc.main.id
}

output "public_subnet_ids" {
  value = aws_subnet.public[*].id
}

output "private_subnet_ids" {
  value = aws_subnet.private[*].id
}
`,
  };
}
