import type { SyntaxNode } from '@lezer/common';
import { boolean, fold, lookupOf, namedArguments, number, unescape, withFallback } from '../code/literals';
import { operands, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, EnvNode, MapEntry } from '../node';
import type { TextRange } from '../../model/text';

/** What projects call their look-ups: `System.get_env`, `env!`, `get_var_from_path_or_env`. */
const lookups = /(?:^|\.)\w*env(?:ironment)?(?:_\w+)?[!?]?$/;
const notLookups = /^(?:config_env|Mix\.env|Application\.\w+)$/;
const casts = /^(?:String\.(?:to_integer|to_atom|to_existing_atom|trim|downcase|split|to_float)|to_string|to_charlist|Integer\.parse|URI\.parse|URI\.new!?|List\.first)$/;

/** Operands without the operator between them and without the block of a call. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return operands(node).filter((part) => part.name !== 'Operator' && part.name !== 'WordOperator' && part.name !== 'DoBlock');
}

/** Atoms are the strings of their names, tuples are lists, keywords are maps. */
export class ElixirReader extends ValueReader {
  arguments(list: SyntaxNode | null | undefined): readonly ConfigNode[] {
    return list == null ? [] : this.items(list, true);
  }

  /** Keywords at the end of a list of arguments are named arguments, those in brackets one more item. */
  private items(node: SyntaxNode, isCall: boolean): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const part of parts(node)) {
      if (part.name !== 'Keywords') positional.push(this.read(part));
      else if (isCall) named.push(...this.pairs(part));
      else positional.push(...namedArguments(this.pairs(part)));
    }
    return [...positional, ...namedArguments(named)];
  }

  dotted(node: SyntaxNode): Name | null {
    const range = rangeOf(node);
    if (node.name === 'Identifier' || node.name === 'Alias') return { text: textOf(node, this.source), range };
    const [first, second] = parts(node);
    if (first === undefined) return null;
    switch (node.name) {
      case 'AtOperator': {
        const name = this.dotted(first.name === 'Call' ? (parts(first)[0] ?? first) : first);
        return name === null ? null : { text: `@${name.text}`, range: { start: node.from, end: name.range.end } };
      }
      case 'Right':
        return this.dotted(first);
      case 'Dot': {
        const [owner, member] = [first.name === 'Atom' ? { text: textOf(first, this.source), range } : this.dotted(first), second === undefined ? null : this.dotted(second)];
        return owner === null || member === null ? null : { text: `${owner.text}.${member.text}`, range };
      }
      case 'Call':
      case 'KernelCall': {
        const callee = this.dotted(first);
        return callee === null ? null : { text: `${callee.text}()`, range };
      }
      default:
        return null;
    }
  }

  protected convert(node: SyntaxNode): ConfigNode {
    switch (node.name) {
      case 'String':
      case 'Charlist':
      case 'QuotedKeyword':
      case 'QuotedAtom':
        return this.quoted(node);
      case 'Atom':
        return this.cut(node, 1, 0);
      case 'Keyword':
        return this.cut(node, 0, 1);
      case 'Integer':
      case 'Float':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'Boolean':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'Nil':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'Sigil':
      case 'StringSigil':
        return this.sigil(node);
      case 'List':
      case 'Tuple':
        return this.list(node);
      case 'Map':
        return this.map(node);
      case 'UnaryOperator':
        return this.unary(node);
      case 'BinaryOperator':
        return this.binary(node);
      case 'PipeOperator':
        return this.pipe(node);
      case 'Call':
      case 'KernelCall':
        return this.call(node);
      case 'AnonymousFunction':
      case 'CaptureOperator':
        return this.unknown(node, 'function');
      default: {
        const inner = parts(node);
        return /^(?:Right|Body|Parenthes\w+|Block)$/.test(node.name) && inner.length === 1 && inner[0] !== undefined ? this.read(inner[0]) : this.unknown(node);
      }
    }
  }

  private cut(node: SyntaxNode, before: number, after: number): ConfigNode {
    const range = this.inside(node, before, after);
    return this.string(this.source.slice(range.start, range.end), range);
  }

  private quoted(node: SyntaxNode): ConfigNode {
    if (node.getChild('Interpolation') !== null) return this.unknown(node);
    const text = textOf(node, this.source);
    const [, colon = '', quote = ''] = /^(:?)("""|'''|"|')/.exec(text) ?? [];
    const before = colon.length + quote.length;
    const close = quote === '' ? -1 : text.lastIndexOf(quote);
    const range = this.inside(node, before, close >= before ? text.length - close : 0);
    const content = this.source.slice(range.start, range.end);
    return this.string(unescape(quote.length >= 3 ? content.trim() : content), range);
  }

  /** `~w(a b)` is a list of words, `~s(a)` and `~r/a/` are their text. */
  private sigil(node: SyntaxNode): ConfigNode {
    if (node.getChild('Interpolation') !== null) return this.unknown(node);
    const content = node.getChild('QuotedContent');
    const name = node.getChild('SigilName');
    const range: TextRange = { start: content?.from ?? node.to, end: content?.to ?? node.to };
    const text = this.source.slice(range.start, range.end);
    if (name === null || !/^[wW]$/.test(textOf(name, this.source))) return this.string(text, range);
    const words = [...text.matchAll(/\S+/g)].map((word) => this.string(word[0], { start: range.start + word.index, end: range.start + word.index + word[0].length }));
    return { kind: 'list', items: words, range: rangeOf(node) };
  }

  private list(node: SyntaxNode): ConfigNode {
    const inner = parts(node);
    const keywords = inner[0];
    if (node.name === 'List' && inner.length === 1 && keywords?.name === 'Keywords') return { kind: 'map', entries: this.pairs(keywords), range: rangeOf(node) };
    return { kind: 'list', items: this.items(node, false), range: rangeOf(node) };
  }

  private map(node: SyntaxNode): ConfigNode {
    const content = node.getChild('MapContent');
    const entries = content === null ? [] : parts(content).flatMap((part) => (part.name === 'Keywords' ? this.pairs(part) : this.pair(part)));
    return { kind: 'map', entries, range: rangeOf(node) };
  }

  private pairs(keywords: SyntaxNode): readonly MapEntry[] {
    return parts(keywords).flatMap((pair) => this.pair(pair));
  }

  /** `a: 1`, `"a": 1`, `:a => 1`. */
  private pair(node: SyntaxNode): readonly MapEntry[] {
    const [key, value] = parts(node);
    if (key === undefined || value === undefined) return [];
    const name = this.read(key);
    return [{ key: name.kind === 'scalar' ? String(name.value) : textOf(key, this.source), keyRange: name.range, value: this.read(value) }];
  }

  private unary(node: SyntaxNode): ConfigNode {
    const operand = parts(node)[0];
    const value = operand === undefined ? null : this.read(operand);
    const operator = node.getChild('Operator');
    const sign = operator === null ? '' : textOf(operator, this.source);
    // The grammar lets the node begin with the white space before it.
    if (sign === '-' && value?.kind === 'scalar' && typeof value.value === 'number') return { kind: 'scalar', value: -value.value, range: { start: operator?.from ?? node.from, end: node.to } };
    return value === null ? this.unknown(node) : this.operation(node, sign, [value]);
  }

  private binary(node: SyntaxNode): ConfigNode {
    const [left, right] = parts(node);
    if (left === undefined || right === undefined) return this.unknown(node);
    const operator = this.source.slice(left.to, right.from).trim();
    const [one, other] = [this.read(left), this.read(right)];
    if ((operator === '||' || operator === 'or') && one.kind === 'env') return withFallback(one, other, rangeOf(node));
    const folded = fold(operator, '<>', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  /** `"A" |> System.get_env() |> String.to_integer()`. */
  private pipe(node: SyntaxNode): ConfigNode {
    const [left, right] = parts(node);
    const call = right === undefined ? null : parts(right)[0];
    if (left === undefined || call == null) return this.unknown(node);
    return this.called(node, call, [this.read(left), ...this.arguments(call.getChild('Arguments'))]);
  }

  private call(node: SyntaxNode): ConfigNode {
    return this.called(node, node, this.arguments(node.getChild('Arguments')));
  }

  private called(node: SyntaxNode, call: SyntaxNode, values: readonly ConfigNode[]): ConfigNode {
    const callee = parts(call)[0];
    const name = callee === undefined ? null : this.dotted(callee);
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
