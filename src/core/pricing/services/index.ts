import type { PricedService } from '../types';
import { computeServices } from './compute';
import { databaseServices } from './databases';
import { messagingServices } from './messaging';
import { networkServices } from './network';
import { freeServices } from './noCharge';
import { operationServices } from './operations';
import { storageServices } from './storage';

/** Every service of the catalog as the price catalog knows it. */
export const pricedServices: readonly PricedService[] = [
  ...computeServices,
  ...networkServices,
  ...databaseServices,
  ...messagingServices,
  ...storageServices,
  ...operationServices,
  ...freeServices,
];

const servicesById = new Map(pricedServices.map((service) => [service.id, service]));

export function pricedService(id: string): PricedService | undefined {
  return servicesById.get(id);
}
