import assert from 'node:assert/strict';
import { readWorkspace, type Files } from '../../support/workspace';

function service(dependencies: readonly string[], files: Files): Files {
  const listed = Object.fromEntries(['express', ...dependencies].map((name) => [name, '1.0.0']));
  return { 'package.json': JSON.stringify({ name: 'shop', scripts: { start: 'node src/server.js' }, dependencies: listed }), 'src/server.js': "import express from 'express';\nexpress().listen(3000);\n", ...files };
}

async function technology(files: Files, id: string): Promise<string | undefined> {
  return (await readWorkspace(files)).needs.find((need) => need.id === id)?.technology;
}

describe('stores of a Node application', () => {
  const schema = (provider: string): string => `datasource db {\n  provider = "${provider}"\n  url = env("DATABASE_URL")\n}\n`;

  it('are those of Prisma’s own schema before the schema of another edition', async () => {
    const files = { 'prisma/schema.desktop.prisma': schema('sqlite'), 'prisma/schema.prisma': schema('postgresql') };
    assert.equal(await technology(service(['@prisma/client'], files), 'relational-database'), 'postgresql');
    assert.equal(await technology(service(['@prisma/client'], { 'prisma/schema.desktop.prisma': schema('sqlite') }), 'relational-database'), 'sqlite');
  });

  it('are those of the edition that the address or the deployment is for', async () => {
    const editions = { 'prisma/mysql/schema.prisma': schema('mysql'), 'prisma/postgresql/schema.prisma': schema('postgresql') };
    assert.equal(await technology(service(['@prisma/client'], { ...editions, '.env.example': 'DATABASE_URL=postgresql://u:p@db/x\n' }), 'relational-database'), 'postgresql');
    assert.equal(await technology(service(['@prisma/client'], { ...editions, '.env.example': 'DATABASE_URL=mysql://u:p@db/x\n' }), 'relational-database'), 'mysql');
  });

  it('are MongoDB where its client connects', async () => {
    const client = "import { MongoClient } from 'mongodb';\nexport const connect = (url) => MongoClient.connect(url);\n";
    assert.equal(await technology(service(['mongodb'], { 'src/common/mongo-client.js': client }), 'document-database'), 'mongodb');
    assert.equal(await technology(service(['mongodb'], {}), 'document-database'), undefined);
  });

  it('are Cloudinary where the sample asks for its account and code knows no other place', async () => {
    const files = { '.env.example': 'CLOUDINARY_URL=\n', 'routes/uploadRoutes.js': 'cloudinary.uploader.upload_stream(done)' };
    assert.equal(await technology(service(['cloudinary', 'multer'], files), 'file-storage'), 'cloudinary');
    assert.equal(await technology(service(['cloudinary', 'multer'], { ...files, 'routes/diskUpload.js': "multer.diskStorage({ destination: 'uploads' })" }), 'file-storage'), 'local');
  });

  it('are a bucket where code makes the only client of a storage', async () => {
    const client = "import { S3Client } from '@aws-sdk/client-s3';\nexport const client = new S3Client({});\n";
    assert.equal(await technology(service(['@aws-sdk/client-s3'], { 'src/common/s3/s3-client.js': client }), 'file-storage'), 's3');
    assert.equal(await technology(service(['@aws-sdk/client-s3'], {}), 'file-storage'), undefined);
  });
});

