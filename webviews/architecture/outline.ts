import type { PanelNode, PanelPhase } from '../../src/protocol/panelModel';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import { h } from './dom';
import { edgeKindKeys } from './legend';

/** The diagram said in tables: every element with place, cost and lines, and every connection. */
export function renderOutline(phase: PanelPhase, strings: PanelStrings, open: (node: PanelNode, index: number) => void): readonly Node[] {
  const names = new Map(phase.nodes.map((node) => [node.id, node.label]));
  return [
    h('p', { class: 'muted' }, strings.outlineHelp),
    scroller(
      strings.elements,
      h(
        'table',
        { class: 'outline' },
        h('caption', {}, strings.elements),
        head(strings.element, strings.where, strings.cost, strings.evidence),
        h('tbody', {}, ...phase.nodes.map((node) => nodeRow(node, strings, open))),
      ),
    ),
    scroller(
      strings.connections,
      h(
        'table',
        { class: 'outline' },
        h('caption', {}, strings.connections),
        head(strings.from, strings.to, strings.connection),
        h(
          'tbody',
          {},
          ...phase.edges.map((edge) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, names.get(edge.from) ?? edge.from),
              h('td', {}, names.get(edge.to) ?? edge.to),
              h('td', {}, edge.label ?? strings[edgeKindKeys[edge.kind]]),
            ),
          ),
        ),
      ),
    ),
  ];
}

function nodeRow(node: PanelNode, strings: PanelStrings, open: (node: PanelNode, index: number) => void): HTMLElement {
  const lines = node.evidence.map((evidence) => {
    const button = h('button', { type: 'button', class: 'link', 'data-key': `outline ${node.id} ${evidence.index}`, title: evidence.key }, evidence.label);
    button.addEventListener('click', () => { open(node, evidence.index); });
    return h('li', {}, button);
  });
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, node.label, node.detail !== null && h('span', { class: 'muted detail' }, node.detail)),
    h('td', {}, node.group ?? strings.outside),
    h('td', { class: 'money' }, node.cost ?? '—'),
    h('td', {}, lines.length > 0 ? h('ul', { class: 'plain' }, ...lines) : '—'),
  );
}

function head(...titles: readonly string[]): HTMLElement {
  return h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title))));
}

function scroller(label: string, table: HTMLElement): HTMLElement {
  return h('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': label }, table);
}
