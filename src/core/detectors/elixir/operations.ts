import type { Fact } from '../../model';
import { binding, evidenceOf } from '../bindings';
import type { Binding } from '../detector';
import { isConditional, proof, wordOf, type ElixirSettings } from './settings';

const elixirImage = /elixir|erlang|hexpm/i;

/** An image where one is built from Elixir, else the runtime. */
export function computeBindings({ scope }: ElixirSettings): readonly Binding[] {
  const { manifest, framework } = scope.application;
  const evidence = { at: manifest, key: framework, stage: 'default' as const };
  const froms = scope.find('config', 'dockerfile.from').filter((fact) => fact.stage === 'production');
  const builds = new Set(froms.filter((fact) => fact.value.kind === 'literal' && elixirImage.test(fact.value.text)).map((fact) => fact.at.path));
  const image = froms.filter((fact) => fact.detail?.['final'] === 'true').find((fact) => builds.size === 0 || builds.has(fact.at.path));
  if (image === undefined) return [binding({ need: 'compute', technology: 'elixir', evidence: [evidence], basis: 'library' })];
  return [binding({ need: 'compute', technology: 'container', evidence: [evidenceOf(image, 'FROM'), evidence], basis: 'driver', supported: ['elixir'] })];
}

/** Channels and LiveView talk over Phoenix's own sockets; a plug can open one of its own. */
export function realtimeBindings(settings: ElixirSettings): readonly Binding[] {
  const live = settings.dependency('phoenix_live_view') === undefined ? undefined : settings.marker('elixir.live');
  const sockets = settings.scope.find('code', 'elixir.socket').filter((fact) => fact.value.kind === 'literal' && !/^\/(?:live|phoenix)/.test(fact.value.text));
  const use = sockets[0] ?? live;
  const raw = settings.marker('elixir.websocket');
  if (use === undefined && raw !== undefined) return [binding({ need: 'realtime', technology: 'ws', evidence: proof(raw), basis: 'code' })];
  return use === undefined ? [] : [binding({ need: 'realtime', technology: 'channels', library: sockets[0] === undefined ? 'phoenix-live-view' : 'phoenix', evidence: proof(use), basis: 'driver' })];
}

export function assetBindings(settings: ElixirSettings): readonly Binding[] {
  const manifest = settings.settings(/\.cache_static_manifest$/)[0];
  const served = settings.marker('elixir.static');
  const copied = settings.scope.find('config', 'dockerfile.static').find((fact) => fact.stage === 'production');
  const built = copied !== undefined || settings.scope.hasFile('assets/package.json') || settings.dependency('esbuild', 'tailwind', 'vite_phoenix') !== undefined || settings.scope.hasFile('assets/js/app.js');
  if (manifest === undefined && (served === undefined || !built)) return [];
  // What a function makes of other settings may be the application's own address.
  const host = settings.settings(/\.static_url(?:\.host)?$/).find((fact) => !isConditional(fact) && (fact.value.kind !== 'unknown' || /\.host$/.test(fact.detail?.['setting'] ?? '')));
  return [binding({ need: 'static-assets', technology: host === undefined ? 'bundled' : 'cdn', evidence: proof(host, manifest, served, copied), basis: 'driver' })];
}

const searches: readonly (readonly [technology: string, dependencies: readonly string[], setting: RegExp])[] = [
  ['elasticsearch', ['elasticsearch', 'snap', 'elastix', 'tirexs'], /elastic|\.Cluster|snap/i],
  ['meilisearch', ['meilisearch', 'meilisearch_ex', 'meili'], /meili/i],
  ['typesense', ['ex_typesense'], /typesense/i],
  ['algolia', ['algolia'], /algolia/i],
];

export function searchBindings(settings: ElixirSettings): readonly Binding[] {
  // A client of the application's own asks for the address that the configuration holds.
  const asked = settings.scope.find('code', 'elixir.search');
  // Production chooses a module that is called after the engine: `search_impl: Shop.Search.Typesense`.
  const chosen = settings.settings(/search/i).filter((fact) => fact.stage === 'production' && !isConditional(fact));
  return searches.flatMap(([technology, names, pattern]) => {
    const own = chosen.find((fact) => wordOf(fact).toLowerCase().endsWith(`.${technology}`));
    const use = settings.dependency(...names) ?? asked.find((fact) => wordOf(fact).startsWith(`:${technology}_`)) ?? own;
    const setting = own ?? settings.settings(pattern).find((fact) => !isConditional(fact));
    return use === undefined || setting === undefined ? [] : [binding({ need: 'search', technology, evidence: proof(setting, use === own ? undefined : use), basis: 'driver' })];
  });
}

const monitors: readonly (readonly [technology: string, dependencies: readonly string[], setting: RegExp | null])[] = [
  ['sentry', ['sentry'], /^sentry\.dsn$/],
  ['appsignal', ['appsignal', 'appsignal_phoenix'], /^appsignal\./],
  ['newrelic', ['new_relic_agent'], /^new_relic_agent\./],
  ['honeybadger', ['honeybadger'], /^honeybadger\./],
  ['bugsnag', ['bugsnag'], /^bugsnag\./],
  ['rollbar', ['rollbax'], /^rollbax\./],
  ['datadog', ['spandex_datadog', 'statix'], /datadog|statix/i],
  ['opentelemetry', ['opentelemetry_exporter'], null],
  ['prometheus', ['prom_ex', 'telemetry_metrics_prometheus', 'telemetry_metrics_prometheus_core', 'prometheus_ex', 'peep'], null],
];

export function monitoringBindings(settings: ElixirSettings): readonly Binding[] {
  return monitors.flatMap(([technology, names, pattern]) => {
    const dependency = settings.dependency(...names);
    // Of `config :appsignal, :config, …` the path says only `config`.
    const setting = pattern === null ? undefined : settings.settings(pattern)[0] ?? settings.settings(/^config\./).find((fact) => fact.detail?.['application'] === technology) ?? settings.marker(`elixir.${technology}`);
    // A client of one product reports once it knows where to.
    if (dependency === undefined || (pattern !== null && setting === undefined)) return [];
    return [binding({ need: 'monitoring', technology, evidence: proof(setting, dependency), basis: 'driver', confidence: setting !== undefined && isConditional(setting) ? 'possible' : 'certain' })];
  });
}

export function secretBindings({ scope }: ElixirSettings): readonly Binding[] {
  const keys: readonly Fact[] = scope.find('code', 'elixir.secret');
  const strong = keys.find((fact) => fact.value.kind === 'literal' && /SECRET_KEY_BASE/.test(fact.value.text)) ?? keys[0];
  return strong === undefined ? [] : [binding({ need: 'secrets', technology: 'env', evidence: proof(strong), basis: 'driver' })];
}
