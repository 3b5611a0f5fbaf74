import type { ClassChoice, Processor, Sizing } from '../model';
import { cacheSizes, databaseSizes, mediaServerSizes, serverSizes, type CacheSize, type MachineSize } from './sizing';

/** What a machine is for: each service offers families of its own. */
export type MachineKind = 'server' | 'media' | 'database' | 'cache' | 'aurora' | 'documentdb';
type Series = Exclude<ClassChoice, 'auto'> | 'compute';
type Families = Readonly<Partial<Record<Series, Readonly<Record<Processor, string>>>>>;

/**
 * Families per service, as AWS recommends them for new machines and prices them in the Regions of the snapshot
 * (checked 2026-11). ElastiCache has no Intel generation after m5 and r5.
 */
const families: Readonly<Record<MachineKind, Families>> = {
  server: { burstable: { arm: 't4g', x86: 't3' }, general: { arm: 'm7g', x86: 'm7i' }, memory: { arm: 'r7g', x86: 'r7i' }, compute: { arm: 'c7g', x86: 'c7i' } },
  media: { compute: { arm: 'c7g', x86: 'c7i' } },
  database: { burstable: { arm: 't4g', x86: 't3' }, general: { arm: 'm6g', x86: 'm6i' }, memory: { arm: 'r6g', x86: 'r6i' } },
  cache: { burstable: { arm: 't4g', x86: 't3' }, general: { arm: 'm6g', x86: 'm5' }, memory: { arm: 'r6g', x86: 'r5' } },
  aurora: { burstable: { arm: 't4g', x86: 't3' }, memory: { arm: 'r6g', x86: 'r6i' } },
  documentdb: { burstable: { arm: 't4g', x86: 't3' }, memory: { arm: 'r6g', x86: 'r5' } },
};

/** Where the price list has no sixth Intel generation of RDS, the fifth serves. A test holds this against the snapshot. */
const olderIntel: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sa-east-1': { m6i: 'm5', r6i: 'r5' },
  'eu-central-1': { r6i: 'r5' },
};

const prefixes: Readonly<Record<MachineKind, string>> = { server: '', media: '', database: 'db.', cache: 'cache.', aurora: 'db.', documentdb: 'db.' };

/** Sizes that Aurora and DocumentDB share, from the smallest that both families have. */
const clusterSizes: readonly MachineSize[] = databaseSizes.filter(({ type }) => type === 'db.t4g.medium' || type === 'db.t4g.large' || type.startsWith('db.r6g.'));
const documentDbSizes = clusterSizes.filter(({ type }) => type !== 'db.t4g.large');

const ladders: Readonly<Record<Exclude<MachineKind, 'cache'>, readonly MachineSize[]>> = {
  server: serverSizes,
  media: mediaServerSizes,
  database: databaseSizes,
  aurora: clusterSizes,
  documentdb: documentDbSizes,
};

/** The machines to choose from, smallest first, in the family and with the processors that are asked for. */
export function machineLadder(kind: Exclude<MachineKind, 'cache'>, sizing: Sizing, region: string): readonly MachineSize[] {
  const wanted = wantedClass(kind, sizing);
  const rungs = ladders[kind].filter((rung) => (wanted === null ? rung.everyday : shapeOf(rung.type)?.series === wanted));
  return rungs.map((rung) => ({ ...rung, type: onProcessor(rung.type, kind, sizing, region) }));
}

export function cacheLadder(sizing: Sizing, region: string): readonly CacheSize[] {
  const wanted = wantedClass('cache', sizing);
  const rungs = cacheSizes.filter((rung) => (wanted === null ? rung.everyday : shapeOf(rung.type)?.series === wanted));
  return rungs.map((rung) => ({ ...rung, type: onProcessor(rung.type, 'cache', sizing, region) }));
}

/**
 * A machine that stands in the design or in the code, as the sizing asks for it: the same size of a sibling family, or the
 * smallest one that has as much of everything. What no family here resembles stays as it is.
 */
export function resized(type: string, kind: MachineKind, sizing: Sizing, region: string): string {
  const shape = shapeOf(type);
  if (shape === null) return type;
  const series = wantedClass(kind, sizing) ?? shape.series;
  const processor = sizing.architecture === 'auto' ? shape.processor : sizing.architecture;
  if (series === shape.series && processor === shape.processor) return type;
  const family = familyOf(kind, series, processor, region);
  if (family === null) return type;
  if (series === shape.series) return `${prefixes[kind]}${family}.${shape.size}`;
  return `${prefixes[kind]}${family}.${sizeInSeries(kind, series, shape)}`;
}

