import type { FormatId } from '../../../src/core/formats';

/** Texts that use what each format has: cut, bent and repeated by the tests of robustness and speed. */
export const fixtures: Readonly<Partial<Record<FormatId, string>>> = {
  dotenv: `# Application
APP_NAME="Loja \${APP_ENV}" # shown in the title
export APP_ENV=production
APP_KEY='base64:abc\${NOT}'
DB_URL=mysql://user@\${DB_HOST:-127.0.0.1}:3306/shop?charset=utf8
EMPTY=
CERT="-----BEGIN-----
line \\"two\\"\\n
-----END-----"
MAIL_FROM = someone@example.com   # inline
broken line
ÇEDILHA=ação
`,
  json: `{
  // comment
  "name": "shop", "version": "1.2.3", "private": true, "count": 1.50, "nothing": null,
  "scripts": { "start": "node server.js", "test": "mocha \\"x\\" \\u00e9" },
  "workspaces": ["packages/*", ["a", { "b": [] }]],
}
`,
  yaml: `# Services
x-common: &common
  restart: unless-stopped
  environment: { APP_ENV: production, "DEBUG": 'no' }
services:
  web:
    <<: *common
    image: "ghcr.io/acme/shop:\${TAG:-latest}"
    command: >-
      php artisan
      serve
    ports: [80, "443:443", !reset 1]
    bucket: !Sub "\${AWS::StackName}-files"
    script: |
      echo hi
      exit 0
  ? db
  : image: postgres:16
---
kind: Deployment
spec: *missing
`,
  toml: `title = "Shop"
[project]
name = "shop"
dependencies = [
  "django>=5.0", # web
  'psycopg[binary]',
]
[tool.poetry.dependencies]
python = "^3.12"
celery = { version = "5.4", extras = ["redis"] }
[[tool.uv.index]]
url = """
https://pypi.org/simple"""
at = 2026-01-02T03:04:05Z
size = 1_000
a.b."c d" = 0x1F
`,
  php: `<?php

namespace App\\Config;

use Illuminate\\Support\\{Str, Facades\\Schedule as Clock};

return [
    'default' => env('QUEUE_CONNECTION', 'database'),
    'connections' => [
        'redis' => ['driver' => 'redis', 'retry_after' => (int) env('REDIS_RETRY', 90), 'block_for' => null],
        Foo::class => getenv('A') ?: $_ENV['B'] ?? 'x'.'y',
        'path' => storage_path('app/'.Str::slug(env('APP_NAME', 'laravel'), '_')),
        'html' => <<<HTML
          <b>{$name}</b>
          HTML,
    ],
];

#[AsCronTask('* * * * *', jitter: 6)]
final class Job extends Base implements ShouldQueue
{
    use Dispatchable;
    public array $backoff = [1, 5];
    public function handle(?Schedule $schedule = null): void
    {
        $schedule?->command('emails:send')->dailyAt('13:00')->onOneServer();
        $db['default']['host'] = match (true) { default => fn ($x) => new \\Redis(...) };
    }
}
`,
  dockerfile: `# syntax=docker/dockerfile:1
ARG PHP=8.3
FROM --platform=linux/amd64 php:\${PHP}-fpm AS base
ENV APP_ENV=production \\
    # explained
    APP_DEBUG="false"
RUN <<EOF
apt-get update
EOF
RUN apt-get install -y \\
  git curl
FROM base
EXPOSE 9000/tcp
CMD ["php-fpm", "-F"]
`,
  procfile: `web: vendor/bin/heroku-php-apache2 public/
# background
worker: php artisan queue:work --tries=3
no command here
release:php artisan migrate --force
`,
};
