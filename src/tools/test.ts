// `npm test [-- --only types,unit,…]`: everything that must hold before a change is done, set-up included.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './host/cache';
import { runInHostSuites } from './host/inHost';
import { ensureLocalCode } from './host/install';
import { run, ToolError } from './host/processes';
import { runTool } from './host/runTool';
import { temporaryFolder } from './host/sample';
import { say } from './host/terminal';
import { ensureSystem } from './system';
import { describeCounts, noTests, oneFailure, sumOf, type Counts } from './testCounts';

interface Step {
  readonly title: string;
  /** Later steps that cannot tell anything when this one fails. */
  readonly required?: boolean;
  run(): Promise<Counts>;
}

/** In order: what fails soonest and cheapest comes first. */
const steps = {
  types: { title: 'Types', run: () => script('types') },
  lint: { title: 'Lint', run: () => script('lint') },
  unit: { title: 'Unit tests', run: () => mocha('test/unit') },
  package: { title: 'Build and package', required: true, run: () => script('package') },
  contents: { title: 'Package contents and size budgets', run: () => mocha('test/host/package') },
  webview: { title: 'Webview tests in Chromium', run: webviewTests },
  host: { title: 'Host tests in VS Code', run: hostTests },
} as const satisfies Record<string, Step>;

type StepId = keyof typeof steps;
const stepIds = Object.keys(steps) as readonly StepId[];

/** Steps that test the packaged extension. */
const needPackage: readonly StepId[] = ['contents', 'webview', 'host'];

async function main(): Promise<number> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { only: { type: 'string', multiple: true } } });
  const chosen = chosenSteps(values.only?.flatMap((value) => value.split(',')) ?? stepIds);
  const results = new Map<StepId, { readonly counts: Counts; readonly seconds: number }>();
  for (const id of stepIds.filter((step) => chosen.has(step))) {
    const step: Step = steps[id];
    say(`\n── ${step.title} ──`);
    const start = performance.now();
    const counts = await outcomeOf(step);
    results.set(id, { counts, seconds: (performance.now() - start) / 1000 });
    if (step.required === true && counts.failed > 0) break;
  }

  say('\n── Summary ──');
  for (const [id, { counts, seconds }] of results) say(`${steps[id].title.padEnd(36)} ${summaryOf(counts).padEnd(36)} ${seconds.toFixed(0)} s`);
  for (const id of chosen) if (!results.has(id)) say(`${steps[id].title.padEnd(36)} not run`);
  const total = sumOf([...results.values()].map(({ counts }) => counts));
  say(describeCounts(total));
  return total.failed === 0 ? 0 : 1;
}

function chosenSteps(names: readonly string[]): ReadonlySet<StepId> {
  const chosen = new Set<StepId>();
  for (const name of names) {
    const id = stepIds.find((step) => step === name);
    if (id === undefined) throw new ToolError(`There is no step "${name}"; the steps are ${stepIds.join(', ')}.`);
    if (needPackage.includes(id)) chosen.add('package');
    chosen.add(id);
  }
  return chosen;
}

/** A step that cannot even be set up counts as one failure and does not hide the others. */
async function outcomeOf(step: Step): Promise<Counts> {
  try {
    return await step.run();
  } catch (error) {
    say(error instanceof ToolError ? error.message : String(error instanceof Error ? error.stack : error));
    return oneFailure;
  }
}

function summaryOf(counts: Counts): string {
  if (counts === noTests) return 'done';
  return counts === oneFailure ? 'failed' : describeCounts(counts);
}

/** An npm script has no tests to count: it only must not fail. */
async function script(name: string): Promise<Counts> {
  return await run('npm', ['run', '--silent', name], { cwd: root }) === 0 ? noTests : oneFailure;
}

async function webviewTests(): Promise<Counts> {
  await ensureSystem('browser');
  return mocha('test/webview');
}

async function hostTests(): Promise<Counts> {
  await ensureSystem('browser');
  const code = await ensureLocalCode();
  return sumOf([await runInHostSuites(code), await mocha('test/host/driver')]);
}

/** Runs the tests of a folder in a process of its own. One that ends without having reported has failed. */
async function mocha(folder: string): Promise<Counts> {
  const own = temporaryFolder();
  const file = join(own, 'counts.json');
  try {
    const code = await run(process.execPath, ['--import', 'tsx', join(root, 'src/tools/testRun.ts'), file, join(root, folder)], { cwd: root });
    if (!existsSync(file)) return oneFailure;
    const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    // No test at all is a mistake of ours, not a success.
    return counts.failed === 0 && (code !== 0 || counts.passed === 0) ? sumOf([counts, oneFailure]) : counts;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

runTool(main);
