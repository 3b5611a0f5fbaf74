import type { FromArchitecture } from '../../src/protocol/architecture';
import type { PanelModel, PanelNode, PanelPhase } from '../../src/protocol/panelModel';
import { createPopover, createTooltip } from './bubbles';
import { nodeCard } from './card';
import { hex } from './colors';
import { fill, h } from './dom';
import { exportSvg, readDrawing, type Drawing } from './drawing';
import { evidenceList } from './evidence';
import { focusNode, isArrow, makeFocusable, neighbour, panStep } from './nodeFocus';
import { onPaletteChange, readPalette, type Palette } from './palette';
import { createRenderer } from './renderer';
import { renderLegend } from './legend';
import { createToolbar, type ToolName } from './toolbar';
import type { Layout, UiState, View } from './uiState';
import { Viewport } from './viewport';

export interface DiagramOptions {
  send(message: FromArchitecture): void;
  announce(text: string): void;
  ui(): UiState;
  saveView(phase: PanelPhase, view: View | null): void;
  saveLayout(layout: Layout): void;
}

export interface Diagram {
  readonly element: HTMLElement;
  /** Draws a phase; the picture on screen stays until the new one is ready, and when it cannot be drawn. */
  show(model: PanelModel, phase: PanelPhase): void;
  reveal(nodeId: string): void;
}

/** Straight connections cost time that grows faster than the drawing; beyond this many nodes the fast layout is used. */
const largestElk = 80;

const tooltipDelay = 250;
const tooltipGrace = 180;

