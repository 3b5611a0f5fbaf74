import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const manifest = (more: Readonly<Record<string, string>> = {}, type = 'project'): string =>
  JSON.stringify({ name: 'acme/shop', type, require: { php: '>=8.2', 'symfony/framework-bundle': '7.3.*', ...more } }, null, 2);
const base = { 'bin/console': '', 'public/index.php': '<?php' };

async function needsOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ ...base, 'composer.json': manifest(), ...files });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
}

const doctrine = { 'composer.json': manifest({ 'doctrine/doctrine-bundle': '^2' }), 'config/packages/doctrine.yaml': "doctrine:\n    dbal:\n        url: '%env(resolve:DATABASE_URL)%'\n" };
const messenger = { 'composer.json': manifest({ 'symfony/messenger': '7.3.*' }) };

describe('Symfony', () => {
  it('is an application with a console and a front controller, not a bundle', async () => {
    const applications = async (files: Files): Promise<readonly unknown[]> => (await readWorkspace(files)).applications.map(({ framework, frameworkVersion, name }) => [framework, frameworkVersion, name]);
    assert.deepEqual(await applications({ ...base, 'composer.json': manifest() }), [['symfony', '7', 'shop']]);
    assert.deepEqual(await applications({ ...base, 'composer.json': manifest({}, 'symfony-bundle') }), []);
    assert.deepEqual(await applications({ 'composer.json': manifest() }), []);
  });

  it('reads the scheme of a DSN from the layers of env files', async () => {
    assert.match((await needsOf({ ...doctrine, '.env': 'DATABASE_URL="sqlite:///%kernel.project_dir%/var/data.db"\n' }))['relational-database'] ?? '', /^sqlite \.env:sqlite:/);
    assert.match((await needsOf({ ...doctrine, '.env': 'DATABASE_URL=sqlite:///x\n', '.env.prod': 'DATABASE_URL=postgresql://db/app\n' }))['relational-database'] ?? '', /^postgresql \.env\.prod:/);
    assert.match((await needsOf({ ...doctrine, '.env': 'DATABASE_URL=mysql://db/app\n', '.env.prod': 'APP_ENV=prod\n' }))['relational-database'] ?? '', /^mysql \.env:/);
  });

  it('prefers what production says to the general section, and ignores development and tests', async () => {
    const cache = "framework:\n    cache:\n        app: cache.adapter.filesystem\nwhen@prod:\n    framework:\n        cache:\n            app: cache.adapter.redis\nwhen@dev:\n    framework:\n        cache:\n            app: cache.adapter.array\n";
    assert.equal((await needsOf({ 'config/packages/cache.yaml': cache }))['cache'], 'redis config/packages/cache.yaml:cache.adapter.redis');
    assert.equal((await needsOf({ 'config/packages/prod/cache.yaml': 'framework:\n    cache:\n        app: cache.adapter.memcached\n' }))['cache'], 'memcached config/packages/prod/cache.yaml:cache.adapter.memcached');
  });

  it('reads the section of an environment of its own name where the image selects it', async () => {
    const monolog = { 'config/packages/monolog.yaml': "when@prod:\n    monolog:\n        handlers:\n            main:\n                path: '%kernel.logs_dir%/prod.log'\nwhen@docker:\n    monolog:\n        handlers:\n            main:\n                path: 'php://stderr'\n" };
    assert.equal((await needsOf(monolog))['monitoring'], 'log-file config/packages/monolog.yaml:%kernel.logs_dir%/prod.log');
    assert.equal((await needsOf({ ...monolog, Dockerfile: 'FROM php:8.4-apache\nENV APP_ENV=docker\nCOPY . .\n' }))['monitoring'], undefined);
  });

  it('reads configuration in PHP, and what variables are by default', async () => {
    const php = (use: string, body: string): string => `<?php\n/* ->driver('pdo_pgsql') */\nuse Symfony\\Config\\${use};\nreturn static function (${use} $config): void {\n  ${body}\n};\n`;
    const needs = await needsOf({
      'composer.json': manifest({ 'doctrine/doctrine-bundle': '^2', 'symfony/mailer': '7.3.*' }),
      'config/services.php': "<?php\n$parameters->set('env(database_driver)', 'pdo_mysql');\n$parameters->set('env(SENTRY_DSN)', null);\n",
      'config/packages/doctrine.php': php('DoctrineConfig', "$config->dbal()->connection('default')->driver(env('database_driver'));"),
      'config/packages/framework.php': php('FrameworkConfig', "$config->secret(env('secret'));\n  $config->session()->name('SHOP');"),
      'config/packages/mailer.php': php('FrameworkConfig', "$config->mailer()->dsn('smtp://mail:25');"),
      'config/packages/prod/framework.php': php('FrameworkConfig', "$config->cache()->app('cache.adapter.redis');"),
      'config/packages/prod/monolog.php': php('MonologConfig', "$config->handler('nested')->path('%kernel.logs_dir%/prod.log');"),
    });
    assert.deepEqual(Object.fromEntries(Object.entries(needs).filter(([id]) => id !== 'compute')), {
      'relational-database': 'mysql config/services.php:pdo_mysql',
      cache: 'redis config/packages/prod/framework.php:cache.adapter.redis',
      sessions: 'file config/packages/framework.php:session',
      mail: 'smtp config/packages/mailer.php:smtp://mail:25',
      monitoring: 'log-file config/packages/prod/monolog.php:%kernel.logs_dir%/prod.log',
      secrets: 'env config/packages/framework.php:secret',
    });
    assert.match((await needsOf({ ...doctrine, 'config/services.yaml': "parameters:\n    env(DATABASE_URL): 'postgresql://db/app'\n" }))['relational-database'] ?? '', /^postgresql config\/services\.yaml:/);
  });

  it('takes the transport that carries messages, not the one of failures', async () => {
    const transports = "framework:\n    messenger:\n        failure_transport: failed\n        transports:\n            failed: 'doctrine://default?queue_name=failed'\n            sync: 'sync://'\n            async:\n                dsn: '%env(MESSENGER_TRANSPORT_DSN)%'\n";
    assert.match((await needsOf({ ...messenger, 'config/packages/messenger.yaml': transports, '.env': 'MESSENGER_TRANSPORT_DSN=amqp://guest@localhost/%2f\n' }))['queue'] ?? '', /^rabbitmq \.env:/);
    assert.match((await needsOf({ ...messenger, 'config/packages/messenger.yaml': transports, '.env': 'MESSENGER_TRANSPORT_DSN=doctrine://default\n' }))['queue'] ?? '', /^database \.env:/);
    assert.equal((await needsOf({ ...messenger }))['queue'], undefined);
  });

  it('stores sessions in files unless a handler says otherwise', async () => {
    const session = (text: string): Files => ({ 'config/packages/framework.yaml': `framework:\n    session:${text}\n`, '.env': 'REDIS_URL=redis://localhost\n' });
    assert.match((await needsOf(session(' true')))['sessions'] ?? '', /^file /);
    assert.match((await needsOf(session("\n        handler_id: '%env(REDIS_URL)%'")))['sessions'] ?? '', /^redis \.env:/);
    assert.match((await needsOf(session('\n        handler_id: Symfony\\Component\\HttpFoundation\\Session\\Storage\\Handler\\PdoSessionHandler')))['sessions'] ?? '', /^database /);
    assert.equal((await needsOf(session(' false')))['sessions'], undefined);
  });

  it('does not throw on half-written configuration', async () => {
    assert.deepEqual(Object.keys(await needsOf({ 'config/packages/messenger.yaml': 'framework:\n  messenger:\n    transports: [', 'config/packages/cache.yaml': '\t\tx: {{', '.env': '=\n"' })), ['compute', 'cache']);
  });
});
