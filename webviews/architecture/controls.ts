import type { PanelControl, PanelModel } from '../../src/protocol/panelModel';
import { h, replaceContent, whenChanged } from './dom';

export interface Controls {
  readonly element: HTMLElement;
  show(model: PanelModel): void;
}

/** The what-if questions. The extension answers with another snapshot; until then the choice stands and the page says it is busy. */
export function createControls(choose: (name: string, value: string) => void): Controls {
  const element = h('div', { class: 'controls', role: 'group' });

  function control({ id, label, value, options }: PanelControl): HTMLElement {
    const select = h('select', { id: `control-${id}`, 'data-key': `control ${id}` });
    for (const option of options) {
      select.append(h('option', { value: option.value, selected: option.value === value }, option.label));
    }
    select.addEventListener('change', () => { choose(id, select.value); });
    return h('label', { class: 'control', for: select.id }, h('span', { class: 'control-label muted' }, label), select);
  }

  const changed = whenChanged();

  return {
    element,
    show(model) {
      element.setAttribute('aria-label', model.strings.controls);
      changed(model.controls, () => { replaceContent(element, ...model.controls.map(control)); });
      // The extension may have refused a choice: what it says is what holds.
      for (const { id, value } of model.controls) {
        const select = element.querySelector<HTMLSelectElement>(`#${CSS.escape(`control-${id}`)}`);
        if (select !== null) select.value = value;
      }
    },
  };
}
