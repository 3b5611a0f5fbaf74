import { message, verbatim, type Localized } from '../../l10n/localized';
import { technologyName } from '../../catalog/technologies';
import { needInfo } from '../../catalog/needs';
import type { Need } from '../../model';
import { dataGroup, managedGroup } from '../groups';
import { cacheLadder, machineLadder, machineSize } from '../machines';
import { declaredAttribute, hasNeed, planUsage, sized, storeCopies, type Plan } from '../plan';
import { isStoreless } from '../stacks';
import { cacheMemoryGb, databaseDemand, round, smallestCacheNode, smallestMachine } from '../sizing';
import { hoursPerMonth } from '../workload';
import { placeService } from './service';
import { noteCacheClass, noteClassGivesWay, noteLicensedEngine, noteMachineClass, noteServerlessDatabase } from './sizeNotes';

/** Smallest gp3 volume that RDS offers, in GB. Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html, checked 2026-11. */
const smallestVolumeGb = 20;

/** Reads are cached as soon as a shared cache stands beside the database. */
function isCached(plan: Plan): boolean {
  return plan.phase !== 'lift-and-shift' && plan.phase !== 'foundations' && (hasNeed(plan, 'cache') || hasNeed(plan, 'sessions'));
}

/**
 * Engines whose makers want a licence; RDS runs them on x86 processors only. Source:
 * docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html, checked 2026-11.
 */
const licensedEngines: ReadonlySet<string> = new Set(['sqlserver', 'oracle', 'db2']);

export function databaseMachine(plan: Plan, engine: string, need?: Need): string {
  const stated = need?.servedBy === 'rds' ? declaredAttribute(plan, 'aws_db_instance', 'instance_class') : undefined;
  if (stated?.startsWith('db.') === true) return sized(plan, stated, 'database');
  return smallestMachine(
    machineLadder('database', licensedEngines.has(engine) ? { ...plan.sizing, architecture: 'x86' } : plan.sizing, plan.region),
    databaseDemand(plan.workload, engine, isCached(plan), plan.coefficients),
    plan.coefficients.targetUtilization,
  ).type;
}

/** A standby in another zone: where the design scales or the code declares one, unless the sizing decides it. */
export function hasStandby(plan: Plan, need: Need): boolean {
  if (plan.sizing.multiAz !== 'auto') return plan.sizing.multiAz === 'on';
  const scales = plan.phase === 'cloud-native' || plan.phase === 'serverless';
  return scales || (need.servedBy === 'rds' && declaredAttribute(plan, 'aws_db_instance', 'multi_az') === 'true');
}

export function placeRds(plan: Plan, need: Need, engine: string): string {
  const declared = need.servedBy === 'rds';
  const multiAz = hasStandby(plan, need);
  const machine = databaseMachine(plan, engine, need);
  const size: Localized = multiAz
    ? { en: `${machine}, Multi-AZ`, 'pt-br': `${machine}, Multi-AZ` }
    : { en: `${machine}, one zone`, 'pt-br': `${machine}, uma zona` };
  const id = placeService(
    plan,
    { id: `rds:${engine}`, service: 'rds', group: dataGroup(plan), label: suffixed('Amazon RDS', engine), detail: plan.phase === 'today' ? null : size },
    need,
  );
  const stated = declared ? Number(declaredAttribute(plan, 'aws_db_instance', 'allocated_storage')) : Number.NaN;
  const storage = Math.max(smallestVolumeGb, plan.workload.databaseGb, Number.isFinite(stated) ? stated : 0);
  planUsage(plan, {
    service: 'rds',
    node: id,
    serves: ['relational-database'],
    usage: { engine, 'instance-type': machine, 'multi-az': multiAz, instances: 1, 'storage-gb': storage, hours: hoursPerMonth },
    assumption: message(
      {
        en: '{rps} requests/s at the peak with {queries} queries each and {gb} GB of data; automatic backups up to the size of the database are included',
        'pt-br': '{rps} requisições/s no pico com {queries} consultas ao banco cada e {gb} GB de dados; backups automáticos até o tamanho do banco estão incluídos',
      },
      { rps: plan.workload.requestsPerSecond, queries: plan.coefficients.queriesPerRequest, gb: plan.workload.databaseGb },
    ),
  });
  if (licensedEngines.has(engine)) noteLicensedEngine(plan, technologyName(engine));
  const chosen = plan.sizing.databaseClass === 'auto' ? null : machineSize(machine);
  if (chosen !== null) noteMachineClass(plan, { en: 'The database', 'pt-br': 'O banco de dados' }, chosen, databaseDemand(plan.workload, engine, isCached(plan), plan.coefficients), plan.coefficients.targetUtilization);
  return id;
}

