import assert from 'node:assert/strict';
import type { Files } from '../../support/workspace';
import { readWorkspace } from '../../support/workspace';

function mix(dependencies: string, project = ''): string {
  return `defmodule Shop.MixProject do
  use Mix.Project
  def project, do: [app: :shop, ${project} deps: deps()]
  def application, do: [mod: {Shop.Application, []}]
  defp deps do
    [{:phoenix, "~> 1.7.0"}, ${dependencies}]
  end
end
`;
}

async function needs(files: Files): Promise<readonly string[]> {
  const read = await readWorkspace(files);
  return read.needs.filter(({ id }) => id !== 'compute').map(({ id, technology, library }) => [id, technology, library ?? ''].join(' ').trim());
}

const ecto = '{:ecto_sql, "~> 3.0"}, {:postgrex, ">= 0.0.0"}';

/** What files say beside a Phoenix project, and the needs that follow. */
const cases: readonly (readonly [title: string, dependencies: string, files: Files, expected: readonly string[]])[] = [
  ['the driver of Ecto', ecto, {}, ['relational-database postgresql']],
  ['the adapter of the repository before other drivers', `${ecto}, {:myxql, "~> 0.6"}`, { 'lib/shop/repo.ex': 'use Ecto.Repo, otp_app: :shop, adapter: Ecto.Adapters.MyXQL\n' }, ['relational-database mysql']],
  ['a driver without Ecto as no database', '{:postgrex, ">= 0.0.0"}', {}, []],
  ['a driver that only tests have as none', '{:ecto, "~> 3.0"}, {:ecto_sqlite3, "~> 0.1", only: [:dev, :test]}', {}, []],
  ['Oban with its crontab', '{:oban, "~> 2.0"}', { 'config/config.exs': 'config :shop, Oban, repo: Shop.Repo, queues: [default: 1], plugins: [{Oban.Plugins.Cron, crontab: [{"* * * * *", A}]}]\n' }, ['queue database oban', 'scheduler oban oban']],
  ['Oban that is not configured as no queue', '{:oban, "~> 2.0"}', {}, []],
  ['Quantum by its jobs', '{:quantum, "~> 3.0"}', { 'config/config.exs': 'config :shop, Shop.Scheduler, jobs: [{"@daily", {A, :b, []}}]\n' }, ['scheduler quantum quantum']],
  ['no mailer of the generator that nobody gives a letter', '{:swoosh, "~> 1.0"}', { 'config/config.exs': 'config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Local\n', 'lib/shop/mailer.ex': 'use Swoosh.Mailer, otp_app: :shop\n' }, []],
  ['the mailer of the generator that somebody uses', '{:swoosh, "~> 1.0"}', { 'config/config.exs': 'config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Local\n', 'lib/shop/accounts/user_notifier.ex': 'email |> build() |> deliver()\n' }, ['mail log swoosh']],
  ['the mailer of production before the general one', '{:swoosh, "~> 1.0"}', { 'config/config.exs': 'config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Local\n', 'config/runtime.exs': 'if config_env() == :prod do\n  config :shop, Shop.Mailer, adapter: Swoosh.Adapters.AmazonSES\nend\n' }, ['mail ses swoosh']],
  ['the mailer that a variable falls back to', '{:swoosh, "~> 1.0"}', { 'config/runtime.exs': 'kind = System.get_env("MAILER", "smtp")\ncase kind do\n  "sendgrid" -> config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Sendgrid\n  "smtp" -> config :shop, Shop.Mailer, adapter: Swoosh.Adapters.SMTP\nend\n' }, ['mail smtp swoosh']],
  ['the adapter that code hands over with a letter', '{:swoosh, "~> 1.0"}', { 'lib/shop/mailers/config/env.ex': 'def dev, do: [adapter: Swoosh.Adapters.Local]\ndef prod, do: [adapter: Swoosh.Adapters.SMTP, relay: System.get_env("SMTP_HOST")]\n' }, ['mail smtp swoosh']],
  ['the adapter in a list that a variable of the configuration holds', '{:swoosh, "~> 1.0"}', { 'config/runtime.exs': 'kind = System.get_env("MAILER_TYPE") || "smtp"\nmailer =\n  case kind do\n    "smtp" ->\n      [\n        adapter: Swoosh.Adapters.SMTP,\n        relay: System.fetch_env!("SMTP_HOST")\n      ]\n      |> Keyword.put(:port, 587)\n  end\nconfig(:shop, Shop.Emails, mailer)\n' }, ['mail smtp swoosh']],
  ['a crontab that the supervisor gives to Oban', '{:oban, "~> 2.0"}', { 'config/config.exs': 'config :shop, Oban, repo: Shop.Repo, queues: [default: 1]\n', 'lib/shop/application.ex': 'children = [{Oban, Keyword.put(Application.fetch_env!(:shop, Oban), :plugins, [{Oban.Plugins.Cron, crontab: crontab()}])}]\n' }, ['queue database oban', 'scheduler oban oban']],
  ['AppSignal that code attaches', '{:appsignal_phoenix, "~> 2.7"}', { 'lib/shop/application.ex': 'Appsignal.Phoenix.LiveView.attach()\n' }, ['monitoring appsignal']],
  ['secrets that the module of the application reads', '', { 'lib/shop.ex': 'def config_runtime do\n  config :shop, ShopWeb.Endpoint, secret_key_base: Shop.Config.secret!("SHOP_SECRET_KEY_BASE")\nend\n' }, ['secrets env']],
  ['settings of development as none', '{:swoosh, "~> 1.0"}', { 'config/runtime.exs': 'if config_env() in [:dev, :test] do\n  config :shop, Shop.Mailer, adapter: Swoosh.Adapters.SMTP\nend\n', 'config/dev.exs': 'config :shop, Shop.Mailer, adapter: Swoosh.Adapters.SMTP\n' }, []],
  ['sessions, sockets and static files', '{:esbuild, "~> 0.8"}', { 'lib/shop_web/endpoint.ex': '@session_options [store: :cookie]\nsocket "/socket", ShopWeb.UserSocket\nplug Plug.Static, at: "/"\n' }, ['sessions cookie', 'realtime channels phoenix', 'static-assets bundled']],
  ['a front end that another stage of the image builds', '', { Dockerfile: 'FROM node:22 AS web\nRUN npm run build\nFROM elixir:1.18 AS build\nCOPY --from=web /web/dist ./priv/static/web\nRUN mix release\nFROM debian:12\nCOPY --from=build /app /app\n', 'config/runtime.exs': 'config :shop, ShopWeb.Endpoint, static_url: address(static_uri)\n', 'lib/shop_web/endpoint.ex': 'plug(Plug.Static, at: "/", from: {:shop, "priv/static/web"})\n' }, ['static-assets bundled']],
  ['static files that nothing builds as none', '', { Dockerfile: 'FROM elixir:1.18\nCOPY priv/static priv/static\n', 'lib/shop_web/endpoint.ex': 'plug Plug.Static, at: "/"\n' }, []],
  ['the socket of LiveView only where there are live pages', '{:phoenix_live_view, "~> 1.0"}', { 'lib/shop_web/endpoint.ex': 'socket "/live", Phoenix.LiveView.Socket\n' }, []],
  ['live pages', '{:phoenix_live_view, "~> 1.0"}', { 'lib/shop_web/router.ex': 'live "/", HomeLive\n' }, ['realtime channels phoenix-live-view']],
  ['uploads to S3', '{:ex_aws_s3, "~> 2.0"}', { 'lib/shop/storage.ex': 'ExAws.S3.put_object("b", "k", body)\n' }, ['file-storage s3 ex_aws']],
  ['a comment as none', '{:ex_aws_s3, "~> 2.0"}', { 'lib/shop/storage.ex': '# ExAws.S3.put_object\n' }, []],
  ['Sentry once it knows where to', '{:sentry, "~> 10.0"}', { 'config/runtime.exs': 'config :sentry, dsn: System.get_env("SENTRY_DSN")\n' }, ['monitoring sentry', 'secrets env']],
  ['Sentry without an address as none', '{:sentry, "~> 10.0"}', {}, []],
  ['a cache that is started', '{:cachex, "~> 3.0"}', { 'lib/shop/application.ex': 'children = [{Cachex, name: :shop}]\n' }, ['cache memory cachex']],
  ['uploads that are copied to the disk', '{:phoenix_live_view, "~> 1.0"}', { 'lib/shop_web/live/avatar_live.ex': 'consume_uploaded_entries(socket, :avatar, fn %{path: path}, _ ->\n  File.cp!(path, dest)\nend)\n' }, ['file-storage local']],
  ['uploads that are only read as none', '{:phoenix_live_view, "~> 1.0"}', { 'lib/shop_web/live/avatar_live.ex': 'consume_uploaded_entries(socket, :cert, fn %{path: path}, _ ->\n  {:ok, File.read!(path)}\nend)\n' }, []],
  ['live views that templates show', '{:phoenix_live_view, "~> 1.0"}', { 'lib/shop_web/live/price_live.ex': 'defmodule ShopWeb.PriceLive do\n  use ShopWeb, :live_view\nend\n' }, ['realtime channels phoenix-live-view']],
  ['a socket that a plug opens', '{:websock_adapter, "~> 0.5"}', { 'lib/shop_web/feed_socket.ex': 'WebSockAdapter.upgrade(conn, __MODULE__, %{}, [])\n' }, ['realtime ws']],
  ['the store that an application chooses itself', '{:ex_aws_s3, "~> 2.0"}', { 'config/config.exs': 'config :shop, Shop.FileStore, adapter: Shop.FileStore.Local\n', 'config/runtime.exs': 'if bucket = System.get_env("S3_BUCKET") do\n  config :shop, Shop.FileStore, adapter: Shop.FileStore.S3\n  config :shop, Shop.FileStore.S3, bucket: bucket\nend\n' }, ['file-storage local']],
  ['the store behind an alias and a default', '{:ex_aws_s3, "~> 2.0"}', { 'config/runtime.exs': 'alias Shop.Uploads\nkind = System.get_env("BACKEND", "s3")\ncase kind do\n  "s3" -> config :shop, Uploads, backend: Uploads.S3\n  "local" -> config :shop, Uploads, backend: Uploads.File\nend\n' }, ['file-storage s3 ex_aws']],
  ['adapters behind an alias', '{:swoosh, "~> 1.0"}', { 'config/runtime.exs': 'alias Swoosh.Adapters.SMTP\nif System.get_env("SMTP_SERVER") do\n  config :shop, Shop.Mailer, adapter: SMTP\nend\n' }, ['mail smtp swoosh']],
  ['what holds in production and in development', '{:swoosh, "~> 1.0"}', { 'config/runtime.exs': 'if config_env() in [:prod, :dev] do\n  config :shop, Shop.Mailer, adapter: Swoosh.Adapters.SMTP\nend\nif config_env() not in [:prod] do\n  config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Mailgun\nend\n' }, ['mail smtp swoosh']],
  ['a cache in a folder that is named after it', '{:con_cache, "~> 1.0"}', { 'lib/shop/cache/adapter.ex': 'Supervisor.child_spec({ConCache, opts}, id: id)\n' }, ['cache memory con_cache']],
  ['the level of a cache that servers share', '{:nebulex, "~> 2.0"}', { 'lib/shop/cache/local.ex': 'use Nebulex.Cache, otp_app: :shop, adapter: Nebulex.Adapters.Local\n', 'lib/shop/cache/shared.ex': 'use Nebulex.Cache, otp_app: :shop, adapter: NebulexRedisAdapter\n' }, ['cache redis nebulex']],
  ['a column store that repositories of their own write to, beside the database', `${ecto}, {:ecto_ch, "~> 0.5"}`, { 'lib/shop/repo.ex': 'defmodule Shop.Repo do\n  use Ecto.Repo, adapter: Ecto.Adapters.Postgres\nend\n', 'lib/shop/events_repo.ex': 'defmodule Shop.EventsRepo do\n  use Ecto.Repo, adapter: Ecto.Adapters.ClickHouse\nend\n' }, ['relational-database postgresql', 'relational-database clickhouse']],
  ['a folder of the application before a bucket that only a switch turns on', '{:ex_aws_s3, "~> 2.0"}', { 'config/runtime.exs': 'data_dir = System.get_env("DATA_DIR")\nconfig :shop, data_dir: data_dir\nunless bool("S3_DISABLED", true) do\n  config :shop, Shop.S3, bucket: bucket()\nend\n', 'lib/shop/s3.ex': 'ExAws.S3.upload(stream, bucket, key)\n' }, ['file-storage local']],
  ['a bucket behind a switch where the application names no folder', '{:ex_aws_s3, "~> 2.0"}', { 'config/runtime.exs': 'if bucket = System.get_env("S3_BUCKET") do\n  config :shop, Shop.S3, bucket: bucket\nend\n', 'lib/shop/s3.ex': 'ExAws.S3.upload(stream, bucket, key)\n' }, ['file-storage s3 ex_aws']],
  ['a search that a client of its own asks', '{:req, "~> 0.5"}', { 'config/config.exs': 'config :shop, typesense_url: System.get_env("TYPESENSE_URL")\n', 'lib/shop/typesense/client.ex': 'def url, do: Application.get_env(:shop, :typesense_url)\n' }, ['search typesense']],
  ['sessions of a store of its own that writes cookies', '', { 'lib/shop_web/endpoint.ex': '@session_options [store: ShopWeb.Session.Transition]\n', 'lib/shop_web/session/transition.ex': 'alias Plug.Session.COOKIE\n' }, ['sessions cookie']],
  ['plugins of Oban that a variable holds', '{:oban, "~> 2.0"}', { 'config/config.exs': 'crontab = [{"* * * * *", A}]\nplugins = [Oban.Plugins.Pruner, {Oban.Plugins.Cron, crontab: crontab}]\nconfig :shop, Oban, repo: Shop.Repo, plugins: plugins\n' }, ['queue database oban', 'scheduler oban oban']],
  ['a monitor whose settings have a key of their own', '{:appsignal_phoenix, "~> 2.3"}', { 'config/runtime.exs': 'config :appsignal, :config, push_api_key: System.fetch_env!("APPSIGNAL_PUSH_API_KEY")\n' }, ['monitoring appsignal', 'secrets env']],
  ['a bucket of Google', '{:waffle, "~> 1.1"}', { 'config/config.exs': 'config :waffle, storage: Waffle.Storage.Google.CloudStorage\n' }, ['file-storage gcs waffle']],
  ['a store that a word names where no variable does', '{:ex_aws_s3, "~> 2.5"}', { 'config/runtime.exs': 'config :shop, :storage_type, System.get_env("SHOP_STORAGE_TYPE", "local")\n' }, ['file-storage local']],
  ['sockets of its own behind those of LiveView', '', { 'lib/shop_web/endpoint.ex': 'socket "/live", Phoenix.LiveView.Socket\nsocket "/api/subscriptions", ShopWeb.ApiSocket, websocket: true\n' }, ['realtime channels phoenix']],
  ['a search that production chooses by its module', '{:req, "~> 0.5"}', { 'config/config.exs': 'config :shop, search_impl: Shop.Search.Local\n', 'config/prod.exs': 'config :shop, search_impl: Shop.Search.Typesense\n' }, ['search typesense']],
  ['a broker that production chooses, beside jobs of the database', '{:oban, "~> 2.0"}, {:broadway_sqs, "~> 0.7"}', { 'config/config.exs': 'config :shop, Oban, repo: Shop.Repo, queues: [default: 1]\nconfig :shop, queue_producer: Broadway.DummyProducer\n', 'config/prod.exs': 'config :shop, queue_producer: BroadwaySQS.Producer\n' }, ['queue database oban', 'queue sqs broadway']],
  ['the address of a search that nothing asks as none', '{:req, "~> 0.5"}', { 'config/config.exs': 'config :shop, typesense_url: System.get_env("TYPESENSE_URL")\n' }, []],
  ['the broker that Broadway reads', '{:broadway_sqs, "~> 0.7"}', { 'lib/shop/pipeline.ex': 'producer: [module: {BroadwaySQS.Producer, queue_url: "q"}]\n' }, ['queue sqs broadway']],
];

