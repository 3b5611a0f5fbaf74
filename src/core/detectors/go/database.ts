import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { engineIn, proof, type GoSettings } from './settings';
import { databaseDrivers, mappers } from './technologies';

const choiceVariable = /(^|[_.])(?:DB|DATABASE|DATA_?STORE|SQL|STORE|STORAGE)[_.]{0,2}(?:DRIVER|TYPE|DIALECT|ENGINE|ADAPTER|KIND|CONNECTION)$|(^|_)(?:DRIVER|DIALECT|DBTYPE|DRIVERNAME)$|^DB$/i;
const addressVariable = /(^|_)(?:DATABASE|DB|DATA_?STORE|POSTGRES(?:QL)?|PG|MYSQL|SQL|CONNECTION)_?(?:URL|URI|DSN|STRING|SOURCE|ADDR|CONNECTION)?$/i;
const choiceSetting = /(?:^|\.)(?:[\w-]*(?:db|database|databases|datasource|sql|store|storage|data|gorm|orm)[\w-]*)(?:\.[\w-]+)?\.(?:driver|type|dialect|engine|adapter|db_?type|driver_?name|kind|vendor)$|(?:^|\.)(?:[\w-]*(?:db|database|sql)[_-]?(?:type|driver|dialect|engine)|driver_?name|dialect|drivername|db_?name)$/;
const addressSetting = /(?:^|\.)[\w-]*(?:db|database|datasource|sql|postgres|mysql|data)[\w.-]*(?:url|uri|dsn|source|connection|conn|link|addr)[\w-]*$|(?:^|\.)(?:dsn|datasource|database_?url|db_?url)$/;

interface Choice {
  readonly engine: string;
  readonly facts: readonly Fact[];
  readonly confidence: Binding['confidence'];
}

/** The relational database: what the deployment chooses, else the only driver, else what the code falls back to. */
export function databaseBindings(settings: GoSettings): readonly Binding[] {
  const required = databaseDrivers.flatMap(([engine, modules]) => {
    const fact = settings.required(modules);
    return fact === undefined ? [] : [{ engine, fact, used: settings.imported(modules) }];
  });
  // A driver that only tests import is required, too.
  const used = required.some((driver) => driver.used !== undefined) ? required.filter((driver) => driver.used !== undefined) : required;
  const mapper = settings.required(mappers);
  if (used.length === 0 && mapper === undefined) return [];
  const offered = used.map(({ engine }) => engine);
  const choice = choose(settings, offered);
  if (choice === undefined || choice.engine === 'mongodb') return [];
  const driver = used.find(({ engine }) => engine === choice.engine);
  const technology = choice.engine === 'mysql' && settings.container('mariadb')?.stage === 'production' && settings.container('mysql') === undefined ? 'mariadb' : choice.engine;
  return [binding({
    need: 'relational-database',
    technology,
    evidence: proof(...choice.facts, driver?.used, driver?.fact, driver === undefined ? mapper : undefined),
    basis: 'driver',
    confidence: choice.confidence,
    supported: offered.filter((engine) => engine !== technology && engine !== choice.engine),
  })];
}

function choose(settings: GoSettings, offered: readonly string[]): Choice | undefined {
  const fits = (engine: string | undefined): engine is string => engine !== undefined && (offered.length === 0 || offered.includes(engine) || (engine === 'mariadb' && offered.includes('mysql')) || (engine === 'cockroachdb' && offered.includes('postgresql')));
  const first = (facts: readonly Fact[]): Choice | undefined => {
    for (const fact of facts) {
      const engine = engineIn(fact);
      if (fits(engine)) return { engine, facts: [fact], confidence: 'certain' };
    }
    return undefined;
  };
  const set = first(settings.variables(choiceVariable)) ?? first(settings.settings(choiceSetting)) ?? first(settings.variables(addressVariable)) ?? first(settings.settings(addressSetting));
  if (set !== undefined) return set;
  const opened = settings.scope.find('code', 'go.database.open');
  const [only] = offered;
  if (offered.length === 1 && only !== undefined) return { engine: only, facts: opened.filter((fact) => engineIn(fact) === only).slice(0, 1), confidence: opened.length > 0 ? 'certain' : 'likely' };
  const defaults = settings.scope.find('code', 'go.database.default').filter((fact) => fits(engineIn(fact)));
  const byPlace = [...defaults].sort((a, b) => place(a) - place(b))[0];
  const fallback = byPlace === undefined ? undefined : engineIn(byPlace);
  if (byPlace !== undefined && fallback !== undefined) return { engine: fallback, facts: [byPlace], confidence: 'certain' };
  const engines = new Set(opened.map(engineIn).filter(fits));
  const [openedFirst] = opened.filter((fact) => fits(engineIn(fact)));
  if (engines.size === 1 && openedFirst !== undefined) return { engine: engineIn(openedFirst) ?? '', facts: [openedFirst], confidence: 'certain' };
  for (const engine of ['postgresql', 'mysql', 'mariadb', 'sqlserver', 'cockroachdb']) {
    const started = settings.container(engine);
    if (started !== undefined && fits(engine)) return { engine, facts: [started], confidence: 'likely' };
  }
  if (offered.includes('sqlite')) return { engine: 'sqlite', facts: [], confidence: 'possible' };
  return only === undefined ? undefined : { engine: only, facts: [], confidence: 'possible' };
}

/** Configuration and flags say what is the default; other code repeats it. */
function place(fact: Fact): number {
  const { path } = fact.at;
  if (/(^|\/)(?:config|conf|settings?|options|flags|defaults?)[\w/]*\.go$/i.test(path)) return 0;
  return /(^|\/)(?:main|root|serve|server)\.go$|(^|\/)cmd\//.test(path) ? 1 : 2;
}
