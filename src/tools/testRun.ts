// `node --import tsx src/tools/testRun.ts <counts file> <folder>`: runs the tests of a folder and writes how many tests passed, failed and were skipped.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import './grammars';
import { noTests, type Counts } from './testCounts';

const timeoutMilliseconds = 30_000;

async function main([countsFile, folder]: readonly string[]): Promise<void> {
  if (countsFile === undefined || folder === undefined) throw new Error('A file for the counts and a folder are needed.');
  const mocha = new Mocha({ timeout: timeoutMilliseconds, forbidOnly: true, reporter: 'spec' });
  mocha.files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts')).sort().map((name) => join(folder, name));
  await mocha.loadFilesAsync();
  const counts: Record<keyof Counts, number> = { ...noTests };
  const runner = mocha.run((failures) => {
    writeFileSync(countsFile, JSON.stringify(counts));
    // A test that leaves something open must not keep the run from ending.
    process.exit(failures === 0 ? 0 : 1);
  });
  runner.on('pass', () => { counts.passed += 1; });
  // A failing hook counts as well: the tests behind it did not run.
  runner.on('fail', () => { counts.failed += 1; });
  runner.on('pending', () => { counts.skipped += 1; });
}

void main(process.argv.slice(2));
