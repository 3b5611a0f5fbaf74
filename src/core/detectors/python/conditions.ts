/** A header that a line of code stands under. `negated` for what belongs to its `else`. */
export interface Condition {
  readonly text: string;
  readonly negated: boolean;
}

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly text: string;
}

/**
 * The `if`, `elif` and `else` that a place of a Python text depends on, the outermost first; null inside a function,
 * whose code runs only when something calls it. Python blocks are indentation, so the lines above tell.
 */
export class Blocks {
  private readonly lines: readonly Line[];

  constructor(text: string) {
    const lines: Line[] = [];
    let start = 0;
    for (const raw of text.split('\n')) {
      const code = raw.trim();
      if (code !== '' && !code.startsWith('#')) lines.push({ start, indent: raw.length - raw.trimStart().length, text: code });
      start += raw.length + 1;
    }
    this.lines = lines;
  }

  conditionsAt(offset: number): readonly Condition[] | null {
    let index = this.indexOf(offset);
    const first = this.lines[index];
    if (first === undefined) return [];
    let indent = first.indent;
    const found: Condition[] = [];
    while (indent > 0 && index > 0) {
      index -= 1;
      const line = this.lines[index];
      if (line === undefined || line.indent >= indent) continue;
      indent = line.indent;
      const header = /^(if|elif|else|def|async def|class|try|except|finally|with|for|while)\b(.*)$/.exec(line.text);
      if (header === null) continue;
      if (header[1] === 'def' || header[1] === 'async def') return null;
      if (header[1] === 'if' || header[1] === 'elif') found.push({ text: this.headerText(index), negated: false });
      if (header[1] === 'elif' || header[1] === 'else') found.push(...this.earlierBranches(index, line.indent));
    }
    return found.reverse();
  }

  /** Names of the classes around a place, the outermost first. */
  classesAt(offset: number): readonly string[] {
    let index = this.indexOf(offset);
    let indent = this.lines[index]?.indent ?? 0;
    const found: string[] = [];
    while (indent > 0 && index > 0) {
      index -= 1;
      const line = this.lines[index];
      if (line === undefined || line.indent >= indent || /^[)\]}]/.test(line.text)) continue;
      indent = line.indent;
      const name = /^class\s+(\w+)/.exec(line.text)?.[1];
      if (name !== undefined) found.unshift(name);
    }
    return found;
  }

  private indexOf(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A condition may run over lines until its colon. */
  private headerText(index: number): string {
    let text = '';
    for (let next = index; next < this.lines.length && next < index + 12; next += 1) {
      text += ` ${(this.lines[next]?.text ?? '').replace(/\s#.*$/, '')}`;
      if (text.trimEnd().endsWith(':')) break;
    }
    return text.trim().replace(/^(?:if|elif)\b\s*/, '').replace(/:$/, '').trim();
  }

  private earlierBranches(index: number, indent: number): readonly Condition[] {
    const branches: Condition[] = [];
    for (let before = index - 1; before >= 0; before -= 1) {
      const line = this.lines[before];
      if (line === undefined || line.indent > indent) continue;
      if (line.indent < indent) break;
      if (!/^(?:if|elif)\b/.test(line.text)) {
        if (/^(?:for|while|try|except|with)\b/.test(line.text)) break;
        if (!/^[)\]}]/.test(line.text)) break;
        continue;
      }
      branches.push({ text: this.headerText(before), negated: true });
      if (line.text.startsWith('if')) break;
    }
    return branches;
  }
}

/** What the names and variables in a condition are; undefined where it cannot be told. */
export interface Truths {
  variable(key: string, fallback: string | null): string | null | undefined;
  setting(name: string): string | null | undefined;
}

/** Whether the condition holds; undefined where that cannot be told without running the code. */
export function holds({ text, negated }: Condition, truths: Truths): boolean | undefined {
  const result = evaluate(text.trim(), truths, 0);
  return result === undefined ? undefined : result !== negated;
}

