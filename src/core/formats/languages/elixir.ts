import { SourceGatherer } from '../code/collector';
import { brief, rangeOf, textOf } from '../code/tree';
import type { ConfigNode, Parsed } from '../node';
import type { SourceBlock, SourceFile } from '../registry';
import type { TreeNode } from '../treeSitter/engine';
import { field, loadGrammar, namedChildren } from '../treeSitter/engine';
import { argumentsOf, blockOf, ElixirReader, isOperation, parts } from './elixirValues';

export async function loadElixir(): Promise<(text: string) => Parsed<SourceFile>> {
  const parse = await loadGrammar('elixir', 'Elixir', false);
  return (text) => {
    const { root, problems } = parse(text);
    return { value: new ElixirCollector(text).collect(root), problems };
  };
}

type Within = readonly SourceBlock[];

const imports = new Set(['import', 'use', 'require', 'alias']);
const definitions = new Set(['def', 'defp', 'defmacro', 'defmacrop', 'defdelegate', 'defguard', 'defguardp', 'defn', 'defnp']);

class ElixirCollector extends SourceGatherer {
  private readonly reader: ElixirReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new ElixirReader(source);
  }

  collect(root: TreeNode): SourceFile {
    this.visitAll(namedChildren(root), []);
    return this.result();
  }

  private visitAll(nodes: readonly TreeNode[], within: Within): void {
    for (const node of nodes) this.visit(node, within);
  }

  private visit(node: TreeNode, within: Within): void {
    if (node.name === 'call') return definitions.has(this.target(node)) ? this.definition(node, within) : this.call(node, within, []);
    if (isOperation(node, '|>')) return this.pipe(node, within);
    if (isOperation(node, '@')) return this.attribute(node, within);
    if (isOperation(node, '=')) this.assignment(node, within);
    this.visitAll(namedChildren(node), within);
  }

  /** What a call without a module is called: `if`, `def`, `config`. */
  private target(node: TreeNode): string {
    const target = field(node, 'target');
    return target?.name === 'identifier' ? textOf(target, this.source) : '';
  }

  private pipe(node: TreeNode, within: Within): void {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (left !== undefined) this.visit(left, within);
    if (left !== undefined && right?.name === 'call') return this.call(right, within, [this.reader.read(left)]);
    if (right !== undefined) this.visit(right, within);
  }

  private call(node: TreeNode, within: Within, piped: readonly ConfigNode[]): void {
    const callee = field(node, 'target');
    const list = argumentsOf(node);
    const block = blockOf(node);
    const name = callee === undefined ? null : this.reader.dotted(callee);
    if (name?.text === 'if' || name?.text === 'unless') return this.condition(list, block, within, name.text);
    if (name?.text === 'case' && block !== undefined) return this.cases(list, block, within);
    const values = [...piped, ...this.reader.arguments(list)];
    this.addCall(name, values, rangeOf(node), within);
    if (callee?.name === 'dot') this.visitAll(parts(callee).filter((part) => part.name === 'call'), within);
    if (name !== null && imports.has(name.text)) this.imported(node, list);
    if (name?.text === 'defmodule') this.moduleOf(list, block);
    if (list !== undefined) this.visitAll(namedChildren(list), within);
    const isDefinition = name === null || name.text === 'defmodule';
    if (block !== undefined) this.visitAll(namedChildren(block), isDefinition ? within : [...within, { name: name.text, arguments: values }]);
  }

  /** With a block, or with `do:` among the arguments. */
  private condition(list: TreeNode | undefined, block: TreeNode | undefined, within: Within, name: string): void {
    const [test, ...rest] = list === undefined ? [] : parts(list);
    if (test === undefined) return;
    this.visit(test, within);
    const values = [this.reader.read(test)];
    const inside = (branch: string): Within => [...within, { name: branch, arguments: values }];
    for (const pair of rest.flatMap((part) => (part.name === 'keywords' ? parts(part) : []))) {
      this.visitAll(parts(pair).slice(1), inside(textOf(pair, this.source).startsWith('else') ? 'else' : name));
    }
    for (const part of block === undefined ? [] : namedChildren(block)) {
      if (part.name === 'else_block') this.visitAll(namedChildren(part), inside('else'));
      else this.visit(part, inside(name));
    }
  }

  /** `case x do "a" -> …` is the condition `x == "a"` of each branch. */
  private cases(list: TreeNode | undefined, block: TreeNode, within: Within): void {
    const subject = list === undefined ? undefined : parts(list)[0];
    if (subject !== undefined) this.visit(subject, within);
    for (const clause of namedChildren(block)) {
      const [pattern, body] = [field(clause, 'left'), field(clause, 'right')];
      if (clause.name !== 'stab_clause' || pattern?.name !== 'arguments' || body === undefined) {
        this.visit(clause, within);
        continue;
      }
      const sides = [...(subject === undefined ? [] : [this.reader.read(subject)]), ...this.reader.arguments(pattern)];
      const range = rangeOf(pattern);
      const isRest = /^_\w*$/.test(textOf(pattern, this.source));
      const test: ConfigNode = { kind: 'unknown', why: brief(range, this.source), range, call: { name: '==', arguments: sides } };
      this.visitAll(namedChildren(body), isRest ? within : [...within, { name: 'if', arguments: [test] }]);
    }
  }

  private assignment(node: TreeNode, within: Within): void {
    const [target, value] = [field(node, 'left'), field(node, 'right')];
    if (target !== undefined && value !== undefined) this.addAssignment(this.reader.dotted(target), this.reader.read(value), rangeOf(node), within);
  }

  /** `@name value`. */
  private attribute(node: TreeNode, within: Within): void {
    const call = field(node, 'operand');
    const list = call === undefined ? undefined : argumentsOf(call);
    const value = this.reader.arguments(list)[0];
    if (list !== undefined) this.visitAll(namedChildren(list), within);
    if (value !== undefined) this.addAssignment(this.reader.dotted(node), value, rangeOf(node), within);
  }

  /** `defp deps do [ … ] end`: a function whose body is one value, or ends on a list, assigns it to its name. */
  private definition(node: TreeNode, within: Within): void {
    const list = argumentsOf(node);
    const block = blockOf(node);
    const heads = list === undefined ? [] : parts(list);
    const keywords = heads.filter((part) => part.name === 'keywords').flatMap(parts);
    const body = block === undefined ? keywords.flatMap((pair) => parts(pair).slice(1, 2)) : namedChildren(block);
    // What is computed before a list or keywords does not hide what the function answers with.
    const value = body.at(-1);
    const head = heads[0];
    const name = head === undefined ? null : this.reader.dotted(head.name === 'call' ? (field(head, 'target') ?? head) : head);
    const answer = value === undefined ? undefined : this.reader.read(value);
    if (answer !== undefined && (body.length === 1 || answer.kind === 'map' || answer.kind === 'list')) this.addAssignment(name, answer, rangeOf(node), within);
    this.visitAll(body, within);
  }

  /** `alias A.{B, C}` imports the names `B` and `C` of `A`. */
  private imported(node: TreeNode, list: TreeNode | undefined): void {
    const module = list === undefined ? undefined : parts(list)[0];
    const name = module === undefined ? null : this.reader.dotted(module);
    if (name !== null) this.addImport(name.text, [], rangeOf(node));
    const [owner, group] = module?.name === 'dot' ? parts(module) : [];
    if (owner !== undefined && group?.name === 'tuple') this.addImport(textOf(owner, this.source), parts(group).map((part) => textOf(part, this.source)), rangeOf(node));
  }

  /** What a module uses counts as its parents. */
  private moduleOf(list: TreeNode | undefined, block: TreeNode | undefined): void {
    const name = list === undefined ? undefined : parts(list)[0];
    if (name === undefined) return;
    const used = (block === undefined ? [] : namedChildren(block)).filter((part) => part.name === 'call' && this.target(part) === 'use');
    const parents = used.flatMap((part) => parts(argumentsOf(part) ?? part).slice(0, 1)).flatMap((module) => this.reader.dotted(module)?.text ?? []);
    this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, parents);
  }
}
