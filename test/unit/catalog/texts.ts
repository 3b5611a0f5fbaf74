import { catalogServices, concepts, type Sourced } from '../../../src/core/catalog';
import { conceptIds, pitfallIds, serviceIds, useCaseIds } from '../../../src/core/catalog/ids';
import { serviceName } from '../../../src/core/catalog/names';
import { needInfo } from '../../../src/core/catalog/needs';
import { phaseInfo } from '../../../src/core/catalog/phases';
import type { Localized } from '../../../src/core/l10n/localized';
import { needIds, phaseIds } from '../../../src/core/model';

/** A text of the catalog with the place where it stands, for messages that name it. */
export interface PlacedText {
  readonly at: string;
  readonly text: Localized;
}

export interface PlacedFact {
  readonly at: string;
  readonly fact: Sourced;
}

export interface PlacedUrl {
  readonly at: string;
  readonly url: string;
}

export const entryIds: readonly string[] = [...serviceIds, ...conceptIds, ...pitfallIds, ...useCaseIds, ...needIds, ...phaseIds];

export const facts: readonly PlacedFact[] = [
  ...catalogServices.flatMap((service) => [
    ...service.limits.map((fact, index) => ({ at: `${service.id}.limits[${index}]`, fact })),
    ...service.outdated.map((fact, index) => ({ at: `${service.id}.outdated[${index}]`, fact })),
    ...(service.lifecycle.status === 'available' ? [] : [{ at: `${service.id}.lifecycle`, fact: service.lifecycle.note }]),
  ]),
  ...concepts.flatMap((entry) => entry.facts.map((fact, index) => ({ at: `${entry.id}.facts[${index}]`, fact }))),
];

export const urls: readonly PlacedUrl[] = [
  ...catalogServices.flatMap((service) => [
    { at: `${service.id}.documentation`, url: service.documentation },
    { at: `${service.id}.pricingPage`, url: service.pricingPage },
  ]),
  ...concepts.flatMap((entry) => entry.links.map((link) => ({ at: `${entry.id}.links`, url: link.url }))),
  ...facts.map(({ at, fact }) => ({ at, url: fact.source })),
];

/** Names of products and of services: the same words may stand in both languages. */
export const nameTexts: readonly PlacedText[] = serviceIds.map((id) => ({ at: `${id}.name`, text: serviceName(id) }));

/** Sentences: what has to be written twice. */
export const proseTexts: readonly PlacedText[] = [
  ...catalogServices.flatMap((service) => [
    ...(['problem', 'cost', 'worthIt', 'notWhen', 'highAvailability', 'scaling'] as const).map((field) => ({
      at: `${service.id}.${field}`,
      text: service[field],
    })),
    ...service.alternatives.map((other) => ({ at: `${service.id}.alternatives.${other.id}`, text: other.when })),
  ]),
  ...concepts.flatMap((entry) => [
    { at: `${entry.id}.summary`, text: entry.summary },
    { at: `${entry.id}.body`, text: entry.body },
  ]),
  ...needIds.map((id) => ({ at: `${id}.problem`, text: needInfo(id).problem })),
  ...phaseIds.flatMap((id) => [
    { at: `${id}.goal`, text: phaseInfo(id).goal },
    { at: `${id}.learn`, text: phaseInfo(id).learn },
  ]),
  ...facts.map(({ at, fact }) => ({ at, text: fact.text })),
];

/** Titles and labels: short, and now and then the same in both languages. */
export const titleTexts: readonly PlacedText[] = [
  ...concepts.flatMap((entry) => [
    { at: `${entry.id}.title`, text: entry.title },
    ...entry.links.map((link) => ({ at: `${entry.id}.links`, text: link.label })),
  ]),
  ...needIds.map((id) => ({ at: `${id}.title`, text: needInfo(id).title })),
  ...phaseIds.flatMap((id) => [
    { at: `${id}.title`, text: phaseInfo(id).title },
    { at: `${id}.duration`, text: phaseInfo(id).duration },
  ]),
];

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
