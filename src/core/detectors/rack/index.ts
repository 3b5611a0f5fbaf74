import type { Application, Fact } from '../../model';
import { emptyExtraction, type Extraction } from '../../model';
import type { Detector, FilePattern } from '../detector';
import { applicationOf, isBesideLibrary, versionOf } from '../ruby/applications';
import { extractMarkers } from '../ruby/markers';
import { extractRuby } from '../ruby/settingsFile';
import { extractYaml } from '../ruby/yamlFile';
import type { WorkspaceFacts } from '../scope';
import { rackBindings } from './bindings';
import { folderOf, inFolder } from '../paths';

const rackup = /(^|\/)config\.ru$/;
const program = /(^|\/)(?:app|main|server|web|application)\.rb$/;
const yaml = /(^|\/)(?:config|db)\/(?:database|sidekiq|sidekiq[_-](?:cron|scheduler?)|schedule|scheduler|cron|crontab|deploy|mongoid|resque_schedule)(?:\.[\w-]+)*\.ya?ml(?:\.[\w.-]+)?$/;
const settings = /(^|\/)(?:config|app|application|environment|server|main|db|settings|boot|env|init|web|mailer|routes|config\/[\w-]+|config\/(?:initializers|environments|providers|settings)\/[\w-]+|(?:app|lib)\/(?:[\w-]+\/)?(?:app|application|application_controller|config|routes|server|web|settings|db|database))\.rb$|(^|\/)config\.ru$/;
/** A cheap test before a file is parsed. */
const settingsHint = /ENV|\bset\b|\benable\b|\bplugin\b|Sequel|ActiveRecord|establish_connection|configure|\.defaults/;

const sources: readonly FilePattern[] = [
  { match: /^(?:[\w-]+\.rb|config\.ru)$/, example: 'app.rb' },
  { match: /^(?:config|app|lib|system|helpers|jobs|workers|models|routes|services|mailers|prog|slices\/[\w-]+)\/(?:[\w-]+\/){0,2}[\w-]+\.rb$/, example: 'lib/shop/app.rb' },
  { match: /^(?:config|db)\/(?:database|sidekiq|sidekiq[_-](?:cron|scheduler?)|schedule|scheduler|cron|crontab|deploy|mongoid|resque_schedule)(?:\.[\w-]+)*\.ya?ml(?:\.[\w.-]+)?$/, example: 'config/database.yml' },
];

/** Applications on Rack without Rails: Sinatra, Roda, Hanami, Grape, Padrino, Cuba. */
export const rack: Detector = {
  id: 'rack',
  label: 'Sinatra, Roda, Hanami and other Rack applications',
  priority: -1,
  files: [{ match: rackup, example: 'config.ru' }, { match: program, example: 'app.rb' }],
  formats: (path) => (yaml.test(path) ? ['yaml', 'ruby'] : settings.test(path) ? ['ruby'] : []),
  frameworks: new Set(['sinatra', 'roda', 'hanami', 'grape', 'padrino', 'cuba', 'rack']),
  extract(document) {
    const match = (rackup.test(document.path) ? /^[ \t]*(?:run|map|use)\b[^\n]*/m : /^[ \t]*require\s*\(?["']sinatra["']/m).exec(document.text);
    if (match === null) return emptyExtraction;
    const start = match.index + match[0].length - match[0].trimStart().length;
    return { facts: [{ kind: 'code', name: 'rack.run', value: { kind: 'none' }, at: { path: document.path, range: { start, end: match.index + match[0].length } }, stage: 'default', origin: 'rack' }], problems: [] };
  },
  sources,
  extractSource(document, formats): Extraction {
    const { path, text } = document;
    if (/(^|\/)(?:spec|test)s?\//.test(path)) return emptyExtraction;
    if (yaml.test(path)) return extractYaml(document, formats);
    const markers = extractMarkers(document);
    if (!settings.test(path) || !settingsHint.test(text)) return markers;
    const configured = extractRuby(document, formats, 'default', 'rack-config');
    return { facts: [...configured.facts, ...markers.facts], problems: configured.problems };
  },
  applications: rackApplications,
  bindings: (scope) => (scope.application.framework === 'rails' || !frameworks.some(({ id }) => id === scope.application.framework) ? [] : rackBindings(scope)),
};

const frameworks: readonly { readonly id: string; readonly gems: readonly string[] }[] = [
  { id: 'hanami', gems: ['hanami', 'hanami-router'] },
  { id: 'padrino', gems: ['padrino', 'padrino-core'] },
  { id: 'roda', gems: ['roda'] },
  { id: 'sinatra', gems: ['sinatra', 'sinatra-contrib', 'sinatra-activerecord'] },
  { id: 'grape', gems: ['grape'] },
  { id: 'cuba', gems: ['cuba', 'syro'] },
  { id: 'rack', gems: ['rack'] },
];

/** A manifest that requires one of the frameworks, with what starts it beside: `config.ru`, else processes or an image. */
function rackApplications(workspace: WorkspaceFacts): readonly Application[] {
  const manifests = new Set(workspace.all.filter((fact) => fact.origin === 'gemfile').map((fact) => fact.at.path));
  return [...manifests].flatMap((manifest) => {
    const root = folderOf(manifest);
    const gems = workspace.inDocument(manifest);
    const found = frameworks.map((framework) => ({ framework, proof: proofOf(gems, framework.gems) })).find(({ proof }) => proof !== undefined);
    if (found?.proof === undefined || isBesideLibrary(workspace, root) || workspace.files.some((file) => file.path.endsWith('.gemspec') && folderOf(file.path) === root)) return [];
    const run = ['config.ru', 'app.rb', 'main.rb', 'server.rb', 'web.rb', 'application.rb'].flatMap((file) => workspace.inDocument(inFolder(root, file))).find((fact) => fact.name === 'rack.run');
    const started = run ?? workspace.inDocument(inFolder(root, 'Procfile')).find((fact) => fact.kind === 'process' && fact.name === 'web');
    const image = workspace.inDocument(inFolder(root, 'Dockerfile')).find((fact) => fact.name === 'ruby.dockerfile');
    // Many programs have Rack among their gems; what only that is needs to say that it is served.
    if (found.framework.id === 'rack' ? run === undefined : started === undefined && image === undefined) return [];
    if (/(^|\/)(?:docs?|website|site|examples?|benchmarks?)(\/|$)/.test(root) || isSite(gems)) return [];
    return [applicationOf(workspace, { root, framework: found.framework.id, version: versionOf(workspace, manifest, found.framework.gems), manifest: found.proof.at })];
  });
}

function proofOf(gems: readonly Fact[], names: readonly string[]): Fact | undefined {
  return names.map((name) => gems.find((fact) => fact.name === `gem:${name}` && fact.detail?.['group'] === undefined)).find((fact) => fact !== undefined);
}

/** Generators of static pages that have Rack to preview them. */
function isSite(gems: readonly Fact[]): boolean {
  return gems.some((fact) => /^gem:(?:jekyll|middleman|nanoc|bridgetown|rails)$/.test(fact.name) && fact.detail?.['group'] === undefined);
}
