import type { Fact } from '../../model';

const names = String.raw`((?:user_?|auth_?|login_?)?sessions?)`;
/** `pgTable('session', { … })`, `CREATE TABLE IF NOT EXISTS public.sessions ( … )`: the table's name and what begins its columns. */
const inCode = new RegExp(String.raw`\b(?:pg|sqlite|mysql|create|[\w$]{1,20}\.)Table\(\s{0,40}['"\x60]${names}['"\x60]`, 'gi');
const inSql = new RegExp(String.raw`\bCREATE\s{1,9}TABLE\s{1,9}(?:IF\s{1,9}NOT\s{1,9}EXISTS\s{1,9})?(?:["\x60]?\w{1,40}["\x60]?\.)?["\x60]?${names}["\x60]?\s{0,9}\(`, 'gi');

/** Columns are looked for in so much text, or until the next table. */
const longest = 1_500;

/**
 * A table of one's own that says who is signed in and until when (`node.sessions.table`): what nothing but such a table has. Meetings and
 * lessons are sessions, too, and have no end of validity.
 */
export function sessionTable(path: string, text: string): readonly Fact[] {
  const isSql = path.endsWith('.sql');
  for (const match of text.matchAll(isSql ? inSql : inCode)) {
    const [whole, name = ''] = match;
    const after = text.slice(match.index + whole.length, match.index + whole.length + longest);
    const columns = (isSql ? after.split(';')[0] : after.split(/\bTable\(|\b\w+Table\(|\bexport\b/)[0]) ?? '';
    if (!/\bexpire[sd]?(?:_?at|_?on)?\b|\bexpir(?:y|ation)\w{0,10}\b|\bvalid_?until\b/i.test(columns) || !/\buser_?id\b/i.test(columns)) continue;
    const start = match.index + whole.lastIndexOf(name);
    return [{ kind: 'code', name: 'node.sessions.table', value: { kind: 'literal', text: name }, at: { path, range: { start, end: start + name.length } }, stage: 'default', origin: 'node-code' }];
  }
  return [];
}
