import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import type { TextRange } from '../../model';
import { toTest, type Condition } from './conditions';
import { alternativesOf, literal, type Alternative } from './values';

/** A text with its ERB made harmless: every character keeps its place. */
export interface Template {
  readonly text: string;
  /** What a scalar of the text is worth, with the conditions of the lines that it stands on. */
  read(name: string, node: ConfigNode): readonly Alternative[];
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly codeStart: number;
  readonly isOutput: boolean;
}

interface Region extends TextRange {
  readonly condition: Condition;
}

/** A letter that stands in plain scalars of YAML and in no configuration. */
const mark = '\ue000';

export function readTemplate(source: string, formats: Formats): Template {
  const tags = source.includes('<%') ? tagsOf(source) : [];
  const regions = regionsOf(tags, formats);
  const bytes: string[] = [];
  let last = 0;
  for (const tag of tags) {
    const whole = source.slice(tag.start, tag.end);
    bytes.push(source.slice(last, tag.start), tag.isOutput ? mark.repeat(whole.length) : whole.replace(/[^\n]/g, ' '));
    last = tag.end;
  }
  bytes.push(source.slice(last));
  const around = (offset: number): readonly Condition[] => regions.filter(({ start, end }) => offset >= start && offset < end).map(({ condition }) => condition);
  return {
    text: bytes.join(''),
    read(name, node) {
      const when = around(node.range.start);
      if (node.kind === 'scalar' && typeof node.value === 'string' && node.value.includes(mark)) {
        const tag = tags.find((candidate) => candidate.isOutput && candidate.start < node.range.end && candidate.end > node.range.start);
        const isWhole = tag !== undefined && node.value.split('').every((character) => character === mark);
        if (tag !== undefined && isWhole) return expression(name, tag, when, formats);
        const plain = node.value.replace(new RegExp(mark, 'g'), '');
        return [{ value: plain.includes('://') ? literal(name, plain) : { kind: 'unknown', why: 'an expression' }, range: node.range, when }];
      }
      return alternativesOf(name, node, when);
    },
  };
}

function tagsOf(source: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (let start = source.indexOf('<%'); start !== -1; start = source.indexOf('<%', start)) {
    const close = source.indexOf('%>', start + 2);
    const end = close === -1 ? source.length : close + 2;
    const opening = /^<%(?:==?|-|#|%)?/.exec(source.slice(start, start + 4))?.[0] ?? '<%';
    const codeStart = start + opening.length;
    const code = source.slice(codeStart, Math.max(codeStart, close === -1 ? end : close)).replace(/-$/, '');
    tags.push({ start, end, code: opening.startsWith('<%#') ? '' : code, codeStart, isOutput: opening.startsWith('<%=') });
    start = end;
  }
  return tags;
}

/** An expression is read as the right side of an assignment, and its places are brought back. */
function valueNode(code: string, offset: number, formats: Formats): ConfigNode | undefined {
  const value = formats.ruby(`x = ${code.trim()}`).value.assignments[0]?.value;
  return value === undefined ? undefined : shifted(value, offset + (code.length - code.trimStart().length) - 4);
}

function shifted(node: ConfigNode, by: number): ConfigNode {
  const move = ({ start, end }: TextRange): TextRange => ({ start: Math.max(0, start + by), end: Math.max(0, end + by) });
  const range = move(node.range);
  switch (node.kind) {
    case 'scalar':
      return { ...node, range };
    case 'env':
      return { ...node, range, keyRange: move(node.keyRange), fallback: node.fallback === null ? null : shifted(node.fallback, by) };
    case 'unknown':
      return { ...node, range, ...(node.call === undefined ? {} : { call: { ...node.call, arguments: node.call.arguments.map((argument) => shifted(argument, by)) } }) };
    case 'list':
      return { ...node, range, items: node.items.map((item) => shifted(item, by)) };
    case 'map':
      return { ...node, range, entries: node.entries.map((entry) => ({ ...entry, keyRange: move(entry.keyRange), value: shifted(entry.value, by) })) };
  }
}

function expression(name: string, tag: Tag, when: readonly Condition[], formats: Formats): readonly Alternative[] {
  const node = valueNode(tag.code, tag.codeStart, formats);
  return node === undefined ? [{ value: { kind: 'unknown', why: 'an expression' }, range: { start: tag.start, end: tag.end }, when }] : alternativesOf(name, node, when);
}

/** What stands between `<% if … %>`, `<% else %>` and `<% end %>`. */
function regionsOf(tags: readonly Tag[], formats: Formats): readonly Region[] {
  const regions: Region[] = [];
  const open: { start: number; conditions: Condition[] }[] = [];
  const close = (end: number): void => {
    const block = open.pop();
    if (block !== undefined) for (const condition of block.conditions) regions.push({ start: block.start, end, condition });
  };
  for (const tag of tags.filter(({ isOutput }) => !isOutput)) {
    const code = tag.code.trim();
    const header = /^(if|unless|elsif)\b(.+)$/s.exec(code);
    if (header?.[2] !== undefined) {
      const node = valueNode(`(${header[2].replace(/\bthen\s*$/, '')})`, tag.codeStart, formats);
      const condition: Condition = { test: node === undefined ? { is: 'unknown', text: '' } : toTest(node), negated: header[1] === 'unless' };
      const before = header[1] === 'elsif' ? flipped(open.at(-1)?.conditions) : [];
      if (header[1] === 'elsif') close(tag.start);
      open.push({ start: tag.end, conditions: [...before, condition] });
    } else if (code === 'else') {
      const before = flipped(open.at(-1)?.conditions);
      close(tag.start);
      open.push({ start: tag.end, conditions: [...before] });
    } else if (/^end\b/.test(code)) close(tag.start);
    else if (/\bdo\b(?:\s*\|[^|]*\|)?\s*$|^(?:case|for|while|begin)\b/.test(code)) open.push({ start: tag.end, conditions: [] });
  }
  while (open.length > 0) close(Number.MAX_SAFE_INTEGER);
  return regions;
}

/** An `else` needs the last test to fail; those before it fail already. */
function flipped(conditions: readonly Condition[] | undefined): readonly Condition[] {
  const last = conditions?.at(-1);
  return last === undefined ? [] : [...(conditions ?? []).slice(0, -1), { ...last, negated: !last.negated }];
}
