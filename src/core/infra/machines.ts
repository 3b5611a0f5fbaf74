import { processorOfType, resized } from '../architecture/machines';
import type { Architecture, Processor, Sizing } from '../model';
import type { DatabaseEngine } from './databaseEngine';

/** Types that generated code begins with. */
export interface Machines {
  readonly server: string;
  readonly database: string;
  readonly cache: string;
  readonly processor: Processor;
}

/** Small ones to begin with, that the reader reviews. */
const beginning = { server: 't4g.small', database: 'db.t4g.small', cache: 'cache.t4g.small' } as const;

/** What a phase is priced with: where sizes are asked for, the code begins with that. */
export type PlannedMachines = Partial<Omit<Machines, 'processor'>>;

export function plannedMachines({ usages = [] }: Partial<Pick<Architecture, 'usages'>>): PlannedMachines {
  const typeOf = (service: string, name: string, serves?: 'compute'): string | undefined => {
    const usage = usages.find((found) => found.service === service && (serves === undefined || found.serves.includes(serves)));
    const type = usage?.usage[name];
    return typeof type === 'string' ? type : undefined;
  };
  const [server, database, cache] = [typeOf('ec2', 'instance-type', 'compute'), typeOf('rds', 'instance-type'), typeOf('elasticache', 'node-type')];
  return { ...(server === undefined ? {} : { server }), ...(database === undefined ? {} : { database }), ...(cache === undefined ? {} : { cache }) };
}

export function machinesFor(sizing: Sizing, region: string, planned: PlannedMachines): Machines {
  const server = planned.server ?? resized(beginning.server, 'server', sizing, region);
  return {
    server,
    database: planned.database ?? resized(beginning.database, 'database', sizing, region),
    cache: planned.cache ?? resized(beginning.cache, 'cache', sizing, region),
    processor: sizing.architecture === 'x86' ? 'x86' : 'arm',
  };
}

/** The Express edition of SQL Server, which the code begins with, runs on small Intel machines only. */
export function databaseMachine(engine: DatabaseEngine, machines: Machines): string {
  return engine.instanceClass ?? machines.database;
}

/** The processors of the server, as the name of the operating system's image and a description have them. */
export function serverImage({ server, processor }: Machines): { readonly image: 'arm64' | 'x86_64'; readonly label: 'Arm' | 'x86' } {
  return (processorOfType(server) ?? processor) === 'arm' ? { image: 'arm64', label: 'Arm' } : { image: 'x86_64', label: 'x86' };
}
