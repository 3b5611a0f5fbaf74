/** A lower and an upper value: between them lie ordinary applications on ordinary machines. */
export type Range = readonly [number, number];

/**
 * What the capacity model and the sizing multiply with. Every value can be overridden in `skylift.yaml` under
 * `capacity:`, with the same names. Where a value comes from stands in `coefficientSources.ts`.
 */
export interface CapacityCoefficients {
  /** Dynamic requests per second of one virtual CPU, by framework, else by language, else `other`. */
  readonly requestsPerVcpu: Readonly<Record<string, Range>>;
  /** Virtual CPUs of a server of one's own when nothing tells them. */
  readonly serverVcpus: number;
  readonly queriesPerRequest: number;
  /** Share of the reads that a shared cache answers instead of the database. */
  readonly cacheHitShare: Range;
  /** Queries per second of one database virtual CPU, by engine, else `other`. */
  readonly queriesPerVcpu: Readonly<Record<string, Range>>;
  /** Write transactions per second that reach the disk, by engine, else `other`. */
  readonly writesPerSecond: Readonly<Record<string, Range>>;
  /** Write transactions of one request: the application's own, and those of drivers that live in the database. */
  readonly writesPerRequest: {
    readonly application: number;
    readonly sessions: number;
    readonly cache: number;
    readonly queue: number;
  };
  /** Virtual CPUs up to which a managed writer is resized before the design has to change. */
  readonly databaseVcpus: number;
  /** Tasks of 1 vCPU up to which auto scaling may go. */
  readonly maximumTasks: number;
  /** Functions of one account and Region that run at once. */
  readonly lambdaConcurrency: number;
  /** Aurora capacity units up to which the serverless database may go; four count as one virtual CPU. */
  readonly maximumAcu: number;
  /** Seconds between two requests of an active user, where the server also sends the assets. */
  readonly secondsPerRequestWithAssets: Range;
  /** The same where a CDN sends the assets. */
  readonly secondsPerRequestBehindCdn: Range;
  /** Share of a machine that is planned for; the rest absorbs bursts and the loss of a zone. */
  readonly targetUtilization: number;
  /** The same for the one server of the first phases, where bursts wait their turn. */
  readonly serverUtilization: number;
  /** Open WebSocket connections of one virtual CPU. */
  readonly connectionsPerVcpu: number;
  /** Participants of calls through a media server (SFU), per virtual CPU. */
  readonly participantsPerVcpu: number;
  /** Megabytes that one participant receives in a minute of video. */
  readonly mediaMbPerMinute: number;
  /** Share of peer-to-peer calls whose media has to be relayed (TURN). */
  readonly relayedShare: number;
  /** Processor seconds of a background job. */
  readonly secondsPerJob: number;
}

export const defaultCoefficients: CapacityCoefficients = {
  requestsPerVcpu: {
    laravel: [25, 50],
    lumen: [40, 80],
    symfony: [30, 60],
    wordpress: [10, 25],
    rails: [25, 60],
    sinatra: [60, 120],
    django: [30, 60],
    flask: [40, 90],
    fastapi: [80, 200],
    express: [100, 250],
    fastify: [150, 350],
    hono: [150, 350],
    koa: [100, 250],
    nestjs: [80, 200],
    nest: [80, 200],
    adonis: [80, 180],
    adonisjs: [80, 180],
    nextjs: [20, 60],
    next: [20, 60],
    nuxt: [20, 60],
    remix: [30, 80],
    'react-router': [30, 80],
    sveltekit: [40, 100],
    astro: [40, 100],
    spring: [150, 400],
    'spring-boot': [150, 400],
    quarkus: [200, 500],
    aspnet: [250, 600],
    phoenix: [200, 500],
    gin: [400, 1000],
    echo: [400, 1000],
    fiber: [400, 1000],
    chi: [400, 1000],
    php: [25, 50],
    python: [30, 60],
    ruby: [25, 60],
    javascript: [100, 250],
    typescript: [100, 250],
    java: [150, 400],
    kotlin: [150, 400],
    go: [400, 1000],
    rust: [400, 1000],
    csharp: [250, 600],
    elixir: [200, 500],
    other: [25, 50],
  },
  serverVcpus: 2,
  queriesPerRequest: 10,
  cacheHitShare: [0, 0.8],
  queriesPerVcpu: {
    postgresql: [2500, 2500],
    mysql: [2500, 2500],
    mariadb: [2500, 2500],
    sqlserver: [2000, 2000],
    oracle: [2000, 2000],
    cockroachdb: [1000, 1000],
    mongodb: [3000, 3000],
    sqlite: [5000, 10000],
    other: [2000, 2000],
  },
  writesPerSecond: {
    sqlite: [150, 300],
    postgresql: [2000, 4000],
    mysql: [2000, 4000],
    mariadb: [2000, 4000],
    sqlserver: [2000, 4000],
    oracle: [2000, 4000],
    cockroachdb: [500, 1000],
    mongodb: [2000, 5000],
    other: [1000, 2000],
  },
  writesPerRequest: { application: 0.3, sessions: 1, cache: 0.7, queue: 1 },
  databaseVcpus: 4,
  maximumTasks: 200,
  lambdaConcurrency: 1000,
  maximumAcu: 32,
  secondsPerRequestWithAssets: [2, 5],
  secondsPerRequestBehindCdn: [10, 10],
  targetUtilization: 0.7,
  serverUtilization: 0.85,
  connectionsPerVcpu: 5000,
  participantsPerVcpu: 200,
  mediaMbPerMinute: 7.5,
  relayedShare: 0.2,
  secondsPerJob: 0.2,
};

/** Dynamic requests per second of one virtual CPU for an application. */
export function requestsPerVcpu(
  application: { readonly framework: string; readonly languages: readonly string[] },
  coefficients: CapacityCoefficients,
): Range {
  const table = coefficients.requestsPerVcpu;
  for (const key of [application.framework, ...application.languages]) {
    const range = Object.hasOwn(table, key) ? table[key] : undefined;
    if (range !== undefined) return range;
  }
  return table.other ?? [25, 50];
}

/** The row of a table by engine, or its `other`. */
export function rangeFor(table: Readonly<Record<string, Range>>, key: string): Range {
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? table.other ?? [1, 1];
}

export function middle(range: Range): number {
  return (range[0] + range[1]) / 2;
}
