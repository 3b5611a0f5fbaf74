import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { terraform } from '../../../../src/core/detectors/terraform';
import { declaredResources } from '../../../../src/core/detectors/cloud/declared';
import { relevantText } from '../../../../src/core/detectors/terraform/relevant';
import { moduleKind, moduleKinds } from '../../../../src/core/detectors/terraform/types';
import { loadFormats } from '../../../../src/core/formats';
import { readWorkspace, type Files } from '../../support/workspace';

const laravel: Files = {
  artisan: '',
  'composer.json': JSON.stringify({ name: 'acme/shop', require: { 'laravel/framework': '^12.0' } }),
  'config/queue.php': "<?php return ['default' => env('QUEUE_CONNECTION', 'database'), 'connections' => ['database' => ['driver' => 'database'], 'sqs' => ['driver' => 'sqs'], 'redis' => ['driver' => 'redis']]];",
  'config/database.php': "<?php return ['default' => env('DB_CONNECTION', 'sqlite'), 'connections' => ['sqlite' => ['driver' => 'sqlite'], 'pgsql' => ['driver' => 'pgsql'], 'mysql' => ['driver' => 'mysql']]];",
  '.env.example': 'QUEUE_CONNECTION=database\nDB_CONNECTION=sqlite\nAPP_KEY=\n',
};