/** Of another series, the smallest size that has as much of everything; the largest where none has. */
function sizeInSeries(kind: MachineKind, series: Series, needed: Shape): string {
  const types: readonly { readonly type: string }[] = kind === 'cache' ? cacheSizes : ladders[kind];
  const shapes = types.map(({ type }) => shapeOf(type)).filter((shape) => shape?.series === series);
  const fitting = shapes.find((shape) => shape !== null && shape.vcpus >= needed.vcpus && shape.memoryGb >= needed.memoryGb);
  return (fitting ?? shapes.at(-1))?.size ?? needed.size;
}

/** What the name of a type says of its size, as far as the families of general use go. */
export function machineSize(type: string): MachineSize | null {
  const known = [...serverSizes, ...mediaServerSizes, ...databaseSizes].find((size) => size.type === type);
  if (known !== undefined) return known;
  const shape = shapeOf(type);
  if (shape === null) return null;
  const sibling = [...serverSizes, ...databaseSizes].find((size) => shapeOf(size.type)?.series === shape.series && shapeOf(size.type)?.size === shape.size);
  return { type, vcpus: shape.vcpus, memoryGb: shape.memoryGb, sustainedVcpus: sibling?.sustainedVcpus ?? shape.vcpus, everyday: false };
}

/** Null where the name does not say. */
export function processorOfType(type: string): Processor | null {
  return shapeOf(type)?.processor ?? null;
}

export function isBurstable(type: string): boolean {
  return shapeOf(type)?.series === 'burstable';
}

/** The class that holds for a kind of machine: null is what the workload needs. A class that the service lacks gives way to the next larger. */
export function wantedClass(kind: MachineKind, sizing: Sizing): Series | null {
  if (kind === 'media') return null;
  const wanted = kind === 'server' ? sizing.serverClass : sizing.databaseClass;
  if (wanted === 'auto') return null;
  return families[kind][wanted] === undefined ? 'memory' : wanted;
}

function onProcessor(type: string, kind: MachineKind, sizing: Sizing, region: string): string {
  return resized(type, kind, { ...sizing, serverClass: 'auto', databaseClass: 'auto' }, region);
}

function familyOf(kind: MachineKind, series: Series, processor: Processor, region: string): string | null {
  const family = families[kind][series]?.[processor];
  if (family === undefined) return null;
  return kind === 'database' || kind === 'aurora' ? (olderIntel[region]?.[family] ?? family) : family;
}

interface Shape {
  readonly series: Series;
  readonly processor: Processor;
  readonly size: string;
  readonly vcpus: number;
  readonly memoryGb: number;
}

const seriesOfLetter: Readonly<Record<string, Series>> = { t: 'burstable', m: 'general', r: 'memory', c: 'compute' };
const memoryPerVcpu: Readonly<Record<Series, number>> = { burstable: 4, general: 4, memory: 8, compute: 2 };
/** Burstable machines below `xlarge` have two virtual CPUs and this much memory, in GB. */
const burstableMemory: Readonly<Record<string, number>> = { nano: 0.5, micro: 1, small: 2, medium: 4, large: 8 };

/** `db.m6g.xlarge`: general, Graviton, four virtual CPUs. Null for families of special use (GPU, storage) and other names. */
function shapeOf(type: string): Shape | null {
  const [, letter = '', suffix = '', size = ''] = /^(?:db\.|cache\.)?([tmrc])\d+([a-z]*)\.(\w+)$/.exec(type) ?? [];
  const series = seriesOfLetter[letter];
  if (series === undefined) return null;
  const processor = suffix.includes('g') ? 'arm' : 'x86';
  const small = series === 'burstable' ? burstableMemory[size] : undefined;
  if (small !== undefined) return { series, processor, size, vcpus: 2, memoryGb: small };
  const vcpus = size === 'medium' ? 1 : size === 'large' ? 2 : size === 'xlarge' ? 4 : 4 * Number(/^(\d+)xlarge$/.exec(size)?.[1] ?? Number.NaN);
  return Number.isNaN(vcpus) ? null : { series, processor, size, vcpus, memoryGb: vcpus * memoryPerVcpu[series] };
}
