import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/php';
import { parseTree } from '../code/parse';
import { operands, rangeOf, textOf } from '../code/tree';
import type { ConfigNode, Parsed } from '../node';
import type { PhpAssignment, PhpCall, PhpClass, PhpFile, PhpName } from '../registry';
import { calleeOf, isName, lastSegment } from './names';
import { PhpValueReader } from './values';

/** Reads a PHP file without running it. The grammar fits any text; broken places are reported and passed over. */
export function parsePhp(text: string): Parsed<PhpFile> {
  const { tree, problems } = parseTree(parser, inKnownSyntax(text), 'PHP');
  return { value: new Collector(text).collect(tree), problems };
}

const keywords =
  'abstract|and|array|as|break|callable|case|catch|class|clone|const|continue|declare|default|do|echo|else|enum|extends|final|finally|fn|for|foreach|function|global|goto|if|implements|include|instanceof|interface|isset|list|match|namespace|new|or|print|private|protected|public|readonly|require|return|static|switch|throw|trait|try|unset|use|var|while|xor|yield';

/** `default: 1`, `Choice::new('status')`, `$query->list()`. */
const keywordNames = new RegExp(String.raw`(?<=[(,]\s{0,200})(?:${keywords})(?=\s*:(?!:))|(?<=::|->)(?:${keywords})(?=\s{0,200}\()`, 'g');

/**
 * What the grammar does not know yet, made into what it knows. Lengths stay: `public private(set)` (PHP 8.4) says
 * nothing here, and a keyword that names an argument or a method becomes a plain name.
 */
function inKnownSyntax(text: string): string {
  const withoutSet = text.includes('(set)') ? text.replace(/\b(?:public|protected|private)\(set\)/g, (match) => ' '.repeat(match.length)) : text;
  return withoutSet.replace(keywordNames, (word) => `${word.slice(0, -1)}_`);
}

const functionNames = new Set(['FunctionDefinition', 'MethodDeclaration', 'FunctionExpression', 'ArrowFunction']);
const classKinds: Readonly<Record<string, PhpClass['kind']>> = {
  ClassDeclaration: 'class',
  InterfaceDeclaration: 'interface',
  TraitDeclaration: 'trait',
  EnumDeclaration: 'enum',
};

class Collector {
  private readonly reader: PhpValueReader;
  private readonly calls: PhpCall[] = [];
  private readonly attributes: PhpCall[] = [];
  private readonly classes: PhpClass[] = [];
  private readonly imports: PhpName[] = [];
  private readonly assignments: PhpAssignment[] = [];
  private functions = 0;

  constructor(private readonly source: string) {
    this.reader = new PhpValueReader(source);
  }

  collect(tree: Tree): PhpFile {
    tree.iterate({
      enter: ({ name, node }) => {
        if (functionNames.has(name)) this.functions += 1;
        this.note(name, node);
      },
      leave: ({ name }) => {
        if (functionNames.has(name)) this.functions -= 1;
      },
    });
    // A chain `a()->b()` is entered from its end: the text has the order that a reader sees.
    this.calls.sort((one, other) => one.nameRange.start - other.nameRange.start);
    return {
      returned: this.returned(tree.topNode),
      calls: this.calls,
      attributes: this.attributes,
      classes: this.classes,
      imports: this.imports,
      assignments: this.assignments,
    };
  }

  /** The last `return` of the file itself, also behind `namespace` and `declare`. */
  private returned(top: SyntaxNode): ConfigNode | null {
    let found: ConfigNode | null = null;
    for (const statement of operands(top)) {
      if (statement.name === 'NamespaceDefinition' || statement.name === 'Block' || statement.name === 'DeclareStatement') {
        found = this.returned(statement) ?? found;
      }
      const value = statement.name === 'ReturnStatement' ? operands(statement)[0] : undefined;
      if (value !== undefined) found = this.reader.read(value);
    }
    return found;
  }

  private note(name: string, node: SyntaxNode): void {
    switch (name) {
      case 'CallExpression':
      case 'NewExpression':
        return this.noteCall(node);
      case 'Attribute':
        return this.noteAttribute(node);
      case 'NamespaceUseDeclaration':
        return this.noteImports(node);
      case 'AssignmentExpression':
        return this.functions === 0 ? this.noteAssignment(node) : undefined;
      case 'VariableDeclarator':
        return this.noteProperty(node);
    }
    if (Object.hasOwn(classKinds, name)) this.noteClass(node, classKinds[name] ?? 'class');
  }