const lookup = String.raw`(?:(?:os\.)?environ\.get|(?:os\.)?getenv|\w*env\w*(?:\.\w+)?|(?:decouple\.)?config)\(\s*["'](\w+)["']\s*(?:,\s*(?:default\s*=\s*)?(?:["']([^"']*)["']|(\w+))\s*(?:,[^()]*)?)?\)`;
const index = String.raw`(?:os\.)?environ\[\s*["'](\w+)["']\s*\]`;
const name = String.raw`(?:settings\.)?([A-Za-z_]\w*)`;
const operand = new RegExp(String.raw`^(?:\(\s*)?(?:\w+\s*:=\s*)?(?:${lookup}|${index}|${name})(?:\s*\))?(?:\.(?:lower|upper|strip)\(\))*$`);

function evaluate(text: string, truths: Truths, depth: number): boolean | undefined {
  if (depth > 8 || text.length > 400) return undefined;
  const either = split(text, 'or');
  if (either.length > 1) return some(either.map((part) => evaluate(part, truths, depth + 1)));
  const both = split(text, 'and');
  if (both.length > 1) {
    const all = some(both.map((part) => negate(evaluate(part, truths, depth + 1))));
    return negate(all);
  }
  if (text.startsWith('not ')) return negate(evaluate(text.slice(4).trim(), truths, depth + 1));
  if (/\bsys\.argv\b|\bTESTING\b|\bpytest\b/.test(text)) return /\bnot in\b/.test(text);
  const asked = /^["'](\w+)["']\s+(not\s+)?in\s+(?:os\.)?environ$/.exec(text);
  if (asked?.[1] !== undefined) {
    const value = truths.variable(asked[1], null);
    return value === undefined ? undefined : (value !== null) !== (asked[2] !== undefined);
  }
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- at most 400 characters
  const compared = /^(.+?)\s*(==|!=|\bis not\b|\bis\b)\s*(?:["']([^"']*)["']|(True|False|None))$/.exec(text);
  if (compared?.[1] !== undefined) return comparison(valueOf(compared[1], truths), compared[2] ?? '', compared[3] ?? compared[4] ?? '');
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- at most 400 characters
  const listed = /^(.+?)\s+in\s+[[({](.*)[\])}]$/.exec(text);
  if (listed?.[1] !== undefined) {
    const value = valueOf(listed[1], truths);
    return value === undefined ? undefined : [...(listed[2] ?? '').matchAll(/["']([^"']*)["']/g)].some((match) => match[1] === value);
  }
  const value = valueOf(text, truths);
  return value === undefined ? undefined : isTruthy(value);
}

/** `and` and `or` between operands, outside brackets and quotes. */
function split(text: string, word: 'or' | 'and'): readonly string[] {
  const parts: string[] = [];
  let level = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) level += 1;
    else if (')]}'.includes(character)) level -= 1;
    else if (level === 0 && text.startsWith(` ${word} `, at)) {
      parts.push(text.slice(start, at).trim());
      start = at + word.length + 2;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

function valueOf(text: string, truths: Truths): string | null | undefined {
  const bare = /^(True|False|None)$/.exec(text.trim())?.[1];
  if (bare !== undefined) return bare === 'None' ? null : bare;
  const match = operand.exec(text.trim());
  if (match === null) return undefined;
  const variable = match[1] ?? match[4];
  if (variable !== undefined) return truths.variable(variable, match[2] ?? (match[3] === undefined || match[3] === 'None' ? null : match[3]));
  return match[5] === undefined ? undefined : truths.setting(match[5]);
}

function comparison(value: string | null | undefined, operator: string, other: string): boolean | undefined {
  if (value === undefined) return undefined;
  // What is set may not be known, but it is neither nothing nor empty.
  if (value === hidden && other !== 'None' && other !== '') return undefined;
  const same = other === 'None' ? value === null : value === other;
  return operator === '==' || operator === 'is' ? same : !same;
}

/** Stands for a value that is set and not to be known. */
export const hidden = '\u0000set';

export function isTruthy(value: string | null): boolean {
  return value !== null && !/^(?:|0|false|no|off|none|f|n)$/i.test(value);
}

function some(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
