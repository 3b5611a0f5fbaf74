/** What VS Code and this extension agree on; declared here so that plain-Node tests need no `vscode`. */
export interface DisposableLike {
  dispose(): unknown;
}

/** An owner of things that end with it. Register right where the thing is created. */
export abstract class Disposable implements DisposableLike {
  readonly #owned: DisposableLike[] = [];
  #disposed = false;

  protected get isDisposed(): boolean {
    return this.#disposed;
  }

  /** Ends what it is given at once when the owner has already ended. */
  protected _register<T extends DisposableLike>(value: T): T {
    if (this.#disposed) value.dispose();
    else this.#owned.push(value);
    return value;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const owned of this.#owned.splice(0).reverse()) owned.dispose();
  }
}

/** Holds a thing that is replaced over time: setting a new one ends the old one. */
export class MutableDisposable<T extends DisposableLike> implements DisposableLike {
  #value: T | undefined;
  #disposed = false;

  get value(): T | undefined {
    return this.#value;
  }

  set value(next: T | undefined) {
    if (next === this.#value) return;
    this.#value?.dispose();
    this.#value = next;
    if (this.#disposed) this.clear();
  }

  clear(): void {
    this.value = undefined;
  }

  dispose(): void {
    this.#disposed = true;
    this.clear();
  }
}
