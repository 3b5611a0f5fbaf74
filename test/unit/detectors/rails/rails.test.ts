import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const application = "require_relative 'boot'\nrequire 'rails/all'\nmodule Shop\n  class Application < Rails::Application\n  end\nend\n";
const base: Files = {
  Gemfile: "source 'https://rubygems.org'\ngem 'rails', '~> 8.0'\ngem 'pg'\n",
  'Gemfile.lock': 'GEM\n  specs:\n    rails (8.0.2)\n      actioncable (= 8.0.2)\n    pg (1.5.9)\n',
  'config.ru': "require_relative 'config/environment'\nrun Rails.application\n",
  'config/application.rb': application,
};

function production(lines: string): string {
  return `Rails.application.configure do\n${lines.replace(/^/gm, '  ')}\nend\n`;
}

async function decided(more: Files): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ ...base, ...more });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
}

async function withProduction(lines: string, more: Files = {}): Promise<Readonly<Record<string, string>>> {
  return decided({ 'config/environments/production.rb': production(lines), ...more });
}

const gems = (...names: readonly string[]): Files => ({ Gemfile: `${base['Gemfile'] ?? ''}${names.map((name) => `gem '${name}'\n`).join('')}` });
const storage = 'local:\n  service: Disk\n  root: <%= Rails.root.join("storage") %>\namazon:\n  service: S3\n  bucket: shop\nminio:\n  service: S3\n  endpoint: http://minio:9000\nmirror:\n  service: Mirror\n  primary: amazon\n  mirrors: [ local ]\n';
const upload: Files = { 'app/models/user.rb': 'class User < ApplicationRecord\n  has_one_attached :avatar\nend\n', 'config/storage.yml': storage };
const mailer: Files = { 'app/mailers/user_mailer.rb': 'class UserMailer < ApplicationMailer\n  def welcome = mail\nend\n' };
const job: Files = { 'app/jobs/report_job.rb': 'class ReportJob < ApplicationJob\n  def perform; end\nend\n' };

describe('Rails: applications', () => {
  it('is one with the class, the gem and the version of the lock file', async () => {
    const { applications } = await readWorkspace(base);
    assert.deepEqual(applications.map(({ root, framework, frameworkVersion, languages }) => [root, framework, frameworkVersion, languages]), [['.', 'rails', '8.0', ['ruby']]]);
  });

  it('is none for an engine, its dummy, or a gem with a demonstration', async () => {
    const dummy = Object.fromEntries(Object.entries(base).map(([path, text]) => [`demo_app/${path}`, text]));
    for (const files of [
      { Gemfile: "gemspec\n", 'shop.gemspec': 'Gem::Specification.new do |s|\nend\n', 'config/application.rb': application, 'config.ru': 'run Rails.application\n' },
      { ...dummy, 'shop.gemspec': 'Gem::Specification.new do |s|\nend\n', Gemfile: 'gemspec\n' },
      { Gemfile: "gem 'jekyll'\n", 'config/application.rb': 'module Other\nend\n' },
    ]) assert.deepEqual((await readWorkspace(files)).applications, []);
  });

  it('is one beside its specification where production starts it', async () => {
    const both: Files = { Gemfile: "gem 'pg'\n", 'shop.gemspec': "Gem::Specification.new do |s|\n  s.add_dependency 'rails'\nend\n", 'config/application.rb': application, 'config.ru': 'run Rails.application\n', 'config/environments/production.rb': production('') };
    assert.deepEqual((await readWorkspace(both)).applications, []);
    const { applications } = await readWorkspace({ ...both, Dockerfile: 'FROM ruby:3.3\nRUN bundle install\nCMD ["bundle", "exec", "rails", "s"]\n' });
    assert.deepEqual(applications.map(({ root, framework }) => [root, framework]), [['.', 'rails']]);
  });

  it('keeps applications of one repository apart', async () => {
    const two = Object.fromEntries(['shop', 'admin'].flatMap((folder) => Object.entries(base).map(([path, text]) => [`${folder}/${path}`, text])));
    const { applications, needs } = await readWorkspace({ ...two, 'shop/config/environments/production.rb': production('config.cache_store = :redis_cache_store') });
    assert.deepEqual(applications.map(({ root }) => root).sort(), ['admin', 'shop']);
    assert.deepEqual(needs.filter(({ id }) => id === 'cache').map(({ application: root, technology }) => [root, technology]), [['shop', 'redis']]);
  });
});

