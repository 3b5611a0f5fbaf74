import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { isSecretKey, isServerSecretKey } from '../facts';
import type { ApplicationScope } from '../scope';
import { container, gem, loadedGem, manifestProof, marker, others, proof } from './context';
import type { RubySettings } from './settings';

/** Lambda where an adapter says so, an image where one is built, else Ruby on a server. */
export function computeBindings(scope: ApplicationScope): readonly Binding[] {
  const manifest = manifestProof(scope);
  const adapter = gem(scope, 'lamby', 'jets', 'serverless-rack');
  if (adapter !== undefined) return [binding({ need: 'compute', technology: 'serverless', library: adapter.name.slice('gem:'.length), evidence: [...proof(adapter), manifest], basis: 'driver' })];
  const image = imageOf(scope);
  if (image !== undefined) return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), manifest], basis: 'driver', supported: ['ruby'] })];
  const server = scope.find('process').find((fact) => fact.name === 'web' && fact.origin === 'procfile' && fact.stage === 'production') ?? gem(scope, 'puma', 'unicorn', 'passenger', 'falcon', 'pitchfork', 'thin', 'iodine');
  return [binding({ need: 'compute', technology: 'ruby', evidence: [...proof(server), manifest], basis: 'library' })];
}

function imageOf(scope: ApplicationScope): Fact | undefined {
  const own = new Set(scope.find('code', 'ruby.dockerfile').map((fact) => fact.at.path));
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production' && fact.detail?.['final'] === 'true' && own.has(fact.at.path));
  return [...froms].sort((a, b) => rank(a.at.path) - rank(b.at.path))[0];
}

/** `Dockerfile` before the images of parts, what serves before what works behind it. */
function rank(path: string): number {
  return path.split('/').length * 4 + Number(!/(^|\/)Dockerfile$/.test(path)) * 2 + Number(/(?:^|[./_-])(?:celery|workers?|beat|sidekiq|jobs?|cron|flower|nginx|db|redis)(?:[./_-]|$)/i.test(path));
}

/** Keys that unlock other secrets, or that only a registry of images asks for, are no way of keeping secrets. */
const publicKey = /^RAILS_MASTER_KEY$|^KAMAL_|^PASSENGER_|PUBLIC|SITE_KEY|PUBLISHABLE|KEY_PREFIX|_EXPIR|_TTL$|_LENGTH$|_ENABLED$|_HEADER$|_URL$|_PATH$|_BASE$(?<!SECRET_KEY_BASE)|PASSWORD_RESET|_DUMMY$|TOKEN_(?:LIFETIME|EXPIRE)/;

