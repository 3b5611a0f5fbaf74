import type { Analysis } from '../core/analysis';
import { serviceName } from '../core/catalog/names';
import { phaseInfo } from '../core/catalog/phases';
import type { GeneratedFolder, SnippetInput } from '../core/infra';
import type { Language } from '../core/l10n/localized';
import { localize, localizeMessage } from '../core/l10n/localized';
import type { Application, Decision, PhaseId } from '../core/model';
import { commandStrings } from './commandStrings';
import { escapeMarkdown } from './markdown';
import { phaseOf } from './needCost';

export type Shared = Pick<SnippetInput, 'dialect' | 'region'> & { readonly phase: PhaseId; readonly language: Language };

/** What to generate for one decision of a phase, or null where the repository has no such need or application. */
export function snippetInput(analysis: Analysis, decision: Pick<Decision, 'application' | 'need' | 'service'>, shared: Shared): SnippetInput | null {
  const application = analysis.applications.find(({ root }) => root === decision.application);
  const need = analysis.needs.find(({ id, application: root }) => id === decision.need && root === decision.application);
  if (application === undefined) return null;
  return { ...shared, service: decision.service, need: decision.need, application, technology: need?.technology ?? '' };
}

/** What to generate for a phase, by application. */
export function phaseInputs(analysis: Analysis, shared: Shared): readonly { readonly application: Application; readonly inputs: readonly SnippetInput[] }[] {
  const decisions = phaseOf(analysis, shared.phase)?.architecture.decisions ?? [];
  return analysis.applications.map((application) => ({
    application,
    inputs: decisions
      .filter((decision) => decision.application === application.root)
      .map((decision) => snippetInput(analysis, decision, shared))
      .filter((input) => input !== null),
  }));
}

/** What was written, what remains to be done, and what has no template, as Markdown. */
export function writtenText(paths: readonly string[], folders: readonly GeneratedFolder[], phase: PhaseId, language: Language): string {
  const notes = new Set(folders.flatMap((folder) => folder.notes.map((note) => localizeMessage(note, language))));
  const missing = new Set(folders.flatMap((folder) => folder.missing.map(({ service }) => localize(serviceName(service), language))));
  const section = (title: keyof typeof commandStrings, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`## ${localize(commandStrings[title], language)}`, items.map((item) => `- ${item}`).join('\n')];
  return [
    `# ${localize(commandStrings.writtenTitle, language, { phase: phaseInfo(phase).title })}`,
    ...section('writtenFiles', paths.map((path) => `\`${path}\``)),
    ...section('writtenNotes', [...notes]),
    ...section('writtenMissing', [...missing].map(escapeMarkdown)),
    '',
  ].join('\n\n');
}
