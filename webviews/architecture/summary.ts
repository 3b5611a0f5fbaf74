import type { PanelModel, PanelPhase } from '../../src/protocol/panelModel';
import { fill, h } from './dom';
import { glyph } from './pictures';

/** The one line that answers: what does this phase cost, what does it carry, how sure is that. */
export function renderSummary(model: PanelModel, phase: PanelPhase): readonly Node[] {
  const { strings, prices } = model;
  const { total, capacity } = phase;
  const parts: Node[] = [
    h('p', { class: 'goal' }, phase.goal),
    h(
      'div',
      { class: 'figure figure-total' },
      h('span', { class: 'figure-label muted' }, strings.total),
      h(
        'span',
        { class: 'figure-value' },
        h('strong', {}, total.text ?? '—'),
        h('span', { class: 'muted' }, total.text === null ? strings.noCost : strings.perMonth),
        total.converted !== null && h('span', { class: 'muted' }, total.converted),
      ),
    ),
  ];
  if (capacity !== null) {
    parts.push(
      h(
        'div',
        { class: 'figure' },
        h('span', { class: 'figure-label muted' }, strings.capacity),
        h('span', { class: 'figure-value' }, h('strong', {}, capacity.requestsPerSecond), h('span', { class: 'muted' }, strings.requestsPerSecond)),
      ),
      h(
        'div',
        { class: 'figure' },
        h('span', { class: 'figure-label muted', 'aria-hidden': 'true' }, '\u00a0'),
        h('span', { class: 'figure-value' }, h('strong', {}, capacity.concurrentUsers), h('span', { class: 'muted' }, strings.concurrentUsers)),
      ),
    );
  }
  parts.push(
    h(
      'div',
      { class: 'figure figure-prices' },
      h('span', { class: 'figure-label muted' }, strings.prices),
      h('span', { class: 'figure-text' }, `${prices.label} · ${prices.region}`),
    ),
  );
  if (total.incomplete && total.text !== null) {
    parts.push(h('p', { class: 'warning' }, glyph('warning'), fill(strings.incompleteTotal, { names: phase.missing.join(', ') })));
  }
  return parts;
}
