import type { TextRange } from '../model/text';

/** `?`, `:?` demand a value, `+`, `:+` replace a set one, `-`, `:-` and `=`, `:=` stand in for a missing one. */
export type InterpolationOperator = ':-' | '-' | ':=' | '=' | ':?' | '?' | ':+' | '+';

export type InterpolationPart =
  | { readonly kind: 'text'; readonly text: string; readonly range: TextRange }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly nameRange: TextRange;
      readonly operator: InterpolationOperator | null;
      /** What follows the operator, as written (it can hold variables itself). */
      readonly operand: string | null;
      readonly operandRange: TextRange | null;
      /** The whole of `${…}` or `$NAME`. */
      readonly range: TextRange;
    };

const nameAt = /[A-Za-z_][A-Za-z0-9_]*/y;
const operatorAt = /:[-=?+]|[-=?+]/y;

/**
 * Splits a text as Compose and the shell do: `$NAME`, `${NAME}`, `${NAME:-fallback}` (nested too), `$$` for a dollar.
 * What is no variable stays text. Offsets are into `text`.
 */
export function interpolation(text: string): readonly InterpolationPart[] {
  const parts: InterpolationPart[] = [];
  let literal = '';
  let literalStart = 0;
  let index = 0;
  const closers = closingBraces(text);
  const flush = (): void => {
    if (index > literalStart) parts.push({ kind: 'text', text: literal, range: { start: literalStart, end: index } });
    literal = '';
  };
  while (index < text.length) {
    const dollar = text.indexOf('$', index);
    if (dollar === -1) {
      literal += text.slice(index);
      index = text.length;
      break;
    }
    literal += text.slice(index, dollar);
    index = dollar;
    if (text[dollar + 1] === '$') {
      literal += '$';
      index += 2;
      continue;
    }
    const variable = variableAt(text, dollar, closers);
    if (variable === null) {
      literal += '$';
      index += 1;
      continue;
    }
    flush();
    parts.push(variable);
    index = variable.range.end;
    literalStart = index;
  }
  flush();
  return parts;
}

function variableAt(
  text: string,
  dollar: number,
  closers: ReadonlyMap<number, number>,
): Extract<InterpolationPart, { kind: 'variable' }> | null {
  const braced = text[dollar + 1] === '{';
  const start = dollar + (braced ? 2 : 1);
  nameAt.lastIndex = start;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) return null;
  const nameRange = { start, end: start + name.length };
  const plain = { kind: 'variable', name, nameRange, operator: null, operand: null, operandRange: null } as const;
  if (!braced) return { ...plain, range: { start: dollar, end: nameRange.end } };
  const close = closers.get(dollar + 1);
  if (close === undefined) return null;
  const range = { start: dollar, end: close + 1 };
  if (close === nameRange.end) return { ...plain, range };
  operatorAt.lastIndex = nameRange.end;
  const operator = operatorAt.exec(text)?.[0] as InterpolationOperator | undefined;
  if (operator === undefined) return null;
  const operandRange = { start: nameRange.end + operator.length, end: close };
  return { ...plain, operator, operand: text.slice(operandRange.start, operandRange.end), operandRange, range };
}

/** Closing brace of each `${`, found in one pass: a hostile run of `${` costs no more than its length. */
function closingBraces(text: string): ReadonlyMap<number, number> {
  const open: number[] = [];
  const closers = new Map<number, number>();
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '$' && text[index + 1] === '$') index += 1;
    else if (text[index] === '$' && text[index + 1] === '{') {
      index += 1;
      open.push(index);
    } else if (text[index] === '}') {
      const start = open.pop();
      if (start !== undefined) closers.set(start, index);
    }
  }
  return closers;
}

/**
 * Replaces the variables that `lookup` knows; a missing one takes its fallback. `undefined` from `lookup` without a
 * fallback leaves the text as written. Returns null when the result would be longer than `maximumLength`.
 */
export function expand(
  text: string,
  lookup: (name: string) => string | undefined,
  maximumLength = 65_536,
  depth = 0,
): string | null {
  let result = '';
  for (const part of interpolation(text)) {
    const piece = part.kind === 'text' ? part.text : valueOf(part, text, lookup, maximumLength, depth);
    if (piece === null) return null;
    result += piece;
    if (result.length > maximumLength) return null;
  }
  return result;
}

function valueOf(
  part: Extract<InterpolationPart, { kind: 'variable' }>,
  text: string,
  lookup: (name: string) => string | undefined,
  maximumLength: number,
  depth: number,
): string | null {
  const written = text.slice(part.range.start, part.range.end);
  const value = lookup(part.name);
  const missing = value === undefined || (value === '' && part.operator?.startsWith(':') === true);
  const nested = (): string | null =>
    depth > 20 ? written : expand(part.operand ?? '', lookup, maximumLength, depth + 1);
  switch (part.operator) {
    case ':-':
    case '-':
    case ':=':
    case '=':
      return missing ? nested() : value;
    case ':+':
    case '+':
      return missing ? '' : nested();
    default:
      return value ?? written;
  }
}
