import { strict as assert } from 'node:assert';
import { readWorkspace } from '../../support/workspace';

const application = {
  artisan: '',
  'composer.json': JSON.stringify({ name: 'acme/shop', require: { 'laravel/framework': '^12.0' } }),
  'config/queue.php': "<?php return ['default' => env('QUEUE_CONNECTION', 'database'), 'connections' => ['database' => ['driver' => 'database'], 'sqs' => ['driver' => 'sqs']]];",
  'config/database.php': "<?php return ['default' => env('DB_CONNECTION', 'sqlite'), 'connections' => ['sqlite' => ['driver' => 'sqlite'], 'pgsql' => ['driver' => 'pgsql']]];",
};

const template = (resources: string): string => `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${resources}`;

async function served(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, readonly [string, string | null, string]>>> {
  const { needs } = await readWorkspace({ ...application, ...files });
  return Object.fromEntries(needs.filter((need) => ['queue', 'relational-database', 'file-storage', 'document-database'].includes(need.id)).map((need) => [need.id, [need.technology, need.servedBy, need.evidence[0]?.at.path ?? '']]));
}

describe('CloudFormation', () => {
  it('makes a need served that the application can speak to', async () => {
    assert.deepEqual(
      await served({
        '.env.example': 'QUEUE_CONNECTION=database\nDB_CONNECTION=sqlite\n',
        'infra/template.yaml': template('  Jobs:\n    Type: AWS::SQS::Queue\n  Main:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.t4g.small\n'),
      }),
      { 'relational-database': ['postgresql', 'rds', 'infra/template.yaml'], queue: ['sqs', 'sqs', 'infra/template.yaml'] },
    );
  });

  it('does not take what belongs to Terraform or a pipeline, and invents no need', async () => {
    const seen = await served({ '.env.example': 'QUEUE_CONNECTION=database\n', 'infra/template.yaml': template('  TerraformState:\n    Type: AWS::S3::Bucket\n  Locks:\n    Type: AWS::DynamoDB::Table\n') });
    assert.deepEqual(Object.keys(seen).sort(), ['queue', 'relational-database']);
  });

  it('reads the environment of a task, which outranks samples', async () => {
    const seen = await served({
      '.env.example': 'QUEUE_CONNECTION=database\n',
      'infra/template.yaml': template('  Web:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n        - Name: web\n          Environment:\n            - Name: QUEUE_CONNECTION\n              Value: sqs\n'),
    });
    assert.deepEqual(seen['queue'], ['sqs', null, 'infra/template.yaml']);
  });

  it('reads what the CDK synthesised', async () => {
    const seen = await served({ 'cdk.out/Shop.template.json': JSON.stringify({ Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } } }) });
    assert.deepEqual(seen['queue'], ['sqs', 'sqs', 'cdk.out/Shop.template.json']);
  });

  it('leaves other files alone', async () => {
    const { scopes } = await readWorkspace({ ...application, 'template.yaml': 'title: a page template\n', 'stack.json': '{' });
    assert.deepEqual(scopes.flatMap((scope) => scope.find('resource')), []);
  });
});
