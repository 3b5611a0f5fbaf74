import assert from 'node:assert/strict';
import { compose } from '../../../../src/core/detectors/compose';
import { withBaseFiles } from '../../../../src/core/detectors/compose/baseFiles';
import { withoutVariants } from '../../../../src/core/detectors/compose/variants';
import { loadFormats } from '../../../../src/core/formats';
import type { Fact } from '../../../../src/core/model';
import { readWorkspace, type Files } from '../../support/workspace';

async function factsOf(path: string, text: string): Promise<readonly Fact[]> {
  return compose.extract({ path, text }, await loadFormats(['yaml'])).facts;
}

function container(facts: readonly Fact[], name: string): Fact | undefined {
  return facts.find((fact) => fact.kind === 'container' && fact.name === name);
}

describe('the deployment that a compose file speaks of', () => {
  const app = 'services:\n  app:\n    image: acme/app\n';
  const cases: readonly (readonly [string, string, string])[] = [
    ['docker-compose.yml', `${app}    restart: always\n`, 'production'],
    ['docker-compose.yml', app, 'local'],
    ['docker-compose.yml', `${app}    environment:\n      APP_ENV: production\n`, 'production'],
    ['docker-compose.yml', `${app}    environment:\n      - NODE_ENV=\${NODE_ENV:-production}\n`, 'production'],
    ['docker-compose.yml', `${app}    restart: always\n    environment: [RAILS_ENV=development]\n`, 'local'],
    ['docker-compose.yml', `${app}    environment: [APP_ENV=production]\n  worker:\n    image: acme/app\n    environment: [APP_ENV=local]\n`, 'local'],
    ['docker-compose.dev.yml', `${app}    environment: [APP_ENV=production]\n`, 'local'],
    ['docker-compose.prod.yml', app, 'production'],
    ['docker-stack.yml', app, 'production'],
    ['compose.override.yaml', `${app}    restart: always\n`, 'local'],
    ['.github/compose.yaml', `${app}    restart: always\n`, 'test'],
    ['scripts/test-environments/postgres/compose.yml', `${app}    restart: always\n`, 'test'],
    ['dev-env/compose.yml', `${app}    restart: always\n`, 'local'],
    ['.ddev/docker-compose.adminer.yaml', `${app}    restart: always\n`, 'local'],
    ['docker-compose.yml', 'services:\n  app:\n    build: .\n    restart: always\n    volumes: [".:/app"]\n', 'local'],
    ['docker-compose.yml', `${app}    restart: always\n    environment:\n      JAVA_TOOL_OPTIONS: -agentlib:jdwp=transport=dt_socket,server=y\n`, 'local'],
    ['docker-compose.yml', `${app}    restart: always\n    command: [node, --inspect=0.0.0.0, server.js]\n`, 'local'],
    ['docker-compose.yml', `${app}    restart: always\n  aws:\n    image: localstack/localstack:3\n`, 'local'],
    ['docker-compose.yml', 'services:\n  app:\n    build: { context: ., target: development }\n    restart: always\n', 'local'],
  ];
  for (const [path, text, stage] of cases) {
    it(`${path} ${JSON.stringify(text.slice(30))} is ${stage}`, async () => {
      assert.equal(container(await factsOf(path, text), 'app')?.stage, stage);
    });
  }

  it('a service of a profile is not started by default', async () => {
    const facts = await factsOf('docker-compose.prod.yml', `${app}  search:\n    image: getmeili/meilisearch\n    profiles: [search]\n`);
    assert.equal(container(facts, 'search')?.stage, 'local');
  });
});

