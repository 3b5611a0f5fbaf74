import type { Extraction, Fact, FactValue, SourceDocument, Stage, TextRange } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import type { PhpCall } from '../../formats/registry';
import { configValue, decidingRange, problemsAt, secretState } from '../facts';
import { stageOfPath } from '../../workspace/stage';

/** Last segments of settings, and ends of constants, whose values name a technology or a mode. */
const tellingKey = /(^|[._])(class|classname|driver|dbdriver|handler|type|adapter|protocol|transport|defaults|usefiletransport|engine|store|save|backend|mailer|default|cron|env|connection|sessiondriver|session_storage|usecron|backend_class|amqp|conn|datasource|dbtype|dbengine|dbms)$/i;

/** A setting's value is kept only where it reads like the name of a technology, a class or a switch. */
/** Names of engines, which a setting called `db` or `sgbd` may hold. */
const engineName = /^(?:mysqli?|mariadb|pgsql|postgres(?:ql)?|sqlite3?|sqlsrv|mssql)$/i;
const engineKey = /(?:^|[._])(?:db|sgbd|dbms|banco|tipo_?banco)$/i;

const technologyLike = /^[\w\\./-]{1,80}$/;

const dsnScheme = /^["']?(mysql|pgsql|sqlite2?|sqlsrv|dblib|oci|firebird|mongodb(?:\+srv)?|redis):/i;

const technologies: Readonly<Record<string, string>> = { mysql: 'mysql', pgsql: 'postgresql', sqlite: 'sqlite', sqlite2: 'sqlite', sqlsrv: 'sqlserver', dblib: 'sqlserver', oci: 'oracle', firebird: 'firebird', mongodb: 'mongodb', 'mongodb+srv': 'mongodb', redis: 'redis' };

/** Calls that open a connection, and what to. */
const clients: Readonly<Record<string, string>> = {
  mysqli_connect: 'mysql', mysql_connect: 'mysql', mysql_pconnect: 'mysql', mysqli_real_connect: 'mysql', 'new mysqli': 'mysql', pg_connect: 'postgresql', pg_pconnect: 'postgresql',
  'new SQLite3': 'sqlite', sqlsrv_connect: 'sqlserver', oci_connect: 'oracle', 'new Redis': 'redis', 'new Memcached': 'memcached',
};

/** Calls of CakePHP 2 that set a section of the configuration, and what stands before its name since CakePHP 3. */
const sections: Readonly<Record<string, string>> = { 'Configure::write': '', 'Cache::config': 'Cache.', 'CakeLog::config': 'Log.' };

const origin = 'php-config';

/**
 * What a configuration file of plain PHP states: leaves of the array that it returns, of the variables and class fields
 * that it sets, constants that it defines, data sources and connections. Values that could be a credential keep their
 * presence only.
 */
export function extractPhpConfig(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.php(document.text);
  const stage = configStage(document.path);
  const facts: Fact[] = [];
  if (parsed.value.returned !== null) flatten(document.path, '', parsed.value.returned, null, stage, facts, 0);
  for (const { target, targetRange, value } of parsed.value.assignments) flatten(document.path, target, value, targetRange, stage, facts, 0);
  for (const call of parsed.value.calls) {
    const fact = callFact(document.path, call, stage);
    if (fact !== null) facts.push(fact);
    facts.push(...connectionFacts(document.path, call, stage), ...passwordFact(document.path, call, stage));
    const [section, values] = call.arguments;
    const prefix = Object.hasOwn(sections, call.name) ? sections[call.name] : undefined;
    if (prefix !== undefined && section?.kind === 'scalar' && values?.kind === 'map') flatten(document.path, `${prefix}${String(section.value)}`, values, section.range, stage, facts, 0);
  }
  return { facts: [...facts, ...indirectClient(document, parsed.value.calls, stage), ...builtConnection(document, parsed.value.calls, stage)], problems: problemsAt(document.path, parsed.problems) };
}

const writtenDsn = /["'](?:mysql|pgsql|sqlite2?|sqlsrv|dblib|oci):/i;

/** `$dsn = "mysql:host=…"` inside a function, which `new PDO($dsn, …)` opens: the text tells, the call does not. */
function indirectClient({ path, text }: SourceDocument, calls: readonly PhpCall[], stage: Stage): readonly Fact[] {
  if (!calls.some((call) => call.name === 'new PDO' && dataSource(call.arguments[0]) === undefined)) return [];
  const match = writtenDsn.exec(text);
  const technology = match === null ? undefined : schemeOf(match[0]);
  return match === null || technology === undefined ? [] : [fact('code', path, 'php.client', { kind: 'literal', text: technology }, { start: match.index, end: match.index + match[0].length }, stage)];
}

const writtenDriver = /['"]driver['"]\s*=>\s*['"]((?:pdo_)?(?:mysql|pgsql|sqlite|sqlsrv|oci)|mysqli|sqlite3|oci8)['"]/g;

/** Options that a function puts together before Doctrine opens a connection with them; several engines tell nothing. */
function builtConnection({ path, text }: SourceDocument, calls: readonly PhpCall[], stage: Stage): readonly Fact[] {
  const isOpened = calls.some(({ name, arguments: [options] }) => /^(?:DriverManager::getConnection|EntityManager::create)$/.test(name) && options?.kind === 'unknown');
  const matches = isOpened ? [...text.matchAll(writtenDriver)] : [];
  const [first] = matches;
  const driver = first?.[1];
  if (first === undefined || driver === undefined || matches.some((match) => match[1] !== driver)) return [];
  const start = first.index + first[0].length - 1 - driver.length;
  return [fact('config', path, 'connection.driver', { kind: 'literal', text: driver }, { start, end: start + driver.length }, stage)];
}

/** Settings of an INI file by section and key: `database.adapter`, `production.resources.db.adapter` of Zend Framework. */
export function extractIniConfig({ path, text }: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.ini(text);
  const facts: Fact[] = [];
  // `[staging : production]` extends the section that counts; those for tests and developers do not.
  if (parsed.value.kind === 'map') for (const entry of parsed.value.entries) if (!/test|dev|local|:/i.test(entry.key)) flatten(path, entry.key, entry.value, entry.keyRange, configStage(path), facts, 0);
  return { facts, problems: [] };
}

/** A sample names what an installation starts from; any other file holds for production too. */
export function configStage(path: string): Stage {
  const named = stageOfPath(path);
  if (/(^|\/)[\w.-]*(sample|example|dist|template)[\w.-]*$/i.test(path)) return 'example';
  return named;
}

const maximumDepth = 8;

function flatten(path: string, name: string, node: ConfigNode, keyRange: TextRange | null, stage: Stage, facts: Fact[], depth: number): void {
  if (depth > maximumDepth) return;
  if (node.kind === 'map') {
    if (keyRange !== null && name !== '') facts.push(fact('config', path, name, { kind: 'none' }, keyRange, stage));
    for (const entry of node.entries) flatten(path, name === '' ? entry.key : `${name}.${entry.key}`, entry.value, entry.keyRange, stage, facts, depth + 1);
    return;
  }
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) if (item.kind === 'map') flatten(path, `${name}.${index}`, item, keyRange, stage, facts, depth + 1);
    return;
  }
  const technology = dataSource(node);
  if (technology !== undefined) {
    facts.push(fact('config', path, `${name}.dsn`, { kind: 'literal', text: technology }, decidingRange(node), stage));
    return;
  }
  if (node.kind === 'unknown' && name === 'config.log_threshold') facts.push(fact('config', path, name, { kind: 'unknown', why: node.why }, node.range, stage));
  if (node.kind !== 'unknown' && name !== '') facts.push(fact('config', path, name, kept(name, node), decidingRange(node), stage));
}

/** `mysql:host=…`, also where the text is put together from variables, and in `sprintf('mysql:…', …)`. */
function dataSource(node: ConfigNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'unknown') {
    const first = node.call?.arguments[0];
    if (first !== undefined) return dataSource(first);
    return schemeOf(node.why);
  }
  if (node.kind === 'env') return node.fallback === null ? undefined : dataSource(node.fallback);
  return node.kind === 'scalar' && typeof node.value === 'string' ? schemeOf(node.value) : undefined;
}

