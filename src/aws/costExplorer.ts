import { clientSettings, type AwsConnection } from './credentials';
import { AwsFailure, classifyFailure } from './failure';
import type { DayCache } from './priceCache';
import { deadline, defaultRequestPolicy, throwIfCancelled, withRetries, type RequestPolicy } from './requestPolicy';

/** Permission that Cost Explorer asks for. */
export const spendPermission = 'ce:GetCostAndUsage';

/** What AWS charges for each request; a host says so before the first one. */
export const spendRequestUsd = 0.01;

const costExplorerRegion = 'us-east-1';

/** What an account spent in one month, by AWS's own names of services. */
export interface ActualSpend {
  /** First day of the month, and the day after its last (ISO). */
  readonly from: string;
  readonly to: string;
  readonly currency: 'USD';
  readonly totalUsd: number;
  /** Largest first. Credits and refunds are negative. */
  readonly services: readonly { readonly name: string; readonly usd: number }[];
  /** AWS still changes the figures of a month for some days. */
  readonly estimated: boolean;
}

export interface SpendPage {
  readonly groups: readonly { readonly name: string; readonly amount: string; readonly unit: string }[];
  readonly estimated: boolean;
  readonly nextToken: string | null;
}

export interface CostExplorerApi {
  getCostAndUsage(from: string, to: string, nextToken: string | null, signal: AbortSignal | undefined): Promise<SpendPage>;
  close(): void;
}

export interface SpendRequest {
  readonly connection: AwsConnection;
  readonly cache: DayCache;
  readonly now: Date;
  readonly policy?: RequestPolicy;
  readonly signal?: AbortSignal;
  readonly createApi?: (connection: AwsConnection) => Promise<CostExplorerApi>;
}

/** Spend of the last full month, asked for once a day and profile. Throws an `AwsFailure`. */
export async function fetchActualSpend(request: SpendRequest): Promise<ActualSpend> {
  const kept = await keptActualSpend(request);
  if (kept !== null) return kept;
  const month = lastFullMonth(request.now);
  const spend = await fetchMonth(request, month);
  try {
    await request.cache.write(spendKey(request, month.from), spend);
  } catch {
    // A disk that cannot be written costs another request tomorrow, not this answer.
  }
  return spend;
}

/** What was asked for today already, or null: then asking costs money, and a host says so first. */
export async function keptActualSpend(request: Pick<SpendRequest, 'connection' | 'cache' | 'now'>): Promise<ActualSpend | null> {
  const kept = await request.cache.read(spendKey(request, lastFullMonth(request.now).from));
  return isActualSpend(kept) ? kept : null;
}

function spendKey({ connection }: Pick<SpendRequest, 'connection'>, from: string): string {
  return JSON.stringify(['spend', connection.profile ?? '', connection.endpoint ?? '', from]);
}

/** Months are those of the billing of AWS: UTC. `to` is exclusive, as Cost Explorer takes it. */
export function lastFullMonth(now: Date): { readonly from: string; readonly to: string } {
  const first = (offset: number): string => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString().slice(0, 10);
  return { from: first(-1), to: first(0) };
}

async function fetchMonth(request: SpendRequest, month: { readonly from: string; readonly to: string }): Promise<ActualSpend> {
  const policy = request.policy ?? { ...defaultRequestPolicy, requestTimeoutMs: request.connection.requestTimeoutMs };
  const time = deadline(policy.totalTimeoutMs, request.signal);
  let api: CostExplorerApi | null = null;
  try {
    api = await (request.createApi ?? createCostExplorerApi)(request.connection);
    return readSpend(await fetchPages(api, month, policy, time.signal), month);
  } catch (error) {
    if (time.passed()) throw new AwsFailure('timed-out');
    throw classifyFailure(error, spendPermission, request.signal);
  } finally {
    time.dispose();
    api?.close();
  }
}

async function fetchPages(api: CostExplorerApi, month: { readonly from: string; readonly to: string }, policy: RequestPolicy, signal: AbortSignal): Promise<readonly SpendPage[]> {
  const pages: SpendPage[] = [];
  const tokens = new Set<string>();
  let nextToken: string | null = null;
  for (let page = 1; page <= policy.pageLimit; page += 1) {
    throwIfCancelled(signal);
    const token: string | null = nextToken;
    const answer: SpendPage = await withRetries(() => api.getCostAndUsage(month.from, month.to, token, signal), policy, spendPermission, signal);
    pages.push(answer);
    if (answer.nextToken === null) return pages;
    if (tokens.has(answer.nextToken)) break;
    tokens.add(answer.nextToken);
    nextToken = answer.nextToken;
  }
  throw new AwsFailure('malformed');
}

function readSpend(pages: readonly SpendPage[], month: { readonly from: string; readonly to: string }): ActualSpend {
  const byName = new Map<string, number>();
  for (const { name, amount, unit } of pages.flatMap((page) => page.groups)) {
    const usd = Number(amount);
    // Another currency cannot be set beside an estimate in dollars.
    if (unit !== 'USD' || amount.trim() === '' || !Number.isFinite(usd)) throw new AwsFailure('malformed');
    byName.set(name, (byName.get(name) ?? 0) + usd);
  }
  const services = [...byName].map(([name, usd]) => ({ name, usd })).sort((left, right) => right.usd - left.usd || left.name.localeCompare(right.name));
  return {
    ...month,
    currency: 'USD',
    totalUsd: services.reduce((total, { usd }) => total + usd, 0),
    services,
    estimated: pages.some((page) => page.estimated),
  };
}

/** A client of the real API. The SDK is loaded here and only here, on first use. */
export async function createCostExplorerApi(connection: AwsConnection): Promise<CostExplorerApi> {
  const { CostExplorerClient, GetCostAndUsageCommand } = await import('@aws-sdk/client-cost-explorer');
  const client = new CostExplorerClient(clientSettings(connection, costExplorerRegion));
  return {
    async getCostAndUsage(from, to, nextToken, signal) {
      const command = new GetCostAndUsageCommand({
        TimePeriod: { Start: from, End: to },
        Granularity: 'MONTHLY',
        Metrics: ['UnblendedCost'],
        GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
        ...(nextToken === null ? {} : { NextPageToken: nextToken }),
      });
      const answer = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
      const periods = answer.ResultsByTime ?? [];
      return {
        groups: periods.flatMap((period) =>
          (period.Groups ?? []).map((group) => ({
            name: group.Keys?.[0] ?? '',
            amount: group.Metrics?.['UnblendedCost']?.Amount ?? '',
            unit: group.Metrics?.['UnblendedCost']?.Unit ?? '',
          })),
        ),
        estimated: periods.some((period) => period.Estimated === true),
        nextToken: answer.NextPageToken ?? null,
      };
    },
    close: () => client.destroy(),
  };
}

function isActualSpend(value: unknown): value is ActualSpend {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, totalUsd, services } = value as { [key: string]: unknown };
  return typeof from === 'string' && typeof to === 'string' && typeof totalUsd === 'number' && Array.isArray(services);
}
