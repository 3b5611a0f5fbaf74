import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { TextRange } from '../../model/text';
import type { ConfigNode, Parsed, ParseProblem } from '../node';
import { emptyMap } from '../node';
import { rangeWithin, restOfLine, withoutByteOrderMark } from '../positions';
import { problem } from '../problems';
import { convertProgram } from './convert';

/** Broken lines that are left out one after the other before the file is given up. */
const maximumRepairs = 12;
const maximumDepth = 1_000;

/**
 * TOML as one map. The library stops at the first error: the line in question is left out (blanked, so that offsets
 * stay) and the rest is read.
 */
export function parseToml(text: string): Parsed<ConfigNode> {
  let source = withoutByteOrderMark(text);
  const problems: ParseProblem[] = [];
  const tooDeep = nestingLimitAt(source);
  if (tooDeep !== -1) return { value: emptyMap(text.length), problems: [problem('depth', { start: tooDeep, end: tooDeep + 1 })] };
  for (let repairs = 0; repairs <= maximumRepairs; repairs += 1) {
    const parsed = attempt(source);
    if (!(parsed instanceof ParseError)) return { value: convertProgram(parsed, source), problems };
    const at = rangeWithin(text.length, parsed.index, parsed.index + 1);
    const broken = brokenPart(source, at.start);
    if (broken === null) break;
    problems.push(problem('syntax', at, 'TOML'));
    source = blanked(source, broken.start, endOfBroken(source, broken));
  }
  return { value: emptyMap(text.length), problems: problems.length > 0 ? problems : [problem('syntax', { start: 0, end: text.length }, 'TOML')] };
}

function attempt(source: string): AST.TOMLProgram | ParseError {
  try {
    return parseTOML(source, { tomlVersion: '1.1.0' });
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

const opening = /^[ \t]*(?:\[|[^\s#=[]+[ \t]*=)/;

/**
 * What to leave out for an error at this offset. A string or bracket that is never closed is noticed only later:
 * then everything from the line that began it to the error goes.
 */
function brokenPart(source: string, offset: number): TextRange | null {
  let start = lineStartAt(source, Math.min(offset, source.length));
  let end = restOfLine(source, start).end;
  if (source.slice(start, end).trim() !== '' && opening.test(source.slice(start, end))) {
    // The line begins something itself. If what stands before it is still open, that is the culprit.
    const previous = unclosedBefore(source, start);
    if (previous !== null) return { start: previous, end: start };
    return { start, end };
  }
  while (start > 0) {
    start = lineStartAt(source, start - 1);
    if (opening.test(source.slice(start, restOfLine(source, start).end))) return { start, end };
  }
  end = Math.max(end, restOfLine(source, offset).end);
  return source.slice(start, end).trim() === '' ? null : { start, end };
}

/** Without its header a table's keys would join the table before it: they go with the header. */
function endOfBroken(source: string, broken: TextRange): number {
  if (!isHeader(source.slice(broken.start, restOfLine(source, broken.start).end))) return broken.end;
  let start = restOfLine(source, broken.start).end + 1;
  while (start < source.length) {
    const { end } = restOfLine(source, start);
    if (start >= broken.end && isHeader(source.slice(start, end))) return start;
    start = end + 1;
  }
  return source.length;
}

function isHeader(line: string): boolean {
  return line.trimStart().startsWith('[');
}

/** Start of an earlier line whose array, inline table or multi-line string is not closed before `offset`. */
function unclosedBefore(source: string, offset: number): number | null {
  let start = offset;
  let lines = 0;
  while (start > 0 && lines < 500) {
    start = lineStartAt(source, start - 1);
    lines += 1;
    const line = source.slice(start, restOfLine(source, start).end);
    if (!opening.test(line)) continue;
    const part = isHeader(line) ? line : source.slice(start, offset);
    return isUnclosed(part) || line.trimEnd().endsWith('=') ? start : null;
  }
  return null;
}

function isUnclosed(part: string): boolean {
  const bare = part.replace(/"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|#[^\r\n]*/g, '');
  const count = (character: string): number => bare.split(character).length - 1;
  return count('[') > count(']') || count('{') > count('}');
}

function lineStartAt(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && source[start - 1] !== '\n') start -= 1;
  return start;
}

function blanked(source: string, start: number, end: number): string {
  return source.slice(0, start) + source.slice(start, end).replace(/[^\r\n]/g, ' ') + source.slice(end);
}

function nestingLimitAt(source: string): number {
  let depth = 0;
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maximumDepth) return index;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
  }
  return -1;
}
