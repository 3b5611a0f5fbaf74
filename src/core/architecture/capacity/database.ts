import { technologyName } from '../../catalog/technologies';
import { message, verbatim, type Localized } from '../../l10n/localized';
import type { Need } from '../../model';
import { middle, rangeFor, type Range } from '../coefficients';
import { machineSize } from '../machines';
import { hasSharedCache, livesInDatabase, textOf, times, usagesOf, type Limit, type Model } from './limit';
import { serverVcpus } from './server';

/** Queries and writes of the database that most requests wait for: the relational one, else the document store. */
export function databaseLimits(model: Model): readonly Limit[] {
  const database =
    model.needs.find((need) => need.id === 'relational-database') ?? model.needs.find((need) => need.id === 'document-database');
  if (database === undefined || database.technology === 'dynamodb' || database.technology === 'firestore') return [];
  const engine = engineIn(model, database);
  return [writeLimit(model, engine), queryLimit(model, engine)];
}

function engineIn(model: Model, database: Need): string {
  if (database.id === 'document-database') return database.technology;
  const managed = model.architecture.nodes.find((node) => /^(?:rds|aurora):/.test(node.id));
  return managed === undefined ? database.technology : managed.id.slice(managed.id.indexOf(':') + 1);
}

/** Write transactions per second of the engine ÷ write transactions per request. */
function writeLimit(model: Model, engine: string): Limit {
  const { writesPerRequest, writesPerSecond } = model.coefficients;
  const drivers = (['sessions', 'cache', 'queue'] as const).filter((id) => livesInDatabase(model, id));
  const perRequest = drivers.reduce((sum, id) => sum + writesPerRequest[id], writesPerRequest.application);
  const range = times(rangeFor(writesPerSecond, engine), 1 / perRequest);
  const data = { engine: technologyName(engine), writes: perRequest, drivers: driverList(drivers) };
  return {
    serves: false,
    requestsPerSecond: range,
    bottleneck: message(engine === 'sqlite' ? writeTexts.sqlite : writeTexts.server, data),
    next: message(nextOfWrites(engine, drivers.length > 0)),
  };
}

function nextOfWrites(engine: string, drivers: boolean): Localized {
  if (engine === 'sqlite') return drivers ? writeTexts.serverAndDrivers : writeTexts.databaseServer;
  return drivers ? writeTexts.driversOut : writeTexts.largerWriter;
}

function driverList(drivers: readonly ('sessions' | 'cache' | 'queue')[]): Localized {
  const names = drivers.map((id) => driverNames[id]);
  if (names.length === 0) return { en: 'none of a driver', 'pt-br': 'nenhuma de driver' };
  return { en: names.map((name) => name.en).join(', '), 'pt-br': names.map((name) => name['pt-br']).join(', ') };
}

const driverNames = {
  sessions: { en: 'sessions', 'pt-br': 'sessões' },
  cache: { en: 'cache', 'pt-br': 'cache' },
  queue: { en: 'jobs', 'pt-br': 'jobs' },
} as const satisfies Record<string, Localized>;

const writeTexts = {
  sqlite: {
    en: 'SQLite lets one writer in at a time, and a request makes about {writes} writes ({drivers} among them).',
    'pt-br': 'O SQLite deixa entrar um escritor por vez, e uma requisição faz cerca de {writes} escritas (entre elas: {drivers}).',
  },
  server: {
    en: 'Writes of {engine}: a request makes about {writes} ({drivers} among them).',
    'pt-br': 'As escritas do {engine}: uma requisição faz cerca de {writes} (entre elas: {drivers}).',
  },
  serverAndDrivers: {
    en: 'A database server, and sessions, cache and jobs out of the database.',
    'pt-br': 'Um servidor de banco de dados, e sessões, cache e jobs fora do banco.',
  },
  databaseServer: { en: 'A database server, such as PostgreSQL on RDS.', 'pt-br': 'Um servidor de banco de dados, como o PostgreSQL no RDS.' },
  driversOut: { en: 'Sessions, cache and jobs out of the database.', 'pt-br': 'Sessões, cache e jobs fora do banco.' },
  largerWriter: { en: 'A larger writer, then data split by domain.', 'pt-br': 'Uma instância de escrita maior; depois, dados divididos por domínio.' },
} as const satisfies Record<string, Localized>;

/** Virtual CPUs × queries per second of each ÷ queries per request that the cache does not answer. */
function queryLimit(model: Model, engine: string): Limit {
  const { coefficients } = model;
  const vcpus = databaseVcpus(model);
  const perVcpu = rangeFor(coefficients.queriesPerVcpu, engine);
  const cached = hasSharedCache(model);
  const hits: Range = cached ? coefficients.cacheHitShare : [0, 0];
  const queries = coefficients.queriesPerRequest;
  return {
    serves: false,
    requestsPerSecond: [(vcpus * perVcpu[0]) / (queries * (1 - hits[0])), (vcpus * perVcpu[1]) / (queries * (1 - hits[1]))],
    bottleneck: message(cached ? queryTexts.cached : queryTexts.uncached, {
      engine: verbatim(technologyName(engine).en),
      vcpus,
      queries,
      each: middle(perVcpu),
      hits: Math.round(hits[1] * 100),
    }),
    next: message(cached ? queryTexts.replicas : queryTexts.cache),
  };
}

const queryTexts = {
  uncached: {
    en: 'The database: {vcpus} vCPU of {engine} answer about {each} queries/s each, and a request makes {queries}.',
    'pt-br': 'O banco de dados: {vcpus} vCPU de {engine} respondem cerca de {each} consultas/s cada, e uma requisição faz {queries}.',
  },
  cached: {
    en: 'The database: {vcpus} vCPU of {engine} answer about {each} queries/s each; a request makes {queries}, of which the cache takes up to {hits} %.',
    'pt-br': 'O banco de dados: {vcpus} vCPU de {engine} respondem cerca de {each} consultas/s cada; uma requisição faz {queries}, das quais o cache absorve até {hits} %.',
  },
  cache: { en: 'A shared cache in front of the database.', 'pt-br': 'Um cache compartilhado na frente do banco.' },
  replicas: {
    en: 'Read replicas (Aurora) and indexes for the slowest queries, then a larger writer.',
    'pt-br': 'Réplicas de leitura (Aurora) e índices para as consultas mais lentas; depois, uma instância de escrita maior.',
  },
} as const satisfies Record<string, Localized>;

/** `db.t4g.2xlarge`: where only burstable machines are wanted, a writer grows no further. */
const largestBurstableVcpus = 8;

/**
 * Virtual CPUs of the database in the phase. A design that scales counts up to what its writer may be resized to;
 * a database on the shared machine counts the machine's.
 */
function databaseVcpus(model: Model): number {
  if (usagesOf(model, 'aurora-serverless').length > 0) return model.coefficients.maximumAcu / 4;
  const machine = textOf(usagesOf(model, 'rds')[0] ?? usagesOf(model, 'documentdb')[0], 'instance-type');
  const planned = machine === undefined ? undefined : (machineSize(machine)?.vcpus ?? 2);
  if (planned === undefined) return serverVcpus(model);
  const scales = model.phase === 'cloud-native' || model.phase === 'serverless';
  if (!scales) return planned;
  const mostOfClass = model.sizing?.databaseClass === 'burstable' ? largestBurstableVcpus : Number.POSITIVE_INFINITY;
  return Math.max(planned, Math.min(model.coefficients.databaseVcpus, mostOfClass));
}
