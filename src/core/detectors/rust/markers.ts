import type { Extraction, Fact, SourceDocument } from '../../model';
import { isSecretKey } from '../facts';
import { WordIndex } from '../wordIndex';
import { everywhere } from '../everywhere';

interface Marker {
  readonly name: string;
  readonly match: RegExp;
  /** The technology that it means, where several are told by one name. */
  readonly value?: string;
  /** What the same file must hold for the match to mean something. */
  readonly beside?: RegExp;
}

/** Uses that `Cargo.toml` cannot tell, each by one linear expression. */
export const rustMarkers: readonly Marker[] = [
  { name: 'rust.upload', match: /\bTempFile\b|\bactix_multipart\b|\baxum_typed_multipart\b|\bmultipart: (?:\w+::)*Multipart\b|\bextract::[^;]{0,200}\bMultipart\b|\bwarp::multipart\b|\bmultipart::server\b|\bMultipart::with_body\b/ },
  { name: 'rust.write', match: /\bfs::(?:write|copy|rename)\s*\(|\bFile::create(?:_new)?\s*\(|\bOpenOptions::new\s*\(|\.persist(?:_to|_noclobber)?\s*\(|\.(?:move_)?copy_to\s*\(/ },
  { name: 'rust.sns', match: /\.phone_number\s*\(|\.target_arn\s*\(|\.create_platform_endpoint\s*\(/, beside: /\bsns\b|_sns\b/i },
  { name: 'rust.storage', value: 'local', match: /\bLocalFileSystem::new|\bservices::Fs\b/ },
  { name: 'rust.storage.default', value: 'local', match: /\b\w{0,40}STORAGE\w{0,20}",\s{0,20}default(?:_value)?\s*=\s*"(?:disk|local|file|files|filesystem|fs)"/ },
  { name: 'rust.storage', value: 's3', match: /\bAmazonS3Builder\b|\bservices::S3\b|\baws_sdk_s3::|\bs3::(?:Bucket|bucket)\b/ },
  { name: 'rust.storage', value: 'gcs', match: /\bGoogleCloudStorageBuilder\b|\bservices::Gcs\b/ },
  { name: 'rust.storage', value: 'azure', match: /\bMicrosoftAzureBuilder\b|\bservices::Azblob\b/ },
  // A library with a client of a bucket does other things, too.
  { name: 'rust.storage.call', match: /\b(?:\w{1,30}_(?:s3|bucket|storage|blob|object)|(?:s3|bucket|storage|blob|object)_\w{1,30}|(?:upload|put|get|fetch|delete|remove|store)_(?:file|object|blob|attachment)\w{0,20})\(/ },
  { name: 'rust.cache', value: 'memory', match: /\bstruct \w{0,30}(?:Lru|LeastRecentlyUsed|Ttl|TTL)\w{0,20}Cache\b|\bmoka::(?:future|sync)::(?:\{[^}]{0,60}\b)?Cache\b/ },
  { name: 'rust.realtime', value: 'ws', match: /\bWebSocketUpgrade\b|\bactix_ws::|\bWsResponseBuilder\b|\bws::start\s*\(|\brocket_ws\b|\bwarp::ws\b|\bsalvo::websocket\b|\btungstenite::accept_\w{0,40}async|\baccept_hdr_async\w{0,20}\(/ },
  { name: 'rust.realtime', value: 'socket.io', match: /\bSocketIo::/ },
  { name: 'rust.realtime', value: 'sse', match: /\bSse::new\s*\(|\bSse<|\bEventStream!|\bEventStream\[\]|\bwarp::sse\b|\bsse::Sse\b/ },
  { name: 'rust.session', value: 'redis', match: /\bRedisSessionStore\b|\bRedisActorSession\b|\btower_sessions_redis_store\b|\basync_redis_session\b|\bSessionRedisPool\b|\bstruct \w{0,20}Session(?:Store|Storage)\b[^}]{0,200}\bredis(?:\b|_)/ },
  { name: 'rust.session', value: 'database', match: /\btower_sessions_sqlx_store\b|\baxum_session_sqlx\b|\bSessionPgPool\b|\bSessionSqlitePool\b|\basync_sqlx_session\b|\bPostgresSessionStore\b/ },
  { name: 'rust.session', value: 'redis', match: /(?<=\bfn )(?:load|get|find|save|store|create|delete|remove|destroy|revoke)_(?:user_)?sessions?\s*[(<]/, beside: /\bredis::|\bdeadpool_redis\b|\bfred::|\brustis::/ },
  { name: 'rust.session', value: 'database', match: /\b(?:INSERT\s+INTO|DELETE\s+FROM)\s+(?:\w{1,20}\.)?(?:user_|web_|login_)?sessions\b/ },
  { name: 'rust.session', value: 'cookie', match: /(?<=\b(?:const|static) )(?:\w{0,30}COOKIE\w{0,30}SESSION|\w{0,30}SESSION\w{0,30}COOKIE)\w{0,30}\s*:\s*&/ },
  { name: 'rust.session', value: 'cookie', match: /\bCookieSessionStore\b|\bCookieIdentityPolicy\b|\bpoem::session::(?:\{[^}]{0,80})?\bCookieSession\b|\bPrivateCookieJar\b|\bSignedCookieJar\b|\b(?:add|get)_private\s*\(|\.(?:signed|private)(?:_mut)?\(\s*&/ },
  { name: 'rust.session', value: 'memory', match: /\btower_sessions::MemoryStore\b|\bMemoryStore::(?:default|new)\s*\(\s*\)/ },
  { name: 'rust.queue', value: 'database', match: /(?:queue|\bjobs?\b|_jobs?\b|_attempts?\b|outbox|\btasks\b|_tasks?\b)[^;]{0,2000}?\bskip[_\s]{1,20}locked\b/i, beside: /\bskip[_\s]{1,20}locked\b/i },
  { name: 'rust.queue', value: 'database', match: /\bINSERT\s{1,9}INTO\s{1,9}(?:\w{1,20}\.)?(?:\w{1,30}_)?(?:jobs|job_queue|queue|outbox)\b/i, beside: /\b(?:executed_at|scheduled_at|run_at|locked_at|attempts)\b/ },
  { name: 'rust.queue', value: 'redis', match: /\.(?:xadd|xread_options|blpop|brpop|brpoplpush|blmove)(?:::<[^>]{0,60}>)?\s*\(|"(?:XADD|XREADGROUP|BLPOP|BRPOP|BRPOPLPUSH)"/ },
  { name: 'rust.redis', match: /\bredis::(?:Client|aio|cmd|pipe|Script|AsyncCommands|Commands|\{)|\bdeadpool_redis\b|\b(?:bb8|mobc|r2d2)_redis\b|\bredis_(?:async|pool|kiss)::|\bRedis(?:Config|Cache|Pool|Client|ConnectionManager|ClusterClient)\b|\bfred::|\brustis::/ },
  { name: 'rust.cron', match: /\bcron::Schedule\b|\bcron::\{/ },
  { name: 'rust.mail', value: 'postmark', match: /\bX-Postmark-Server-Token\b|\bapi\.postmarkapp\.com\b/ },
  { name: 'rust.mail', value: 'sendgrid', match: /\bapi\.sendgrid\.com\b/ },
  { name: 'rust.mail', value: 'brevo', match: /\bapi\.(?:brevo|sendinblue)\.com\b/ },
  { name: 'rust.mail', value: 'mailgun', match: /\bapi\.(?:eu\.)?mailgun\.net\b/ },
  { name: 'rust.mail', value: 'resend', match: /\bapi\.resend\.com\b/ },
  { name: 'rust.mail', value: 'smtp', match: /\b(?:Async)?SmtpTransport\b/ },
  { name: 'rust.search', value: 'database', match: /\b(?:plain|phrase|websearch_)?to_?tsquery\b|\bto_tsvector\b|\bMATCH\s*\([\w., ]{1,80}\)\s*AGAINST\b|\bUSING fts5\b/i },
  { name: 'rust.log-file', match: /\btracing_appender::rolling\b|\bRollingFileAppender\b|\brolling::(?:daily|hourly|never)\b/ },
  { name: 'rust.static', match: /\bServeDir::new\b|\bactix_files\b|\bFileServer::(?:from|new)\b|\bRustEmbed\b|#\[folder\s*=\s*"[^"\n]{0,80}\b(?:static|dist|public|assets|frontend|front|ui|web|build|www)\b|\binclude_dir!|\bStaticFilesEndpoint\b|\bStaticDir::|\bStaticFiles::from\b|\bNamedFile::open\(\s*(?:Path::new\(\s*)?"(?:\.\/)?(?:static|public|assets|dist)\b/ },
  { name: 'rust.front', match: /\binclude_(?:str|bytes)!\(\s{0,20}"[^"\n]{1,120}\.(?:css|js)"/ },
  { name: 'rust.front', match: /\bleptos_(?:axum|actix)::|\bgenerate_route_list\b/ },
  { name: 'rust.secret', match: /(?:\bvar(?:_os|_parsed)?|\brequired_var(?:_parsed)?|\bget_env(?:_var)?|\bdotenv!|\benv!|\benv\s*=)\s*(?:\(\s*)?"[A-Z0-9_]{0,40}(?:SECRET|PASSWORD|TOKEN|PRIVATE_KEY|API_KEY|SESSION_KEY|SIGNING_KEY)[A-Z0-9_]{0,40}"/ },
  { name: 'rust.secret', match: /\bconst \w{1,60}: &(?:'static )?str =\s{1,12}"[A-Z0-9_]{0,40}(?:SECRET|PASSWORD|PRIVATE_KEY|API_KEY|SESSION_KEY|SIGNING_KEY)"/ },
  { name: 'rust.secret', match: /#\[(?:arg|clap)\((?:[^\]\n]{0,80}[ ,])?env\b[^\]\n]{0,80}\)\]\s{0,40}(?:pub )?\w{0,30}(?:secret|password|api_key|access_token)\w{0,20}\s*:/ },
  { name: 'rust.secret.file', match: /\b\w{0,30}(?:secret|password|api_key|private_key)\w{0,20}: (?:Option<)?(?:String|Secret)/, beside: /\badd_source\(\s{0,40}(?:config::)?File::/ },
  { name: 'rust.secret', match: /\b\w{0,30}(?:secret|password|api_key)\w{0,20}: (?:Option<)?(?:String|Secret)/, beside: /\b(?:envy::|Figment::|Environment::(?:with_prefix|default)|Env::(?:prefixed|raw))/ },
  { name: 'rust.database', value: 'sqlite', match: /"sqlite:(?:\/\/)?[\w./{][^"\n]{0,120}"/ },
  // Put together of nothing but variables, an address says what could be.
  { name: 'rust.database', value: 'postgresql', match: /"postgres(?:ql)?:\/\/(?!\{\}:\{\}@\{\})[\w{][^"\n]{0,160}"/ },
  { name: 'rust.database', value: 'mysql', match: /"(?:mysql|mariadb):\/\/(?!\{\}:\{\}@\{\})[\w{][^"\n]{0,160}"/ },
];

const index = new WordIndex(rustMarkers.map((marker) => ({ pattern: marker.match, value: marker })));

/** What one Rust file uses, outside its comments and its test module. */
export function extractRust(document: SourceDocument): Extraction {
  // By convention unit tests close a file.
  const end = document.text.search(/^#\[cfg\((?:all\()?test\b/m);
  const text = end < 0 ? document.text : document.text.slice(0, end);
  const facts = index.candidates(text).flatMap(({ name, match, value, beside }): readonly Fact[] => {
    if (beside?.test(text) === false) return [];
    const found = firstInCode(match, text);
    if (found === null) return [];
    const range = { start: found.index, end: found.index + found.length };
    // eslint-disable-next-line regexp/no-super-linear-move -- at most 80 characters
    const word = name === 'rust.database' ? `${value ?? ''}:` : (/[\w.:-]*\w/.exec(text.slice(range.start, Math.min(range.end, range.start + 80)))?.[0] ?? name);
    return [{ kind: 'code', name, value: value === undefined ? { kind: 'none' } : { kind: 'literal', text: value }, at: { path: document.path, range }, stage: 'default', origin: 'rust-code', detail: { text: word } }];
  });
  return { facts, problems: [] };
}

/** The first match that does not stand behind a `//` of its line. */
function firstInCode(pattern: RegExp, text: string): { readonly index: number; readonly length: number } | null {
  const matches = everywhere(pattern);
  for (let match = matches.exec(text), tries = 0; match !== null && tries < 20; match = matches.exec(text), tries += 1) {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (!/(?:^|\s)\/\//.test(line)) return { index: match.index, length: match[0].length };
  }
  return null;
}

const line = /^[ \t]*(#[ \t]?)?(?:export[ \t]+)?["']?([A-Za-z][\w.-]{0,60})["']?[ \t]*[:=][ \t]*["']?([^\n]{0,200})$/gm;
const engineOf: readonly (readonly [RegExp, string])[] = [[/^postgres(?:ql)?:/, 'postgresql'], [/^(?:mysql|mariadb):/, 'mysql'], [/^sqlite:/, 'sqlite'], [/^rediss?:/, 'redis'], [/^https:\/\/api\.postmarkapp\.com/, 'postmark']];
const engineKey = /^(?:adapter|engine|driver|db_?type|database_?type|backend)$/i;
const engineWord: Readonly<Record<string, string>> = { postgres: 'postgresql', postgresql: 'postgresql', mysql: 'mysql', mariadb: 'mysql', sqlite: 'sqlite' };

/** `cache_type = "memory"`: which store serves what. */
const choiceKey = /^(cache|queue)_(?:type|backend|driver|store|kind)$/i;
const choiceWord: Readonly<Record<string, string>> = { memory: 'memory', redis: 'redis', valkey: 'valkey', memcached: 'memcached', none: 'none', rabbitmq: 'rabbitmq', sqs: 'sqs', nats: 'nats', postgres: 'database', database: 'database' };

/** Says where something is, not what it is. */
const place = /(?:FILE|FILENAME|PATH|FOLDER|DIR|EXPIRATION|EXPIRY|LIFETIME|TTL|LENGTH)$/i;

/** Settings of configuration files whose grammar is one setting a line (TOML, YAML, JSON, HJSON); commented ones say what a sample offers. */
export function extractSettings({ path, text }: SourceDocument): Extraction {
  const facts: Fact[] = [];
  for (const match of text.matchAll(line)) {
    const [whole, comment, key = '', rest = ''] = match;
    const start = match.index + whole.indexOf(key);
    const commented = comment === undefined ? 'false' : 'true';
    const engine = engineOf.find(([scheme]) => scheme.test(rest))?.[1] ?? (engineKey.test(key) ? engineWord[(rest.split(/["',]/)[0] ?? '').trim().toLowerCase()] : undefined);
    const base = { kind: 'config' as const, at: { path, range: { start, end: start + key.length } }, stage: 'default' as const, origin: 'rust-config', detail: { text: key, commented } };
    if (engine !== undefined) facts.push({ ...base, name: 'rust.setting', value: { kind: 'literal', text: engine } });
    const choice = choiceKey.exec(key)?.[1]?.toLowerCase();
    const chosen = choice === undefined ? undefined : choiceWord[/^\w+/.exec(rest.toLowerCase())?.[0] ?? ''];
    if (choice !== undefined && chosen !== undefined && comment === undefined) facts.push({ ...base, name: `rust.choice.${choice}`, value: { kind: 'literal', text: chosen } });
    if (isSecretKey(key) && !place.test(key)) facts.push({ ...base, name: 'rust.secret', value: { kind: 'none' } });
    if (comment === undefined && /^smtp(?:_(?:host|server|relay))?$/i.test(key)) facts.push({ ...base, name: 'rust.smtp', value: { kind: 'none' } });
  }
  return { facts, problems: [] };
}