/** A manager of secrets that the code asks, encrypted credentials, else variables. */
export function secretBindings(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  for (const [technology, name, gems] of [['secretsmanager', 'ruby.secretsmanager', ['aws-sdk-secretsmanager']], ['ssm', 'ruby.ssm', ['aws-sdk-ssm']], ['vault', 'ruby.vault', ['vault', 'vault-rails']]] as const) {
    const use = marker(scope, name);
    const client = gem(scope, ...gems);
    if (use !== undefined && client !== undefined) return [binding({ need: 'secrets', technology, evidence: proof(use, client), basis: 'driver' })];
  }
  const encrypted = marker(scope, 'rails.credentials');
  const reads = marker(scope, 'ruby.credentials') ?? settings.all(/^yml\.(?!\w+\.(?:test|development)\.)/).find((fact) => fact.value.kind === 'unknown' && /\.credentials\b/.test(fact.value.why));
  if (encrypted !== undefined && reads !== undefined) return [binding({ need: 'secrets', technology: 'encrypted', evidence: proof(encrypted, reads), basis: 'driver' })];
  const read = settings.all(/./).filter((fact) => fact.value.kind === 'env' && isSecretKey(fact.value.key) && !publicKey.test(fact.value.key));
  const inSettings = read.find((fact) => fact.value.kind === 'env' && /SECRET|PASSWORD/.test(fact.value.key)) ?? read[0];
  const declared = scope.find('env').filter((fact) => isServerSecretKey(fact.name) && !publicKey.test(fact.name) && !/(^|\/)\.devcontainer\//.test(fact.at.path));
  const variable = declared.find((fact) => /SECRET/.test(fact.name)) ?? declared[0];
  // Settings of Hanami and of dry-web, which it grew from, are the variables of their names in capitals.
  const evidence = proof(variable, inSettings, scope.application.framework === 'hanami' || gem(scope, 'dry-web', 'dry-web-roda', 'dry-system') !== undefined ? marker(scope, 'ruby.setting.secret') : undefined);
  if (evidence.length > 0) return [binding({ need: 'secrets', technology: 'env', evidence, basis: 'driver', supported: encrypted === undefined ? [] : ['encrypted'] })];
  // The generator writes the file for everybody, with the key that signs cookies in it.
  const only = encrypted ?? reads;
  // Settings of an application's own, each of them the variable of its name behind a prefix.
  const named = only === undefined ? marker(scope, 'ruby.env.named') ?? marker(scope, 'ruby.env.secret') : undefined;
  if (named !== undefined) return [binding({ need: 'secrets', technology: 'env', evidence: proof(named), basis: 'code', confidence: 'likely' })];
  return only === undefined ? [] : [binding({ need: 'secrets', technology: 'encrypted', evidence: proof(only), basis: 'driver', confidence: 'likely' })];
}

const pipelines = ['propshaft', 'sprockets-rails', 'sprockets', 'vite_rails', 'vite_ruby', 'vite-ruby', 'jsbundling-rails', 'cssbundling-rails', 'shakapacker', 'webpacker', 'importmap-rails', 'sass-rails', 'sassc-rails', 'dartsass-rails', 'tailwindcss-rails', 'uglifier', 'terser', 'coffee-rails', 'simpacker', 'sprockets-es6', 'bootstrap', 'hanami-assets', 'jquery-rails', 'dartsass-sprockets'];
const builders = ['npm:vite', 'npm:webpack', 'npm:esbuild', 'npm:rollup', 'npm:parcel', 'npm:@rails/webpacker', 'npm:shakapacker', 'npm:ember-cli', 'npm:sass', 'npm:tailwindcss', 'npm:@rspack/core', 'npm:react-scripts'];

/** What is built for browsers, and the host that hands it out where one is set. */
export function assetBindings(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  const pipeline = gem(scope, ...pipelines);
  const builder = builders.map((name) => scope.find('dependency', name).find((fact) => fact.at.path === scope.path('package.json'))).find((fact) => fact !== undefined);
  const plugin = marker(scope, 'ruby.assets');
  const built = proof(pipeline, builder, plugin);
  for (const fact of ['config.asset_host', 'config.action_controller.asset_host'].flatMap((name) => settings.all(name))) {
    const setting = settings.resolve(fact);
    if (setting?.isSet === true && fact.value.kind !== 'unknown' && !/localhost|127\.0\.0\.1/.test(setting.text ?? '')) return [binding({ need: 'static-assets', technology: 'cdn', evidence: [...setting.evidence, ...built], basis: 'driver', supported: ['bundled'] })];
  }
  const offersHost = settings.all(/^config\.(?:action_controller\.)?asset_host$/).length > 0;
  return built.length === 0 ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence: built, basis: 'library', supported: offersHost ? ['cdn'] : [] })];
}

const engines: readonly (readonly [gems: readonly string[], technology: string, library: string])[] = [
  [['searchkick'], 'elasticsearch', 'searchkick'],
  [['chewy'], 'elasticsearch', 'chewy'],
  [['elasticsearch-model', 'elasticsearch-rails', 'elasticsearch-persistence'], 'elasticsearch', 'elasticsearch-rails'],
  [['meilisearch-rails', 'meilisearch'], 'meilisearch', 'meilisearch-rails'],
  [['algoliasearch-rails', 'algoliasearch', 'algolia'], 'algolia', 'algoliasearch-rails'],
  [['typesense-rails', 'typesense'], 'typesense', 'typesense'],
  [['sunspot_rails', 'sunspot', 'rsolr'], 'solr', 'sunspot'],
  [['thinking-sphinx', 'ts-datetime-delta'], 'sphinx', 'thinking-sphinx'],
  [['pg_search', 'textacular', 'scoped_search_pg'], 'database', 'pg_search'],
];

