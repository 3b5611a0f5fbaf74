import { localhostInProduction } from '../../../src/core/rules/db/localhostInProduction';
import { sqliteInProduction } from '../../../src/core/rules/db/sqliteInProduction';
import { runRuleTests } from './ruleTester';
import { composer, production, replicatedWeb } from './support';

runRuleTests(sqliteInProduction, {
  valid: [
    { files: production('DB_CONNECTION=pgsql', 'DB_HOST=db.example') },
    { name: 'a comment', files: { '.env': '# DB_CONNECTION=sqlite\nDB_CONNECTION=mysql\n' } },
    { name: 'settings of tests', files: { '.env': 'DB_CONNECTION=mysql\n', '.env.testing': 'DB_CONNECTION=sqlite\n', 'phpunit.xml': '<phpunit><php><env name="DB_CONNECTION" value="sqlite"/></php></phpunit>\n' } },
    { name: 'SQLite on a developer’s machine of an application that runs on PostgreSQL', files: { ...production('DB_CONNECTION=pgsql'), '.env': 'DB_CONNECTION=sqlite\n' } },
    { name: 'a desktop application', files: { ...composer({ 'nativephp/electron': '^1.0' }), ...production('DB_CONNECTION=sqlite') } },
    { name: 'no application at all', files: { '.env.production': 'DB_CONNECTION=sqlite\n' }, skeleton: 'none' },
  ],
  invalid: [
    {
      name: 'a value of production',
      files: production('# the database', 'DB_CONNECTION=sqlite # for now', 'CACHE_STORE=redis'),
      findings: [
        {
          messageId: 'single',
          at: ['.env.production', 'sqlite'],
          severity: 'warning',
          fixes: ['Use PostgreSQL (pgsql)', 'Use MySQL (mysql)', 'Generate infrastructure code for Amazon RDS'],
        },
      ],
      output: {
        '.env.production':
          'APP_ENV=production\n# the database\nDB_CONNECTION=pgsql # for now\nDB_HOST=\nDB_PORT=5432\nDB_DATABASE=app\nDB_USERNAME=\nDB_PASSWORD=\nCACHE_STORE=redis\n',
      },
    },
    {
      name: 'a .env that declares itself production, quoted, with Windows line breaks',
      files: { '.env': 'APP_ENV=production\r\nDB_CONNECTION="sqlite"\r\nDB_HOST=db\r\nDB_PORT=1\r\nDB_DATABASE=a\r\nDB_USERNAME=b\r\n' },
      findings: [{ messageId: 'single', at: ['.env', 'sqlite'], severity: 'warning' }],
      output: { '.env': 'APP_ENV=production\r\nDB_CONNECTION="pgsql"\r\nDB_PASSWORD=\r\nDB_HOST=db\r\nDB_PORT=1\r\nDB_DATABASE=a\r\nDB_USERNAME=b\r\n' },
    },
    {
      name: 'a decision on a local machine',
      files: { '.env': 'export DB_CONNECTION=sqlite' },
      findings: [{ messageId: 'single', at: ['.env', 'sqlite'], severity: 'information' }],
      output: { '.env': 'export DB_CONNECTION=pgsql\nexport DB_HOST=127.0.0.1\nexport DB_PORT=5432\nexport DB_DATABASE=app\nexport DB_USERNAME=\nexport DB_PASSWORD=' },
    },
    {
      name: 'a local copy of the sample',
      files: { '.env': 'DB_CONNECTION=sqlite\n', '.env.example': 'DB_CONNECTION=sqlite\n' },
      findings: [{ messageId: 'single', at: ['.env', 'sqlite'], severity: 'hint' }],
    },
    {
      name: 'a sample',
      files: { '.env.example': 'DB_CONNECTION=sqlite\n' },
      findings: [{ messageId: 'single', at: ['.env.example', 'sqlite'], severity: 'hint' }],
    },
    {
      name: 'a sample',
      evaluation: 'production',
      files: { '.env.example': 'DB_CONNECTION=sqlite\n' },
      findings: [{ messageId: 'single', at: ['.env.example', 'sqlite'], severity: 'warning' }],
    },
    {
      name: 'the fallback in code',
      files: { 'config/database.php': "<?php\n\nreturn [\n    'default' => env('DB_CONNECTION', 'sqlite'), // default\n];\n" },
      findings: [{ messageId: 'single', at: ['config/database.php', 'sqlite'], severity: 'information' }],
      output: { 'config/database.php': "<?php\n\nreturn [\n    'default' => env('DB_CONNECTION', 'pgsql'), // default\n];\n" },
    },
    {
      name: 'the default of the framework, which no file states',
      files: {},
      findings: [{ messageId: 'single', at: ['composer.json', 'laravel/framework'], severity: 'hint', fixes: ['Generate infrastructure code for Amazon RDS'] }],
    },
    {
      name: 'several instances',
      files: { ...replicatedWeb, ...production('DB_CONNECTION=sqlite') },
      findings: [{ messageId: 'lost', at: ['.env.production', 'sqlite'], severity: 'error' }],
    },
    {
      name: 'functions that come and go',
      files: { ...composer({ 'bref/bref': '^2.0' }), ...production('DB_CONNECTION=sqlite') },
      findings: [{ messageId: 'lost', at: ['.env.production', 'sqlite'], severity: 'error' }],
    },
    {
      name: 'replication by Litestream',
      files: { ...production('DB_CONNECTION=sqlite'), Dockerfile: 'FROM dunglas/frankenphp\nCMD ["litestream", "replicate", "-exec", "php artisan octane:start"]\n' },
      findings: [{ messageId: 'replicated', at: ['.env.production', 'sqlite'], severity: 'information' }],
    },
    {
      name: 'a compose file, where the fix keeps its form',
      files: { 'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    environment:\n      DB_CONNECTION: "sqlite"\n      DB_DATABASE: /data/app.sqlite\n' },
      findings: [{ messageId: 'single', at: ['compose.prod.yaml', 'sqlite'], severity: 'warning' }],
      output: {
        'compose.prod.yaml':
          'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    environment:\n      DB_CONNECTION: "pgsql"\n      DB_HOST:\n      DB_PORT: "5432"\n      DB_USERNAME:\n      DB_PASSWORD:\n      DB_DATABASE: /data/app.sqlite\n',
      },
    },
  ],
});

