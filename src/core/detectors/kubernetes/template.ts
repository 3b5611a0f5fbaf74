import type { TextRange } from '../../model';

/** Stands for every character of an expression: printable in YAML, and in no text that people write. */
const filler = '\u{e000}';

/** A text in which a template expression stands is not known before the chart is rendered. */
export function isRendered(text: string): boolean {
  return text.includes(filler);
}

/** For people: what is not known is left out. */
export function readable(text: string): string {
  return text.replace(/\u{e000}+/gu, '…').replace(/\s+/g, ' ').trim();
}

/**
 * Makes YAML of a Helm template with every position kept: expressions inside a line become a scalar of the same length,
 * lines of control flow become blank. Both branches of a condition stay.
 */
export function neutralise(text: string): string {
  if (!text.includes('{{')) return text;
  const blanked = text.replace(/^[ \t]*\{\{[^\r\n]*\}\}[ \t]*$/gm, (line) => ' '.repeat(line.length));
  let read = '';
  let end = 0;
  for (let start = blanked.indexOf('{{'); start >= 0; start = blanked.indexOf('{{', end)) {
    const close = blanked.indexOf('}}', start);
    if (close < 0) break;
    const expression = blanked.slice(start, close + 2);
    read += blanked.slice(end, start) + expression.replace(/[^\r\n]/g, standsForNothing(expression) ? ' ' : filler);
    end = close + 2;
  }
  return read + blanked.slice(end);
}

/** Comments and control flow stand for nothing, wherever they are. */
function standsForNothing(expression: string): boolean {
  return /^\{\{-?\s*(?:\/\*|if\b|else\b|end\b|with\b|range\b|define\b|\$\w+\s*:?=)/.test(expression);
}

/** The whole file depends on a switch of the chart. */
export function isConditional(text: string): boolean {
  return /^(?:\s|---|#[^\n]*\n|\{\{-?\s*\$\w+\s*:=[^}]*\}\}|\{\{-?\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*-?\}\})*\{\{-?\s*if\s/.test(text.slice(0, 4000));
}

/** Ranges inside `if … end`, the switch around the whole file left out: what stands there depends on the chart's values. */
export function conditionalRanges(text: string): readonly TextRange[] {
  const open: { readonly isIf: boolean; readonly start: number; readonly nested: boolean }[] = [];
  const found: TextRange[] = [];
  const outermost = isConditional(text) ? 1 : 0;
  for (const match of text.matchAll(/\{\{-?\s*(if|with|range|define|block|end)\b/g)) {
    if (match[1] !== 'end') {
      const depth = open.filter(({ isIf }) => isIf).length;
      open.push({ isIf: match[1] === 'if', start: match.index, nested: depth >= outermost });
      continue;
    }
    const block = open.pop();
    if (block?.isIf === true && block.nested) found.push({ start: block.start, end: match.index });
  }
  return found;
}
