import type { TextRange } from '../../model/text';
import { SourceGatherer } from '../code/collector';
import { fold, lookupOf, namedArguments, number, withFallback } from '../code/literals';
import { brief } from '../code/tree';
import type { ConfigNode, MapEntry, Parsed } from '../node';
import { maximumDepth } from '../node';
import { problem } from '../problems';
import type { SourceBlock, SourceFile } from '../registry';
import type { Token } from './lexer';
import { endToken, tokens } from './lexer';
import { conditions, declarations, fallbacks, infixes, lookups, maximumOperators, operators, withDefault } from './words';

/** A Gradle script in Groovy or Kotlin: what it calls with which arguments in which block. The rest of the languages is passed over. */
export function parseGradle(text: string): Parsed<SourceFile> {
  const reader = new GradleReader(text);
  return { value: reader.file(), problems: reader.isCut ? [problem('depth', { start: 0, end: text.length })] : [] };
}

type Within = readonly SourceBlock[];

/** An expression, and the call at its end that may still take `version "1"` or a block. */
interface Read {
  readonly value: ConfigNode;
  /** The dotted name so far, where it is one. */
  readonly name: string | null;
  readonly end: number;
}

class GradleReader extends SourceGatherer {
  private readonly all: readonly Token[];
  private at = 0;
  private depth = 0;
  isCut = false;

  constructor(private readonly source: string) {
    super();
    this.all = tokens(source);
  }

  file(): SourceFile {
    while (this.current.kind !== 'end') {
      this.statements([]);
      // A brace too many.
      this.at += 1;
      if (this.at >= this.all.length) break;
    }
    return this.result();
  }

  private get current(): Token {
    return this.all[Math.min(this.at, this.all.length - 1)] ?? endToken;
  }

  private peek(offset: number): Token {
    return this.all[this.at + offset] ?? endToken;
  }

  /** Where the last token that was read ends. */
  private get end(): number {
    return this.all[this.at - 1]?.to ?? 0;
  }

  private is(mark: string): boolean {
    return this.current.kind === 'mark' && this.current.text === mark;
  }

  private skipLines(): void {
    while (this.current.kind === 'line') this.at += 1;
  }

  /** Up to the brace that closes them, which stays. */
  private statements(within: Within): void {
    let test: readonly ConfigNode[] = [];
    while (this.current.kind !== 'end' && !this.is('}')) {
      const before = this.at;
      if (this.current.kind === 'word' && this.current.text === 'else') {
        this.at += 1;
        if (this.is('{')) this.block([...within, { name: 'else', arguments: test }]);
      } else if (this.current.kind === 'word' && conditions.has(this.current.text) && this.peek(1).text === '(') {
        this.at += 1;
        test = this.list(within, ')');
        if (this.is('{')) this.block([...within, { name: 'if', arguments: test }]);
      } else if (this.current.kind === 'word' || this.current.kind === 'string') this.statement(within);
      else if (this.is('{')) this.block(within);
      if (this.at === before) this.at += 1;
    }
  }

  private block(within: Within): void {
    this.at += 1;
    if (this.depth >= maximumDepth) {
      this.isCut = true;
      return;
    }
    this.depth += 1;
    this.statements(within);
    this.depth -= 1;
    if (this.is('}')) this.at += 1;
  }

