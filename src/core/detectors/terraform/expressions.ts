import { scalarText, type ConfigNode } from '../../formats/node';

/**
 * An expression as text in which references stand as `${var.name}`, the same for HCL and for Terraform's JSON; nothing
 * for what only a run could tell.
 */
export function expressionText(node: ConfigNode | undefined): string | undefined {
  const text = scalarText(node);
  if (text !== undefined) return text;
  if (node?.kind !== 'unknown') return undefined;
  const why = node.why.trim();
  if (/^(?:var|local|each|module|data|[a-z]\w*)\.[\w.[\]"*-]+$/.test(why)) return `\${${why}}`;
  const template = /^"([\s\S]*)"$/.exec(why)?.[1];
  if (template !== undefined) return template;
  // Of a long one only the beginning is known.
  if (why.startsWith('"')) return `${why.slice(1)}\${}`;
  const call = node.call;
  // The first that is there, or the value whatever its type.
  if (call !== undefined && /^(?:coalesce|try|tostring|lower|lookup|tonumber|nonsensitive)$/.test(call.name)) return call.arguments.map((argument) => expressionText(argument)).find((found) => found !== undefined);
  return /^[!(]?\s*(?:var|local)\.\w+/.test(why) ? `\${${why}}` : undefined;
}

export function isResolved(text: string): boolean {
  return !text.includes('${');
}

/** References of a text to variables and locals, replaced as far as `look` knows them. */
export function substitute(text: string, look: (kind: 'var' | 'local', name: string) => string | undefined): string {
  return text.replace(/\$\{([^${}]*)\}/g, (whole, inner: string) => evaluate(inner.trim(), look) ?? whole);
}

/** A reference, a literal, or a choice between two of them. */
function evaluate(expression: string, look: (kind: 'var' | 'local', name: string) => string | undefined): string | undefined {
  const reference = /^(var|local)\.(\w+)$/.exec(expression);
  if (reference !== null) return look(reference[1] === 'var' ? 'var' : 'local', reference[2] ?? '');
  const literal = /^"([^"]*)"$|^(-?\d+(?:\.\d+)?|true|false)$/.exec(expression);
  if (literal !== null) return literal[1] ?? literal[2];
  const choice = /^([^?]+)\?([^:]+):(.+)$/s.exec(expression);
  if (choice !== null) {
    const holds = condition((choice[1] ?? '').trim(), look);
    return holds === undefined ? undefined : evaluate(((holds ? choice[2] : choice[3]) ?? '').trim(), look);
  }
  return undefined;
}

function condition(expression: string, look: (kind: 'var' | 'local', name: string) => string | undefined): boolean | undefined {
  const inner = expression.startsWith('(') && expression.endsWith(')') ? expression.slice(1, -1) : expression;
  const operator = inner.search(/[=!]=/);
  if (operator > 0) {
    const [left, right] = [evaluate(inner.slice(0, operator).trim(), look), evaluate(inner.slice(operator + 2).trim(), look)];
    return left === undefined || right === undefined ? undefined : (left === right) === (inner[operator] === '=');
  }
  const negated = expression.startsWith('!');
  const value = evaluate(expression.replace(/^!\s*/, ''), look);
  return value === 'true' ? !negated : value === 'false' ? negated : undefined;
}
