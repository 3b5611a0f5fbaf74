import { noBackup } from '../../../src/core/rules/db/noBackup';
import { publicOrUnencrypted } from '../../../src/core/rules/db/publicOrUnencrypted';
import { openSecurityGroup } from '../../../src/core/rules/net/openSecurityGroup';
import { publicAcl } from '../../../src/core/rules/storage/publicAcl';
import { runRuleTests, type Files } from './ruleTester';

function terraform(...blocks: readonly string[]): Files {
  return { 'infra/main.tf': `${blocks.join('\n\n')}\n` };
}

function template(resource: string): Files {
  return { 'template.yaml': `Resources:\n${resource}` };
}

function ingress(...lines: readonly string[]): string {
  return `resource "aws_security_group" "shop" {\n  ingress {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}`;
}

const database = 'resource "aws_db_instance" "shop" {\n  engine = "postgres"\n';

runRuleTests(openSecurityGroup, {
  valid: [
    { name: 'the web', files: terraform(ingress('from_port = 443', 'to_port = 443', 'protocol = "tcp"', 'cidr_blocks = ["0.0.0.0/0"]')) },
    { name: 'an office', files: terraform(ingress('from_port = 22', 'to_port = 22', 'protocol = "tcp"', 'cidr_blocks = ["203.0.113.7/32"]')) },
    { name: 'what goes out', files: terraform('resource "aws_security_group" "shop" {\n  egress {\n    from_port = 0\n    to_port = 0\n    protocol = "-1"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}') },
    { name: 'a rule on what goes out', files: terraform('resource "aws_security_group_rule" "out" {\n  type = "egress"\n  from_port = 0\n  to_port = 65535\n  protocol = "tcp"\n  cidr_blocks = ["0.0.0.0/0"]\n}\n\n# ingress') },
    { name: 'ping', files: terraform(ingress('from_port = -1', 'to_port = -1', 'protocol = "icmp"', 'cidr_blocks = ["0.0.0.0/0"]')) },
    { name: 'a resource that is switched off', files: terraform('resource "aws_security_group_rule" "ssh" {\n  count = 0\n  type = "ingress"\n  from_port = 22\n  to_port = 22\n  protocol = "tcp"\n  cidr_blocks = ["0.0.0.0/0"]\n}') },
  ],
  invalid: [
    { name: 'SSH', files: terraform(ingress('from_port = 22', 'to_port = 22', 'protocol = "tcp"', 'cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]')), findings: [{ messageId: 'port', at: ['infra/main.tf', '0.0.0.0/0'], severity: 'warning', fixes: [] }] },
    { name: 'every port', files: terraform(ingress('from_port = 0', 'to_port = 0', 'protocol = "-1"', 'ipv6_cidr_blocks = ["::/0"]')), findings: [{ messageId: 'every', at: ['infra/main.tf', '::/0'], severity: 'warning' }] },
    {
      name: 'a port that a variable brings, in a rule of its own',
      files: terraform('variable "db_port" {\n  default = 3306\n}', 'resource "aws_vpc_security_group_ingress_rule" "db" {\n  cidr_ipv4 = "0.0.0.0/0"\n  from_port = var.db_port\n  to_port = var.db_port\n  ip_protocol = "tcp"\n  description = "ingress"\n}'),
      findings: [{ messageId: 'port', at: ['infra/main.tf', '0.0.0.0/0'], severity: 'error' }],
    },
    { name: 'a range of ports', files: terraform(ingress('from_port = 5000', 'to_port = 6000', 'protocol = "tcp"', 'cidr_blocks = ["0.0.0.0/0"]')), findings: [{ messageId: 'port', at: ['infra/main.tf', '0.0.0.0/0'], severity: 'error' }] },
    {
      name: 'a development environment',
      files: { 'infra/dev/main.tf': `${ingress('from_port = 5432', 'to_port = 5432', 'protocol = "tcp"', 'cidr_blocks = ["0.0.0.0/0"]')}\n` },
      findings: [{ messageId: 'port', at: ['infra/dev/main.tf', '0.0.0.0/0'], severity: 'information' }],
    },
    {
      name: 'CloudFormation',
      files: template('  Database:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n        - IpProtocol: tcp\n          FromPort: 6379\n          ToPort: 6379\n          CidrIp: 0.0.0.0/0\n        - IpProtocol: tcp\n          FromPort: 80\n          ToPort: 80\n          CidrIp: 0.0.0.0/0\n  Shell:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      IpProtocol: tcp\n      FromPort: "22"\n      ToPort: "22"\n      CidrIpv6: "::/0"\n'),
      findings: [
        { messageId: 'port', at: ['template.yaml', '0.0.0.0/0'], severity: 'error' },
        { messageId: 'port', at: ['template.yaml', '::/0'], severity: 'warning' },
      ],
    },
  ],
});

