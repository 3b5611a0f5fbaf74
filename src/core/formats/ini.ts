import type { TextRange } from '../model/text';
import type { ConfigNode, MapEntry, Parsed, ParseProblem } from './node';
import { restOfLine } from './positions';
import { problem } from './problems';

interface Section {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly start: number;
  end: number;
  readonly entries: MapEntry[];
}

/**
 * `[section]` and `key = value` lines, as php.ini, supervisor, setup.cfg and git's config have them: a map of sections,
 * with the keys before the first section beside them. A value goes on in indented lines (Python's reading).
 */
export function parseIni(text: string): Parsed<ConfigNode> {
  const problems: ParseProblem[] = [];
  const root: MapEntry[] = [];
  const sections: Section[] = [];
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (offset < text.length) {
    const line = restOfLine(text, offset);
    const source = text.slice(line.start, line.end);
    const start = line.start + (source.length - source.trimStart().length);
    const content = source.trim();
    offset = line.end + 1;
    if (content === '' || content.startsWith('#') || content.startsWith(';')) continue;
    const header = /^\[([^\]]*)\]/.exec(content);
    const section = sections.at(-1);
    const entries = section?.entries ?? root;
    if (header !== null) {
      const nameRange = { start: start + 1, end: start + 1 + (header[1] ?? '').length };
      sections.push({ name: (header[1] ?? '').trim(), nameRange, start, end: start + content.length, entries: [] });
      continue;
    }
    const end = start + content.length;
    if (section !== undefined) section.end = end;
    const last = entries.at(-1);
    if (start > line.start && last !== undefined && !/^[\w.-]+\s*=/.test(content)) entries[entries.length - 1] = continued(text, last, end);
    else {
      const entry = entryOf(text, start, end);
      if (entry === null) problems.push(problem('noAssignment', { start, end }));
      else entries.push(entry);
    }
  }
  const named = sections.map(({ name, nameRange, start, end, entries }): MapEntry => ({ key: name, keyRange: nameRange, value: { kind: 'map', entries, range: { start, end } } }));
  return { value: { kind: 'map', entries: [...root, ...named], range: { start: 0, end: text.length } }, problems };
}

function entryOf(text: string, start: number, end: number): MapEntry | null {
  const match = /^([^=:\s](?:[^=:]*[^=:\s])?)\s*[=:]\s*/.exec(text.slice(start, end));
  const key = match?.[1];
  if (match === null || key === undefined) return null;
  const from = start + match[0].length;
  const raw = text.slice(from, end);
  const quote = raw[0];
  const close = quote === '"' || quote === "'" ? raw.indexOf(quote, 1) : -1;
  const keyRange = { start, end: start + key.length };
  if (close !== -1) return { key, keyRange, value: { kind: 'scalar', value: raw.slice(1, close), range: { start: from + 1, end: from + close } } };
  const value = raw.replace(/(?<!\s)\s+[;#].*$/, '');
  return { key, keyRange, value: { kind: 'scalar', value, range: { start: from, end: from + value.length } } };
}

function continued(text: string, entry: MapEntry, end: number): MapEntry {
  const range = { start: entry.value.range.start, end };
  const value = text.slice(range.start, end).split(/\r\n|\n|\r/).map((line) => line.trim()).join('\n');
  return { ...entry, value: { kind: 'scalar', value, range } };
}
