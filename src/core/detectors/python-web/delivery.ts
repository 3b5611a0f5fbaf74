import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { client, container, dependency, marker, proof } from '../python/context';
import { builder } from '../python/runtime';
import { searchBeside } from '../python/searchBeside';
import type { PythonSettings } from '../python/settings';
import { mailOf, storageOf } from '../python/technologies';
import { choices, isGiven, others, technologies } from './reading';

const storageNames = /^(?:\w+\.)?(?:(?:FILE|FILES|UPLOAD|UPLOADS|MEDIA|OBJECT|BLOB|ASSETS?|DEFAULT)_?)?(?:STORAGE(?:_(?:TYPE|PROVIDER|BACKEND|DRIVER|ENGINE|SERVICE|MODE))?|(?:UPLOAD|FILESYSTEM|FILES)_(?:PROVIDER|DRIVER|BACKEND|TYPE)|DISK)$/i;
const folderNames = /^(?:\w+\.)?(?:(?:[A-Z]+_)*(?:UPLOAD(?:S|ED)?(?:_(?:FILES?|IMAGES?|PHOTOS?|MEDIA))?|MEDIA|STORAGE(?:_LOCAL)?|FILES?|ATTACHMENTS?|AVATARS?)_(?:FOLDER|DIR|DIRECTORY|PATH|ROOT|LOCATION|DEST)|(?:uploads?|media|storage|attachments?)_(?:folder|dir|directory|path|root))$/;
/** Files that nobody sends. */
const otherFolders = /LOG|CONFIG|TEMPLATE|STATIC|CERT|KEY|TMP|TEMP_|CACHE|MODEL|MIGRATION|SCHEMA|PID|LOCK|SECRET|DB_/i;
const objectClients: Readonly<Record<string, readonly string[]>> = { s3: ['boto3', 'aioboto3', 'aiobotocore', 's3fs', 'boto', 'cloudpathlib', 'fastapi-storages', 'django-storages', 'sqlalchemy-file', 'apache-libcloud'], minio: ['minio', 'miniopy-async'], gcs: ['google-cloud-storage', 'gcsfs'], azure: ['azure-storage-blob'], cloudinary: ['cloudinary'] };
const bucketNames = /(?:S3|AWS|MINIO|BUCKET|GCS|GOOGLE|AZURE|BLOB)\w*(?:BUCKET|BUCKET_NAME|CONTAINER|ENDPOINT\w*)$|^BUCKET(?:_NAME)?$|^S3_\w+$|^MINIO_\w+$/i;

/** Where uploads go: a store that is chosen or opened, else the disk, where code keeps what it is sent. */
export function fileBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const upload = marker(scope, 'python.upload');
  const kept = keptUpload(settings);
  const folder = settings.all(folderNames).find((fact) => fact.stage !== 'local' && !otherFolders.test(fact.name));
  const opened = [...technologies(scope, 'python.files')].flatMap(([technology, fact]) => {
    const opener = client(scope, ...(objectClients[technology] ?? []));
    return opener === undefined ? [] : [{ technology, fact, client: opener }];
  });
  const chosen = choices(settings, storageNames, (text) => storageWord(settings, text)).find(({ setting }) => setting.fact.stage !== 'local');
  const offers = opened.map(({ technology }) => technology);
  if (chosen !== undefined && (opened.length > 0 || upload !== undefined || chosen.technology === 'local' && folder !== undefined)) {
    return [binding({ need: 'file-storage', technology: flavour(settings, chosen.technology), evidence: [...chosen.setting.evidence, ...proof(upload, folder)], basis: 'driver', confidence: chosen.setting.from === 'fallback' ? 'likely' : 'certain', supported: others(chosen.technology, offers) })];
  }
  const [object] = opened;
  const bucket = isGiven(settings, bucketNames);
  if (object !== undefined && (folder === undefined && kept === undefined || bucket?.from === 'environment')) {
    return [binding({ need: 'file-storage', technology: flavour(settings, object.technology), evidence: [...(bucket?.evidence ?? []), evidenceOf(object.fact, object.technology), ...proof(object.client)], basis: 'driver', confidence: 'likely' })];
  }
  const written = marker(scope, 'python.file.kept');
  const decisive = upload === undefined ? written : (folder ?? kept ?? written);
  return decisive === undefined ? [] : [binding({ need: 'file-storage', technology: 'local', evidence: proof(upload === undefined ? undefined : folder, kept, written, upload), basis: 'driver', confidence: folder === undefined ? 'likely' : 'certain', supported: others('local', offers) })];
}

/** A file that takes an upload and writes it down. */
function keptUpload(settings: PythonSettings): ReturnType<typeof marker> {
  const takes = new Set(settings.scope.find('code', 'python.upload').map((fact) => fact.at.path));
  return settings.scope.find('code', 'python.upload.kept').find((fact) => takes.has(fact.at.path));
}

