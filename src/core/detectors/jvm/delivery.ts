import type { Evidence } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { isWebArchive } from './frameworks';
import { proof } from './proof';
import type { JvmSetting, JvmSettings } from './settings';

/** WebSocket endpoints, Socket.IO, and events that a server sends on an open response. */
export function realtimeBindings(settings: JvmSettings): readonly Binding[] {
  const hosted = settings.dependencies(/^com\.pusher:pusher-http-java|^io\.ably:/)[0];
  if (hosted !== undefined) return [binding({ need: 'realtime', technology: /ably/.test(hosted.name) ? 'ably' : 'pusher', evidence: proof(hosted), basis: 'driver', confidence: 'likely' })];
  const socketio = settings.dependencies(/netty-socketio|socket\.?io-server|socketio/)[0];
  const server = settings.marker('jvm.socketio');
  if (socketio !== undefined && server !== undefined) return [binding({ need: 'realtime', technology: 'socket.io', evidence: proof(server, socketio), basis: 'driver' })];
  const library = settings.dependencies(/websocket|^io\.javalin:|^io\.vertx:vertx-(?:web|core)|^io\.micronaut:micronaut-(?:websocket|http-server)|spring-boot-starter-(?:webflux|rsocket)$|^org\.yeauty:|tyrus|ktor-server-websockets|spring-messaging/)[0];
  const use = settings.marker('jvm.websocket');
  const stomp = settings.marker('jvm.websocket.stomp');
  if (use !== undefined && (library !== undefined || isWebArchive(settings.scope.application.framework))) return [binding({ need: 'realtime', technology: 'ws', library: stomp === undefined ? null : 'stomp', evidence: proof(use, stomp === use ? undefined : stomp, library), basis: 'code' })];
  const { root } = settings.scope.application;
  // A helper of a shared module sends nothing until something of the application answers with it.
  const events = settings.scope.find('code', 'jvm.sse').find((fact) => (root === '.' || fact.at.path.startsWith(`${root}/`) || fact.detail?.['answers'] === 'true') && !settings.isOff(subjectOf(fact.at.path)));
  return events === undefined ? [] : [binding({ need: 'realtime', technology: 'sse', evidence: proof(events), basis: 'code', confidence: 'likely' })];
}

/** What a class is for, by its name: a switch of that name turns it off (`ChatController`, `shop.chat.enabled`). */
function subjectOf(path: string): RegExp {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:Controller|Resource|Service|Endpoint|Handler|Config|Configuration)?\.\w+$/, '');
  return new RegExp(`^${name.toLowerCase().replace(/[^a-z0-9]/g, '')}$`);
}

interface ObjectStore {
  readonly technology: string;
  readonly dependencies: RegExp;
  readonly marker: string;
  readonly keys: RegExp;
  readonly word: RegExp;
}

const objectStores: readonly ObjectStore[] = [
  { technology: 'minio', dependencies: /^io\.minio:minio|quarkus-minio/, marker: 'jvm.minio.use', keys: /minio.*(?:endpoint|url|host|bucket\w*)$/, word: /minio/ },
  { technology: 's3', dependencies: /^software\.amazon\.awssdk:(?:s3|s3-transfer-manager|aws-sdk-java|bom-s3)$|aws-java-sdk-s3$|^com\.amazonaws:aws-java-sdk$|spring-cloud-aws-starter-s3$|quarkus-amazon-s3$|micronaut-object-storage-aws$|^aws\.sdk\.kotlin:s3$|spring-content-s3/, marker: 'jvm.s3.use', keys: /(?:^|\.)(?:s3|aws|amazon|amazons3)\.?[\w.]*(?:bucket\w*|endpoint|s3)$/, word: /s3|^aws$/ },
  { technology: 'oss', dependencies: /aliyun-sdk-oss|aliyun-oss|spring-cloud-alicloud-oss/, marker: 'jvm.oss.use', keys: /oss.*(?:endpoint|bucket\w*)$/, word: /oss/ },
  { technology: 'gcs', dependencies: /google-cloud-storage$|gcp-starter-storage$|quarkus-google-cloud-storage|object-storage-gcp/, marker: 'jvm.gcs.use', keys: /(?:gcs|gcp|google).*bucket\w*$/, word: /gcs|gcp/ },
  { technology: 'azure', dependencies: /azure-storage-blob$|^com\.microsoft\.azure:azure-storage$|starter-storage-blob$|object-storage-azure/, marker: 'jvm.azure-blob.use', keys: /azure.*(?:blob|container|storage).*/, word: /azure/ },
  { technology: 'cloudinary', dependencies: /cloudinary/, marker: 'jvm.cloudinary.use', keys: /cloudinary/, word: /cloudinary/ },
  { technology: 'qiniu', dependencies: /qiniu-java-sdk/, marker: 'jvm.qiniu.use', keys: /qiniu.*bucket\w*$/, word: /qiniu/ },
  { technology: 'cos', dependencies: /^com\.qcloud:cos_api/, marker: 'jvm.cos.use', keys: /cos.*bucket\w*$/, word: /^cos$/ },
];

