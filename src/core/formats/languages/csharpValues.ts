import { boolean, fold, lookupOf, namedArguments, number, unescape, withFallback } from '../code/literals';
import { rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry } from '../node';
import type { TreeNode } from '../treeSitter/engine';
import { field, namedChildren } from '../treeSitter/engine';

const lookups = new Set(['Environment.GetEnvironmentVariable', 'System.Environment.GetEnvironmentVariable']);
const casts = /^(?:(?:int|bool|long|double)\.Parse|Convert\.To\w+|new Uri)$/;
/** Nodes that stand for the expression inside them. */
const wrappers = new Set(['parenthesized_expression', 'checked_expression', 'await_expression', 'postfix_unary_expression', 'argument', 'constant_pattern']);

export class CSharpReader extends ValueReader<TreeNode> {
  /** Of a call or an attribute. */
  arguments(list: TreeNode | undefined): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const argument of list === undefined ? [] : namedChildren(list)) {
      const key = field(argument, 'name');
      const value = namedChildren(argument).findLast((part) => part !== key);
      if (argument.name !== 'argument' && argument.name !== 'attribute_argument') continue;
      if (value === undefined) continue;
      if (key !== undefined) named.push({ key: textOf(key, this.source), keyRange: rangeOf(key), value: this.read(value) });
      else if (argument.name === 'attribute_argument' && value.name === 'assignment_expression') named.push(...this.assigned(value));
      else positional.push(this.read(value));
    }
    return [...positional, ...namedArguments(named)];
  }

  /** `a?.b["c"]` → `a.b.c`; type arguments are left out. */
  dotted(node: TreeNode): Name | null {
    const range = rangeOf(node);
    switch (node.name) {
      case 'identifier':
      case 'this':
      case 'base':
      case 'predefined_type':
      case 'implicit_type':
        return { text: textOf(node, this.source), range };
      case 'generic_name': {
        const name = namedChildren(node)[0];
        return name === undefined ? null : { text: textOf(name, this.source), range: rangeOf(name) };
      }
      case 'member_access_expression':
        return this.member(field(node, 'expression'), field(node, 'name'));
      case 'qualified_name':
        return this.member(field(node, 'qualifier'), field(node, 'name'));
      case 'alias_qualified_name':
        return this.member(field(node, 'alias'), field(node, 'name'));
      case 'conditional_access_expression': {
        const [object, binding] = namedChildren(node);
        return binding?.name === 'member_binding_expression' ? this.member(object, field(binding, 'name')) : null;
      }
      case 'element_access_expression': {
        const owner = this.dotted(field(node, 'expression') ?? node);
        const key = this.arguments(field(node, 'subscript'))[0];
        return owner === null || key?.kind !== 'scalar' ? null : { text: `${owner.text}.${String(key.value)}`, range };
      }
      case 'invocation_expression':
      case 'object_creation_expression': {
        const callee = this.callee(node);
        return callee === null ? null : { text: `${callee.text}()`, range };
      }
      default: {
        const inner = wrappers.has(node.name) ? namedChildren(node)[0] : undefined;
        const name = inner === undefined ? null : this.dotted(inner);
        return name === null ? null : { text: name.text, range };
      }
    }
  }

  callee(node: TreeNode): Name | null {
    if (node.name === 'invocation_expression') {
      const callee = field(node, 'function');
      return callee === undefined ? null : this.dotted(callee);
    }
    const type = field(node, 'type');
    const name = type === undefined ? null : this.dotted(type);
    return name === null ? null : { text: `new ${name.text}`, range: name.range };
  }

  /** Of a call or a creation; what stands in braces behind `new` comes last, as one map or list. */
  values(node: TreeNode): readonly ConfigNode[] {
    const initializer = field(node, 'initializer') ?? node.children.find((child) => child.name === 'initializer_expression');
    const values = this.arguments(field(node, 'arguments') ?? node.children.find((child) => child.name === 'argument_list'));
    return initializer === undefined ? values : [...values, this.read(initializer)];
  }

  private member(object: TreeNode | undefined, member: TreeNode | undefined): Name | null {
    const owner = object === undefined ? null : this.dotted(object);
    const name = member === undefined ? null : this.dotted(member);
    return owner === null || name === null ? null : { text: `${owner.text}.${name.text}`, range: { start: owner.range.start, end: name.range.end } };
  }

  protected convert(node: TreeNode): ConfigNode {
    switch (node.name) {
      case 'string_literal':
      case 'verbatim_string_literal':
      case 'raw_string_literal':
      case 'character_literal':
        return this.quoted(node);
      case 'integer_literal':
      case 'real_literal':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'boolean_literal':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'null_literal':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'initializer_expression':
        return this.initializer(node);
      case 'array_creation_expression':
      case 'implicit_array_creation_expression': {
        const list = namedChildren(node).find((child) => child.name === 'initializer_expression');
        return list === undefined ? this.unknown(node) : { ...this.initializer(list), range: rangeOf(node) };
      }
      case 'element_binding_expression':
      case 'collection_expression':
        return { kind: 'list', items: this.arguments(node), range: rangeOf(node) };
      case 'cast_expression':
        return this.read(field(node, 'value') ?? node.children.at(-1) ?? node);
      case 'prefix_unary_expression':
        return this.unary(node);
      case 'binary_expression':
        return this.binary(node);
      case 'conditional_expression': {
        const sides = ['condition', 'consequence', 'alternative'].flatMap((role) => field(node, role) ?? []);
        return this.operation(node, '?:', sides.map((side) => this.read(side)));
      }
      case 'element_access_expression': {
        const owner = this.dotted(field(node, 'expression') ?? node);
        return owner === null ? this.unknown(node) : this.unknown(node, undefined, { name: `${owner.text}[]`, arguments: this.arguments(field(node, 'subscript')) });
      }
      case 'invocation_expression':
      case 'object_creation_expression':
        return this.call(node);
      case 'lambda_expression':
      case 'anonymous_method_expression':
        return this.unknown(node, 'function');
      default: {
        const inner = wrappers.has(node.name) ? namedChildren(node)[0] : undefined;
        return inner === undefined ? this.unknown(node) : this.read(inner);
      }
    }
  }

  private quoted(node: TreeNode): ConfigNode {
    const text = textOf(node, this.source);
    const [, open = ''] = /^(@"|"+|')/.exec(text) ?? [];
    const isRaw = node.name === 'raw_string_literal';
    const close = node.name === 'verbatim_string_literal' ? '"' : open;
    const isClosed = text.length >= open.length + close.length && text.endsWith(close);
    const range = this.inside(node, open.length, isClosed ? close.length : 0);
    const content = this.source.slice(range.start, range.end);
    if (isRaw) return this.string(content.trim(), range);
    return this.string(open === '@"' ? content.replaceAll('""', '"') : unescape(content), range);
  }

  private assigned(node: TreeNode): readonly MapEntry[] {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (left === undefined || right === undefined) return [];
    const index = left.name === 'element_binding_expression' ? this.arguments(left)[0] : undefined;
    if (index === undefined) return [{ key: textOf(left, this.source), keyRange: rangeOf(left), value: this.read(right) }];
    return [{ key: index.kind === 'scalar' ? String(index.value) : textOf(left, this.source), keyRange: index.range, value: this.read(right) }];
  }

  /** `{ A = 1, ["b"] = 2 }` is a map, `{ "a", "b" }` a list, `{ { "a", 1 } }` a map. */
  private initializer(node: TreeNode): ConfigNode {
    const parts = namedChildren(node);
    const pairs = parts.map((part) => (part.name === 'initializer_expression' ? namedChildren(part) : []));
    const entries = parts.flatMap((part, index): readonly MapEntry[] => {
      const [key, value] = pairs[index] ?? [];
      if (part.name === 'assignment_expression') return this.assigned(part);
      if (key === undefined || value === undefined) return [];
      const name = this.read(key);
      return [{ key: name.kind === 'scalar' ? String(name.value) : textOf(key, this.source), keyRange: name.range, value: this.read(value) }];
    });
    if (entries.length > 0) return { kind: 'map', entries, range: rangeOf(node) };
    return { kind: 'list', items: parts.map((part) => this.read(part)), range: rangeOf(node) };
  }

  private unary(node: TreeNode): ConfigNode {
    const operand = namedChildren(node)[0];
    const value = operand === undefined ? null : this.read(operand);
    const sign = this.source[node.from] ?? '';
    if (sign === '-' && value?.kind === 'scalar' && typeof value.value === 'number') return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    return value === null ? this.unknown(node) : this.operation(node, sign, [value]);
  }

  private binary(node: TreeNode): ConfigNode {
    const [left, right, sign] = [field(node, 'left'), field(node, 'right'), field(node, 'operator')];
    if (left === undefined || right === undefined || sign === undefined) return this.unknown(node);
    const operator = textOf(sign, this.source);
    const [one, other] = [this.read(left), this.read(right)];
    if (operator === '??' && one.kind === 'env') return withFallback(one, other, rangeOf(node));
    const folded = fold(operator, '+', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  private call(node: TreeNode): ConfigNode {
    const name = this.callee(node);
    if (name === null) return this.unknown(node);
    const values = this.values(node);
    const first = values[0];
    const lookup = lookups.has(name.text) ? lookupOf(first, undefined, rangeOf(node)) : null;
    if (lookup !== null) return lookup;
    if (casts.test(name.text) && first?.kind === 'env') return { ...first, range: rangeOf(node) };
    return this.unknown(node, `${name.text}()`, { name: name.text, arguments: values });
  }
}
