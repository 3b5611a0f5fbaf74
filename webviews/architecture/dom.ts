/** Small helpers for building the page out of text: nothing here parses markup, so nothing has to be escaped. */

export type Child = Node | string | null | undefined | false;
type Attribute = string | number | boolean | null | undefined;

/** An element with attributes and children. `true` sets an empty attribute; false, null and undefined leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

export function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) parent.append(child);
  }
}

/**
 * Replaces the content of `container` and gives the focus back to the element with the same `data-key`,
 * so that an update does not throw a keyboard user out.
 */
export function replaceContent(container: HTMLElement, ...children: readonly Child[]): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && container.contains(active) ? active.dataset['key'] : undefined;
  container.replaceChildren();
  append(container, children);
  if (key !== undefined) container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Fills `{name}` in a text of the string table. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** Runs `build` only when `input` differs from that of the last call. */
export type WhenChanged = (input: unknown, build: () => void) => void;

export function whenChanged(): WhenChanged {
  let last: string | undefined;
  return (input, build) => {
    const text = JSON.stringify(input);
    if (text === last) return;
    last = text;
    build();
  };
}
