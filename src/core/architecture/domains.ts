import type { Evidence } from '../model';

/** A part of an application that could become a function of its own. A suggestion, never a fact. */
export interface Domain {
  readonly application: string;
  /** `appointments`: lower case, words joined by `-`. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
}
