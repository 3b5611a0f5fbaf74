import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { SourceCollector } from '../code/collector';
import { boolean, fold, lookupOf, namedArguments, number, splitArguments, unescape, withFallback } from '../code/literals';
import { parseTree } from '../code/parse';
import { operands, rangeOf, textOf } from '../code/tree';
import type { Name } from '../code/valueReader';
import { ValueReader } from '../code/valueReader';
import type { ConfigNode, MapEntry, Parsed } from '../node';
import { valueAt } from '../node';
import type { SourceFile } from '../registry';
import { returnedSetting } from './pythonMethods';

export function parsePython(text: string): Parsed<SourceFile> {
  const { tree, problems } = parseTree(parser, text, 'Python');
  return { value: new PythonCollector(text).collect(tree), problems: problems.filter(({ range }) => !isBareYield(text, range.start)) };
}

/** The grammar wants a value behind `yield`, and Python does not. */
function isBareYield(text: string, end: number): boolean {
  return /\byield$/.test(text.slice(Math.max(0, end - 6), end));
}

/** django-environ's readers and the variable that each takes when none is named. */
const environDefaults: Readonly<Record<string, string | null>> = {
  str: null, bool: null, int: null, float: null, list: null, tuple: null, dict: null, json: null, url: null, path: null, bytes: null,
  db: 'DATABASE_URL', db_url: 'DATABASE_URL', cache: 'CACHE_URL', cache_url: 'CACHE_URL', email: 'EMAIL_URL', email_url: 'EMAIL_URL',
  search_url: 'SEARCH_URL', channels: 'CHANNELS_URL', channels_url: 'CHANNELS_URL',
};
const directLookups = new Set(['os.environ.get', 'os.getenv', 'environ.get', 'getenv', 'os.environ.setdefault', 'environ.setdefault', 'env', 'config', 'decouple.config', 'env.get_value']);
const environments = new Set(['os.environ', 'environ']);
const casts = new Set(['int', 'str', 'bool', 'float', 'strtobool', 'Path', 'json.loads']);

