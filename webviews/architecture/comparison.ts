import type { PanelModel, PanelPhase, PanelService, PhaseId } from '../../src/protocol/panelModel';
import { h } from './dom';
import { signedDollars } from './money';
import { picture } from './pictures';

/** Two phases side by side, service by service. */
export function renderComparison(
  model: PanelModel,
  [fromId, toId]: readonly [PhaseId, PhaseId],
  choose: (pair: readonly [PhaseId, PhaseId]) => void,
): readonly Node[] {
  const { strings, phases } = model;
  const from = phases.find((phase) => phase.id === fromId);
  const to = phases.find((phase) => phase.id === toId);
  if (from === undefined || to === undefined) return [];
  const money = new Intl.NumberFormat(model.language, { style: 'currency', currency: 'USD' });
  const signed = signedDollars(model.language);
  const totals = [sums(from), sums(to)] as const;
  const ids = [...new Set([...totals[0].keys(), ...totals[1].keys()])];
  const cell = (side: Side | undefined): string =>
    side === undefined ? strings.absent : side.usd === null ? strings.unknownPrice : money.format(side.usd);
  const difference = (a: number | null | undefined, b: number | null | undefined): string =>
    a === null || b === null ? '—' : signed.format((b ?? 0) - (a ?? 0));

  const rows = ids
    .map((id) => ({ before: totals[0].get(id), after: totals[1].get(id) }))
    .map(({ before, after }) => {
      const service = (after ?? before)?.service;
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, picture(service?.icon ?? null, 18), h('span', {}, service?.name ?? '')),
        h('td', { class: before === undefined ? 'number muted' : 'number' }, cell(before)),
        h('td', { class: after === undefined ? 'number muted' : 'number' }, cell(after)),
        h('td', { class: 'number' }, difference(before?.usd, after?.usd)),
      );
    });

  return [
    h('p', { class: 'muted' }, strings.comparisonHelp),
    h(
      'div',
      { class: 'controls' },
      phaseSelect('from', strings.compareFrom, phases, fromId, (id) => { choose([id, toId]); }),
      phaseSelect('to', strings.compareWith, phases, toId, (id) => { choose([fromId, id]); }),
    ),
    h(
      'div',
      { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': strings.comparison },
      h(
        'table',
        { class: 'comparison' },
        h('caption', { class: 'visually-hidden' }, `${from.title}, ${to.title}`),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, strings.service),
            h('th', { scope: 'col', class: 'number' }, from.title),
            h('th', { scope: 'col', class: 'number' }, to.title),
            h('th', { scope: 'col', class: 'number' }, strings.difference),
          ),
        ),
        h('tbody', {}, ...rows),
        h(
          'tfoot',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, strings.total),
            h('td', { class: 'number' }, from.total.text ?? strings.noCost),
            h('td', { class: 'number' }, to.total.text ?? strings.noCost),
            h('td', { class: 'number' }, difference(totalOf(from), totalOf(to))),
          ),
          capacityRow(strings.requestsPerSecond, from.capacity?.requestsPerSecond, to.capacity?.requestsPerSecond),
          capacityRow(strings.concurrentUsers, from.capacity?.concurrentUsers, to.capacity?.concurrentUsers),
        ),
      ),
    ),
  ];
}

interface Side {
  readonly service: PanelService;
  readonly usd: number | null;
}

function sums(phase: PanelPhase): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  for (const service of phase.services) {
    const known = sides.get(service.id);
    const usd = service.usd === null || known?.usd === null ? null : service.usd + (known?.usd ?? 0);
    sides.set(service.id, { service, usd });
  }
  return sides;
}

function totalOf(phase: PanelPhase): number | null {
  return phase.total.text === null ? 0 : phase.total.usd;
}

function capacityRow(label: string, before: string | undefined, after: string | undefined): HTMLElement {
  return h('tr', { class: 'capacity' }, h('th', { scope: 'row' }, label), h('td', { class: 'number' }, before ?? '—'), h('td', { class: 'number' }, after ?? '—'), h('td', {}));
}

function phaseSelect(key: string, label: string, phases: readonly PanelPhase[], value: PhaseId, choose: (id: PhaseId) => void): HTMLElement {
  const select = h('select', { id: `compare-${key}`, 'data-key': `compare ${key}` });
  for (const phase of phases) select.append(h('option', { value: phase.id, selected: phase.id === value }, phase.title));
  select.addEventListener('change', () => {
    const chosen = phases.find((phase) => phase.id === select.value);
    if (chosen !== undefined) choose(chosen.id);
  });
  return h('label', { class: 'control', for: select.id }, h('span', { class: 'control-label muted' }, label), select);
}
