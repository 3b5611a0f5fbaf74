import type { TextRange } from '../model';
import { lineAt } from './lines';

/**
 * `# skylift-disable-next-line db/sqlite-in-production -- one host, replicated by Litestream` or
 * `# skylift-disable-line …` at the end of the line. `//`, `;`, `--` and `<!-- … -->` start a comment as well.
 * Several rules are separated by commas or spaces; what follows `--` is the reason.
 */
export interface Directive {
  readonly rules: readonly { readonly id: string; readonly range: TextRange }[];
  /** From the comment's marker to the end of the list of rules. */
  readonly range: TextRange;
  /** The line that is spoken of, or null when none follows. */
  readonly target: TextRange | null;
}

const marker = 'skylift-disable-';
const directive = /(?:#|\/\/|<!--|;|--)[ \t]*skylift-disable-(next-line|line)\b([^\r\n]*)/g;
const ruleId = /(?<![a-z0-9])[a-z][a-z0-9]*\/[a-z0-9][a-z0-9-]*/g;

export function directivesIn(text: string): readonly Directive[] {
  if (!text.includes(marker)) return [];
  return [...text.matchAll(directive)].map((match) => {
    const start = match.index;
    const where = match[1];
    const rest = match[2] ?? '';
    const listStart = start + match[0].length - rest.length;
    const reasonAt = rest.search(/--/);
    const list = reasonAt < 0 ? rest : rest.slice(0, reasonAt);
    const rules = [...list.matchAll(ruleId)].map((id) => ({
      id: id[0],
      range: { start: listStart + id.index, end: listStart + id.index + id[0].length },
    }));
    const end = rules.at(-1)?.range.end ?? listStart;
    return { rules, range: { start, end }, target: where === 'line' ? lineAt(text, start) : lineAfter(text, start) };
  });
}

/** The next line that is neither blank nor such a comment itself, so that directives can be stacked. */
function lineAfter(text: string, offset: number): TextRange | null {
  let line = lineAt(text, offset);
  for (;;) {
    const next = text.indexOf('\n', line.end) + 1;
    if (next === 0 || next >= text.length) return null;
    line = lineAt(text, next);
    const content = text.slice(line.start, line.end);
    if (content.trim() !== '' && !content.includes(marker)) return line;
  }
}
