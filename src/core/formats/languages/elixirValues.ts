import { boolean, fold, lookupOf, namedArguments, number, unescape, withFallback } from '../code/literals';
import { rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, EnvNode, MapEntry } from '../node';
import type { TextRange } from '../../model/text';
import type { TreeNode } from '../treeSitter/engine';
import { field } from '../treeSitter/engine';

/** What projects call their look-ups: `System.get_env`, `env!`, `get_var_from_path_or_env`. */
const lookups = /(?:^|\.)\w*env(?:ironment)?(?:_\w+)?[!?]?$/;
const notLookups = /^(?:config_env|Mix\.env|Application\.\w+)$/;
const casts = /^(?:String\.(?:to_integer|to_atom|to_existing_atom|trim|downcase|split|to_float)|to_string|to_charlist|Integer\.parse|URI\.parse|URI\.new!?|List\.first)$/;

/** Operands of an operation, items of a list, arguments of a call; not the block behind them. */
export function parts(node: TreeNode): readonly TreeNode[] {
  return node.children.filter(({ named, name }) => named && name !== 'do_block' && name !== 'comment' && name !== 'ERROR');
}

export function argumentsOf(call: TreeNode): TreeNode | undefined {
  return call.children.find((child) => child.name === 'arguments');
}

export function blockOf(call: TreeNode): TreeNode | undefined {
  return call.children.find((child) => child.name === 'do_block');
}

/** Whether a node applies an operator, to one operand or two. */
export function isOperation(node: TreeNode, operator: string): boolean {
  return (node.name === 'binary_operator' || node.name === 'unary_operator') && field(node, 'operator')?.name === operator;
}

/** Atoms are the strings of their names, tuples are lists, keywords are maps. */
export class ElixirReader extends ValueReader<TreeNode> {
  arguments(list: TreeNode | undefined): readonly ConfigNode[] {
    return list === undefined ? [] : this.items(list, true);
  }

