import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildArchitecture } from '../../../src/core/architecture/build';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { phaseIds, type RoadmapWeek } from '../../../src/core/model';
import { estimateUsages, loadSnapshotPriceBook } from '../../../src/core/pricing';
import { buildRoadmap } from '../../../src/core/roadmap';
import { application, need, projects, type FixtureProject } from '../architecture/fixtures';

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

  describe('says how for the stack at hand', () => {
    const guide = async (id: string, framework: string, languages: readonly string[], ...needs: FixtureProject['needs']): Promise<{ readonly title: string; readonly why: string; readonly commands: readonly string[]; readonly links: readonly string[] }> => {
      const project: FixtureProject = { name: 'one', applications: [application(framework, languages)], needs: [need('compute', languages[0] ?? ''), ...needs], declared: [], domains: [] };
      const step = (await roadmap(project)).flatMap(({ steps }) => steps).find((one) => one.id === id);
      assert.ok(step !== undefined, id);
      return { title: step.title.en, why: step.why.en, commands: step.how.commands, links: step.how.links.map(({ url }) => url) };
    };

    it('copies a database with the tools of its engine, by the guide of its engine', async () => {
      const mysql = await guide('move-data', 'laravel', ['php'], need('relational-database', 'mysql'));
      assert.ok(mysql.commands.some((command) => command.startsWith('mysqldump ')), mysql.commands.join());
      assert.match(mysql.links[0] ?? '', /\/MySQL\.Procedural/);
      const django = await guide('move-data', 'django', ['python'], need('relational-database', 'sqlite', { supported: ['postgresql', 'mysql'] }));
      assert.ok(django.commands.some((command) => command.startsWith('pgloader db.sqlite3 ')), django.commands.join());
      assert.match(django.links[0] ?? '', /\/PostgreSQL\.Procedural/);
    });

    it('copies uploads from where they lie', async () => {
      const rails = await guide('uploads-to-s3', 'rails', ['ruby'], need('file-storage', 'local'));
      assert.deepEqual([rails.title, rails.commands.at(-1)], ['Move uploads to S3', 'aws s3 sync ./storage s3://<bucket>']);
      const minio = await guide('uploads-to-s3', 'django', ['python'], need('file-storage', 'minio'));
      assert.deepEqual([minio.title, minio.commands], ['Move uploads from MinIO to S3', ['mc mirror --preserve <minio>/<bucket> <s3>/<bucket>']]);
      assert.match(minio.why, /same protocol/);
    });

    it('asks for Redis between copies only where they need it', async () => {
      const django = await guide('realtime', 'django', ['python'], need('realtime', 'channels'));
      assert.deepEqual([django.title, django.commands], ['Run several copies of Channels with Redis between them', ['pip install channels-redis']]);
      const phoenix = await guide('realtime', 'phoenix', ['elixir'], need('realtime', 'channels', { library: 'phoenix' }));
      assert.equal(phoenix.title, 'Let the copies of Phoenix find each other');
      assert.ok(!phoenix.commands.some((command) => /redis/i.test(command)));
    });

    it('leaves the client of a plain WebSocket alone', async () => {
      const plain = await guide('realtime-api', 'express', ['typescript'], need('realtime', 'ws'));
      assert.match(`${plain.title} ${plain.why}`, /API Gateway hold.*Browsers may stay as they are/);
      const own = await guide('realtime-api', 'express', ['typescript'], need('realtime', 'socket.io'));
      assert.match(own.why, /do not speak the protocol of Socket\.IO/);
    });
  });
});
