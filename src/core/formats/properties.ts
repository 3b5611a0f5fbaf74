import type { ConfigNode, MapEntry, Parsed } from './node';
import { restOfLine } from './positions';

/**
 * A Java `.properties` file as one flat map of dotted keys, by the rules of `java.util.Properties.load`: `=`, `:` or
 * white space after the key, continued lines, escapes. Nothing is malformed in this format.
 */
export function parseProperties(text: string): Parsed<ConfigNode> {
  const entries: MapEntry[] = [];
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (offset < text.length) {
    const start = skip(text, offset, /[ \t\f]/);
    const line = restOfLine(text, start);
    if (start === line.end || text[start] === '#' || text[start] === '!') {
      offset = line.end + 1;
      continue;
    }
    const end = endOfLogicalLine(text, start);
    entries.push(entryAt(text, start, end));
    offset = end + 1;
  }
  return { value: { kind: 'map', entries, range: { start: 0, end: text.length } }, problems: [] };
}

/** A backslash at the end of a line joins the next one to it. */
function endOfLogicalLine(text: string, start: number): number {
  let index = start;
  while (index < text.length && text[index] !== '\n' && text[index] !== '\r') {
    if (text[index] === '\\') index += text[index + 1] === '\r' && text[index + 2] === '\n' ? 2 : 1;
    index += 1;
  }
  return Math.min(index, text.length);
}

function entryAt(text: string, start: number, end: number): MapEntry {
  let keyEnd = start;
  while (keyEnd < end && !/[=:\s]/.test(text[keyEnd] ?? '')) keyEnd += text[keyEnd] === '\\' ? 2 : 1;
  keyEnd = Math.min(keyEnd, end);
  let valueStart = skip(text, keyEnd, /[ \t\f]/, end);
  if (text[valueStart] === '=' || text[valueStart] === ':') valueStart = skip(text, valueStart + 1, /[ \t\f]/, end);
  valueStart = Math.min(valueStart, end);
  return {
    key: decoded(text.slice(start, keyEnd)),
    keyRange: { start, end: keyEnd },
    value: { kind: 'scalar', value: decoded(text.slice(valueStart, end)), range: { start: valueStart, end } },
  };
}

function decoded(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(\r\n|[\r\n])[ \t\f]*|([\s\S])|$)/g, (_whole, unicode?: string, lineBreak?: string, plain?: string) => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    if (lineBreak !== undefined || plain === undefined) return '';
    return { n: '\n', r: '\r', t: '\t', f: '\f' }[plain] ?? plain;
  });
}

function skip(text: string, offset: number, pattern: RegExp, end = text.length): number {
  let index = offset;
  while (index < end && pattern.test(text[index] ?? '')) index += 1;
  return index;
}
