import { serviceName } from '../core/catalog/names';
import { phaseInfo } from '../core/catalog/phases';
import type { GeneratedFolder } from '../core/infra';
import type { Language } from '../core/l10n/localized';
import { localize, localizeMessage } from '../core/l10n/localized';
import type { PhaseId } from '../core/model';
import { commandStrings } from './commandStrings';
import { escapeMarkdown } from './markdown';

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
