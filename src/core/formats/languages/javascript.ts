import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { SourceCollector } from '../code/collector';
import { boolean, fold, lookupOf, number, unescape, withFallback } from '../code/literals';
import { parseTree } from '../code/parse';
import { operands, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry, Parsed } from '../node';
import type { SourceFile } from '../registry';

/** TypeScript's grammar reads JavaScript as well. `<T>x` and `<T>(x) => x` exclude JSX. */
const plain = parser.configure({ dialect: 'ts' });
const withJsx = parser.configure({ dialect: 'ts jsx' });

/** Any element ends in one of these. */
const jsx = /<\/|\/>/;

/** JavaScript and TypeScript, with JSX where there is some. */
export function parseJavaScript(text: string): Parsed<SourceFile> {
  // Stars without end, as in banners, take the library a second where no comment holds them.
  const source = text.replace(/\*{64,}/g, (stars) => `**${' '.repeat(stars.length - 4)}**`);
  const { tree, problems } = parseTree(jsx.test(text) ? withJsx : plain, source, 'JavaScript');
  return { value: new JavaScriptCollector(text).collect(tree), problems };
}

const environments = new Set(['process.env', 'import.meta.env', 'Bun.env']);
const lookupCalls = /^(?:Deno\.env\.get|env|env\.(?:get|int|float|bool|array|json|date)|Env\.get|(?:this\.)?configService\.(?:get|getOrThrow))$/;
const casts = new Set(['Number', 'String', 'Boolean', 'parseInt', 'parseFloat', 'Number.parseInt', 'Number.parseFloat']);

/** Operands without punctuation that the grammar names, types and modifiers. */
function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return operands(node).filter((part) => !/^(?:Equals|Arrow|Spread|Star|TypeArgList|TypeAnnotation|Type[A-Z]\w*|InterpolationStart|InterpolationEnd|Decorator)$|Op$/.test(part.name));
}

class JavaScriptReader extends ValueReader {
  arguments(list: SyntaxNode | undefined): readonly ConfigNode[] {
    return list?.name === 'ArgList' ? parts(list).map((part) => this.read(part)) : [];
  }

  dotted(node: SyntaxNode): Name | null {
    const range = rangeOf(node);
    if (/^(?:VariableName|VariableDefinition|PropertyDefinition|this|super|ImportMeta)$/.test(node.name)) return { text: textOf(node, this.source), range };
    const [object, member] = parts(node);
    if (object === undefined) return null;
    switch (node.name) {
      case 'InstantiationExpression':
      case 'PostfixExpression':
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        return this.dotted(object);
      case 'CallExpression': {
        const callee = this.dotted(object);
        return callee === null ? null : { text: `${callee.text}()`, range };
      }
      case 'NewExpression': {
        const callee = this.dotted(object);
        return callee === null ? null : { text: `new ${callee.text}()`, range };
      }
      case 'MemberExpression': {
        const owner = this.dotted(object);
        if (owner === null || member === undefined) return null;
        if (member.name === 'PropertyName' || member.name === 'PrivatePropertyName') return { text: `${owner.text}.${textOf(member, this.source)}`, range };
        const index = this.read(member);
        return index.kind === 'scalar' ? { text: `${owner.text}.${String(index.value)}`, range } : null;
      }
      default:
        return null;
    }
  }

