import type { PanelModel, PanelPhase } from '../../src/protocol/panelModel';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import { h } from './dom';
import { glyph, picture, type GlyphName } from './pictures';

/** Problem → service → reason → what else was considered. */
export function renderDecisions(phase: PanelPhase, strings: PanelStrings): readonly Node[] {
  if (phase.decisions.length === 0) return [];
  const items = phase.decisions.map((decision) =>
    h(
      'li',
      { class: 'decision' },
      h(
        'p',
        { class: 'decision-head' },
        h('span', { class: 'chip' }, decision.need),
        h('span', { class: 'arrow', 'aria-hidden': 'true' }, glyph('arrow')),
        picture(decision.icon, 20),
        h('strong', {}, decision.service),
        decision.application !== null && h('span', { class: 'muted' }, decision.application),
      ),
      h('p', {}, decision.reason),
      decision.alternatives.length > 0 && h('p', { class: 'muted' }, `${strings.alternatives}: ${decision.alternatives.join(', ')}`),
    ),
  );
  return [h('ul', { class: 'decisions' }, ...items)];
}

/** What a reader must know of the phase: its limit first. */
export function renderNotes(phase: PanelPhase, strings: PanelStrings): readonly Node[] {
  const nodes: Node[] = [];
  if (phase.capacity !== null) {
    nodes.push(
      h(
        'dl',
        { class: 'limits' },
        h('dt', { class: 'muted' }, strings.bottleneck),
        h('dd', {}, phase.capacity.bottleneck),
        h('dt', { class: 'muted' }, strings.nextLimit),
        h('dd', {}, phase.capacity.next),
      ),
      h('p', { class: 'muted' }, strings.capacityMeaning),
    );
  }
  if (phase.notes.length > 0) nodes.push(h('ul', { class: 'notes' }, ...phase.notes.map((note) => h('li', {}, note))));
  return nodes;
}

export function renderAssessment({ strings, strengths, limitations }: PanelModel): readonly Node[] {
  const lists = [list('check', strings.strengths, strengths), list('warning', strings.limitations, limitations)];
  return lists.filter((node) => node !== null);
}

function list(mark: GlyphName, heading: string, texts: readonly string[]): HTMLElement | null {
  if (texts.length === 0) return null;
  return h('div', {}, h('h3', {}, heading), h('ul', { class: 'marked' }, ...texts.map((text) => h('li', {}, glyph(mark), h('span', {}, text)))));
}
