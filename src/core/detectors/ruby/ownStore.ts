import type { Fact, SourceDocument } from '../../model';

/**
 * A switch of the settings that somebody has to turn on: no test of the environment, which production may pass by itself, and none
 * of a record, which says where that one lies.
 */
const settingLine = /^[ \t]*if (?:[A-Z]|@?\w{0,30}(?:settings?|config\w{0,20})\b)/;
const switchLine = /^[ \t]*if (?!.*(?:\bENV\b|\bRails\.env\b|production|!))(?=.*(?:s3|remote|external|cloud))/i;
const bucketClass = /\bS3\w*\.new\b/;
const diskClass = /\b(?:Local|Disk|FileSystem)\w*\.new\b/;
const elseLine = /^[ \t]*else\b/;
const reach = 4;

/** `if settings.use_s3? … S3Store.new … else … LocalStore.new`: a choice between stores of an application's own. */
export function ownStore({ path, text }: SourceDocument): readonly Fact[] {
  if (!bucketClass.test(text) || !diskClass.test(text)) return [];
  const lines = text.split('\n');
  const at = lines.findIndex((line, index) => diskClass.test(line) && isOtherwise(lines, index));
  if (at < 0) return [];
  const line = lines[at] ?? '';
  const start = lines.slice(0, at).reduce((sum, before) => sum + before.length + 1, 0) + line.length - line.trimStart().length;
  return [{ kind: 'code', name: 'ruby.store.local', value: { kind: 'none' }, at: { path, range: { start, end: start + line.trim().length } }, stage: 'default', origin: 'ruby-code' }];
}

/** Whether the line belongs to the `else` of a switch for a bucket, each part a few lines long. */
function isOtherwise(lines: readonly string[], index: number): boolean {
  const otherwise = lines.slice(Math.max(0, index - reach), index).findLastIndex((line) => elseLine.test(line));
  if (otherwise < 0) return false;
  const end = Math.max(0, index - reach) + otherwise;
  const yes = lines.slice(Math.max(0, end - reach), end);
  const test = yes.findLastIndex((line) => settingLine.test(line) && switchLine.test(line));
  return test >= 0 && yes.slice(test + 1).some((line) => bucketClass.test(line));
}
