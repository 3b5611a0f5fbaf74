import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from '../testCounts';
import { root } from './cache';
import type { InHostResult, SuiteId } from './inHostResult';
import { copyOf, sample } from './sample';
import { say } from './terminal';

/** What a window shows: a folder, a `.code-workspace` file, or nothing. */
export type Target = { readonly folder: string } | { readonly workspace: string } | { readonly empty: true };

/** The second folder of the multi-root workspace: another application, ready for production but for its queue. */
const secondProject = join(root, 'test/host/projects/notifications');

/** Prepares what the window of a suite shows, below `folder`: copies, since suites edit. */
export function targetOf(suite: SuiteId, folder: string): Target {
  const own = join(folder, suite);
  if (suite === 'empty') return { empty: true };
  if (suite === 'restricted') return { folder: withSettings(copyOf(sample, own), { 'skylift.aws.profile': 'somebody-else', 'skylift.aws.region': 'us-west-2' }) };
  if (suite !== 'multiRoot') return { folder: copyOf(sample, own) };
  const roots = [copyOf(sample, own), copyOf(secondProject, own)];
  const workspace = join(own, 'two.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: roots.map((path) => ({ path })) }));
  return { workspace };
}

/** Gives a folder workspace settings, as a repository of unknown origin could. */
function withSettings(folder: string, settings: Readonly<Record<string, unknown>>): string {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return folder;
}

/** Prints as mocha would, and counts. A suite without a single test has not done its work. */
export function reportSuite({ suite, tests }: InHostResult): Counts {
  const marks = { passed: '✔', failed: '✖', skipped: '-' } as const;
  say(`\n  ${suite}`);
  for (const { title, state, milliseconds, error } of tests) {
    say(`    ${marks[state]} ${title} (${milliseconds} ms)`);
    if (error !== undefined) say(error.replace(/^/gm, '        '));
  }
  const count = (state: keyof typeof marks): number => tests.filter((test) => test.state === state).length;
  return { passed: count('passed'), failed: tests.length === 0 ? 1 : count('failed'), skipped: count('skipped') };
}
