import type { PanelPhase, PanelService } from '../../src/protocol/panelModel';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import { fill, h } from './dom';
import { glyph, picture } from './pictures';

export interface CostOptions {
  readonly strings: PanelStrings;
  /** Services whose lines are shown. */
  readonly open: ReadonlySet<string>;
  onToggle(key: string, open: boolean): void;
  onToggleAll(keys: readonly string[], open: boolean): void;
}

/** A service can be billed at several places of one phase. */
export function serviceKey(service: PanelService): string {
  return `${service.id} ${service.node ?? ''}`;
}

/** What is paid for, service by service, with the arithmetic of each line. */
export function renderCosts(phase: PanelPhase, options: CostOptions): readonly Node[] {
  const { strings } = options;
  if (phase.services.length === 0) return [h('p', { class: 'muted' }, strings.noServices)];
  const keys = phase.services.map(serviceKey);
  const allOpen = keys.every((key) => options.open.has(key));
  const toggleAll = h('button', { type: 'button', class: 'link', 'data-key': 'costs all' }, allOpen ? strings.collapseAll : strings.expandAll);
  toggleAll.addEventListener('click', () => { options.onToggleAll(keys, !allOpen); });
  const largest = Math.max(...phase.services.map((service) => service.knownUsd), 0);
  const names = new Map(phase.nodes.map((node) => [node.id, node.label]));
  // What costs most comes first; the sort is stable, so that the rest keeps the order of the diagram.
  const services = [...phase.services].sort((a, b) => rank(b) - rank(a));
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('th', { scope: 'col' }, strings.item),
      h('th', { scope: 'col', class: 'number wide' }, strings.quantity),
      h('th', { scope: 'col', class: 'number wide' }, strings.unitPrice),
      h('th', { scope: 'col', class: 'number' }, strings.monthly),
    ),
  );
  const foot = h(
    'tfoot',
    {},
    h('tr', {}, h('th', { scope: 'row' }, strings.total), h('td', { class: 'wide' }), h('td', { class: 'wide' }), h('td', { class: 'number' }, phase.total.text ?? '—')),
  );
  return [
    h('div', { class: 'section-tools' }, toggleAll),
    h(
      'table',
      { class: 'costs' },
      h('caption', { class: 'visually-hidden' }, `${strings.costByService}: ${phase.title}`),
      head,
      ...services.map((service) => serviceRows(service, names.get(service.node ?? '') ?? null, largest, options)),
      foot,
    ),
    h('p', { class: 'left-out muted' }, strings.leftOut),
  ];
}

/** An unknown price stands between what is paid and what is free. */
function rank(service: PanelService): number {
  if (service.knownUsd > 0) return service.knownUsd;
  return service.usd === null ? 1e-9 : 0;
}

/** `place` is the name of the node that carries the cost. */
function serviceRows(service: PanelService, place: string | null, largest: number, { strings, open, onToggle }: CostOptions): HTMLElement {
  const key = serviceKey(service);
  const expanded = open.has(key);
  // `Amazon RDS` at `Amazon RDS (PostgreSQL)` is said once.
  const longer = place?.startsWith(service.name) === true;
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'service-toggle',
      'aria-expanded': expanded ? 'true' : 'false',
      title: fill(strings.showLines, { service: service.name }),
      'data-key': `service ${key}`,
    },
    glyph('chevron'),
    picture(service.icon, 20),
    h('span', {}, h('span', { class: 'service-name' }, longer ? place : service.name), place !== null && !longer && h('span', { class: 'place muted' }, place)),
  );
  toggle.addEventListener('click', () => { onToggle(key, !expanded); });
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--share', largest > 0 ? String(service.knownUsd / largest) : '0');
  const body = h(
    'tbody',
    {},
    h(
      'tr',
      { class: 'service' },
      h('th', { scope: 'rowgroup' }, toggle),
      h('td', { class: 'wide bar-cell', colspan: 2 }, bar),
      h('td', { class: 'number' }, service.cost ?? h('span', { class: 'unknown' }, strings.unknownPrice)),
    ),
  );
  if (!expanded) return body;
  for (const line of service.lines) {
    const times = line.unitPrice === null ? null : ` × ${line.unitPrice}`;
    body.append(
      h(
        'tr',
        { class: 'line' },
        h(
          'td',
          {},
          h('span', { class: 'line-what' }, line.what),
          h('span', { class: 'line-inline narrow muted' }, `${line.quantity} ${line.unit}`, times),
          h('span', { class: 'line-assumption muted' }, line.assumption),
          line.missing !== null && h('span', { class: 'line-missing' }, glyph('warning'), line.missing),
          h('span', { class: 'line-source muted' }, sourceOf(line, strings)),
        ),
        h('td', { class: 'number wide' }, line.quantity, h('span', { class: 'unit muted' }, line.unit)),
        h('td', { class: 'number wide' }, line.unitPrice ?? '—'),
        h('td', { class: 'number' }, line.cost ?? strings.unknownPrice),
      ),
    );
  }
  return body;
}

function sourceOf(line: PanelService['lines'][number], strings: PanelStrings): string {
  return [
    line.sku === null ? null : `${strings.sku} ${line.sku}`,
    line.source,
    line.asOf === null ? null : fill(strings.validOn, { date: line.asOf }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
