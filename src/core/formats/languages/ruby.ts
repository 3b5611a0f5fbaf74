import { SourceGatherer } from '../code/collector';
import { rangeOf, textOf } from '../code/tree';
import type { ConfigNode, Parsed } from '../node';
import type { SourceBlock, SourceFile } from '../registry';
import type { TreeNode } from '../treeSitter/engine';
import { field, loadGrammar, namedChildren } from '../treeSitter/engine';
import { RubyReader } from './rubyValues';

export async function loadRuby(): Promise<(text: string) => Parsed<SourceFile>> {
  const parse = await loadGrammar('ruby', 'Ruby');
  return (text) => {
    const { root, problems } = parse(text);
    return { value: new RubyCollector(text).collect(root), problems };
  };
}

type Within = readonly SourceBlock[];

/** Modules that a class takes in count as its parents. */
const mixins = new Set(['include', 'extend', 'prepend']);

class RubyCollector extends SourceGatherer {
  private readonly reader: RubyReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new RubyReader(source);
  }

  collect(root: TreeNode): SourceFile {
    this.statements(root.children, []);
    return this.result();
  }

  private visitAll(nodes: readonly TreeNode[], within: Within): void {
    for (const node of nodes) if (node.named) this.visit(node, within);
  }

  /** A name that stands alone calls a method without arguments. */
  private statements(nodes: readonly TreeNode[], within: Within): void {
    for (const node of nodes) {
      if (node.name === 'identifier') this.addCall({ text: textOf(node, this.source), range: rangeOf(node) }, [], rangeOf(node), within);
      else if (node.named) this.visit(node, within);
    }
  }

  private visit(node: TreeNode, within: Within): void {
    switch (node.name) {
      case 'call':
        return this.call(node, within, true);
      case 'assignment':
      case 'operator_assignment':
        return this.assignment(node, within);
      case 'if':
      case 'elsif':
      case 'unless':
        return this.condition(node, within);
      case 'if_modifier':
      case 'unless_modifier':
        return this.modifier(node, within);
      case 'case':
        return this.cases(node, within);
      case 'class':
      case 'module':
        this.classOf(node);
        return this.visitAll(node.children, within);
      case 'method':
      case 'singleton_method':
        return this.method(node, within);
      case 'then':
      case 'else':
      case 'body_statement':
      case 'block_body':
        return this.statements(node.children, within);
      default:
        return this.visitAll(node.children, within);
    }
  }

  /** What a method says holds where somebody calls it: its name is the argument of the block `def`. */
  private method(node: TreeNode, within: Within): void {
    const name = field(node, 'name');
    const block: Within = name === undefined ? [] : [{ name: 'def', arguments: [{ kind: 'scalar', value: textOf(name, this.source), range: rangeOf(name) }] }];
    this.visitAll(node.children.filter((child) => child !== name), [...within, ...block]);
  }

  /** `isUsed`: false for the receiver of another call, which is a call of its own only with arguments. */
  private call(node: TreeNode, within: Within, isUsed: boolean): void {
    const name = this.reader.dotted(node);
    const [receiver, list, block] = [field(node, 'receiver'), field(node, 'arguments'), field(node, 'block')];
    const values = this.reader.arguments(list);
    if (isUsed || list !== undefined || block !== undefined) {
      this.addCall(name, values, rangeOf(node), within);
      const module = values[0];
      if ((name?.text === 'require' || name?.text === 'require_relative') && module?.kind === 'scalar') this.addImport(String(module.value), [], rangeOf(node));
    }
    if (receiver?.name === 'call') this.call(receiver, within, false);
    else if (receiver !== undefined) this.visit(receiver, within);
    if (list !== undefined) this.visitAll(list.children, within);
    if (block !== undefined) this.visitAll(block.children, name === null ? within : [...within, { name: name.text, arguments: values }]);
  }

  private assignment(node: TreeNode, within: Within): void {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (left === undefined || right === undefined) return;
    if (left.name === 'left_assignment_list') {
      const values = right.name === 'right_assignment_list' ? namedChildren(right) : [];
      namedChildren(left).forEach((target, index) => {
        const value = values[index];
        if (value !== undefined) this.addAssignment(this.reader.dotted(target), this.reader.read(value), { start: target.from, end: value.to }, within);
      });
    } else {
      this.addAssignment(this.reader.dotted(left), this.reader.read(right), rangeOf(node), within);
    }
    this.visit(right, within);
  }

  private condition(node: TreeNode, within: Within): void {
    const [test, yes, no] = [field(node, 'condition'), field(node, 'consequence'), field(node, 'alternative')];
    if (test === undefined) return this.visitAll(node.children, within);
    this.visit(test, within);
    const values = [this.reader.read(test)];
    if (yes !== undefined) this.statements(yes.children, [...within, { name: node.name === 'unless' ? 'unless' : 'if', arguments: values }]);
    if (no !== undefined) this.visit(no, [...within, { name: 'else', arguments: values }]);
  }

  private modifier(node: TreeNode, within: Within): void {
    const [body, test] = [field(node, 'body'), field(node, 'condition')];
    if (test === undefined || body === undefined) return this.visitAll(node.children, within);
    this.visit(test, within);
    this.visit(body, [...within, { name: node.name === 'unless_modifier' ? 'unless' : 'if', arguments: [this.reader.read(test)] }]);
  }

  /** `case x when 'a'` is the condition `x === 'a'` of each branch. */
  private cases(node: TreeNode, within: Within): void {
    const subject = field(node, 'value');
    if (subject !== undefined) this.visit(subject, within);
    const tests: ConfigNode[] = [];
    for (const branch of namedChildren(node)) {
      if (branch === subject) continue;
      const patterns = namedChildren(branch).filter((child) => child.name === 'pattern');
      const body = branch.children.filter((child) => !patterns.includes(child));
      if (branch.name !== 'when' || patterns.length === 0) {
        this.visitAll(body, [...within, ...tests.map((test) => ({ name: 'else', arguments: [test] }))]);
        continue;
      }
      const test = this.reader.asks(subject, patterns);
      tests.push(test);
      this.visitAll(body, [...within, { name: 'if', arguments: [test] }]);
    }
  }

  private classOf(node: TreeNode): void {
    const name = field(node, 'name');
    if (name === undefined) return;
    const parents = namedChildren(field(node, 'superclass') ?? node).filter((child) => child.field === null && field(node, 'superclass') !== undefined);
    const included = namedChildren(field(node, 'body') ?? node).flatMap((call) => {
      const method = field(call, 'method');
      const isMixin = call.name === 'call' && field(call, 'receiver') === undefined && method !== undefined && mixins.has(textOf(method, this.source));
      return isMixin ? namedChildren(field(call, 'arguments') ?? call).filter((part) => part !== method) : [];
    });
    this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, [...parents, ...included].map((parent) => textOf(parent, this.source)));
  }
}
