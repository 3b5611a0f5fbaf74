import type { Fact, SourceDocument } from '../../model';
import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { extractIniConfig, extractPhpConfig } from '../php/config';
import { phpApplications } from './applications';
import { phpWebBindings } from './bindings';
import { phpFrameworks } from './frameworks';
import { cachedFiles, keptFiles } from './keptFiles';
import { extractRoadRunner, roadRunnerFile } from './roadRunner';

/** Configuration under the names that PHP applications give it, and the files where small ones open their database. */
const configFile =
  /^(?:[^/]+\/){0,4}(?:(?:config|app\/Config|application\/config|inc|includes?|protected\/config|app\/etc|src|lib|core|user|admin|sites\/[\w.-]+)\/)?(?:(?:app|app\.default|core|app_local|app_local\.example|db|database|main|main-local|common|common-local|web|console|env|local|global|settings[\w.]*|params|Database|Cache|Session|Email|email|index|[cC]onfig[\w.-]*|[\w-]*[cC]onfig|[cC]onfiguration|conexao|conectar?|conecta|connect(?:ion)?|conn|dbconn|db_connect(?:ion)?|dbconnect(?:ion)?|constants|bootstrap|init|autoload\.local))(?:\.inc|\.default)?\.php(?:\.(?:dist|example|sample|default))?$/;

/** Whatever its name, in a folder that holds configuration. */
const configFolder = /^(?:[^/]+\/){0,4}(?:config|conf|app\/Config|application\/config|config\/autoload)\/(?!\w+\.ini\.)[\w.-]+\.php$/;

/** Classes that open the database, where it is not done in a configuration file. */
const connectionFile = /^(?:[^/]+\/){0,5}(?:class\.)?(?:\w*(?:database|connection|conexao|pdo|mysqli?)\w*|redis_?(?:factory|client|provider|service|manager)|conn|db|dependencies|container|services)(?:\.class|\.inc)?\.php$/i;

/** Settings in INI files, which some end in .php so that no server hands them out. */
const iniFile = /^(?:[^/]+\/){0,3}(?:(?:application\/)?configs?|conf|app\/config)\/[\w-]+\.ini(?:\.php)?(?:\.(?:dist|example|sample))?$/;

