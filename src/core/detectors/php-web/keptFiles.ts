import type { Fact, SourceDocument } from '../../model';

/** Contents that are written by PHP itself, or by a wrapper of it; messages to a stream of the process are none. */
const written = /\bfile_put_contents\s*\(\s*(?:\$|\w+::)|\bfopen\s*\([^;\n]{1,100},\s*['"][wxc]b?\+?['"]|->(?:putContents|dumpFile)\s*\(/;
/** A class for files that users bring; a bare `Filesystem` is a helper unless it is one of several stores. */
const keeper = /\bclass\s+(\w*(?:File(?:Stor(?:e|age)|s?Service|sApi|sController)|UploadDir|Attachment|(?:Local|Disk|Object)Stor(?:e|age))\w*|File[sS]ystem(?=\s+(?:extends|implements)\b))/;
const other = /Cache|Log|Session|Template|Test|Mock|Fake|Config|Exception|Translat|Lang|Backup|Export|Plugin/;

/** A class that keeps files in a folder, without an upload that the code names: the body of a request is one too. */
export function keptFiles({ path, text }: SourceDocument): readonly Fact[] {
  if (!text.includes('class ') || !written.test(text)) return [];
  const match = keeper.exec(text);
  if (match?.[1] === undefined || other.test(match[1])) return [];
  return [{ kind: 'code', name: 'php.file.kept', value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'php-code' }];
}

/** A class for what is cached, by its own name. */
const cacher = /\bclass\s+(\w{0,40}Cache(?:d\w{0,40}|r|Store|Manager|Driver|File)?)(?=\s)/;
/** Out of a file and into a file: the contents come back as they went. */
const storedAway = /\bfile_put_contents\s*\(\s*\$/;
const takenBack = /\b(?:file_get_contents|readfile|unserialize|include|require)\b[\s(]{0,8}\$/;

/** Libraries that lie beside the application's own code. */
const borrowed = /(?:^|\/)(?:vendors?|system|plugins?|librar(?:y|ies)|third_?party|tests?)\//i;

/** A class that caches in files which it writes and reads itself. */
export function cachedFiles({ path, text }: SourceDocument): readonly Fact[] {
  if (borrowed.test(path) || !storedAway.test(text) || !takenBack.test(text)) return [];
  const match = cacher.exec(text);
  if (match?.[1] === undefined || /Test|Mock|Fake|Null/.test(match[1])) return [];
  return [{ kind: 'code', name: 'php.cache.file', value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'php-code' }];
}
