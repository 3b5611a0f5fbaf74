import type { Localized } from '../l10n/localized';
import type { PhaseId } from './architecture';
import type { Evidence, NeedId } from './need';

export interface RoadmapStep {
  readonly id: string;
  readonly title: Localized;
  readonly why: Localized;
  readonly need: NeedId | null;
  readonly service: string | null;
  readonly done: boolean;
  /** What proves it done, in the repository. */
  readonly evidence: readonly Evidence[];
}

export interface RoadmapWeek {
  readonly week: string;
  readonly phase: PhaseId;
  readonly title: Localized;
  readonly steps: readonly RoadmapStep[];
}
