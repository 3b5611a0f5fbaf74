import type { TextRange } from '../model/text';
import { boolean, number, unescape } from './code/literals';
import { rangeOf, textOf } from './code/tree';
import { ValueReader } from './code/valueReader';
import type { ConfigNode, MapEntry, Parsed } from './node';
import { maximumDepth } from './node';
import type { HclBlock, HclLabel } from './registry';
import type { ParseTree, TreeNode } from './treeSitter/engine';
import { field, loadGrammar, namedChildren } from './treeSitter/engine';

export async function loadHcl(): Promise<(text: string) => Parsed<HclBlock>> {
  const parse: ParseTree = await loadGrammar('hcl', 'HCL');
  return (text) => {
    const whole = parse(text);
    const pieces = whole.problems.length === 0 ? [] : piecesOf(text);
    // Behind a mistake the grammar can take the rest of the file for a text: then each block is read for itself.
    const read = pieces.length > 1 && pieces.length <= maximumPieces ? pieces.map(({ start, end }) => parse(text.slice(start, end), start)) : [whole];
    const reader = new HclReader(text);
    const bodies = read.map(({ root }) => bodyOf(root.children.find((child) => child.name === 'body'), reader, 0));
    const block: HclBlock = {
      type: '',
      typeRange: { start: 0, end: 0 },
      labels: [],
      attributes: bodies.flatMap((body) => body.attributes),
      blocks: bodies.flatMap((body) => body.blocks),
      range: { start: 0, end: text.length },
    };
    return { value: block, problems: read.flatMap((one) => one.problems) };
  };
}

const maximumPieces = 2_000;

/** Blocks start at the beginning of a line, what is inside them does not. */
function piecesOf(text: string): readonly TextRange[] {
  const starts = [...text.matchAll(/^(?=[A-Za-z_])/gm)].map((match) => match.index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** References and templates are not resolved: they are `unknown` with their text (`var.region`, `"${var.a}-b"`). */
class HclReader extends ValueReader<TreeNode> {
  protected convert(node: TreeNode): ConfigNode {
    const inner = namedChildren(node);
    const only = inner[0];
    switch (node.name) {
      case 'expression':
        // `a.b[0]` is a list of parts; anything else is wrapped once.
        return inner.length === 1 && only !== undefined && only.name !== 'variable_expr' ? this.read(only) : this.unknown(node);
      case 'literal_value':
        return only === undefined ? this.unknown(node) : this.read(only);
      case 'string_lit':
      case 'quoted_template':
        return this.quoted(node);
      case 'template_expr':
        return only === undefined ? this.unknown(node) : this.read(only);
      case 'heredoc_template':
        return this.heredoc(node);
      case 'numeric_lit':
        return number(textOf(node, this.source), rangeOf(node)) ?? this.unknown(node);
      case 'bool_lit':
        return boolean(textOf(node, this.source), rangeOf(node));
      case 'null_lit':
        return { kind: 'scalar', value: null, range: rangeOf(node) };
      case 'collection_value':
        return only === undefined ? this.unknown(node) : this.read(only);
      case 'tuple':
        return { kind: 'list', items: inner.filter((item) => item.name === 'expression').map((item) => this.read(item)), range: rangeOf(node) };
      case 'object':
        return this.object(node);
      case 'function_call':
        return this.call(node);
      case 'operation':
        return this.negative(node);
      default:
        return this.unknown(node);
    }
  }

  private quoted(node: TreeNode): ConfigNode {
    if (node.children.some((part) => part.name === 'template_interpolation' || part.name === 'template_directive')) return this.unknown(node);
    const closed = node.children.at(-1)?.name === 'quoted_template_end';
    const range = this.inside(node, 1, closed ? 1 : 0);
    return this.string(unescape(this.source.slice(range.start, range.end)).replaceAll('$${', '${').replaceAll('%%{', '%{'), range);
  }

  private heredoc(node: TreeNode): ConfigNode {
    if (node.children.some((part) => part.name === 'template_interpolation' || part.name === 'template_directive')) return this.unknown(node);
    const match = /^<<(-?)\S+\r?\n((?:[^\n]*\n)*)[^\n]*$/.exec(textOf(node, this.source));
    const body = (match?.[2] ?? '').replace(/\r?\n$/, '');
    const indents = body.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
    const indent = match?.[1] === '-' && indents.length > 0 ? Math.min(...indents) : 0;
    return this.string(body.split('\n').map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n'), rangeOf(node));
  }

  private object(node: TreeNode): ConfigNode {
    const entries: MapEntry[] = [];
    for (const element of namedChildren(node)) {
      const [key, value] = [field(element, 'key'), field(element, 'val')];
      if (element.name !== 'object_elem' || key === undefined || value === undefined) continue;
      const name = this.read(key);
      const text = name.kind === 'scalar' ? String(name.value) : textOf(key, this.source);
      entries.push({ key: text, keyRange: name.range, value: this.read(value) });
    }
    return { kind: 'map', entries, range: rangeOf(node) };
  }

  private call(node: TreeNode): ConfigNode {
    const [callee, list] = namedChildren(node);
    if (callee === undefined) return this.unknown(node);
    const name = textOf(callee, this.source);
    const values = list === undefined ? [] : namedChildren(list).filter((part) => part.name === 'expression').map((part) => this.read(part));
    return this.unknown(node, `${name}()`, { name, arguments: values });
  }

  private negative(node: TreeNode): ConfigNode {
    const operation = namedChildren(node)[0];
    const operand = operation?.name === 'unary_operation' ? namedChildren(operation)[0] : undefined;
    const value = operand === undefined ? null : this.read(operand);
    const isNegative = value?.kind === 'scalar' && typeof value.value === 'number' && textOf(node, this.source).startsWith('-');
    return isNegative ? { kind: 'scalar', value: -Number(value.value), range: rangeOf(node) } : this.unknown(node);
  }
}

function bodyOf(body: TreeNode | undefined, reader: HclReader, depth: number): Pick<HclBlock, 'attributes' | 'blocks'> {
  const attributes: MapEntry[] = [];
  const blocks: HclBlock[] = [];
  for (const part of body === undefined || depth > maximumDepth ? [] : namedChildren(body)) {
    const inner = namedChildren(part);
    const [name, value] = inner;
    if (name?.name !== 'identifier') continue;
    if (part.name === 'attribute' && value !== undefined) {
      attributes.push({ key: textOf(name, reader.source), keyRange: rangeOf(name), value: reader.read(value) });
    } else if (part.name === 'block') {
      const labels = inner.slice(1).filter((label) => label.name === 'string_lit' || label.name === 'identifier').map((label) => labelOf(label, reader.source));
      const content = bodyOf(inner.find((child) => child.name === 'body'), reader, depth + 1);
      blocks.push({ type: textOf(name, reader.source), typeRange: rangeOf(name), labels, ...content, range: rangeOf(part) });
    }
  }
  return { attributes, blocks };
}

function labelOf(node: TreeNode, source: string): HclLabel {
  if (node.name === 'identifier') return { text: textOf(node, source), range: rangeOf(node) };
  const closed = node.children.at(-1)?.name === 'quoted_template_end' ? 1 : 0;
  const start = Math.min(node.from + 1, node.to);
  const range = { start, end: Math.max(start, node.to - closed) };
  return { text: source.slice(range.start, range.end), range };
}
