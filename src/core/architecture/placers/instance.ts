import { technologyName } from '../../catalog/technologies';
import { message, verbatim } from '../../l10n/localized';
import type { Need } from '../../model';
import { dataGroup } from '../groups';
import { planUsage, sized, type Plan } from '../plan';
import { hoursPerMonth } from '../workload';
import { placeService } from './service';
import { planVolume } from './storage';

/** A store that no managed service speaks: an instance of its own with a disk that is copied daily. */
export function placeStoreInstance(plan: Plan, need: Need, usual = 't4g.medium'): string {
  const machine = sized(plan, usual, 'server');
  const diskGb = 20 + plan.workload.databaseGb;
  const id = placeService(
    plan,
    {
      id: `store:${need.technology}`,
      service: 'ec2',
      kind: 'store',
      group: dataGroup(plan),
      label: technologyName(need.technology),
      detail: verbatim(`EC2 · ${machine}`),
    },
    need,
  );
  planUsage(plan, {
    service: 'ec2',
    node: id,
    serves: [need.id],
    usage: { 'instance-type': machine, instances: 1, hours: hoursPerMonth },
    assumption: message({ en: 'One instance with its own disk', 'pt-br': 'Uma instância com disco próprio' }),
  });
  planVolume(plan, id, diskGb, need.id, { copies: true });
  return id;
}
