import { devServerInProd } from '../../../src/core/rules/compute/devServerInProd';
import { giantServer } from '../../../src/core/rules/compute/giantServer';
import { openDataPorts } from '../../../src/core/rules/net/openDataPorts';
import { fileLogging } from '../../../src/core/rules/obs/fileLogging';
import { cronOnEveryInstance } from '../../../src/core/rules/sched/cronOnEveryInstance';
import { lockNeedsSharedCache } from '../../../src/core/rules/sched/lockNeedsSharedCache';
import { runRuleTests, type Files } from './ruleTester';
import { composer, production, replicatedWeb, schedule } from './support';

function compose(...lines: readonly string[]): Files {
  return { 'compose.prod.yaml': `services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n${lines.map((line) => `  ${line}\n`).join('')}` };
}

runRuleTests(giantServer, {
  valid: [
    { name: 'the application alone', files: compose() },
    { name: 'an application and its database, the smallest deployment', files: compose('db:', '  image: mysql:8.4') },
    { name: 'a database elsewhere', files: { ...production('DB_HOST=app.abc.us-east-1.rds.amazonaws.com'), ...compose('db:', '  image: mysql:8.4', 'redis:', '  image: redis:8') } },
    { name: 'a developer’s machine', files: { 'docker-compose.yml': 'services:\n  app:\n    build: .\n    volumes: [".:/app"]\n  db:\n    image: mysql:8.4\n  redis:\n    image: redis:8\n' } },
    { name: 'a developer’s machine whose cache restarts', evaluation: 'production', files: { 'docker-compose.yml': 'services:\n  web:\n    build: .\n    command: bundle exec rails server\n  db:\n    image: postgres:17\n  redis:\n    image: redis:8\n    restart: unless-stopped\n' } },
    { name: 'a development container', evaluation: 'production', files: { '.devcontainer/docker-compose.yml': 'services:\n  app:\n    build: .\n    restart: unless-stopped\n  db:\n    image: postgres:17\n  redis:\n    image: redis:8\n' } },
    { name: 'Laravel Sail', evaluation: 'production', files: { 'compose.yaml': 'services:\n  laravel.test:\n    build:\n      context: ./vendor/laravel/sail/runtimes/8.4\n  mysql:\n    image: mysql:8.4\n  redis:\n    image: redis:alpine\n' } },
  ],
  invalid: [
    {
      files: compose('worker:', '  image: ghcr.io/clinic/app:1.4', '  command: php artisan queue:work', 'db:', '  image: mariadb:11', 'cache:', '  image: valkey/valkey:8'),
      findings: [
        { messageId: 'host', at: ['compose.prod.yaml', 'mariadb:11'], severity: 'warning', fixes: ['Generate infrastructure code for Amazon RDS', 'Generate infrastructure code for Amazon ElastiCache'] },
      ],
    },
    { name: 'a worker beside the database', files: compose('jobs:', '  image: ghcr.io/clinic/app:1.4', '  command: php artisan horizon', 'db:', '  image: postgres:17'), findings: [{ messageId: 'host', at: ['compose.prod.yaml', 'postgres:17'], severity: 'warning' }] },
    {
      name: 'variants of a file are one deployment',
      files: {
        'docker-compose.postgres.yml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  db:\n    image: postgres:17\n  cache:\n    image: redis:8\n',
        'docker-compose.mariadb-search.yml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  db:\n    image: mariadb:11\n  cache:\n    image: redis:8\n  search:\n    image: getmeili/meilisearch:v1\n',
      },
      findings: [{ messageId: 'host', at: ['docker-compose.postgres.yml', 'postgres:17'], severity: 'warning' }],
    },
    {
      name: 'a copy of the file further down is not told again',
      files: { ...compose('db:', '  image: postgres:17', 'redis:', '  image: redis:8'), 'deploy/old/compose.prod.yaml': compose('db:', '  image: postgres:16', 'redis:', '  image: redis:7')['compose.prod.yaml'] ?? '' },
      findings: [{ messageId: 'host', at: ['compose.prod.yaml', 'postgres:17'], severity: 'warning' }],
    },
  ],
});

