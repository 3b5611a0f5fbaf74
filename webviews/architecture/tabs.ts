import type { PanelModel, PanelPhase, PhaseId } from '../../src/protocol/panelModel';
import { h, replaceContent } from './dom';

export interface Tabs {
  readonly element: HTMLElement;
  show(model: PanelModel, selected: PhaseId): void;
}

/** What the phase panel is called in `aria-controls`. */
export const panelId = 'phase-panel';

export function tabId(phase: PhaseId): string {
  return `tab-${phase}`;
}

/** Today and the four phases with what each costs. Arrow keys move and select, as tabs do. */
export function createTabs(select: (phase: PhaseId) => void): Tabs {
  const element = h('div', { class: 'tabs', role: 'tablist' });
  element.addEventListener('keydown', (event) => {
    const all = [...element.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = all.findIndex((tab) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    next?.click();
    document.getElementById(next?.id ?? '')?.focus();
  });

  function tab(phase: PanelPhase, position: number, selected: boolean, noCost: string): HTMLElement {
    const button = h(
      'button',
      {
        type: 'button',
        class: 'tab',
        role: 'tab',
        id: tabId(phase.id),
        'aria-selected': selected ? 'true' : 'false',
        'aria-controls': panelId,
        tabindex: selected ? 0 : -1,
        title: phase.goal,
        'data-key': `tab ${phase.id}`,
      },
      h('span', { class: 'step', 'aria-hidden': 'true' }, position === 0 ? '•' : String(position)),
      h('span', { class: 'tab-title' }, phase.title),
      h('span', { class: phase.total.text === null ? 'tab-cost muted' : 'tab-cost' }, phase.total.text ?? noCost),
    );
    button.addEventListener('click', () => { select(phase.id); });
    return button;
  }

  return {
    element,
    show(model, selected) {
      element.setAttribute('aria-label', model.strings.phases);
      replaceContent(element, ...model.phases.map((phase, position) => tab(phase, position, phase.id === selected, model.strings.noCost)));
      element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}
