import type { Extraction, Fact, SourceDocument } from '../../model';
import { maskSource } from '../maskedSource';
import { moduleName } from './manifest';
import { engineOf } from './technologies';
import { knownModule } from './modules';

interface Marker {
  readonly name: string;
  /** Tested against the code without comments and contents of strings. */
  readonly match: RegExp;
  /** What the same file must hold, each, for the match to mean something. */
  readonly beside?: readonly RegExp[];
  /** What the same file must not hold. */
  readonly without?: RegExp;
}

const creates = /\bos\.Create\(|\.OpenFile\([^)\n]{0,200}\bO_CREATE\b|\bos\.OpenFile\(/;
const copies = /\bio\.Copy(?:Buffer|N)?\(/;
const body = /[(,]\s?(?:r|req|request|c\.Request|c\.Request\(\)|ctx\.Request|ctx\.Request\(\))\.Body\s*[,)]/g;
/** Reads a message, limits it or passes it to another server. */
const message = /\b(?:NewDecoder|ReadAll|NopCloser|NewReader|NewScanner|Decode\w*|Unmarshal\w*|DumpRequest\w*|MaxBytesReader|NewRequest\w*|Discard)\(/;

const markers: readonly Marker[] = [
  { name: 'go.serve', match: /\bListenAndServe(?:TLS)?\(|\bhttp\.Serve\(|\bgraceful\w*\.\w+Serve|\.(?:Run|Start|Listen|Serve|StartAutoTLS)\([^)\n]*(?:[Aa]ddr|[Pp]ort|":|cfg|conf)/ },
  { name: 'go.files.save', match: /\.(?:SaveUploadedFile|SaveFile|SaveFileToStorage|SaveToFile)\(/ },
  { name: 'go.files.receive', match: /\b(?:\w*FormFile|MultipartForm|MultipartReader|GetFile|GetFiles)\(|\bMultipartForm\.File\b|\bmultipart\.(?:FileHeader|File)\b/ },
  { name: 'go.files.write', match: /\bos\.(?:Create|OpenFile|WriteFile)\(|\bioutil\.WriteFile\(/ },
  // A store of its own: streams are copied into files, and files are removed.
  { name: 'go.files.keep', match: creates, beside: [copies, /\bfunc [^{}\n]{0,200}\bio\.Read(?:er|Closer|Seeker|SeekCloser)\b/, /\.Remove(?:All)?\(/] },
  { name: 'go.files.keep', match: /\bos\.WriteFile\(/, beside: [/\bfunc \(\w+ \*?\w+\) (?:Save|Put|Store|Write|Upload)\w*\([^()\n]{0,100}\[\]byte/, /\bos\.Remove(?:All)?\(/] },
  { name: 'go.files.store', match: /\btype \w{0,20}(?:File[sS]ystem|Disk|LocalFS|LocalFile)s?(?:Store|Storage|Backend)\w{0,10} struct\b/ },
  // What older tools compile in, as files for a browser.
  { name: 'go.embed', match: /\bassetfs\.AssetFS\b|\.HTTPBox\(\)|\bpkger\.Dir\(/ },
  { name: 'go.static', match: /\bhttp\.FileServer(?:FS)?\(|\.(?:Static|StaticFS|StaticFile|StaticFileFS|ServeFiles|SetStaticPath|HandleDir)\(|\bfilesystem\.New\(|\bstatic\.(?:Serve|New)\(|\bstuffbin\.|\.FileServer\(/ },
  { name: 'go.mail.smtp', match: /\b\w{0,10}smtp\.(?:SendMail|Dial|DialTLS|NewClient)\(/ },
  // Whatever fork of it is required.
  { name: 'go.mail.smtp', match: /\bgomail\.(?:NewMessage|NewDialer|Dialer|Message)\b/ },
  { name: 'go.session.cookie', match: /\bsessions\.NewCookieStore\(|\bcookie\.NewStore\(|\bsecurecookie\.New\(/ },
  { name: 'go.session.file', match: /\bsessions\.NewFilesystemStore\(/ },
  { name: 'go.session.redis', match: /\bredistore\.|\bredis\.NewStore(?:WithDB|WithPool)?\(|\bredisstore\./ },
  { name: 'go.session.database', match: /\b(?:pgstore|postgresstore|pgxstore|mysqlstore|sqlite3store|gormstore)\.|\bpostgres\.NewStore\(/ },
  // A store of its own behind gorilla's interface: the cookie carries a key of a row.
  { name: 'go.session.database', match: /\bsecurecookie\.CodecsFromPairs\(/, beside: [/\bsessions\.Session\b/, /\b(?:pgx|sql|sqlx|gorm|xorm|bun|ent|pgtype)\.\w/] },
  // Who is logged in, by a cookie that the program sets itself; beside one of a state it is for those who configure a provider of identities.
  { name: 'go.session.own', match: /\bhttp\.SetCookie\(|\.SetCookie\(/, beside: [/\b\w{0,30}(?:[sS]ession|[aA]uth|[tT]oken|JWT)\w{0,20}Cookie\w{0,30}|\b\w{0,30}Cookie\w{0,20}(?:Session|Auth|Token|JWT)\w{0,30}/], without: /\bstateCookie/i },
  // Jobs that wait in the process, for workers of its own.
  { name: 'go.queue.memory', match: /\b\w{0,20}[qQ]ueue\s{1,20}(?:chan|\[\])\s?\*?(?:\w{1,30}\.)?\w{0,30}(?:Job|Task|Work)\w{0,20}\b/ },
  { name: 'go.queue.memory', match: /\bmake\(chan \*?(?:\w{1,30}\.)?\w{0,30}(?:Job|Task), ?(?:[2-9]|1\d|[a-zA-Z])/, beside: [/\bfunc \(\w+ \*?\w+\) (?:Enqueue|Submit|Push|Queue|Dispatch|Schedule|Add)\w{0,20}\(/] },
  // Rows that wait: the next of them are taken by workers.
  { name: 'go.queue.database', match: /\bfunc \(\w+ \*?\w+\) (?:Get|List|Find|Fetch|Claim|Take|Pop|Dequeue)?(?:Next|Queued|Pending|Ready|Due|Runnable)\w{0,10}(?:Job|Message|Mail|Task|Email|Notification)\w{0,10}\(/, beside: [/\b(?:gorm|sql|sqlx|pop|xorm|bun|pgx|dbx|db)\.\w/] },
  { name: 'go.queue.database', match: /\bfunc \(\w+ \*?\w{0,20}(?:[jJ]ob|[tT]ask|[qQ]ueue)\w{0,20}\) (?:Get|List|Find|Fetch|Claim|Take|Pop|Dequeue)?(?:Next|Queued|Pending|Ready|Due|Runnable)\w{0,10}\(/, beside: [/\b(?:gorm|sql|sqlx|pop|xorm|bun|pgx|dbx|db)\.\w/] },
  { name: 'go.queue.database', match: /\.(?:Get|List|Find|Fetch|Claim|Take|Dequeue)(?:Next|Queued|Pending)\w{0,10}(?:Job|Message|Mail|Task|Email)\w{0,10}\(/, beside: [/\btime\.(?:Tick|NewTicker|After)\(/] },
  { name: 'go.session.memory', match: /\bmemstore\.(?:New|NewStore)\(/ },
];

const database = /\b\w*(?:driver|dialect|dbms|db_?type|database_?type|db_?engine|database_?engine)\w*\b[^\n]{0,80}?["'`:](sqlite3?|mysql|postgres(?:ql)?|pgx|mssql|sqlserver|mariadb|mongodb)["'`]/gi;
const engineWord = /["'`:](?:sqlite|mysql|postgres|pgx|mssql|sqlserver|mariadb|mongodb)/i;
/** `DriverMySQL = "mysql"`: the word for one of several engines, not a choice. */
const namesItself = /^\w*(?:sqlite|mysql|postgres|pgx|mssql|sqlserver|mariadb|mongo)\w*\s*(?:string\s*)?=/i;
/** A flag of urfave/cli: its name on one line, its default on another. */
const flag = /\bName:\s*"[\w.-]{0,40}(?:driver|dialect|db-?type|database-?type|db-?engine)"(?:(?!\bName:)[\s\S]){0,400}?\bValue:\s*"(sqlite3?|mysql|postgres(?:ql)?|pgx|mssql|sqlserver|mariadb)"/gi;
const opened = /\b(?:sql|sqlx|gorm|ent|otelsql|apmsql|xorm|dburl|sqltrace|goqu|dbx|pop)\.(?:Open|MustOpen|Connect|MustConnect|ConnectContext|NewEngine|Register|OpenDB|New)\(\s*(?:ctx,\s*)?["`](\w+)["`]/g;
/** `RedisEnabled.setDefault(false)`, `SetDefault("metrics.enabled", false)`, `env:"SENTRY_ENABLED" envDefault:"false"`. */
const switchedOff = /(?<![\w.-])([\w.-]{0,60}(?:enable|use|_on)[\w.-]{0,40})["'`]?[^\n=!]{0,60}?[\s(,:"=]false\b/gi;
const switchName = /enabled?(?:$|[._-])|(?:^|[._-])(?:enable|use)|[a-z](?:Enable|Use)[A-Z]|^(?:Enable|Use)[A-Z]/i;
/** `v.SetDefault("metrics.enabled", true)`. */
const switchedOn = /\bSetDefault\(\s*"([\w.-]{1,60}enabled?)"\s*,\s*true\b/g;
/** `CacheType.setDefault("memory")`: what the code keeps values in unless it is told otherwise. */
const cacheDefault = /\b\w{0,30}(?:cache|key_?value)[._]?(?:type|driver|store|backend|adapter|provider|mode)\w{0,20}["'`)]{0,2}[^\n]{0,60}?["'`:]((?:in-?)?mem(?:ory)?)["'`]/i;
/** `FileBackend: "filesystem"`: where the code keeps files unless it is told otherwise. */
const fileDefault = /\b\w{0,20}(?:files?|storage|uploads?|media|attachments?|blobs?|object_?store)_?(?:type|driver|store|storage|backend|adapter|provider)\w{0,20}["'`)]{0,2}[^\n]{0,60}?(?:["'`:]|default=)(local|disk|fs|filesystem|sql|database|db)["'`]/i;
/** What the code keeps things in by itself; `word` is the name of one of several stores, not a choice. */
const defaults = [
  { name: 'go.cache.default', pattern: cacheDefault, word: /^\w*mem(?:ory)?\w*\s{0,9}(?:[\w.]{1,40}\s{0,9})?=/i },
  { name: 'go.files.default', pattern: fileDefault, word: /^\w*(?:local|disk|filesystem|sql|database)\w*\s{0,9}(?:[\w.]{1,40}\s{0,9})?=/i },
] as const;
/** What SQL or a type of content says, inside strings. */
const phrases: readonly { readonly name: string; readonly pattern: RegExp; readonly beside?: RegExp }[] = [
  { name: 'go.search', pattern: /\b(?:plain|phrase|websearch_)?to_?tsquery\b|\bto_tsvector\b|\bMATCH\s*\([\w., ]{1,80}\)\s*AGAINST\b|\bUSING fts[345]\b/i },
  { name: 'go.queue.locked', pattern: /(?:queue|\bjobs?\b|_jobs?\b|_attempts?\b|outbox|\btasks\b|_tasks?\b)[^;]{0,2000}?\bskip[ \t\n]{1,20}locked\b/i },
  { name: 'go.hls', pattern: /(?<=[=,] ?)"application\/(?:vnd\.apple\.mpegurl|x-mpegURL)"/i, beside: /ffmpeg/i },
];
const sessionProvider = /\bSessionProvider\s*=\s*"(\w+)"/g;
const table = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?["`]?(?:\w+[._])?(?:user_|web_|http_|auth_)?sessions?\b/i;
/** What is embedded for a browser. */
const embedded = /^[ \t]*\/\/go:embed[ \t][^\n]*(?:\b(?:dist|build|public|public_html|static|assets|frontend|www|web|webui|webapp|spa)\b|\.(?:js|css)\b)[^\n]*$/gm;
/** `var script []byte`: a single file, which one of the pages asks for. */
const singleFile = /^\s{0,9}(?:var[ \t]{1,4})?\w{1,60}[ \t]{1,9}(?:\[\]byte|string)\b/;

/** `os.Getenv("JWT_SECRET")`, `env:"JWT_SECRET"`, `viper.GetString("jwt.secret")`: a credential that the deployment hands over. */
const secretLookup = /(?:\b(?:\w*[gG]et[eE]nv\w*|LookupEnv|[a-z]{0,12}[eE]nv|GetString|[mM]ustGet\w{0,10}|EnvString|EnvVar\w*|[gG]etEnvOr\w{0,10})\(\s*|\benv(?:config)?:|\bEnvVars?:\s*(?:\[\]string\{\s*)?(?=")|\bmapstructure:(?="[A-Z]))"([A-Za-z0-9_.]{0,60}(?:SECRET(?:_?KEY)?|PASSWORD|API_?KEY|PRIVATE_?KEY|ACCESS_?TOKEN|AUTH_?TOKEN|SIGNING_?KEY|JWT_?KEY|DATABASE_URL|DB_URL))[",]/gi;
/** A field of the settings that a file fills in: `Password string `ini:"password"``. */
const secretField = /^[ \t]+(\w{0,40}(?:Password|Secret|SecretKey|ApiKey|APIKey|PrivateKey|SigningKey|AccessToken|AuthToken))[ \t]+\*?(?:string|\[\]byte|[A-Z]\w{0,40})[ \t]+`[^`\n]{0,120}\b(?:ini|yaml|toml|koanf|mapstructure|hcl)\s?:"/m;
/** `keyCookies = "secrets.cookie"`: the name of a setting in the section of secrets. */
const secretSection = /^[ \t]+\w{1,60}[ \t]+=[ \t]*"(secrets?\.[a-z_.]{2,40})"/m;
/** A folder of tools, be it of the program or of its developers: what imports it says. */
export const toolsFolder = /(?:^|\/)tools?(?:\/|$)/;
/** `jobs.Add("clean", "0 3 * * *", run)`: a timetable of the program's own making. */
const timetable = /\.\w{0,20}(?:Add|Schedule|Cron)\w{0,20}\((?:[^()\n]{0,60},\s?)?"[\d*/,-]{1,20}(?: [\d*/,?-]{1,20}){4}"/;
/** A route of sockets is called so: `r.GET("/ws/:id", handler)`. */
const socketRoute = /\.(?:GET|Get|Any|All|Handle|HandleFunc|HandlerFunc)\(\s*"(?:GET )?[\w/:.{}*-]{0,60}\/(?:ws|wss|websocket)(?:\/[^"\n]{0,60})?"/;

/** What a file of Go says: whose packages it imports, which database it opens, what it stores and serves. */
export function extractGo(document: SourceDocument): Extraction {
  const { path, text } = document;
  if (/^\/\/ Code generated .* DO NOT EDIT/m.test(text.slice(0, 400))) return { facts: [], problems: [] };
  const code = maskSource(text, 'go');
  const facts: Fact[] = [];
  const add = (name: string, start: number, end: number, value = ''): void => {
    facts.push({ kind: 'code', name, value: { kind: 'literal', text: value }, at: { path, range: { start, end } }, stage: 'default', origin: 'go' });
  };
  for (const { module, start, end } of importsOf(text, code)) {
    if (toolsFolder.test(module)) add('go.tools', start, end, module);
    const known = knownModule(module);
    if (known === undefined || (known.use !== undefined && !known.use.test(code))) continue;
    add('go.library', start, end, known.module);
  }
  for (const marker of markers) {
    const found = marker.match.exec(code);
    if (found !== null && marker.beside?.every((other) => other.test(code)) !== false && marker.without?.test(code) !== true) add(marker.name, found.index, found.index + found[0].length);
  }
  const handed = handedOn(code);
  if (handed !== undefined) {
    add('go.body', handed.start, handed.end);
    const written = copies.test(code) ? creates.exec(code) : null;
    if (written !== null) add('go.files.stream', written.index, written.index + written[0].length);
  }
  for (const match of text.matchAll(opened)) {
    const engine = engineOf(match[1] ?? '');
    const end = match.index + match[0].length - 1;
    if (engine !== undefined && isCode(code, end)) add('go.database.open', end - (match[1] ?? '').length, end, engine);
  }
  for (const match of engineWord.test(text) ? text.matchAll(database) : []) {
    const end = match.index + match[0].length - 1;
    if (isCode(code, end) && isChosen(text, match.index) && !namesItself.test(match[0])) add('go.database.default', end - (match[1] ?? '').length, end, engineOf(match[1] ?? '') ?? '');
  }
  for (const match of text.includes('Value:') && engineWord.test(text) ? text.matchAll(flag) : []) {
    const end = match.index + match[0].length - 1;
    if (isCode(code, end)) add('go.database.default', end - (match[1] ?? '').length, end, engineOf(match[1] ?? '') ?? '');
  }
  if (isConfiguration(path)) {
    for (const match of text.matchAll(switchedOff)) {
      // `Enabled bool `env:"METRICS_ENABLED,default=false"``: the variable says what is switched.
      const name = /\benv(?:config)?:"(\w{1,60})/.exec(match[0])?.[1] ?? match[1] ?? '';
      if (switchName.test(name) && /default|bool|:=|:\s/i.test(text.slice(text.lastIndexOf('\n', match.index) + 1, match.index + match[0].length)) && facts.length < 300) add('go.off', match.index, match.index + (match[1] ?? '').length, name);
    }
  }
  for (const match of isConfiguration(path) ? text.matchAll(switchedOn) : []) {
    const start = match.index + match[0].indexOf('"') + 1;
    if (isCode(code, start - 1)) add('go.on', start, start + (match[1] ?? '').length, match[1] ?? '');
  }
  for (const { name, pattern, word } of isConfiguration(path) ? defaults : []) {
    const found = pattern.exec(text);
    if (found !== null && isCode(code, found.index + found[0].length - 1) && isChosen(text, found.index) && !word.test(found[0])) add(name, found.index, found.index + found[0].length, (found[1] ?? '').toLowerCase());
  }
  const stream = text.indexOf('text/event-stream');
  if (stream >= 0 && /\bFlush|\bSSEvent\(|\.Stream\(/.test(code) && isQuoted(code, text, stream)) add('go.sse', stream, stream + 'text/event-stream'.length);
  for (const match of text.matchAll(sessionProvider)) add('go.session.provider', match.index + match[0].length - 1 - (match[1] ?? '').length, match.index + match[0].length - 1, match[1] ?? '');
  for (const match of text.matchAll(secretLookup)) {
    const start = match.index + match[0].length - 1 - (match[1] ?? '').length;
    if (isCode(code, start - 1)) {
      add('go.secret', start, start + (match[1] ?? '').length, match[1] ?? '');
      break;
    }
  }
  const section = isConfiguration(path) ? secretSection.exec(text) : null;
  if (section !== null) add('go.secret.field', section.index + section[0].length - 1 - (section[1] ?? '').length, section.index + section[0].length - 1, section[1] ?? '');
  const field = isConfiguration(path) ? secretField.exec(text) : null;
  if (field !== null) add('go.secret.field', field.index + field[0].indexOf(field[1] ?? ''), field.index + field[0].indexOf(field[1] ?? '') + (field[1] ?? '').length, field[1] ?? '');
  const route = socketRoute.exec(text);
  if (route !== null && isCode(code, route.index + route[0].length - 1)) add('go.ws', route.index, route.index + route[0].length);
  const jobs = timetable.exec(text);
  if (jobs !== null && isCode(code, jobs.index + jobs[0].length - 1)) add('go.timetable', jobs.index, jobs.index + jobs[0].length);
  for (const { name, pattern, beside } of phrases) {
    const found = beside?.test(text) === false ? null : pattern.exec(text);
    if (found !== null && isQuoted(code, text, found.index)) add(name, found.index, found.index + found[0].length);
  }
  const sessions = table.exec(text);
  if (sessions !== null) add('go.session.table', sessions.index, sessions.index + sessions[0].length);
  for (const match of text.matchAll(embedded)) {
    const end = match.index + match[0].length;
    if (/\.(?:js|css)$/.test(match[0]) && singleFile.test(text.slice(end, end + 120))) continue;
    add('go.embed', match.index, end);
    break;
  }
  return { facts, problems: [] };
}

/** Cheap markers that decide whether a module has a program, before it is known to be an application. */
export function extractProgram(document: SourceDocument): Extraction {
  const { path, text } = document;
  const facts: Fact[] = [];
  const add = (name: string, found: RegExpExecArray | null): void => {
    if (found !== null) facts.push({ kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start: found.index, end: found.index + found[0].length } }, stage: 'default', origin: 'go-program' });
  };
  if (/^func main\(\)/m.test(text)) add('go.main', /^package main\b/m.exec(text));
  add('go.listens', /\bListenAndServe(?:TLS)?\(|\bhttp\.Serve(?:TLS)?\(|\.Serve\((?:listener|lis|ln|l)\b/.exec(text));
  return { facts, problems: [] };
}

/** `writeFile(path, r.Body)`: the body of a request that is handed on as it is. */
function handedOn(code: string): { readonly start: number; readonly end: number } | undefined {
  for (const match of code.matchAll(body)) {
    const line = code.slice(code.lastIndexOf('\n', match.index) + 1, match.index + match[0].length);
    if (!message.test(line)) return { start: match.index + 1, end: match.index + match[0].length - 1 };
  }
  return undefined;
}

/** A quote of the code, or one inside a field's tag; in a comment there is none. */
function isCode(code: string, quote: number): boolean {
  if (code[quote] === '"' || code[quote] === '`' || code[quote] === "'") return true;
  return code.slice(code.lastIndexOf('\n', quote) + 1, quote).includes('`');
}

function isConfiguration(path: string): boolean {
  return /(?:^|[/_])(?:conf|config|configs|configuration|settings?|options|flags|defaults?|env|root|main)(?:[/_.]|$)/i.test(path);
}

/** Inside a string literal: blank in the code, with a quote before it on the line. */
function isQuoted(code: string, text: string, index: number): boolean {
  const lineStart = text.lastIndexOf('\n', index) + 1;
  return /["`]/.test(code.slice(lineStart, index)) || !/^\s*(?:\/\/|\*)/.test(text.slice(lineStart, index));
}

/** A comparison names what could be; an assignment, a default or a tag what is. */
function isChosen(text: string, index: number): boolean {
  const lineStart = text.lastIndexOf('\n', index) + 1;
  const lineEnd = text.indexOf('\n', index);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  return !/[=!]=|^\s*case\b|\bif\b|\bfunc\b|\breturn\b.*\bErrorf|\bimport\b|\bErrorf?\(|\bstrings\.|^\s*(?:_\s+)?"/.test(line);
}

interface Import {
  readonly module: string;
  readonly start: number;
  readonly end: number;
}

function importsOf(text: string, code: string): readonly Import[] {
  const found: Import[] = [];
  const add = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(/"([^"\n]+)"/g)) {
      const from = start + match.index + 1;
      // A commented import is blank in the code.
      if (code[from - 1] === '"') found.push({ module: moduleName(match[1] ?? ''), start: from, end: from + (match[1] ?? '').length });
    }
  };
  for (const match of code.matchAll(/^import[ \t]*(\()?/gm)) {
    const from = match.index + match[0].length;
    const end = match[1] === undefined ? code.indexOf('\n', from) : code.indexOf(')', from);
    add(from, end < 0 ? text.length : end);
  }
  return found;
}