runRuleTests(openDataPorts, {
  valid: [
    { name: 'bound to this machine', files: compose('db:', '  image: postgres:17', '  ports: ["127.0.0.1:5432:5432"]') },
    { name: 'a private address', files: compose('db:', '  image: postgres:17', '  ports:', '    - "10.0.0.4:5432:5432"') },
    { name: 'expose', files: compose('db:', '  image: postgres:17', '  expose: ["5432"]') },
    { name: 'a host side that only a variable knows', files: compose('db:', '  image: postgres:17', '  ports: ["${DB_BIND}:5432"]') },
    { name: 'an address that a variable brings', files: compose('db:', '  image: postgres:17', '  ports: ["${BIND:-127.0.0.1}:5432:5432"]') },
    { name: 'a port of the container alone, which gets a random one', files: compose('db:', '  image: postgres:17', '  ports: ["5432"]') },
    { name: 'stores of a developer, kept running', files: { 'docker-compose.yml': 'services:\n  db:\n    image: postgres:17\n    restart: always\n    ports: ["5432:5432"]\n  adminer:\n    image: adminer\n    restart: always\n  api:\n    build: .\n' } },
    { name: 'the web', files: compose('proxy:', '  image: nginx:1.29', '  ports: ["80:80"]') },
    { name: 'a developer’s machine', evaluation: 'production', files: { 'docker-compose.yml': 'services:\n  db:\n    image: postgres:17\n    ports: ["5432:5432"]\n' } },
  ],
  invalid: [
    {
      name: 'every form',
      files: compose(
        'db:', '  image: postgres:17', '  ports:', '    - "5432:5432" # for the office', 'cache:', '  ports: [\'0.0.0.0:6380:6379/tcp\']', '  image: redis:8',
        'search:', '  image: getmeili/meilisearch:v1', '  ports:', '    - ${MEILI_PORT:-7700}:7700', 'queue:', '  image: rabbitmq:4', '  ports:', '    - target: 5672', '      published: 5672',
      ),
      findings: [
        { messageId: 'published', at: ['compose.prod.yaml', '5432:5432'], severity: 'warning', fixes: ['Publish on 127.0.0.1 only'] },
        { messageId: 'published', at: ['compose.prod.yaml', '0.0.0.0:6380:6379/tcp'], severity: 'warning', fixes: ['Publish on 127.0.0.1 only'] },
        { messageId: 'published', at: ['compose.prod.yaml', '${MEILI_PORT:-7700}:7700'], severity: 'warning', fixes: ['Publish on 127.0.0.1 only'] },
        { messageId: 'published', at: ['compose.prod.yaml', 'rabbitmq:4'], severity: 'warning', fixes: [] },
      ],
    },
    {
      name: 'two ports of one store, in Windows line breaks',
      files: { 'compose.prod.yaml': 'services:\r\n  db:\r\n    image: mysql:8.4\r\n    ports:\r\n      - 3306:3306\r\n      - "0.0.0.0:33060:33060"\r\n  app:\r\n    image: ghcr.io/clinic/app:1\r\n    ports:\r\n      - 3306:80\r\n' },
      findings: [
        { messageId: 'published', at: ['compose.prod.yaml', '3306:3306'], severity: 'warning' },
        { messageId: 'published', at: ['compose.prod.yaml', '0.0.0.0:33060:33060'], severity: 'warning' },
      ],
      output: { 'compose.prod.yaml': 'services:\r\n  db:\r\n    image: mysql:8.4\r\n    ports:\r\n      - 127.0.0.1:3306:3306\r\n      - "127.0.0.1:33060:33060"\r\n  app:\r\n    image: ghcr.io/clinic/app:1\r\n    ports:\r\n      - 3306:80\r\n' },
    },
  ],
});