const folderKeys = /(?:^|\.)(?:(?:upload|uploads|uploaded|storage|store|file|files|attachment|attachments|media|image|images|avatar|document|documents|filesystem|localfile|local)\.?(?:[\w.]*\.)?(?:dir|directory|path|location|folder|rootfolder|root|basepath|basedir|rootlocation|localpath|rootpath)|uploadpath|uploaddir|filepath|uploadfolder|profile|storagepath)$/;
const notFolders = /logging|log\.|template|resources|liquibase|flyway|ssl|keystore|certificate|spring\.(?!content|storage)|multipart|swagger|springdoc|mybatis|datasource|geoip|lucene|index|quarkus|micronaut|static/;

/** Which word the setting that chooses a storage says: `storage.type: s3`. */
const choosing = /(?:^|\.)(?:storage|file|files|upload|oss|attachment|filesystem|filestorage|media)\.(?:type|provider|driver|mode|strategy|platform|defaultplatform|active|backend)$/;
const chosenWords: Readonly<Record<string, string>> = { local: 'local', filesystem: 'local', file: 'local', disk: 'local', s3: 's3', aws: 's3', minio: 'minio', oss: 'oss', aliyun: 'oss', gcs: 'gcs', azure: 'azure', 'local-plus': 'local', cloudinary: 'cloudinary', fastdfs: 'fastdfs' };

export function fileBindings(settings: JvmSettings): readonly Binding[] {
  const stores = objectStores.flatMap((store) => {
    const client = settings.dependencies(store.dependencies)[0];
    if (client === undefined || settings.isOff(store.word)) return [];
    const key = settings.keys(store.keys).find((name) => !/secret|password|logging|spring\.mail|cognito/.test(name));
    const setting = key === undefined ? undefined : settings.read(key);
    const use = settings.marker(store.marker);
    if (use === undefined && setting?.text == null) return [];
    return [{ technology: store.technology === 's3' ? flavour(settings, setting) : store.technology, evidence: [...(setting?.evidence ?? []), ...proof(use, client)] }];
  });
  const local = localFolder(settings);
  const chosenKey = settings.keys(choosing).map((key) => settings.read(key)).find((setting) => setting?.text != null && chosenWords[setting.text.toLowerCase()] !== undefined);
  const chosen = chosenKey?.text == null ? undefined : chosenWords[chosenKey.text.toLowerCase()];
  if (chosenKey !== undefined && chosen !== undefined && (stores.some((store) => store.technology === chosen) || chosen === 'local' && local !== null)) {
    return [binding({ need: 'file-storage', technology: chosen, evidence: [...chosenKey.evidence, ...(stores.find((store) => store.technology === chosen)?.evidence ?? local ?? [])], basis: 'driver', supported: stores.map((store) => store.technology).filter((technology) => technology !== chosen) })];
  }
  const [first, ...others] = stores;
  const isLocalByDefault = local !== null && settings.keys(/(?:filesystem|local).*enabled$/).some((key) => settings.read(key)?.text === 'true');
  if (first !== undefined && !isLocalByDefault) return [binding({ need: 'file-storage', technology: first.technology, evidence: first.evidence, basis: 'driver', supported: [...others.map((store) => store.technology), ...(local === null ? [] : ['local'])].filter((technology) => technology !== first.technology) })];
  if (local === null) return [];
  const off = objectStores.filter((store) => settings.dependencies(store.dependencies).length > 0).map((store) => store.technology);
  return [binding({ need: 'file-storage', technology: 'local', evidence: local, basis: 'driver', confidence: 'likely', supported: off })];
}

