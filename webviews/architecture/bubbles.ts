import { h, type Child } from './dom';
import { glyph } from './pictures';

/** Something that floats beside an element of the drawing. */
interface Bubble {
  readonly anchor: Element | null;
  show(anchor: Element, ...content: readonly Child[]): void;
  hide(): void;
  /** After zoom or pan; or to the element that took the anchor's place. */
  follow(successor?: Element): void;
}

const gap = 8;

/** Explains the element under the pointer or the focus. It can be pointed at itself, and Escape sends it away. */
export function createTooltip(parent: HTMLElement): Bubble & { readonly element: HTMLElement } {
  const element = h('div', { class: 'bubble tooltip', role: 'tooltip', id: 'tooltip', hidden: true });
  parent.append(element);
  let anchor: Element | null = null;
  return {
    element,
    get anchor() {
      return anchor;
    },
    show(target, ...content) {
      anchor?.removeAttribute('aria-describedby');
      anchor = target;
      element.replaceChildren(...content.filter((child) => child instanceof Node || typeof child === 'string'));
      element.hidden = false;
      target.setAttribute('aria-describedby', element.id);
      place(element, target);
    },
    hide() {
      anchor?.removeAttribute('aria-describedby');
      anchor = null;
      element.hidden = true;
    },
    follow(successor) {
      if (anchor === null) return;
      anchor = successor ?? anchor;
      place(element, anchor);
    },
  };
}

export interface PopoverOptions {
  readonly parent: HTMLElement;
  readonly closeLabel: () => string;
  /** The popover is gone and the focus has to go back where it was. */
  onClose(anchor: Element): void;
}

/** A small dialog at an element: keeps the focus until it is closed or left. */
export function createPopover({ parent, closeLabel, onClose }: PopoverOptions): Bubble & { setLabel(label: string): void } {
  const element = h('div', { class: 'bubble popover', role: 'dialog', tabindex: '-1', hidden: true });
  parent.append(element);
  let anchor: Element | null = null;

  function hide(): void {
    if (anchor === null) return;
    const last = anchor;
    const hadFocus = element.contains(document.activeElement);
    anchor = null;
    element.hidden = true;
    if (hadFocus) onClose(last);
  }

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      hide();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...element.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = (at + (event.key === 'ArrowDown' ? 1 : -1) + buttons.length) % buttons.length;
    buttons[next]?.focus();
  });
  element.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) hide();
  });

  return {
    get anchor() {
      return anchor;
    },
    setLabel(label) {
      element.setAttribute('aria-label', label);
    },
    show(target, ...content) {
      anchor = target;
      const close = h('button', { type: 'button', class: 'icon-button close', 'aria-label': closeLabel(), title: closeLabel() }, glyph('close'));
      close.addEventListener('click', hide);
      element.replaceChildren(close, ...content.filter((child) => child instanceof Node || typeof child === 'string'));
      element.hidden = false;
      place(element, target);
      (element.querySelector<HTMLElement>('[data-first]') ?? close).focus({ preventScroll: true });
    },
    hide,
    follow(successor) {
      if (anchor === null) return;
      anchor = successor ?? anchor;
      place(element, anchor);
    },
  };
}

/** Beside the anchor where there is most room, below it if possible, always inside the window and never on top of the anchor. */
function place(element: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  element.style.maxHeight = '';
  const { offsetWidth: width, offsetHeight: height } = element;
  const rooms = { below: clientHeight - box.bottom, above: box.top, right: clientWidth - box.right, left: box.left };
  const needed = 2 * gap;
  const side =
    rooms.below >= height + needed ? 'below'
    : rooms.above >= height + needed ? 'above'
    : rooms.right >= width + needed ? 'right'
    : rooms.left >= width + needed ? 'left'
    : rooms.below >= rooms.above ? 'below'
    : 'above';
  const vertical = side === 'below' || side === 'above';
  if (vertical) element.style.maxHeight = `${Math.min(height, Math.max(rooms[side] - needed, 80))}px`;
  const shown = element.offsetHeight;
  const left = { below: box.left + (box.width - width) / 2, above: box.left + (box.width - width) / 2, right: box.right + gap, left: box.left - gap - width }[side];
  const top = { below: box.bottom + gap, above: box.top - gap - shown, right: box.top + (box.height - shown) / 2, left: box.top + (box.height - shown) / 2 }[side];
  element.style.left = `${within(left, clientWidth - width - gap)}px`;
  element.style.top = `${within(top, clientHeight - shown - gap)}px`;
}

function within(value: number, most: number): number {
  return Math.max(gap, Math.min(value, most));
}
