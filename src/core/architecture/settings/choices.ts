import type { ConfigNode } from '../../formats/node';
import type { NeedId } from '../../model';
import { choosableServices, type ServiceChoices } from '../choices';
import type { Reader } from './reader';

type Choosable = keyof typeof choosableServices;

export const choosableNeeds = Object.keys(choosableServices) as readonly Choosable[];

/** `decisions:` by need: the service that the team decided on. */
export function readChoices(reader: Reader, node: ConfigNode | undefined): ServiceChoices {
  const entries = reader.entries(node, choosableNeeds);
  const choices: Partial<Record<NeedId, string>> = {};
  for (const need of choosableNeeds) {
    const services: readonly string[] = choosableServices[need];
    const service = reader.choice(entries.get(need)?.value, services);
    if (service !== null) choices[need] = service;
  }
  return choices;
}
