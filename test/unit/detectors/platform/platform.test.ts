import assert from 'node:assert/strict';
import { platform } from '../../../../src/core/detectors/platform';
import { productNamed, platformProducts } from '../../../../src/core/detectors/platform/products';
import { loadFormats } from '../../../../src/core/formats';
import type { Fact } from '../../../../src/core/model';
import { readWorkspace, type Files } from '../../support/workspace';

async function factsOf(path: string, text: string): Promise<readonly Fact[]> {
  return platform.extract({ path, text }, await loadFormats(['yaml', 'toml', 'json'])).facts;
}

/** `kind name=value @ the text that the fact points at`. */
async function said(path: string, text: string): Promise<readonly string[]> {
  return (await factsOf(path, text)).map((fact) => {
    const value = fact.value.kind === 'literal' ? fact.value.text : fact.value.kind === 'secret' ? fact.value.state : fact.value.kind;
    return `${fact.stage} ${fact.kind} ${fact.name}=${value}${fact.detail?.['scheme'] === undefined ? '' : ` ${fact.detail['scheme']}`}${fact.detail?.['context'] === undefined ? '' : ` in ${fact.detail['context']}`} @ ${text.slice(fact.at.range.start, fact.at.range.end)}`;
  });
}

describe('files of hosting platforms', () => {
  it('a database of a shared file is no need of a front end beside the application', async () => {
    const { needs } = await readWorkspace({
      'render.yaml': 'databases:\n  - name: shop-db\nservices:\n  - type: web\n    name: shop\n    runtime: docker\n',
      'api/requirements.txt': 'Django==5.2\npsycopg==3.2\n', 'api/manage.py': 'import django\n',
      'api/shop/settings.py': "INSTALLED_APPS = ['django.contrib.auth']\nROOT_URLCONF = 'shop.urls'\nDATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n",
      'front/package.json': '{"dependencies":{"express":"4"},"scripts":{"start":"node server.js"}}', 'front/server.js': "require('express')().listen(8080)\n", 'front/Dockerfile': 'FROM node:22\nCMD ["node", "server.js"]\n',
    } satisfies Files);
    assert.deepEqual(needs.filter(({ id }) => id === 'relational-database').map(({ application, technology }) => [application, technology]), [['api', 'postgresql']]);
  });

  it('cron.json: the lines of a crontab, of Scalingo and of Clever Cloud', async () => {
    const line = '45 2 * * * php bin/console shop:reports';
    const job = [`production process scheduler=${line} @ ${line}`];
    assert.deepEqual(await said('cron.json', JSON.stringify({ jobs: [{ command: line }] })), job);
    assert.deepEqual(await said('clevercloud/cron.json', JSON.stringify([line])), job);
    assert.deepEqual(await said('cron.json', JSON.stringify({ jobs: [{ command: 'php bin/console' }], name: 'other' })), []);
  });

  it('render.yaml: databases, key-value stores, variables by what fills them, cron, disks', async () => {
    const text = `databases:
  - name: shop-db
services:
  - type: keyvalue
    name: shop-kv
  - type: web
    name: shop
    runtime: docker
    rootDir: ./api
    startCommand: node server.js
    disk: { mountPath: /var/data/uploads }
    envVars:
      - { key: DATABASE_URL, fromDatabase: { name: shop-db, property: connectionString } }
      - { key: REDIS_URL, fromService: { name: shop-kv, type: keyvalue, property: connectionString } }
      - { key: QUEUE_CONNECTION, value: redis }
      - { key: APP_SECRET, generateValue: true }
  - type: cron
    name: nightly
    schedule: "0 3 * * *"
    startCommand: node nightly.js
  - type: web
    runtime: static
    name: site
    envVars: [{ key: X_MODE, value: on }]
`;
    assert.deepEqual(await said('render.yaml', text), [
      'production resource platform_postgresql=shop-db @ shop-db',
      'production resource platform_valkey=shop-kv @ keyvalue',
      'production env DATABASE_URL=set postgresql in api @ DATABASE_URL',
      'production env REDIS_URL=set redis in api @ REDIS_URL',
      'production env QUEUE_CONNECTION=redis in api @ redis',
      'production env APP_SECRET=set in api @ APP_SECRET',
      'production process web=node server.js in api @ node server.js',
      'production config platform.mount=/var/data/uploads in api @ /var/data/uploads',
      'production process scheduler=node nightly.js @ node nightly.js',
    ]);
  });

  it('fly.toml: variables, processes, mounts in both forms', async () => {
    assert.deepEqual(await said('fly.toml', 'app = "shop"\n[env]\nCACHE_STORE = "redis"\n[processes]\napp = "bin/server"\nworker = "php artisan queue:work"\n[deploy]\nrelease_command = "bin/migrate"\n[[mounts]]\nsource = "data"\ndestination = "/data"\n'), [
      'production env CACHE_STORE=redis @ redis',
      'production process web=bin/server @ bin/server',
      'production process worker=php artisan queue:work @ php artisan queue:work',
      'production process release=bin/migrate @ bin/migrate',
      'production config platform.mount=/data @ /data',
    ]);
    assert.equal((await factsOf('fly.staging.toml', '[env]\nA_MODE = "on"\n'))[0]?.stage, 'staging');
    assert.equal((await said('fly.toml', '[mounts]\ndestination = "/data"\n')).length, 1);
  });

  it('app.json: add-ons and variables of a sample, nothing of other files of that name', async () => {
    assert.deepEqual(await said('app.json', '{"addons":["heroku-postgresql:essential-0",{"plan":"heroku-redis:mini"},"papertrail"],"env":{"MAIL_MAILER":{"value":"ses"},"SECRET_KEY":{"generator":"secret"}},"cron":[{"command":"php cron.php","schedule":"@daily"}]}'), [
      'example resource platform_postgresql=heroku-postgresql:essential-0 @ heroku-postgresql:essential-0',
      'example env DATABASE_URL=set postgres @ heroku-postgresql:essential-0',
      'example resource platform_redis=heroku-redis:mini @ heroku-redis:mini',
      'example env REDIS_URL=set rediss @ heroku-redis:mini',
      'example env MAIL_MAILER=ses @ ses',
      'example env SECRET_KEY=set @ SECRET_KEY',
      'example process scheduler=php cron.php @ php cron.php',
    ]);
    assert.deepEqual(await said('app.json', '{"addons":[{"plan":"memcachier:dev","as":"STORE"}]}'), ['example resource platform_memcached=memcachier:dev @ memcachier:dev', ...['SERVERS', 'USERNAME', 'PASSWORD'].map((name) => `example env STORE_${name}=set @ memcachier:dev`)]);
    assert.deepEqual(await said('app.json', '{"expo":{"name":"x"},"env":{"A_MODE":"on"}}'), []);
    assert.deepEqual(await said('app.json', '{"name":"x","displayName":"X"}'), []);
  });

  it('Platform.sh: services by type, relationships, mounts, workers, crons', async () => {
    assert.deepEqual(await said('.platform/services.yaml', 'db:\n  type: mariadb:10.11\ncache:\n  type: redis:7.2\nfiles:\n  type: network-storage:2.0\n'), ['production resource platform_mariadb=mariadb:10.11 @ mariadb:10.11', 'production resource platform_redis=redis:7.2 @ redis:7.2']);
    assert.deepEqual(await said('.platform.app.yaml', 'name: app\nvariables:\n  env:\n    APP_MODE: prod\nmounts:\n  web/uploads: { source: local }\nworkers:\n  queue:\n    commands: { start: php bin/console messenger:consume }\ncrons:\n  nightly:\n    spec: "0 3 * * *"\n    cmd: php nightly.php\n'), [
      'production env APP_MODE=prod @ prod',
      'production config platform.mount=web/uploads @ web/uploads',
      'production process worker=php bin/console messenger:consume @ php bin/console messenger:consume',
      'production process scheduler=php nightly.php @ php nightly.php',
    ]);
    assert.deepEqual(await said('.upsun/config.yaml', 'applications:\n  app:\n    source: { root: api }\n    variables: { env: { APP_MODE: prod } }\nservices:\n  search:\n    type: opensearch:2\n'), ['production resource platform_opensearch=opensearch:2 @ opensearch:2', 'production env APP_MODE=prod in api @ prod']);
  });

  it('App Platform, Railway, App Runner', async () => {
    assert.deepEqual(await said('.do/app.yaml', 'services:\n  - name: web\n    source_dir: /api\n    run_command: node a.js\n    envs:\n      - { key: CACHE_STORE, value: redis }\n      - { key: APP_SECRET, type: SECRET }\ndatabases:\n  - { name: db, engine: MYSQL }\n'), [
      'production resource platform_mysql=db @ MYSQL',
      'production env CACHE_STORE=redis in api @ redis',
      'production env APP_SECRET=set in api @ APP_SECRET',
      'production process web=node a.js in api @ node a.js',
    ]);
    assert.deepEqual(await said('railway.toml', '[deploy]\nstartCommand = "node a.js"\ncronSchedule = "0 3 * * *"\n'), ['production process scheduler=node a.js @ node a.js']);
    assert.deepEqual(await said('apprunner.yaml', 'run:\n  command: node a.js\n  env:\n    - { name: NODE_ENV, value: production }\n  secrets:\n    - { name: DB_PASSWORD, value-from: "arn:aws:secretsmanager:us-east-1:1:secret:db" }\n'), [
      'production process web=node a.js @ node a.js',
      'production env NODE_ENV=production @ production',
      'production env DB_PASSWORD=set @ arn:aws:secretsmanager:us-east-1:1:secret:db',
      'production config platform.secrets=secretsmanager @ arn:aws:secretsmanager:us-east-1:1:secret:db',
    ]);
  });

  const broken = ['', '{', '[1', ':', 'services: 3', 'services:\n  - 1', 'a:\n\t- b', '[env', 'environments:\n  production: 3', '{"addons":{"a":1},"env":[1]}', 'functions:\n  - 1', 'functions:\n  a: null'];
  for (const path of platform.files.map(({ example }) => example)) {
    it(`${path} survives anything`, async () => {
      for (const text of broken) assert.deepEqual((await factsOf(path, text)).filter((fact) => fact.kind === 'process'), [], text);
    });
  }

  it('knows each product by its name on every platform', () => {
    const cases: Readonly<Record<string, string | undefined>> = {
      'heroku-postgresql:mini': 'postgresql', postgresql: 'postgresql', PG: 'postgresql', 'oracle-mysql:8.0': 'mysql', 'mysql:11.0': 'mysql', 'jawsdb:kitefin': 'mysql', 'jawsdb-maria': 'mariadb', 'mariadb:10.4': 'mariadb',
      MONGODB: 'mongodb', 'heroku-redis': 'redis', 'redis-persistent:7.0': 'redis', VALKEY: 'valkey', 'memcachier:dev': 'memcached', cloudamqp: 'rabbitmq', 'bonsai:sandbox': 'elasticsearch', OPENSEARCH: 'opensearch', scheduler: 'cron', papertrail: undefined, 'network-storage:2.0': undefined, varnish: undefined,
    };
    assert.deepEqual(Object.fromEntries(Object.keys(cases).map((name) => [name, productNamed(name)])), cases);
    for (const name of Object.values(cases)) if (name !== undefined) assert.equal(Object.hasOwn(platformProducts, name), true, name);
  });
});

