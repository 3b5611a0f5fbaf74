import { fill, h } from './dom';
import type { PanelNode, PanelPhase } from '../../src/protocol/panelModel';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import { picture } from './pictures';

/** Most lines of a node's bill that a tooltip has room for. */
const shownLines = 6;

/** What a node is, what it costs line by line and why it is there. */
export function nodeCard(node: PanelNode, phase: PanelPhase, strings: PanelStrings): HTMLElement {
  const services = phase.services.filter((service) => service.node === node.id);
  const lines = services.flatMap((service) => service.lines);
  return h(
    'div',
    { class: 'card' },
    h(
      'div',
      { class: 'card-head' },
      picture(node.icon, 28),
      h('div', { class: 'card-title' }, h('strong', {}, node.label), node.detail !== null && h('span', { class: 'muted' }, node.detail)),
      node.cost !== null && h('span', { class: 'badge' }, node.cost),
    ),
    lines.length > 0 &&
      h(
        'table',
        { class: 'card-lines' },
        h(
          'tbody',
          {},
          ...lines
            .slice(0, shownLines)
            .map((line) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, line.what),
                h('td', { class: 'muted' }, line.unitPrice === null ? line.quantity : `${line.quantity} ${line.unit} × ${line.unitPrice}`),
                h('td', { class: 'money' }, line.cost ?? strings.unknownPrice),
              ),
            ),
        ),
      ),
    lines.length > shownLines && h('p', { class: 'muted' }, fill(strings.moreEvidence, { count: lines.length - shownLines })),
    node.needs.length > 0 && h('p', { class: 'chips' }, ...node.needs.map((need) => h('span', { class: 'chip' }, need))),
    ...decisionsOf(node, phase),
  );
}

function decisionsOf(node: PanelNode, phase: PanelPhase): readonly Node[] {
  const reasons = new Set(phase.decisions.filter((decision) => decision.node === node.id).map((decision) => decision.reason));
  return [...reasons].map((reason) => h('p', { class: 'reason' }, reason));
}