runRuleTests(localhostInProduction, {
  valid: [
    { files: production('DB_CONNECTION=mysql', 'DB_HOST=db.internal') },
    { name: 'a host that no driver uses', files: production('DB_CONNECTION=pgsql', 'DB_HOST=db.internal', 'CACHE_STORE=database', 'SESSION_DRIVER=database', 'QUEUE_CONNECTION=sqs', 'REDIS_HOST=127.0.0.1', 'MEMCACHED_HOST=127.0.0.1') },
    { name: 'SQLite, which has no host', files: production('DB_CONNECTION=sqlite', 'DB_HOST=127.0.0.1') },
    { name: 'a developer’s machine', files: { '.env': 'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\n' } },
    { name: 'the default of an image, which whoever runs it sets', files: { ...production('DB_CONNECTION=mysql'), Dockerfile: 'FROM php:8.4-fpm\nENV DB_HOST=localhost\nCMD ["php-fpm"]\n' } },
    { name: 'a URL elsewhere that wins over the host', files: production('DB_CONNECTION=mysql', 'DB_URL=mysql://app:pw@db.internal/app', 'DB_HOST=127.0.0.1') },
    {
      name: 'a developer’s compose file',
      evaluation: 'production',
      files: { 'docker-compose.yml': 'services:\n  app:\n    build: .\n    environment:\n      DB_CONNECTION: mysql\n      DB_HOST: localhost\n  mail:\n    image: axllent/mailpit\n' },
    },
  ],
  invalid: [
    {
      name: 'one server',
      files: production('DB_CONNECTION=mysql', 'DB_HOST=127.0.0.1', 'CACHE_STORE=redis', 'REDIS_HOST=localhost'),
      findings: [
        { messageId: 'server', at: ['.env.production', '127.0.0.1'], severity: 'warning', fixes: ['Generate infrastructure code for Amazon RDS'] },
        { messageId: 'server', at: ['.env.production', 'localhost'], severity: 'warning', fixes: ['Generate infrastructure code for Amazon ElastiCache'] },
      ],
    },
    {
      name: 'a container',
      files: { ...production('DB_CONNECTION=mysql', 'DB_HOST=host.docker.internal'), Dockerfile: 'FROM php:8.4-fpm\nCMD ["php-fpm"]\n' },
      findings: [{ messageId: 'container', at: ['.env.production', 'host.docker.internal'], severity: 'error' }],
    },
    {
      name: 'the host inside a URL, which is marked as a whole',
      files: production('DB_CONNECTION=pgsql', 'DB_URL=pgsql://app@[::1]:5432/app'),
      findings: [{ messageId: 'server', at: ['.env.production', 'pgsql://app@[::1]:5432/app'], severity: 'warning' }],
    },
    {
      name: 'a developer’s machine',
      evaluation: 'production',
      files: { '.env': 'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\n' },
      findings: [{ messageId: 'server', at: ['.env', '127.0.0.1'], severity: 'warning' }],
    },
  ],
});
