import type { View } from './uiState';

const smallest = 0.1;
const largest = 4;
const margin = 16;
/** Fitting does not blow a small drawing up. */
const largestFit = 1.2;
/** A drawing that would become smaller than this to fit as a whole is shown by its width, from the top, where text can be read. */
const readableFit = 0.5;
const readableWidth = { least: 0.5, most: 0.85 };

export interface ViewportOptions {
  /** The window; clips. */
  readonly frame: HTMLElement;
  /** What moves in it. */
  readonly layer: HTMLElement;
  /** `view` is null while the reader has not moved the drawing. */
  onChange(view: View | null, scale: number): void;
}

/** A window on a drawing: zoom, pan and fit. Until the reader moves it, it keeps the drawing at its best. */
export class Viewport {
  readonly #options: ViewportOptions;
  #width = 0;
  #height = 0;
  /** What the eye looks for first: kept in the window where the drawing is wider. */
  #entry = 0;
  #view: View = { scale: 1, x: 0, y: 0 };
  /** Whether the view follows the window's size. */
  #automatic = true;

  constructor(options: ViewportOptions) {
    this.#options = options;
    const { frame } = options;
    frame.addEventListener('wheel', (event) => { this.#onWheel(event); }, { passive: false });
    frame.addEventListener('pointerdown', (event) => { this.#onPointerDown(event); });
    new ResizeObserver(() => {
      if (this.#automatic) this.#settle();
    }).observe(frame);
  }

  get scale(): number {
    return this.#view.scale;
  }

  /** Another drawing of this size that is entered at `entry` from its left; `view` null finds its best place. */
  show({ width, height, entry }: { readonly width: number; readonly height: number; readonly entry: number }, view: View | null): void {
    this.#width = width;
    this.#height = height;
    this.#entry = entry;
    if (view === null) this.#settle();
    else this.#set(view, false);
  }

  /** All of the drawing, however small. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#options.frame;
    const scale = this.#fitScale();
    this.#set({ scale, x: (clientWidth - this.#width * scale) / 2, y: (clientHeight - this.#height * scale) / 2 }, false);
  }

  #settle(): void {
    const { clientWidth, clientHeight } = this.#options.frame;
    if (this.#width === 0 || clientWidth === 0) return;
    const whole = this.#fitScale();
    const byWidth = clamp((clientWidth - 2 * margin) / this.#width, readableWidth.least, readableWidth.most);
    const scale = whole >= readableFit ? whole : Math.max(whole, byWidth);
    const [width, height] = [this.#width * scale, this.#height * scale];
    const x = width > clientWidth - 2 * margin ? clamp(clientWidth / 2 - this.#entry * scale, clientWidth - margin - width, margin) : (clientWidth - width) / 2;
    const y = height > clientHeight - 2 * margin ? margin : (clientHeight - height) / 2;
    this.#set({ scale, x, y }, true);
  }

  #fitScale(): number {
    const { clientWidth, clientHeight } = this.#options.frame;
    return clamp(Math.min((clientWidth - 2 * margin) / this.#width, (clientHeight - 2 * margin) / this.#height, largestFit), smallest, largest);
  }

  /** Around a point of the window, its middle by default. */
  zoomBy(factor: number, at = this.#middle()): void {
    const { scale, x, y } = this.#view;
    const next = clamp(scale * factor, smallest, largest);
    const ratio = next / scale;
    this.#set({ scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio }, false);
  }

  zoomTo(scale: number): void {
    this.zoomBy(scale / this.#view.scale);
  }

  panBy(x: number, y: number): void {
    this.#set({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y }, false);
  }

  /** Pans as far as needed for `element` to be seen. */
  reveal(element: Element): void {
    const frame = this.#options.frame.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const x = shift(box.left, box.right, frame.left + margin, frame.right - margin);
    const y = shift(box.top, box.bottom, frame.top + margin, frame.bottom - margin);
    if (x !== 0 || y !== 0) this.panBy(x, y);
  }

  #set(view: View, automatic: boolean): void {
    this.#view = automatic ? view : this.#held(view);
    this.#automatic = automatic;
    const { scale, x, y } = this.#view;
    this.#options.layer.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.#options.onChange(automatic ? null : this.#view, scale);
  }

  /** Some of the drawing always stays in the window. */
  #held(view: View): View {
    const { clientWidth, clientHeight } = this.#options.frame;
    const rest = 48;
    return {
      scale: view.scale,
      x: clamp(view.x, rest - this.#width * view.scale, clientWidth - rest),
      y: clamp(view.y, rest - this.#height * view.scale, clientHeight - rest),
    };
  }

  #middle(): { x: number; y: number } {
    const { clientWidth, clientHeight } = this.#options.frame;
    return { x: clientWidth / 2, y: clientHeight / 2 };
  }

  /** With Ctrl, or a pinch, the wheel zooms. A plain wheel scrolls what is cut off, then the page, as nested scrolling does. */
  #onWheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const frame = this.#options.frame.getBoundingClientRect();
      this.zoomBy(Math.exp(-event.deltaY * 0.0025), { x: event.clientX - frame.left, y: event.clientY - frame.top });
      return;
    }
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const [across, down] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    const { clientWidth, clientHeight } = this.#options.frame;
    const { scale, x, y } = this.#view;
    const byX = scrollable(-across * unit, x, this.#width * scale, clientWidth);
    const byY = scrollable(-down * unit, y, this.#height * scale, clientHeight);
    if (byX === 0 && byY === 0) return;
    event.preventDefault();
    this.panBy(byX, byY);
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== 1) return;
    if (event.target instanceof Element && event.target.closest('button') !== null) return;
    const { frame } = this.#options;
    let { clientX, clientY } = event;
    let dragging = false;
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener(
      'pointermove',
      (move) => {
        if (move.pointerId !== event.pointerId) return;
        // A hand that trembles still clicks.
        if (!dragging && Math.hypot(move.clientX - clientX, move.clientY - clientY) < 4) return;
        dragging = true;
        frame.classList.add('dragging');
        this.panBy(move.clientX - clientX, move.clientY - clientY);
        ({ clientX, clientY } = move);
      },
      { signal },
    );
    const end = (up: PointerEvent): void => {
      if (up.pointerId !== event.pointerId) return;
      listeners.abort();
      frame.classList.remove('dragging');
      if (!dragging) return;
      // The click that ends a drag is not a click on what happens to lie there.
      const swallow = (click: MouseEvent): void => { click.stopPropagation(); };
      window.addEventListener('click', swallow, { capture: true });
      setTimeout(() => { window.removeEventListener('click', swallow, { capture: true }); });
    };
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

/** How much of a scroll there is something left to scroll for. */
function scrollable(delta: number, position: number, length: number, window: number): number {
  if (delta < 0) return Math.min(0, Math.max(delta, window - margin - (position + length)));
  return Math.max(0, Math.min(delta, margin - position));
}

function shift(start: number, end: number, low: number, high: number): number {
  if (start < low) return low - start;
  if (end > high) return Math.max(high - end, low - start);
  return 0;
}