/** A cluster of fixed size: a writer and a reader in the other zone that takes over. */
export function placeAurora(plan: Plan, need: Need, engine: string): string {
  const instances = storeCopies(plan);
  const machine = sized(plan, 'db.r6g.large', 'aurora');
  noteClassGivesWay(plan, 'Aurora');
  const id = placeService(
    plan,
    { id: `aurora:${engine}`, service: 'aurora', group: dataGroup(plan), label: suffixed('Amazon Aurora', engine), detail: clusterDetail(plan, machine) },
    need,
  );
  planUsage(plan, {
    service: 'aurora',
    node: id,
    serves: ['relational-database'],
    usage: {
      engine,
      'instance-type': machine,
      instances,
      hours: hoursPerMonth,
      'storage-gb': Math.max(1, plan.workload.databaseGb),
      'io-requests': Math.round(plan.workload.requests * plan.coefficients.queriesPerRequest * 0.1),
    },
    assumption: message(
      instances > 1
        ? { en: 'A writer and a reader; {gb} GB of data; one query in ten touches the disk', 'pt-br': 'Uma instância de escrita e uma de leitura; {gb} GB de dados; uma consulta em cada dez toca o disco' }
        : { en: 'One writer; {gb} GB of data; one query in ten touches the disk', 'pt-br': 'Uma instância de escrita; {gb} GB de dados; uma consulta em cada dez toca o disco' },
      { gb: plan.workload.databaseGb },
    ),
  });
  return id;
}

/** The class is named where it was asked for. */
function clusterDetail(plan: Plan, machine: string): Localized {
  const roles = storeCopies(plan) > 1 ? { en: 'writer and reader', 'pt-br': 'escrita e leitura' } : { en: 'one writer', 'pt-br': 'uma instância de escrita' };
  return machine === 'db.r6g.large' ? roles : { en: `${machine}, ${roles.en}`, 'pt-br': `${machine}, ${roles['pt-br']}` };
}

/** Mean capacity units: four per virtual CPU, never below the half that keeps the database awake. */
export function averageAcu(plan: Plan, engine: string): number {
  const demand = databaseDemand(plan.workload, engine, isCached(plan), plan.coefficients);
  return Math.max(0.5, Math.ceil(round((demand.averageVcpus / plan.coefficients.targetUtilization) * 4) * 2) / 2);
}

export function placeAuroraServerless(plan: Plan, need: Need, engine: string): string {
  // The storage spans three zones by itself; a reader in another zone is asked for.
  const readers = plan.sizing.multiAz === 'on' ? 1 : 0;
  const acu = averageAcu(plan, engine);
  noteServerlessDatabase(plan);
  const id = placeService(
    plan,
    {
      id: `aurora:${engine}`,
      service: 'aurora-serverless',
      group: dataGroup(plan),
      label: suffixed('Aurora Serverless v2', engine),
      detail: acuDetail(plan.coefficients.maximumAcu, readers),
    },
    need,
  );
  planUsage(plan, {
    service: 'aurora-serverless',
    node: id,
    serves: ['relational-database'],
    usage: {
      engine,
      'acu-hours': round(acu * (1 + readers) * hoursPerMonth, 2),
      'storage-gb': Math.max(1, plan.workload.databaseGb),
      'io-requests': Math.round(plan.workload.requests * plan.coefficients.queriesPerRequest * 0.1),
    },
    assumption: message(
      readers > 0 ? writerAndReader : {
        en: 'One writer (its storage spans three zones) of {acu} capacity units on average from {rps} requests/s at the peak; one query in ten reads or writes the disk',
        'pt-br': 'Uma instância de escrita (o armazenamento abrange três zonas) de {acu} unidades de capacidade em média, a partir de {rps} requisições/s no pico; uma consulta em cada dez lê ou grava no disco',
      },
      { acu, rps: plan.workload.requestsPerSecond },
    ),
  });
  return id;
}

