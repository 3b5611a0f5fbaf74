import type { Extraction, Fact, SourceDocument } from '../../model';

const where = { stage: 'default', origin: 'go-mod' } as const;

/** `go.mod`: the module, the version of the language, and what it requires itself. Indirect requirements are nobody's choice. */
export function extractGoMod(document: SourceDocument): Extraction {
  const { path, text } = document;
  const facts: Fact[] = [];
  let block = '';
  let offset = 0;
  for (const line of text.split('\n')) {
    const content = (line.split('//')[0] ?? '').trim();
    const opening = /^(\w+)\s*\($/.exec(content);
    if (opening !== null) block = opening[1] ?? '';
    else if (content === ')') block = '';
    else if (content !== '' && !/\/\/\s*indirect\b/.test(line)) {
      const words = content.split(/\s+/);
      const directive = block === '' ? (words.shift() ?? '') : block;
      const [first = '', version = ''] = words;
      const start = offset + line.indexOf(first);
      const at = { path, range: { start, end: start + first.length } };
      if (directive === 'require' && first !== '') facts.push({ kind: 'dependency', name: `go:${moduleName(first)}`, value: { kind: 'literal', text: version }, at, keyRange: at.range, ...where });
      else if (directive === 'module' || directive === 'go') facts.push({ kind: 'config', name: `go.${directive}`, value: { kind: 'literal', text: first.replace(/^"|"$/g, '') }, at, ...where });
    }
    offset += line.length + 1;
  }
  return { facts, problems: [] };
}

/** `github.com/labstack/echo/v4` → `github.com/labstack/echo`; gopkg.in keeps its version, it is part of the name. */
export function moduleName(path: string): string {
  return path.replace(/\/v\d+(?=\/|$)/, '');
}
