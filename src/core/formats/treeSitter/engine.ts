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

export type ParseTree = (text: string) => { readonly root: TreeNode; readonly problems: readonly ParseProblem[] };

/** Deeper trees are cut: whoever walks one recursively stays far from the end of the stack. */
const maximumTreeDepth = 1_000;

/** The engine asks every hundred steps whether to go on: text that makes it try readings without end is given up. */
function maximumSteps(text: string): number {
  return 2_000 + text.length;
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
  return (text) => parse(parser, text, format);
}

async function startEngine(): Promise<Engine> {
  // A CommonJS module: some loaders show its exports only as `default`.
  const module = ('default' in imported ? imported.default : imported) as Engine;
  // The declared options lack what the engine's loader takes.
  const options: Parameters<typeof module.Parser.init>[0] & { readonly wasmBinary: Uint8Array } = { locateFile: (file) => file, wasmBinary: await loadAsset('engine') };
  await module.Parser.init(options);
  return module;
}

function parse(parser: Parser, text: string, format: string): ReturnType<ParseTree> {
  let steps = 0;
  const progressCallback = (): boolean => (steps += 1) > maximumSteps(text);
  // A byte order mark is white space to no grammar.
  const tree = parser.parse(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text, null, { progressCallback });
  if (tree === null) {
    parser.reset();
    return { root: emptyRoot, problems: [problem('depth', { start: 0, end: text.length })] };
  }
  try {
    const problems: ParseProblem[] = [];
    const cursor = tree.walk();
    const root = copy(cursor, problems, format);
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
function copy(cursor: TreeCursor, problems: ParseProblem[], format: string): TreeNode {
  const root = nodeAt(cursor);
  const open: Copied[] = [root];
  let descend = true;
  while (open.length > 0) {
    const current = open.at(-1);
    if (current === undefined) break;
    if (descend) note(cursor, problems, format);
    if (descend && open.length < maximumTreeDepth && cursor.gotoFirstChild()) {
      open.push(add(current, cursor));
      continue;
    }
    open.pop();
    if (open.length === 0) break;
    const parent = open.at(-1);
    if (parent !== undefined && cursor.gotoNextSibling()) {
      open.push(add(parent, cursor));
      descend = true;
    } else {
      cursor.gotoParent();
      descend = false;
    }
  }
  return root;
}

function add(parent: Copied, cursor: TreeCursor): Copied {
  const node = nodeAt(cursor);
  parent.children.push(node);
  return node;
}

function nodeAt(cursor: TreeCursor): Copied {
  return {
    name: cursor.nodeType,
    type: { id: cursor.nodeTypeId },
    field: cursor.currentFieldName,
    named: cursor.nodeIsNamed,
    from: cursor.startIndex,
    to: cursor.endIndex,
    children: [],
  };
}

function note(cursor: TreeCursor, problems: ParseProblem[], format: string): void {
  if (problems.length >= maximumProblems || (cursor.nodeType !== 'ERROR' && !cursor.nodeIsMissing)) return;
  const start = cursor.startIndex;
  // The whole of an error can be half a file: its beginning tells where it is.
  problems.push(problem('syntax', { start, end: Math.min(cursor.endIndex, start + 80) }, format));
}

/** The child in a role. */
export function field(node: TreeNode, name: string): TreeNode | undefined {
  return node.children.find((child) => child.field === name);
}

/** Children that the grammar names, without comments and what it could not place. */
export function namedChildren(node: TreeNode): readonly TreeNode[] {
  return node.children.filter((child) => child.named && child.name !== 'comment' && child.name !== 'ERROR');
}
