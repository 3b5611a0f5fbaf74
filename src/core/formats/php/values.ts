import type { SyntaxNode } from '@lezer/common';
import { boolean, fold, lookupOf, namedArguments, number, unescape, withFallback } from '../code/literals';
import { operands, operatorOf, rangeOf, textOf } from '../code/tree';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry } from '../node';
import { envCall, superglobals } from './environment';
import { calleeOf, isName, lastSegment } from './names';

export class PhpValueReader extends ValueReader {
  /** Positional arguments in order; named ones together in a map behind them. */
  arguments(list: SyntaxNode | undefined): readonly ConfigNode[] {
    if (list?.name !== 'ArgList') return [];
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const node of operands(list)) {
      const [name, value] = operands(node);
      if (node.name === 'NamedArgument' && name !== undefined && value !== undefined) named.push(this.entry(name, value));
      else positional.push(this.read(node));
    }
    return [...positional, ...namedArguments(named)];
  }

  private entry(name: SyntaxNode, value: SyntaxNode): MapEntry {
    return { key: textOf(name, this.source), keyRange: rangeOf(name), value: this.read(value) };
  }

  protected convert(node: SyntaxNode): ConfigNode {
    switch (node.name) {
      case 'String':
        return this.quoted(node);
      case 'HeredocString':
        return this.heredoc(node);
      case 'Integer':
      case 'Float':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'Boolean':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'null':
      case 'Null':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'ArrayExpression':
        return this.array(node);
      case 'ParenthesizedExpression':
        return this.through(node, 0);
      case 'CastExpression':
        return this.wrapped(node, operands(node)[1]);
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'ConditionalExpression':
        return this.ternary(node);
      case 'SubscriptExpression':
        return this.subscript(node);
      case 'CallExpression':
        return this.call(node);
      case 'NewExpression':
        return this.called(node);
      case 'ScopedExpression':
        return this.scoped(node);
      case 'FunctionExpression':
      case 'ArrowFunction':
        return this.unknown(node, 'function');
      default:
        return this.unknown(node);
    }
  }

  private quoted(node: SyntaxNode): ConfigNode {
    const text = textOf(node, this.source);
    // `b'…'` is a string as well.
    const prefix = /^b/i.test(text) ? 1 : 0;
    const quote = text[prefix] ?? '';
    const closed = text.length > prefix + 1 && text.endsWith(quote);
    const range = this.inside(node, prefix + 1, closed ? 1 : 0);
    const content = this.source.slice(range.start, range.end);
    if (quote === "'") return this.string(content.replace(/\\([\\'])/g, '$1'), range);
    if (operands(node).some((part) => part.name !== 'EscapeSequence')) return this.unknown(node);
    return this.string(unescape(content), range);
  }

  private heredoc(node: SyntaxNode): ConfigNode {
    const match = /^<<<[ \t]*(['"]?)(\w+)\1\r?\n((?:[^\n]*\n)*?)([ \t]*)\2$/.exec(textOf(node, this.source));
    const [, quote, , rows, indent] = match ?? [];
    const body = rows?.replace(/\r?\n$/, '');
    if (body === undefined || indent === undefined || (quote !== "'" && /\$[A-Za-z_{]|\{\$/.test(body))) return this.unknown(node);
    const lines = indent === '' ? body : body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return this.string(quote === "'" ? lines : unescape(lines), rangeOf(node));
  }

  private array(node: SyntaxNode): ConfigNode {
    const only = operands(node)[0];
    const items = only?.name === 'ValueList' ? operands(only) : operands(node);
    const range = rangeOf(node);
    if (!items.some((item) => item.name === 'Pair')) return { kind: 'list', items: items.map((item) => this.read(item)), range };
    const entries: MapEntry[] = [];
    let index = 0;
    for (const item of items) {
      const [key, value] = operands(item);
      if (item.name === 'Pair' && key !== undefined) {
        const name = this.read(key);
        const text = name.kind === 'scalar' ? String(name.value) : textOf(key, this.source);
        entries.push({ key: text, keyRange: name.range, value: value === undefined ? this.unknown({ from: item.to, to: item.to }, '') : this.read(value) });
      } else if (item.name !== 'Pair' && item.name !== 'VariadicUnpacking') {
        entries.push({ key: String(index), keyRange: { start: item.from, end: item.from }, value: this.read(item) });
        index += 1;
      }
    }
    return { kind: 'map', entries, range };
  }

  private through(node: SyntaxNode, index: number): ConfigNode {
    const inner = operands(node)[index];
    return inner === undefined ? this.unknown(node) : this.read(inner);
  }

  /** `(bool) env('A')` and `@getenv('A')` are the look-up; a cast literal stays the literal. */
  private wrapped(node: SyntaxNode, inner: SyntaxNode | undefined): ConfigNode {
    const value = inner === undefined ? null : this.read(inner);
    if (value?.kind === 'env') return { ...value, range: rangeOf(node) };
    return value?.kind === 'scalar' ? value : this.unknown(node);
  }

  private unary(node: SyntaxNode): ConfigNode {
    const operator = operatorOf(node, this.source);
    const operand = operands(node).find((part) => !part.name.endsWith('Op'));
    if (operator === '@') return this.wrapped(node, operand);
    const value = operand === undefined ? null : this.read(operand);
    const isNumber = value?.kind === 'scalar' && typeof value.value === 'number';
    if (isNumber && operator === '-') return { kind: 'scalar', value: -Number(value.value), range: rangeOf(node) };
    return isNumber && operator === '+' ? value : this.unknown(node);
  }

  private binary(node: SyntaxNode): ConfigNode {
    const [leftNode, rightNode] = operands(node).filter((part) => !part.name.endsWith('Op'));
    if (leftNode === undefined || rightNode === undefined) return this.unknown(node);
    const operator = operatorOf(node, this.source);
    const left = this.read(leftNode);
    const right = this.read(rightNode);
    if (operator === '??') {
      if (left.kind === 'env') return withFallback(left, right, rangeOf(node));
      if (left.kind === 'scalar') return left.value === null ? right : left;
      return this.unknown(node);
    }
    const folded = fold(operator, '.', left, right);
    return folded === null ? this.unknown(node) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  private ternary(node: SyntaxNode): ConfigNode {
    const [test, second, third] = operands(node).filter((part) => !part.name.endsWith('Op'));
    if (test === undefined || second === undefined) return this.unknown(node);
    if (third === undefined) {
      const condition = this.read(test);
      if (condition.kind === 'env') return withFallback(condition, this.read(second), rangeOf(node));
      if (condition.kind !== 'scalar') return this.unknown(node);
      return condition.value ? condition : this.read(second);
    }
    // `getenv('A') ? getenv('A') : 'x'`, `isset($_ENV['A']) ? $_ENV['A'] : 'x'`: a look-up with a fall-back in long.
    const value = this.read(second);
    if (value.kind === 'env' && this.asksFor(test, value.key)) return withFallback(value, this.read(third), rangeOf(node));
    return this.unknown(node);
  }

  private asksFor(test: SyntaxNode, key: string): boolean {
    const parts = operands(test);
    const list = parts.find((part) => part.name === 'ArgList');
    return [test, ...parts, ...(list === undefined ? [] : operands(list))].some((part) => {
      const value = this.read(part);
      return value.kind === 'env' && value.key === key;
    });
  }

  private subscript(node: SyntaxNode): ConfigNode {
    const [variable, index] = operands(node);
    const isEnvironment = variable?.name === 'VariableName' && superglobals.has(textOf(variable, this.source));
    if (!isEnvironment || index === undefined) return this.unknown(node);
    return lookupOf(this.read(index), undefined, rangeOf(node)) ?? this.unknown(node);
  }

  private call(node: SyntaxNode): ConfigNode {
    const callee = calleeOf(node, this.source);
    const list = operands(node).find((part) => part.name === 'ArgList');
    return envCall(callee?.name ?? '', this.arguments(list), rangeOf(node)) ?? this.called(node);
  }

  private called(node: SyntaxNode): ConfigNode {
    const callee = calleeOf(node, this.source);
    if (callee === null) return this.unknown(node);
    const list = operands(node).find((part) => part.name === 'ArgList');
    return this.unknown(node, `${callee.name}()`, { name: callee.name, arguments: this.arguments(list) });
  }

  private scoped(node: SyntaxNode): ConfigNode {
    const [owner, member] = operands(node);
    if (!isName(owner) || member === undefined) return this.unknown(node);
    const name = textOf(owner, this.source);
    if (textOf(member, this.source) === 'class') return this.string(name.replace(/^\\/, ''), rangeOf(node));
    return this.unknown(node, `${lastSegment(name)}::${textOf(member, this.source)}`);
  }
}
