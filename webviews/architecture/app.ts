import type { PanelModel, PanelPhase, PhaseId } from '../../src/protocol/panelModel';
import { createChanges } from './change';
import { renderComparison } from './comparison';
import { createControls } from './controls';
import { renderCosts } from './costs';
import { createDiagram } from './diagram';
import { fill, h, replaceContent, whenChanged } from './dom';
import { renderEmpty } from './empty';
import type { Host } from './host';
import { renderAssessment, renderDecisions, renderNotes } from './insights';
import { renderOneServer } from './oneServer';
import { renderOutline } from './outline';
import { picture } from './pictures';
import { createSection, type Section } from './section';
import { renderSummary } from './summary';
import { createTabs, panelId, tabId } from './tabs';
import type { UiState } from './uiState';

/** The page as a function of the last snapshot and of what the reader arranged. */
export interface App {
  show(model: PanelModel): void;
  reveal(phase: PhaseId, nodeId: string | null): void;
  /** The analysis failed; null: it works again. */
  fail(text: string | null): void;
  notify(text: string): void;
}

const sectionIds = ['costs', 'notes', 'decisions', 'oneServer', 'comparison', 'assessment', 'outline'] as const;
type SectionId = (typeof sectionIds)[number];
const openAtFirst: ReadonlySet<string> = new Set<SectionId>(['costs', 'notes', 'decisions', 'oneServer', 'assessment']);

