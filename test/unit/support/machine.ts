/** What `work` takes of a processor of 2024 in a virtual machine that does nothing else. */
const referenceMilliseconds = 27;

const text = Array.from({ length: 6_000 }, (_, index) => `resource "aws_${index % 7}" name${index} { count = ${index} # note\n}`).join('\n');

/** Much like reading a file: words are found, counted and put in order. */
function work(): number {
  const counts = new Map<string, number>();
  const words: { readonly start: number; readonly text: string }[] = [];
  for (const match of text.matchAll(/[A-Za-z_][\w-]*|"[^"]*"|\d+|#[^\n]*|[{}=]/g)) {
    counts.set(match[0], (counts.get(match[0]) ?? 0) + 1);
    words.push({ start: match.index, text: match[0] });
  }
  words.sort((a, b) => a.text.length - b.text.length || a.start - b.start);
  return words.length + counts.size;
}

/** Processor time of this process, which neighbours on the machine lengthen less than the clock. */
export function processorMilliseconds(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

let settled = false;

/**
 * How many times longer this machine takes at this moment than the one that limits are written for, at least 1. A limit
 * times this is a ratio to a fixed piece of work: it holds on slow and on busy machines too.
 */
export function machineFactor(): number {
  for (let run = 0; !settled && run < 12; run += 1) work();
  settled = true;
  const times = Array.from({ length: 3 }, () => processorMilliseconds(work));
  return Math.max(1, Math.min(...times) / referenceMilliseconds);
}