describe('Rails: database', () => {
  const section = (adapter: string): string => `default: &default\n  adapter: ${adapter}\n\ndevelopment:\n  <<: *default\n\ntest:\n  adapter: sqlite3\n\nproduction:\n  <<: *default\n  database: shop\n`;

  it('points at the adapter that the production section inherits', async () => {
    for (const [adapter, technology] of [['postgresql', 'postgresql'], ['postgis', 'postgresql'], ['mysql2', 'mysql'], ['trilogy', 'mysql'], ['sqlite3', 'sqlite'], ['sqlserver', 'sqlserver'], ['oracle_enhanced', 'oracle'], ['cockroachdb', 'cockroachdb']] as const) {
      assert.equal((await decided({ 'config/database.yml': section(adapter) }))['relational-database'], `${technology} config/database.yml:${adapter}`);
    }
  });

  it('takes the primary of several databases, also in a sample', async () => {
    const several = 'production:\n  primary:\n    adapter: mysql2\n  queue:\n    adapter: sqlite3\n    migrations_paths: db/queue_migrate\n';
    assert.equal((await decided({ 'config/database.yml': several }))['relational-database'], 'mysql config/database.yml:mysql2');
    assert.equal((await decided({ 'config/database.yml.example': section('mysql2') }))['relational-database'], 'mysql config/database.yml.example:mysql2');
  });

  it('reads ERB where it stands, with the fall-back of the look-up', async () => {
    for (const expression of ["ENV.fetch('DB_ADAPTER') { 'mysql2' }", "ENV.fetch('DB_ADAPTER', 'mysql2')", "ENV['DB_ADAPTER'] || 'mysql2'", "ENV['DB_ADAPTER'].presence || \"mysql2\""]) {
      const text = section(`<%= ${expression} %>`);
      assert.equal((await decided({ 'config/database.yml': text }))['relational-database'], 'mysql config/database.yml:mysql2', expression);
      assert.equal((await decided({ 'config/database.yml': text, '.env.production': 'DB_ADAPTER=postgresql\n' }))['relational-database'], 'postgresql .env.production:postgresql', expression);
    }
  });

  it('chooses between the branches that ERB writes', async () => {
    const text = "production:\n<% if ENV['USE_MYSQL'] == 'true' %>\n  adapter: mysql2\n<% else %>\n  adapter: postgresql\n<% end %>\n";
    assert.equal((await decided({ 'config/database.yml': text }))['relational-database'], 'postgresql config/database.yml:postgresql');
    assert.equal((await decided({ 'config/database.yml': text, '.env': 'USE_MYSQL=true\nRAILS_ENV=production\n' }))['relational-database'], 'mysql config/database.yml:mysql2');
  });

  it('lets DATABASE_URL win, and the installed driver stand in for what nobody wrote', async () => {
    assert.match((await decided({ 'config/database.yml': section('sqlite3'), '.env.production': 'DATABASE_URL=mysql2://u:p@db/shop\n' }))['relational-database'] ?? '', /^mysql \.env\.production:/);
    assert.equal((await decided({ 'config/database.yml': "production:\n  url: <%= ENV['DATABASE_URL'] %>\n" }))['relational-database'], 'postgresql Gemfile:pg');
    assert.equal((await decided({}))['relational-database'], 'postgresql Gemfile:pg');
  });

  it('offers what else is installed, and nothing for tests', async () => {
    const { needs } = await readWorkspace({ ...base, Gemfile: "gem 'rails'\ngem 'pg'\ngem 'mysql2'\ngroup :development, :test do\n  gem 'sqlite3'\nend\n", 'config/database.yml': section('postgresql') });
    assert.deepEqual(needs.find(({ id }) => id === 'relational-database')?.supported, ['mysql']);
  });
});

