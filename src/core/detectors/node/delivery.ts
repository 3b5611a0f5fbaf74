import { binding, packageName } from '../bindings';
import type { Binding } from '../detector';
import { imageProduct } from '../images';
import { frameworkOf } from './frameworks';
import { proofs, schemeOf, type NodeSettings } from './settings';

export function realtimeBindings(settings: NodeSettings): readonly Binding[] {
  const io = settings.dependency('socket.io', '@nestjs/platform-socket.io', 'fastify-socket.io');
  const ioUse = settings.marker('node.realtime.socketio');
  const adapter = settings.dependency('@socket.io/redis-adapter', '@socket.io/redis-streams-adapter', '@socket.io/postgres-adapter', 'socket.io-redis');
  const gateway = settings.marker('node.realtime.ws');
  if (io !== undefined && (io.name !== 'npm:@nestjs/platform-socket.io' || gateway !== undefined)) {
    return [binding({ need: 'realtime', technology: 'socket.io', library: 'socket.io', evidence: proofs(io, ioUse, adapter), basis: 'library' })];
  }
  const sails = settings.scope.application.framework === 'sails' ? settings.dependency('sails-hook-sockets') : undefined;
  if (sails !== undefined) return [binding({ need: 'realtime', technology: 'socket.io', library: 'sails-hook-sockets', evidence: proofs(sails), basis: 'library' })];
  // Meteor pushes every publication to its browsers over DDP.
  const meteor = settings.scope.application.framework === 'meteor' ? settings.config('npm.meteor')[0] : undefined;
  if (meteor !== undefined) return [binding({ need: 'realtime', technology: 'ws', library: 'ddp', evidence: proofs(meteor), basis: 'library' })];
  const hosted = (['pusher', 'ably'] as const).flatMap((technology) => {
    const dependency = settings.dependency(technology);
    const key = settings.variables(technology === 'pusher' ? /PUSHER/ : /ABLY/)[0];
    return dependency === undefined || key === undefined ? [] : [binding({ need: 'realtime', technology, evidence: proofs(dependency, key), basis: 'library' })];
  });
  // Files that a browser loads answer nobody: their sockets lead to a server elsewhere.
  if (hosted.length > 0 || frameworkOf(settings.scope.application.framework)?.kind === 'front-end') return hosted;
  const socket = settings.dependency('ws', '@fastify/websocket', 'express-ws', 'koa-websocket', '@hono/node-ws', 'uWebSockets.js', '@nestjs/platform-ws', '@nestjs/websockets', '@hocuspocus/server', 'y-websocket', 'graphql-ws', 'graphql-subscriptions', 'subscriptions-transport-ws', 'crossws', 'sockjs');
  const subscription = settings.marker('node.realtime.subscription');
  if (socket !== undefined) {
    const use = /graphql|subscriptions/.test(socket.name) ? subscription : gateway ?? (settings.dependency('graphql-subscriptions', 'graphql-ws') === undefined ? undefined : subscription);
    if (use !== undefined || /hocuspocus|y-websocket/.test(socket.name)) return [binding({ need: 'realtime', technology: 'ws', library: packageName(socket), evidence: proofs(use, socket), basis: 'code' })];
  }
  const stream = settings.marker('node.realtime.sse');
  return stream === undefined ? [] : [binding({ need: 'realtime', technology: 'sse', evidence: proofs(stream), basis: 'code', confidence: 'likely' })];
}

const offeredChannel = /(?:^|\/)(?:providers?|integrations?|channels?|connectors?)\//i;

/** Firebase's kit also signs people in: messages are sent where code asks for its messenger. */
export function pushBindings(settings: NodeSettings): readonly Binding[] {
  const kit = settings.dependency('firebase-admin');
  // One of many channels is what users connect for themselves.
  const use = settings.scope.find('code', 'node.push.fcm').find((fact) => !offeredChannel.test(fact.at.path));
  // Amazon's topics carry events, too: a message goes to a number or to a device.
  const topics = settings.dependency('@aws-sdk/client-sns');
  const sent = settings.scope.find('code', 'node.push.sns').find((fact) => !offeredChannel.test(fact.at.path));
  return [
    ...(kit === undefined || use === undefined ? [] : [binding({ need: 'sms-push', technology: 'fcm', evidence: proofs(use, kit), basis: 'code', confidence: 'likely' })]),
    ...(topics === undefined || sent === undefined ? [] : [binding({ need: 'sms-push', technology: 'sns', evidence: proofs(sent, topics), basis: 'code', confidence: 'likely' })]),
  ];
}

