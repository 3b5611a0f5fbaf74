import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from 'lezer-elixir';
import { SourceGatherer } from '../code/collector';
import { parseTree } from '../code/parse';
import { brief, operands, rangeOf, textOf } from '../code/tree';
import type { ConfigNode, Parsed } from '../node';
import type { SourceBlock, SourceFile } from '../registry';
import { ElixirReader, parts } from './elixirValues';

export function parseElixir(text: string): Parsed<SourceFile> {
  const { tree, problems } = parseTree(parser, text, 'Elixir');
  // The grammar takes the key of `"a" => 1` for a keyword; it reads the pair all the same.
  const real = problems.filter(({ range }) => text.slice(range.start, range.end) !== '=>');
  return { value: new ElixirCollector(text).collect(tree), problems: real };
}

type Within = readonly SourceBlock[];

/** Deeper code is passed over: a visit is a call of its own. */
const maximumNesting = 1_000;
const imports = new Set(['import', 'use', 'require', 'alias']);

class ElixirCollector extends SourceGatherer {
  private readonly reader: ElixirReader;
  private depth = 0;

  constructor(private readonly source: string) {
    super();
    this.reader = new ElixirReader(source);
  }

  collect(tree: Tree): SourceFile {
    this.visitAll(operands(tree.topNode), []);
    return this.result();
  }

  private visitAll(nodes: readonly SyntaxNode[], within: Within): void {
    if (this.depth >= maximumNesting) return;
    this.depth += 1;
    for (const node of nodes) this.visit(node, within);
    this.depth -= 1;
  }

  private visit(node: SyntaxNode, within: Within): void {
    switch (node.name) {
      case 'Call':
      case 'KernelCall':
        return this.call(node, within, []);
      case 'PipeOperator': {
        const [left, right] = parts(node);
        const call = right === undefined ? undefined : parts(right)[0];
        if (left !== undefined) this.visit(left, within);
        if (left !== undefined && (call?.name === 'Call' || call?.name === 'KernelCall')) return this.call(call, within, [this.reader.read(left)]);
        return this.visitAll(call === undefined ? [] : [call], within);
      }
      case 'BinaryOperator':
        this.assignment(node, within);
        break;
      case 'AtOperator':
        return this.attribute(node, within);
      case 'FunctionDefinitionCall':
        return this.definition(node, within);
    }
    this.visitAll(operands(node), within);
  }

  private call(node: SyntaxNode, within: Within, piped: readonly ConfigNode[]): void {
    const callee = parts(node)[0];
    const list = node.getChild('Arguments');
    const name = callee === undefined || callee === list ? null : this.reader.dotted(callee);
    const values = [...piped, ...this.reader.arguments(list)];
    const block = node.getChild('DoBlock');
    if (name?.text === 'if' || name?.text === 'unless') return this.condition(node, within, name.text);
    if (name?.text === 'case' && block !== null) return this.cases(list, block, within);
    this.addCall(name, values, rangeOf(node), within);
    if (callee !== undefined && callee.name === 'Dot') this.visitAll(parts(callee).filter((part) => part.name === 'Call'), within);
    if (name !== null && imports.has(name.text)) this.imported(node, list);
    if (name?.text === 'defmodule') this.moduleOf(list, block);
    if (list !== null) this.visitAll(operands(list), within);
    const isDefinition = name === null || name.text === 'defmodule';
    if (block !== null) this.visitAll(operands(block), isDefinition ? within : [...within, { name: name.text, arguments: values }]);
  }

  /** With a block, or with `do:` among the arguments. */
  private condition(node: SyntaxNode, within: Within, name: string): void {
    const list = node.getChild('Arguments');
    const block = node.getChild('DoBlock');
    const [test, ...rest] = list === null ? [] : parts(list);
    if (test === undefined) return;
    this.visit(test, within);
    const values = [this.reader.read(test)];
    const inside = (branch: string): Within => [...within, { name: branch, arguments: values }];
    for (const pair of rest.flatMap((part) => (part.name === 'Keywords' ? parts(part) : []))) {
      this.visitAll(parts(pair).slice(1), inside(textOf(pair, this.source).startsWith('else') ? 'else' : name));
    }
    for (const part of block === null ? [] : operands(block)) {
      if (part.name === 'ElseBlock') this.visitAll(operands(part), inside('else'));
      else this.visit(part, inside(name));
    }
  }