function acuDetail(maximum: number, readers: number): Localized {
  const range = `0.5–${String(maximum)} ACU`;
  return readers === 0 ? verbatim(range) : { en: `${range}, writer and reader`, 'pt-br': `${range}, escrita e leitura` };
}

const writerAndReader: Localized = {
  en: 'A writer, and a reader in another zone of the same size that takes over: {acu} capacity units on average each, from {rps} requests/s at the peak; one query in ten reads or writes the disk',
  'pt-br': 'Uma instância de escrita e, em outra zona, uma de leitura do mesmo tamanho que assume: {acu} unidades de capacidade em média cada, a partir de {rps} requisições/s no pico; uma consulta em cada dez lê ou grava no disco',
};

export function placeRdsProxy(plan: Plan, database: string, engine: string, need: Need, virtualCpus: number): string {
  const id = placeService(
    plan,
    { id: `rds-proxy:${engine}`, service: 'rds-proxy', group: dataGroup(plan), detail: { en: 'connection pool', 'pt-br': 'pool de conexões' } },
    need,
  );
  plan.graph.edge(id, database, 'data', verbatim('SQL'));
  planUsage(plan, {
    service: 'rds-proxy',
    node: id,
    serves: ['relational-database'],
    usage: { vcpus: virtualCpus, hours: hoursPerMonth },
    assumption: message(
      {
        en: 'Priced by the virtual CPUs of the database behind it, or by its capacity units, of which eight are billed at least ({vcpus})',
        'pt-br': 'Cobrado pelas vCPUs do banco que está atrás dele ou por suas unidades de capacidade, das quais ao menos oito são cobradas ({vcpus})',
      },
      { vcpus: virtualCpus },
    ),
  });
  return id;
}

/** One replication group serves cache, sessions, queues and pub/sub: as Redis does on one server today. */
export function placeElastiCache(plan: Plan, need: Need, engine: 'valkey' | 'redis' | 'memcached' = 'valkey'): string {
  const memoryGb = keepsData(plan, engine) ? cacheMemoryGb(plan.workload) : 0;
  const node = smallestCacheNode(cacheLadder(plan.sizing, plan.region), memoryGb);
  const nodes = storeCopies(plan);
  if (plan.sizing.databaseClass !== 'auto') noteCacheClass(plan, node, memoryGb);
  const id = placeService(
    plan,
    {
      id: `elasticache:${engine}`,
      service: 'elasticache',
      group: dataGroup(plan),
      label: suffixed('Amazon ElastiCache', engine),
      detail: plan.phase === 'today' ? null : copiesOf(node.type, nodes),
    },
    need,
  );
  planUsage(plan, {
    service: 'elasticache',
    node: id,
    serves: [need.id],
    usage: { engine, 'node-type': node.type, nodes, hours: hoursPerMonth },
    assumption: message(
      nodes === 1 ? oneCacheNode : engine === 'memcached' ? memcachedNodes : {
        en: 'A primary and a replica in the other zone; memory for {users} simultaneous users and the hot tenth of {gb} GB of data',
        'pt-br': 'Um nó primário e uma réplica na outra zona; memória para {users} usuários simultâneos e o décimo mais lido de {gb} GB de dados',
      },
      { users: plan.workload.peakConcurrentUsers, gb: plan.workload.databaseGb },
    ),
  });
  return id;
}

