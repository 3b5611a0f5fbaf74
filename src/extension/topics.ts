import { conceptIds, pitfallIds, serviceIds, useCaseIds } from '../core/catalog/ids';
import { serviceName } from '../core/catalog/names';
import { needInfo } from '../core/catalog/needs';
import type { Language, Localized } from '../core/l10n/localized';
import { localize } from '../core/l10n/localized';
import { needIds } from '../core/model';
import { capitalized } from './treeModel';

/** Something that can be explained, as it stands in a list. */
export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly group: 'needs' | 'services' | 'concepts' | 'rules';
}

export interface TopicSources {
  readonly rules: readonly { readonly id: string; readonly title: Localized }[];
  conceptTitle(id: string): Localized | undefined;
}

/** Everything that `skylift.explain` knows, in the order of a journey: the problem, the service, the idea, the rule. */
export function allTopics(sources: TopicSources, language: Language): readonly Topic[] {
  const byLabel = (a: Topic, b: Topic): number => a.label.localeCompare(b.label, language === 'pt-br' ? 'pt-BR' : 'en');
  const needs = needIds.map((id): Topic => ({ id, label: capitalized(localize(needInfo(id).title, language)), group: 'needs' }));
  const services = serviceIds.map((id): Topic => ({ id, label: localize(serviceName(id), language), group: 'services' }));
  // Some ids name a service and the idea behind it: their page is one.
  const known = new Set<string>(serviceIds);
  const ideas = [...conceptIds, ...pitfallIds, ...useCaseIds].filter((id) => !known.has(id));
  const concepts = ideas.map((id): Topic => {
    const title = sources.conceptTitle(id);
    return { id, label: title === undefined ? id : localize(title, language), group: 'concepts' };
  });
  const rules = sources.rules.map(({ id, title }): Topic => ({ id, label: localize(title, language), group: 'rules' }));
  return [...needs, ...services.sort(byLabel), ...concepts.sort(byLabel), ...rules.sort(byLabel)];
}