describe('elixir', () => {
  for (const [title, dependencies, files, expected] of cases) {
    it(`reads ${title}`, async () => {
      assert.deepEqual(await needs({ 'mix.exs': mix(dependencies), ...files }), expected);
    });
  }

  it('names the application by its project and framework', async () => {
    const { applications } = await readWorkspace({ 'mix.exs': mix(ecto) });
    assert.deepEqual(applications.map(({ root, name, framework, frameworkVersion }) => [root, name, framework, frameworkVersion]), [['.', 'shop', 'phoenix', '1.7']]);
  });

  it('knows Phoenix by its companions where the framework itself is not in the list', async () => {
    const { applications } = await readWorkspace({ 'mix.exs': mix('{:phoenix_live_view, "~> 1.0"}, {:plug_cowboy, "~> 2.0"}').replace('{:phoenix, "~> 1.7.0"}, ', '') });
    assert.deepEqual(applications.map(({ framework, frameworkVersion }) => [framework, frameworkVersion]), [['phoenix', null]]);
  });

  it('sees no application in a package, in an example and in a project that serves nobody', async () => {
    const { applications } = await readWorkspace({ 'mix.exs': mix(ecto, 'package: package(),'), 'examples/a/mix.exs': mix(ecto), 'tool/mix.exs': mix('').replace('{:phoenix, "~> 1.7.0"}, ', '{:jason, "~> 1.0"}') });
    assert.deepEqual(applications, []);
  });

  it('sees an application in a package that is released in an image of the same folder', async () => {
    const files = { 'mix.exs': mix('{:bandit, "~> 1.0"}', 'package: package(), releases: releases(),') };
    assert.deepEqual((await readWorkspace(files)).applications, []);
    assert.deepEqual((await readWorkspace({ ...files, Dockerfile: 'FROM elixir:1.18\n' })).applications.map(({ root, framework }) => [root, framework]), [['.', 'phoenix']]);
  });

  it('takes the image at the top for that of the one application below', async () => {
    const { needs: found } = await readWorkspace({ 'app/mix.exs': mix(''), 'Dockerfile.prod': 'ARG BUILDER_IMAGE="hexpm/elixir:1.18"\nFROM ${BUILDER_IMAGE} AS builder\nFROM debian\n' });
    assert.equal(found.find(({ id }) => id === 'compute')?.technology, 'container');
  });

  it('takes an umbrella for one application', async () => {
    const umbrella = 'defmodule U do\n  use Mix.Project\n  def project, do: [apps_path: "apps", deps: []]\nend\n';
    const { applications } = await readWorkspace({ 'mix.exs': umbrella, 'apps/web/mix.exs': mix(''), 'apps/core/mix.exs': mix(ecto) });
    assert.deepEqual(applications.map(({ root, framework }) => [root, framework]), [['.', 'phoenix']]);
  });

  it('points at the adapter first', async () => {
    const read = await readWorkspace({ 'mix.exs': mix(ecto), 'lib/shop/repo.ex': 'use Ecto.Repo, adapter: Ecto.Adapters.Postgres\n' });
    const database = read.needs.find(({ id }) => id === 'relational-database');
    assert.deepEqual(database === undefined ? [] : read.proof(database), ['lib/shop/repo.ex:Ecto.Adapters.Postgres', 'mix.exs:postgrex']);
  });

  it('takes the address of the database from the settings of its own repository', async () => {
    const read = await readWorkspace({
      'mix.exs': mix(`${ecto}, {:ecto_ch, "~> 0.5"}`),
      'lib/shop/repo.ex': 'defmodule Shop.Repo do\n  use Ecto.Repo, adapter: Ecto.Adapters.Postgres\nend\n',
      'lib/shop/events_repo.ex': 'defmodule Shop.EventsRepo do\n  use Ecto.Repo, adapter: Ecto.Adapters.ClickHouse\nend\n',
      'config/runtime.exs': 'config :shop, Shop.EventsRepo, url: events_url\nconfig :shop, Shop.Repo, url: shop_url\n',
    });
    const proofs = read.needs.filter(({ id }) => id === 'relational-database').map((need) => read.proof(need).filter((line) => line.startsWith('config/')));
    assert.deepEqual(proofs, [['config/runtime.exs:shop_url'], ['config/runtime.exs:events_url']]);
  });

  it('survives malformed files', async () => {
    const read = await readWorkspace({ 'mix.exs': `${mix(ecto)}\n)) {`, 'config/runtime.exs': 'config :a, B, [[\nif do (' });
    assert.equal(read.applications.length, 1);
  });
});
