/**
 * Source code whose comments and contents of strings are blank, of the same length: what is found in it stands where it
 * stands in the text. One pass; every alternative ends, so that no input makes it slow.
 */
export type MaskedLanguage = 'go' | 'csharp';

const goTokens = /(?=[/`"'])(?:\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`[^`]*(?:`|$)|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*(?:"|\\?$|(?=\n))|'(?:[^'\\\n]|\\.){1,8}')/g;
const csharpTokens = /(?=[/"'$@])(?:\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\${0,9}"""[\s\S]*?(?:"""|$)|(?:@\$?|\$@)"(?:[^"]|"")*(?:"|$)|\$?"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*(?:"|\\?$|(?=\n))|'(?:[^'\\\n]|\\.[^'\n]{0,8})')/g;

export function maskSource(text: string, language: MaskedLanguage): string {
  const code = text.replace(language === 'go' ? goTokens : csharpTokens, blank);
  return language === 'csharp' && code.includes('#') && /^[ \t]*#[ \t]*if\b/m.test(code) ? withoutInactive(code) : code;
}

/** Spaces for everything but line breaks and the quotes of a string. */
function blank(token: string): string {
  const empty = token.includes('\n') ? token.replace(/[^\n\r]+/g, (line) => ' '.repeat(line.length)) : ' '.repeat(token.length);
  if (token.startsWith('/')) return empty;
  const quote = token.endsWith('"') || token.endsWith('`') || token.endsWith("'");
  return quote && token.length > 1 ? `${token[0] ?? ''}${empty.slice(1, -1)}${token.at(-1) ?? ''}` : empty;
}

/** The end of a bracket's content, or null where it is not closed within `limit` characters. */
export function closing(code: string, open: number, limit = 20_000): number | null {
  const opener = code[open];
  const closer = opener === '(' ? ')' : opener === '{' ? '}' : ']';
  let depth = 0;
  for (let index = open; index < code.length && index < open + limit; index += 1) {
    const character = code[index];
    if (character === opener) depth += 1;
    else if (character === closer) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return null;
}

/** Lines of C# that the default build leaves out: `#if` of a symbol that nothing defines. */
function withoutInactive(code: string): string {
  const branches: { active: boolean; taken: boolean; parent: boolean }[] = [];
  return code
    .split('\n')
    .map((line) => {
      const directive = /^[ \t]*#[ \t]*(if|elif|else|endif)\b(.*)$/.exec(line);
      const active = branches.at(-1)?.active ?? true;
      if (directive === null) return active ? line : line.replace(/[^\r]/g, ' ');
      const [, word, condition = ''] = directive;
      const branch = branches.at(-1);
      if (word === 'if') {
        const holds = active && isDefined(condition);
        branches.push({ active: holds, taken: holds, parent: active });
      } else if (word === 'endif') branches.pop();
      else if (branch !== undefined) {
        branch.active = branch.parent && !branch.taken && (word === 'else' || isDefined(condition));
        branch.taken ||= branch.active;
      }
      return line.replace(/[^\r]/g, ' ');
    })
    .join('\n');
}

/** `||` of `&&` of symbols; only the target framework's symbols and `RELEASE` are defined. */
function isDefined(condition: string): boolean {
  return condition.replace(/[()]/g, ' ').split('||').some((all) =>
    all.split('&&').every((term) => {
      const symbol = term.trim();
      const known = /^!?\s*(?:NET\w*|RELEASE|true)$/.test(symbol);
      return symbol.startsWith('!') ? !known : known;
    }));
}