/** Files that arrive and are written: in one class, or to a folder that a setting names. */
function localFolder(settings: JvmSettings): readonly Evidence[] | null {
  const received = settings.scope.find('code', 'jvm.upload.receive');
  const written = settings.scope.find('code', 'jvm.upload.write');
  const setting = settings.keys(folderKeys).filter((name) => !notFolders.test(name) && !/url$/.test(name)).flatMap((name) => settings.read(name) ?? []).find((found) => !databaseFile.test(found.text ?? ''));
  const same = received.flatMap((fact) => written.filter((other) => other.at.path === fact.at.path).map((other) => [other, fact] as const))[0];
  if (setting !== undefined && (received.length > 0 || written.length > 0) && isFolder(setting)) return [...setting.evidence, ...proof(received[0], written[0])];
  return same === undefined ? null : proof(...same);
}

/** The one file in which a database of the process keeps its rows. */
const databaseFile = /\.(?:duckdb|sqlite3?|db3?|mv\.db|h2|mdb)$/i;

function isFolder({ text }: JvmSetting): boolean {
  return text === null || /[/\\~.]|^[\w-]+$/.test(text) && !/^(?:true|false|\d+|classpath.*|https?:.*)$/.test(text) && !/^(?:classpath|https?):/.test(text);
}

function flavour(settings: JvmSettings, setting: JvmSetting | undefined): string {
  const endpoint = settings.keys(/(?:s3|aws|storage).*(?:endpoint|url|serviceendpoint)$/).map((key) => settings.read(key)).find((found) => found?.host != null);
  const host = endpoint?.host ?? setting?.host ?? '';
  return /minio|rustfs|^localhost$|^127\./.test(host) ? 'minio' : 's3';
}

const templates = /spring-boot-starter-(?:thymeleaf|freemarker|mustache|groovy-templates)$|quarkus-(?:rest-qute|resteasy-qute|qute|quinoa|web-bundler)$|quarkus-quinoa$|tomcat-embed-jasper$|ktor-server-(?:thymeleaf|freemarker|mustache|pebble|html-builder|velocity)(?:-jvm)?$|micronaut-views-|^com\.vaadin:vaadin|^com\.hubspot\.jinjava|^org\.webjars|ktor-server-(?:html-builder|webjars)|pebble-spring-boot/;
const builders = ['npm:vite', 'npm:webpack', 'npm:@angular/cli', 'npm:@angular/core', 'npm:react-scripts', 'npm:@vue/cli-service', 'npm:parcel', 'npm:rollup', 'npm:rsbuild', 'npm:@rsbuild/core', 'npm:gulp', 'npm:sass', 'npm:tailwindcss', 'npm:next', 'npm:esbuild'];

/** Settings that name the folders of the archive whose files are handed out, and one that is not the framework's default. */
const servedFolders = /^spring\.(?:web\.)?resources\.staticlocations(?:\.\d+)?$|^micronaut\.router\.staticresources\.(?!swagger|openapi|redoc|rapidoc)[\w-]+\.paths(?:\.\d+)?$/;
const ownFolder = /^classpath:[./]*(?!static|public|resources|templates|META-INF|[./]|$)\w/;

