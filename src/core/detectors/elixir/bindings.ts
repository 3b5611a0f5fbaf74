import { binding } from '../bindings';
import type { Fact } from '../../model';
import type { Binding } from '../detector';
import type { ApplicationScope } from '../scope';
import { fileBindings, mailBindings } from './delivery';
import { cacheBindings, queueBindings, schedulerBindings } from './jobs';
import { assetBindings, computeBindings, monitoringBindings, realtimeBindings, searchBindings, secretBindings } from './operations';
import { elixirSettings, isConditional, proof, wordOf, type ElixirSettings } from './settings';

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
  const columns = columnStore(settings);
  const repositories = settings.scope.find('code', 'elixir.repo');
  const configured = settings.settings(/\.adapter$/).filter((fact) => /^Ecto\.Adapters\./.test(wordOf(fact)));
  const found = adapters.flatMap(([pattern, technology, driver]) => {
    const adapter = [...configured, ...repositories].find((fact) => pattern.test(wordOf(fact)));
    const dependency = settings.dependency(driver);
    return adapter === undefined && dependency === undefined ? [] : [{ technology, adapter, dependency }];
  });
  const chosen = found.find(({ adapter }) => adapter !== undefined) ?? (settings.dependency('ecto_sql', 'phoenix_ecto', 'ecto') === undefined ? undefined : found[0]);
  if (chosen === undefined) return columns;
  const others = new Set(repositories.filter((fact) => clickHouse.test(wordOf(fact))).map(moduleOf));
  const address = settings.settings(addressSetting).find((fact) => !others.has(subjectOf(fact)));
  const supported = chosen.adapter?.origin === 'elixir-config' ? found.map(({ technology }) => technology).filter((technology) => technology !== chosen.technology) : [];
  return [binding({ need: 'relational-database', technology: chosen.technology, evidence: proof(chosen.adapter, address, chosen.dependency), basis: 'driver', confidence: chosen.adapter === undefined ? 'likely' : 'certain', supported }), ...columns.map((other) => ({ ...other, additional: true }))];
}

const addressSetting = /Repo\.(?:url|hostname|database)$/;
const clickHouse = /ClickHouse$/;

/** Repositories of a column store keep events beside those of the database: no choice between the two. */
function columnStore(settings: ElixirSettings): readonly Binding[] {
  const repository = settings.scope.find('code', 'elixir.repo').find((fact) => clickHouse.test(wordOf(fact)));
  const driver = settings.dependency('ecto_ch');
  if (repository === undefined || driver === undefined) return [];
  const addresses = settings.settings(addressSetting).filter((fact) => subjectOf(fact) === moduleOf(repository));
  const isSwitched = addresses.length > 0 && addresses.every(isConditional);
  return [binding({ need: 'relational-database', technology: 'clickhouse', evidence: proof(repository, addresses[0], driver), basis: 'driver', confidence: isSwitched ? 'possible' : 'certain' })];
}

function moduleOf(repository: Fact): string {
  return repository.detail?.['module'] ?? '';
}

/** `Shop.Repo` of `Shop.Repo.url`. */
function subjectOf(fact: Fact): string {
  return (fact.detail?.['setting'] ?? '').replace(/\.\w+$/, '');
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
