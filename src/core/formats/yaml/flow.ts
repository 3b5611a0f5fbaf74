/**
 * The text with every flow collection on one line, position for position. By YAML 1.2 its lines must be indented more than
 * what is around it; other parsers, CloudFormation's and Ansible's among them, do not mind, and people close brackets
 * below the key. Null where no flow collection goes over several lines, or one does not end.
 */
export function withFlatFlow(text: string): string | null {
  const kept: string[] = [];
  let from = 0;
  let depth = 0;
  let changed = false;
  for (const match of text.matchAll(tokens)) {
    const [token] = match;
    const opens = token === '[' || token === '{';
    if (depth === 0 && !(opens && startsValue(text, match.index))) continue;
    if (opens) depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token.startsWith('#') || token.startsWith('\r') || token.startsWith('\n')) {
      kept.push(text.slice(from, match.index), ' '.repeat(token.length));
      from = match.index + token.length;
      changed = true;
    }
  }
  if (depth !== 0 || !changed) return null;
  kept.push(text.slice(from));
  return kept.join('');
}

/** Brackets, texts in quotes, comments and ends of lines. */
const tokens = /[[\]{}]|(?<=[\s,[{(:])(?:"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|'[^']*(?:'|$))|(?<![^\s])#[^\n]*|\r?\n/g;

/** Whether a value begins there: behind a key, a dash, a tag or a comma, or first on its line. */
function startsValue(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 300), index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const written = line.trimEnd();
  return written.trim() === '' || (written !== line && /(?:[:-]|![\w:.-]*|[&*]\w+)$/.test(written));
}
