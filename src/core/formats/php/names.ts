import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../model/text';
import { operands, rangeOf, textOf } from '../code/tree';

/** `Facades\Schedule` and `\Schedule` are `Schedule` to a reader. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}

export function isName(node: SyntaxNode | undefined): node is SyntaxNode & { readonly name: 'Name' | 'QualifiedName' } {
  return node?.name === 'Name' || node?.name === 'QualifiedName';
}

export interface Callee {
  readonly name: string;
  readonly range: TextRange;
}

/** The name of a call or `new` as `PhpCall` spells it, or null where the callee is an expression. */
export function calleeOf(node: SyntaxNode, source: string): Callee | null {
  const what = operands(node)[0];
  if (what === undefined) return null;
  const range = rangeOf(what);
  if (node.name === 'NewExpression') {
    if (isName(what)) return { name: `new ${lastSegment(textOf(what, source))}`, range };
    return what.name === 'VariableName' ? { name: `new ${textOf(what, source)}`, range } : null;
  }
  switch (what.name) {
    case 'Name':
    case 'QualifiedName':
      return { name: textOf(what, source).replace(/^\\/, ''), range };
    case 'VariableName':
      return { name: textOf(what, source), range };
    case 'ScopedExpression': {
      const [owner, member] = operands(what);
      if (owner === undefined || member === undefined || (!isName(owner) && owner.name !== 'VariableName')) return null;
      return { name: `${lastSegment(textOf(owner, source))}::${textOf(member, source)}`, range };
    }
    case 'MemberExpression': {
      const member = operands(what)[1];
      return member?.name === 'Name' ? { name: `->${textOf(member, source)}`, range: rangeOf(member) } : null;
    }
    default:
      return null;
  }
}
