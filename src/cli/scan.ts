import { severities, type Finding } from '../core/model';
import { createReportContext } from '../core/report/context';
import { contractReport } from '../core/report/contract';
import { markdownReport } from '../core/report/markdown';
import { sarifReport } from '../core/report/sarif';
import { textReport } from '../core/report/text';
import { analyseFolder, analysisOptionNames } from './analyse';
import { choice, parseArguments } from './arguments';
import { currencyFrom, currencyOptionName } from './currency';
import type { CommandIo } from './io';
import { version } from './version';

/** `skylift scan`: exit 1 when a finding is at or above `--fail-on`. */
export async function runScan(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args, ['format', 'fail-on', 'lang', currencyOptionName, ...analysisOptionNames]);
  const format = choice(parsed, 'format', ['text', 'json', 'sarif', 'markdown'], 'text');
  const failOn = choice(parsed, 'fail-on', [...severities, 'never'], 'error');
  const second = currencyFrom(parsed);
  const { analysis, textOf } = await analyseFolder(parsed, io.language);
  const context = createReportContext({ analysis, language: io.language, version, second, textOf });
  switch (format) {
    case 'json':
      io.stdout(`${JSON.stringify(contractReport(context), null, 2)}\n`);
      break;
    case 'sarif':
      io.stdout(`${JSON.stringify(sarifReport(context), null, 2)}\n`);
      break;
    case 'markdown':
      io.stdout(markdownReport(context));
      break;
    default:
      io.stdout(textReport(context));
  }
  return failOn !== 'never' && analysis.findings.some((finding) => isAtLeast(finding, failOn)) ? 1 : 0;
}

function isAtLeast(finding: Finding, level: (typeof severities)[number]): boolean {
  return severities.indexOf(finding.severity) <= severities.indexOf(level);
}
