import type { PanelModel, PanelPhase } from '../../src/protocol/panelModel';
import { renderChange, type ChangeText } from './change';
import { fill, h } from './dom';
import { glyph } from './pictures';

/** The one line that answers: what does this phase cost, what does it carry, how sure is that. */
export function renderSummary(model: PanelModel, phase: PanelPhase, change: ChangeText | null): readonly Node[] {
  const { strings, prices } = model;
  const { total, capacity } = phase;
  const parts: Node[] = [
    h('p', { class: 'goal' }, phase.goal),
    h(
      'dl',
      { class: 'figures' },
      total.text === null ? figure(strings.total, strings.noCost, []) : figure(strings.total, total.text, [strings.perMonth, total.converted], 'figure-total'),
      capacity !== null && figure(strings.capacity, capacity.requestsPerSecond, [strings.requestsPerSecond]),
      capacity !== null && figure(strings.peak, capacity.concurrentUsers, [strings.concurrentUsers]),
      h('div', { class: 'figure figure-prices' }, h('dt', { class: 'muted' }, strings.prices), h('dd', {}, [prices.label, prices.region].join(' · '))),
    ),
  ];
  if (change !== null) parts.push(renderChange(change));
  if (total.incomplete && total.text !== null) {
    parts.push(h('p', { class: 'warning' }, glyph('warning'), fill(strings.incompleteTotal, { names: phase.missing.join(', ') })));
  }
  return parts;
}

function figure(label: string, value: string, units: readonly (string | null)[], kind = ''): HTMLElement {
  return h(
    'div',
    { class: `figure ${kind}` },
    h('dt', { class: 'muted' }, label),
    h('dd', {}, h('strong', {}, value), ...units.map((unit) => unit !== null && h('span', { class: 'muted' }, unit))),
  );
}