const laravel: Files = {
  'composer.json': '{ "require": { "laravel/framework": "^11.0", "laravel/vapor-core": "^2" } }',
  artisan: '',
  '.env.example': 'APP_KEY=\nDB_CONNECTION=sqlite\nCACHE_STORE=file\nQUEUE_CONNECTION=sync\nFILESYSTEM_DISK=local\n',
  'app/Jobs/A.php': "<?php class A implements ShouldQueue { function handle() { Storage::put('a', 'b'); } }",
};

async function technologiesOf(files: Files): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await readWorkspace(files)).needs.map((need) => [need.id, need.technology]));
}

describe('what a platform decides', () => {
  it('Vapor: queue, cache and files of the production environment', async () => {
    const found = await technologiesOf({ ...laravel, 'vapor.yml': 'environments:\n  staging:\n    queues: false\n  production:\n    storage: shop-files\n    cache: shop-cache\n' });
    assert.deepEqual([found['compute'], found['queue'], found['cache'], found['file-storage']], ['serverless', 'sqs', 'redis', 's3']);
    const injected = { ...laravel, 'vapor.yml': 'environments:\n  production:\n    memory: 1024\n', '.env.example': 'APP_KEY=\nSESSION_DRIVER=file\nLOG_CHANNEL=single\nMAIL_MAILER=log\n', 'app/Mail/A.php': '<?php class A extends Mailable {}' };
    const told = await technologiesOf(injected);
    assert.deepEqual([told['sessions'], told['mail'], told['monitoring']], ['cookie', 'ses', undefined]);
    assert.equal((await technologiesOf({ ...injected, 'vapor.yml': 'environments:\n  live:\n    memory: 1024\n' }))['mail'], 'log');
    const without = await technologiesOf({ ...laravel, 'vapor.yml': 'environments:\n  live-api:\n    queues: false\n' });
    assert.deepEqual([without['queue'], without['cache'], without['file-storage']], ['sync', 'dynamodb', 'local']);
  });

  it('a database of the platform stands before the sample where the application can speak to it', async () => {
    const { 'relational-database': database } = await technologiesOf({ ...laravel, 'render.yaml': 'databases:\n  - name: db\n' });
    assert.equal(database, 'postgresql');
  });

  it('what a sample attaches is there where no file speaks of a deployment', async () => {
    const django = { 'requirements.txt': 'django\ndj-database-url\npylibmc\n', 'manage.py': '', 'app.json': '{"addons":["heroku-postgresql",{"plan":"memcachier","as":"MEMCACHE"}]}' };
    const settings = "import os, dj_database_url\nINSTALLED_APPS = ['shop']\nDATABASES = {'default': dj_database_url.config(default='mysql://localhost/shop')}\nif os.environ.get('MEMCACHE_SERVERS') is not None:\n    CACHES = {'default': {'BACKEND': 'django.core.cache.backends.memcached.PyLibMCCache'}}\nelse:\n    CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}}\n";
    const kept = async (files: Files): Promise<readonly (string | undefined)[]> => {
      const found = await technologiesOf({ ...django, 'shop/settings.py': settings, ...files });
      return [found['relational-database'], found['cache']];
    };
    assert.deepEqual(await kept({}), ['postgresql', 'memcached']);
    assert.deepEqual(await kept({ '.env.production': 'DATABASE_URL=sqlite:///shop.db\n' }), ['sqlite', 'memory']);
  });

  it('what a sample attaches stands behind everything else', async () => {
    const found = await technologiesOf({ ...laravel, 'app.json': '{"addons":["heroku-postgresql"],"env":{"QUEUE_CONNECTION":"redis","CACHE_STORE":"redis"}}' });
    assert.deepEqual([found['relational-database'], found['queue'], found['cache']], ['sqlite', 'sync', 'file']);
  });
});