export function createApp(root: HTMLElement, host: Host): App {
  let ui = host.loadState();
  let model: PanelModel | undefined;

  const live = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  // Apart from what the diagram says of itself, which comes a moment later.
  const billChange = h('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  const toast = h('div', { class: 'toast', 'aria-hidden': 'true', hidden: true });
  const failure = h('p', { class: 'problem', role: 'alert', hidden: true });
  const identity = h('div', { class: 'identity' });
  const changes = createChanges();
  const controls = createControls((name, value) => {
    if (model !== undefined) changes.ask(model, name, value);
    busy(true);
    host.send({ type: 'setOption', name, value });
  });
  const tabs = createTabs((phase) => { update({ phase }); });
  const summary = h('div', { class: 'summary' });
  const diagram = createDiagram({
    send: (message) => { host.send(message); },
    announce,
    ui: () => ui,
    saveView(phase, view) {
      const others = Object.fromEntries(Object.entries(ui.views).filter(([id]) => id !== phase.id));
      save({ views: view === null ? others : { ...others, [phase.id]: view } });
    },
    saveLayout(layout) {
      save({ layout, views: {} });
    },
  });
  const sections = Object.fromEntries(
    sectionIds.map((id) => [
      id,
      createSection({
        id,
        open: ui.open[id] ?? openAtFirst.has(id),
        onToggle(changed, open) {
          if ((ui.open[changed] ?? openAtFirst.has(changed)) !== open) save({ open: { ...ui.open, [changed]: open } });
        },
      }),
    ]),
  ) as Readonly<Record<SectionId, Section>>;
  const details = h('div', { class: 'details', id: 'details', tabindex: '-1' }, ...sectionIds.map((id) => sections[id].element));
  const skip = h('button', { type: 'button', class: 'skip' });
  skip.addEventListener('click', () => { details.focus(); });
  const panel = h('div', { class: 'phase', id: panelId, role: 'tabpanel' }, summary, h('div', { class: 'columns' }, h('div', { class: 'stage-column' }, skip, diagram.element), details));
  const content = h('div', { class: 'content' }, tabs.element, panel);
  const empty = h('div', {});
  const changed = { head: whenChanged(), tabs: whenChanged(), summary: whenChanged(), empty: whenChanged(), ...Object.fromEntries(sectionIds.map((id) => [id, whenChanged()])) } as Readonly<
    Record<'head' | 'tabs' | 'summary' | 'empty' | SectionId, ReturnType<typeof whenChanged>>
  >;
  let built = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let toastTimer: ReturnType<typeof setTimeout> | undefined;

  function announce(text: string): void {
    live.textContent = text;
  }

  function save(part: Partial<UiState>): void {
    ui = { ...ui, ...part };
    // A drag changes the state many times a second.
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => { host.saveState(ui); }, 50);
  }

  function update(part: Partial<UiState>): void {
    save(part);
    render();
  }

  function busy(is: boolean): void {
    root.classList.toggle('busy', is);
    root.setAttribute('aria-busy', is ? 'true' : 'false');
  }

  function render(): void {
    if (model === undefined) return;
    if (!built) {
      root.replaceChildren(h('header', { class: 'head' }, identity, controls.element), failure, content, empty, live, billChange, toast);
      built = true;
    }
    const current = model;
    const { strings } = current;
    document.documentElement.lang = current.language;
    changed.head([current.title, current.applications], () => { renderHead(current); });
    controls.show(current);
    const phase = current.phases.find(({ id }) => id === ui.phase) ?? current.phases[0];
    content.hidden = phase === undefined;
    empty.hidden = phase !== undefined;
    if (phase === undefined) {
      changed.empty(strings, () => { empty.replaceChildren(renderEmpty(current)); });
      return;
    }
    const tabInput = current.phases.map(({ id, title, goal, total }) => ({ id, title, goal, total }));
    changed.tabs([tabInput, phase.id, strings], () => { tabs.show(current, phase.id); });
    panel.setAttribute('aria-labelledby', tabId(phase.id));
    const change = changes.textOf(current, phase);
    changed.summary([change, phase.goal, phase.total, phase.capacity, phase.missing, current.prices, strings], () => { replaceContent(summary, ...renderSummary(current, phase, change)); });
    skip.textContent = strings.skipDiagram;
    diagram.show(current, phase);
    renderSections(current, phase);
  }

  function renderHead(current: PanelModel): void {
    identity.replaceChildren(
      h('h1', {}, current.title),
      h(
        'ul',
        { class: 'applications', 'aria-label': current.strings.panelLabel },
        ...current.applications.map(({ name, framework, icon }) => h('li', { class: 'chip' }, icon !== null && picture(icon, 14), h('span', {}, name === current.title ? framework : `${name} · ${framework}`))),
      ),
    );
  }

  function renderSections(current: PanelModel, phase: PanelPhase): void {
    const { strings } = current;
    const open = new Set(Object.entries(ui.open).filter(([, is]) => is).map(([key]) => key));
    const openServices = new Set([...open].filter((key) => key.startsWith('service:')).map((key) => key.slice('service:'.length)));
    changed.costs([phase.id, phase.services, phase.total, [...openServices], strings], () => {
      sections.costs.show(
        strings.costs,
        phase.total.text,
        ...renderCosts(phase, {
          strings,
          open: openServices,
          onToggle(key, is) { update({ open: { ...ui.open, [`service:${key}`]: is } }); },
          onToggleAll(keys, is) { update({ open: { ...ui.open, ...Object.fromEntries(keys.map((key) => [`service:${key}`, is])) } }); },
        }),
      );
    });
    changed.notes([phase.capacity, phase.notes, strings], () => { sections.notes.show(strings.notes, null, ...renderNotes(phase, strings)); });
    changed.decisions([phase.decisions, strings], () => { sections.decisions.show(strings.decisions, null, ...renderDecisions(phase, strings)); });
    changed.oneServer([phase.title, phase.oneServer, strings], () => {
      const { oneServer } = phase;
      const aside = oneServer === null ? null : oneServer.difference === null ? strings.oneServerUnknown : fill(strings.oneServerMore, { difference: oneServer.difference });
      sections.oneServer.show(strings.oneServer, aside, ...renderOneServer(current, phase));
    });
    const pair = ui.compare ?? (['foundations', phase.id === 'today' || phase.id === 'foundations' ? 'cloud-native' : phase.id] as const);
    changed.comparison([current.phases.map(({ id, title, services, total, capacity }) => ({ id, title, services, total, capacity })), pair, strings], () => {
      sections.comparison.show(strings.comparison, null, ...renderComparison(current, pair, (compare) => { update({ compare }); }));
    });
    changed.assessment([current.strengths, current.limitations, strings], () => {
      sections.assessment.show([strings.strengths, strings.limitations].join(' · '), null, ...renderAssessment(current));
    });
    changed.outline([phase.id, phase.nodes, phase.edges, strings], () => {
      sections.outline.show(strings.outline, null, ...renderOutline(phase, strings, (node, index) => {
        host.send({ type: 'openEvidence', phase: phase.id, nodeId: node.id, index });
      }));
    });
  }

  return {
    show(next) {
      model = next;
      const isAnswer = changes.receive(next);
      busy(false);
      render();
      const shown = next.phases.find(({ id }) => id === ui.phase) ?? next.phases[0];
      const change = isAnswer && shown !== undefined ? changes.textOf(next, shown) : null;
      if (change !== null) billChange.textContent = [change.text, change.difference].filter((part) => part !== null).join(', ');
    },
    reveal(phase, nodeId) {
      update({ phase });
      if (nodeId !== null) diagram.reveal(nodeId);
    },
    fail(text) {
      busy(false);
      if (!built && text !== null) root.replaceChildren(failure);
      failure.hidden = text === null;
      failure.textContent = text === null ? '' : fill(model?.strings.analysisFailed ?? '{reason}', { reason: text });
    },
    notify(text) {
      announce(text);
      toast.textContent = text;
      toast.hidden = false;
      clearTimeout(toastTimer);
      toastTimer = setTimeout(() => { toast.hidden = true; }, 2500);
    },
  };
}
