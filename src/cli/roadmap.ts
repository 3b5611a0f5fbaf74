import { localize, type Localized } from '../core/l10n/localized';
import { createReportContext } from '../core/report/context';
import { contractReport } from '../core/report/contract';
import { analyseFolder, analysisOptionNames } from './analyse';
import { choice, parseArguments } from './arguments';
import type { CommandIo } from './io';
import { version } from './version';
import { roadmapSection } from '../core/report/markdown';

const words = { week: { en: 'Week {week}: {title}', 'pt-br': 'Semana {week}: {title}' } } as const satisfies Record<string, Localized>;

/** `skylift roadmap`: the weeks and steps of this repository. */
export async function runRoadmap(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args, ['format', 'lang', ...analysisOptionNames]);
  const format = choice(parsed, 'format', ['text', 'markdown', 'json'], 'text');
  const { analysis, textOf } = await analyseFolder(parsed);
  const context = createReportContext({ analysis, language: io.language, version, textOf });
  if (format === 'json') io.stdout(`${JSON.stringify(contractReport(context)['roadmap'], null, 2)}\n`);
  else if (format === 'markdown') io.stdout(`${roadmapSection(context)}\n`);
  else {
    for (const week of analysis.roadmap) {
      io.stdout(`${localize(words.week, io.language, { week: week.week, title: week.title })}\n`);
      for (const step of week.steps) io.stdout(`  [${step.done ? 'x' : ' '}] ${localize(step.title, io.language)}\n`);
    }
  }
  return 0;
}