class PythonReader extends ValueReader {
  arguments(list: SyntaxNode | undefined): readonly ConfigNode[] {
    if (list?.name !== 'ArgList') return [];
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    const parts = operands(list);
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index];
      const value = parts[index + 2];
      if (part === undefined || part.name === 'AssignOp') continue;
      if (parts[index + 1]?.name === 'AssignOp' && value !== undefined) {
        named.push({ key: textOf(part, this.source), keyRange: rangeOf(part), value: this.read(value) });
        index += 2;
      } else positional.push(this.read(part));
    }
    return [...positional, ...namedArguments(named)];
  }

  /** `a.b['c']` → `a.b.c`; null for what is no chain of names. */
  dotted(node: SyntaxNode): Name | null {
    const range = rangeOf(node);
    if (node.name === 'VariableName') return { text: textOf(node, this.source), range };
    const [object, member] = operands(node);
    if (object === undefined) return null;
    if (node.name === 'CallExpression') {
      const callee = this.dotted(object);
      return callee === null ? null : { text: `${callee.text}()`, range };
    }
    if (node.name !== 'MemberExpression' || member === undefined) return null;
    const owner = this.dotted(object);
    if (owner === null) return null;
    if (member.name === 'PropertyName') return { text: `${owner.text}.${textOf(member, this.source)}`, range };
    const index = this.read(member);
    return index.kind === 'scalar' ? { text: `${owner.text}.${String(index.value)}`, range } : null;
  }

  protected convert(node: SyntaxNode): ConfigNode {
    switch (node.name) {
      case 'String':
        return this.quoted(node);
      case 'ContinuedString':
        return this.joined(node);
      case 'Number':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'Boolean':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'None':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'DictionaryExpression':
        return this.dictionary(node);
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return { kind: 'list', items: operands(node).map((item) => this.read(item)), range: rangeOf(node) };
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        return this.first(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'ConditionalExpression':
        return this.conditional(node);
      case 'CallExpression':
        return this.call(node);
      case 'MemberExpression':
        return this.member(node);
      case 'LambdaExpression':
        return this.unknown(node, 'function');
      default:
        return this.unknown(node);
    }
  }

  private first(node: SyntaxNode): ConfigNode {
    const inner = operands(node)[0];
    return inner === undefined ? this.unknown(node) : this.read(inner);
  }

  private quoted(node: SyntaxNode): ConfigNode {
    const text = textOf(node, this.source);
    const [, prefix = '', quotes = ''] = /^([A-Za-z]*)("""|'''|"|')/.exec(text) ?? [];
    const start = prefix.length + quotes.length;
    const closed = text.length >= start + quotes.length && text.endsWith(quotes) && quotes !== '';
    const range = this.inside(node, start, closed ? quotes.length : 0);
    const content = this.source.slice(range.start, range.end);
    return this.string(/r/i.test(prefix) ? content : unescape(content), range);
  }

  private joined(node: SyntaxNode): ConfigNode {
    let value = '';
    for (const part of operands(node)) {
      const piece = this.read(part);
      if (piece.kind !== 'scalar') return this.unknown(node);
      value += String(piece.value);
    }
    return this.string(value, rangeOf(node));
  }

  private dictionary(node: SyntaxNode): ConfigNode {
    const entries: MapEntry[] = [];
    let key: SyntaxNode | null = null;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === ':' || child.type.isError || child.name.endsWith('Comment')) continue;
      if (child.name === ',' || child.name === '{' || child.name === '}' || child.name === '**') key = null;
      else if (key === null) key = child.prevSibling?.name === '**' ? null : child;
      else {
        const name = this.read(key);
        const text = name.kind === 'scalar' ? String(name.value) : textOf(key, this.source);
        entries.push({ key: text, keyRange: name.range, value: this.read(child) });
        key = null;
      }
    }
    return { kind: 'map', entries, range: rangeOf(node) };
  }

  private unary(node: SyntaxNode): ConfigNode {
    const operand = operands(node).find((part) => !part.name.endsWith('Op'));
    const value = operand === undefined ? null : this.read(operand);
    const isNegative = textOf(node, this.source).startsWith('-');
    if (value?.kind === 'scalar' && typeof value.value === 'number' && isNegative) {
      return { kind: 'scalar', value: -value.value, range: rangeOf(node) };
    }
    return this.unknown(node);
  }

  private binary(node: SyntaxNode): ConfigNode {
    const [left, right] = operands(node).filter((part) => !part.name.endsWith('Op'));
    if (left === undefined || right === undefined) return this.unknown(node);
    const operator = this.source.slice(left.to, right.from).replace(/\\\r?\n|#[^\n]*/g, ' ').trim();
    const [one, other] = [this.read(left), this.read(right)];
    if (operator === 'or' && one.kind === 'env') return withFallback(one, other, rangeOf(node));
    const folded = fold(operator, '+', one, other);
    return folded === null ? this.operation(node, operator, [one, other]) : { kind: 'scalar', value: folded, range: rangeOf(node) };
  }

  /** `os.environ['A'] if 'A' in os.environ else 'b'`. */
  private conditional(node: SyntaxNode): ConfigNode {
    const [value, test, otherwise] = operands(node);
    const read = value === undefined ? null : this.read(value);
    if (read?.kind !== 'env' || test === undefined || otherwise === undefined) return this.unknown(node);
    const asked = [test, ...operands(test)].map((part) => this.read(part));
    const isAsked = asked.some((part) => (part.kind === 'env' && part.key === read.key) || (part.kind === 'scalar' && part.value === read.key));
    return isAsked ? withFallback(read, this.read(otherwise), rangeOf(node)) : this.unknown(node);
  }

  private call(node: SyntaxNode): ConfigNode {
    const [callee, list] = operands(node);
    const name = callee === undefined ? null : this.dotted(callee);
    const values = this.arguments(list);
    if (name === null || callee === undefined) return this.unknown(node);
    const lookup = this.lookup(node, name, values);
    return lookup ?? this.unknown(node, `${name.text}()`, { name: name.text, arguments: values });
  }

  private lookup(node: SyntaxNode, name: Name, values: readonly ConfigNode[]): ConfigNode | null {
    const range = rangeOf(node);
    const { positional, named } = splitArguments(values);
    const text = name.text.replace(/^self\./, '');
    const method = text.slice(text.lastIndexOf('.') + 1);
    // A second argument that is a bare name is a type to convert to.
    const second = positional[1]?.kind === 'unknown' && positional[1].call === undefined ? undefined : positional[1];
    const fallback = valueAt(named, 'default') ?? second;
    if (directLookups.has(text)) return lookupOf(positional[0] ?? valueAt(named, 'key'), fallback, range);
    if (/^(?:\w+\.)*env\.\w+$/.test(text) && Object.hasOwn(environDefaults, method)) {
      const standard = environDefaults[method];
      if (positional[0] !== undefined || valueAt(named, 'var') !== undefined) return lookupOf(positional[0] ?? valueAt(named, 'var'), fallback, range);
      const end = name.range.end;
      return typeof standard === 'string' ? { kind: 'env', key: standard, keyRange: { start: end - method.length, end }, fallback: fallback ?? null, range } : null;
    }
    if (text === 'dj_database_url.config') {
      const key = valueAt(named, 'env');
      const known = key?.kind === 'scalar' && typeof key.value === 'string' ? key.value : 'DATABASE_URL';
      return { kind: 'env', key: known, keyRange: key?.range ?? name.range, fallback: fallback ?? null, range };
    }
    const only = positional[0];
    return casts.has(text) && only?.kind === 'env' ? { ...only, range } : null;
  }

  private member(node: SyntaxNode): ConfigNode {
    const [object, index] = operands(node);
    const owner = object === undefined ? null : this.dotted(object);
    if (owner !== null && index !== undefined && index.name !== 'PropertyName' && environments.has(owner.text)) {
      const lookup = lookupOf(this.read(index), undefined, rangeOf(node));
      if (lookup !== null) return lookup;
    }
    return this.unknown(node);
  }
}

class PythonCollector extends SourceCollector {
  private readonly reader: PythonReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new PythonReader(source);
  }

  protected visit(name: string, node: SyntaxNode): void {
    switch (name) {
      case 'CallExpression': {
        const [callee, list] = operands(node);
        if (callee !== undefined) this.addCall(this.reader.dotted(callee), this.reader.arguments(list), rangeOf(node));
        return;
      }
      case 'AssignStatement':
      case 'UpdateStatement':
        return this.assignment(node);
      case 'ImportStatement':
        return this.importStatement(node);
      case 'Decorator':
        return this.decorator(node);
      case 'ReturnStatement': {
        const setting = returnedSetting(node, this.source);
        if (setting !== null) this.addAssignment(setting.target, this.reader.read(setting.value), rangeOf(node));
        return;
      }
      case 'ClassDefinition': {
        const [className, list] = operands(node);
        if (className === undefined) return;
        const parents = list?.name === 'ArgList' ? operands(list).flatMap((part) => this.reader.dotted(part)?.text ?? []) : [];
        this.addClass({ text: textOf(className, this.source), range: rangeOf(className) }, parents);
      }
    }
  }

  private assignment(node: SyntaxNode): void {
    const parts = operands(node).filter((part) => part.name !== 'TypeDef' && !part.name.endsWith('Op'));
    const value = parts.at(-1);
    if (parts.length < 2 || value === undefined) return;
    const read = this.reader.read(value);
    // `A = B = value` assigns twice.
    for (const target of parts.slice(0, -1)) this.addAssignment(this.reader.dotted(target), read, rangeOf(node));
  }

  private importStatement(node: SyntaxNode): void {
    const text = textOf(node, this.source);
    const from = /^from\s+(\S+)\s+import\b([\s\S]*)$/.exec(text);
    if (from?.[1] !== undefined) {
      const names = (from[2] ?? '').replace(/#[^\n]*/g, '').replace(/[()\\]/g, ' ').split(',');
      this.addImport(from[1], names.map(withoutAlias).filter((one) => one !== ''), rangeOf(node));
      return;
    }
    for (const module of text.replace(/^import\s+/, '').split(',')) this.addImport(withoutAlias(module), [], rangeOf(node));
  }

  private decorator(node: SyntaxNode): void {
    const parts = operands(node).filter((part) => part.name !== 'At');
    const list = parts.find((part) => part.name === 'ArgList');
    const names = parts.filter((part) => part !== list);
    const [first, last] = [names[0], names.at(-1)];
    if (first === undefined || last === undefined) return;
    const call = first.name === 'CallExpression' ? operands(first) : null;
    const callee = call?.[0] === undefined ? { text: names.map((part) => textOf(part, this.source)).join('.'), range: { start: first.from, end: last.to } } : this.reader.dotted(call[0]);
    this.addDecorator(callee, this.reader.arguments(call?.[1] ?? list), rangeOf(node));
  }
}

function withoutAlias(name: string): string {
  return name.trim().replace(/(?<!\s)\s+as\s+\w+$/, '');
}