describe('what a service takes from elsewhere', () => {
  it('has what its base has, and its own before it', async () => {
    const facts = await factsOf('compose.prod.yaml', 'services:\n  base:\n    image: acme/app\n    environment:\n      QUEUE_CONNECTION: sync\n      CACHE_STORE: redis\n    profiles: [never]\n  worker:\n    extends:\n      service: base\n    command: php artisan queue:work\n    environment:\n      QUEUE_CONNECTION: redis\n');
    assert.equal(container(facts, 'worker')?.value.kind === 'literal' && container(facts, 'worker')?.stage, 'production');
    const set = facts.filter((fact) => fact.kind === 'env' && fact.detail?.['service'] === 'worker').map((fact) => `${fact.name}=${fact.value.kind === 'literal' ? fact.value.text : ''}`);
    assert.deepEqual(set.sort(), ['CACHE_STORE=redis', 'QUEUE_CONNECTION=redis']);
  });

  it('survives a circle', async () => {
    const facts = await factsOf('compose.yaml', 'services:\n  a:\n    extends: b\n  b:\n    extends: a\n');
    assert.deepEqual(facts.filter((fact) => fact.kind === 'container').map((fact) => fact.name), ['a', 'b']);
  });

  it('reads anchors and merge keys', async () => {
    const facts = await factsOf('compose.prod.yaml', 'x-env: &env\n  MAIL_MAILER: ses\nservices:\n  app:\n    image: acme/app\n    environment:\n      <<: *env\n');
    assert.deepEqual(facts.filter((fact) => fact.kind === 'env').map((fact) => fact.name), ['MAIL_MAILER']);
  });

  for (const text of ['', 'services:', 'services: 3', 'services:\n - a', 'services:\n  app: null', '\tservices:\n{{', 'other: 1']) {
    it(`takes ${JSON.stringify(text)} without a fact`, async () => {
      assert.deepEqual((await factsOf('compose.yaml', text)).filter((fact) => fact.kind === 'container' && fact.value.kind === 'literal'), []);
    });
  }
});

const laravel: Files = {
  'composer.json': '{ "require": { "laravel/framework": "^10.0" } }',
  artisan: '',
  'config/cache.php': "<?php return ['default' => env('CACHE_DRIVER', 'file'), 'stores' => ['file' => ['driver' => 'file'], 'redis' => ['driver' => 'redis']]];",
};

async function cacheOf(files: Files): Promise<string | undefined> {
  return (await readWorkspace(files)).needs.find((need) => need.id === 'cache')?.technology;
}

describe('what a service takes from a service of another file', () => {
  const base = 'services:\n  app:\n    build: .\n    restart: always\n    environment:\n      QUEUE_CONNECTION: sync\n      CACHE_STORE: redis\n  cache:\n    image: redis:7\n';

  async function described(files: Files): Promise<readonly string[]> {
    const facts = (await Promise.all(Object.entries(files).map(([path, text]) => factsOf(path, String(text))))).flat();
    return withBaseFiles(facts).map((fact) => `${fact.kind} ${fact.detail?.['service'] ?? ''} ${fact.kind === 'env' ? `${fact.name}=` : ''}${fact.value.kind === 'literal' ? fact.value.text : '-'} ${fact.stage}`).sort();
  }

  it('is its own, and the base that nobody starts is gone', async () => {
    assert.deepEqual(await described({ 'docker-compose.yml': 'services:\n  web:\n    extends:\n      file: deploy/common.yml\n      service: app\n    environment:\n      QUEUE_CONNECTION: redis\n  store:\n    extends:\n      file: ./deploy/common.yml\n      service: cache\n', 'deploy/common.yml': base }), [
      'container store redis:7 production',
      'container web - production',
      'env web CACHE_STORE=redis production',
      'env web QUEUE_CONNECTION=redis production',
      'process web - production',
    ]);
  });

  it('is not read of a variant beside the file that is started by default', async () => {
    assert.deepEqual((await described({ 'docker-compose.yml': base, 'docker-compose.dev.yml': 'services:\n  app:\n    extends:\n      file: docker-compose.yml\n      service: app\n' })).filter((line) => line.startsWith('env')), [
      'env app CACHE_STORE=redis production',
      'env app QUEUE_CONNECTION=sync production',
    ]);
  });

  it('keeps the word of a file name', async () => {
    assert.deepEqual((await described({ 'docker-compose.dev.yml': 'services:\n  app:\n    extends:\n      file: common.yml\n      service: app\n', 'common.yml': base })).filter((line) => line.startsWith('env')), [
      'env app CACHE_STORE=redis local',
      'env app QUEUE_CONNECTION=sync local',
    ]);
  });

  it('leaves production to the file of that name where it stands by itself', async () => {
    const main = 'services:\n  app:\n    build: .\n    restart: always\n    environment:\n      QUEUE_CONNECTION: sync\n';
    const stages = async (production: string): Promise<readonly string[]> => {
      const facts = [...await factsOf('docker-compose.yml', main), ...await factsOf('docker-compose.prod.yml', production)];
      return withoutVariants(facts).filter((fact) => fact.kind === 'container' && fact.name === 'app').map((fact) => `${fact.at.path} ${fact.stage}`);
    };
    assert.deepEqual(await stages('services:\n  app:\n    build: .\n  db:\n    image: postgres:17\n'), ['docker-compose.yml local', 'docker-compose.prod.yml production']);
    // One that lies over the other restates what changes.
    assert.deepEqual(await stages('services:\n  app:\n    environment:\n      QUEUE_CONNECTION: redis\n  db:\n    image: postgres:17\n'), ['docker-compose.yml production', 'docker-compose.prod.yml production']);
  });

  it('is nothing where the other file is not there', async () => {
    assert.deepEqual(await described({ 'docker-compose.yml': 'services:\n  web:\n    extends:\n      file: gone.yml\n      service: app\n' }), ['container web - local', 'process web - local']);
  });
});

