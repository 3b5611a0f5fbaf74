import type { NamedWorkload, Workload } from '../model';

/**
 * How a number of simultaneous users becomes a month of use. Assumptions, not measurements: an ordinary business
 * application in one country, busy by day. Each result can be overridden by name in `skylift.yaml`.
 */
export const workloadRatios = {
  /** Seconds between two requests of an active user to the application. Assets are not counted. */
  secondsPerRequest: 10,
  /** Share of a day's visits that falls into its busiest hour (an even day has 1/24, some 4 %). */
  busiestHourShare: 0.15,
  minutesPerVisit: 15,
  visitsPerUserAndMonth: 8,
  /** The application's main act (an appointment, an order) per day and simultaneous user: 500 users, 5,000 a day. */
  transactionsPerDayAndUser: 10,
  jobsPerTransaction: 5,
  emailsPerTransaction: 1,
  smsPerTransaction: 0.2,
  uploadsPerTransaction: 0.2,
  uploadMb: 1,
  /** Months of uploads that are kept when the storage is priced. */
  monthsOfUploads: 12,
  databaseKbPerUser: 100,
  responseKb: 15,
  /** Scripts, styles and pictures that a visit loads past the browser's own cache. */
  assetKbPerVisit: 512,
  realtimeMessagesPerVisit: 20,
  callMinutesPerTransaction: 15,
  callParticipants: 2,
  logKbPerRequest: 1,
} as const;

/** AWS prices a month as 730 hours. */
export const hoursPerMonth = 730;
export const secondsPerMonth = hoursPerMonth * 3600;
export const daysPerMonth = hoursPerMonth / 24;
const kbPerGb = 1024 * 1024;
const mbPerGb = 1024;

/** The busiest hour against the mean hour. */
export const peakToAverage = workloadRatios.busiestHourShare * 24;

/**
 * A month of use that peaks at so many simultaneous users.
 *
 * - users/month = users at the peak ÷ (visits per user and day × share of the busiest hour × hours per visit)
 * - requests/s at the peak = users ÷ seconds between requests; requests/month = peak ÷ (peak ÷ mean) × seconds
 * - visits/month = users/month × visits; connection minutes = visits × minutes
 * - transactions/month = users at the peak × 10 × days; jobs, e-mails, SMS, uploads and calls follow from them
 */
export function deriveWorkload(peakConcurrentUsers: number): Workload {
  const ratios = workloadRatios;
  const visitsPerUserAndDay = ratios.visitsPerUserAndMonth / daysPerMonth;
  const usersPerMonth = Math.round(
    peakConcurrentUsers / (visitsPerUserAndDay * ratios.busiestHourShare * (ratios.minutesPerVisit / 60)),
  );
  const visits = usersPerMonth * ratios.visitsPerUserAndMonth;
  const requestsPerSecond = peakConcurrentUsers / ratios.secondsPerRequest;
  const requests = Math.round((requestsPerSecond / peakToAverage) * secondsPerMonth);
  const transactions = Math.round(peakConcurrentUsers * ratios.transactionsPerDayAndUser * daysPerMonth);
  const uploads = Math.round(transactions * ratios.uploadsPerTransaction);
  const uploadGb = (uploads * ratios.uploadMb) / mbPerGb;
  const jobs = transactions * ratios.jobsPerTransaction;
  return {
    usersPerMonth,
    peakConcurrentUsers,
    requestsPerSecond,
    requests,
    databaseGb: atLeastOne((usersPerMonth * ratios.databaseKbPerUser) / kbPerGb),
    filesGb: atLeastOne(uploadGb * ratios.monthsOfUploads),
    uploads,
    egressGb: atLeastOne((requests * ratios.responseKb + visits * ratios.assetKbPerVisit) / kbPerGb),
    jobs,
    emails: transactions * ratios.emailsPerTransaction,
    smsMessages: Math.round(transactions * ratios.smsPerTransaction),
    realtimeMessages: visits * ratios.realtimeMessagesPerVisit,
    connectionMinutes: visits * ratios.minutesPerVisit,
    callMinutes: transactions * ratios.callMinutesPerTransaction * ratios.callParticipants,
    logsGb: atLeastOne(((requests + jobs) * ratios.logKbPerRequest) / kbPerGb),
  };
}

function atLeastOne(gigabytes: number): number {
  return Math.max(1, Math.ceil(gigabytes));
}

export const workloadPresetNames = ['learning', 'current', 'growth'] as const;
export type WorkloadPresetName = (typeof workloadPresetNames)[number];

/** Each range of simultaneous users is sized for its upper end: a system is built for its peak. */
const peaks: Readonly<Record<WorkloadPresetName, number>> = {
  /** A team that tries things out. */
  learning: 10,
  /** 100 to 500 simultaneous users: what one server carries. */
  current: 500,
  /** 10,000 to 50,000 simultaneous users. */
  growth: 50_000,
};

export const workloadPresets: readonly NamedWorkload[] = workloadPresetNames.map((name) => ({
  name,
  workload: deriveWorkload(peaks[name]),
}));

export const defaultWorkload: NamedWorkload = { name: 'current', workload: deriveWorkload(peaks.current) };

export function findWorkloadPreset(name: string): NamedWorkload | undefined {
  return workloadPresets.find((preset) => preset.name === name);
}
