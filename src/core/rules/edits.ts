import type { Fact, SourceLocation, TextEdit } from '../model';
import { lineAt, lineBreakOf } from './lines';
import type { RuleContext } from './rule';
import { factAt } from './support';

/** A variable that a new driver needs, with the value to start from (never a secret). */
export interface Setting {
  readonly key: string;
  readonly value: string;
}

/**
 * Replaces a driver value where it stands, if it is one of `expected` (lower case): a place that merely proves the
 * technology (a manifest, a class name) is left alone.
 */
export function replaceDriver(
  context: RuleContext,
  at: SourceLocation,
  expected: readonly string[],
  newText: string,
): readonly TextEdit[] {
  const written = context.textOf(at.path)?.slice(at.range.start, at.range.end);
  if (written === undefined || !expected.includes(written.toLowerCase())) return [];
  return [{ ...at, newText: quotedLikeNeighbours(context, at, newText) }];
}

/** `null` in PHP stands without quotes; the word that takes its place needs them. */
function quotedLikeNeighbours(context: RuleContext, at: SourceLocation, newText: string): string {
  if (!at.path.endsWith('.php')) return newText;
  const before = context.textOf(at.path)?.[at.range.start - 1];
  return before === "'" || before === '"' ? newText : `'${newText}'`;
}

/**
 * New variables on lines of their own below the one that sets `at`, written as that line is (a dotenv line, an item or
 * entry of a compose file). Variables that the document already sets are left out; elsewhere than in such a file there
 * is nothing to insert.
 */
export function settingsBeside(
  context: RuleContext,
  at: SourceLocation,
  settings: readonly Setting[],
): readonly TextEdit[] {
  const text = context.textOf(at.path);
  const fact = factAt(context.scope, at);
  const style = text === undefined || fact === undefined ? null : lineStyleOf(text, fact);
  if (text === undefined || style === null) return [];
  const missing = settings.filter(({ key }) => !isSetIn(context, at.path, key));
  if (missing.length === 0) return [];
  const lineBreak = lineBreakOf(text);
  const { end } = lineAt(text, at.range.end);
  const newText = missing.map(({ key, value }) => `${lineBreak}${style.before}${key}${assignment(style, value)}`).join('');
  return [{ path: at.path, range: { start: end, end }, newText }];
}

function isSetIn(context: RuleContext, path: string, key: string): boolean {
  return context.scope.find('env', key).some((fact) => fact.at.path === path);
}

interface LineStyle {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/**
 * Separator and value. An entry of a compose file without a value takes the variable from outside, and one that YAML
 * would read as a number or boolean needs quotes.
 */
function assignment({ between, after }: LineStyle, value: string): string {
  if (!between.includes(':')) return `${between}${value}${after}`;
  if (value === '') return between.trimEnd();
  return `${between}${/^(?:\d+|true|false)$/.test(value) ? `"${value}"` : value}`;
}

/** How the line of a variable is written around key and value: indent, list dash, `export`, quotes, separator. */
function lineStyleOf(text: string, fact: Fact): LineStyle | null {
  if (fact.kind !== 'env' || fact.keyRange === undefined) return null;
  if (fact.origin !== 'dotenv' && fact.origin !== 'compose') return null;
  const { start } = lineAt(text, fact.keyRange.start);
  const before = text.slice(start, fact.keyRange.start);
  if (!/^[ \t]*(?:export[ \t]+)?(?:-[ \t]+)?["']?$/.test(before)) return null;
  const separator = /^["']?[ \t]*[=:][ \t]*/.exec(text.slice(fact.keyRange.end))?.[0];
  if (separator === undefined) return null;
  const quote = /["']$/.exec(before)?.[0] ?? '';
  const wholeItemQuoted = quote !== '' && !separator.startsWith(quote);
  return { before, between: separator, after: wholeItemQuoted ? quote : '' };
}

/** Removes whole lines, each with its line break. */
export function removeLine(text: string, at: SourceLocation): TextEdit {
  const line = lineAt(text, at.range.start);
  const next = text.indexOf('\n', line.end);
  const range = next < 0 ? { start: Math.max(0, line.start - lineBreakOf(text).length), end: line.end } : { start: line.start, end: next + 1 };
  return { path: at.path, range: text.length === line.end && line.start === 0 ? line : range, newText: '' };
}

/** Replaces a value that stands there literally; where a variable or an expression brings it, its place is elsewhere. */
export function replaceLiteral(text: string | undefined, at: SourceLocation, expected: RegExp, newText: string): readonly TextEdit[] {
  return expected.test(text?.slice(at.range.start, at.range.end) ?? '') ? [{ ...at, newText }] : [];
}