describe('a choice of stores', () => {
  const chosen = { '.env': 'DB_TYPE=postgres\n' };

  it('is the variable’s where several drivers are installed, whatever stands in code', async () => {
    const knexfile = { 'knexfile.js': "module.exports = { client: 'better-sqlite3' };\n" };
    assert.equal(await technology(service(['knex', 'better-sqlite3', 'pg'], { ...knexfile, ...chosen }), 'relational-database'), 'postgresql');
    assert.equal(await technology(service(['knex', 'better-sqlite3', 'pg'], knexfile), 'relational-database'), 'sqlite');
    assert.equal(await technology(service(['knex', 'better-sqlite3'], { ...knexfile, ...chosen }), 'relational-database'), 'sqlite');
  });

  it('is not what a test’s module is given', async () => {
    const files = { 'src/database/database.testing.module.ts': "TypeOrmModule.forRoot({ type: 'mongodb' })", 'src/database/database.module.ts': 'TypeOrmModule.forRoot({ type: config.type })' };
    assert.equal(await technology(service(['typeorm', 'pg', 'mongodb'], files), 'relational-database'), 'postgresql');
    assert.equal(await technology(service(['typeorm', 'pg', 'mongodb'], files), 'document-database'), undefined);
  });

  it('is what compose passes on, as the sample beside it says', async () => {
    const files = { 'docker-compose.yml': 'services:\n  shop:\n    build: .\n    restart: always\n    environment:\n      REDIS_HOST: ${REDIS_HOST}\n      SMTP_HOST: ${SMTP_HOST}\n', 'docker/.env.example': 'REDIS_HOST=redis\nSMTP_HOST=\n', '.env.production': 'PORT=3000\n', 'src/cache.ts': 'new Redis(); redis.setex(key, 60, value);' };
    assert.equal(await technology(service(['ioredis', 'nodemailer'], files), 'cache'), 'redis');
    assert.equal(await technology(service(['ioredis', 'nodemailer'], files), 'mail'), undefined);
  });

  it('is the disk where the class for buckets has no bucket', async () => {
    const files = { 'src/storage/assets.ts': 'class LocalFileSystemAssetStore {}\nclass S3AssetStore { client = new S3Client({}); }\n' };
    assert.equal(await technology(service(['@aws-sdk/client-s3'], files), 'file-storage'), 'local');
    assert.equal(await technology(service(['@aws-sdk/client-s3'], { ...files, '.env': 'S3_BUCKET=files\n' }), 'file-storage'), 's3');
  });

  it('is the backend that a variable names', async () => {
    assert.equal(await technology(service(['minio', 'multer'], { '.env': 'APP_MEDIA_BACKEND=filesystem\n' }), 'file-storage'), 'local');
  });

  it('is the bucket that the sample leaves blank, where code uploads with the older kit', async () => {
    const files = { 'utils/storage.js': 'new AWS.S3({ region }).upload(params)' };
    assert.equal(await technology(service(['aws-sdk', 'multer'], { ...files, '.env.example': 'AWS_BUCKET_NAME=\n' }), 'file-storage'), 's3');
    assert.equal(await technology(service(['aws-sdk', 'multer'], files), 'file-storage'), undefined);
  });

  it('is the memory where nothing has an address of Redis', async () => {
    const files = { 'src/cache/cache.module.ts': 'CacheModule.registerAsync({ useFactory })', '.env': 'PORT=3000\n' };
    assert.equal(await technology(service(['@nestjs/cache-manager', '@keyv/redis'], files), 'cache'), 'memory');
    assert.equal(await technology(service(['@nestjs/cache-manager', '@keyv/redis'], { ...files, '.env': 'REDIS_URL=redis://cache:6379\n' }), 'cache'), 'redis');
    assert.equal(await technology(service(['node-cache'], { 'server/lib/cache.ts': 'new NodeCache({ stdTTL: 300 })' }), 'cache'), 'memory');
  });
});

