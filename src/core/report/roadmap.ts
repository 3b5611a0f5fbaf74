import { formatMoney, formatRange, localize, type Language, type Localized } from '../l10n/localized';
import type { RoadmapStep } from '../model';
import type { ReportContext } from './context';
import { cell } from './escape';

const words = {
  roadmap: { en: 'Roadmap', 'pt-br': 'Roteiro' },
  week: { en: 'Week {week}: {title}', 'pt-br': 'Semana {week}: {title}' },
  changes: { en: '{sign}{amount}/month', 'pt-br': '{sign}{amount}/mês' },
  free: { en: 'no change of the bill', 'pt-br': 'sem mudar a conta' },
  byHand: { en: 'as {file} says', 'pt-br': 'segundo o {file}' },
  proved: { en: 'proved by {places}', 'pt-br': 'comprovado por {places}' },
} as const satisfies Record<string, Localized>;

/** Weeks and steps for a terminal: what is done and by what, what the others take and add to the bill. */
export function roadmapText(context: ReportContext): string {
  const { analysis, language } = context;
  return analysis.roadmap
    .map((week) => {
      const steps = week.steps.map((step) => `  [${step.done ? 'x' : ' '}] ${localize(step.title, language)}  (${factsOf(step, context).join(', ')})`);
      return [localize(words.week, language, { week: week.week, title: week.title }), ...steps, ''].join('\n');
    })
    .join('');
}

/** The same for a wiki, with why and how. */
export function roadmapMarkdown(context: ReportContext): string {
  const { analysis, language } = context;
  const weeks = analysis.roadmap.map((week) =>
    [`### ${localize(words.week, language, { week: week.week, title: week.title })}`, week.steps.map((step) => stepMarkdown(step, context)).join('\n')].join('\n\n'),
  );
  return [`## ${localize(words.roadmap, language)}`, ...weeks].join('\n\n');
}

function stepMarkdown(step: RoadmapStep, context: ReportContext): string {
  const { language } = context;
  const head = `- [${step.done ? 'x' : ' '}] **${cell(localize(step.title, language))}** (${factsOf(step, context).map(cell).join(', ')}): ${cell(localize(step.why, language))}`;
  if (step.done) return head;
  const { text, commands, links } = step.how;
  const parts = [head, `  ${cell(localize(text, language))}`];
  if (commands.length > 0) parts.push(['  ```sh', ...commands.map((command) => `  ${command}`), '  ```'].join('\n'));
  if (links.length > 0) parts.push(`  ${links.map(({ label, url }) => `[${cell(label)}](${url})`).join(' · ')}`);
  return parts.join('\n\n');
}

function factsOf(step: RoadmapStep, { analysis, language, positions }: ReportContext): readonly string[] {
  if (step.byHand) return [localize(words.byHand, language, { file: analysis.settingsFile ?? '' })];
  if (step.done) return [localize(words.proved, language, { places: step.evidence.slice(0, 2).map(({ at }) => positions.label(at)).join(', ') })];
  return [hoursText(step, language), ...(step.monthlyUsd === null ? [] : [change(step.monthlyUsd, language)])];
}

/** What rounds to nothing is nothing. */
function change(usd: number, language: Language): string {
  if (Math.abs(usd) < 0.005) return localize(words.free, language);
  return localize(words.changes, language, { sign: usd < 0 ? '−' : '+', amount: formatMoney(Math.abs(usd), language) });
}

/** Working hours, from and to: the sign of the unit reads the same in both languages. */
export function hoursText({ hours }: Pick<RoadmapStep, 'hours'>, language: Language): string {
  return `${formatRange(hours, language)} h`;
}
