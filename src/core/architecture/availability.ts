import type { Architecture, PlannedUsage } from '../model';

/**
 * What happens when a zone, or the one machine in it, fails. `machine`: it stands still until somebody repairs it;
 * `managed`: AWS replaces it, from backups where the zone is lost; `zones`: the other zone goes on.
 */
export type Survival = 'machine' | 'managed' | 'zones';

export interface Availability {
  /** Of what answers requests; null where nothing of the phase does. */
  readonly application: Survival | null;
  /** Of what keeps the data; null where nothing does. */
  readonly data: Survival | null;
}

/** As the planned usage has it, the same numbers that are priced, and of stores that share the server, as it is drawn. */
export function availabilityOf({ usages, nodes, groups }: Pick<Architecture, 'usages' | 'nodes' | 'groups'>): Availability {
  const servers = new Set(groups.filter(({ kind }) => kind === 'server').map(({ id }) => id));
  const onServer = nodes.some(({ group, needs }) => group !== null && servers.has(group) && needs.some((need) => databases.has(need)));
  return {
    application: worst(usages.flatMap(applicationSurvival)),
    data: worst([...usages.flatMap(dataSurvival), ...(onServer ? (['machine'] as const) : [])]),
  };
}

function applicationSurvival({ service, serves, usage }: PlannedUsage): readonly Survival[] {
  if (!serves.includes('compute')) return [];
  if (service === 'lambda') return ['zones'];
  if (service === 'fargate') return [Number(usage['tasks']) > 1 ? 'zones' : 'managed'];
  return service === 'ec2' ? [Number(usage['instances']) > 1 ? 'zones' : 'machine'] : [];
}

const databases: ReadonlySet<string> = new Set(['relational-database', 'document-database']);

function dataSurvival({ service, serves, usage }: PlannedUsage): readonly Survival[] {
  switch (service) {
    case 'rds':
      return [usage['multi-az'] === true ? 'zones' : 'managed'];
    case 'aurora':
    case 'documentdb':
      return [Number(usage['instances']) > 1 ? 'zones' : 'managed'];
    case 'aurora-serverless':
      // The storage spans three zones, and a new writer is started in another one.
      return ['zones'];
    case 'ec2':
      return serves.some((need) => databases.has(need)) ? ['machine'] : [];
    default:
      return [];
  }
}

const order: readonly Survival[] = ['machine', 'managed', 'zones'];

function worst(found: readonly Survival[]): Survival | null {
  return order.find((survival) => found.includes(survival)) ?? null;
}
