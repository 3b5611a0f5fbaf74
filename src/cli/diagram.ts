import { renderMermaid } from '../core/architecture/mermaid';
import { phaseIds } from '../core/model';
import { analyseFolder, analysisOptionNames } from './analyse';
import { choice, parseArguments } from './arguments';
import type { CommandIo } from './io';

/** `skylift diagram`: one phase as Mermaid or SVG. */
export async function runDiagram(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args, ['phase', 'format', 'theme', 'lang', ...analysisOptionNames]);
  const phaseId = choice(parsed, 'phase', phaseIds, 'today');
  const format = choice(parsed, 'format', ['mermaid', 'svg'], 'mermaid');
  const theme = choice(parsed, 'theme', ['light', 'dark'], 'light');
  const { analysis } = await analyseFolder(parsed, io.language);
  const phase = analysis.phases.find((candidate) => candidate.id === phaseId);
  if (phase === undefined) throw new Error(`the analysis has no phase ${phaseId}`);
  if (format === 'mermaid') {
    io.stdout(`${renderMermaid(phase.architecture, { language: io.language, estimate: phase.estimate, costs: true, icons: false }).trimEnd()}\n`);
    return 0;
  }
  const { renderSvg } = await import('../core/architecture/svg');
  io.stdout(await renderSvg(phase.architecture, { language: io.language, estimate: phase.estimate, theme }));
  return 0;
}