runRuleTests(publicOrUnencrypted, {
  valid: [
    { name: 'a private, encrypted database', files: terraform(`${database}  publicly_accessible = false\n  storage_encrypted = true\n}`) },
    { name: 'what a run decides', files: terraform(`${database}  publicly_accessible = local.is_open[0]\n  storage_encrypted = var.encrypted\n}`) },
    { name: 'a read replica', files: terraform('resource "aws_db_instance" "copy" {\n  replicate_source_db = aws_db_instance.shop.identifier\n}') },
    { name: 'a restored snapshot', files: terraform(`${database}  snapshot_identifier = "shop-2026"\n}`) },
    { name: 'a module that encrypts by itself', files: terraform('module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  engine = "postgres"\n}') },
    { name: 'a member of a cluster', files: template('  One:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: aurora-postgresql\n      DBClusterIdentifier: !Ref Cluster\n') },
  ],
  invalid: [
    {
      name: 'a public address', files: terraform(`${database}  publicly_accessible = true\n  storage_encrypted = true\n}`),
      findings: [{ messageId: 'public', at: ['infra/main.tf', 'true'], severity: 'error', fixes: ['Keep it inside the VPC'] }],
      output: terraform(`${database}  publicly_accessible = false\n  storage_encrypted = true\n}`),
    },
    {
      name: 'a variable’s default', files: terraform('variable "open" {\n  default = true\n}', `${database}  publicly_accessible = var.open\n  storage_encrypted = true\n}`),
      findings: [{ messageId: 'public', at: ['infra/main.tf', 'var.open'], severity: 'error', fixes: [] }],
    },
    { name: 'encryption off', files: terraform(`${database}  storage_encrypted = false\n}`), findings: [{ messageId: 'off', at: ['infra/main.tf', 'false'], severity: 'warning', fixes: [] }] },
    { name: 'nothing about encryption', files: terraform(`${database}}`), findings: [{ messageId: 'unset', at: ['infra/main.tf', 'aws_db_instance'], severity: 'warning', fixes: [] }] },
    { name: 'a public member of a cluster', files: terraform('resource "aws_rds_cluster_instance" "one" {\n  publicly_accessible = true\n}'), findings: [{ messageId: 'public', at: ['infra/main.tf', 'true'], severity: 'error' }] },
    {
      name: 'CloudFormation',
      files: template('  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      PubliclyAccessible: true\n      StorageEncrypted: false\n'),
      findings: [{ messageId: 'public', at: ['template.yaml', 'true'], severity: 'error' }, { messageId: 'off', at: ['template.yaml', 'false'], severity: 'warning' }],
    },
  ],
});

runRuleTests(noBackup, {
  valid: [
    { files: terraform(`${database}  backup_retention_period = 14\n}`) },
    { name: 'what a variable without a default brings', files: terraform('variable "days" {\n  type = number\n}', `${database}  backup_retention_period = var.days\n}`) },
    { name: 'a read replica', files: terraform('resource "aws_db_instance" "copy" {\n  replicate_source_db = "shop"\n}') },
    { name: 'CloudFormation, which keeps one day', files: template('  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n') },
    { name: 'a cluster, which always keeps one day', files: terraform('resource "aws_rds_cluster" "shop" {\n  engine = "aurora-postgresql"\n}') },
  ],
  invalid: [
    {
      files: terraform(`${database}  backup_retention_period = 0\n}`),
      findings: [{ messageId: 'off', at: ['infra/main.tf', '0'], severity: 'error', fixes: ['Keep backups for 7 days'] }],
      output: terraform(`${database}  backup_retention_period = 7\n}`),
    },
    { name: 'left out', files: terraform(`${database}}`), findings: [{ messageId: 'unset', at: ['infra/main.tf', 'aws_db_instance'], severity: 'error', fixes: [] }] },
    { name: 'in a template', files: template('  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      BackupRetentionPeriod: 0\n'), findings: [{ messageId: 'off', at: ['template.yaml', '0'], severity: 'error' }] },
  ],
});

runRuleTests(publicAcl, {
  valid: [
    { name: 'a bucket that says nothing', files: terraform('resource "aws_s3_bucket" "uploads" {\n  bucket = "uploads"\n}') },
    { name: 'a private one', files: terraform('resource "aws_s3_bucket_acl" "uploads" {\n  acl = "private"\n}') },
    { name: 'a target of logs', files: template('  Logs:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: LogDeliveryWrite\n') },
  ],
  invalid: [
    {
      files: terraform('resource "aws_s3_bucket" "site" {\n  acl = "public-read"\n}'),
      findings: [{ messageId: 'read', at: ['infra/main.tf', 'public-read'], severity: 'warning', fixes: ['Make it private'] }],
      output: terraform('resource "aws_s3_bucket" "site" {\n  acl = "private"\n}'),
    },
    { name: 'writable', files: template('  Drop:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicReadWrite\n'), findings: [{ messageId: 'write', at: ['template.yaml', 'PublicReadWrite'], severity: 'error' }] },
    {
      name: 'a bucket that is named for everybody',
      files: terraform('resource "aws_s3_bucket_public_access_block" "public_assets" {\n  block_public_policy = false\n}'),
      findings: [{ messageId: 'unblocked', at: ['infra/main.tf', 'false'], severity: 'information' }],
    },
    {
      name: 'a block that is off, told once',
      files: terraform('resource "aws_s3_bucket_public_access_block" "uploads" {\n  block_public_acls = false\n  block_public_policy = true\n  restrict_public_buckets = false\n}'),
      findings: [{ messageId: 'unblocked', at: ['infra/main.tf', 'false'], severity: 'warning', fixes: ['Block public access'] }],
      output: terraform('resource "aws_s3_bucket_public_access_block" "uploads" {\n  block_public_acls = true\n  block_public_policy = true\n  restrict_public_buckets = true\n}'),
    },
  ],
});
