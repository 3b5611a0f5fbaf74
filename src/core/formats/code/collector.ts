import type { SyntaxNode, Tree } from '@lezer/common';
import type { TextRange } from '../../model/text';
import type { ConfigNode } from '../node';
import type { SourceAssignment, SourceBlock, SourceCall, SourceClass, SourceFile, SourceImport } from '../registry';
import type { Name } from './valueReader';

/** Gathers what a language finds in a file. */
export abstract class SourceGatherer {
  private readonly assignments: SourceAssignment[] = [];
  private readonly calls: SourceCall[] = [];
  private readonly imports: SourceImport[] = [];
  private readonly classes: SourceClass[] = [];
  private readonly decorators: SourceCall[] = [];

  /** In the order of the text. */
  protected result(): SourceFile {
    return {
      assignments: this.assignments.sort((one, other) => one.targetRange.start - other.targetRange.start),
      calls: this.calls.sort(byName),
      imports: this.imports.sort((one, other) => one.range.start - other.range.start),
      classes: this.classes.sort((one, other) => one.nameRange.start - other.nameRange.start),
      decorators: this.decorators.sort(byName),
    };
  }

  protected addAssignment(target: Name | null, value: ConfigNode, range: TextRange, within: readonly SourceBlock[] = []): void {
    if (target !== null) this.assignments.push({ target: target.text, targetRange: target.range, value, range, ...inside(within) });
  }

  protected addCall(callee: Name | null, values: readonly ConfigNode[], range: TextRange, within: readonly SourceBlock[] = []): void {
    if (callee !== null) this.calls.push({ name: callee.text, nameRange: callee.range, arguments: values, range, ...inside(within) });
  }

  protected addDecorator(callee: Name | null, values: readonly ConfigNode[], range: TextRange): void {
    if (callee !== null) this.decorators.push({ name: callee.text, nameRange: callee.range, arguments: values, range });
  }

  protected addImport(module: string, names: readonly string[], range: TextRange): void {
    if (module !== '') this.imports.push({ module, names, range });
  }

  protected addClass(name: Name, parents: readonly string[]): void {
    this.classes.push({ name: name.text, nameRange: name.range, parents });
  }
}

/** Walks a tree once and gathers what a language's `visit` finds. */
export abstract class SourceCollector extends SourceGatherer {
  protected abstract visit(name: string, node: SyntaxNode): void;

  collect(tree: Tree): SourceFile {
    tree.iterate({ enter: ({ name, node }) => this.visit(name, node) });
    return this.result();
  }
}

function inside(within: readonly SourceBlock[]): { readonly within?: readonly SourceBlock[] } {
  return within.length === 0 ? {} : { within };
}

/** Where two names start together (`a` of `a()` and `a().b`), the shorter was called first. */
function byName(one: SourceCall, other: SourceCall): number {
  return one.nameRange.start - other.nameRange.start || one.nameRange.end - other.nameRange.end;
}
