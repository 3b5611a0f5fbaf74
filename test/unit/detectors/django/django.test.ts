import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const manage = "#!/usr/bin/env python\nimport os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n";
const base: Files = { 'manage.py': manage, 'requirements.txt': 'Django==5.2\npsycopg[binary]==3.2\n' };

async function decided(settings: string, more: Files = {}): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ ...base, 'shop/settings.py': settings, ...more });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
}

const databases = (engine: string): string => `DATABASES = {\n    'default': {\n        'ENGINE': '${engine}',\n        'NAME': 'shop',\n    }\n}\n`;

describe('Django', () => {
  it('is an application with manage.py and the dependency', async () => {
    const { applications } = await readWorkspace({ ...base, 'shop/settings.py': databases('django.db.backends.sqlite3') });
    assert.deepEqual(applications.map(({ root, framework, frameworkVersion }) => [root, framework, frameworkVersion]), [['.', 'django', '5.2']]);
  });

  it('takes no setting of continuous integration for a deployment', async () => {
    const ci = "from .settings_global import *\nEMAIL_BACKEND = 'django.core.mail.backends.console.EmailBackend'\n" + databases('django.db.backends.sqlite3');
    const found = await decided("INSTALLED_APPS = ['django.contrib.auth']\n" + databases('django.db.backends.postgresql'), { 'settings/ci.py': ci, 'shop/mail.py': 'send_mail("a", "b")\n' });
    assert.match(found['relational-database'] ?? '', /^postgresql shop\/settings\.py/);
    assert.doesNotMatch(found['mail'] ?? '', /ci\.py/);
  });

  it('reads settings that are shipped as a template, and none of unit tests', async () => {
    const found = await decided('', { 'shop/settings/settings.dist.py': databases('django.db.backends.postgresql'), 'shop/settings/unittests.py': databases('django.db.backends.sqlite3') });
    assert.match(found['relational-database'] ?? '', /^postgresql shop\/settings\/settings\.dist\.py/);
  });

  it('finds the engine in a structure that the alias is built from', async () => {
    const found = await decided("INSTALLED_APPS = []\nSQLITE_CONNECTION_OPTIONS = {\n    'ENGINE': 'django.db.backends.sqlite3',\n}\nDATABASES = {\n    'default': {\n        'NAME': 'x',\n        **SQLITE_CONNECTION_OPTIONS,\n    },\n}\n");
    assert.match(found['relational-database'] ?? '', /^sqlite shop\/settings\.py:django\.db\.backends\.sqlite3/);
  });

  it('follows the name that an alias is given to what it holds under the condition that is true', async () => {
    const chosen = "import os\nENGINE = os.getenv('SHOP_DB_ENGINE', 'sqlite')\nif ENGINE == 'postgres':\n    default_database = {\n        'ENGINE': 'django.db.backends.postgresql',\n    }\nelse:\n    default_database = {\n        'ENGINE': 'django.db.backends.sqlite3',\n    }\nDATABASES = {'default': default_database}\n";
    assert.match((await decided(chosen))['relational-database'] ?? '', /^sqlite shop\/settings\.py/);
    const started = { 'scripts/test-environments/pg/compose.yml': 'services:\n  shop:\n    image: acme/shop\n    environment:\n      SHOP_DB_ENGINE: postgres\n' };
    assert.match((await decided(chosen, started))['relational-database'] ?? '', /^sqlite /);
    assert.match((await decided(chosen, { '.env.production': 'SHOP_DB_ENGINE=postgres\n' }))['relational-database'] ?? '', /^postgresql /);
  });

  it('keeps files where a storage of its own name says so', async () => {
    const storages = (more: string): string => `${databases('django.db.backends.sqlite3')}STORAGES = {\n    'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'},\n${more}}\n`;
    assert.match((await decided(storages("    'archive': {'BACKEND': 'django.core.files.storage.FileSystemStorage', 'OPTIONS': {'location': '/data'}},\n")))['file-storage'] ?? '', /^local /);
    assert.equal((await decided(storages("    'staticfiles': {'BACKEND': 'django.core.files.storage.FileSystemStorage'},\n")))['file-storage'], undefined);
  });

  it('keeps tables of DynamoDB where production is told their names', async () => {
    const needs = async (file: string, requirements: string): Promise<string | undefined> => (await decided(databases('django.db.backends.postgresql'), { 'requirements.txt': requirements, [file]: 'ORDERS_TABLE_NAME_DYNAMO=orders\n' }))['document-database'];
    assert.match((await needs('.env.production', 'Django==5.2\nboto3\n')) ?? '', /^dynamodb \.env\.production:/);
    assert.equal(await needs('.env.example', 'Django==5.2\nboto3\n'), undefined);
    assert.equal(await needs('.env.production', 'Django==5.2\n'), undefined);
  });

  it('keeps files where a module writes bytes below a folder of the settings', async () => {
    const service = (folder: string, mode: string): Files => ({ 'shop/services/icons.py': `def load(url):\n    path = Path(settings.${folder}) / name(url)\n    with open(path, "${mode}") as file:\n        file.write(fetch(url))\n` });
    const settings = databases('django.db.backends.sqlite3');
    assert.equal((await decided(settings, service('ICON_FOLDER', 'wb')))['file-storage'], 'local shop/services/icons.py:settings.ICON_FOLDER');
    assert.equal((await decided(settings, service('ICON_FOLDER', 'rb')))['file-storage'], undefined);
    assert.equal((await decided(settings, service('TMP_DIR', 'wb')))['file-storage'], undefined);
  });

  it('finds handlers in the structure that another module keeps for LOGGING', async () => {
    const logging = (handler: string): Files => ({ 'shop/settings_logging.py': `SETTINGS_LOGGING = {\n    'handlers': {\n        'main': {'class': 'logging.${handler}'},\n    },\n}\n` });
    const settings = `from .settings_logging import SETTINGS_LOGGING\n${databases('django.db.backends.sqlite3')}LOGGING = SETTINGS_LOGGING\n`;
    assert.match((await decided(settings, logging('handlers.RotatingFileHandler')))['monitoring'] ?? '', /^log-file /);
    assert.equal((await decided(settings, logging('StreamHandler')))['monitoring'], undefined);
  });

  it('takes a search by the one of its settings that has a value', async () => {
    const search = async (lines: string): Promise<string | undefined> => (await decided(`${databases('django.db.backends.sqlite3')}${lines}`, { 'requirements.txt': 'Django==5.2\nelasticsearch\n' }))['search'];
    assert.match((await search("ES_CLOUD_ID = config('ES_CLOUD_ID', default='')\nES_URLS = config('ES_URLS', default='http://es:9200')\n")) ?? '', /^elasticsearch /);
    assert.equal(await search("ES_CLOUD_ID = config('ES_CLOUD_ID', default='')\n"), undefined);
  });

  it('searches in the engine beside whose address production is told', async () => {
    const compose = (engine: string, address: string): Files => ({ 'docker-compose.yml': `services:\n  web:\n    image: acme/shop\n    restart: unless-stopped\n    environment:\n      - ${address}\n  search:\n    restart: unless-stopped\n    ${engine}\n` });
    const search = async (files: Files): Promise<string | undefined> => (await decided(databases('django.db.backends.sqlite3'), files))['search'];
    const own = 'image: acme/shop-search\n    environment:\n      - "ES_JAVA_OPTS=-Xms1g -Xmx1g"';
    assert.match((await search(compose(own, 'ES_URL=http://search:9200'))) ?? '', /^elasticsearch docker-compose\.yml:/);
    assert.match((await search(compose('image: opensearchproject/opensearch:2', 'OPENSEARCH_URL=http://search:9200'))) ?? '', /^opensearch /);
    assert.equal(await search(compose(own, 'SHOP_MODE=on')), undefined);
    assert.equal(await search(compose('image: acme/other', 'ES_URL=http://search:9200')), undefined);
  });

  it('keeps what a downloader moves into a folder of its own', async () => {
    const downloader = { 'shop/videos/download_handler.py': 'class Downloader:\n    MEDIA_DIR = Settings.MEDIA_DIR\n\n    def keep(self, name):\n        new_path = os.path.join(self.MEDIA_DIR, name)\n        shutil.move(name, new_path)\n' };
    assert.match((await decided(databases('django.db.backends.sqlite3'), downloader))['file-storage'] ?? '', /^local /);
  });

  it('searches with PostgreSQL where its module is imported and nothing else is configured', async () => {
    const search = { 'blog/search.py': 'from django.contrib.postgres.search import SearchVector\n\nVECTOR = SearchVector("title")\n' };
    assert.match((await decided(databases('django.db.backends.postgresql'), search))['search'] ?? '', /^database blog\/search\.py/);
    assert.equal((await decided(databases('django.db.backends.postgresql')))['search'], undefined);
  });

  it('reads look-ups whose arguments have names', async () => {
    const settings = `${databases('django.db.backends.postgresql')}MEDIA_ROOT = get_string(name="MEDIA_ROOT", default="/var/media/")\nUSE_S3 = get_bool(name="SHOP_USE_S3", default=False, description="Use S3")\nif USE_S3:\n    STORAGES = {}\n    STORAGES["default"]["BACKEND"] = "storages.backends.s3boto3.S3Boto3Storage"\n`;
    assert.match((await decided(settings))['file-storage'] ?? '', /^local /);
    assert.match((await decided(settings, { '.env.production': 'SHOP_USE_S3=True\n' }))['file-storage'] ?? '', /^s3 /);
  });

  it('follows an address that is parsed to the name that holds it', async () => {
    const settings = `${databases('django.db.backends.postgresql')}def get_env(name, default=None):\n    return os.getenv(name, default)\n\nREDIS_URL = get_env("REDIS_URL")\nCACHES = {"default": django_cache_url.parse(REDIS_URL)}\nSESSION_ENGINE = "django.contrib.sessions.backends.cache"\n`;
    const found = await decided(settings, { '.env.production': 'REDIS_URL=redis://redis:6379/1\n' });
    assert.match(found['cache'] ?? '', /^redis /);
    assert.match(found['sessions'] ?? '', /^redis /);
  });

  it('keeps sessions in the server that a cache’s client speaks to, whatever computes its address', async () => {
    const settings = (cache: string): string => `${databases('django.db.backends.postgresql')}${cache}SESSION_ENGINE = "django.contrib.sessions.backends.cache"\n`;
    const client = { 'requirements.txt': 'Django==5.2\ndjango-redis==5.4\n' };
    assert.match((await decided(settings('CACHES = build_caches()\n'), client))['sessions'] ?? '', /^redis /);
    assert.match((await decided(settings(''), client))['sessions'] ?? '', /^memory /);
  });

  it('is served by the image that serves, not by the one that works behind it', async () => {
    const image = 'FROM python:3.13\nRUN pip install -r requirements.txt\n';
    assert.match((await decided(databases('django.db.backends.postgresql'), { 'compose/celery/Dockerfile': image, 'compose/django/Dockerfile': image }))['compute'] ?? '', /^container compose\/django\/Dockerfile/);
  });

  it('keeps sessions by any middleware that extends Django’s, where an engine is chosen', async () => {
    const settings = "MIDDLEWARE = ['commonware.middleware.NoVarySessionMiddleware']\n";
    assert.match((await decided(`${settings}${databases('django.db.backends.sqlite3')}SESSION_ENGINE = 'django.contrib.sessions.backends.signed_cookies'\n`))['sessions'] ?? '', /^cookie /);
    assert.equal((await decided(settings + databases('django.db.backends.sqlite3')))['sessions'], undefined);
  });

  it('lays no developer’s module over what is deployed', async () => {
    const baseSettings = "INSTALLED_APPS = ['django.contrib.auth']\n" + databases('django.db.backends.postgresql');
    const local = "from .base import *\nEMAIL_BACKEND = 'django.core.mail.backends.console.EmailBackend'\n";
    const hosted = "from .base import *\nEMAIL_HOST = config('EMAIL_HOST')\n";
    const found = await decided(baseSettings, { 'shop/settings/base.py': baseSettings, 'shop/settings/local.py': local, 'shop/settings/hosted.py': hosted });
    assert.match(found['mail'] ?? '', /^smtp shop\/settings\/hosted\.py/);
    assert.match((await decided(baseSettings + local.split('\n')[1] + '\n'))['mail'] ?? '', /^log /);
  });

  it('follows a storage of the application’s own to what it extends', async () => {
    const settings = "INSTALLED_APPS = ['storages']\nSTORAGES = {'default': {'BACKEND': 'shop.storages.MediaStorage'}}\n";
    const models = { 'shop/models.py': 'class A(models.Model):\n    photo = models.ImageField()\n' };
    assert.match((await decided(settings, { ...models, 'shop/storages.py': 'class MediaStorage(S3Boto3Storage):\n    location = "media"\n' }))['file-storage'] ?? '', /^s3 /);
    assert.match((await decided(settings, { ...models, 'shop/storages.py': 'class MediaStorage(Overwriting, GoogleCloudStorage):\n    pass\n' }))['file-storage'] ?? '', /^gcs /);
  });

  it('installs the extra that is named after production', async () => {
    const project = (extra: string): Files => ({ 'requirements.txt': '', 'pyproject.toml': `[project]\nname = "shop"\ndependencies = ["Django==5.2"]\n[project.optional-dependencies]\n${extra} = ["sentry-sdk"]\n` });
    assert.match((await decided(databases('django.db.backends.sqlite3'), project('prod')))['monitoring'] ?? '', /^sentry /);
    assert.equal((await decided(databases('django.db.backends.sqlite3'), project('extras')))['monitoring'], undefined);
  });

  it('is none as a package for Django', async () => {
    const { applications } = await readWorkspace({ 'pyproject.toml': '[project]\nname = "django-things"\ndependencies = ["Django>=4"]\n', 'django_things/models.py': 'x = 1\n' });
    assert.deepEqual(applications, []);
  });

  it('reads the engine where it stands', async () => {
    for (const [engine, technology] of [['sqlite3', 'sqlite'], ['postgresql', 'postgresql'], ['mysql', 'mysql'], ['oracle', 'oracle']]) {
      assert.equal((await decided(databases(`django.db.backends.${engine}`)))['relational-database'], `${technology} shop/settings.py:django.db.backends.${engine}`);
    }
  });

  it('reads the broker of Celery from the environment before its fall-back', async () => {
    const settings = `${databases('django.db.backends.postgresql')}` + "import os\nCELERY_BROKER_URL = os.environ.get('BROKER_URL', 'redis://localhost:6379/0')\n";
    const celery = { 'requirements.txt': 'Django==5.2\ncelery==5.4\n', 'shop/celery.py': "from celery import Celery\napp = Celery('shop')\napp.config_from_object('django.conf:settings', namespace='CELERY')\n", 'shop/tasks.py': 'from celery import shared_task\n\n@shared_task\ndef send(): ...\n' };
    assert.match((await decided(settings, celery))['queue'] ?? '', /^redis shop\/settings\.py:/);
    assert.match((await decided(settings, { ...celery, '.env.production': 'BROKER_URL=amqp://guest@mq//\n' }))['queue'] ?? '', /^rabbitmq \.env\.production:/);
  });

  it('lets an address in the environment update the engine, and keeps the engine without one', async () => {
    const engine = databases('django.db.backends.sqlite3');
    const updates = ["DATABASES['default'].update(dj_database_url.config(env='DATABASE_URL', conn_max_age=500))\n", "db_from_env = dj_database_url.config(conn_max_age=500)\nDATABASES['default'].update(db_from_env)\n"];
    for (const update of updates) {
      const settings = `import dj_database_url\n${engine}${update}`;
      assert.match((await decided(settings))['relational-database'] ?? '', /^sqlite shop\/settings\.py:/, update);
      assert.match((await decided(settings, { '.env.production': 'DATABASE_URL=postgres://shop:x@db/shop\n' }))['relational-database'] ?? '', /^postgresql \.env\.production:/, update);
    }
  });

  it('takes the module of the image before the developers’ one of a compose file', async () => {
    const workspace = await readWorkspace({
      ...base,
      'shop/settings/dev.py': databases('django.db.backends.sqlite3'),
      'shop/settings/production.py': databases('django.db.backends.postgresql'),
      Dockerfile: 'FROM python:3.13\nENV DJANGO_SETTINGS_MODULE=shop.settings.production\nCMD ["gunicorn", "shop.wsgi"]\n',
      'docker-compose.yml': 'services:\n  web:\n    build: .\n    environment:\n      DJANGO_SETTINGS_MODULE: shop.settings.dev\n',
    });
    assert.deepEqual(workspace.needs.filter(({ id }) => id === 'relational-database').map((need) => [need.technology, workspace.proof(need)[0]]), [['postgresql', 'shop/settings/production.py:django.db.backends.postgresql']]);
  });

  it('ignores comments and the settings of tests', async () => {
    const needs = await decided(`${databases('django.db.backends.postgresql')}# CELERY_BROKER_URL = 'redis://localhost'\n`, { 'shop/settings_test.py': databases('django.db.backends.sqlite3') });
    assert.match(needs['relational-database'] ?? '', /^postgresql /);
    assert.equal(needs['queue'], undefined);
  });

  it('survives settings that are being typed', async () => {
    for (let length = 0; length < 90; length += 7) await decided(databases('django.db.backends.mysql').slice(0, length));
  });

  it('reads settings that are classes, where methods give the values', async () => {
    const module = `class Base:
    @property
    def INSTALLED_APPS(self):
        apps = ["django.contrib.sessions"]
        if self.EXTRA:
            apps.append("extra")
        return apps

    def databases(self):
        return {"default": {"ENGINE": "django.db.backends.mysql"}}

    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
`;
    const overlay = `from .base import Base


class Stack(Base):
    @property
    def DATABASES(self):
        return {"default": {"ENGINE": "django.db.backends.postgresql"}}

    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
`;
    const workspace = await readWorkspace({ ...base, 'shop/settings/base.py': module, 'shop/settings/stack.py': overlay });
    const needs = Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
    assert.match(needs['relational-database'] ?? '', /^postgresql shop\/settings\/stack\.py:/);
    assert.match(needs['sessions'] ?? '', /^database /);
    assert.match(needs['cache'] ?? '', /^redis shop\/settings\/stack\.py:/);
  });

  it('is a site under the name of an extension where a server enters beside its settings', async () => {
    const package_ = { 'manage.py': manage, 'pyproject.toml': '[project]\nname = "django-shop"\nclassifiers = ["Framework :: Django"]\ndependencies = ["django>=6.0"]\n' };
    const settings = "INSTALLED_APPS = ['django.contrib.auth']\nROOT_URLCONF = 'shop.urls'\n";
    const roots = async (files: Files): Promise<readonly string[]> => (await readWorkspace({ ...package_, ...files })).applications.map(({ root, framework }) => `${root} ${framework}`);
    assert.deepEqual(await roots({ 'shop/settings.py': settings, 'shop/wsgi.py': '' }), ['. django']);
    assert.deepEqual(await roots({ 'shop/settings/base.py': settings, 'shop/asgi.py': '' }), ['. django']);
    assert.deepEqual(await roots({ 'shop/settings.py': settings }), []);
    assert.deepEqual(await roots({ 'example/settings.py': settings, 'example/wsgi.py': '' }), []);
    assert.deepEqual(await roots({ 'tests/settings.py': settings, 'tests/wsgi.py': '' }), []);
  });

  it('runs in the image above that copies its folder, under what production takes in', async () => {
    const workspace = await readWorkspace({
      'backend/manage.py': manage,
      'backend/requirements.txt': 'Django==5.2\ndjango-ses==4.7\npsycopg==3.2\n',
      'backend/shop/settings.py': 'import os\nINSTALLED_APPS = ["django.contrib.auth"]\nROOT_URLCONF = "shop.urls"\nEMAIL_BACKEND = os.environ.get("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")\nENV_TYPE = os.environ.get("ENV_TYPE", "dev")\nif ENV_TYPE == "dev":\n    MEDIA_ROOT = "media"\nelif ENV_TYPE == "prod":\n    from .server_settings import *\n',
      'backend/shop/server_settings.py': 'DEBUG = False\nEMAIL_BACKEND = "django_ses.SESBackend"\n',
      'backend/shop/tasks.py': 'from django.core.mail import send_mail\n\nsend_mail("a", "b", "c", [])\n',
      Dockerfile: 'FROM python:3.12\nCOPY backend/ .\nRUN pip install -r requirements.txt\n',
      'web/package.json': '{"scripts":{"build":"vite build"},"dependencies":{"react":"19"}}',
    });
    const needs = Object.fromEntries(workspace.needs.filter(({ application }) => application === 'backend').map(({ id, technology }) => [id, technology]));
    assert.equal(needs['compute'], 'container');
    assert.equal(needs['mail'], 'ses');
  });

  it('tells a cache of an own class by its place', async () => {
    const needs = await decided("import os\nINSTALLED_APPS = ['django.contrib.auth']\nCACHES = {'default': {'BACKEND': 'core.caches.TenantCache', 'LOCATION': os.environ.get('REDIS_URL', 'redis://localhost:6379/0')}}\n");
    assert.match(needs['cache'] ?? '', /^redis shop\/settings\.py:/);
    assert.equal((await decided("INSTALLED_APPS = ['django.contrib.auth']\nCACHES = {'default': {'BACKEND': 'core.caches.TenantCache', 'LOCATION': 'tenants'}}\n"))['cache'], undefined);
  });
});