/** What a variable calls the transport of mail → the contract's word. */
const transports: Readonly<Record<string, string>> = { smtp: 'smtp', 'smtp-auth': 'smtp', 'smtp-api': 'smtp', nodemailer: 'smtp', gmail: 'smtp', ses: 'ses', 'aws-ses': 'ses', mailgun: 'mailgun', postmark: 'postmark', sendgrid: 'sendgrid', resend: 'resend', sendmail: 'sendmail', log: 'log', console: 'log' };

const hostedMail: readonly (readonly [string, RegExp, string, readonly string[]])[] = [
  ['resend', /RESEND/, 'node.mail.resend', ['resend', '@strapi/provider-email-resend']],
  ['sendgrid', /SENDGRID/, 'node.mail.sendgrid', ['@sendgrid/mail', '@strapi/provider-email-sendgrid', 'nodemailer-sendgrid']],
  ['postmark', /POSTMARK/, 'node.mail.postmark', ['postmark']],
  ['mailgun', /MAILGUN/, 'node.mail.mailgun', ['mailgun.js', 'mailgun-js', 'nodemailer-mailgun-transport', '@strapi/provider-email-mailgun']],
  ['ses', /(^|_)(AWS_)?SES_|AWS_(?:DEFAULT_)?REGION/, 'node.mail.ses', ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2', '@strapi/provider-email-amazon-ses']],
  ['brevo', /BREVO|SENDINBLUE|SIB_API/, 'node.mail.brevo', ['@getbrevo/brevo', 'sib-api-v3-sdk', '@sendinblue/client']],
  ['mailjet', /MAILJET|MJ_API/, 'node.mail.other', ['node-mailjet']],
  ['mandrill', /MANDRILL|MAILCHIMP_TRANS/, 'node.mail.other', ['@mailchimp/mailchimp_transactional', 'mandrill-api']],
  ['mailersend', /MAILERSEND/, 'node.mail.other', ['mailersend']],
  ['mailtrap', /MAILTRAP/, 'node.mail.other', ['mailtrap']],
  ['loops', /LOOPS/, 'node.mail.other', ['loops']],
  ['gc-notify', /GC_NOTIFY/, 'node.mail.gc-notify', []],
  ['govuk-notify', /NOTIFY/, 'node.mail.other', ['notifications-node-client']],
];

const mailServer = /(^|_)(SMTP|MAIL|EMAIL|MAILER|NODEMAILER)_(HOST|SERVER|URL|URI|SERVICE)/;
/** What opens a mailbox, where no variable names its server. */
const mailAccount = /(^|_)(E?MAIL|SMTP|GMAIL|MAILER|NODEMAILER)_(PASS\w*|PWD|APP_PASS\w*|SECRET|PORT|AUTH\w*)$|(^|_)GMAIL_|^(GMAIL|EMAIL|MAIL)_?(USER|ID|ACCOUNT)$/;

const localServer = /^(?:localhost|127\.0\.0\.1|\[?::1\]?|mailhog|mailpit|maildev|mailcatcher|inbucket)$/i;

/** A client is installed and its address or key is set: mail goes out. A key that nothing reads is a leftover. */
export function mailBindings(settings: NodeSettings): readonly Binding[] {
  // Nodemailer that only puts a message together leaves the sending to another client.
  const composers = settings.scope.find('code', 'node.mail.composer').map((fact) => fact.at.path);
  const made = settings.scope.find('code', 'node.mail.transport');
  const composes = composers.length > 0 && made.every((fact) => composers.includes(fact.at.path));
  // A server of mail sends on what it receives only where it makes a transport.
  const receives = made.length === 0 && settings.dependency('smtp-server') !== undefined;
  const nodemailer = composes || receives ? undefined : settings.dependency('nodemailer', '@nestjs-modules/mailer', '@strapi/provider-email-nodemailer', '@adonisjs/mail', '@payloadcms/email-nodemailer', 'emailjs', 'directus', '@react-email/nodemailer');
  const hosted = hostedMail.flatMap(([technology, key, marker, packages]) => {
    const dependency = settings.dependency(...packages);
    const use = settings.isOthers(...packages) ? undefined : settings.marker(marker);
    const variable = settings.variables(key)[0];
    // Without its package, a call among many channels is one that users may choose for themselves.
    if (dependency === undefined && (use === undefined || packages.length > 0 && /notification|providers?\/|integrations?\/|channels?\//i.test(use.at.path))) return [];
    const blank = variable === undefined && use !== undefined && dependency !== undefined ? settings.blanks(key)[0] : undefined;
    return [{ technology, evidence: proofs(variable ?? blank, dependency, use), isSet: variable !== undefined, isAsked: blank !== undefined, isRead: dependency !== undefined && use !== undefined && settings.scope.find('code', 'node.env.read').some((fact) => fact.value.kind === 'literal' && key.test(fact.value.text) && fact.detail?.['optional'] === undefined) }];
  });
  const offered = [...(nodemailer === undefined ? [] : ['smtp']), ...hosted.map(({ technology }) => technology)];
  const choice = settings.variables(/(^|_)(MAIL|EMAIL|SMTP|MAILER|NOTIFICATION)_(DRIVER|TRANSPORT|PROVIDER|MAILER|BACKEND|ADAPTER|SERVICE_TYPE)$|(^|_)MAILER$/)[0];
  const chosen = choice === undefined ? undefined : settings.resolve(choice);
  const named = chosen !== undefined && Object.hasOwn(transports, chosen.text.toLowerCase()) ? transports[chosen.text.toLowerCase()] : undefined;
  if (chosen !== undefined && named !== undefined && offered.length > 0) {
    return [binding({ need: 'mail', technology: named, evidence: [...chosen.evidence, ...proofs(nodemailer)], basis: 'driver', supported: offered.filter((name) => name !== named) })];
  }
  // What the framework's own configuration names, before somebody fills in the address.
  const framework = settings.dependency('@adonisjs/mail');
  const [written] = framework === undefined ? [] : settings.config('node.mail.default').flatMap((fact) => settings.resolve(fact) ?? []);
  const mailer = written !== undefined && Object.hasOwn(transports, written.text.toLowerCase()) ? transports[written.text.toLowerCase()] : undefined;
  if (written !== undefined && mailer !== undefined) {
    return [binding({ need: 'mail', technology: mailer, library: '@adonisjs/mail', evidence: [...written.evidence, ...proofs(framework)], basis: 'driver' })];
  }
  const server = settings.variables(/(^|_)(SMTP|MAIL|EMAIL|MAILER|NODEMAILER)_(HOST|SERVER|URL|URI|SERVICE|SMTP_HOST|SMTP_URL|SERVER_HOST|CONNECTION_URL|USER|USERNAME)$|(^|_)(EMAIL|MAIL)_SMTP_(HOST|URL)$/)[0];
  const [first] = hosted.filter(({ isSet }) => isSet);
  // A sample whose server is the developer's own machine, beside the one service whose key it asks for.
  const trap = server !== undefined && server.stage !== 'production' && localServer.test(server.detail?.['host'] ?? (server.value.kind === 'literal' ? server.value.text : ''));
  const beside = trap && hosted.length === 1 ? hosted.find(({ isAsked, isSet }) => isAsked || isSet) : undefined;
  if (beside !== undefined) return [binding({ need: 'mail', technology: beside.technology, evidence: beside.evidence, basis: 'driver', confidence: 'likely', supported: offered.filter((name) => name !== beside.technology) })];
  if (nodemailer !== undefined && server !== undefined) {
    const amazon = server.detail?.['host'] ?? '';
    const technology = amazon.includes('amazonaws') ? 'ses' : 'smtp';
    return [binding({ need: 'mail', technology, library: packageName(nodemailer), evidence: proofs(server, nodemailer), basis: 'driver', supported: offered.filter((name) => name !== technology) })];
  }
  const alone = settings.environment.stage === null ? hosted.filter(({ technology }) => technology !== 'ses')[0] : undefined;
  // The sample asks for this key and for no other way of sending: whoever deploys it fills it in.
  const asked = hosted.filter(({ isAsked }) => isAsked);
  const isOnly = asked.length === 1 && settings.blanks(mailServer).length === 0;
  // Code cannot do without the key of the one service that it sends with, and a sample that names no way of sending forgot it.
  const read = hosted.filter(({ isRead }) => isRead);
  const forgotten = read.length === 1 && asked.length === 0 && server === undefined && settings.blanks(mailServer).length === 0 ? read[0] : undefined;
  const service = first ?? alone ?? (isOnly ? asked[0] : forgotten);
  if (service !== undefined) return [binding({ need: 'mail', technology: service.technology, evidence: service.evidence, basis: 'driver', confidence: service.isSet ? 'certain' : 'likely', supported: offered.filter((name) => name !== service.technology) })];
  // The server's address is written in code, or comes with the account by another name.
  const transport = nodemailer?.name === 'npm:nodemailer' ? settings.marker('node.mail.transport') : undefined;
  const inCode = settings.marker('node.mail.server');
  const sendmail = settings.marker('node.mail.sendmail');
  const account = settings.blanks(mailServer).length > 0 ? undefined : settings.variables(mailAccount)[0];
  if (transport !== undefined && nodemailer !== undefined && (account ?? inCode ?? sendmail) !== undefined) {
    return [binding({ need: 'mail', technology: (account ?? inCode) === undefined ? 'sendmail' : 'smtp', library: packageName(nodemailer), evidence: proofs(account, inCode, sendmail, nodemailer, transport), basis: 'code', confidence: 'likely' })];
  }
  return [];
}

const searchClients: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['elasticsearch', /ELASTIC/, ['@elastic/elasticsearch', '@nestjs/elasticsearch', 'elasticsearch']],
  ['opensearch', /OPENSEARCH/, ['@opensearch-project/opensearch']],
  ['meilisearch', /MEILI/, ['meilisearch', '@rokmohar/medusa-plugin-meilisearch', 'strapi-plugin-meilisearch', 'medusa-plugin-meilisearch']],
  ['typesense', /TYPESENSE/, ['typesense']],
  ['algolia', /ALGOLIA/, ['algoliasearch', 'medusa-plugin-algolia', '@algolia/client-search']],
  ['solr', /SOLR/, ['solr-client']],
];

/** An engine is in use when its address is set or the deployment starts it. */
export function searchBindings(settings: NodeSettings): readonly Binding[] {
  for (const [technology, key, packages] of searchClients) {
    const dependency = settings.dependency(...packages);
    if (dependency === undefined) continue;
    const variable = settings.variables(key)[0];
    const started = settings.scope.find('container').find((fact) => fact.value.kind === 'literal' && imageProduct(fact.value.text)?.technology === technology);
    // The sample asks for the key of the only engine that code is a client of: whoever deploys it fills it in.
    const use = settings.marker('node.search.client');
    const blank = variable === undefined && started === undefined && use !== undefined && settings.dependency(...searchClients.filter(([other]) => other !== technology).flatMap(([, , names]) => names)) === undefined ? settings.blanks(key)[0] : undefined;
    if (blank !== undefined) return [binding({ need: 'search', technology, evidence: proofs(blank, dependency, use), basis: 'driver', confidence: 'likely' })];
    if (variable !== undefined || started !== undefined) return [binding({ need: 'search', technology, evidence: proofs(variable, started, dependency), basis: 'driver' })];
  }
  return [];
}

/** What names a folder or a service for uploads in a variable → the contract's word. */
const storages: Readonly<Record<string, string>> = { local: 'local', disk: 'local', filesystem: 'local', fs: 'local', file: 'local', s3: 's3', 's3-presigned': 's3', aws: 's3', 'aws-s3': 's3', minio: 'minio', r2: 's3', spaces: 's3', gcs: 'gcs', google: 'gcs', gcp: 'gcs', azure: 'azure', cloudinary: 'cloudinary', database: 'database', db: 'database' };

const storageChoice = /(^|_)(FILE_STORAGE|FILE_DRIVER|FILES_DRIVER|(FILE_|MEDIA_|ASSET_|OBJECT_)?STORAGE_([A-Z0-9]+_)?DRIVER|(FILE_|MEDIA_|ASSET_|OBJECT_)?STORAGE_(TYPE|PROVIDER|BACKEND|ADAPTER|ENGINE|TRANSPORT|SERVICE)|(FILES?|MEDIA|UPLOADS?|STORAGE|ASSETS?)_BACKEND(_TYPE)?|UPLOADS?_(TRANSPORT|DRIVER|PROVIDER|STORAGE|BACKEND|TYPE)|DRIVE_DISK|FILESYSTEM_(DISK|DRIVER)|DISK_DRIVER)$/;

/** Where objects are kept: a bucket, or the endpoint that offers it. */
const bucketKey = /(^|_)(S3|AWS_S3|SPACES|R2|MINIO|TIGRIS|STORAGE_S3|B2)\w*_(BUCKET|BUCKET_NAME|ENDPOINT|ENDPOINT_URL|HOST|URL)$|(^|_)(AWS|S3|STORAGE)?_?BUCKET(_NAME)?$|AWS_ENDPOINT_URL_S3$/;

export function fileBindings(settings: NodeSettings): readonly Binding[] {
  const s3 = settings.dependency('@aws-sdk/client-s3', 'multer-s3', '@adonisjs/drive-s3', '@strapi/provider-upload-aws-s3', '@payloadcms/storage-s3', '@medusajs/file-s3', 'aws-sdk', 'minio', 'nestjs-minio', 'nestjs-minio-client', '@directus/storage-driver-s3');
  const s3Use = settings.marker('node.files.s3');
  const others = ([['gcs', ['@google-cloud/storage', '@strapi-community/strapi-provider-upload-google-cloud-storage', '@payloadcms/storage-gcs']], ['azure', ['@azure/storage-blob', '@payloadcms/storage-azure']], ['cloudinary', ['cloudinary', '@strapi/provider-upload-cloudinary', 'next-cloudinary', 'multer-storage-cloudinary']], ['vercel-blob', ['@vercel/blob', '@payloadcms/storage-vercel-blob']], ['uploadthing', ['uploadthing', '@uploadthing/react']]] as const)
    .flatMap(([technology, packages]) => {
      const dependency = settings.dependency(...packages);
      return dependency === undefined ? [] : [{ technology, dependency }];
    });
  const local = settings.marker('node.files.folder', 'node.files.multer-disk', 'node.files.buffer');
  const writes = settings.marker('node.files.write');
  // Sails takes files apart by itself.
  const multipart = (settings.scope.application.framework === 'sails' ? settings.dependency('sails') : undefined) ?? settings.dependency('multer', 'formidable', 'busboy', '@fastify/multipart', 'express-fileupload', 'koa-multer', '@koa/multer', 'multiparty');
  const offered = [...(local !== undefined ? ['local'] : []), ...(s3 !== undefined ? ['s3'] : []), ...others.map(({ technology }) => technology)];
  for (const fact of settings.variables(storageChoice)) {
    const chosen = settings.resolve(fact);
    const technology = chosen !== undefined && Object.hasOwn(storages, chosen.text.toLowerCase()) ? storages[chosen.text.toLowerCase()] : undefined;
    if (chosen === undefined || technology === undefined || offered.length === 0 && writes === undefined && multipart === undefined) continue;
    return [binding({ need: 'file-storage', technology: technology === 's3' ? flavour(settings) : technology, evidence: [...chosen.evidence, ...proofs(technology === 'local' ? local : technology === 's3' ? s3 : undefined)], basis: 'driver', supported: ['local', ...offered].filter((name, index, all) => name !== technology && all.indexOf(name) === index) })];
  }
  const bucket = settings.variables(bucketKey)[0];
  if (bucket !== undefined && (s3 !== undefined && (s3.name !== 'npm:aws-sdk' || s3Use !== undefined) || s3Use !== undefined)) {
    return [binding({ need: 'file-storage', technology: flavour(settings), evidence: proofs(bucket, s3, s3Use), basis: 'driver', supported: offered.filter((name) => name === 'local') })];
  }
  const strapi = settings.scope.application.framework === 'strapi' ? settings.dependency('@strapi/strapi', 'strapi') : undefined;
  const provider = settings.dependency('@strapi/provider-upload-aws-s3', '@payloadcms/storage-s3', '@medusajs/file-s3');
  const choices = strapi === undefined ? [] : settings.scope.find('dependency').filter((fact) => /^npm:(?:@strapi(?:-community)?\/|strapi-)provider-upload-/.test(fact.name) && fact.stage !== 'local');
  // Of several providers whose accounts no file asks for, the configuration falls back to the disk.
  const isOpen = choices.length > 1 && settings.isTold && settings.blanks(bucketKey).length === 0;
  if (provider !== undefined && !isOpen) return [binding({ need: 'file-storage', technology: 's3', evidence: proofs(provider), basis: 'library' })];
  const grid = settings.marker('node.files.gridfs');
  if (grid !== undefined && others.length === 0 && s3 === undefined) return [binding({ need: 'file-storage', technology: 'mongodb', library: 'gridfs', evidence: proofs(grid), basis: 'code' })];
  const [service] = others;
  const key = service === undefined ? undefined : settings.variables(/GCS|GOOGLE_CLOUD|AZURE_STORAGE|CLOUDINARY|BLOB|UPLOADTHING|FIREBASE_STORAGE/)[0];
  if (service !== undefined && (key !== undefined || /cloudinary|blob|uploadthing|storage-/.test(service.technology) && settings.environment.stage === null)) {
    return [binding({ need: 'file-storage', technology: service.technology, evidence: proofs(key, service.dependency), basis: 'library', confidence: key === undefined ? 'likely' : 'certain' })];
  }
  // The only place for uploads that code knows: whoever deploys it fills in the account.
  const hosted = settings.marker('node.files.cloudinary');
  const asked = hosted === undefined ? undefined : settings.blanks(/CLOUDINARY/)[0] ?? settings.reads(/CLOUDINARY/)[0];
  if (service?.technology === 'cloudinary' && others.length === 1 && hosted !== undefined && asked !== undefined && s3 === undefined && local === undefined) {
    return [binding({ need: 'file-storage', technology: 'cloudinary', evidence: proofs(asked, service.dependency, hosted), basis: 'code', confidence: 'likely' })];
  }
  // A class that keeps files on the disk, beside one for buckets that nobody has named: what runs until one is.
  const choice = s3 === undefined ? undefined : settings.marker('node.files.local-store');
  if (choice !== undefined && others.length === 0) return [binding({ need: 'file-storage', technology: 'local', evidence: proofs(choice), basis: 'code', confidence: 'likely', supported: ['s3'] })];
  if (local !== undefined && settings.marker('node.files.multer-memory') === undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: proofs(local), basis: 'code', supported: s3 === undefined ? [] : ['s3'] })];
  if (strapi !== undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: proofs(strapi), basis: 'library', confidence: 'likely' })];
  // Meteor's collection of files keeps them in a folder of the server.
  const collection = settings.scope.application.framework === 'meteor' ? settings.marker('node.files.collection') : undefined;
  if (collection !== undefined) return [binding({ need: 'file-storage', technology: 'local', library: 'ostrio:files', evidence: proofs(collection), basis: 'code', confidence: 'likely', supported: s3 === undefined ? [] : ['s3'] })];
  const receives = settings.marker('node.files.receive');
  if (receives !== undefined && writes !== undefined && receives.at.path === writes.at.path && s3 === undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: proofs(writes, receives), basis: 'code', confidence: 'likely' })];
  const onDisk = settings.scope.find('code', 'node.files.write').find((fact) => /local|disk|filesystem/i.test(fact.at.path.slice(fact.at.path.lastIndexOf('/') + 1)));
  if (multipart !== undefined && onDisk !== undefined && s3 !== undefined && service === undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: proofs(onDisk, multipart), basis: 'code', confidence: 'likely', supported: ['s3'] })];
  const stored = settings.scope.find('code', 'node.files.write').find((fact) => !bookkeeping.test(fact.at.path.slice(fact.at.path.lastIndexOf('/') + 1)));
  if (multipart !== undefined && stored !== undefined && s3 === undefined && service === undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: proofs(stored, multipart), basis: 'code', confidence: 'likely' })];
  // Own code names the bucket; with other storages at hand it would be one of several choices.
  const blank = settings.blanks(bucketKey)[0];
  if (s3 !== undefined && (s3.name !== 'npm:aws-sdk' || blank !== undefined) && s3Use !== undefined && others.length === 0 && local === undefined) return [binding({ need: 'file-storage', technology: flavour(settings), evidence: proofs(blank, s3Use, s3), basis: 'code', confidence: 'likely' })];
  // A client that only signs requests is told which service they are for.
  const signed = settings.dependency('aws4fetch');
  if (signed !== undefined && blank !== undefined && s3Use !== undefined && others.length === 0 && local === undefined) return [binding({ need: 'file-storage', technology: flavour(settings), evidence: proofs(blank, s3Use, signed), basis: 'code', confidence: 'likely' })];
  return [];
}

