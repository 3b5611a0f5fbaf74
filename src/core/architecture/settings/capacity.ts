import type { ConfigNode, MapEntry } from '../../formats/node';
import { defaultCoefficients, type CapacityCoefficients, type Range } from '../coefficients';
import type { Reader } from './reader';

export const tableNames = ['requestsPerVcpu', 'queriesPerVcpu', 'writesPerSecond'] as const;
export const rangeNames = ['cacheHitShare', 'secondsPerRequestWithAssets', 'secondsPerRequestBehindCdn'] as const;
export const numberNames = [
  'serverVcpus',
  'queriesPerRequest',
  'databaseVcpus',
  'maximumTasks',
  'lambdaConcurrency',
  'maximumAcu',
  'targetUtilization',
  'serverUtilization',
  'connectionsPerVcpu',
  'participantsPerVcpu',
  'mediaMbPerMinute',
  'relayedShare',
  'secondsPerJob',
] as const;
/** Shares of a whole. */
const shares: ReadonlySet<string> = new Set(['targetUtilization', 'serverUtilization', 'relayedShare', 'cacheHitShare']);
/** What is divided by must not be nothing. */
const smallest = 0.001;

export const writeNames = ['application', 'sessions', 'cache', 'queue'] as const;

/** Coefficients of the capacity model: those that are stated replace their default, rows of tables one by one. */
export function readCapacity(reader: Reader, node: ConfigNode | undefined): CapacityCoefficients {
  const entries = reader.entries(node, [...tableNames, ...rangeNames, ...numberNames, 'writesPerRequest']);
  const changed: Record<string, unknown> = {};
  for (const name of tableNames) {
    const rows = readRows(reader, entries.get(name));
    if (rows !== null) changed[name] = { ...defaultCoefficients[name], ...rows };
  }
  for (const name of rangeNames) {
    const range = inBounds(reader, entries.get(name), reader.range(entries.get(name)?.value), name);
    if (range !== null) changed[name] = range;
  }
  for (const name of numberNames) {
    const value = reader.number(entries.get(name)?.value, name === 'relayedShare' || name === 'secondsPerJob' || name === 'mediaMbPerMinute' ? 0 : smallest);
    if (value === null) continue;
    const bounded = inBounds(reader, entries.get(name), [value, value], name);
    if (bounded !== null) changed[name] = value;
  }
  const writes = readWrites(reader, entries.get('writesPerRequest'));
  if (writes !== null) changed['writesPerRequest'] = writes;
  return { ...defaultCoefficients, ...changed };
}

function readRows(reader: Reader, entry: MapEntry | undefined): Readonly<Record<string, Range>> | null {
  if (entry === undefined) return null;
  const rows: Record<string, Range> = {};
  for (const row of reader.freeEntries(entry.value)) {
    const range = reader.range(row.value);
    if (range === null) continue;
    if (range[0] < smallest) reader.report(row.value, aboveZero);
    else rows[row.key] = range;
  }
  return rows;
}

function readWrites(reader: Reader, entry: MapEntry | undefined): CapacityCoefficients['writesPerRequest'] | null {
  if (entry === undefined) return null;
  const entries = reader.entries(entry.value, writeNames);
  const changed: Partial<Record<(typeof writeNames)[number], number>> = {};
  for (const name of writeNames) {
    const value = reader.number(entries.get(name)?.value, name === 'application' ? smallest : 0);
    if (value !== null) changed[name] = value;
  }
  return { ...defaultCoefficients.writesPerRequest, ...changed };
}

/** A share is at most one, and a cache that answers everything would leave a division by nothing. */
function inBounds(reader: Reader, entry: MapEntry | undefined, range: Range | null, name: string): Range | null {
  if (entry === undefined || range === null || !shares.has(name)) return range;
  const limit = name === 'cacheHitShare' ? 0.99 : 1;
  if (range[1] <= limit) return range;
  reader.report(entry.value, { en: 'A share is at most {limit}.', 'pt-br': 'Uma proporção é no máximo {limit}.' }, { limit: String(limit) });
  return null;
}

const aboveZero = { en: 'The numbers must be above zero.', 'pt-br': 'Os números precisam ser maiores que zero.' };
