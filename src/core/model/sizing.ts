/** A second copy in another Availability Zone: as the phase has it, everywhere, or nowhere. */
export const zoneChoices = ['auto', 'on', 'off'] as const;
export type ZoneChoice = (typeof zoneChoices)[number];

/** Processors: Graviton unless the code declares others (`auto`), Graviton, or Intel. */
export const processorChoices = ['auto', 'arm', 'x86'] as const;
export type ProcessorChoice = (typeof processorChoices)[number];
export type Processor = Exclude<ProcessorChoice, 'auto'>;

/** Families of machines: what the workload needs (`auto`), or one of three with a memory of 4, 4 and 8 GB per vCPU. */
export const classChoices = ['auto', 'burstable', 'general', 'memory'] as const;
export type ClassChoice = (typeof classChoices)[number];

/**
 * What a user or a team asks of sizes instead of what the workload needs. How much is needed still follows from the
 * workload: of the family that is asked for, the smallest machine that carries it.
 */
export interface Sizing {
  /** Databases, caches, brokers and the way out of the private subnets. Copies of the application always stand in two zones. */
  readonly multiAz: ZoneChoice;
  /** Servers, containers, functions, databases and caches. */
  readonly architecture: ProcessorChoice;
  readonly serverClass: ClassChoice;
  /** Databases and caches. */
  readonly databaseClass: ClassChoice;
}

export const sizingNames = ['multiAz', 'architecture', 'serverClass', 'databaseClass'] as const satisfies readonly (keyof Sizing)[];

export const sizingChoices = {
  multiAz: zoneChoices,
  architecture: processorChoices,
  serverClass: classChoices,
  databaseClass: classChoices,
} as const satisfies Readonly<Record<keyof Sizing, readonly string[]>>;

/** Whether everything is left to the workload, the phase and the code. */
export function asksNothing(sizing: Sizing): boolean {
  return sizingNames.every((name) => sizing[name] === 'auto');
}

export const defaultSizing: Sizing = { multiAz: 'auto', architecture: 'auto', serverClass: 'auto', databaseClass: 'auto' };
