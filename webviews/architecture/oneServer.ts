import type { PanelModel, PanelPhase } from '../../src/protocol/panelModel';
import { h } from './dom';
import { glyph } from './pictures';

/** What staying on one server costs and carries, beside the phase. */
export function renderOneServer({ strings }: PanelModel, { title, oneServer }: PanelPhase): readonly Node[] {
  if (oneServer === null) return [];
  const nodes: Node[] = [h('p', { class: 'muted' }, strings.oneServerHelp)];
  if (!oneServer.carries) nodes.push(h('p', { class: 'warning' }, glyph('warning'), strings.oneServerTooSmall));
  nodes.push(
    h(
      'div',
      { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': strings.oneServer },
      h(
        'table',
        { class: 'comparison one-server' },
        h('thead', {}, h('tr', {}, h('td', {}), h('th', { scope: 'col' }, strings.oneServerColumn), h('th', { scope: 'col' }, title))),
        h('tbody', {}, ...oneServer.rows.map(({ label, server, phase }) => h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, server), h('td', {}, phase)))),
      ),
    ),
  );
  return nodes;
}
