import { technologyName } from '../../catalog/technologies';
import { message } from '../../l10n/localized';
import type { Need } from '../../model';
import { dataGroup } from '../groups';
import { planUsage, type Plan } from '../plan';
import { placeTask } from './compute';
import { placeService } from './service';
import { planVolume } from './storage';

export function placeOpenSearch(plan: Plan, need: Need): string {
  const large = plan.workload.peakConcurrentUsers > 1000;
  const machine = large ? 'r7g.large.search' : 't3.small.search';
  const instances = plan.workload.peakConcurrentUsers < 100 ? 1 : 3;
  const id = placeService(
    plan,
    {
      id: 'opensearch',
      service: 'opensearch',
      group: dataGroup(plan),
      detail: { en: `${machine} × ${String(instances)}`, 'pt-br': `${machine} × ${String(instances)}` },
    },
    need,
  );
  planUsage(plan, {
    service: 'opensearch',
    node: id,
    serves: ['search'],
    usage: { 'instance-type': machine, instances, 'storage-gb': Math.max(10, Math.ceil(plan.workload.databaseGb / 2)) },
    assumption: message(
      {
        en: '{instances} data nodes (three keep a majority when one fails) and an index of half the size of the data',
        'pt-br': '{instances} nós de dados (três mantêm maioria quando um falha) e um índice com metade do tamanho dos dados',
      },
      { instances },
    ),
  });
  return id;
}

/** A search engine in a container: the index is rebuilt from the database when the task is replaced. */
export function placeSearchTask(plan: Plan, need: Need): string {
  const id = placeTask(plan, {
    id: `store:${need.technology}`,
    label: technologyName(need.technology),
    needs: [need],
    applications: [need.application],
    tasks: 1,
    vcpu: 1,
    memoryGb: 4,
    group: 'data',
    assumption: message({
      en: 'One task with a volume; the index is rebuilt from the database when the task is replaced',
      'pt-br': 'Uma tarefa com um volume; o índice é refeito a partir do banco quando a tarefa é substituída',
    }),
  });
  planVolume(plan, id, Math.max(10, plan.workload.databaseGb), 'search');
  return id;
}
