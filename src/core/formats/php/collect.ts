import type { TextRange } from '../../model/text';
import type { ConfigNode } from '../node';
import type { PhpAssignment, PhpCall, PhpClass, PhpFile, PhpName } from '../registry';
import type { PhpNode } from './ast';
import { calleeOf, child, children, isPhpNode, lastSegment, rangeOf, textOf } from './ast';
import { ValueReader } from './values';

interface Collected {
  returned: ConfigNode | null;
  readonly calls: PhpCall[];
  readonly attributes: PhpCall[];
  readonly classes: PhpClass[];
  readonly imports: PhpName[];
  readonly assignments: PhpAssignment[];
}

interface Visit {
  readonly node: PhpNode;
  /** Inside a function, where an assignment is no setting of the file. */
  readonly inFunction: boolean;
}

const functionKinds = new Set(['function', 'method', 'closure', 'arrowfunc']);
const classKinds: Readonly<Record<string, PhpClass['kind']>> = { class: 'class', interface: 'interface', trait: 'trait', enum: 'enum' };

/** Walks the whole tree once, without recursion: chains of calls nest as deeply as they are long. */
export function collect(program: PhpNode, source: string): PhpFile {
  const reader = new ValueReader(source);
  const found: Collected = { returned: null, calls: [], attributes: [], classes: [], imports: [], assignments: [] };
  for (const statement of topLevel(program)) {
    const value = statement.kind === 'return' ? child(statement, 'expr') : null;
    if (value !== null) found.returned = reader.read(value);
  }
  const pending: Visit[] = [{ node: program, inFunction: false }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    note(visit, found, reader);
    const inFunction = visit.inFunction || functionKinds.has(visit.node.kind);
    for (const property in visit.node) {
      if (property === 'loc') continue;
      const value = visit.node[property];
      if (Array.isArray(value)) pushAll(pending, value, inFunction);
      else if (isPhpNode(value)) pending.push({ node: value, inFunction });
    }
  }
  // Nested arrays of nodes and the stack leave no order: the text has one.
  const byName = (one: PhpCall, other: PhpCall): number => one.nameRange.start - other.nameRange.start;
  found.calls.sort(byName);
  found.attributes.sort(byName);
  found.classes.sort((one, other) => one.nameRange.start - other.nameRange.start);
  found.imports.sort((one, other) => one.range.start - other.range.start);
  found.assignments.sort((one, other) => one.targetRange.start - other.targetRange.start);
  return found;
}

function pushAll(pending: Visit[], values: readonly unknown[], inFunction: boolean): void {
  for (const value of values) {
    if (isPhpNode(value)) pending.push({ node: value, inFunction });
    else if (Array.isArray(value)) pushAll(pending, value, inFunction);
  }
}

/** Statements of the file itself, also those behind `namespace` and `declare`. */
function topLevel(program: PhpNode): readonly PhpNode[] {
  return children(program, 'children').flatMap((statement) =>
    statement.kind === 'namespace' || statement.kind === 'declare' ? topLevel(statement) : [statement],
  );
}

function note({ node, inFunction }: Visit, found: Collected, reader: ValueReader): void {
  switch (node.kind) {
    case 'call':
    case 'new':
      return noteCall(node, found, reader);
    case 'attribute':
      return noteAttribute(node, found, reader);
    case 'usegroup':
      return noteImports(node, found, reader.source);
    case 'assign':
      if (!inFunction && textOf(node, 'operator') === '=') noteAssignment(node, found, reader);
      return;
    case 'property':
      return noteProperty(node, found, reader);
    default:
      if (Object.hasOwn(classKinds, node.kind)) noteClass(node, found, reader.source);
  }
}

function noteCall(node: PhpNode, found: Collected, reader: ValueReader): void {
  const callee = calleeOf(node, reader.source);
  if (callee === null) return;
  found.calls.push({
    name: callee.name,
    nameRange: callee.range,
    arguments: reader.arguments(children(node, 'arguments')),
    range: rangeOf(node, reader.source),
  });
}

function noteAttribute(node: PhpNode, found: Collected, reader: ValueReader): void {
  const name = textOf(node, 'name');
  if (name === null) return;
  const range = rangeOf(node, reader.source);
  found.attributes.push({
    name: lastSegment(name),
    nameRange: { start: range.start, end: Math.min(range.start + name.length, range.end) },
    arguments: reader.arguments(children(node, 'args')),
    range,
  });
}

function noteImports(node: PhpNode, found: Collected, source: string): void {
  const prefix = textOf(node, 'name');
  for (const item of children(node, 'items')) {
    const name = textOf(item, 'name');
    if (name === null) continue;
    const full = prefix === null || prefix === '' ? name : `${prefix}\\${name}`;
    found.imports.push({ name: full.replace(/^\\/, ''), range: rangeOf(item, source) });
  }
}

function noteAssignment(node: PhpNode, found: Collected, reader: ValueReader): void {
  const left = child(node, 'left');
  const right = child(node, 'right');
  const target = left === null ? null : targetOf(left, reader);
  if (left === null || right === null || target === null) return;
  const { source } = reader;
  found.assignments.push({ target, targetRange: rangeOf(left, source), value: reader.read(right), range: rangeOf(node, source) });
}

/** `$db['default']['host']` → `db.default.host`; an index that is no literal ends the story. */
function targetOf(node: PhpNode, reader: ValueReader): string | null {
  const keys: string[] = [];
  let current: PhpNode | null = node;
  while (current?.kind === 'offsetlookup') {
    const index = child(current, 'offset');
    const key = index === null ? null : reader.read(index);
    if (key?.kind !== 'scalar') return null;
    keys.unshift(String(key.value));
    current = child(current, 'what');
  }
  const name = current?.kind === 'variable' ? textOf(current, 'name') : null;
  return name === null ? null : [name, ...keys].join('.');
}

/** `public array $default = [...]` of a configuration class: the target is the property's name. */
function noteProperty(node: PhpNode, found: Collected, reader: ValueReader): void {
  const name = textOf(node, 'name') ?? textOf(child(node, 'name'), 'name');
  const value = child(node, 'value');
  if (name === null || value === null) return;
  const range = rangeOf(node, reader.source);
  const nameNode = child(node, 'name');
  const targetRange: TextRange = nameNode === null ? { start: range.start, end: range.start } : rangeOf(nameNode, reader.source);
  found.assignments.push({ target: name, targetRange, value: reader.read(value), range });
}

function noteClass(node: PhpNode, found: Collected, source: string): void {
  const identifier = child(node, 'name');
  const range = rangeOf(node, source);
  found.classes.push({
    name: textOf(identifier, 'name') ?? '',
    nameRange: identifier === null ? { start: range.start, end: range.start } : rangeOf(identifier, source),
    kind: classKinds[node.kind] ?? 'class',
    extends: names(node, 'extends', source),
    implements: names(node, 'implements', source),
    traits: children(node, 'body').flatMap((member) => (member.kind === 'traituse' ? names(member, 'traits', source) : [])),
  });
}

function names(node: PhpNode, property: string, source: string): readonly PhpName[] {
  const single = child(node, property);
  return (single === null ? children(node, property) : [single]).map((name) => ({
    name: lastSegment(textOf(name, 'name') ?? ''),
    range: rangeOf(name, source),
  }));
}
