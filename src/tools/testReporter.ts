import { writeFileSync } from 'node:fs';
import mocha from 'mocha';
import { noTests, type Counts } from './testCounts';

/** Mocha's usual report on the terminal, and its counts in the file named by the reporter option `counts`. */
export default class CountingReporter extends mocha.reporters.Spec {
  constructor(runner: mocha.Runner, options: mocha.MochaOptions) {
    super(runner, options);
    const file: unknown = options.reporterOptions?.counts;
    if (typeof file !== 'string') throw new Error('The reporter option "counts" must name a file.');
    const counts: Record<keyof Counts, number> = { ...noTests };
    runner.on('pass', () => { counts.passed += 1; });
    // A failing hook counts as well: the tests behind it did not run.
    runner.on('fail', () => { counts.failed += 1; });
    runner.on('pending', () => { counts.skipped += 1; });
    runner.once('end', () => { writeFileSync(file, JSON.stringify(counts)); });
  }
}
