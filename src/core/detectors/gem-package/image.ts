import type { Fact, SourceDocument } from '../../model';

const runsRuby = /^[ \t]*FROM\s+(?:--platform=\S+\s+)?\S*(?:ruby|rails|passenger)\S*|^(?![ \t]*#).*\b(?:bundle\s+(?:install|exec|check|config|package)|bin\/rails|bin\/thrust|rails\s+(?:s|server|assets)|rake\s+assets)\b/im;

/** What a Dockerfile says of Ruby: whether it runs there, and whether the image keeps a timetable. */
export function readImage({ path, text }: SourceDocument): readonly Fact[] {
  const runtime = runsRuby.exec(text);
  if (runtime === null) return [];
  const facts = [fact(path, 'ruby.dockerfile', runtime.index, runtime[0].length)];
  const cron = /\b(?:supercronic|crond|ofelia)\b/.exec(text);
  if (cron !== null) facts.push(fact(path, 'ruby.dockerfile.cron', cron.index, cron[0].length));
  return facts;
}

function fact(path: string, name: string, start: number, length: number): Fact {
  return { kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start, end: start + length } }, stage: 'default', origin: 'gem-package' };
}
