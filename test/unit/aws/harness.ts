import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsConnection } from '../../../src/aws/credentials';
import { createPriceCache, type PriceCache } from '../../../src/aws/priceCache';
import { refreshPrices, type PriceRefresh, type RefreshedPrices } from '../../../src/aws/prices';
import { defaultRequestPolicy, type RequestPolicy } from '../../../src/aws/requestPolicy';
import type { MeterQuery, PriceBook } from '../../../src/core/pricing/types';
import { fakeKeys, withAwsEnvironment } from './environment';
import { startFakeAws, type FakeAws, type FakeAwsOptions } from './server';

/** Patience without waiting: retries follow at once, and what hangs is given up soon. */
export const quick: RequestPolicy = { ...defaultRequestPolicy, requestTimeoutMs: 250, random: () => 0, wait: () => Promise.resolve() };

export function query(meter: string, parameters: Readonly<Record<string, string>> = {}): MeterQuery {
  return { meter, parameters };
}

/** One server and one empty cache per test, on a fixed day. */
export class Harness {
  readonly today = new Date('2026-10-02T12:00:00Z');
  folder = '';
  cache: PriceCache = createPriceCache('', () => this.today);
  #server: FakeAws | null = null;

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'skylift-aws-'));
    this.cache = createPriceCache(this.folder, () => this.today);
  }

  async close(): Promise<void> {
    await this.#server?.close();
    this.#server = null;
    await rm(this.folder, { recursive: true, force: true });
  }

  get server(): FakeAws {
    if (this.#server === null) throw new Error('no server was started');
    return this.#server;
  }

  async start(options: FakeAwsOptions): Promise<AwsConnection> {
    await this.#server?.close();
    this.#server = await startFakeAws(options);
    return { endpoint: this.#server.endpoint, requestTimeoutMs: quick.requestTimeoutMs };
  }

  async refresh(connection: AwsConnection, snapshot: PriceBook, queries: readonly MeterQuery[], more: Partial<PriceRefresh> = {}): Promise<RefreshedPrices> {
    return withAwsEnvironment(fakeKeys, () =>
      refreshPrices({ region: snapshot.region, queries, connection, cache: this.cache, snapshot, policy: quick, ...more }),
    );
  }
}
