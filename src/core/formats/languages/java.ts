import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/java';
import { SourceCollector } from '../code/collector';
import { boolean, fold, lookupOf, namedArguments, number, unescape } from '../code/literals';
import { parseTree } from '../code/parse';
import { operands, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry, Parsed } from '../node';
import type { SourceFile } from '../registry';

export function parseJava(text: string): Parsed<SourceFile> {
  const { tree, problems } = parseTree(parser, text, 'Java');
  // The grammar does not know `Type.class` everywhere; what it makes of it is no reason to tell anybody.
  const real = problems.filter(({ range }) => text.slice(range.start, range.end) !== 'class');
  return { value: new JavaCollector(text).collect(tree), problems: real };
}

/** Operands without operators, type arguments and modifiers. */
function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return operands(node).filter((part) => !/Op$|^(?:TypeArguments|Modifiers|Dimension|ClassBody)$/.test(part.name));
}

const environments = new Set(['System.getenv().get', 'System.getenv().getOrDefault', 'dotenv.get', 'Dotenv.load().get']);
const casts = new Set(['Integer.parseInt', 'Integer.valueOf', 'Long.parseLong', 'Long.valueOf', 'Boolean.parseBoolean', 'Boolean.valueOf', 'String.valueOf']);

class JavaReader extends ValueReader {
  arguments(list: SyntaxNode | null | undefined): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    for (const part of list == null ? [] : parts(list)) {
      const [key, value] = part.name === 'ElementValuePair' ? parts(part) : [];
      if (key !== undefined && value !== undefined) named.push({ key: textOf(key, this.source), keyRange: rangeOf(key), value: this.read(value) });
      else if (part.name !== 'ElementValuePair') positional.push(this.read(part));
    }
    return [...positional, ...namedArguments(named)];
  }

  dotted(node: SyntaxNode): Name | null {
    const range = rangeOf(node);
    if (/^(?:Identifier|TypeName|Definition|MethodName|ScopedIdentifier|ScopedTypeName|this|super)$/.test(node.name)) return { text: textOf(node, this.source).replace(/\s+/g, ''), range };
    const [object, member] = parts(node);
    if (object === undefined) return null;
    switch (node.name) {
      case 'ParenthesizedExpression':
      case 'GenericType':
        return this.dotted(object);
      case 'FieldAccess': {
        const owner = this.dotted(object);
        return owner === null || member === undefined ? null : { text: `${owner.text}.${textOf(member, this.source)}`, range };
      }
      case 'ArrayAccess': {
        const owner = this.dotted(object);
        const index = member === undefined ? null : this.read(member);
        return owner === null || index?.kind !== 'scalar' ? null : { text: `${owner.text}.${String(index.value)}`, range };
      }
      case 'MethodInvocation':
      case 'ObjectCreationExpression': {
        const callee = this.callee(node);
        return callee === null ? null : { text: `${callee.text}()`, range };
      }
      default:
        return null;
    }
  }

  /** `a.b` of `a.b(1)`, `new A` of `new A(1)`. */
  callee(node: SyntaxNode): Name | null {
    const before = parts(node).filter((part) => part.name !== 'ArgumentList');
    const [first, second] = before;
    if (first === undefined) return null;
    if (node.name === 'ObjectCreationExpression') {
      const type = before.map((part) => this.dotted(part)).find((name) => name !== null);
      return type == null ? null : { text: `new ${type.text}`, range: type.range };
    }
    if (second === undefined) return this.dotted(first);
    const owner = this.dotted(first);
    return owner === null ? null : { text: `${owner.text}.${textOf(second, this.source)}`, range: { start: first.from, end: second.to } };
  }

  protected convert(node: SyntaxNode): ConfigNode {
    switch (node.name) {
      case 'StringLiteral':
      case 'CharacterLiteral':
        return this.quoted(node);
      case 'TextBlock':
        return this.block(node);
      case 'IntegerLiteral':
      case 'FloatingPointLiteral':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'BooleanLiteral':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'null':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'ArrayInitializer':
      case 'ElementValueArrayInitializer':
        return { kind: 'list', items: parts(node).map((item) => this.read(item)), range: rangeOf(node) };
      case 'ParenthesizedExpression':
      case 'CastExpression': {
        const inner = parts(node).at(-1);
        return inner === undefined ? this.unknown(node) : this.read(inner);
      }
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'TernaryExpression':
        return this.operation(node, '?:', parts(node).map((part) => this.read(part)));
      case 'MethodInvocation':
        return this.call(node);
      case 'ObjectCreationExpression':
        // Without `new` it is what the grammar makes of `Type.class`.
        return node.getChild('new') === null ? this.unknown(node) : this.call(node);
      case 'LambdaExpression':
      case 'MethodReference':
        return this.unknown(node, 'function');
      default:
        return this.unknown(node);
    }
  }

  private quoted(node: SyntaxNode): ConfigNode {
    const text = textOf(node, this.source);
    const closed = text.length >= 2 && text.endsWith(text[0] ?? '');
    const range = this.inside(node, 1, closed ? 1 : 0);
    return this.string(unescape(this.source.slice(range.start, range.end)), range);
  }

  /** The common indentation of a text block is none of its text. */
  private block(node: SyntaxNode): ConfigNode {
    const range = this.inside(node, 3, textOf(node, this.source).endsWith('"""') ? 3 : 0);
    const lines = this.source.slice(range.start, range.end).replace(/^[ \t]*\r?\n/, '').split('\n');
    const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
    const indent = indents.length === 0 ? 0 : Math.min(...indents);
    return this.string(unescape(lines.map((line) => line.slice(indent)).join('\n')), range);
  }

  private unary(node: SyntaxNode): ConfigNode {
    const operand = parts(node)[0];
    const value = operand === undefined ? null : this.read(operand);
    if (value?.kind === 'scalar' && typeof value.value === 'number' && textOf(node, this.source).startsWith('-')) return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    return this.unknown(node);
  }

  private binary(node: SyntaxNode): ConfigNode {
    const [left, right] = parts(node);
    if (left === undefined || right === undefined) return this.unknown(node);
    const operator = this.source.slice(left.to, right.from).trim();
    const [one, other] = [this.read(left), this.read(right)];
    const folded = fold(operator, '+', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  private call(node: SyntaxNode): ConfigNode {
    const name = this.callee(node);
    const values = this.arguments(node.getChild('ArgumentList'));
    if (name === null) return this.unknown(node);
    const [first, second] = values;
    if (name.text === 'System.getenv' || environments.has(name.text)) {
      const lookup = lookupOf(first, second, rangeOf(node));
      if (lookup !== null) return lookup;
    }
    if (casts.has(name.text) && first?.kind === 'env') return { ...first, range: rangeOf(node) };
    if (name.text.startsWith('Optional.ofNullable().orElse')) {
      const inner = this.optional(node);
      if (inner?.kind === 'env' && inner.fallback === null) return { ...inner, fallback: first ?? null, range: rangeOf(node) };
    }
    return this.unknown(node, `${name.text}()`, { name: name.text, arguments: values });
  }

  /** What `Optional.ofNullable(…)` before `.orElse(…)` holds. */
  private optional(node: SyntaxNode): ConfigNode | undefined {
    return this.arguments(parts(node)[0]?.getChild('ArgumentList'))[0];
  }
}

class JavaCollector extends SourceCollector {
  private readonly reader: JavaReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new JavaReader(source);
  }

  protected visit(name: string, node: SyntaxNode): void {
    switch (name) {
      case 'MethodInvocation':
      case 'ObjectCreationExpression': {
        const list = node.getChild('ArgumentList');
        if (list !== null) this.addCall(this.reader.callee(node), this.reader.arguments(list), rangeOf(node));
        return;
      }
      case 'VariableDeclarator':
      case 'AssignmentExpression':
        return this.assignment(node);
      case 'ImportDeclaration':
        return this.imported(node);
      case 'Annotation':
      case 'MarkerAnnotation': {
        const [annotation, list] = parts(node);
        return this.addDecorator(annotation === undefined ? null : this.reader.dotted(annotation), this.reader.arguments(list), rangeOf(node));
      }
      case 'ClassDeclaration':
      case 'InterfaceDeclaration':
      case 'EnumDeclaration':
      case 'RecordDeclaration':
        return this.classOf(node);
    }
  }

  private assignment(node: SyntaxNode): void {
    const [target, value] = parts(node);
    if (target !== undefined && value !== undefined) this.addAssignment(this.reader.dotted(target), this.reader.read(value), rangeOf(node));
  }

  /** `import a.B` is the module `a.B`; `a.*` is `a` with the name `*`, a static import the class with the member's name. */
  private imported(node: SyntaxNode): void {
    const path = parts(node)[0];
    if (path === undefined) return;
    const text = textOf(path, this.source).replace(/\s+/g, '');
    const member = text.lastIndexOf('.');
    if (node.getChild('Asterisk') !== null) this.addImport(text, ['*'], rangeOf(node));
    else if (node.getChild('static') !== null && member > 0) this.addImport(text.slice(0, member), [text.slice(member + 1)], rangeOf(node));
    else this.addImport(text, [], rangeOf(node));
  }

  private classOf(node: SyntaxNode): void {
    const name = node.getChild('Definition');
    if (name === null) return;
    const lists = ['Superclass', 'SuperInterfaces', 'ExtendsInterfaces'].flatMap((kind) => node.getChildren(kind));
    const types = lists.flatMap((list) => parts(list)).flatMap((part) => (part.name === 'InterfaceTypeList' ? parts(part) : [part]));
    this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, types.flatMap((type) => this.reader.dotted(type)?.text ?? []));
  }
}
