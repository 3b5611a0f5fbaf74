import type { TextRange } from '../../model/text';
import type { ConfigNode, EnvNode, MapEntry, ScalarNode, UnknownNode } from '../node';
import { maximumDepth } from '../node';
import type { PhpNode } from './ast';
import { calleeOf, child, children, className, rangeInQuotes, rangeOf, textOf, variableName } from './ast';
import { envCall, envVariable, withFallback } from './environment';

/** Turns expressions into values. One reader serves one file: what was read once is not read again. */
export class ValueReader {
  private readonly known = new Map<PhpNode, ConfigNode>();

  constructor(readonly source: string) {}

  read(node: PhpNode, depth = 0): ConfigNode {
    const present = this.known.get(node);
    if (present !== undefined) return present;
    const value = depth >= maximumDepth ? this.unknown(node, '…') : this.convert(node, depth + 1);
    this.known.set(node, value);
    return value;
  }

  /** Positional arguments in order; named ones together in a map behind them. */
  arguments(nodes: readonly PhpNode[], depth = 0): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const node of nodes) {
      const value = child(node, 'value');
      if (node.kind !== 'namedargument' || value === null) positional.push(this.read(node, depth));
      else {
        const key = textOf(node, 'name') ?? '';
        const { start } = rangeOf(node, this.source);
        named.push({ key, keyRange: { start, end: start + key.length }, value: this.read(value, depth) });
      }
    }
    const first = named[0];
    if (first === undefined) return positional;
    const end = Math.max(...named.map((entry) => entry.value.range.end));
    return [...positional, { kind: 'map', entries: named, range: { start: first.keyRange.start, end } }];
  }

  private convert(node: PhpNode, depth: number): ConfigNode {
    const range = rangeOf(node, this.source);
    switch (node.kind) {
      case 'string':
        return { kind: 'scalar', value: textOf(node, 'value') ?? '', range: rangeInQuotes(node, this.source) };
      case 'nowdoc':
        return { kind: 'scalar', value: textOf(node, 'value') ?? '', range };
      case 'number':
        return this.number(node, range);
      case 'boolean':
        return this.boolean(node, range);
      case 'nullkeyword':
        return { kind: 'scalar', value: null, range };
      case 'array':
        return this.array(node, range, depth);
      case 'encapsed':
        return this.encapsed(node, range);
      case 'cast':
      case 'silent':
        return this.wrapped(node, range, depth);
      case 'unary':
        return this.unary(node, range, depth);
      case 'bin':
        return this.binary(node, range, depth);
      case 'retif':
        return this.ternary(node, range, depth);
      case 'offsetlookup':
        return envVariable(node, range, (index) => this.read(index, depth)) ?? this.unknown(node, this.brief(range));
      case 'call':
        return this.call(node, range, depth);
      case 'new':
        return this.called(node, range, depth);
      default:
        return this.reference(node, range);
    }
  }

  private number(node: PhpNode, range: TextRange): ConfigNode {
    const text = this.source.slice(range.start, range.end);
    const value = typeof node['value'] === 'number' ? node['value'] : Number(text.replace(/_/g, ''));
    if (Number.isNaN(value)) return this.unknown(node, text);
    return text === String(value) ? { kind: 'scalar', value, range } : { kind: 'scalar', value, range, text };
  }

  private boolean(node: PhpNode, range: TextRange): ScalarNode {
    const value = node['value'] === true;
    const text = this.source.slice(range.start, range.end);
    return text === String(value) ? { kind: 'scalar', value, range } : { kind: 'scalar', value, range, text };
  }

  private array(node: PhpNode, range: TextRange, depth: number): ConfigNode {
    const items = children(node, 'items').filter((item) => item.kind !== 'noop');
    const isMap = items.some((item) => item.kind === 'entry' && child(item, 'key') !== null);
    if (!isMap) return { kind: 'list', items: items.map((item) => this.item(item, depth)), range };
    const entries: MapEntry[] = [];
    let index = 0;
    for (const item of items) {
      const key = child(item, 'key');
      const value = this.item(item, depth);
      if (key !== null) entries.push({ ...this.key(key, depth), value });
      else if (item['unpack'] !== true) {
        entries.push({ key: String(index), keyRange: { start: value.range.start, end: value.range.start }, value });
        index += 1;
      }
    }
    return { kind: 'map', entries, range };
  }

  private item(item: PhpNode, depth: number): ConfigNode {
    const value = item.kind === 'entry' ? child(item, 'value') : item;
    if (item['unpack'] === true || value === null) return this.unknown(item, this.brief(rangeOf(item, this.source)));
    return this.read(value, depth);
  }

  private key(node: PhpNode, depth: number): Omit<MapEntry, 'value'> {
    const value = this.read(node, depth);
    const key = value.kind === 'scalar' ? String(value.value) : this.brief(value.range);
    return { key, keyRange: value.range };
  }

  private encapsed(node: PhpNode, range: TextRange): ConfigNode {
    let value = '';
    for (const part of children(node, 'value')) {
      const expression = part.kind === 'encapsedpart' ? child(part, 'expression') : part;
      const text = expression?.kind === 'string' ? textOf(expression, 'value') : null;
      if (text === null) return this.unknown(node, this.brief(range));
      value += text;
    }
    const quoted = node['type'] === 'string';
    return { kind: 'scalar', value, range: quoted ? rangeInQuotes(node, this.source) : range };
  }

  /** `(bool) env('A')` and `@getenv('A')` are the look-up; a cast literal stays the literal. */
  private wrapped(node: PhpNode, range: TextRange, depth: number): ConfigNode {
    const inner = child(node, 'expr');
    const value = inner === null ? null : this.read(inner, depth);
    if (value?.kind === 'env') return { ...value, range };
    return value?.kind === 'scalar' ? value : this.unknown(node, this.brief(range));
  }

  private unary(node: PhpNode, range: TextRange, depth: number): ConfigNode {
    const operand = child(node, 'what');
    const value = operand === null ? null : this.read(operand, depth);
    const isNumber = value?.kind === 'scalar' && typeof value.value === 'number';
    if (isNumber && node['type'] === '-') return { kind: 'scalar', value: -Number(value.value), range };
    if (isNumber && node['type'] === '+') return value;
    return this.unknown(node, this.brief(range));
  }

  private binary(node: PhpNode, range: TextRange, depth: number): ConfigNode {
    const leftNode = child(node, 'left');
    const rightNode = child(node, 'right');
    if (leftNode === null || rightNode === null) return this.unknown(node, this.brief(range));
    const left = this.read(leftNode, depth);
    const right = this.read(rightNode, depth);
    if (node['type'] === '??') {
      if (left.kind === 'env') return withFallback(left, right, range);
      if (left.kind === 'scalar') return left.value === null ? right : left;
      return this.unknown(node, this.brief(range));
    }
    if (left.kind !== 'scalar' || right.kind !== 'scalar') return this.unknown(node, this.brief(range));
    const folded = fold(textOf(node, 'type'), left, right);
    return folded === null ? this.unknown(node, this.brief(range)) : { kind: 'scalar', value: folded, range };
  }

  private ternary(node: PhpNode, range: TextRange, depth: number): ConfigNode {
    const test = child(node, 'test');
    const yes = child(node, 'trueExpr');
    const no = child(node, 'falseExpr');
    if (test === null || no === null) return this.unknown(node, this.brief(range));
    const condition = this.read(test, depth);
    const otherwise = this.read(no, depth);
    if (yes === null) {
      if (condition.kind === 'env') return withFallback(condition, otherwise, range);
      return condition.kind === 'scalar' ? (condition.value ? condition : otherwise) : this.unknown(node, this.brief(range));
    }
    // `getenv('A') ? getenv('A') : 'x'`, `isset($_ENV['A']) ? $_ENV['A'] : 'x'`: a look-up with a fall-back in long.
    const value = this.read(yes, depth);
    if (value.kind === 'env' && this.asksFor(test, value.key, depth)) return withFallback(value, otherwise, range);
    return this.unknown(node, this.brief(range));
  }

  private asksFor(test: PhpNode, key: string, depth: number): boolean {
    const asked = [test, child(test, 'left'), ...children(test, 'variables'), ...children(test, 'arguments')];
    return asked.some((node) => {
      const value = node === null ? null : this.read(node, depth);
      return value?.kind === 'env' && value.key === key;
    });
  }

  private call(node: PhpNode, range: TextRange, depth: number): ConfigNode {
    const values = this.arguments(children(node, 'arguments'), depth);
    const lookup: EnvNode | null = envCall(calleeOf(node, this.source)?.name ?? '', values, range);
    return lookup ?? this.called(node, range, depth);
  }

  private called(node: PhpNode, range: TextRange, depth: number): UnknownNode {
    const callee = calleeOf(node, this.source);
    if (callee === null) return this.unknown(node, this.brief(range));
    const name = callee.name;
    const call = { name, arguments: this.arguments(children(node, 'arguments'), depth) };
    return { kind: 'unknown', why: `${name}()`, range, call };
  }

  private reference(node: PhpNode, range: TextRange): ConfigNode {
    if (node.kind === 'closure' || node.kind === 'arrowfunc') return this.unknown(node, 'function');
    if (node.kind === 'variable') return this.unknown(node, variableName(node) ?? this.brief(range));
    if (node.kind !== 'staticlookup') return this.unknown(node, this.brief(range));
    const owner = child(node, 'what');
    const member = textOf(child(node, 'offset'), 'name');
    if (owner?.kind === 'name' && member === 'class') {
      return { kind: 'scalar', value: (textOf(owner, 'name') ?? '').replace(/^\\/, ''), range };
    }
    const name = className(owner);
    return this.unknown(node, name === null || member === null ? this.brief(range) : `${name}::${member}`);
  }

  private unknown(node: PhpNode, why: string): UnknownNode {
    return { kind: 'unknown', why, range: rangeOf(node, this.source) };
  }

  /** An expression as written, short enough for one line. */
  private brief(range: TextRange): string {
    const text = this.source.slice(range.start, Math.min(range.end, range.start + 120)).replace(/\s+/g, ' ').trim();
    return text.length <= 60 && range.end - range.start <= 120 ? text : `${text.slice(0, 59)}…`;
  }
}

function fold(operator: string | null, left: ScalarNode, right: ScalarNode): string | number | null {
  if (operator === '.') return left.value === null || right.value === null ? null : `${String(left.value)}${String(right.value)}`;
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return null;
  switch (operator) {
    case '+':
      return left.value + right.value;
    case '-':
      return left.value - right.value;
    case '*':
      return left.value * right.value;
    case '/':
      return right.value === 0 ? null : left.value / right.value;
    default:
      return null;
  }
}
