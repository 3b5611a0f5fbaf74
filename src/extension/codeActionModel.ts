import { serviceName } from '../core/catalog/names';
import type { Language } from '../core/l10n/localized';
import { localize, localizeMessage } from '../core/l10n/localized';
import type { Dialect } from '../core/infra/snippet';
import type { Finding, NeedId, TextEdit } from '../core/model';
import { codeActionStrings } from './codeActionStrings';
import { dialectInfos } from './dialects';
import type { Lines } from './diagnosticModel';
import type { LineRange } from './lines';
import type { SuppressingComment } from './suppressComment';
import { suppressingComment } from './suppressComment';

/** An entry of the light bulb as plain data. */
export type ActionModel = { readonly title: string; readonly finding: Finding } & (
  | { readonly kind: 'edit'; readonly edits: readonly TextEdit[]; readonly preferred: boolean }
  | { readonly kind: 'infra'; readonly need: NeedId; readonly service: string }
  | { readonly kind: 'command'; readonly command: string; readonly arguments: readonly string[] }
  | { readonly kind: 'explain' }
  | { readonly kind: 'disable'; readonly line: number; readonly comment: SuppressingComment }
  | { readonly kind: 'turn-off' }
);

/** Findings of a document that a selection touches. */
export function findingsIn(findings: readonly Finding[], path: string, selection: LineRange, lines: Lines): readonly Finding[] {
  return findings.filter((finding) => finding.at.path === path && touches(lines.range(finding.at), selection));
}

/** What can be done about a finding: its fixes, the first safe one preferred, then how to learn and how to silence. */
export function actionsFor(finding: Finding, lines: Lines, language: Language, dialect: Dialect): readonly ActionModel[] {
  const preferred = finding.fixes.find((fix) => fix.kind === 'edit' && fix.safe);
  const actions: ActionModel[] = finding.fixes.map((fix): ActionModel => {
    const title = localizeMessage(fix.title, language);
    switch (fix.kind) {
      case 'edit':
        return { kind: 'edit', title, finding, edits: fix.edits, preferred: fix === preferred };
      case 'infra':
        return {
          kind: 'infra',
          title: localize(codeActionStrings.infrastructure, language, { dialect: dialectInfos[dialect].name, service: serviceName(fix.service) }),
          finding,
          need: fix.need,
          service: fix.service,
        };
      case 'command':
        return { kind: 'command', title, finding, command: fix.command, arguments: fix.arguments };
    }
  });
  actions.push({ kind: 'explain', title: localize(codeActionStrings.learn, language, { rule: finding.rule }), finding });
  const { line } = lines.range(finding.at).start;
  const comment = suppressingComment(finding.at.path, finding.rule, lines.of(finding.at.path).lineText(line));
  if (comment === null) {
    actions.push({ kind: 'turn-off', title: localize(codeActionStrings.turnOff, language, { rule: finding.rule }), finding });
  } else {
    actions.push({ kind: 'disable', title: localize(codeActionStrings.disable, language, { rule: finding.rule }), finding, line, comment });
  }
  return actions;
}

/**
 * The safe fixes of a document that can be applied together: those that touch nothing else, each place once.
 * A fix that overlaps an earlier one is left for the next time.
 */
export function fixAllEdits(findings: readonly Finding[], path: string): readonly TextEdit[] {
  const accepted: TextEdit[] = [];
  for (const finding of findings) {
    if (finding.at.path !== path) continue;
    for (const fix of finding.fixes) {
      if (fix.kind !== 'edit' || !fix.safe || fix.edits.some((edit) => edit.path !== path)) continue;
      if (fix.edits.some((edit) => accepted.some((earlier) => overlap(edit, earlier)))) break;
      accepted.push(...fix.edits);
      break;
    }
  }
  return accepted;
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.range.start === b.range.start) return true;
  return a.range.start < b.range.end && b.range.start < a.range.end;
}

function touches(a: LineRange, b: LineRange): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: LineRange['start'], b: LineRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