describe('services of functions', () => {
  const serverless = `service: shop
provider:
  name: aws
  runtime: nodejs20.x
  environment:
    DB_PASSWORD: \${ssm:/shop/db}
functions:
  api:
    handler: src/api.handler
    events:
      - httpApi: '*'
  nightly:
    handler: src/nightly.handler
    events:
      - schedule: rate(1 day)
  worker:
    handler: src/worker.handler
    events:
      - sqs: { arn: x }
  chat:
    handler: src/chat.handler
    events:
      - websocket: $connect
resources:
  Resources:
    Orders:
      Type: AWS::DynamoDB::Table
`;
  it('are applications with the needs that their file declares', async () => {
    const { applications, needs } = await readWorkspace({ 'serverless.yml': serverless });
    assert.deepEqual(applications.map(({ root, name, framework, languages }) => ({ root, name, framework, languages })), [{ root: '.', name: 'shop', framework: 'serverless', languages: ['javascript'] }]);
    assert.deepEqual(needs.map(({ id, technology, servedBy }) => `${id} ${technology} ${servedBy ?? ''}`), [
      'compute serverless lambda', 'document-database dynamodb dynamodb', 'queue sqs sqs', 'scheduler eventbridge eventbridge-scheduler', 'realtime apigateway apigateway-websocket', 'secrets ssm parameter-store',
    ]);
  });
  it('on another cloud are none of ours', async () => {
    assert.deepEqual((await readWorkspace({ 'serverless.yml': serverless.replace('name: aws', 'name: azure') })).applications, []);
  });

  it('are told by their code what their file leaves out', async () => {
    const { needs } = await readWorkspace({ 'serverless.yml': serverless, 'package.json': '{ "dependencies": { "mongoose": "8" } }', 'src/database.js': 'mongoose.connect(process.env.MONGODB_URI)' });
    assert.deepEqual(needs.filter(({ id }) => id === 'document-database').map(({ technology }) => technology), ['mongodb']);
  });

  it('are described in code, in files of their own and with traces', async () => {
    const code = "import functions from './functions';\nconst configuration: AWS = { service: 'shop', provider: { name: 'aws', runtime: 'nodejs22.x', tracing: { lambda: true } }, functions };\nmodule.exports = configuration;";
    const described = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => (await readWorkspace(files)).needs.map(({ id, technology }) => `${id} ${technology}`);
    assert.deepEqual(await described({ 'serverless.ts': code }), ['compute serverless', 'monitoring xray']);
    assert.deepEqual(await described({ 'serverless.yml': 'service: shop\nprovider:\n  name: aws\nfunctions: ${file(functions.yml)}\nresources:\n  - ${file(resources/orders.yml)}\n', 'resources/orders.yml': 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n' }), ['compute serverless', 'document-database dynamodb']);
  });
  it('serve the application of a framework that is deployed by them', async () => {
    const found = await technologiesOf({ 'composer.json': '{ "require": { "laravel/framework": "^11.0", "bref/bref": "^2" } }', artisan: '', 'serverless.yml': "service: shop\nprovider:\n  name: aws\n  environment: { QUEUE_CONNECTION: sqs }\nfunctions:\n  web:\n    handler: public/index.php\n    runtime: php-83-fpm\n    events:\n      - httpApi: '*'\n" });
    assert.deepEqual([found['compute'], found['queue']], ['serverless', 'sqs']);
  });
});