function schemeOf(text: string): string | undefined {
  const scheme = dsnScheme.exec(text.trim())?.[1]?.toLowerCase();
  return scheme === undefined ? undefined : technologies[scheme];
}

function kept(name: string, node: ConfigNode): FactValue {
  const value = configValue(name, node);
  if (value.kind === 'literal' && engineKey.test(name) && engineName.test(value.text)) return value;
  return conceal(value, tellingKey.test(name));
}

function conceal(value: FactValue, telling: boolean): FactValue {
  if (value.kind === 'env') return { ...value, fallback: value.fallback === null ? null : conceal(value.fallback, telling) };
  if (value.kind !== 'literal') return value;
  const tells = /^(true|false|[01])$/.test(value.text) || (telling && technologyLike.test(value.text));
  return tells ? value : secretState(value.text);
}

function callFact(path: string, call: PhpCall, stage: Stage): Fact | null {
  const [first, second] = call.arguments;
  if (call.name === 'define' || call.name === 'Config::define') {
    if (first?.kind !== 'scalar' || typeof first.value !== 'string' || second === undefined) return null;
    const technology = dataSource(second);
    if (technology !== undefined) return fact('config', path, `${first.value}.dsn`, { kind: 'literal', text: technology }, decidingRange(second), stage);
    return fact('config', path, first.value, second.kind === 'unknown' ? { kind: 'unknown', why: 'an expression' } : kept(first.value, second), decidingRange(second), stage);
  }
  if (call.name === 'ini_set' && first?.kind === 'scalar' && first.value === 'session.save_handler' && second?.kind === 'scalar') {
    return fact('config', path, 'session.save_handler', configValue('session.handler', second), second.range, stage);
  }
  if (/RotatingFileHandler$/.test(call.name)) return fact('code', path, 'php.log-file', { kind: 'none' }, call.nameRange, stage);
  if (call.name === 'session_start') return fact('code', path, 'php.session', { kind: 'none' }, call.nameRange, stage);
  const technology = /^(?:new (?:PDO|Sqlite|Mysql|Pgsql)|PDO::connect)$/.test(call.name) ? dataSource(first) : Object.hasOwn(clients, call.name) ? clients[call.name] : undefined;
  return technology === undefined ? null : fact('code', path, 'php.client', { kind: 'literal', text: technology }, call.nameRange, stage);
}

