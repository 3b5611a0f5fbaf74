import { h, replaceContent, type Child } from './dom';
import { glyph } from './pictures';

export interface Section {
  readonly element: HTMLElement;
  /** Without content the section is not shown. */
  show(heading: string, aside: string | null, ...content: readonly Child[]): void;
}

export interface SectionOptions {
  readonly id: string;
  readonly open: boolean;
  onToggle(id: string, open: boolean): void;
}

/** A part of the page that can be folded. */
export function createSection({ id, open, onToggle }: SectionOptions): Section {
  const title = h('h2', {});
  const aside = h('span', { class: 'section-aside' });
  const body = h('div', { class: 'section-body' });
  const details = h('details', { class: `section section-${id}`, id: `section-${id}` }, h('summary', {}, glyph('chevron'), title, aside), body);
  details.open = open;
  details.addEventListener('toggle', () => { onToggle(id, details.open); });
  return {
    element: details,
    show(heading, asideText, ...content) {
      title.textContent = heading;
      aside.textContent = asideText ?? '';
      const filled = content.some((child) => child !== null && child !== undefined && child !== false);
      details.hidden = !filled;
      replaceContent(body, ...content);
    },
  };
}