runRuleTests(devServerInProd, {
  valid: [
    { files: { Dockerfile: 'FROM php:8.4-fpm\nCMD ["php-fpm"]\n' } },
    { files: { Procfile: 'web: php artisan octane:start\n' } },
    { name: 'a developer’s Procfile', files: { 'Procfile.dev': 'web: php artisan serve\nvite: npm run dev\n' } },
    { name: 'a bundler beside the web process', files: { Procfile: 'web: vendor/bin/heroku-php-nginx public/\nassets: ./node_modules/.bin/webpack serve\n' } },
    { name: 'a script that starts what was built', files: { Dockerfile: 'FROM node:22\nCMD ["npm", "run", "dev"]\n', 'package.json': '{ "scripts": { "dev": "node dist/server.js" } }\n' } },
    {
      name: 'the front end of what CloudFront delivers',
      files: { 'web/Dockerfile': 'FROM node:22\nCMD ["npm", "run", "dev"]\n', 'web/package.json': '{ "scripts": { "dev": "vite" } }\n', 'infra/cdn.tf': 'resource "aws_cloudfront_distribution" "web" {\n  enabled = true\n}\n' },
    },
    { name: 'a stage that is not the last', files: { Dockerfile: 'FROM node:22 AS assets\nCMD ["npm", "run", "dev"]\nFROM php:8.4-fpm\nCMD ["php-fpm"]\n' } },
  ],
  invalid: [
    {
      name: 'a script that starts a server for development',
      files: { Dockerfile: 'FROM node:22\nCMD ["npm", "start"]\n', 'package.json': '{ "scripts": { "start": "nodemon server.js" } }\n' },
      findings: [{ messageId: 'server', at: ['Dockerfile', '["npm", "start"]'], severity: 'error', fixes: [] }],
    },
    { files: { Dockerfile: 'FROM php:8.4-cli\nCMD php artisan serve --host=0.0.0.0\n' }, findings: [{ messageId: 'server', at: ['Dockerfile', 'php artisan serve --host=0.0.0.0'], severity: 'error', fixes: [] }] },
    { files: { Procfile: 'web: php -S 0.0.0.0:$PORT -t public\n' }, findings: [{ messageId: 'server', at: ['Procfile', 'php -S 0.0.0.0:$PORT -t public'], severity: 'error' }] },
  ],
});

const springPom =
  '<project><groupId>org.clinic</groupId><artifactId>clinic</artifactId><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>\n';
const springMain = '@SpringBootApplication\npublic class App {\n  public static void main(String[] args) { SpringApplication.run(App.class, args); }\n}\n';

function logback(appender: string, reference: string): string {
  return `<configuration>${appender}<appender name="FILE" class="ch.qos.logback.core.rolling.RollingFileAppender"><file>app.log</file></appender><root level="INFO">${reference}<appender-ref ref="FILE"/></root></configuration>\n`;
}

runRuleTests(fileLogging, {
  valid: [
    { files: production('LOG_CHANNEL=stderr') },
    { name: 'a stack that reaches stderr', files: production('LOG_CHANNEL=stack', 'LOG_STACK=single,stderr') },
    {
      name: 'a file beside the console of Spring Boot', skeleton: 'none',
      files: { 'pom.xml': springPom, 'src/main/java/App.java': springMain, 'src/main/resources/application.properties': 'logging.file.name=/var/log/clinic.log\n' },
    },
    {
      name: 'an appender beside the one of the console', skeleton: 'none',
      files: {
        'pom.xml': springPom, 'src/main/java/App.java': springMain,
        'src/main/resources/logback.xml': logback('<appender name="STDOUT" class="ch.qos.logback.core.ConsoleAppender"/>', '<appender-ref ref="STDOUT"/>'),
      },
    },
  ],
  invalid: [
    {
      files: production('LOG_CHANNEL=stack', 'LOG_STACK=daily'),
      findings: [{ messageId: 'server', at: ['.env.production', 'stack'], severity: 'warning', fixes: ['Log to stderr', 'Generate infrastructure code for Amazon CloudWatch'] }],
      output: { '.env.production': 'APP_ENV=production\nLOG_CHANNEL=stderr\nLOG_STACK=daily\n' },
    },
    { name: 'a container', files: { ...production('LOG_CHANNEL=single'), Dockerfile: 'FROM php:8.4-fpm\nCMD ["php-fpm"]\n' }, findings: [{ messageId: 'container', at: ['.env.production', 'single'], severity: 'warning' }] },
    {
      name: 'the only appender', skeleton: 'none',
      files: { 'pom.xml': springPom, 'src/main/java/App.java': springMain, 'src/main/resources/logback.xml': logback('<!-- <appender name="STDOUT" class="ch.qos.logback.core.ConsoleAppender"/> -->', '') },
      findings: [{ messageId: 'server', at: ['src/main/resources/logback.xml', 'ch.qos.logback.core.rolling.RollingFileAppender'], severity: 'information' }],
    },
    { name: 'a function', files: { ...composer({ 'bref/bref': '^2.0' }), ...production('LOG_CHANNEL=daily') }, findings: [{ messageId: 'container', at: ['.env.production', 'daily'], severity: 'error' }] },
  ],
});

