import type { Parser, Tree } from '@lezer/common';
import type { ParseProblem } from '../node';
import { problem } from '../problems';
import { errorsOf } from './tree';

/** Expressions that nest more deeply make the library slow; nobody writes them by hand. Counted in its stack entries. */
const maximumStack = 3 * 1_500;

/**
 * Steps in which the library looks for a way around a mistake: up to two milliseconds each, where a step otherwise takes
 * microseconds. The worst source files of 450 repositories, of another dialect than the grammar's apart, took 510.
 */
const maximumRecoverySteps = 1_000;

export interface ParsedTree {
  readonly tree: Tree;
  readonly problems: readonly ParseProblem[];
}

/** Fits a grammar to a text. Any text has a tree; one that nests without end is read up to there. */
export function parseTree(parser: Parser, text: string, format: string): ParsedTree {
  // A line break in the place of a byte order mark disturbs no grammar, not even one that looks at indentation.
  const parse = parser.startParse(text.charCodeAt(0) === 0xfeff ? `\n${text.slice(1)}` : text);
  let stopped: number | null = null;
  let recoverySteps = 0;
  let tree = parse.advance();
  while (tree === null) {
    if (isRecovering(parse)) recoverySteps += 1;
    if (stopped === null && (recoverySteps > maximumRecoverySteps || stackSize(parse) > maximumStack)) {
      stopped = Math.min(parse.parsedPos, text.length);
      parse.stopAt(stopped);
    }
    tree = parse.advance();
  }
  const problems = errorsOf(tree, format);
  return stopped === null ? { tree, problems } : { tree, problems: [...problems, problem(recoverySteps > maximumRecoverySteps ? 'mistakes' : 'depth', { start: stopped, end: stopped })] };
}

/** Looks into the library, as `stackSize` does. */
function isRecovering(parse: object): boolean {
  return 'recovering' in parse && typeof parse.recovering === 'number' && parse.recovering > 0;
}

/** Looks into the library, which does not tell; without an answer the parse goes on. */
function stackSize(parse: object): number {
  const stacks: unknown = 'stacks' in parse ? parse.stacks : undefined;
  const first: unknown = Array.isArray(stacks) ? stacks[0] : undefined;
  const stack: unknown = typeof first === 'object' && first !== null && 'stack' in first ? first.stack : undefined;
  return Array.isArray(stack) ? stack.length : 0;
}
