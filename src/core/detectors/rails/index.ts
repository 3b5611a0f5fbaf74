import type { Fact, SourceDocument, Stage } from '../../model';
import { emptyExtraction, type Extraction } from '../../model';
import type { Detector, FilePattern } from '../detector';
import { extractMarkers } from '../ruby/markers';
import { extractRuby } from '../ruby/settingsFile';
import { databaseOf } from '../ruby/technologies';
import { extractYaml } from '../ruby/yamlFile';
import { railsApplications } from './applications';
import { railsBindings } from './bindings';
import { readRailties } from './railties';

const application = /(^|\/)config\/application\.rb$/;
const yamlNames = 'database|secrets|cable|storage|queue|recurring|cache|sidekiq|sidekiq[_-]cron|sidekiq[_-]scheduler|sidekiq[_-]schedule|schedule|scheduler|scheduled_jobs|resque_schedule|resque_scheduler|cron|crontab|cron_jobs|mongoid|shoryuken|deploy|deploy\\.production|email|smtp|elasticsearch|settings|settings\\/production|application|app_config|config|defaults';
const yamlFile = String.raw`config\/(?:${yamlNames})(?:\.[\w-]+)*\.ya?ml(?:\.[\w.-]+)?$|config\/database\.ya?ml\.[\w.-]+$`;
const yaml = new RegExp(String.raw`(?:^|\/)(?:${yamlFile})`);
const ruby = /(^|\/)config\/(?:application|environment|environments\/[\w.-]+|initializers\/(?:[\w.-]+\/){0,2}[\w.-]+|puma|shrine)\.rb$/;
/** A cheap test before a file is parsed: what configures one of the needs names one of these. */
const settingsHint = /cache_store|session_store|queue_adapter|active_storage|delivery_method|smtp_settings|asset_host|default_options|fog_|\bstorage\b|storages|datastore|good_job|Sidekiq|Resque|Delayed|_ENABLED|periodic|cron|perform_caching|api_only|Chewy|Searchkick|Meili|Algolia|Typesense|ActionMailer|\.adapter\b|plugin\b|log_to\b/;
const credentials = /(^|\/)config\/(?:credentials|credentials\/production|secrets)\.yml\.enc(?:\.sample)?$/;
const schema = /(^|\/)db\/schema\.rb$/;

/** Engines and packages inside the application keep the same folders. */
const part = String.raw`(?:[\w.-]+\/){0,2}`;

/** Relative to the application's root: what configures it, and the folders where its uses stand. */
const sources: readonly FilePattern[] = [
  { match: /^config\/(?:environment|environments\/(?:production|staging)|initializers\/(?:[\w.-]+\/){0,2}[\w.-]+|puma|schedule|clock|clockwork|shrine)\.rb$/, example: 'config/initializers/sidekiq.rb' },
  { match: new RegExp(String.raw`^(?:${yamlFile})`), example: 'config/storage.yml' },
  { match: /^config\/credentials\/production\.yml\.enc$|^config\/(?:credentials|secrets)\.yml\.enc(?:\.sample)?$/, example: 'config/credentials.yml.enc' },
  { match: /^(?:(?:lib|app|script|bin)\/)?(?:clock|clockwork|karafka|scheduler)\.rb$|^lib\/(?:[\w-]+\/)?[\w-]*(?:storage|s3|fs|bucket|upload|schedul|secret|search|elastic)[\w-]*\.rb$|^bin\/schedule\.rb$/, example: 'lib/clock.rb' },
  { match: /^lib\/[\w-]+\.rb$/, example: 'lib/shop.rb' },
  { match: /^db\/schema\.rb$/, example: 'db/schema.rb' },
  { match: new RegExp(String.raw`^${part}app\/(?:jobs|workers|sidekiq|mailers|channels|uploaders|notifiers|chewy|queries|search|consumers|indices|operations\/mail|services\/mail)\/(?:[\w-]+\/){0,3}[\w-]+\.rb$`), example: 'app/jobs/report_job.rb' },
  { match: new RegExp(String.raw`^${part}(?:app\/(?:services|clients|lib|senders|interactors)|lib)\/(?:[\w-]+\/){0,3}[\w-]*(?:sms|text_message|pinpoint|sns)[\w-]*\.rb$`), example: 'app/services/sms_sender.rb' },
  { match: new RegExp(String.raw`^${part}app\/models\/(?:[\w-]+\/){0,2}[\w-]+\.rb$`), example: 'app/models/user.rb' },
];

/** Ruby on Rails 5 to 8: environments over `application.rb`, initializers, the YAML files with their ERB. */
export const rails: Detector = {
  id: 'rails',
  label: 'Ruby on Rails',
  files: [{ match: application, example: 'config/application.rb' }],
  formats: (path) => (ruby.test(path) ? ['ruby'] : yaml.test(path) ? ['yaml', 'ruby'] : []),
  extract(document, formats) {
    if (!/<\s*(?:::)?Rails::Application\b/.test(document.text)) return emptyExtraction;
    const read = extractRuby(document, formats, 'default', 'rails-config');
    return { facts: [...readRailties(document), ...read.facts], problems: read.problems };
  },
  sources,
  extractSource(document, formats): Extraction {
    const { path, text } = document;
    if (credentials.test(path)) return { facts: encrypted(path, text), problems: [] };
    if (yaml.test(path)) return withAdapter(document, extractYaml(document, formats));
    if (schema.test(path)) return /active_storage_attachments/.test(text) ? extractMarkers(document) : emptyExtraction;
    const markers = withAdapter(document, extractMarkers(document));
    if (!ruby.test(path) || application.test(path) || !settingsHint.test(text)) return markers;
    const configured = extractRuby(document, formats, stageOf(path), 'rails-config');
    return { facts: [...configured.facts, ...markers.facts], problems: configured.problems };
  },
  applications: railsApplications,
  bindings: (scope) => (scope.application.framework === 'rails' ? railsBindings(scope) : []),
};

function stageOf(path: string): Stage {
  const environment = /\/environments\/([\w.-]+)\.rb$/.exec(path)?.[1];
  if (environment === undefined) return 'default';
  return environment === 'production' ? 'production' : environment === 'staging' ? 'staging' : 'local';
}

/** Encrypted credentials hold more than the generator's key only where somebody has put it there: the file is enough. */
function encrypted(path: string, text: string): readonly Fact[] {
  const end = text.trimEnd().length;
  if (end === 0) return [];
  return [{ kind: 'code', name: 'rails.credentials', value: { kind: 'none' }, at: { path, range: { start: 0, end: Math.min(end, 24) } }, stage: path.endsWith('.sample') ? 'example' : 'default', origin: 'rails-config' }];
}

/** `ENV.fetch("DATABASE_ADAPTER", …)`: the fall-back that stands last names the engine. */
const adapter = /ENV(?:\.fetch\(|\[)\s*["'](?:DATABASE|DB)_ADAPTER["'][^\n]*["']:?(sqlite3?|mysql2?|trilogy|postgres(?:ql)?)["']/;

function withAdapter({ path, text }: SourceDocument, read: Extraction): Extraction {
  const match = text.includes('_ADAPTER') ? adapter.exec(text) : null;
  const engine = match?.[1] === undefined ? undefined : databaseOf(match[1]);
  if (match === null || engine === undefined) return read;
  const fact: Fact = { kind: 'code', name: `ruby.database.${engine}`, value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'rails-config' };
  return { facts: [...read.facts, fact], problems: read.problems };
}
