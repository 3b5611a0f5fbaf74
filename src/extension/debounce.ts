import type { DisposableLike } from './lifecycle';

/** Runs `action` once, `milliseconds` after the last call of `schedule`. */
export class Debouncer implements DisposableLike {
  readonly #milliseconds: number;
  readonly #action: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number, action: () => void) {
    this.#milliseconds = milliseconds;
    this.#action = action;
  }

  schedule(): void {
    this.dispose();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#action();
    }, this.#milliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
