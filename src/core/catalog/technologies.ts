import { verbatim, type Localized } from '../l10n/localized';
import { products } from './technologyNames';

/** Ways of doing without a product of its own: these are words, and words are translated. */
const words: Readonly<Record<string, Localized>> = {
  static: { en: 'static files', 'pt-br': 'arquivos estáticos' },
  container: { en: 'container', 'pt-br': 'contêiner' },
  database: { en: 'database table', 'pt-br': 'tabela no banco de dados' },
  file: { en: 'local file', 'pt-br': 'arquivo local' },
  memory: { en: 'process memory', 'pt-br': 'memória do processo' },
  cookie: { en: 'cookie', 'pt-br': 'cookie' },
  none: { en: 'none', 'pt-br': 'nenhum' },
  sync: { en: 'in the web request', 'pt-br': 'na própria requisição web' },
  cron: { en: 'cron', 'pt-br': 'cron' },
  'laravel-schedule': { en: 'Laravel task scheduling', 'pt-br': 'agendador do Laravel' },
  'bullmq-repeat': { en: 'BullMQ repeatable jobs', 'pt-br': 'jobs recorrentes do BullMQ' },
  'spring-scheduled': { en: 'Spring @Scheduled methods', 'pt-br': 'métodos @Scheduled do Spring' },
  ws: { en: 'plain WebSocket', 'pt-br': 'WebSocket puro' },
  sse: { en: 'server-sent events', 'pt-br': 'server-sent events (SSE)' },
  custom: { en: 'own code', 'pt-br': 'código próprio' },
  local: { en: 'local disk', 'pt-br': 'disco local' },
  bundled: { en: 'served by the application', 'pt-br': 'servidos pela aplicação' },
  log: { en: 'written to the log', 'pt-br': 'gravado no log' },
  'log-file': { en: 'local log files', 'pt-br': 'arquivos de log locais' },
  env: { en: 'environment variables', 'pt-br': 'variáveis de ambiente' },
  'config-file': { en: 'configuration file', 'pt-br': 'arquivo de configuração' },
  credentials: { en: 'encrypted credentials', 'pt-br': 'credenciais criptografadas' },
  stderr: { en: 'standard error', 'pt-br': 'saída de erro' },
  stdout: { en: 'standard output', 'pt-br': 'saída padrão' },
  encrypted: { en: 'encrypted file in the repository', 'pt-br': 'arquivo criptografado no repositório' },
};

/** Whether a word has a name that is fit to be read; others are shown as they are. */
export function isNamed(id: string): boolean {
  return Object.hasOwn(words, id) || Object.hasOwn(products, id);
}

/** Display name of a technology, library or framework word; a word without a name of its own is shown as it is. */
export function technologyName(id: string): Localized {
  if (Object.hasOwn(words, id)) return words[id] ?? verbatim(id);
  return verbatim(Object.hasOwn(products, id) ? (products[id] ?? id) : id);
}
