import { isNumber, isRecord, isString } from '../../src/protocol/guard';
import { isPhaseId, type PhaseId } from '../../src/protocol/panelModel';

/** Where the reader looks at a drawing. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const layouts = ['elk', 'dagre'] as const;
export type Layout = (typeof layouts)[number];

/** What the reader arranged. VS Code keeps it while the panel is hidden and over restarts; it holds nothing of the repository. */
export interface UiState {
  readonly phase: PhaseId;
  /** Null leaves it to the settings. */
  readonly layout: Layout | null;
  /** Drawings that the reader moved; the others fit the panel. */
  readonly views: Readonly<Partial<Record<PhaseId, View>>>;
  /** Sections by id, where the reader changed what is open. */
  readonly open: Readonly<Record<string, boolean>>;
  readonly compare: readonly [PhaseId, PhaseId] | null;
}

export const initialUiState: UiState = { phase: 'today', layout: null, views: {}, open: {}, compare: null };

/** A state of an older version, or none, gives what can be kept of it. */
export function readUiState(value: unknown): UiState {
  if (!isRecord(value)) return initialUiState;
  const layout = layouts.find((known) => known === value['layout']) ?? null;
  const compare = value['compare'];
  const [from, to] = Array.isArray(compare) ? (compare as readonly unknown[]) : [];
  return {
    phase: isPhaseId(value['phase']) ? value['phase'] : initialUiState.phase,
    layout,
    views: readViews(value['views']),
    open: readOpen(value['open']),
    compare: isPhaseId(from) && isPhaseId(to) ? [from, to] : null,
  };
}

function readViews(value: unknown): UiState['views'] {
  const views: Partial<Record<PhaseId, View>> = {};
  if (!isRecord(value)) return views;
  for (const [phase, view] of Object.entries(value)) {
    if (!isPhaseId(phase) || !isRecord(view)) continue;
    const { scale, x, y } = view;
    if (isNumber(scale) && scale > 0 && isNumber(x) && isNumber(y)) views[phase] = { scale, x, y };
  }
  return views;
}

function readOpen(value: unknown): UiState['open'] {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, boolean] => isString(entry[0]) && typeof entry[1] === 'boolean'));
}