  private statement(within: Within): void {
    if (this.current.text === 'import' && this.peek(1).kind === 'word') return this.imported();
    while (declarations.has(this.current.text) && this.peek(1).kind === 'word') this.at += 1;
    // `String name = …` of Groovy.
    if (this.current.kind === 'word' && this.peek(1).kind === 'word' && this.peek(2).text === '=') this.at += 1;
    const start = this.current.from;
    const left = this.postfix(within, true);
    // `val name: Type = …`
    if (this.is(':') && this.peek(1).kind === 'word') while (!/^(?:=|\n|\}|)$/.test(this.current.text)) this.at += 1;
    if (!this.is('=') && !this.is('+=')) return;
    this.at += 1;
    this.skipLines();
    const value = this.expression(within).value;
    if (left.name !== null) this.addAssignment({ text: left.name, range: { start, end: left.end } }, value, { start, end: value.range.end }, within);
  }

  private imported(): void {
    const start = this.current.from;
    while (this.current.kind !== 'line' && this.current.kind !== 'end' && !this.is(';')) this.at += 1;
    const module = this.source.slice(start, this.end).replace(/^import\s+(?:static\s+)?|(?<!\s)\s+as\s+\w+$/g, '');
    this.addImport(module.replace(/\.\*$/, ''), module.endsWith('.*') ? ['*'] : [], { start, end: this.end });
  }

  private expression(within: Within): Read {
    let left = this.postfix(within, false);
    for (let count = 0; ; count += 1) {
      const operator = this.current;
      const isOperator = (operator.kind === 'mark' && operators.has(operator.text)) || (operator.kind === 'word' && infixes.has(operator.text));
      if (!isOperator || this.depth >= maximumDepth) return left;
      this.at += 1;
      this.skipLines();
      const right = this.postfix(within, false);
      const range = { start: left.value.range.start, end: Math.max(left.value.range.end, right.value.range.end) };
      left = { value: count < maximumOperators ? this.joined(operator.text, left.value, right.value, range) : this.unknown(range.start, range.end), name: null, end: range.end };
    }
  }

  private joined(operator: string, one: ConfigNode, other: ConfigNode, range: TextRange): ConfigNode {
    if (operator === '?:' && one.kind === 'env') return withFallback(one, other, range);
    const folded = fold(operator, '+', one, other);
    if (folded !== null) return { kind: 'scalar', value: folded, range };
    return { kind: 'unknown', why: brief(range, this.source), range, call: { name: operator, arguments: [one, other] } };
  }

  /** A value with what is called on it. A statement may also be a command: `implementation 'a:b:1'`. */
  private postfix(within: Within, isStatement: boolean): Read {
    const { from: start, kind } = this.current;
    this.depth += 1;
    let read: Read = this.depth > maximumDepth ? this.cut() : this.primary(within);
    while (this.depth <= maximumDepth) {
      const next = this.suffix(read, start, within, isStatement && kind === 'word');
      if (next === null) break;
      read = next;
    }
    this.depth -= 1;
    return read;
  }

  private cut(): Read {
    this.isCut = true;
    const { from, to } = this.current;
    if (this.current.kind !== 'end') this.at += 1;
    return { value: { kind: 'unknown', why: '…', range: { start: from, end: to } }, name: null, end: to };
  }

  private suffix(read: Read, start: number, within: Within, isStatement: boolean): Read | null {
    const next = this.current;
    if ((this.is('.') || this.is('?.') || this.is('::')) && this.peek(1).kind === 'word') {
      const member = this.peek(1);
      this.at += 2;
      const name = read.name === null ? null : `${read.name}.${member.text}`;
      return { value: this.unknown(start, member.to), name, end: member.to };
    }
    if (this.is('<')) return this.passTypes() ? read : null;
    if (this.is('(') && read.name !== null) return this.called(read, start, within, this.list(within, ')'), isStatement);
    if (this.is('[') && read.name !== null && next.from === read.end) {
      const key = this.list(within, ']')[0];
      return { value: this.unknown(start, this.end), name: key?.kind === 'scalar' ? `${read.name}.${String(key.value)}` : null, end: this.end };
    }
    const isCalled = read.name?.endsWith('()') === true;
    if (this.is('{') && read.name !== null && !isCalled) return this.called(read, start, within, [], isStatement);
    const isArgument = next.kind === 'string' || next.kind === 'number' || (next.kind === 'word' && !infixes.has(next.text)) || (this.is('[') && next.from > read.end);
    if (isStatement && isArgument && read.name !== null && !isCalled) return this.called(read, start, within, this.values(within, () => this.isEndOfCommand()), true);
    return null;
  }

  private called(read: Read, start: number, within: Within, values: readonly ConfigNode[], isStatement: boolean): Read {
    const name = read.name ?? '';
    const extra = isStatement ? this.details(within) : [];
    const all = [...values, ...namedArguments(extra)];
    if (this.is('{')) this.block([...within, { name, arguments: all }]);
    const range = { start, end: this.end };
    this.addCall({ text: name, range: { start, end: read.end } }, all, range, within);
    const lookup = lookups.has(name) ? lookupOf(all[0], all[1], range) : fallbacks.test(name) ? withDefault(this.source, read.end, all[0], range) : null;
    return { value: lookup ?? { kind: 'unknown', why: `${name}()`, range, call: { name, arguments: all } }, name: `${name}()`, end: range.end };
  }

  /** `version "1.2" apply false` behind a plugin. */
  private details(within: Within): readonly MapEntry[] {
    const entries: MapEntry[] = [];
    while (this.isDetail()) {
      const { text: key, from, to } = this.current;
      this.at += 1;
      const hasBrackets = this.is('(');
      entries.push({ key, keyRange: { start: from, end: to }, value: hasBrackets ? (this.list(within, ')')[0] ?? this.unknown(from, to)) : this.expression(within).value });
    }
    return entries;
  }

  private isEndOfCommand(): boolean {
    const { kind, text } = this.current;
    return kind === 'line' || kind === 'end' || (kind === 'mark' && /^[;{})\]]$/.test(text)) || this.isDetail();
  }

  private isDetail(): boolean {
    return this.current.kind === 'word' && /^(?:version|apply)$/.test(this.current.text) && !/^[:=]$/.test(this.peek(1).text);
  }

  /** What is between brackets, which are passed. */
  private list(within: Within, close: string): readonly ConfigNode[] {
    this.at += 1;
    const values = this.values(within, () => this.is(close) || this.current.kind === 'end' || this.is('}'));
    if (this.is(close)) this.at += 1;
    return values;
  }

  /** Values with commas between them; named ones (`a: 1`, `a = 1`) last, together. */
  private values(within: Within, isEnd: () => boolean): readonly ConfigNode[] {
    const positional: ConfigNode[] = [];
    const named: MapEntry[] = [];
    while (!isEnd()) {
      const before = this.at;
      if (this.current.kind === 'line' || this.is(',')) {
        this.at += 1;
        // A command goes on behind a comma, on the next line too.
        this.skipLines();
        continue;
      }
      const [key, mark] = [this.current, this.peek(1)];
      if ((key.kind === 'word' || key.kind === 'string') && mark.kind === 'mark' && (mark.text === ':' || mark.text === '=')) {
        this.at += 2;
        named.push({ key: key.text, keyRange: key.inner ?? { start: key.from, end: key.to }, value: this.expression(within).value });
      } else positional.push(this.expression(within).value);
      if (this.at === before) this.at += 1;
    }
    return [...positional, ...namedArguments(named)];
  }

  private primary(within: Within): Read {
    const { kind, text, from, to, inner, isTemplate } = this.current;
    const range = { start: from, end: to };
    if (kind === 'end' || this.is('}') || this.is(')') || this.is(']')) return { value: this.unknown(from, from), name: null, end: from };
    if (this.is('[') || this.is('(')) {
      const items = this.list(within, text === '[' ? ']' : ')');
      const only = items[0];
      const whole = { start: from, end: this.end };
      if (text === '(') return { value: items.length === 1 && only !== undefined ? only : this.unknown(from, this.end), name: null, end: this.end };
      const isMap = items.length === 1 && only?.kind === 'map' && only.entries[0]?.keyRange.start === only.range.start;
      return { value: isMap ? { ...only, range: whole } : { kind: 'list', items, range: whole }, name: null, end: this.end };
    }
    if (this.is('{')) {
      this.block(within);
      return { value: { kind: 'unknown', why: 'function', range: { start: from, end: this.end } }, name: null, end: this.end };
    }
    this.at += 1;
    if (kind === 'string') return { value: isTemplate === true ? this.template(range, inner ?? range) : { kind: 'scalar', value: text, range: inner ?? range }, name: null, end: to };
    if (kind === 'number') return { value: number(text, range) ?? this.unknown(from, to), name: null, end: to };
    if (kind !== 'word') return this.signed(text, from, within);
    if (text === 'new' && this.current.kind === 'word') {
      const type = this.primary(within);
      return { ...type, name: type.name === null ? null : `new ${type.name}` };
    }
    if (text === 'true' || text === 'false') return { value: { kind: 'scalar', value: text === 'true', range }, name: null, end: to };
    if (text === 'null') return { value: { kind: 'scalar', value: null, range }, name: null, end: to };
    return { value: this.unknown(from, to), name: text, end: to };
  }

  private template(range: TextRange, inner: TextRange): ConfigNode {
    const text: ConfigNode = { kind: 'scalar', value: this.source.slice(inner.start, inner.end), range: inner };
    return { kind: 'unknown', why: brief(range, this.source), range, call: { name: 'template', arguments: [text] } };
  }

  private signed(sign: string, from: number, within: Within): Read {
    if (sign !== '-' && sign !== '!' && sign !== '+') return { value: this.unknown(from, from + sign.length), name: null, end: from + sign.length };
    const { value, end } = this.postfix(within, false);
    const isNumber = sign === '-' && value.kind === 'scalar' && typeof value.value === 'number';
    return { value: isNumber ? { kind: 'scalar', value: -Number(value.value), range: { start: from, end } } : this.unknown(from, end), name: null, end };
  }

  /** Type arguments: `named<Jar>("jar")`. */
  private passTypes(): boolean {
    let offset = 1;
    while (this.peek(offset).kind === 'word' || /^[.,?*<>]$/.test(this.peek(offset).text)) offset += 1;
    const isTypes = this.peek(offset - 1).text === '>' && /^[({.]$/.test(this.peek(offset).text);
    if (isTypes) this.at += offset;
    return isTypes;
  }

  private unknown(start: number, end: number): ConfigNode {
    const range = { start, end: Math.max(start, end) };
    return { kind: 'unknown', why: brief(range, this.source), range };
  }
}
