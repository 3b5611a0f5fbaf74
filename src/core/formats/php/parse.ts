import { Engine } from 'php-parser';
import type { Parsed, ParseProblem } from '../node';
import { rangeWithin, restOfLine } from '../positions';
import { problem } from '../problems';
import type { PhpFile } from '../registry';
import type { PhpNode } from './ast';
import { children, isPhpNode, rangeOf } from './ast';
import { collect } from './collect';

const maximumProblems = 50;
/** Lines left out one after the other where the library cannot go on, before the file is given up. */
const maximumRepairs = 8;
/** The library recurses over nested expressions. */
const maximumNesting = 1_000;

const nothing: PhpFile = { returned: null, calls: [], attributes: [], classes: [], imports: [], assignments: [] };

/** Reads a PHP file without running it. Broken statements are reported and the rest is read. */
export function parsePhp(text: string): Parsed<PhpFile> {
  const tooDeep = nestingLimitAt(text);
  if (tooDeep !== -1) return { value: nothing, problems: [problem('depth', { start: tooDeep, end: tooDeep + 1 })] };
  const problems: ParseProblem[] = [];
  let source = text;
  for (let repairs = 0; repairs <= maximumRepairs; repairs += 1) {
    const attempt = parseOnce(source);
    if (attempt.program !== null) {
      problems.push(...errorsOf(attempt.program, text));
      return { value: collect(attempt.program, source), problems: problems.slice(0, maximumProblems) };
    }
    const line = lineOf(source, attempt.failedAt);
    problems.push(problem('syntax', line, 'PHP'));
    if (source.slice(line.start, line.end).trim() === '') break;
    source = `${source.slice(0, line.start)}${' '.repeat(line.end - line.start)}${source.slice(line.end)}`;
  }
  return { value: nothing, problems: problems.slice(0, maximumProblems) };
}

type Attempt = { readonly program: PhpNode } | { readonly program: null; readonly failedAt: number };

function parseOnce(source: string): Attempt {
  const engine = new Engine({
    parser: { extractDoc: false, suppressErrors: true, php8: true, version: '8.5' },
    ast: { withPositions: true },
    lexer: { short_tags: true },
  });
  try {
    const program: unknown = engine.parseCode(source, '');
    if (isPhpNode(program)) return { program };
  } catch {
    // Error recovery of the library itself failed; where its lexer stands is where the trouble is.
  }
  return { program: null, failedAt: lexerOffset(engine) };
}

function lexerOffset(engine: Engine): number {
  const { lexer } = engine as { lexer?: unknown };
  if (typeof lexer !== 'object' || lexer === null || !('offset' in lexer)) return 0;
  return typeof lexer.offset === 'number' ? lexer.offset : 0;
}

/** The last line with something in it at or before the offset. */
function lineOf(source: string, offset: number): { readonly start: number; readonly end: number } {
  let start = Math.min(Math.max(0, offset - 1), source.length);
  while (start > 0 && /\s/.test(source[start] ?? ' ')) start -= 1;
  while (start > 0 && source[start - 1] !== '\n') start -= 1;
  return restOfLine(source, start);
}

function errorsOf(program: PhpNode, text: string): readonly ParseProblem[] {
  const seen = new Set<number>();
  const problems: ParseProblem[] = [];
  for (const error of children(program, 'errors')) {
    const range = rangeOf(error, text);
    if (seen.has(range.start)) continue;
    seen.add(range.start);
    problems.push(problem('syntax', rangeWithin(text.length, range.start, range.end), 'PHP'));
  }
  return problems;
}

function nestingLimitAt(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '[' || character === '(' || character === '{') {
      depth += 1;
      if (depth > maximumNesting) return index;
    } else if ((character === ']' || character === ')' || character === '}') && depth > 0) depth -= 1;
  }
  return -1;
}
