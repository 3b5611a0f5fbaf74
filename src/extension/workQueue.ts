/** How a document changed since it was last read. */
export type Change = 'buffer' | 'disk' | 'gone';

/** What a folder still has to do. A scan starts afresh, so it makes pending changes and options needless. */
export type Work =
  | { readonly kind: 'scan' }
  | { readonly kind: 'configure' }
  | { readonly kind: 'update'; readonly changes: ReadonlyMap<string, Change> };

/**
 * More changed files at once than this (a checkout, an installation) are cheaper to read as a whole than one by one,
 * since each change recomputes what depends on it.
 */
export const scanInsteadOf = 25;

/** Gathers requests while something is under way and hands out the least work that honours all of them. */
export class WorkQueue {
  #scan = false;
  #configure = false;
  #changes = new Map<string, Change>();

  get isEmpty(): boolean {
    return !this.#scan && !this.#configure && this.#changes.size === 0;
  }

  addScan(): void {
    this.#scan = true;
  }

  addConfigure(): void {
    this.#configure = true;
  }

  addChange(path: string, change: Change): void {
    // What is in the editor counts more than what is on disk.
    if (change === 'disk' && this.#changes.get(path) === 'buffer') return;
    this.#changes.set(path, change);
    if (this.#changes.size > scanInsteadOf) this.addScan();
  }

  take(): Work | undefined {
    if (this.#scan) {
      this.#scan = false;
      this.#configure = false;
      this.#changes.clear();
      return { kind: 'scan' };
    }
    if (this.#changes.size > 0) {
      const changes = this.#changes;
      this.#changes = new Map();
      return { kind: 'update', changes };
    }
    if (this.#configure) {
      this.#configure = false;
      return { kind: 'configure' };
    }
    return undefined;
  }
}