function storageWord(settings: PythonSettings, text: string): string | undefined {
  if (text.includes('/')) return undefined;
  if (!/^opendal$/i.test(text)) return storageOf(text);
  // One library over many stores: its scheme is another setting, the disk by default.
  return choices(settings, /^(?:\w+\.)?OPENDAL_SCHEME$/i, (scheme) => (/^fs$/i.test(scheme) ? 'local' : storageOf(scheme)))[0]?.technology ?? 'local';
}

function flavour(settings: PythonSettings, technology: string): string {
  if (technology !== 's3') return technology;
  const endpoint = isGiven(settings, /(?:S3|AWS)\w*ENDPOINT\w*$/i);
  const local = endpoint?.text != null && /minio/.test(endpoint.text);
  return local && container(settings.scope, 'minio') !== undefined && endpoint.from === 'environment' && endpoint.evidence[0]?.stage === 'production' ? 'minio' : 's3';
}

const mailClients: Readonly<Record<string, readonly string[]>> = { ses: ['boto3', 'aioboto3', 'aiobotocore'], sendgrid: ['sendgrid'], postmark: ['postmarker'], resend: ['resend'], brevo: ['sib-api-v3-sdk', 'brevo-python'], mailjet: ['mailjet-rest'] };

/** E-mail by the provider that a setting names, else by what the code opens. */
export function mailBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const opened = [...technologies(scope, 'python.mail')].filter(([technology]) => mailClients[technology] === undefined || client(scope, ...(mailClients[technology] ?? [])) !== undefined);
  const server = settings.all(/^(?:\w+\.)?(?:MAIL|SMTP|EMAIL)_(?:SERVER|HOST|HOSTNAME|SERVER_HOST)$/i).find((fact) => fact.stage !== 'local');
  const named = choices(settings, /^(?:\w+\.)?(?:MAIL|EMAIL|MAILER)_(?:TYPE|PROVIDER|BACKEND|SERVICE|DRIVER|TRANSPORT)$/i, mailOf).filter(({ setting }) => setting.fact.stage !== 'local');
  const chosen = named.find(({ technology }) => technology !== 'log' && technology !== 'none');
  // A provider that sends nothing until somebody chooses another.
  if (chosen === undefined && named[0]?.technology === 'none') return [];
  const offers = opened.map(([technology]) => technology);
  // The class of a backend sends by itself: `shop.mail.backends.smtp.EmailBackend`.
  if (chosen !== undefined && (opened.length > 0 || /^\w+(?:\.\w+){2,}$/.test(chosen.setting.text ?? ''))) return [binding({ need: 'mail', technology: chosen.technology, evidence: [...chosen.setting.evidence, ...opened.map(([technology, fact]) => evidenceOf(fact, technology))], basis: 'driver', supported: others(chosen.technology, offers) })];
  const smtp = opened.find(([technology]) => technology === 'smtp');
  const first = smtp !== undefined && (opened.length === 1 || isGiven(settings, /^(?:\w+\.)?(?:MAIL|SMTP|EMAIL)_(?:SERVER|HOST|HOSTNAME)$/i) !== undefined) ? smtp : opened.find(([technology]) => technology !== 'smtp');
  if (first === undefined) {
    // A hosted service that is called over HTTP, by the key that it wants.
    const keys = settings.all(/^(?:\w+\.)?(?:RESEND|SENDGRID|MAILGUN|POSTMARK|BREVO|MAILJET)_API_(?:KEY|TOKEN)$/i).flatMap((key) => [[mailOf(key.name), key] as const]);
    const [key] = keys;
    return key?.[0] === undefined || keys.some(([word]) => word !== key[0]) ? [] : [binding({ need: 'mail', technology: key[0], evidence: proof(key[1]), basis: 'driver', confidence: 'possible' })];
  }
  const [technology, fact] = first;
  return [binding({ need: 'mail', technology, evidence: [...(technology === 'smtp' ? proof(server) : []), evidenceOf(fact, technology), ...proof(dependency(scope, 'flask-mail', 'fastapi-mail', 'aiosmtplib', 'emails', ...(mailClients[technology] ?? [])))], basis: 'driver', confidence: server === undefined && technology === 'smtp' ? 'likely' : 'certain', supported: others(technology, offers) })];
}

/** Topics carry messages between programs; a telephone number is a person's. */
export function textBindings({ scope }: PythonSettings): readonly Binding[] {
  const [sent, client] = [marker(scope, 'python.sms.sns'), dependency(scope, 'boto3', 'botocore', 'aioboto3', 'aiobotocore')];
  return sent === undefined || client === undefined ? [] : [binding({ need: 'sms-push', technology: 'sns', evidence: [evidenceOf(sent, 'sns'), ...proof(client)], basis: 'code', confidence: 'likely' })];
}