export function createDiagram(options: DiagramOptions): Diagram {
  const layer = h('div', { class: 'layer' });
  const frame = h('div', { class: 'frame', tabindex: '0', role: 'group' }, layer);
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const help = h('p', { class: 'visually-hidden', id: 'diagram-help' });
  const busy = h('p', { class: 'busy muted' });
  frame.setAttribute('aria-describedby', help.id);
  const toolbar = createToolbar(runTool);
  const legend = h('ul', { class: 'legend' });
  const bar = h('div', { class: 'diagram-bar' }, legend, toolbar.element);
  const element = h('section', { class: 'diagram' }, help, bar, h('div', { class: 'frame-box' }, frame, busy), problem);
  const tooltip = createTooltip(element);
  const renderer = createRenderer();

  let palette: Palette = readPalette();
  let model: PanelModel | undefined;
  /** The phase that should be on screen, and the one that is. */
  let wanted: PanelPhase | undefined;
  let shown: PanelPhase | undefined;
  let drawing: Drawing | undefined;
  let drawnText = '';
  let pendingReveal: string | null = null;
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const popover = createPopover({
    parent: element,
    closeLabel: () => model?.strings.close ?? '',
    onClose: (anchor) => {
      const id = anchor instanceof SVGElement ? anchor.dataset['node'] : undefined;
      if (id !== undefined && drawing !== undefined) focusNode(drawing, id);
    },
  });

  const viewport = new Viewport({
    frame,
    layer,
    onChange(view, scale) {
      toolbar.setScale(scale);
      tooltip.follow();
      popover.follow();
      if (shown !== undefined) options.saveView(shown, view);
    },
  });

  function layoutOf(phase: PanelPhase): Layout {
    return options.ui().layout ?? (phase.nodes.length <= largestElk ? (model?.layout ?? 'elk') : 'dagre');
  }

  async function draw(): Promise<void> {
    const phase = wanted;
    const current = model;
    if (phase === undefined || current === undefined) return;
    generation += 1;
    const mine = generation;
    const layout = layoutOf(phase);
    const request = { text: phase.mermaid, layout, palette };
    busy.hidden = drawing !== undefined;
    try {
      const markup = renderer.known(request) ?? (await renderer.render(request));
      if (mine !== generation) return;
      put(markup, phase, current);
      toolbar.setLayout(layout, current.strings);
      problem.hidden = true;
    } catch (error) {
      if (mine !== generation) return;
      const reason = error instanceof Error ? error.message : String(error);
      problem.textContent = fill(current.strings.diagramFailed, { reason });
      problem.hidden = false;
      options.send({ type: 'problem', text: `diagram of phase ${phase.id}: ${reason}`.slice(0, 4000) });
    } finally {
      if (mine === generation) {
        busy.hidden = true;
        element.setAttribute('aria-busy', 'false');
      }
    }
  }

  function put(markup: string, phase: PanelPhase, current: PanelModel): void {
    const other = shown?.id !== phase.id;
    const focused = document.activeElement instanceof SVGElement ? document.activeElement.dataset['node'] : undefined;
    const changed = other || drawnText !== markup;
    const next = changed || drawing === undefined ? readDrawing(markup, phase) : drawing;
    drawing = next;
    makeFocusable(next, phase.nodes, current.strings);
    drawnText = markup;
    shown = phase;
    if (focused !== undefined && !other && !changed) focusNode(next, focused);
    if (!changed) return;
    const anchored = popover.anchor instanceof SVGElement ? popover.anchor.dataset['node'] : undefined;
    const successor = anchored === undefined || other ? undefined : next.nodes.get(anchored);
    layer.replaceChildren(next.svg);
    viewport.show(next, options.ui().views[phase.id] ?? null);
    tooltip.hide();
    if (successor === undefined) popover.hide();
    else popover.follow(successor);
    if (focused !== undefined) focusNode(next, focused);
    element.dataset['phase'] = phase.id;
    options.announce(fill(current.strings.diagramUpdated, { phase: phase.title, total: phase.total.text ?? current.strings.noCost }));
    if (pendingReveal !== null) revealNow(pendingReveal);
  }

  function revealNow(id: string): void {
    const target = drawing?.nodes.get(id);
    if (target === undefined || drawing === undefined) return;
    pendingReveal = null;
    viewport.reveal(target);
    focusNode(drawing, id);
  }

  function nodeAt(target: EventTarget | null): PanelNode | undefined {
    const owner = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
    const id = owner?.dataset['node'];
    return id === undefined ? undefined : shown?.nodes.find((node) => node.id === id);
  }

  function explain(node: PanelNode): void {
    const anchor = drawing?.nodes.get(node.id);
    if (anchor === undefined || shown === undefined || model === undefined || popover.anchor !== null) return;
    const [first, second] = node.evidence;
    const { strings } = model;
    const hint = first === undefined ? null : second === undefined ? fill(strings.openLine, { line: first.label }) : fill(strings.openOneOf, { count: node.evidence.length });
    tooltip.show(anchor, nodeCard(node, shown, strings), hint !== null && h('p', { class: 'hint' }, hint));
    emphasize(node.id);
  }

  function unexplain(): void {
    tooltip.hide();
    emphasize(null);
  }

  /** Lets what is not connected to a node step back. */
  function emphasize(id: string | null): void {
    if (drawing === undefined) return;
    const near = new Set<string>(id === null ? [] : [id]);
    layer.classList.toggle('emphasis', id !== null);
    for (const edge of drawing.edges) {
      const touches = id !== null && (edge.from === id || edge.to === id);
      if (touches) near.add(edge.from).add(edge.to);
      for (const part of edge.parts) part.classList.toggle('near', touches);
    }
    for (const [nodeId, part] of drawing.nodes) part.classList.toggle('near', near.has(nodeId));
  }

  /** One line: open it. Several: choose. None: say why the node is there. */
  function activate(node: PanelNode): void {
    const anchor = drawing?.nodes.get(node.id);
    if (anchor === undefined || shown === undefined || model === undefined) return;
    const phase = shown;
    const open = (index: number): void => {
      options.send({ type: 'openEvidence', phase: phase.id, nodeId: node.id, index });
    };
    const [first, second] = node.evidence;
    if (first !== undefined && second === undefined) {
      open(first.index);
      return;
    }
    clearTimeout(timer);
    unexplain();
    popover.setLabel(node.label);
    popover.show(
      anchor,
      nodeCard(node, phase, model.strings),
      first === undefined ? h('p', { class: 'muted' }, model.strings.noEvidence) : evidenceList(node, model.strings, open),
    );
  }

  function runTool(tool: ToolName): void {
    if (model === undefined || shown === undefined) return;
    switch (tool) {
      case 'zoomIn':
        return viewport.zoomBy(1.25);
      case 'zoomOut':
        return viewport.zoomBy(0.8);
      case 'zoomReset':
        return viewport.zoomTo(1);
      case 'fit':
        return viewport.fit();
      case 'layout':
        options.saveLayout(layoutOf(shown) === 'elk' ? 'dagre' : 'elk');
        void draw();
        return;
      case 'copyMermaid':
        return options.send({ type: 'copyMermaid', phase: shown.id });
      case 'saveSvg':
        if (drawing !== undefined) options.send({ type: 'saveSvg', phase: shown.id, svg: exportSvg(drawing, hex(palette.background)) });
        return;
    }
  }

  layer.addEventListener('click', (event) => {
    const node = nodeAt(event.target);
    if (node !== undefined) activate(node);
  });
  layer.addEventListener('pointerover', (event) => {
    const node = nodeAt(event.target);
    clearTimeout(timer);
    if (node === undefined) timer = setTimeout(unexplain, tooltipGrace);
    else timer = setTimeout(() => { explain(node); }, tooltip.anchor === null ? tooltipDelay : 60);
  });
  frame.addEventListener('pointerleave', () => {
    clearTimeout(timer);
    timer = setTimeout(unexplain, tooltipGrace);
  });
  tooltip.element.addEventListener('pointerenter', () => { clearTimeout(timer); });
  tooltip.element.addEventListener('pointerleave', unexplain);
  layer.addEventListener('focusin', (event) => {
    const node = nodeAt(event.target);
    if (node === undefined || !(event.target instanceof Element) || !event.target.matches(':focus-visible')) return;
    viewport.reveal(event.target);
    explain(node);
  });
  layer.addEventListener('focusout', unexplain);
  frame.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const node = nodeAt(event.target);
    if (!handleKey(event.key, node)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  function handleKey(key: string, node: PanelNode | undefined): boolean {
    if (key === '+' || key === '=') viewport.zoomBy(1.25);
    else if (key === '-' || key === '_') viewport.zoomBy(0.8);
    else if (key === '0') viewport.fit();
    else if (key === '1') viewport.zoomTo(1);
    else if (node === undefined && isArrow(key)) viewport.panBy(...panStep(key));
    else if (node !== undefined && (key === 'Enter' || key === ' ')) activate(node);
    else if (node !== undefined && isArrow(key) && drawing !== undefined) {
      const next = neighbour(drawing, node.id, key);
      if (next !== null) focusNode(drawing, next);
    } else if (node !== undefined && key === 'Escape') {
      if (tooltip.anchor === null) frame.focus();
      else unexplain();
    } else return false;
    return true;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && tooltip.anchor !== null) unexplain();
  });
  window.addEventListener('scroll', () => { tooltip.follow(); popover.follow(); }, { passive: true, capture: true });

  onPaletteChange((next) => {
    palette = next;
    void draw();
  });

  return {
    element,
    show(nextModel, phase) {
      const language = model?.language;
      model = nextModel;
      wanted = phase;
      const { strings } = nextModel;
      if (language !== nextModel.language) toolbar.setStrings(strings);
      renderLegend(legend, phase, strings);
      help.textContent = strings.diagramHelp;
      busy.textContent = strings.diagramLoading;
      frame.setAttribute('aria-label', fill(strings.diagram, { phase: phase.title }));
      element.setAttribute('aria-busy', 'true');
      void draw();
    },
    reveal(nodeId) {
      pendingReveal = nodeId;
      if (shown !== undefined && shown === wanted) revealNow(nodeId);
    },
  };
}
