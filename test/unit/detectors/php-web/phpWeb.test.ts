import assert from 'node:assert/strict';
import { extractPhpConfig } from '../../../../src/core/detectors/php/config';
import { loadFormats } from '../../../../src/core/formats';
import { readWorkspace, type Files } from '../../support/workspace';

async function applicationsOf(files: Files): Promise<readonly string[]> {
  return (await readWorkspace(files)).applications.map((application) => `${application.root} ${application.framework}`);
}

async function needsOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const { needs } = await readWorkspace(files);
  return Object.fromEntries(needs.map((need) => [need.id, need.library === null ? need.technology : `${need.technology} by ${need.library}`]));
}

const manifest = (packages: Readonly<Record<string, string>>, type = 'project'): string => JSON.stringify({ name: 'acme/shop', type, require: { php: '^8.2', ...packages } });

describe('what is an application on PHP', () => {
  const pdo = '<?php $pdo = new PDO("mysql:host=$host;dbname=loja", $user, $password);';
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['CodeIgniter 4', { 'composer.json': manifest({ 'codeigniter4/framework': '^4.5' }), spark: '' }, ['. codeigniter']],
    ['CodeIgniter 3 as unpacked', { 'index.php': '<?php', 'application/config/database.php': "<?php $db['default'] = array('dbdriver' => 'mysqli');" }, ['. codeigniter']],
    ['CodeIgniter 3 as unpacked, beside other packages', { 'composer.json': manifest({ 'phpmailer/phpmailer': '^6' }), 'index.php': '<?php', 'application/config/database.php': "<?php $db['default']['dbdriver'] = 'mysqli';" }, ['. codeigniter']],
    ['a shop in a folder to upload', { 'composer.json': manifest({ 'twig/twig': '^3' }), 'upload/index.php': '<?php' }, ['. php']],
    ['a generator of documentation beside an application', { 'composer.json': manifest({}), 'index.php': '<?php', 'tools/docs/composer.json': manifest({}), 'tools/docs/index.php': '<?php' }, ['. php']],
    ['plain PHP with pages in one folder and the connection in another', { 'telas/index.php': '<?php', 'conexao/Conn.php': "<?php abstract class Conn { public string $db = 'mysql'; function connect() { return new PDO($this->db . ':host=' . $this->host, $this->user, $this->password); } }" }, ['. php']],
    ['plain PHP by a constant that only says which engine', { 'index.php': '<?php', 'conexao.php': "<?php define('SGBD', 'mysql'); define('PASSWORD', 'mysql');" }, ['. php']],
    ['plain PHP by the data source that a function opens', { 'index.php': '<?php', 'model/dao/conexao_dao.php': "<?php function conectar() { $dns = 'mysql:host=localhost;dbname=test'; return new PDO($dns, 'root', null); }" }, ['. php']],
    ['CakePHP', { 'composer.json': manifest({ 'cakephp/cakephp': '^5' }), 'webroot/index.php': '<?php' }, ['. cakephp']],
    ['Yii', { 'api/composer.json': manifest({ 'yiisoft/yii2': '~2.0' }), 'api/yii': '' }, ['api yii']],
    ['Slim', { 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php' }, ['. slim']],
    ['Drupal', { 'composer.json': manifest({ 'drupal/core-recommended': '^10' }) }, ['. drupal']],
    ['Magento', { 'composer.json': manifest({ 'magento/product-community-edition': '2.4.7' }) }, ['. magento']],
    ['plain PHP by its manifest', { 'composer.json': manifest({}), 'public/index.php': '<?php' }, ['. php']],
    ['plain PHP by the database that it opens', { 'index.php': '<?php include "conexao.php";', 'conexao.php': pdo }, ['. php']],
    ['plain PHP in a folder', { 'site/index.php': '<?php', 'site/includes/db.php': '<?php $c = mysqli_connect("localhost", "root", "");' }, ['site php']],
    ['plain PHP by the database that its own configuration names', { 'composer.json': JSON.stringify({ require: { php: '>=8.1' } }), 'Web/index.php': '<?php', 'config/config.dist.php': "<?php $conf['settings']['database']['type'] = 'mysql';" }, ['. php']],
    ['plain PHP by a configuration that is a class', { 'index.php': '<?php', 'src/Config/AppConfig.php': "<?php class AppConfig { public array $database = ['driver' => 'pgsql', 'host' => 'db']; }" }, ['. php']],
    ['plain PHP by a constant that names the engine', { 'index.php': '<?php', 'include/index.php': '<?php', 'include/shop-sampleconfig.php': "<?php define('DBTYPE','mysql'); define('DBPASS','x');" }, ['. php']],
    ['an application of its own shape on the packages of Laravel', { 'composer.json': manifest({ 'laravel/framework': '^11', 'ext-pdo_mysql': '*' }), 'public/index.php': '<?php' }, ['. php']],
    ['Laravel itself, which is another’s', { 'composer.json': manifest({ 'laravel/framework': '^11' }), 'public/index.php': '<?php', artisan: '' }, ['. laravel']],
    ['a package of CakePHP', { 'composer.json': manifest({ 'cakephp/cakephp': '^5' }, 'cakephp-plugin'), 'webroot/index.php': '<?php' }, []],
    ['a library with a front page', { 'composer.json': manifest({ 'ext-pdo': '*' }, 'library'), 'index.php': '<?php' }, []],
    ['a package without a type and an entry', { 'composer.json': JSON.stringify({ require: { 'slim/slim': '^4' } }), 'src/App.php': '<?php' }, []],
    ['pages without a database', { 'index.php': '<?php echo 1;' }, []],
    ['a theme', { 'index.php': '<?php', 'style.css': '', 'functions.php': '<?php', 'inc/db.php': pdo }, []],
    ['a plugin', { 'index.php': '<?php // Silence', 'readme.txt': '', 'includes/db.php': pdo }, []],
  ];
  for (const [name, files, expected] of cases) {
    it(`${name}: ${expected.length === 0 ? 'none' : expected.join()}`, async () => {
      assert.deepEqual(await applicationsOf(files), expected);
    });
  }
});

describe('needs of applications on PHP', () => {
  it('of settings whose names end in “engine”, in a configuration folder of its own', async () => {
    const files = {
      'composer.json': manifest({ 'twig/twig': '^3' }), 'upload/index.php': '<?php',
      'upload/system/config/default.php': "<?php $_['db_option'] = ['engine' => 'mysqli', 'password' => '']; $_['mail_engine'] = 'mail'; $_['cache_engine'] = 'file'; $_['session_engine'] = 'db';",
    };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', mail: 'sendmail', cache: 'file', sessions: 'database' });
  });

  it('of connections that are handed to a library', async () => {
    const engineOf = async (text: string): Promise<string | undefined> => (await needsOf({ 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', 'config/dependencies.php': `<?php ${text}` }))['relational-database'];
    assert.equal(await engineOf("$capsule->addConnection(['driver' => 'mysql', 'host' => getenv('DB_HOST'), 'password' => 'x']);"), 'mysql');
    assert.equal(await engineOf("$c['db'] = function () { return new Medoo(['type' => 'pgsql', 'host' => 'db', 'database' => 'a']); };"), 'postgresql');
    assert.equal(await engineOf("$c['view'] = new Twig(['type' => 'mysql']);"), undefined);
  });

  it('of Hyperf, a file for each component', async () => {
    const files = {
      'composer.json': manifest({ 'hyperf/http-server': '~3.1', 'hyperf/websocket-server': '~3.1', 'hyperf/crontab': '~3.1' }), 'bin/hyperf.php': '<?php', Dockerfile: 'FROM hyperf/hyperf:8.3-alpine-v3.19-swoole\nENTRYPOINT ["php", "/opt/www/bin/hyperf.php", "start"]\n',
      'config/autoload/databases.php': "<?php return ['default' => ['driver' => env('DB_DRIVER', 'pgsql'), 'host' => 'x']];",
      'config/autoload/cache.php': "<?php return ['default' => ['driver' => Hyperf\\Cache\\Driver\\RedisDriver::class]];",
      'config/autoload/async_queue.php': "<?php return ['default' => ['driver' => Hyperf\\AsyncQueue\\Driver\\RedisDriver::class]];",
      'config/autoload/file.php': "<?php return ['default' => 'oss', 'storage' => ['local' => ['driver' => \\Hyperf\\Filesystem\\Adapter\\LocalAdapterFactory::class], 'oss' => ['driver' => \\Hyperf\\Filesystem\\Adapter\\S3AdapterFactory::class]]];",
    };
    assert.deepEqual(await needsOf(files), { compute: 'container', 'relational-database': 'postgresql', cache: 'redis', queue: 'redis by hyperf', realtime: 'ws', scheduler: 'hyperf-crontab', 'file-storage': 's3' });
  });

  it('of a server of WebSockets that the application brings', async () => {
    assert.equal((await needsOf({ 'composer.json': manifest({ 'cboden/ratchet': '^0.4', 'ext-pdo_mysql': '*' }), 'index.php': '<?php' }))['realtime'], 'ws');
  });

  it('of products that keep all settings in one file', async () => {
    const mail = { 'composer.json': JSON.stringify({ require: { php: '>=8.1' } }), 'index.php': '<?php', 'config/defaults.inc.php': "<?php $config['db_dsnw'] = 'mysql://mail:@localhost/mail'; $config['log_driver'] = 'file'; $config['smtp_host'] = 'localhost:587'; $config['session_storage'] = 'db';" };
    const told = await needsOf(mail);
    assert.deepEqual([told['relational-database'], told['sessions'], told['mail'], told['monitoring']], ['mysql', 'database', 'smtp', 'log-file']);
    const gallery = { 'index.php': '<?php', 'include/dblayer/functions_mysqli.inc.php': '<?php function connect($h) { return new mysqli($h); }', 'include/config_default.inc.php': "<?php $conf['session_save_handler'] = 'db'; $conf['smtp_host'] = '';", 'include/functions_mail.inc.php': '<?php $mail->isSMTP();' };
    const read = await needsOf(gallery);
    assert.deepEqual([read['relational-database'], read['sessions'], read['mail']], ['mysql', 'database', 'smtp']);
  });

  it('of no engine, where a factory opens each', async () => {
    const files = { 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', 'src/MysqlPDOFactory.php': "<?php function open() { return new PDO(strtolower('Mysql') . ':host=a'); }", 'src/PostgresqlPDOFactory.php': "<?php function open() { return new PDO('pgsql:host=a'); }" };
    assert.equal((await needsOf(files))['relational-database'], undefined);
    assert.equal((await needsOf({ ...files, 'db.php': "<?php function open() { return new PDO('pgsql:host=a'); }" }))['relational-database'], 'postgresql');
  });

  it('of logs that Monolog turns over in files', async () => {
    const files = { 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', 'config/dependencies.php': "<?php $c['logger'] = function () { $log = new Logger('a'); $log->pushHandler(new RotatingFileHandler(__DIR__ . '/../logs/a.log')); return $log; };" };
    assert.equal((await needsOf(files))['monitoring'], 'log-file');
  });

  it('of CodeIgniter before 4.2: sessions in App.php, handlers by their full names, files of a request', async () => {
    const files = {
      'composer.json': manifest({ 'codeigniter4/framework': '^4' }), spark: '',
      'app/Config/App.php': "<?php class App extends BaseConfig { public $sessionDriver = 'CodeIgniter\\Session\\Handlers\\FileHandler'; }",
      'app/Config/Logger.php': "<?php class Logger extends BaseConfig { public $handlers = ['CodeIgniter\\Log\\Handlers\\FileHandler' => ['path' => '']]; }",
      'app/Controllers/Admin/Products.php': "<?php class Products { function images() { $request->getFile('file')->move($path); } }",
    };
    const { sessions, monitoring, 'file-storage': storage } = await needsOf(files);
    assert.deepEqual([sessions, monitoring, storage], ['file', 'log-file', 'local']);
  });

  it('of Drupal, whose connection nobody tracks', async () => {
    const files = { 'composer.json': manifest({ 'drupal/core-recommended': '^10', 'drupal/redis': '^1', 'drupal/swiftmailer': '^2' }), 'www/sites/default/settings.php': "<?php $databases = []; $settings['file_public_path'] = 'sites/default/files';", 'docker-compose.yml': 'services:\n  mysql:\n    image: mysql:5.7\n' };
    const { 'relational-database': database, cache, mail, 'file-storage': storage } = await needsOf(files);
    assert.deepEqual([database, cache, mail, storage], ['mysql', 'redis', 'smtp', 'local']);
  });

  it('of Yii: its file system, and the sample where a platform leaves the connection out', async () => {
    const files = (fileSystem: string): Files => ({ 'composer.json': manifest({ 'yiisoft/yii2': '^2' }), yii: '', 'config/web.php': `<?php return ['components' => ['fs' => ['class' => '${fileSystem}'], 'db' => ['dsn' => env('DB_DSN')]]];`, 'deploy/heroku/.env': 'YII_ENV=prod\n', '.env.dist': 'DB_DSN=mysql:host=db;dbname=a\n' });
    assert.deepEqual([(await needsOf(files('creocoder\\flysystem\\AwsS3Filesystem')))['file-storage'], (await needsOf(files('creocoder\\flysystem\\LocalFilesystem')))['file-storage']], ['s3', 'local']);
    assert.equal((await needsOf(files('x')))['relational-database'], 'mysql');
  });

  it('of INI files, which may end in .php', async () => {
    const php = { 'composer.json': manifest({ 'ext-pdo': '*' }), 'index.php': '<?php' };
    assert.equal((await needsOf({ ...php, 'config/global.ini.php': '; <?php exit; ?>\n[database]\nadapter = PDO\\MYSQL\n[database_tests]\nadapter = PDO\\PGSQL\n' }))['relational-database'], 'mysql');
    assert.equal((await needsOf({ ...php, 'application/configs/application.ini': '[production]\nresources.db.adapter = "PDO_PGSQL"\n[testing : production]\nresources.db.adapter = "PDO_SQLITE"\n' }))['relational-database'], 'postgresql');
  });

  it('of what compose starts, where nothing names the engine', async () => {
    const files = { 'composer.json': manifest({ 'ext-pdo': '*' }), 'index.php': '<?php', Dockerfile: 'FROM php:8.3-apache\n' };
    const compose = (...images: readonly string[]): string => `services:\n  app:\n    build: .\n${images.map((image, index) => `  db${String(index)}:\n    image: ${image}\n`).join('')}`;
    assert.equal((await needsOf({ ...files, 'docker-compose.yml': compose('mariadb:lts') }))['relational-database'], 'mariadb');
    assert.equal((await needsOf({ ...files, 'docker-compose.yml': compose('mariadb:lts', 'postgres:16') }))['relational-database'], undefined);
  });

  it('of a product that speaks to one engine', async () => {
    const { compute, 'relational-database': database } = await needsOf({ 'composer.json': manifest({ 'flarum/core': '^1.8' }), 'site.php': '<?php', flarum: '', 'public/index.php': '<?php' });
    assert.deepEqual([compute, database], ['php-fpm', 'mysql']);
  });

  it('of a class that keeps sessions in a table', async () => {
    const files = (into: string): Files => ({ 'composer.json': manifest({ 'ext-pdo_mysql': '*' }), 'index.php': '<?php', 'src/Session.php': `<?php session_start(); session_set_save_handler($handler, true); $sql = '${into}';` });
    assert.deepEqual([(await needsOf(files('INSERT INTO `user_session` (id) VALUES (?)')))['sessions'], (await needsOf(files('x')))['sessions']], ['database', 'file']);
  });

  it('of CodeIgniter 3: its logs are files from threshold 1', async () => {
    const files = (threshold: string): Files => ({ 'index.php': '<?php', 'application/config/database.php': "<?php $db['default'] = array('dbdriver' => 'mysqli');", 'application/config/config.php': `<?php $config['sess_driver'] = 'files'; $config['log_threshold'] = ${threshold};` });
    assert.deepEqual([(await needsOf(files('0')))['monitoring'], (await needsOf(files('1')))['monitoring'], (await needsOf(files('4')))['monitoring']], [undefined, 'log-file', 'log-file']);
    assert.deepEqual([(await needsOf(files('DEBUG ? 4 : 1')))['monitoring'], (await needsOf(files('DEBUG ? 4 : 0')))['monitoring']], ['log-file', undefined]);
  });

  it('of CodeIgniter 4: its logger writes files', async () => {
    const files = { 'composer.json': manifest({ 'codeigniter4/framework': '^4.5' }), spark: '', 'app/Config/Logger.php': "<?php class Logger extends BaseConfig { public $threshold = (ENVIRONMENT === 'production') ? 4 : 9; public array $handlers = [FileHandler::class => ['handles' => ['critical'], 'path' => '']]; }" };
    assert.equal((await needsOf(files))['monitoring'], 'log-file');
  });

  it('takes no credential of a directory server that compose starts for its own', async () => {
    const compose = "services:\n  app:\n    build: .\n  openldap:\n    image: osixia/openldap:1.5.0\n    environment:\n      - LDAP_ADMIN_PASSWORD=admin\n";
    assert.equal((await needsOf({ 'composer.json': manifest({ 'ext-pdo_mysql': '*' }), 'public/index.php': '<?php', Dockerfile: 'FROM php:8.3-apache\n', 'docker-compose.yml': compose }))['secrets'], undefined);
  });

  it('hands mail to PHP where SMTP is turned off', async () => {
    const files = { 'composer.json': manifest({ 'phpmailer/phpmailer': '^6', 'ext-pdo_mysql': '*' }), 'public/index.php': '<?php' };
    assert.deepEqual([(await needsOf({ ...files, 'sample.env': 'APP_EMAIL_USE_SMTP=false\n' }))['mail'], (await needsOf({ ...files, 'sample.env': 'APP_EMAIL_USE_SMTP=true\n' }))['mail']], ['sendmail', 'smtp']);
  });

  it('of CodeIgniter 4, from the fields of its classes', async () => {
    const files = {
      'composer.json': manifest({ 'codeigniter4/framework': '^4.5' }), spark: '',
      'app/Config/Database.php': "<?php class Database extends Config { public array $default = ['hostname' => 'localhost', 'password' => 'x', 'DBDriver' => 'Postgre']; public array $tests = ['DBDriver' => 'SQLite3']; }",
      'app/Config/Cache.php': "<?php class Cache extends BaseConfig { public string $handler = 'redis'; public string $backupHandler = 'dummy'; }",
      'app/Config/Session.php': '<?php class Session extends BaseConfig { public string $driver = DatabaseHandler::class; }',
      'app/Config/Email.php': "<?php class Email extends BaseConfig { public string $protocol = 'smtp'; }",
      env: '',
    };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'postgresql', cache: 'redis', sessions: 'database', mail: 'smtp' });
  });

  it('of CakePHP, a variable before its fall-back', async () => {
    const files = {
      'composer.json': manifest({ 'cakephp/cakephp': '^5' }), 'bin/cake': '',
      'config/app.php': "<?php return ['Datasources' => ['default' => ['driver' => env('DRIVER', Mysql::class), 'password' => env('DB_PASSWORD')]], 'Cache' => ['default' => ['className' => FileEngine::class]], 'Session' => ['defaults' => 'database'], 'EmailTransport' => ['default' => ['host' => 'localhost']]];",
      '.env.example': 'DRIVER=postgres\n',
    };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'postgresql', cache: 'file', sessions: 'database', mail: 'smtp', secrets: 'env' });
  });

  it('of CakePHP 2, from its classes and calls', async () => {
    const files = {
      'composer.json': JSON.stringify({ require: { php: '>=7', 'resque/php-resque': '1' } }), 'webroot/index.php': '<?php',
      'Config/database.default.php': "<?php class DATABASE_CONFIG { public $default = array('datasource' => 'Database/Mysql', 'password' => 'x'); }",
      'Config/core.default.php': "<?php Configure::write('Session', array('defaults' => 'php', 'timeout' => 60));",
      'Config/bootstrap.default.php': "<?php Cache::config('default', array('engine' => 'File')); CakeLog::config('error', array('engine' => 'FileLog'));",
      'Config/email.php': "<?php class EmailConfig { public $default = array('transport' => 'Smtp', 'password' => 'x'); }",
    };
    assert.deepEqual(await applicationsOf(files), ['. cakephp']);
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', cache: 'file', sessions: 'file', queue: 'redis by resque', mail: 'smtp', monitoring: 'log-file' });
  });

  it('of Yii, from its components', async () => {
    const files = {
      'composer.json': manifest({ 'yiisoft/yii2': '~2.0' }), yii: '',
      'config/web.php': "<?php $config = ['components' => ['cache' => ['class' => 'yii\\redis\\Cache'], 'queue' => ['class' => \\yii\\queue\\amqp_interop\\Queue::class], 'session' => ['class' => 'yii\\web\\DbSession'], 'db' => ['dsn' => 'mysql:host=localhost;dbname=shop', 'username' => 'root', 'password' => '']]]; return $config;",
    };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', cache: 'redis', sessions: 'database', queue: 'rabbitmq by yii2-queue' });
  });

  it('of Drupal and Magento, from their settings', async () => {
    const drupal = { 'composer.json': manifest({ 'drupal/core': '^10', 'drupal/s3fs': '^3' }), 'web/sites/default/settings.php': "<?php $databases['default']['default'] = ['driver' => 'pgsql', 'password' => 'x']; $settings['cache']['default'] = 'cache.backend.redis';" };
    assert.deepEqual(await needsOf(drupal), { compute: 'php-fpm', 'relational-database': 'postgresql', cache: 'redis', 'file-storage': 's3' });
    const magento = { 'composer.json': manifest({ 'magento/product-community-edition': '2.4.7' }), 'app/etc/env.php': "<?php return ['db' => ['connection' => ['default' => ['host' => 'localhost']]], 'session' => ['save' => 'redis'], 'cache' => ['frontend' => ['default' => ['backend' => 'Cm_Cache_Backend_Redis']]], 'queue' => ['amqp' => ['host' => 'localhost']]];" };
    assert.deepEqual(await needsOf(magento), { compute: 'php-fpm', 'relational-database': 'mysql', cache: 'redis', sessions: 'redis', queue: 'rabbitmq' });
  });

  it('of plain PHP, from what it opens', async () => {
    const files = { 'index.php': '<?php session_start();', 'config/db.php': "<?php $dsn = 'pgsql:host=' . $host; $pdo = new PDO($dsn);", 'config.php': "<?php define('MAIL_TRANSPORT', 'smtp'); define('CACHE_DRIVER', 'memcached');" };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'postgresql', cache: 'memcached', sessions: 'file', mail: 'smtp' });
  });

  it('of code that takes files in and sends mail', async () => {
    const files = { 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', 'services/DatabaseService.php': "<?php class DatabaseService { function c() { return new \\PDO('sqlite:' . $this->path()); } }", 'controllers/UploadController.php': "<?php move_uploaded_file($_FILES['a']['tmp_name'], $to); ", 'controllers/ContactController.php': '<?php mail($to, $subject, $text);' };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'sqlite', 'file-storage': 'local', mail: 'sendmail' });
  });

  it('of a file that is kept, and of none that is read where it lies', async () => {
    const filesOf = async (code: string): Promise<string | undefined> => (await needsOf({ 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', 'src/ImportController.php': `<?php class ImportController { function post() { ${code} } }` }))['file-storage'];
    assert.equal(await filesOf("$rows = file_get_contents($_FILES['list']['tmp_name']); $this->import($rows);"), undefined);
    assert.equal(await filesOf("$rows = file_get_contents($_FILES['list']['tmp_name']); file_put_contents($folder . '/list.csv', $rows);"), 'local');
    assert.equal(await filesOf("$this->photos->add($_FILES['photo']);"), 'local');
  });

  it('of the parts of Symfony, Doctrine and Mezzio that a container wires', async () => {
    const services = "<?php return [Connection::class => static function (Environment $environment) { $options = [...$environment->database(), 'driver' => 'pdo_mysql', 'charset' => 'utf8mb4']; return Doctrine\\DBAL\\DriverManager::getConnection($options); }];";
    const files = {
      'composer.json': manifest({ 'slim/slim': '^4', 'symfony/messenger': '^7', 'symfony/redis-messenger': '^7', 'mezzio/mezzio-session-cache': '^1' }), 'public/index.php': '<?php',
      'config/services.php': services, 'src/Service/RedisFactory.php': '<?php class RedisFactory { function get() { $redis = new Redis(); return $redis; } }',
    };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', cache: 'redis', sessions: 'redis', queue: 'redis by messenger' });
    const several = services.replace('return Doctrine', "if ($environment->small()) { $options = ['driver' => 'pdo_sqlite']; } return Doctrine");
    assert.equal((await needsOf({ ...files, 'config/services.php': several }))['relational-database'], undefined);
  });

  it('of a class that caches in files, and of a logger that only writes files', async () => {
    const page = '<?php class CachedPage { function put($content) { file_put_contents($this->file, $content); } function get() { return file_get_contents($this->file); } }';
    const files = (path: string, text: string): Files => ({ 'composer.json': manifest({ 'slim/slim': '^4', 'katzgrau/klogger': '^1.2' }), 'public/index.php': '<?php', [path]: text });
    assert.deepEqual(await needsOf(files('src/feed/CachedPage.php', page)), { compute: 'php-fpm', cache: 'file', monitoring: 'log-file' });
    assert.equal((await needsOf(files('plugins/ldap/CachedPage.php', page)))['cache'], undefined);
    assert.equal((await needsOf(files('src/feed/CachedPage.php', page.replace('file_get_contents', 'md5'))))['cache'], undefined);
  });

  it('of a folder of uploads that is kept, where no bucket is named', async () => {
    const compose = 'services:\n  web:\n    image: acme/shop\n    restart: unless-stopped\n    volumes:\n      - uploads:/var/shop/uploads\n';
    const stored = async (files: Files): Promise<string | undefined> => (await needsOf({ 'composer.json': manifest({ 'slim/slim': '^4', 'league/flysystem-aws-s3-v3': '^3' }), 'public/index.php': '<?php', ...files }))['file-storage'];
    assert.equal(await stored({ 'docker-compose.yml': compose }), 'local');
    assert.equal(await stored({ 'docker-compose.yml': compose, '.env.example': 'S3_BUCKET=shop\n' }), 's3');
    assert.equal(await stored({}), 's3');
  });

  it('of the pipelines that RoadRunner hands to the application', async () => {
    const queueOf = async (file: string, text: string): Promise<string | undefined> => (await needsOf({ 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', [file]: text }))['queue'];
    const pipelines = (driver: string): string => `jobs:\n  consume: ["mails"]\n  pipelines:\n    other:\n      driver: sqs\n    mails:\n      driver: ${driver}\n`;
    assert.equal(await queueOf('.rr.yaml', pipelines('memory')), 'memory by roadrunner');
    assert.equal(await queueOf('config/.rr.yml', pipelines('amqp')), 'rabbitmq by roadrunner');
    assert.equal(await queueOf('.rr.dev.yaml', pipelines('memory')), undefined);
    assert.equal(await queueOf('.rr.yaml', 'http:\n  address: 0.0.0.0:8080\n'), undefined);
  });

  it('of a class that keeps files, and of none that helps with files', async () => {
    const storageOf = async (path: string, text: string): Promise<string | undefined> => (await needsOf({ 'composer.json': manifest({ 'slim/slim': '^4' }), 'public/index.php': '<?php', [path]: `<?php ${text}` }))['file-storage'];
    assert.equal(await storageOf('src/Storage/FileStorage.php', 'class FileStorage implements Storage { function put($key, $data) { file_put_contents($this->folder . $key, $data); } }'), 'local');
    assert.equal(await storageOf('controllers/FilesApiController.php', "class FilesApiController { function put($request) { $file = fopen($path, 'xb'); fwrite($file, $request->getBody()->getContents()); } }"), 'local');
    assert.equal(await storageOf('src/Data/Filesystem.php', 'class Filesystem extends Store { function put($key, $data) { file_put_contents($key, $data); } }'), 'local');
    assert.equal(await storageOf('src/Filesystem.php', 'class Filesystem { function put($key, $data) { file_put_contents($key, $data); } }'), undefined);
    assert.equal(await storageOf('src/FileStorageCache.php', 'class FileStorageCache { function put($key, $data) { file_put_contents($key, $data); } }'), undefined);
    assert.equal(await storageOf('src/FileStorage.php', "class FileStorage { function note($text) { file_put_contents('php://stderr', $text); } }"), undefined);
  });

  it('of plain PHP with a configuration of its own, and a session that code starts', async () => {
    const files = { 'composer.json': JSON.stringify({ require: { php: '>=8.1' } }), 'Web/index.php': '<?php', 'lib/Server/Server.php': '<?php class Server { function start() { @session_start(); } }', 'config/config.dist.php': "<?php $conf['settings']['database']['type'] = 'mysql'; $conf['settings']['phpmailer']['mailer'] = 'smtp';" };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', sessions: 'file', mail: 'smtp' });
  });

  it('of a remote file system that is off until somebody turns it on', async () => {
    const files = { 'composer.json': manifest({ 'league/flysystem-aws-s3-v3': '^3' }), 'public/index.php': '<?php' };
    assert.equal((await needsOf({ ...files, 'config/sample.env': 'SHOP_USE_S3 = false\n' }))['file-storage'], 'local');
    assert.equal((await needsOf({ ...files, 'config/sample.env': 'SHOP_USE_S3 = true\n' }))['file-storage'], 's3');
    assert.equal((await needsOf(files))['file-storage'], 's3');
  });

  it('of sessions that a class of the application keeps in its database', async () => {
    const files = { 'index.php': '<?php', 'include/config.php': "<?php define('DB_TYPE', 'mysql');", 'include/class.shopsession.php': '<?php class DatabaseSessionStorage extends Storage { function start() { session_start(); } }' };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', sessions: 'database' });
    assert.equal((await needsOf({ ...files, 'include/class.shopsession.php': '<?php class Session { function start() { session_start(); } }' }))['sessions'], 'file');
  });

  it('reads CodeIgniter 3 in spite of its boxes of comments', async () => {
    const files = { 'index.php': '<?php', 'application/config/database.php': "<?php $db['default'] = array('dbdriver' => 'mysqli');", 'application/config/config.php': "<?php\n/*\n|--------------------------------------\n*/\n$config['sess_driver'] = env('SESS_DRIVER', 'files');" };
    assert.deepEqual(await needsOf(files), { compute: 'php-fpm', 'relational-database': 'mysql', sessions: 'file' });
  });

  it('without a setting, what the manifest demands of PHP where it leaves no choice', async () => {
    assert.equal((await needsOf({ 'composer.json': manifest({ 'ext-pdo_mysql': '*' }), 'index.php': '<?php' }))['relational-database'], 'mysql');
    assert.equal((await needsOf({ 'composer.json': manifest({ 'ext-pdo_mysql': '*', 'ext-pdo_pgsql': '*' }), 'index.php': '<?php' }))['relational-database'], undefined);
  });
});

describe('facts of PHP configuration', () => {
  it('never hold what could be a credential', async () => {
    const text = `<?php define('DB_PASSWORD', 'hunter2'); $config['api'] = 'hunter2'; $dsn = 'mysql://root:hunter2@db/shop'; $pdo = new PDO('mysql:host=db;password=hunter2', 'root', 'hunter2'); return ['db' => ['driver' => 'hunter 2!', 'dsn' => 'mysql:host=db;password=hunter2', 'host' => 'hunter2', 'token' => getenv('T') ?: 'hunter2']];`;
    const { facts } = extractPhpConfig({ path: 'config.php', text }, await loadFormats(['php']));
    assert.equal(facts.length > 5, true);
    assert.equal(JSON.stringify(facts).includes('hunter'), false);
  });

  for (const text of ['', '<?php', '<?php return [', "<?php $a['b']['c'] = ", 'text', '<?php define(', '<?php return [[[[[[[[[[["driver" => 1]]]]]]]]]]];']) {
    it(`survives ${JSON.stringify(text)}`, async () => {
      const { facts } = extractPhpConfig({ path: 'config.php', text }, await loadFormats(['php']));
      assert.deepEqual(facts.filter((fact) => fact.value.kind === 'literal'), []);
    });
  }
});
