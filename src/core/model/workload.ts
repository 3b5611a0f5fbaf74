/** Monthly quantities unless the name says otherwise. GB are 1,024-based, as AWS bills them. */
export interface Workload {
  readonly usersPerMonth: number;
  readonly peakConcurrentUsers: number;
  /** At the peak. */
  readonly requestsPerSecond: number;
  /** HTTP requests to the application in a month. */
  readonly requests: number;
  readonly databaseGb: number;
  readonly filesGb: number;
  /** Files written in a month. */
  readonly uploads: number;
  readonly egressGb: number;
  readonly jobs: number;
  readonly emails: number;
  readonly smsMessages: number;
  readonly realtimeMessages: number;
  readonly connectionMinutes: number;
  readonly callMinutes: number;
  readonly logsGb: number;
}

export const workloadFields = [
  'usersPerMonth',
  'peakConcurrentUsers',
  'requestsPerSecond',
  'requests',
  'databaseGb',
  'filesGb',
  'uploads',
  'egressGb',
  'jobs',
  'emails',
  'smsMessages',
  'realtimeMessages',
  'connectionMinutes',
  'callMinutes',
  'logsGb',
] as const satisfies readonly (keyof Workload)[];

export interface NamedWorkload {
  readonly name: string;
  readonly workload: Workload;
}