/** `cache.t4g.small × 2, two zones`. */
function copiesOf(machine: string, copies: number): Localized {
  if (copies === 1) return { en: `${machine}, one zone`, 'pt-br': `${machine}, uma zona` };
  return { en: `${machine} × ${String(copies)}, two zones`, 'pt-br': `${machine} × ${String(copies)}, duas zonas` };
}

const oneCacheNode: Localized = {
  en: 'One node without a copy; memory for {users} simultaneous users and the hot tenth of {gb} GB of data',
  'pt-br': 'Um nó sem cópia; memória para {users} usuários simultâneos e o décimo mais lido de {gb} GB de dados',
};

const memcachedNodes: Localized = {
  en: 'Two nodes in two zones, without copies of each other; memory for {users} simultaneous users and the hot tenth of {gb} GB of data',
  'pt-br': 'Dois nós em duas zonas, sem cópia um do outro; memória para {users} usuários simultâneos e o décimo mais lido de {gb} GB de dados',
};

/** Whether cache or sessions fill the memory; messages and jobs alone hardly do. */
function keepsData(plan: Plan, engine: string): boolean {
  const memcached = engine === 'memcached';
  return plan.needs.some((need) => (need.id === 'cache' || need.id === 'sessions') && (need.technology === 'memcached') === memcached && !isStoreless(need.technology));
}

export function placeDynamoDb(plan: Plan, need: Need, operations: { readonly reads: number; readonly writes: number; readonly gb: number }): string {
  const id = placeService(
    plan,
    { id: `dynamodb:${need.id}`, service: 'dynamodb', group: managedGroup(plan), detail: needInfo(need.id).title },
    need,
  );
  planUsage(plan, {
    service: 'dynamodb',
    node: id,
    serves: [need.id],
    usage: { reads: Math.round(operations.reads), writes: Math.round(operations.writes), 'storage-gb': operations.gb },
    assumption: message(
      { en: 'Items of up to 1 KB: {reads} read and {writes} write units', 'pt-br': 'Itens de até 1 KB: {reads} unidades de leitura e {writes} de gravação' },
      { reads: Math.round(operations.reads), writes: Math.round(operations.writes) },
    ),
  });
  return id;
}

export function placeDocumentDb(plan: Plan, need: Need): string {
  const machine = sized(plan, plan.workload.peakConcurrentUsers <= 1000 ? 'db.t3.medium' : 'db.r6g.large', 'documentdb');
  const instances = storeCopies(plan);
  noteClassGivesWay(plan, 'DocumentDB');
  const id = placeService(
    plan,
    {
      id: 'documentdb',
      service: 'documentdb',
      group: dataGroup(plan),
      detail: plan.phase === 'today' ? null : copiesOf(machine, instances),
    },
    need,
  );
  planUsage(plan, {
    service: 'documentdb',
    node: id,
    serves: ['document-database'],
    usage: {
      'instance-type': machine,
      instances,
      'storage-gb': Math.max(1, plan.workload.databaseGb),
      'io-requests': Math.round(plan.workload.requests * plan.coefficients.queriesPerRequest * 0.1),
      hours: hoursPerMonth,
    },
    assumption: message(
      instances > 1
        ? { en: 'A primary and a replica; {gb} GB of documents; one query in ten touches the disk', 'pt-br': 'Uma instância primária e uma réplica; {gb} GB de documentos; uma consulta em cada dez toca o disco' }
        : { en: 'One instance without a replica; {gb} GB of documents; one query in ten touches the disk', 'pt-br': 'Uma instância sem réplica; {gb} GB de documentos; uma consulta em cada dez toca o disco' },
      { gb: plan.workload.databaseGb },
    ),
  });
  return id;
}

/** `Amazon RDS (PostgreSQL)`. */
function suffixed(service: string, engine: string): Localized {
  return verbatim(`${service} (${technologyName(engine).en})`);
}
