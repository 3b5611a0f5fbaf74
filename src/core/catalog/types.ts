import type { Localized } from '../l10n/localized';
import type { NeedId, PhaseId } from '../model';

/** A statement that can age: with the page it was read on and the day it was checked (ISO date). */
export interface Sourced {
  readonly text: Localized;
  readonly source: string;
  readonly checked: string;
}

export type Lifecycle =
  | { readonly status: 'available' }
  | { readonly status: 'closed-to-new-customers' | 'end-of-support' | 'maintenance'; readonly since: string; readonly note: Sourced };

/** An AWS service as the guide explains it. Text is Markdown, short, in plain words. */
export interface CatalogService {
  readonly id: string;
  readonly name: string;
  /** Group heading in lists. */
  readonly category: 'compute' | 'database' | 'cache' | 'messaging' | 'storage' | 'network' | 'edge' | 'security' | 'observability' | 'delivery' | 'media' | 'identity' | 'cost';
  /** Icon id (`media/icons`). */
  readonly icon: string;
  readonly serves: readonly NeedId[];
  /** First phase in which it appears. */
  readonly phase: PhaseId;
  readonly problem: Localized;
  /** The document's three questions. */
  readonly cost: Localized;
  readonly worthIt: Localized;
  readonly notWhen: Localized;
  readonly alternatives: readonly { readonly id: string; readonly when: Localized }[];
  readonly limits: readonly Sourced[];
  readonly highAvailability: Localized;
  readonly scaling: Localized;
  readonly lifecycle: Lifecycle;
  readonly documentation: string;
  readonly pricingPage: string;
}

export interface Concept {
  readonly id: string;
  readonly kind: 'concept' | 'pitfall' | 'use-case';
  readonly title: Localized;
  /** One sentence. */
  readonly summary: Localized;
  /** Markdown. */
  readonly body: Localized;
  readonly services: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly facts: readonly Sourced[];
}
