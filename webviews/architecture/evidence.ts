import type { PanelNode } from '../../src/protocol/panelModel';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import { h } from './dom';
import { glyph } from './pictures';

/** The lines that prove a node, each one a button. */
export function evidenceList(node: PanelNode, strings: PanelStrings, open: (index: number) => void): HTMLElement {
  const items = node.evidence.map((evidence, position) => {
    const button = h(
      'button',
      { type: 'button', class: 'evidence', 'data-first': position === 0, 'data-key': `evidence ${node.id} ${evidence.index}` },
      glyph('line'),
      h('span', { class: 'evidence-line' }, evidence.label),
      h('span', { class: 'evidence-key muted' }, h('code', {}, evidence.key), ` · ${evidence.stage}`),
    );
    button.addEventListener('click', () => { open(evidence.index); });
    return h('li', {}, button);
  });
  return h('div', { class: 'evidence-block' }, h('p', { class: 'muted' }, strings.evidence), h('ul', { class: 'evidence-list' }, ...items));
}
