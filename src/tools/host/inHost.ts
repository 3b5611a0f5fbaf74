import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { sumOf, type Counts } from '../testCounts';
import { launchBrowser } from './browser';
import { mochaFolder } from './cache';
import { saveEvidence } from './evidence';
import { extensionPackage } from './extensionPackage';
import { packageHelperExtension } from './helperExtension';
import type { InHostResult, SuiteId } from './inHostResult';
import type { LocalCode } from './install';
import { ToolError } from './processes';
import { temporaryFolder } from './sample';
import { startServer, type Server } from './server';
import { reportSuite, targetOf } from './suites';
import { say } from './terminal';

/** From the first byte of the page to the last result. */
const suiteLimitMilliseconds = 180_000;

/** Workspace trust is a choice of the whole server, so each choice gets its own. */
const suitesByTrust = { granted: ['sample', 'multiRoot', 'empty'], asked: ['restricted'] } as const satisfies Record<string, readonly SuiteId[]>;

/** Runs test/host/suite inside the extension host of a real VS Code with the packaged extension, one window per suite. */
export async function runInHostSuites(code: LocalCode): Promise<Counts> {
  const folder = temporaryFolder();
  const results = join(folder, 'results');
  mkdirSync(results);
  try {
    const extensions = [extensionPackage, await packageHelperExtension(folder)];
    const env = { SKYLIFT_RESULTS: results, SKYLIFT_MOCHA: mochaFolder };
    const browser = await launchBrowser({ folder });
    try {
      const counts: Counts[] = [];
      for (const trust of ['granted', 'asked'] as const) {
        const serverFolder = join(folder, trust);
        const server = await startServer(code, { folder: serverFolder, extensions, trust, env });
        try {
          for (const suite of suitesByTrust[trust]) counts.push(await runSuite({ suite, folder, serverFolder, server, browser, results }));
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

interface SuiteRun {
  readonly suite: SuiteId;
  readonly folder: string;
  /** Where the server writes its logs. */
  readonly serverFolder: string;
  readonly server: Server;
  readonly browser: BrowserContext;
  readonly results: string;
}

async function runSuite({ suite, folder, serverFolder, server, browser, results }: SuiteRun): Promise<Counts> {
  const page = await browser.newPage();
  try {
    await page.goto(server.addressOf(targetOf(suite, folder)), { waitUntil: 'commit' });
    const file = join(results, `${suite}.json`);
    const start = performance.now();
    while (!existsSync(file)) {
      if (performance.now() - start > suiteLimitMilliseconds) {
        const picture = await saveEvidence(`suite-${suite}`, page, serverFolder);
        throw new ToolError(`The suite "${suite}" gave no result within ${suiteLimitMilliseconds / 1000} s; ${picture} shows the window.`);
      }
      await delay(100);
    }
    const counts = reportSuite(JSON.parse(readFileSync(file, 'utf8')) as InHostResult);
    if (counts.failed > 0) say(`  ${await saveEvidence(`suite-${suite}`, page, serverFolder)} shows the window after the tests.`);
    return counts;
  } finally {
    await page.close();
  }
}
