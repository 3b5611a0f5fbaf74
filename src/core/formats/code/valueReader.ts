import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../model/text';
import type { CallShape, ConfigNode, UnknownNode } from '../node';
import { maximumDepth } from '../node';
import { brief, rangeOf } from './tree';

/** A dotted name with its place. */
export interface Name {
  readonly text: string;
  readonly range: TextRange;
}

/** What this needs of a node, whichever library made it. */
export interface CodeNode {
  readonly type: { readonly id: number };
  readonly from: number;
  readonly to: number;
}

/**
 * Turns expressions of a language into values; nothing is evaluated. One reader serves one file: what was read once is
 * not read again, however often calls nest.
 */
export abstract class ValueReader<N extends CodeNode = SyntaxNode> {
  /** By kind of node, then by place. */
  private readonly known = new Map<number, Map<number, ConfigNode>>();
  private depth = 0;

  constructor(readonly source: string) {}

  read(node: N): ConfigNode {
    const ofKind = this.readOf(node.type.id);
    // One number for both ends: files are far shorter than 2^26 characters.
    const place = node.from * 0x400_0000 + node.to;
    const present = ofKind.get(place);
    if (present !== undefined) return present;
    if (this.depth >= maximumDepth) return this.unknown(node, '…');
    this.depth += 1;
    try {
      const value = this.convert(node);
      ofKind.set(place, value);
      return value;
    } finally {
      this.depth -= 1;
    }
  }

  private readOf(kind: number): Map<number, ConfigNode> {
    const present = this.known.get(kind);
    if (present !== undefined) return present;
    const added = new Map<number, ConfigNode>();
    this.known.set(kind, added);
    return added;
  }

  protected abstract convert(node: N): ConfigNode;

  protected unknown(node: { readonly from: number; readonly to: number }, why?: string, call?: CallShape): UnknownNode {
    const range = rangeOf(node);
    const reason = why ?? brief(range, this.source);
    return call === undefined ? { kind: 'unknown', why: reason, range } : { kind: 'unknown', why: reason, range, call };
  }

  /** An operation on two values: unknown, but a reader can look at its sides (`os.getenv('DEBUG') == 'True'`). */
  protected operation(node: N, operator: string, sides: readonly ConfigNode[]): UnknownNode {
    return this.unknown(node, undefined, { name: operator, arguments: sides });
  }

  protected string(value: string, range: TextRange): ConfigNode {
    return { kind: 'scalar', value, range };
  }

  /** The range without as many characters at each end. */
  protected inside(node: CodeNode, before: number, after: number): TextRange {
    const start = Math.min(node.from + before, node.to);
    return { start, end: Math.max(start, node.to - after) };
  }
}
