import * as imported from '@vscode/tree-sitter-wasm';
import type { Parser, TreeCursor } from '@vscode/tree-sitter-wasm';
import type { ParseProblem } from '../node';
import { maximumProblems, problem } from '../problems';
import type { AssetName } from './assets';
import { loadAsset } from './assets';

/** A node of a tree, copied out of the engine's memory: named nodes and what stands between them as `name`. */
export interface TreeNode {
  readonly name: string;
  readonly type: { readonly id: number };
  /** The role that the grammar gives it in its parent: `left`, `method`. */
  readonly field: string | null;
  readonly named: boolean;
  readonly from: number;
  readonly to: number;
  readonly children: readonly TreeNode[];
}

/** `offset` is where the text starts in the file that positions are of. */
export type ParseTree = (text: string, offset?: number) => { readonly root: TreeNode; readonly problems: readonly ParseProblem[] };

/** Deeper trees are cut: whoever walks one recursively stays far from the end of the stack. */
const maximumTreeDepth = 1_000;

/** The engine asks every hundred steps whether to go on: text that makes it try readings without end is given up. */
function maximumSteps(text: string): number {
  return 2_000 + text.length / 4;
}

const emptyRoot: TreeNode = { name: 'program', type: { id: 0 }, field: null, named: true, from: 0, to: 0, children: [] };

type Engine = typeof imported;
let engine: Promise<Engine> | null = null;

const grammars = new Map<string, Promise<ParseTree>>();

/** Loads the engine once, and each grammar once into it. */
export function loadGrammar(name: Exclude<AssetName, 'engine'>, format: string): Promise<ParseTree> {
  const known = grammars.get(name);
  if (known !== undefined) return known;
  const loading = readGrammar(name, format);
  grammars.set(name, loading);
  // What failed may be tried again.
  loading.catch(() => grammars.delete(name));
  return loading;
}

async function readGrammar(name: Exclude<AssetName, 'engine'>, format: string): Promise<ParseTree> {
  engine ??= startEngine();
  const { Language, Parser: EngineParser } = await engine;
  const parser = new EngineParser();
  parser.setLanguage(await Language.load(await loadAsset(name)));
  return (text, offset = 0) => parse(parser, text, { format, offset });
}

async function startEngine(): Promise<Engine> {
  // A CommonJS module: some loaders show its exports only as `default`.
  const module = ('default' in imported ? imported.default : imported) as Engine;
  // The declared options lack what the engine's loader takes.
  const options: Parameters<typeof module.Parser.init>[0] & { readonly wasmBinary: Uint8Array } = { locateFile: (file) => file, wasmBinary: await loadAsset('engine') };
  await module.Parser.init(options);
  return module;
}

interface Place {
  readonly format: string;
  readonly offset: number;
}

/**
 * A byte order mark is white space to no grammar. White space without end makes scanners look through it again and
 * again: what follows it on its line counts as a comment.
 */
function readable(text: string): string {
  const bare = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  return bare.replace(/[ \t]{1000,}/g, (space) => `#${space.slice(1)}`);
}

function parse(parser: Parser, text: string, place: Place): ReturnType<ParseTree> {
  let steps = 0;
  const progressCallback = (): boolean => (steps += 1) > maximumSteps(text);
  const tree = parser.parse(readable(text), null, { progressCallback });
  if (tree === null) {
    parser.reset();
    return { root: emptyRoot, problems: [problem('depth', { start: place.offset, end: place.offset + text.length })] };
  }
  try {
    const problems: ParseProblem[] = [];
    const cursor = tree.walk();
    const root = copy(cursor, problems, place);
    cursor.delete();
    return { root, problems: problems.slice(0, maximumProblems) };
  } finally {
    tree.delete();
  }
}

interface Copied extends TreeNode {
  readonly children: TreeNode[];
}

/** Copies a tree without recursion. */
function copy(cursor: TreeCursor, problems: ParseProblem[], place: Place): TreeNode {
  const root = nodeAt(cursor, place.offset);
  const open: Copied[] = [root];
  let descend = true;
  while (open.length > 0) {
    const current = open.at(-1);
    if (current === undefined) break;
    if (descend) note(cursor, problems, place);
    if (descend && open.length < maximumTreeDepth && cursor.gotoFirstChild()) {
      open.push(add(current, cursor, place.offset));
      continue;
    }
    open.pop();
    if (open.length === 0) break;
    const parent = open.at(-1);
    if (parent !== undefined && cursor.gotoNextSibling()) {
      open.push(add(parent, cursor, place.offset));
      descend = true;
    } else {
      cursor.gotoParent();
      descend = false;
    }
  }
  return root;
}

function add(parent: Copied, cursor: TreeCursor, offset: number): Copied {
  const node = nodeAt(cursor, offset);
  parent.children.push(node);
  return node;
}

function nodeAt(cursor: TreeCursor, offset: number): Copied {
  return {
    name: cursor.nodeType,
    type: { id: cursor.nodeTypeId },
    field: cursor.currentFieldName,
    named: cursor.nodeIsNamed,
    from: cursor.startIndex + offset,
    to: cursor.endIndex + offset,
    children: [],
  };
}

function note(cursor: TreeCursor, problems: ParseProblem[], { format, offset }: Place): void {
  if (problems.length >= maximumProblems || (cursor.nodeType !== 'ERROR' && !cursor.nodeIsMissing)) return;
  const start = cursor.startIndex + offset;
  // The whole of an error can be half a file: its beginning tells where it is.
  problems.push(problem('syntax', { start, end: Math.min(cursor.endIndex + offset, start + 80) }, format));
}

/** The child in a role. */
export function field(node: TreeNode, name: string): TreeNode | undefined {
  return node.children.find((child) => child.field === name);
}

/** Children that the grammar names, without comments and what it could not place. */
export function namedChildren(node: TreeNode): readonly TreeNode[] {
  return node.children.filter((child) => child.named && child.name !== 'comment' && child.name !== 'ERROR');
}
