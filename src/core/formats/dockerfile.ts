import { DockerfileParser } from 'dockerfile-ast';
import type { Instruction } from 'dockerfile-ast';
import { expand } from './interpolation';
import type { Parsed, ParseProblem } from './node';
import { lineStarts, rangeWithin, withoutByteOrderMark } from './positions';
import { problem } from './problems';
import type { DockerfileInstruction } from './registry';

const keywords = new Set([
  'ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD',
  'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR',
]);

/**
 * Instructions in order. Arguments are without flags (`--platform=…`), on one line and without the comments that
 * stand between continued lines; the text of a here-document belongs to its instruction.
 */
export function parseDockerfile(text: string): Parsed<readonly DockerfileInstruction[]> {
  const source = withoutByteOrderMark(text);
  const dockerfile = DockerfileParser.parse(source);
  const starts = lineStarts(source);
  const offsetOf = (position: { readonly line: number; readonly character: number }): number =>
    (starts[position.line] ?? source.length) + position.character;
  const joinLines = continuation(dockerfile.getEscapeCharacter());
  const variables = new BuildVariables();
  const instructions: DockerfileInstruction[] = [];
  const problems: ParseProblem[] = [];
  let stage = -1;
  for (const instruction of dockerfile.getInstructions()) {
    const keyword = instruction.getKeyword();
    const span = instruction.getRange();
    const range = rangeWithin(source.length, offsetOf(span.start), offsetOf(span.end));
    if (!keywords.has(keyword)) {
      problems.push(problem('syntax', { start: range.start, end: Math.min(range.end, range.start + keyword.length) }, 'Dockerfile'));
      continue;
    }
    if (keyword === 'FROM') {
      stage += 1;
      variables.beginStage();
    }
    const argumentsRange = rangeOfArguments(instruction, range.end, source.length, offsetOf);
    const argumentsText = joinLines(source.slice(argumentsRange.start, argumentsRange.end));
    const expandedText = variables.expand(argumentsText, keyword === 'FROM');
    instructions.push({ keyword, argumentsText, argumentsRange, range, stage, expandedText });
    variables.note(keyword, argumentsText, stage);
  }
  return { value: instructions, problems };
}

function rangeOfArguments(
  instruction: Instruction,
  end: number,
  length: number,
  offsetOf: (position: { readonly line: number; readonly character: number }) => number,
): { readonly start: number; readonly end: number } {
  const span = instruction.getArgumentsRange();
  return span === null ? { start: end, end } : rangeWithin(length, offsetOf(span.start), offsetOf(span.end));
}

/** Joins continued lines: the escape before the break goes, and so do comment lines and empty ones behind it. */
function continuation(escapeCharacter: string): (text: string) => string {
  const escape = escapeCharacter === '`' ? '`' : '\\\\';
  const pattern = new RegExp(`[ \\t]*${escape}[ \\t]*\\r?\\n(?:[ \\t]*(?:#[^\\n]*)?\\r?\\n)*[ \\t]*`, 'g');
  return (text) => (text.includes('\n') ? text.replace(pattern, ' ') : text);
}

/** ARG and ENV as the builder scopes them: those before the first FROM are seen by FROM, and inside when named again. */
class BuildVariables {
  private readonly global = new Map<string, string>();
  private current = new Map<string, string>();

  beginStage(): void {
    this.current = new Map();
  }

  note(keyword: string, argumentsText: string, stage: number): void {
    if (keyword !== 'ARG' && keyword !== 'ENV') return;
    for (const [name, value] of assignments(argumentsText, keyword)) {
      const known = value === undefined ? this.global.get(name) : this.expand(value, stage < 0);
      if (known !== undefined) (stage < 0 ? this.global : this.current).set(name, known);
    }
  }

  expand(text: string, inFrom: boolean): string {
    if (!text.includes('$')) return text;
    return expand(text, (name) => (inFrom ? this.global.get(name) : this.current.get(name))) ?? text;
  }
}

const assignment = /([A-Za-z_][A-Za-z0-9_]*)(?:=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*))?(?=\s|$)/gy;

function* assignments(text: string, keyword: string): Generator<readonly [name: string, value: string | undefined]> {
  const legacy = keyword === 'ENV' ? /^([A-Za-z_][A-Za-z0-9_]*)[ \t]+([^=\s].*)$/s.exec(text) : null;
  if (legacy?.[1] !== undefined && !/^\S*=/.test(text)) {
    yield [legacy[1], legacy[2]];
    return;
  }
  let offset = 0;
  while (offset < text.length) {
    while (offset < text.length && /\s/.test(text[offset] ?? '')) offset += 1;
    assignment.lastIndex = offset;
    const match = assignment.exec(text);
    if (match?.[1] === undefined) return;
    const value = match[2];
    yield [match[1], value === undefined ? undefined : value.replace(/^(["'])(.*)\1$/s, '$2')];
    offset = assignment.lastIndex;
  }
}
