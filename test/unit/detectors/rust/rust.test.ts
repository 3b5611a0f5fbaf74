import assert from 'node:assert/strict';
import type { Files } from '../../support/workspace';
import { readWorkspace } from '../../support/workspace';

function cargo(dependencies: string, rest = ''): string {
  return `[package]\nname = "shop"\n[dependencies]\naxum = "0.7"\n${dependencies}\n${rest}`;
}

async function needs(files: Files): Promise<readonly string[]> {
  const { needs: found } = await readWorkspace({ 'src/main.rs': 'fn main() {}\n', ...files });
  return found.filter(({ id }) => id !== 'compute').map(({ id, technology, supported }) => [id, technology, ...supported].join(' '));
}

const cases: readonly (readonly [title: string, files: Files, expected: readonly string[]])[] = [
  ['the engine that sqlx is compiled with', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres"] }') }, ['relational-database postgresql']],
  ['the address before other engines', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres", "sqlite"] }'), '.env.example': 'DATABASE_URL=postgres://a:b@localhost/c\n' }, ['relational-database postgresql sqlite', 'secrets env']],
  ['engines that the package switches on', { 'Cargo.toml': cargo('diesel = "2"', '[features]\nmysql = ["diesel/mysql"]\n') }, ['relational-database mysql']],
  ['a mapper without an engine as none', { 'Cargo.toml': cargo('diesel = "2"') }, []],
  ['clients of one product', { 'Cargo.toml': cargo('lapin = "2"\nlettre = "0.11"\nsentry = "0.34"') }, ['queue rabbitmq', 'mail smtp', 'monitoring sentry']],
  ['optional and development dependencies as none', { 'Cargo.toml': cargo('redis = { version = "0.2", optional = true }', '[dev-dependencies]\nmongodb = "3"\n') }, []],
  ['sockets by the feature', { 'Cargo.toml': cargo('tokio = "1"').replace('axum = "0.7"', 'axum = { version = "0.7", features = ["ws"] }') }, ['realtime ws']],
  ['where uploads, sessions and jobs go, by the code', {
    'Cargo.toml': cargo('redis = "0.27"\ntower-sessions-redis-store = "0.15"\nsqlx = { version = "0.8", features = ["postgres"] }'),
    'src/main.rs': 'use axum::{extract::{Multipart, State}};\nuse tower_sessions_redis_store::RedisStore;\nfn keep() { std::fs::write(path, bytes); }\nfn take() { query("SELECT id FROM mail_queue FOR UPDATE\n  SKIP LOCKED LIMIT 1"); }\n',
  }, ['relational-database postgresql', 'sessions redis', 'queue database', 'file-storage local']],
  ['a Redis client that code uses as a cache, and one that is only compiled in as none', { 'Cargo.toml': cargo('redis = "0.27"'), 'src/main.rs': 'fn f() { let c = redis::Client::open(url); }\n' }, ['cache redis']],
  ['no cache without a use', { 'Cargo.toml': cargo('redis = "0.27"') }, []],
  ['a row lock of a table as no queue', { 'Cargo.toml': cargo(''), 'src/main.rs': 'fn f() { query("SELECT id FROM posts FOR UPDATE SKIP LOCKED"); }\n' }, []],
  ['nothing in comments and tests', { 'Cargo.toml': cargo(''), 'src/main.rs': '// TempFile\nfn main() {}\n#[cfg(test)]\nmod tests { use actix_web::TempFile; }\n', 'tests/api.rs': 'use rocket::fs::TempFile;\n' }, []],
  ['the default of the code before other engines', { 'Cargo.toml': cargo('sea-orm = { version = "1", features = ["sqlx-all"] }'), 'src/config.rs': 'const URL: &str = "sqlite://users.db?mode=rwc";\n' }, ['relational-database sqlite postgresql mysql']],
  ['the address in a configuration file', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres", "sqlite"] }'), 'config/default.toml': 'database_url = "postgres://a:b@c/d"\n' }, ['relational-database postgresql sqlite']],
  ['credentials that a sample only offers', { 'Cargo.toml': cargo(''), '.env.template': '# ADMIN_TOKEN=abc\n# RSA_KEY_FILENAME=x\n' }, ['secrets env']],
  ['a bucket before the disk where the environment names one', { 'Cargo.toml': cargo('object_store = "0.11"'), 'src/store.rs': 'fn a() { AmazonS3Builder::new(); LocalFileSystem::new(); }\n', '.env.example': 'S3_BUCKET=x\n' }, ['file-storage s3 local']],
  ['the disk where nothing names a bucket', { 'Cargo.toml': cargo('object_store = "0.11"'), 'src/store.rs': 'fn a() { AmazonS3Builder::new(); LocalFileSystem::new(); }\n' }, ['file-storage local s3']],
  ['an optional client that the default features bring', { 'Cargo.toml': cargo('mongodb = { version = "3", optional = true }\nprometheus = { version = "0.14", optional = true }\nlapin = { version = "2", optional = true }', '[features]\ndefault = ["store"]\nstore = ["dep:mongodb", "lapin?/rustls"]\nmetrics = ["prometheus"]\n') }, ['document-database mongodb']],
  ['jobs that are put into a table of the service’s own', { 'Cargo.toml': cargo('tokio-postgres = "0.7"'), 'src/db/jobs.rs': 'async fn add() { db.execute("INSERT INTO jobs (name, scheduled_at) VALUES ($1, $2)", &[]).await }\n' }, ['relational-database postgresql', 'queue database']],
  ['no queue in a table of vacancies', { 'Cargo.toml': cargo('tokio-postgres = "0.7"'), 'src/db/jobs.rs': 'async fn add() { db.execute("INSERT INTO jobs (title, salary) VALUES ($1, $2)", &[]).await }\n' }, ['relational-database postgresql']],
  ['a cache of the service’s own making', { 'Cargo.toml': cargo(''), 'src/cache.rs': 'pub struct LeastRecentlyUsedCache<K, V> {\n  capacity: usize,\n}\n' }, ['cache memory']],
  ['no cache in handles that a store keeps', { 'Cargo.toml': cargo(''), 'src/storage/archive.rs': 'use moka::future::Cache;\n' }, []],
  ['styles that are compiled in one by one', { 'Cargo.toml': cargo(''), 'src/pages.rs': 'async fn style() { const CSS: &str = include_str!("pages/style.css"); }\n' }, ['static-assets bundled']],
  ['credentials of a structure that a file fills', { 'Cargo.toml': cargo('config = "0.14"'), 'src/config.rs': 'struct Push {\n  pub private_key: String,\n}\nfn load() { Config::builder().add_source(File::from_str(include_str!("../shop.toml"), FileFormat::Toml)) }\n' }, ['secrets config-file']],
  ['sockets that are accepted without a framework', { 'Cargo.toml': cargo('async-tungstenite = "0.17"'), 'src/socket.rs': 'async fn client() { async_tungstenite::accept_hdr_async_with_config(stream, callback, None).await; }\n' }, ['realtime ws']],
  ['a sender that the configuration names', { 'Cargo.toml': cargo('reqwest = "0.12"'), 'configuration/production.yaml': 'email_client:\n  base_url: "https://api.postmarkapp.com"\n' }, ['mail postmark']],
  ['jobs by the crate', { 'Cargo.toml': cargo('apalis-redis = "0.6"\nredis = "0.27"') }, ['queue redis']],
  ['who is logged in by an identity in a cookie', { 'Cargo.toml': cargo('actix-identity = "0.4"'), 'src/main.rs': 'use actix_identity::{CookieIdentityPolicy, IdentityService};\n' }, ['sessions cookie']],
  ['a Redis client of another crate by its address', { 'Cargo.toml': cargo('captcha-engine = "1"'), 'src/main.rs': 'fn f() { RedisCache::new(RedisConfig::Single(url)); }\n', '.env.example': 'CAPTCHA_redis_URL=redis://cache\n' }, ['cache redis']],
  ['no Redis of a feature that is off', { 'Cargo.toml': cargo('deadpool-redis = { version = "1", optional = true }'), 'src/main.rs': 'fn f() { deadpool_redis::Config::new(); }\n', '.env.example': 'REDIS_URL=redis://cache\n' }, []],
  ['jobs by a feature of the crate', { 'Cargo.toml': cargo('apalis = { version = "0.4", features = ["postgres"] }') }, ['queue database']],
  ['a credential that a helper asks the environment for', { 'Cargo.toml': cargo(''), 'src/config.rs': 'fn load() -> String { get_env_var("MAILER_SMTP_PASSWORD", "password") }\n' }, ['secrets env']],
  ['a credential of a structure that envy fills', { 'Cargo.toml': cargo('envy = "0.4"'), 'src/config.rs': 'struct Config {\n  jwt_secret: String,\n}\nfn load() -> Config { envy::from_env().unwrap() }\n' }, ['secrets env']],
  ['a credential of an argument that comes from the environment', { 'Cargo.toml': cargo('clap = "4"\nsqlx = { version = "0.8", features = ["postgres"] }'), 'src/config.rs': 'struct Config {\n  #[arg(long, env)]\n  jwt_secret: String,\n}\n' }, ['relational-database postgresql', 'secrets env']],
  ['a cache inside the process', { 'Cargo.toml': cargo('axum = "0.8"\nmoka = "0.12"'), 'src/main.rs': '' }, ['cache memory']],
  ['a folder that is compiled in', { 'Cargo.toml': cargo('axum = "0.8"\nrust-embed = "8"'), 'src/lib.rs': 'use rust_embed::Embed;\n#[derive(Embed)]\n#[folder = "../static/v1/"]\nstruct Assets;\n', 'static/app.css': '' }, ['static-assets bundled']],
  ['no folder of migrations that is compiled in', { 'Cargo.toml': cargo('axum = "0.8"\nrust-embed = "8"'), 'src/lib.rs': '#[derive(Embed)]\n#[folder = "migrations/postgres"]\nstruct Migrations;\n', 'static/app.css': '' }, []],
  ['a front end that Leptos compiles', { 'Cargo.toml': cargo('leptos_axum = "0.7"'), 'src/main.rs': 'use leptos_axum::{generate_route_list, LeptosRoutes};\n' }, ['static-assets bundled']],
  ['the name of a credential’s variable in a constant', { 'Cargo.toml': cargo('dotenv = "0.15"'), 'src/constants.rs': 'pub const ENV_JWT_SECRET: &str = "JWT_SECRET";\npub const NAME: &str = "secret";\n' }, ['secrets env']],
  ['no credential in a constant of another kind', { 'Cargo.toml': cargo(''), 'src/constants.rs': 'pub const LABEL: &str = "password";\npub const JWT_TTL: &str = "JWT_TTL";\n' }, []],
  ['uploads and files of the server itself by older crates', { 'Cargo.toml': cargo('multipart = "0.18"'), 'src/routes/medias.rs': 'use multipart::server::{save::SaveResult, Multipart};\nfn file() { fs::write(&to, bytes)?; NamedFile::open(Path::new("static/").join(file)); }\n', 'static/app.css': '' }, ['file-storage local', 'static-assets bundled']],
  ['a queue of attempts that workers lock', { 'Cargo.toml': cargo(''), 'src/work.rs': 'fn f() { query("SELECT id FROM request_attempt FOR UPDATE SKIP LOCKED"); }\n' }, ['queue database']],
  ['an upload that a module of files writes', { 'Cargo.toml': cargo(''), 'src/routes/photos.rs': 'async fn add(mut multipart: Multipart) {}\n', 'src/storage/local.rs': 'fn keep() { tokio::fs::write(path, data).await?; }\n' }, ['file-storage local']],
  ['an upload that goes into the database as no file', { 'Cargo.toml': cargo(''), 'src/routes/logo.rs': 'async fn set(mut multipart: axum::extract::Multipart) { db.save(bytes); }\n', 'src/tls.rs': 'fn key() { fs::File::create(key_path); }\n' }, []],
  ['a message to a telephone, and none in what is published to a topic', { 'Cargo.toml': cargo('aws-sdk-sns = "1"'), 'src/sms.rs': 'use aws_sdk_sns::Client;\nfn send() { client.publish().phone_number(to).message(text).send(); }\n' }, ['sms-push sns']],
  ['no message to people in a topic of events', { 'Cargo.toml': cargo('aws-sdk-sns = "1"'), 'src/events.rs': 'use aws_sdk_sns::Client;\nfn send() { client.publish().topic_arn(arn).message(text).send(); }\n' }, []],
  ['nothing of a package that only helps', { 'Cargo.toml': cargo('tower-sessions = "0.14"'), 'tools/probe/Cargo.toml': '[package]\nname = "probe"\n', 'tools/probe/src/main.rs': 'fn main() { MemoryStore::default(); }\n' }, []],
  ['sessions that the code keeps in Redis itself', { 'Cargo.toml': cargo('redis = "0.27"'), 'src/auth/store.rs': 'use redis::AsyncCommands;\nimpl Store {\n  pub async fn load_session(&self, id: &Uuid) {}\n}\n' }, ['cache redis', 'sessions redis']],
  ['sessions in a table, and else in the cookie that the code names', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres"] }'), 'src/names.rs': 'pub const COOKIE_SESSION: &str = "sid";\n', 'src/login.rs': 'fn end() { query("DELETE FROM sessions WHERE id = $1"); }\n' }, ['relational-database postgresql', 'sessions database']],
  ['sessions in a cookie that the code names', { 'Cargo.toml': cargo(''), 'src/names.rs': 'pub const COOKIE_AUTH_SESSION_ID: &str = "sid";\n' }, ['sessions cookie']],
  ['no sessions in a row of analytics', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres"] }'), 'src/report.rs': 'fn visits() { query("SELECT count(*) FROM sessions WHERE day = $1"); }\n' }, ['relational-database postgresql']],
  ['the disk that the code falls back to before the bucket of a sample', { 'Cargo.toml': cargo('object_store = "0.11"'), 'src/store.rs': 'fn a() { AmazonS3Builder::new(); LocalFileSystem::new(); }\n', 'src/config.rs': 'struct C {\n  #[arg(env = "APP_STORAGE", default_value = "disk")]\n  storage: String,\n}\n', '.env.example': 'S3_BUCKET=x\n' }, ['file-storage local s3']],
  ['no default in an address that is put together of variables', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres", "sqlite"] }'), 'src/config.rs': 'fn dsn() { format!("postgres://{}:{}@{}:{}/{}", user, word, host, port, name) }\n' }, ['relational-database sqlite postgresql']],
  ['a table of jobs and the broker that others fill', { 'Cargo.toml': cargo('aws-sdk-sqs = "1"'), 'src/work.rs': 'fn f() { query("SELECT id FROM background_jobs FOR UPDATE SKIP LOCKED"); }\n' }, ['queue database', 'queue sqs']],
  ['a store inside the process with its cache', { 'Cargo.toml': cargo('hiqlite = { version = "0.13", features = ["cache"] }') }, ['relational-database sqlite', 'cache memory']],
  ['logs that go to Loki', { 'Cargo.toml': cargo('tracing-loki = "0.2"') }, ['monitoring loki']],
  ['the pools of Rocket', { 'Cargo.toml': cargo('rocket_db_pools = { version = "0.2", features = ["sqlx_postgres"] }') }, ['relational-database postgresql']],
];

describe('rust', () => {
  for (const [title, files, expected] of cases) {
    it(`reads ${title}`, async () => {
      assert.deepEqual(await needs(files), expected);
    });
  }

  it('takes the only server of a workspace for the workspace, with features that it shares', async () => {
    const { applications, needs: found } = await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["server", "db"]\n[workspace.dependencies]\ndiesel = { version = "2", features = ["postgres"] }\n',
      'server/Cargo.toml': cargo(''),
      'server/src/main.rs': 'fn main() {}\n',
      'db/Cargo.toml': '[package]\nname = "db"\n[dependencies]\ndiesel = { workspace = true }\n',
    });
    assert.deepEqual(applications.map(({ root, framework, frameworkVersion }) => [root, framework, frameworkVersion]), [['.', 'axum', '0.7']]);
    assert.deepEqual(found.map(({ id, technology }) => [id, technology]), [['compute', 'rust'], ['relational-database', 'postgresql']]);
  });

  it('takes each workspace of a repository for itself', async () => {
    const member = (folder: string): Files => ({ [`${folder}/Cargo.toml`]: '[workspace]\nmembers = ["app"]\n', [`${folder}/Dockerfile`]: 'FROM rust:1 AS build\nFROM debian:stable\nCMD ["app"]\n', [`${folder}/app/Cargo.toml`]: cargo('clap = "4"'), [`${folder}/app/src/main.rs`]: 'fn main() {}\n' });
    const { applications, needs: found } = await readWorkspace({ ...member('server'), ...member('bridge') });
    assert.deepEqual(applications.map(({ root }) => root).sort(), ['bridge', 'server']);
    assert.deepEqual(found.map(({ id, technology }) => [id, technology]), [['compute', 'container'], ['compute', 'container']]);
  });

  it('takes the stores that the service’s own defaults choose', async () => {
    const files = { 'Cargo.toml': cargo('redis = "0.27"\nlapin = "2"'), 'src/main.rs': 'fn main() { redis::Client::open(url); }\n', 'config.default.toml': 'queue_type = "redis"\n# cache_type = "redis"\ncache_type = "memory"\n' };
    assert.deepEqual(await needs(files), ['cache memory redis', 'queue redis']);
    assert.deepEqual(await needs({ ...files, 'config.default.toml': 'cache_type = "none"\n' }), ['queue rabbitmq']);
  });

  it('tells the engine by the scheme in a secret, and by no crate of tests', async () => {
    const files = { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres", "sqlite"] }'), 'crates/tests-database/src/helpers.rs': 'const URL: &str = "sqlite::memory:/x";\nconst OTHER: &str = "mysql://a/b";\n' };
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop-secrets\nstringData:\n  SHOP_DB_URI: "postgres://shop:insecure@localhost/shop"\n';
    const workload = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: acme/shop\n          env:\n            - name: SHOP_DB_URI\n              valueFrom:\n                secretKeyRef:\n                  name: shop-secrets\n                  key: SHOP_DB_URI\n';
    assert.deepEqual(await needs(files), ['relational-database sqlite postgresql']);
    const read = await readWorkspace({ ...files, 'src/main.rs': 'fn main() {}\n', 'k8s/secret.yaml': secret, 'k8s/shop.yaml': workload });
    assert.equal(read.needs.find(({ id }) => id === 'relational-database')?.technology, 'postgresql');
    assert.doesNotMatch(JSON.stringify(read), /insecure/);
  });

  it('tells daemons by a library’s store, and whose a library’s broker, bucket and Redis are', async () => {
    const image = 'FROM debian:12\nCMD ["x"]\n';
    const lib = (name: string, dependencies: string): string => `[package]\nname = "${name}"\n[dependencies]\n${dependencies}\n`;
    const { applications, needs: found } = await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["api", "images", "crond", "core/*"]\n',
      'core/store/Cargo.toml': lib('store', 'mongodb = "3"\namqprs = "1"\nredis = "0.27"'), 'core/store/src/lib.rs': 'fn a() { redis::Client::open(url); }\n',
      'core/files/Cargo.toml': lib('files', 'aws-sdk-s3 = "1"'), 'core/files/src/lib.rs': 'pub fn delete_from_s3(id: &str) {}\npub fn thumbnail() {}\n',
      'api/Cargo.toml': cargo('amqprs = "1"\nstore = { path = "../core/store" }'), 'api/src/main.rs': 'fn main() {}\n', 'api/Dockerfile': image,
      'images/Cargo.toml': cargo('moka = "0.12"\nstore = { path = "../core/store" }\nfiles = { path = "../core/files" }'), 'images/src/main.rs': 'use files::thumbnail;\nfn main() {}\n', 'images/Dockerfile': image,
      'crond/Cargo.toml': lib('crond', 'store = { path = "../core/store" }\nfiles = { path = "../core/files" }'), 'crond/src/main.rs': 'fn main() { files::delete_from_s3(id); }\n', 'crond/Dockerfile': image,
    });
    assert.deepEqual(applications.map(({ root, framework }) => `${root} ${framework}`).sort(), ['api axum', 'crond rust', 'images axum']);
    const of = (root: string): readonly string[] => found.filter(({ application, id }) => application === root && id !== 'compute').map(({ id, technology }) => `${id} ${technology}`);
    assert.deepEqual(of('api'), ['document-database mongodb', 'cache redis', 'queue rabbitmq']);
    assert.deepEqual(of('images'), ['document-database mongodb', 'cache memory']);
    assert.deepEqual(of('crond'), ['document-database mongodb', 'cache redis', 'file-storage s3']);
  });

  it('takes the clients of plug-ins for the users’ own', async () => {
    assert.deepEqual(await needs({ 'Cargo.toml': `[workspace]\nmembers = ["shop-plugin-kafka"]\n${cargo('')}`, 'shop-plugin-kafka/Cargo.toml': '[package]\nname = "shop-plugin-kafka"\n[dependencies]\nrdkafka = "0.36"\n' }), []);
    assert.deepEqual(await needs({ 'Cargo.toml': `[workspace]\nmembers = ["events"]\n${cargo('')}`, 'events/Cargo.toml': '[package]\nname = "events"\n[dependencies]\nrdkafka = "0.36"\n' }), ['event-streaming kafka']);
  });

  it('gives each server of a workspace the packages that it is compiled with, and not their routes', async () => {
    const { needs: found } = await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["a", "b", "libs/mailer", "libs/db"]\n[workspace.dependencies]\nmailer = { path = "libs/mailer" }\n',
      'a/Cargo.toml': cargo('mailer.workspace = true'), 'a/src/main.rs': 'fn main() {}\n',
      'b/Cargo.toml': cargo(''), 'b/src/main.rs': 'fn main() {}\n',
      'libs/mailer/Cargo.toml': '[package]\nname = "mailer"\n[dependencies]\nlettre = "0.11"\ndb = { path = "../db" }\n',
      'libs/mailer/src/lib.rs': 'use axum::extract::ws::WebSocketUpgrade;\n',
      'libs/db/Cargo.toml': '[package]\nname = "db"\n[dependencies]\nsqlx = { version = "0.8", features = ["postgres"] }\n',
    });
    const of = (root: string): readonly string[] => found.filter((need) => need.application === root && need.id !== 'compute').map(({ id }) => id);
    assert.deepEqual([of('a'), of('b')], [['relational-database', 'mail'], []]);
  });

  it('finds the program whose routes stand in a library, and functions', async () => {
    const { applications, needs: found } = await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["apps/shop", "crates/api"]\n[workspace.dependencies]\napi = { path = "crates/api" }\n',
      'apps/shop/Cargo.toml': '[package]\nname = "shop"\n[dependencies]\napi.workspace = true\nvercel_runtime = "2"\n', 'apps/shop/src/main.rs': 'fn main() {}\n',
      'crates/api/Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres"] }'), 'crates/api/src/lib.rs': 'pub fn run() {}\n',
    });
    assert.deepEqual(applications.map(({ root, framework }) => [root, framework]), [['.', 'axum']]);
    assert.deepEqual(found.map(({ id, technology }) => [id, technology]), [['compute', 'serverless'], ['relational-database', 'postgresql']]);
  });

  it('takes the framework of pages among the libraries, and none of RPC alone', async () => {
    const of = async (api: string): Promise<readonly string[]> => (await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["server", "api", "telemetry"]\n',
      'server/Cargo.toml': '[package]\nname = "server"\n[dependencies]\ntelemetry = { path = "../telemetry" }\napi = { path = "../api" }\n', 'server/src/main.rs': 'fn main() {}\n',
      'telemetry/Cargo.toml': '[package]\nname = "telemetry"\n[dependencies]\ntonic = "0.12"\n', 'telemetry/src/lib.rs': 'pub fn start() {}\n',
      'api/Cargo.toml': `[package]\nname = "api"\n[dependencies]\n${api}\n`, 'api/src/lib.rs': 'pub fn run() {}\n',
    })).applications.map(({ framework }) => framework);
    assert.deepEqual([await of('axum = "0.8"'), await of('serde = "1"')], [['axum'], []]);
  });

  it('finds workers beside servers where an image of theirs is built, and no tools', async () => {
    const store = 'sqlx = { version = "0.8", features = ["postgres"] }';
    const { applications } = await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["api", "worker", "shop-cli", "plain"]\n',
      'api/Cargo.toml': cargo(store), 'api/src/main.rs': 'fn main() {}\n',
      'worker/Cargo.toml': `[package]\nname = "worker"\n[dependencies]\n${store}\n`, 'worker/src/main.rs': 'fn main() {}\n', 'worker/Dockerfile': 'FROM rust AS b\nFROM debian\nCMD ["/worker"]\n',
      'shop-cli/Cargo.toml': `[package]\nname = "shop-cli"\n[dependencies]\n${store}\n`, 'shop-cli/src/main.rs': 'fn main() {}\n', 'shop-cli/Dockerfile': 'FROM rust AS b\nFROM debian\nCMD ["/shop"]\n',
      'plain/Cargo.toml': `[package]\nname = "plain"\n[dependencies]\n${store}\n`, 'plain/src/main.rs': 'fn main() {}\n',
    });
    assert.deepEqual(applications.map(({ root, framework }) => [root, framework]), [['api', 'axum'], ['worker', 'rust']]);
  });

  it('runs several servers of a workspace in the image of the workspace', async () => {
    const member = (folder: string): Files => ({ [`${folder}/Cargo.toml`]: cargo(''), [`${folder}/src/main.rs`]: 'fn main() {}\n' });
    const { needs: found } = await readWorkspace({ 'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n', Dockerfile: 'FROM rust:1 AS builder\nARG CRATE\nRUN cargo install --path $CRATE\nFROM debian:stable\n', ...member('a'), ...member('b') });
    assert.deepEqual(found.map(({ id, technology }) => [id, technology]), [['compute', 'container'], ['compute', 'container']]);
  });

  it('sees sessions and no cache in a store of its own over Redis', async () => {
    assert.deepEqual(await needs({ 'Cargo.toml': cargo('redis = "0.27"'), 'src/main.rs': 'fn main() { redis::Client::open(url); }\n', 'src/session.rs': 'pub struct SessionStorage {\n  redis_client: ConnectionManager,\n}\n' }), ['sessions redis']);
  });

  it('takes no variable of a development container or a test for the deployment', async () => {
    const compose = 'services:\n  app:\n    build: .\n    environment:\n      DATABASE_URL: postgres://a:b@db/c\n      API_SECRET: x\n';
    for (const folder of ['.devcontainer', 'client-integration-tests', 'tests']) {
      assert.deepEqual(await needs({ 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres", "sqlite"] }'), [`${folder}/docker-compose.yml`]: compose }), ['relational-database sqlite postgresql'], folder);
    }
  });

  it('leaves a command-line tool alone, whatever images the repository builds', async () => {
    const manifest = (name: string): string => cargo('clap = "4"').replace(/^name = "[^"]*"/m, `name = "${name}"`);
    const files = (name: string): Files => ({ 'Cargo.toml': manifest(name), 'src/main.rs': 'fn main() {}\n', Dockerfile: 'FROM debian:stable\n' });
    assert.deepEqual((await readWorkspace(files('shop-cli'))).applications, []);
    assert.equal((await readWorkspace(files('shop'))).applications.length, 1);
  });

  it('sees none in a library, a tool and an example', async () => {
    const { applications } = await readWorkspace({ 'lib/Cargo.toml': cargo(''), 'lib/src/lib.rs': '', 'cli/Cargo.toml': cargo('clap = "4"'), 'cli/src/main.rs': '', 'examples/a/Cargo.toml': cargo(''), 'examples/a/src/main.rs': '', 'broken/Cargo.toml': '[[[', 'desktop/Cargo.toml': cargo('tauri = "2"'), 'desktop/src/main.rs': '' });
    assert.deepEqual(applications, []);
  });
});
