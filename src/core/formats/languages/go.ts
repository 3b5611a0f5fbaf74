import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/go';
import { SourceCollector } from '../code/collector';
import { boolean, fold, lookupOf, number, unescape, withFallback } from '../code/literals';
import { parseTree } from '../code/parse';
import { operands, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry, Parsed } from '../node';
import type { SourceFile } from '../registry';

export function parseGo(text: string): Parsed<SourceFile> {
  const { tree, problems } = parseTree(parser, text, 'Go');
  // The grammar misses the end of a statement behind `true` and `nil`: nothing is missing there.
  const real = problems.filter(({ range }) => range.end > range.start);
  return { value: new GoCollector(text).collect(tree), problems: real };
}

function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return operands(node).filter((part) => !/Op$|^TypeArgs$/.test(part.name));
}

/** The standard library's look-ups and what most projects call their own with a fall-back. */
const lookups = /^(?:os\.(?:Getenv|LookupEnv)|(?:\w+\.)?(?:getenv|[gG]etEnv|[gG]etEnvOr|[gG]etEnv(?:Or|With)?Default|[eE]nvOr|[eE]nvOrDefault|[gG]etEnv(?:String|Str|Int|Bool|Duration)))$/;
const casts = new Set(['string', 'int', 'bool', 'strconv.Atoi', 'strconv.ParseBool', 'strconv.ParseInt', 'strings.TrimSpace', 'url.Parse', 'time.ParseDuration']);

class GoReader extends ValueReader {
  arguments(list: SyntaxNode | null | undefined): readonly ConfigNode[] {
    return list == null ? [] : parts(list).map((part) => this.read(part));
  }

  dotted(node: SyntaxNode): Name | null {
    const range = rangeOf(node);
    if (/^(?:VariableName|DefName|TypeName|FieldName)$/.test(node.name)) return { text: textOf(node, this.source), range };
    const [object, member] = parts(node);
    if (object === undefined) return null;
    switch (node.name) {
      case 'ParameterizedExpr':
      case 'ParenthesizedExpr':
      case 'PointerType':
      case 'ParameterizedType':
        return this.dotted(object);
      case 'SelectorExpr':
      case 'QualifiedType': {
        const owner = this.dotted(object);
        return owner === null || member === undefined ? null : { text: `${owner.text}.${textOf(member, this.source)}`, range };
      }
      case 'IndexExpr': {
        const owner = this.dotted(object);
        const index = member === undefined ? null : this.read(member);
        return owner === null || index?.kind !== 'scalar' ? null : { text: `${owner.text}.${String(index.value)}`, range };
      }
      case 'CallExpr': {
        const callee = this.dotted(object);
        return callee === null ? null : { text: `${callee.text}()`, range };
      }
      default:
        return null;
    }
  }

  protected convert(node: SyntaxNode): ConfigNode {
    const [first] = parts(node);
    switch (node.name) {
      case 'String':
      case 'Rune':
        return this.quoted(node);
      case 'Number':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'Bool':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'Nil':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'VariableName':
        return textOf(node, this.source) === 'nil' ? { kind: 'scalar', value: null, range: rangeOf(node) } : this.unknown(node);
      case 'ParenthesizedExpr':
      case 'Key':
        return first === undefined ? this.unknown(node) : this.read(first);
      case 'UnaryExp':
        return this.unary(node, first);
      case 'BinaryExp':
        return this.binary(node);
      case 'TypedLiteral':
      case 'LiteralValue':
      case 'Element':
        return this.composite(node);
      case 'CallExpr':
        return this.call(node);
      case 'FunctionLiteral':
        return this.unknown(node, 'function');
      default:
        return this.unknown(node);
    }
  }

  private quoted(node: SyntaxNode): ConfigNode {
    const text = textOf(node, this.source);
    const closed = text.length >= 2 && text.endsWith(text[0] ?? '');
    const range = this.inside(node, 1, closed ? 1 : 0);
    const content = this.source.slice(range.start, range.end);
    return this.string(text.startsWith('`') ? content.replaceAll('\r', '') : unescape(content), range);
  }

  private unary(node: SyntaxNode, operand: SyntaxNode | undefined): ConfigNode {
    const value = operand === undefined ? null : this.read(operand);
    const sign = textOf(node, this.source)[0] ?? '';
    // A pointer to a literal says what the literal says.
    if (sign === '&' && (value?.kind === 'map' || value?.kind === 'list')) return value;
    if (sign === '-' && value?.kind === 'scalar' && typeof value.value === 'number') return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    return value === null ? this.unknown(node) : this.operation(node, sign, [value]);
  }

