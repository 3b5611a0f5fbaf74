import type { PanelModel, PanelPhase, PanelTotal, PhaseId } from '../../src/protocol/panelModel';
import { fill, h } from './dom';
import { signedDollars } from './money';

/** A what-if question that was asked, and the totals that stood then. */
interface Asked {
  readonly control: string;
  readonly value: string;
  /** `Multi-AZ: In two zones`. */
  readonly what: string;
  readonly before: Totals;
}

type Totals = ReadonlyMap<PhaseId, PanelTotal>;

export interface Changes {
  /** A choice was made; the totals on screen are those before it. */
  ask(model: PanelModel, control: string, value: string): void;
  /** A snapshot arrived. True where it is the answer to what was asked. */
  receive(model: PanelModel): boolean;
  /** What the last choice did to the bill of a phase; null where something else has changed it since. */
  textOf(model: PanelModel, phase: PanelPhase): ChangeText | null;
}

export interface ChangeText {
  readonly text: string;
  /** `+$23.36`; null where nothing changed or a price is unknown. */
  readonly difference: string | null;
}

/** Remembers what a what-if changed, from → to, until the next one or until the totals move by themselves. */
export function createChanges(): Changes {
  let asked: Asked | undefined;
  let answered: (Asked & { readonly after: Totals }) | undefined;

  return {
    ask(model, control, value) {
      answered = undefined;
      const found = model.controls.find(({ id }) => id === control);
      const option = found?.options.find((candidate) => candidate.value === value);
      // Another folder is another bill, not a change of this one.
      asked = found === undefined || option === undefined || control === 'folder' ? undefined : { control, value, what: `${found.label}: ${option.label}`, before: totalsOf(model) };
    },
    receive(model) {
      if (asked === undefined || model.controls.find(({ id }) => id === asked?.control)?.value !== asked.value) return false;
      answered = { ...asked, after: totalsOf(model) };
      asked = undefined;
      return true;
    },
    textOf({ language, strings }, { id, total }) {
      const [from, to] = [answered?.before.get(id), answered?.after.get(id)];
      if (answered === undefined || from === undefined || to === undefined || to.text === null || from.text === null || total.knownUsd !== to.knownUsd || total.usd !== to.usd) return null;
      const values = { what: answered.what, from: from.text, to: to.text };
      if (from.usd === null || to.usd === null) return { text: fill(strings.changedUnknown, values), difference: null };
      if (from.text === to.text) return { text: fill(strings.changedNot, values), difference: null };
      return { text: fill(strings.changed, values), difference: signedDollars(language).format(to.usd - from.usd) };
    },
  };
}

export function renderChange({ text, difference }: ChangeText): Node {
  return h('p', { class: 'change' }, h('span', {}, text), difference !== null && h('strong', {}, difference));
}

function totalsOf({ phases }: PanelModel): Totals {
  return new Map(phases.map(({ id, total }) => [id, total]));
}
