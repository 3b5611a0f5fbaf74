import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { cdk } from '../../../../src/core/detectors/cdk';
import { loadFormats } from '../../../../src/core/formats';
import { readWorkspace, type Files } from '../../support/workspace';

const laravel: Files = {
  artisan: '',
  'composer.json': JSON.stringify({ name: 'acme/shop', require: { 'laravel/framework': '^12.0' } }),
  'config/queue.php': "<?php return ['default' => env('QUEUE_CONNECTION', 'database'), 'connections' => ['database' => ['driver' => 'database'], 'sqs' => ['driver' => 'sqs']]];",
  'config/database.php': "<?php return ['default' => env('DB_CONNECTION', 'sqlite'), 'connections' => ['sqlite' => ['driver' => 'sqlite'], 'pgsql' => ['driver' => 'pgsql']]];",
  '.env.example': 'QUEUE_CONNECTION=database\nDB_CONNECTION=sqlite\n',
};

async function served(files: Files): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ ...laravel, ...files });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${need.servedBy ?? '-'} ${workspace.proof(need)[0] ?? ''}`]));
}

async function resourcesOf(files: Files): Promise<readonly string[]> {
  const { scopes } = await readWorkspace({ ...laravel, ...files });
  return scopes.flatMap((scope) => scope.find('resource').map((fact) => `${fact.name} ${fact.value.kind === 'literal' ? fact.value.text : ''} ${fact.detail?.['engine'] ?? fact.detail?.['runtime'] ?? fact.detail?.['protocol_type'] ?? ''}`.trim()));
}

const stack = (imports: string, body: string): Files => ({ 'infra/lib/shop-stack.ts': `import { Stack } from 'aws-cdk-lib';\n${imports}\nexport class Shop extends Stack {\n  constructor(scope, id) {\n    super(scope, id);\n${body}\n  }\n}\n` });

describe('AWS CDK', () => {
  it('makes needs served by constructs in TypeScript', async () => {
    const seen = await served(stack("import * as sqs from 'aws-cdk-lib/aws-sqs';\nimport { aws_rds as rds } from 'aws-cdk-lib';", "    new sqs.Queue(this, 'Jobs');\n    new rds.DatabaseInstance(this, 'Main', { engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }) });"));
    assert.equal(seen['queue'], 'sqs sqs infra/lib/shop-stack.ts:sqs.Queue');
    assert.equal(seen['relational-database'], 'postgresql rds infra/lib/shop-stack.ts:rds.DatabaseInstance');
  });

  it('knows classes by what is imported, and no others of the same name', async () => {
    const bare = "    new Queue(this, 'Jobs');\n    new Table(this, 'Items', {});";
    assert.deepEqual(await resourcesOf(stack("import { Queue } from 'aws-cdk-lib/aws-sqs';\nimport { Table } from './table';", bare)), ['aws_sqs_queue jobs']);
    assert.deepEqual(await resourcesOf({ 'infra/lib/queue.ts': "import { Queue } from 'bullmq';\nnew Queue(this, 'Jobs');\n" }), []);
  });

  it('reads engines, runtimes, protocols and timetables', async () => {
    const seen = await resourcesOf(stack(
      "import * as lambda from 'aws-cdk-lib/aws-lambda';\nimport * as rds from 'aws-cdk-lib/aws-rds';\nimport * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';\nimport * as elasticache from 'aws-cdk-lib/aws-elasticache';",
      "    new lambda.Function(this, 'Web', { runtime: lambda.Runtime.NODEJS_22_X });\n    new rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.auroraMysql({ version }) });\n    new apigwv2.WebSocketApi(this, 'Push');\n    new elasticache.CfnReplicationGroup(this, 'Cache', { engine: 'valkey' });"));
    assert.deepEqual(seen, ['aws_lambda_function web nodejs22.x', 'aws_rds_cluster db aurora-mysql', 'aws_apigatewayv2_api push WEBSOCKET', 'aws_elasticache_replication_group cache valkey']);
  });

  it('reads Python', async () => {
    assert.equal((await served({ 'infra/shop_stack.py': 'from aws_cdk import Stack, aws_sqs as sqs\n\nclass Shop(Stack):\n    def __init__(self, scope, id, **kwargs):\n        super().__init__(scope, id, **kwargs)\n        sqs.Queue(self, "Jobs")\n' }))['queue'], 'sqs sqs infra/shop_stack.py:sqs.Queue');
  });

  it('takes the environment of functions and containers for production', async () => {
    const seen = await served(stack("import * as lambda from 'aws-cdk-lib/aws-lambda';\nimport * as ecs from 'aws-cdk-lib/aws-ecs';", "    const task = new ecs.FargateTaskDefinition(this, 'Task');\n    task.addContainer('web', { environment: { QUEUE_CONNECTION: 'sqs', DB_HOST: db.host } });"));
    assert.equal(seen['queue'], 'sqs - infra/lib/shop-stack.ts:sqs');
  });

  it('leaves buckets of logs and pipelines', async () => {
    assert.doesNotMatch((await served({ ...stack("import { Bucket } from 'aws-cdk-lib/aws-s3';", "    new Bucket(this, 'AccessLogBucket');"), 'config/filesystems.php': "<?php return ['default' => 'local', 'disks' => ['local' => ['driver' => 'local'], 's3' => ['driver' => 's3']]];" }))['file-storage'] ?? '', /s3/);
  });

  it('survives anything', async () => {
    const formats = await loadFormats(['javascript', 'python']);
    fc.assert(fc.property(fc.constantFrom('a-stack.ts', 'a_stack.py'), fc.array(fc.constantFrom("import 'aws-cdk-lib';", 'aws_cdk', 'new sqs.Queue(this, ', '{ environment: ', '}', ')', '"a"', 'self, ', '\n')), (path, parts) => {
      const { facts } = cdk.extract({ path, text: parts.join('') }, formats);
      assert.ok(facts.every((fact) => fact.at.range.end >= fact.at.range.start));
    }));
  });

  it('matches the examples of its patterns', () => {
    for (const { match, example } of cdk.files) assert.match(example, match);
  });
});
