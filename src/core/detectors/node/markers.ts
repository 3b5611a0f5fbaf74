import type { Extraction, Fact, SourceDocument } from '../../model';
import { emptyExtraction } from '../../model';
import { WordIndex } from '../wordIndex';
import { asksEnvironment, environmentReads, testFile } from './reads';
import { sessionTable } from './sessionTables';
import { properties, withoutComments } from './text';
import { writtenDefaults } from './writtenDefaults';

interface CodeMarker {
  readonly name: string;
  readonly match: RegExp;
  readonly example: string;
}

/** What source code proves that manifests cannot: that a package is put to use. Linear patterns over text without comments. */
export const codeMarkers: readonly CodeMarker[] = [
  { name: 'node.queue.bullmq', match: /\bfrom\s+['"](?:bullmq|@nestjs\/bullmq)['"]|\brequire\(['"]bullmq['"]\)/, example: "import { Queue } from 'bullmq'" },
  { name: 'node.queue.bull', match: /\bfrom\s+['"](?:bull|@nestjs\/bull)['"]|\brequire\(['"]bull['"]\)/, example: "import Queue from 'bull'" },
  { name: 'node.queue.worker', match: /@Processor\(|\bnew\s+(?:Worker|Queue|Bull)\(|\bBull(?:MQ)?Module\.(?:forRoot|registerQueue)/, example: "new Queue('mail'" },
  { name: 'node.queue.repeat', match: /\brepeat\s*[:=]\s*\{|\bupsertJobScheduler\(|\brepeatJobKey\b/, example: 'repeat: { pattern' },
  { name: 'node.queue.rabbitmq', match: /\bamqp(?:lib)?\.connect\(|\bTransport\.RMQ\b|\bRabbitMQModule\.forRoot/, example: 'amqp.connect(url)' },
  { name: 'node.queue.nats', match: /\bTransport\.NATS\b/, example: 'transport: Transport.NATS' },
  { name: 'node.queue.redis-transport', match: /\bTransport\.REDIS\b/, example: 'transport: Transport.REDIS' },
  { name: 'node.queue.sqs', match: /\bnew\s+(?:SQSClient|(?:AWS|aws)\.SQS)\(|\bSendMessageCommand\b|\bConsumer\.create\(|\bSqsModule\.register/, example: 'new SQSClient({})' },
  { name: 'node.stream.kafka', match: /\bnew\s+Kafka\(|\bTransport\.KAFKA\b/, example: 'new Kafka({ brokers })' },
  { name: 'node.scheduler', match: /\bcron\.schedule\(|\bnew\s+Cron(?:Job)?\(|\bCronJob\.from\(|\bscheduleJob\(|@(?:Cron|Interval)\(|\bCron\(\s*['"`]|\bnew\s+ToadScheduler\(|\bnew\s+Bree\(/, example: "cron.schedule('* * * * *'" },
  { name: 'node.inngest.cron', match: /\{\s*cron\s*:\s*['"`](?:TZ=\S{1,40}\s)?[\d*@]/, example: "{ cron: '0 6 * * *' }" },
  { name: 'node.agenda.every', match: /\bagenda\.(?:every|schedule)\(|\.repeatEvery\(/, example: "agenda.every('1 day'" },
  { name: 'node.realtime.socketio', match: /\bfrom\s+['"]socket\.io['"]|\brequire\(['"]socket\.io['"]\)|\bIoAdapter\b/, example: "from 'socket.io'" },
  { name: 'node.realtime.ws', match: /\bnew\s+(?:WebSocketServer|WebSocket\.Server|WSServer)\(|\bwss?\.handleUpgrade\(|@WebSocketGateway\(|\bupgradeWebSocket\(|\bwebsocket\s*:\s*true\b|\bexpressWs\(/, example: 'new WebSocketServer({' },
  { name: 'node.realtime.subscription', match: /@Subscription\(|\binstallSubscriptionHandlers\b|\bsubscriptions\s*:\s*\{|\bmakeServer\(|\buseServer\(/, example: '@Subscription(() => Post' },
  { name: 'node.realtime.sse', match: /(?<!\b[aA]ccept['"]?\s{0,3}[:,]\s{0,3})['"]text\/event-stream['"]|@Sse\(|\bstreamSSE\(|\bcreateEventStream\(|\.write\(\s{0,9}['"`](?:(?:event|id|message):[^'"`\n]{0,60}\\n)?data:/, example: "'text/event-stream'" },
  { name: 'node.files.multer-disk', match: /\bdiskStorage\(|\bmulter\(\s*\{\s*dest\b|\bfileUpload\(/, example: 'multer.diskStorage({' },
  { name: 'node.files.folder', match: /process\.env\.(?:STORAGE_FOLDER|STORAGE_(?:DIR|PATH|LOCAL_PATH)|UPLOADS?_(?:DIR|FOLDER|PATH|ROOT|DEST|LOCATION)|UPLOAD_DIRECTORY|FILES?_(?:DIR|PATH|STORAGE_PATH)|MEDIA_(?:DIR|PATH|ROOT))\b/, example: 'process.env.STORAGE_FOLDER' },
  { name: 'node.files.write', match: /\bcreateWriteStream\(|\bwriteFile(?:Sync)?\(|\bpipeline\(/, example: 'fs.createWriteStream(file)' },
  { name: 'node.files.buffer', match: /\bwriteFile(?:Sync)?\([^;\n]{0,120}\b(?:file|image|avatar|upload|photo|picture)\w*\.buffer\b/i, example: 'fs.writeFileSync(path, file.buffer)' },
  { name: 'node.files.gridfs', match: /\bnew\s+(?:mongoose\.mongo\.)?GridFSBucket\(/, example: 'new GridFSBucket(db' },
  { name: 'node.files.collection', match: /\bnew\s+FilesCollection\(/, example: 'new FilesCollection({' },
  { name: 'node.files.receive', match: /\breq(?:uest)?\.pipe\(/, example: 'req.pipe(writeStream)' },
  { name: 'node.files.s3', match: /\bnew\s+(?:AWS\.|aws\.)?S3(?:Client)?\(|\bPutObjectCommand\b|\bmulterS3\(|\bMinio\.Client\(|\bAWS4-HMAC-SHA256\b|\bnew\s+AwsClient\(\s*\{[^{}]{0,300}\bservice\s*:\s*['"]s3['"]/, example: 'new S3Client({' },
  { name: 'node.files.cloudinary', match: /\bcloudinary(?:\.v2)?\.(?:uploader\b|config\()|\bnew\s+CloudinaryStorage\(/, example: 'cloudinary.uploader.upload(file)' },
  { name: 'node.files.multer-memory', match: /\bmemoryStorage\(/, example: 'multer.memoryStorage()' },
  { name: 'node.mail.transport', match: /\bcreateTransport\(|\bMailerModule\.forRoot/, example: 'nodemailer.createTransport({' },
  { name: 'node.mail.composer', match: /\bcreateTransport\(\s*\{\s*(?:stream|json)Transport\s*:\s*true\b/, example: 'createTransport({ streamTransport: true })' },
  { name: 'node.mail.resend', match: /\bapi\.resend\.com\b|\bnew\s+Resend\(/, example: 'new Resend(key)' },
  { name: 'node.mail.sendgrid', match: /\bsgMail\.|\bapi\.sendgrid\.com\b|\bfrom\s+['"]nodemailer-sendgrid['"]/, example: 'sgMail.send(message)' },
  { name: 'node.mail.postmark', match: /\bnew\s+(?:postmark\.)?ServerClient\(|\bapi\.postmarkapp\.com\b/, example: 'new ServerClient(token)' },
  { name: 'node.mail.mailgun', match: /\bapi\.mailgun\.net\b|\bnew\s+Mailgun\(|\bmailgun\(\s*(?:\{|\)\s*\.)|\bfrom\s+['"]mailgun[-.]js['"]|\brequire\(['"]mailgun[-.]js['"]\)/, example: 'new Mailgun(formData)' },
  { name: 'node.mail.ses', match: /\bnew\s+(?:AWS\.|aws\.)?SESv?2?(?:Client)?\(/, example: 'new SESClient({})' },
  { name: 'node.mail.brevo', match: /\bapi\.(?:brevo|sendinblue)\.com\b|\bnew\s+(?:BrevoClient|(?:\w+\.)?TransactionalEmailsApi)\(/, example: "fetch('https://api.brevo.com/v3/smtp/email')" },
  { name: 'node.mail.server', match: /\bservice\s*:\s*['"`](?:gmail|outlook\w*|hotmail|yahoo|sendgrid|mailgun|zoho|icloud)['"`]|\bhost\s*:\s*['"`](?:smtp|mail|email)[\w-]*\.[\w.-]+['"`]/i, example: "service: 'gmail'" },
  { name: 'node.mail.sendmail', match: /\bsendmail\s*:\s*true\b/, example: 'sendmail: true' },
  { name: 'node.mail.gc-notify', match: /\bGC_NOTIFY_API_KEY\b|\bapi\.notification\.(?:alpha\.)?canada\.ca\b/, example: 'process.env.GC_NOTIFY_API_KEY' },
  { name: 'node.mail.other', match: /\bnew\s+(?:NotifyClient|MailerSend|MailtrapClient|LoopsClient|Mailjet|BrevoClient|(?:\w+\.)?TransactionalEmailsApi)\(|\b[mM]ailjet\.(?:api[cC]onnect|connect)\(|\bmandrill\.Mandrill\(/, example: 'new NotifyClient(key)' },
  { name: 'node.session.express', match: /\bsession\(\s*\{/, example: 'session({' },
  { name: 'node.session.store', match: /\bstore\s*[:=]\s*(?:new\s+)?\w+|\bsession\(\s*\{[^{}]{0,300}\bstore\b/, example: 'store: new RedisStore({' },
  { name: 'node.session.made', match: /\bclass\s+\w*Session\w*Store\w*\s+(?:extends|implements)\s+(?:\w+\.)?\w*Store\b/i, example: 'class KnexSessionStore implements SessionStore' },
  { name: 'node.files.local-store', match: /\bclass\s+\w*(?:Local|Disk|File-?System)\w*(?:Storage|Store|Driver|Provider|Adapter|Backend|Service)\w*/i, example: 'class LocalFileStorage' },
  { name: 'node.push.fcm', match: /\bgetMessaging\(|\.messaging\(\w*\)|['"]firebase-admin\/messaging['"]|\bsend(?:Each)?(?:ForMulticast|Multicast)\(|\bsendToDevice\(/, example: 'getMessaging(app)' },
  { name: 'node.push.sns', match: /\bPhoneNumber\s*:|\bCreatePlatformEndpointCommand\b|\bTargetArn\s*:/, example: 'PhoneNumber: number' },
  { name: 'node.session.jwt', match: /\bstrategy\s*:\s*['"]jwt['"]/, example: "strategy: 'jwt'" },
  { name: 'node.session.database', match: /\bstrategy\s*:\s*['"]database['"]/, example: "strategy: 'database'" },
  { name: 'node.session.adapter', match: /\badapter\s*:\s*\w*[aA]dapter\w*\(\s*\w/, example: 'adapter: createAuthPrismaAdapter(prisma)' },
  { name: 'node.session.cookie', match: /\bcreateCookieSessionStorage\b|\bgetIronSession\b|\bcookieSession\(/, example: 'createCookieSessionStorage({' },
  { name: 'node.cache.use', match: /\bCacheModule\.register|\bnew\s+Keyv\(|\bnew\s+NodeCache\(|\bcreateCache\(|\bcaching\(|\bCacheInterceptor\b|\bsetex\(|\bsetEx\(|['"](?:EX|ex)['"]\s*,|\btype\s*:\s*['"](?:io)?redis(?:\/cluster)?['"]|\bCacheHelper\b|\bcache\.(?:get|set|wrap)\(/, example: 'CacheModule.register({' },
  { name: 'node.cache.memory', match: /\bcreateCache\(\s*\)|\bcaching\(\s*['"]memory['"]|\bnew\s+NodeCache\(/, example: "caching('memory', {" },
  { name: 'node.cache.client', match: /\bnew\s+(?:Io)?Redis\(|\bcreateClient\(|\bnew\s+Memcached\(|\bredisStore\b|\bKeyvRedis\b/, example: 'new Redis(url)' },
  { name: 'node.mongodb.connect', match: /\bmongoose\.connect\(|\bMongooseModule\.forRoot|\bnew\s+MongoClient\(|\bMongoClient\.connect\(|\bmongoose\.createConnection\(/, example: 'mongoose.connect(url)' },
  { name: 'node.dynamodb.client', match: /\bnew\s+(?:AWS\.)?DynamoDB(?:Client|\.DocumentClient)?\(|\bDynamoDBDocumentClient\.from\(/, example: 'new DynamoDBClient({})' },
  { name: 'node.sqlite.file', match: /\bsqlitePath\b|\bnew\s+(?:Better)?(?:Sqlite3?|Database|DatabaseSync)\(|\bdialects\/sqlite3\b|['"]sqlite3?['"]|['"]better-sqlite3['"]|\bbun:sqlite\b|\bnode:sqlite\b/i, example: "client: 'sqlite3'" },
  { name: 'node.sqlite.builtin', match: /\bfrom\s+['"](?:node|bun):sqlite['"]|\b(?:require|import)\(\s*['"](?:node|bun):sqlite['"]/, example: "from 'node:sqlite'" },
  { name: 'node.log.file', match: /\btransports\.(?:File|DailyRotateFile)\(|\bnew\s+DailyRotateFile\(|\bpino\.destination\(\s*['"`][./]/, example: 'new winston.transports.File({' },
  { name: 'node.log.append', match: /\b(?:(?:fs|fsp|promises)\.)?appendFile(?:Sync)?\(\s*[\w.]*(?:log|file)\w*\s*,[^;\n]{0,60}\b(?:log|line|entry|message)/i, example: 'fs.appendFile(logFile, line' },
  { name: 'node.log.stream', match: /\bcreateWriteStream\([^;\n]{0,120}log\w*['"`)]{0,3}\s*,\s*\{\s*flags\s*:\s*['"]a\+?['"]/i, example: "createWriteStream('access.log', { flags: 'a' }" },
  { name: 'node.log.log4js', match: /\btype\s*:\s*['"](?:dateFile|file|multiFile)['"]/, example: "type: 'dateFile'" },
  { name: 'node.secrets.manager', match: /\bGetSecretValueCommand\b/, example: 'new GetSecretValueCommand({' },
  { name: 'node.secrets.own', match: /\bSecretId\s*:\s*(?:process\.env\b|['"`][\w/])/, example: 'SecretId: process.env.SECRET_ID' },
  { name: 'node.secrets.ssm', match: /\bGetParameters?(?:ByPath)?Command\b/, example: 'new GetParameterCommand({' },
  { name: 'node.search.client', match: /from\s+['"](?:@elastic\/elasticsearch|@opensearch-project\/opensearch|meilisearch|typesense|algoliasearch)['"]|require\(['"](?:@elastic\/elasticsearch|meilisearch|typesense|algoliasearch)['"]\)/, example: "from 'meilisearch'" },
  { name: 'node.serve.static', match: /\b(?:express|koa)?\.static\(|\bserveStatic\(|\bServeStaticModule\b|\bexpressStaticGzip\(/, example: "express.static('dist')" },
];

const index = new WordIndex(codeMarkers.map((marker) => ({ pattern: marker.match, value: marker })));
const orm = /\bTypeOrmModule\.forRoot|\bnew\s+DataSource\(|\bnew\s+Sequelize\(|\bSequelizeModule\.forRoot|\bcreateConnection\(|\bknex\(|\bknex\.default\(|\bMikroOrmModule\.forRoot|\bMikroORM\.init|\bTypeOrmOptionsFactory\b|\bdefineConfig\(/;

/** First place of each marker in a source file, and the engine that an ORM is told of in code. */
export function extractMarkers(document: SourceDocument): Extraction {
  const { path, text } = document;
  if (testFile.test(path)) return emptyExtraction;
  if (path.endsWith('.sql')) return { facts: sessionTable(path, text), problems: [] };
  const tables = text.includes('Table(') ? sessionTable(path, withoutComments(text)) : [];
  const usesOrm = orm.test(text);
  const asks = asksEnvironment(document);
  const isLaidOver = text.includes('process.env') && /\bdefaults?\b/i.test(text);
  const met = index.candidates(text).filter(({ match }) => match.test(text));
  if (!asks && !usesOrm && !isLaidOver && met.length === 0) return { facts: tables, problems: [] };
  const clean = withoutComments(text);
  const reads = [...(asks ? environmentReads(path, clean) : []), ...(isLaidOver ? writtenDefaults(path, clean) : [])];
  const facts: Fact[] = met.flatMap(({ name, match }) => {
    const found = match.exec(clean);
    return found === null ? [] : [code(path, name, found.index, found[0], name === 'node.session.made')];
  });
  if (usesOrm) {
    for (const property of properties(text, ['type', 'dialect', 'client'])) {
      facts.push({ kind: 'config', name: `node.code.${property.key}`, value: property.value, at: { path, range: property.range }, keyRange: property.keyRange, stage: 'default', origin: 'node-code', ...(property.section === null ? {} : { detail: { section: property.section } }) });
    }
  }
  return { facts: [...facts, ...tables, ...reads], problems: [] };
}

function code(path: string, name: string, start: number, text: string, isTold: boolean): Fact {
  return { kind: 'code', name, value: isTold ? { kind: 'literal', text } : { kind: 'none' }, at: { path, range: { start, end: start + text.length } }, stage: 'default', origin: 'node-code' };
}
