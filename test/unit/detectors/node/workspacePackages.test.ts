import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const manifest = (name: string, dependencies: readonly string[], start = 'node server.js'): string => JSON.stringify({ name, private: true, scripts: { start }, dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '1'])) });

async function needs(files: Files): Promise<readonly string[]> {
  const found = await readWorkspace({ 'package.json': '{ "private": true, "workspaces": ["apps/*", "packages/*"] }', ...files });
  return found.needs.filter(({ id }) => ['mail', 'sessions', 'scheduler', 'relational-database', 'sms-push'].includes(id)).map(({ application, id, technology }) => `${application} ${id} ${technology}`);
}

describe('packages that applications of a workspace share', () => {
  const shared = {
    'packages/core/package.json': manifest('@shop/core', ['pg', 'nodemailer', 'node-cron', 'twilio']),
    'packages/core/src/mail.ts': "createTransport({ service: 'gmail' })",
    'packages/core/src/cron.ts': "cron.schedule('* * * * *', run)",
    'apps/jobs/package.json': manifest('jobs', ['hono', '@shop/core']),
  };

  it('bring a client to the one application that lists it for itself as well', async () => {
    assert.deepEqual(await needs({ ...shared, 'apps/shop/package.json': manifest('shop', ['express', '@shop/core', 'nodemailer', 'node-cron', 'twilio']) }), [
      'apps/jobs relational-database postgresql',
      'apps/shop relational-database postgresql', 'apps/shop scheduler node-cron', 'apps/shop mail smtp', 'apps/shop sms-push twilio',
    ]);
  });

  it('bring what they are for to all that are built from them', async () => {
    const files = {
      'packages/emails/package.json': manifest('@shop/emails', ['nodemailer']),
      'packages/emails/src/mail.ts': "createTransport({ service: 'gmail' })",
      'apps/jobs/package.json': manifest('jobs', ['hono', '@shop/emails']),
      'apps/shop/package.json': manifest('shop', ['express', '@shop/emails', 'nodemailer']),
    };
    assert.deepEqual(await needs(files), ['apps/jobs mail smtp', 'apps/shop mail smtp']);
  });

  it('bring it to all that are built from them where none lists it', async () => {
    const found = await needs({ ...shared, 'apps/shop/package.json': manifest('shop', ['express', '@shop/core']) });
    assert.deepEqual(found.filter((need) => need.includes('mail')), ['apps/jobs mail smtp', 'apps/shop mail smtp']);
  });

  it('bring no clients of what the users connect, where they list many', async () => {
    const many = ['pg', 'mysql2', 'mongodb', 'ioredis', '@elastic/elasticsearch', 'kafkajs', 'twilio', 'web-push'];
    const server = manifest('server', ['express', '@shop/nodes']);
    const few = ['pg', 'mongodb', 'ioredis', 'twilio'];
    assert.deepEqual(await needs({ 'packages/nodes/package.json': manifest('@shop/nodes', many), 'apps/server/package.json': server }), ['apps/server sms-push web-push']);
    assert.deepEqual(await needs({ 'packages/nodes/package.json': manifest('@shop/nodes', few), 'apps/server/package.json': server }), ['apps/server relational-database postgresql', 'apps/server sms-push twilio']);
    assert.deepEqual(await needs({ 'packages/nodes/package.json': manifest('@shop/nodes', many), 'apps/server/package.json': manifest('server', ['express', '@shop/nodes', 'pg']) }), ['apps/server relational-database postgresql', 'apps/server sms-push web-push']);
  });

  it('bring nothing that they are developed with, where others install them', async () => {
    const core = (more: string): string => `{ "name": "@shop/core", "main": "dist/index.js"${more}, "devDependencies": { "@shop/db": "workspace:*" } }`;
    const rest = { 'packages/db/package.json': manifest('@shop/db', ['pg']), 'apps/jobs/package.json': manifest('jobs', ['express', '@shop/core']) };
    assert.deepEqual(await needs({ ...rest, 'packages/core/package.json': core(', "publishConfig": { "access": "public" }') }), []);
    assert.deepEqual(await needs({ ...rest, 'packages/core/package.json': core(', "private": true') }), ['apps/jobs relational-database postgresql']);
  });

  it('bring nothing of what only tests start', async () => {
    const server = (kind: string): string => `{ "name": "jobs", "private": true, "scripts": { "start": "node jobs.js" }, "dependencies": { "express": "5" }, "${kind}": { "@shop/testing": "workspace:*" } }`;
    const testing = (name: string): string => `{ "name": "${name}", "private": true, "dependencies": { "pg": "8" }, "devDependencies": { "testcontainers": "11" } }`;
    assert.deepEqual(await needs({ 'packages/testing/package.json': testing('@shop/testing'), 'apps/jobs/package.json': server('devDependencies') }), []);
    assert.deepEqual(await needs({ 'packages/testing/package.json': testing('@shop/db'), 'apps/jobs/package.json': server('devDependencies').replace('@shop/testing', '@shop/db') }), ['apps/jobs relational-database postgresql']);
  });

  it('sign people in at a site, not at a worker', async () => {
    const files = {
      'packages/core/package.json': manifest('@shop/core', ['next-auth']),
      'apps/web/package.json': manifest('web', ['next', 'react-dom', '@shop/core'], 'next start'),
      'apps/worker/package.json': manifest('worker', ['express', '@shop/core']),
    };
    assert.deepEqual(await needs(files), ['apps/web sessions cookie']);
  });

  it('sign people in at a server that is built from a package for it', async () => {
    assert.deepEqual(await needs({ 'packages/auth/package.json': manifest('@shop/auth', ['better-auth']), 'apps/server/package.json': manifest('server', ['hono', '@shop/auth']) }), ['apps/server sessions database']);
  });
});