export function realtimeBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const socketio = marker(scope, 'python.socketio.server');
  const package_ = dependency(scope, 'flask-socketio', 'python-socketio', 'fastapi-socketio');
  if (socketio !== undefined && package_ !== undefined) return [binding({ need: 'realtime', technology: 'socket.io', evidence: proof(socketio, package_), basis: 'code' })];
  for (const [technology, names, variables] of [['pusher', ['pusher'], /^PUSHER_\w+$/i], ['ably', ['ably'], /^ABLY_\w+$/i], ['centrifugo', ['pycent', 'cent'], /^CENTRIFUGO_\w+$/i]] as const) {
    const broker = dependency(scope, ...names);
    const [configured] = settings.all(variables);
    if (broker !== undefined && configured !== undefined) return [binding({ need: 'realtime', technology, evidence: proof(configured, broker), basis: 'driver' })];
  }
  const socket = marker(scope, 'python.websocket.route');
  if (socket !== undefined) return [binding({ need: 'realtime', technology: 'ws', evidence: proof(socket, dependency(scope, 'websockets', 'flask-sock')), basis: 'code' })];
  const stream = marker(scope, 'python.sse') ?? dependency(scope, 'flask-sse');
  return stream === undefined ? [] : [binding({ need: 'realtime', technology: 'sse', evidence: proof(stream, dependency(scope, 'sse-starlette')), basis: 'code', confidence: 'likely' })];
}

/** A front end that is built into the image or the folder that the application serves, or put on a CDN. */
export function assetBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const cdn = choices(settings, /^(?:\w+\.)?(?:(?:STATIC_|ASSETS?_)?CDN_(?:URL|DOMAIN|HOST|BASE_URL)|FLASKS3_CDN_DOMAIN|CDN_DOMAIN)$/i, (text) => (/^https?:\/\/[^/]*\.|^[\w-]+\.[\w.-]+$/.test(text) && !/localhost|127\.0/.test(text) ? 'cdn' : undefined))[0];
  if (cdn !== undefined && cdn.setting.from !== 'fallback') return [binding({ need: 'static-assets', technology: 'cdn', evidence: cdn.setting.evidence, basis: 'driver', supported: ['bundled'] })];
  const built = scope.find('code', 'python.dockerfile.frontend')[0] ?? builder(scope);
  const mounted = marker(scope, 'python.static.mount');
  const serves = mounted !== undefined || built?.name === 'python.dockerfile.frontend' || ['flask', 'quart'].includes(scope.application.framework);
  return built === undefined || !serves ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence: proof(built, mounted), basis: 'driver' })];
}

const engines = [
  ['elasticsearch', ['elasticsearch', 'elasticsearch-dsl', 'async-elasticsearch'], /^(?:\w+\.)?(?:ELASTIC\w*|ES_(?:HOSTS?|URL|URI))$/i],
  ['opensearch', ['opensearch-py', 'opensearchpy'], /^(?:\w+\.)?OPENSEARCH\w*$/i],
  ['meilisearch', ['meilisearch', 'meilisearch-python-sdk', 'meilisearch-python-async'], /^(?:\w+\.)?MEILI\w*$/i],
  ['typesense', ['typesense'], /^(?:\w+\.)?TYPESENSE\w*$/i],
  ['algolia', ['algoliasearch'], /^(?:\w+\.)?ALGOLIA\w*$/i],
] as const;

/** A search engine whose client is installed and that something names. */
export function searchBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  for (const [technology, packages, names] of engines) {
    const client = dependency(scope, ...packages);
    if (client === undefined) continue;
    const given = isGiven(settings, names);
    const beside = container(scope, technology);
    // Code that opens a client with what no setting of ours names.
    const opened = settings.all(names).length > 0 ? undefined : technologies(scope, 'python.search').get(technology);
    if (given !== undefined || beside !== undefined || opened !== undefined) return [binding({ need: 'search', technology, evidence: [...(given?.evidence ?? []), ...(opened === undefined ? [] : [evidenceOf(opened, technology)]), ...proof(beside, client)], basis: 'driver', confidence: 'likely' })];
  }
  const beside = searchBeside(scope);
  if (beside.length > 0) return beside;
  const whoosh = dependency(scope, 'whoosh', 'whoosh-reloaded', 'flask-whooshee', 'flask-whooshalchemy', 'flask-whooshalchemyplus');
  return whoosh === undefined ? [] : [binding({ need: 'search', technology: 'whoosh', evidence: proof(settings.all(/^WHOOSH\w*$/)[0], whoosh), basis: 'library', confidence: 'likely' })];
}
