import { strict as assert } from 'node:assert';
import { pulumi } from '../../../../src/core/detectors/pulumi';
import { readWorkspace, type Files } from '../../support/workspace';

const laravel: Files = {
  artisan: '',
  'composer.json': JSON.stringify({ name: 'acme/shop', require: { 'laravel/framework': '^12.0' } }),
  'config/queue.php': "<?php return ['default' => env('QUEUE_CONNECTION', 'database'), 'connections' => ['database' => ['driver' => 'database'], 'sqs' => ['driver' => 'sqs']]];",
  '.env.example': 'QUEUE_CONNECTION=database\n',
};

describe('Pulumi in YAML', () => {
  it('makes needs served, with types in both forms', async () => {
    const program = 'name: shop\nruntime: yaml\nresources:\n  jobs:\n    type: aws:sqs:Queue\n  main:\n    type: aws:rds/instance:Instance\n    properties:\n      engine: postgres\n  other:\n    type: gcp:storage:Bucket\n';
    const workspace = await readWorkspace({ ...laravel, 'infra/Pulumi.yaml': program });
    const seen = Object.fromEntries(workspace.needs.map((need) => [need.id, [need.technology, need.servedBy, workspace.proof(need)[0]]]));
    assert.deepEqual(seen['queue'], ['sqs', 'sqs', 'infra/Pulumi.yaml:aws:sqs:Queue']);
    assert.deepEqual(seen['relational-database']?.slice(0, 2), ['postgresql', 'rds']);
  });

  it('leaves projects of other languages and broken files', async () => {
    for (const text of ['name: shop\nruntime: nodejs\n', 'resources:\n  a:\n    type: aws:nothing:Here\n', 'resources: [aws:', '']) {
      const { scopes } = await readWorkspace({ ...laravel, 'Pulumi.yaml': text });
      assert.deepEqual(scopes.flatMap((scope) => scope.find('resource')), []);
    }
  });

  for (const [language, path, program] of [
    ['TypeScript', 'infra/index.ts', "import * as aws from '@pulumi/aws';\nimport * as awsx from '@pulumi/awsx';\nconst jobs = new aws.sqs.Queue('jobs', {});\nnew aws.rds.Instance('main', { engine: 'postgres' });\nnew awsx.ecs.FargateService('web', { taskDefinitionArgs: { container: { environment: [{ name: 'QUEUE_CONNECTION', value: 'sqs' }] } } });"],
    ['Python', 'infra/__main__.py', "import pulumi_aws as aws\njobs = aws.sqs.Queue('jobs')\nmain = aws.rds.Instance('main', engine='postgres')\nweb = aws.ecs.Service('web')\n"],
  ] as const) {
    it(`reads programs in ${language}`, async () => {
      const { needs, scopes } = await readWorkspace({ ...laravel, [path]: program });
      assert.deepEqual(scopes.flatMap((scope) => scope.find('resource')).map(({ name }) => name), ['aws_sqs_queue', 'aws_db_instance', 'aws_ecs_service']);
      assert.deepEqual(needs.filter(({ id }) => id === 'relational-database' || id === 'queue').map(({ technology, servedBy }) => `${technology} ${servedBy ?? ''}`), ['postgresql rds', 'sqs sqs']);
    });
  }

  it('leaves programs that speak to another cloud', async () => {
    const { scopes } = await readWorkspace({ ...laravel, 'infra/index.ts': "import * as gcp from '@pulumi/gcp';\nnew gcp.storage.Bucket('files');" });
    assert.deepEqual(scopes.flatMap((scope) => scope.find('resource')), []);
  });

  it('matches the examples of its patterns', () => {
    for (const { match, example } of pulumi.files) assert.match(example, match);
  });
});
