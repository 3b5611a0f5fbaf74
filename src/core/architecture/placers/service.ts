import { serviceIcon, serviceName } from '../../catalog/names';
import type { ServiceId } from '../../catalog/ids';
import { verbatim, type Localized } from '../../l10n/localized';
import type { Need, NeedId, NodeKind } from '../../model';
import type { Plan } from '../plan';

export interface ServicePlace {
  readonly id: string;
  readonly service: ServiceId;
  readonly group: string | null;
  readonly kind?: NodeKind;
  readonly label?: Localized;
  readonly detail?: Localized | string | null;
  /** What the service is there for where no need of the repository asks for it. */
  readonly serves?: readonly NeedId[];
  readonly applications?: readonly string[];
}

/** Puts an AWS service on the diagram, or adds a need to the one that stands there already. */
export function placeService(plan: Plan, place: ServicePlace, need?: Need): string {
  return plan.graph.node({
    id: place.id,
    kind: place.kind ?? 'service',
    label: place.label ?? serviceName(place.service),
    detail: typeof place.detail === 'string' ? verbatim(place.detail) : (place.detail ?? null),
    service: place.service,
    icon: serviceIcon(place.service),
    group: place.group,
    needs: [...(need === undefined ? [] : [need.id]), ...(place.serves ?? [])],
    applications: need === undefined ? (place.applications ?? []) : [need.application],
    evidence: need?.evidence ?? [],
  });
}
