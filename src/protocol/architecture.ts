/**
 * What the extension and the architecture panel say to each other. Snapshots are whole and numbered; the panel names things by id
 * and never sends a path: what it may open is what the extension sent it.
 */
import type { PhaseId } from '../core/model';
import { isIndex, isRecord, isString } from './guard';
import { isPanelModel, isPhaseId, type PanelModel } from './panelModel';

export type ToArchitecture =
  /** Replaces everything on screen. A snapshot with a lower `sequence` than one already seen is stale. */
  | { readonly type: 'state'; readonly sequence: number; readonly model: PanelModel }
  /** Brings a phase, and a node of it, into view. */
  | { readonly type: 'reveal'; readonly phase: PhaseId; readonly nodeId: string | null }
  /** The analysis failed: the last snapshot stays, `text` stands beside it until the next one. */
  | { readonly type: 'failed'; readonly text: string }
  /** A short confirmation ("copied"). */
  | { readonly type: 'notice'; readonly text: string };

export type FromArchitecture =
  /** The page listens; the extension answers with a snapshot. */
  | { readonly type: 'ready' }
  | { readonly type: 'openEvidence'; readonly phase: PhaseId; readonly nodeId: string; readonly index: number }
  /** `name` and `value` are those of a `PanelControl` and one of its options. */
  | { readonly type: 'setOption'; readonly name: string; readonly value: string }
  | { readonly type: 'copyMermaid'; readonly phase: PhaseId }
  | { readonly type: 'saveSvg'; readonly phase: PhaseId; readonly svg: string }
  /** For the log: something failed inside the page. */
  | { readonly type: 'problem'; readonly text: string };

/** A drawing of 200 nodes with icons takes about 1 MB. */
export const maximumSvgLength = 16 * 1024 * 1024;
const maximumProblemLength = 4096;

export function isToArchitecture(value: unknown): value is ToArchitecture {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'state':
      return isIndex(value['sequence']) && isPanelModel(value['model']);
    case 'reveal':
      return isPhaseId(value['phase']) && (value['nodeId'] === null || isString(value['nodeId']));
    case 'failed':
    case 'notice':
      return isString(value['text']);
    default:
      return false;
  }
}

export function isFromArchitecture(value: unknown): value is FromArchitecture {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'ready':
      return true;
    case 'openEvidence':
      return isPhaseId(value['phase']) && isString(value['nodeId']) && isIndex(value['index']);
    case 'setOption':
      return isString(value['name']) && isString(value['value']);
    case 'copyMermaid':
      return isPhaseId(value['phase']);
    case 'saveSvg':
      return isPhaseId(value['phase']) && isString(value['svg']) && value['svg'].length <= maximumSvgLength && value['svg'].startsWith('<svg');
    case 'problem':
      return isString(value['text']) && value['text'].length <= maximumProblemLength;
    default:
      return false;
  }
}
