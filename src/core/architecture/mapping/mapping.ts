import { technologyName } from '../../catalog/technologies';
import { serviceName } from '../../catalog/names';
import { message, type Localized, type MessageData } from '../../l10n/localized';
import type { Need, NeedId } from '../../model';
import { flowOf, usersOf } from '../parts';
import type { Plan } from '../plan';
import { placeExisting } from '../placers/declaredService';
import { awsServiceOf, isThirdParty } from '../stacks';

/** Phases in which a need may move to a service of its own. */
export type MovingPhase = 'lift-and-shift' | 'cloud-native' | 'serverless';

/** Where one need goes, phase by phase. */
export interface NeedMapping {
  readonly need: NeedId;
  place(plan: Plan, need: Need, phase: MovingPhase): void;
}

export function decide(
  plan: Plan,
  need: Need,
  service: string,
  reason: Localized,
  alternatives: readonly string[],
  data?: MessageData,
): void {
  plan.graph.decide({ need: need.id, application: need.application, service, reason: message(reason, data), alternatives });
}

/** What serves a need is on AWS already, or the team decided on a service: it stands, in every phase. */
export function keepOnAws(plan: Plan, need: Need): string | null {
  const chosen = plan.choices[need.id];
  const service = chosen ?? need.servedBy ?? awsServiceOf(need.technology);
  if (service === null) return null;
  const id = placeExisting(plan, need, service);
  if (id === null) return null;
  if (chosen !== undefined) {
    decideChosen(plan, need, service);
    return id;
  }
  decide(
    plan,
    need,
    service,
    { en: '{service} serves this already; there is nothing to move.', 'pt-br': '{service} já atende a isso; não há nada a mover.' },
    [],
    { service: serviceName(service) },
  );
  return id;
}

export function decideChosen(plan: Plan, need: Need, service: string): void {
  decide(
    plan,
    need,
    service,
    { en: 'Decided by the team in skylift.yaml: {service}.', 'pt-br': 'Decidido pelo time no skylift.yaml: {service}.' },
    [],
    { service: serviceName(service) },
  );
}

export function linkConsumers(plan: Plan, need: Need, id: string, label: Localized | null = flowOf(need)): void {
  for (const from of usersOf(plan, need)) plan.graph.edge(from, id, need.id === 'monitoring' ? 'logs' : 'data', label);
}

export function isOutside(need: Need): boolean {
  return need.servedBy === null && isThirdParty(need.technology);
}

export function decideOutside(plan: Plan, need: Need, alternatives: readonly string[]): void {
  decide(
    plan,
    need,
    need.technology,
    {
      en: '{technology} runs outside AWS and may stay: moving it gains little until its price or its limits hurt.',
      'pt-br': '{technology} roda fora da AWS e pode ficar: mover traz pouco ganho até que o preço ou os limites incomodem.',
    },
    alternatives,
    { technology: technologyName(need.technology) },
  );
}

/** The first phases change as little as possible: the machine keeps what it carries today. */
export function decideOnServer(plan: Plan, need: Need, alternatives: readonly string[]): void {
  decide(
    plan,
    need,
    'ec2',
    {
      en: 'On the instance for now ({technology}): one change at a time, and with a single server nothing has to be shared yet.',
      'pt-br': 'Na instância por enquanto ({technology}): uma mudança por vez, e com um único servidor ainda não há o que compartilhar.',
    },
    alternatives,
    { technology: technologyName(need.technology) },
  );
}
