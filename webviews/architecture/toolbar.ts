import type { PanelStringKey, PanelStrings } from '../../src/protocol/panelStrings';
import { h } from './dom';
import { glyph, type GlyphName } from './pictures';

export type ToolName = 'zoomOut' | 'zoomReset' | 'zoomIn' | 'fit' | 'layout' | 'copyMermaid' | 'saveSvg';

export interface Toolbar {
  readonly element: HTMLElement;
  setStrings(strings: PanelStrings): void;
  setScale(scale: number): void;
  /** `drawn` is the layout on screen; the button offers the other one. */
  setLayout(drawn: 'elk' | 'dagre', strings: PanelStrings): void;
}

const tools: readonly { readonly name: ToolName; readonly glyph: GlyphName | null; readonly label: PanelStringKey }[] = [
  { name: 'zoomOut', glyph: 'zoom-out', label: 'zoomOut' },
  { name: 'zoomReset', glyph: null, label: 'zoomReset' },
  { name: 'zoomIn', glyph: 'zoom-in', label: 'zoomIn' },
  { name: 'fit', glyph: 'fit', label: 'fit' },
  { name: 'layout', glyph: 'curved', label: 'layoutDagre' },
  { name: 'copyMermaid', glyph: 'copy', label: 'copyMermaid' },
  { name: 'saveSvg', glyph: 'save', label: 'saveSvg' },
];

/** The buttons over the drawing: one stop of the Tab order, arrow keys inside, as a toolbar is expected to work. */
export function createToolbar(run: (tool: ToolName) => void): Toolbar {
  const element = h('div', { class: 'toolbar', role: 'toolbar' });
  const buttons = new Map<ToolName, HTMLButtonElement>();
  for (const tool of tools) {
    const button = h('button', { type: 'button', class: 'icon-button', tabindex: buttons.size === 0 ? 0 : -1, 'data-tool': tool.name });
    if (tool.glyph !== null) button.append(glyph(tool.glyph));
    button.addEventListener('click', () => { run(tool.name); });
    buttons.set(tool.name, button);
    element.append(button);
  }
  element.addEventListener('keydown', (event) => {
    const all = [...buttons.values()];
    const at = all.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    for (const button of all) button.tabIndex = -1;
    const next = all[(to + all.length) % all.length];
    if (next === undefined) return;
    next.tabIndex = 0;
    next.focus();
  });

  let percent = '100%';
  let actualSize = '';

  function label(name: ToolName, text: string, spoken = text): void {
    const button = buttons.get(name);
    if (button === undefined) return;
    button.title = text;
    button.setAttribute('aria-label', spoken);
  }

  /** The button shows the scale, so that its name begins with it. */
  function labelScale(): void {
    label('zoomReset', actualSize, `${percent}, ${actualSize}`);
  }

  return {
    element,
    setStrings(strings) {
      element.setAttribute('aria-label', strings.toolbar);
      for (const tool of tools) if (tool.name !== 'layout') label(tool.name, strings[tool.label]);
      actualSize = strings.zoomReset;
      labelScale();
    },
    setScale(scale) {
      percent = `${Math.round(scale * 100)}%`;
      const button = buttons.get('zoomReset');
      if (button !== undefined) button.textContent = percent;
      labelScale();
    },
    setLayout(drawn, strings) {
      label('layout', drawn === 'elk' ? strings.layoutDagre : strings.layoutElk);
      buttons.get('layout')?.replaceChildren(glyph(drawn === 'elk' ? 'curved' : 'straight'));
    },
  };
}
