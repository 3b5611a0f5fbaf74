import { binding } from '../bindings';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { fileBindings, mailBindings } from './delivery';
import { cacheBindings, queueBindings, schedulerBindings } from './jobs';
import { assetBindings, computeBindings, monitoringBindings, realtimeBindings, searchBindings, secretBindings } from './operations';
import { elixirSettings, proof, wordOf, type ElixirSettings } from './settings';

/** All needs of one Phoenix or Plug application. */
export function elixirBindings(scope: ApplicationScope): readonly Binding[] {
  const settings = elixirSettings(scope);
  return [
    ...computeBindings(settings),
    ...databaseBindings(settings),
    ...documentBindings(settings),
    ...cacheBindings(settings),
    ...sessionBindings(settings),
    ...queueBindings(settings),
    ...schedulerBindings(settings),
    ...realtimeBindings(settings),
    ...fileBindings(settings),
    ...assetBindings(settings),
    ...mailBindings(settings),
    ...searchBindings(settings),
    ...monitoringBindings(settings),
    ...secretBindings(settings),
  ];
}

const adapters: readonly (readonly [adapter: RegExp, technology: string, dependency: string])[] = [
  [/Postgres$/, 'postgresql', 'postgrex'],
  [/MyXQL$|MySQL$/, 'mysql', 'myxql'],
  [/SQLite3$/, 'sqlite', 'ecto_sqlite3'],
  [/Tds$/, 'sqlserver', 'tds'],
];

/** The adapter of the repository decides; a driver alone is what Ecto opens with it. */
function databaseBindings(settings: ElixirSettings): readonly Binding[] {
  const repositories = settings.scope.find('code', 'elixir.repo');
  const configured = settings.settings(/\.adapter$/).filter((fact) => /^Ecto\.Adapters\./.test(wordOf(fact)));
  const found = adapters.flatMap(([pattern, technology, driver]) => {
    const adapter = [...configured, ...repositories].find((fact) => pattern.test(wordOf(fact)));
    const dependency = settings.dependency(driver);
    return adapter === undefined && dependency === undefined ? [] : [{ technology, adapter, dependency }];
  });
  const chosen = found.find(({ adapter }) => adapter !== undefined) ?? (settings.dependency('ecto_sql', 'phoenix_ecto', 'ecto') === undefined ? undefined : found[0]);
  if (chosen === undefined) return [];
  const address = settings.settings(/Repo\.(?:url|hostname|database)$/)[0];
  const supported = chosen.adapter?.origin === 'elixir-config' ? found.map(({ technology }) => technology).filter((technology) => technology !== chosen.technology) : [];
  return [binding({ need: 'relational-database', technology: chosen.technology, evidence: proof(chosen.adapter, address, chosen.dependency), basis: 'driver', confidence: chosen.adapter === undefined ? 'likely' : 'certain', supported })];
}

function documentBindings(settings: ElixirSettings): readonly Binding[] {
  const [driver, use] = [settings.dependency('mongodb_driver', 'mongodb'), settings.marker('elixir.mongo')];
  return driver === undefined || use === undefined ? [] : [binding({ need: 'document-database', technology: 'mongodb', evidence: proof(use, driver), basis: 'driver' })];
}

function sessionBindings(settings: ElixirSettings): readonly Binding[] {
  const store = settings.marker('elixir.session');
  // A store of the application's own writes through one of Plug's.
  const through = /^[A-Z]/.test(wordOf(store)) ? settings.marker('elixir.session.plug') : undefined;
  const word = through === undefined ? wordOf(store) : `:${wordOf(through).replace(/^.*\./, '').toLowerCase()}`;
  const technology = word === ':cookie' ? 'cookie' : word === ':ets' ? 'memory' : /redis|redix/i.test(word) ? 'redis' : /ecto|postgres|repo/i.test(word) ? 'database' : undefined;
  return store === undefined || technology === undefined ? [] : [binding({ need: 'sessions', technology, evidence: proof(store, through), basis: 'driver' })];
}
