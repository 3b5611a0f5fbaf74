import { strict as assert } from 'node:assert';
import type { NeedId } from '../../../../src/core/model';
import { readWorkspace, type Files } from '../../support/workspace';

interface Decided {
  readonly technology: string;
  readonly library: string | null;
  readonly supported: readonly string[];
  /** `path:text` of the deciding line. */
  readonly proof: string | undefined;
}

/** The needs of one kind of a server with these packages and files. */
async function needs(packages: readonly string[], files: Files, id: NeedId): Promise<readonly Decided[]> {
  const manifest = JSON.stringify({ name: 'shop', private: true, scripts: { start: 'node server.js' }, dependencies: Object.fromEntries(['express', ...packages].map((name) => [name, '^1.0.0'])) }, null, 1);
  const workspace = await readWorkspace({ 'package.json': manifest, ...files });
  return workspace.needs.filter((need) => need.id === id).map((need) => ({ technology: need.technology, library: need.library, supported: need.supported, proof: workspace.proof(need)[0] }));
}

/** `technology <- path:text`, or nothing. */
async function line(packages: readonly string[], files: Files, id: NeedId): Promise<string | null> {
  const [need] = await needs(packages, files, id);
  return need === undefined ? null : `${need.technology} <- ${need.proof ?? ''}`;
}

type Case = readonly [name: string, packages: readonly string[], files: Files, expected: string | null];

function check(id: NeedId, cases: readonly Case[]): void {
  describe(id, () => {
    for (const [name, packages, files, expected] of cases) {
      it(name, async () => {
        assert.equal(await line(packages, files, id), expected);
      });
    }
  });
}

const compose = (services: string): string => `services:\n${services}`;