  /** Keywords at the end of a list of arguments are named arguments, those in brackets one more item. */
  private items(node: TreeNode, isCall: boolean): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const part of parts(node)) {
      if (part.name !== 'keywords') positional.push(this.read(part));
      else if (isCall) named.push(...this.pairs(part));
      else positional.push(...namedArguments(this.pairs(part)));
    }
    return [...positional, ...namedArguments(named)];
  }

  dotted(node: TreeNode): Name | null {
    const range = rangeOf(node);
    if (node.name === 'identifier' || node.name === 'alias') return { text: textOf(node, this.source), range };
    const [first, second] = parts(node);
    if (first === undefined) return null;
    switch (node.name) {
      case 'unary_operator': {
        const name = isOperation(node, '@') ? this.dotted(first.name === 'call' ? (field(first, 'target') ?? first) : first) : null;
        return name === null ? null : { text: `@${name.text}`, range: { start: node.from, end: name.range.end } };
      }
      case 'dot': {
        const [owner, member] = [first.name === 'atom' ? { text: textOf(first, this.source), range } : this.dotted(first), second === undefined ? null : this.dotted(second)];
        return owner === null || member === null ? null : { text: `${owner.text}.${member.text}`, range };
      }
      case 'call': {
        const callee = this.dotted(first);
        return callee === null ? null : { text: `${callee.text}()`, range };
      }
      default:
        return null;
    }
  }

  protected convert(node: TreeNode): ConfigNode {
    switch (node.name) {
      case 'string':
      case 'charlist':
      case 'quoted_keyword':
      case 'quoted_atom':
        return this.quoted(node);
      case 'atom':
        return this.string(this.source.slice(node.from + 1, node.to), { start: node.from + 1, end: node.to });
      case 'keyword':
        return this.keyword(node);
      case 'integer':
      case 'float':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'boolean':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'nil':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'sigil':
        return this.sigil(node);
      case 'list':
      case 'tuple':
        return this.list(node);
      case 'map':
        return this.map(node);
      case 'unary_operator':
        return this.unary(node);
      case 'binary_operator':
        return isOperation(node, '|>') ? this.pipe(node) : this.binary(node);
      case 'call':
        return this.call(node);
      case 'anonymous_function':
        return this.unknown(node, 'function');
      case 'body':
      case 'block': {
        const [only, ...more] = parts(node);
        return only === undefined || more.length > 0 ? this.unknown(node) : this.read(only);
      }
      default:
        return this.unknown(node);
    }
  }

  /** The colon and a white space are part of it. */
  private keyword(node: TreeNode): ConfigNode {
    const text = textOf(node, this.source).replace(/:\s*$/, '');
    return this.string(text, { start: node.from, end: node.from + text.length });
  }

  private quoted(node: TreeNode): ConfigNode {
    if (hasInterpolation(node)) return this.unknown(node);
    const text = textOf(node, this.source);
    const [, colon = '', quote = ''] = /^(:?)("""|'''|"|')/.exec(text) ?? [];
    const before = colon.length + quote.length;
    const close = quote === '' ? -1 : text.lastIndexOf(quote);
    const range = this.inside(node, before, close >= before ? text.length - close : 0);
    const content = this.source.slice(range.start, range.end);
    return this.string(unescape(quote.length >= 3 ? content.trim() : content), range);
  }

  /** `~w(a b)` is a list of words, `~s(a)` and `~r/a/` are their text. */
  private sigil(node: TreeNode): ConfigNode {
    if (hasInterpolation(node)) return this.unknown(node);
    const [start, end] = [field(node, 'quoted_start'), field(node, 'quoted_end')];
    const name = node.children.find((child) => child.name === 'sigil_name');
    const range: TextRange = { start: start?.to ?? node.to, end: end?.from ?? node.to };
    const text = this.source.slice(range.start, range.end);
    if (name === undefined || !/^[wW]$/.test(textOf(name, this.source))) return this.string(text, range);
    const words = [...text.matchAll(/\S+/g)].map((word) => this.string(word[0], { start: range.start + word.index, end: range.start + word.index + word[0].length }));
    return { kind: 'list', items: words, range: rangeOf(node) };
  }

  private list(node: TreeNode): ConfigNode {
    const inner = parts(node);
    const keywords = inner[0];
    if (node.name === 'list' && inner.length === 1 && keywords?.name === 'keywords') return { kind: 'map', entries: this.pairs(keywords), range: rangeOf(node) };
    return { kind: 'list', items: this.items(node, false), range: rangeOf(node) };
  }

  private map(node: TreeNode): ConfigNode {
    const content = node.children.find((child) => child.name === 'map_content');
    const entries = content === undefined ? [] : parts(content).flatMap((part) => (part.name === 'keywords' ? this.pairs(part) : this.pair(part)));
    return { kind: 'map', entries, range: rangeOf(node) };
  }

  private pairs(keywords: TreeNode): readonly MapEntry[] {
    return parts(keywords).flatMap((pair) => this.pair(pair));
  }

  /** `a: 1`, `"a": 1`, `:a => 1`. */
  private pair(node: TreeNode): readonly MapEntry[] {
    const [key, value] = parts(node);
    if (key === undefined || value === undefined) return [];
    const name = this.read(key);
    return [{ key: name.kind === 'scalar' ? String(name.value) : textOf(key, this.source), keyRange: name.range, value: this.read(value) }];
  }

  private unary(node: TreeNode): ConfigNode {
    const sign = field(node, 'operator')?.name ?? '';
    const operand = field(node, 'operand');
    if (sign === '@' || operand === undefined) return this.unknown(node);
    if (sign === '&') return this.unknown(node, 'function');
    const value = this.read(operand);
    if (sign === '-' && value.kind === 'scalar' && typeof value.value === 'number') return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    return this.operation(node, sign, [value]);
  }

  private binary(node: TreeNode): ConfigNode {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (left === undefined || right === undefined) return this.unknown(node);
    const operator = this.source.slice(left.to, right.from).trim();
    const [one, other] = [this.read(left), this.read(right)];
    if ((operator === '||' || operator === 'or') && one.kind === 'env') return withFallback(one, other, rangeOf(node));
    const folded = fold(operator, '<>', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  /** `"A" |> System.get_env() |> String.to_integer()`. */
  private pipe(node: TreeNode): ConfigNode {
    const [left, call] = [field(node, 'left'), field(node, 'right')];
    if (left === undefined || call === undefined) return this.unknown(node);
    return this.called(node, call, [this.read(left), ...this.arguments(argumentsOf(call))]);
  }

  private call(node: TreeNode): ConfigNode {
    return this.called(node, node, this.arguments(argumentsOf(node)));
  }

  private called(node: TreeNode, call: TreeNode, values: readonly ConfigNode[]): ConfigNode {
    const callee = field(call, 'target') ?? call;
    const name = this.dotted(callee);
    if (name === null) return this.unknown(node);
    const lookup = lookups.test(name.text) && !notLookups.test(name.text) ? this.lookup(values, rangeOf(node)) : null;
    if (lookup !== null) return lookup;
    const first = values[0];
    if (casts.test(name.text) && first?.kind === 'env') return { ...first, range: rangeOf(node) };
    return this.unknown(node, `${name.text}()`, { name: name.text, arguments: values });
  }

  /** The variable is the first argument that looks like one; what follows is its fall-back, unless it names a type. */
  private lookup(values: readonly ConfigNode[], range: TextRange): EnvNode | null {
    const index = values.findIndex((value) => value.kind === 'scalar' && typeof value.value === 'string' && /^[A-Z][A-Z0-9_]+$/.test(value.value));
    const [fallback, other] = values.slice(index + 1);
    if (index < 0) return null;
    const isType = fallback?.kind === 'scalar' && typeof fallback.value === 'string' && this.source[fallback.range.start - 1] === ':';
    return lookupOf(values[index], isType ? other : fallback, range);
  }
}

function hasInterpolation(node: TreeNode): boolean {
  return node.children.some((child) => child.name === 'interpolation');
}
