import type { Parsed, ParseProblem } from './node';
import { restOfLine } from './positions';
import { problem } from './problems';
import type { ProcfileEntry } from './registry';

const linePattern = /^([ \t]*)([A-Za-z0-9_-]+)([ \t]*:[ \t]*)/;

/** `name: command` lines, as foreman and Heroku read them. */
export function parseProcfile(text: string): Parsed<readonly ProcfileEntry[]> {
  const entries: ProcfileEntry[] = [];
  const problems: ParseProblem[] = [];
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (offset < text.length) {
    const line = restOfLine(text, offset);
    const source = text.slice(line.start, line.end);
    offset = line.end + 1;
    const content = source.trim();
    if (content === '' || content.startsWith('#')) continue;
    const match = linePattern.exec(source);
    const [head = '', indent = '', process = '', colon = ''] = match ?? [];
    const command = source.slice(head.length).trimEnd();
    if (match === null || command === '') {
      problems.push(problem('noCommand', line));
      continue;
    }
    const start = line.start + indent.length;
    const commandStart = start + process.length + colon.length;
    entries.push({
      process,
      processRange: { start, end: start + process.length },
      command,
      commandRange: { start: commandStart, end: commandStart + command.length },
    });
  }
  return { value: entries, problems };
}
