import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { proofs, type RustSettings } from './settings';

const engines: readonly (readonly [engine: string, feature: RegExp, drivers: readonly string[], scheme: RegExp])[] = [
  ['postgresql', /postgres|^sqlx-all$/, ['tokio-postgres', 'deadpool-postgres', 'bb8-postgres', 'postgres', 'rbdc-pg', 'r2d2_postgres'], /^postgres/],
  ['mysql', /mysql|^sqlx-all$/, ['mysql_async', 'mysql', 'rbdc-mysql', 'r2d2_mysql'], /^(?:mysql|mariadb)/],
  ['sqlite', /sqlite|^sqlx-all$/, ['rusqlite', 'libsql', 'hiqlite', 'tokio-rusqlite', 'deadpool-sqlite', 'r2d2_sqlite', 'rbdc-sqlite', 'async-sqlite'], /^sqlite/],
  ['sqlserver', /mssql|tiberius/, ['tiberius', 'bb8-tiberius', 'rbdc-mssql'], /^(?:mssql|sqlserver|jdbc:sqlserver)/],
];
const mappers = ['sqlx', 'diesel', 'sea-orm', 'diesel-async', 'sqlx-core', 'sea-orm-migration', 'rbatis', 'welds', 'rocket_db_pools', 'rocket_sync_db_pools', 'ormx', 'prisma-client-rust', 'prisma-client'] as const;
const address = /^(?!.*TEST)(?:[A-Z0-9]+_)*(?:DATABASE|DB|POSTGRES|PG|MYSQL|SQLITE)_(?:URL|URI|DSN)$|^DATABASES?__.*(?:URL|URI)$/;

/** The engine that the deployment's address names, else the default in the code, else the only one that is compiled in. */
export function databaseBindings(settings: RustSettings): readonly Binding[] {
  const mapper = settings.crate(...mappers);
  const features = mappers.flatMap((name) => settings.features(name));
  const offered = engines.flatMap(([engine, feature, drivers, scheme]) => {
    const driver = settings.crate(...drivers);
    const proven = mapper !== undefined && features.some((word) => feature.test(word)) ? mapper : driver;
    return proven === undefined ? [] : [{ engine, proven, scheme }];
  });
  const [first] = offered;
  if (first === undefined) return [];
  const variables = [...new Set(settings.scope.find('env').map((fact) => fact.name).filter((name) => address.test(name)))].sort((a, b) => a.length - b.length).flatMap((name) => {
    // A workload says that the address is kept elsewhere; the secret beside it may say what kind it is.
    const known = settings.environment.all(name);
    return known.find((fact) => fact.detail?.['scheme'] !== undefined) === undefined || known[0]?.detail?.['reference'] === undefined ? known.slice(0, 1) : known.filter((fact) => fact.detail?.['scheme'] !== undefined).slice(0, 1);
  });
  const named = deciding(offered, ({ scheme }) => variables.find((fact) => scheme.test(fact.detail?.['scheme'] ?? '')));
  const configured = deciding(offered, ({ engine }) => settings.setting(engine));
  const defaults = offered.filter(({ engine }) => settings.uses('rust.database', engine) !== undefined);
  const coded = defaults.length === 1 || defaults.some(({ engine }) => engine === 'sqlite') ? deciding(defaults.toReversed(), ({ engine }) => settings.uses('rust.database', engine)) : undefined;
  const only = offered.length === 1 ? { engine: first.engine, proven: first.proven, fact: undefined } : undefined;
  const chosen = named ?? configured ?? coded ?? only ?? deciding(offered, ({ engine, proven }) => (engine === 'sqlite' ? proven : undefined));
  if (chosen === undefined) return [];
  return [binding({
    need: 'relational-database',
    technology: chosen.engine,
    evidence: proofs(chosen.fact === chosen.proven ? undefined : chosen.fact, chosen.proven),
    basis: 'driver',
    confidence: chosen === named || chosen === configured ? 'certain' : chosen === coded || chosen === only ? 'likely' : 'possible',
    supported: offered.map(({ engine }) => engine).filter((engine) => engine !== chosen.engine),
  })];
}

interface Offer {
  readonly engine: string;
  readonly proven: Fact;
  readonly scheme: RegExp;
}

function deciding(offered: readonly Offer[], find: (offer: Offer) => Fact | undefined): { readonly engine: string; readonly proven: Fact; readonly fact: Fact | undefined } | undefined {
  for (const offer of offered) {
    const fact = find(offer);
    if (fact !== undefined) return { engine: offer.engine, proven: offer.proven, fact };
  }
  return undefined;
}