describe('Rails: cache and sessions', () => {
  it('reads the store that production names', async () => {
    for (const [value, technology] of [[':redis_cache_store, { url: ENV["REDIS_URL"] }', 'redis'], [':solid_cache_store', 'database'], [':mem_cache_store, "cache:11211"', 'memcached'], [':memory_store', 'memory'], [':file_store, "tmp/cache"', 'file'], [':null_store', 'none']] as const) {
      assert.equal((await withProduction(`config.cache_store = ${value}`))['cache'], `${technology} config/environments/production.rb:${/\w+/.exec(value)?.[0] ?? ''}`);
    }
  });

  it('follows the conditions that the deployment decides', async () => {
    const lines = "config.action_controller.perform_caching = true\nif ENV['CACHE_URL'].present?\n  config.cache_store = :redis_cache_store\nend";
    assert.match((await withProduction(lines))['cache'] ?? '', /^file /);
    const { needs } = await readWorkspace({ ...base, 'config/environments/production.rb': production('config.action_controller.perform_caching = true') });
    assert.deepEqual(needs.filter(({ id }) => id === 'cache').map(({ technology, stage }) => [technology, stage]), [['file', 'default']], 'nobody wrote the store down');
    assert.match((await withProduction(lines, { '.env.production': 'CACHE_URL=redis://cache:6379\n' }))['cache'] ?? '', /^redis /);
    assert.match((await withProduction("config.cache_store = ENV['MEMCACHE'] ? :mem_cache_store : :memory_store"))['cache'] ?? '', /^memory /);
    assert.match((await withProduction("config.cache_store = if ENV.key?('MEMCACHE')\n  :mem_cache_store\nelse\n  :memory_store\nend"))['cache'] ?? '', /^memory /);
    assert.match((await withProduction("config.cache_store = case ENV['STORE']\nwhen 'redis', 'valkey' then :redis_cache_store\nelse :memory_store\nend", { '.env.production': 'STORE=redis\n' }))['cache'] ?? '', /^redis /);
    assert.match((await withProduction("case ENV['STORE']\nwhen 'redis'\n  config.cache_store = :redis_cache_store\nelse\n  config.cache_store = :memory_store\nend", { '.env.production': 'STORE=redis\n' }))['cache'] ?? '', /^redis /);
  });

  it('ignores other environments and comments', async () => {
    const needs = await withProduction('# config.cache_store = :redis_cache_store', { 'config/environments/development.rb': production('config.cache_store = :redis_cache_store') });
    assert.equal(needs['cache'], undefined);
  });

  it('reads the session store, a signed cookie without one, none for an interface', async () => {
    for (const [value, technology] of [[':cookie_store', 'cookie'], [':active_record_store', 'database'], [':redis_store', 'redis'], [':mem_cache_store', 'memcached'], [':cache_store', 'redis']] as const) {
      const needs = await withProduction('config.cache_store = :redis_cache_store', { 'config/initializers/session_store.rb': `Rails.application.config.session_store ${value}, key: '_shop'\n` });
      assert.equal(needs['sessions'], `${technology} config/initializers/session_store.rb:${value.slice(1)}`);
    }
    assert.match((await decided({}))['sessions'] ?? '', /^cookie /);
    assert.equal((await decided({ 'config/application.rb': application.replace('  end', '    config.api_only = true\n  end') }))['sessions'], undefined);
  });
});

describe('Rails: jobs and timetable', () => {
  it('reads the adapter and names its library', async () => {
    for (const [adapter, technology, library] of [['sidekiq', 'redis', 'sidekiq'], ['resque', 'redis', 'resque'], ['delayed_job', 'database', 'delayed-job'], ['good_job', 'database', 'good-job'], ['solid_queue', 'database', 'solid-queue'], ['shoryuken', 'sqs', 'shoryuken'], ['async', 'memory', null]] as const) {
      const { needs } = await readWorkspace({ ...base, ...job, 'config/environments/production.rb': production(`config.active_job.queue_adapter = :${adapter}`) });
      const queue = needs.find(({ id }) => id === 'queue');
      assert.deepEqual([queue?.technology, queue?.library], [technology, library]);
    }
  });

  it('finds Sidekiq without Active Job, and threads where nothing else is', async () => {
    const worker = { 'app/workers/mail_worker.rb': 'class MailWorker\n  include Sidekiq::Job\nend\n' };
    assert.match((await decided({ ...gems('sidekiq'), ...worker }))['queue'] ?? '', /^redis app\/workers/);
    assert.equal((await decided(gems('sidekiq')))['queue'], undefined);
    assert.match((await decided(job))['queue'] ?? '', /^memory /);
    assert.equal((await decided({ 'app/jobs/application_job.rb': 'class ApplicationJob < ActiveJob::Base\nend\n' }))['queue'], undefined);
    assert.equal((await decided({}))['queue'], undefined);
  });

  it('keeps a second library beside the first', async () => {
    const { needs } = await readWorkspace({ ...base, ...gems('good_job', 'shoryuken'), ...job, 'config/environments/production.rb': production('config.active_job.queue_adapter = :good_job'), 'app/jobs/file_worker.rb': 'class FileWorker\n  include Shoryuken::Worker\nend\n' });
    assert.deepEqual(needs.filter(({ id }) => id === 'queue').map(({ technology, library }) => [technology, library]), [['database', 'good-job'], ['sqs', 'shoryuken']]);
  });

  it('tells who keeps the time', async () => {
    for (const [names, files, technology] of [
      [['solid_queue'], { 'config/recurring.yml': 'production:\n  clean:\n    class: CleanJob\n    schedule: every hour\n' }, 'solid-queue'],
      [['sidekiq', 'sidekiq-cron'], { 'config/schedule.yml': 'clean:\n  cron: "0 * * * *"\n  class: CleanJob\n' }, 'sidekiq-cron'],
      [['sidekiq', 'sidekiq-scheduler'], { 'config/sidekiq.yml': ':scheduler:\n  :schedule:\n    clean:\n      every: 1h\n      class: CleanJob\n' }, 'sidekiq-scheduler'],
      [['good_job'], { 'config/initializers/good_job.rb': "Rails.application.configure do\n  config.good_job.cron = { clean: { cron: '0 * * * *', class: 'CleanJob' } }\nend\n" }, 'good-job'],
      [['whenever'], { 'config/schedule.rb': "every 1.day, at: '4:30 am' do\n  runner 'Clean.run'\nend\n" }, 'whenever'],
      [['clockwork'], { 'lib/clock.rb': "require 'clockwork'\ninclude Clockwork\nevery(1.hour, 'clean') { Clean.run }\n" }, 'clockwork'],
      [['rufus-scheduler'], { 'config/initializers/scheduler.rb': 'Rufus::Scheduler.singleton.every("1h") { Clean.run }\n' }, 'rufus-scheduler'],
    ] as const) assert.equal((await decided({ ...gems(...names), ...files }))['scheduler']?.split(' ')[0], technology);
    assert.equal((await decided({ ...gems('solid_queue'), 'config/recurring.yml': '# production:\n#   clean:\n#     schedule: every hour\n' }))['scheduler'], undefined);
    assert.equal((await decided({ ...gems('solid_queue'), 'config/recurring.yml': 'development:\n  clean:\n    schedule: every hour\n' }))['scheduler'], undefined);
  });
});