/** Engines by the library that indexes into them. One that a switch turns on is none while the switch is off. */
export function searchBindings(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  const use = marker(scope, 'ruby.search.model');
  for (const [gems, usual, library] of engines) {
    const found = loadedGem(scope, ...gems);
    if (found === undefined || usual !== 'database' && isSwitchedOff(settings)) continue;
    const open = usual === 'elasticsearch' ? gem(scope, 'opensearch-ruby', 'opensearch-aws-sigv4') : undefined;
    const manticore = usual === 'sphinx' ? container(scope, 'manticore') : undefined;
    const technology = open !== undefined || (usual === 'elasticsearch' && gem(scope, 'elasticsearch') === undefined && container(scope, 'opensearch') !== undefined) ? 'opensearch' : manticore === undefined ? usual : 'manticore';
    return [binding({ need: 'search', technology, library, evidence: proof(found, open, use), basis: 'library', confidence: use === undefined ? 'likely' : 'certain' })];
  }
  const openClient = loadedGem(scope, 'opensearch-ruby');
  const openUse = marker(scope, 'ruby.search.opensearch');
  if (openClient !== undefined) return isSwitchedOff(settings) ? byHand(settings) : [binding({ need: 'search', technology: 'opensearch', evidence: proof(openUse, openClient), basis: 'library', confidence: openUse === undefined ? 'likely' : 'certain' })];
  const client = loadedGem(scope, 'elasticsearch', 'elasticsearch-api', 'stretcher', 'elastic-transport');
  const call = marker(scope, 'ruby.search.elasticsearch');
  if (call === undefined && client === undefined || isSwitchedOff(settings)) return byHand(settings);
  return [binding({ need: 'search', technology: 'elasticsearch', evidence: proof(call, client), basis: 'library', confidence: client === undefined ? 'likely' : 'certain' })];
}

/** Words that the database itself looks for, in statements that somebody wrote. */
function byHand({ scope }: RubySettings): readonly Binding[] {
  const statement = marker(scope, 'ruby.search.sql');
  return statement === undefined ? [] : [binding({ need: 'search', technology: 'database', evidence: proof(statement), basis: 'code', confidence: 'likely' })];
}

const switches: readonly string[] = ['ES_ENABLED', 'ELASTICSEARCH_ENABLED', 'ELASTIC_ENABLED', 'OPENSEARCH_ENABLED', 'SEARCH_ENABLED', 'MEILI_ENABLED', 'MEILISEARCH_ENABLED', 'ALGOLIA_ENABLED', 'TYPESENSE_ENABLED'];

/** A variable that turns search on, and that the deployment does not turn on. */
function isSwitchedOff({ scope, environment }: RubySettings): boolean {
  if (marker(scope, 'ruby.search.switch') === undefined) return false;
  return !switches.some((key) => environment.all(key).some(({ value }) => value.kind === 'literal' && /^(?:true|1|yes|on)$/i.test(value.text)));
}

const products: readonly (readonly [technology: string, gems: readonly string[]])[] = [['sentry', ['sentry-ruby', 'sentry-rails', 'sentry-raven']], ['rollbar', ['rollbar']], ['bugsnag', ['bugsnag']], ['honeybadger', ['honeybadger']], ['airbrake', ['airbrake', 'airbrake-ruby']], ['datadog', ['datadog', 'ddtrace']], ['opentelemetry', ['opentelemetry-sdk']]];

/** Products whose gem an initializer loads by itself (`require: false`): those that Bundler loads are told by their gems. */
function configuredProducts({ scope }: RubySettings): readonly Binding[] {
  return products.flatMap(([technology, names]) => {
    const [found, use] = [gem(scope, ...names), marker(scope, `ruby.monitoring.${technology}`)];
    if (found === undefined || use === undefined || loadedGem(scope, ...names) !== undefined) return [];
    return [binding({ need: 'monitoring', technology, evidence: proof(use, found), basis: 'code' })];
  });
}