  private binary(node: SyntaxNode): ConfigNode {
    const [left, right] = parts(node);
    if (left === undefined || right === undefined) return this.unknown(node);
    const operator = this.source.slice(left.to, right.from).trim();
    const [one, other] = [this.read(left), this.read(right)];
    const folded = fold(operator, '+', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  /** `redis.Options{Addr: "x"}` is a map with its type as tag, `[]string{"x"}` a list. */
  private composite(node: SyntaxNode): ConfigNode {
    const [first, ...rest] = parts(node);
    if (node.name === 'Element') return first === undefined ? this.unknown(node) : this.read(rest.at(-1) ?? first);
    const body = node.name === 'LiteralValue' ? node : node.getChild('LiteralValue');
    const type = node.name === 'TypedLiteral' && first !== undefined ? this.dotted(first) : null;
    const tag = type === null ? {} : { tag: type.text };
    const elements = body?.getChildren('Element') ?? [];
    const keyed = elements.flatMap((element) => this.entry(element));
    if (keyed.length === 0 && elements.length > 0) return { kind: 'list', items: elements.map((element) => this.read(element)), range: rangeOf(node), ...tag };
    const isList = first?.name === 'SliceType' || first?.name === 'ArrayType';
    return isList ? { kind: 'list', items: [], range: rangeOf(node) } : { kind: 'map', entries: keyed, range: rangeOf(node), ...tag };
  }

  private entry(element: SyntaxNode): readonly MapEntry[] {
    const key = element.getChild('Key');
    const value = parts(element).at(-1);
    if (key === null || value === undefined || value.name === 'Key') return [];
    const name = this.read(key);
    return [{ key: name.kind === 'scalar' ? String(name.value) : textOf(key, this.source), keyRange: name.range, value: this.read(value) }];
  }

  private call(node: SyntaxNode): ConfigNode {
    const callee = parts(node)[0];
    const name = callee === undefined ? null : this.dotted(callee);
    const values = this.arguments(node.getChild('Arguments'));
    if (name === null) return this.unknown(node);
    const [first, second] = values;
    if (lookups.test(name.text)) {
      const lookup = lookupOf(first, second, rangeOf(node));
      if (lookup !== null) return lookup;
    }
    if (name.text === 'cmp.Or' && first?.kind === 'env' && second !== undefined) return withFallback(first, second, rangeOf(node));
    if (casts.has(name.text) && first?.kind === 'env') return { ...first, range: rangeOf(node) };
    return this.unknown(node, `${name.text}()`, { name: name.text, arguments: values });
  }
}

class GoCollector extends SourceCollector {
  private readonly reader: GoReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new GoReader(source);
  }

  protected visit(name: string, node: SyntaxNode): void {
    switch (name) {
      case 'CallExpr': {
        const callee = parts(node)[0];
        if (callee !== undefined && callee.name !== 'Arguments') this.addCall(this.reader.dotted(callee), this.reader.arguments(node.getChild('Arguments')), rangeOf(node));
        return;
      }
      case 'VarSpec':
      case 'ConstSpec':
      case 'Assignment':
        return this.assignment(node);
      case 'VarDecl':
        if (node.getChild(':=') !== null) this.assignment(node);
        return;
      case 'ImportSpec':
        return this.imported(node);
      case 'FieldDecl':
        return this.tags(node);
      case 'TypeSpec':
        return this.type(node);
    }
  }

  /** `a, b := f()` gives the call to `a`, which is what Go's `value, err` convention means. */
  private assignment(node: SyntaxNode): void {
    const targets: SyntaxNode[] = [];
    const values: SyntaxNode[] = [];
    let isRight = false;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === '=' || child.name === ':=' || child.name === 'UpdateOp') isRight = true;
      else if (/^[A-Z]/.test(child.name) && !child.type.isError && !child.name.endsWith('Comment')) (isRight ? values : targets).push(child);
    }
    values.forEach((value, index) => {
      const target = targets[index];
      if (target !== undefined) this.addAssignment(this.reader.dotted(target), this.reader.read(value), { start: target.from, end: value.to });
    });
  }

  private imported(node: SyntaxNode): void {
    const path = node.getChild('String');
    const value = path === null ? null : this.reader.read(path);
    if (value?.kind === 'scalar') this.addImport(String(value.value), [], rangeOf(node));
  }

  /** Each pair of a field's tag is a decorator: `env:"URL"` is `env` with `URL`. */
  private tags(node: SyntaxNode): void {
    const tag = node.getChild('String');
    if (tag === null) return;
    for (const match of textOf(tag, this.source).matchAll(/([\w-]+):"((?:[^"\\\n]|\\.)*)"/g)) {
      const [, name = '', value = ''] = match;
      const start = tag.from + match.index;
      const inner = { start: start + name.length + 2, end: start + name.length + 2 + value.length };
      this.addDecorator({ text: name, range: { start, end: start + name.length } }, [{ kind: 'scalar', value: unescape(value), range: inner }], { start, end: inner.end + 1 });
    }
  }

  /** Embedded types are parents. */
  private type(node: SyntaxNode): void {
    const name = node.getChild('DefName');
    const body = node.getChild('StructType')?.getChild('StructBody') ?? node.getChild('InterfaceType')?.getChild('InterfaceBody');
    if (name === null || body == null) return;
    const parents = body.getChildren('FieldDecl').filter((field) => field.getChild('FieldName') === null).flatMap((field) => this.reader.dotted(parts(field)[0] ?? field)?.text ?? []);
    this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, parents);
  }
}
