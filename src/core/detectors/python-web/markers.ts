import type { Fact, SourceDocument } from '../../model';
import { Blocks } from '../python/conditions';
import { stageOfClass } from '../python/fields';
import { extractMarkers, findMarkers, markerIndex, type Marker } from '../python/markers';

function kinds(name: string, technologies: Readonly<Record<string, RegExp>>): readonly Marker[] {
  return Object.entries(technologies).map(([value, match]) => ({ name, match, value }));
}

/** Uses that show in the code of Flask, FastAPI and their like, each by one linear expression. */
export const webMarkers: readonly Marker[] = [
  ...kinds('python.db.client', {
    postgresql: /\b(?:asyncpg|psycopg2?|psycopg_pool|aiopg)\.(?:connect|create_pool|AsyncConnection|Connection|ConnectionPool|AsyncConnectionPool)\b|\b(?:Async)?ConnectionPool\s*\(\s*(?:conninfo|[\w.]*(?:dsn|url))|\b(?:Pooled)?(?:Postgresql|PostgresqlExt)Database\s*\(|\.bind\(\s*(?:provider\s*=\s*)?["']postgres["']/i,
    mysql: /\b(?:aiomysql|pymysql|MySQLdb|mysql\.connector)\.(?:connect|create_pool)\b|\b(?:Pooled)?MySQLDatabase\s*\(|\bMySQL\s*\(\s*(?:app\s*)?\)|\.bind\(\s*(?:provider\s*=\s*)?["']mysql["']/,
    sqlite: /\b(?:sqlite3|aiosqlite)\.connect\s*\(|\bSqlite(?:Ext|Queue)?Database\s*\(|\.bind\(\s*(?:provider\s*=\s*)?["']sqlite["']/,
    sqlserver: /\bpymssql\.connect\s*\(|\bpyodbc\.connect\s*\(/,
    oracle: /\b(?:oracledb|cx_Oracle)\.(?:connect|create_pool|SessionPool)\b/,
  }),
  ...kinds('python.document', {
    mongodb: /\b(?:AsyncIOMotorClient|MongoClient|AsyncMongoClient|init_beanie|AIOEngine|MongoEngine|PyMongo)\s*\(|\bmongoengine\.connect\s*\(|\bconnect\s*\(\s*host\s*=[^)\n]*(?:MONGO|mongo)/,
    dynamodb: /\b(?:client|resource)\s*\(\s*(?:service_name\s*=\s*)?["']dynamodb["']|\bfrom pynamodb\b/,
    firestore: /\bfirestore\.(?:Async)?[Cc]lient\s*\(/,
    couchdb: /\bcouchdb\.Server\s*\(/,
  }),
  ...kinds('python.cache', {
    redis: /\bRedisBackend\s*\(|\bCache\.REDIS\b|\bRedisCache\s*\(|\bclass \w+\((?:\w+\.)*RedisCache\)|\bcache[\w.]*\s*(?::[^=\n]+)?=\s*(?:await\s+)?(?:redis|aioredis|Redis|StrictRedis|FlaskRedis)\b|\bcache\.(?:setup|configure)\(\s*["']redis|["']dogpile\.cache\.redis["']|\b(?:self\.|\w+\.)?_?(?:redis|rdb|redis_client|redis_connection|redis_conn|redis_cache|redis_store|cache_client|r_client)(?:\(\))?\.(?:setex|psetex|set|get|mget|hset|hget|hgetall|incr)\s*\(|\bpipe(?:line)?\.(?:incr|zadd|setex|zremrangebyscore)\s*\(/,
    memcached: /\bMemcachedBackend\s*\(|\bCache\.MEMCACHED\b|\b(?:pymemcache|pylibmc|bmemcached|memcache)\.(?:[\w.]*\.)?(?:Client|HashClient|PooledClient)\s*\(|\baiomcache\.Client\s*\(/,
    memory: /\bInMemoryBackend\s*\(|\bCache\.MEMORY\b|\bcache\.setup\(\s*["']mem:/,
  }),
  ...kinds('python.session.store', {
    redis: /\bRedisSessionInterface\s*\(|\b(?:class\s+|add_middleware\(\s*)\w{0,20}(?:Redis|Valkey)\w{0,20}Session(?:Middleware|Interface|Store|Storage|Backend)\b|\bRedisStore\s*\(|\bRedisStrategy\s*\(|\bRedisSessionStore\b|\bRedisStorage\s*\(\s*redis|\bclass \w*Session\w*\b[^\n]*:[ \t]*\n[\s\S]{0,1500}?\b(?:redis|aioredis|valkey)\.(?:\w+\.)?(?:Strict)?(?:Redis|Valkey)(?:\.from_url)?\s*\(/,
    database: /\bDatabaseStrategy\s*\(|\bSqlAlchemySessionInterface\s*\(|\bSQLAlchemyStore\s*\([^)\n]*[Ss]ession|\b__tablename__\s*(?::\s*str\s*)?=\s*["'](?:user|auth|login)_sessions?["']/,
    cookie: /\bfrom (?:starlette|fastapi)\.middleware\.sessions\b|\bfrom flask import(?:\s*\([^)]*|[^\n(]*)\bsession\b|\bflask_login\b|\bflask\.session\b|\b(?:get|set)_(?:secure|signed)_cookie\b|\bEncryptedCookieStorage\s*\(|\bCookieBackend\b|\bfrom quart import(?:\s*\([^)]*|[^\n(]*)\bsession\b/,
  }),
  { name: 'python.session.custom', match: /\bclass \w+\([\w.]*SessionInterface\)/ },
  { name: 'python.session.cached', match: /\bclass \w+\([\w.]*SessionInterface\)[\s\S]{0,6000}?(?:\bcache\.(?:get|set)\b|= *\w*_cache\()/ },
  { name: 'python.celery.app', match: /(?<!class )\b(?:celery\.)?Celery\s*\(|\bclass \w+\((?:\w+\.)?Celery\)/ },
  ...kinds('python.search', {
    opensearch: /\b(?:Async)?OpenSearch\s*\(/,
    elasticsearch: /\b(?:Async)?Elasticsearch\s*\(/,
    meilisearch: /\bmeilisearch(?:_python_sdk)?\.(?:Async)?Client\s*\(/,
    typesense: /\btypesense\.Client\s*\(/,
    algolia: /\bSearchClient(?:Sync)?(?:\.create)?\s*\(/,
  }),
  ...kinds('python.stream', {
    kafka: /\b(?:AIOKafkaProducer|AIOKafkaConsumer|KafkaProducer|KafkaConsumer|KafkaBroker|KafkaRouter|SerializingProducer|DeserializingConsumer)\s*\(|\bconfluent_kafka\b|\bfaust\.App\s*\(/,
    kinesis: /\b(?:client|resource)\s*\(\s*(?:service_name\s*=\s*)?["'](?:kinesis|firehose)["']/,
    pulsar: /\bpulsar\.Client\s*\(/,
  }),
  ...kinds('python.broker', {
    rabbitmq: /\bpika\.(?:BlockingConnection|URLParameters|ConnectionParameters|SelectConnection)\b|\baio_pika\.connect(?:_robust)?\b|\bconnect_robust\s*\(|\bRabbit(?:Broker|Router|mqBroker)\s*\(|\bAioPikaBroker\s*\(|\bkombu\.Connection\s*\(/,
    sqs: /\b(?:client|resource|create_client)\s*\(\s*(?:service_name\s*=\s*)?["']sqs["']|\bSQSBroker\s*\(/,
    redis: /\bRedis(?:Broker|Router)\s*\(|\b(?:List|PubSub|RedisStream|RedisAsync)\w*QueueBroker\s*\(|\bListQueueBroker\s*\(/,
    nats: /\bnats\.connect\s*\(|\bNats(?:Broker|Router)\s*\(/,
  }),
  ...kinds('python.scheduler', {
    apscheduler: /\b[A-Za-z]{0,20}(?:Background|Blocking|AsyncIO|Gevent|Tornado|Async)Scheduler\s*\(|\bAPScheduler\s*\(/,
    custom: /@repeat_(?:every|at)\s*\(|@aiocron\.crontab\b|\baiocron\.crontab\s*\(|\bRocketry\s*\(|@(?:\w+\.)?add\(\s*every\b|^import schedule[ \t]*$|\bfrom schedule import\b/m,
    'taskiq-scheduler': /\bTaskiqScheduler\s*\(/,
    periodiq: /\bPeriodiqMiddleware\s*\(/,
    procrastinate: /@\w+\.periodic\(\s*cron\b/,
    saq: /\bCronJob\s*\(/,
  }),
  ...kinds('python.mail', {
    smtp: /\bFastMail\s*\(|\bsmtplib\.SMTP(?:_SSL)?\b|\baiosmtplib\.(?:send|SMTP)\b|\bfrom flask_mail(?:man)?\b|\bfrom quart_mail\b|\bfrom litestar_email\b|\bfrom redmail\b|\bEmailSender\s*\(\s*host|\bemails\.(?:message\.)?(?:Message|html)\s*\(/,
    ses: /\b(?:client|create_client)\s*\(\s*(?:service_name\s*=\s*)?["']sesv?2?["']/,
    sendgrid: /\bSendGridAPIClient\s*\(/,
    mailgun: /\bapi\.mailgun\.net\b/,
    postmark: /\bPostmarkClient\s*\(|\bapi\.postmarkapp\.com\b/,
    resend: /\bresend\.Emails\.send\b|\bapi\.resend\.com\b/,
    brevo: /\bTransactionalEmailsApi\s*\(/,
    mailjet: /\bmailjet_rest\b/,
  }),
  ...kinds('python.files', {
    s3: /\b(?:client|resource|create_client|session\.client)\s*\((?:\s*#[^\n]*\n)?\s*(?:service_name\s*=\s*)?["']s3["']|\bs3fs\.S3FileSystem\s*\(|\bS3Path\s*\(|\bS3Storage\s*\(/,
    minio: /\bMinio\s*\(/,
    gcs: /\bstorage\.Client\s*\(/,
    azure: /\bBlobServiceClient\b/,
    cloudinary: /\bcloudinary\.uploader\b/,
  }),
  { name: 'python.sms.sns', match: /\(\s*["']sns["'][\s\S]{0,6000}?\bPhoneNumber\s*=/ },
  { name: 'python.upload', match: /\bUploadFile\b|\brequest\.files\b|\bFileStorage\b|\bUploadSet\s*\(|\bmultipart\(\)|:\s*bytes\s*=\s*File\(/ },
  { name: 'python.upload.kept', match: /\bshutil\.(?:copyfileobj|move)\s*\(|\.save\s*\(\s*(?:os\.path|str\(|\w*(?:path|dst|dest|file))|\bsecure_filename\s*\(|\baiofiles\.open\s*\(|\bopen\s*\([^)\n]*["'][wa]b\+?["']|\.write_bytes\s*\(/ },
  { name: 'python.websocket.route', match: /@\w+(?:\.\w+)?\.websocket(?:_route)?\s*\(|@websocket\s*\(|\bWebSocketEndpoint\b|\bWebSocketRoute\s*\(|\badd_(?:api_)?websocket_route\s*\(|\bWebSocketHandler\b|\bweb\.WebSocketResponse\s*\(|\bSock\s*\(|@websocket_listener\b|^from [\w.]{1,80} import [^\n]{0,120}\bWebSocketTransport\b/m },
  { name: 'python.socketio.server', match: /\bSocketIO\s*\(|\bsocketio\.(?:Async)?(?:Server|ASGIApp)\s*\(|\bAsyncServer\s*\(|\bSocketManager\s*\(/ },
  { name: 'python.log-file.configured', match: /["'](?:class|\(\))["']\s*:\s*["'](?:logging\.)?(?:handlers\.)?\w*FileHandler["']|\b\w{0,20}logger\.add\s*\(\s*(?:sink\s*=\s*)?(?:f?["'][^"'\n]*\.(?:log|txt|json)|(?:\w+\.)?\w*(?:log|LOG)\w*(?:path|file|dir|PATH|FILE|DIR)\w*|os\.path\.join\(|Path\()/ },
  { name: 'python.prometheus', match: /\bstart_http_server\s*\(|\bgenerate_latest\s*\(|\bmake_(?:asgi|wsgi)_app\s*\(|\bInstrumentator\s*\(|\bPrometheusMiddleware\b|\bPrometheusMetrics\s*\(|\bGunicornPrometheusMetrics\b/ },
  { name: 'python.opentelemetry', match: /\bTracerProvider\s*\(|\b(?:FastAPI|Flask|ASGI|AioHttp\w*|Starlette)Instrumentor\b|\bset_tracer_provider\s*\(/ },
  { name: 'python.static.mount', match: /\bStaticFiles\s*\(|\bStaticFilesConfig\s*\(|\bsend_from_directory\s*\(|\bstatic_folder\s*=|\bstatic_folder["']\s*:|\bcreate_static_files_router\s*\(/ },
];

const index = markerIndex(webMarkers);

/** Addresses of databases in code: `create_engine("postgresql://…")`, `f"mysql+pymysql://…"`, `URL.create("sqlite")`. */
const address = /(?:["']|[`])((?:postgres(?:ql)?|mysql|mariadb|sqlite|mssql|oracle|cockroachdb|mongodb)(?:\+\w+)?):\/\/|\b(?:scheme|drivername)\s*=\s*["']((?:postgres(?:ql)?|mysql|mariadb|sqlite|mssql|oracle|cockroachdb)(?:\+\w+)?)["']|\bURL\.create\(\s*["']([a-z]+(?:\+\w+)?)["']/g;

export function extractWebMarkers(document: SourceDocument): readonly Fact[] {
  return [...extractMarkers(document).facts, ...findMarkers(document, index), ...addresses(document)];
}

const mentions = /(?:sql|postgres|sqlite|oracle|cockroachdb|mariadb|mongodb)[\w+]*:\/\/|scheme\s*=\s*["']|drivername|URL\.create/;

/** Comparisons and replacements of schemes name what is not in use. */
// eslint-disable-next-line regexp/no-super-linear-move -- at most 400 characters
const comparison = /(?:startswith|replace|endswith|split|removeprefix|\bsub|\bmatch|[!=]=|\bin\b)(?:\s*\()?[^()\n]*$/;

function addresses({ path, text }: SourceDocument): readonly Fact[] {
  if (!mentions.test(text)) return [];
  const facts: Fact[] = [];
  let blocks: Blocks | null = null;
  for (const match of text.matchAll(address)) {
    const scheme = match[1] ?? match[2] ?? match[3] ?? '';
    // What stands far to the left on a line of minified text decides nothing.
    const line = text.slice(Math.max(text.lastIndexOf('\n', match.index) + 1, match.index - 400), match.index);
    const rest = text.slice(match.index, match.index + 300).split('\n')[0] ?? '';
    // eslint-disable-next-line regexp/no-super-linear-move -- at most 400 characters
    if (/#|^\s*["']{3}/.test(line) || comparison.test(line) || /^["'][a-z+0-9]+:\/\/["']\s*[,)]/.test(rest) && /\([^)]*$/.test(line)) continue;
    const start = match.index + match[0].indexOf(scheme);
    blocks ??= new Blocks(text);
    const stage = blocks.classesAt(start).map(stageOfClass).find((found) => found !== undefined) ?? 'default';
    if (blocks.conditionsAt(start)?.some(({ text: condition, negated }) => !negated && /\bTEST|test(?:ing|s)?\b/i.test(condition)) === true) continue;
    facts.push({ kind: 'code', name: 'python.db.address', value: { kind: 'literal', text: `${scheme}://` }, at: { path, range: { start, end: start + scheme.length } }, stage, origin: 'python-code' });
    if (facts.length >= 12) break;
  }
  return facts;
}
