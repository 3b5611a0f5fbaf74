import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';

const application = { 'composer.json': JSON.stringify({ type: 'project', require: { php: '^8.2', 'ext-pdo_sqlite': '*' } }), 'index.php': '<?php' };

async function schedulerOf(image: string, more: Files = {}): Promise<string | undefined> {
  const { needs } = await readWorkspace({ ...application, ...more, Dockerfile: `FROM php:8.3-apache\nCOPY . .\n${image}\n` });
  return needs.find((need) => need.id === 'scheduler')?.technology;
}

describe('a timetable in an image', () => {
  const tables: readonly (readonly [string, string])[] = [
    ['a line that is written', 'RUN echo "7,37 * * * * php /app/cron.php" > /etc/crontab.app'],
    ['a line among other commands', "RUN apk add dcron \\\n  && echo '*/5 * * * * php cron.php' >> /etc/crontabs/root"],
    ['a table that is copied', 'COPY docker/crontab /etc/cron.d/app'],
    ['a folder that it is copied to', 'COPY --chown=root:root docker/root /var/spool/cron/crontabs/'],
  ];
  for (const [name, image] of tables) {
    it(`is cron: ${name}`, async () => {
      assert.equal(await schedulerOf(image), 'cron');
    });
  }

  const none: readonly (readonly [string, string])[] = [
    ['a package', 'RUN apt-get update && apt-get install -y cron'],
    ['rights of a file', 'RUN chmod 0644 /etc/cron.d/app'],
    ['a stage that does not run', 'COPY crontab /etc/cron.d/app\nFROM php:8.3-apache'],
    ['the entry of a framework that has its own', 'RUN echo "* * * * * php artisan schedule:run" | crontab -'],
  ];
  for (const [name, image] of none) {
    it(`is none: ${name}`, async () => {
      assert.equal(await schedulerOf(image), undefined);
    });
  }

  it('leaves the framework its own', async () => {
    const laravel = { artisan: '', 'composer.json': JSON.stringify({ require: { 'laravel/framework': '^11' } }), 'routes/console.php': "<?php Schedule::command('report:send')->daily();" };
    assert.equal(await schedulerOf('COPY crontab /etc/cron.d/app', laravel), 'laravel-schedule');
  });
});

describe('what an image starts beside the application', () => {
  const needs = async (files: Files): Promise<readonly string[]> => (await readWorkspace({ ...application, Dockerfile: 'FROM php:8.3-fpm\n', ...files })).needs.map((need) => `${need.id} ${need.technology}`).filter((text) => !/^(?:compute|relational-database) /.test(text));
  const programs = '[program:cron]\ncommand=supercronic -overlapping /etc/cron.d/shop\n[program:sockets]\ncommand = /usr/local/bin/centrifugo -c /etc/centrifugo.toml\n[program:web]\ncommand=php-fpm\n';

  it('is a timetable and a server of sockets among the programs of Supervisor', async () => {
    assert.deepEqual(await needs({ 'docker/supervisor/programs.conf': programs }), ['scheduler cron', 'realtime centrifugo']);
    assert.deepEqual(await needs({ 'docker/service.full/all.conf': programs, 'tests/supervisord.conf': programs }), ['scheduler cron', 'realtime centrifugo']);
  });

  it('is nothing in other files and on other machines', async () => {
    assert.deepEqual(await needs({ 'docker/nginx/programs.conf': programs, '.ddev/supervisord.conf': programs, 'docker/supervisord.conf': '[supervisord]\nnodaemon=true\n' }), []);
  });

  it('takes credentials from the environment where its script expands them', async () => {
    assert.deepEqual(await needs({ 'docker-entrypoint.sh': '#!/bin/sh\nsed -i "s/@pass@/${DB_PASSWORD}/" config.php\n' }), ['secrets env']);
    assert.deepEqual(await needs({ 'docker-entrypoint.sh': '#!/bin/sh\n# -e ${DB_PASSWORD}\nADMIN_PASSWORD=$(openssl rand -hex 8)\necho "$ADMIN_PASSWORD"\n' }), []);
  });
});

describe('an image for developers', () => {
  it('is the published runtime of Laravel Sail', async () => {
    const files = (image: string): Files => ({ ...application, 'docker/8.4/Dockerfile': `FROM ubuntu:24.04\n${image}RUN apt-get install -y php8.4-cli\n` });
    const computeOf = async (image: string): Promise<string | undefined> => (await readWorkspace(files(image))).needs.find((need) => need.id === 'compute')?.technology;
    assert.deepEqual([await computeOf('ENV SUPERVISOR_PHP_USER="sail"\n'), await computeOf('')], ['php-fpm', 'container']);
  });
});

describe('an image by the name of its file', () => {
  for (const file of ['Dockerfile', 'build/Dockerfile.prod', '.docker/Dockerfile-alpine', 'web.dockerfile']) {
    it(`reads ${file}`, async () => {
      const { needs } = await readWorkspace({ 'go.mod': 'module acme.org/shop\nrequire github.com/gin-gonic/gin v1.10.0\n', 'main.go': 'package main\n\nfunc main() {\n}\n', [file]: 'FROM golang:1.24 AS build\nRUN go build -o /shop\nFROM scratch\nCOPY --from=build /shop /shop\n' });
      assert.equal(needs.find((need) => need.id === 'compute')?.technology, 'container');
    });
  }

  for (const file of ['docker/Dockerfile.dockerignore', 'build/Dockerfile-alpine.md', 'Dockerfile.sh', 'Dockerfile.yml', 'docs-dockerfile.md']) {
    it(`takes ${file} for something else`, async () => {
      const { needs } = await readWorkspace({ ...application, [file]: 'FROM php:8.3-apache\n' });
      assert.equal(needs.find((need) => need.id === 'compute')?.technology, 'php-fpm');
    });
  }
});