describe('Rails: files, mail, realtime', () => {
  it('follows the service through storage.yml where something is attached', async () => {
    for (const [service, technology] of [[':local', 'local'], [':amazon', 's3'], [':minio', 'minio'], [':mirror', 's3'], ["ENV.fetch('STORAGE', 'local').to_sym", 'local']] as const) {
      assert.equal((await withProduction(`config.active_storage.service = ${service}`, upload))['file-storage']?.split(' ')[0], technology);
    }
    assert.equal((await withProduction('config.active_storage.service = :amazon', { 'config/storage.yml': storage }))['file-storage'], undefined);
    const part = { 'config/application.rb': application.replace("require 'rails/all'", "require 'rails'\n# require 'active_storage/engine'\nrequire 'active_record/railtie'") };
    assert.equal((await withProduction('config.active_storage.service = :amazon', { ...upload, ...part }))['file-storage'], undefined);
  });

  it('reads CarrierWave and Paperclip', async () => {
    const uploader = { 'app/uploaders/avatar_uploader.rb': 'class AvatarUploader < CarrierWave::Uploader::Base\n  storage :fog\nend\n' };
    assert.match((await decided({ ...gems('carrierwave', 'fog-aws'), ...uploader }))['file-storage'] ?? '', /^s3 app\/uploaders/);
    assert.match((await decided({ ...gems('carrierwave', 'fog-google'), ...uploader }))['file-storage'] ?? '', /^gcs /);
    assert.match((await decided({ ...gems('carrierwave'), 'app/uploaders/avatar_uploader.rb': 'class AvatarUploader < CarrierWave::Uploader::Base\nend\n' }))['file-storage'] ?? '', /^local /);
    const paperclip = { ...gems('kt-paperclip'), 'app/models/media.rb': 'class Media < ApplicationRecord\n  has_attached_file :file\nend\n', 'config/initializers/paperclip.rb': "if ENV['S3_ENABLED'] == 'true'\n  Paperclip::Attachment.default_options.merge!(storage: :s3)\nelse\n  Paperclip::Attachment.default_options.merge!(storage: :filesystem)\nend\n" };
    assert.match((await decided(paperclip))['file-storage'] ?? '', /^local /);
    assert.match((await decided({ ...paperclip, '.env.production': 'S3_ENABLED=true\n' }))['file-storage'] ?? '', /^s3 /);
  });

  it('tells what mail is handed to, where something sends', async () => {
    for (const [lines, technology] of [
      ['config.action_mailer.delivery_method = :smtp', 'smtp'],
      ['config.action_mailer.delivery_method = :postmark', 'postmark'],
      ['config.action_mailer.delivery_method = :ses', 'ses'],
      ['config.action_mailer.delivery_method = :sendmail', 'sendmail'],
      ["config.action_mailer.delivery_method = :smtp\nconfig.action_mailer.smtp_settings = { address: 'smtp.sendgrid.net', password: ENV['SENDGRID_KEY'] }", 'sendgrid'],
      ["config.action_mailer.smtp_settings = {\n  address: 'email-smtp.eu-west-1.amazonaws.com'\n}", 'ses'],
      ['', 'smtp'],
    ] as const) assert.equal((await withProduction(lines, mailer))['mail']?.split(' ')[0], technology);
    assert.equal((await withProduction('config.action_mailer.delivery_method = :smtp'))['mail'], undefined);
    assert.equal((await withProduction('config.action_mailer.delivery_method = :smtp', { 'app/mailers/application_mailer.rb': 'class ApplicationMailer < ActionMailer::Base\nend\n' }))['mail'], undefined);
  });

  it('needs a channel or a broadcast for realtime; cable.yml alone is none', async () => {
    const cable = { 'config/cable.yml': 'production:\n  adapter: redis\n  url: <%= ENV.fetch("REDIS_URL") { "redis://localhost:6379/1" } %>\n' };
    const generated = { 'app/channels/application_cable/channel.rb': 'module ApplicationCable\n  class Channel < ActionCable::Channel::Base\n  end\nend\n' };
    assert.equal((await decided({ ...cable, ...generated }))['realtime'], undefined);
    const channel = { 'app/channels/room_channel.rb': 'class RoomChannel < ApplicationCable::Channel\nend\n' };
    assert.equal((await decided({ ...cable, ...channel }))['realtime'], 'action-cable config/cable.yml:redis');
    assert.match((await decided({ 'app/models/post.rb': 'class Post < ApplicationRecord\n  broadcasts_refreshes\nend\n' }))['realtime'] ?? '', /^action-cable /);
    assert.match((await decided({ ...gems('anycable-rails'), ...channel, 'config/cable.yml': 'production:\n  adapter: any_cable\n' }))['realtime'] ?? '', /^anycable /);
    assert.equal((await decided({ ...channel, 'config/application.rb': application.replace("require 'rails/all'", "require 'rails'\n# require 'action_cable/engine'") }))['realtime'], undefined);
  });
});

