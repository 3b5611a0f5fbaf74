import { SourceGatherer } from '../code/collector';
import { brief, rangeOf, textOf } from '../code/tree';
import type { ConfigNode, Parsed } from '../node';
import type { SourceBlock, SourceFile } from '../registry';
import type { TreeNode } from '../treeSitter/engine';
import { field, loadGrammar, namedChildren } from '../treeSitter/engine';
import { CSharpReader } from './csharpValues';

export async function loadCSharp(): Promise<(text: string) => Parsed<SourceFile>> {
  const parse = await loadGrammar('csharp', 'C#');
  return (text) => {
    const { root, problems } = parse(text);
    return { value: new CSharpCollector(text).collect(root), problems };
  };
}

type Within = readonly SourceBlock[];

const types = new Set(['class_declaration', 'record_declaration', 'interface_declaration', 'struct_declaration', 'enum_declaration']);

class CSharpCollector extends SourceGatherer {
  private readonly reader: CSharpReader;

  constructor(private readonly source: string) {
    super();
    this.reader = new CSharpReader(source);
  }

  collect(root: TreeNode): SourceFile {
    this.visitAll(root.children, []);
    return this.result();
  }

  private visitAll(nodes: readonly TreeNode[], within: Within): void {
    for (const node of nodes) if (node.named) this.visit(node, within);
  }

  private visit(node: TreeNode, within: Within): void {
    switch (node.name) {
      case 'invocation_expression':
      case 'object_creation_expression':
        return this.call(node, within);
      case 'if_statement':
        return this.condition(node, within);
      case 'switch_body':
        return this.cases(node, within);
      case 'switch_statement': {
        const [value, body] = [field(node, 'value'), field(node, 'body')];
        if (value !== undefined) this.visit(value, within);
        if (body !== undefined) this.cases(body, within, value);
        return;
      }
      case 'initializer_expression':
        // Its parts are entries of a value, not assignments.
        return this.visitAll(node.children.flatMap((part) => (part.name === 'assignment_expression' ? (field(part, 'right') ?? []) : part)), within);
      case 'using_directive':
        return this.imported(node);
      case 'attribute':
        return this.attribute(node);
      case 'assignment_expression':
      case 'variable_declarator':
      case 'property_declaration':
        this.assignment(node, within);
    }
    if (types.has(node.name)) this.classOf(node);
    this.visitAll(node.children, within);
  }

  private call(node: TreeNode, within: Within): void {
    const name = this.reader.callee(node);
    const values = this.reader.values(node);
    this.addCall(name, values, rangeOf(node), within);
    const list = field(node, 'arguments');
    // What a lambda does belongs to the call that takes it: `AddDbContext(o => o.UseNpgsql())`.
    const inner = name === null ? within : [...within, { name: name.text, arguments: values }];
    for (const child of node.children) this.visitAll(child === list ? [] : [child], within);
    for (const argument of list?.children ?? []) {
      const holdsLambda = argument.children.some((part) => part.name === 'lambda_expression' || part.name === 'anonymous_method_expression');
      this.visitAll(argument.children, holdsLambda ? inner : within);
    }
  }

  private condition(node: TreeNode, within: Within): void {
    const [test, yes, no] = [field(node, 'condition'), field(node, 'consequence'), field(node, 'alternative')];
    if (test === undefined) return this.visitAll(node.children, within);
    this.visit(test, within);
    const values = [this.reader.read(test)];
    if (yes !== undefined) this.visit(yes, [...within, { name: 'if', arguments: values }]);
    if (no !== undefined) this.visit(no, [...within, { name: 'else', arguments: values }]);
  }

  /** `case "a":` is the condition `subject == "a"` of what follows; labels that follow each other share it. */
  private cases(body: TreeNode, within: Within, subject?: TreeNode): void {
    let patterns: TreeNode[] = [];
    for (const section of namedChildren(body)) {
      const pattern = namedChildren(section).find((child) => child.name.endsWith('_pattern'));
      if (pattern !== undefined) patterns.push(pattern);
      const statements = section.children.filter((child) => child !== pattern);
      if (!statements.some((child) => child.named)) continue;
      const sides = [subject, ...patterns].flatMap((side) => (side === undefined ? [] : [this.reader.read(side)]));
      this.visitAll(statements, pattern === undefined ? within : [...within, { name: 'if', arguments: [this.comparison(pattern, sides)] }]);
      patterns = [];
    }
  }

  private comparison(node: TreeNode, sides: readonly ConfigNode[]): ConfigNode {
    return { kind: 'unknown', why: brief(rangeOf(node), this.source), range: rangeOf(node), call: { name: '==', arguments: sides } };
  }

  private assignment(node: TreeNode, within: Within): void {
    const target = field(node, 'left') ?? field(node, 'name');
    const equals = node.children.findIndex((child) => !child.named && child.name === '=');
    const value = field(node, 'right') ?? field(node, 'value') ?? (equals < 0 ? undefined : node.children.slice(equals + 1).find((child) => child.named));
    if (target === undefined || value === undefined) return;
    this.addAssignment(this.reader.dotted(target), this.reader.read(value), { start: target.from, end: value.to }, within);
  }

  private imported(node: TreeNode): void {
    const path = namedChildren(node).findLast((child) => child.field !== 'name');
    if (path !== undefined) this.addImport(textOf(path, this.source), [], rangeOf(node));
  }

  private attribute(node: TreeNode): void {
    const name = field(node, 'name');
    const list = node.children.find((child) => child.name === 'attribute_argument_list');
    this.addDecorator(name === undefined ? null : this.reader.dotted(name), this.reader.arguments(list), rangeOf(node));
  }

  private classOf(node: TreeNode): void {
    const name = field(node, 'name');
    const bases = node.children.find((child) => child.name === 'base_list');
    if (name === undefined) return;
    const parents = bases === undefined ? [] : namedChildren(bases).flatMap((base) => this.reader.dotted(base.name === 'primary_constructor_base_type' ? (namedChildren(base)[0] ?? base) : base)?.text ?? []);
    this.addClass({ text: textOf(name, this.source), range: rangeOf(name) }, parents);
  }
}