describe('uploads', () => {
  it('stay on the disk where their bytes are written to a file', async () => {
    assert.equal(await technology(service([], { 'src/modules/files/files.service.ts': 'fs.writeFileSync(path.join(folder, name), file.buffer)' }), 'file-storage'), 'local');
  });

  it('are not what a server writes for itself', async () => {
    assert.equal(await technology(service(['formidable'], { 'src/utils/Settings.ts': "fs.writeFileSync(keyFile, key, 'utf8')", 'src/storage/x.ts': '' }), 'file-storage'), undefined);
    assert.equal(await technology(service(['formidable'], { 'src/utils/uploadHandler.ts': 'fs.createWriteStream(target)' }), 'file-storage'), 'local');
  });

  it('go to the disk where Strapi has several providers and no account', async () => {
    const manifest = (...providers: readonly string[]): string => JSON.stringify({ name: 'cms', private: true, scripts: { start: 'strapi start' }, dependencies: Object.fromEntries(['@strapi/strapi', 'pg', ...providers].map((name) => [name, '5.0.0'])) });
    assert.equal(await technology({ 'package.json': manifest('@strapi/provider-upload-aws-s3', 'strapi-provider-upload-azure-storage'), '.env.example': 'DATABASE_CLIENT=postgres\n' }, 'file-storage'), 'local');
    assert.equal(await technology({ 'package.json': manifest('@strapi/provider-upload-aws-s3'), '.env.example': 'DATABASE_CLIENT=postgres\n' }, 'file-storage'), 's3');
  });
});

describe('timetables', () => {
  it('are Nitro’s tasks', async () => {
    const manifest = '{ "name": "shop", "private": true, "scripts": { "build": "nuxt build" }, "devDependencies": { "nuxt": "4", "nuxt-auth-utils": "0.5" } }';
    const files = { 'package.json': manifest, 'nuxt.config.ts': "export default defineNuxtConfig({ nitro: { scheduledTasks: { '0 3 * * *': 'clean' } } })" };
    assert.equal(await technology(files, 'scheduler'), 'cron');
    // What a site is built with may stand among the packages for development, as the framework does.
    assert.equal(await technology(files, 'sessions'), 'cookie');
  });

  it('are Inngest’s triggers', async () => {
    assert.equal(await technology(service(['inngest'], { 'src/inngest/functions/digest.ts': "inngest.createFunction({ id: 'digest', triggers: [{ cron: '0 6 * * *' }] })" }), 'scheduler'), 'inngest');
    assert.equal(await technology(service(['inngest'], { 'src/inngest/functions/digest.ts': "inngest.createFunction({ id: 'digest' })" }), 'scheduler'), undefined);
  });
});

describe('mail of Brevo', () => {
  it('goes out by its interface, without its package', async () => {
    const files = { 'src/lib/server/brevo.ts': "fetch('https://api.brevo.com/v3/smtp/email', { method: 'POST' })", '.env.example': 'BREVO_KEY=replace_with_your_own\n' };
    assert.equal(await technology(service([], files), 'mail'), 'brevo');
    assert.equal(await technology(service([], { '.env.example': 'BREVO_KEY=replace_with_your_own\n' }), 'mail'), undefined);
  });
});

describe('numbers about secrets', () => {
  it('are no secrets', async () => {
    assert.equal(await technology(service([], { '.env': 'PASSWORD_MIN_LENGTH=8\nTOKEN_EXPIRATION_DAYS=1\nPRIVATE_KEY_ROTATION_GRACE_PERIOD=0\n' }), 'secrets'), undefined);
    assert.equal(await technology(service([], { '.env': 'TOKEN_SECRET=abc\nTOKEN_EXPIRATION_DAYS=1\n' }), 'secrets'), 'env');
  });
});

describe('mail of AdonisJS', () => {
  it('goes out as its configuration says, before the sample is filled in', async () => {
    const manifest = '{ "name": "shop", "private": true, "scripts": { "start": "node bin/server.js" }, "dependencies": { "@adonisjs/core": "6", "@adonisjs/mail": "9" } }';
    const files = { 'package.json': manifest, '.env.example': 'SMTP_HOST=\nMAILGUN_API_KEY=\n', 'config/mail.ts': "export default defineConfig({ default: 'smtp', mailers: {} })" };
    assert.equal(await technology(files, 'mail'), 'smtp');
  });
});

