import type { Fact, SourceDocument } from '../../model';

/** Also inside the `try` of what runs on Python 2 too. */
const imported = /^[ \t]{0,8}(?:import queue\b|from queue import\b)/m;
/** A queue of the application's own over the one of the standard library. */
const own = /^class \w+\(\s*(?:queue\.)?(?:Simple|Priority|Lifo)?Queue\s*\):/m;
/** A queue whose worker is a thread of the process. */
const made = /\b(?:queue\.)?(?:Simple|Priority|Lifo)?Queue\(/;
const worker = /\bThread\(\s*(?:[^()\n]{0,80},\s*)?target\s*=\s*[\w.]*(?:worker|consum)\w*/i;

/** Jobs that wait in the memory of the process, with nothing but the standard library. */
export function memoryQueues({ path, text }: SourceDocument): readonly Fact[] {
  if (!imported.test(text)) return [];
  const match = own.exec(text) ?? (worker.test(text) ? made.exec(text) : null);
  if (match === null) return [];
  return [{ kind: 'code', name: 'python.queue.memory', value: { kind: 'none' }, at: { path, range: { start: match.index, end: match.index + match[0].length } }, stage: 'default', origin: 'python-code' }];
}