  protected convert(node: SyntaxNode): ConfigNode {
    switch (node.name) {
      case 'String':
        return this.quoted(node);
      case 'TemplateString':
        return operands(node).some((part) => part.name === 'Interpolation') ? this.unknown(node) : this.quoted(node);
      case 'Number':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'BooleanLiteral':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'null':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'VariableName':
        return textOf(node, this.source) === 'undefined' ? { kind: 'scalar', value: null, range: rangeOf(node) } : this.unknown(node);
      case 'ArrayExpression':
        return { kind: 'list', items: parts(node).map((item) => this.read(item)), range: rangeOf(node) };
      case 'ObjectExpression':
        return this.object(node);
      case 'ParenthesizedExpression':
      case 'PostfixExpression':
      case 'AwaitExpression':
      case 'PrefixCast':
        return this.through(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'ConditionalExpression':
        return this.conditional(node);
      case 'MemberExpression':
        return this.member(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.call(node);
      case 'ArrowFunction':
      case 'FunctionExpression':
        return this.unknown(node, 'function');
      default:
        return this.unknown(node);
    }
  }

  private through(node: SyntaxNode): ConfigNode {
    const inner = parts(node)[0];
    return inner === undefined ? this.unknown(node) : this.read(inner);
  }

  private quoted(node: SyntaxNode): ConfigNode {
    const text = textOf(node, this.source);
    const closed = text.length >= 2 && text.endsWith(text[0] ?? '');
    const range = this.inside(node, 1, closed ? 1 : 0);
    return this.string(unescape(this.source.slice(range.start, range.end)), range);
  }

  private object(node: SyntaxNode): ConfigNode {
    const entries: MapEntry[] = [];
    for (const property of operands(node)) {
      const [key, value] = parts(property);
      if (property.name !== 'Property' || key === undefined || property.firstChild?.name === 'Spread') continue;
      const isName = key.name === 'PropertyDefinition' || key.name === 'PropertyName';
      const name = isName ? null : this.read(key);
      const text = name?.kind === 'scalar' ? String(name.value) : textOf(key, this.source);
      const read = value === undefined ? this.unknown(key) : value.name === 'ParamList' ? this.unknown(value, 'function') : this.read(value);
      entries.push({ key: text, keyRange: name?.range ?? rangeOf(key), value: read });
    }
    return { kind: 'map', entries, range: rangeOf(node) };
  }

  private unary(node: SyntaxNode): ConfigNode {
    const operand = parts(node)[0];
    const value = operand === undefined ? null : this.read(operand);
    const operator = textOf(node, this.source)[0];
    if (operator === '+' && value?.kind === 'env') return { ...value, range: rangeOf(node) };
    if (operator === '-' && value?.kind === 'scalar' && typeof value.value === 'number') return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    return this.unknown(node);
  }

  private binary(node: SyntaxNode): ConfigNode {
    const [left, right] = parts(node);
    if (left === undefined) return this.unknown(node);
    const operator = this.source.slice(left.to, right?.from ?? node.to).trim().split(/\s/)[0] ?? '';
    const one = this.read(left);
    // `value as Type`, `value satisfies Type`
    if (right === undefined) return /^(?:as|satisfies)$/.test(operator) ? one : this.unknown(node);
    const other = this.read(right);
    if ((operator === '??' || operator === '||') && one.kind === 'env') return withFallback(one, other, rangeOf(node));
    const folded = fold(operator, '+', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  private conditional(node: SyntaxNode): ConfigNode {
    const [test, yes, no] = parts(node);
    if (test === undefined || yes === undefined || no === undefined) return this.unknown(node);
    const value = this.read(yes);
    const asked = [test, ...parts(test)].map((part) => this.read(part));
    const isAsked = value.kind === 'env' && asked.some((part) => part.kind === 'env' && part.key === value.key);
    return isAsked && value.kind === 'env' ? withFallback(value, this.read(no), rangeOf(node)) : this.operation(node, '?:', [this.read(test), value, this.read(no)]);
  }

  private member(node: SyntaxNode): ConfigNode {
    const [object, member] = parts(node);
    const owner = object === undefined ? null : this.dotted(object);
    if (owner === null || member === undefined || !environments.has(owner.text)) return this.unknown(node);
    const key = member.name === 'PropertyName' ? this.string(textOf(member, this.source), rangeOf(member)) : this.read(member);
    return lookupOf(key, undefined, rangeOf(node)) ?? this.unknown(node);
  }

  private call(node: SyntaxNode): ConfigNode {
    const [callee, ...rest] = parts(node);
    const name = callee === undefined ? null : this.dotted(callee);
    const values = this.arguments(rest.find((part) => part.name === 'ArgList'));
    if (name === null) return this.unknown(node);
    const [first, second] = values;
    if (node.name === 'CallExpression') {
      if (lookupCalls.test(name.text)) {
        const lookup = lookupOf(first, second?.kind === 'map' ? undefined : second, rangeOf(node));
        if (lookup !== null) return lookup;
      }
      if (casts.has(name.text) && first?.kind === 'env') return { ...first, range: rangeOf(node) };
    }
    const text = node.name === 'NewExpression' ? `new ${name.text}` : name.text;
    return this.unknown(node, `${text}()`, { name: text, arguments: values });
  }
}

class JavaScriptCollector extends SourceCollector {
  private readonly reader: JavaScriptReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new JavaScriptReader(source);
  }

  protected visit(name: string, node: SyntaxNode): void {
    switch (name) {
      case 'CallExpression':
      case 'NewExpression':
        return this.call(node);
      case 'VariableDeclaration':
        return this.declaration(node);
      case 'AssignmentExpression':
      case 'PropertyDeclaration':
        return this.assignment(node);
      case 'ExportDeclaration':
        return this.exported(node);
      case 'ImportDeclaration':
        return this.imported(node);
      case 'DynamicImport':
        return this.module(operands(node)[0], [], node);
      case 'Decorator':
        return this.decorator(node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.classOf(node);
    }
  }

  private call(node: SyntaxNode): void {
    const [callee, ...rest] = parts(node);
    const name = callee === undefined || callee.name === 'ArgList' ? null : this.reader.dotted(callee);
    const list = rest.find((part) => part.name === 'ArgList');
    if (name === null) return;
    const text = node.name === 'NewExpression' ? `new ${name.text}` : name.text;
    this.addCall({ text, range: name.range }, this.reader.arguments(list), rangeOf(node));
    if (text === 'require' && list !== undefined) this.module(parts(list)[0], this.namesBefore(node), node);
  }

  /** `const { Queue } = require('bullmq')`. */
  private namesBefore(node: SyntaxNode): readonly string[] {
    const pattern = node.prevSibling?.name === 'Equals' ? node.prevSibling.prevSibling : null;
    return pattern?.name === 'ObjectPattern' ? parts(pattern).flatMap((property) => parts(property).slice(0, 1).map((name) => textOf(name, this.source))) : [];
  }

  private declaration(node: SyntaxNode): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const value = child.name === 'Equals' ? child.nextSibling : null;
      const before = child.prevSibling?.name === 'TypeAnnotation' ? child.prevSibling.prevSibling : child.prevSibling;
      if (value === null || before?.name !== 'VariableDefinition') continue;
      this.addAssignment(this.reader.dotted(before), this.reader.read(value), { start: before.from, end: value.to });
    }
  }

  private assignment(node: SyntaxNode): void {
    const [target, value] = parts(node);
    const hasEquals = node.getChild('Equals') !== null;
    if (target === undefined || value === undefined || !hasEquals) return;
    this.addAssignment(this.reader.dotted(target), this.reader.read(value), rangeOf(node));
  }

  private exported(node: SyntaxNode): void {
    const keyword = node.getChild('default');
    const value = parts(node)[0];
    if (keyword === null || value === undefined || value.name.endsWith('Declaration')) return;
    this.addAssignment({ text: 'default', range: rangeOf(keyword) }, this.reader.read(value), rangeOf(node));
  }

  private imported(node: SyntaxNode): void {
    const module = operands(node).find((part) => part.name === 'String');
    const group = node.getChild('ImportGroup');
    const names: string[] = [];
    const standard = node.getChild('VariableDefinition');
    if (standard !== null) names.push(standard.prevSibling?.name === 'as' ? '*' : 'default');
    for (let child = group?.firstChild ?? null; child !== null; child = child.nextSibling) {
      const isName = child.name === 'VariableName' || (child.name === 'VariableDefinition' && child.prevSibling?.name !== 'as');
      if (isName) names.push(textOf(child, this.source));
    }
    this.module(module, names, node);
  }

  private module(node: SyntaxNode | undefined, names: readonly string[], statement: SyntaxNode): void {
    const value = node === undefined ? null : this.reader.read(node);
    if (value?.kind === 'scalar') this.addImport(String(value.value ?? ''), names, rangeOf(statement));
  }

  private decorator(node: SyntaxNode): void {
    const inner = operands(node)[0];
    if (inner === undefined) return;
    const [callee, list] = inner.name === 'CallExpression' ? parts(inner) : [inner, undefined];
    this.addDecorator(callee === undefined ? null : this.reader.dotted(callee), this.reader.arguments(list), rangeOf(node));
  }

  private classOf(node: SyntaxNode): void {
    const name = node.getChild('VariableDefinition');
    const parents: string[] = [];
    for (let child = node.firstChild; child !== null && child.name !== 'ClassBody'; child = child.nextSibling) {
      if (child !== name && /^(?:VariableName|TypeName|MemberExpression)$/.test(child.name)) parents.push(textOf(child, this.source));
    }
    if (name !== null) this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, parents);
  }
}
