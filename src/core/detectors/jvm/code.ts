import type { Fact, TextRange } from '../../model';
import { everywhere } from '../everywhere';

/** A marker in source code as a fact. */
export function code(path: string, name: string, range: TextRange, text: string | null = null): Fact {
  return { kind: 'code', name, value: text === null ? { kind: 'none' } : { kind: 'literal', text }, at: { path, range }, stage: 'default', origin: 'jvm-code' };
}

/** The first match outside comments and imports. */
export function firstInCode(pattern: RegExp, text: string): TextRange | null {
  const matches = everywhere(pattern);
  for (let match = matches.exec(text), tries = 0; match !== null && tries < 30; match = matches.exec(text), tries += 1) {
    if (match[0] === '') matches.lastIndex += 1;
    else if (!isComment(text, match.index)) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The line's start tells well enough: JVM code is formatted one statement a line. */
function isComment(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  return /^\s*(?:\/\/|\*|\/\*|import\s|#)/.test(line) || /(?:^|[\s;])\/\/\s/.test(line);
}
