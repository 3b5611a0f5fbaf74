import { closing } from '../maskedSource';

/** Blanks what runs on a developer's machine only: the branch of `IsDevelopment()`, the other one of `!IsDevelopment()`. */
export function withoutDevelopment(code: string): string {
  let result = code;
  for (const match of [...code.matchAll(/\bif\s*\((?=[^{};]{0,300}\bIs(?:Development|Production)\(\))/g)].slice(0, 50)) {
    const open = match.index + match[0].length - 1;
    const close = closing(code, open, 600);
    if (close === null) continue;
    const condition = code.slice(open, close);
    const development = /\bIsDevelopment\(/.test(condition) ? !/![\w.\s]*\bIsDevelopment\(/.test(condition) : /![\w.\s]*\bIsProduction\(/.test(condition);
    const first = branchAt(code, close + 1);
    const otherwise = first === null ? null : /^\s*else\b(?!\s+if)/.exec(code.slice(first.end, first.end + 200));
    const second = first === null || otherwise === null ? null : branchAt(code, first.end + otherwise[0].length);
    const blanked = development ? first : /&&/.test(condition) ? null : second;
    if (blanked !== null) result = result.slice(0, blanked.start) + result.slice(blanked.start, blanked.end).replace(/[^\n\r]/g, ' ') + result.slice(blanked.end);
  }
  return result;
}

/** A block or one statement. */
function branchAt(code: string, from: number): { readonly start: number; readonly end: number } | null {
  const start = from + (/^\s*/.exec(code.slice(from, from + 200))?.[0].length ?? 0);
  if (code[start] === '{') {
    const end = closing(code, start);
    return end === null ? null : { start, end: end + 1 };
  }
  const end = code.indexOf(';', start);
  return end < 0 ? null : { start, end: end + 1 };
}
