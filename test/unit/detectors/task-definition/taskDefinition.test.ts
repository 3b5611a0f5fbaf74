import { strict as assert } from 'node:assert';
import { readWorkspace } from '../../support/workspace';

const application = { 'package.json': '{ "name": "shop", "private": true, "scripts": { "start": "node app.js" }, "dependencies": { "express": "5", "ioredis": "5" } }' };

const definition = JSON.stringify({
  family: 'shop', cpu: '512', memory: '1024',
  containerDefinitions: [{ name: 'shop', image: 'shop', environment: [{ name: 'REDIS_HOST', value: 'cache.internal' }], secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:secretsmanager:us-east-1:1:secret:shop' }] }],
});

describe('a task definition of ECS', () => {
  it('sets variables, keeps secrets and runs the container', async () => {
    const { needs, scopes } = await readWorkspace({ ...application, '.aws/task-definition.json': definition });
    assert.deepEqual(needs.filter(({ id }) => ['compute', 'cache', 'secrets'].includes(id)).map(({ id, technology, servedBy }) => `${id} ${technology} ${servedBy ?? ''}`), ['compute container fargate', 'cache redis ', 'secrets secretsmanager secretsmanager']);
    assert.deepEqual(scopes.flatMap((scope) => scope.find('resource', 'aws_ecs_task_definition')).map(({ detail }) => [detail?.['cpu'], detail?.['memory']]), [['512', '1024']]);
  });

  it('is none without containers', async () => {
    const { scopes } = await readWorkspace({ ...application, 'task-definition.json': '{ "tasks": [] }', 'taskdef.json': '{' });
    assert.deepEqual(scopes.flatMap((scope) => scope.find('resource')), []);
  });
});
