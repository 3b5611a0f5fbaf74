import { localizeMessage, type Language } from '../l10n/localized';
import type { Application } from '../model';
import type { Trait } from './strengths';

/** What one reader is told once, of one application or of several. */
export interface SharedTrait {
  readonly text: string;
  readonly evidence: Trait['evidence'];
  /** Names of the applications that it is true of; empty where the repository has but one, or all have it. */
  readonly applications: readonly string[];
}

/** A repository of many applications has most of its strengths and limits in all of them: each is said once, with their names. */
export function sharedTraits(traits: readonly Trait[], applications: readonly Application[], language: Language): readonly SharedTrait[] {
  const byText = new Map<string, Trait[]>();
  for (const trait of traits) {
    const text = localizeMessage(trait.text, language);
    const known = byText.get(text);
    if (known === undefined) byText.set(text, [trait]);
    else known.push(trait);
  }
  const nameOf = new Map(applications.map(({ root, name }) => [root, name]));
  return [...byText].map(([text, same]) => {
    const roots = new Set(same.map(({ application }) => application));
    const isEverywhere = applications.every(({ root }) => roots.has(root));
    return { text, evidence: same[0]?.evidence ?? [], applications: isEverywhere ? [] : [...roots].map((root) => nameOf.get(root) ?? root) };
  });
}
