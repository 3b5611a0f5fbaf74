import type { Localized } from '../l10n/localized';
import type { PhaseId } from './architecture';
import type { Evidence, NeedId } from './need';

export interface RoadmapLink {
  readonly label: string;
  readonly url: string;
}

/** How a step is done: a sentence, the commands of this stack, pages of official documentation. */
export interface RoadmapGuide {
  readonly text: Localized;
  /** Shell commands, ready to be read and adapted; never run by Skylift. */
  readonly commands: readonly string[];
  readonly links: readonly RoadmapLink[];
  /** Infrastructure code that Skylift can generate for the step. */
  readonly snippet: { readonly need: NeedId; readonly service: string } | null;
}

export interface RoadmapStep {
  readonly id: string;
  readonly title: Localized;
  readonly why: Localized;
  readonly need: NeedId | null;
  readonly service: string | null;
  /** Phase whose architecture holds the service. */
  readonly phase: PhaseId;
  readonly done: boolean;
  /** Whether `done` was said by hand (`skylift.yaml`) and not proved by the repository. */
  readonly byHand: boolean;
  /** What proves it done, in the repository. */
  readonly evidence: readonly Evidence[];
  readonly how: RoadmapGuide;
  /** Working hours for somebody who learns on the way, from and to. */
  readonly hours: readonly [number, number];
  /** How the step changes the month's bill, less than 0 where it saves; null where no estimate says it. */
  readonly monthlyUsd: number | null;
  /** Roots of the applications that the step concerns. */
  readonly applications: readonly string[];
}

export interface RoadmapWeek {
  readonly week: string;
  readonly phase: PhaseId;
  readonly title: Localized;
  readonly steps: readonly RoadmapStep[];
}
