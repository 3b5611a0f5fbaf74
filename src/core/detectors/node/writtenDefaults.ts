import type { Fact } from '../../model';

/** `{ ...defaults, ...process.env }`, `Object.assign({}, defaults, process.env)`: the environment laid over an object. */
const laidOver = /\.\.\.\s{0,9}([A-Za-z_$][\w$]{0,40})\s{0,9},\s{0,40}\.\.\.\s{0,9}process\.env\b|\bObject\.assign\(\s{0,40}\{\s{0,9}\}\s{0,9},\s{0,40}([A-Za-z_$][\w$]{0,40})\s{0,9},\s{0,40}process\.env\b/;

/** Variables that choose one of several drivers, with a single word for it. */
const choice = /^[ \t]*['"]?([A-Z][A-Z0-9_]{2,60}_(?:DRIVER|STORE|STORAGE|TRANSPORT|BACKEND|PROVIDER|ADAPTER|MAILER|DISK))['"]?[ \t]*:[ \t]*(['"`])([a-z][\w-]{1,30})\2/gm;

/** What variables that choose drivers hold where nobody sets them (`node.env.default`), in a file's text without comments. */
export function writtenDefaults(path: string, clean: string): readonly Fact[] {
  const name = laidOver.exec(clean)?.slice(1).find((word) => word !== undefined);
  if (name === undefined) return [];
  const opening = new RegExp(String.raw`\b(?:const|let|var)[ \t]+${name.replaceAll('$', String.raw`\$`)}\b[^=\n]{0,80}=[ \t]*\{`).exec(clean);
  if (opening === null) return [];
  const start = opening.index + opening[0].length;
  const end = clean.indexOf('\n}', start);
  return [...clean.slice(start, end < 0 ? undefined : end).matchAll(choice)].map((match) => {
    const [whole, key = '', , text = ''] = match;
    const from = start + match.index + whole.length - text.length - 1;
    return { kind: 'code', name: 'node.env.default', value: { kind: 'literal', text }, at: { path, range: { start: from, end: from + text.length } }, stage: 'default', origin: 'node-code', detail: { key } };
  });
}
