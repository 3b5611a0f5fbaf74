import type { DisposableLike } from './lifecycle';

/**
 * Runs `action` once, `quiet` milliseconds after the last call of `schedule`, and no later than `atMost` after the
 * first: what never falls silent (a log that is written all the time) must not hold back everything else.
 */
export class Debouncer implements DisposableLike {
  readonly #quiet: number;
  readonly #atMost: number;
  readonly #action: () => void;
  #quietTimer: ReturnType<typeof setTimeout> | undefined;
  #latestTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(quiet: number, atMost: number, action: () => void) {
    this.#quiet = quiet;
    this.#atMost = atMost;
    this.#action = action;
  }

  schedule(): void {
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => this.#run(), this.#quiet);
    this.#latestTimer ??= setTimeout(() => this.#run(), this.#atMost);
  }

  dispose(): void {
    clearTimeout(this.#quietTimer);
    clearTimeout(this.#latestTimer);
    this.#quietTimer = undefined;
    this.#latestTimer = undefined;
  }

  #run(): void {
    this.dispose();
    this.#action();
  }
}
