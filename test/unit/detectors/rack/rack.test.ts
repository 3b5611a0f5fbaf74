import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const run = { 'config.ru': "require './app'\nrun App\n" };

async function decided(files: Files): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace(files);
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
}

describe('Rack applications', () => {
  it('are told by their framework', async () => {
    for (const framework of ['sinatra', 'roda', 'hanami', 'grape', 'cuba']) {
      const { applications } = await readWorkspace({ Gemfile: `gem '${framework}', '~> 4.1'\n`, ...run });
      assert.deepEqual(applications.map((one) => [one.root, one.framework, one.frameworkVersion]), [['.', framework, '4.1']]);
    }
  });

  it('are none as a gem, as a site, or with Rack for tests alone', async () => {
    for (const files of [
      { Gemfile: "gemspec\ngem 'sinatra'\n", 'thing.gemspec': 'Gem::Specification.new do |s|\nend\n', ...run },
      { Gemfile: "gem 'jekyll'\ngem 'rack'\n", ...run },
      { Gemfile: "group :test do\n  gem 'sinatra'\nend\n", ...run },
      { Gemfile: "gem 'sinatra'\n" },
    ]) assert.deepEqual((await readWorkspace(files)).applications, []);
  });

  it('have the needs that their code shows', async () => {
    const needs = await decided({
      Gemfile: "gem 'sinatra'\ngem 'sinatra-activerecord'\ngem 'pg'\ngem 'sidekiq'\ngem 'pony'\ngem 'puma'\n",
      ...run,
      'app.rb': "require 'sinatra/base'\nclass App < Sinatra::Base\n  enable :sessions\n  post('/') { MailWorker.perform_async }\nend\n",
      'workers/mail_worker.rb': 'class MailWorker\n  include Sidekiq::Worker\n  def perform = Pony.mail(to: "a@example.com")\nend\n',
      'config/database.yml': 'production:\n  adapter: postgresql\n',
      Procfile: 'web: bundle exec puma\nworker: bundle exec sidekiq -r ./app.rb\n',
    });
    assert.deepEqual(Object.entries(needs).map(([id, text]) => `${id} ${text.split(' ')[0] ?? ''}`), ['compute ruby', 'relational-database postgresql', 'sessions cookie', 'queue redis', 'mail smtp']);
  });

  it('read the address that the mapper connects to', async () => {
    const files = { Gemfile: "gem 'roda'\ngem 'sequel'\ngem 'mysql2'\ngem 'sqlite3'\n", ...run };
    assert.match((await decided({ ...files, 'db.rb': "require 'sequel'\nDB = Sequel.connect(ENV.fetch('DATABASE_URL', 'sqlite://data.db'))\n" }))['relational-database'] ?? '', /^sqlite /);
    assert.match((await decided({ ...files, 'db.rb': "DB = Sequel.connect(ENV.fetch('DATABASE_URL', 'sqlite://data.db'))\n", '.env.production': 'DATABASE_URL=mysql2://db/app\n' }))['relational-database'] ?? '', /^mysql /);
    assert.equal((await decided({ Gemfile: "gem 'roda'\n", ...run }))['relational-database'], undefined);
  });

  it('of Hanami keep sessions, files and a timetable where its settings say so', async () => {
    const needs = await decided({
      Gemfile: "gem 'hanami'\ngem 'shrine'\ngem 'sidekiq'\ngem 'sidekiq-scheduler'\n",
      ...run,
      'config/app.rb': 'module Shop\n  class App < Hanami::App\n    config.actions.sessions = :cookie, {key: "shop.session", secret: settings.app_secret}\n  end\nend\n',
      'config/providers/shrine.rb': 'Hanami.app.register_provider :shrine do\n  start do\n    Shrine.storages = if Hanami.env? :test\n      {store: Shrine::Storage::Memory.new}\n    else\n      {store: Shrine::Storage::FileSystem.new("public", prefix: "uploads")}\n    end\n  end\nend\n',
      'config/sidekiq_scheduler.yml': 'poller:\n  class: Shop::Jobs::Poll\n  cron: "0 * * * *"\n',
      'app/jobs/poll.rb': 'class Poll\n  include Sidekiq::Job\nend\n',
    });
    assert.match(needs['sessions'] ?? '', /^cookie config\/app\.rb/);
    assert.match(needs['file-storage'] ?? '', /^local config\/providers\/shrine\.rb/);
    assert.match(needs['scheduler'] ?? '', /^sidekiq-scheduler config\/sidekiq_scheduler\.yml/);
    const secret = await decided({ Gemfile: "gem 'hanami'\n", ...run, 'config/settings.rb': 'module Shop\n  class Settings < Hanami::Settings\n    setting :session_secret, constructor: Types::String\n  end\nend\n' });
    assert.match(secret['secrets'] ?? '', /^env config\/settings\.rb/);
  });

  it('of dry-web are read below their system folder', async () => {
    const needs = await decided({
      Gemfile: "gem 'roda'\ngem 'dry-web-roda'\n",
      ...run,
      'system/shop/web.rb': "module Shop\n  class Web < Application\n    use Rack::Session::Cookie, key: 'shop.session', secret: self['settings'].session_secret\n  end\nend\n",
      'system/boot/settings.rb': 'Shop::Container.boot :settings, from: :system do\n  settings do\n    key :session_secret, Types::Strict::String.constrained(filled: true)\n  end\nend\n',
    });
    assert.match(needs['sessions'] ?? '', /^cookie system\/shop\/web\.rb/);
    assert.match(needs['secrets'] ?? '', /^env system\/boot\/settings\.rb/);
  });

  it('read what a controller above the others sets', async () => {
    const needs = await decided({ Gemfile: "gem 'sinatra'\n", ...run, 'app/controllers/application_controller.rb': "class ApplicationController < Sinatra::Base\n  configure do\n    set :sessions, true\n    set :session_secret, ENV['SESSION_SECRET']\n  end\nend\n" });
    assert.match(needs['secrets'] ?? '', /^env app\/controllers\/application_controller\.rb/);
  });

  it('leave a Rails application to Rails', async () => {
    const { applications } = await readWorkspace({ Gemfile: "gem 'rails'\ngem 'sinatra'\n", 'config.ru': 'run Rails.application\n', 'config/application.rb': "require 'rails/all'\nmodule Shop\n  class Application < Rails::Application\n  end\nend\n" });
    assert.deepEqual(applications.map(({ framework }) => framework), ['rails']);
  });
});
