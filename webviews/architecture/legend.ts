import type { PanelEdgeKind, PanelPhase } from '../../src/protocol/panelModel';
import type { PanelStringKey, PanelStrings } from '../../src/protocol/panelStrings';
import { h } from './dom';

export const edgeKindKeys: Readonly<Record<PanelEdgeKind, PanelStringKey>> = {
  request: 'kindRequest',
  data: 'kindData',
  event: 'kindEvent',
  assets: 'kindAssets',
  logs: 'kindLogs',
};

/** Kinds that are drawn alike stand together. */
const lines: readonly { readonly name: string; readonly kinds: readonly PanelEdgeKind[] }[] = [
  { name: 'solid', kinds: ['request', 'data'] },
  { name: 'dashed', kinds: ['assets'] },
  { name: 'dotted', kinds: ['event', 'logs'] },
];

/** Which line means what, for the kinds that the phase has. */
export function renderLegend(list: HTMLElement, phase: PanelPhase, strings: PanelStrings): void {
  const used = new Set(phase.edges.map(({ kind }) => kind));
  list.replaceChildren();
  for (const { name, kinds } of lines) {
    const words = kinds.filter((kind) => used.has(kind)).map((kind) => strings[edgeKindKeys[kind]]);
    if (words.length > 0) list.append(h('li', {}, h('span', { class: `line-sample ${name}`, 'aria-hidden': 'true' }), words.join(', ')));
  }
}