/** `mysqli_connect('db', 'app', '…')`: the password is the third argument of every way to connect. */
function passwordFact(path: string, call: PhpCall, stage: Stage): readonly Fact[] {
  const [, , password] = /^(?:new (?:PDO|mysqli)|mysqli?_p?connect)$/.test(call.name) ? call.arguments : [];
  if (password?.kind !== 'scalar' || typeof password.value !== 'string' || password.value === '') return [];
  return [fact('config', path, 'connection.password', secretState(password.value), password.range, stage)];
}

/** Arguments that are a connection: `$capsule->addConnection(['driver' => 'mysql', 'host' => …])`, `new Medoo([…])`. */
function connectionFacts(path: string, call: PhpCall, stage: Stage): readonly Fact[] {
  return call.arguments.flatMap((argument) => {
    if (argument.kind !== 'map' || !argument.entries.some(({ key }) => /^(?:host|hostname|server|dbname|database|database_name|path|unix_socket|dsn)$/i.test(key))) return [];
    return argument.entries.filter(({ key }) => /^(?:driver|type|adapter|database_type|dbdriver)$/i.test(key)).map(({ value }) => fact('config', path, 'connection.driver', kept('connection.driver', value), decidingRange(value), stage));
  });
}

function fact(kind: Fact['kind'], path: string, name: string, value: FactValue, range: TextRange, stage: Stage): Fact {
  return { kind, name, value, at: { path, range }, stage, origin };
}
