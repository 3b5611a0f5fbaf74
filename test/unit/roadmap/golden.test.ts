import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildArchitecture } from '../../../src/core/architecture/build';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { phaseIds, type RoadmapWeek } from '../../../src/core/model';
import { estimateUsages, loadSnapshotPriceBook } from '../../../src/core/pricing';
import { buildRoadmap } from '../../../src/core/roadmap';
import { projects, type FixtureProject } from '../architecture/fixtures';

async function roadmap(project: FixtureProject, checkedByHand: readonly string[] = []): Promise<readonly RoadmapWeek[]> {
  const book = await loadSnapshotPriceBook('us-east-1');
  const phases = phaseIds.map((phase) => {
    const architecture = buildArchitecture({ ...project, phase, workload: defaultWorkload.workload, region: 'us-east-1' });
    return { phase, architecture, estimate: estimateUsages(architecture.usages, book, { freeTier: 'none' }) };
  });
  return buildRoadmap({
    applications: project.applications,
    needs: project.needs,
    architectures: phases.map(({ architecture }) => architecture),
    declaredFacts: project.declared,
    checkedByHand,
    estimates: phases,
  });
}

/** One line per step, so that a change reads as a change of that step. */
function text(weeks: readonly RoadmapWeek[]): string {
  return weeks
    .flatMap(({ week, phase, title, steps }) => [
      `${week} ${phase}: ${title.en}`,
      ...steps.map((step) => {
        const cost = step.monthlyUsd === null ? 'no price' : `${step.monthlyUsd < 0 ? '' : '+'}${step.monthlyUsd.toFixed(2)}`;
        return `  [${step.done ? 'x' : ' '}] ${step.id}: ${step.title.en} | ${step.need ?? '-'} ${step.service ?? '-'} | ${step.hours.join('-')} h | ${cost} | ${step.applications.join(' ')}`;
      }),
    ])
    .join('\n');
}

describe('roadmap', () => {
  for (const project of projects) {
    it(`${project.name}: every step is as reviewed`, async () => {
      const file = fileURLToPath(new URL(`golden/${project.name}.txt`, import.meta.url));
      const actual = `${text(await roadmap(project))}\n`;
      if (process.env['UPDATE'] === '1') fs.writeFileSync(file, actual);
      assert.equal(actual, fs.readFileSync(file, 'utf8'), `golden/${project.name}.txt differs: review the change, then run with UPDATE=1`);
    });
  }

  it('names every step once', async () => {
    for (const project of projects) {
      const steps = (await roadmap(project)).flatMap((week) => week.steps);
      const ids = steps.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)], project.name);
    }
  });

  it('ticks by hand only what the repository does not prove', async () => {
    for (const project of projects) {
      const plain = (await roadmap(project)).flatMap((week) => week.steps);
      const ticked = (await roadmap(project, plain.map(({ id }) => id))).flatMap((week) => week.steps);
      assert.ok(ticked.every(({ done }) => done));
      assert.deepEqual(ticked.map(({ byHand }) => byHand), plain.map(({ done }) => !done));
    }
  });
});
