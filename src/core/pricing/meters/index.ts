import type { MeterQuery } from '../types';
import { computeMeters } from './compute';
import { databaseMeters } from './databases';
import { messagingMeters } from './messaging';
import type { MeterDefinition } from './meter';
import { networkMeters } from './network';
import { operationMeters } from './operations';
import { storageMeters } from './storage';

/** Every meter that Skylift can price, in one definition each. */
export const meters: readonly MeterDefinition[] = [
  ...computeMeters,
  ...networkMeters,
  ...databaseMeters,
  ...messagingMeters,
  ...storageMeters,
  ...operationMeters,
];

const metersById = new Map(meters.map((meter) => [meter.id, meter]));

export function meterDefinition(id: string): MeterDefinition | undefined {
  return metersById.get(id);
}

/** One word for one price, whatever the order of its parameters: `rds.instance?deployment=…&engine=…`. */
export function meterKey(query: MeterQuery): string {
  const parts = Object.entries(query.parameters)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return parts.length === 0 ? query.meter : `${query.meter}?${parts.join('&')}`;
}

export function parseMeterKey(key: string): MeterQuery {
  const [meter = '', list = ''] = key.split('?');
  const parameters: Record<string, string> = {};
  for (const part of list.split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0) parameters[part.slice(0, equals)] = part.slice(equals + 1);
  }
  return { meter, parameters };
}
