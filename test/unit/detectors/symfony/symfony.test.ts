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

  it('tells a queue by the one bridge that is required, where only the installation knows its address', async () => {
    const transports = { 'config/packages/messenger.yaml': "framework:\n    messenger:\n        transports:\n            async:\n                dsn: '%env(MESSENGER_TRANSPORT_DSN)%'\n" };
    const required = (more: Readonly<Record<string, string>>): Files => ({ ...transports, 'composer.json': manifest({ 'symfony/messenger': '7.3.*', ...more }) });
    assert.equal((await needsOf(required({ 'symfony/doctrine-messenger': '7.3.*' })))['queue'], 'database config/packages/messenger.yaml:%env(MESSENGER_TRANSPORT_DSN)%');
    assert.match((await needsOf(required({ 'symfony/amqp-messenger': '7.3.*' })))['queue'] ?? '', /^rabbitmq /);
    assert.equal((await needsOf(required({ 'symfony/amqp-messenger': '7.3.*', 'symfony/doctrine-messenger': '7.3.*' })))['queue'], undefined);
    assert.equal((await needsOf(required({})))['queue'], undefined);
    const options = { 'config/packages/messenger.yaml': `${transports['config/packages/messenger.yaml']}                options:\n                    use_notify: true\n` };
    assert.match((await needsOf({ ...required({}), ...options }))['queue'] ?? '', /^database /);
  });

  it('stores sessions in files unless a handler says otherwise', async () => {
    const session = (text: string): Files => ({ 'config/packages/framework.yaml': `framework:\n    session:${text}\n`, '.env': 'REDIS_URL=redis://localhost\n' });
    assert.match((await needsOf(session(' true')))['sessions'] ?? '', /^file /);
    assert.match((await needsOf(session("\n        handler_id: '%env(REDIS_URL)%'")))['sessions'] ?? '', /^redis \.env:/);
    assert.match((await needsOf(session('\n        handler_id: Symfony\\Component\\HttpFoundation\\Session\\Storage\\Handler\\PdoSessionHandler')))['sessions'] ?? '', /^database /);
    assert.equal((await needsOf(session(' false')))['sessions'], undefined);
    const own = { ...session('\n        handler_id: App\\Security\\SessionHandler'), 'src/Security/SessionHandler.php': '<?php final class SessionHandler extends PdoSessionHandler {}' };
    assert.match((await needsOf(own))['sessions'] ?? '', /^database /);
  });

  it('takes what Tailwind builds for static files', async () => {
    assert.equal((await needsOf({ 'package.json': '{ "scripts": { "build:css": "npx tailwindcss -i a.css -o public/b.css" } }' }))['static-assets'], 'bundled package.json:npx tailwindcss -i a.css -o public/b.css');
  });

  it('reads where the transports of a product lead, which it declares in its own bundle', async () => {
    const product = { 'composer.json': manifest({ 'sylius/sylius': '~1.13' }), '.env': 'MESSENGER_TRANSPORT_DSN=doctrine://default\nMAILER_DSN=null://null\n', 'config/packages/mailer.yaml': "framework:\n    mailer:\n        dsn: '%env(MAILER_DSN)%'\n" };
    const needs = await needsOf({ ...product, 'compose.override.dist.yml': 'services:\n  php:\n    build: .\n    environment:\n      MAILER_DSN: smtp://mailhog:1025\n', 'package.json': '{ "scripts": { "build:prod": "encore production" }, "devDependencies": { "@sylius-ui/frontend": "^1.0" } }' });
    assert.deepEqual([needs['queue'], needs['mail'], needs['static-assets']], ['database .env:doctrine://default', 'log .env:null://null', 'bundled package.json:encore production']);
    assert.equal((await needsOf({ ...messenger, '.env': 'MESSENGER_TRANSPORT_DSN=doctrine://default\n' }))['queue'], undefined);
  });

  it('finds the layout before Symfony 4, with its single configuration and parameters', async () => {
    const workspace = await readWorkspace({
      'composer.json': JSON.stringify({ name: 'acme/reader', type: 'project', require: { 'symfony/symfony': '3.4.*', 'doctrine/doctrine-bundle': '^1' } }, null, 2),
      'bin/console': '',
      'web/app.php': '<?php',
      'app/config/config.yml': "doctrine:\n    dbal:\n        driver: '%database_driver%'\nswiftmailer:\n    transport: '%mailer_transport%'\nframework:\n    session:\n        handler_id: session.handler.native_file\n",
      'app/config/config_prod.yml': "monolog:\n    handlers:\n        nested:\n            path: '%kernel.logs_dir%/prod.log'\n",
      'app/config/parameters.yml.dist': 'parameters:\n    database_driver: pdo_pgsql\n    database_password: example-password\n    mailer_transport: smtp\n',
    });
    const needs = Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
    assert.equal(needs['relational-database'], 'postgresql app/config/parameters.yml.dist:pdo_pgsql');
    assert.equal(needs['mail'], 'smtp app/config/parameters.yml.dist:smtp');
    assert.match(needs['sessions'] ?? '', /^file /);
    assert.equal(needs['monitoring'], 'log-file app/config/config_prod.yml:%kernel.logs_dir%/prod.log');
  });

  it('finds a product that requires its own core, by the lock file', async () => {
    const files = { 'composer.json': JSON.stringify({ name: 'acme/product', type: 'project', require: { 'acme/core': '*' } }), 'composer.lock': '{"packages": [{"name": "symfony/framework-bundle", "version": "v5.4.1"}]}', 'bin/console': '', 'index.php': '<?php' };
    const { applications } = await readWorkspace(files);
    assert.deepEqual(applications.map(({ framework, frameworkVersion, root }) => [framework, frameworkVersion, root]), [['symfony', '5', '.']]);
    assert.deepEqual((await readWorkspace({ ...files, 'composer.lock': '{"packages": []}' })).applications.map(({ framework }) => framework), ['php']);
  });

  it('reads arrays in PHP, under the name of an extension or as the value of the file', async () => {
    const arrays = await needsOf({
      'composer.json': manifest({ 'doctrine/doctrine-bundle': '^2', 'symfony/messenger': '7.3.*' }),
      'config/packages/doctrine.php': "<?php\n$connection = ['driver' => 'pdo_mysql', 'password' => '%env(DB_PASSWORD)%'];\n$container->loadFromExtension('doctrine', ['dbal' => ['connections' => ['default' => $connection]]]);\n",
      'config/packages/framework.php': "<?php\nreturn App::config(['framework' => ['cache' => ['app' => 'cache.adapter.redis'], 'session' => ['handler_id' => null]], 'when@dev' => ['framework' => ['cache' => ['app' => 'cache.adapter.array']]]]);\n",
      'config/packages/messenger.php': "<?php\nreturn static function ($container) {\n    $container->extension('framework', ['messenger' => ['transports' => ['async' => 'amqp://guest@queue']]]);\n};\n",
    });
    assert.equal(arrays['relational-database'], 'mysql config/packages/doctrine.php:pdo_mysql');
    assert.equal(arrays['cache'], 'redis config/packages/framework.php:cache.adapter.redis');
    assert.match(arrays['sessions'] ?? '', /^file /);
    assert.match(arrays['queue'] ?? '', /^rabbitmq config\/packages\/messenger\.php:/);
  });

  it('takes the database that runs beside for the one that a recipe names', async () => {
    const recipe = { ...doctrine, '.env': 'DATABASE_URL="postgresql://app:!ChangeMe!@127.0.0.1:5432/app?serverVersion=16"\n' };
    const beside = { 'docker-compose.yml': 'services:\n  db:\n    image: mysql:8.4\n' };
    assert.match((await needsOf({ ...recipe, ...beside }))['relational-database'] ?? '', /^mysql docker-compose\.yml:/);
    assert.match((await needsOf(recipe))['relational-database'] ?? '', /^postgresql \.env:/);
    assert.match((await needsOf({ ...recipe, ...beside, '.env': 'DATABASE_URL="postgresql://shop:!Own!@db:5432/app"\n' }))['relational-database'] ?? '', /^postgresql \.env:/);
    assert.match((await needsOf({ ...doctrine, ...beside }))['relational-database'] ?? '', /^mysql docker-compose\.yml:/);
    assert.match((await needsOf({ ...doctrine, 'composer.json': manifest({ 'doctrine/doctrine-bundle': '^2', 'ext-pdo_pgsql': '*' }) }))['relational-database'] ?? '', /^postgresql composer\.json:/);
    assert.equal((await needsOf(doctrine))['relational-database'], undefined);
  });

  it('takes the engine that the migrations are written for where nothing else names one', async () => {
    const migration = (statement: string): Files => ({ ...doctrine, 'migrations/Version20240101120000.php': `<?php\n$this->addSql('${statement}');\n` });
    assert.match((await needsOf(migration('CREATE SEQUENCE product_id_seq INCREMENT BY 1')))['relational-database'] ?? '', /^postgresql migrations\/Version20240101120000\.php:/);
    assert.match((await needsOf(migration('CREATE TABLE product (id INT AUTO_INCREMENT NOT NULL)')))['relational-database'] ?? '', /^mysql migrations\//);
    assert.match((await needsOf({ ...migration('CREATE TABLE product (id INT AUTO_INCREMENT NOT NULL)'), '.env': 'DATABASE_URL=postgresql://app:!ChangeMe!@127.0.0.1:5432/app\n' }))['relational-database'] ?? '', /^mysql migrations\//);
    assert.match((await needsOf({ ...migration('CREATE TABLE product (id INT AUTO_INCREMENT NOT NULL)'), '.env': 'DATABASE_URL=postgresql://shop:x@db/app\n' }))['relational-database'] ?? '', /^postgresql \.env:/);
    assert.match((await needsOf({ ...migration('CREATE TABLE product (id INT AUTO_INCREMENT NOT NULL)'), 'compose.yaml': 'services:\n  database:\n    image: postgres:16-alpine\n' }))['relational-database'] ?? '', /^mysql migrations\//);
    assert.equal((await needsOf(migration('CREATE TABLE product (id INT)')))['relational-database'], undefined);
  });

  it('keeps files where uploads are mapped to, else where code moves them', async () => {
    const gaufrette = 'knp_gaufrette:\n    adapters:\n        logos:\n            aws_s3:\n                bucket_name: logos\n';
    const flysystem = "flysystem:\n    storages:\n        default.storage:\n            adapter: 'local'\n";
    assert.match((await needsOf({ 'config/packages/knp_gaufrette.yaml': gaufrette, 'config/packages/flysystem.yaml': flysystem, 'config/packages/vich_uploader.yaml': 'vich_uploader:\n    storage: gaufrette\n' }))['file-storage'] ?? '', /^s3 config\/packages\/knp_gaufrette\.yaml:/);
    assert.match((await needsOf({ 'config/packages/flysystem.yaml': flysystem }))['file-storage'] ?? '', /^local config\/packages\/flysystem\.yaml:/);
    assert.match((await needsOf({ 'composer.json': manifest({ 'league/flysystem-aws-s3-v3': '^3' }) }))['file-storage'] ?? '', /^s3 composer\.json:/);
    const controller = (call: string): Files => ({ 'src/Controller/ProductController.php': `<?php\nuse Symfony\\Component\\HttpFoundation\\File\\UploadedFile;\n${call}\n` });
    assert.match((await needsOf(controller("$file->move($this->getParameter('images_directory'), $name);")))['file-storage'] ?? '', /^local src\/Controller\/ProductController\.php:/);
    assert.equal((await needsOf(controller('$piece->move($square);')))['file-storage'], undefined);
  });

  it('reads the compose file that runs by itself before those that somebody may lay over it, and no env file of tests', async () => {
    const stack = (address: string): string => `services:\n  shop:\n    build: .\n    environment:\n      DATABASE_URL: "${address}"\n`;
    const files = { ...doctrine, '.env.panther': 'DATABASE_URL=sqlite:///test.db\n', '.env-example': 'DATABASE_URL=mysql://db/app\n' };
    assert.match((await needsOf(files))['relational-database'] ?? '', /^mysql \.env-example:/);
    assert.match((await needsOf({ ...doctrine, 'docker-compose.mysql.yml': stack('mysql://db/app'), 'docker-compose.yml': stack('postgresql://db/app') }))['relational-database'] ?? '', /^postgresql docker-compose\.yml:/);
    assert.match((await needsOf({ ...doctrine, 'compose.override.yaml': stack('mysql://db/app'), 'compose.yaml': stack('postgresql://db/app') }))['relational-database'] ?? '', /^mysql compose\.override\.yaml:/);
  });

  it('is told the mail server by its installation where nothing else names one', async () => {
    const mailer = { 'composer.json': manifest({ 'symfony/mailer': '7.3.*' }), 'config/packages/mailer.yaml': "framework:\n    mailer:\n        dsn: '%env(MAILER_DSN)%'\n" };
    assert.equal((await needsOf(mailer))['mail'], 'smtp config/packages/mailer.yaml:%env(MAILER_DSN)%');
    assert.equal((await needsOf({ 'composer.json': manifest({ 'symfony/mailer': '7.3.*' }) }))['mail'], undefined);
  });

  it('does not run in an image further down where buildpacks build it', async () => {
    const image = { '.docker/php/Dockerfile': 'FROM php:8.3-fpm\nCOPY . .\n' };
    assert.match((await needsOf({ ...image, Procfile: 'worker: php bin/console messenger:consume async\n' }))['compute'] ?? '', /^php-fpm /);
    assert.match((await needsOf(image))['compute'] ?? '', /^container /);
  });

  it('does not throw on half-written configuration', async () => {
    assert.deepEqual(Object.keys(await needsOf({ 'config/packages/messenger.yaml': 'framework:\n  messenger:\n    transports: [', 'config/packages/cache.yaml': '\t\tx: {{', '.env': '=\n"' })), ['compute', 'cache']);
  });
});