const onOneServer = schedule("Schedule::command('reminders:send')->hourly()->onOneServer();");

runRuleTests(lockNeedsSharedCache, {
  valid: [
    { files: { ...onOneServer, ...production('CACHE_STORE=redis') } },
    { name: 'no lock', files: { ...schedule("Schedule::command('reminders:send')->hourly();"), ...production('CACHE_STORE=file') } },
    { name: 'withoutOverlapping() on one server, where a file is enough', files: { ...schedule("Schedule::command('reminders:send')->hourly()->withoutOverlapping();"), ...production('CACHE_STORE=file') } },
  ],
  invalid: [
    {
      files: { ...onOneServer, ...production('CACHE_STORE=file') },
      findings: [{ messageId: 'oneServer', at: ['routes/console.php', 'onOneServer'], severity: 'warning', fixes: ['Use Redis for the cache', 'Use the database for the cache', 'Generate infrastructure code for Amazon ElastiCache'] }],
      output: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=\nREDIS_PORT=6379\n' },
    },
    { name: 'several instances', files: { ...onOneServer, ...replicatedWeb, ...production('CACHE_STORE=file') }, findings: [{ messageId: 'oneServer', at: ['routes/console.php', 'onOneServer'], severity: 'error' }] },
    {
      name: 'withoutOverlapping() on several instances',
      files: { ...schedule("Schedule::command('reminders:send')->hourly()->withoutOverlapping();"), ...replicatedWeb, ...production('CACHE_STORE=array') },
      findings: [{ messageId: 'lock', at: ['routes/console.php', 'withoutOverlapping'], severity: 'error' }],
    },
  ],
});

const task = schedule("Schedule::command('reminders:send')->hourly();");

runRuleTests(cronOnEveryInstance, {
  valid: [
    { name: 'one scheduler', files: { ...task, ...compose('scheduler:', '  image: ghcr.io/clinic/app:1.4', '  command: php artisan schedule:work') } },
    { name: 'every task on one server', files: { ...onOneServer, ...compose('scheduler:', '  image: ghcr.io/clinic/app:1.4', '  command: php artisan schedule:work', '  deploy: { replicas: 2 }') } },
  ],
  invalid: [
    {
      files: { ...task, ...compose('scheduler:', '  image: ghcr.io/clinic/app:1.4', '  command: php artisan schedule:work', '  deploy: { replicas: 2 }') },
      findings: [{ messageId: 'scheduler', at: ['compose.prod.yaml', 'php artisan schedule:work'], severity: 'warning', fixes: ['Generate infrastructure code for EventBridge Scheduler'] }],
    },
    {
      name: 'cron beside the web server',
      files: { ...task, ...compose('web:', '  image: ghcr.io/clinic/app:1.4', '  command: sh -c "crond && php-fpm"', '  scale: 3') },
      findings: [{ messageId: 'web', at: ['compose.prod.yaml', 'sh -c "crond && php-fpm"'], severity: 'warning' }],
    },
  ],
});