describe('a timetable of a shared package', () => {
  it('stands behind the one that an application lists for itself', async () => {
    const files = {
      'packages/core/package.json': manifest('@shop/core', ['@hokify/agenda']),
      'packages/core/src/cron.ts': "agenda.every('1 day', 'clean');",
      'apps/jobs/package.json': manifest('jobs', ['@nestjs/core', '@nestjs/schedule', '@shop/core'], 'nest start'),
      'apps/shop/package.json': manifest('shop', ['@nestjs/core', '@shop/core'], 'nest start'),
    };
    assert.deepEqual(await needs(files), ['apps/jobs scheduler cron', 'apps/shop scheduler agenda']);
  });
});

describe('an image that is published', () => {
  const files = (image: string): Files => ({
    'docker-compose.yml': `services:\n  all:\n    image: ${image}\n    restart: always\n`,
    'apps/api/package.json': manifest('shop-api', ['express']),
    'apps/jobs/package.json': manifest('shop-jobs', ['hono']),
  });
  const computeOf = async (image: string): Promise<readonly string[]> => (await readWorkspace({ 'package.json': '{ "private": true, "workspaces": ["apps/*"] }', ...files(image) })).needs.filter(({ id }) => id === 'compute').map(({ application, technology }) => `${application} ${technology}`);

  it('runs the applications that are called like it', async () => {
    assert.deepEqual(await computeOf('ghcr.io/acme/shop-app:latest'), ['apps/api container', 'apps/jobs container']);
    assert.deepEqual(await computeOf('ghcr.io/acme/gateway:latest'), ['apps/api node', 'apps/jobs node']);
  });
});

describe('what somebody may start instead', () => {
  const packages = manifest('forum', ['express', 'express-session', 'mongodb', 'pg', 'redis', 'connect-mongo', 'connect-pg-simple', 'connect-redis']);
  const compose = (image: string): string => `services:\n  app:\n    build: .\n    restart: always\n  store:\n    image: ${image}\n    restart: always\n`;

  it('is another compose file and a profile: the plain file starts the engine', async () => {
    const { needs: found } = await readWorkspace({
      'package.json': packages,
      'docker-compose.yml': `${compose('mongo:7')}  cache:\n    image: redis:8\n    profiles: [redis]\n`,
      'docker-compose-pgsql.yml': compose('postgres:18'),
      'docker-compose-redis.yml': compose('redis:8'),
    });
    assert.deepEqual(found.filter(({ id }) => /database|sessions|cache/.test(id)).map(({ id, technology }) => `${id} ${technology}`), ['document-database mongodb', 'sessions mongodb']);
  });

  it('is what another compose file sets', async () => {
    const other = 'services:\n  app:\n    build: .\n    restart: always\n    environment:\n      DB_CLIENT: mysql2\n';
    const { needs: found } = await readWorkspace({ 'package.json': manifest('links', ['express', 'knex', 'better-sqlite3', 'mysql2']), '.example.env': 'DB_CLIENT=better-sqlite3\n', 'docker-compose.yml': 'services:\n  app:\n    build: .\n    restart: always\n', 'docker-compose.mariadb.yml': other });
    assert.deepEqual(found.filter(({ id }) => /database/.test(id)).map(({ technology }) => technology), ['sqlite']);
  });
});

describe('a manifest that the set-up copies to its place', () => {
  it('makes the folder above the application, which has the file that it starts', async () => {
    const { applications, needs: found } = await readWorkspace({ 'install/package.json': manifest('forum', ['express', 'socket.io'], 'node loader.js'), 'loader.js': '', 'src/socket.io/index.js': "require('socket.io')" });
    assert.deepEqual(applications.map(({ root, includes }) => [root, includes]), [['.', ['install']]]);
    assert.equal(found.some(({ id, technology }) => id === 'realtime' && technology === 'socket.io'), true);
  });
});