/** Laravel's own files are another detector's, and WordPress's too. */
function isForeign({ path, text }: SourceDocument): boolean {
  if (/(^|\/)wp-config[\w.-]*$/.test(path)) return true;
  return /Illuminate\\|database_path\(|storage_path\(|\bABSPATH\b/.test(text) || (/\|-{20,}/.test(text) && /^return (?:\[|array\()/m.test(text));
}

/** A mail that is sent, a session that is started: code of plain PHP that proves a use. */
const markers: readonly (readonly [string, RegExp])[] = [
  ['php.mail', /(?<![\w>:$])mail\s*\(\s*\$/],
  ['php.mail.smtp', /->isSMTP\s*\(/i],
  ['php.session.database', /\bclass\s+(?:\w*(?:Database|Db|DB|Pdo|PDO|Mysql|MySQL)\w*Session|\w*Session\w*(?:Database|Db|DB|Pdo|PDO|Mysql|MySQL))\w*/],
  ['php.session', /(?<![\w>:$])session_start\s*\(/],
];
/** A call that takes an upload in, and the superglobal that PHP hands it over in. */
const taken = /\bmove_uploaded_file\s*\(|->do_upload\s*\(|\bUploadedFile::getInstance\w*\(|->getUploadedFiles\s*\(|\brequest->getFiles?(?:Multiple)?\s*\(/;
const sent = /\$_FILES\s*\[/;
/** The temporary file is read where it lies, as an import does that keeps its contents only. */
const readInPlace = /\b(?:file_get_contents|fopen|file|simplexml_load_file|parse_ini_file|SplFileObject)\s*\(\s*\$_FILES\s*\[[^\]\n]{1,80}\]\s*\[\s*["']tmp_name["']/;
/** What a file that takes uploads does with one that it keeps. */
const keeps = /\b(?:copy|rename|file_put_contents|imagejpeg|imagepng|imagewebp)\s*\(|->(?:move|save|store|put|write)\w*\s*\(/;

/** Sessions that a class of the application keeps in a table. */
const kept = /\bsession_set_save_handler\s*\(/;
const keptIn = /\b(?:INSERT|REPLACE)\s+INTO\s+[`"']?\w{0,40}session/i;

const worthReading = /mysql|session_(?:save_handler|storage)|log_driver|smtp_host|Hyperf\\|RotatingFileHandler|\bPDO\b|pg_connect|\bpgsql\b|sqlite|sqlsrv|dbdriver|Datasources|\$databases|'components'|"components"|define\(\s*['"]\w*(?:DB|DATABASE|MAIL|SESSION|CACHE)\w*['"]|\bextends BaseConfig\b|extends Config\b|'frontend'|sess_driver|\['protocol'\]|cache\.backend|new Redis\b|session_start|\bDATABASE_CONFIG\b|\bEmailConfig\b|\bConfigure::write\(\s*'Session'|\bCache::config\(/i;

const frameworks: ReadonlySet<string> = new Set([...phpFrameworks.map((framework) => framework.id), 'php']);

function markerFact({ path, text }: SourceDocument, name: string, pattern: RegExp): readonly Fact[] {
  const match = pattern.exec(text);
  if (match === null) return [];
  return [{ kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'php-code' }];
}

/** A file that is sent is one that is kept, unless the code only reads it. */
function uploads(document: SourceDocument): readonly Fact[] {
  const calls = markerFact(document, 'php.upload', taken);
  if (calls.length > 0) return calls;
  return readInPlace.test(document.text) && !keeps.test(document.text) ? [] : markerFact(document, 'php.upload', sent);
}

/** CodeIgniter, CakePHP, Yii, Slim, Drupal, Magento and others by manifest and main configuration, and PHP without a framework. */
export const phpWeb: Detector = {
  id: 'php-web',
  label: 'PHP',
  files: [
    { match: configFile, example: 'app/Config/Database.php' },
    { match: configFolder, example: 'system/config/catalog.php' },
    { match: iniFile, example: 'application/configs/application.ini' },
    { match: connectionFile, example: 'services/DatabaseService.php' },
    { match: roadRunnerFile, example: '.rr.yaml' },
  ],
  formats: (path) => [roadRunnerFile.test(path) ? 'yaml' : iniFile.test(path) ? 'ini' : 'php'],
  extract(document, formats) {
    if (roadRunnerFile.test(document.path)) return /^jobs:/m.test(document.text) ? extractRoadRunner(document, formats) : emptyExtraction;
    if (iniFile.test(document.path)) return extractIniConfig(document, formats);
    if (!worthReading.test(document.text) || isForeign(document)) return emptyExtraction;
    return extractPhpConfig(document, formats);
  },
  frameworks,
  sources: [
    // Small applications keep their pages side by side, under names of their own.
    { match: /^(?:[\w-]+\/)?[\w-]+\.php$/, example: 'acao_processo.php' },
    { match: /^(?:[\w-]+\/){0,3}controllers?\/(?:[\w-]+\/){0,3}[\w-]+\.php$/i, example: 'app/Controllers/Admin/Products.php' },
    { match: /^(?:[^/]+\/){0,6}(?:class\.)?\w*(?:[uU]pload|[fF]ile|[iI]mage|[mM]ail|Controller|controller|[pP]hoto|[mM]edia|[cC]ontact|contato|foto|[sS]ession|[sS]erver|[lL]ogin|[aA]uth|[hH]eader)\w*(?:\.class|\.inc)?\.php$/, example: 'application/controllers/Upload.php' },
    { match: /^(?:[^/]+\/){0,6}(?:class\.)?\w*[cC]ache\w*\.php$/, example: 'application/feed/CachedPage.php' },
  ],
  extractSource: (document) => ({ facts: [...markers.flatMap(([name, pattern]) => markerFact(document, name, pattern)), ...uploads(document), ...(keptIn.test(document.text) ? markerFact(document, 'php.session.database', kept) : []), ...keptFiles(document), ...cachedFiles(document)], problems: [] }),
  priority: -1,
  applications: phpApplications,
  bindings: (scope) => (frameworks.has(scope.application.framework) ? phpWebBindings(scope) : []),
};
