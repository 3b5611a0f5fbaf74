import type { ToArchitecture } from '../../protocol/architecture';
import type { PanelModel } from '../../protocol/panelModel';

/** What the page has been told, so that it is told nothing twice. */
export class PanelState {
  #listens = false;
  #sequence = 0;
  #last: string | undefined;
  #model: PanelModel | undefined;

  /** Whether the page is ready to hear. A hidden page is gone and says `ready` when it comes back. */
  get listens(): boolean {
    return this.#listens;
  }

  restart(): void {
    this.#listens = true;
    this.forget();
  }

  /** The next snapshot is sent even if it equals the last. */
  forget(): void {
    this.#last = undefined;
  }

  /** The message for a snapshot, or undefined where the page shows it already. */
  next(model: PanelModel): Extract<ToArchitecture, { type: 'state' }> | undefined {
    const text = JSON.stringify(model);
    if (text === this.#last) return undefined;
    this.#last = text;
    this.#model = model;
    this.#sequence += 1;
    return { type: 'state', sequence: this.#sequence, model };
  }

  /** Whether the page was given this choice. */
  offers(name: string, value: string): boolean {
    return this.#model?.controls.some((control) => control.id === name && control.options.some((option) => option.value === value)) ?? false;
  }
}