describe('Rails: settings in methods', () => {
  const uploads = { ...gems('carrierwave', 'fog-aws', 'cloudinary'), 'app/uploaders/avatar_uploader.rb': 'class AvatarUploader < CarrierWave::Uploader::Base\nend\n' };
  const initializer = (body: string): Files => ({ ...uploads, 'config/initializers/uploads.rb': `module Uploads\n  def self.disk\n    CarrierWave.configure do |config|\n      config.storage = :file\n    end\n  end\n\n  def self.bucket\n    CarrierWave.configure do |config|\n      config.storage = :fog\n    end\n  end\n\n  def self.start!\n${body}\n  end\nend\n\nUploads.start!\n` });

  it('hold where the method is called, whatever stands last', async () => {
    const asked = initializer('    if Rails.env.production? && Config["BUCKET_KEY"].present?\n      bucket\n    else\n      disk\n    end');
    assert.match((await decided(asked))['file-storage'] ?? '', /^local config\/initializers\/uploads\.rb/);
    assert.match((await decided({ ...asked, '.env.production': 'BUCKET_KEY=abc\n' }))['file-storage'] ?? '', /^s3 config\/initializers\/uploads\.rb/);
    assert.match((await decided(initializer('    Rails.env.production? ? nil : disk\n    self.bucket if Rails.env.production?')))['file-storage'] ?? '', /^s3 /);
    assert.match((await decided(initializer('    if Rails.env.cucumber?\n      disk\n    else\n      bucket\n    end')))['file-storage'] ?? '', /^s3 /);
  });

  it('of a library that a block configures come before its adapters', async () => {
    const files = { ...uploads, 'config/initializers/carrierwave.rb': 'CarrierWave.configure do |config|\n  config.storage = :file\nend\n' };
    assert.match((await decided(files))['file-storage'] ?? '', /^local config\/initializers\/carrierwave\.rb/);
  });
});

describe('Rails: stores of its own', () => {
  const client = { ...gems('aws-sdk-s3'), 'lib/s3_helper.rb': 'Aws::S3::Client.new(options)\n' };
  const choice = (test: string): Files => ({ ...client, 'lib/shop.rb': `def store\n  if ${test}\n    @loaded ||= require 's3_store'\n    Shop::S3Store.new\n  else\n    Shop::LocalStore.new\n  end\nend\n` });

  it('is the disk until a switch of the application says a bucket', async () => {
    assert.match((await decided(choice('Setting.enable_s3_uploads')))['file-storage'] ?? '', /^local lib\/shop\.rb:Shop::LocalStore\.new/);
  });

  it('is the bucket where production itself passes the test, where a record says it, and where there is no choice', async () => {
    for (const files of [client, choice("Rails.env.production? && s3?"), choice("ENV['S3_BUCKET']"), choice('s3?')]) assert.match((await decided(files))['file-storage'] ?? '', /^s3 /);
  });
});

