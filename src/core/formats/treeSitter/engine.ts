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

/** Loads the engine once, and each grammar once into it. `punctuation`: whether trees hold what has neither a name nor a role. */
export function loadGrammar(name: Exclude<AssetName, 'engine'>, format: string, punctuation = true): Promise<ParseTree> {
  const known = grammars.get(name);
  if (known !== undefined) return known;
  const loading = readGrammar(name, format, punctuation);
  grammars.set(name, loading);
  // What failed may be tried again.
  loading.catch(() => grammars.delete(name));
  return loading;
}

async function readGrammar(name: Exclude<AssetName, 'engine'>, format: string, punctuation: boolean): Promise<ParseTree> {
  engine ??= startEngine();
  const { Language, Parser: EngineParser } = await engine;
  const parser = new EngineParser();
  parser.setLanguage(await Language.load(await loadAsset(name)));
  const words: Words = { kinds: new Map(), fields: new Map() };
  return (text, offset = 0) => parse(parser, text, { format, offset, words, punctuation });
}

async function startEngine(): Promise<Engine> {
  // A CommonJS module: some loaders show its exports only as `default`.
  const module = ('default' in imported ? imported.default : imported) as Engine;
  // The declared options lack what the engine's loader takes.
  const options: Parameters<typeof module.Parser.init>[0] & { readonly wasmBinary: Uint8Array } = { locateFile: (file) => file, wasmBinary: await loadAsset('engine') };
  await module.Parser.init(options);
  return module;
}

/** What kinds of nodes are called. Each question to the engine costs more than a node does: it is asked once a kind. */
interface Words {
  readonly kinds: Map<number, Pick<TreeNode, 'name' | 'type' | 'named'>>;
  readonly fields: Map<number, string | null>;
}

interface Place {
  readonly format: string;
  readonly offset: number;
  readonly words: Words;
  readonly punctuation: boolean;
}

/**
 * A byte order mark is white space to no grammar. White space without end makes scanners look through it again and
 * again: what follows it on its line counts as a comment, and many empty lines as one.
 */
function readable(text: string): string {
  const bare = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  return bare.replace(/\s{300,}/g, (space) => {
    if (space.includes('\n')) return `\n${'#'.repeat(space.length - 2)}\n`;
    return space.length < 1_000 ? space : `#${space.slice(1)}`;
  });
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
  children: TreeNode[];
}

/** Most nodes are leaves: they share one list. */
const none: TreeNode[] = [];

/** Copies a tree without recursion. */
function copy(cursor: TreeCursor, problems: ParseProblem[], place: Place): TreeNode {
  const root = nodeAt(cursor, problems, place);
  const open: Copied[] = [root];
  let descend = true;
  while (open.length > 0) {
    const current = open.at(-1);
    if (current === undefined) break;
    // Punctuation and keywords, half of all nodes, hold nothing: not asking the engine is a sixth of their cost.
    if (descend && current.named && open.length < maximumTreeDepth && cursor.gotoFirstChild()) {
      open.push(add(current, nodeAt(cursor, problems, place)));
      continue;
    }
    open.pop();
    const parent = open.at(-1);
    if (parent === undefined) break;
    if (cursor.gotoNextSibling()) {
      open.push(add(parent, nodeAt(cursor, problems, place)));
      descend = true;
    } else {
      cursor.gotoParent();
      descend = false;
    }
  }
  return root;
}

/** Stands for every bracket and comma of trees without punctuation, and is in none of them. */
const passedOver: Copied = { name: '', type: { id: 0 }, field: null, named: false, from: 0, to: 0, children: none };

function add(parent: Copied, node: Copied): Copied {
  if (node === passedOver) return node;
  if (parent.children === none) parent.children = [node];
  else parent.children.push(node);
  return node;
}

function nodeAt(cursor: TreeCursor, problems: ParseProblem[], { format, offset, words, punctuation }: Place): Copied {
  const { name, type, named } = kindAt(cursor, words);
  const role = fieldAt(cursor, words);
  if (!punctuation && !named && role === null && !cursor.nodeIsMissing) return passedOver;
  const from = cursor.startIndex + offset;
  const to = cursor.endIndex + offset;
  // The whole of an error can be half a file: its beginning tells where it is. What is missing is empty.
  const isProblem = name === 'ERROR' || (from === to && cursor.nodeIsMissing);
  if (isProblem && problems.length < maximumProblems) problems.push(problem('syntax', { start: from, end: Math.min(to, from + 80) }, format));
  return { name, type, field: role, named, from, to, children: none };
}

function kindAt(cursor: TreeCursor, { kinds }: Words): Pick<TreeNode, 'name' | 'type' | 'named'> {
  const id = cursor.nodeTypeId;
  const known = kinds.get(id);
  if (known !== undefined) return known;
  const kind = { name: cursor.nodeType, type: { id }, named: cursor.nodeIsNamed };
  kinds.set(id, kind);
  return kind;
}

function fieldAt(cursor: TreeCursor, { fields }: Words): string | null {
  const id = cursor.currentFieldId;
  const known = fields.get(id);
  if (known !== undefined) return known;
  const name = cursor.currentFieldName;
  fields.set(id, name);
  return name;
}

/** The child in a role. */
export function field(node: TreeNode, name: string): TreeNode | undefined {
  return node.children.find((child) => child.field === name);
}

/** Children that the grammar names, without comments and what it could not place. */
export function namedChildren(node: TreeNode): readonly TreeNode[] {
  return node.children.filter((child) => child.named && child.name !== 'comment' && child.name !== 'ERROR');
}
