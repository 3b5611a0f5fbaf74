import type { Analysis } from '../core/analysis';
import { phaseInfo } from '../core/catalog/phases';
import type { Language, Localized } from '../core/l10n/localized';
import { localize } from '../core/l10n/localized';
import { hoursText } from '../core/report/roadmap';
import type { RoadmapStep, RoadmapWeek } from '../core/model';
import { roughDollars } from '../core/l10n/money';
import type { TreeNode } from './treeModel';

const strings = {
  week: { en: 'Weeks {week}: {title}', 'pt-br': 'Semanas {week}: {title}' },
  oneWeek: { en: 'Week {week}: {title}', 'pt-br': 'Semana {week}: {title}' },
  progress: { en: '{done} of {total} · {phase}', 'pt-br': '{done} de {total} · {phase}' },
  changes: { en: '{sign}{amount}/month', 'pt-br': '{sign}{amount}/mês' },
  done: { en: 'done', 'pt-br': 'feito' },
  byHand: { en: 'done, as skylift.yaml says', 'pt-br': 'feito, segundo o skylift.yaml' },
  open: { en: 'to do', 'pt-br': 'a fazer' },
} as const satisfies Record<string, Localized>;

/** Weeks and their steps; what the repository proves done is ticked and opens its proof. */
export function roadmapTree(analysis: Analysis, language: Language): readonly TreeNode[] {
  const next = analysis.roadmap.find((week) => week.steps.some((step) => !step.done));
  return analysis.roadmap.map((week) => weekNode(week, week === next, language));
}

function weekNode(week: RoadmapWeek, isNext: boolean, language: Language): TreeNode {
  const done = week.steps.filter((step) => step.done).length;
  const title = localize(week.week.includes('-') ? strings.week : strings.oneWeek, language, { week: week.week.replace('-', '–'), title: week.title });
  return {
    id: `week:${week.phase}:${week.week}`,
    kind: 'week',
    label: title,
    description: localize(strings.progress, language, { done, total: week.steps.length, phase: phaseInfo(week.phase).title }),
    icon: done === week.steps.length ? 'pass-filled' : 'calendar',
    expanded: isNext,
    children: week.steps.map((step) => stepNode(week, step, language)),
  };
}

function stepNode(week: RoadmapWeek, step: RoadmapStep, language: Language): TreeNode {
  const state = localize(step.byHand ? strings.byHand : step.done ? strings.done : strings.open, language);
  const facts = [
    state,
    hoursText(step, language),
    ...(step.monthlyUsd === null || Math.abs(step.monthlyUsd) < 0.005
      ? []
      : [localize(strings.changes, language, { sign: step.monthlyUsd < 0 ? '−' : '+', amount: roughDollars(Math.abs(step.monthlyUsd), language) })]),
  ];
  const title = localize(step.title, language);
  const location = step.evidence[0]?.at;
  return {
    id: `step:${week.phase}:${week.week}:${step.id}`,
    kind: 'step',
    label: title,
    description: facts.join(' · '),
    tooltip: tooltip(step, language),
    icon: step.done ? 'pass-filled' : 'circle-large-outline',
    ...(step.done ? { color: 'testing.iconPassed' } : {}),
    accessibleLabel: `${title}, ${facts.join(', ')}`,
    expanded: false,
    // What the repository proves cannot be said otherwise by hand.
    ...(step.done && !step.byHand ? {} : { step: { id: step.id, state: step.byHand ? 'ticked' : 'open' } as const }),
    ...(location === undefined ? {} : { location }),
    ...(step.service === null ? {} : { topic: step.service }),
    ...(step.how.snippet === null ? {} : { generates: step.how.snippet.need }),
    children: [],
  };
}

/** Why, how, the commands to adapt, and where to read on. */
function tooltip(step: RoadmapStep, language: Language): string {
  const { text, commands, links } = step.how;
  return [
    localize(step.why, language),
    localize(text, language),
    ...(commands.length === 0 ? [] : [`\`\`\`sh\n${commands.join('\n')}\n\`\`\``]),
    ...(links.length === 0 ? [] : [links.map(({ label, url }) => `[${label}](${url})`).join(' · ')]),
  ].join('\n\n');
}