describe('the kit of Amazon in its second version', () => {
  it('is a table or a queue where code makes the client', async () => {
    assert.equal(await technology(service(['aws-sdk'], { 'lib/db.js': 'new AWS.DynamoDB.DocumentClient()' }), 'document-database'), 'dynamodb');
    assert.equal(await technology(service(['aws-sdk'], { 'lib/queue.js': 'new AWS.SQS({ region })' }), 'queue'), 'sqs');
    assert.equal(await technology(service(['aws-sdk'], { '.env': 'QUEUE_URL=https://mq.example.com/jobs\n' }), 'queue'), undefined);
  });
});

describe('a search engine', () => {
  const client = { 'lib/typesense.ts': "import Typesense from 'typesense';\nexport default new Typesense.Client({ apiKey: process.env.TYPESENSE_API_KEY });\n", '.env.example': 'TYPESENSE_API_KEY=\n' };

  it('is the only one that code is a client of, where the sample asks for its key', async () => {
    assert.equal(await technology(service(['typesense'], client), 'search'), 'typesense');
    assert.equal(await technology(service(['typesense', 'algoliasearch'], client), 'search'), undefined);
    assert.equal(await technology(service(['typesense'], { '.env.example': 'TYPESENSE_API_KEY=\n' }), 'search'), undefined);
  });
});

describe('mail that another client sends', () => {
  const composer = "createTransport({ streamTransport: true }).sendMail(message);\nnew SESv2Client({ region })";

  it('is not Nodemailer’s, which puts the message together', async () => {
    const files = (code: string): Files => service(['nodemailer', '@aws-sdk/client-sesv2'], { 'src/aws/ses.ts': code, '.env.example': 'SMTP_HOST=smtp.shop.com\nAWS_DEFAULT_REGION=eu-west-1\n' });
    assert.equal(await technology(files(composer), 'mail'), 'ses');
    assert.equal(await technology(files(composer.replace('streamTransport: true', 'host')), 'mail'), 'smtp');
  });

  it('is none of a server that receives it and makes no transport', async () => {
    const sample = { '.env.example': 'SMTP_HOST=smtp.shop.com\n' };
    assert.equal(await technology(service(['smtp-server', 'nodemailer'], sample), 'mail'), undefined);
    assert.equal(await technology(service(['smtp-server', 'nodemailer'], { ...sample, 'src/mail.ts': 'createTransport({ host })' }), 'mail'), 'smtp');
  });
});

describe('messages to telephones', () => {
  it('are Amazon’s where code sends to a number, not to a topic of events', async () => {
    const files = (input: string): Files => service(['@aws-sdk/client-sns'], { 'src/sns.ts': `client.send(new PublishCommand({ ${input}, Message: text }))` });
    assert.equal(await technology(files('PhoneNumber: number'), 'sms-push'), 'sns');
    assert.equal(await technology(files('TopicArn: topic'), 'sms-push'), undefined);
  });

  it('are Firebase’s where code asks for its messenger', async () => {
    assert.equal(await technology(service(['firebase-admin'], { 'src/services/firebase.service.js': 'admin.auth().verifyIdToken(token)' }), 'sms-push'), undefined);
    assert.equal(await technology(service(['firebase-admin'], { 'src/services/firebase.service.js': 'admin.messaging().send(message)' }), 'sms-push'), 'fcm');
    assert.equal(await technology(service(['firebase-admin'], { 'src/providers/push/fcm.provider.ts': 'admin.messaging().send(message)' }), 'sms-push'), undefined);
  });
});