describe('env files that compose starts a service with', () => {
  const sample = { ...laravel, '.env.example': 'CACHE_DRIVER=array\nAPP_ENV=local\n' };
  it('speak for the deployment of the service', async () => {
    const files = { ...sample, 'deploy.env': 'CACHE_DRIVER=redis\n', 'docker-compose.yml': 'services:\n  app:\n    image: acme/app\n    restart: always\n    env_file: deploy.env\n' };
    assert.equal(await cacheOf(files), 'redis');
  });
  it('give way to what the service sets', async () => {
    const files = { ...sample, 'deploy.env': 'CACHE_DRIVER=redis\n', 'docker-compose.yml': 'services:\n  app:\n    image: acme/app\n    restart: always\n    env_file:\n      - path: deploy.env\n        required: false\n    environment: [CACHE_DRIVER=file]\n' };
    assert.equal(await cacheOf(files), 'file');
  });
  it('of continuous integration speak for nothing', async () => {
    assert.equal(await cacheOf({ ...laravel, '.env.example': 'CACHE_DRIVER=redis\n', '.github/workflows/.env.sqlite': 'CACHE_DRIVER=array\n' }), 'redis');
  });
});

describe('services of a file above several applications', () => {
  it('belong to the application whose folder they mount or whose env file they take', async () => {
    const files: Files = {
      ...Object.fromEntries(Object.entries(laravel).flatMap(([path, text]) => [[`api/${path}`, text], [`shop/${path}`, text]])),
      'docker-compose.prod.yml': 'services:\n  api:\n    image: acme/api\n    env_file: ./api/.env\n    environment: [CACHE_DRIVER=redis]\n  shop:\n    image: acme/shop\n    volumes: ["./shop:/app"]\n    environment: [CACHE_DRIVER=array]\n',
    };
    const { needs } = await readWorkspace(files);
    assert.deepEqual(needs.filter((need) => need.id === 'cache').map((need) => `${need.application} ${need.technology}`), ['api redis', 'shop memory']);
  });

  it('of a database in an image of one\'s own set nothing for an application', async () => {
    const text = 'services:\n  mysql:\n    build: ./docker/mysql\n    environment: [MYSQL_ROOT_PASSWORD=secret]\n  kafka-init:\n    build:\n      context: kafka-init\n    environment: {API_TOKEN: abc}\n  app:\n    build: .\n    environment: [CACHE_DRIVER=redis]\n';
    assert.deepEqual((await factsOf('compose.yml', text)).filter((fact) => fact.kind === 'env').map((fact) => fact.name), ['CACHE_DRIVER']);
  });

  it('an env file of a package beside it is not the application\'s', async () => {
    const files: Files = { ...Object.fromEntries(Object.entries(laravel).map(([path, text]) => [`websites/shop/${path}`, text])), 'plugins/search/.env': 'CACHE_DRIVER=redis\n' };
    assert.equal(await cacheOf(files), 'file');
    assert.equal(await cacheOf({ ...files, 'docker/.env': 'CACHE_DRIVER=redis\n' }), 'redis');
  });
});