async function served(files: Files): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ ...laravel, ...files });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${need.servedBy ?? '-'} ${workspace.proof(need)[0] ?? ''}`]));
}

async function factsOf(files: Files, kind: 'env' | 'resource'): Promise<readonly string[]> {
  const { scopes } = await readWorkspace({ ...laravel, ...files });
  return scopes.flatMap((scope) => scope.find(kind).filter((fact) => fact.origin === 'cloud').map((fact) => `${fact.name}=${fact.value.kind === 'literal' ? fact.value.text : fact.value.kind} ${fact.stage}${fact.detail?.['engine'] === undefined ? '' : ` ${fact.detail['engine']}`}`));
}

describe('Terraform', () => {
  it('makes needs served that the application can speak to', async () => {
    const seen = await served({ 'infra/main.tf': 'resource "aws_sqs_queue" "jobs" {\n  name = "shop-jobs"\n}\n\nresource "aws_db_instance" "main" {\n  engine = "postgres"\n}\n' });
    assert.equal(seen['queue'], 'sqs sqs infra/main.tf:aws_sqs_queue');
    assert.equal(seen['relational-database'], 'postgresql rds infra/main.tf:aws_db_instance');
    assert.equal((await served({ 'infra/main.tf': 'resource "aws_s3_bucket" "terraform_state" {}\nresource "aws_dynamodb_table" "locks" {}\n' }))['document-database'], undefined);
  });

  it('resolves variables, locals and values of files beside it', async () => {
    const main = 'resource "aws_db_instance" "main" {\n  engine = var.engine\n  identifier = "${local.name}-db"\n}\n';
    const variable = (value: string): string => `variable "engine" {\n  default = "${value}"\n}\n`;
    assert.deepEqual(await factsOf({ 'infra/main.tf': main, 'infra/variables.tf': variable('mysql'), 'infra/locals.tf': 'locals {\n  name = "shop"\n}\n' }, 'resource'), ['aws_db_instance=shop-db production mysql']);
    assert.deepEqual(await factsOf({ 'infra/main.tf': main, 'infra/variables.tf': variable('mysql'), 'infra/prod.tfvars': 'engine = "postgres"\n', 'infra/dev.tfvars': 'engine = "mariadb"\n' }, 'resource'), ['aws_db_instance=${local.name}-db production postgres']);
    assert.deepEqual(await factsOf({ 'infra/main.tf': main }, 'resource'), ['aws_db_instance=${local.name}-db production']);
  });

  it('follows modules of the repository, with their arguments, environments and counts', async () => {
    const module = { 'modules/data/main.tf': 'variable "engine" {}\nresource "aws_db_instance" "this" {\n  engine = var.engine\n}\n' };
    const call = (engine: string, more = ''): string => `module "data" {\n  source = "../../modules/data"\n  engine = "${engine}"\n${more}}\n`;
    assert.deepEqual(await factsOf({ ...module, 'envs/prod/main.tf': call('postgres') }, 'resource'), ['aws_db_instance=this production postgres']);
    assert.deepEqual(await factsOf({ ...module, 'envs/dev/main.tf': call('mysql') }, 'resource'), ['aws_db_instance=this local mysql']);
    assert.deepEqual(await factsOf({ ...module, 'envs/prod/main.tf': call('mysql', '  count = 0\n') }, 'resource'), []);
  });

  it('leaves out what is switched off', async () => {
    const queue = (count: string): Files => ({ 'main.tf': `variable "on" {\n  default = false\n}\nresource "aws_sqs_queue" "jobs" {\n  count = ${count}\n}\n` });
    for (const count of ['0', 'var.on ? 1 : 0', '!var.on ? 0 : 1']) assert.deepEqual(await factsOf(queue(count), 'resource'), [], count);
    for (const count of ['1', 'var.on ? 0 : 1', 'var.other ? 1 : 0', 'length(var.names)']) assert.equal((await factsOf(queue(count), 'resource')).length, 1, count);
  });

  it('reads published modules by what they are', async () => {
    assert.deepEqual(await factsOf({ 'main.tf': 'module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  engine = "mysql"\n}\nmodule "q" {\n  source  = "terraform-aws-modules/sqs/aws"\n  create = false\n}\n' }, 'resource'), ['aws_db_instance=db production mysql']);
    for (const { match, example } of moduleKinds) assert.match(example, match);
    const typeOf = (source: string): string | null => moduleKind(source)?.type ?? null;
    assert.deepEqual(['terraform-aws-modules/ecs/aws//modules/service', 'git::https://github.com/cloudposse/terraform-aws-elasticache-redis.git?ref=1', 'github.com/GSA-TTS/terraform-cloudgov//database', './modules/rds', 'terraform-aws-modules/vpc/aws', 'terraform-aws-modules/iam/aws//modules/iam-role'].map(typeOf), ['aws_ecs_service', 'aws_elasticache_replication_group', 'aws_db_instance', null, null, null]);
  });

  it('takes the environment of what it runs for production', async () => {
    const task = 'resource "aws_ecs_task_definition" "web" {\n  container_definitions = jsonencode([{\n    name = "web"\n    environment = [\n      { name = "QUEUE_CONNECTION", value = "sqs" },\n      { name = "DATABASE_URL", value = "postgres://${var.user}@${var.host}/shop" },\n      { name = "HOST_NAME", value = aws_lb.web.dns_name },\n    ]\n    secrets = [{ name = "DB_PASSWORD", valueFrom = aws_ssm_parameter.password.arn }]\n  }])\n}\n';
    assert.equal((await served({ 'infra/ecs.tf': task }))['queue'], 'sqs - infra/ecs.tf:sqs');
    assert.deepEqual(await factsOf({ 'infra/ecs.tf': task }, 'env'), ['QUEUE_CONNECTION=sqs production', 'DATABASE_URL=secret production', 'DB_PASSWORD=secret production']);
    assert.equal((await served({ 'infra/ecs.tf': task }))['secrets'], 'ssm parameter-store infra/ecs.tf:aws_ssm_parameter.password.arn');
    assert.equal((await served({ 'main.tf': 'resource "aws_lambda_function" "web" {\n  runtime = "provided.al2"\n  environment {\n    variables = merge(local.all, {\n      QUEUE_CONNECTION = "sqs"\n    })\n  }\n}\n' }))['queue'], 'sqs - main.tf:sqs');
    const text = 'resource "aws_ecs_task_definition" "web" {\n  container_definitions = <<EOF\n[{ "name": "web", "environment": [{ "name": "QUEUE_CONNECTION", "value": "redis" }] }]\nEOF\n}\n';
    assert.match((await served({ 'main.tf': text }))['queue'] ?? '', /^redis - main\.tf:/);
    assert.equal((await served({ 'main.tf': 'module "web" {\n  source = "./service"\n  environment_variables = {\n    QUEUE_CONNECTION = var.queue\n  }\n}\n', 'variables.tf': 'variable "queue" {\n  default = "sqs"\n}\n' }))['queue'], 'sqs - main.tf:var.queue');
  });

  it('reads the JSON syntax', async () => {
    assert.equal((await served({ 'main.tf.json': JSON.stringify({ variable: { engine: { default: 'mysql' } }, resource: { aws_db_instance: { main: { engine: '${var.engine}' } } } }) }))['relational-database'], 'mysql rds main.tf.json:aws_db_instance');
  });

  it('knows the engine of servers of other providers, and that AWS does not serve them', async () => {
    assert.equal((await served({ 'main.tf': 'resource "google_sql_database_instance" "main" {\n  database_version = "POSTGRES_16"\n}\n' }))['relational-database'], 'postgresql - main.tf:google_sql_database_instance');
    assert.equal((await served({ 'main.tf': 'resource "digitalocean_database_cluster" "main" {\n  engine = "mysql"\n}\n' }))['relational-database'], 'mysql - main.tf:digitalocean_database_cluster');
    assert.equal((await served({ 'main.tf': 'resource "azurerm_mysql_flexible_server" "main" {\n  name = "x"\n}\n' }))['relational-database'], 'mysql - main.tf:azurerm_mysql_flexible_server');
  });

  it('takes no helper for the host of the application', async () => {
    const helper = 'resource "aws_lambda_function" "rotate" {\n  runtime = "python3.13"\n}\n';
    assert.doesNotMatch((await served({ 'main.tf': helper }))['compute'] ?? '', /serverless/);
    assert.doesNotMatch((await served({ 'main.tf': `${helper.replace('python3.13', 'provided.al2')}resource "aws_ecs_service" "web" {\n  desired_count = 2\n}\n` }))['compute'] ?? '', /serverless/);
  });

  it('shares resources out to the applications that they are named for', async () => {
    const service = (name: string): Files => ({ [`services/${name}/package.json`]: JSON.stringify({ name, dependencies: { express: '4' }, scripts: { start: 'node .' } }) });
    const database = (name: string): string => `resource "aws_db_instance" "${name}" {\n  engine = "postgres"\n}\n`;
    const { needs } = await readWorkspace({ ...service('orders'), ...service('front'), 'infra/db.tf': `${database('orders_db')}${database('main')}` });
    assert.deepEqual(needs.filter((need) => need.id === 'relational-database').map((need) => need.application), ['services/orders']);
  });

  it('leaves a folder that is deployed by a platform of its own to that platform', async () => {
    const site = JSON.stringify({ name: 'web', scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '16', 'react-dom': '19' } });
    const files = {
      'infra/main.tf': 'resource "aws_ecs_service" "main" {\n  launch_type = "FARGATE"\n}\nresource "aws_secretsmanager_secret" "all" {\n  name = "all"\n}\n',
      'server/package.json': JSON.stringify({ name: 'server', scripts: { start: 'node .' }, dependencies: { express: '5' } }),
      'web/package.json': site,
      'web/.env.example': 'PAYMENT_SECRET=x\n',
    };
    const needsOf = async (more: Files): Promise<readonly string[]> => (await readWorkspace({ ...files, ...more })).needs.filter(({ application, id }) => application === 'web' && (id === 'compute' || id === 'secrets')).map(({ id, technology }) => `${id} ${technology}`);
    assert.deepEqual(await needsOf({}), ['compute container', 'secrets secretsmanager']);
    assert.deepEqual(await needsOf({ 'web/vercel.json': '{}' }), ['compute node', 'secrets env']);
  });

  it('counts one environment', async () => {
    const queue = 'resource "aws_sqs_queue" "jobs" {}\n';
    const { scopes } = await readWorkspace({ ...laravel, 'envs/prod/main.tf': queue, 'envs/staging/main.tf': queue, 'envs/dev/main.tf': queue });
    assert.deepEqual(declaredResources(scopes.flatMap((scope) => scope.facts)).map((fact) => fact.at.path), ['envs/prod/main.tf']);
  });

  it('cuts what says nothing, with places kept', () => {
    const text = 'data "aws_ami" "x" {\n  a = { b = 1 }\n}\r\n\nresource "aws_iam_role" "r" {\n  x {\n  }\n}\nresource "aws_sqs_queue" "q" {\n}\nvariable "a" {\n  type = string\n}\nvariable "b" {\n  default = "x"\n}\n';
    const cut = relevantText(text);
    assert.equal(cut.length, text.length);
    assert.equal(cut.indexOf('aws_sqs_queue'), text.indexOf('aws_sqs_queue'));
    assert.deepEqual(cut.match(/\w+/g), ['resource', 'aws_sqs_queue', 'q', 'variable', 'b', 'default', 'x']);
  });

  it('survives anything', async () => {
    const formats = await loadFormats(['hcl', 'json']);
    fc.assert(fc.property(fc.constantFrom('a.tf', 'a.tf.json', 'a.tfvars'), fc.array(fc.constantFrom('resource "aws_db_instance" "a" {', '}', 'count = ', 'var.a ? ', '1', '${', 'module "m" {', 'source = "./m"', 'locals {', 'a = local.a', '<<EOF', 'EOF', '{"resource":', '[', 'environment = [{ name = 1 }]', '\n'), { maxLength: 30 }), (path, lines) => {
      const { facts } = terraform.extract({ path, text: lines.join('\n') }, formats);
      assert.ok((terraform.resolve?.(facts) ?? []).every((fact) => fact.at.range.end >= fact.at.range.start));
    }), { numRuns: 60 });
  });

  it('matches the examples of its patterns', () => {
    for (const { match, example } of terraform.files) assert.match(example, match);
  });
});
