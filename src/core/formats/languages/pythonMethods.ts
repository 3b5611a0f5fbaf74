import type { SyntaxNode } from '@lezer/common';
import { operands, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';

export interface ReturnedSetting {
  readonly target: Name;
  readonly value: SyntaxNode;
}

/** `def DATABASES(self): return {…}` in a class says what an assignment would; also by a variable that it fills before. */
export function returnedSetting(statement: SyntaxNode, source: string): ReturnedSetting | null {
  const body = statement.parent;
  const method = body?.parent;
  const name = method?.name === 'FunctionDefinition' ? method.getChild('VariableName') : null;
  if (body === null || name === null || name === undefined || !/^[A-Z][A-Z0-9_]+$/.test(textOf(name, source)) || !isMethod(method)) return null;
  const [value] = operands(statement);
  if (value === undefined) return null;
  const filled = value.name === 'VariableName' ? assignedIn(body, textOf(value, source), source) : value;
  return filled === undefined ? null : { target: { text: textOf(name, source), range: rangeOf(name) }, value: filled };
}

function isMethod(method: SyntaxNode | null | undefined): boolean {
  const holder = method?.parent?.name === 'DecoratedStatement' ? method.parent : method;
  return holder?.parent?.parent?.name === 'ClassDefinition';
}

function assignedIn(body: SyntaxNode, name: string, source: string): SyntaxNode | undefined {
  for (const statement of body.getChildren('AssignStatement')) {
    const [target, ...rest] = operands(statement);
    if (target?.name === 'VariableName' && textOf(target, source) === name) return rest.at(-1);
  }
  return undefined;
}