describe('Node: needs', () => {
  check('relational-database', [
    ['Prisma', ['@prisma/client', 'pg'], { 'prisma/schema.prisma': 'datasource db {\n  provider = "mysql"\n  url = env("DATABASE_URL")\n}' }, 'mysql <- prisma/schema.prisma:mysql'],
    ['not what a comment says', ['@prisma/client'], { 'prisma/schema.prisma': 'datasource db {\n  // provider = "mysql"\n  provider = "sqlite"\n}' }, 'sqlite <- prisma/schema.prisma:sqlite'],
    ['the engine that the environment chooses', ['typeorm', 'pg', 'mysql2'], { 'src/data-source.ts': "new DataSource({ type: process.env.DATABASE_TYPE || 'mysql' })", '.env': 'DATABASE_TYPE=postgres' }, 'postgresql <- .env:postgres'],
    ['the fall-back of code', ['typeorm', 'pg', 'mysql2'], { 'src/data-source.ts': "new DataSource({ type: process.env.DATABASE_TYPE || 'mysql' })" }, 'mysql <- src/data-source.ts:mysql'],
    ['the production section of knex', ['knex', 'sqlite3', 'pg'], { 'knexfile.js': "module.exports = { development: { client: 'sqlite3' }, production: { client: 'pg' } }" }, 'postgresql <- knexfile.js:pg'],
    ['the production section of Sequelize', ['sequelize', 'mysql2', 'sqlite3'], { 'config/config.json': '{ "development": { "dialect": "sqlite" }, "production": { "dialect": "mysql" } }' }, 'mysql <- config/config.json:mysql'],
    ['a sample of ormconfig', ['typeorm', 'mysql'], { 'ormconfig.json.example': '{ "type": "mysql" }' }, 'mysql <- ormconfig.json.example:mysql'],
    ['Drizzle', ['drizzle-orm', 'postgres'], { 'drizzle.config.ts': "export default defineConfig({ dialect: 'postgresql' })" }, 'postgresql <- drizzle.config.ts:postgresql'],
    ['the scheme of an address', ['pg'], { '.env.example': 'DATABASE_URL=postgres://u:p@db/x' }, 'postgresql <- .env.example:postgres://u:p@db/x'],
    ['production before the sample', ['pg', 'mysql2'], { '.env.production': 'DATABASE_URL=mysql://u:p@db/x', '.env.example': 'DATABASE_URL=postgres://u:p@db/x' }, 'mysql <- .env.production:mysql://u:p@db/x'],
    ['a sample before a developer’s file', ['pg', 'mysql2'], { '.env.development': 'DATABASE_URL=mysql://u:p@db/x', '.env.example': 'DATABASE_URL=postgres://u:p@db/x' }, 'postgresql <- .env.example:postgres://u:p@db/x'],
    ['not an address that no driver speaks to', ['mysql2'], { '.env': 'LEGACY_DATABASE_URL=postgres://u:p@db/x' }, 'mysql <- package.json:mysql2'],
    ['the file, of several drivers of what users watch', ['knex', 'pg', 'mssql', 'oracledb', 'sqlite3'], { 'server/database.js': "const file = 'x'; knex({ client: Dialect }); require('knex/lib/dialects/sqlite3')" }, 'sqlite <- package.json:sqlite3'],
    ['the engine that is a part of the runtime', [], { 'src/sqlite.ts': "import { DatabaseSync } from 'node:sqlite'" }, "sqlite <- src/sqlite.ts:from 'node:sqlite'"],
    ['not that one beside a driver', ['pg'], { 'src/sqlite.ts': "import { DatabaseSync } from 'node:sqlite'" }, 'postgresql <- package.json:pg'],
    ['nothing without a driver', [], { '.env': 'DATABASE_URL=postgres://u:p@db/x' }, null],
    ['what compose sets for another image is not the application’s', ['pg'], { 'docker-compose.yml': compose('  shop:\n    image: acme/shop\n    restart: always\n    environment:\n      DATABASE_URL: postgres://u:p@db/x\n  metrics:\n    image: acme/cube\n    restart: always\n    environment:\n      DB_TYPE: mysql\n') }, 'postgresql <- docker-compose.yml:postgres://u:p@db/x'],
  ]);

  check('document-database', [
    ['Mongoose and its address', ['mongoose'], { '.env.example': 'MONGODB_URL=mongodb://127.0.0.1/x' }, 'mongodb <- .env.example:mongodb://127.0.0.1/x'],
    ['Mongoose alone', ['mongoose'], {}, 'mongodb <- package.json:mongoose'],
    ['not the client of a user’s database', ['mongodb', 'pg'], { '.env': 'DATABASE_URL=postgres://u:p@db/x' }, null],
    ['not where the variable chose another engine', ['mongoose', 'typeorm', 'pg'], { 'src/database/mongo.ts': "MongooseModule.forRoot()", '.env': 'DATABASE_TYPE=postgres' }, null],
  ]);

  check('queue', [
    ['BullMQ in use, with its Redis', ['bullmq'], { 'src/queue.ts': "import { Queue } from 'bullmq';\nnew Queue('mail')", '.env': 'REDIS_URL=redis://cache:6379' }, 'redis <- .env:redis://cache:6379'],
    ['not BullMQ that is only installed', ['bullmq'], {}, null],
    ['the provider that a variable chooses', ['bullmq', 'inngest'], { '.env': 'JOBS_PROVIDER=inngest', 'src/queue.ts': "import { Queue } from 'bullmq'" }, 'inngest <- .env:inngest'],
    ['jobs that a table keeps', ['bullmq', '@prisma/client'], { '.env': 'JOBS_PROVIDER=local', 'prisma/schema.prisma': 'model BackgroundJob {\n id Int\n}' }, 'database <- .env:local'],
    ['pg-boss', ['pg-boss', 'pg'], {}, 'database <- package.json:pg-boss'],
    ['RabbitMQ with its address', ['amqplib'], { '.env': 'RABBITMQ_URL=amqp://mq' }, 'rabbitmq <- .env:amqp://mq'],
    ['SQS in use', ['@aws-sdk/client-sqs'], { 'src/sqs.ts': 'new SQSClient({})' }, 'sqs <- package.json:@aws-sdk/client-sqs'],
  ]);

  check('event-streaming', [
    ['Kafka with brokers', ['kafkajs'], { '.env': 'KAFKA_BROKERS=b:9092' }, 'kafka <- .env:b:9092'],
    ['not Kafka whose brokers no file names', ['kafkajs'], { '.env.example': 'PORT=3000', 'src/kafka.ts': 'new Kafka({ brokers: process.env.KAFKA_BROKERS })' }, null],
    ['Kafka that code asks for, where no file says what is set', ['kafkajs'], { 'src/kafka.ts': 'new Kafka({ brokers: process.env.KAFKA_BROKERS })' }, 'kafka <- src/kafka.ts:KAFKA_BROKERS'],
  ]);

  check('cache', [
    ['a client with its address', ['ioredis'], { '.env': 'REDIS_HOST=cache' }, 'redis <- .env:cache'],
    ['not a client whose address nobody sets', ['redis'], { '.env.example': 'REDIS_URL=' }, null],
    ['an address that code demands, where no file says what is set', ['ioredis'], { 'src/redis.ts': "new Redis(config.getOrThrow('REDIS_CACHE_URL'))" }, 'redis <- src/redis.ts:REDIS_CACHE_URL'],
    ['a variable of a schema', ['redis'], { 'src/config/env.ts': 'export const env = z.object({\n  REDIS_URL: z.string().url(),\n})' }, 'redis <- src/config/env.ts:REDIS_URL'],
    ['not a variable of a schema that may be absent', ['redis'], { 'src/config/env.ts': 'export const env = z.object({\n  REDIS_URL: z.string().optional(),\n})' }, null],
    ['not an address that code does without', ['redis'], { 'src/redis.ts': 'if (process.env.REDIS_URL) connect(process.env.REDIS_URL)' }, null],
    ['an address without which it stops', ['redis'], { 'src/redis.ts': "if (!process.env.REDIS_URL) { throw new Error('no Redis') }" }, 'redis <- src/redis.ts:REDIS_URL'],
    ['not what only tests ask for', ['redis'], { 'src/redis.test.ts': 'new Redis(process.env.REDIS_URL)' }, null],
    ['not an address that the sample leaves out', ['ioredis'], { '.env.example': 'PORT=1', 'src/redis.ts': 'new Redis(process.env.REDIS_URL)' }, null],
    ['not the Redis of a queue', ['ioredis', 'bullmq'], { '.env': 'REDIS_URL=redis://r', 'src/queue.ts': "import { Queue } from 'bullmq'" }, null],
    ['not a key that nothing reads', [], { '.env': 'REDIS_URL=redis://r' }, null],
    ['in the process, where a server is only offered', ['cache-manager', 'redis'], { '.env.example': 'REDIS_URL=', 'src/cache.ts': "cache = process.env.REDIS_URL ? caching(redisStore, {}) : caching('memory', {})" }, "memory <- src/cache.ts:caching('memory'"],
    ['in the process', ['@nestjs/cache-manager'], { 'src/app.module.ts': 'CacheModule.register()' }, 'memory <- src/app.module.ts:CacheModule.register'],
  ]);

  check('sessions', [
    ['not a store that nothing has an address for, beside another', ['express-session', 'connect-redis', 'connect-pg-simple'], { '.env.example': 'PORT=1' }, 'database <- package.json:connect-pg-simple'],
    ['a store with its address, beside another', ['express-session', 'connect-redis', 'connect-pg-simple'], { '.env.example': 'REDIS_URL=redis://r' }, 'redis <- package.json:connect-redis'],
    ['a store', ['express-session', 'connect-redis'], {}, 'redis <- package.json:connect-redis'],
    ['the memory of one process', ['express-session'], { 'server.js': "app.use(session({ secret: 'x' }))" }, 'memory <- server.js:session({'],
    ['the memory beside a store of something else', ['express-session'], { 'server.js': "app.use(session({ secret: 'x' }))", 'src/cache.js': 'const cache = { store: redis }' }, 'memory <- server.js:session({'],
    ['a store that is handed in is not told', ['express-session'], { 'server.js': "app.use(session({ secret: 'x', store }))", 'src/session.js': 'export const store = new OwnStore()' }, null],
    ['a store of one’s own is not told', ['express-session'], { 'server.js': 'app.use(session({ store: new OwnStore() }))' }, null],
    ['an adapter', ['next-auth', '@auth/prisma-adapter'], {}, 'database <- package.json:next-auth'],
    ['tokens in spite of an adapter', ['next-auth', '@auth/prisma-adapter'], { 'lib/auth.ts': "session: { strategy: 'jwt' }" }, "cookie <- lib/auth.ts:strategy: 'jwt'"],
    ['not a theme', [], { 'app/theme-session.ts': 'createCookieSessionStorage({})' }, null],
  ]);

  check('scheduler', [
    ['what the application repeats before what a shared package brings', ['bullmq'], { 'src/queue.ts': "import { Queue } from 'bullmq';\nqueue.add('mail', {}, { repeat: { pattern: '* * * * *' } })" }, 'bullmq-repeat <- src/queue.ts:repeat: {'],
    ['a job of Agenda that repeats itself', ['agenda'], { 'src/jobs/report.ts': "job.repeatEvery('10 minutes')" }, 'agenda <- src/jobs/report.ts:.repeatEvery('],
    ['a timetable in the file of the server', ['croner'], { 'backend/shop-server.ts': "Cron('*/10 * * * * *', run)" }, "cron <- backend/shop-server.ts:Cron('"],
    ['a timetable', ['node-cron'], { 'src/cron.ts': "cron.schedule('* * * * *', run)" }, 'node-cron <- src/cron.ts:cron.schedule('],
    ['a decorator', ['@nestjs/schedule'], { 'src/report.service.ts': "@Cron('0 0 * * *')" }, 'cron <- src/report.service.ts:@Cron('],
    ['not without one', ['@nestjs/schedule'], { 'src/cron.ts': '// @Cron() was here' }, null],
    ['Vercel', [], { 'vercel.json': '{ "crons": [{ "path": "/api/x", "schedule": "0 5 * * *" }] }' }, 'vercel-cron <- vercel.json:0 5 * * *'],
  ]);

  check('realtime', [
    ['not a stream that the application asks another for', [], { 'src/stream.ts': "fetch(url, { headers: { Accept: 'text/event-stream' } })" }, null],
    ['the sockets of Sails', ['sails-hook-sockets'], { 'package.json': JSON.stringify({ name: 'shop', private: true, scripts: { start: 'node app.js' }, dependencies: { sails: '^1.5.0', 'sails-hook-sockets': '^3.0.0' } }, null, 1) }, 'socket.io <- package.json:sails-hook-sockets'],
    ['no sockets of a front end that is files', [], { 'package.json': JSON.stringify({ name: 'shop', private: true, scripts: { build: 'vite build' }, dependencies: { vue: '^3.0.0', 'y-websocket': '^2.0.0' } }, null, 1), 'index.html': '' }, null],
    ['Socket.IO', ['socket.io'], {}, 'socket.io <- package.json:socket.io'],
    ['ws in use', ['ws'], { 'src/socket.ts': 'new WebSocketServer({ port: 1 })' }, 'ws <- src/socket.ts:new WebSocketServer('],
    ['not ws that is a client', ['ws'], { 'src/socket.ts': "new WebSocket('wss://x')" }, null],
    ['not a gateway that nobody wrote', ['@nestjs/websockets'], {}, null],
    ['events that are written out by hand', [], { 'src/events.ts': 'client.write(`data: ${JSON.stringify(event)}\\n\\n`)' }, 'sse <- src/events.ts:.write(`data:'],
    ['server-sent events', [], { 'src/events.ts': "res.setHeader('Content-Type', 'text/event-stream')" }, "sse <- src/events.ts:'text/event-stream'"],
  ]);

  check('file-storage', [
    ['GridFS', ['mongodb'], { 'src/database.ts': 'new GridFSBucket(db, { bucketName: "files" })' }, 'mongodb <- src/database.ts:new GridFSBucket('],
    ['a manager of local files beside one of buckets', ['multer', '@aws-sdk/client-s3'], { 'src/storage/LocalFileManager.js': 'fs.createWriteStream(path)', 'src/storage/S3FileManager.js': 'new S3Client(options)' }, 'local <- src/storage/LocalFileManager.js:createWriteStream('],
    ['the disk that a variable chooses', ['multer', 'multer-s3'], { '.env': 'FILE_DRIVER=local', 'src/upload.ts': 'diskStorage({})' }, 'local <- .env:local'],
    ['a bucket', ['@aws-sdk/client-s3'], { '.env': 'S3_BUCKET=uploads' }, 's3 <- .env:uploads'],
    ['a bucket behind a client that signs requests', ['aws4fetch'], { '.env.example': 'FILES_BUCKET=\n', 'src/storage.ts': "new AwsClient({ accessKeyId: id, service: 's3' })" }, 's3 <- .env.example:FILES_BUCKET'],
    ['not what such a client signs for another service', ['aws4fetch'], { '.env.example': 'FILES_BUCKET=\n', 'src/storage.ts': "new AwsClient({ accessKeyId: id, service: 'lambda' })" }, null],
    ['MinIO by its address', ['@aws-sdk/client-s3'], { '.env': 'S3_BUCKET=uploads\nS3_ENDPOINT=http://minio:9000' }, 'minio <- .env:uploads'],
    ['not a bucket that nobody names', ['@aws-sdk/client-s3'], { '.env.example': 'S3_BUCKET=' }, null],
    ['Multer on disk', ['multer'], { 'src/upload.js': "multer({ dest: 'uploads/' })" }, 'local <- src/upload.js:multer({ dest'],
  ]);

  check('sms-push', [
    ['a client', ['twilio', '@aws-sdk/client-sns'], {}, 'twilio <- package.json:twilio'],
    ['not the services that users choose from', ['twilio', '@aws-sdk/client-sns', '@vonage/server-sdk', 'firebase-admin', '@parse/node-apn'], {}, null],
  ]);

  check('mail', [
    ['the key that the sample asks for', ['resend'], { '.env.example': 'PORT=3000\nRESEND_API_KEY=\n', 'src/lib/resend.ts': 'new Resend(process.env.RESEND_API_KEY)' }, 'resend <- .env.example:RESEND_API_KEY'],
    ['not a key among others that nobody filled in', ['resend', 'nodemailer'], { '.env.example': 'SMTP_HOST=\nRESEND_API_KEY=\n', 'src/lib/resend.ts': 'new Resend(process.env.RESEND_API_KEY)' }, null],
    ['the key that code cannot do without and the sample forgot', ['resend', 'pg'], { '.env.example': 'DATABASE_URL=postgres://u:p@db/x', 'src/lib/mail.ts': 'const key = process.env.RESEND_API_KEY;\nnew Resend(key)' }, 'resend <- package.json:resend'],
    ['not a key that code asks whether it is there', ['resend', 'pg'], { '.env.example': 'DATABASE_URL=postgres://u:p@db/x', 'src/lib/mail.ts': 'if (process.env.RESEND_API_KEY) send(new Resend(process.env.RESEND_API_KEY))' }, null],
    ['the service beside what catches mail on a developer’s machine', ['resend', 'nodemailer'], { '.env.example': 'RESEND_API_KEY=\nSMTP_HOST=localhost\n', 'src/lib/resend/client.ts': 'new Resend(process.env.RESEND_API_KEY)' }, 'resend <- .env.example:RESEND_API_KEY'],
    ['the server of production beside a service', ['resend', 'nodemailer'], { '.env.example': 'RESEND_API_KEY=\nSMTP_HOST=mail.acme.org\n', 'src/lib/resend/client.ts': 'new Resend(process.env.RESEND_API_KEY)' }, 'smtp <- .env.example:mail.acme.org'],
    ['SMTP by its host', ['nodemailer'], { '.env.example': 'SMTP_HOST=mail' }, 'smtp <- .env.example:mail'],
    ['not without an address', ['nodemailer'], { 'src/mail.ts': 'nodemailer.createTransport(options)' }, null],
    ['a mailbox that code names', ['nodemailer'], { 'src/mail.ts': "nodemailer.createTransport({ service: 'gmail', auth })" }, "smtp <- src/mail.ts:service: 'gmail'"],
    ['the mail program of the machine', ['nodemailer'], { 'src/mail.ts': 'nodemailer.createTransport({ sendmail: true })' }, 'sendmail <- src/mail.ts:sendmail: true'],
    ['an account without a server', ['nodemailer'], { '.env.example': 'EMAIL_PASS=x', 'src/mail.ts': 'nodemailer.createTransport({ auth })' }, 'smtp <- .env.example:x'],
    ['not an account whose server nobody sets', ['nodemailer'], { '.env.example': 'SMTP_HOST=\nSMTP_PORT=587', 'src/mail.ts': 'nodemailer.createTransport({ auth })' }, null],
    ['Mailgun that the sample asks for', ['mailgun-js'], { '.env.example': 'MAILGUN_API_KEY=\n', 'utils.js': 'export const mailgun = () => mg({});\nmailgun().messages().send(data)' }, 'mailgun <- .env.example:MAILGUN_API_KEY'],
    ['GOV.UK Notify', ['notifications-node-client'], { 'src/notify.js': 'new NotifyClient(key)' }, 'govuk-notify <- package.json:notifications-node-client'],
    ['the transport that a variable chooses', ['nodemailer', 'resend'], { '.env': 'MAIL_TRANSPORT=resend' }, 'resend <- .env:resend'],
    ['a service by HTTP', [], { '.env': 'RESEND_API_KEY=re_1', 'src/email.ts': "fetch('https://api.resend.com/emails')" }, 'resend <- .env:re_1'],
    ['not a key that nothing reads', [], { '.env': 'RESEND_API_KEY=re_1' }, null],
  ]);

  check('search', [
    ['an engine with its address', ['meilisearch'], { '.env': 'MEILI_HOST=http://m' }, 'meilisearch <- .env:http://m'],
    ['an engine that the deployment starts', ['meilisearch'], { 'docker-compose.yml': compose('  shop:\n    image: acme/shop\n    restart: always\n  m:\n    image: getmeili/meilisearch:v1\n    restart: always\n') }, 'meilisearch <- docker-compose.yml:getmeili/meilisearch:v1'],
    ['not an engine that is off', ['meilisearch'], { '.env.example': 'MEILI_HOST=' }, null],
  ]);

  check('monitoring', [
    ['files that a logger of one\'s own writes', [], { '.env.example': 'LOG_DIR=logs', 'src/logging/file.transport.ts': "fs.appendFile(filepath, logLine + '\\n', done);" }, 'log-file <- .env.example:logs'],
    ['not a file that no variable places', [], { 'src/logging/file.transport.ts': "fs.appendFile(filepath, logLine + '\\n', done);" }, null],
  ]);

  check('compute', [
    ['the runtime', [], {}, 'node <- package.json:node server.js'],
    ['an image', [], { Dockerfile: 'FROM node:22 AS build\nFROM gcr.io/distroless/nodejs22' }, 'container <- Dockerfile:gcr.io/distroless/nodejs22'],
    ['not the image of a tool', [], { 'tools/Dockerfile': 'FROM golang:1.23' }, 'node <- package.json:node server.js'],
    ['an image of production in the folder for developers', [], { 'dev/build/Dockerfile': 'FROM node:22\nRUN yarn install --production\nCMD ["node", "server"]' }, 'container <- dev/build/Dockerfile:node:22'],
    ['not the image of developers', [], { 'dev/build/Dockerfile': 'FROM node:22\nRUN yarn install\nCMD ["node", "server"]' }, 'node <- package.json:node server.js'],
    ['Lambda', ['serverless-http'], { 'serverless.yml': 'service: x' }, 'serverless <- package.json:serverless-http'],
    ['not Lambda without its configuration', ['serverless-http'], {}, 'node <- package.json:node server.js'],
  ]);

  check('static-assets', [
    ['a front end that is built', ['vite', 'react'], {}, 'bundled <- package.json:vite'],
    ['a host of its own', ['vite', 'react'], { '.env': 'CDN_URL=https://cdn.x' }, 'cdn <- .env:https://cdn.x'],
    ['a page that NestJS hands out in a workspace of one manifest', ['@nestjs/core', '@nestjs/serve-static', '@angular/core', '@angular/build'], { 'apps/client/src/index.html': '', 'apps/api/src/app/app.module.ts': 'ServeStaticModule.forRoot({ rootPath })' }, 'bundled <- package.json:@angular/build'],
    ['no page beside NestJS that hands out none', ['@nestjs/core', '@angular/core', '@angular/build'], { 'apps/client/src/index.html': '', 'apps/api/src/app/app.module.ts': 'CacheModule.register({})' }, null],
    ['nothing for an API', [], {}, null],
  ]);

  check('secrets', [
    ['not what users keep in a vault of theirs', ['@aws-sdk/client-secrets-manager'], { '.env.example': 'APP_SECRET=x1', 'src/utils/vault/storage.ts': 'new GetSecretValueCommand({ SecretId: secretId })' }, 'env <- .env.example:x1'],
    ['a secret that the code names', ['@aws-sdk/client-secrets-manager'], { '.env.example': 'APP_SECRET=x1', 'src/utils/vault/storage.ts': "new GetSecretValueCommand({ SecretId: 'prod/shop' })" }, 'secretsmanager <- src/utils/vault/storage.ts:GetSecretValueCommand'],
    ['an address with credentials', ['pg'], { '.env.example': 'DATABASE_URL=postgres://u:p@db/x' }, 'env <- .env.example:postgres://u:p@db/x'],
    ['a credential in an env file', [], { '.env': 'JWT_SECRET=x1' }, 'env <- .env:x1'],
    ['a credential that code asks for, where no file says what is set', [], { 'src/config.js': "export default convict({ key: { env: 'NOTIFY_API_KEY', default: null } })" }, 'env <- src/config.js:NOTIFY_API_KEY'],
    ['not what a browser may see', [], { '.env': 'VITE_PUBLIC_KEY=x1\nNEXT_PUBLIC_POSTHOG_KEY=x2' }, null],
    ['a credential that code asks for, where the file beside it names none', [], { '.env': 'PORT=3000', 'src/config.js': "const key = process.env.NOTIFY_API_KEY;" }, 'env <- src/config.js:NOTIFY_API_KEY'],
    ['not one where the file names another', [], { '.env.example': 'REDIS_URL=redis://r', 'src/config.js': "const key = process.env.NOTIFY_API_KEY;" }, null],
    ['Secrets Manager', ['@aws-sdk/client-secrets-manager'], { 'src/secrets.ts': 'new GetSecretValueCommand({})', '.env': 'JWT_SECRET=x1' }, 'secretsmanager <- src/secrets.ts:GetSecretValueCommand'],
  ]);

  it('offers what else is installed, only where a variable chooses', async () => {
    const [chosen] = await needs(['typeorm', 'pg', 'mysql2'], { '.env': 'DB_TYPE=postgres' }, 'relational-database');
    assert.deepEqual(chosen?.supported, ['mysql']);
    const [fixed] = await needs(['@prisma/client', 'pg', 'mysql2'], { 'prisma/schema.prisma': 'datasource db {\n provider = "postgresql"\n}' }, 'relational-database');
    assert.deepEqual(fixed?.supported, []);
  });

  it('reads the sample that the image is built with', async () => {
    const files = { Dockerfile: 'FROM node:22\nCOPY . .\nRUN if [ ! -f .env ]; then cp env-example-relational .env; fi', 'env-example-relational': 'DATABASE_TYPE=postgres', 'env-example-document': 'DATABASE_TYPE=mongodb' };
    assert.equal(await line(['typeorm', 'pg', 'mongoose'], files, 'relational-database'), 'postgresql <- env-example-relational:postgres');
  });

  it('never keeps an address with a password under a harmless name', async () => {
    const { scopes } = await readWorkspace({ 'package.json': '{"private":true,"scripts":{"start":"node x"},"dependencies":{"express":"4"}}', '.env': 'EMAIL_SERVER=smtp://ana:hunter2@mail:587' });
    assert.equal(JSON.stringify(scopes.flatMap((scope) => scope.facts)).includes('hunter2'), false);
  });

  const malformed: readonly (readonly [string, string])[] = [
    ['package.json', '{"dependencies": {"express": '], ['prisma/schema.prisma', 'datasource db { provider = "'], ['knexfile.js', "module.exports = { production: { client: '"], ['deno.json', '{'], ['vercel.json', '{"crons": [{'], ['drizzle.config.ts', '`${'], ['src/queue.ts', '/* new Queue('], ['Dockerfile', 'FROM'],
  ];
  for (const [path, text] of malformed) {
    it(`survives a broken ${path}`, async () => {
      const { applications } = await readWorkspace({ 'package.json': '{"private":true,"scripts":{"start":"node x"},"dependencies":{"express":"4"}}', [path]: text });
      assert.ok(applications.length <= 1);
    });
  }
});