describe('a store of sessions of one’s own making', () => {
  const session = { 'src/session.js': 'app.use(session({ store: sessionStore }))' };

  it('keeps what its name says', async () => {
    assert.equal(await technology(service(['express-session', 'knex', 'pg'], { ...session, 'src/sessions/store.ts': 'export class KnexSessionStore implements SessionStore {' }), 'sessions'), 'database');
    assert.equal(await technology(service(['express-session', 'ioredis'], { ...session, 'src/sessions/store.ts': 'class RedisSessionStore extends session.Store {' }), 'sessions'), 'redis');
  });

  it('keeps its rows where the application keeps its data', async () => {
    const files = { ...session, 'src/sessions/store.ts': 'class SessionStore extends expressSession.Store {' };
    assert.equal(await technology(service(['express-session', 'mongoose'], files), 'sessions'), 'mongodb');
    assert.equal(await technology(service(['express-session'], files), 'sessions'), undefined);
  });

  it('is the library’s that signs people in, whatever else is put into a cookie', async () => {
    assert.equal(await technology(service(['better-auth', 'iron-session', 'pg'], {}), 'sessions'), 'database');
    assert.equal(await technology(service(['better-auth'], {}), 'sessions'), 'cookie');
    assert.equal(await technology(service(['next-auth', '@next-auth/prisma-adapter', '@prisma/client'], { '.env': 'NEXTAUTH_SESSION_STRATEGY=jwt\n' }), 'sessions'), 'cookie');
    assert.equal(await technology(service(['iron-session'], {}), 'sessions'), 'cookie');
    assert.equal(await technology(service(['next-auth'], { 'src/auth/nextAuth.ts': 'NextAuth({ adapter: createAuthPrismaAdapter(prisma) })' }), 'sessions'), 'database');
    assert.equal(await technology(service(['next-auth'], { 'src/auth/nextAuth.ts': 'NextAuth({ providers: [] })' }), 'sessions'), 'cookie');
  });
});

describe('sessions in a table', () => {
  const schema = (fields: string): string => `model Session {\n  id String @id\n  ${fields}\n}\n`;

  it('are those that Prisma’s model of sign-ins keeps', async () => {
    assert.equal(await technology(service(['@prisma/client'], { 'prisma/schema.prisma': schema('userId String\n  expiresAt DateTime') }), 'sessions'), 'database');
  });

  it('are no lessons and no talks', async () => {
    assert.equal(await technology(service(['@prisma/client'], { 'prisma/schema.prisma': schema('title String\n  startsAt DateTime') }), 'sessions'), undefined);
  });
});

describe('a table of sessions of one\'s own', () => {
  const site = JSON.stringify({ name: 'site', private: true, scripts: { build: 'vite build', dev: 'vite dev' }, dependencies: { '@sveltejs/kit': '2', pg: '8', 'drizzle-orm': '1' } });
  const sessionsOf = async (files: Files): Promise<readonly string[]> => {
    const { needs, proof } = await readWorkspace({ 'package.json': site, ...files });
    return needs.filter(({ id }) => id === 'sessions').flatMap((need) => [need.technology, ...proof(need)]);
  };

  it('keeps who is signed in, in SQL and in a schema in code', async () => {
    assert.deepEqual(await sessionsOf({ 'db/schema.sql': 'CREATE TABLE IF NOT EXISTS public.sessions (\n  id uuid,\n  user_id integer NOT NULL,\n  expires timestamp\n);' }), ['database', 'db/schema.sql:sessions']);
    assert.deepEqual(await sessionsOf({ 'src/lib/server/db/schema.ts': "export const session = pgTable('session', {\n  id: text('id'),\n  userId: text('user_id'),\n  expiresAt: timestamp('expires_at'),\n});" }), ['database', 'src/lib/server/db/schema.ts:session']);
  });

  it('counts beside a middleware that nothing sets up', async () => {
    const prisma = 'model Session {\n  id String\n  userId String\n  expires DateTime\n}\n';
    assert.equal(await technology(service(['express-session'], { 'prisma/schema.prisma': prisma }), 'sessions'), 'database');
    assert.equal(await technology(service(['express-session'], { 'prisma/schema.prisma': prisma, 'src/server.js': "app.use(session({ secret: 'x' }))" }), 'sessions'), 'memory');
  });

  it('is none where it is a meeting or ends with another table', async () => {
    assert.deepEqual(await sessionsOf({ 'db/schema.sql': 'CREATE TABLE sessions (\n  id uuid,\n  user_id integer,\n  room text\n);\nCREATE TABLE tokens (expires timestamp);' }), []);
    assert.deepEqual(await sessionsOf({ 'src/db/schema.ts': "export const session = pgTable('sessions', { userId: text('user_id') });\nexport const token = pgTable('tokens', { expiresAt: timestamp('expires_at') });" }), []);
  });
});

