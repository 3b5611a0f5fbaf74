import { phaseInfo } from '../core/catalog/phases';
import type { Localized } from '../core/l10n/localized';
import { localize, localizeMessage } from '../core/l10n/localized';
import type { Analysis } from '../core/analysis';
import type { Fix, PhaseId } from '../core/model';
import type { Lines } from './diagnosticModel';
import { escapeMarkdown } from './markdown';
import type { Amount, MoneyStyle } from '../core/l10n/money';
import { dollars, monthlyExact } from '../core/l10n/money';

const strings = {
  heading: {
    en: '**If you change this line** (whole bill, phase *{phase}*):',
    'pt-br': '**Se você mudar esta linha** (conta inteira, fase *{phase}*):',
  },
  change: { en: '{title}: {from} → {to} ({difference})', 'pt-br': '{title}: {from} → {to} ({difference})' },
  same: { en: '{title}: the bill stays the same', 'pt-br': '{title}: a conta continua a mesma' },
  unknown: { en: '{title}: {from} → {to}', 'pt-br': '{title}: {from} → {to}' },
} as const satisfies Record<string, Localized>;

export type EditFix = Extract<Fix, { kind: 'edit' }>;

/** The edits that findings on a line offer: what somebody may do to it. */
export function editsAt(analysis: Analysis, path: string, line: number, lines: Lines): readonly EditFix[] {
  return analysis.findings
    .filter((finding) => finding.at.path === path && lines.range(finding.at).start.line === line)
    .flatMap((finding) => finding.fixes)
    .filter((fix) => fix.kind === 'edit');
}

export interface ChangedBill {
  readonly fix: EditFix;
  readonly after: Amount;
}

/** What each change would do to the bill: from, to, and the difference. */
export function changeText(before: Amount, changes: readonly ChangedBill[], phase: PhaseId, { language }: MoneyStyle): string | null {
  if (changes.length === 0) return null;
  const items = changes.map(({ fix, after }) => {
    const title = escapeMarkdown(localizeMessage(fix.title, language));
    const from = monthlyExact(before, { language, second: null });
    const to = monthlyExact(after, { language, second: null });
    if (before.monthlyUsd === null || after.monthlyUsd === null) return localize(strings.unknown, language, { title, from, to });
    const cents = Math.round((after.monthlyUsd - before.monthlyUsd) * 100);
    if (cents === 0) return localize(strings.same, language, { title });
    const difference = `${cents > 0 ? '+' : '−'}${dollars(Math.abs(cents) / 100, language)}`;
    return localize(strings.change, language, { title, from, to, difference });
  });
  return [localize(strings.heading, language, { phase: phaseInfo(phase).title }), items.map((item) => `- ${item}`).join('\n')].join('\n\n');
}
