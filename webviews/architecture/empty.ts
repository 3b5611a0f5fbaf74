import type { PanelModel } from '../../src/protocol/panelModel';
import { h } from './dom';
import { picture } from './pictures';

/** Why there is nothing to see, and what would change that. */
export function renderEmpty({ strings }: PanelModel): HTMLElement {
  return h(
    'section',
    { class: 'empty' },
    h('div', { class: 'empty-picture' }, picture('cloud', 72)),
    h('h2', {}, strings.emptyTitle),
    h('p', {}, strings.emptyText),
    h('p', { class: 'muted' }, strings.emptyHint),
  );
}
