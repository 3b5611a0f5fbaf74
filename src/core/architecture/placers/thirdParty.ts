import { technologyName } from '../../catalog/technologies';
import type { EdgeKind, Need } from '../../model';
import type { Localized } from '../../l10n/localized';
import { outsideGroup } from '../groups';
import { partIcon } from '../icons';
import { flows } from '../labels';
import { consumers, findApplication, ids, isDynamic, type Plan } from '../plan';

export interface ThirdPartyOptions {
  readonly flow?: Localized;
  readonly kind?: EdgeKind;
  /** Browsers talk to it themselves, with this protocol. */
  readonly fromUsers?: Localized;
}

/** A service of another company, drawn outside the boundary, with a flow from every process that uses it. */
export function placeThirdParty(plan: Plan, need: Need, options: ThirdPartyOptions = {}): string {
  const id = plan.graph.node({
    id: `outside:${need.technology}`,
    kind: 'external',
    label: technologyName(need.technology),
    icon: partIcon('external', [need.technology, need.id]),
    group: outsideGroup(plan),
    needs: [need.id],
    applications: [need.application],
    evidence: need.evidence,
  });
  const application = findApplication(plan, need.application);
  // A site of files has no process of its own: its pages call from the browser.
  const callers = application !== undefined && !isDynamic(plan, application) ? [ids.users] : consumers(plan, need.application);
  for (const from of callers) plan.graph.edge(from, id, options.kind ?? 'data', options.flow ?? flows.api);
  if (options.fromUsers !== undefined) plan.graph.edge(ids.users, id, 'request', options.fromUsers);
  return id;
}