/** Logs that production writes to the machine's disk, and products that code sets up. */
export function monitoringBindings(settings: RubySettings): readonly Binding[] {
  return [...configuredProducts(settings), ...logFiles(settings)];
}

function logFiles(settings: RubySettings): readonly Binding[] {
  const file = settings.scope.find('code', 'ruby.log-file').find((fact) => /(^|\/)config\/(?:environments\/production|application|initializers\/[\w-]*log[\w-]*)\.rb$|(^|\/)config\.ru$/.test(fact.at.path));
  if (file !== undefined) return [binding({ need: 'monitoring', technology: 'log-file', evidence: [evidenceOf(file, 'logger')], basis: 'driver', confidence: 'likely' })];
  // The gem logging-rails takes names of appenders: `config.log_to = %w[file]`.
  const appender = gem(settings.scope, 'logging-rails') === undefined ? undefined : settings.read('config.log_to');
  return appender?.text !== 'file' ? [] : [binding({ need: 'monitoring', technology: 'log-file', evidence: appender.evidence, basis: 'driver' })];
}

const texts = [['pinpoint', 'ruby.sms.pinpoint', 'aws-sdk-pinpointsmsvoicev2'], ['sns', 'ruby.sms.sns', 'aws-sdk-sns']] as const;

/** Text messages through the SDK. Products with a client of their own are told by their gems. */
export function textBindings({ scope }: RubySettings): readonly Binding[] {
  for (const [technology, name, client] of texts) {
    const [use, found] = [marker(scope, name), gem(scope, client, 'aws-sdk')];
    if (use !== undefined && found !== undefined) return [binding({ need: 'sms-push', technology, evidence: proof(use, found), basis: 'code', confidence: 'likely' })];
  }
  return [];
}

const pushed: readonly (readonly [gems: readonly string[], technology: string])[] = [[['pusher', 'pusher-fake'], 'pusher'], [['ably', 'ably-rest'], 'ably'], [['message_bus'], 'message-bus'], [['faye'], 'faye'], [['private_pub'], 'faye']];

/** Action Cable where it is loaded and something is sent over it; AnyCable in its place; hosted and older ways. */
export function realtimeBindings(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  const part = marker(scope, 'rails.part.all', 'rails.part.action_cable');
  const channel = marker(scope, 'ruby.channel');
  const broadcast = marker(scope, 'ruby.broadcast');
  const adapters = settings.all(/^yml\.cable\.production\.adapter$/);
  const adapter = adapters.map((fact) => settings.resolve(fact)).find((setting) => setting?.text != null);
  const any = loadedGem(scope, 'anycable-rails', 'anycable-rails-core', 'anycable');
  const use = channel ?? broadcast;
  if (part !== undefined && use !== undefined && adapter?.text !== 'test') {
    const isAny = any !== undefined && (adapter === undefined || /any_?cable/.test(adapter.text ?? ''));
    const technology = isAny ? 'anycable' : 'action-cable';
    const supported = any !== undefined && !isAny ? ['anycable'] : [];
    return [binding({ need: 'realtime', technology, evidence: [...(adapter?.evidence ?? []), ...proof(use, isAny ? any : undefined, part)], basis: 'driver', supported: others(supported, technology) })];
  }
  for (const [gems, technology] of pushed) {
    const found = loadedGem(scope, ...gems);
    if (found !== undefined) return [binding({ need: 'realtime', technology, evidence: proof(found), basis: 'library', confidence: 'likely' })];
  }
  const socket = marker(scope, 'ruby.websocket');
  return socket === undefined || loadedGem(scope, 'faye-websocket', 'async-websocket', 'tubesock', 'sinatra-websocket', 'websocket-rails', 'em-websocket') === undefined ? [] : [binding({ need: 'realtime', technology: 'ws', evidence: proof(socket), basis: 'code', confidence: 'likely' })];
}
