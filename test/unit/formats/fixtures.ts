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
  properties: `# Spring
spring.datasource.url = jdbc:postgresql://\${DB_HOST:localhost}:5432/shop
spring.cache.type:redis
server.port 8080
message=one \\
    two \\u00e9\\tthree
empty=
key\\ with\\=marks=\\:value
! other comment
spring.jpa.hibernate.ddl-auto=validate
`,
  ini: `; Supervisor
top = level
[program:worker]
command=php artisan queue:work --sleep=3 ; inline
process_name = "%(program_name)s"
autostart=true
[options]
install_requires =
    django>=5
    celery[redis]
no assignment
memory_limit = '256M'
`,
  xml: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE x [<!ENTITY e "boom">]>
<project xmlns="http://maven.apache.org/POM/4.0.0" a='1 &amp; 2'>
  <parent><version> 3.3.0 </version></parent>
  <!-- comment -->
  <dependencies>
    <dependency><artifactId>spring-boot-starter-web</artifactId><scope/></dependency>
  </dependencies>
  <description><![CDATA[a < b]]> &lt;c&#33; &e;</description>
</project>
`,
  python: `import os
from celery import Celery, shared_task as task
env = environ.Env(DEBUG=(bool, False))
DATABASES = {
    'default': {'ENGINE': "django.db.backends.postgresql", 'PORT': int(os.getenv('PORT', 5432)), **extra},
}
DATABASES['default']['HOST'] = config('HOST', default='localhost')
CACHES = {"default": env.cache("CACHE_URL", default=f"redis://{HOST}"), 'x': r'\\d' "joined"}
INSTALLED_APPS += ['channels', *more]
@app.task(bind=True)
async def send(a, b=-1):
    if os.environ["DEBUG"] == 'True' or None: self.x = [y for y in z]
class Settings(BaseSettings):
    url: str = os.environ.get('A') or '''b
c'''
`,
  javascript: `import express, { Router as R } from 'express';
const { Queue } = require('bullmq');
export default defineConfig({ output: 'standalone', a: process.env.A ?? 'x', 'b-c': [1, \`t\${1}\`], ...rest, fn() {}, short });
module.exports = { db: { connection: process.env['DB_URL'] || "postgres://" } };
const q = new Queue<Job>('mail', { connection: { host: process.env.H!, port: Number(process.env.P ?? 6379) } });
cron.schedule('* * * * *', async () => { await q.add('x', {}); });
@Controller('a') class A extends B implements C { @Cron('0 * * * *') run(@Inject() a: string) { this.x = -1; } static s = /re[/]x/; }
const k = process.env.A ? process.env.A : null, view = <App a="b">{k}</App>;
import('./lazy');
`,
  ruby: `require "rails/all"
module Shop
  class Application < Rails::Application
    include Concerns::Tenant, Foo
    config.load_defaults 7.1
    config.cache_store = :redis_cache_store, { url: ENV.fetch("REDIS_URL") { "redis://localhost" }, "pool": -1 }
    config.active_job.queue_adapter = Rails.env.test? ? :test : :sidekiq
    x, @y = ENV['A'].presence || 'b', %w[a b #c]
    config.action_mailer.smtp_settings[:port] ||= Integer(ENV["PORT"] || 25) # comment
  end
end
group :development, "test" do
  gem "sidekiq", "~> 7.0", require: false, **opts
end
if Rails.env.production? then Foo.bar(1).baz { |x| x + 1 }
elsif !ENV["B"].nil?
  puts <<~SQL
    select #{x} "quoted"
  SQL
else
  raise "no" unless y
end
case ENV["C"]
when "a", :b then config.x = nil
end
every(1.day, at: '4:30 am') { rake 'a:b' }
`,
  gradle: `import org.gradle.api.*
plugins {
    id 'org.springframework.boot' version '3.2.0' apply false
    id("io.ktor.plugin") version "2.3"; kotlin("jvm") version libs.versions.kotlin.get()
    alias(libs.plugins.spring.boot)
    \`java-library\`
}
val url: String = System.getenv("A") ?: "b" // comment
def number = -1.5 + 2 * 3
ext { springVersion = "6.0" }
dependencies {
    implementation "org.postgresql:postgresql:$v"
    implementation group: 'a', name: "b", version: '1'
    testImplementation(platform("io.x:bom:1")) { exclude(group = "x", module = 'y') }
    if (project.hasProperty("x")) { runtimeOnly 'a:b:1' } else { runtimeOnly(libs.h2) }
    ['a', "b\\n", [c: true, "d": null]].each { println it }
}
tasks.named<Jar>("bootJar") { enabled = !false }
/* block */ task copy(type: Copy) { from 'x' }
application.mainClass
  .set('''x
y''')
`,
  hcl: `terraform {
  required_providers { aws = { source = "hashicorp/aws", version = "~> 5.0" } }
}
resource "aws_db_instance" "main" { # comment
  engine         = "postgres"
  size           = -5.5
  tags           = { Name = "shop", "b c" = var.y, (local.k) = null }
  ids            = ["a", aws_subnet.x[0].id, true]
  name           = "\${var.a}-b"
  escaped        = "a\\n$\${x}"
  count          = var.on ? 1 : 0
  policy = jsonencode({ a = [1, for_each] })
  user_data      = <<-EOT
    one
      two \${x}
  EOT
  plain = <<EOT
text
EOT
  dynamic "setting" {
    for_each = [for s in var.list : s.name if s.on]
    content { value = setting.value }
  }
}
variable region { default = "us-east-1" }
`,
  elixir: `import Config
config :shop, Shop.Repo,
  url: System.get_env("DATABASE_URL") || "x", "quoted key": 1,
  pool_size: String.to_integer(System.get_env("POOL", "10")), ssl: true # comment
if config_env() == :prod do
  config :shop, Shop.Mailer, adapter: Swoosh.Adapters.SES
else
  foo(1, [a: 1], -1_000 + 0x1F)
end
defmodule Shop.MixProject do
  use Mix.Project, x: 1
  alias A.{B, C}
  @attr "v"
  defp deps do
    [{:oban, "~> 2.0"}, {:x, git: "u", only: [:dev, :test]}, :"quoted atom"]
  end
  def map(x), do: %{a: 1, "b" => 2, c: %Foo{d: nil}}
  words = ~w(a b)a ++ [~s(x #{z}), 'abc', ?c]
  "a" |> foo() |> Bar.baz(1, fn x -> x end, &foo/1)
  case env do
    :prod -> z("a" <> "b")
    _ -> nil
  end
  text = """
  hi "there"
  """
  unless a, do: b(2)
end
`,
};
