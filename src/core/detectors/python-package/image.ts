import type { Fact, SourceDocument } from '../../model';

const runsPython = /^[ \t]*FROM\s+(?:--platform=\S+\s+)?\S*(?:python|pypy|conda|uvicorn|gunicorn|astral-sh\/uv)\S*|^[ \t]*(?:RUN|CMD|ENTRYPOINT)\b.*\b(?:pip3?|python3?|uv|poetry|pipenv|gunicorn|uvicorn)\b|^[^#\n\r\u2028\u2029]*\b(?:pip3? (?:install|wheel)|python3? -m pip|uv sync|poetry install|pipenv install)\b/im;
const buildsFrontEnd = /\b(?:npm|yarn|pnpm|bun|corepack pnpm)\b(?:\s+--?[\w-]+(?:[= ]\S+)?)*\s+(?:run\s+)?(?:build|generate)\b[\w:-]*/i;

/** The first folder or file that is copied from the build's context. */
const copies = /^[ \t]*(?:COPY|ADD)[ \t]+(?:--(?!from)\S+[ \t]+)*(?!--)\[?"?([\w./-]+)/gim;

/** What a Dockerfile says of Python: whether it runs there, and whether a front end is built into the same image. */
export function readImage({ path, text }: SourceDocument): readonly Fact[] {
  const runtime = runsPython.exec(text);
  if (runtime === null) return [];
  const facts = [fact(path, 'python.dockerfile', runtime.index, runtime[0].length)];
  const front = buildsFrontEnd.exec(text);
  if (front !== null) facts.push(fact(path, 'python.dockerfile.frontend', front.index, front[0].length));
  const cron = /\b(?:supercronic|crond)\b/.exec(text);
  if (cron !== null) facts.push(fact(path, 'python.dockerfile.cron', cron.index, cron[0].length));
  for (const match of text.matchAll(copies)) {
    const source = match[1]?.replace(/^\.?\/+/, '').replace(/(?<!\/)\/+$/, '') ?? '';
    if (source !== '' && source !== '.') facts.push({ ...fact(path, 'python.dockerfile.copies', match.index, match[0].length), value: { kind: 'literal', text: source } });
  }
  return facts;
}

function fact(path: string, name: string, start: number, length: number): Fact {
  return { kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start, end: start + length } }, stage: 'default', origin: 'python-package' };
}