it('a collection of files of Meteor lies on the disk', async () => {
  const manifest = JSON.stringify({ name: 'board', private: true, meteor: { mainModule: {} }, dependencies: { 'meteor-node-stubs': '^1.2.0' } });
  const { needs, proof } = await readWorkspace({ 'package.json': manifest, 'models/attachments.js': "import { FilesCollection } from 'meteor/ostrio:files';\nexport const files = new FilesCollection({ collectionName: 'files' });" });
  assert.deepEqual(needs.filter(({ id }) => id === 'file-storage').flatMap((need) => [need.technology, ...proof(need)]), ['local', 'models/attachments.js:new FilesCollection(']);
});

it('a log that a framework writes to a stream lies in a file', async () => {
  const log = (text: string): Files => ({ 'src/server.js': text });
  assert.equal(await technology(service(['morgan'], log("const stream = fs.createWriteStream(path.join(__dirname, 'access.log'), { flags: 'a' })")), 'monitoring'), 'log-file');
  assert.equal(await technology(service(['morgan'], log("const stream = fs.createWriteStream('export.csv', { flags: 'a' })")), 'monitoring'), undefined);
  assert.equal(await technology(service([], log("const stream = fs.createWriteStream('access.log', { flags: 'a' })")), 'monitoring'), undefined);
});

it('a client of Redis whose keys expire is a cache', async () => {
  const files = (text: string): Files => ({ '.env.example': 'REDIS_HOST=127.0.0.1\n', 'src/redis.service.js': text });
  assert.equal(await technology(service(['ioredis', 'bull'], files("redis.set(key, value, 'ex', 60)")), 'cache'), 'redis');
  assert.equal(await technology(service(['ioredis', 'bull'], files('redis.publish(key, value)')), 'cache'), undefined);
});

describe('what the environment is laid over in code', () => {
  const env = (object: string): Files => ({ 'src/env.js': `const defaults = {\n  PORT: 3000,\n${object}\n};\nexport default { ...defaults, ...process.env };\n` });

  it('chooses stores and mailers where no file does', async () => {
    const files = env("  CACHE_STORE: 'memory',\n  STORAGE_LOCAL_DRIVER: 'local',\n  EMAIL_TRANSPORT: 'sendmail',");
    const dependencies = ['keyv', '@keyv/redis', 'ioredis', '@aws-sdk/client-s3', 'nodemailer', 'busboy'];
    for (const [id, expected] of [['cache', 'memory'], ['file-storage', 'local'], ['mail', 'sendmail']] as const) assert.equal(await technology(service(dependencies, files), id), expected);
    assert.equal(await technology(service(dependencies, { ...files, '.env': 'CACHE_STORE=redis\n' }), 'cache'), 'redis');
  });

  it('is nothing where the object is laid over nothing', async () => {
    const files = { 'src/env.js': "const samples = {\n  CACHE_STORE: 'memory',\n};\nexport default process.env; // defaults\n" };
    assert.equal(await technology(service(['keyv'], files), 'cache'), undefined);
  });
});

describe('a web socket', () => {
  it('is found in the folder of what is pushed to pages', async () => {
    const files = { 'src/push/index.js': "import { WebSocketServer } from 'ws';\nexport const serve = () => new WebSocketServer({ noServer: true });\n" };
    assert.equal(await technology(service(['ws'], files), 'realtime'), 'ws');
  });
});
