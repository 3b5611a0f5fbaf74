import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { sumOf, type Counts } from '../testCounts';
import { launchBrowser } from './browser';
import { root } from './cache';
import { extensionPackage } from './extensionPackage';
import { saveEvidence } from './evidence';
import { packageHelperExtension } from './helperExtension';
import type { InHostResult, SuiteId } from './inHostResult';
import type { LocalCode } from './install';
import { ToolError } from './processes';
import { copyOf, sample, temporaryFolder } from './sample';
import { startServer, type Server, type Target } from './server';
import { say } from './terminal';

/** From the first byte of the page to the last result. */
const suiteLimitMilliseconds = 180_000;

/** Runs test/host/suite inside the extension host of a real VS Code with the packaged extension, one window per suite. */
export async function runInHostSuites(code: LocalCode): Promise<Counts> {
  const folder = temporaryFolder();
  try {
    const extensions = [extensionPackage, await packageHelperExtension(folder)];
    const results = join(folder, 'results');
    mkdirSync(results);
    const env = { SKYLIFT_RESULTS: results, SKYLIFT_MOCHA: join(root, 'node_modules/mocha') };
    const browser = await launchBrowser({ folder });
    try {
      const counts: Counts[] = [];
      for (const trust of ['granted', 'asked'] as const) {
        const server = await startServer(code, { folder: join(folder, trust), extensions, trust, env });
        try {
          for (const [suite, target] of windows(trust, folder)) counts.push(await runSuite({ suite, target, server, browser, results, folder: join(folder, trust) }));
        } finally {
          await server.stop();
        }
      }
      return sumOf(counts);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each suite edits a copy of its own. */
function windows(trust: 'granted' | 'asked', folder: string): readonly (readonly [SuiteId, Target])[] {
  if (trust === 'asked') return [['restricted', { folder: copyOf(sample, join(folder, 'restricted')) }]];
  const workspace = join(folder, 'two.code-workspace');
  const roots = [copyOf(sample, join(folder, 'first')), copyOf(join(root, 'test/host/projects/worker'), join(folder, 'second'))];
  writeFileSync(workspace, JSON.stringify({ folders: roots.map((path) => ({ path })) }));
  return [
    ['sample', { folder: copyOf(sample, join(folder, 'sample')) }],
    ['multiRoot', { workspace }],
    ['empty', { empty: true }],
  ];
}

interface SuiteRun {
  readonly suite: SuiteId;
  readonly target: Target;
  readonly server: Server;
  readonly browser: BrowserContext;
  readonly results: string;
  /** Where the server writes its logs. */
  readonly folder: string;
}

async function runSuite({ suite, target, server, browser, results, folder }: SuiteRun): Promise<Counts> {
  const page = await browser.newPage();
  try {
    await page.goto(server.addressOf(target));
    const file = join(results, `${suite}.json`);
    const start = performance.now();
    while (!existsSync(file)) {
      if (performance.now() - start > suiteLimitMilliseconds) {
        throw new ToolError(`The suite "${suite}" gave no result within ${suiteLimitMilliseconds / 1000} s; ${await saveEvidence(`suite-${suite}`, page, folder)} shows the window.`);
      }
      await delay(100);
    }
    const result = JSON.parse(readFileSync(file, 'utf8')) as InHostResult;
    const counts = report(result);
    if (counts.failed > 0) say(`  ${await saveEvidence(`suite-${suite}`, page, folder)} shows the window after the tests.`);
    return counts;
  } finally {
    await page.close();
  }
}

/** Prints as mocha would. A suite without a single test has not done its work. */
function report({ suite, tests }: InHostResult): Counts {
  const marks = { passed: '✔', failed: '✖', skipped: '-' } as const;
  say(`\n  ${suite}`);
  for (const { title, state, milliseconds, error } of tests) {
    say(`    ${marks[state]} ${title} (${milliseconds} ms)`);
    if (error !== undefined) say(error.replace(/^/gm, '        '));
  }
  const count = (state: keyof typeof marks): number => tests.filter((test) => test.state === state).length;
  return { passed: count('passed'), failed: tests.length === 0 ? 1 : count('failed'), skipped: count('skipped') };
}
