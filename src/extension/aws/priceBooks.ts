import type { PriceCache } from '../../aws/priceCache';
import type { Commitment } from '../../core/pricing/commitments';
import type { PriceBook } from '../../core/pricing/types';

/** Commitments by meter key, as the live price list has them. */
export type Commitments = ReadonlyMap<string, readonly Commitment[]>;

const none: Commitments = new Map();

interface Fetched {
  readonly book: PriceBook;
  readonly commitments: Commitments;
}

/**
 * The prices that estimates use: what the user fetched in this session, else what was fetched on an earlier day and is
 * newer than what ships, else what ships. Never asks AWS by itself.
 */
export class PriceBooks {
  readonly #fetched = new Map<string, Fetched>();
  readonly #openCache: () => Promise<PriceCache>;
  /** The analysis asks at every change: what was read from disk is kept. */
  readonly #loaded = new Map<string, Promise<PriceBook>>();
  #cache: Promise<PriceCache> | undefined;

  constructor(openCache: () => Promise<PriceCache>) {
    this.#openCache = openCache;
  }

  async load(region: string): Promise<PriceBook> {
    const fetched = this.#fetched.get(region);
    if (fetched !== undefined) return fetched.book;
    let loading = this.#loaded.get(region);
    if (loading === undefined) {
      loading = this.#read(region);
      this.#loaded.set(region, loading);
      loading.catch(() => this.#loaded.delete(region));
    }
    return loading;
  }

  async #read(region: string): Promise<PriceBook> {
    const snapshot = await this.snapshot(region);
    const [{ cachedPriceBook }, cache] = await Promise.all([import('../../aws/prices'), this.cache()]);
    const cached = await cachedPriceBook(region, cache, snapshot);
    return cached !== null && cached.asOf >= snapshot.asOf ? cached : snapshot;
  }

  /** Replaces the prices of a region for this session. */
  use(region: string, book: PriceBook, commitments: Commitments): void {
    this.#fetched.set(region, { book, commitments });
  }

  commitments(region: string): Commitments {
    return this.#fetched.get(region)?.commitments ?? none;
  }

  async snapshot(region: string): Promise<PriceBook> {
    const { loadSnapshotPriceBook } = await import('../../core/pricing');
    return loadSnapshotPriceBook(region);
  }

  cache(): Promise<PriceCache> {
    if (this.#cache === undefined) {
      this.#cache = this.#openCache();
      this.#cache.catch(() => (this.#cache = undefined));
    }
    return this.#cache;
  }
}
