import { boolean, fold, lookupOf, namedArguments, number, unescape, withFallback } from '../code/literals';
import { brief, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry } from '../node';
import type { TreeNode } from '../treeSitter/engine';
import { field, namedChildren } from '../treeSitter/engine';

/** Methods that leave what a look-up says: another type, or the same without white space. */
const conversions = new Set(['to_s', 'to_i', 'to_f', 'to_sym', 'to_str', 'presence', 'strip', 'chomp', 'freeze', 'downcase', 'dup', 'inquiry', 'html_safe']);
const casts = new Set(['Integer', 'Float', 'String', 'URI', 'URI.parse', 'Array', 'JSON.parse', 'ActiveModel::Type::Boolean.new.cast', 'ActiveModel::Type::Boolean.new().cast']);

/** Ruby's expressions; a symbol is the string of its name. */
export class RubyReader extends ValueReader<TreeNode> {
  arguments(list: TreeNode | undefined): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const part of list === undefined ? [] : namedChildren(list)) {
      if (part.name === 'pair') named.push(...this.pair(part));
      else if (part.name !== 'hash_splat_argument' && part.name !== 'block_argument') positional.push(this.read(part));
    }
    return [...positional, ...namedArguments(named)];
  }

  /** `a.b[:c]` → `a.b.c`, `A::B.new` as written; a call with arguments inside it as `()`. Null for what is no chain of names. */
  dotted(node: TreeNode): Name | null {
    const range = rangeOf(node);
    switch (node.name) {
      case 'identifier':
      case 'constant':
      case 'scope_resolution':
      case 'instance_variable':
      case 'class_variable':
      case 'global_variable':
      case 'self':
      case 'super':
        return { text: textOf(node, this.source), range };
      case 'element_reference': {
        const [object, index] = namedChildren(node);
        const owner = object === undefined ? null : this.dotted(object);
        const key = index === undefined ? null : this.read(index);
        return owner === null || key?.kind !== 'scalar' ? null : { text: `${owner.text}.${String(key.value)}`, range };
      }
      case 'call':
        return this.callee(node);
      default:
        return null;
    }
  }

  /** What a branch of `case` asks: `x === 'a'`, for any of its patterns. */
  asks(subject: TreeNode | undefined, patterns: readonly TreeNode[]): ConfigNode {
    const range = { start: patterns[0]?.from ?? 0, end: patterns.at(-1)?.to ?? 0 };
    const sides = [subject, ...patterns.map((pattern) => namedChildren(pattern)[0])].flatMap((side) => (side === undefined ? [] : [this.read(side)]));
    return { kind: 'unknown', why: brief(range, this.source), range, call: { name: '===', arguments: sides } };
  }

  private callee(node: TreeNode): Name | null {
    const [receiver, method] = [field(node, 'receiver'), field(node, 'method')];
    // `handler.(x)` has no name.
    if (method === undefined) return null;
    const name = textOf(method, this.source);
    if (receiver === undefined) return { text: name, range: rangeOf(method) };
    const owner = this.dotted(receiver);
    if (owner === null) return null;
    const isCalled = receiver.name === 'call' && (field(receiver, 'arguments') !== undefined || field(receiver, 'block') !== undefined);
    return { text: `${owner.text}${isCalled ? '()' : ''}.${name}`, range: { start: owner.range.start, end: method.to } };
  }

  protected convert(node: TreeNode): ConfigNode {
    switch (node.name) {
      case 'string':
      case 'delimited_symbol':
      case 'subshell':
        return this.quoted(node);
      case 'bare_string':
      case 'bare_symbol':
        return this.isPlain(node) ? this.string(textOf(node, this.source), rangeOf(node)) : this.unknown(node);
      case 'chained_string':
        return this.joined(node);
      case 'simple_symbol':
        return this.named(node, 1, 0);
      case 'hash_key_symbol':
        return this.named(node, 0, 0);
      case 'integer':
      case 'float':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'true':
      case 'false':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'nil':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'array':
      case 'string_array':
      case 'symbol_array':
      case 'right_assignment_list':
        return { kind: 'list', items: this.arguments(node), range: rangeOf(node) };
      case 'hash':
        return { kind: 'map', entries: namedChildren(node).flatMap((part) => this.pair(part)), range: rangeOf(node) };
      case 'parenthesized_statements':
      case 'begin':
      case 'body_statement':
      case 'block_body':
      case 'block':
      case 'do_block':
      case 'then':
        return this.only(node);
      case 'unary':
        return this.unary(node);
      case 'binary':
        return this.binary(node);
      case 'conditional':
        return this.conditional(node);
      case 'if':
      case 'elsif':
      case 'unless':
        return this.branches(node);
      case 'else':
        return this.only(node);
      case 'case':
        return this.choice(node);
      case 'element_reference':
        return this.element(node);
      case 'call':
        return this.call(node);
      case 'lambda':
        return this.unknown(node, 'function');
      default:
        return this.unknown(node);
    }
  }

  /** The value of statements in brackets: that of the only one. */
  private only(node: TreeNode): ConfigNode {
    const inner = namedChildren(node).filter((part) => part.name !== 'block_parameters');
    return inner.length === 1 && inner[0] !== undefined ? this.read(inner[0]) : this.unknown(node);
  }

  private isPlain(node: TreeNode): boolean {
    return !node.children.some((part) => part.name === 'interpolation');
  }

  private named(node: TreeNode, before: number, after: number): ConfigNode {
    const range = this.inside(node, before, after);
    return this.string(this.source.slice(range.start, range.end), range);
  }

  private quoted(node: TreeNode): ConfigNode {
    if (!this.isPlain(node)) return this.unknown(node);
    const [first, last] = [node.children[0], node.children.at(-1)];
    const before = first === undefined ? 0 : first.to - first.from;
    const after = last === undefined || last === first || last.named ? 0 : last.to - last.from;
    const range = this.inside(node, before, after);
    const text = this.source.slice(range.start, range.end);
    const isRaw = /^(?:'|%q)/.test(textOf(node, this.source));
    return this.string(isRaw ? text.replace(/\\(['\\])/g, '$1') : unescape(text), range);
  }

  private joined(node: TreeNode): ConfigNode {
    const pieces = namedChildren(node).map((part) => this.read(part));
    if (pieces.some((piece) => piece.kind !== 'scalar')) return this.unknown(node);
    return this.string(pieces.map((piece) => (piece.kind === 'scalar' ? String(piece.value) : '')).join(''), rangeOf(node));
  }

  private pair(node: TreeNode): readonly MapEntry[] {
    const [key, value] = [field(node, 'key'), field(node, 'value')];
    if (node.name !== 'pair' || key === undefined) return [];
    const name = this.read(key);
    const text = name.kind === 'scalar' ? String(name.value) : textOf(key, this.source);
    return [{ key: text, keyRange: name.range, value: value === undefined ? this.unknown(key) : this.read(value) }];
  }

  private unary(node: TreeNode): ConfigNode {
    const operand = field(node, 'operand');
    const operator = field(node, 'operator');
    const value = operand === undefined ? null : this.read(operand);
    const sign = operator === undefined ? '' : textOf(operator, this.source);
    if (sign === '-' && value?.kind === 'scalar' && typeof value.value === 'number') return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    return value === null ? this.unknown(node) : this.operation(node, sign, [value]);
  }

  private binary(node: TreeNode): ConfigNode {
    const [left, right, sign] = [field(node, 'left'), field(node, 'right'), field(node, 'operator')];
    if (left === undefined || right === undefined || sign === undefined) return this.unknown(node);
    const operator = textOf(sign, this.source);
    const [one, other] = [this.read(left), this.read(right)];
    if ((operator === '||' || operator === 'or') && one.kind === 'env') return withFallback(one, other, rangeOf(node));
    const folded = fold(operator, '+', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  /** `ENV['A'] ? ENV['A'] : 'b'`. */
  private conditional(node: TreeNode): ConfigNode {
    const [test, yes, no] = ['condition', 'consequence', 'alternative'].map((role) => field(node, role));
    if (test === undefined || yes === undefined || no === undefined) return this.unknown(node);
    const [asked, value, otherwise] = [this.read(test), this.read(yes), this.read(no)];
    const isAsked = value.kind === 'env' && asks(asked, value.key);
    return isAsked ? withFallback(value, otherwise, rangeOf(node)) : this.operation(node, '?:', [asked, value, otherwise]);
  }

  /** `x = if a then b else c end` is worth what `a ? b : c` is; without an `else` it may be nil. */
  private branches(node: TreeNode): ConfigNode {
    const [test, yes, no] = ['condition', 'consequence', 'alternative'].map((role) => field(node, role));
    if (test === undefined || yes === undefined) return this.unknown(node);
    const otherwise: ConfigNode = no === undefined ? { kind: 'scalar', value: null, range: { start: node.to, end: node.to } } : this.read(no);
    const values = node.name === 'unless' ? [otherwise, this.read(yes)] : [this.read(yes), otherwise];
    return this.operation(node, '?:', [this.read(test), ...values]);
  }

  /** `case x when 'a' then b else c end` is worth what its branches are, each under its test. */
  private choice(node: TreeNode): ConfigNode {
    const subject = field(node, 'value');
    const branches = namedChildren(node).filter((branch) => branch !== subject);
    const otherwise = branches.find((branch) => branch.name === 'else');
    let value: ConfigNode = otherwise === undefined ? { kind: 'scalar', value: null, range: { start: node.to, end: node.to } } : this.read(otherwise);
    for (const branch of branches.toReversed()) {
      const body = field(branch, 'body');
      const patterns = namedChildren(branch).filter((child) => child.name === 'pattern');
      if (branch.name === 'when' && body !== undefined && patterns.length > 0) value = this.operation(node, '?:', [this.asks(subject, patterns), this.read(body), value]);
    }
    return value;
  }

  private element(node: TreeNode): ConfigNode {
    const [object, index] = namedChildren(node);
    if (object === undefined || index === undefined || textOf(object, this.source) !== 'ENV') return this.unknown(node);
    return lookupOf(this.read(index), undefined, rangeOf(node)) ?? this.unknown(node);
  }

  private call(node: TreeNode): ConfigNode {
    const [receiver, method, list, block] = ['receiver', 'method', 'arguments', 'block'].map((role) => field(node, role));
    if (receiver !== undefined && list === undefined && block === undefined && method !== undefined) {
      const converted = this.converted(node, receiver, textOf(method, this.source));
      if (converted !== null) return converted;
    }
    const name = this.dotted(node);
    if (name === null) return this.unknown(node);
    if (name.text === 'lambda' || name.text === 'proc' || name.text === 'Proc.new') return this.unknown(node, 'function');
    const values = this.arguments(list);
    const first = values[0];
    if (name.text === 'ENV.fetch' || name.text === 'ENV.dig') {
      const fallback = values[1] ?? (block === undefined ? undefined : this.read(field(block, 'body') ?? block));
      const lookup = lookupOf(first, fallback, rangeOf(node));
      if (lookup !== null) return lookup;
    }
    if (casts.has(name.text) && first?.kind === 'env') return { ...first, range: rangeOf(node) };
    const why = list === undefined && block === undefined ? undefined : `${name.text}()`;
    return this.unknown(node, why, { name: name.text, arguments: values });
  }

  /** `ENV['A'].to_i`, `'a'.freeze`. */
  private converted(node: TreeNode, receiver: TreeNode, method: string): ConfigNode | null {
    if (!conversions.has(method)) return null;
    const value = this.read(receiver);
    if (value.kind === 'env') return { ...value, range: rangeOf(node) };
    return value.kind === 'scalar' && (method === 'freeze' || method === 'to_s') ? value : null;
  }
}

/** Whether a test looks at a variable of the environment: `ENV['A']`, `ENV['A'].present?`, `ENV.key?('A')`. */
function asks(test: ConfigNode, key: string): boolean {
  if (test.kind === 'env') return test.key === key;
  if (test.kind !== 'unknown' || test.call === undefined) return false;
  const isNamed = /^ENV\.[^.]+\.\w+\?$/.test(test.call.name) && test.call.name.startsWith(`ENV.${key}.`);
  return isNamed || test.call.arguments.some((part) => (part.kind === 'scalar' && part.value === key) || (part.kind === 'env' && part.key === key));
}
