import { createReportContext } from '../core/report/context';
import { contractReport } from '../core/report/contract';
import { roadmapMarkdown, roadmapText } from '../core/report/roadmap';
import { analyseFolder, analysisOptionNames } from './analyse';
import { choice, parseArguments } from './arguments';
import type { CommandIo } from './io';
import { version } from './version';

/** `skylift roadmap`: the weeks and steps of this repository. */
export async function runRoadmap(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args, ['format', 'lang', ...analysisOptionNames]);
  const format = choice(parsed, 'format', ['text', 'markdown', 'json'], 'text');
  const { analysis, textOf } = await analyseFolder(parsed, io.language);
  const context = createReportContext({ analysis, language: io.language, version, textOf });
  if (format === 'json') io.stdout(`${JSON.stringify(contractReport(context)['roadmap'], null, 2)}\n`);
  else io.stdout(format === 'markdown' ? `${roadmapMarkdown(context)}\n` : roadmapText(context));
  return 0;
}