  /** `case x do "a" -> …` is the condition `x == "a"` of each branch. */
  private cases(list: SyntaxNode | null, block: SyntaxNode, within: Within): void {
    const subject = list === null ? undefined : parts(list)[0];
    if (subject !== undefined) this.visit(subject, within);
    for (const clause of operands(block)) {
      const pattern = clause.getChild('Arguments');
      const body = clause.getChild('Body');
      if (clause.name !== 'StabClause' || pattern === null || body === null) {
        this.visit(clause, within);
        continue;
      }
      const sides = [...(subject === undefined ? [] : [this.reader.read(subject)]), ...this.reader.arguments(pattern)];
      const range = rangeOf(pattern);
      const isRest = /^_\w*$/.test(textOf(pattern, this.source));
      const test: ConfigNode = { kind: 'unknown', why: brief(range, this.source), range, call: { name: '==', arguments: sides } };
      this.visitAll(operands(body), isRest ? within : [...within, { name: 'if', arguments: [test] }]);
    }
  }

  private assignment(node: SyntaxNode, within: Within): void {
    const [target, value] = parts(node);
    if (target === undefined || value === undefined || this.source.slice(target.to, value.from).trim() !== '=') return;
    this.addAssignment(this.reader.dotted(target), this.reader.read(value), rangeOf(node), within);
  }

  /** `@name value`. */
  private attribute(node: SyntaxNode, within: Within): void {
    const list = node.getChild('Call')?.getChild('Arguments');
    const value = this.reader.arguments(list)[0];
    if (list != null) this.visitAll(operands(list), within);
    if (value !== undefined) this.addAssignment(this.reader.dotted(node), value, rangeOf(node), within);
  }

  /** `defp deps do [ … ] end`: a function whose body is one value, or ends on a list, assigns it to its name. */
  private definition(node: SyntaxNode, within: Within): void {
    const list = node.getChild('Arguments');
    const block = node.getChild('DoBlock');
    const head = list === null ? undefined : parts(list)[0];
    const keywords = list === null ? [] : parts(list).filter((part) => part.name === 'Keywords').flatMap((part) => parts(part));
    const body = block === null ? keywords.flatMap((pair) => parts(pair).slice(1, 2)) : operands(block);
    // What is computed before a list or keywords does not hide what the function answers with.
    const value = body.at(-1);
    const name = head === undefined ? null : this.reader.dotted(head.name === 'Call' ? (parts(head)[0] ?? head) : head);
    const answer = value === undefined ? undefined : this.reader.read(value);
    if (answer !== undefined && (body.length === 1 || answer.kind === 'map' || answer.kind === 'list')) this.addAssignment(name, answer, rangeOf(node), within);
    this.visitAll(body, within);
  }

  /** `alias A.{B, C}` imports the names `B` and `C` of `A`. */
  private imported(node: SyntaxNode, list: SyntaxNode | null): void {
    const module = list === null ? undefined : parts(list)[0];
    const name = module === undefined ? null : this.reader.dotted(module);
    if (name !== null) this.addImport(name.text, [], rangeOf(node));
    const [owner, group] = module?.name === 'Dot' ? parts(module) : [];
    const names = group?.getChild('Tuple');
    if (owner !== undefined && names != null) this.addImport(textOf(owner, this.source), parts(names).map((part) => textOf(part, this.source)), rangeOf(node));
  }

  /** What a module uses counts as its parents. */
  private moduleOf(list: SyntaxNode | null, block: SyntaxNode | null): void {
    const name = list === null ? undefined : parts(list)[0];
    if (name === undefined) return;
    const used = (block === null ? [] : operands(block)).filter((part) => part.name === 'KernelCall' && textOf(parts(part)[0] ?? part, this.source) === 'use');
    const parents = used.flatMap((part) => parts(part.getChild('Arguments') ?? part).slice(0, 1)).flatMap((module) => this.reader.dotted(module)?.text ?? []);
    this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, parents);
  }
}