  private noteCall(node: SyntaxNode): void {
    if (node.name === 'NewExpression') this.noteAnonymousClass(node);
    const callee = calleeOf(node, this.source);
    if (callee === null) return;
    const list = operands(node).find((part) => part.name === 'ArgList');
    this.calls.push({ name: callee.name, nameRange: callee.range, arguments: this.reader.arguments(list), range: rangeOf(node) });
  }

  private noteAttribute(node: SyntaxNode): void {
    const [name, list] = operands(node);
    if (!isName(name)) return;
    const found = { name: lastSegment(textOf(name, this.source)), nameRange: rangeOf(name), arguments: this.reader.arguments(list), range: rangeOf(node) };
    this.attributes.push(found);
  }

  /** `use A\B as C, D;`, `use A\{B, C as D};`. Aliases are not names. */
  private noteImports(node: SyntaxNode): void {
    for (const part of operands(node)) {
      if (part.name === 'UseGroup') {
        const prefix = this.source.slice(node.from, part.from).replace(/^use\s+(?:function\s+|const\s+)?/, '').trim();
        for (const clause of operands(part)) {
          const name = operands(clause).find(isName);
          if (name !== undefined) this.noteImport(`${prefix}${textOf(name, this.source)}`, name);
        }
      } else if (isName(part) && !this.isAlias(part)) this.noteImport(textOf(part, this.source), part);
    }
  }

  private noteImport(name: string, node: SyntaxNode): void {
    this.imports.push({ name: name.replace(/\s+/g, '').replace(/^\\/, ''), range: rangeOf(node) });
  }

  private isAlias(node: SyntaxNode): boolean {
    return node.prevSibling?.name === 'as';
  }

  private noteAssignment(node: SyntaxNode): void {
    const [left, right] = operands(node).filter((part) => !part.name.endsWith('Op'));
    const operator = operands(node).find((part) => part.name === 'AssignOp');
    if (left === undefined || right === undefined || operator === undefined || textOf(operator, this.source) !== '=') return;
    const target = this.targetOf(left);
    if (target === null) return;
    this.assignments.push({ target, targetRange: rangeOf(left), value: this.reader.read(right), range: rangeOf(node) });
  }

  /** `$db['default']['host']` → `db.default.host`; an index that is no literal ends the story. */
  private targetOf(node: SyntaxNode): string | null {
    const keys: string[] = [];
    let current: SyntaxNode | undefined = node;
    while (current?.name === 'SubscriptExpression') {
      const [inner, index]: readonly SyntaxNode[] = operands(current);
      const key = index === undefined ? null : this.reader.read(index);
      if (key?.kind !== 'scalar') return null;
      keys.unshift(String(key.value));
      current = inner;
    }
    return current?.name === 'VariableName' ? [textOf(current, this.source).slice(1), ...keys].join('.') : null;
  }

  /** `public array $default = [...]` of a configuration class: the target is the property's name. */
  private noteProperty(node: SyntaxNode): void {
    const [name, value] = operands(node).filter((part) => !part.name.endsWith('Op'));
    if (name?.name !== 'VariableName' || value === undefined || this.functions > 0) return;
    const target = textOf(name, this.source).slice(1);
    this.assignments.push({ target, targetRange: rangeOf(name), value: this.reader.read(value), range: rangeOf(node) });
  }

  private noteAnonymousClass(node: SyntaxNode): void {
    const isClass = operands(node).some((part) => part.name === 'DeclarationList');
    const keyword = isClass ? node.getChild('class') : null;
    if (keyword !== null) this.noteClass(node, 'class', { start: keyword.to, end: keyword.to });
  }

  private noteClass(node: SyntaxNode, kind: PhpClass['kind'], anonymous?: PhpClass['nameRange']): void {
    const parts = operands(node);
    const name = anonymous === undefined ? parts.find((part) => part.name === 'Name') : undefined;
    const body = parts.find((part) => part.name === 'DeclarationList' || part.name === 'EnumBody');
    const uses = body === undefined ? [] : operands(body).filter((part) => part.name === 'UseDeclaration');
    this.classes.push({
      name: name === undefined ? '' : textOf(name, this.source),
      nameRange: name === undefined ? (anonymous ?? { start: node.from, end: node.from }) : rangeOf(name),
      kind,
      extends: this.names(parts.filter((part) => part.name === 'BaseClause')),
      implements: this.names(parts.filter((part) => part.name === 'ClassInterfaceClause')),
      traits: this.names(uses),
    });
  }

  private names(clauses: readonly SyntaxNode[]): readonly PhpName[] {
    return clauses.flatMap((clause) =>
      operands(clause).filter(isName).map((name) => ({ name: lastSegment(textOf(name, this.source)), range: rangeOf(name) })),
    );
  }
}
