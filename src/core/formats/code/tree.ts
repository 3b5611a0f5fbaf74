import type { SyntaxNode, Tree } from '@lezer/common';
import type { TextRange } from '../../model/text';
import type { ParseProblem } from '../node';
import { maximumProblems, problem } from '../problems';

/** Words that are values, though grammars spell them like keywords. */
const valueWords = new Set(['null', 'this', 'super', 'self', 'true', 'false', 'nil']);

/** Children that carry meaning: no punctuation, keywords, comments, nor what the parser could not place. */
export function operands(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isOperand(child)) found.push(child);
  }
  return found;
}

function isOperand(node: SyntaxNode): boolean {
  const { name } = node;
  if (node.type.isError || name.endsWith('Comment')) return false;
  const first = name.charCodeAt(0);
  return (first >= 65 && first <= 90) || valueWords.has(name);
}

/** The operator between two operands, as written. */
export function operatorOf(node: SyntaxNode, source: string): string {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (/(?:Op|Operator)$/.test(child.name) || /^[^\w\s"'()[\]{},;]+$/.test(child.name)) return source.slice(child.from, child.to);
  }
  return '';
}

export function rangeOf(node: { readonly from: number; readonly to: number }): TextRange {
  return { start: node.from, end: node.to };
}

export function textOf(node: { readonly from: number; readonly to: number }, source: string): string {
  return source.slice(node.from, node.to);
}

/** An expression as written, short enough for one line. */
export function brief(range: TextRange, source: string): string {
  const text = source.slice(range.start, Math.min(range.end, range.start + 120)).replace(/\s+/g, ' ').trim();
  return text.length <= 60 && range.end - range.start <= 120 ? text : `${text.slice(0, 59)}…`;
}

/** Places that the grammar did not fit, the first of those that follow each other. */
export function errorsOf(tree: Tree, format: string): readonly ParseProblem[] {
  const problems: ParseProblem[] = [];
  let last = -1;
  tree.iterate({
    enter(node) {
      if (!node.type.isError) return problems.length < maximumProblems;
      if (problems.length < maximumProblems && node.from > last) problems.push(problem('syntax', rangeOf(node), format));
      last = Math.max(last, node.to);
      return true;
    },
  });
  return problems;
}