/** Files that a server writes for itself, whatever it receives. */
const bookkeeping = /settings?|config|logger|logging|secret|key|session|cache|seed|export|swagger|openapi|sitemap/i;

/** An endpoint that is not AWS's: MinIO on the own network, else the S3 interface of whoever offers it. */
function flavour(settings: NodeSettings): string {
  const endpoint = settings.variables(/(S3|MINIO|SPACES|STORAGE|UPLOAD)\w*(ENDPOINT|HOST|URL)/).find((fact) => schemeOf(fact) !== undefined || fact.value.kind === 'literal');
  const host = endpoint?.detail?.['host'] ?? (endpoint?.value.kind === 'literal' ? endpoint.value.text : '');
  return /minio|rustfs|^localhost$|^127\./.test(host) ? 'minio' : 's3';
}

const bundlers = ['vite', 'webpack', 'react-scripts', '@vue/cli-service', 'parcel', '@rsbuild/core', '@rspack/core', '@symfony/webpack-encore', '@adonisjs/vite', '@vitejs/plugin-react', '@vitejs/plugin-vue', 'nuxt', '@angular/build', '@angular-devkit/build-angular'];

/** Whether the image of the server takes in a front end from beside it: its folder has the page that the bundler begins with. */
function holdsFrontEnd({ scope }: NodeSettings): boolean {
  const files = new Set(scope.files.map(({ path }) => path));
  return (scope.application.includes ?? []).some((folder) => ['index.html', 'public/index.html', 'src/index.html'].some((page) => files.has(`${folder}/${page}`)) && scope.find('dependency').some((fact) => fact.at.path === `${folder}/package.json` && bundlers.includes(packageName(fact))));
}

