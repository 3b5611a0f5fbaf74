import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const main = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

async function decided(dependencies: string, files: Files, entry: Files = { 'app/main.py': main }): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ 'requirements.txt': `${dependencies.split(' ').join('\n')}\n`, ...entry, ...files });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology}${need.library === null ? '' : ` (${need.library})`} ${workspace.proof(need)[0] ?? ''}`]));
}

const flask = { 'app/__init__.py': 'from flask import Flask\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n' };
const pydantic = (fields: string, options = ''): string => `from pydantic import PostgresDsn, Field\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n\n\nclass Settings(BaseSettings):\n${options}${fields}\n\nsettings = Settings()\n`;

describe('Needs of Flask, FastAPI and their like', () => {
  it('sees a bucket behind a comment in the call that opens it', async () => {
    const service = "import boto3\n\nclass Photos:\n    def __init__(self):\n        self.s3 = boto3.client(  # type: ignore\n            's3',\n        )\n";
    assert.equal((await decided('fastapi boto3', { 'app/services/photo_service.py': service }))['file-storage'], "s3 app/services/photo_service.py:client(  # type: ignore\n            's3'");
    assert.equal((await decided('fastapi boto3', { 'app/services/photo_service.py': service.replace("'s3'", "'sqs'") }))['file-storage'], undefined);
  });

  it('sees no sockets in a class of its own that speaks to another server', async () => {
    const transport = 'class WebSocketTransport(HttpTransport):\n    pass\n\nclient = Agent(transport=WebSocketTransport())\n';
    assert.equal((await decided('fastapi', { 'app/service.py': transport }))['realtime'], undefined);
  });

  it('sees a queue in a list of Redis that is only filled or waited for', async () => {
    const view = (call: string): Files => ({ 'app/views.py': `def vote(redis):\n    redis.rpush('votes', data)\n${call}` });
    assert.equal((await decided('fastapi redis', view('')))['queue'], 'redis app/views.py:redis.rpush(');
    assert.equal((await decided('fastapi redis', view("    redis.ltrim('votes', 0, 9)\n")))['queue'], undefined);
    assert.equal((await decided('fastapi', view('')))['queue'], undefined);
  });

  it('takes a client that another package brought where its own code opens it', async () => {
    const compiled = { 'requirements.txt': 'fastapi==0.115.0\n    # via -r requirements.in\nboto3==1.43.0\n    # via celery\n', 'requirements.in': 'fastapi\n' };
    const opened = { 'app/aws/s3.py': 'from boto3 import resource\n\ns3 = resource("s3")\n' };
    assert.equal((await decided('', { ...compiled, ...opened }))['file-storage'], 's3 app/aws/s3.py:resource("s3"');
    assert.equal((await decided('', compiled))['file-storage'], undefined);
  });

  describe('database', () => {
    const sql = 'fastapi sqlalchemy psycopg2-binary';
    const cases: readonly (readonly [string, string, Files, string | undefined])[] = [
      ['an address in code', sql, { 'app/database.py': 'SQLALCHEMY_DATABASE_URL = "sqlite:///./app.db"\n' }, 'sqlite app/database.py:sqlite:///./app.db'],
      ['an address with parts', sql, { 'app/config.py': 'DB_URL = f"postgresql+asyncpg://{USER}:{PASSWORD}@{HOST}/app"\n' }, 'postgresql app/config.py:f"postgresql+asyncpg://{USER}:{PASSWORD}@{HOST}/app"'],
      ['a builder of addresses', sql, { 'app/config.py': 'class Settings:\n    DATABASE_URI = PostgresDsn.build(scheme="postgresql+asyncpg", host="x")\n' }, 'postgresql app/config.py:postgresql+asyncpg'],
      ['the type of a field', sql, { 'app/config.py': pydantic('    database_url: PostgresDsn\n') }, 'postgresql app/config.py:database_url'],
      ['a variable wins over the default of a field', sql, { 'app/config.py': pydantic('    DATABASE_URL: str = "sqlite:///app.db"\n'), '.env.production': 'DATABASE_URL=mysql://u:p@db/app\n' }, 'mysql .env.production:mysql://u:p@db/app'],
      ['the prefix of variables', sql, { 'app/config.py': pydantic('    database_url: str = "sqlite:///app.db"\n', '    model_config = SettingsConfigDict(env_prefix="SHOP_")\n'), '.env.production': 'DATABASE_URL=mysql://u:p@db/app\nSHOP_DATABASE_URL=postgresql://u:p@db/app\n' }, 'postgresql .env.production:postgresql://u:p@db/app'],
      ['the alias of a field', sql, { 'app/config.py': pydantic('    main_db_url: str = Field("sqlite:///app.db", env="MAIN_DB")\n'), '.env.production': 'MAIN_DB=postgresql://u:p@db/app\n' }, 'postgresql .env.production:postgresql://u:p@db/app'],
      ['a kind wins over addresses that code builds', sql, { 'app/config.py': pydantic('    DB_ENGINE: str = "sqlite"\n    POSTGRES_URL: str = "postgresql://db/app"\n') }, 'sqlite app/config.py:sqlite'],
      ['the class of production wins over that of development', sql, { 'config.py': 'class Config:\n    pass\n\nclass DevelopmentConfig(Config):\n    SQLALCHEMY_DATABASE_URI = "sqlite:///dev.db"\n\nclass ProductionConfig(Config):\n    SQLALCHEMY_DATABASE_URI = "mysql+pymysql://db/app"\n' }, 'mysql config.py:mysql+pymysql://db/app'],
      ['a scheme that another look-up says', sql, { 'config.py': "from decouple import config\n\nclass Config:\n    SQLALCHEMY_DATABASE_URI = '{}://{}/{}'.format(\n        config('DB_ENGINE', default='mysql'), config('DB_HOST'), config('DB_NAME'))\n\nclass DebugConfig(Config):\n    SQLALCHEMY_DATABASE_URI = 'sqlite:///db.sqlite3'\n" }, 'mysql config.py:mysql'],
      ['a scheme that another name holds', sql, { 'config.py': 'DIALECT = "mysql"\nSQLALCHEMY_DATABASE_URI = f"{DIALECT}://{HOST}/app"\n' }, 'mysql config.py:mysql'],
      ['the driver before what only a developer has', sql, { 'config.py': 'class DevelopmentConfig:\n    SQLALCHEMY_DATABASE_URI = "sqlite:///dev.db"\n' }, 'postgresql requirements.txt:psycopg2-binary'],
      ['the class of tests is none', 'fastapi', { 'config.py': 'class TestingConfig:\n    SQLALCHEMY_DATABASE_URI = "sqlite://"\n' }, undefined],
      ['a look-up that is rewritten, with what stands behind it', sql, { 'config.py': "import os\n\nclass Config:\n    SQLALCHEMY_DATABASE_URI = os.environ.get('DATABASE_URL', '').replace(\n        'postgres://', 'postgresql://') or \\\n        'sqlite:///' + os.path.join(basedir, 'app.db')\n" }, "sqlite config.py:sqlite:///"],
      ['settings that a class leaves out are not in use', sql, { 'app/config.py': pydantic('').replace('class Settings(BaseSettings):\n', 'class MySQLSettings(BaseSettings):\n    MYSQL_URL: str = "mysql://db/app"\n\nclass PostgresSettings(BaseSettings):\n    POSTGRES_URL: str = "postgresql://db/app"\n\nclass AppSettings(BaseSettings):\n    NAME: str = "app"\n\nclass Settings(AppSettings, PostgresSettings):\n    pass\n') }, 'postgresql app/config.py:postgresql://db/app'],
      ['a kind that a helper asks for under the name of the product', sql, { 'app/config.py': 'import os\nSHOP_DB_DRIVER = _get_env("SHOP_DB_DRIVER", "mariadb")\n', 'env.template': 'SHOP_DB_DRIVER=mariadb\n' }, 'mariadb env.template:mariadb'],
      ['the template of an env file', sql, { 'app/config.py': 'import os\nDATABASE_URL = os.environ.get("DATABASE_URL", "sqlite:///app.db")\n', 'docker/server.env.template': 'DATABASE_URL=mysql://app:x@db/app\n' }, 'mysql docker/server.env.template:mysql://app:x@db/app'],
      ['the driver where nothing else speaks', 'fastapi sqlalchemy asyncpg', { 'app/config.py': 'import os\nDATABASE_URL = os.environ["DATABASE_URL"]\n' }, 'postgresql requirements.txt:asyncpg'],
      ['drivers of the users’ sources are none', 'fastapi pyodbc oracledb', {}, undefined],
      ['a comparison of schemes is none', 'fastapi', { 'app/database.py': 'if url.startswith("postgres://"):\n    url = url.replace("postgres://", "postgresql://")\n' }, undefined],
      ['MariaDB by the server beside', 'fastapi sqlalchemy pymysql', { 'app/config.py': 'DATABASE_URL = "mysql+pymysql://db/app"\n', 'docker-compose.yml': 'services:\n  web:\n    build: .\n    restart: always\n  db:\n    image: mariadb:11\n' }, 'mariadb app/config.py:mysql+pymysql://db/app'],
      ['a template of Alembic is none', 'fastapi alembic', { 'alembic.ini': '[alembic]\nsqlalchemy.url = driver://user:pass@localhost/dbname\n' }, undefined],
    ];
    for (const [title, dependencies, files, expected] of cases) {
      it(title, async () => {
        assert.equal((await decided(dependencies, files))['relational-database'], expected);
      });
    }

    it('offers what else the code reads', async () => {
      const { needs } = await readWorkspace({ 'requirements.txt': 'fastapi\nsqlalchemy\n', 'app/main.py': main, 'app/config.py': pydantic('    DB_ENGINE: str = "sqlite"\n    POSTGRES_URL: str = "postgresql://db/app"\n') });
      assert.deepEqual(needs.find(({ id }) => id === 'relational-database')?.supported, ['postgresql']);
    });

    it('opens MongoDB where code does', async () => {
      const code = { 'app/database.py': 'from motor.motor_asyncio import AsyncIOMotorClient\nclient = AsyncIOMotorClient(settings.mongo_url)\n' };
      assert.match((await decided('fastapi motor', code))['document-database'] ?? '', /^mongodb app\/database\.py:/);
      assert.equal((await decided('fastapi', code))['document-database'], undefined);
    });
  });

  describe('cache and sessions', () => {
    const cases: readonly (readonly [string, string, Files, string, string | undefined])[] = [
      ['Flask-Caching by its type', 'flask flask-caching redis', { 'config.py': 'class Config:\n    CACHE_TYPE = "RedisCache"\n' }, 'cache', 'redis config.py:RedisCache'],
      ['the configuration of an image over the defaults of the code', 'flask flask-caching redis', { 'shop/config.py': 'CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}\n', 'docker/shop_config.py': 'CACHE_CONFIG = {"CACHE_TYPE": "RedisCache"}\n' }, 'cache', 'redis docker/shop_config.py:RedisCache'],
      ['a cache in the process', 'flask flask-caching', { 'config.py': 'class Config:\n    CACHE_TYPE = "SimpleCache"\n' }, 'cache', 'memory config.py:SimpleCache'],
      ['no cache by its type', 'flask flask-caching', { 'config.py': 'class Config:\n    CACHE_TYPE = "NullCache"\n' }, 'cache', undefined],
      ['keys that code reads', 'flask redis', { 'app/cache.py': 'value = redis_client.get(key)\n' }, 'cache', 'redis app/cache.py:redis_client.get('],
      ['counts that a pipeline of Redis keeps', 'flask redis', { 'app/core/rate_limit.py': 'from redis.asyncio import Redis\n\nclass RedisRateLimiter:\n    def __init__(self, url):\n        self.client = Redis.from_url(url)\n\n    async def hit(self, key):\n        async with self.client.pipeline() as pipe:\n            pipe.incr(key)\n' }, 'cache', 'redis app/core/rate_limit.py:pipe.incr('],
      ['sessions that a store of Litestar keeps in a table', 'flask litestar advanced-alchemy', { 'app/server/core.py': 'from litestar.plugins import InitPluginProtocol\n\nstore = SQLAlchemyStore(config.alchemy, model=SessionStore, namespace="shop")\n' }, 'sessions', 'database app/server/core.py:SQLAlchemyStore(config.alchemy, model=Session'],
      ['a type of an application’s own', 'flask flask-caching redis', { 'app/setup.py': 'def configure(app):\n    if config.REDIS_CACHE_URL is not None:\n        app.config["CACHE_TYPE"] = "shop.cache.ShopRedisCache"\n    else:\n        app.config["CACHE_TYPE"] = "flask_caching.backends.nullcache.NullCache"\n' }, 'cache', 'redis app/setup.py:shop.cache.ShopRedisCache'],
      ['sessions that a factory keeps in Redis', 'flask redis', { 'app/sessions.py': 'import redis\n\nclass SessionFactory:\n    def __init__(self, url):\n        self.redis = redis.StrictRedis.from_url(url)\n' }, 'sessions', 'redis app/sessions.py:class SessionFactory:\n    def __init__(self, url):\n        self.redis = redis.StrictRedis.from_url('],
      ['sessions that a middleware of its own keeps in Redis', 'fastapi redis', { 'app/main.py': `${main}app.add_middleware(\n    RedisSessionMiddleware,\n    same_site="lax",\n)\n`, 'app/redis.py': 'import redis\n' }, 'sessions', 'redis app/main.py:add_middleware(\n    RedisSessionMiddleware'],
      ['a client that nothing uses', 'flask redis', {}, 'cache', undefined],
      ['Flask-Session by its type', 'flask flask-session', { 'config.py': 'class Config:\n    SESSION_TYPE = "redis"\n' }, 'sessions', 'redis config.py:redis'],
      ['Flask-Session on the disk', 'flask flask-session', { 'config.py': 'class Config:\n    SESSION_TYPE = "filesystem"\n' }, 'sessions', 'file config.py:filesystem'],
      ['the cookie of Flask', 'flask', { 'app/auth.py': 'from flask import (\n    redirect,\n    session,\n)\n' }, 'sessions', 'cookie app/auth.py:from flask import (\n    redirect,\n    session'],
      ['the table of who is logged in', 'flask sqlalchemy', { 'app/models/session.py': 'from sqlalchemy.orm import Mapped\n\nclass UserSession(Model):\n    __tablename__ = "user_sessions"\n' }, 'sessions', 'database app/models/session.py:__tablename__ = "user_sessions"'],
      ['a variable that is named like a signed cookie is none', 'flask', { 'app/auth.py': 'from flask import request\nsecure_cookie = request.scheme == "https"\n# sessions\n' }, 'sessions', undefined],
      ['the session of a database is none', 'flask', { 'app/db.py': 'from sqlalchemy.orm import Session\nsession = Session()\n' }, 'sessions', undefined],
    ];
    for (const [title, dependencies, files, need, expected] of cases) {
      it(title, async () => {
        assert.equal((await decided(dependencies, files, flask))[need], expected);
      });
    }
  });

  describe('jobs, timetables and streams', () => {
    const cases: readonly (readonly [string, string, Files, string, string | undefined])[] = [
      ['Celery on the broker of its application', 'fastapi celery', { 'app/worker.py': 'from celery import Celery\ncelery = Celery("app", broker="amqp://guest@mq//")\n' }, 'queue', 'rabbitmq (celery) app/worker.py:amqp://guest@mq//'],
      ['Celery on the broker of the environment', 'fastapi celery', { 'app/worker.py': 'import os\nfrom celery import Celery\ncelery = Celery("app")\ncelery.conf.broker_url = os.environ.get("CELERY_BROKER_URL", "redis://localhost")\n', '.env.production': 'CELERY_BROKER_URL=sqs://\n' }, 'queue', 'sqs (celery) .env.production:sqs://'],
      ['RQ', 'fastapi rq redis', { 'app/tasks.py': 'from rq import Queue\n' }, 'queue', 'redis (rq) app/tasks.py:from rq'],
      ['ARQ', 'fastapi arq', {}, 'queue', 'redis (arq) requirements.txt:arq'],
      ['SQS through the SDK', 'fastapi boto3', { 'app/queue.py': 'import boto3\nsqs = boto3.client("sqs")\n' }, 'queue', 'sqs (boto3) app/queue.py:client("sqs"'],
      ['a schedule of Celery', 'fastapi celery', { 'app/worker.py': 'from celery import Celery\ncelery = Celery("app", broker="redis://")\ncelery.conf.beat_schedule = {"a": {"task": "b"}}\n' }, 'scheduler', 'celery-beat (celery) app/worker.py:beat_schedule'],
      ['APScheduler', 'fastapi apscheduler', { 'app/scheduler.py': 'scheduler = AsyncIOScheduler()\n' }, 'scheduler', 'apscheduler app/scheduler.py:AsyncIOScheduler('],
      ['a loop of one’s own', 'fastapi schedule', { 'app/jobs.py': 'import schedule\n' }, 'scheduler', 'custom (schedule) app/jobs.py:import schedule'],
      ['Kafka where code produces', 'fastapi aiokafka', { 'app/kafka.py': 'producer = AIOKafkaProducer()\n' }, 'event-streaming', 'kafka app/kafka.py:AIOKafkaProducer('],
    ];
    for (const [title, dependencies, files, need, expected] of cases) {
      it(title, async () => {
        const found = (await decided(dependencies, files))[need];
        assert.equal(need === 'scheduler' && expected?.startsWith('celery-beat') === true ? found?.replace(/:.*$/s, ':beat_schedule') : found, expected);
      });
    }
  });

  it('takes the jobs of a Celery application that a function makes or a class extends', async () => {
    for (const code of ['import celery\n\ndef includeme(config):\n    config.registry["celery.app"] = celery.Celery("shop", broker_url=url)\n', 'from celery import Celery\n\nclass ShopCelery(Celery):\n    pass\n']) {
      const found = await decided('flask celery[redis]', { 'app/celery/core.py': code }, flask);
      assert.match(found['queue'] ?? '', /^redis \(celery\) /);
    }
    assert.equal((await decided('flask celery[redis]', {}, flask))['queue'], undefined);
  });

  it('takes the member of a class of kinds for what it names', async () => {
    const files = (provider: string): Files => ({ 'app/settings.py': pydantic(`    database_type: DatabaseType = DatabaseType.SQLITE\n    email_provider: EmailProvider = EmailProvider.${provider}\n`), 'app/mail.py': 'import smtplib\nfrom postmarker.core import PostmarkClient\n\nclient = PostmarkClient(server_token=token)\n' });
    const found = await decided('fastapi sqlalchemy aiosqlite asyncpg postmarker', files('POSTMARK'));
    assert.match(found['relational-database'] ?? '', /^sqlite app\/settings\.py:DatabaseType\.SQLITE/);
    assert.match(found['mail'] ?? '', /^postmark app\/settings\.py:EmailProvider\.POSTMARK/);
    assert.equal((await decided('fastapi postmarker', files('NULL')))['mail'], undefined);
  });

  it('sees no cache in what only keeps sessions', async () => {
    const found = await decided('flask redis', { 'app/sessions.py': 'import redis\n\nclass SessionFactory:\n    def __init__(self, url):\n        self.redis = redis.StrictRedis.from_url(url)\n\n    def read(self, key):\n        return self.redis.get(key)\n' }, flask);
    assert.match(found['sessions'] ?? '', /^redis /);
    assert.equal(found['cache'], undefined);
  });

  it('takes the server that is named after the broker for it', async () => {
    const workspace = await readWorkspace({ 'requirements.txt': 'flask\ncelery[redis]\n', ...flask, 'app/tasks.py': 'from celery import Celery\napp = Celery("shop")\n', 'docker-compose.yml': 'services:\n  web:\n    build: .\n  redis_activity:\n    image: redis:7\n  redis_broker:\n    image: redis:7.2\n' });
    const queue = workspace.needs.find(({ id }) => id === 'queue');
    assert.ok(queue !== undefined && workspace.proof(queue).includes('docker-compose.yml:redis:7.2'), JSON.stringify(queue && workspace.proof(queue)));
  });

  it('takes text messages through SNS, and no topic, for a need', async () => {
    const code = (target: string): string => `import boto3\n\nclient = boto3.client(\n    "sns",\n)\n\ndef send(to, text):\n    client.publish(${target}, Message=text)\n`;
    assert.match((await decided('flask boto3', { 'app/clients/sms.py': code('PhoneNumber=to') }, flask))['sms-push'] ?? '', /^sns /);
    assert.equal((await decided('flask boto3', { 'app/clients/sms.py': code('TopicArn=to') }, flask))['sms-push'], undefined);
  });

  it('reads settings from the structure that holds the defaults', async () => {
    const found = await decided('flask', { 'app/config.py': "DEFAULTS = {\n    'EMAIL_BACKEND': 'shop.mail.backends.smtp.EmailBackend',\n    'NAME': 'shop',\n}\n" }, flask);
    assert.equal(found['mail'], "smtp app/config.py:shop.mail.backends.smtp.EmailBackend");
  });

  it('takes a search that code opens only where no setting is left without a value', async () => {
    const code = { 'app/search.py': 'import opensearchpy\n\nclient = opensearchpy.OpenSearch(hosts=[url])\n' };
    assert.equal((await decided('flask opensearch-py', code, flask))['search'], 'opensearch app/search.py:OpenSearch(');
    assert.equal((await decided('flask opensearch-py', { ...code, 'app/config.py': 'import os\n\nclass Config:\n    OPENSEARCH_URL = os.environ.get("OPENSEARCH_URL")\n' }, flask))['search'], undefined);
    assert.equal((await decided('flask', code, flask))['search'], undefined);
  });

  describe('delivery', () => {
    const cases: readonly (readonly [string, string, Files, string, string | undefined])[] = [
      ['a queue of the application’s own in its process', 'fastapi', { 'app/custom_queue.py': 'import queue\n\nclass JobQueue(queue.PriorityQueue):\n    pass\n' }, 'queue', 'memory app/custom_queue.py:class JobQueue(queue.PriorityQueue):'],
      ['a queue that is imported in two ways', 'fastapi', { 'app/worker.py': 'try:\n    import queue\nexcept ImportError:\n    import Queue as queue\n\nclass TaskQueue(queue.Queue):\n    pass\n' }, 'queue', 'memory app/worker.py:class TaskQueue(queue.Queue):'],
      ['a queue that a thread works off', 'fastapi', { 'app/jobs.py': 'import queue, threading\njobs = queue.Queue()\nthreading.Thread(target=run_worker, daemon=True).start()\n' }, 'queue', 'memory app/jobs.py:queue.Queue('],
      ['a queue that one answer is put together in is none', 'fastapi', { 'app/archive.py': 'import queue, threading\nchunks = queue.Queue(maxsize=8)\nthreading.Thread(target=build_zip).start()\n' }, 'queue', undefined],
      ['a WebSocket route', 'fastapi', { 'app/api/chat.py': '@router.websocket("/ws")\nasync def chat(): ...\n' }, 'realtime', 'ws app/api/chat.py:@router.websocket('],
      ['Socket.IO', 'fastapi python-socketio', { 'app/sockets.py': 'sio = socketio.AsyncServer()\n' }, 'realtime', 'socket.io app/sockets.py:socketio.AsyncServer('],
      ['a stream of events', 'fastapi', { 'app/events.py': 'return Response(gen(), mimetype="text/event-stream")\n' }, 'realtime', 'sse app/events.py:mimetype="text/event-stream'],
      ['asking for a stream of events is none', 'fastapi', { 'app/events.py': 'if request.accept_mimetypes.best == "text/event-stream": pass\n' }, 'realtime', undefined],
      ['uploads on the disk', 'fastapi python-multipart', { 'app/api/files.py': 'async def put(file: UploadFile):\n    with open(path, "wb") as out:\n        shutil.copyfileobj(file.file, out)\n' }, 'file-storage', 'local app/api/files.py:open(path, "wb"'],
      ['bytes that are written below a folder that is configured', 'fastapi', { 'app/storage.py': 'class Shot:\n    def save(self, data):\n        target = os.path.join(self.data_dir, "shot.png")\n        with open(target, "wb") as out:\n            out.write(data)\n' }, 'file-storage', 'local app/storage.py:self.data_dir'],
      ['bytes that are written to a folder that passes are none', 'fastapi', { 'app/storage.py': 'def save(data):\n    target = os.path.join(settings.CACHE_DIR, "shot.png")\n    with open(target, "wb") as out:\n        out.write(data)\n' }, 'file-storage', undefined],
      ['an upload that is only read is none', 'fastapi python-multipart', { 'app/api/files.py': 'async def put(file: UploadFile):\n    return parse(await file.read())\n' }, 'file-storage', undefined],
      ['a store that a setting names', 'fastapi boto3', { 'app/config.py': 'import os\nSTORAGE_TYPE = os.getenv("STORAGE_TYPE", "local")\nS3 = boto3.client("s3")\n', '.env.production': 'STORAGE_TYPE=s3\n' }, 'file-storage', 's3 .env.production:s3'],
      ['a folder of logs is none', 'fastapi python-multipart', { 'app/config.py': 'LOG_FILE_ROOT = "/var/log/app"\n', 'app/api/files.py': 'async def put(file: UploadFile):\n    return await file.read()\n' }, 'file-storage', undefined],
      ['a library over many stores', 'fastapi', { 'app/config.py': 'import os\nSTORAGE_TYPE = os.getenv("STORAGE_TYPE", "opendal")\n', 'app/api/files.py': 'async def put(file: UploadFile): ...\n' }, 'file-storage', 'local app/config.py:opendal'],
      ['S3 through the SDK', 'fastapi boto3', { 'app/storage.py': 's3 = boto3.client("s3")\n' }, 'file-storage', 's3 app/storage.py:client("s3"'],
      ['Flask-Mail', 'fastapi flask-mail', { 'app/extensions.py': 'from flask_mail import Mail\n' }, 'mail', 'smtp app/extensions.py:from flask_mail'],
      ['a hosted service', 'fastapi resend', { 'app/mail.py': 'resend.Emails.send(params)\n' }, 'mail', 'resend app/mail.py:resend.Emails.send'],
      ['SES through the SDK', 'fastapi boto3', { 'app/mail.py': 'ses = boto3.client("ses")\n' }, 'mail', 'ses app/mail.py:client("ses"'],
      ['a front end in the image', 'fastapi', { Dockerfile: 'FROM node:22 AS web\nRUN npm run build\nFROM python:3.12\nCMD ["uvicorn", "app.main:app"]\n' }, 'static-assets', 'bundled Dockerfile:npm run build'],
      ['search that is named', 'fastapi elasticsearch', { 'app/config.py': 'ELASTICSEARCH_URL = "http://search:9200"\n' }, 'search', 'elasticsearch app/config.py:http://search:9200'],
      ['search that is off', 'fastapi elasticsearch', { 'app/config.py': 'import os\nELASTICSEARCH_URL = os.environ.get("ELASTICSEARCH_URL")\n' }, 'search', undefined],
      ['metrics that are exposed', 'fastapi prometheus-client', { 'app/metrics.py': 'data = generate_latest()\n' }, 'monitoring', 'prometheus app/metrics.py:generate_latest('],
      ['a file of logs', 'fastapi', { 'app/logger.py': 'handler = RotatingFileHandler("app.log")\n' }, 'monitoring', 'log-file app/logger.py:RotatingFileHandler('],
      ['a file of Loguru’s', 'fastapi loguru', { 'app/log.py': 'logger.add("logs/app.log", rotation="1 day")\n' }, 'monitoring', 'log-file app/log.py:logger.add("logs/app.log'],
      ['Loguru on the console is none', 'fastapi loguru', { 'app/log.py': 'logger.add(sys.stderr, level="INFO")\n' }, 'monitoring', undefined],
      ['the SDK of an error tracker', 'fastapi sentry-sdk', {}, 'monitoring', 'sentry requirements.txt:sentry-sdk'],
      ['a secret of pydantic is no manager of secrets', 'fastapi boto3', { 'app/config.py': pydantic('    SECRET_KEY: str\n'), 'app/security.py': 'settings.SECRET_KEY.get_secret_value()\n' }, 'secrets', 'env app/config.py:SECRET_KEY'],
      ['an address of a database that only the environment tells', 'fastapi sqlalchemy', { 'app/db.py': 'import os\nENGINE = os.environ.get("SHOP_DATABASE_URL")\nengine = create_engine(ENGINE)\n' }, 'secrets', 'env app/db.py:SHOP_DATABASE_URL'],
      ['an address of a database with a file for a default is no secret', 'fastapi sqlalchemy', { 'app/db.py': 'import os\nENGINE = os.environ.get("SHOP_DATABASE_URL", "sqlite:///shop.db")\nengine = create_engine(ENGINE)\n' }, 'secrets', undefined],
      ['a manager of secrets', 'fastapi boto3', { 'app/secrets.py': 'client = session.client("secretsmanager")\n' }, 'secrets', 'secretsmanager app/secrets.py:("secretsmanager"'],
      ['Lambda by its adapter', 'fastapi mangum', {}, 'compute', 'serverless (mangum) requirements.txt:mangum'],
      ['a server of one’s own', 'fastapi uvicorn', {}, 'compute', 'python requirements.txt:uvicorn'],
    ];
    for (const [title, dependencies, files, need, expected] of cases) {
      it(title, async () => {
        assert.equal((await decided(dependencies, files))[need], expected);
      });
    }
  });

  it('survives code that is being typed', async () => {
    const code = pydantic('    DATABASE_URL: PostgresDsn = Field(..., env="DB")\n');
    for (let length = 0; length < code.length; length += 17) await decided('fastapi sqlalchemy', { 'app/config.py': code.slice(0, length) });
  });
});
