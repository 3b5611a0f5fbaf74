import type { Localized } from '../l10n/localized';
import type { NeedId, PhaseId } from '../model';
import type { ServiceId } from './ids';

/** A statement that can age: with the page it was read on and the day that reading was made (ISO date). */
export interface Sourced {
  readonly text: Localized;
  readonly source: string;
  readonly checked: string;
}

export type Lifecycle =
  | { readonly status: 'available' }
  | { readonly status: 'closed-to-new-customers' | 'end-of-support' | 'maintenance'; readonly since: string; readonly note: Sourced };

/** Group heading in lists. */
export const serviceCategories = [
  'compute', 'database', 'cache', 'messaging', 'storage', 'network', 'edge', 'security', 'observability', 'delivery', 'media', 'identity', 'cost',
] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

/** An AWS service as the guide explains it. Text is Markdown, short, in plain words. */
export interface CatalogService {
  readonly id: ServiceId;
  readonly name: Localized;
  readonly category: ServiceCategory;
  /** Icon id (`media/icons`). */
  readonly icon: string;
  readonly serves: readonly NeedId[];
  /** First phase in which it appears. */
  readonly phase: PhaseId;
  /** Three questions: which problem, at what cost (meters, never amounts), worth it against what and from when. */
  readonly problem: Localized;
  readonly cost: Localized;
  readonly worthIt: Localized;
  readonly notWhen: Localized;
  readonly alternatives: readonly { readonly id: ServiceId; readonly when: Localized }[];
  /** Limits that bite: payload, time-out, protocol. */
  readonly limits: readonly Sourced[];
  readonly highAvailability: Localized;
  readonly scaling: Localized;
  readonly lifecycle: Lifecycle;
  /** What older guides still name in this place and Skylift does not offer, with the reason. */
  readonly outdated: readonly Sourced[];
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
  readonly services: readonly ServiceId[];
  readonly links: readonly { readonly label: Localized; readonly url: string }[];
  readonly facts: readonly Sourced[];
}