/** NestJS that hands out files, in a workspace of one manifest where a project beside it is a page. */
function servesWorkspace(settings: NodeSettings): boolean {
  return settings.dependency('@nestjs/serve-static') !== undefined && settings.marker('node.serve.static') !== undefined && settings.scope.files.some(({ path }) => /^apps\/[\w-]+\/(?:src\/)?index\.html$/.test(path));
}

/** A front end that is built and served with the application, or from a host of its own. */
export function assetBindings(settings: NodeSettings): readonly Binding[] {
  const framework = frameworkOf(settings.scope.application.framework);
  const rendered = framework === undefined || framework.kind === 'server' ? undefined : settings.anyDependency(...framework.packages);
  const built = settings.anyDependency(...bundlers);
  const front = settings.anyDependency('react', 'vue', 'svelte', 'preact', 'solid-js', '@angular/core', 'lit', '@hotwired/turbo', 'alpinejs', 'jquery');
  if (rendered === undefined && (built === undefined || front === undefined && settings.marker('node.serve.static') === undefined)) return [];
  const headless = framework?.kind === 'server' && ['strapi', 'medusa', 'directus', 'nestjs', 'keystone'].includes(framework.id) && !settings.scope.hasFile('index.html') && !(framework.id === 'nestjs' && (holdsFrontEnd(settings) || servesWorkspace(settings)));
  if (headless) return [];
  const proof = proofs(rendered ?? built, rendered === undefined ? front : undefined);
  const prefix = [...settings.config('node.next.assetPrefix'), ...settings.config('node.nuxt.cdnURL')].map((fact) => settings.resolve(fact)).find((chosen) => chosen !== undefined && /^https?:|^\/\//.test(chosen.text));
  const host = settings.variables(/^(?:NEXT_PUBLIC_|NUXT_APP_|VITE_|PUBLIC_)?(CDN_URL|CDN_HOST|ASSET_URL|ASSETS_URL|ASSET_PREFIX|ASSET_HOST|CDN_BASE_URL|STATIC_URL)$/)[0];
  if (prefix !== undefined) return [binding({ need: 'static-assets', technology: 'cdn', evidence: [...prefix.evidence, ...proof], basis: 'driver', supported: ['bundled'] })];
  if (host !== undefined) return [binding({ need: 'static-assets', technology: 'cdn', evidence: [...proofs(host), ...proof], basis: 'driver', supported: ['bundled'] })];
  return [binding({ need: 'static-assets', technology: 'bundled', evidence: proof, basis: 'library' })];
}