/** A front end that is built into the archive, or files for browsers beside templates that the server renders. */
export function assetBindings(settings: JvmSettings): readonly Binding[] {
  const { scope } = settings;
  const built = builders.flatMap((name) => scope.find('dependency', name))[0];
  const plugin = scope.find('config', 'jvm.plugin').find((fact) => fact.value.kind === 'literal' && /frontend-(?:maven|gradle)-plugin|node-gradle|com\.github\.node-gradle\.node|org\.siouan\.frontend|com\.moowork\.node|libsass-maven|vaadin-maven/.test(fact.value.text));
  const template = settings.dependencies(templates)[0];
  const served = scope.files.some(({ path }) => /(?:src\/(?:main|jvmMain)\/(?:resources\/(?:static|public|META-INF\/resources|assets|web|webroot)|webapp)|WebContent|WebRoot|web|public|app\/assets)\/.*\.(?:css|js|html|png|svg|ico)$/.test(path));
  const cdn = settings.keys(/(?:^|\.)(?:cdn|assets?|static)\.?(?:url|host|domain|baseurl)$/).map((key) => settings.read(key)).find((setting) => setting?.text != null && /^(?:https?:)?\/\//.test(setting.text) && !/localhost|127\.0/.test(setting.text));
  const index = scope.files.some(({ path }) => /src\/main\/resources\/(?:static|public|META-INF\/resources)\/index\.html$/.test(path));
  const pages = isWebArchive(scope.application.framework) || scope.application.framework === 'play' || scope.find('code', 'jvm.webapp').length > 0;
  const archive = pages && served ? [{ at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const }] : [];
  const folders = settings.keys(servedFolders).map((key) => settings.read(key)).find((setting) => setting?.text != null && setting.text.split(',').some((location) => ownFolder.test(location.trim())));
  const evidence = [...(folders?.evidence ?? []), ...proof(built, plugin, template, scope.find('config', 'jvm.assets')[0], settings.marker('jvm.static.served')), ...archive];
  const web = settings.dependencies(/spring-boot-starter-(?:web|webmvc|webflux|tomcat)$|quarkus-(?:rest|resteasy|vertx-http|undertow)\S*$/)[0];
  if (evidence.length === 0 && !(index && web !== undefined)) return [];
  if (built === undefined && plugin === undefined && scope.find('config', 'jvm.assets').length === 0 && folders === undefined && !served && !/vaadin|quinoa|web-bundler/.test(template?.name ?? '')) return [];
  if (cdn !== undefined) return [binding({ need: 'static-assets', technology: 'cdn', evidence: [...cdn.evidence, ...evidence], basis: 'driver', supported: ['bundled'] })];
  return [binding({ need: 'static-assets', technology: 'bundled', evidence: evidence.length > 0 ? evidence : proof(web), basis: 'library', confidence: evidence.length > 0 ? 'certain' : 'likely' })];
}

const mailLibraries = /spring-boot-starter-mail$|quarkus-mailer$|micronaut-email|simple-?java-?mail|^org\.apache\.commons:commons-email|(?:jakarta|javax)\.mail|^com\.sun\.mail:|^javax\.mail:|angus-mail|^org\.springframework:spring-context-support$|ktor-server-mail|:play-mailer|^org\.simplejavamail:|^cn\.hutool:hutool-(?:all|extra)$/;
const services: readonly (readonly [string, RegExp, string | null])[] = [
  ['sendgrid', /^com\.sendgrid:|micronaut-email-sendgrid/, null],
  ['ses', /^software\.amazon\.awssdk:sesv?2?$|aws-java-sdk-ses(?:v2)?$|spring-cloud-aws-starter-ses$|quarkus-amazon-ses|micronaut-email-amazon-ses/, 'jvm.ses.use'],
  ['mailgun', /mailgun/, null],
  ['postmark', /postmark/, null],
  ['resend', /^com\.resend:/, null],
  ['mailjet', /^com\.mailjet:|email-mailjet/, null],
];

export function mailBindings(settings: JvmSettings): readonly Binding[] {
  const host = settings.read('spring.mail.host', 'quarkus.mailer.host', 'javamail.properties.mail.smtp.host', 'mail.host', 'mail.smtp.host', 'smtp.host', 'play.mailer.host', 'spring.mail.username', 'quarkus.mailer.from');
  const use = settings.marker('jvm.mail.use');
  const library = settings.dependencies(mailLibraries)[0];
  for (const [technology, pattern, marker] of services) {
    const client = settings.dependencies(pattern)[0];
    const service = client === undefined || marker === null ? undefined : settings.marker(marker);
    if (client === undefined || marker !== null && service === undefined && !/starter-ses|quarkus-amazon-ses|micronaut/.test(client.name)) continue;
    return [binding({ need: 'mail', technology, evidence: proof(client, service, use), basis: 'driver', confidence: 'likely', supported: host === undefined ? [] : ['smtp'] })];
  }
  // The platform brings mail along; libraries that lie beside the sources are named nowhere.
  const isBrought = isWebArchive(settings.scope.application.framework) && use !== undefined;
  if (library === undefined && !isBrought || settings.isOff(/^(?:mail|email|smtp)$/)) return [];
  const isClient = library !== undefined && /hutool|context-support/.test(library.name);
  if (host === undefined && use === undefined || isClient && use === undefined) return [];
  const mocked = settings.read('quarkus.mailer.mock');
  return [binding({ need: 'mail', technology: mocked?.text === 'true' ? 'log' : mailServer(host), evidence: [...(host?.evidence ?? []), ...proof(library, use)], basis: 'driver', confidence: host === undefined ? 'likely' : 'certain' })];
}

function mailServer(host: JvmSetting | undefined): string {
  return /email-smtp\.[\w-]+\.amazonaws/.test(host?.text ?? '') ? 'ses' : 'smtp';
}

