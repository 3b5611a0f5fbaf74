import { emptyExtraction } from '../../model';
import type { Detector } from '../detector';
import { extractPhpConfig } from '../php/config';
import { phpApplications } from './applications';
import { phpWebBindings } from './bindings';
import { phpFrameworks } from './frameworks';

/** Configuration under the names that PHP applications give it, and the files where small ones open their database. */
const configFile =
  /^(?:[^/]+\/){0,4}(?:(?:config|app\/Config|application\/config|inc|includes?|protected\/config|app\/etc|src|lib|core|user|admin|sites\/[\w.-]+)\/)?(?:(?:app|app\.default|app_local|app_local\.example|db|database|main|main-local|common|common-local|web|console|env|local|global|settings[\w.]*|params|Database|Cache|Session|Email|email|index|config[\w.-]*|[\w-]*config|configuration|conexao|conectar?|conecta|connect(?:ion)?|conn|dbconn|db_connect(?:ion)?|dbconnect(?:ion)?|constants|bootstrap|init|autoload\.local))(?:\.inc)?\.php(?:\.(?:dist|example|sample))?$/;

/** Laravel's own files are another detector's, and WordPress's too. */
const foreign = /\|-{20,}|Illuminate\\|database_path\(|storage_path\(|\bABSPATH\b/;
const worthReading = /mysql|\bPDO\b|pg_connect|pgsql:|sqlite|sqlsrv|dbdriver|Datasources|\$databases|'components'|"components"|define\(\s*['"]\w*(?:DB|DATABASE|MAIL|SESSION|CACHE)\w*['"]|\bextends BaseConfig\b|extends Config\b|'frontend'|sess_driver|\['protocol'\]|cache\.backend|new Redis\b|session_start/i;

/** CodeIgniter, CakePHP, Yii, Slim, Drupal, Magento and others by manifest and main configuration, and PHP without a framework. */
export const phpWeb: Detector = {
  id: 'php-web',
  label: 'PHP',
  files: [{ match: configFile, example: 'app/Config/Database.php' }],
  formats: () => ['php'],
  extract(document, formats) {
    if (/(^|\/)wp-config[\w.-]*$/.test(document.path) || !worthReading.test(document.text) || foreign.test(document.text)) return emptyExtraction;
    return extractPhpConfig(document, formats);
  },
  priority: -1,
  applications: phpApplications,
  bindings: (scope) => (frameworks.has(scope.application.framework) ? phpWebBindings(scope) : []),
};

const frameworks: ReadonlySet<string> = new Set([...phpFrameworks.map((framework) => framework.id), 'php']);
