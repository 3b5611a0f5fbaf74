import { strict as assert } from 'node:assert';
import type { NeedId } from '../../../../src/core/model';
import { readWorkspace, type Files } from '../../support/workspace';

const composer = (framework: string, more: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ name: 'acme/shop', require: { php: '^8.2', 'laravel/framework': framework, ...more } }, null, 2);

/** Technology, deciding text and stage of one need; null when it is absent. */
async function decided(files: Files, id: NeedId): Promise<readonly [technology: string, proof: string | undefined, stage: string] | null> {
  const workspace = await readWorkspace({ artisan: '', ...files });
  const need = workspace.needs.find((candidate) => candidate.id === id);
  return need === undefined ? null : [need.technology, workspace.proof(need)[0], need.stage];
}

const queueConfig = `<?php return ['default' => env('QUEUE_CONNECTION', 'database'), 'connections' => ['sync' => ['driver' => 'sync'], 'jobs' => ['driver' => 'redis'], 'database' => ['driver' => 'database'], 'sqs' => ['driver' => 'sqs']]];`;

describe('Laravel', () => {
  describe('precedence', () => {
    const cases: readonly (readonly [string, Files, readonly [string, string, string]])[] = [
      ['the env file of production before everything', { '.env.production': 'QUEUE_CONNECTION=sqs', '.env': 'QUEUE_CONNECTION=sync', '.env.example': 'QUEUE_CONNECTION=jobs', 'config/queue.php': queueConfig }, ['sqs', '.env.production:sqs', 'production']],
      ['.env before the sample', { '.env': 'QUEUE_CONNECTION=sync', '.env.example': 'QUEUE_CONNECTION=sqs', 'config/queue.php': queueConfig }, ['sync', '.env:sync', 'local']],
      ['.env of a production machine is production', { '.env': 'APP_ENV=production\nQUEUE_CONNECTION=sync', 'config/queue.php': queueConfig }, ['sync', '.env:sync', 'production']],
      ['the default in code when the stage leaves the variable out', { '.env': 'APP_NAME=x', '.env.example': 'QUEUE_CONNECTION=sqs', 'config/queue.php': queueConfig }, ['database', 'config/queue.php:database', 'default']],
      ['the default in code when the variable is empty', { '.env': 'QUEUE_CONNECTION=', 'config/queue.php': queueConfig }, ['database', 'config/queue.php:database', 'default']],
      ['the last of duplicates', { '.env': 'QUEUE_CONNECTION=sync\nQUEUE_CONNECTION=sqs', 'config/queue.php': queueConfig }, ['sqs', '.env:sqs', 'local']],
      ['a literal that nothing overrides', { '.env': 'QUEUE_CONNECTION=sync', 'config/queue.php': `<?php return ['default' => 'sqs', 'connections' => ['sqs' => ['driver' => 'sqs']]];` }, ['sqs', 'config/queue.php:sqs', 'production']],
      ['the driver of a connection with a name of its own', { '.env': 'QUEUE_CONNECTION=jobs', 'config/queue.php': queueConfig }, ['redis', '.env:jobs', 'local']],
      ['the variable that the configuration reads, not the one of another version', { '.env': 'QUEUE_DRIVER=sqs', 'config/queue.php': queueConfig }, ['database', 'config/queue.php:database', 'default']],
      ["an application's own wrapper of env()", { '.env': 'QUEUE_CONNECTION=sqs', 'config/queue.php': queueConfig.replace("env('QUEUE_CONNECTION', 'database')", "env_or(env('QUEUE_CONNECTION'), 'database')") }, ['sqs', '.env:sqs', 'local']],
      ["the fall-back of an application's own wrapper", { 'config/queue.php': queueConfig.replace("env(", "envNonEmpty(") }, ['database', 'config/queue.php:database', 'default']],
      ['compose over the env file', { '.env': 'QUEUE_CONNECTION=sync', 'docker-compose.yml': 'services:\n  app:\n    build: .\n    environment:\n      QUEUE_CONNECTION: sqs\n', 'config/queue.php': queueConfig }, ['sqs', 'docker-compose.yml:sqs', 'local']],
      ['the env file behind a compose pass-through', { '.env': 'QUEUE_CONNECTION=sqs', 'docker-compose.yml': 'services:\n  app:\n    build: .\n    environment:\n      QUEUE_CONNECTION: "${QUEUE_CONNECTION}"\n', 'config/queue.php': queueConfig }, ['sqs', '.env:sqs', 'local']],
    ];
    for (const [name, files, expected] of cases) {
      it(name, async () => {
        assert.deepEqual(await decided({ 'composer.json': composer('^11.0'), ...files }, 'queue'), expected);
      });
    }
  });

  describe('defaults of the framework by version, without a configuration file', () => {
    const cases: readonly (readonly [string, NeedId, string, string, string])[] = [
      ['^12.0', 'cache', 'CACHE_STORE=redis', 'redis', 'database'],
      ['^10.0', 'cache', 'CACHE_DRIVER=redis', 'redis', 'file'],
      ['^9.0', 'sessions', 'SESSION_DRIVER=cookie', 'cookie', 'file'],
      ['^8.0', 'queue', 'QUEUE_CONNECTION=redis', 'redis', 'sync'],
      ['5.8.*', 'relational-database', 'DB_CONNECTION=pgsql', 'postgresql', 'mysql'],
    ];
    for (const [version, need, env, set, standard] of cases) {
      it(`${version} ${need}`, async () => {
        const files = { 'composer.json': composer(version) };
        assert.deepEqual([(await decided({ ...files, '.env': env }, need))?.[0], (await decided(files, need))?.[0]], [set, standard]);
      });
    }
  });

  describe('what is no need', () => {
    const silent: readonly (readonly [string, NeedId, Files])[] = [
      ['a Redis host is not the use of Redis', 'realtime', { '.env': 'REDIS_HOST=127.0.0.1\nREDIS_PORT=6379\n' }],
      ['a broadcast driver without an event, a client or a server', 'realtime', { '.env': 'BROADCAST_CONNECTION=pusher\n' }],
      ['a test environment', 'search', { '.env.testing': 'SCOUT_DRIVER=meilisearch\n' }],
      ['a commented line', 'search', { '.env': '# SCOUT_DRIVER=meilisearch\n' }],
      ['a local disk that nothing writes to', 'file-storage', { '.env': 'FILESYSTEM_DISK=local\n' }],
      ['a commented task', 'scheduler', { 'app/Console/Kernel.php': "<?php class Kernel { protected function schedule($schedule) { // $schedule->command('inspire')->hourly();\n } }" }],
      ['the quote of the hour of the skeleton', 'scheduler', { 'routes/console.php': "<?php Artisan::command('inspire', function () { $this->comment(Inspiring::quote()); })->purpose('x')->hourly();" }],
      ['the inspire command without a frequency', 'scheduler', { 'routes/console.php': "<?php Artisan::command('inspire', function () { $this->comment(Inspiring::quote()); })->purpose('x');" }],
    ];
    for (const [name, need, files] of silent) {
      it(name, async () => {
        assert.equal(await decided({ 'composer.json': composer('^12.0'), ...files }, need), null);
      });
    }
  });

  it('takes a command beside the quote of the skeleton for a timetable', async () => {
    const files = { 'composer.json': composer('^11.0'), 'routes/console.php': "<?php Artisan::command('inspire', function () { $this->comment(Inspiring::quote()); })->purpose('x')->hourly();\nSchedule::command('report:send')->daily();" };
    assert.equal((await decided(files, 'scheduler'))?.[0], 'laravel-schedule');
  });

  it('takes a task of a facade of its own, timed in its arguments, for a timetable', async () => {
    const files = { 'composer.json': composer('^12.0'), 'routes/console.php': "<?php use App\\Console\\Scheduling\\Schedule;\nSchedule::command('model:prune', 'daily');" };
    assert.equal((await decided(files, 'scheduler'))?.[0], 'laravel-schedule');
  });

  it('sees logs in files beside a service that watches for errors', async () => {
    const files = { artisan: '', 'composer.json': composer('^12.0', { 'laravel/nightwatch': '^1.11' }), '.env.example': 'LOG_CHANNEL=daily\n', 'config/logging.php': "<?php return ['default' => env('LOG_CHANNEL', 'stack'), 'channels' => ['daily' => ['driver' => 'daily']]];" };
    const { needs } = await readWorkspace(files);
    assert.deepEqual(needs.filter(({ id }) => id === 'monitoring').map(({ technology }) => technology).sort(), ['log-file', 'nightwatch']);
  });

  it('sees logs in files beside a channel that gets the errors, and in a stack that only the environment lists', async () => {
    const config = "<?php return ['default' => env('LOG_CHANNEL', 'stack'), 'channels' => ['stack' => ['driver' => 'stack', 'channels' => ['daily', 'flare']], 'flare' => ['driver' => 'flare'], 'daily' => ['driver' => 'daily']]];";
    assert.equal((await decided({ 'composer.json': composer('^12.0'), '.env.example': 'LOG_CHANNEL=stack\n', 'config/logging.php': config }, 'monitoring'))?.[0], 'log-file');
  });

  it('bundles files with a package of Composer too', async () => {
    assert.equal((await decided({ 'composer.json': composer('5.5.*', { 'devfactory/minify': '1.0.7' }) }, 'static-assets'))?.[0], 'bundled');
  });

  it('reads the log of before 5.6 from the configuration of the application', async () => {
    const old = (log: string): Files => ({ 'composer.json': composer('5.5.*'), 'config/app.php': `<?php return ['log' => env('APP_LOG', '${log}')];` });
    assert.equal((await decided(old('daily'), 'monitoring'))?.[0], 'log-file');
    assert.equal(await decided(old('errorlog'), 'monitoring'), null);
    assert.equal((await decided({ 'composer.json': composer('^12.0'), '.env.example': 'LOG_STACK=single\n' }, 'monitoring'))?.[0], 'log-file');
    assert.equal(await decided({ 'composer.json': composer('^12.0'), '.env.example': 'LOG_STACK=single,stderr\n' }, 'monitoring'), null);
  });

  describe('uploads by the form field that takes them', () => {
    const cases: readonly (readonly [string, Files])[] = [
      ['Filament', { 'app/Filament/Resources/Posts/PostResource.php': "<?php class PostResource { function form() { return [FileUpload::make('image')->image()]; } }" }],
      ['Filament in a panel', { 'app/Filament/Admin/Resources/PostResource.php': "<?php class PostResource { function form() { return [SpatieMediaLibraryFileUpload::make('image')]; } }" }],
      ['a product that manages assets', { 'composer.json': composer('^12.0', { 'statamic/cms': '^6.0' }) }],
      ['Livewire', { 'app/Livewire/Profile.php': '<?php class Profile extends Component { use WithFileUploads; }' }],
    ];
    for (const [name, files] of cases) {
      it(name, async () => {
        assert.equal((await decided({ 'composer.json': composer('^12.0'), '.env.example': 'FILESYSTEM_DISK=public', 'config/filesystems.php': "<?php return ['default' => env('FILESYSTEM_DISK', 'local'), 'disks' => ['local' => ['driver' => 'local'], 'public' => ['driver' => 'local']]];", ...files }, 'file-storage'))?.[0], 'local');
      });
    }
  });

  describe('on Lambda, what the bridge of Bref changes', () => {
    const bref = { 'composer.json': composer('^11.0', { 'bref/bref': '^2', 'bref/laravel-bridge': '^2' }), '.env.example': 'SESSION_DRIVER=file\nLOG_CHANNEL=stack\nLOG_STACK=single\n', 'config/session.php': "<?php return ['driver' => env('SESSION_DRIVER', 'file')];", 'config/logging.php': "<?php return ['default' => env('LOG_CHANNEL', 'stack'), 'channels' => ['stack' => ['driver' => 'stack', 'channels' => ['single']], 'single' => ['driver' => 'single']]];" };
    it('sessions in files go to cookies', async () => {
      assert.equal((await decided(bref, 'sessions'))?.[0], 'cookie');
    });
    it('the stack of log channels goes to standard error', async () => {
      assert.equal(await decided(bref, 'monitoring'), null);
    });
    it('a channel of one file stays', async () => {
      assert.equal((await decided({ ...bref, '.env.example': 'LOG_CHANNEL=single\n' }, 'monitoring'))?.[0], 'log-file');
    });
  });

  const variants: Files = {
    'compose.yml': 'services:\n  app:\n    build: .\n    restart: unless-stopped\n',
    'compose-full-stack.yml': 'services:\n  app:\n    build: .\n    restart: unless-stopped\n    environment:\n      CACHE_STORE: redis\n',
  };

  it('deploys what compose starts by itself, not a variant beside it', async () => {
    const base = { 'composer.json': composer('^12.0'), '.env.example': 'CACHE_STORE=file\n' };
    assert.equal((await decided({ ...base, ...variants }, 'cache'))?.[0], 'file');
    assert.equal((await decided({ ...base, 'compose.prod.yml': variants['compose-full-stack.yml'] ?? '', 'compose.yml': variants['compose.yml'] ?? '' }, 'cache'))?.[0], 'redis');
  });

  it('takes what an older configuration names as mail driver first', async () => {
    const files = { 'composer.json': composer('^11.0'), 'app/User.php': '<?php Mail::to($user);', 'config/mail.php': "<?php return ['driver' => env('MAIL_DRIVER', 'smtp')];" };
    assert.equal((await decided(files, 'mail'))?.[0], 'smtp');
    assert.equal((await decided({ ...files, '.env.example': 'MAIL_DRIVER=mail\n', '.env.docker': 'MAIL_HOST=mailpit\n' }, 'mail'))?.[0], 'sendmail');
  });

  it('names what browsers speak to where events go through Redis', async () => {
    const files = { 'composer.json': composer('^12.0'), '.env': 'BROADCAST_CONNECTION=redis\n', 'app/Events/A.php': '<?php class A implements ShouldBroadcast {}' };
    assert.equal((await decided(files, 'realtime'))?.[0], 'custom');
    assert.equal((await decided({ ...files, 'package.json': '{"private": true, "dependencies": {"laravel-echo-server": "^1.6"}}' }, 'realtime'))?.[0], 'socket.io');
  });

  it('is no application as a package that supports Laravel', async () => {
    const workspace = await readWorkspace({ 'composer.json': JSON.stringify({ name: 'acme/package', require: { 'illuminate/support': '^12' }, 'require-dev': { 'laravel/framework': '^12' } }), '.env.example': 'DB_CONNECTION=sqlite' });
    assert.deepEqual([workspace.applications, workspace.needs], [[], []]);
  });

  it('takes the version from the lock file', async () => {
    const lock = '{"packages": [{\n"name": "laravel/framework",\n"version": "v11.31.0"\n}]}';
    const workspace = await readWorkspace({ artisan: '', 'composer.json': composer('^10.0 || ^11.0'), 'composer.lock': lock });
    assert.deepEqual(workspace.applications.map(({ root, name, framework, frameworkVersion }) => [root, name, framework, frameworkVersion]), [['.', 'shop', 'laravel', '11']]);
  });

  it('lists what the configuration offers, and nothing else', async () => {
    const workspace = await readWorkspace({ artisan: '', 'composer.json': composer('^12.0'), 'config/queue.php': queueConfig, '.env': 'QUEUE_CONNECTION=jobs' });
    assert.deepEqual(workspace.needs.find((need) => need.id === 'queue')?.supported, ['sync', 'database', 'sqs']);
  });

  it('reads the driver from a database URL', async () => {
    const config = `<?php return ['default' => env('DB_CONNECTION', 'mysql'), 'connections' => ['mysql' => ['driver' => 'mysql', 'url' => env('DATABASE_URL')], 'pgsql' => ['driver' => 'pgsql']]];`;
    const files = { 'composer.json': composer('^10.0'), 'config/database.php': config, '.env': 'DB_CONNECTION=mysql\nDATABASE_URL=postgres://user:' + 'hunter2@db/app' };
    assert.equal((await decided(files, 'relational-database'))?.[0], 'postgresql');
    const workspace = await readWorkspace({ artisan: '', ...files });
    assert.ok(!JSON.stringify(workspace.scopes.map((scope) => scope.facts)).includes('hunter2'), 'a password never becomes a fact');
  });

  it('tells a server of the Pusher protocol from Pusher', async () => {
    const event = { 'app/Events/A.php': '<?php class A implements ShouldBroadcast {}' };
    const base = { 'composer.json': composer('^10.0', { 'pusher/pusher-php-server': '^7' }), '.env': 'BROADCAST_DRIVER=pusher', ...event };
    assert.equal((await decided(base, 'realtime'))?.[0], 'pusher');
    assert.equal((await decided({ ...base, 'docker-compose.yml': 'services:\n  soketi:\n    image: quay.io/soketi/soketi:latest-16-alpine\n' }, 'realtime'))?.[0], 'soketi');
  });
});