describe('Rails: the rest', () => {
  it('tells search of the database by the statements that ask for it', async () => {
    assert.match((await decided({ 'app/models/post.rb': "class Post < ApplicationRecord\n  scope :found, ->(term) { where('words @@ websearch_to_tsquery(?)', term) }\nend\n" }))['search'] ?? '', /^database app\/models\/post\.rb/);
    assert.match((await decided({ 'lib/search.rb': 'class Search\n  def query = "TO_TSQUERY(#{config}, #{term})"\nend\n' }))['search'] ?? '', /^database /);
    assert.match((await decided({ 'app/models/post.rb': "where('MATCH(title, body) AGAINST(? IN BOOLEAN MODE)', term)\n" }))['search'] ?? '', /^database /);
    const chewy = { ...gems('chewy'), 'config/initializers/chewy.rb': "Chewy.settings = { enabled: ENV['ES_ENABLED'] == 'true' }\n", 'app/models/post.rb': "where('words @@ to_tsquery(?)', term)\n" };
    assert.match((await decided(chewy))['search'] ?? '', /^database /);
    assert.match((await decided({ ...chewy, '.env.production': 'ES_ENABLED=true\n' }))['search'] ?? '', /^elasticsearch /);
  });

  it('takes settings that are variables behind a prefix for secrets of the environment', async () => {
    assert.match((await decided({ 'app/models/setting.rb': 'class Setting\n  def self.look_up(key) = ENV["SHOP_" + key.to_s.upcase]\nend\n' }))['secrets'] ?? '', /^env app\/models\/setting\.rb/);
    assert.match((await decided({ 'lib/settings.rb': 'def look_up(key) = ENV.fetch("SHOP_#{key.upcase}", nil)\n' }))['secrets'] ?? '', /^env /);
    assert.match((await decided({ 'config/environment.rb': 'ENV["SECRET_KEY_BASE"] = Shop.secrets.secret_key_base\n' }))['secrets'] ?? '', /^env config\/environment\.rb/);
  });

  it('tells search by its library, unless a switch keeps it off', async () => {
    for (const [names, technology] of [[['searchkick'], 'elasticsearch'], [['searchkick', 'opensearch-ruby'], 'opensearch'], [['pg_search'], 'database'], [['meilisearch-rails'], 'meilisearch'], [['sunspot_rails'], 'solr'], [['thinking-sphinx'], 'sphinx'], [['algoliasearch-rails'], 'algolia']] as const) {
      assert.equal((await decided(gems(...names)))['search']?.split(' ')[0], technology);
    }
    const chewy = { ...gems('chewy'), 'config/initializers/chewy.rb': "enabled = ENV['ES_ENABLED'] == 'true'\nChewy.settings = { host: 'es:9200' }\n" };
    assert.equal((await decided(chewy))['search'], undefined);
    assert.match((await decided({ ...chewy, '.env.production': 'ES_ENABLED=true\n' }))['search'] ?? '', /^elasticsearch /);
  });

  it('keeps gems of development, and those that nothing loads, out', async () => {
    const needs = await decided({ Gemfile: "gem 'rails'\ngem 'pg'\ngem 'sentry-rails', require: false\ngem 'bugsnag', group: :development\ngroup :test do\n  gem 'honeybadger'\nend\n" });
    assert.equal(needs['monitoring'], undefined);
    assert.match((await decided(gems('sentry-rails')))['monitoring'] ?? '', /^sentry /);
  });

  it('takes an appender by the name that logging-rails is given', async () => {
    const logged = async (lines: string, more: Files = gems('logging-rails')): Promise<string | undefined> => (await withProduction(lines, more))['monitoring'];
    assert.match((await logged('config.log_to = %w[file]')) ?? '', /^log-file config\/environments\/production\.rb/);
    assert.equal(await logged('config.log_to = %w[stdout]'), undefined);
    assert.equal(await logged('config.log_to = %w[file]', {}), undefined);
  });

  it('takes a tracker of the pages, which npm brings, for none of the server', async () => {
    assert.equal((await decided({ 'package.json': '{"dependencies":{"rollbar":"^2","@bugsnag/js":"^8"}}' }))['monitoring'], undefined);
  });

  it('reads where Paperclip keeps files from the constant that models are given', async () => {
    const files: Files = { ...gems('paperclip'), 'app/models/product.rb': 'class Product < ApplicationRecord\n  has_attached_file :image, PAPERCLIP_STORAGE_OPTIONS\nend\n' };
    assert.match((await withProduction('config.eager_load = true', { ...files, 'config/environments/production.rb': `PAPERCLIP_STORAGE_OPTIONS = {\n  storage: :s3,\n}\n${production('config.eager_load = true')}` }))['file-storage'] ?? '', /^s3 config\/environments\/production\.rb/);
    assert.match((await decided(files))['file-storage'] ?? '', /^local /);
  });

  it('takes the database of somebody’s workbench for none', async () => {
    const found = await decided({ 'config/database.yml.cloud9': 'production:\n  adapter: sqlite3\n', 'config/database.yml.example': 'production:\n  adapter: mysql2\n', Gemfile: "gem 'rails'\ngem 'mysql2'\ngem 'sqlite3'\n" });
    assert.match(found['relational-database'] ?? '', /^mysql /);
  });

  it('takes no image of continuous integration for the deployment', async () => {
    assert.match((await decided({ 'dockerfiles/browsers/Dockerfile': 'FROM cimg/ruby:3.3\nRUN bundle install\n' }))['compute'] ?? '', /^ruby /);
    assert.match((await decided({ 'dockerfiles/web/Dockerfile': 'FROM ruby:3.3\nRUN bundle install\n' }))['compute'] ?? '', /^container /);
  });

  it('hands mail to what the mailers’ parent hands it to', async () => {
    assert.match((await decided({ ...gems('govuk_notify_rails'), 'app/mailers/base_mailer.rb': 'class BaseMailer < GovukNotifyRails::Mailer\nend\n' }))['mail'] ?? '', /^govuk-notify app\/mailers\/base_mailer\.rb/);
  });

  it('loads gems that a variable switches off, and not those that one switches on', async () => {
    const guarded = (test: string): Files => ({ Gemfile: `${base['Gemfile'] ?? ''}${test}\n  gem 'sentry-rails'\nend\n` });
    for (const test of ["unless ENV.key?('NO_SENTRY')", "unless ENV['NO_SENTRY']", "if !ENV.key?('NO_SENTRY')"]) assert.match((await decided(guarded(test)))['monitoring'] ?? '', /^sentry /, test);
    for (const test of ["if ENV['SENTRY_DSN']", "unless Gem.win_platform?"]) assert.equal((await decided(guarded(test)))['monitoring'], undefined, test);
  });

  it('reads the variables that the secrets file asks for', async () => {
    const secrets = (await readWorkspace({ ...base, 'config/secrets.yml': 'development:\n  secret_key_base: <%= ENV.fetch("SECRET_KEY_BASE", "abc0123456789") %>\nproduction:\n  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>\n' })).needs.find(({ id }) => id === 'secrets');
    assert.equal(secrets?.technology, 'env');
    assert.doesNotMatch(JSON.stringify(secrets), /abc0123456789/);
  });

  it('takes text messages through the SDK, and topics for machines as none', async () => {
    const sms = (code: string): Files => ({ ...gems('aws-sdk-sns', 'aws-sdk-pinpointsmsvoicev2'), 'app/services/sms_sender.rb': code });
    assert.match((await decided(sms('Aws::PinpointSMSVoiceV2::Client.new(region: "eu-west-1").send_text_message(x)\n')))['sms-push'] ?? '', /^pinpoint /);
    assert.match((await decided(sms('client = Aws::SNS::Client.new\nclient.publish(phone_number: to, message: text)\n')))['sms-push'] ?? '', /^sns /);
    assert.equal((await decided(sms('Aws::SNS::Client.new.publish(topic_arn: topic, message: text)\n')))['sms-push'], undefined);
  });

  it('takes a bucket for a store where a model of what is kept opens it', async () => {
    const model = (name: string): Files => ({ ...gems('aws-sdk-s3'), [`app/models/${name}.rb`]: 'def client = Aws::S3::Client.new(**OPTIONS)\n' });
    assert.match((await decided(model('release_artifact')))['file-storage'] ?? '', /^s3 /);
    assert.equal((await decided(model('warehouse')))['file-storage'], undefined);
  });

  it('takes the one store that waits for an address, and no other switch', async () => {
    assert.match((await withProduction("config.action_controller.perform_caching = true\nif ENV['MEMCACHE_SERVERS']\n  config.cache_store = :mem_cache_store, ENV['MEMCACHE_SERVERS']\nend"))['cache'] ?? '', /^memcached /);
    assert.match((await withProduction("config.action_controller.perform_caching = true\nif ENV['USE_REDIS']\n  config.cache_store = :redis_cache_store\nend"))['cache'] ?? '', /^file /);
    assert.match((await withProduction("config.action_controller.perform_caching = true\nif ENV['REDIS_URL']\n  config.cache_store = :redis_cache_store\nelse\n  config.cache_store = :memory_store\nend"))['cache'] ?? '', /^memory /);
  });

  it('sees a product whose gem an initializer loads', async () => {
    const rollbar: Files = { Gemfile: `${base['Gemfile'] ?? ''}gem 'rollbar', require: false\n` };
    assert.match((await decided({ ...rollbar, 'config/initializers/rollbar.rb': "require 'rollbar'\nRollbar.configure do |config|\n  config.access_token = ENV['TOKEN']\nend\n" }))['monitoring'] ?? '', /^rollbar config\/initializers\/rollbar\.rb/);
    assert.equal((await decided(rollbar))['monitoring'], undefined);
  });

  it('opens folders for Shrine, and buckets for whoever has one', async () => {
    const shop: Files = { ...gems('shrine', 'aws-sdk-s3'), 'app/uploaders/file_uploader.rb': 'class FileUploader < Shrine\nend\n' };
    assert.match((await decided(shop))['file-storage'] ?? '', /^s3 /);
    const library = 'def storage\n  case service\n  when "filesystem"\n    Shrine::Storage::FileSystem.new(path)\n  when "s3"\n    Shrine::Storage::S3.new(bucket: bucket)\n  end\nend\n';
    assert.match((await decided({ ...shop, 'app/models/library.rb': library }))['file-storage'] ?? '', /^local /);
  });

  it('takes the sample of database.yml whose server runs beside', async () => {
    const samples: Files = { 'config/database.mysql.yml': 'production:\n  adapter: mysql2\n', 'config/database.postgres.yml': 'production:\n  adapter: postgresql\n', ...gems('mysql2') };
    const beside = (image: string): Files => ({ 'docker-compose.yml': `services:\n  web:\n    build: .\n    restart: always\n  db:\n    image: ${image}\n    restart: always\n` });
    assert.match((await decided({ ...samples, ...beside('postgres:16') }))['relational-database'] ?? '', /^postgresql /);
    assert.match((await decided({ ...samples, ...beside('mysql:8') }))['relational-database'] ?? '', /^mysql /);
  });

  it('believes no image that holds its own servers where an ordinary one is built too', async () => {
    const image = 'FROM ruby:3.4\nRUN bundle install\n';
    const solo: Files = { 'docker/shop-solo.dockerfile': `${image}ENV DATABASE_URL=sqlite3:/config/shop.sqlite3\n`, 'config/database.yml': 'production:\n  adapter: postgresql\n' };
    assert.match((await decided(solo))['relational-database'] ?? '', /^sqlite /);
    assert.match((await decided({ ...solo, 'docker/shop.dockerfile': `${image}ENV RAILS_ENV=production\n` }))['relational-database'] ?? '', /^postgresql /);
  });

  it('tells encrypted credentials from variables', async () => {
    const encrypted = { 'config/credentials.yml.enc': 'kV0xAmR3gq--abc--def==\n' };
    assert.match((await decided(encrypted))['secrets'] ?? '', /^encrypted /);
    assert.match((await decided({ ...encrypted, '.env.example': 'SECRET_KEY_BASE=\nSTRIPE_SECRET_KEY=x\n' }))['secrets'] ?? '', /^env /);
    assert.match((await decided({ ...encrypted, '.env.example': 'STRIPE_SECRET_KEY=x\n', 'config/initializers/stripe.rb': 'Stripe.api_key = Rails.application.credentials.stripe_key\n' }))['secrets'] ?? '', /^encrypted /);
    assert.equal((await decided({}))['secrets'], undefined);
    // The generator's file beside the variable of the deployment; only the tests read it.
    assert.match((await decided({ ...encrypted, '.env.example': 'SECRET_KEY_BASE=x\n', 'config/cable.yml': 'test:\n  adapter: redis\n  url: <%= Rails.application.credentials.redis_url %>\nproduction:\n  adapter: redis\n' }))['secrets'] ?? '', /^env /);
    assert.equal((await decided({ 'config/initializers/secret_key.rb': 'Rails.application.credentials.secret_key_base = Shop::Config.secret_key\n' }))['secrets'], undefined);
  });

  it('runs in the image that runs Ruby, else on a server', async () => {
    assert.match((await decided({ Dockerfile: 'FROM ruby:3.4-slim\nRUN bundle install\nCMD ["./bin/rails", "server"]\n' }))['compute'] ?? '', /^container Dockerfile:/);
    assert.match((await decided({ 'docker/develop/Dockerfile': 'FROM ruby:3.4\n' }))['compute'] ?? '', /^ruby /);
  });

  it('hands assets out by the host that is set', async () => {
    assert.match((await decided(gems('propshaft')))['static-assets'] ?? '', /^bundled /);
    assert.match((await withProduction("config.asset_host = 'https://cdn.example.com'", gems('propshaft')))['static-assets'] ?? '', /^cdn /);
    assert.match((await withProduction("config.asset_host = ENV['CDN_HOST']", gems('propshaft')))['static-assets'] ?? '', /^bundled /);
  });

  it('reads what Kamal runs beside the application', async () => {
    const deploy = 'service: shop\nimage: acme/shop\nservers:\n  web:\n    - 10.0.0.1\n  job:\n    hosts: [10.0.0.2]\n    cmd: bin/jobs\nenv:\n  secret:\n    - RAILS_MASTER_KEY\n    - SMTP_PASSWORD\n  clear:\n    DATABASE_URL: mysql2://db/shop\naccessories:\n  db:\n    image: mariadb:11\n';
    const needs = await decided({ ...gems('mysql2'), 'config/deploy.yml': deploy, 'config/database.yml': 'production:\n  adapter: mysql2\n' });
    assert.match(needs['relational-database'] ?? '', /^mariadb config\/deploy\.yml:/);
    assert.equal(needs['secrets'], 'env config/deploy.yml:SMTP_PASSWORD');
  });

  it('survives files that are being typed', async () => {
    const text = "default: &default\n  adapter: <%= ENV.fetch('A') { \"pg\" } %>\nproduction:\n  <<: *default\n";
    for (let length = 0; length <= text.length; length += 5) await decided({ 'config/database.yml': text.slice(0, length), 'config/environments/production.rb': production("config.cache_store = ENV['A'] ? :memory_store : [").slice(0, length) });
  });
});
